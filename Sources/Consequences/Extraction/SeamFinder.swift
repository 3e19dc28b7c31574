internal import Basics
internal import ReportModel

/// The seams of a boundary: each crossing with its contracts and operations.
struct SeamFinder {
  private let document: Document
  private let source: (String) -> [String]?

  private static let operationLimit = 20

  init(_ document: Document, _ source: @escaping (String) -> [String]?) {
    self.document = document
    self.source = source
  }

  /// What others use of it first, then what it uses; the most costly first.
  func seams(of boundary: BoundaryEntry, cut: Set<String>) -> [PlanSeam] {
    let exposed = Dictionary(
      document.boundaries.boundaries.map { ($0.id, $0.exposes) }
    ) { first, _ in first }
    var seams: [PlanSeam] = []
    for crossing in document.boundaries.costs.crossings {
      guard crossing.from == boundary.id || crossing.to == boundary.id else { continue }
      let isOffer = crossing.to == boundary.id
      let other = isOffer ? crossing.from : crossing.to
      var seam = PlanSeam(
        direction: isOffer ? "offers" : "needs", other: other, isService: cut.contains(other),
        points: crossing.points, contracts: crossing.contracts)
      let used = (exposed[crossing.to] ?? []).filter {
        $0.from.contains(crossing.from) && ($0.kind == "function" || $0.kind == "method")
      }
      seam.operationCount = used.count
      seam.operations = used.prefix(Self.operationLimit).map { operation in
        PlanOperation(
          symbol: operation.symbol,
          signature: source(operation.place.file).flatMap {
            Signature.read($0, line: operation.place.line)
          }, place: operation.place, references: operation.references)
      }
      seams.append(seam)
    }
    return seams.sorted { a, b in
      if a.direction != b.direction { return a.direction == "offers" }
      return a.points != b.points ? a.points > b.points : a.other.precedesBytewise(b.other)
    }
  }
}

/// The head of a declaration as the source has it, on one line.
package enum Signature {
  private static let lineLimit = 12
  private static let longest = 240

  /// From one-based `line` to the end of the parameters and what follows them on that line; nil
  /// where there is nothing.
  package static func read(_ lines: [String], line: Int) -> String? {
    guard line > 0, line <= lines.count else { return nil }
    var text = ""
    var depth = 0
    for (offset, raw) in lines[(line - 1)..<min(lines.count, line - 1 + lineLimit)].enumerated() {
      let part = raw.trimmed
      if text.isEmpty, isAnnotation(part), offset < lineLimit - 1 { continue }
      var kept = ""
      for character in part {
        if "([".contains(character) { depth += 1 }
        if ")]".contains(character) { depth -= 1 }
        if depth <= 0, character == "{" || character == ";" { return finished(text, kept) }
        kept.append(character)
      }
      text += (text.isEmpty ? "" : " ") + kept
      if depth <= 0, !kept.isEmpty, !kept.hasSuffix(",") { break }
    }
    return finished(text, "")
  }

  private static func isAnnotation(_ line: String) -> Bool {
    line.hasPrefix("@") && !line.contains("(") || line.hasPrefix("#[") || line.isEmpty
      || (line.hasPrefix("@") && line.hasSuffix(")"))
  }

  private static func finished(_ text: String, _ rest: String) -> String? {
    var result = (text + (text.isEmpty || rest.isEmpty ? "" : " ") + rest).trimmed
    for end in [":", "=", "=>", "->"] where result.hasSuffix(end) {
      result = String(result.dropLast(end.count)).trimmed
    }
    if result.isEmpty { return nil }
    return result.count > longest ? result.prefix(longest - 1) + "…" : result
  }
}

extension String {
  fileprivate var trimmed: String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    var part = drop(while: isSpace)
    while let last = part.last, isSpace(last) { part.removeLast() }
    return String(part)
  }
}
