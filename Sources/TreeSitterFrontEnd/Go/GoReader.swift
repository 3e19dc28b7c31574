internal import Facts
internal import TreeSitterBinding

/// Reads a Go file: declarations, types, bodies.
struct GoReader: OutlineReader {
  let kinds: NodeKinds<GoNode>
  let fields: GoFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = GoFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = GoWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct GoWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<GoNode>
  let fields: GoFields
  /// Full paths of the imports by the names that the file most likely knows them by.
  var importedPaths: [String: String] = [:]
  /// Folder and package, as ``OutlineDraft/setNamespace(_:)`` wants them: `pkg/store:store`.
  var namespace = ""
  /// The folder, before the keys of symbols.
  var folder = ""
  /// Scopes for the methods of a type that have no type parameters, by the name of the type.
  var extensions: [String: UInt32] = [:]
  /// The declared results of the functions around this place, innermost last.
  var results: [[UInt32]] = []
  /// Number of things so far that have no name, or one that others may have as well.
  var unnamed = 0
  /// Whether an anonymous type is read: its members are no symbols.
  var anonymousDepth = 0
  /// Number of open functions.
  var functionDepth = 0

  /// All children under a field, in order.
  func all(_ index: Int, _ field: UInt16) -> [Int] {
    guard field != 0 else { return [] }
    return children(index).filter { draft.node($0).field == field }
  }

  mutating func readFile() {
    readPackage()
    for index in children(0) { readTopLevel(index) }
  }

  /// Files of one folder and package see each other's names, so both are the namespace.
  private mutating func readPackage() {
    let clause = first(0, .packageClause)
    let package = clause.flatMap { first($0, .packageIdentifier) }.map { draft.text(of: $0) } ?? "_"
    folder = draft.facts.path.split(separator: "/").dropLast().joined(separator: "/")
    namespace = folder + ":" + package
    draft.setNamespace(namespace)
    draft.openPrefix(package)
  }

  private mutating func readTopLevel(_ index: Int) {
    switch kind(index) {
    case .packageClause: break
    case .importSpec: readImport(index)
    case .functionDeclaration: readFunction(index)
    case .methodDeclaration: readMethod(index)
    case .typeSpec: readTypeSpec(index)
    case .typeAlias: readAlias(index)
    case .constDeclaration: readConstants(index)
    case .varSpec: readVariables(index)
    case .comment: readDirective(index)
    case nil, .typeDeclaration, .varDeclaration:
      // Groups in brackets, and what no rule fits.
      for part in children(index) { readTopLevel(part) }
    default: visit(index)
    }
  }

  private mutating func readImport(_ index: Int) {
    guard let pathNode = child(index, fields.path) else { return }
    let path = literal(pathNode)
    guard !path.isEmpty else { return }
    var item = Outline.Import(path: draft.name(path), line: draft.line(index))
    if let name = child(index, fields.name) {
      if kind(name) == .dot {
        item.marks.insert(.wildcard)
      } else {
        item.alias = draft.name(of: name)
        importedPaths[draft.text(of: name)] = path
      }
    } else {
      for name in GoNames.packageNames(of: path) where importedPaths[name] == nil {
        importedPaths[name] = path
      }
    }
    draft.add(item)
  }

  // MARK: Symbols

  /// A symbol whose key says in which folder it is. `isShared` names may be declared several times.
  mutating func declare(
    _ name: String, _ kind: SymbolKind, at index: Int, traits: Declaration.Traits = [],
    isShared: Bool = false
  ) -> UInt32 {
    var key = folder + ":" + draft.qualified(name)
    if isShared || functionDepth > 0 {
      unnamed += 1
      key += "$\(unnamed)@" + draft.facts.path
    }
    return draft.declare(name, kind, key: key, at: index, traits: traits)
  }

  /// Whether other packages see a name.
  func isExported(_ name: String) -> Bool {
    name.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
  }

  /// A name that can be found, for a symbol.
  mutating func binding(
    at node: Int, _ kind: Outline.Binding.Kind, _ symbol: UInt32
  ) -> Outline.Binding {
    let name = draft.name(of: node)
    return binding(name, kind, symbol)
  }

  func binding(_ name: UInt32, _ kind: Outline.Binding.Kind, _ symbol: UInt32) -> Outline.Binding {
    var binding = Outline.Binding(name: name, kind: kind, scope: draft.scope)
    binding.symbol = symbol
    if !isExported(draft.text(ofName: name)) { binding.marks.insert(.isPrivate) }
    return binding
  }
}
