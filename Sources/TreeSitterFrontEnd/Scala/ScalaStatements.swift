internal import Facts
internal import TreeSitterBinding

/// Statements, and expressions that decide what is done.
extension ScalaWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .block, .indentedBlock: return visitBlock(index)
    case .val, .variable:
      visitValue(index)
      return Outline.none
    case .function, .functionDeclaration, .classDefinition, .traitDefinition, .objectDefinition,
      .enumDefinition, .typeDefinition, .given, .extensionDefinition, .importDeclaration,
      .valDeclaration, .varDeclaration:
      readStatement(index)
      return Outline.none
    case .forExpression: return visitFor(index)
    case .whileExpression: return visitWhile(index)
    case .ifExpression: return visitIf(index)
    case .matchExpression: return visitMatch(index)
    case .caseBlock, .indentedCases: return visitCases(index, Outline.none)
    case .tryExpression: return visitTry(index)
    case .assignment: return visitAssignment(index)
    case .annotation:
      readAnnotation(index, of: draft.symbol)
      return Outline.none
    case .returnExpression, .throwExpression:
      visitChildren(index)
      return Outline.none
    case .comment, .blockComment, .endMarker, .selfType: return Outline.none
    default: return visitExpression(index, kind, use)
    }
  }

  /// A declaration inside a function: objects have their companions beside them as well.
  private mutating func readStatement(_ index: Int) {
    if kind(index) == .objectDefinition || kind(index) == .classDefinition {
      readMembers([index])
    } else {
      readMember(index)
    }
  }

  /// The value of the last statement.
  private mutating func visitBlock(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let depth = receivers.count
    // What a block in the body of a type declares is seen in the block alone.
    let isInType = draft.outline.scopes[Int(draft.scope)].kind == .type
    if isInType { draft.open(.function) }
    var term = Outline.none
    for statement in parts(index) { term = visit(statement) }
    if isInType { draft.close() }
    receivers.removeSubrange(depth...)
    draft.forgetLocals(since: mark)
    return term
  }

  // MARK: Loops

  /// Each generator goes through what the ones before it name.
  private mutating func visitFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let isYield = has(index, "yield")
    if let list = first(index, .enumerators) {
      for part in parts(list) {
        if kind(part) == .enumerator { visitEnumerator(part) } else { visitChildren(part) }
      }
    }
    var term = Outline.none
    for body in children(index, fields.body) { term = visit(body) }
    draft.forgetLocals(since: mark)
    guard isYield, term != Outline.none else { return Outline.none }
    return draft.add(.sequence, .silentType, base: term, at: index)
  }

  private mutating func visitEnumerator(_ index: Int) {
    let parts = parts(index)
    guard let pattern = parts.first, parts.count > 1 else {
      visitChildren(index)
      return
    }
    var value = visit(parts[1])
    if has(index, "<-"), value != Outline.none {
      value = draft.add(.element, .silent, base: value, at: parts[1])
    }
    bind(pattern, value)
    for guardNode in parts.dropFirst(2) { visitChildren(guardNode) }
  }

  private mutating func visitWhile(_ index: Int) -> UInt32 {
    if let condition = child(index, fields.condition) {
      let text = draft.text(of: condition)
      if text == "(true)" || text == "true" { addEndlessLoop(index) }
    }
    return visitChildren(index)
  }

  // MARK: Choices

  /// The value of the first branch that says one.
  private mutating func visitIf(_ index: Int) -> UInt32 {
    for condition in children(index, fields.condition) { visit(condition) }
    var result = Outline.none
    for field in [fields.consequence, fields.alternative] {
      for branch in children(index, field) {
        let term = visit(branch)
        if result == Outline.none { result = term }
      }
    }
    return result
  }

  private mutating func visitMatch(_ index: Int) -> UInt32 {
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    guard let body = child(index, fields.body) else { return Outline.none }
    return visitCases(body, value)
  }

  private mutating func visitTry(_ index: Int) -> UInt32 {
    var result = Outline.none
    for part in parts(index) {
      let term = visit(part)
      if part == child(index, fields.body) { result = term }
    }
    return result
  }

  // MARK: Assignments

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    visit(left, .write)
    visit(right)
    return Outline.none
  }
}
