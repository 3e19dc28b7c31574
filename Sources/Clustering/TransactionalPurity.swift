#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Database transactional purity (DTP): how much each table belongs to one service.
package struct TransactionalPurity: Sendable, Equatable {
  /// The base of the logarithm in the entropy.
  package enum Scale: Sendable, Hashable {
    /// Bits, as the measure is defined; a table spread evenly over more than two services is negative.
    case bits
    /// The number of services, so that purity lies in 0...1.
    case services
  }

  /// 1 − entropy of each table, by table; nil for a table that nothing accesses.
  package var tables: [Double?]

  /// `accesses[table][service]` is how often the service accesses the table; `services` says how
  /// many there are, where rows leave out those that do not.
  package init(accesses: [[Double]], services: Int? = nil, scale: Scale = .bits) {
    tables = accesses.map { counts in
      let all = counts.reduce(0, +)
      if all <= 0 { return nil }
      let shares = counts.filter { $0 > 0 }.map { $0 / all }
      let bits = shares.reduce(0) { $0 - $1 * log2($1) }
      let unit = scale == .bits ? 1 : log2(Double(max(services ?? counts.count, 2)))
      return 1 - bits / unit
    }
  }

  /// Mean over the tables that are accessed; nil without any.
  package var mean: Double? {
    let known = tables.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
