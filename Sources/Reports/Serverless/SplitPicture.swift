import Basics
package import ReportModel

/// What runs on and on beside what is needed only at times, for Graphviz' `dot`: triggers on the left,
/// in two frames the code that they start, coloured by verdict.
package enum SplitPicture {
  /// More handlers of one folder and verdict are drawn as one box.
  static let mostAlone = 4

  package static func render(_ document: Document, _: TextOptions = .init()) -> String {
    let rows = SplitRow.rows(document.serverless)
    var lines = ["digraph \(DotSyntax.id(document.name + ": serverless")) {"]
    lines += header(document.name, rows)
    var edges: [String] = []
    var kinds: Set<String> = []
    var number = 0
    for need in Need.allCases {
      let own = rows.filter { $0.need == need }
      guard !own.isEmpty else { continue }
      lines.append("  subgraph \"cluster_\(need.rawValue)\" {")
      lines.append(
        "    label=\(DotSyntax.label(["needed " + need.words])) style=\"rounded\" color=\"#94a3b8\""
          + " fontname=\"Helvetica\" fontsize=10;")
      for row in own {
        for box in boxes(row) {
          lines.append("    n\(number) " + node(box, row))
          for (kind, count) in box.kinds.sorted(by: { $0.key.precedesBytewise($1.key) }) {
            kinds.insert(kind)
            let label = count > 1 ? " label=\(DotSyntax.label([String(count)]))" : ""
            edges.append("  \(DotSyntax.id("on " + kind)) -> n\(number) [\(label)];")
          }
          number += 1
        }
      }
      lines.append("  }")
    }
    for kind in kinds.sorted(by: { $0.precedesBytewise($1) }) {
      lines.append(
        "  \(DotSyntax.id("on " + kind)) [label=\(DotSyntax.label([kind])) shape=cds"
          + " fillcolor=\"#f1f5f9\"];")
    }
    return (lines + edges + ["}", ""]).joined(separator: "\n")
  }

  private static func header(_ name: String, _ rows: [SplitRow]) -> [String] {
    let count = rows.flatMap(\.findings).handlerCount
    let flagged = rows.filter { ServerlessText.isFlagged($0.verdict) }.flatMap(\.findings)
      .handlerCount
    let legend = [
      "\(name): \(count.counted("handler")) with a declared trigger, \(flagged) flagged",
      "green: function or serverless service   blue: container   grey: stays where it is",
    ]
    return [
      "  graph [rankdir=LR nodesep=0.18 ranksep=0.9 fontname=\"Helvetica\" fontsize=10 labelloc=b"
        + " labeljust=l label=\(DotSyntax.flushLeft(legend))];",
      "  node [shape=box style=\"rounded,filled\" fillcolor=\"#ffffff\" color=\"#5b6b7a\""
        + " fontname=\"Helvetica\" fontsize=10 height=0.3 margin=\"0.1,0.05\"];",
      "  edge [color=\"#33415580\" arrowsize=0.6 fontname=\"Helvetica\" fontsize=8];",
    ]
  }

  /// Handlers of one folder that are drawn as one box, or one alone.
  private struct Box {
    var title: String
    var findings: [ServerlessEntry]

    var kinds: [String: Int] { findings.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 } }
  }

  private static func boxes(_ row: SplitRow) -> [Box] {
    var folders: [String: [ServerlessEntry]] = [:]
    for finding in row.findings {
      let parts = finding.place.file.split(separator: "/").dropLast()
      folders[parts.joined(separator: "/"), default: []].append(finding)
    }
    return folders.keys.sorted { $0.precedesBytewise($1) }.flatMap { folder -> [Box] in
      let findings = folders[folder] ?? []
      if findings.count > mostAlone {
        return [Box(title: folder.isEmpty ? "." : folder, findings: findings)]
      }
      return findings.map { Box(title: $0.name, findings: [$0]) }
    }
  }

  private static func node(_ box: Box, _ row: SplitRow) -> String {
    let count = box.findings.count
    let label =
      count > 1 ? [box.title, count.counted("handler"), row.name] : [box.title, row.name]
    let tooltip = box.findings.map { "\($0.place.text) \($0.name): \($0.verdict)" }
    return "[label=\(DotSyntax.label(label)) fillcolor=\"\(colour(row))\""
      + " tooltip=\(DotSyntax.tooltip(tooltip))\(count > 1 ? " shape=box3d" : "")];"
  }

  private static func colour(_ row: SplitRow) -> String {
    if ServerlessText.isFlagged(row.verdict) { return "#bbf7d0" }
    return row.verdict.hasPrefix("container") ? "#bfdbfe" : "#e5e7eb"
  }
}
