package import ReportModel

/// `path<TAB>boundary`, one row for every source file.
package enum BoundaryTable {
  package static func render(_ document: Document) -> String {
    TableText.render(document.files.map { [$0.path, $0.boundary] })
  }
}

/// `path<TAB>line<TAB>symbol<TAB>kind<TAB>verdict`, one row for each (handler, kind).
package enum ServerlessTable {
  package static func render(_ document: Document) -> String {
    TableText.render(
      document.serverless.findings.map {
        [$0.place.file, String($0.place.line), $0.symbol, $0.kind, $0.verdict]
      })
  }
}

/// `method<TAB>measure<TAB>value`, six decimals.
package enum EvaluationTable {
  package static func render(_ report: EvaluationReport) -> String {
    var rows: [[String]] = []
    func add(_ method: String, _ measure: String, _ value: Double) {
      rows.append([method, measure, value.decimals])
    }
    for row in report.rows {
      for (name, value) in row.figures { add(row.method, name, value) }
    }
    for (index, score) in report.seeds.enumerated() {
      add("cleave", "ari-seed-\(index + 1)", score)
    }
    for (index, score) in report.deletions.enumerated() {
      add("cleave", index == 0 ? "ari-kept" : "ari-deletion-\(index)", score)
    }
    if let shared = report.shared {
      for (name, value) in shared.figures { add("cleave", name, value) }
      add("all shared", "shared-f1", shared.f1OfAll)
    }
    return TableText.render(rows)
  }
}
