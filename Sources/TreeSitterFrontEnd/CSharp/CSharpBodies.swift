internal import Facts
internal import TreeSitterBinding

/// Statements.
extension CSharpWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known. `type` is what the place wants, for `new()`.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(
    _ index: Int, _ use: Term.Use = .read, expecting type: UInt32 = Outline.none
  ) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .block, .forStatement, .usingStatement, .tryStatement, .catchClause, .switchSection,
      .switchArm:
      return visitScoped(index, kind)
    case .localDeclaration, .returnStatement, .arrow: return visitExpecting(index, kind, type)
    case .variableDeclaration: return visitVariables(index)
    case .catchDeclaration: return visitCatch(index)
    case .forEach: return visitForEach(index)
    case .whileStatement: return visitWhile(index)
    case .switchStatement, .switchExpression: return visitSwitch(index)
    case .localFunction, .classDeclaration, .structDeclaration, .recordDeclaration,
      .interfaceDeclaration, .enumDeclaration, .namespace, .method, .property, .field,
      .constructor:
      readMember(index)
      return Outline.none
    case .attributeList:
      readAttributes([index], of: draft.symbol)
      return Outline.none
    case .gotoStatement, .labeled, .breakStatement: return visitLabelled(index)
    case .preprocIf, .preprocElif:
      for part in children(index) where draft.node(part).field != fields.condition { visit(part) }
      return Outline.none
    case .comment, .preprocRegion, .preprocPragma, .preprocDefine, .preprocUndef, .modifier:
      return Outline.none
    case .creation, .implicitCreation, .conditional, .parenthesized:
      return visitWanted(index, kind, type)
    default: return visitExpression(index, kind, use)
    }
  }

  @discardableResult
  @inline(__always)
  mutating func visit(_ index: Int, _ use: Term.Use) -> UInt32 {
    visit(index, use, expecting: Outline.none)
  }

  private mutating func visitScoped(_ index: Int, _ kind: CSharpNode) -> UInt32 {
    let mark = draft.localMark
    if kind == .forStatement, child(index, fields.condition) == nil { addEndlessLoop(index) }
    var last = Outline.none
    for part in children(index) {
      let term = isPattern(part) ? visitPattern(part) : visit(part)
      if term != Outline.none { last = term }
    }
    draft.forgetLocals(since: mark)
    return kind == .switchArm ? last : Outline.none
  }

  /// Where the type of the function's result is wanted.
  private mutating func visitExpecting(
    _ index: Int, _ kind: CSharpNode, _ type: UInt32
  ) -> UInt32 {
    let wanted = kind == .localDeclaration ? Outline.none : kind == .arrow ? type : result
    var term = Outline.none
    for part in children(index) where self.kind(part) != nil {
      term = visit(part, expecting: wanted)
    }
    return kind == .arrow ? term : Outline.none
  }

  private mutating func visitWhile(_ index: Int) -> UInt32 {
    if let condition = child(index, fields.condition), draft.isText(condition, "true") {
      addEndlessLoop(index)
    }
    return visitChildren(index)
  }

  private mutating func visitVariables(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let type = readType(typeNode, .type)
    for declarator in children(index) where kind(declarator) == .variableDeclarator {
      let value = initialValue(declarator).map { visit($0, expecting: type) } ?? Outline.none
      if let pattern = first(declarator, .tuplePattern) {
        addDeconstructed(pattern, of: value)
      } else if let name = child(declarator, fields.name) {
        let local = draft.name(simpleName(name))
        if type == Outline.none {
          draft.addLocal(local, value)
        } else {
          addLocal(local, ofType: type, at: name)
        }
      }
      for part in children(declarator) where kind(part) == .bracketedArguments { visit(part) }
    }
    return Outline.none
  }

  /// `var (key, value) = pair`, where `_` has a place as well.
  func deconstructedNames(_ pattern: Int) -> [Int] {
    children(pattern).filter { part in
      kind(part) != .comment && !["(", ",", ")"].contains { draft.isText(part, $0) }
    }
  }

  mutating func addDeconstructed(_ pattern: Int, of value: UInt32) {
    let names = deconstructedNames(pattern)
    for (position, node) in names.enumerated() where kind(node) == .identifier {
      var term = Outline.none
      if value != Outline.none, names.count == 2 {
        let member = draft.name(position == 0 ? "Key" : "Value")
        term = draft.add(.member, .silent, name: member, base: value, at: node)
      }
      draft.addLocal(draft.name(simpleName(node)), term)
    }
  }

  private mutating func visitForEach(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let value = child(index, fields.right).map { visit($0) } ?? Outline.none
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    if let left = child(index, fields.left) {
      let element =
        type != Outline.none
        ? draft.add(.value, .silent, base: type, at: left)
        : value == Outline.none ? value : draft.add(.element, .silent, base: value, at: left)
      if kind(left) == .identifier {
        draft.addLocal(draft.name(simpleName(left)), element)
      } else if kind(left) == .tuplePattern {
        addDeconstructed(left, of: element)
      } else {
        visit(left)
      }
    }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitCatch(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let type = readType(typeNode, .type)
    if let name = child(index, fields.name) {
      addLocal(draft.name(simpleName(name)), ofType: type, at: name)
    }
    return Outline.none
  }

  /// The patterns of a `switch` are about what stands before or behind the word.
  private mutating func visitSwitch(_ index: Int) -> UInt32 {
    var subject = Outline.none
    var isSubject = true
    var value = Outline.none
    for part in children(index) where kind(part) != nil || draft.node(part).field != 0 {
      if kind(part) == .comment { continue }
      if isSubject {
        subject = visit(part)
        isSubject = false
        subjects.append(subject)
      } else {
        let term = visit(part)
        if value == Outline.none { value = term }
      }
    }
    for part in children(index) where kind(part) == nil && draft.node(part).field == 0 {
      visitChildren(part)
    }
    if !isSubject { subjects.removeLast() }
    return kind(index) == .switchExpression ? value : Outline.none
  }

  /// Labels are no names; `goto case Value` names a constant.
  private mutating func visitLabelled(_ index: Int) -> UInt32 {
    let isLabel =
      kind(index) != .gotoStatement || !children(index).contains { draft.isText($0, "case") }
    var isFirst = true
    for part in children(index) {
      if kind(part) == .identifier, isLabel, isFirst {
        isFirst = false
        continue
      }
      visit(part)
    }
    return Outline.none
  }
}
