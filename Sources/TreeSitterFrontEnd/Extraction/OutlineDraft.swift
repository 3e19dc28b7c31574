internal import Basics
internal import Facts
internal import TreeSitterBinding

/// The outline and the facts of one file while its tree is read.
///
/// It keeps the scopes that are open and the local names that can be seen. Locals need no lookup
/// later: a use of one is the term that was stored with it.
struct OutlineDraft {
  let tree: SyntaxTree
  /// Between the parts of qualified names.
  var separator = "."
  /// What stands before a name that is a word of the language otherwise: `r#`, `@`.
  var rawMark: [UInt8] = []
  var facts: FileFacts
  fileprivate(set) var outline = Outline()
  /// Declared functions by the place where their declaration begins, for comments before them.
  var functions: [(start: UInt32, symbol: UInt32)] = []
  /// The innermost open scope.
  private(set) var scope: UInt32 = 0
  private var names = NameTable()
  private var body = Terms()
  private var signatureDepth = 0
  private var builtIns: [UInt32: UInt32] = [:]
  private var locals: [(name: UInt32, term: UInt32)] = []
  /// Locals before it are those of a function around the one that is read, and are not seen.
  private var firstLocal = 0
  /// The qualified names of the open types and namespaces.
  private var prefixes: [String] = []

  init(path: String, language: Language, tree: SyntaxTree) {
    self.tree = tree
    facts = FileFacts(path: path, language: language)
    facts.paths = [path]
    outline.scopes = [Outline.Scope(.file, parent: Outline.none)]
  }

  /// The facts, once everything has been read.
  consuming func finished() -> FileFacts {
    outline.names = names.names
    outline.body = body.encoded
    facts.outline = outline
    return facts
  }
}

// MARK: - Names and places

extension OutlineDraft {
  @inline(__always)
  func node(_ index: Int) -> SyntaxNode { tree.nodes[index] }

  func line(_ index: Int) -> UInt32 { tree.nodes[index].line }

  /// The text of a node as a name.
  @inline(never)
  mutating func name(of index: Int) -> UInt32 { names.number(of: bytes(of: index)) }
  @inline(never)
  mutating func name(_ text: String) -> UInt32 { names.number(of: Array(text.utf8)[...]) }

  @inline(never)
  func text(of index: Int) -> String { String(decoding: bytes(of: index), as: UTF8.self) }

  /// The text of a node without white space and control characters.
  func textWithoutSpaces(of index: Int) -> String {
    String(decoding: tree.text(of: index).lazy.filter { $0 > 0x20 }, as: UTF8.self)
  }

  /// The text of a node without the mark of raw names.
  private func bytes(of index: Int) -> ArraySlice<UInt8> {
    let text = tree.text(of: index)
    guard !rawMark.isEmpty, text.starts(with: rawMark) else { return text }
    let name = text.dropFirst(rawMark.count)
    let isName = name.first.map { $0 == UInt8(ascii: "_") || $0 | 0x20 > 0x60 && $0 | 0x20 < 0x7b }
    return isName ?? false ? name : text
  }
  func text(ofName name: UInt32) -> String { names.names[Int(name)] }

  func isText(_ index: Int, _ text: StaticString) -> Bool {
    let bytes = tree.text(of: index)
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { bytes.elementsEqual($0) }
  }

  /// The qualified name of what is declared here under `name`.
  func qualified(_ name: String) -> String {
    guard let prefix = prefixes.last, !prefix.isEmpty else { return name }
    return prefix + separator + name
  }

  mutating func openPrefix(_ qualifiedName: String) { prefixes.append(qualifiedName) }
  mutating func closePrefix() { prefixes.removeLast() }
}

// MARK: - Scopes and what they declare

extension OutlineDraft {
  /// The symbol that uses at this place belong to.
  var symbol: UInt32 { outline.scopes[Int(scope)].symbol }

  /// Opens a scope inside the one that is open.
  @inline(never)
  mutating func open(
    _ kind: Outline.Scope.Kind, owner: UInt32 = Outline.none, symbol: UInt32? = nil
  ) {
    outline.scopes.append(
      Outline.Scope(kind, parent: scope, owner: owner, symbol: symbol ?? self.symbol))
    scope = UInt32(outline.scopes.count - 1)
    if owner != Outline.none { outline.bindings[Int(owner)].inner = scope }
  }

  /// Opens a scope again that was closed, to go on in it on behalf of `symbol`.
  mutating func enter(_ inner: UInt32, symbol: UInt32) {
    outline.scopes[Int(inner)].symbol = symbol
    scope = inner
  }

  mutating func close() { scope = outline.scopes[Int(scope)].parent }

  /// The full dotted name of the file's or namespace's own declarations.
  mutating func setNamespace(_ name: String) {
    outline.scopes[Int(scope)].name = self.name(name)
  }

  mutating func addSupertype(_ term: UInt32) { addSupertype(term, of: scope) }

  mutating func addSupertype(_ term: UInt32, of type: UInt32) {
    if term != Outline.none { outline.scopes[Int(type)].supertypes.append(term) }
  }

  mutating func add(_ item: Outline.Import) { outline.imports.append(item) }

  @discardableResult
  mutating func add(_ binding: Outline.Binding) -> UInt32 {
    outline.bindings.append(binding)
    return UInt32(outline.bindings.count - 1)
  }

  /// Changes a binding that was added before, once more is known of it.
  mutating func update(_ binding: UInt32, _ change: (inout Outline.Binding) -> Void) {
    change(&outline.bindings[Int(binding)])
  }

  /// A symbol of this file with its declaration at a node.
  @inline(never)
  mutating func declare(
    _ name: String, _ kind: SymbolKind, key: String? = nil, at index: Int,
    traits: Declaration.Traits = []
  ) -> UInt32 {
    let qualifiedName = qualified(name)
    let number = UInt32(facts.symbols.count)
    facts.symbols.append(
      Symbol(
        key: key ?? qualifiedName, name: name, qualifiedName: qualifiedName, kind: kind,
        home: .defined(0)))
    facts.declarations.append(
      Declaration(
        symbol: number, line: node(index).line, endLine: node(index).endLine,
        traits: traits.union(.definition)))
    return number
  }
}

// MARK: - Terms

extension OutlineDraft {
  /// Adds a term made of `operands`, and gives its index back.
  @inline(never)
  mutating func add(_ term: Term, _ operands: [UInt32] = []) -> UInt32 {
    var term = term
    term.count = UInt16(clamping: operands.count)
    let isSignature = signatureDepth > 0
    if isSignature {
      return Self.append(term, operands, to: &outline.signature)
    }
    return Self.append(term, operands, to: &body) | Terms.bodyBit
  }

  private static func append(
    _ term: Term, _ operands: [UInt32], to terms: inout Terms
  ) -> UInt32 {
    var term = term
    term.operands = UInt32(terms.operands.count)
    terms.operands += operands.prefix(Int(term.count))
    terms.terms.append(term)
    return UInt32(terms.terms.count - 1)
  }

  /// A term of the open scope at a node.
  @inline(never)
  mutating func add(
    _ kind: Term.Kind, _ use: Term.Use, name: UInt32 = Outline.none, base: UInt32 = Outline.none,
    at index: Int, operands: [UInt32] = []
  ) -> UInt32 {
    add(Term(kind, use, name: name, base: base, scope: scope, line: line(index)), operands)
  }

  /// A text that is spelled out, as a value of `type`; only that where it can name nothing.
  /// What a text asks of the database, if it is SQL.
  mutating func addSQL(_ text: String, at index: Int) {
    addSQL(text, line: line(index), symbol: symbol)
  }

  mutating func addSQL(_ text: String, line: UInt32, symbol: UInt32) {
    facts.dataAccesses += SQLScanner.accesses(inLiteral: text).map {
      DataAccess(store: $0.store, name: $0.name, access: $0.access, line: line, symbol: symbol)
    }
  }

  @inline(never)
  mutating func addText(_ text: String, of type: UInt32, at index: Int) -> UInt32 {
    guard SpelledText.mayName(text) else { return type }
    return add(.text, .silent, name: name(text), base: type, at: index)
  }

  /// Terms that `read` adds become part of the signature: they say what declarations are.
  mutating func inSignature<R>(_ read: (inout OutlineDraft) -> R) -> R {
    signatureDepth += 1
    defer { signatureDepth -= 1 }
    return read(&self)
  }

  /// The type of the language itself that is called `name`, once a file.
  @inline(never)
  mutating func builtIn(_ name: UInt32) -> UInt32 {
    if let known = builtIns[name] { return known }
    let term = Self.append(
      Term(.name, .silentType, name: name, scope: 0, line: 1), [], to: &outline.signature)
    builtIns[name] = term
    return term
  }

  /// A term as far as what is read now may be made of it: a signature is not made of a body.
  func usable(_ term: UInt32) -> UInt32 {
    term != Outline.none && signatureDepth > 0 && term & Terms.bodyBit != 0 ? Outline.none : term
  }

  mutating func openSignature() { signatureDepth += 1 }
  mutating func closeSignature() { signatureDepth -= 1 }
}

// MARK: - Locals

extension OutlineDraft {
  /// Where the locals of an inner block begin.
  var localMark: Int { locals.count }

  /// The locals since `mark`, in order.
  func locals(since mark: Int) -> [(name: UInt32, term: UInt32)] { Array(locals[mark...]) }

  /// Forgets the locals since `mark`.
  mutating func forgetLocals(since mark: Int) { locals.removeSubrange(mark...) }

  /// Forgets all locals, for code that sees none of those around it; gives them back for later.
  mutating func takeLocals() -> [(name: UInt32, term: UInt32)] {
    defer { locals.removeAll() }
    return locals
  }

  mutating func restore(locals known: [(name: UInt32, term: UInt32)]) { locals = known }

  /// `term` is the value of the local, ``Outline/none`` where nothing is known of it.
  mutating func addLocal(_ name: UInt32, _ term: UInt32) { locals.append((name, term)) }

  /// The term of the innermost local of this name; nil if there is none.
  func local(_ name: UInt32) -> UInt32? {
    locals[firstLocal...].last { $0.name == name }?.term
  }

  /// The local that a node names. `local(name(of: index))` would keep the whole draft for the outer
  /// call while the inner one changes it, and so copy it.
  mutating func local(at index: Int) -> UInt32? {
    let name = name(of: index)
    return local(name)
  }

  /// The local of this name.
  mutating func local(called text: String) -> UInt32? {
    let name = name(text)
    return local(name)
  }

  /// Reads something that sees none of the locals there are.
  mutating func hideLocals() -> Int {
    defer { firstLocal = locals.count }
    return firstLocal
  }

  mutating func showLocals(from first: Int) { firstLocal = first }
}
