internal import Basics
internal import Clustering
package import ReportModel

/// Scores placements of files against a reference.
///
/// Scored files that a placement leaves outside of all boundaries (a label that starts with `@`, or
/// none) are one cluster together, so that it does not pay to hide hard files there.
package struct Scoring: Sendable {
  package let reference: ReferenceDecomposition
  private let scored: [(path: String, service: String)]
  private let services: [String: Int]

  /// Resamplings of the files for the bounds of a score.
  private static let resamplings = 200

  package init(_ reference: ReferenceDecomposition) {
    self.reference = reference
    scored = reference.scored
    var services: [String: Int] = [:]
    for row in scored { services[row.service] = services[row.service] ?? services.count }
    self.services = services
  }

  /// The paths that are scored, bytewise.
  package var paths: [String] { scored.map(\.path) }
  package var serviceCount: Int { services.count }

  /// `label` gives the boundary of a path, a label that starts with `@`, or nil for an unknown path.
  package func row(_ method: String, _ label: (String) -> String?) -> EvaluationRow {
    let labels = scored.map { label($0.path) }
    return row(
      method, labels: labels.map { $0.flatMap { $0.hasPrefix("@") ? nil : $0 } },
      known: labels.map { $0 != nil })
  }

  private func row(_ method: String, labels: [String?], known: [Bool]) -> EvaluationRow {
    var numbers: [String: Int] = [:]
    let found = labels.map { label -> Int in
      guard let label else { return -1 }
      let number = numbers[label] ?? numbers.count
      numbers[label] = number
      return number
    }
    let wanted = scored.map { services[$0.service]! }
    let recovered = Partition(found)
    let reference = Partition(wanted)
    let comparison = PartitionComparison(recovered: recovered, reference: reference)
    let bounds = bounds(recovered, reference)
    return EvaluationRow(
      method: method, sizes: recovered.sizes.sorted(by: >),
      placed: Self.share(found.count { $0 >= 0 }, of: found.count),
      adjustedRandIndex: comparison.adjustedRandIndex, low: bounds.low, high: bounds.high,
      moJoFM: comparison.moJoFM,
      architectureSimilarity: architectureSimilarity(
        zip(found, known).map { $1 ? $0 : nil }, wanted),
      coverage: [0.66, 0.5, 0.33].map { threshold in
        let share = comparison.coverage(above: threshold)
        return EvaluationRow.Coverage(
          threshold: threshold, clusters: share.recovered, services: share.reference)
      })
  }

  /// The adjusted Rand index alone.
  package func adjustedRandIndex(_ label: (String) -> String?) -> Double {
    let labels = scored.map { row in label(row.path).flatMap { $0.hasPrefix("@") ? nil : $0 } }
    var numbers: [String?: Int] = [:]
    for label in labels { numbers[label] = numbers[label] ?? numbers.count }
    return PartitionComparison(
      recovered: Partition(labels.map { numbers[$0]! }),
      reference: Partition(scored.map { services[$0.service]! })
    ).adjustedRandIndex
  }

  /// 2.5 and 97.5 percentiles of the adjusted Rand index over as many files, drawn with replacement
  /// (Efron 1979). A file counts as often as it is drawn, without pairs of its copies.
  private func bounds(_ recovered: Partition, _ reference: Partition) -> (low: Double, high: Double)
  {
    let count = recovered.nodeCount
    guard count > 1 else { return (1, 1) }
    let index = DrawnRandIndex(recovered: recovered, reference: reference)
    var generator = SeededGenerator(seed: 1)
    let scores = (0..<Self.resamplings).map { _ in
      var times = [Int](repeating: 0, count: count)
      for _ in 0..<count { times[Int.random(in: 0..<count, using: &generator)] += 1 }
      return index.value(multiplicities: times)
    }.sorted()
    return (scores[scores.count / 40], scores[scores.count - 1 - scores.count / 40])
  }

  /// Nil where the reference names no shared file. `isShared` is asked about `@shared` and services.
  package func shared(_ isShared: (String) -> Bool) -> SharedCodeScore? {
    var score = SharedCodeScore(
      truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    for row in reference.rows {
      switch (row.service == ReferenceDecomposition.shared, isShared(row.path)) {
      case _ where row.service.hasPrefix("@") && row.service != ReferenceDecomposition.shared: break
      case (true, true): score.truePositives += 1
      case (true, false): score.falseNegatives += 1
      case (false, true): score.falsePositives += 1
      case (false, false): score.trueNegatives += 1
      }
    }
    return score.truePositives + score.falseNegatives > 0 ? score : nil
  }

  /// What the reference holds, and which scored files are not among `known`.
  package func summary(known: (String) -> Bool) -> ReferenceSummary {
    let missing = paths.filter { !known($0) }
    return ReferenceSummary(
      files: reference.rows.count, scored: scored.count, services: services.count,
      missing: missing.count, missingFiles: Array(missing.prefix(10)))
  }

  private static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}
