internal import Facts
internal import TreeSitterBinding

/// Statements and blocks; each gives the value of its last expression.
extension RustWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .block: return visitBlock(index)
    case .unsafeBlock, .asyncBlock, .tryBlock, .constBlock: return visitWrapped(index)
    case .expressionStatement:
      visitChildren(index)
      return Outline.none
    case .letDeclaration: return visitLet(index)
    case .ifExpression: return visitIf(index)
    case .elseClause: return visitLast(index)
    case .letCondition: return visitCondition(index)
    case .letChain:
      visitChildren(index)
      return Outline.none
    case .matchExpression: return visitMatch(index)
    case .whileExpression: return visitScoped(index)
    case .loopExpression:
      addEndlessLoop(index)
      return visitScoped(index)
    case .forExpression: return visitFor(index)
    case .attributeItem, .innerAttribute, .lineComment, .blockComment, .label, .lifetime,
      .emptyStatement, .visibility:
      return Outline.none
    default:
      if kind.isItem {
        readItem(index)
        return Outline.none
      }
      return visitExpression(index, kind, use)
    }
  }

  private mutating func visitLast(_ index: Int) -> UInt32 {
    var last = Outline.none
    for part in parts(index) { last = visit(part) }
    return last
  }

  private mutating func visitWrapped(_ index: Int) -> UInt32 {
    var last = Outline.none
    for part in parts(index) where kind(part) != .label { last = visit(part) }
    return last
  }

  /// Items with their attributes, statements, and the value at the end.
  private mutating func visitBlock(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let outer = attributes
    attributes = []
    var last = Outline.none
    for part in children(index) {
      let kind = kind(part)
      if kind == .attributeItem {
        attributes.append(part)
      } else if kind?.isItem ?? false {
        readItem(part)
        last = Outline.none
      } else {
        attributes = []
        last = visit(part)
      }
    }
    attributes = outer
    draft.forgetLocals(since: mark)
    return last
  }

  // MARK: Bindings

  private mutating func visitLet(_ index: Int) -> UInt32 {
    let typeNode = child(index, fields.type)
    let declared = typeNode.map { readType($0, .type) } ?? Outline.none
    let found = child(index, fields.value).map { visit($0) } ?? Outline.none
    if let alternative = child(index, fields.alternative) { visit(alternative) }
    guard let pattern = child(index, fields.pattern) else { return Outline.none }
    var term = found
    if let typeNode, declared != Outline.none, found == Outline.none || !isOpen(typeNode) {
      term = value(of: declared, at: typeNode)
    }
    bind(pattern, term)
    return Outline.none
  }

  private mutating func visitCondition(_ index: Int) -> UInt32 {
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    if let pattern = child(index, fields.pattern) { bind(pattern, value) }
    return Outline.none
  }

  /// What the condition binds holds for the block behind it alone.
  private mutating func visitIf(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if let condition = child(index, fields.condition) { visit(condition) }
    let value = child(index, fields.consequence).map { visit($0) } ?? Outline.none
    draft.forgetLocals(since: mark)
    let other = child(index, fields.alternative).map { visit($0) } ?? Outline.none
    return value == Outline.none ? other : value
  }

  private mutating func visitMatch(_ index: Int) -> UInt32 {
    let subject = child(index, fields.value).map { visit($0) } ?? Outline.none
    guard let body = child(index, fields.body) else { return Outline.none }
    var result = Outline.none
    for arm in children(body) where kind(arm) == .matchArm {
      let mark = draft.localMark
      if let pattern = child(arm, fields.pattern) {
        let condition = child(pattern, fields.condition)
        for part in children(pattern) where part != condition { bind(part, subject) }
        if let condition { visit(condition) }
      }
      let value = child(arm, fields.value).map { visit($0) } ?? Outline.none
      if result == Outline.none { result = value }
      draft.forgetLocals(since: mark)
    }
    return result
  }

  private mutating func visitFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    let element =
      value == Outline.none ? value : draft.add(.element, .silent, base: value, at: index)
    if let pattern = child(index, fields.pattern) { bind(pattern, element) }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }
}
