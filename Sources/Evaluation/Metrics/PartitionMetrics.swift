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
    for (index, file) in document.files.enumerated() { fileOf[file.path] = index }
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
    report.services = services.indices.map(service)
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

  private func service(_ number: Int) -> ServiceMeasures {
    let (own, cluster) = (services[number], cluster(number))
    let name = document.boundaries.boundaries.first { $0.id == own.id }?.name ?? ""
    var result = ServiceMeasures(
      id: own.id, name: name.isEmpty ? own.id : name, files: own.files.count,
      lines: own.files.reduce(0) { $0 + document.files[$1].lines })
    let flow = values.dependencies[cluster]
    result.cohesion = rounded(flow.cohesion)
    result.factor = rounded(flow.factor)
    result.dependencies = Self.flow(flow)
    result.calls = Self.flow(values.callFlow[cluster])
    if let interfaces = values.interfaces {
      let files = interfaces.filter { values.partition.labels[$0.element] == cluster }
      result.interfaces = files.count
      result.singleInterfaces = files.count { $0.operations.count == 1 }
      result.operations = files.reduce(0) { $0 + $1.operations.count }
      result.messageCohesion = values.cohesion(\.types, in: cluster).map(rounded)
      result.domainCohesion = values.cohesion(\.words, in: cluster).map(rounded)
    }
    return result
  }

  private static func flow(_ cluster: StructuralMeasures.Cluster) -> ServiceMeasures.Flow {
    ServiceMeasures.Flow(
      inside: Int(cluster.inside), entering: Int(cluster.entering), leaving: Int(cluster.leaving))
  }

  private var tables: [TableMeasure] {
    let ids = Dictionary(uniqueKeysWithValues: services.indices.map { (cluster($0), $0) })
    let purities = values.purity(.bits).tables
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

/// What an architect has to know before a figure of the report is believed.
private struct MetricsCautions {
  let report: MetricsReport

  /// A partition with a service of more than this share of the files is one giant and the rest.
  private static let giant = 0.5
  /// Below this share of the production files the partition leaves much of the code out.
  private static let coverage = 0.8

  init(_ report: MetricsReport) { self.report = report }

  var sentences: [String] {
    [one, giant, singles, coverage, outside, interfaces].compactMap { $0 }
  }

  private var partition: MeasuredPartition { report.partition }

  private var one: String? {
    guard partition.services == 1 else { return nil }
    return "there is one service: nothing can cross it, so ICP, IRN, OPN and IFN are 0 and TurboMQ"
      + " is 1 whatever the code is like"
  }

  private var giant: String? {
    guard partition.services > 1, let largest = partition.sizes.first,
      Double(largest) > Self.giant * Double(partition.placed)
    else { return nil }
    return "the largest service holds \(Self.percent(largest, of: partition.placed)) of the files:"
      + " the nearer a partition comes to one service, the lower are its ICP, IRN and IFN"
  }

  private var singles: String? {
    let singles = partition.sizes.count { $0 == 1 }
    guard singles * 2 > partition.services, partition.services > 1 else { return nil }
    return "\(singles) of \(partition.services) services are single files: DTP, CHM and CHD rise,"
      + " and SM counts their cohesion as 0"
  }

  private var coverage: String? {
    guard Double(partition.placedProduction) < Self.coverage * Double(partition.production)
    else { return nil }
    let share = Self.percent(partition.placedProduction, of: partition.production)
    return "only \(share) of the production files are in a service: what is left out cannot lower"
      + " a figure"
  }

  private var outside: String? {
    let calls = partition.calls
    guard calls.outside > calls.inside + calls.between else { return nil }
    let all = calls.inside + calls.between + calls.outside
    return "\(Self.percent(calls.outside, of: all)) of the calls from and to these files have their"
      + " other end in production code of no service, and count nowhere"
  }

  private var interfaces: String? {
    let all = report.services.reduce(0) { $0 + ($1.interfaces ?? 0) }
    let single = report.services.reduce(0) { $0 + ($1.singleInterfaces ?? 0) }
    guard single * 2 > all else { return nil }
    return "\(single) of \(all) files that are called from other services hold one such operation"
      + " alone, which CHM and CHD count as 1"
  }

  private static func percent(_ part: Int, of whole: Int) -> String {
    "\(Int((100 * Double(part) / Double(max(whole, 1))).rounded())) %"
  }
}
