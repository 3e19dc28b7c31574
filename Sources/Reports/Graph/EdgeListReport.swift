import Basics
package import ReportModel

/// A graph as a table of edges: `from<TAB>to<TAB>count<TAB>kinds`, sorted bytewise, no header.
///
/// Kinds are `kind=count`, by name, with commas between. Nodes without an edge do not appear.
package enum EdgeListReport {
  package static func render(_ view: GraphView) -> String {
    let rows = view.edges.map { edge in
      let kinds = edge.kinds.sorted { $0.key.precedesBytewise($1.key) }
        .map { "\($0.key)=\($0.value)" }
      return [
        view.nodes[edge.from].id, view.nodes[edge.to].id, String(edge.count),
        kinds.joined(separator: ","),
      ]
    }
    return TableText.render(rows)
  }
}
