internal import Facts
internal import TreeSitterBinding

/// Reads a file of JavaScript or TypeScript: imports and exports, declarations, types, bodies.
struct EcmaReader: OutlineReader {
  let kinds: NodeKinds<EcmaNode>
  let fields: EcmaFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = EcmaFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = EcmaWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct EcmaWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<EcmaNode>
  let fields: EcmaFields
  /// Number of signatures that are open.
  var signatureDepth = 0
  /// Whether `this` is the instance of the type around: not in a plain function.
  var hasThis = false
  /// Number of anonymous and local types so far, which makes their names and keys unique.
  var innerTypes = 0
  /// Number of open types; deeper ones than ``deepestType`` have no names of their own.
  var typeDepth = 0
  /// The full name of the type at that depth.
  var deepestName = ""
  static let deepestType = 64
  /// Number of open types that are written in place: their members are no symbols.
  var anonymousDepth = 0
  /// Names that something is assigned to after their declaration.
  var assignedNames: Set<UInt32> = []
  /// Names that `var` declared in a block, which are seen outside of it.
  var hoistedNames: Set<UInt32> = []
  /// Full names of what is imported, by local name, for decorators.
  var importedNames: [String: String] = [:]
  /// Declarations of one name in one scope that are one thing: overloads, merged interfaces.
  var merged: [UInt64: UInt32] = [:]
  /// Synthetic names of the modules that are required within expressions.
  var requiredModules: Set<UInt32> = []
  /// The scope of what a CommonJS module exports; nil if there is none.
  var exportsScope: UInt32?
  /// Names that stand for `module.exports`.
  var exportsAliases: Set<String> = ["exports"]
  /// Whether the file registers its module by name.
  var isRegistered = false
  /// The name of the object that a registered module returns.
  var returnedName: String?
  /// The mixin whose function is open.
  var mixin: Mixin?

  /// Whether a keyword stands directly below a node.
  func has(_ index: Int, _ word: StaticString) -> Bool {
    children(index).contains { draft.isText($0, word) && kind($0) == nil }
  }

  mutating func readFile() {
    findAssignedNames()
    for index in children(0) { readStatement(index) }
  }

  /// One pass over the whole file: a variable that nothing is assigned to is a constant.
  private mutating func findAssignedNames() {
    for index in draft.tree.nodes.indices {
      switch kind(index) {
      case .assignment, .augmented:
        if let left = child(index, fields.left), kind(left) == .identifier {
          assignedNames.insert(draft.name(of: left))
        }
      case .update:
        if let target = child(index, fields.argument), kind(target) == .identifier {
          assignedNames.insert(draft.name(of: target))
        }
      default: break
      }
    }
  }

  /// A statement at the level of the file or of a namespace.
  mutating func readStatement(_ index: Int, isExported: Bool = false) {
    switch kind(index) {
    case .importStatement: readImport(index)
    case .exportStatement: readExport(index)
    case .function, .generator, .functionSignature, .classDeclaration, .abstractClass, .interface,
      .typeAlias, .enumDeclaration, .internalModule, .module, .importAlias:
      readDeclaration(index, isExported: isExported)
    case .lexical, .variable: readVariables(index, isExported: isExported)
    case .ambient: readAmbient(index, isExported: isExported)
    case .expressionStatement: readExpressionStatement(index)
    case .comment: readReferenceComment(index)
    default: visit(index)
    }
  }

  private mutating func readAmbient(_ index: Int, isExported: Bool) {
    for part in children(index) {
      if kind(part) == .block {
        // `declare global`: seen by every file.
        draft.open(.namespace)
        draft.setNamespace("global")
        for statement in children(part) { readStatement(statement) }
        draft.close()
      } else if kind(part) != nil {
        readStatement(part, isExported: isExported)
      }
    }
  }

  private mutating func readExpressionStatement(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .internalModule, .module: readDeclaration(part, isExported: false)
      case .assignment: readModuleAssignment(part)
      case .call:
        if readRegistration(part) { continue }
        markEntryPoint(part)
        visit(part)
      default: visit(part)
      }
    }
  }

  /// A declaration by name, at any level.
  mutating func readDeclaration(_ index: Int, isExported: Bool, decorators: [Int] = []) {
    switch kind(index) {
    case .function, .generator, .functionSignature: readNamedFunction(index, isExported: isExported)
    case .classDeclaration, .abstractClass:
      readClass(index, Heading(self, index, isExported: isExported), decorators: decorators)
    case .interface: readInterface(index, isExported: isExported)
    case .typeAlias: readAlias(index, isExported: isExported)
    case .enumDeclaration: readEnum(index, isExported: isExported)
    case .internalModule, .module: readNamespace(index, isExported: isExported)
    case .importAlias: readImportAlias(index, isExported: isExported)
    default: visit(index)
    }
  }
}

/// Under which name, and where, something is declared.
struct Heading {
  /// The name that it is looked up by, and that of its symbol.
  var name: String
  var shown: String
  /// The node whose lines are the declaration's.
  var node: Int
  var isExported: Bool
  /// The scope that has the name; nil for the open one.
  var scope: UInt32?

  init(
    name: String, shown: String? = nil, node: Int, isExported: Bool, scope: UInt32? = nil
  ) {
    self.name = name
    self.shown = shown ?? name
    self.node = node
    self.isExported = isExported
    self.scope = scope
  }

  /// A declaration that says its own name.
  init(_ walk: EcmaWalk, _ index: Int, isExported: Bool) {
    let name = walk.child(index, walk.fields.name).map { walk.draft.text(of: $0) } ?? "default"
    self.init(name: name, node: index, isExported: isExported)
  }
}

// MARK: - Terms, symbols and bindings

extension EcmaWalk {
  /// Adds a term; one of the signature is made of nothing that belongs to a body.
  mutating func term(
    _ kind: Term.Kind, _ use: Term.Use, name: UInt32 = Outline.none, base: UInt32 = Outline.none,
    at index: Int, operands: [UInt32] = []
  ) -> UInt32 {
    guard signatureDepth > 0 else {
      return draft.add(kind, use, name: name, base: base, at: index, operands: operands)
    }
    return draft.add(
      kind, use, name: name, base: Self.signatureTerm(base), at: index,
      operands: operands.map(Self.signatureTerm))
  }

  /// ``Outline/none`` for a term that belongs to a body.
  static func signatureTerm(_ term: UInt32) -> UInt32 {
    term & Terms.bodyBit != 0 ? Outline.none : term
  }

  mutating func openSignature() {
    signatureDepth += 1
    draft.openSignature()
  }

  mutating func closeSignature() {
    signatureDepth -= 1
    draft.closeSignature()
  }

  /// Reads a body in the midst of a signature.
  mutating func outsideSignature(_ read: (inout EcmaWalk) -> Void) {
    let depth = signatureDepth
    for _ in 0..<depth { closeSignature() }
    read(&self)
    for _ in 0..<depth { openSignature() }
  }

  /// Opens the names inside of what is called `name` here. Full names are as long as the nesting is
  /// deep, so they end somewhere.
  mutating func openNames(_ name: String) {
    typeDepth += 1
    if typeDepth == Self.deepestType { deepestName = draft.qualified(name) }
    draft.openPrefix(typeDepth > Self.deepestType ? deepestName : draft.qualified(name))
  }

  mutating func closeNames() {
    typeDepth -= 1
    draft.closePrefix()
  }

  /// A symbol of this file; the path is part of its key, as every file has names of its own.
  mutating func declare(
    _ name: String, _ kind: SymbolKind, at index: Int, traits: Declaration.Traits = []
  ) -> UInt32 {
    var key = draft.facts.path + "#" + draft.qualified(name)
    if draft.isInFunction {
      innerTypes += 1
      key += "$\(innerTypes)"
    }
    return draft.declare(name, kind, key: key, at: index, traits: traits)
  }

  /// The binding of this name and scope that one of the same kind was added as before.
  func known(_ name: UInt32, _ scope: UInt32, _ kind: Outline.Binding.Kind) -> UInt32? {
    merged[Self.place(name, scope, kind)]
  }

  mutating func add(_ binding: Outline.Binding) -> UInt32 {
    let index = draft.add(binding)
    merged[Self.place(binding.name, binding.scope, binding.kind)] = index
    return index
  }

  private static func place(
    _ name: UInt32, _ scope: UInt32, _ kind: Outline.Binding.Kind
  ) -> UInt64 {
    UInt64(scope) << 36 | UInt64(kind.rawValue) << 32 | UInt64(name)
  }

  func marks(_ heading: Heading) -> Outline.Binding.Marks {
    heading.isExported ? .isStatic : [.isStatic, .isPrivate]
  }

  /// The name of a property or member; nil where it is computed.
  func propertyName(_ index: Int) -> String? {
    switch kind(index) {
    case .propertyIdentifier, .privateIdentifier, .identifier, .shorthand, .shorthandPattern,
      .number, .typeIdentifier:
      return draft.text(of: index)
    case .string: return literal(index)
    case .computedName:
      guard let text = first(index, .string) else { return nil }
      return literal(text)
    default: return nil
    }
  }
}
