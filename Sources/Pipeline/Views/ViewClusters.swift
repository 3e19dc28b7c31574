import Basics
import ReportModel

/// The groups that are drawn around the nodes of a view.
///
/// Modules are grouped by boundary, or by folder where there are none; files by module, or by
/// folder once they are folded; symbols by file; boundaries stand alone.
struct ViewClusters {
  let document: Document
  let names: [String: String]
  private let hasBoundaries: Bool

  init(_ document: Document) {
    self.document = document
    names = document.boundaryNames
    hasBoundaries = !document.boundaries.boundaries.isEmpty
  }

  /// Boundaries of the files of a node, the one with most lines first.
  func boundaries(of node: LevelNode) -> [String] {
    var lines: [String: Int] = [:]
    for file in node.files {
      lines[document.files[file].boundary, default: 0] += document.files[file].lines
    }
    return lines.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.precedesBytewise($1.key)
    }.map(\.key)
  }

  /// What tells a folded rest from other rests of its folder: the boundary of its modules.
  func foldingName(of node: LevelNode, at level: GraphLevel) -> String {
    guard level == .module, hasBoundaries else { return "" }
    return boundaries(of: node).first ?? ""
  }

  /// Gives each node of `view` its cluster; `graph` holds the same nodes.
  func assign(to view: inout GraphView, of graph: LevelGraph) {
    let isFolded = graph.nodes.contains { $0.folded > 1 }
    let common = Self.commonFolder(graph.nodes)
    let keys = graph.nodes.map { key(of: $0, at: graph.level, isFolded, common) }
    let distinct = Set(keys.compactMap(\.self)).sorted { $0.id.precedesBytewise($1.id) }
    let useful = distinct.filter { cluster in
      cluster.id.hasPrefix("boundary:") || keys.count { $0 == cluster } > 1
    }
    guard useful.count > 1 || (useful.count == 1 && keys.contains { $0 != useful[0] }) else {
      return
    }
    view.clusters = useful.map { ViewCluster(id: $0.id, label: $0.label) }
    let place = Dictionary(uniqueKeysWithValues: useful.enumerated().map { ($1, $0) })
    for index in view.nodes.indices {
      view.nodes[index].cluster = keys[index].flatMap { place[$0] }
    }
  }

  private struct Key: Hashable {
    var id: String
    var label: String
  }

  private func key(
    of node: LevelNode, at level: GraphLevel, _ isFolded: Bool, _ common: Int
  ) -> Key? {
    switch level {
    case .boundary: return nil
    case .module where hasBoundaries:
      return boundaries(of: node).first.map { Key(id: "boundary:\($0)", label: names[$0] ?? $0) }
    case .symbol where !isFolded:
      let path = document.files[node.files[0]].path
      return Key(id: "file:" + path, label: path)
    case .file where !isFolded:
      let module = document.modules[document.files[node.files[0]].module]
      return Key(id: module.id, label: module.label)
    case .symbol, .file, .module:
      let folder = node.path.prefix(common + 1).joined(separator: "/")
      return node.path.count > common ? Key(id: "folder:" + folder, label: folder) : nil
    }
  }

  /// Number of leading components that all paths share; a path is not its own folder.
  private static func commonFolder(_ nodes: [LevelNode]) -> Int {
    guard let first = nodes.first?.path else { return 0 }
    return nodes.reduce(max(0, first.count - 1)) { length, node in
      let shared = zip(first.prefix(length), node.path.dropLast()).prefix { $0 == $1 }
      return shared.count { _ in true }
    }
  }
}
