internal import Facts
internal import TreeSitterBinding

/// Statements, and what conditions say of types.
extension KotlinWalk {
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
    case .property:
      visitVariable(index)
      return Outline.none
    case .function, .classDeclaration, .objectDeclaration, .typeAlias, .companionObject,
      .secondaryConstructor, .initializer:
      readMember(index)
      return Outline.none
    case .forStatement: return visitFor(index)
    case .whileStatement: return visitWhile(index)
    case .ifExpression: return visitIf(index)
    case .whenExpression: return visitWhen(index)
    case .tryExpression: return visitTry(index)
    case .catchBlock: return visitCatch(index)
    case .assignment: return visitAssignment(index)
    case .labeled: return visitLabeled(index)
    case .annotation:
      readAnnotation(index, of: draft.symbol)
      return Outline.none
    case .modifiers: return visitChildren(index)
    case .returnExpression:
      for part in parts(index) where draft.node(part).field != fields.label { visit(part) }
      return Outline.none
    case .throwExpression, .doWhile:
      visitChildren(index)
      return Outline.none
    case .lineComment, .blockComment, .label, .importHeader, .package: return Outline.none
    default: return visitExpression(index, kind, use)
    }
  }

  /// The value of the last statement.
  private mutating func visitBlock(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let term = visitStatements(parts(index))
    draft.forgetLocals(since: mark)
    return term
  }

  mutating func visitStatements(_ statements: [Int]) -> UInt32 {
    var term = Outline.none
    for statement in statements { term = visit(statement) }
    return term
  }

  private mutating func visitFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let children = parts(index)
    let variable = children.first { kind($0) == .variable || kind($0) == .multiVariable }
    let rest = children.filter { $0 != variable && kind($0) != .label && kind($0) != .annotation }
    var element = Outline.none
    if let collection = rest.first {
      let value = visit(collection)
      if value != Outline.none { element = draft.add(.element, .silent, base: value, at: index) }
    }
    if let variable, kind(variable) == .multiVariable {
      addLocals(variable, of: element)
    } else if let variable {
      addLocal(variable, element)
    }
    for part in rest.dropFirst() { visit(part) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitWhile(_ index: Int) -> UInt32 {
    guard let condition = child(index, fields.condition) else { return visitChildren(index) }
    if draft.isText(condition, "true") { addEndlessLoop(index) }
    let mark = draft.localMark
    let casts = visitCondition(condition)
    addCasts(casts.holding, at: condition)
    for part in parts(index) where part != condition { visit(part) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  // MARK: Conditions

  /// Reads a condition; what holds of types behind it.
  mutating func visitCondition(_ index: Int) -> Casts {
    let outer = casts
    casts = Casts()
    visit(index)
    defer { casts = outer }
    return casts
  }

  mutating func addCasts(_ casts: [(name: UInt32, type: UInt32)], at index: Int) {
    for (name, type) in casts { addLocal(name, type: type, at: index) }
  }

  /// `value is Order`, which also says it of the name to the left.
  mutating func visitIs(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    visit(left)
    let type = readType(right, .type)
    if kind(left) == .identifier, type != Outline.none {
      let fact = (name(left), type)
      if has(index, "!is") { casts.failing.append(fact) } else { casts.holding.append(fact) }
    }
    return literalType("Boolean")
  }

  private mutating func visitIf(_ index: Int) -> UInt32 {
    guard let condition = child(index, fields.condition) else { return visitChildren(index) }
    let casts = visitCondition(condition)
    let otherwise = children(index).first { draft.isText($0, "else") }
    let branches = parts(index).filter { $0 != condition }
    var result = Outline.none
    for branch in branches {
      let mark = draft.localMark
      let isElse = otherwise.map { branch > $0 } ?? false
      addCasts(isElse ? casts.failing : casts.holding, at: condition)
      let term = visit(branch)
      if result == Outline.none { result = term }
      draft.forgetLocals(since: mark)
    }
    if otherwise == nil, branches.contains(where: leaves) {
      addCasts(casts.failing, at: condition)
    }
    return result
  }

  /// Whether what follows a statement is not reached through it.
  private func leaves(_ index: Int) -> Bool {
    switch kind(index) {
    case .returnExpression, .throwExpression: return true
    case .identifier: return draft.isText(index, "continue") || draft.isText(index, "break")
    case .labeled:
      return first(index, .label).map {
        draft.isText($0, "continue@") || draft.isText($0, "break@")
      }
        ?? false
    case .block: return parts(index).last.map(leaves) ?? false
    default: return false
    }
  }

  private mutating func visitWhen(_ index: Int) -> UInt32 {
    let outer = draft.localMark
    var subject: UInt32?
    var result = Outline.none
    for part in children(index) {
      switch kind(part) {
      case .whenSubject: subject = visitSubject(part)
      case .whenEntry:
        let term = visitEntry(part, subject)
        if result == Outline.none { result = term }
      default: break
      }
    }
    draft.forgetLocals(since: outer)
    return result
  }

  /// The name that entries test the type of, if it is one.
  private mutating func visitSubject(_ index: Int) -> UInt32? {
    let variable = first(index, .variable)
    var value = Outline.none
    var subject: UInt32?
    for part in parts(index) where part != variable {
      value = visit(part)
      if kind(part) == .identifier { subject = name(part) }
    }
    guard let variable else { return subject }
    addLocal(variable, value)
    return first(variable, .identifier).map { name($0) }
  }

  private mutating func visitEntry(_ index: Int, _ subject: UInt32?) -> UInt32 {
    let mark = draft.localMark
    let conditions = children(index).filter { draft.node($0).field == fields.condition }
    for condition in conditions {
      if kind(condition) == .typeTest {
        let types = children(condition).filter { isType($0) }.map { readType($0, .type) }
        if conditions.count == 1, let subject, let type = types.first, !has(condition, "!is") {
          addLocal(subject, type: type, at: condition)
        }
      } else {
        let casts = visitCondition(condition)
        if conditions.count == 1 { addCasts(casts.holding, at: condition) }
      }
    }
    var result = Outline.none
    for part in parts(index) where !conditions.contains(part) {
      let term = visit(part)
      if result == Outline.none { result = term }
    }
    draft.forgetLocals(since: mark)
    return result
  }

  // MARK: Others

  private mutating func visitTry(_ index: Int) -> UInt32 {
    var result = Outline.none
    for part in parts(index) {
      let term = visit(part)
      if result == Outline.none { result = term }
    }
    return result
  }

  private mutating func visitCatch(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let typeNode = children(index).first { isType($0) }
    let type = typeNode.map { readType($0, .type) } ?? Outline.none
    if let nameNode = first(index, .identifier) { addLocal(name(nameNode), type: type, at: index) }
    let term = first(index, .block).map { visit($0) } ?? Outline.none
    draft.forgetLocals(since: mark)
    return term
  }

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let isPlain = child(index, fields.operator_).map { draft.isText($0, "=") } ?? true
    visit(left, isPlain ? .write : .readWrite)
    visit(right)
    return Outline.none
  }

  /// Labels are no names, and neither are those that `continue@` and `break@` go to.
  private mutating func visitLabeled(_ index: Int) -> UInt32 {
    let parts = parts(index)
    guard let label = parts.first(where: { kind($0) == .label }) else {
      return visitChildren(index)
    }
    if draft.isText(label, "continue@") || draft.isText(label, "break@") { return Outline.none }
    var term = Outline.none
    for part in parts where part != label { term = visit(part) }
    return term
  }
}
