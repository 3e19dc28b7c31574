import ReportModel
import Testing

@testable import Reports

/// Reports of measures and comparisons, with names that tear badly written output apart.
@Suite struct MetricsReportTests {
  private static var metrics: MetricsReport {
    var partition = MeasuredPartition(source: "na\tme\u{1B}", sizes: [9, 1])
    (partition.placed, partition.placedProduction, partition.production) = (10, 9, 12)
    (partition.missing, partition.missingFiles) = (2, ["a\nb", "c"])
    var report = MetricsReport(name: "x\u{7}", partition: partition)
    var known = MeasureEntry(id: "icp", title: "ICP", better: "lower", variant: "a\u{1B}b")
    (known.value, known.oneService, known.singleFiles) = (0.25, 0, 1)
    var count = MeasureEntry(id: "opn", title: "OPN", better: "lower", variant: "v")
    (count.value, count.oneService, count.singleFiles) = (1234, 0, 2000)
    var absent = MeasureEntry(id: "chm", title: "CHM", better: "higher", variant: "v")
    absent.missing = "for a reason"
    report.measures = [known, count, absent]
    report.services = Fixtures.nastyNames.map {
      ServiceMeasures(id: $0, name: $0, files: 3, lines: 4)
    }
    report.services[0].operations = 12
    report.tables = Fixtures.nastyNames.map {
      TableMeasure(
        name: $0, store: "table", purity: -0.5,
        services: [.init(service: $0, accesses: 3), .init(service: "b", accesses: 3)])
    }
    report.cautions = ["mind the \u{1B}gap"]
    return report
  }

  private static var comparison: ComparisonReport {
    var report = ComparisonReport(
      a: ComparedPartition(name: "a\n.tsv", kind: "table", files: 40, sizes: Array(1...25)),
      b: ComparedPartition(name: "b.json", kind: "document", files: 40, sizes: [40]))
    report.a.alone = 1
    report.a.aloneFiles = ["only\u{1B}here"]
    report.rows = [("A against B", 0.25), ("B against A", 0.75)].map { method, share in
      EvaluationRow(
        method: method, sizes: [3, 2], placed: 1, adjustedRandIndex: 0.5, low: 0.4, high: 0.6,
        moJoFM: 70, architectureSimilarity: 90,
        coverage: [.init(threshold: 0.66, clusters: share, services: 1 - share)])
    }
    report.shared = SharedCodeScore(
      truePositives: 1, falsePositives: 1, falseNegatives: 0, trueNegatives: 1)
    report.counterparts = Fixtures.nastyNames.map {
      Counterpart(a: $0, b: nil, common: 0, onlyA: 2, onlyB: 0)
    }
    report.moves = Fixtures.nastyNames.map { MovedFiles(a: $0, b: "@shared", files: [$0, "z"]) }
    return report
  }

  private static func texts(_ options: TextOptions) -> [String] {
    [MetricsText.render(metrics, options), ComparisonText.render(comparison, options)]
  }

  @Test func `names cannot forge output`() {
    let tables = [MetricsTable.render(Self.metrics), ComparisonTable.render(Self.comparison)]
    for text in Self.texts(.init()) + tables {
      let controls = text.unicodeScalars.filter {
        $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t"
      }
      #expect(controls.isEmpty)
    }
    for row in tables.joined().split(separator: "\n") {
      #expect(row.split(separator: "\t", omittingEmptySubsequences: false).count == 4, "\(row)")
    }
    #expect(!Self.texts(.init()).joined().contains("\t"))
  }

  @Test(arguments: [60, 96])
  func `lines keep the width`(_ width: Int) {
    var options = TextOptions()
    options.width = width
    // Tables of numbers do not shrink.
    var (metrics, comparison) = (Self.metrics, Self.comparison)
    metrics.services = []
    (comparison.rows, comparison.counterparts) = ([], [])
    let texts = [
      MetricsText.render(metrics, options), ComparisonText.render(comparison, options),
    ]
    for line in texts.joined().split(separator: "\n") where !line.contains("c2c B") {
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func `what has no value says why, counts have no decimals`() {
    let text = MetricsText.render(Self.metrics, .init())
    #expect(text.contains("no value: CHM: for a reason"))
    #expect(text.contains("1,234") && !text.contains("1,234.000"))
    #expect(text.contains("caution: mind the"))
    #expect(text.contains("One giant service has ICP 0"))
    let table = MetricsTable.render(Self.metrics)
    #expect(table.contains("measure\tpartition\topn\t1234.000000\n"))
    #expect(!table.contains("chm"))
  }

  @Test func `shared code has its scores`() {
    let text = ComparisonText.render(Self.comparison, .init())
    #expect(text.contains("precision 0.50, recall 1.00"))
    let table = ComparisonTable.render(Self.comparison)
    #expect(table.contains("score\ta-to-b\tshared-balanced-accuracy\t0.750000\n"))
  }

  /// In both rows a column is about the same side.
  @Test func `coverage stands under its side`() throws {
    let rows = ComparisonText.render(Self.comparison, .init()).split(separator: "\n")
      .filter { $0.contains(" against ") && $0.contains("%") }
    #expect(rows.count == 2)
    for row in rows { #expect(row.hasSuffix("75 %") && row.contains(" 25 % ")) }
  }
}
