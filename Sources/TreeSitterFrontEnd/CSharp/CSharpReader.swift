internal import Facts
internal import TreeSitterBinding

/// Reads a C# file: declarations, types, bodies.
struct CSharpReader: OutlineReader {
  let kinds: NodeKinds<CSharpNode>
  let fields: CSharpFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = CSharpFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = CSharpWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct CSharpWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<CSharpNode>
  let fields: CSharpFields
  /// The name of the open namespace.
  var namespace = ""
  /// The keys of the open types and namespaces, with the arity of generic types.
  var keyPrefix = ""
  /// What the conditional accesses are about that are being read, innermost last.
  var accessed: [UInt32] = []
  /// What the patterns are about that are being read, innermost last.
  var subjects: [UInt32] = []
  /// The type that `new()` stands for, and what the function returns.
  var expected = Outline.none
  var result = Outline.none
  /// Whether types that are named are registered for injection.
  var isWiring = false
  /// What the function among the last arguments gives.
  var lastLambda = Outline.none
  /// Number of local declarations so far, which makes their keys unique.
  var innerDeclarations = 0
  /// Schemas that the file says its tables are in.
  var schemas: Set<String> = []

  mutating func readFile() {
    readAll()
    settleSchema()
  }

  private mutating func readAll() {
    draft.rawMark = [UInt8(ascii: "@")]
    // The namespace of the whole file first: it is part of every name.
    for index in children(0) where kind(index) == .fileNamespace { openFileNamespace(index) }
    for index in children(0) where kind(index) == .using { readUsing(index) }
    readTopLevelStatements()
    for index in children(0) {
      switch kind(index) {
      case .using, .globalStatement, .fileNamespace: break
      default: readMember(index)
      }
    }
    for index in children(0) where kind(index) == .fileNamespace {
      for part in children(index) where draft.node(part).field != fields.name { readMember(part) }
    }
  }

  private mutating func openFileNamespace(_ index: Int) {
    guard namespace.isEmpty, let name = child(index, fields.name) else { return }
    namespace = dotted(name)
    keyPrefix = namespace
    draft.setNamespace(namespace)
    draft.openPrefix(namespace)
  }

  mutating func readNamespace(_ index: Int) {
    guard let name = child(index, fields.name) else { return }
    let (outer, outerKey) = (namespace, keyPrefix)
    namespace = outer.isEmpty ? dotted(name) : outer + "." + dotted(name)
    keyPrefix = namespace
    draft.open(.namespace)
    draft.setNamespace(namespace)
    draft.openPrefix(namespace)
    if let body = child(index, fields.body) {
      for part in children(body) where kind(part) == .using { readUsing(part) }
      for part in children(body) where kind(part) != .using { readMember(part) }
    }
    draft.closePrefix()
    draft.close()
    (namespace, keyPrefix) = (outer, outerKey)
  }

  /// The statements of a program without a class: its entry point.
  private mutating func readTopLevelStatements() {
    let statements = Array(children(0).filter { kind($0) == .globalStatement })
    guard let start = statements.first else { return }
    draft.openPrefix(draft.qualified("Program"))
    let symbol = draft.declare(
      "Main", .function, key: draft.facts.path + "#Main", at: start, traits: .entryPoint)
    if let last = statements.last {
      draft.facts.declarations[draft.facts.declarations.count - 1].endLine =
        draft.node(last).endLine
    }
    draft.closePrefix()
    draft.functions.append((draft.node(start).start, symbol))
    draft.open(.function, symbol: symbol)
    addLocal(draft.name("args"), ofType: draft.builtIn(draft.name("string[]")), at: start)
    for statement in statements { visitChildren(statement) }
    draft.forgetLocals(since: 0)
    draft.close()
  }

  // MARK: Usings

  private mutating func readUsing(_ index: Int) {
    var marks: Outline.Import.Marks = []
    let alias = child(index, fields.name)
    var target: Int?
    for part in children(index) {
      switch kind(part) {
      case .globalKeyword: marks.insert(.global)
      case .staticKeyword: marks.insert(.member)
      default: if part != alias, isType(part) { target = part }
      }
    }
    guard let target else { return }
    var item = Outline.Import(
      path: draft.name(dotted(target)), scope: draft.scope, line: draft.line(index), marks: marks)
    guard let alias else {
      item.marks.insert(.wildcard)
      return draft.add(item)
    }
    item.alias = draft.name(of: alias)
    if isName(target) { draft.add(item) }
    // What another file's `global using` binds is found through the import.
    draft.openSignature()
    let type = readType(target, .type)
    draft.closeSignature()
    var binding = Outline.Binding(name: draft.name(of: alias), kind: .alias, scope: draft.scope)
    binding.type = type
    draft.add(binding)
  }

  private func isName(_ index: Int) -> Bool {
    switch kind(index) {
    case .identifier, .qualifiedName, .aliasName: true
    default: false
    }
  }

  /// The text of a qualified name, without white space, comments, type arguments and `global::`.
  func dotted(_ index: Int) -> String {
    switch kind(index) {
    case .identifier: return simpleName(index)
    case .genericName: return simpleName(index)
    case .aliasName: return child(index, fields.name).map { dotted($0) } ?? ""
    case .qualifiedName:
      let parts = [fields.qualifier, fields.name].compactMap { child(index, $0) }
      return parts.map { dotted($0) }.joined(separator: ".")
    default: return draft.textWithoutSpaces(of: index)
    }
  }
}
