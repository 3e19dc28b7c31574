internal import Facts
internal import TreeSitterBinding

/// Statements and expressions.
extension RubyWalk {
  /// Reads whatever stands at `index`; the term of its value, ``Outline/none`` where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .classDefinition: readType(index, isModule: false)
    case .module: readType(index, isModule: true)
    case .singletonClass: readSingletonClass(index)
    case .method: readMethod(index)
    case .singletonMethod: readSingletonMethod(index)
    case .aliasStatement: readAlias(index)
    case .comment, .undefStatement: break
    case .whileStatement, .untilStatement, .whileModifier, .untilModifier: visitLoop(index)
    case .forStatement: visitFor(index)
    case .rescue: visitRescue(index)
    case .inClause: visitIn(index)
    default: return visitExpression(index, kind, use)
    }
    return Outline.none
  }

  private mutating func visitExpression(
    _ index: Int, _ kind: RubyNode, _ use: Term.Use
  ) -> UInt32 {
    switch kind {
    case .identifier: return visitIdentifier(index)
    case .constant, .scopeResolution: return visitConstant(index, use)
    case .instanceVariable, .classVariable, .globalVariable: return visitVariable(index, use)
    case .selfWord: return selfTerm(at: index)
    case .superWord: return visitSuper(index, [])
    case .call: return visitCall(index)
    case .assignment: return visitAssignment(index)
    case .operatorAssignment: return visitOperatorAssignment(index)
    case .elementReference: return visitElementReference(index)
    case .lambda: return visitLambda(index)
    case .block, .doBlock:
      visitBlock(index, element: Outline.none)
      return Outline.none
    case .string, .chainedString, .heredocBody, .bareString: return visitString(index)
    case .symbol, .bareSymbol:
      return draft.addText(draft.text(of: index).droppingColon, of: builtIn("Symbol"), at: index)
    case .conditional, .ifStatement, .unlessStatement, .elsif, .caseStatement:
      return visitAlternatives(index)
    case .parenthesized, .begin, .then, .when, .elseClause: return visitLast(index)
    case .binary: return visitBinary(index)
    case .pair: return child(index, fields.value).map { visit($0) } ?? Outline.none
    case .array, .hash, .stringArray, .symbolArray:
      visitChildren(index)
      return builtIn(kind == .hash ? "Hash" : "Array")
    case .integer: return builtIn("Integer")
    case .float: return builtIn("Float")
    default: return visitChildren(index)
    }
  }

  // MARK: Names

  /// A local, or a method of `self` that is called without arguments.
  private mutating func visitIdentifier(_ index: Int) -> UInt32 {
    let name = draft.name(of: index)
    if let local = draft.local(name) { return local }
    if selfKind == .type, methodDepth == 0, draft.isText(index, "module_function") {
      types[types.count - 1].isModuleFunction = true
      return Outline.none
    }
    if selfKind == .type, methodDepth == 0, draft.isText(index, "primary_abstract_class") {
      addText("abstract_class", "true")
    }
    if selfKind == .type {
      if methodDepth == 0 { readInclusionMacro(index, draft.text(of: index)) }
      if draft.isText(index, "new") {
        return draft.add(.construct, .call, base: selfTerm(at: index), at: index)
      }
    }
    return callOfSelf(index, [])
  }

  /// The call of a method of `self` by its bare name.
  mutating func callOfSelf(_ index: Int, _ operands: [UInt32]) -> UInt32 {
    let name = draft.name(of: index)
    if selfKind == .main {
      return draft.add(.name, .call, name: name, at: index, operands: operands)
    }
    return draft.add(
      .member, .call, name: name, base: selfTerm(at: index), at: index, operands: operands)
  }

  func isPath(_ index: Int) -> Bool {
    switch kind(index) {
    case .constant: true
    case .scopeResolution: child(index, fields.scope).map(isPath) ?? true
    default: false
    }
  }

  /// `A::B` as it is written, without spaces.
  func path(_ index: Int) -> String {
    String(
      decoding: draft.tree.text(of: index).filter { $0 > 0x20 && $0 != 0x5c }, as: UTF8.self)
  }

  /// The term of a constant by its path.
  mutating func readPath(_ index: Int, _ use: Term.Use) -> UInt32 {
    draft.add(.name, use, name: draft.name(path(index)), at: index)
  }

  /// The use of a constant, and what it is: a class outside is known by its name.
  private mutating func visitConstant(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard isPath(index) else { return visitChildren(index) }
    _ = readPath(index, use)
    return readPath(index, .silentType)
  }

  mutating func visitVariable(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if kind(index) == .globalVariable {
      return draft.add(.name, use, name: name, at: index)
    }
    guard selfKind != .main else { return draft.local(name) ?? Outline.none }
    let base =
      kind(index) == .classVariable
      ? draft.add(.name, .silent, name: draft.name(RubyNames.selfType), at: index)
      : selfTerm(at: index)
    // What nothing assigns is nil.
    return draft.add(.member, use, name: name, base: base, at: index)
  }

  /// The method of the same name above.
  mutating func visitSuper(_ index: Int, _ operands: [UInt32]) -> UInt32 {
    guard methodName != Outline.none, selfKind != .main else { return Outline.none }
    let base =
      selfKind == .type
      ? draft.add(.name, .silent, name: draft.name(RubyNames.superType), at: index)
      : draft.add(.superValue, .silent, at: index)
    return draft.add(.member, .call, name: methodName, base: base, at: index, operands: operands)
  }

  // MARK: Control

  private mutating func visitLoop(_ index: Int) {
    if let condition = child(index, fields.condition), draft.isText(condition, "true"),
      kind(index) == .whileStatement || kind(index) == .whileModifier
    {
      addEndlessLoop(index)
    }
    visitChildren(index)
  }

  private mutating func visitFor(_ index: Int) {
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    if let pattern = child(index, fields.pattern) {
      assign(pattern, element(of: value, at: pattern), from: nil)
    }
    if let body = child(index, fields.body) { visit(body) }
  }

  /// One of what a value goes through; of a relation one row.
  mutating func element(of value: UInt32, at index: Int) -> UInt32 {
    guard value != Outline.none else { return value }
    let element = draft.add(.element, .silent, base: value, at: index)
    return draft.add(.value, .silent, base: element, at: index)
  }

  private mutating func visitRescue(_ index: Int) {
    var caught = Outline.none
    for part in children(index) {
      switch kind(part) {
      case .exceptions:
        let terms = children(part).map { visit($0) }
        caught = terms.count == 1 ? terms[0] : Outline.none
      case .exceptionVariable:
        let value =
          caught == Outline.none
          ? caught : draft.add(.value, .silent, base: caught, at: part)
        for name in children(part) { assign(name, value, from: nil) }
      default: visit(part)
      }
    }
  }

  /// `in Order(id:)`: the classes that a pattern names; its other names are bound.
  private mutating func visitIn(_ index: Int) {
    for part in children(index) {
      if draft.node(part).field == fields.pattern { visitPattern(part) } else { visit(part) }
    }
  }

  private mutating func visitPattern(_ index: Int) {
    switch kind(index) {
    case .identifier: draft.addLocal(draft.name(of: index), Outline.none)
    case .constant, .scopeResolution: visit(index)
    case .keywordPattern where child(index, fields.value) == nil:
      if let key = child(index, fields.key) { draft.addLocal(draft.name(of: key), Outline.none) }
    case .string, .symbol, .interpolation: break
    default: for part in children(index) { visitPattern(part) }
    }
  }

  /// `c ? a : b`: one of what its branches give.
  private mutating func visitAlternatives(_ index: Int) -> UInt32 {
    var terms: [UInt32] = []
    for part in children(index) where kind(part) != .comment {
      let term = visit(part)
      let field = draft.node(part).field
      if field != fields.condition, field != fields.value { terms.append(term) }
    }
    return choice(terms, at: index)
  }

  /// The value of the last of several expressions.
  private mutating func visitLast(_ index: Int) -> UInt32 {
    var last = Outline.none
    for part in children(index) where kind(part) != .comment {
      let term = visit(part)
      if kind(part) != .rescue { last = term }
    }
    return last
  }

  /// A chain of operators leans to the left, as deep as it is long: its operands one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    var operands: [Int] = []
    var isOr = true
    var isAnd = true
    var next = index
    while kind(next) == .binary, let left = child(next, fields.left) {
      if let right = child(next, fields.right) { operands.append(right) }
      let mark = child(next, fields.operatorMark).map { draft.text(of: $0) } ?? ""
      isOr = isOr && (mark == "||" || mark == "or")
      isAnd = isAnd && (mark == "&&" || mark == "and")
      next = left
    }
    operands.append(next)
    let texts = operands.reversed().filter { kind($0) == .string }
    if texts.count > 1 {
      addSQL(operands.reversed().map { kind($0) == .string ? literal($0) : " ? " }.joined(), index)
    }
    var terms: [UInt32] = []
    for operand in operands.reversed() {
      if texts.count > 1, kind(operand) == .string {
        visitInterpolations(operand)
      } else {
        terms.append(visit(operand))
      }
    }
    if isOr { return choice(terms, at: index) }
    return isAnd ? terms.last ?? Outline.none : Outline.none
  }

  private mutating func visitElementReference(_ index: Int) -> UInt32 {
    guard let object = child(index, fields.object) else { return visitChildren(index) }
    let base = visit(object)
    for part in children(index) where part != object { visit(part) }
    guard base != Outline.none else { return base }
    return draft.add(.member, .call, name: draft.name("[]"), base: base, at: index)
  }

  private mutating func visitLambda(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if let list = child(index, fields.parameters) { readParameters(list) }
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    return builtIn("Proc")
  }

  /// A block; `element` is the value of the parameter at `place`. The term of what it gives.
  @discardableResult
  mutating func visitBlock(_ index: Int, element: UInt32, place: Int = 0) -> UInt32 {
    let mark = draft.localMark
    if let list = child(index, fields.parameters) {
      readParameters(list, element: element, place: place)
    } else {
      if element != Outline.none { draft.addLocal(draft.name("it"), element) }
      draft.addLocal(draft.name("_1"), element)
      draft.addLocal(draft.name("_2"), Outline.none)
    }
    let term = child(index, fields.body).map { visitLast($0) } ?? Outline.none
    draft.forgetLocals(since: mark)
    return term
  }

  private mutating func readSingletonClass(_ index: Int) {
    guard let body = child(index, fields.body) else { return }
    let last = types.count - 1
    let outer = types[last].isSingleton
    types[last].isSingleton = true
    visitChildren(body)
    types[last].isSingleton = outer
  }
}
