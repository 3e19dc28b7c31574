internal import Facts
internal import TreeSitterBinding

/// Reads a Ruby file: declarations, what macros declare, bodies.
struct RubyReader: OutlineReader {
  let kinds: NodeKinds<RubyNode>
  let fields: RubyFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = RubyFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    let tree = draft.tree
    var walk = RubyWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile(tree)
    draft = walk.draft
  }
}

/// What `self` is where something stands.
enum RubySelf: Sendable {
  /// The object of a script, on which every method of the top level can be called.
  case main
  case instance
  /// The class or module itself.
  case type
}

/// The class or module that is being read.
struct RubyType {
  /// Its inner scope.
  var scope: UInt32
  var superclass = Outline.none
  /// Its qualified name.
  var prefix = ""
  /// What it includes or prepends, in source order.
  var mixins: [UInt32] = []
  /// Its instance variables and what is known of their values.
  var variables: [UInt32: RubyVariable] = [:]
  /// `class << self`, or after `module_function`.
  var isSingleton = false
  var isModuleFunction = false
  /// `included do`: what is declared belongs to those who include it.
  var isForIncluders = false
  /// Names of methods that were declared, with the symbols.
  var methods: [String: UInt32] = [:]
}

/// An instance variable, class variable or global.
struct RubyVariable {
  var binding: UInt32
  /// The sources of the values that its type was taken from, and what they are.
  var sources: Set<String> = []
  var values: [UInt32] = []
}

/// The state of reading one file.
struct RubyWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<RubyNode>
  let fields: RubyFields
  var types: [RubyType] = [RubyType(scope: 0)]
  var selfKind = RubySelf.main
  /// Methods around, from which class bodies inside them start anew.
  var methodDepth = 0
  /// The innermost of them; ``Outline/none`` outside.
  var methodName = Outline.none
  /// Whether texts of calls name controllers.
  var routes: RubyRoutes?
  /// Whether the file creates and alters tables.
  var isSchema = false
  var globals: [UInt32: UInt32] = [:]
  /// What the method around assigns to its locals, by their names.
  var assigned: [UInt32: [Int]] = [:]
  /// Values of values whose types are followed.
  var silentDepth = 0
  /// Constants whose objects can change, with their declarations.
  var containers: [UInt32: (binding: UInt32, declaration: Int)] = [:]

  init(draft: OutlineDraft, kinds: NodeKinds<RubyNode>, fields: RubyFields) {
    self.draft = draft
    self.kinds = kinds
    self.fields = fields
  }

  mutating func readFile(_ tree: SyntaxTree) {
    let path = draft.facts.path
    if RubyNames.isRoutes(path) { routes = RubyRoutes() }
    isSchema = RubyNames.isSchema(path)
    draft.openPrefix("")
    declareScript(isProgram: tree.source.starts(with: Array("#!".utf8)))
    visitChildren(0)
    draft.closePrefix()
  }

  /// The file itself, where a process starts with it.
  private mutating func declareScript(isProgram: Bool) {
    var line: Int?
    for part in children(0) {
      guard let condition = child(part, fields.condition) else { continue }
      let text = draft.text(of: condition)
      if text.hasPrefix("__FILE__ =="), text.hasSuffix("$0") || text.hasSuffix("$PROGRAM_NAME") {
        line = part
      }
    }
    guard isProgram || line != nil else { return }
    let path = draft.facts.path
    let name = String(path.split(separator: "/").last ?? "")
    let symbol = draft.declare(name, .namespace, key: path, at: line ?? 0, traits: .entryPoint)
    draft.facts.symbols[Int(symbol)].qualifiedName = path
  }

  /// Terms that `read` adds become part of the signature: they say what declarations are.
  mutating func inSignature<R>(_ read: (inout RubyWalk) -> R) -> R {
    draft.openSignature()
    defer { draft.closeSignature() }
    return read(&self)
  }

  mutating func builtIn(_ name: String) -> UInt32 { draft.builtIn(draft.name(name)) }

  /// `self`, as what it is here; ``Outline/none`` for that of a script.
  mutating func selfTerm(at index: Int) -> UInt32 {
    switch selfKind {
    case .main: Outline.none
    case .instance: draft.add(.selfValue, .silent, at: index)
    case .type: draft.add(.name, .silent, name: draft.name(RubyNames.selfType), at: index)
    }
  }

  // MARK: Declaring

  /// A symbol of this file, unlike all others of its name.
  mutating func declare(
    _ name: String, _ kind: SymbolKind, at index: Int, isStatic: Bool = false,
    traits: Declaration.Traits = []
  ) -> UInt32 {
    let qualified = draft.qualified(name)
    let key = "\(draft.facts.path)#\(qualified)\(isStatic ? "." : "")"
    return draft.declare(name, kind, key: key, at: index, traits: traits)
  }

  @discardableResult
  mutating func bind(
    _ name: String, _ kind: Outline.Binding.Kind, symbol: UInt32 = Outline.none,
    isStatic: Bool = false, type: UInt32 = Outline.none, isInferred: Bool = true
  ) -> UInt32 {
    var binding = Outline.Binding(
      name: draft.name(name), kind: kind, scope: types[types.count - 1].scope)
    binding.symbol = symbol
    binding.type = type
    if isStatic { binding.marks.insert(.isStatic) }
    if isStatic, types[types.count - 1].isForIncluders { binding.marks.insert(.isExtension) }
    if isInferred, type != Outline.none { binding.marks.insert(.isInferred) }
    return draft.add(binding)
  }

  /// A method that a macro declares, with the value that it gives.
  @discardableResult
  mutating func declareMethod(
    _ name: String, _ kind: SymbolKind = .method, at index: Int, isStatic: Bool = false,
    type: UInt32 = Outline.none, isInferred: Bool = true
  ) -> UInt32 {
    let symbol = declare(name, kind, at: index, isStatic: isStatic)
    return bind(
      name, .function, symbol: symbol, isStatic: isStatic, type: type, isInferred: isInferred)
  }
}
