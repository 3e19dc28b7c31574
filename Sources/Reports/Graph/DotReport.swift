import Basics
import Foundation
package import ReportModel

/// A graph for Graphviz' `dot`.
///
/// Arrows mean "depends on". Back edges take no part in the ranking where there are no clusters,
/// which makes a knot cheap for `dot`; beside clusters they only pull at nothing, since Graphviz
/// 2.43 hangs or crashes on a tenth of the graphs that have both clusters and `constraint=false`.
/// Equal views give equal bytes; line ends are `\n` everywhere.
package enum DotReport {
  /// Edges carry their counts as labels in pictures of at most this many edges.
  static let mostLabelledEdges = 20

  package static func render(_ view: GraphView) -> String {
    var lines = ["digraph \(DotSyntax.id(view.name)) {"]
    lines += header(view)
    let nodes = view.nodes.map { node($0, in: view) }
    for cluster in view.clusters.indices where view.clusters[cluster].parent == nil {
      lines += self.cluster(cluster, of: view, nodes, indent: "  ")
    }
    for (index, node) in view.nodes.enumerated() where node.cluster == nil {
      lines.append("  " + nodes[index])
    }
    lines += view.edges.map { "  " + edge($0, in: view) }
    return (lines + ["}", ""]).joined(separator: "\n")
  }

  private static func header(_ view: GraphView) -> [String] {
    [
      "  graph [rankdir=LR compound=true nodesep=0.18 ranksep=0.7 fontname=\"Helvetica\""
        + " fontsize=10 labelloc=b labeljust=l label=\(DotSyntax.flushLeft(legend(view)))"
        + " tooltip=\(DotSyntax.tooltip(["\(view.name): \(view.level.plural)"]))];",
      "  node [shape=box style=\"rounded,filled\" fillcolor=\"#ffffff\" color=\"#5b6b7a\""
        + " fontname=\"Helvetica\" fontsize=10 height=0.3 margin=\"0.1,0.05\"];",
      "  edge [color=\"#33415580\" arrowsize=0.6 fontname=\"Helvetica\" fontsize=8"
        + " fontcolor=\"#55606c\"];",
    ]
  }

  /// What the picture is, how to read it, and what it leaves out.
  private static func legend(_ view: GraphView) -> [String] {
    var signs = ["A -> B: A depends on B"]
    if view.edges.contains(where: \.isBack) { signs.append("red: cut to break a cycle") }
    if view.edges.contains(where: \.isConditional) { signs.append("dashed: condition off") }
    if view.nodes.contains(where: { $0.folded > 1 }) { signs.append("3D box: several folded") }
    if view.edges.count > mostLabelledEdges {
      signs.append("thicker: more references")
    } else if !view.edges.isEmpty {
      signs.append("number: references")
    }
    let size =
      "\(view.name): \(view.nodes.count.counted(view.level.rawValue, view.level.plural)),"
      + " \(view.edges.count.counted("edge"))"
    return [size, signs.joined(separator: "   ")] + view.notes
  }

  private static func cluster(
    _ index: Int, of view: GraphView, _ nodes: [String], indent: String
  ) -> [String] {
    let cluster = view.clusters[index]
    let inner = indent + "  "
    var lines = [
      "\(indent)subgraph \(DotSyntax.id("cluster_" + cluster.id)) {",
      "\(inner)graph [label=\(DotSyntax.label([cluster.label])) labelloc=t labeljust=l"
        + " style=\"rounded,filled\" fillcolor=\"#eef2f6\" color=\"#c3ccd6\""
        + " tooltip=\(DotSyntax.tooltip([cluster.id]))];",
    ]
    for child in view.clusters.indices where view.clusters[child].parent == index {
      lines += self.cluster(child, of: view, nodes, indent: inner)
    }
    for (number, node) in view.nodes.enumerated() where node.cluster == index {
      lines.append(inner + nodes[number])
    }
    return lines + [indent + "}"]
  }

  private static func node(_ node: ViewNode, in view: GraphView) -> String {
    var attributes = [
      "label=\(DotSyntax.label(label(node, in: view)))",
      "tooltip=\(DotSyntax.tooltip(tooltip(node, in: view)))",
      "id=\(DotSyntax.id(node.id))",
    ]
    if node.folded > 1 { attributes.append("shape=box3d style=filled") }
    if node.isHighlighted {
      attributes.append("fillcolor=\"#ffd75e\" penwidth=2")
    } else if let fill = fill(node) {
      attributes.append("fillcolor=\"\(fill)\"")
    }
    return "\(DotSyntax.id(node.id)) [\(attributes.joined(separator: " "))];"
  }

  private static func label(_ node: ViewNode, in view: GraphView) -> [String] {
    if node.label.hasPrefix("\(node.folded) ") { return [node.label] }
    if node.folded > 1 { return [node.label, "\(node.folded.grouped) \(view.level.plural)"] }
    if view.level != .boundary { return [node.label] }
    return [node.label, "\(node.paths.count.counted("file")), \(node.lines.counted("line"))"]
  }

  private static func tooltip(_ node: ViewNode, in view: GraphView) -> [String] {
    var lines = [node.id]
    var size = [node.paths.count.counted("file")]
    if node.lines > 0 { size.append(node.lines.counted("line")) }
    if let language = node.language { size.append(language) }
    if let role = node.role, role != "production" { size.append(role) }
    lines.append(size.joined(separator: ", "))
    if node.folded > 1 { lines.append("\(node.folded.grouped) \(view.level.plural) folded") }
    if node.inside > 0 { lines.append("\(node.inside.counted("reference")) inside") }
    let boundaries = node.boundaries.filter { !$0.isEmpty }
    if view.level != .boundary, !boundaries.isEmpty {
      let shown = boundaries.prefix(5).joined(separator: ", ")
      lines.append((boundaries.count == 1 ? "boundary: " : "boundaries: ") + shown)
    }
    return lines
  }

  /// A tint for what is not plain production code.
  private static func fill(_ node: ViewNode) -> String? {
    if let boundary = node.boundaries.first, boundary.hasPrefix("@"), node.role == "production" {
      return "#e8e4da"
    }
    switch node.role {
    case "test": return "#dff0d8"
    case "generated", "tool": return "#dcdcdc"
    case "vendored": return "#e9dcc9"
    default: return nil
    }
  }

  private static func edge(_ edge: ViewEdge, in view: GraphView) -> String {
    let (from, to) = (view.nodes[edge.from], view.nodes[edge.to])
    var attributes = ["penwidth=\(width(edge.count))"]
    if view.edges.count <= mostLabelledEdges { attributes.append("label=\"\(edge.count)\"") }
    if edge.isConditional { attributes.append("style=dashed") }
    if edge.isBack {
      let pull = view.clusters.isEmpty ? "constraint=false" : "weight=0"
      attributes.append("color=\"#c0392bc0\" \(pull)")
    }
    let tip = DotSyntax.tooltip(tooltip(edge, from, to))
    attributes.append("tooltip=\(tip) edgetooltip=\(tip)")
    if view.edges.count <= mostLabelledEdges { attributes.append("labeltooltip=\(tip)") }
    return
      "\(DotSyntax.id(from.id)) -> \(DotSyntax.id(to.id)) [\(attributes.joined(separator: " "))];"
  }

  private static func tooltip(_ edge: ViewEdge, _ from: ViewNode, _ to: ViewNode) -> [String] {
    var lines = ["\(from.label) depends on \(to.label)"]
    lines.append("\(edge.count.counted("reference")): \(edge.kinds.kindSummary)")
    lines += edge.evidence.prefix(3).map { "\($0.file):\($0.line) \($0.kind)" }
    if edge.count > 3 { lines.append("…") }
    if edge.isBack { lines.append("closes a cycle; among the edges that would be cut") }
    return lines
  }

  /// From 0.8 for one reference to 4 for a thousand, by its logarithm.
  private static func width(_ count: Int) -> String {
    min(4, 0.8 + log2(Double(max(1, count))) * 0.32).fixed(2)
  }
}
