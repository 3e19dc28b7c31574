internal import DependencyGraph
internal import Facts

/// Finds functions by the names that people write.
struct FunctionNames {
  /// What a name stands for.
  enum Match: Equatable {
    case one(Int)
    case several([Int])
    case none
  }

  private let graph: CodeGraph
  private var byName: [String: [Int]] = [:]

  init(_ graph: CodeGraph) {
    self.graph = graph
    for (index, symbol) in graph.symbols.enumerated()
    where symbol.kind == .function || symbol.kind == .method {
      byName[symbol.name, default: []].append(index)
    }
  }

  /// A function by `path:name`, qualified name, end of a qualified name or plain name; definitions
  /// outside tests come first.
  func find(_ text: String) -> Match {
    var path: Substring?
    var name = Substring(text)
    if let colon = text.lastIndex(of: ":"), text[..<colon].last != ":" {
      let before = text[..<colon]
      if before.contains(".") || before.contains("/") {
        path = before
        name = text[text.index(after: colon)...]
      }
    }
    if let colons = text.firstRange(of: "::"), path == nil,
      let colon = text[..<colons.lowerBound].lastIndex(of: ":")
    {
      path = text[..<colon]
      name = text[text.index(after: colon)...]
    }
    return find(String(name), in: path.map(String.init))
  }

  private func find(_ name: String, in path: String?) -> Match {
    let last = name.split { $0 == ":" || $0 == "." }.last.map(String.init) ?? name
    var found = byName[last] ?? []
    if let path { found = found.filter { graph.files[Int(graph.symbols[$0].file)].path == path } }
    let exact = found.filter { graph.symbols[$0].qualifiedName == name }
    let ending = found.filter {
      let qualified = graph.symbols[$0].qualifiedName
      return qualified.hasSuffix("::" + name) || qualified.hasSuffix("." + name)
    }
    return best(exact.isEmpty ? ending : exact)
  }

  private func best(_ found: [Int]) -> Match {
    let preferences: [(SymbolNode) -> Bool] = [
      { graph.files[Int($0.file)].role != "test" }, { $0.traits.contains(.definition) },
    ]
    var left = found
    for isBetter in preferences {
      let better = left.filter { isBetter(graph.symbols[$0]) }
      if !better.isEmpty { left = better }
    }
    if left.isEmpty { return .none }
    return left.count == 1 ? .one(left[0]) : .several(left)
  }
}
