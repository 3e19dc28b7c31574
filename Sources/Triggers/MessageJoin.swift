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
