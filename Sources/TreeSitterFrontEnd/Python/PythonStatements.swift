internal import Facts
internal import TreeSitterBinding

/// Statements.
extension PythonWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .importStatement: readImport(index)
    case .importFrom: readImportFrom(index)
    case .futureImport, .comment, .keywordSeparator, .positionalSeparator: break
    case .classDefinition: readClass(index, Decorators(start: index))
    case .functionDefinition: readFunction(index, Decorators(start: index))
    case .decorated: readDecorated(index)
    case .typeAlias: visitTypeAlias(index)
    case .expressionStatement: visitStatement(index)
    case .augmented: visitAugmented(index)
    case .ifStatement: visitIf(index)
    case .forStatement: visitFor(index)
    case .whileStatement: visitWhile(index)
    case .exceptClause, .exceptGroup: visitExcept(index)
    case .withItem: visitWithItem(index)
    case .caseClause: visitCase(index)
    case .returnStatement: visitReturn(index)
    case .globalStatement: readGlobals(index)
    case .nonlocalStatement: break
    case .deleteStatement: visitDelete(index)
    default: return visitExpression(index, kind, use)
    }
    return Outline.none
  }

  /// A text that is a statement is documentation.
  private mutating func visitStatement(_ index: Int) {
    for part in children(index) where kind(part) != .string && kind(part) != .concatenatedString {
      visit(part)
    }
  }

  /// `type Name = Type`.
  private mutating func visitTypeAlias(_ index: Int) {
    let parts = children(index).filter { kind($0) == .type }
    let types = parts.filter { !draft.isText($0, "type") || Int(draft.node($0).end) > $0 + 1 }
    guard types.count == 2, let nameNode = firstIdentifier(types[0]) else { return }
    let name = draft.name(of: nameNode)
    let symbol = declare(draft.text(of: nameNode), .alias, at: index)
    let declared = inSignature { $0.readDeclaredType(types[1]) }
    guard !isInFunction else { return }
    let binding = bind(name, .variable, symbol: symbol)
    draft.update(binding) {
      $0.type = declared.term
      $0.marks.insert(.isInferred)
    }
  }

  // MARK: Conditions

  private mutating func visitIf(_ index: Int) {
    let condition = child(index, fields.condition)
    if let condition, frame.kind == .module, isMainCheck(condition) { markEntry(index) }
    let wasTypeChecking = isTypeChecking
    for part in children(index) {
      if let condition, draft.node(part).field == fields.consequence {
        isTypeChecking = wasTypeChecking || lastName(condition) == "TYPE_CHECKING"
      }
      visit(part)
      isTypeChecking = wasTypeChecking
    }
  }

  /// `__name__ == "__main__"`.
  private func isMainCheck(_ index: Int) -> Bool {
    let text = draft.tree.text(of: index).filter { $0 > 0x20 && $0 != 0x27 && $0 != 0x22 }
    return text.elementsEqual("__name__==__main__".utf8)
      || text.elementsEqual("(__name__==__main__)".utf8)
      || text.elementsEqual("__main__==__name__".utf8)
  }

  /// The module is a program, which begins where it checks that it is one.
  private mutating func markEntry(_ index: Int) {
    let node = draft.node(index)
    draft.facts.declarations[0].line = node.line
    draft.facts.declarations[0].endLine = node.endLine
    draft.facts.declarations[0].traits.insert(.entryPoint)
  }

  private mutating func visitWhile(_ index: Int) {
    if let condition = child(index, fields.condition),
      draft.isText(condition, "True") || draft.isText(condition, "1")
        || draft.isText(condition, "(True)")
    {
      addEndlessLoop(index)
    }
    visitChildren(index)
  }

  private mutating func visitExcept(_ index: Int) {
    exceptDepth += 1
    for part in children(index) {
      if draft.node(part).field == fields.alias, kind(part) == .identifier {
        if isInFunction { addLocal(draft.name(of: part), Outline.none) }
      } else {
        visit(part)
      }
    }
    exceptDepth -= 1
  }

  // MARK: Names that statements bind

  private mutating func visitFor(_ index: Int) {
    let value = child(index, fields.right).map { visit($0) } ?? Outline.none
    if let left = child(index, fields.left) { bindElement(left, of: value) }
    if let body = child(index, fields.body) { visit(body) }
    if let last = child(index, fields.alternative) { visit(last) }
  }

  /// The names of a loop or comprehension over `value`.
  mutating func bindElement(_ target: Int, of value: UInt32) {
    let element =
      value == Outline.none
      ? value : draft.add(.element, .silent, base: value, at: target)
    bindParts(target, element)
  }

  private mutating func bindParts(_ target: Int, _ term: UInt32) {
    switch kind(target) {
    case .identifier: addLocal(draft.name(of: target), term)
    case .patternList, .tuplePattern, .listPattern:
      let parts = children(target).filter { kind($0) != nil && kind($0) != .comment }
      for (position, part) in parts.enumerated() {
        bindParts(part, parts.count == 2 ? half(position, of: term, at: part) : Outline.none)
      }
    case .listSplatPattern:
      for part in children(target) { bindParts(part, Outline.none) }
    default: visit(target, .write)
    }
  }

  /// Key or value of a pair.
  private mutating func half(_ position: Int, of term: UInt32, at index: Int) -> UInt32 {
    guard term != Outline.none else { return term }
    let name = position == 0 ? PythonNames.keyOfPair : PythonNames.valueOfPair
    return draft.add(.member, .silent, name: draft.name(name), base: term, at: index)
  }

  private mutating func visitWithItem(_ index: Int) {
    guard let value = child(index, fields.value) else {
      visitChildren(index)
      return
    }
    visit(value)
  }

  /// `value as name`, in `with`, `except` and `match`.
  mutating func visitAs(_ index: Int) {
    var value = Outline.none
    for part in children(index) where kind(part) != nil {
      if kind(part) == .asTarget {
        for target in children(part) { bindParts(target, value) }
      } else if draft.node(part).field == fields.alias {
        bindParts(part, value)
      } else {
        value = visit(part)
        if exceptDepth > 0, value != Outline.none {
          value = draft.add(.value, .silent, base: value, at: part)
        }
      }
    }
  }

  private mutating func visitDelete(_ index: Int) {
    for part in children(index) {
      if kind(part) == .subscription { visitChanged(part) } else { visit(part) }
    }
  }

  private mutating func visitReturn(_ index: Int) {
    let value = children(index).first { kind($0) != nil && kind($0) != .comment }
    if let value, isInFunction, kind(value) != .noneLiteral {
      frames[frames.count - 1].results.append(value)
    }
    visitChildren(index)
  }

  /// What a fixture or context manager yields is what it gives.
  mutating func noteYield(_ index: Int) {
    guard frame.givesWhatItYields,
      let value = children(index).first(where: {
        kind($0) != nil && kind($0) != .comment && !draft.isText($0, "yield")
      })
    else { return }
    frames[frames.count - 1].results.append(value)
  }

  private mutating func readGlobals(_ index: Int) {
    for part in children(index) where kind(part) == .identifier {
      frames[frames.count - 1].globals.insert(draft.name(of: part))
    }
  }

  // MARK: Matching

  private mutating func visitCase(_ index: Int) {
    for part in children(index) {
      if kind(part) == .casePattern { visitPattern(part) } else { visit(part) }
    }
  }

  /// The classes that a pattern names; its other names are bound.
  private mutating func visitPattern(_ index: Int) {
    switch kind(index) {
    case .classPattern: visitClassPattern(index)
    case .keywordPattern:
      for part in Array(children(index)).dropFirst() { visitPattern(part) }
    case .dottedName:
      let parts = Array(children(index))
      if parts.count == 1 {
        addLocal(draft.name(of: parts[0]), Outline.none)
      } else {
        visitDotted(index, .read)
      }
    case .identifier: addLocal(draft.name(of: index), Outline.none)
    case .string: break
    default: for part in children(index) { visitPattern(part) }
    }
  }

  private mutating func visitClassPattern(_ index: Int) {
    for part in children(index) {
      if kind(part) == .dottedName { visitDotted(part, .type) } else { visitPattern(part) }
    }
  }

  /// A dotted name that the grammar has as one node.
  @discardableResult
  mutating func visitDotted(_ index: Int, _ use: Term.Use) -> UInt32 {
    let parts = children(index).filter { kind($0) == .identifier }
    var term = Outline.none
    for (position, part) in parts.enumerated() {
      let isLast = position == parts.count - 1
      if position == 0 {
        term = visitIdentifier(part, isLast ? use : .read)
      } else {
        term = draft.add(
          .member, isLast ? use : .read, name: draft.name(of: part), base: term, at: part)
      }
    }
    return term
  }
}
