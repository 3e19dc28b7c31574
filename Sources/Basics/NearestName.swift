/// Finds what a misspelt word was meant to be.
package enum NearestName {
  /// The candidate with the fewest edits from `word`, the bytewise first among equals.
  ///
  /// Nil where none is near: more than a third of the letters, or two, would have to change.
  /// Time is the product of the lengths for each candidate of a similar length.
  package static func closest(to word: String, among candidates: [String]) -> String? {
    let limit = max(2, word.unicodeScalars.count / 3)
    let letters = Array(word.lowercased().unicodeScalars)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars)
      let bound = best?.distance ?? limit
      guard abs(other.count - letters.count) <= bound else { continue }
      let distance = edits(letters, other)
      guard distance <= limit, distance < max(letters.count, other.count) else { continue }
      if let best, best.distance == distance, !candidate.precedesBytewise(best.name) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
  private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      row.reserveCapacity(b.count + 1)
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
