internal import Facts
internal import TreeSitterBinding

/// Calls, and the functions that are handed to them.
extension KotlinWalk {
  /// What a function that is handed to a call gets.
  struct Given {
    /// Its only parameter.
    var parameter = Outline.none
    /// The value that its names may be members of.
    var receiver: UInt32?
    /// The called function, which says the receiver, and what it is called on.
    var function = Outline.none
    var base = Outline.none
    var label = Outline.none
  }

  /// The parts of a call: `run(a) { b }` is one, though the tree has two.
  private struct Call {
    var callee: Int
    var types: Int?
    var arguments: Int?
    var lambda: Int?
  }

  private func call(_ index: Int) -> Call? {
    guard let callee = parts(index).first else { return nil }
    var call = Call(
      callee: callee, types: first(index, .typeArguments), arguments: first(index, .valueArguments),
      lambda: first(index, .annotatedLambda))
    if kind(callee) == .call, call.arguments == nil, call.types == nil,
      first(callee, .annotatedLambda) == nil, let inner = self.call(callee)
    {
      call.callee = inner.callee
      call.types = inner.types
      call.arguments = inner.arguments
    }
    return call
  }

  mutating func visitCall(_ index: Int) -> UInt32 {
    guard let call = call(index) else { return Outline.none }
    let outer = casts
    defer { casts = outer }
    switch kind(call.callee) {
    case .identifier: return visitCall(call, name: call.callee, object: nil, index)
    case .navigation where !has(call.callee, "::"):
      let parts = parts(call.callee)
      guard let object = parts.first, let member = parts.last, member != object,
        kind(member) == .identifier
      else { return visitChildren(index) }
      return visitCall(call, name: member, object: object, index)
    default:
      let base = visit(call.callee)
      _ = readOperands(call, Given())
      return base == Outline.none
        ? base : draft.add(.invoke, .silent, base: base, at: call.callee)
    }
  }

  private mutating func visitCall(
    _ call: Call, name nameNode: Int, object: Int?, _ index: Int
  ) -> UInt32 {
    let text = nameText(nameNode)
    let name = name(nameNode)
    let base = object.map { visit($0) } ?? Outline.none
    let types = call.types.map { readTypeArguments($0) } ?? []
    let local = object == nil ? draft.local(name) : nil
    let wasInObjectQuery = isInObjectQuery
    if text == "createQuery" { isInObjectQuery = true }
    var given = Given(function: name, base: base, label: name)
    if local != nil { given.function = Outline.none }
    let read = readOperands(call, scoped(given, text, hasObject: object != nil))
    isInObjectQuery = wasInObjectQuery
    addLifetime(ofCall: nameNode, on: object)
    let term: UInt32
    if let local {
      let callee = draft.usable(local)
      guard callee != Outline.none else { return callee }
      term = draft.add(
        .member, .call, name: draft.name("invoke"), base: callee, at: nameNode,
        operands: read.operands)
    } else {
      term = draft.add(
        object == nil ? .name : .member, .call, name: name, base: object == nil ? receiver : base,
        at: nameNode, operands: read.operands)
    }
    if types.count == 1 { return typed(term, text, types[0], at: index) }
    if types.count == 2, KotlinNames.mapMakers.contains(text) {
      return draft.add(
        .apply, .silentType, base: literalType("Map"), at: index, operands: types)
    }
    return result(of: text, term, read, base, object: object, at: index)
  }

  /// What is known of a call by its name: functions of the library that hand values through.
  private mutating func result(
    of text: String, _ term: UInt32, _ read: (operands: [UInt32], lambda: UInt32?), _ base: UInt32,
    object: Int?, at index: Int
  ) -> UInt32 {
    let first = read.operands.first ?? Outline.none
    if let lambda = read.lambda, KotlinNames.givesResult.contains(text) { return lambda }
    if object != nil, KotlinNames.givesItself.contains(text) { return base }
    if object == nil, KotlinNames.makers.contains(text), first != Outline.none {
      return draft.add(.sequence, .silentType, base: first, at: index)
    }
    if object == nil, KotlinNames.checks.contains(text), first != Outline.none { return first }
    return term
  }

  /// A call with one type argument, by which some functions say what they give.
  mutating func typed(_ term: UInt32, _ name: String, _ type: UInt32, at index: Int) -> UInt32 {
    guard type != Outline.none else { return term }
    if KotlinNames.lookups.contains(name) {
      return draft.add(.value, .silent, base: type, at: index)
    }
    if KotlinNames.makers.contains(name) {
      return draft.add(.sequence, .silentType, base: type, at: index)
    }
    return term
  }

  /// What the functions of the library that take a function hand to it.
  private mutating func scoped(_ given: Given, _ name: String, hasObject: Bool) -> Given {
    var given = given
    guard hasObject else { return given }
    if KotlinNames.handsItself.contains(name) {
      given.parameter = given.base
      given.function = Outline.none
    } else if KotlinNames.handsReceiver.contains(name) {
      given.receiver = given.base
      given.function = Outline.none
    }
    return given
  }

  // MARK: Arguments

  /// The terms of arguments, and the value of the function behind them.
  private mutating func readOperands(
    _ call: Call, _ given: Given
  ) -> (operands: [UInt32], lambda: UInt32?) {
    var given = given
    var operands = call.arguments.map { readArguments($0, call.lambda == nil ? given : nil) } ?? []
    guard let annotated = call.lambda else { return (operands, nil) }
    for part in children(annotated) where kind(part) == .annotation {
      readAnnotation(part, of: draft.symbol)
    }
    guard let lambda = first(annotated, .lambda) else { return (operands, nil) }
    if kind(call.callee) == .identifier, draft.isText(call.callee, "with") {
      given.receiver = operands.first
      given.function = Outline.none
    }
    if let label = first(annotated, .label) {
      given.label = draft.name(String(draft.text(of: label).dropLast()))
    }
    let value = visitLambda(lambda, given)
    operands.append(Outline.none)
    return (operands, value)
  }

  /// The terms of arguments; those that are named stand for any parameter.
  mutating func readArguments(_ index: Int, _ given: Given? = nil) -> [UInt32] {
    var operands: [UInt32] = []
    let arguments = children(index).filter { kind($0) == .valueArgument }
    for argument in arguments {
      let isNamed = has(argument, "=")
      guard let value = parts(argument).last(where: { kind($0) != .asterisk }) else { continue }
      if kind(value) == .lambda {
        let isLast = argument == arguments.last && !isNamed
        visitLambda(value, (isLast ? given : nil) ?? Given())
        operands.append(Outline.none)
      } else {
        let term = visit(value)
        operands.append(isNamed || kind(value) == .spread ? Outline.none : term)
      }
    }
    return operands
  }

  // MARK: Functions as values

  /// The value of the last statement.
  @discardableResult
  mutating func visitLambda(_ index: Int, _ given: Given) -> UInt32 {
    let mark = draft.localMark
    let depth = receivers.count
    let outer = casts
    var parameter = given.parameter
    if let receiver = given.receiver {
      pushReceiver(receiver, label: given.label, at: index, isCertain: true)
    } else if given.function != Outline.none {
      if parameter == Outline.none {
        let outer = receiver
        parameter = draft.add(
          .handed, .silent, name: given.function, base: given.base, at: index,
          operands: outer == Outline.none ? [] : [outer])
      }
      pushReceiver(
        given.base, name: given.function, label: given.label, at: index, isCertain: false)
    }
    addParameters(ofLambda: index, parameter)
    let term = visitStatements(parts(index).filter { kind($0) != .lambdaParameters })
    receivers.removeSubrange(depth...)
    draft.forgetLocals(since: mark)
    casts = outer
    return term
  }

  private mutating func addParameters(ofLambda index: Int, _ parameter: UInt32) {
    guard let list = first(index, .lambdaParameters) else {
      if !has(index, "->") { draft.addLocal(draft.name("it"), parameter) }
      return
    }
    let parameters = children(list).filter { kind($0) == .variable || kind($0) == .multiVariable }
    for part in parameters {
      let value = parameters.count == 1 ? parameter : Outline.none
      if kind(part) == .multiVariable { addLocals(part, of: value) } else { addLocal(part, value) }
    }
  }

  mutating func visitAnonymousFunction(_ index: Int) -> UInt32 {
    let mark = draft.localMark
    let depth = receivers.count
    let list = first(index, .parameters)
    for part in children(index) where isType(part) {
      let type = readType(part, .type)
      if let list, part < list {
        pushReceiver(ofType: type, label: draft.name("fun"), at: part)
      }
    }
    if let list {
      let parameters = readParameters(list)
      addParameters(parameters)
      for value in parameters.defaults { visit(value) }
    }
    if let body = first(index, .functionBody) { _ = visitFunctionBody(body) }
    receivers.removeSubrange(depth...)
    draft.forgetLocals(since: mark)
    return Outline.none
  }
}
