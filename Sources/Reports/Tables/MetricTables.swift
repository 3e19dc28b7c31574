import Basics
package import ReportModel

/// Rows of four cells: `measure`, `partition`, `service` or `table`; what it is about; the measure;
/// its value. What has no value has no row.
package enum MetricsTable {
  package static func render(_ report: MetricsReport) -> String {
    var rows: [[String]] = []
    func add(_ kind: String, _ name: String, _ measure: String, _ value: Double?) {
      if let value { rows.append([kind, name, measure, value.decimals]) }
    }
    for measure in report.measures {
      add("measure", "partition", measure.id, measure.value)
      add("measure", "one-service", measure.id, measure.oneService)
      add("measure", "single-files", measure.id, measure.singleFiles)
    }
    for (name, value) in figures(report.partition) { add("partition", "all", name, Double(value)) }
    for service in report.services {
      for (name, value) in figures(service) { add("service", service.id, name, value) }
    }
    for table in report.tables {
      add("table", table.name, "purity", table.purity)
      for access in table.services {
        add("table", table.name, "accesses:" + access.service, Double(access.accesses))
      }
    }
    return TableText.render(rows)
  }

  private static func figures(_ partition: MeasuredPartition) -> [(String, Int)] {
    [
      ("services", partition.services), ("largest", partition.sizes.first ?? 0),
      ("placed", partition.placed), ("placed-production", partition.placedProduction),
      ("production", partition.production), ("missing", partition.missing),
      ("dependencies-inside", partition.dependencies.inside),
      ("dependencies-between", partition.dependencies.between),
      ("dependencies-outside", partition.dependencies.outside),
      ("calls-inside", partition.calls.inside), ("calls-between", partition.calls.between),
      ("calls-outside", partition.calls.outside),
    ]
  }

  private static func figures(_ service: ServiceMeasures) -> [(String, Double?)] {
    [
      ("files", Double(service.files)), ("lines", Double(service.lines)),
      ("cohesion", service.cohesion), ("cf", service.factor),
      ("dependencies-inside", Double(service.dependencies.inside)),
      ("dependencies-in", Double(service.dependencies.entering)),
      ("dependencies-out", Double(service.dependencies.leaving)),
      ("calls-inside", Double(service.calls.inside)),
      ("calls-in", Double(service.calls.entering)), ("calls-out", Double(service.calls.leaving)),
      ("opn", service.operations.map(Double.init)),
      ("interface-files", service.interfaces.map(Double.init)),
      ("interface-files-of-one", service.singleInterfaces.map(Double.init)),
      ("chm", service.messageCohesion), ("chd", service.domainCohesion),
    ]
  }
}

/// Rows of four cells: `score`, the direction, the measure and its value; `side`, its letter, a figure
/// and its value; or `move`, the path, where A has it and where B has it.
package enum ComparisonTable {
  package static func render(_ report: ComparisonReport) -> String {
    var rows: [[String]] = []
    for (row, direction) in zip(report.rows, ["a-to-b", "b-to-a"]) {
      for (name, value) in row.figures { rows.append(["score", direction, name, value.decimals]) }
    }
    for (name, value) in report.shared?.figures ?? [] {
      rows.append(["score", "a-to-b", name, value.decimals])
    }
    rows.append(["score", "both", "a2a", report.architectureSimilarity.decimals])
    rows.append(["score", "both", "common", Double(report.common).decimals])
    rows.append(["score", "both", "agreeing", Double(report.agreeing).decimals])
    for (side, letter) in [(report.a, "a"), (report.b, "b")] {
      for (name, value) in [
        ("files", side.files), ("placed", side.placed), ("services", side.services),
        ("largest", side.sizes.first ?? 0), ("alone", side.alone),
      ] { rows.append(["side", letter, name, Double(value).decimals]) }
    }
    for group in report.moves {
      for file in group.files { rows.append(["move", file, group.a, group.b]) }
    }
    return TableText.render(rows)
  }
}

extension EvaluationRow {
  /// Every score by the name that tables have for it.
  var figures: [(name: String, value: Double)] {
    [
      ("ari", adjustedRandIndex), ("ari-low", low), ("ari-high", high), ("mojofm", moJoFM),
      ("a2a", architectureSimilarity), ("clusters", Double(clusters)),
      ("largest", Double(sizes.first ?? 0)), ("placed", placed),
    ]
      + coverage.flatMap { coverage in
        let name = "c2c-\(Int((coverage.threshold * 100).rounded()))"
        return [(name + "-clusters", coverage.clusters), (name + "-services", coverage.services)]
      }
  }
}

extension SharedCodeScore {
  /// Every score by the name that tables have for it.
  var figures: [(name: String, value: Double)] {
    [
      ("shared-precision", precision), ("shared-recall", recall), ("shared-f1", f1),
      ("shared-balanced-accuracy", balancedAccuracy),
    ]
  }
}

extension Double {
  /// Six decimals, without commas.
  var decimals: String { fixed(6).filter { $0 != "," } }
}
