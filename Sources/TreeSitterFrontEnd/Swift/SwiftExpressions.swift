internal import Facts
internal import TreeSitterBinding

/// Expressions other than calls.
extension SwiftWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: SwiftNode, _ use: Term.Use) -> UInt32 {
    let outer = wanted
    wanted = Outline.none
    switch kind {
    case .simpleIdentifier: return visitName(index, use)
    case .navigation: return visitNavigation(index, use, outer)
    case .call: return visitCall(index, use, outer)
    case .constructor: return visitConstructor(index)
    case .macroInvocation: return visitMacro(index)
    case .prefix: return visitPrefix(index, use, outer)
    case .postfix, .tryExpression, .awaitExpression, .assignable:
      return visitWrapped(index, use, outer)
    case .tuple: return visitTuple(index, outer)
    case .arrayLiteral: return visitArray(index, outer)
    case .dictionaryLiteral: return visitDictionary(index, outer)
    case .asExpression: return visitAs(index)
    case .checkExpression:
      for part in parts(index) {
        if isType(part) { _ = readType(part, .type) } else { visit(part) }
      }
      return literalType("Bool")
    case .ternary: return visitTernary(index, outer)
    case .coalescing, .equality, .comparison, .additive, .multiplicative, .conjunction,
      .disjunction, .infix, .range, .bitwise:
      return visitBinary(index, kind, outer)
    case .lambda: return visitLambda(index, Given())
    case .keyPath: return visitKeyPath(index)
    case .selfNode: return draft.add(.selfValue, .silent, at: index)
    case .superNode: return draft.add(.superValue, .silent, at: index)
    case .lineString, .multiLineString, .rawString: return visitString(index)
    case .integerLiteral, .hexLiteral: return literalType("Int")
    case .realLiteral: return literalType("Double")
    case .booleanLiteral: return literalType("Bool")
    case .nilLiteral: return Outline.none
    default: return isType(index) ? readType(index, .type) : visitChildren(index)
    }
  }

  private mutating func visitName(_ index: Int, _ use: Term.Use) -> UInt32 {
    if draft.isText(index, "Self") {
      return draft.add(.selfValue, .silent, name: name(index), at: index)
    }
    return addName(name(index), use, at: index)
  }

  /// The use of a name with nothing before it.
  mutating func addName(_ name: UInt32, _ use: Term.Use, at index: Int) -> UInt32 {
    if let local = draft.local(name) { return draft.usable(local) }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func visitWrapped(
    _ index: Int, _ use: Term.Use, _ outer: UInt32
  ) -> UInt32 {
    guard let part = parts(index).last else { return Outline.none }
    wanted = outer
    return visit(part, use)
  }

  // MARK: Members

  /// What stands before a member, and the member.
  func member(_ index: Int) -> (object: Int, name: Int)? {
    guard let object = parts(index).first, let suffix = first(index, .suffix), suffix != object,
      let name = children(suffix).first(where: { kind($0) != nil })
    else { return nil }
    return (object, name)
  }

  private mutating func visitNavigation(
    _ index: Int, _ use: Term.Use, _ outer: UInt32
  ) -> UInt32 {
    guard let (object, nameNode) = member(index) else { return visitChildren(index) }
    wanted = outer
    let base = visit(object)
    wanted = Outline.none
    return addMember(nameNode, of: base, use)
  }

  mutating func addMember(_ nameNode: Int, of base: UInt32, _ use: Term.Use) -> UInt32 {
    let text = nameText(nameNode)
    switch text {
    case "self", "Type", "Protocol": return base
    case "init": return draft.add(.construct, .call, base: base, at: nameNode)
    default:
      if let position = Int(text) { return tuplePart(position, of: base, at: nameNode) }
      return draft.add(.member, use, name: name(nameNode), base: base, at: nameNode)
    }
  }

  /// `\Order.total`, `\.total`: the root, whose members follow.
  private mutating func visitKeyPath(_ index: Int) -> UInt32 {
    let names = children(index).filter { kind($0) == .typeIdentifier || isType($0) }
    guard let root = names.first else { return keyPathRoot }
    if isType(root) { return readType(root, .type) }
    return addName(name(root), .type, at: root)
  }

  /// `.paid`, `-total`, `&order`, `!isPaid`.
  private mutating func visitPrefix(
    _ index: Int, _ use: Term.Use, _ outer: UInt32
  ) -> UInt32 {
    guard let target = parts(index).last else { return Outline.none }
    guard startsWith(index, ".") else {
      if startsWith(index, "&") { return visit(target, .readWrite) }
      if !startsWith(index, "!") { wanted = outer }
      return visit(target)
    }
    guard kind(target) == .simpleIdentifier else { return visit(target) }
    return addImplicit(target, use, outer)
  }

  /// A member of what the expression is taken for.
  mutating func addImplicit(_ nameNode: Int, _ use: Term.Use, _ outer: UInt32) -> UInt32 {
    if draft.isText(nameNode, "init") {
      return draft.add(.construct, .call, base: outer, at: nameNode)
    }
    if draft.isText(nameNode, "none") || draft.isText(nameNode, "some") { return outer }
    let term = draft.add(.member, use, name: name(nameNode), base: outer, at: nameNode)
    return term
  }

  // MARK: Literals

  private mutating func visitTuple(_ index: Int, _ outer: UInt32) -> UInt32 {
    let nodes = children(index).filter { kind($0) != .comment && kind($0) != .multilineComment }
    var values: [Int] = []
    for (position, part) in nodes.enumerated() where kind(part) != nil {
      let isLabel = position + 1 < nodes.count && draft.isText(nodes[position + 1], ":")
      if !isLabel { values.append(part) }
    }
    if values.count == 1 { return visit(values[0], wanting: outer) }
    var terms: [UInt32] = []
    for (position, value) in values.enumerated() {
      terms.append(visit(value, wanting: tuplePart(position, of: outer, at: value)))
    }
    return draft.add(.apply, .silentType, base: literalType("()"), at: index, operands: terms)
  }

  private mutating func visitArray(_ index: Int, _ outer: UInt32) -> UInt32 {
    let element =
      outer == Outline.none
      ? outer
      : draft.add(.element, .silent, name: draft.name("literal"), base: outer, at: index)
    var term = Outline.none
    for part in parts(index) {
      let value = visit(part, wanting: element)
      if term == Outline.none { term = value }
    }
    guard term != Outline.none else { return literalType("Array") }
    return draft.add(.sequence, .silentType, base: term, at: index)
  }

  private mutating func visitDictionary(_ index: Int, _ outer: UInt32) -> UInt32 {
    var wants = [Outline.none, Outline.none]
    if outer != Outline.none {
      let entry = draft.add(.element, .silent, base: outer, at: index)
      wants = [tuplePart(0, of: entry, at: index), tuplePart(1, of: entry, at: index)]
    }
    var terms: [UInt32] = []
    for (position, part) in parts(index).enumerated() {
      terms.append(visit(part, wanting: wants[position % 2]))
    }
    guard terms.count >= 2 else { return literalType("Dictionary") }
    return draft.add(
      .apply, .silentType, base: literalType("Dictionary"), at: index,
      operands: Array(terms.prefix(2)))
  }

  private mutating func visitAs(_ index: Int) -> UInt32 {
    var value: Int?
    var type = Outline.none
    for part in parts(index) {
      if isType(part) {
        type = readType(part, .type)
      } else if value == nil, draft.node(part).stop > draft.node(part).start {
        value = part
      }
    }
    let term = value.map { visit($0, wanting: type) } ?? Outline.none
    return type == Outline.none ? term : draft.add(.value, .silent, base: type, at: index)
  }

  // MARK: Operators

  private mutating func visitTernary(_ index: Int, _ outer: UInt32) -> UInt32 {
    let parts = parts(index)
    guard parts.count == 3 else { return visitChildren(index) }
    visit(parts[0])
    let first = visit(parts[1], wanting: outer)
    let second = visit(parts[2], wanting: outer)
    return first == Outline.none ? second : first
  }

  private mutating func visitBinary(
    _ index: Int, _ kind: SwiftNode, _ outer: UInt32
  ) -> UInt32 {
    let parts = parts(index)
    let operands = parts.filter { self.kind($0) != .customOperator }
    addSQL(ofConcatenation: operands, at: index)
    guard operands.count == 2 else { return visitChildren(index) }
    if kind == .conjunction || kind == .disjunction {
      // `a == .b || c` is read as `a == (.b || c)`.
      _ = visit(operands[0], wanting: outer)
      visit(operands[1])
      return literalType("Bool")
    }
    var left = Outline.none
    var right = Outline.none
    if startsWith(operands[0], ".") {
      right = visit(operands[1])
      left = visit(operands[0], wanting: right == Outline.none ? outer : right)
    } else {
      left = visit(operands[0], wanting: kind == .coalescing ? outer : Outline.none)
      right = visit(operands[1], wanting: left == Outline.none ? outer : left)
    }
    if let sign = first(index, .customOperator) { addOperator(sign, [left, right]) }
    switch kind {
    case .equality, .comparison: return literalType("Bool")
    default: return left == Outline.none ? right : left
    }
  }

  /// A use of an operator that the library does not have.
  private mutating func addOperator(_ sign: Int, _ operands: [UInt32]) {
    guard !SwiftNames.operators.contains(draft.text(of: sign)) else { return }
    _ = draft.add(.name, .call, name: draft.name(of: sign), at: sign, operands: operands)
  }
}
