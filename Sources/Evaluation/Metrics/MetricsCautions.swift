internal import ReportModel

/// What an architect has to know before a figure of the report is believed.
struct MetricsCautions {
  private let report: MetricsReport

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
