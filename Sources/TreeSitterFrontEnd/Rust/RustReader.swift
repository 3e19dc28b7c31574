internal import Facts
internal import TreeSitterBinding

/// Reads a Rust file: modules, items, bodies.
struct RustReader: OutlineReader {
  let kinds: NodeKinds<RustNode>
  let fields: RustFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = RustFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = RustWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct RustWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<RustNode>
  let fields: RustFields
  /// What `Self` means here: a term of the signature.
  var selfType = Outline.none
  /// Attributes that were read and wait for their item.
  var attributes: [Int] = []
  /// Keys of symbols so far: Rust lets several declarations have one name.
  var keys: [String: Int] = [:]
  /// Trait of the open `impl`, as it is written; empty for an inherent one.
  var implementedTrait = ""
  /// The types of this file so far by name, for what is implemented for them.
  var typeSymbols: [String: UInt32] = [:]
  /// Paths in front of which stands the name of another crate, perhaps.
  var namedCrates: Set<String> = []
  /// Number of things so far that have no name.
  var unnamed = 0
  var functionDepth = 0
  /// Whether the file itself is being read, and not what a macro or module holds.
  var moduleDepth = 0

  /// Children that are rules of the grammar, without comments.
  func parts(_ index: Int) -> [Int] {
    children(index).filter { kind($0).map { !$0.isComment } ?? false }
  }

  mutating func readFile() {
    draft.separator = "::"
    draft.rawMark = Array("r#".utf8)
    draft.openPrefix(RustNames.prefix(of: draft.facts.path))
    readItems(0)
  }

  /// The items of a file, a module or a block, with their attributes.
  mutating func readItems(_ index: Int) {
    let outer = attributes
    attributes = []
    for part in children(index) { readItem(part) }
    attributes = outer
  }

  /// Reads an item; anything else is read as an expression, which only macros leave at this level.
  mutating func readItem(_ index: Int) {
    guard let kind = kind(index) else {
      readItems(index)
      return
    }
    switch kind {
    case .attributeItem: attributes.append(index)
    case .innerAttribute: readInnerAttribute(index)
    case .lineComment, .blockComment, .emptyStatement: break
    default:
      let own = attributes
      attributes = []
      // Items do not see the locals around them.
      let hidden = kind.isItem ? draft.hideLocals() : 0
      readDeclaration(index, kind, own)
      if kind.isItem { draft.showLocals(from: hidden) }
    }
  }

  private mutating func readDeclaration(_ index: Int, _ kind: RustNode, _ attributes: [Int]) {
    switch kind {
    case .module: readModule(index, attributes)
    case .useDeclaration: readUse(index)
    case .externCrate: readExternCrate(index, attributes)
    case .foreignModule: child(index, fields.body).map { readItems($0) }
    case .constItem: readConstant(index, attributes)
    case .staticItem: readStatic(index, attributes)
    case .typeItem, .associatedType: readAlias(index, attributes)
    case .structItem, .union: readStruct(index, attributes)
    case .enumItem: readEnum(index, attributes)
    case .trait: readTrait(index, attributes)
    case .impl: readImpl(index, attributes)
    case .function, .functionSignature: readFunction(index, attributes)
    case .macroDefinition: readMacroDefinition(index, attributes)
    case .macroInvocation: readItemMacro(index)
    case .expressionStatement:
      for part in parts(index) { readDeclaration(part, self.kind(part) ?? .block, []) }
    default: visit(index)
    }
  }

  // MARK: Symbols

  /// A symbol whose key says in which file it is; functions of a trait bear its name as well.
  mutating func declare(
    _ name: String, _ kind: SymbolKind, at index: Int, traits: Declaration.Traits = []
  ) -> UInt32 {
    var key = draft.facts.path + ":" + draft.qualified(name)
    if !implementedTrait.isEmpty { key += "@" + implementedTrait }
    if functionDepth > 0 { key += "$\(draft.symbol)" }
    let count = keys[key, default: 0]
    keys[key] = count + 1
    if count > 0 { key += "'\(count)" }
    return draft.declare(name, kind, key: key, at: index, traits: traits)
  }

  func binding(_ name: UInt32, _ kind: Outline.Binding.Kind, _ symbol: UInt32) -> Outline.Binding {
    var binding = Outline.Binding(name: name, kind: kind, scope: draft.scope)
    binding.symbol = symbol
    return binding
  }

  /// Reads terms that say what a declaration is.
  mutating func signature<R>(_ read: (inout RustWalk) -> R) -> R {
    draft.openSignature()
    defer { draft.closeSignature() }
    return read(&self)
  }

  /// A value of a type.
  mutating func value(of type: UInt32, at index: Int) -> UInt32 {
    type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  /// A type of the language or its library that is made of `parts`.
  mutating func apply(_ name: String, _ parts: [UInt32], at index: Int) -> UInt32 {
    let base = draft.builtIn(draft.name(name))
    return draft.add(.apply, .silentType, base: base, at: index, operands: parts)
  }

  /// A member that says nothing by itself: what a pattern takes apart, what `?` gives.
  mutating func part(_ name: String, of base: UInt32, at index: Int) -> UInt32 {
    guard base != Outline.none else { return base }
    return draft.add(.member, .silent, name: draft.name(name), base: base, at: index)
  }
}
