/// The known name that somebody who mistyped one may have meant.
package enum Suggestion {
  /// `, did you mean 'x'`, or the known names where none is near and they are few.
  package static func text(for name: String, among known: [String]) -> String {
    if let nearest = nearest(to: name, among: known) { return ", did you mean '\(nearest)'" }
    return known.count <= 12 ? ", known are " + known.joined(separator: ", ") : ""
  }

  /// The first known name within a third of its length by edit distance. Quadratic in the names.
  package static func nearest(to name: String, among known: [String]) -> String? {
    let scored = known.map { ($0, distance(Array(name.utf8), Array($0.utf8))) }
    guard let best = scored.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, min(name.utf8.count, best.0.utf8.count) / 3) ? best.0 : nil
  }

  /// Levenshtein's distance with transpositions of neighbours (optimal string alignment).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    guard a.count < 64, b.count < 64 else { return .max }
    var before: [Int] = []
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1]
      for j in 0..<b.count {
        let change = row[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(change, row[j + 1] + 1, next[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[b.count]
  }
}
