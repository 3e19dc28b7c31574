import Foundation
import ReportModel
import Testing

@testable import Reports

@Suite struct GraphFormatTests {
  @Test(arguments: Fixtures.views.map(\.name))
  func formatsAreAsKept(name: String) throws {
    let view = try #require(Fixtures.views.first { $0.name == name }).view
    for format in OutputFormats.graph {
      try Golden.expect(try format.render(view, .init()), is: "graph-\(name).\(format.name)")
    }
  }

  /// `dot` must draw each picture, and draw every node, edge and cluster of it.
  @Test(arguments: Fixtures.views.map(\.name))
  func dotDraws(name: String) throws {
    let view = try #require(Fixtures.views.first { $0.name == name }).view
    let drawn = try run(["timeout", "20", "dot", "-Tsvg"], input: DotReport.render(view))
    #expect(drawn.status == 0, "dot: \(drawn.talk)")
    #expect(!drawn.talk.contains("rror"), "dot: \(drawn.talk)")
    func count(_ kind: String) -> Int {
      drawn.output.components(separatedBy: "class=\"\(kind)\"").count - 1
    }
    #expect(count("node") == view.nodes.count)
    #expect(count("edge") == view.edges.count)
    #expect(count("cluster") == view.clusters.count)
  }

  /// What Graphviz parsed is what was meant: names come back, nothing else appears.
  @Test func nastyNamesSurviveGraphviz() throws {
    let parsed = try run(["dot", "-Tdot_json"], input: DotReport.render(Fixtures.nastyView))
    try #require(parsed.status == 0, "dot: \(parsed.talk)")
    let object = try JSONSerialization.jsonObject(with: Data(parsed.output.utf8))
    let graph = try #require(object as? [String: Any])
    let objects = try #require(graph["objects"] as? [[String: Any]])
    let nodes = objects.filter { $0["nodes"] == nil && $0["shape"] != nil || $0["id"] != nil }
    #expect(nodes.count == Fixtures.nastyNames.count)
    #expect(Set(nodes.compactMap { $0["name"] as? String }).count == nodes.count)
  }

  @Test func jsonHasEveryNodeEdgeAndReference() throws {
    let text = GraphJSONReport.render(Fixtures.nastyView)
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let graph = try #require(object as? [String: Any])
    let nodes = try #require(graph["nodes"] as? [[String: Any]])
    #expect(nodes.map { $0["path"] as? String } == Fixtures.nastyNames)
    let edges = try #require(graph["edges"] as? [[String: Any]])
    #expect(edges.count == Fixtures.nastyNames.count - 1)
    for (index, edge) in edges.enumerated() {
      #expect(edge["from"] as? String == "file:" + Fixtures.nastyNames[index])
      let evidence = try #require(edge["evidence"] as? [[String: Any]])
      #expect(evidence.first?["file"] as? String == Fixtures.nastyNames[index + 1])
    }
  }

  @Test func tablesKeepOneRowALine() {
    let rows = EdgeListReport.render(Fixtures.nastyView).split(separator: "\n")
    #expect(rows.count == Fixtures.nastyView.edges.count)
    #expect(
      rows.allSatisfy { $0.split(separator: "\t", omittingEmptySubsequences: false).count == 4 })
    #expect(rows == rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  }

  @Test func mermaidKeepsItsLimitsAndSaysSo() {
    var view = Fixtures.tangled
    for from in 0..<56 {
      for to in 0..<56
      where from != to && !view.edges.contains(where: { $0.from == from && $0.to == to }) {
        view.edges.append(Fixtures.edge(from, to, 1))
      }
    }
    for index in view.nodes.indices {
      view.nodes[index].label += String(repeating: "x", count: 900)
    }
    let text = MermaidReport.render(view)
    #expect(text.utf8.count <= MermaidReport.mostBytes)
    #expect(text.components(separatedBy: "|").count / 2 <= MermaidReport.mostEdges)
    #expect(text.contains("left out for Mermaid's limits"))
    #expect(!MermaidReport.render(Fixtures.small).contains("left out for"))
  }

  @Test func mermaidLabelsHoldNoSyntax() {
    let text = MermaidReport.render(Fixtures.nastyView)
    for line in text.split(separator: "\n") where line.contains("[\"") {
      let label = line.components(separatedBy: "[\"")[1].components(separatedBy: "\"]")[0]
      #expect(!label.contains { "\"<>[]{}|`\\".contains($0) }, "\(line)")
    }
  }

  @Test func dotIDsStayDifferentWhenCut() {
    let long = String(repeating: "long/", count: 1_000)
    #expect(DotSyntax.id(long + "a") != DotSyntax.id(long + "b"))
    #expect(DotSyntax.id(long).utf8.count < 2_000)
  }
}
