internal import Basics
internal import Clustering
package import ReportModel

/// Compares two partitions as equals: each is the other's reference once, over the files that both
/// know.
package struct PartitionMatch {
  /// A partition, and where it comes from.
  package struct Side: Sendable {
    package var name: String
    /// Whether it is a document's and not a table's.
    package var isDocument: Bool
    package var rows: ReferenceDecomposition

    package init(name: String, isDocument: Bool, rows: ReferenceDecomposition) {
      self.name = name
      self.isDocument = isDocument
      self.rows = rows
    }
  }

  private let a: Side
  private let b: Side
  private let labelsA: [String: String]
  private let labelsB: [String: String]
  /// Files that both know, bytewise.
  private let common: [(path: String, a: String, b: String)]

  package init(_ a: Side, _ b: Side) {
    (self.a, self.b) = (a, b)
    labelsA = Self.labels(a.rows)
    let labelsB = Self.labels(b.rows)
    self.labelsB = labelsB
    common = a.rows.rows.compactMap { row in
      labelsB[row.path].map { (row.path, row.service, $0) }
    }
  }

  private static func labels(_ rows: ReferenceDecomposition) -> [String: String] {
    Dictionary(uniqueKeysWithValues: rows.rows.map { ($0.path, $0.service) })
  }

  package func report() -> ComparisonReport {
    var report = ComparisonReport(
      a: side(a, other: labelsB), b: side(b, other: labelsA))
    report.common = common.count
    report.rows = [
      Scoring(b.rows.filtered { labelsA[$0] != nil }).row("A against B") { labelsA[$0] },
      Scoring(a.rows.filtered { labelsB[$0] != nil }).row("B against A") { labelsB[$0] },
    ]
    report.shared = Scoring(b.rows.filtered { labelsA[$0] != nil }).shared {
      labelsA[$0] == ReferenceDecomposition.shared
    }
    report.architectureSimilarity = similarity
    let matching = Matching(common.map { ($0.a, $0.b) })
    report.counterparts = matching.counterparts
    report.moves = moves(matching)
    report.agreeing = common.count - report.moves.reduce(0) { $0 + $1.files.count }
    return report
  }

  private func side(_ side: Side, other: [String: String]) -> ComparedPartition {
    var sizes: [String: Int] = [:]
    for row in side.rows.scored { sizes[row.service, default: 0] += 1 }
    var result = ComparedPartition(
      name: side.name, kind: side.isDocument ? "document" : "table", files: side.rows.rows.count,
      sizes: sizes.values.sorted(by: >))
    let alone = side.rows.scored.map(\.path).filter { other[$0] == nil }
    result.alone = alone.count
    result.aloneFiles = Array(alone.prefix(10))
    return result
  }

  /// Elements are the files that are in a service of either side; in none means not there.
  private var similarity: Double {
    let paths = Set(a.rows.scored.map(\.path) + b.rows.scored.map(\.path))
      .sorted { $0.precedesBytewise($1) }
    func numbers(_ labels: [String: String]) -> [Int?] {
      var numberOf: [String: Int] = [:]
      return paths.map { path in
        guard let label = labels[path], !label.hasPrefix("@") else { return nil }
        let number = numberOf[label] ?? numberOf.count
        numberOf[label] = number
        return number
      }
    }
    return Clustering.architectureSimilarity(numbers(labelsA), numbers(labelsB))
  }

  private func moves(_ matching: Matching) -> [MovedFiles] {
    struct Pair: Hashable {
      var a: String
      var b: String
    }
    var files: [Pair: [String]] = [:]
    for row in common where !matching.agree(row.a, row.b) {
      files[Pair(a: row.a, b: row.b), default: []].append(row.path)
    }
    return files.map { MovedFiles(a: $0.key.a, b: $0.key.b, files: $0.value) }.sorted {
      if $0.files.count != $1.files.count { return $0.files.count > $1.files.count }
      return $0.a != $1.a ? $0.a.precedesBytewise($1.a) : $0.b.precedesBytewise($1.b)
    }
  }
}

/// Which service of one side is which of the other: the one-to-one assignment that keeps most files,
/// as a2a has it.
private struct Matching {
  private var partner: [String: String] = [:]
  private(set) var counterparts: [Counterpart] = []

  /// `labels` of the files that both sides know.
  init(_ labels: [(a: String, b: String)]) {
    let rows = labels.filter { !$0.a.hasPrefix("@") && !$0.b.hasPrefix("@") }
    let (a, b) = (Numbering(rows.map(\.a)), Numbering(rows.map(\.b)))
    let table = Contingency(Partition(a.numbers), Partition(b.numbers))
    for (row, column) in table.assignment.enumerated() {
      if let column { partner[a.names[row]] = b.names[column] }
    }
    let sizesA = Self.sizes(labels.map(\.a))
    let sizesB = Self.sizes(labels.map(\.b))
    let shared = Self.sizes(labels.filter { partner[$0.a] == $0.b }.map(\.a))
    let taken = Set(partner.values)
    for (name, size) in sizesA {
      let other = partner[name]
      let common = other == nil ? 0 : shared[name] ?? 0
      counterparts.append(
        Counterpart(
          a: name, b: other, common: common, onlyA: size - common,
          onlyB: other.map { sizesB[$0]! - common } ?? 0))
    }
    for (name, size) in sizesB where !taken.contains(name) {
      counterparts.append(Counterpart(a: nil, b: name, common: 0, onlyA: 0, onlyB: size))
    }
    counterparts.sort(by: Self.precedes)
  }

  /// Whether files with these labels are in the same place.
  func agree(_ a: String, _ b: String) -> Bool {
    a.hasPrefix("@") ? b.hasPrefix("@") : partner[a] == b
  }

  private static func sizes(_ labels: [String]) -> [String: Int] {
    var sizes: [String: Int] = [:]
    for label in labels where !label.hasPrefix("@") { sizes[label, default: 0] += 1 }
    return sizes
  }

  private static func precedes(_ x: Counterpart, _ y: Counterpart) -> Bool {
    if x.common != y.common { return x.common > y.common }
    let (alone, other) = (x.onlyA + x.onlyB, y.onlyA + y.onlyB)
    if alone != other { return alone > other }
    if x.a != y.a { return x.a.map { a in y.a.map { a.precedesBytewise($0) } ?? true } ?? false }
    return (x.b ?? "").precedesBytewise(y.b ?? "")
  }
}

/// Names by number, in order of their first occurrence.
private struct Numbering {
  private(set) var names: [String] = []
  private(set) var numbers: [Int] = []

  init(_ labels: [String]) {
    var numberOf: [String: Int] = [:]
    for label in labels {
      if numberOf[label] == nil {
        numberOf[label] = names.count
        names.append(label)
      }
      numbers.append(numberOf[label]!)
    }
  }
}
