package import Basics

/// Collects diagnostics, of each code a limited number and then only how many there are more.
package struct GroupedDiagnostics: Sendable {
  private var kept: [Diagnostic] = []
  private var counts: [String: Int] = [:]
  private let limit: Int

  package init(limit: Int = 50) { self.limit = limit }

  package mutating func add(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, path: String? = nil,
    line: Int? = nil
  ) {
    add(Diagnostic(severity, code, message, path: path, line: line))
  }

  package mutating func add(_ diagnostic: Diagnostic) {
    let count = counts[diagnostic.code, default: 0] + 1
    counts[diagnostic.code] = count
    if count <= limit { kept.append(diagnostic) }
  }

  /// Sorted, with one line a code for those that were not kept.
  package var all: [Diagnostic] {
    var result = kept
    for (code, count) in counts.sorted(by: { $0.key.precedesBytewise($1.key) }) where count > limit
    {
      let severity = kept.first { $0.code == code }?.severity ?? .note
      result.append(Diagnostic(severity, code, "and \(count - limit) more of this kind"))
    }
    return result.sorted()
  }
}
