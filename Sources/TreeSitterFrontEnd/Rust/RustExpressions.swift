internal import Facts
internal import TreeSitterBinding

extension RustWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: RustNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier, .scopedIdentifier, .selfWord, .genericFunction, .typeIdentifier, .scopedType:
      return visitPath(index, use)
    case .call: return visitCall(index)
    case .macroInvocation: return visitMacro(index)
    case .fieldExpression: return visitField(index, use)
    case .closure: return visitClosure(index, [])
    case .structExpression: return visitStruct(index)
    case .assignment: return visitAssignment(index, .write)
    case .compoundAssignment: return visitAssignment(index, .readWrite)
    case .awaitExpression: return visitWrapped(index, as: "await")
    case .tryExpression: return visitWrapped(index, as: "?")
    case .indexExpression: return visitIndex(index, use)
    case .reference, .parenthesized: return visitInner(index, use)
    case .unary: return visitUnary(index, use)
    case .binary: return visitBinary(index)
    case .cast: return visitCast(index)
    case .tuple:
      let terms = parts(index).filter { self.kind($0) != .attributeItem }.map { visit($0) }
      return apply("()", terms, at: index)
    case .array: return visitArray(index)
    case .string, .rawString: return visitText(index)
    default: return kind.isType ? readType(index, .type) : visitChildren(index)
    }
  }

  private mutating func visitInner(_ index: Int, _ use: Term.Use) -> UInt32 {
    let isChange =
      kind(index) == .reference && use == .read && first(index, .mutable) != nil
    var last = Outline.none
    for part in parts(index) where kind(part) != .mutable {
      last = visit(part, isChange ? .readWrite : use)
    }
    return last
  }

  private mutating func visitWrapped(_ index: Int, as name: String) -> UInt32 {
    let base = parts(index).first.map { visit($0) } ?? Outline.none
    return part(name, of: base, at: index)
  }

  private mutating func visitField(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let value = child(index, fields.value), let field = child(index, fields.field) else {
      return visitChildren(index)
    }
    // What is written in a field changes what has it.
    let base = visit(value, use == .write ? .readWrite : use)
    if draft.isText(field, "await") { return part("await", of: base, at: field) }
    return draft.add(.member, use, name: draft.name(of: field), base: base, at: field)
  }

  private mutating func visitIndex(_ index: Int, _ use: Term.Use) -> UInt32 {
    let both = parts(index)
    guard let first = both.first else { return Outline.none }
    let base = visit(first, use)
    for part in both.dropFirst() { visit(part) }
    // A range of a sequence is a sequence.
    if let last = both.last, draft.tree.source[Int(draft.node(last).start)] != 0x2e,
      draft.text(of: last).contains("..")
    {
      return base
    }
    return base == Outline.none ? base : draft.add(.element, .silent, base: base, at: index)
  }

  private mutating func visitUnary(_ index: Int, _ use: Term.Use) -> UInt32 {
    let value = parts(index).last.map { visit($0, use) } ?? Outline.none
    return draft.tree.text(of: index).first == UInt8(ascii: "*") ? value : Outline.none
  }

  private mutating func visitAssignment(_ index: Int, _ use: Term.Use) -> UInt32 {
    if let right = child(index, fields.right) { visit(right) }
    if let left = child(index, fields.left) { visit(left, use) }
    return Outline.none
  }

  private mutating func visitCast(_ index: Int) -> UInt32 {
    if let value = child(index, fields.value) { visit(value) }
    guard let typeNode = child(index, fields.type) else { return Outline.none }
    return value(of: readType(typeNode, .type), at: typeNode)
  }

  private mutating func visitArray(_ index: Int) -> UInt32 {
    var first = Outline.none
    for part in parts(index) {
      let term = visit(part)
      if first == Outline.none { first = term }
    }
    return first == Outline.none
      ? first : draft.add(.sequence, .silentType, base: first, at: index)
  }

  private mutating func visitText(_ index: Int) -> UInt32 {
    let text = literal(index)
    addSQL(text, at: index)
    return draft.addText(text, of: draft.builtIn(draft.name("str")), at: index)
  }

  /// The operands of a chain of operators, one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    let operands = operands(of: index, .binary, left: fields.left, right: fields.right)
    for operand in operands { visit(operand) }
    return Outline.none
  }

  // MARK: Structures

  private mutating func visitStruct(_ index: Int) -> UInt32 {
    guard let nameNode = child(index, fields.name) else { return visitChildren(index) }
    let value: UInt32
    if isVariant(nameNode) {
      value = visitPath(nameNode, .read)
    } else {
      let type = readType(nameNode, .silentType)
      value =
        type == Outline.none ? type : draft.add(.construct, .call, base: type, at: nameNode)
    }
    let fieldsOf =
      isVariant(nameNode)
      ? self.value(of: readPrefix(nameNode, isSilent: true), at: nameNode) : value
    if let body = child(index, fields.body) { visitInitializers(body, of: fieldsOf) }
    return value
  }

  private mutating func visitInitializers(_ body: Int, of value: UInt32) {
    for part in parts(body) {
      switch kind(part) {
      case .fieldInitializer:
        if let content = child(part, fields.value) { visit(content) }
        if let name = child(part, fields.field) ?? child(part, fields.name) {
          addInitialized(name, of: value)
        }
      case .shorthandInitializer:
        guard let name = first(part, .identifier) else { continue }
        visit(name)
        addInitialized(name, of: value)
      case .baseInitializer: visitChildren(part)
      default: break
      }
    }
  }

  private mutating func addInitialized(_ name: Int, of value: UInt32) {
    guard value != Outline.none else { return }
    _ = draft.add(.member, .write, name: draft.name(of: name), base: value, at: name)
  }

  // MARK: Closures

  /// The function that a closure is; `handed` are the values that it will get, as far as known.
  @discardableResult
  mutating func visitClosure(_ index: Int, _ handed: [UInt32]) -> UInt32 {
    let result = closureResult(index, handed)
    return apply("func", [result], at: index)
  }

  /// What a closure gives.
  mutating func closureResult(_ index: Int, _ handed: [UInt32]) -> UInt32 {
    let mark = draft.localMark
    if let list = child(index, fields.parameters) {
      let patterns = children(list).filter { part in
        kind(part).map { !$0.isComment } ?? draft.isText(part, "_")
      }
      for (number, part) in patterns.enumerated() {
        bindParameter(part, number < handed.count ? handed[number] : Outline.none)
      }
    }
    let declared = child(index, fields.returnType).map { readType($0, .type) }
    let result = child(index, fields.body).map { visit($0) } ?? Outline.none
    draft.forgetLocals(since: mark)
    return declared.map { value(of: $0, at: index) } ?? result
  }

  private mutating func bindParameter(_ part: Int, _ handed: UInt32) {
    guard kind(part) == .parameter else { return bind(part, handed) }
    guard let pattern = child(part, fields.pattern) else { return }
    let typeNode = child(part, fields.type)
    let type = typeNode.map { readType($0, .type) } ?? Outline.none
    let isOpen = typeNode.map { self.isOpen($0) } ?? true
    bind(pattern, type == Outline.none || isOpen ? handed : value(of: type, at: part))
  }
}
