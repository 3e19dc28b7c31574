internal import Facts
internal import TreeSitterBinding

/// Reads a Python file: imports, declarations, bodies.
struct PythonReader: OutlineReader {
  let kinds: NodeKinds<PythonNode>
  let fields: PythonFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = PythonFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = PythonWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct PythonWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<PythonNode>
  let fields: PythonFields
  /// Full names of what is imported by the name that the file knows it by.
  var importedNames: [String: String] = [:]
  /// Names that imports inside of functions bind, as stand-ins under which the imports are filed: two
  /// functions may import different things by one name. ``Outline/none`` where the name was assigned
  /// since.
  var aliases: [(name: UInt32, alias: UInt32)] = []
  /// What is being read, from the file inwards.
  var frames: [PythonFrame] = []
  /// Symbols by their keys: a name may be declared several times, and the last declaration holds.
  var symbolOfKey: [String: UInt32] = [:]
  /// Bindings by scope and name.
  var bindingOf: [PythonName: UInt32] = [:]
  /// Module variables whose objects can change, and whether something was seen to change them.
  var containers: [UInt32: PythonContainer] = [:]
  /// Names of module variables that functions of this file change.
  var changedGlobals: Set<UInt32> = []
  /// Whether what is read is there for types alone.
  var isTypeChecking = false
  /// Number of `except` clauses around.
  var exceptDepth = 0
  /// Whether strings that name modules are wiring, wherever they stand: in settings.
  var settingsDepth = 0

  var frame: PythonFrame { frames[frames.count - 1] }

  var isInFunction: Bool { frame.kind == .function }

  mutating func readFile() {
    let module = PythonPaths.moduleName(of: draft.facts.path)
    frames = [PythonFrame(.module, scope: 0)]
    declareModule(module)
    draft.openPrefix(module)
    for index in children(0) { visit(index) }
    draft.closePrefix()
    markContainers()
  }

  /// The module itself, for texts that name it and for files that are started.
  private mutating func declareModule(_ module: String) {
    let name = module.split(separator: ".").last.map(String.init) ?? module
    let path = draft.facts.path
    let symbol = draft.declare(name, .namespace, key: path, at: 0)
    draft.facts.symbols[Int(symbol)].qualifiedName = module
    var binding = Outline.Binding(
      name: draft.name(PythonNames.moduleBinding), kind: .namespace, scope: 0)
    binding.symbol = symbol
    draft.add(binding)
  }

  /// A symbol of this file; one that was declared before under this key is declared again.
  mutating func declare(
    _ name: String, _ kind: SymbolKind, at index: Int, traits: Declaration.Traits = []
  ) -> UInt32 {
    let key = draft.facts.path + "#" + draft.qualified(name)
    guard let known = symbolOfKey[key] else {
      let symbol = draft.declare(name, kind, key: key, at: index, traits: traits)
      symbolOfKey[key] = symbol
      return symbol
    }
    let node = draft.node(index)
    draft.facts.declarations.append(
      Declaration(
        symbol: known, line: node.line, endLine: node.endLine, traits: traits.union(.definition)))
    return known
  }

  /// A binding of the open scope; one of the same name is taken over.
  mutating func bind(_ name: UInt32, _ kind: Outline.Binding.Kind, symbol: UInt32) -> UInt32 {
    bind(name, kind, symbol: symbol, in: draft.scope)
  }

  mutating func bind(
    _ name: UInt32, _ kind: Outline.Binding.Kind, symbol: UInt32, in scope: UInt32
  ) -> UInt32 {
    let place = PythonName(scope: scope, name: name)
    if let known = bindingOf[place] {
      draft.update(known) {
        $0.kind = kind
        $0.symbol = symbol
      }
      return known
    }
    var binding = Outline.Binding(name: name, kind: kind, scope: scope)
    binding.symbol = symbol
    let number = draft.add(binding)
    bindingOf[place] = number
    return number
  }
}

struct PythonName: Hashable {
  var scope: UInt32
  var name: UInt32
}

/// A variable of a module or class that holds an object which can change.
struct PythonContainer {
  /// Index into ``FileFacts/declarations``.
  var declaration: Int
  var isChanged: Bool
}

/// A module, class or function whose body is being read.
struct PythonFrame {
  enum Kind { case module, type, function }

  let kind: Kind
  let scope: UInt32
  /// Names that the function says are the module's.
  var globals: Set<UInt32> = []
  /// Parameters by name: the value that the signature says they have.
  var parameters: [UInt32: UInt32] = [:]
  /// Local names without a type that the signature knows.
  var locals: Set<UInt32> = []
  /// The name of the enclosing instance or type, and whether it is the type.
  var selfName: UInt32?
  var isTypeMethod = false
  /// What the function returns.
  var results: [Int] = []
  /// Whether the framework hands on what the function yields.
  var givesWhatItYields = false
  /// Whether parameters are filled in by name: a test, or a fixture of tests.
  var takesFixtures = false

  init(_ kind: Kind, scope: UInt32) {
    self.kind = kind
    self.scope = scope
  }
}

/// What a path says about a module.
enum PythonPaths {
  /// The dotted name that people know a file by: what lies below the last `src`.
  static func moduleName(of path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    guard let file = parts.popLast() else { return path }
    if let source = parts.lastIndex(of: "src") { parts = Array(parts[(source + 1)...]) }
    let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    if stem != "__init__" || parts.isEmpty { parts.append(stem) }
    return parts.joined(separator: ".")
  }

  /// Whether test frameworks look for tests in a file.
  static func isTest(_ path: String) -> Bool {
    let file = path.split(separator: "/").last ?? ""
    return file.hasPrefix("test") || file.hasSuffix("_test.py") || file == "conftest.py"
  }

  /// The label of the Django application whose models a file holds: the folder of `models.py` or of
  /// the package `models`; nil for any other file.
  static func modelLabel(of path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    guard
      let place = parts.lastIndex(where: { $0 == "models" || $0 == "models.py" }), place > 0
    else { return nil }
    return parts[place - 1].lowercased()
  }
}
