internal import DependencyGraph
internal import Facts

/// Files whose code declares routes of its own, and those that use something of them.
struct RouteFiles {
  private var paths: Set<String> = []
  private var users: Set<String> = []
  private let graph: CodeGraph

  /// Linear in the edges of the graph.
  init(_ graph: CodeGraph) {
    self.graph = graph
    for node in graph.triggers
    where node.declaration.origin == .code && node.declaration.kind == .http
      && !node.declaration.isOfPlatform
    {
      paths.insert(node.path)
    }
    guard !paths.isEmpty else { return }
    let isRoutes = graph.files.map { paths.contains($0.path) }
    for edge in graph.symbolEdges where edge.fromFile >= 0 {
      if isRoutes[Int(graph.symbols[Int(edge.to)].file)] {
        users.insert(graph.files[Int(edge.fromFile)].path)
      }
    }
  }

  /// Whether the code behind a route that takes everything has routes of its own, or hands on to code that
  /// has: a whole program. So it counts where its code is not here.
  func isProgram(_ trigger: JoinedTrigger) -> Bool {
    let handler = trigger.handler.map { graph.files[Int(graph.symbols[$0].file)].path }
    guard let path = handler ?? trigger.code?.place.path else { return true }
    return paths.contains(path) || users.contains(path)
  }
}
