import Basics
package import ReportModel

/// Why one part depends on another, for people.
package enum ExplanationText {
  package static func render(
    _ explanation: Explanation, _ options: TextOptions = .init()
  ) -> String {
    var page = TextPage(options)
    let (from, to) = (explanation.from, explanation.to)
    page.line("\(from.id, .strong) -> \(to.id, .strong)", indent: 0)
    page.heading("Shortest chain")
    if explanation.chain.isEmpty { page.line("'\(from.id)' does not depend on '\(to.id)'") }
    for (index, hop) in explanation.chain.enumerated() {
      if index == 0 { page.line("\(hop.from)") }
      page.line("-> \(hop.to) (\(hop.kinds.kindSummary, .faint))", indent: 4)
      page.line("\(hop.evidence.first.map(place) ?? "")", indent: 7)
    }
    hops(explanation.edges, "Direct", from.id, to.id, &page)
    hops(explanation.reverse, "The other way", to.id, from.id, &page)
    return page.text
  }

  private static func hops(
    _ hops: [Explanation.Hop], _ title: String, _ from: String, _ to: String,
    _ page: inout TextPage
  ) {
    page.heading("\(title): \(from) -> \(to)")
    if hops.isEmpty { page.line("no direct edge") }
    let total = hops.reduce(0) { $0 + $1.count }
    if total > 0 {
      page.line("\(hops.count.counted("edge")), \(total.counted("reference"))")
    }
    let aside = hops.filter { $0.fromRole != nil || $0.toRole != nil }
    if !aside.isEmpty {
      let count = aside.count.counted("edge")
      page.line("\(count) from or to tests, migrations and the like, marked so")
    }
    // What runs comes first.
    for hop in hops.filter({ $0.fromRole == nil && $0.toRole == nil }) + aside {
      let from = hop.fromRole.map { " (\(word($0)))" } ?? ""
      let to = hop.toRole.map { " (\(word($0)))" } ?? ""
      page.line(
        "\(hop.from)\(from, .faint) -> \(hop.to)\(to, .faint): \(hop.kinds.kindSummary)")
      var seen: [String: Int] = [:]
      for evidence in hop.evidence { seen[place(evidence), default: 0] += 1 }
      let lines = hop.evidence.map(place).filter { seen.removeValue(forKey: $0) != nil }
      page.list(lines, indent: 4, more: "cleave explain --format json lists all") {
        StyledText($0)
      }
    }
  }

  /// What a tool runs once is a migration, as far as cleave finds it by itself.
  private static func word(_ role: String) -> String { role == "tool" ? "migration or tool" : role }

  private static func place(_ evidence: ViewEvidence) -> String {
    var text = "\(evidence.file):\(evidence.line) \(evidence.kind)"
    if evidence.conditional == true { text += ", condition off" }
    switch evidence.purpose {
    case "types": text += ", types only"
    case "late": text += ", by a call"
    default: break
    }
    if let configurations = evidence.configurations {
      text += ", in " + configurations.joined(separator: ", ")
    }
    return text
  }
}
