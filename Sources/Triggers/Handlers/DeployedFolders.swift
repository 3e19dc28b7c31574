internal import DependencyGraph
internal import Facts

/// Folders whose functions a configuration declares: it says which of those that look like one are.
struct DeployedFolders {
  private var folders: Set<Substring> = []
  private let graph: CodeGraph

  init(_ graph: CodeGraph) {
    self.graph = graph
    for node in graph.triggers where node.declaration.origin == .configuration {
      guard case .function = node.declaration.handler else { continue }
      folders.insert(node.path[..<(node.path.lastIndex(of: "/") ?? node.path.startIndex)])
    }
  }

  /// Whether nothing but names says that there is a function, and the configuration of a folder around it
  /// does not.
  func hide(_ trigger: JoinedTrigger) -> Bool {
    guard !folders.isEmpty, let handler = trigger.handler,
      trigger.declarations.allSatisfy({ $0.declaration.isByName })
    else { return false }
    var folder = graph.files[Int(graph.symbols[handler].file)].path[...]
    while let slash = folder.lastIndex(of: "/") {
      folder = folder[..<slash]
      if folders.contains(folder) { return true }
    }
    return folders.contains("")
  }
}

extension TriggerDeclaration {
  /// Whether nothing but the name of the function and of its parameters says so.
  var isByName: Bool {
    origin == .code && isOfPlatform
      && rule.split(separator: ".").dropFirst(2).first?.hasPrefix("name") ?? false
  }
}
