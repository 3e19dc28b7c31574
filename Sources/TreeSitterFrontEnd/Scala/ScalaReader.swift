internal import Facts
internal import TreeSitterBinding

/// Reads a Scala file: packages, declarations, types, bodies.
struct ScalaReader: OutlineReader {
  let kinds: NodeKinds<ScalaNode>
  let fields: ScalaFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = ScalaFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = ScalaWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct ScalaWalk: QuotedNameWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<ScalaNode>
  let fields: ScalaFields
  /// Full names of what is imported by its last name, for annotations.
  var importedNames: [String: String] = [:]
  /// Values whose members an import makes names, innermost last.
  var receivers: [UInt32] = []
  /// What `_` stands for in the argument that is read.
  var placeholder = Outline.none
  /// The call that was read last, whose next list of arguments may follow.
  var lastCall = Given()
  /// What the function gets that a call makes which is being read as an argument.
  var wanted = Outline.none
  /// Number of open anonymous bodies: their members are no symbols.
  var anonymousDepth = 0
  /// Number of anonymous and local types so far, which makes their keys unique.
  var innerTypes = 0
  /// Scopes of objects: what they hold belongs to no instance.
  var objectScopes: Set<UInt32> = []
  /// Names of the classes and traits of each open body, whose objects are their companions.
  var companions: [Set<String>] = []
  /// The same of the objects.
  private var objects: [Set<String>] = []
  /// Case classes by the scope around them and by name: what calling them makes.
  var caseClasses: [UInt32: [String: (type: UInt32, constructor: UInt32)]] = [:]
  /// Scopes inside opaque types by the scope around them and by name.
  var opaqueTypes: [UInt32: [String: UInt32]] = [:]
  /// Tells what a companion declares from what its class does.
  var keyMark = ""

  init(draft: OutlineDraft, kinds: NodeKinds<ScalaNode>, fields: ScalaFields) {
    self.draft = draft
    self.kinds = kinds
    self.fields = fields
  }

  /// Names of the objects beside what is read.
  var objectNames: Set<String> { objects.last ?? [] }

  func children(_ index: Int, _ field: UInt16) -> [Int] {
    children(index).filter { draft.node($0).field == field && kind($0) != nil }
  }

  /// The children that are rules of the grammar, without comments.
  func parts(_ index: Int) -> [Int] {
    children(index).filter {
      guard let kind = kind($0) else { return false }
      return kind != .comment && kind != .blockComment
    }
  }

  // MARK: Packages

  mutating func readFile() {
    let outer = draft.scope
    let statements = Array(children(0))
    var names: [String] = []
    var members: [Int] = []
    for index in statements {
      if kind(index) == .package, child(index, fields.body) == nil {
        readMembers(members)
        members = []
        openPackage(index, isFirst: names.isEmpty && !draft.hasDeclarations, &names)
      } else {
        members.append(index)
      }
    }
    readMembers(members)
    while draft.scope != outer { draft.close() }
  }

  /// `package a.b` for all that follows: the first names the file, others go on inside it.
  private mutating func openPackage(_ index: Int, isFirst: Bool, _ names: inout [String]) {
    guard let path = child(index, fields.name) else { return }
    names.append(dotted(path))
    let full = names.joined(separator: ".")
    if !isFirst { draft.open(.namespace) }
    draft.setNamespace(full)
    draft.openPrefix(full)
  }

  /// `package a.b { … }`.
  mutating func readPackage(_ index: Int) {
    guard let path = child(index, fields.name), let body = child(index, fields.body) else { return }
    let full = draft.qualified(dotted(path))
    readNamespace(full, body)
  }

  /// What a package object declares is declared in the package.
  mutating func readPackageObject(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    readNamespace(
      draft.qualified(nameText(nameNode)), child(index, fields.body), isObject: true, at: index)
  }

  private mutating func readNamespace(
    _ full: String, _ body: Int?, isObject: Bool = false, at index: Int = 0
  ) {
    draft.open(.namespace)
    draft.setNamespace(full)
    draft.openPrefix(full)
    if isObject, first(index, .extends) != nil { readInherited(index) }
    if let body { readMembers(Array(children(body))) }
    draft.closePrefix()
    draft.close()
  }

  /// What a package object is derived from, whose members are names of the package: a type that the
  /// language has no name for.
  private mutating func readInherited(_ index: Int) {
    let owner = draft.add(
      Outline.Binding(name: draft.name("package"), kind: .type, scope: draft.scope))
    draft.open(.type, owner: owner)
    for head in readSupertypes(index) { readHead(head) }
    draft.close()
  }

  /// Companions come after their classes, which say what calling them makes.
  mutating func readMembers(_ members: [Int]) {
    var types: Set<String> = []
    var values: Set<String> = []
    for member in members {
      guard let nameNode = child(member, fields.name) else { continue }
      switch kind(member) {
      case .classDefinition, .traitDefinition, .enumDefinition: types.insert(nameText(nameNode))
      case .typeDefinition where isOpaque(member): types.insert(nameText(nameNode))
      case .objectDefinition: values.insert(nameText(nameNode))
      default: break
      }
    }
    companions.append(types)
    objects.append(values)
    for member in members where !isCompanion(member) { readMember(member) }
    for member in members where isCompanion(member) { readMember(member) }
    companions.removeLast()
    objects.removeLast()
  }

  private func isCompanion(_ index: Int) -> Bool {
    guard kind(index) == .objectDefinition, let nameNode = child(index, fields.name) else {
      return false
    }
    return companions.last?.contains(nameText(nameNode)) ?? false
  }

  // MARK: Imports

  /// `import a.b.C, d.{E, F => G, _}`, which holds in the scope that is open.
  mutating func readImport(_ index: Int) {
    var path: [String] = []
    var isDone = false
    for part in children(index) {
      if draft.isText(part, ",") {
        if !isDone { addImport(path, nil, at: index) }
        path = []
        isDone = false
        continue
      }
      switch kind(part) {
      case .identifier, .operatorIdentifier: path.append(nameText(part))
      case .stableIdentifier: path += dotted(part).split(separator: ".").map(String.init)
      case .namespaceWildcard:
        addWildcard(path, at: part)
        isDone = true
      case .asRenamed, .arrowRenamed:
        addRenamed(part, path)
        isDone = true
      case .selectors:
        readSelectors(part, path)
        isDone = true
      default: break
      }
    }
    if !isDone { addImport(path, nil, at: index) }
  }

  private mutating func readSelectors(_ index: Int, _ path: [String]) {
    var hasWildcard = false
    for part in children(index) {
      switch kind(part) {
      case .identifier, .operatorIdentifier, .typeIdentifier:
        addImport(path + [nameText(part)], nil, at: part)
      case .arrowRenamed, .asRenamed: addRenamed(part, path)
      case .namespaceWildcard where !hasWildcard:
        addWildcard(path, at: part)
        hasWildcard = true
      default: break
      }
    }
  }

  private mutating func addRenamed(_ index: Int, _ path: [String]) {
    let names = parts(index)
    guard let original = names.first else { return }
    // What is renamed to `_` is hidden.
    guard let alias = names.last, alias != original, kind(alias) == .identifier else { return }
    addImport(path + [nameText(original)], nameText(alias), at: index)
  }

  private mutating func addImport(_ path: [String], _ alias: String?, at index: Int) {
    guard path.count > 1 || alias != nil, let last = path.last else { return }
    let text = path.joined(separator: ".")
    var item = Outline.Import(
      path: draft.name(text), scope: draft.scope, line: draft.line(index))
    item.alias = draft.name(alias ?? last)
    if draft.scope == 0 || draft.outline.scopes[Int(draft.scope)].kind == .namespace {
      importedNames[alias ?? last] = text
    }
    draft.add(item)
  }

  private mutating func addWildcard(_ path: [String], at index: Int) {
    guard let first = path.first else { return }
    if let local = draft.local(called: first), draft.usable(local) != Outline.none {
      return addReceiver(local, path, at: index)
    }
    var item = Outline.Import(
      path: draft.name(path.joined(separator: ".")), scope: draft.scope, line: draft.line(index))
    item.marks.insert(.wildcard)
    draft.add(item)
  }

  /// The members of a local variable are names from here on.
  private mutating func addReceiver(_ local: UInt32, _ path: [String], at index: Int) {
    var value = draft.usable(local)
    for name in path.dropFirst() {
      value = draft.add(.member, .silent, name: draft.name(name), base: value, at: index)
    }
    let outer = receiver
    receivers.append(
      draft.add(
        .receiver, .silent, base: value, at: index, operands: outer == Outline.none ? [] : [outer]))
  }

  /// The innermost receiver, as the base of a name.
  var receiver: UInt32 { receivers.last.map { draft.usable($0) } ?? Outline.none }

  /// The text of a qualified name, without white space and quotes.
  func dotted(_ index: Int) -> String {
    let names = children(index).filter { kind($0) != nil }
    if names.isEmpty { return nameText(index) }
    return names.map { dotted($0) }.joined(separator: ".")
  }
}

extension OutlineDraft {
  /// Whether something has been declared yet.
  fileprivate var hasDeclarations: Bool { !outline.bindings.isEmpty }
}
