import Basics
import Graphs
package import ReportModel

extension GraphViewBuilder {
  /// Why `from` depends on `to`: the shortest chain and every direct edge, with all evidence.
  ///
  /// Ends are named as for `--focus`, at any level; a prefix (`file:`, `module:`, `boundary:`,
  /// `symbol:`) says which. Otherwise a whole name wins over the end of one, files are tried first,
  /// then folders with all that is below them, modules, boundaries, symbols.
  /// Chains are made of files, or of symbols if one end is a symbol. Fails with ``GraphViewError``.
  package func explain(from: String, to: String) throws -> Explanation {
    let source = try end(from)
    let target = try end(to)
    if source.node.id == target.node.id { throw GraphViewError.sameEnds(to) }
    let level: GraphLevel =
      source.level == .symbol || target.level == .symbol ? .symbol : .file
    let graph = try document.graph(of: level) { _ in true }
    let sources = members(of: source, in: graph)
    let targets = members(of: target, in: graph).subtracting(
      source.isWithin(target) ? sources : [])
    let starts = sources.subtracting(target.isWithin(source) ? targets : [])
    let hops = HopSource(
      graph: graph, evidence: EvidenceSource(document: document, level: level),
      roles: document.files.map(\.role))
    return Explanation(
      from: .init(id: source.node.id, label: source.node.label, members: starts.count),
      to: .init(id: target.node.id, label: target.node.label, members: targets.count),
      chain: hops.chain(from: starts, to: targets),
      edges: hops.direct(from: starts, to: targets),
      reverse: hops.direct(from: targets, to: starts))
  }

  private func end(_ text: String) throws -> End {
    let named = GraphLevel.allCases.first { text.hasPrefix($0.rawValue + ":") }
    let order: [GraphLevel] = named.map { [$0] } ?? [.file, .module, .boundary]
    let levels = named == nil && document.symbols != nil ? order + [.symbol] : order
    if named == nil, let end = try exactEnd(text, levels) { return end }
    var nearest: [String] = []
    for level in levels {
      let graph = try document.graph(of: level) { _ in true }
      do {
        let index = try NodeLookup(graph: graph, files: document.files).node(text)
        return End(level: level, node: graph.nodes[index])
      } catch GraphViewError.unknownNode(_, let candidates) {
        nearest += candidates.prefix(3)
      }
    }
    throw GraphViewError.unknownNode(text, nearest: nearest)
  }

  private func exactEnd(_ text: String, _ levels: [GraphLevel]) throws -> End? {
    for level in levels {
      let graph = try document.graph(of: level) { _ in true }
      if level == .module, let folder = folder(text, graph) { return folder }
      if let index = try NodeLookup(graph: graph, files: document.files).exactNode(text) {
        return End(level: level, node: graph.nodes[index])
      }
    }
    return nil
  }

  /// A folder with all that is below it: the module of that name, where it holds all of it.
  private func folder(_ text: String, _ modules: LevelGraph) -> End? {
    let name = NodeLookup.withoutSlash(text)
    let files = document.files.indices.filter { document.files[$0].path.hasPrefix(name + "/") }
    guard !files.isEmpty else { return nil }
    if let module = modules.nodes.first(where: { $0.files == files }) {
      return End(level: .module, node: module)
    }
    let node = LevelNode(
      id: "folder:" + name, label: name, path: name.pathComponents, files: files, lines: 0)
    return End(level: .module, node: node)
  }

  private func members(of end: End, in graph: LevelGraph) -> Set<Int> {
    if end.level == .symbol {
      return Set(graph.nodes.indices.filter { graph.nodes[$0].id == end.node.id })
    }
    let files = Set(end.node.files)
    return Set(graph.nodes.indices.filter { files.contains(graph.nodes[$0].files[0]) })
  }

  /// A part of the code that a person named.
  private struct End {
    var level: GraphLevel
    var node: LevelNode

    /// Whether `other` holds all of it, so that it is taken out of `other`.
    func isWithin(_ other: End) -> Bool {
      other.level != .symbol && Set(node.files).isSubset(of: other.node.files)
    }
  }
}

/// Hops between nodes of a graph of files or symbols.
private struct HopSource {
  let graph: LevelGraph
  let evidence: EvidenceSource
  /// For each file of the document.
  let roles: [String]

  func direct(from sources: Set<Int>, to targets: Set<Int>) -> [Explanation.Hop] {
    graph.edges.filter { sources.contains($0.from) && targets.contains($0.to) }.map(hop)
  }

  /// A shortest chain from any of `sources` to any of `targets`; the bytewise first among equals.
  func chain(from sources: Set<Int>, to targets: Set<Int>) -> [Explanation.Hop] {
    let numbers = graph.directed
    let distance = numbers.reach(from: targets, .backward).distance
    let near = sources.compactMap { distance[$0] }.min()
    guard let near, var node = sources.filter({ distance[$0] == near }).min() else { return [] }
    var hops: [Explanation.Hop] = []
    for left in (0..<near).reversed() {
      let next = numbers.outEdges(of: node).first { distance[numbers.edge($0).target] == left }
      guard let next else { break }
      hops.append(hop(graph.edges[next]))
      node = graph.edges[next].to
    }
    return hops
  }

  private func hop(_ edge: LevelEdge) -> Explanation.Hop {
    var hop = Explanation.Hop(
      from: graph.nodes[edge.from].id, to: graph.nodes[edge.to].id,
      kinds: evidence.kinds(of: edge.sources), count: edge.count,
      evidence: evidence.places(of: edge.sources, limit: nil))
    hop.fromRole = role(edge.from)
    hop.toRole = role(edge.to)
    return hop
  }

  private func role(_ node: Int) -> String? {
    let role = graph.nodes[node].files.first.map { roles[$0] } ?? "production"
    return role == "production" ? nil : role
  }
}
