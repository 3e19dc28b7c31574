internal import Facts
internal import TreeSitterBinding

/// Statements.
extension PHPWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .comment: note(comment: index)
    case .namespace, .useDeclaration: if kind == .useDeclaration { readUse(index) }
    case .classDeclaration, .interfaceDeclaration, .traitDeclaration, .enumDeclaration:
      readInnerType(index)
    case .function: readFunction(index)
    case .constDeclaration: readConstants(index)
    case .compound, .colonBlock: visitBlock(index)
    case .expressionStatement: visitStatement(index)
    case .ifStatement: visitIf(index)
    case .elseIf: visitElseIf(index)
    case .whileStatement, .forStatement: visitLoop(index)
    case .foreachStatement: visitForeach(index)
    case .catchClause: visitCatch(index)
    case .returnStatement: visitReturn(index)
    case .globalDeclaration: readGlobals(index)
    case .staticVariable: readStatic(index)
    case .gotoStatement, .label, .declareStatement, .textInterpolation, .tag: break
    default: return visitExpression(index, kind, use)
    }
    return Outline.none
  }

  private mutating func visitBlock(_ index: Int) {
    for part in children(index) {
      visit(part)
      if kind(part) != .comment { doc = nil }
    }
  }

  /// A type that is declared where code runs belongs to its namespace all the same.
  private mutating func readInnerType(_ index: Int) {
    let outer = types
    types = []
    frames.append(PHPFrame())
    readType(index)
    frames.removeLast()
    types = outer
  }

  private mutating func visitStatement(_ index: Int) {
    if !isInFunction { hasStatements = true }
    for part in children(index) { visit(part) }
    frame.announced = Outline.none
  }

  // MARK: Conditions

  private mutating func visitIf(_ index: Int) {
    guard let condition = child(index, fields.condition) else {
      visitChildren(index)
      return
    }
    visit(condition)
    let known = narrowings(condition, holds: true)
    let before = frame.locals
    narrow(known)
    let body = child(index, fields.body)
    if let body { visit(body) }
    restore(known, from: before)
    let others = children(index).filter { draft.node($0).field == fields.alternative }
    for other in others { visit(other) }
    if others.isEmpty, let body, leaves(body) { narrow(narrowings(condition, holds: false)) }
  }

  private mutating func visitElseIf(_ index: Int) {
    guard let condition = child(index, fields.condition) else {
      visitChildren(index)
      return
    }
    visit(condition)
    let known = narrowings(condition, holds: true)
    let before = frame.locals
    narrow(known)
    if let body = child(index, fields.body) { visit(body) }
    restore(known, from: before)
  }

  /// Whether nothing runs behind a block.
  private func leaves(_ index: Int) -> Bool {
    switch kind(index) {
    case .returnStatement, .breakStatement, .continueStatement, .exitStatement: return true
    case .compound, .colonBlock: return parts(index).last.map(leaves) ?? false
    case .expressionStatement:
      let inner = parts(index).first.flatMap { kind($0) }
      return inner == .throwExpression
    default: return false
    }
  }

  /// A variable that a condition says the type of.
  struct Narrowing {
    var name: UInt32
    var type: Int
  }

  /// What `$x instanceof Order` says where the condition holds, or where it does not.
  mutating func narrowings(_ condition: Int, holds: Bool) -> [Narrowing] {
    var found: [Narrowing] = []
    var open = [(condition, holds)]
    while let (index, holds) = open.popLast(), found.count < 16 {
      switch kind(index) {
      case .parenthesized: parts(index).last.map { open.append(($0, holds)) }
      case .unary:
        guard let argument = child(index, fields.argument),
          child(index, fields.operator_).map({ draft.isText($0, "!") }) ?? false
        else { continue }
        open.append((argument, !holds))
      case .binary:
        guard let mark = child(index, fields.operator_), let left = child(index, fields.left),
          let right = child(index, fields.right)
        else { continue }
        let isAnd = draft.isText(mark, "&&") || draft.isText(mark, "and")
        let isOr = draft.isText(mark, "||") || draft.isText(mark, "or")
        if isAnd && holds || isOr && !holds {
          open.append((left, holds))
          open.append((right, holds))
        } else if holds, draft.isText(mark, "instanceof") {
          found += narrowing(left, right)
        }
      default: continue
      }
    }
    return found
  }

  private mutating func narrowing(_ left: Int, _ right: Int) -> [Narrowing] {
    var variable = left
    if kind(left) == .assignment, let target = child(left, fields.left) { variable = target }
    guard kind(variable) == .variable, !draft.isText(variable, "$this"), isClassName(right)
    else { return [] }
    return [Narrowing(name: draft.name(of: variable), type: right)]
  }

  mutating func narrow(_ known: [Narrowing]) {
    for item in known {
      let type = classTerm(item.type, .silentType)
      guard type != Outline.none else { continue }
      frame.locals[item.name] = draft.add(.value, .silent, base: type, at: item.type)
    }
  }

  mutating func restore(_ known: [Narrowing], from before: [UInt32: UInt32]) {
    for item in known { frame.locals[item.name] = before[item.name] }
  }

  // MARK: Loops and the like

  private mutating func visitLoop(_ index: Int) {
    let condition = child(index, fields.condition)
    let isEndless =
      kind(index) == .forStatement
      ? condition == nil
      : condition.map { PHPNames.endless.contains(PHPName.lower(draft.text(of: $0))) } ?? false
    if isEndless { addEndlessLoop(index) }
    let known = condition.map { narrowings($0, holds: true) } ?? []
    let before = frame.locals
    for part in children(index) {
      if draft.node(part).field == fields.body { narrow(known) }
      visit(part)
    }
    restore(known, from: before)
  }

  private mutating func visitForeach(_ index: Int) {
    let body = child(index, fields.body)
    let heads = parts(index).filter { $0 != body }
    guard let subject = heads.first else { return }
    let value = visit(subject)
    if let target = heads.dropFirst().first {
      let element =
        value == Outline.none ? value : draft.add(.element, .silent, base: value, at: target)
      if kind(target) == .pair {
        let halves = parts(target)
        if let key = halves.first { assign(key, Assigned(term: Outline.none)) }
        if let last = halves.last { assign(last, Assigned(term: element)) }
      } else {
        assign(target, Assigned(term: element))
      }
    }
    if let body { visit(body) }
  }

  private mutating func visitCatch(_ index: Int) {
    if let type = child(index, fields.type) {
      // Several types are one: their members are those that all have.
      let term = inSignature { $0.readNativeType(type, .type) }
      if let name = child(index, fields.name) {
        let value =
          term == Outline.none ? term : draft.add(.value, .silent, base: term, at: index)
        frame.locals[draft.name(of: name)] = value
      }
    }
    if let body = child(index, fields.body) { visit(body) }
  }

  private mutating func visitReturn(_ index: Int) {
    if isInFunction, let value = parts(index).first, kind(value) != .null {
      frame.results.append(value)
    }
    if !isInFunction { hasStatements = true }
    visitChildren(index)
  }

  // MARK: Variables that outlive a call

  private mutating func readGlobals(_ index: Int) {
    for part in children(index) where kind(part) == .variable {
      let name = draft.name(of: part)
      if isInFunction {
        frame.globals.insert(name)
        frame.locals[name] = nil
      }
    }
  }

  /// `static $cache = [];` in a function.
  private mutating func readStatic(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let text = draft.text(of: nameNode)
    var value = Outline.none
    if let node = child(index, fields.value) { value = visit(node) }
    frame.locals[draft.name(of: nameNode)] = value
    guard !isAnonymous, draft.symbol != Reference.fileLevel else { return }
    let owner = draft.facts.symbols[Int(draft.symbol)].qualifiedName
    _ = declare(
      String(text.dropFirst()), .variable, qualified: owner + "::" + text, at: nameNode,
      traits: .mutableState)
  }
}
