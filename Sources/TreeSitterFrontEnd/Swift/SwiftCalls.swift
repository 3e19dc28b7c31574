internal import Facts
internal import TreeSitterBinding

/// Calls, and the closures that are handed to them.
extension SwiftWalk {
  /// What a closure that is handed to a call gets.
  struct Given {
    /// Its first parameter, and the second where that is of the same type.
    var parameter = Outline.none
    var second = Outline.none
    /// The called function, which says them, and what it is called on.
    var function = Outline.none
    var base = Outline.none
  }

  /// A call: what is called, its arguments, and the closures behind them.
  struct Call {
    var callee: Int
    var arguments: [Int] = []
    var closures: [Int] = []
    var isSubscript = false
    var node: Int
  }

  /// The terms of arguments, and the values of closures among them.
  struct Operands {
    /// Those without labels, in the order of parameters; ``Outline/none`` for the others.
    var terms: [UInt32] = []
    /// All of them.
    var values: [UInt32] = []
    var closure: UInt32?
  }

  private func call(_ index: Int) -> Call? {
    guard let callee = parts(index).first else { return nil }
    var call = Call(callee: callee, node: index)
    guard let suffix = first(index, .callSuffix) ?? first(index, .constructorSuffix) else {
      return nil
    }
    for part in children(suffix) {
      switch kind(part) {
      case .valueArguments:
        call.isSubscript = startsWith(part, "[")
        call.arguments = children(part).filter { kind($0) == .valueArgument }
      case .lambda: call.closures.append(part)
      default: break
      }
    }
    return call
  }

  mutating func visitCall(_ index: Int, _ use: Term.Use, _ outer: UInt32) -> UInt32 {
    guard let call = call(index) else { return visitChildren(index) }
    return visit(call, use, outer)
  }

  private mutating func visit(_ call: Call, _ use: Term.Use, _ outer: UInt32) -> UInt32 {
    if let last = operand(call.callee) { return visitOperand(last, call, use) }
    if call.isSubscript { return visitSubscript(call, use) }
    let index = call.node
    switch kind(call.callee) {
    case .simpleIdentifier: return visitCall(call, name: call.callee, object: nil)
    case .navigation:
      guard let (object, nameNode) = member(call.callee) else { return visitChildren(index) }
      wanted = outer
      let base = visit(object)
      wanted = Outline.none
      return visitCall(call, name: nameNode, object: (object, base))
    case .prefix where startsWith(call.callee, "."):
      guard let nameNode = parts(call.callee).last, kind(nameNode) == .simpleIdentifier else {
        return visitChildren(index)
      }
      return visitCall(call, name: nameNode, object: (nil, outer))
    case .arrayLiteral, .dictionaryLiteral:
      let type = visit(call.callee)
      _ = readOperands(call, Given())
      return type
    default:
      let base = visit(call.callee)
      _ = readOperands(call, Given())
      // The value of a closure that is called at once is known by what it gives.
      guard base != Outline.none, kind(call.callee) != .lambda else { return base }
      return draft.add(.invoke, .silent, base: base, at: call.callee)
    }
  }

  /// The last operand of an operator, whose call the grammar takes for one of the whole: it reads
  /// `a && b.contains { … }` as `(a && b.contains) { … }`.
  private func operand(_ callee: Int) -> Int? {
    switch kind(callee) {
    case .conjunction, .disjunction, .equality, .comparison, .additive, .multiplicative, .infix,
      .range, .bitwise, .coalescing, .ternary, .tryExpression, .awaitExpression:
      return parts(callee).last
    case .prefix where !startsWith(callee, "."): return parts(callee).last
    default: return nil
    }
  }

  private mutating func visitOperand(_ last: Int, _ call: Call, _ use: Term.Use) -> UInt32 {
    for part in parts(call.callee) where part != last && kind(part) != .customOperator {
      visit(part)
    }
    var inner = call
    inner.callee = last
    let term = visit(inner, use, Outline.none)
    switch kind(call.callee) {
    case .conjunction, .disjunction, .equality, .comparison: return literalType("Bool")
    default: return term
    }
  }

  private mutating func visitSubscript(_ call: Call, _ use: Term.Use) -> UInt32 {
    let base = visit(call.callee, use == .read ? .read : .readWrite)
    let given = Given(function: draft.name("subscript"), base: base)
    let read = readOperands(call, given)
    guard base != Outline.none else { return base }
    return draft.add(
      .member, .call, name: draft.name("subscript"), base: base, at: call.callee,
      operands: read.terms)
  }

  /// `object` is what stands before the name, and its term; nil where nothing does.
  private mutating func visitCall(
    _ call: Call, name nameNode: Int, object: (node: Int?, term: UInt32)?
  ) -> UInt32 {
    let isMember = object != nil
    let text = nameText(nameNode)
    let name = name(nameNode)
    let base = object?.term ?? Outline.none
    if object != nil, text == "init" {
      let read = readOperands(call, Given(function: name, base: base))
      return draft.add(.construct, .call, base: base, at: nameNode, operands: read.terms)
    }
    addLifetime(ofCall: nameNode, on: object?.node)
    if object == nil {
      if text == "Self" {
        let own = draft.add(.selfValue, .silent, name: name, at: nameNode)
        let read = readOperands(call, Given(function: draft.name("init"), base: own))
        return draft.add(.construct, .call, base: own, at: nameNode, operands: read.terms)
      }
      if let local = draft.local(name) {
        _ = readOperands(call, Given())
        let callee = draft.usable(local)
        return callee == Outline.none
          ? callee : draft.add(.invoke, .silent, base: callee, at: nameNode)
      }
    }
    let read = readOperands(call, Given(function: name, base: base), isMember: object != nil)
    if object == nil, SwiftNames.typeNames.contains(text), !call.arguments.isEmpty {
      return visitInitializer(call, nameNode, read)
    }
    let term = draft.add(
      object == nil ? .name : .member, .call, name: name, base: base, at: nameNode,
      operands: read.terms)
    if isMember, let type = typeArgument(call, text, read) { return type }
    return result(of: text, term, read, base, isMember: object != nil, at: nameNode)
  }

  /// `String(escaping: text)`: an initialiser of the library, or one that an extension adds.
  private mutating func visitInitializer(
    _ call: Call, _ nameNode: Int, _ read: Operands
  ) -> UInt32 {
    let type = draft.add(.name, .silentType, name: name(nameNode), at: nameNode)
    let labels = call.arguments.map { argument in
      first(argument, .argumentLabel).flatMap { first($0, .simpleIdentifier) }.map { nameText($0) }
    }
    _ = draft.add(
      .member, .call, name: draft.name(SwiftNames.initializer(labels)), base: type, at: nameNode,
      operands: read.terms)
    return result(of: nameText(nameNode), type, read, Outline.none, isMember: false, at: nameNode)
  }

  /// The value of a call that is told its type: `decode(Order.self, from: data)`.
  private mutating func typeArgument(_ call: Call, _ text: String, _ read: Operands) -> UInt32? {
    guard SwiftNames.givesType.contains(text), let argument = call.arguments.first,
      let value = parts(argument).last, kind(value) == .navigation,
      let (_, nameNode) = member(value), draft.isText(nameNode, "self"),
      let type = read.values.first, type != Outline.none
    else { return nil }
    return draft.add(.value, .silent, base: type, at: value)
  }

  /// What is known of a call by its name: functions of the library that hand values through.
  private mutating func result(
    of text: String, _ term: UInt32, _ read: Operands, _ base: UInt32, isMember: Bool, at index: Int
  ) -> UInt32 {
    let first = read.values.first ?? Outline.none
    if let closure = read.closure, closure != Outline.none {
      if isMember, SwiftNames.mapping.contains(text) {
        return draft.add(.sequence, .silentType, base: closure, at: index)
      }
      if SwiftNames.givesResult.contains(text) { return closure }
    }
    guard !isMember else {
      guard text == "enumerated", base != Outline.none else { return term }
      let element = draft.add(.element, .silent, base: base, at: index)
      return draft.add(
        .apply, .silentType, base: literalType("Dictionary"), at: index,
        operands: [literalType("Int"), element])
    }
    if SwiftNames.givesArgument.contains(text), first != Outline.none { return first }
    if text == "zip", read.values.count == 2 {
      var elements: [UInt32] = []
      for value in read.values {
        let isKnown = value != Outline.none
        elements.append(
          isKnown ? draft.add(.element, .silent, base: value, at: index) : literalType("Any"))
      }
      return draft.add(
        .apply, .silentType, base: literalType("Dictionary"), at: index, operands: elements)
    }
    return term
  }

  /// `Array<Order>()`, `Box<Order>(value)`.
  mutating func visitConstructor(_ index: Int) -> UInt32 {
    guard let call = call(index), isType(call.callee) else { return visitChildren(index) }
    let type = readType(call.callee, .silentType)
    let read = readOperands(call, Given(function: draft.name("init"), base: type))
    guard kind(call.callee) == .userType, type != Outline.none else { return type }
    _ = draft.add(.construct, .call, base: type, at: index, operands: read.terms)
    return type
  }

  /// `#expect(order.isPaid)`.
  mutating func visitMacro(_ index: Int) -> UInt32 {
    guard let nameNode = first(index, .simpleIdentifier) else { return visitChildren(index) }
    guard let suffix = first(index, .callSuffix) else { return Outline.none }
    var call = Call(callee: nameNode, node: index)
    for part in children(suffix) {
      switch kind(part) {
      case .valueArguments: call.arguments = children(part).filter { kind($0) == .valueArgument }
      case .lambda: call.closures.append(part)
      default: break
      }
    }
    let read = readOperands(call, Given())
    _ = draft.add(.name, .call, name: name(nameNode), at: nameNode, operands: read.terms)
    return read.values.first ?? Outline.none
  }

  // MARK: Arguments

  mutating func readOperands(
    _ call: Call, _ given: Given, isMember: Bool = false
  ) -> Operands {
    let outer = keyPathRoot
    defer { keyPathRoot = outer }
    var read = Operands()
    let isHanded = given.function != Outline.none
    for (position, argument) in call.arguments.enumerated() {
      let label = first(argument, .argumentLabel)
      guard let value = parts(argument).last(where: { kind($0) != .argumentLabel }) else {
        read.terms.append(Outline.none)
        continue
      }
      if kind(value) == .lambda {
        let isLast = argument == call.arguments.last && call.closures.isEmpty
        read.closure = visitLambda(value, isLast ? given : Given())
        read.terms.append(labeled(Outline.none, label, at: value))
        read.values.append(Outline.none)
        continue
      }
      keyPathRoot = root(value, given, read, isMember: isMember)
      var type = Outline.none
      if isHanded, mayBeImplicit(value) {
        let name = label.flatMap { first($0, .simpleIdentifier) }.map { nameText($0) }
        type = addArgument(name ?? "#\(position)", given, value)
      }
      let term = visit(value, wanting: type)
      if hasKeyPath(value) { read.closure = term }
      read.terms.append(labeled(term, label, at: value))
      read.values.append(term)
    }
    for (position, closure) in call.closures.enumerated() {
      let value = visitLambda(closure, position == 0 && call.closures.count == 1 ? given : Given())
      if position == 0 { read.closure = value }
      read.terms.append(Outline.none)
    }
    return read
  }

  private func hasKeyPath(_ value: Int) -> Bool {
    kind(value) == .navigation && startsWith(value, "\\")
  }

  /// What `\.name` starts from, as an argument of a call on a collection.
  private mutating func root(
    _ value: Int, _ given: Given, _ read: Operands, isMember: Bool
  ) -> UInt32 {
    guard hasKeyPath(value) else { return Outline.none }
    if isMember, given.base != Outline.none {
      return draft.add(.handed, .silent, name: given.function, base: given.base, at: value)
    }
    guard let first = read.values.first, first != Outline.none else { return Outline.none }
    return draft.add(.element, .silent, base: first, at: value)
  }

  /// Whether an argument may begin with a member of what it is taken for.
  func mayBeImplicit(_ value: Int) -> Bool {
    switch kind(value) {
    case .ternary, .tuple, .arrayLiteral, .coalescing, .tryExpression, .awaitExpression,
      .dictionaryLiteral, .ifStatement, .switchStatement:
      true
    default: startsWith(value, ".")
    }
  }

  private mutating func labeled(_ term: UInt32, _ label: Int?, at index: Int) -> UInt32 {
    guard let name = label.flatMap({ first($0, .simpleIdentifier) }).map({ nameText($0) }) else {
      return term
    }
    return draft.add(.labeled, .silent, name: draft.name(name + ":"), base: term, at: index)
  }

  /// The type of the parameter that an argument is for.
  mutating func addArgument(_ label: String, _ given: Given, _ value: Int) -> UInt32 {
    var texts = [label + ":"]
    if let member = implicitName(value) { texts.append(member) }
    let operands = texts.map { text in
      draft.add(
        .text, .silent, name: draft.name(text), base: literalType("String"), at: value)
    }
    return draft.add(
      .argument, .silent, name: given.function, base: given.base, at: value, operands: operands)
  }

  /// The name behind the dot that an expression begins with.
  private func implicitName(_ value: Int) -> String? {
    var next = value
    while startsWith(next, "."), let inner = parts(next).first {
      if kind(next) == .prefix { return parts(next).last.map { nameText($0) } }
      next = inner
    }
    return nil
  }
}
