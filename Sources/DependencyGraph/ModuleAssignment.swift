internal import Basics
internal import Facts

/// Groups files into modules: declared ones first, then folders, which never reach beyond the build's
/// own modules, at a depth chosen from the code; a folder that still holds too large a part of the
/// whole is opened. In flat folders of more than `flatFolderLimit` files modules are header-and-source
/// units; in languages without headers only where such a folder is a good part of the whole, and never
/// where folders are packages.
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
  /// Folders with a build of their own, such as a Maven module: no module reaches beyond one. The
  /// empty path is the repository itself.
  package var buildFolders: Set<String>
  /// A folder with more files of its own than this is split into units: nobody draws one box for it.
  package var flatFolderLimit = 40
  /// Without headers a flat folder is split where it holds more than one in so many of all files.
  var flatShare = 8
  /// A folder with more files than ``flatFolderLimit``, and more than one in so many of the whole, is
  /// opened.
  var largestShare = 32
  /// Files that the folders of a folder must hold on average: a box for every handful says nothing.
  var smallestPart = 4
  /// Folder depths that are tried, in steps of ``FolderSteps``.
  package var depths = 1...8

  package init(rules: [Rule] = [], buildFolders: Set<String> = []) {
    self.rules = rules
    self.buildFolders = buildFolders
  }

  /// Fills `modules` and `moduleOfFile`. Linear in files and edges for each depth tried.
  package func assign(to graph: inout CodeGraph) {
    let steps = FolderSteps(graph.files, buildFolders: buildFolders)
    let chosen = bestDepths(graph, steps)
    var depths = chosen
    openLargeFolders(steps, &depths)
    var names = graph.files.indices.map { steps.label(of: $0, depth: depths[$0]) }
    var kinds = names.map {
      $0 != "." && buildFolders.contains($0) ? ModuleNode.Kind.build : .folder
    }
    // What was opened for its size alone is not opened down to single files.
    splitFlatFolders(graph, steps, chosen, &names, &kinds)
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

  /// For each file the depth that fits its build best; 1 for builds that are small enough for a box.
  private func bestDepths(_ graph: CodeGraph, _ steps: FolderSteps) -> [Int] {
    var buildOf = Array(repeating: 0, count: graph.files.count)
    for (build, files) in steps.builds.enumerated() { for file in files { buildOf[file] = build } }
    var inner: [[WeightedEdge]] = Array(repeating: [], count: steps.builds.count)
    for edge in graph.fileEdges where buildOf[Int(edge.from)] == buildOf[Int(edge.to)] {
      inner[buildOf[Int(edge.from)]].append(
        WeightedEdge(
          from: Int(edge.from), to: Int(edge.to),
          weight: Double(graph.count(of: edge)).squareRoot()))
    }
    var result = Array(repeating: 1, count: graph.files.count)
    for (files, edges) in zip(steps.builds, inner)
    where files.count > flatFolderLimit || !steps.isBuild(files[0]) {
      let depth = bestDepth(files, edges, steps)
      for file in files { result[file] = depth }
    }
    return result
  }

  private struct WeightedEdge {
    var from: Int
    var to: Int
    var weight: Double
  }

  /// The depth whose folders fit the dependencies best, by modularity on damped weights (Newman and
  /// Girvan 2004). The shallowest of equal ones.
  private func bestDepth(_ files: [Int], _ edges: [WeightedEdge], _ steps: FolderSteps) -> Int {
    var best = (depth: 1, quality: -Double.infinity)
    for depth in depths.clamped(to: 1...max(1, steps.deepest(files))) {
      var label: [Int: Int] = [:]
      var groups: [String: Int] = [:]
      for file in files {
        let name = steps.label(of: file, depth: depth)
        let group = groups[name] ?? groups.count
        groups[name] = group
        label[file] = group
      }
      let quality = modularity(edges, groups: groups.count) { label[$0]! }
      if quality > best.quality + 1e-9 { best = (depth, quality) }
    }
    return best.depth
  }

  private func modularity(
    _ edges: [WeightedEdge], groups: Int, _ label: (Int) -> Int
  ) -> Double {
    var inside = 0.0
    var total = 0.0
    var strength = Array(repeating: 0.0, count: groups)
    for edge in edges {
      let a = label(edge.from)
      let b = label(edge.to)
      if a == b { inside += edge.weight }
      strength[a] += edge.weight
      strength[b] += edge.weight
      total += edge.weight
    }
    guard total > 0 else { return 0 }
    let expected = strength.reduce(0) { $0 + ($1 / (2 * total)) * ($1 / (2 * total)) }
    return inside / total - expected
  }

  /// Opens folders that hold too large a part of the whole, by a step at a time.
  ///
  /// Where code is cut into layers, its references lead from folder to folder and no depth has more
  /// modularity than one box for everything: controllers beside models are modules all the same.
  private func openLargeFolders(_ steps: FolderSteps, _ depths: inout [Int]) {
    let limit = max(flatFolderLimit, depths.count / largestShare)
    var open = Array(depths.indices)
    while !open.isEmpty {
      var folders: [String: [Int]] = [:]
      for file in open {
        folders[steps.label(of: file, depth: depths[file]), default: []].append(file)
      }
      open = []
      for files in folders.values where files.count > limit {
        let inner = files.filter { !steps.isAtEnd($0, depth: depths[$0]) }
        let parts = Set(inner.map { steps.label(of: $0, depth: depths[$0] + 1) })
        guard !inner.isEmpty, inner.count >= smallestPart * parts.count else { continue }
        for file in inner { depths[file] += 1 }
        open += inner
      }
    }
  }

  private func splitFlatFolders(
    _ graph: CodeGraph, _ steps: FolderSteps, _ depths: [Int], _ names: inout [String],
    _ kinds: inout [ModuleNode.Kind]
  ) {
    var members: [Substring: [Int]] = [:]
    for (index, file) in graph.files.enumerated()
    where steps.isAtEnd(index, depth: depths[index]) && !file.language.foldersArePackages {
      members[FolderSteps.folder(of: file.path), default: []].append(index)
    }
    let includes = IncludedPairs(graph)
    let share = max(flatFolderLimit, graph.files.count / flatShare)
    for own in members.values where own.count > flatFolderLimit {
      for file in own where own.count > share || graph.files[file].language.isCFamily {
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
}
