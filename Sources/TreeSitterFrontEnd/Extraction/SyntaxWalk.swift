internal import Facts
internal import TreeSitterBinding

/// The state of reading one file of a language, and what all readers ask of its tree.
protocol SyntaxWalk {
  /// The kinds of nodes that the reader tells apart.
  associatedtype Node: CaseIterable & Equatable & Sendable & RawRepresentable<String>

  var draft: OutlineDraft { get set }
  var kinds: NodeKinds<Node> { get }

  /// Reads whatever stands at `index`; the term of its value, ``Outline/none`` where nothing is known.
  @discardableResult
  mutating func visit(_ index: Int, _ use: Term.Use) -> UInt32
}

extension SyntaxWalk {
  @inline(__always)
  func kind(_ index: Int) -> Node? { kinds[draft.tree.nodes[index].kind] }

  @inline(__always)
  func child(_ index: Int, _ field: UInt16) -> Int? { draft.tree.child(of: index, field: field) }

  @inline(__always)
  func children(_ index: Int) -> SyntaxTree.Children { draft.tree.children(of: index) }

  func first(_ index: Int, _ kind: Node) -> Int? {
    children(index).first { self.kind($0) == kind }
  }

  func has(_ index: Int, _ word: StaticString) -> Bool {
    children(index).contains { draft.isText($0, word) }
  }

  /// The operands of a chain of operators, which leans to the left as deep as it is long; the first
  /// one first.
  func operands(
    of index: Int, _ operation: Node, left: UInt16, right: UInt16
  ) -> [Int] {
    var operands: [Int] = []
    var next = index
    while kind(next) == operation, let first = child(next, left) {
      if let last = child(next, right) { operands.append(last) }
      next = first
    }
    operands.append(next)
    return operands.reversed()
  }

  /// All nodes inside of one.
  func nodes(in index: Int) -> Range<Int> { index + 1..<Int(draft.node(index).end) }

  mutating func add(_ kind: LifetimeFact.Kind, _ index: Int, _ detail: String) {
    draft.facts.lifetime.append(
      LifetimeFact(kind: kind, line: draft.line(index), symbol: draft.symbol, detail: detail))
  }

  /// A local of a declared type.
  mutating func addLocal(_ name: UInt32, type: UInt32, at index: Int) {
    let type = draft.usable(type)
    draft.addLocal(
      name, type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index))
  }

  /// Reads the parts of what has no value that is known.
  @discardableResult
  @inline(never)
  mutating func visitChildren(_ index: Int) -> UInt32 {
    for part in children(index) { visit(part, .read) }
    return Outline.none
  }

  /// The same where the locals that are declared inside are not seen behind it.
  mutating func visitScoped(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    visitChildren(index)
    draft.forgetLocals(since: mark)
    return Outline.none
  }
}

/// Languages in which quotes allow any characters in a name: `` `type` ``.
protocol QuotedNameWalk: SyntaxWalk {}

extension QuotedNameWalk {
  /// The name that an identifier stands for.
  mutating func name(_ index: Int) -> UInt32 {
    draft.tree.text(of: index).first == 0x60 ? draft.name(nameText(index)) : draft.name(of: index)
  }

  func nameText(_ index: Int) -> String {
    let text = draft.tree.text(of: index)
    guard text.first == 0x60, text.count >= 2 else { return String(decoding: text, as: UTF8.self) }
    return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
  }
}
