internal import Facts

/// Which functions are members of which types.
///
/// A function is of the type around it in its own file, else of the one of its owner's name that is
/// nearest by folders: each program of a repository may have a `com.shop.Base` of its own. In languages
/// that write one type in several files all parts of a name are one type.
struct TypeMembers: Sendable {
  private struct Place: Hashable {
    var owner: String
    var file: Int32
  }

  /// What stands for a type: itself, or the first of its parts.
  private var wholeOf: [Int: Int] = [:]
  /// Ascending.
  private var functionsOf: [Int: [Int]] = [:]

  /// Near linear in the symbols.
  init(_ graph: CodeGraph) {
    var ends: Set<Int32> = []
    for edge in graph.symbolEdges where edge.isDerivation { ends.formUnion([edge.from, edge.to]) }
    var types: [String: [Int]] = [:]
    for (index, symbol) in graph.symbols.enumerated()
    where symbol.kind == .type || ends.contains(Int32(index)) {
      types[symbol.qualifiedName, default: []].append(index)
    }
    for parts in types.values where parts.count > 1 { join(parts, graph) }
    var candidates: [Place: [Int]] = [:]
    for (index, symbol) in graph.symbols.enumerated() where symbol.isFunction {
      guard let owner = symbol.ownerName, let all = types[owner] else { continue }
      let place = Place(owner: owner, file: symbol.file)
      let near = candidates[place] ?? Self.nearest(all, to: symbol.file, graph)
      candidates[place] = near
      let owners = Self.around(symbol, near, graph).map { [$0] } ?? near
      for whole in Set(owners.map { whole(of: $0) }) {
        functionsOf[whole, default: []].append(index)
      }
    }
  }

  /// What stands for a type, for all of its parts the same.
  func whole(of type: Int) -> Int { wholeOf[type] ?? type }

  /// The members of a type, ascending.
  func functions(of type: Int) -> [Int] { functionsOf[whole(of: type)] ?? [] }

  /// Types that have members, each once, ascending.
  var types: [Int] { functionsOf.keys.sorted() }

  private static let openLanguages: Set<Language> = [.csharp, .ruby, .swift]

  private mutating func join(_ parts: [Int], _ graph: CodeGraph) {
    let open = parts.filter {
      Self.openLanguages.contains(graph.files[Int(graph.symbols[$0].file)].language)
    }
    for part in open { wholeOf[part] = open[0] }
  }

  /// Those in the file, else those that share most folders with it.
  private static func nearest(_ types: [Int], to file: Int32, _ graph: CodeGraph) -> [Int] {
    if types.count == 1 { return types }
    let own = types.filter { graph.symbols[$0].file == file }
    if !own.isEmpty { return own }
    let folders = graph.files[Int(file)].path.split(separator: "/").dropLast()
    let shared = types.map { type in
      let others = graph.files[Int(graph.symbols[type].file)].path.split(separator: "/").dropLast()
      return zip(folders, others).prefix { $0 == $1 }.count
    }
    let most = shared.max()
    return zip(types, shared).filter { $0.1 == most }.map(\.0)
  }

  /// The innermost of several types of a file whose lines the function stands in.
  private static func around(_ symbol: SymbolNode, _ types: [Int], _ graph: CodeGraph) -> Int? {
    if types.count == 1 { return types[0] }
    return types.filter { type in
      let node = graph.symbols[type]
      return node.file == symbol.file && node.line <= symbol.line && symbol.line <= node.endLine
    }.max { graph.symbols[$0].line < graph.symbols[$1].line }
  }
}

extension SymbolEdge {
  /// From a type to one that it is derived from.
  var isDerivation: Bool { from >= 0 && (kind == .inherit || kind == .implement) }
}

/// Which methods of ancestors a method overrides.
struct OverrideSearch {
  private struct Question: Hashable {
    var type: Int
    var name: String
  }

  private let members: TypeMembers
  private let names: [String]
  private var parents: [Int: [Int]] = [:]
  private var named: [Int: [String: [Int]]] = [:]
  private var answers: [Question: [Int]] = [:]

  init(_ graph: CodeGraph, _ members: TypeMembers) {
    self.members = members
    names = graph.symbols.map(\.name)
    for edge in graph.symbolEdges where edge.isDerivation {
      parents[members.whole(of: Int(edge.from)), default: []].append(
        members.whole(of: Int(edge.to)))
    }
    for type in members.types {
      named[type] = Dictionary(grouping: members.functions(of: type)) { graph.symbols[$0].name }
    }
  }

  /// From each method to those that override it next, sorted, each pair once.
  mutating func pairs() -> [(from: Int32, to: Int32)] {
    var typeCounts: [String: Int] = [:]
    for methods in named.values {
      for name in methods.keys { typeCounts[name, default: 0] += 1 }
    }
    var pairs: Set<[Int]> = []
    for (type, above) in parents {
      for method in members.functions(of: type) where typeCounts[names[method], default: 0] > 1 {
        for parent in above {
          for other in declared(names[method], from: parent) where other != method {
            pairs.insert([other, method])
          }
        }
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.map { (Int32($0[0]), Int32($0[1])) }
  }

  /// The methods of a name in the type, else in its nearest ancestors that have one, on every way up.
  private mutating func declared(_ name: String, from type: Int) -> [Int] {
    if let own = named[type]?[name] { return own }
    let question = Question(type: type, name: name)
    if let answer = answers[question] { return answer }
    var found: Set<Int> = []
    var seen: Set<Int> = [type]
    var open = parents[type] ?? []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if let methods = named[next]?[name] ?? answers[Question(type: next, name: name)] {
        found.formUnion(methods)
      } else {
        open += parents[next] ?? []
      }
    }
    let answer = found.sorted()
    answers[question] = answer
    return answer
  }
}
