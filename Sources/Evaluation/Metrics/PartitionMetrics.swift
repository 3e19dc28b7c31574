internal import Basics
internal import Clustering
package import ReportModel

/// Measures a partition of a document's files by what the document says of the code.
package struct PartitionMetrics {
  private let document: Document
  private let source: String
  private let services: [Service]
  private let missing: [String]
  private let code: MeasuredCode
  private let values: MeasureValues

  /// A service and its files, as indexes into the document's.
  private struct Service {
    var id: String
    var files: [Int]
  }

  /// The document's own boundaries.
  package init(_ document: Document) {
    self.init(document, ReferenceDecomposition(document), source: "the document's boundaries")
  }

  /// Rows of `@` labels, and files without a row, are in no service. `source` tells people where the
  /// partition comes from.
  package init(_ document: Document, _ partition: ReferenceDecomposition, source: String) {
    self.document = document
    self.source = source
    var fileOf: [String: Int] = [:]
    for (index, file) in document.files.enumerated() {
      fileOf[file.path] = fileOf[file.path] ?? index
    }
    var files: [String: [Int]] = [:]
    for row in partition.scored {
      if let file = fileOf[row.path] { files[row.service, default: []].append(file) }
    }
    missing = partition.rows.map(\.path).filter { fileOf[$0] == nil }
    services = files.map { Service(id: $0.key, files: $0.value.sorted()) }.sorted {
      $0.files.count != $1.files.count
        ? $0.files.count > $1.files.count : $0.id.precedesBytewise($1.id)
    }
    var serviceOf = [Int](repeating: -1, count: document.files.count)
    for (number, service) in services.enumerated() {
      for file in service.files { serviceOf[file] = number }
    }
    code = MeasuredCode(document) { serviceOf[$0] >= 0 }
    values = MeasureValues(code, Partition(code.files.map { serviceOf[$0] }))
  }

  package func report() -> MetricsReport {
    var report = MetricsReport(name: document.name, partition: partition)
    report.measures = measures
    report.services = serviceMeasures
    report.tables = tables
    report.cautions = MetricsCautions(report).sentences
    return report
  }

  /// Clusters are numbered by their first element, services by size.
  private func cluster(_ service: Int) -> Int {
    values.partition.labels[code.elements[services[service].files[0]]]
  }

  private var partition: MeasuredPartition {
    var result = MeasuredPartition(source: source, sizes: services.map(\.files.count))
    result.placed = code.files.count
    result.placedProduction = code.files.count { document.files[$0].role == "production" }
    result.production = document.files.count { $0.role == "production" }
    result.missing = missing.count
    result.missingFiles = Array(missing.prefix(10))
    result.dependencies = Self.counts(values.dependencies, outside: code.outsideDependencies)
    result.calls = Self.counts(values.callFlow, outside: code.outsideCalls)
    return result
  }

  private static func counts(
    _ clusters: [StructuralMeasures.Cluster], outside: Int
  ) -> EndCounts {
    var counts = EndCounts()
    for cluster in clusters {
      counts.inside += Int(cluster.inside)
      counts.between += Int(cluster.leaving)
    }
    counts.outside = outside
    return counts
  }

  private var measures: [MeasureEntry] {
    let one = MeasureValues(code, .whole(code.files.count))
    let single = MeasureValues(code, .singletons(code.files.count))
    return Measure.allCases.map { measure in
      var entry = MeasureEntry(
        id: measure.rawValue, title: measure.title,
        better: measure.isBetterHigher ? "higher" : "lower", variant: measure.variant)
      entry.value = values.value(measure)
      entry.oneService = one.value(measure)
      entry.singleFiles = single.value(measure)
      if entry.value == nil { entry.missing = reason(measure) }
      return entry
    }
  }

  /// Why a measure has no value.
  private func reason(_ measure: Measure) -> String {
    if code.files.isEmpty { return "no file is in a service" }
    if measure.needsSymbols && code.interfaces == nil {
      return "the document has no symbols: write it with analyze --with-symbols"
    }
    return switch measure {
    case .interCalls, .dampedInterCalls: "there is no call between files of services"
    case .purity, .scaledPurity: "no service reads or writes a table that is known"
    case .messageCohesion where values.interfaces?.isEmpty == false:
      "no file has two operations whose signatures name types of the project"
    case .domainCohesion where values.interfaces?.isEmpty == false:
      "no file has two operations whose names say something"
    default: "no operation is called from another service"
    }
  }

  private var serviceMeasures: [ServiceMeasures] {
    var names: [String: String] = [:]
    for boundary in document.boundaries.boundaries { names[boundary.id] = boundary.name }
    var interfaces = [[MeasureValues.Interface]](repeating: [], count: services.count)
    for interface in values.interfaces ?? [] { interfaces[interface.cluster].append(interface) }
    return services.indices.map { number in
      let (own, cluster) = (services[number], cluster(number))
      let name = names[own.id] ?? ""
      var result = ServiceMeasures(
        id: own.id, name: name.isEmpty ? own.id : name, files: own.files.count,
        lines: own.files.reduce(0) { $0 + document.files[$1].lines })
      let flow = values.dependencies[cluster]
      result.cohesion = rounded(flow.cohesion)
      result.factor = rounded(flow.factor)
      result.dependencies = Self.flow(flow)
      result.calls = Self.flow(values.callFlow[cluster])
      if values.interfaces != nil { add(interfaces[cluster], to: &result) }
      return result
    }
  }

  private func add(_ interfaces: [MeasureValues.Interface], to service: inout ServiceMeasures) {
    service.operations = interfaces.reduce(0) { $0 + $1.operations }
    service.interfaces = interfaces.count
    service.singleInterfaces = interfaces.count { $0.operations == 1 }
    service.messageCohesion = MeasureValues.mean(interfaces, \.messageCohesion).map(rounded)
    service.domainCohesion = MeasureValues.mean(interfaces, \.domainCohesion).map(rounded)
  }

  private static func flow(_ cluster: StructuralMeasures.Cluster) -> ServiceMeasures.Flow {
    ServiceMeasures.Flow(
      inside: Int(cluster.inside), entering: Int(cluster.entering), leaving: Int(cluster.leaving))
  }

  private var tables: [TableMeasure] {
    let ids = Dictionary(uniqueKeysWithValues: services.indices.map { (cluster($0), $0) })
    let purities = values.purity(.services).tables
    return zip(code.tables, zip(values.accesses, purities)).map { table, found in
      let services = found.0.map { cluster, count in
        TableMeasure.Access(service: self.services[ids[cluster]!].id, accesses: count)
      }.sorted {
        $0.accesses != $1.accesses
          ? $0.accesses > $1.accesses : $0.service.precedesBytewise($1.service)
      }
      return TableMeasure(
        name: table.name, store: table.store, purity: rounded(found.1 ?? 0), services: services)
    }
  }

  /// Six decimals, as all values have.
  private func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
}
