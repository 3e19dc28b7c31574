internal import Facts
internal import TreeSitterBinding

/// Expressions.
extension PythonWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: PythonNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier: return visitIdentifier(index, use)
    case .attribute: return visitAttribute(index, use)
    case .call: return visitCall(index)
    case .subscription: return visitSubscript(index)
    case .assignment: return visitAssignment(index)
    case .namedExpression: return visitNamed(index)
    case .lambda: return visitLambda(index)
    case .string, .concatenatedString: return visitString(index)
    case .binary: return visitBinary(index)
    case .boolean, .conditional: return visitAlternatives(index)
    case .parenthesized, .await: return visitWrapped(index)
    case .yieldExpression:
      noteYield(index)
      return visitChildren(index)
    case .asPattern:
      visitAs(index)
      return Outline.none
    case .listComprehension, .setComprehension, .generator, .dictionaryComprehension:
      return visitComprehension(index)
    case .pair: return visitPair(index)
    case .keywordArgument:
      return child(index, fields.value).map { visit($0) } ?? Outline.none
    case .list, .tuple, .set, .dictionary:
      visitChildren(index)
      return builtIn(kind == .dictionary ? "dict" : kind.rawValue)
    case .integer: return builtIn("int")
    case .float: return builtIn("float")
    case .trueLiteral, .falseLiteral: return builtIn("bool")
    case .dottedName: return visitDotted(index, use)
    case .type: return readType(index, .type)
    default: return visitChildren(index)
    }
  }

  mutating func builtIn(_ name: String) -> UInt32 { draft.builtIn(draft.name(name)) }

  mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if let alias = alias(of: name) { return draft.add(.name, use, name: alias, at: index) }
    if let local = draft.local(name), !frame.globals.contains(name) { return local }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func visitAttribute(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object), let nameNode = child(index, fields.attribute)
    else { return visitChildren(index) }
    let base = visit(object)
    let term = draft.add(.member, use, name: draft.name(of: nameNode), base: base, at: nameNode)
    return managed(term, of: base, nameNode)
  }

  /// `Order.objects` goes through orders, if the library gives it.
  private mutating func managed(_ term: UInt32, of base: UInt32, _ name: Int) -> UInt32 {
    guard base != Outline.none, PythonNames.managers.contains(draft.text(of: name)) else {
      return term
    }
    return draft.add(.apply, .silentType, base: term, at: name, operands: [base])
  }

  // MARK: Calls

  private mutating func visitCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return visitChildren(index) }
    if let special = visitSpecialCall(index, function) { return special }
    addLifetime(ofCall: function, index)
    addTable(ofCall: function, index)
    switch kind(function) {
    case .identifier: return visitNamedCall(index, function)
    case .attribute: return visitMethodCall(index, function)
    case .subscription:
      // `Box[int](…)` makes a box; `handlers[key](…)` calls what is found there.
      guard let value = child(function, fields.value), lastName(value).first?.isUppercase ?? false
      else { break }
      let base = visit(value, .silent)
      for part in children(function) where part != value { visit(part) }
      return draft.add(.construct, .call, base: base, at: index, operands: readArguments(index))
    default: break
    }
    let base = visit(function)
    _ = readArguments(index)
    return base == Outline.none ? base : draft.add(.invoke, .silent, base: base, at: index)
  }

  private mutating func visitNamedCall(_ index: Int, _ function: Int) -> UInt32 {
    let name = draft.name(of: function)
    let operands = readArguments(index)
    if let alias = alias(of: name) {
      return draft.add(.name, .call, name: alias, at: function, operands: operands)
    }
    guard let local = draft.local(name), !frame.globals.contains(name) else {
      let made = draft.add(.name, .call, name: name, at: function, operands: operands)
      return draft.isText(function, "set") ? builtIn("set") : made
    }
    guard local != Outline.none else { return local }
    if name == frame.selfName {
      return draft.add(.construct, .call, base: local, at: function, operands: operands)
    }
    return draft.add(.invoke, .silent, base: local, at: function)
  }

  private mutating func visitMethodCall(_ index: Int, _ function: Int) -> UInt32 {
    guard let object = child(function, fields.object),
      let nameNode = child(function, fields.attribute)
    else { return visitChildren(index) }
    let isChange = PythonNames.changers.contains(draft.text(of: nameNode))
    let base = isChange ? visitContainer(object) : visit(object)
    let operands = readArguments(index)
    return draft.add(
      .member, .call, name: draft.name(of: nameNode), base: base, at: nameNode,
      operands: operands)
  }

  /// The terms of the arguments of a call.
  @discardableResult
  mutating func readArguments(_ index: Int) -> [UInt32] {
    guard let list = child(index, fields.arguments) else { return [] }
    if kind(list) == .generator { return [visit(list)] }
    var operands: [UInt32] = []
    for part in children(list) where kind(part) != .comment { operands.append(visit(part)) }
    return operands
  }

  // MARK: Other expressions

  /// Keys name things, but rarely code.
  private mutating func visitPair(_ index: Int) -> UInt32 {
    let depth = settingsDepth
    settingsDepth = 0
    if let key = child(index, fields.key) { visit(key) }
    settingsDepth = depth
    if let value = child(index, fields.value) { visit(value) }
    return Outline.none
  }

  private mutating func visitSubscript(_ index: Int) -> UInt32 {
    guard let value = child(index, fields.value) else { return visitChildren(index) }
    let base = visit(value)
    for part in children(index) where part != value { visit(part) }
    guard base != Outline.none else { return base }
    return draft.add(
      .member, .silent, name: draft.name("__getitem__"), base: base, at: index)
  }

  private mutating func visitNamed(_ index: Int) -> UInt32 {
    let value = child(index, fields.value).map { visit($0) } ?? Outline.none
    if let name = child(index, fields.name) { addLocal(draft.name(of: name), value) }
    return value
  }

  private mutating func visitLambda(_ index: Int) -> UInt32 {
    let mark = (draft.localMark, aliases.count)
    var inner = PythonFrame(.function, scope: draft.scope)
    inner.selfName = frame.selfName
    inner.isTypeMethod = frame.isTypeMethod
    inner.globals = frame.globals
    frames.append(inner)
    if let parameters = child(index, fields.parameters) {
      for part in children(parameters) where kind(part) != .comment {
        if let value = child(part, fields.value) { visit(value) }
        if let name = child(part, fields.name) ?? firstIdentifier(part) {
          addLocal(draft.name(of: name), Outline.none)
        }
      }
    }
    if let body = child(index, fields.body) { visit(body) }
    leave(mark)
    return Outline.none
  }

  private mutating func visitComprehension(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let aliasMark = aliases.count
    for part in children(index) where kind(part) == .forInClause {
      let value = children(part).filter { draft.node($0).field == fields.right }.map { visit($0) }
      if let left = child(part, fields.left) { bindElement(left, of: value.first ?? Outline.none) }
    }
    // What the conditions bind is seen by what stands before them.
    let body = child(index, fields.body)
    for part in children(index) where kind(part) != .forInClause && part != body { visit(part) }
    if let body { visit(body) }
    draft.forgetLocals(since: mark)
    aliases.removeSubrange(aliasMark...)
    return builtIn(kind(index) == .dictionaryComprehension ? "dict" : "list")
  }

  /// `a or b`, `a if c else b`: the first that is known.
  private mutating func visitAlternatives(_ index: Int) -> UInt32 {
    let terms = children(index).filter { kind($0) != nil }.map { visit($0) }
    let isConditional = kind(index) == .conditional
    let values = isConditional && terms.count == 3 ? [terms[0], terms[2]] : terms
    return values.first { $0 != Outline.none } ?? Outline.none
  }

  private mutating func visitWrapped(_ index: Int) -> UInt32 {
    var term = Outline.none
    for part in children(index) {
      let inner = visit(part)
      if inner != Outline.none { term = inner }
    }
    return term
  }

  /// The operands of a chain of operators, one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    let operands = operands(of: index, .binary, left: fields.left, right: fields.right)
    let texts = operands.filter(isString)
    addSQL(ofConcatenation: operands, at: index)
    for operand in operands where !isString(operand) { visit(operand) }
    return texts.isEmpty ? Outline.none : builtIn("str")
  }

  func isString(_ index: Int) -> Bool {
    kind(index) == .string || kind(index) == .concatenatedString
  }

  private mutating func visitString(_ index: Int) -> UInt32 {
    visitInterpolations(index)
    let text = literal(index)
    addSQL(text, at: index)
    if settingsDepth > 0 { addWiring(text, at: index) }
    return draft.addText(text, of: builtIn("str"), at: index)
  }

  private mutating func visitInterpolations(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .interpolation: visitChildren(part)
      case .string: visitInterpolations(part)
      default: break
      }
    }
  }
}
