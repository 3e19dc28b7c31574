internal import Facts
internal import TreeSitterBinding

/// Calls, and the functions that are handed to them.
extension ScalaWalk {
  /// The called function, and what it is called on, for a function that it is handed.
  struct Given {
    var function = Outline.none
    var base = Outline.none
    /// What it gets, where that is known without the function.
    var value = Outline.none
    /// The terms of the arguments in the lists before.
    var arguments: [UInt32] = []
    /// What it gets where the called function hands on whatever is wanted around it.
    var wanted = Outline.none
  }

  /// The terms of arguments, and the value of the function among them.
  struct Operands {
    var terms: [UInt32] = []
    var lambda = Outline.none
  }

  mutating func visitCall(_ index: Int) -> UInt32 {
    guard var callee = child(index, fields.function) else { return visitChildren(index) }
    let arguments = children(index, fields.arguments).last
    var types: Int?
    if kind(callee) == .genericFunction, let inner = child(callee, fields.function) {
      types = first(callee, .typeArguments)
      callee = inner
    }
    switch kind(callee) {
    case .identifier, .operatorIdentifier:
      if draft.isText(callee, "this") || draft.isText(callee, "super") {
        return visitConstructorCall(callee, arguments)
      }
      return visitCall(
        nameNode: callee, base: nil, object: nil, arguments: arguments, types: types, at: index)
    case .field:
      guard let object = child(callee, fields.value), let member = child(callee, fields.field)
      else { return visitChildren(index) }
      if draft.isText(member, "this") { return visitLaterList(callee, arguments, at: index) }
      let base = visitObject(object)
      return visitCall(
        nameNode: member, base: base, object: object, arguments: arguments, types: types,
        at: index)
    default: return visitLaterList(callee, arguments, at: index)
    }
  }

  /// `f(a)(b)`: another list of arguments, or a call of what the first gives.
  private mutating func visitLaterList(
    _ callee: Int, _ arguments: Int?, at index: Int
  ) -> UInt32 {
    lastCall = Given()
    let base = visit(callee)
    let given = lastCall
    wanted = arguments.map { wanted(by: $0, given, at: index) } ?? Outline.none
    let operands = arguments.map { visitArguments($0, given) } ?? Operands()
    wanted = Outline.none
    guard base != Outline.none else { return operands.lambda }
    if let made = made(arguments) { return made }
    return draft.add(.invoke, .silent, base: base, at: index, operands: operands.terms)
  }

  /// What the function gets that `checked` is to make in `post(path, form)(checked { form => … })`.
  private mutating func wanted(by arguments: Int, _ given: Given, at index: Int) -> UInt32 {
    guard given.function != Outline.none, kind(arguments) == .arguments,
      let only = parts(arguments).first, parts(arguments).count == 1, kind(only) == .call,
      let callee = child(only, fields.function), kind(callee) == .identifier
    else { return Outline.none }
    return parameter(given, at: index, place: (number: 0, count: 1))
  }

  /// `mapping(…)(Order.apply)`: what is made from parts that are described before.
  private mutating func made(_ arguments: Int?) -> UInt32? {
    guard let arguments, kind(arguments) == .arguments, let only = parts(arguments).first,
      parts(arguments).count == 1
    else { return nil }
    let value = kind(only) == .methodValue ? parts(only).first ?? only : only
    guard kind(value) == .field, let object = child(value, fields.value),
      let member = child(value, fields.field), draft.isText(member, "apply"),
      kind(object) == .identifier
    else { return nil }
    let type = draft.add(.name, .silentType, name: name(object), at: object)
    return draft.add(.value, .silent, base: type, at: object)
  }

  /// `this(…)` in a constructor.
  private mutating func visitConstructorCall(_ callee: Int, _ arguments: Int?) -> UInt32 {
    let base = visit(callee)
    let operands = arguments.map { visitArguments($0, Given()) } ?? Operands()
    return draft.add(.construct, .call, base: base, at: callee, operands: operands.terms)
  }

  mutating func visitCall(
    nameNode: Int, base: UInt32?, object: Int?, arguments: Int?, types: Int? = nil, at index: Int
  ) -> UInt32 {
    let name = name(nameNode)
    let text = nameText(nameNode)
    let typeTerms = types.map { readTypeArguments($0) } ?? []
    let local = base == nil ? draft.local(name) : nil
    var given = Given()
    if local == nil { given = Given(function: name, base: base ?? Outline.none, wanted: wanted) }
    wanted = Outline.none
    let operands = arguments.map { visitArguments($0, given) } ?? Operands()
    addLifetime(ofCall: nameNode, on: object)
    lastCall = given
    lastCall.arguments = operands.terms
    if ScalaNames.handsArgument.contains(text), let first = operands.terms.first {
      lastCall = Given(value: first)
    }
    if let local {
      let callee = draft.usable(local)
      guard callee != Outline.none else { return callee }
      return draft.add(
        .member, .call, name: draft.name("apply"), base: callee, at: nameNode,
        operands: operands.terms)
    }
    let term = draft.add(
      base == nil ? .name : .member, .call, name: name, base: base ?? receiver, at: nameNode,
      operands: operands.terms)
    if !typeTerms.isEmpty { return typed(term, name, text, typeTerms, at: index) }
    return result(of: text, term, operands, base, at: index)
  }

  /// What is known of a call by its name: functions of the library that make what holds a value.
  private mutating func result(
    of text: String, _ term: UInt32, _ operands: Operands, _ base: UInt32?, at index: Int
  ) -> UInt32 {
    if base == nil, ScalaNames.mapMakers.contains(text), let entry = operands.terms.first,
      entry != Outline.none
    {
      let parts = [part(0, of: entry, at: index), part(1, of: entry, at: index)]
      return draft.add(.apply, .silentType, base: literalType("Map"), at: index, operands: parts)
    }
    if base == nil {
      guard ScalaNames.makers.contains(text) else { return term }
      let held = operands.terms.first { $0 != Outline.none } ?? operands.lambda
      return held == Outline.none
        ? term : draft.add(.sequence, .silentType, base: held, at: index)
    }
    if let base, base != Outline.none, ScalaNames.joiners.contains(text),
      let other = operands.terms.first, other != Outline.none, operands.terms.count == 1
    {
      let parts = [base, other].map { draft.add(.element, .silent, base: $0, at: index) }
      let pair = tupleType(parts, at: index)
      return draft.add(.sequence, .silentType, base: pair, at: index)
    }
    guard operands.lambda != Outline.none else { return term }
    switch text {
    case "map", "collect":
      return draft.add(
        .sequence, .silentType, base: operands.lambda, at: index, operands: [term])
    case "flatMap": return operands.lambda
    default: return term
    }
  }

  /// A call with type arguments, by which some functions say what they give.
  private mutating func typed(
    _ term: UInt32, _ name: UInt32, _ text: String, _ types: [UInt32], at index: Int
  ) -> UInt32 {
    if text == "TableQuery", types.count == 1 {
      let base = draft.add(.name, .silentType, name: name, at: index)
      return draft.add(.apply, .silentType, base: base, at: index, operands: types)
    }
    if types.count == 2, ScalaNames.mapMakers.contains(text) {
      return draft.add(
        .apply, .silentType, base: literalType("Map"), at: index, operands: types)
    }
    if types.count == 1, ScalaNames.makers.contains(text) || text == "empty",
      types[0] != Outline.none
    {
      return draft.add(.sequence, .silentType, base: types[0], at: index)
    }
    return draft.add(.typed, .silent, name: name, base: term, at: index, operands: types)
  }

  /// `classOf[Order]`, `value.asInstanceOf[Order]`, `Json.format[Order]`.
  mutating func visitGeneric(_ index: Int) -> UInt32 {
    guard let callee = child(index, fields.function), let list = first(index, .typeArguments) else {
      return visitChildren(index)
    }
    var nameNode = callee
    var base: UInt32?
    if kind(callee) == .field, let object = child(callee, fields.value),
      let member = child(callee, fields.field)
    {
      base = visitObject(object)
      nameNode = member
    }
    guard kind(nameNode) == .identifier else {
      visit(callee)
      _ = readTypeArguments(list)
      return Outline.none
    }
    let types = readTypeArguments(list)
    let first = types.first ?? Outline.none
    switch nameText(nameNode) {
    case "classOf":
      let type = draft.builtIn(draft.name("Class"))
      return draft.add(.apply, .silentType, base: type, at: index, operands: types)
    case "asInstanceOf": return value(ofType: first, at: index)
    case "isInstanceOf": return literalType("Boolean")
    case let text:
      let name = name(nameNode)
      let term =
        base.map { draft.add(.member, .read, name: name, base: $0, at: nameNode) }
        ?? addName(name, .read, at: nameNode)
      return typed(term, name, text, types, at: index)
    }
  }

  // MARK: Arguments

  mutating func readArguments(_ index: Int, _ given: Given) -> [UInt32] {
    visitArguments(index, given).terms
  }

  /// The terms of arguments; those that are named stand for any parameter.
  private mutating func visitArguments(_ index: Int, _ given: Given) -> Operands {
    var found = Operands()
    switch kind(index) {
    case .arguments:
      let parts = parts(index)
      // Of two functions the last one gets what there is.
      let isFold =
        parts.count == 2 && given.function != Outline.none
        && draft.text(ofName: given.function) == "fold"
      for part in parts {
        if isFold, part != parts.last {
          visitArgument(part, Given(), into: &found)
        } else if kind(part) == .assignment, let value = child(part, fields.right),
          let name = child(part, fields.left), kind(name) == .identifier
        {
          _ = visitArgument(value, Given())
          found.terms.append(Outline.none)
        } else {
          visitArgument(part, given, into: &found)
        }
      }
    case .tuple: for part in parts(index) { visitArgument(part, given, into: &found) }
    case .unit: break
    case .parenthesized:
      for part in parts(index) { visitArgument(part, given, into: &found) }
    default: visitArgument(index, given, into: &found)
    }
    return found
  }

  private mutating func visitArgument(_ index: Int, _ given: Given, into found: inout Operands) {
    let (term, isFunction) = visitArgument(index, given)
    found.terms.append(isFunction ? Outline.none : term)
    if isFunction { found.lambda = term }
    // A block without parameters may be called later, or be a value.
    if kind(index) == .block, !isFunction { found.lambda = term }
  }

  /// The value of an argument, or of the function that it is.
  private mutating func visitArgument(
    _ index: Int, _ given: Given
  ) -> (term: UInt32, isFunction: Bool) {
    switch kind(index) {
    case .lambda: return (visitLambda(index, given), true)
    case .caseBlock, .indentedCases: return (visitCases(index, parameter(given, at: index)), true)
    case .colonArgument, .block, .indentedBlock:
      let statements = parts(index)
      if statements.count == 1, let only = statements.first {
        if kind(only) == .lambda { return (visitLambda(only, given), true) }
        if kind(only) != .val { return visitPlaceholder(only, index, given) }
      }
      return (visit(index), false)
    default: return visitPlaceholder(index, index, given)
    }
  }

  /// An expression that is a function where `_` stands in it; `_` alone belongs to what is around.
  private mutating func visitPlaceholder(
    _ part: Int, _ index: Int, _ given: Given
  ) -> (term: UInt32, isFunction: Bool) {
    guard kind(part) != .wildcard, hasPlaceholder(part) else { return (visit(index), false) }
    let outer = placeholder
    placeholder = parameter(given, at: index)
    defer { placeholder = outer }
    return (visit(index), true)
  }

  /// Whether `_` stands in an expression and not in an argument inside it, unless it is all of that.
  private func hasPlaceholder(_ index: Int) -> Bool {
    switch kind(index) {
    case .wildcard: return true
    case .arguments: return parts(index).contains { kind($0) == .wildcard }
    case .lambda, .block, .caseBlock, .indentedBlock, .indentedCases, .typeArguments,
      .matchExpression, .methodValue, .instance, .caseClause:
      return false
    default: return !isType(index) && children(index).contains { hasPlaceholder($0) }
    }
  }

  /// What a function that is handed to a call gets.
  private mutating func parameter(
    _ given: Given, at index: Int, place: (number: Int, count: Int)? = nil
  ) -> UInt32 {
    guard given.function != Outline.none else { return draft.usable(given.value) }
    let outer = given.base == Outline.none ? receiver : Outline.none
    var operands = outer == Outline.none ? [] : [outer]
    if let place {
      operands = [outer, literalType("\(place.number)/\(place.count)")]
      operands += given.arguments.map { draft.usable($0) }
    }
    let term = draft.add(
      .handed, .silent, name: given.function, base: draft.usable(given.base), at: index,
      operands: operands)
    let wanted = draft.usable(given.wanted)
    guard wanted != Outline.none, (place?.number ?? 0) == 0 else { return term }
    return draft.add(.choice, .silent, at: index, operands: [term, wanted])
  }

  // MARK: Functions as values

  /// The value of the last statement.
  @discardableResult
  mutating func visitLambda(_ index: Int, _ given: Given) -> UInt32 {
    let mark = draft.localMark
    let depth = receivers.count
    let outer = placeholder
    placeholder = Outline.none
    let parameters = children(index, fields.parameters)
    addParameters(ofLambda: parameters, given, at: index)
    var term = Outline.none
    for part in parts(index) where !parameters.contains(part) { term = visit(part) }
    placeholder = outer
    receivers.removeSubrange(depth...)
    draft.forgetLocals(since: mark)
    return term
  }

  private mutating func addParameters(ofLambda nodes: [Int], _ given: Given, at index: Int) {
    let bindings = nodes.flatMap { kind($0) == .bindings ? parts($0) : [$0] }
    let types = bindings.filter { isType($0) }
    let names = bindings.filter { !isType($0) }
    let hasTypes = !types.isEmpty || bindings.contains { child($0, fields.type) != nil }
    for (number, part) in names.enumerated() {
      let value =
        hasTypes
        ? Outline.none : parameter(given, at: index, place: (number: number, count: names.count))
      switch kind(part) {
      case .binding:
        guard let nameNode = child(part, fields.name) else { continue }
        if let type = child(part, fields.type) {
          addLocal(name(nameNode), type: readType(type, .type), at: part)
        } else {
          draft.addLocal(name(nameNode), value)
        }
      case .identifier:
        if let type = types.first {
          addLocal(name(part), type: readType(type, .type), at: part)
        } else {
          draft.addLocal(name(part), value)
        }
      default: break
      }
    }
  }
}
