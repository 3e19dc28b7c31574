import ReportModel

extension Fixtures {
  /// Views made by hand, from empty to tangled.
  static let views: [(name: String, view: GraphView)] = [
    ("empty", GraphView(name: "nothing", level: .module)), ("small", small), ("nasty", nastyView),
    ("tangled", tangled),
  ]

  static func edge(_ from: Int, _ to: Int, _ count: Int) -> ViewEdge {
    let evidence = (1...min(count, 5)).map {
      ViewEvidence(file: "src/f\(from).c", line: $0 * 10, kind: "call")
    }
    return ViewEdge(
      from: from, to: to, kinds: ["call": count], count: count, evidence: evidence,
      isConditional: false)
  }

  /// Clusters, a folded and a highlighted node, a back edge, a conditional edge, notes.
  static var small: GraphView {
    var view = GraphView(name: "shop", level: .module)
    view.nodes = ["src/cart", "src/old/*", "src/orders", "src/util"].map {
      ViewNode(id: "module:" + $0, label: $0, paths: ["\($0)/a.c", "\($0)/b.c"], lines: 1_200)
    }
    for index in view.nodes.indices {
      view.nodes[index].language = "c"
      view.nodes[index].role = "production"
      view.nodes[index].boundaries = [index == 3 ? "@shared" : "b\(index)"]
    }
    view.nodes[0].isHighlighted = true
    view.nodes[0].inside = 40
    view.nodes[1].folded = 12
    view.nodes[2].role = "test"
    view.clusters = [
      ViewCluster(id: "boundary:b", label: "selling"),
      ViewCluster(id: "boundary:c", label: "inner", parent: 0),
    ]
    view.nodes[0].cluster = 0
    view.nodes[2].cluster = 1
    view.edges = [edge(0, 2, 4), edge(0, 3, 1_000), edge(1, 0, 1), edge(2, 0, 2)]
    view.edges[3].isBack = true
    view.edges[2].isConditional = true
    view.edges[2].evidence[0].conditional = true
    view.edges[1].evidence[0].configurations = ["debug"]
    view.notes = ["11 modules folded into 1 box; --no-reduce shows them"]
    return view
  }

  static var nastyView: GraphView {
    var view = GraphView(name: "na\"st\\y\n", level: .file)
    view.nodes = nastyNames.map {
      ViewNode(id: "file:" + $0, label: $0, paths: [$0], lines: 1)
    }
    view.clusters = nastyNames.prefix(6).map { ViewCluster(id: $0, label: $0) }
    for index in 0..<12 { view.nodes[index].cluster = index % 6 }
    view.edges = nastyNames.indices.dropFirst().map { index in
      ViewEdge(
        from: index - 1, to: index, kinds: [nastyNames[index]: 1], count: 1,
        evidence: [ViewEvidence(file: nastyNames[index], line: 1, kind: nastyNames[index])],
        isConditional: false)
    }
    view.notes = nastyNames
    return view
  }

  /// Every node depends on seven others, in eight clusters, many edges backward.
  static var tangled: GraphView {
    var view = GraphView(name: "tangled", level: .module)
    let ids = (0..<56).map { "module:m\($0 < 10 ? "0" : "")\($0)" }
    view.nodes = ids.map { ViewNode(id: $0, label: $0, paths: [$0 + ".c"], lines: 10) }
    view.clusters = (0..<8).map { ViewCluster(id: "c\($0)", label: "cluster \($0)") }
    for index in view.nodes.indices { view.nodes[index].cluster = index * 5 % 8 }
    for from in 0..<56 {
      let targets = Set([1, 5, 11, 17, 29, 37, 53].map { (from * 3 + $0) % 56 }).sorted()
      for to in targets where to != from {
        view.edges.append(edge(from, to, 1 + (from * to) % 90))
        view.edges[view.edges.count - 1].isBack = to < from
      }
    }
    return view
  }
}
