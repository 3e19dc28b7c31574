internal import DependencyGraph
internal import Facts

/// Finds what takes messages of a class: functions that code marks as listeners and that have the class,
/// or one that it is derived from, in their declaration.
struct MessageJoin {
  private let graph: CodeGraph
  /// Listeners in the program itself, by the types that they name.
  private var listeners: [Int32: [Int]] = [:]
  /// What types are derived from.
  private var derived: [Int32: [Int32]] = [:]

  init(_ graph: CodeGraph) {
    self.graph = graph
    let marked = Set(
      graph.triggers.lazy.filter { $0.declaration.kind == .inproc && $0.symbol >= 0 }.map(\.symbol))
    for edge in graph.symbolEdges {
      if edge.kind == .inherit || edge.kind == .implement {
        derived[edge.to, default: []].append(edge.from)
      } else if edge.kind == .type, marked.contains(edge.from) {
        listeners[edge.to, default: []].append(Int(edge.from))
      }
    }
  }

  /// The listeners of a class by its full name, of those of what is derived from it, too.
  func handlers(of name: String) -> [Int] {
    let wanted = name.split { ".\\:".contains($0) }.joined(separator: ".")
    var open = graph.symbols.indices.filter { index in
      let symbol = graph.symbols[index]
      guard symbol.kind == .type, wanted.hasSuffix(symbol.name) else { return false }
      return symbol.qualifiedName.split { ".\\:".contains($0) }.joined(separator: ".") == wanted
    }.map(Int32.init)
    var seen = Set(open)
    var found: Set<Int> = []
    while let type = open.popLast() {
      found.formUnion(listeners[type] ?? [])
      open += (derived[type] ?? []).filter { seen.insert($0).inserted }
    }
    return found.sorted()
  }
}

/// Messages that a process hands to itself: whoever makes one calls what listens to its class, only that
/// a mediator stands between.
enum MessageCalls {
  /// From functions to the listeners of the messages that they make.
  static func all(_ graph: CodeGraph) -> [(from: Int32, to: Int32)] {
    let listeners = listeners(graph)
    guard !listeners.isEmpty else { return [] }
    var typeNamed: [String: Int32] = [:]
    for type in listeners.keys { typeNamed[graph.symbols[Int(type)].qualifiedName] = type }
    var pairs: [(from: Int32, to: Int32)] = []
    for edge in graph.symbolEdges where edge.kind == .call && edge.from >= 0 {
      guard let type = made(by: Int(edge.to), graph, listeners, typeNamed) else { continue }
      for listener in listeners[type] ?? [] where listener != edge.from {
        pairs.append((edge.from, listener))
      }
    }
    return pairs
  }

  /// By the class of message: functions that say that they listen to it, and have it in their declaration.
  private static func listeners(_ graph: CodeGraph) -> [Int32: [Int32]] {
    var sources: [Int32: String] = [:]
    for node in graph.triggers where node.declaration.kind == .inproc && node.symbol >= 0 {
      sources[node.symbol] = node.declaration["source"]
    }
    guard !sources.isEmpty else { return [:] }
    var listeners: [Int32: [Int32]] = [:]
    for edge in graph.symbolEdges where edge.kind == .type {
      let target = graph.symbols[Int(edge.to)]
      guard target.kind == .type, sources[edge.from] == target.name,
        listeners[edge.to]?.contains(edge.from) != true
      else { continue }
      listeners[edge.to, default: []].append(edge.from)
    }
    return listeners
  }

  /// The class of the message that a call makes: the type itself, or the type of a constructor.
  private static func made(
    by symbol: Int, _ graph: CodeGraph, _ listeners: [Int32: [Int32]], _ typeNamed: [String: Int32]
  ) -> Int32? {
    if listeners[Int32(symbol)] != nil { return Int32(symbol) }
    let node = graph.symbols[symbol]
    guard node.kind == .method || node.kind == .function,
      let dot = node.qualifiedName.lastIndex(of: "."),
      let type = typeNamed[String(node.qualifiedName[..<dot])]
    else { return nil }
    let names = [graph.symbols[Int(type)].name, "<init>", "__construct", "init"]
    return names.contains(node.name) || node.name.contains("ctor") ? type : nil
  }
}
