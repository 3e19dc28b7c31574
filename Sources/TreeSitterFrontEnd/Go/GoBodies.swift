internal import Facts
internal import TreeSitterBinding

/// Statements.
extension GoWalk {
  /// Reads whatever stands at `index`; the term of an expression, ``Outline/none`` for anything else
  /// and where nothing is known.
  ///
  /// It recurses over the tree, whose depth the parser limits.
  @discardableResult
  @inline(never)
  mutating func visit(_ index: Int, _ use: Term.Use = .read) -> UInt32 {
    guard let kind = kind(index) else { return visitChildren(index) }
    switch kind {
    case .block, .ifStatement, .expressionSwitch, .expressionCase, .defaultCase, .communicationCase:
      return visitScoped(index)
    case .forStatement: return visitFor(index)
    case .rangeClause: return visitRange(index)
    case .typeSwitch: return visitTypeSwitch(index)
    case .receiveStatement, .shortVariable: return visitDefinition(index)
    case .assignment: return visitAssignment(index)
    case .varSpec: return visitVariables(index)
    case .constSpec: return visitConstants(index)
    case .typeSpec:
      readTypeSpec(index)
      return Outline.none
    case .typeAlias:
      readAlias(index)
      return Outline.none
    case .functionDeclaration, .methodDeclaration:
      // Only where the source is broken.
      return visitChildren(index)
    case .increment, .decrement:
      for part in children(index) where self.kind(part) != nil { visit(part, .readWrite) }
      return Outline.none
    case .returnStatement: return visitReturn(index)
    case .goStatement:
      add(.threadStarted, index, "go")
      return visitChildren(index)
    case .comment: return Outline.none
    default: return visitExpression(index, kind, use)
    }
  }

  // MARK: Loops

  private mutating func visitFor(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if isEndless(index) { addEndlessLoop(index) }
    visitChildren(index)
    draft.forgetLocals(since: mark)
    return Outline.none
  }

  /// `for {`, `for true {`, `for ;; {`.
  private func isEndless(_ index: Int) -> Bool {
    for part in children(index) where draft.node(part).field != fields.body {
      switch kind(part) {
      case .rangeClause: return false
      case .forClause: return child(part, fields.condition) == nil
      case .comment: continue
      case nil where draft.isText(part, "for") || draft.isText(part, "true"): continue
      default: return false
      }
    }
    return true
  }

  private mutating func visitRange(_ index: Int) -> UInt32 {
    let value = child(index, fields.right).map { visit($0) } ?? Outline.none
    guard let left = child(index, fields.left) else { return Outline.none }
    let names = expressions(left)
    guard isDefinition(index) else {
      for name in names { visit(name, .write) }
      return Outline.none
    }
    for (position, name) in names.enumerated() where kind(name) == .identifier {
      guard value != Outline.none else {
        draft.addLocal(draft.name(of: name), value)
        continue
      }
      let part = draft.add(position == 0 ? .key : .element, .silent, base: value, at: name)
      draft.addLocal(draft.name(of: name), part)
    }
    return Outline.none
  }

  private func isDefinition(_ index: Int) -> Bool {
    children(index).contains { kind($0) == nil && draft.isText($0, ":=") }
  }

  // MARK: Definitions and assignments

  /// `a, err := f()`, and the same as the case of a `select`.
  private mutating func visitDefinition(_ index: Int) -> UInt32 {
    let right = child(index, fields.right).map { expressions($0) } ?? []
    let terms = right.map { visit($0) }
    guard let left = child(index, fields.left) else { return Outline.none }
    let names = expressions(left)
    let values = distribute(terms, right, to: names.count)
    let defines = kind(index) == .shortVariable || isDefinition(index)
    for (position, name) in names.enumerated() {
      if !defines {
        visit(name, .write)
      } else if kind(name) == .identifier {
        draft.addLocal(draft.name(of: name), values[position])
      }
    }
    return Outline.none
  }

  /// The value of each of `count` names: one each, or the results of one call.
  private mutating func distribute(_ terms: [UInt32], _ nodes: [Int], to count: Int) -> [UInt32] {
    if terms.count == count { return terms }
    guard let term = terms.first, let node = nodes.first, terms.count == 1 else {
      return Array(repeating: Outline.none, count: count)
    }
    let isCall = kind(node) == .call
    return (0..<count).map { position in
      if isCall { return part(position, of: term, at: node) }
      // `value, ok := table[key]` and its like.
      return position == 0 ? term : Outline.none
    }
  }

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let isPlain = child(index, fields.operator_).map { draft.isText($0, "=") } ?? true
    let targets = expressions(left)
    let nodes = expressions(right)
    let values = nodes.map { visit($0) }
    for (position, target) in targets.enumerated() {
      let term = visit(target, isPlain ? .write : .readWrite)
      if isPlain, nodes.count == targets.count, isMade(nodes[position]) {
        addConformance(of: values[position], to: term, at: target, isStated: false)
      }
    }
    return Outline.none
  }

  /// `Store{…}`, `&Store{…}`.
  private func isMade(_ index: Int) -> Bool {
    if kind(index) == .compositeLiteral { return true }
    guard kind(index) == .unary, let operand = child(index, fields.operand) else { return false }
    return kind(operand) == .compositeLiteral
  }

  private mutating func visitVariables(_ index: Int) -> UInt32 {
    let names = all(index, fields.name)
    let type = child(index, fields.type).map { readType($0, .type) }
    let right = child(index, fields.value).map { expressions($0) } ?? []
    let terms = right.map { visit($0) }
    let values = distribute(terms, right, to: names.count)
    for (position, name) in names.enumerated() {
      if let type {
        addLocal(draft.name(of: name), type: type, at: name)
        if terms.count == names.count {
          addConformance(of: values[position], to: type, at: name, isStated: false)
        }
      } else {
        draft.addLocal(draft.name(of: name), values[position])
      }
    }
    return Outline.none
  }

  private mutating func visitConstants(_ index: Int) -> UInt32 {
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    let terms = child(index, fields.value).map { expressions($0) }?.map { visit($0) } ?? []
    for (position, name) in all(index, fields.name).enumerated() {
      if type != Outline.none {
        addLocal(draft.name(of: name), type: type, at: name)
      } else {
        draft.addLocal(
          draft.name(of: name), position < terms.count ? terms[position] : Outline.none)
      }
    }
    return Outline.none
  }

  private mutating func visitReturn(_ index: Int) -> UInt32 {
    let values = children(index).filter { kind($0) != nil && kind($0) != .comment }
      .flatMap { expressions($0) }
    let declared = results.last ?? []
    for (position, value) in values.enumerated() {
      let term = visit(value)
      guard values.count == declared.count, kind(value) != .call else { continue }
      addConformance(of: term, to: declared[position], at: value, isStated: false)
    }
    return Outline.none
  }

  // MARK: Switches over types

  private mutating func visitTypeSwitch(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    if let initializer = child(index, fields.initializer) { visit(initializer) }
    let subject = child(index, fields.value).map { visit($0) } ?? Outline.none
    let alias = child(index, fields.alias).flatMap { expressions($0).first }
    for part in children(index) {
      guard kind(part) == .typeCase || kind(part) == .defaultCase else { continue }
      let inner = draft.localMark
      let types = all(part, fields.type)
      let terms = types.map { readType($0, .type) }
      if let alias {
        if terms.count == 1, kind(types[0]) != .nilLiteral {
          addLocal(draft.name(of: alias), type: terms[0], at: types[0])
        } else {
          draft.addLocal(draft.name(of: alias), subject)
        }
      }
      for statement in children(part) where !types.contains(statement) { visit(statement) }
      draft.forgetLocals(since: inner)
    }
    draft.forgetLocals(since: mark)
    return Outline.none
  }
}
