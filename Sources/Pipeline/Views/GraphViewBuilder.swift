package import ReportModel

/// Makes views of the graph of a document: a level of it, or a part of one, as far as it can be read.
///
/// Equal documents and options give equal views. Linear in the size of the document but for sorting,
/// and for the search for cycle breakers.
package struct GraphViewBuilder: Sendable {
  let document: Document

  package init(document: Document) { self.document = document }

  /// The view that `options` ask for. Fails with ``GraphViewError``.
  package func view(_ options: GraphViewOptions) throws -> GraphView {
    var notes = ViewNotes(level: options.level)
    notes.unread(document.completeness)
    let part = try selected(options, &notes)
    let clusters = ViewClusters(document)
    let folding = try folded(part, options, clusters)
    notes.folded(folding, asked: options.collapse != nil)
    var thinning = Thinning(folding.graph)
    if options.reduces { thinning.reduce(options) }
    notes.thinned(thinning, of: folding.graph.edges.count)
    var view = GraphView(name: document.name, level: options.level)
    view.nodes = nodes(of: folding.graph, clusters)
    view.edges = edges(of: folding.graph, thinning, limit: options.evidenceLimit)
    clusters.assign(to: &view, of: folding.graph)
    view.notes = notes.lines
    return view
  }

  /// The graph of the level without the files that are left out, or the part around one node.
  private func selected(
    _ options: GraphViewOptions, _ notes: inout ViewNotes
  ) throws -> LevelGraph {
    let choice = roles(options)
    let graph = try document.graph(of: options.level) { choice.includes($0) }
    guard let text = options.focus ?? options.reaches else {
      notes.leftOut(choice.leftOut)
      return graph
    }
    let (whole, node) = try lookUp(text, in: graph, options)
    let selection = Selection(whole)
    let part =
      options.focus != nil
      ? selection.around(node, depth: options.focusDepth) : selection.reaching(node)
    notes.selected(part.nodes.count, of: whole.nodes.count, whole.nodes[node].id, options)
    return part
  }

  /// Looks among the included files first, and then among all where the choice was left to us.
  private func lookUp(
    _ text: String, in graph: LevelGraph, _ options: GraphViewOptions
  ) throws -> (LevelGraph, Int) {
    do {
      return (graph, try NodeLookup(graph: graph, files: document.files).node(text))
    } catch GraphViewError.unknownNode where options.roles == .automatic {
      let whole = try document.graph(of: options.level) { _ in true }
      return (whole, try NodeLookup(graph: whole, files: document.files).node(text))
    }
  }

  private func roles(_ options: GraphViewOptions) -> RoleChoice {
    let isPicture =
      options.reduces && (options.level == .module || options.level == .boundary)
    let leavesOut =
      switch options.roles {
      case .automatic: isPicture && document.files.contains { $0.role == "production" }
      case .all: false
      case .productionOnly: true
      }
    return RoleChoice(document: document, leavesOut: leavesOut)
  }

  private func folded(
    _ graph: LevelGraph, _ options: GraphViewOptions, _ clusters: ViewClusters
  ) throws -> Folding {
    var folding = Folding(graph)
    if let collapse = options.collapse {
      if options.level == .boundary { throw GraphViewError.collapseNeedsFolders }
      switch collapse {
      case .depth(let depth): folding.fold(toDepth: depth)
      case .glob(let glob): try folding.fold(matching: glob)
      }
    }
    if options.reduces {
      folding.fold(toFit: options.maxNodes) { clusters.foldingName(of: $0, at: options.level) }
    }
    return folding
  }
}

/// Which files take part in a view, and how many do not.
struct RoleChoice {
  let document: Document
  let leavesOut: Bool

  func includes(_ file: FileEntry) -> Bool { !leavesOut || file.role == "production" }

  /// Number of files left out by role.
  var leftOut: [(role: String, count: Int)] {
    ["test", "generated", "vendored", "tool"].compactMap { role in
      let count = leavesOut ? document.files.count { $0.role == role } : 0
      return count > 0 ? (role, count) : nil
    }
  }
}
