internal import Facts
internal import TreeSitterBinding

/// Statements, and the choice of what to do with an expression.
extension EcmaWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .block, .switchBody: return visitScoped(index)
    case .forStatement: return visitFor(index)
    case .forIn: return visitForIn(index)
    case .whileStatement: return visitWhile(index)
    case .catchClause: return visitCatch(index)
    case .lexical, .variable: return visitVariables(index)
    case .function, .generator, .functionSignature, .interface, .typeAlias, .enumDeclaration,
      .classDeclaration, .abstractClass, .internalModule, .module, .importAlias:
      readDeclaration(index, isExported: false)
      return Outline.none
    case .importStatement:
      readImport(index)
      return Outline.none
    case .exportStatement:
      readExport(index)
      return Outline.none
    case .decorator:
      readDecorator(index, of: draft.symbol)
      return Outline.none
    case .string:
      let text = literal(index)
      addSQL(text, at: index)
      return draft.addText(text, of: draft.builtIn(draft.name("string")), at: index)
    case .template: return visitTemplate(index)
    case .number: return draft.builtIn(draft.name("number"))
    case .trueLiteral, .falseLiteral: return draft.builtIn(draft.name("boolean"))
    case .regex: return draft.builtIn(draft.name("RegExp"))
    case .comment, .null, .undefined, .propertyIdentifier: return Outline.none
    default: return visitExpression(index, kind, use)
    }
  }

  private mutating func visitFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let condition = child(index, fields.condition)
    if condition == nil || condition.map({ draft.isText($0, ";") }) ?? false {
      addEndlessLoop(index)
    }
    visitChildren(index)
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitForIn(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let value = child(index, fields.right).map { visit($0) } ?? Outline.none
    if let left = child(index, fields.left) {
      if child(index, fields.kind) == nil {
        visit(left, .write)
      } else {
        let isOf = has(index, "of")
        let element =
          value == Outline.none || !isOf
          ? Outline.none : term(.element, .silent, base: value, at: index)
        addLocals(of: left, element)
      }
    }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitWhile(_ index: Int) -> UInt32 {
    if let condition = child(index, fields.condition),
      draft.tree.text(of: condition).filter({ $0 > 0x20 }).elementsEqual("(true)".utf8)
    {
      addEndlessLoop(index)
    }
    return visitChildren(index)
  }

  private mutating func visitCatch(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if let parameter = child(index, fields.parameter) { addLocals(of: parameter, Outline.none) }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  /// Variables of a block.
  private mutating func visitVariables(_ index: Int) -> UInt32 {
    for declarator in children(index) where kind(declarator) == .declarator {
      guard let name = child(declarator, fields.name) else { continue }
      visitVariable(declarator, name)
      if kind(index) == .variable, kind(name) == .identifier {
        hoistedNames.insert(draft.name(of: name))
      }
    }
    return Outline.none
  }

  private mutating func visitVariable(_ declarator: Int, _ name: Int) {
    let type = child(declarator, fields.type).map { readType($0, .type) } ?? Outline.none
    let value = child(declarator, fields.value)
    if let value, kind(name) == .identifier, isLocalFunction(unwrapped(value)) {
      return readFunction(
        unwrapped(value),
        Heading(name: draft.text(of: name), node: declarator, isExported: false), .function,
        isMethod: hasThis && kind(unwrapped(value)) == .arrow)
    }
    var term = value.map { visit($0) } ?? Outline.none
    if type != Outline.none { term = self.term(.value, .silent, base: type, at: name) }
    addLocals(of: name, term)
  }

  /// A function that is known by the name of a local: what it gives can be looked up.
  private func isLocalFunction(_ value: Int) -> Bool {
    guard draft.isInFunction, signatureDepth == 0 else { return false }
    return kind(value) == .arrow || kind(value) == .functionExpression
  }
}
