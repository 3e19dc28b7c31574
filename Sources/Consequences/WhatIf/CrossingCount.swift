internal import ReportModel

/// What crosses between boundaries for one placement of files, by part of the cost.
package struct CrossingCount: Sendable {
  enum Part: String, CaseIterable, Sendable {
    case calls, state, types, imports, writes, reads, transactions, circles

    /// Of a kind of references between files; `probable-` is no other kind.
    init?(kind: String) {
      let name = kind.hasPrefix("probable-") ? kind.dropFirst("probable-".count) : kind[...]
      switch name {
      case "call", "wiring", "publish", "consume": self = .calls
      case "global-read", "global-write", "address": self = .state
      case "include", "import": self = .imports
      case "data-read", "data-write": return nil
      default: self = .types
      }
    }

    /// Whether who uses waits for who is used.
    var isWaiting: Bool { self == .calls || self == .state || self == .writes }
  }

  package struct Pair: Hashable, Sendable {
    package var from: Int
    package var to: Int

    package init(from: Int, to: Int) { (self.from, self.to) = (from, to) }
  }

  var parts: [Part: Int] = [:]
  /// References without imports, and accesses.
  package internal(set) var pairs: [Pair: Int] = [:]
  /// References that wait for an answer.
  var waiting: [Pair: Int] = [:]

  mutating func add(_ part: Part, _ pair: Pair, _ count: Int) {
    parts[part, default: 0] += count
    if part != .imports { pairs[pair, default: 0] += count }
    if part.isWaiting { waiting[pair, default: 0] += count }
  }
}
