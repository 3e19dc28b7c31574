internal import Basics
internal import Facts

/// Groups files into modules: declared ones first, then folders at a depth chosen from the code, and
/// in flat folders of more than `flatFolderLimit` files header-and-source units.
package struct ModuleAssignment: Sendable {
  /// A module declared by a person: every file that `contains` accepts and no earlier rule took.
  package struct Rule: Sendable {
    package var name: String
    package var contains: @Sendable (String) -> Bool

    package init(name: String, contains: @escaping @Sendable (String) -> Bool) {
      self.name = name
      self.contains = contains
    }
  }

  package var rules: [Rule]
  /// A folder with more files of its own than this is split into units: nobody draws one box for it.
  package var flatFolderLimit = 40
  /// Folder depths that are tried.
  package var depths = 1...8

  package init(rules: [Rule] = []) { self.rules = rules }

  /// Fills `modules` and `moduleOfFile`. Linear in files and edges for each depth tried.
  package func assign(to graph: inout CodeGraph) {
    let depth = bestDepth(graph)
    var names = graph.files.map { folder($0.path, depth: depth) }
    var kinds = Array(repeating: ModuleNode.Kind.folder, count: names.count)
    splitFlatFolders(graph, &names, &kinds)
    for (index, file) in graph.files.enumerated() {
      guard let rule = rules.first(where: { $0.contains(file.path) }) else { continue }
      names[index] = rule.name
      kinds[index] = .declared
    }
    index(names, kinds, in: &graph)
  }

  private func index(_ names: [String], _ kinds: [ModuleNode.Kind], in graph: inout CodeGraph) {
    var kindOf: [String: ModuleNode.Kind] = [:]
    for (name, kind) in zip(names, kinds) { kindOf[name] = kindOf[name] ?? kind }
    let sorted = kindOf.keys.sorted { $0.precedesBytewise($1) }
    var position: [String: Int32] = [:]
    for (index, name) in sorted.enumerated() { position[name] = Int32(index) }
    graph.modules = sorted.map { ModuleNode(id: $0, kind: kindOf[$0]!) }
    graph.moduleOfFile = names.map { position[$0]! }
  }

  /// The depth whose folders fit the dependencies best, by modularity on damped weights (Newman and
  /// Girvan 2004). The shallowest of equal ones.
  private func bestDepth(_ graph: CodeGraph) -> Int {
    let deepest = graph.files.lazy.map { folders($0.path).count }.max() ?? 0
    guard deepest > 0 else { return 1 }
    let weights = graph.fileEdges.map { Double(graph.count(of: $0)).squareRoot() }
    var best = (depth: 1, quality: -Double.infinity)
    for depth in depths.clamped(to: 1...max(1, deepest)) {
      let groups = Dictionary(
        graph.files.indices.map { (folder(graph.files[$0].path, depth: depth), [$0]) },
        uniquingKeysWith: +)
      var label = Array(repeating: 0, count: graph.files.count)
      let names = groups.keys.sorted { $0.precedesBytewise($1) }
      for (index, name) in names.enumerated() { for file in groups[name]! { label[file] = index } }
      let quality = modularity(graph, weights, label, groups: names.count)
      if quality > best.quality + 1e-9 { best = (depth, quality) }
    }
    return best.depth
  }

  private func modularity(
    _ graph: CodeGraph, _ weights: [Double], _ label: [Int], groups: Int
  ) -> Double {
    var inside = 0.0
    var total = 0.0
    var strength = Array(repeating: 0.0, count: groups)
    for (edge, weight) in zip(graph.fileEdges, weights) {
      let a = label[Int(edge.from)]
      let b = label[Int(edge.to)]
      if a == b { inside += weight }
      strength[a] += weight
      strength[b] += weight
      total += weight
    }
    guard total > 0 else { return 0 }
    let expected = strength.reduce(0) { $0 + ($1 / (2 * total)) * ($1 / (2 * total)) }
    return inside / total - expected
  }

  private func splitFlatFolders(
    _ graph: CodeGraph, _ names: inout [String], _ kinds: inout [ModuleNode.Kind]
  ) {
    var members: [String: [Int]] = [:]
    for (index, name) in names.enumerated() { members[name, default: []].append(index) }
    let includes = IncludedPairs(graph)
    for name in members.keys.sorted(by: { $0.precedesBytewise($1) }) {
      let files = members[name]!
      let own = files.filter { folder(graph.files[$0].path, depth: .max) == name }
      guard own.count > flatFolderLimit else { continue }
      for file in own {
        names[file] = unit(of: file, graph, includes)
        kinds[file] = .unit
      }
    }
  }

  /// The path without its suffix, shared by a source and the header of the same stem that it includes.
  private func unit(of file: Int, _ graph: CodeGraph, _ includes: IncludedPairs) -> String {
    let path = graph.files[file].path
    return includes.isPaired(file) ? IncludedPairs.stem(path) : path
  }

  private func folder(_ path: String, depth: Int) -> String {
    let folders = folders(path)
    return folders.isEmpty ? "." : folders.prefix(depth).joined(separator: "/")
  }

  private func folders(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  }
}

/// Sources and headers of one stem in one folder, where the source includes the header.
package struct IncludedPairs: Sendable {
  private var paired: [Bool]
  /// For each edge that pairs: (source, header).
  package private(set) var pairs: [(source: Int32, header: Int32)] = []

  package init(_ graph: CodeGraph) {
    paired = Array(repeating: false, count: graph.files.count)
    for edge in graph.fileEdges where Self.pairs(edge, graph) {
      paired[Int(edge.from)] = true
      paired[Int(edge.to)] = true
      pairs.append((edge.from, edge.to))
    }
  }

  package func isPaired(_ file: Int) -> Bool { paired[file] }

  private static func pairs(_ edge: FileEdge, _ graph: CodeGraph) -> Bool {
    let from = graph.files[Int(edge.from)].path
    let to = graph.files[Int(edge.to)].path
    return stem(from) == stem(to)
      && graph.evidence[edge.groups.range].contains { $0.kind == .include && !$0.isConditional }
  }

  /// The path up to the first dot of its last component.
  package static func stem(_ path: String) -> String {
    let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let end = path[start...].dropFirst().firstIndex(of: ".") ?? path.endIndex
    return String(path[..<end])
  }
}
