internal import Facts
internal import TreeSitterBinding

/// Statements and expressions.
extension JavaWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .block, .constructorBody, .forStatement, .tryWithResources, .catchClause, .switchGroup,
      .switchRule, .staticInitializer:
      return visitScoped(index)
    case .localVariable: return visitLocalVariable(index)
    case .enhancedFor: return visitEnhancedFor(index)
    case .whileStatement: return visitWhile(index)
    case .resource: return visitResource(index)
    case .catchParameter: return visitCatchParameter(index)
    case .typePattern, .recordComponent, .recordPattern: return visitPattern(index)
    case .classDeclaration, .interfaceDeclaration, .enumDeclaration, .recordDeclaration:
      readMember(index)
      return Outline.none
    case .switchExpression: return visitSwitch(index)
    case .switchLabel: return visitSwitchLabel(index)
    case .labeled, .breakStatement, .continueStatement: return visitLabelled(index)
    case .annotation, .markerAnnotation:
      readAnnotation(index, of: draft.symbol)
      return Outline.none
    case .string:
      let text = literal(index)
      addSQL(text, at: index)
      return draft.addText(text, of: literalType("String"), at: index)
    case .character: return literalType("char")
    case .integer, .hexInteger:
      let isLong = draft.tree.text(of: index).last.map { $0 | 0x20 == UInt8(ascii: "l") } ?? false
      return literalType(isLong ? "long" : "int")
    case .floatingPoint: return literalType("double")
    case .trueLiteral, .falseLiteral: return literalType("boolean")
    case .lineComment, .blockComment: return Outline.none
    default: return visitExpression(index, kind, use)
    }
  }

  private mutating func visitScoped(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if kind(index) == .forStatement, child(index, fields.condition) == nil { addEndlessLoop(index) }
    visitChildren(index)
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  mutating func readBody(_ index: Int) {
    let mark = draft.localMark
    visitChildren(index)
    draft.forgetLocals(since: mark)
  }

  private mutating func visitWhile(_ index: Int) -> UInt32 {
    if let condition = child(index, fields.condition),
      draft.tree.text(of: condition).filter({ $0 > 0x20 }).elementsEqual("(true)".utf8)
    {
      addEndlessLoop(index)
    }
    return visitChildren(index)
  }

  /// A value of a type of the language, where it can matter: among the arguments of a call.
  private mutating func literalType(_ name: String) -> UInt32 {
    draft.builtIn(draft.name(name))
  }

  private mutating func visitSwitch(_ index: Int) -> UInt32 {
    let subject = child(index, fields.condition).map { visit($0) } ?? Outline.none
    switchSubjects.append(subject)
    if let body = child(index, fields.body) { visit(body) }
    switchSubjects.removeLast()
    return Outline.none
  }

  /// A bare name is a constant that can be seen from here, or one of the subject's enumeration.
  private mutating func visitSwitchLabel(_ index: Int) -> UInt32 {
    for part in children(index) {
      if kind(part) == .identifier {
        _ = draft.add(
          .name, .read, name: draft.name(of: part), base: switchSubjects.last ?? Outline.none,
          at: part)
      } else {
        visit(part)
      }
    }
    return Outline.none
  }

  private mutating func visitLocalVariable(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    for annotation in modifiers(index).annotations { readAnnotation(annotation, of: draft.symbol) }
    let type = readType(typeNode, .type)
    let isInferred = draft.isText(typeNode, "var")
    for declarator in children(index) where kind(declarator) == .variableDeclarator {
      let value = child(declarator, fields.value).map { visit($0) } ?? Outline.none
      guard let name = child(declarator, fields.name) else { continue }
      if isInferred {
        draft.addLocal(draft.name(of: name), value)
      } else {
        addLocal(name, type: sequence(of: type, declarator))
      }
    }
    return Outline.none
  }

  /// A local of a declared type.
  private mutating func addLocal(_ name: Int, type: UInt32) {
    let term =
      type == Outline.none ? type : draft.add(.value, .silent, base: type, at: name)
    draft.addLocal(draft.name(of: name), term)
  }

  private mutating func visitEnhancedFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    if let typeNode = child(index, fields.type), let name = child(index, fields.name) {
      if draft.isText(typeNode, "var") {
        let element =
          value == Outline.none
          ? value : draft.add(.element, .silent, base: value, at: index)
        draft.addLocal(draft.name(of: name), element)
      } else {
        addLocal(name, type: readType(typeNode, .type))
      }
    }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitResource(_ index: Int) -> UInt32 {
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    guard let typeNode = child(index, fields.type), let name = child(index, fields.name) else {
      return visitChildren(index)
    }
    if draft.isText(typeNode, "var") {
      draft.addLocal(draft.name(of: name), value)
    } else {
      addLocal(name, type: readType(typeNode, .type))
    }
    return Outline.none
  }

  private mutating func visitCatchParameter(_ index: Int) -> UInt32 {
    guard let list = first(index, .catchType), let name = child(index, fields.name) else {
      return visitChildren(index)
    }
    let types = children(list).map { readType($0, .type) }
    if types.count == 1 {
      addLocal(name, type: types[0])
    } else {
      draft.addLocal(draft.name(of: name), Outline.none)
    }
    return Outline.none
  }

  /// `Circle c`, `Point(int x, var y)`.
  private mutating func visitPattern(_ index: Int) -> UInt32 {
    var type = Outline.none
    for part in children(index) {
      if isType(part)
        || (kind(part) == .identifier && kind(index) == .recordPattern && type == Outline.none)
      {
        type = readType(part, .type)
      } else if kind(part) == .identifier {
        addLocal(part, type: type)
      } else {
        visit(part)
      }
    }
    return Outline.none
  }

  /// Labels are no names.
  private mutating func visitLabelled(_ index: Int) -> UInt32 {
    for part in children(index) where kind(part) != .identifier { visit(part) }
    return Outline.none
  }
}
