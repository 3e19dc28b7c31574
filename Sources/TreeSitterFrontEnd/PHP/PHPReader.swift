internal import Facts
internal import TreeSitterBinding

/// Reads a PHP file: namespaces, imports, declarations, bodies.
struct PHPReader: OutlineReader {
  let kinds: NodeKinds<PHPNode>
  let fields: PHPFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = PHPFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = PHPWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
///
/// Names of classes, functions and constants are completed while the file is read, because
/// namespaces and imports alone decide what they are. ``PHPName`` says in which form they are filed.
struct PHPWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<PHPNode>
  let fields: PHPFields
  /// The namespace that is open, and its imports.
  var space = PHPSpace()
  /// What is being read, from the file inwards; the locals of the last can be seen.
  var frames = [PHPFrame()]
  /// The types that are being read, innermost last.
  var types: [PHPTypeFrame] = []
  /// The documentation before what is read next.
  var doc: Int?
  /// Symbols by their keys: a function may be declared in two branches.
  var symbolOfKey: [String: UInt32] = [:]
  /// Bindings of global variables by name, and the indexes of their declarations.
  var globals: [UInt32: (binding: UInt32, declaration: Int)] = [:]
  /// Number of anonymous types so far, those of several types included.
  var innerTypes = 0
  /// Whether something of the file runs when it is loaded.
  var hasStatements = false
  /// Whether the file loads the autoloader of the project.
  var loadsAutoloader = false

  /// Children that are neither comments nor words of the language.
  func parts(_ index: Int) -> [Int] {
    children(index).filter { kind($0) != nil && kind($0) != .comment }
  }

  var frame: PHPFrame {
    get { frames[frames.count - 1] }
    _modify { yield &frames[frames.count - 1] }
  }

  var isInFunction: Bool { frames.count > 1 }

  /// Whether what is declared here are members of an anonymous type, which are no symbols.
  var isAnonymous: Bool { types.contains(where: \.isAnonymous) }

  mutating func readFile() {
    readStatements(children(0))
    addEntryPoint()
  }

  /// Statements one after another; a namespace without braces holds up to the next.
  mutating func readStatements(_ statements: SyntaxTree.Children) {
    let depth = draft.scope
    var rest = statements
    while let index = rest.next() {
      switch kind(index) {
      case .comment: note(comment: index)
      case .namespace: readNamespace(index)
      case .enumDeclaration where isCut(index): readCut(index, &rest)
      default:
        visit(index)
        doc = nil
      }
    }
    if draft.scope != depth { closeNamespace() }
  }

  private mutating func readNamespace(_ index: Int) {
    if space.isOpen { closeNamespace() }
    doc = nil
    let name = child(index, fields.name).map { draft.text(of: $0) } ?? ""
    space = PHPSpace(name: PHPName.trimmed(name))
    draft.open(.namespace)
    draft.setNamespace(PHPName.dotted(space.name))
    space.scope = draft.scope
    space.isOpen = true
    guard let body = child(index, fields.body) else { return }
    readStatements(children(body))
    if space.isOpen { closeNamespace() }
  }

  private mutating func closeNamespace() {
    draft.close()
    space = PHPSpace()
  }

  // MARK: What the grammar cuts short

  /// Whether an enumeration ends before its brace: the grammar knows no constants in it.
  private func isCut(_ index: Int) -> Bool {
    draft.tree.text(of: index).last != UInt8(ascii: "}")
  }

  /// Reads an enumeration whose last members stand behind it, up to the brace that nothing fits.
  private mutating func readCut(_ index: Int, _ rest: inout SyntaxTree.Children) {
    var members: [Int] = []
    while let next = rest.next() {
      if draft.isText(next, "}") { break }
      members.append(next)
    }
    readType(index, behind: members)
    doc = nil
  }

  // MARK: Declaring

  /// A symbol of this file under its full name; one that was declared before is declared again.
  mutating func declare(
    _ name: String, _ kind: SymbolKind, qualified: String, at index: Int,
    traits: Declaration.Traits = []
  ) -> UInt32 {
    let key = draft.facts.path + "#" + qualified
    if let known = symbolOfKey[key] {
      let node = draft.node(index)
      draft.facts.declarations.append(
        Declaration(
          symbol: known, line: node.line, endLine: node.endLine, traits: traits.union(.definition)))
      return known
    }
    let symbol = draft.declare(name, kind, key: key, at: index, traits: traits)
    draft.facts.symbols[Int(symbol)].qualifiedName = qualified
    symbolOfKey[key] = symbol
    return symbol
  }

  /// The file itself, where it is a program that is started.
  private mutating func addEntryPoint() {
    let path = draft.facts.path
    let file = path.split(separator: "/").last ?? ""
    let isStarted = draft.tree.source.starts(with: "#!".utf8) || loadsAutoloader
    guard hasStatements, isStarted || file == "index.php" else { return }
    let symbol = draft.declare(
      String(file), .namespace, key: path, at: 0, traits: .entryPoint)
    draft.facts.symbols[Int(symbol)].qualifiedName = path
  }
}

/// A function, closure or the file, as far as its variables go.
struct PHPFrame {
  /// Terms of the variables, by their names; ``Outline/none`` where nothing is known.
  var locals: [UInt32: UInt32] = [:]
  /// Types of parameters as terms of the signature.
  var parameters: [UInt32: UInt32] = [:]
  /// Variables that a comment gives a type, until they are assigned.
  var pinned: [UInt32: UInt32] = [:]
  /// Types that comments gave to variables, as terms of the signature.
  var documented: [UInt32: UInt32] = [:]
  /// A type that a comment gives to the next variable that is assigned.
  var announced = Outline.none
  /// Variables that are those of the file level.
  var globals: Set<UInt32> = []
  /// What a function returns.
  var results: [Int] = []
  /// Template types of its documentation.
  var templates: Set<String> = []
}

/// A type that is being read.
struct PHPTypeFrame {
  /// In full; empty for an anonymous one.
  var name = ""
  /// The class that it is derived from, in full.
  var parent: String?
  var scope: UInt32
  var isAnonymous = false
  /// Whether it may have properties that are declared elsewhere.
  var isDerived = false
  /// Bindings of its properties, by name.
  var properties: [UInt32: UInt32] = [:]
  /// Bindings of the members that its documentation declares, by name.
  var documented: [UInt32: UInt32] = [:]
  var templates: Set<String> = []
}
