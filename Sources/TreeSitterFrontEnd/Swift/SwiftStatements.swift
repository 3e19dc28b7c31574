internal import Facts
internal import TreeSitterBinding

/// Statements and conditions.
extension SwiftWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @inline(never)
  @discardableResult
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    let outer = wanted
    defer { wanted = outer }
    wanted = Outline.none
    switch kind {
    case .property:
      visitVariable(index)
      return Outline.none
    case .function, .classDeclaration, .protocolDeclaration, .typeAlias, .initializer,
      .subscriptDeclaration, .importDeclaration, .macroDeclaration:
      readMember(index)
      return Outline.none
    case .statements: return visitBlock(index)
    case .forStatement: return visitFor(index)
    case .ifStatement:
      wanted = outer
      return visitIf(index)
    case .guardStatement: return visitGuard(index)
    case .whileStatement: return visitWhile(index)
    case .switchStatement:
      wanted = outer
      return visitSwitch(index)
    case .catchBlock: return visitCatch(index)
    case .assignment: return visitAssignment(index)
    case .controlTransfer: return visitTransfer(index)
    case .attribute:
      readAttribute(index, of: draft.symbol)
      return Outline.none
    case .comment, .multilineComment, .directive, .availability, .statementLabel, .modifiers,
      .valueBinding, .operatorDeclaration, .precedenceGroup:
      return Outline.none
    default:
      wanted = outer
      return visitExpression(index, kind, use)
    }
  }

  /// Reads an expression that is taken for a value of a type, which may be the term of either.
  @inline(never)
  mutating func visit(_ index: Int, wanting type: UInt32) -> UInt32 {
    let outer = wanted
    defer { wanted = outer }
    wanted = draft.usable(type)
    return visit(index)
  }

  func isStatement(_ index: Int) -> Bool {
    switch kind(index) {
    case .property, .function, .classDeclaration, .protocolDeclaration, .forStatement,
      .guardStatement, .whileStatement, .repeatWhile, .doStatement, .assignment, .controlTransfer:
      true
    default: false
    }
  }

  /// The value of the last statement.
  private mutating func visitBlock(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let outer = wanted
    let statements = parts(index)
    var term = Outline.none
    if statements.count == 1 {
      term = visit(statements[0], wanting: outer)
    } else {
      term = visitStatements(statements)
    }
    draft.forgetLocals(since: mark)
    return term
  }

  @discardableResult
  mutating func visitStatements(_ statements: [Int]) -> UInt32 {
    var term = Outline.none
    for statement in statements { term = visit(statement) }
    return term
  }

  private mutating func visitTransfer(_ index: Int) -> UInt32 {
    let value = parts(index).last
    guard let value else { return Outline.none }
    if has(index, "return") {
      let term = visit(value, wanting: result)
      given.append(term)
      return Outline.none
    }
    // Labels are no names.
    if has(index, "continue") || has(index, "break") { return Outline.none }
    visit(value)
    return Outline.none
  }

  private mutating func visitFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    var pattern: Int?
    var type = Outline.none
    var isCollection = false
    for part in children(index) {
      switch kind(part) {
      case .pattern where pattern == nil: pattern = part
      case .typeAnnotation: type = annotatedType(part)
      case .statements: visit(part)
      case .whereClause:
        for inner in parts(part) where kind(inner) != .whereKeyword { visit(inner) }
      case .statementLabel, .comment, .multilineComment: break
      case nil: if draft.isText(part, "in") { isCollection = true }
      default:
        guard isCollection else { continue }
        isCollection = false
        let element = visitCollection(part)
        let value =
          type == Outline.none ? element : draft.add(.value, .silent, base: type, at: part)
        if let pattern { bind(pattern, to: value, isBinding: !has(pattern, "case")) }
      }
    }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitCollection(_ index: Int) -> UInt32 {
    let value = visit(index)
    guard value != Outline.none else { return value }
    return draft.add(.element, .silent, base: value, at: index)
  }

  private mutating func visitWhile(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if let condition = parts(index).first, draft.isText(condition, "true") {
      addEndlessLoop(index)
    }
    visitConditions(of: index)
    if let body = first(index, .statements) { visit(body) }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitIf(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let outer = wanted
    wanted = Outline.none
    visitConditions(of: index)
    var term = Outline.none
    var isElse = false
    for part in children(index) {
      if draft.isText(part, "else") {
        isElse = true
        draft.forgetLocals(since: mark)
      }
      guard kind(part) == .statements || isElse && kind(part) == .ifStatement else { continue }
      let value = visit(part, wanting: outer)
      if term == Outline.none { term = value }
    }
    draft.forgetLocals(since: mark)
    return term
  }

  private mutating func visitGuard(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    visitConditions(of: index)
    if let body = first(index, .statements) {
      // What the condition binds cannot be seen here, only behind.
      let bound = draft.takeLocals()
      draft.restore(locals: Array(bound.prefix(mark)))
      visit(body)
      draft.restore(locals: bound)
    }
    return Outline.none
  }

  /// Conditions stand flat in the statement: `let a = b`, `case p = c`, expressions.
  private mutating func visitConditions(of index: Int) {
    var name: Int?
    var pattern: [Int]?
    var isValue = false
    func isEnd(_ part: Int) -> Bool {
      kind(part) == .statements || draft.isText(part, "else")
    }
    var type = Outline.none
    for part in children(index) {
      if isEnd(part) { break }
      switch kind(part) {
      case .comment, .multilineComment, .availability, .directive, .statementLabel: continue
      case nil:
        if draft.isText(part, "case") {
          finish(&name)
          pattern = []
        } else if draft.isText(part, "=") {
          isValue = true
        } else if pattern != nil {
          pattern!.append(part)
        }
      case .valueBinding where pattern == nil:
        finish(&name)
        name = part
      case .typeAnnotation where name != nil: type = annotatedType(part)
      case .simpleIdentifier where name != nil && kind(name!) == .valueBinding && !isValue:
        name = part
      default:
        if isValue {
          isValue = false
          var value = visit(part, wanting: type)
          if type != Outline.none { value = draft.add(.value, .silent, base: type, at: part) }
          type = Outline.none
          if let known = pattern {
            bind(known, to: value, isBinding: false)
          } else if let known = name, kind(known) == .simpleIdentifier {
            draft.addLocal(self.name(known), value)
          }
          (name, pattern) = (nil, nil)
        } else if pattern != nil {
          pattern!.append(part)
        } else {
          finish(&name)
          visit(part)
        }
      }
    }
    finish(&name)
  }

  /// `if let order`: the name means what it meant, and is there.
  private mutating func finish(_ node: inout Int?) {
    defer { node = nil }
    guard let known = node, kind(known) == .simpleIdentifier else { return }
    let name = name(known)
    draft.addLocal(name, addName(name, .read, at: known))
  }

  // MARK: Branches

  private mutating func visitSwitch(_ index: Int) -> UInt32 {
    let outer = wanted
    wanted = Outline.none
    var subject = Outline.none
    var term = Outline.none
    var isFirst = true
    for part in parts(index) {
      if kind(part) == .switchEntry {
        let value = visitEntry(part, subject, outer)
        if term == Outline.none { term = value }
      } else if isFirst {
        subject = visit(part)
        isFirst = false
      }
    }
    return term
  }

  private mutating func visitEntry(
    _ index: Int, _ subject: UInt32, _ outer: UInt32
  ) -> UInt32 {
    let mark = draft.localMark
    var term = Outline.none
    for part in parts(index) {
      switch kind(part) {
      case .switchPattern:
        if let pattern = first(part, .pattern) { bind(pattern, to: subject, isBinding: false) }
      case .statements: term = visit(part, wanting: outer)
      case .whereKeyword, .modifiers: break
      default: visit(part)
      }
    }
    draft.forgetLocals(since: mark)
    return term
  }

  private mutating func visitCatch(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    draft.addLocal(draft.name("error"), literalType("Error"))
    for part in parts(index) {
      switch kind(part) {
      case .pattern: bind(part, to: Outline.none, isBinding: false)
      case .catchKeyword, .whereKeyword: break
      case .whereClause:
        for inner in parts(part) where kind(inner) != .whereKeyword { visit(inner) }
      default: visit(part)
      }
    }
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    let parts = parts(index)
    guard let target = parts.first, parts.count >= 2, let value = parts.last else {
      return visitChildren(index)
    }
    let isPlain = has(index, "=")
    let left = children(target).first { kind($0) != nil } ?? target
    if draft.isText(left, "_") {
      visit(value)
      return Outline.none
    }
    let term = visit(left, isPlain ? .write : .readWrite)
    _ = visit(value, wanting: term)
    return Outline.none
  }
}
