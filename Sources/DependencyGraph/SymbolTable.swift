internal import Basics
internal import Facts

/// Symbols by identity while facts are added, and where each has its home afterwards.
struct SymbolTable: Sendable {
  /// A symbol as some parse saw it: a key with a visible definition's file, or a key alone with the
  /// file of the declaration.
  struct Instance: Sendable {
    var name: String
    var qualifiedName: String
    var kind: SymbolKind
    /// Index into `keys`.
    var key: Int32
    /// File of the definition or of the declaration; -1 if it is not a code file.
    var file: Int32
    var isDefined: Bool
    var line: UInt32 = 0
    var endLine: UInt32 = 0
    var traits: Declaration.Traits = []
  }

  private struct Identity: Hashable {
    var key: Int32
    var file: Int32
    var isDefined: Bool
  }

  private(set) var instances: [Instance] = []
  private(set) var keys: [String] = []
  private var keyIndex: [String: Int32] = [:]
  private var index: [Identity: Int32] = [:]

  /// The instance of each local symbol of `facts`; -1 for external ones.
  mutating func intern(_ facts: FileFacts, file: Int32, paths: [Int32]) -> [Int32] {
    var ids = facts.symbols.map { intern($0, paths: paths) }
    for declaration in facts.declarations {
      var id = ids[Int(declaration.symbol)]
      if declaration.traits.contains(.definition) {
        id = home(of: id, facts.symbols[Int(declaration.symbol)], file: file)
        ids[Int(declaration.symbol)] = id
      }
      guard id >= 0, instances[Int(id)].file == file else { continue }
      note(declaration, at: Int(id))
    }
    return ids
  }

  /// The instance that is defined in `file`, whatever the parser called its home.
  private mutating func home(of id: Int32, _ symbol: Symbol, file: Int32) -> Int32 {
    if id >= 0, instances[Int(id)].isDefined, instances[Int(id)].file == file { return id }
    return instance(of: symbol, Identity(key: key(symbol.key), file: file, isDefined: true))
  }

  private mutating func intern(_ symbol: Symbol, paths: [Int32]) -> Int32 {
    switch symbol.home {
    case .external: return -1
    case .defined(let path):
      let file = Int(path) < paths.count ? paths[Int(path)] : -1
      if file < 0 { return -1 }
      return instance(of: symbol, Identity(key: key(symbol.key), file: file, isDefined: true))
    case .declared(let path):
      let file = Int(path) < paths.count ? paths[Int(path)] : -1
      return instance(of: symbol, Identity(key: key(symbol.key), file: file, isDefined: false))
    }
  }

  private mutating func key(_ text: String) -> Int32 {
    if let known = keyIndex[text] { return known }
    let id = Int32(keys.count)
    keys.append(text)
    keyIndex[text] = id
    return id
  }

  private mutating func instance(of symbol: Symbol, _ identity: Identity) -> Int32 {
    if let known = index[identity] { return known }
    let id = Int32(instances.count)
    instances.append(
      Instance(
        name: symbol.name, qualifiedName: symbol.qualifiedName, kind: symbol.kind,
        key: identity.key, file: identity.file, isDefined: identity.isDefined))
    index[identity] = id
    return id
  }

  private mutating func note(_ declaration: Declaration, at id: Int) {
    let isFirst = instances[id].line == 0 || declaration.line < instances[id].line
    if isFirst {
      instances[id].line = declaration.line
      instances[id].endLine = declaration.endLine
    }
    instances[id].traits.formUnion(declaration.traits)
  }
}

/// Where instances ended up: the nodes of the graph, and for each instance its node or its choices.
struct SymbolHomes: Sendable {
  var nodes: [SymbolNode]
  /// For each instance its node, or -1 where it is ambiguous or outside.
  var nodeOfInstance: [Int32]
  /// For ambiguous instances the nodes of all definitions with that key.
  var choices: [Int32: [Int32]]
}

extension SymbolTable {
  /// Gives every instance its node. Declarations go to the only definition of their key.
  func resolve(files: [FileNode]) -> SymbolHomes {
    var definitions: [[Int32]] = Array(repeating: [], count: keys.count)
    for (id, instance) in instances.enumerated() where instance.isDefined {
      definitions[Int(instance.key)].append(Int32(id))
    }
    let isNode = instances.indices.map {
      instances[$0].isDefined
        || (definitions[Int(instances[$0].key)].isEmpty && instances[$0].file >= 0)
    }
    let order = instances.indices.filter { isNode[$0] }.sorted(by: precedes)
    var homes = SymbolHomes(
      nodes: order.map(node), nodeOfInstance: Array(repeating: -1, count: instances.count),
      choices: [:])
    for (node, id) in order.enumerated() { homes.nodeOfInstance[id] = Int32(node) }
    for (id, instance) in instances.enumerated() where !isNode[id] {
      let candidates = definitions[Int(instance.key)].map { homes.nodeOfInstance[Int($0)] }
      if candidates.count == 1 { homes.nodeOfInstance[id] = candidates[0] }
      if candidates.count > 1 { homes.choices[Int32(id)] = candidates.sorted() }
    }
    return homes
  }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let x = instances[a]
    let y = instances[b]
    if x.file != y.file { return x.file < y.file }
    if x.line != y.line { return x.line < y.line }
    return keys[Int(x.key)].precedesBytewise(keys[Int(y.key)])
  }

  private func node(_ id: Int) -> SymbolNode {
    let instance = instances[id]
    return SymbolNode(
      name: instance.name, qualifiedName: instance.qualifiedName, kind: instance.kind,
      file: instance.file, line: instance.line, endLine: instance.endLine,
      traits: instance.traits)
  }
}
