import Basics
package import ReportModel

/// A graph for Mermaid, which many pages draw by themselves.
///
/// Mermaid refuses more than 500 edges or 50,000 characters by default, so the lightest edges are
/// left out until both hold, then nodes without an edge; a comment and a note say how many.
package enum MermaidReport {
  static let mostEdges = 400
  static let mostBytes = 48_000

  package static func render(_ view: GraphView) -> String {
    var edges = heaviest(mostEdges, of: view)
    var nodes = Array(view.nodes.indices)
    var text = render(view, nodes, edges)
    while text.utf8.count > mostBytes && !(edges.isEmpty && nodes.isEmpty) {
      if edges.isEmpty {
        nodes = Array(nodes.prefix(nodes.count / 2))
      } else {
        edges = Array(heaviest(edges.count * 3 / 4, of: view))
        let used = Set(edges.flatMap { [view.edges[$0].from, view.edges[$0].to] })
        nodes = view.nodes.indices.filter(used.contains)
      }
      text = render(view, nodes, edges)
    }
    return text
  }

  /// Indexes of the heaviest edges, ascending.
  private static func heaviest(_ count: Int, of view: GraphView) -> [Int] {
    let order = view.edges.indices.sorted {
      (-view.edges[$0].count, $0) < (-view.edges[$1].count, $1)
    }
    return order.prefix(count).sorted()
  }

  private static func render(_ view: GraphView, _ nodes: [Int], _ edges: [Int]) -> String {
    var lines = ["graph LR", "  %% A --> B: A depends on B"]
    lines += notes(view, nodes, edges).map { "  %% " + comment($0) }
    let shown = Set(nodes)
    for (index, cluster) in view.clusters.enumerated() {
      let members = nodes.filter { view.nodes[$0].cluster == index }
      if members.isEmpty { continue }
      lines.append("  subgraph c\(index)[\"\(escaped(cluster.label))\"]")
      lines += members.map { "    " + node($0, of: view) }
      lines.append("  end")
    }
    lines += nodes.filter { view.nodes[$0].cluster == nil }.map { "  " + node($0, of: view) }
    for edge in edges.map({ view.edges[$0] })
    where shown.contains(edge.from) && shown.contains(edge.to) {
      let arrow = edge.isBack || edge.isConditional ? "-.->" : "-->"
      lines.append("  n\(edge.from) \(arrow)|\(edge.count)| n\(edge.to)")
    }
    let left = notes(view, nodes, edges)
    if left.count > view.notes.count, let last = left.last {
      lines.append("  note[\"\(escaped(last))\"]")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func notes(_ view: GraphView, _ nodes: [Int], _ edges: [Int]) -> [String] {
    let missing = (view.edges.count - edges.count, view.nodes.count - nodes.count)
    if missing == (0, 0) { return view.notes }
    return view.notes + [
      "left out for Mermaid's limits: \(missing.0.counted("edge")),"
        + " \(missing.1.counted("node")); --format dot or json has them"
    ]
  }

  private static func node(_ index: Int, of view: GraphView) -> String {
    let node = view.nodes[index]
    let label = escaped(node.label)
    return node.folded > 1 ? "n\(index)[[\"\(label)\"]]" : "n\(index)[\"\(label)\"]"
  }

  private static func comment(_ text: String) -> String {
    text.escapedForTerminal.replacing("{", with: "(").replacing("}", with: ")")
      .replacing("`", with: "'")
  }

  /// Letters, digits and harmless marks as they are, everything else as a numbered entity.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.escapedForTerminal.unicodeScalars {
      let isPlain =
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || " ._-/,:*…"
          .unicodeScalars.contains(scalar)
      if isPlain { out.unicodeScalars.append(scalar) } else { out += "#\(scalar.value);" }
    }
    return out
  }
}
