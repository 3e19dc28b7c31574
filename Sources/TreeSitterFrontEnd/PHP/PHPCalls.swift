internal import Facts
internal import TreeSitterBinding

/// Calls and constructions.
extension PHPWalk {
  mutating func visitCall(_ index: Int, _ kind: PHPNode) -> UInt32 {
    switch kind {
    case .functionCall: visitFunctionCall(index)
    case .scopedCall: visitStaticCall(index)
    case .creation: visitCreation(index)
    default: visitMethodCall(index)
    }
  }

  /// The call of a function, or what takes it without calling: `count(...)`.
  private func use(_ arguments: Int?) -> Term.Use {
    guard let arguments else { return .call }
    return first(arguments, .placeholder) == nil ? .call : .address
  }

  private mutating func visitFunctionCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return visitChildren(index) }
    let arguments = child(index, fields.arguments)
    guard isClassName(function) else {
      // A value that is called: an object with `__invoke`, or a closure.
      let value = visit(function)
      _ = readArguments(arguments, of: Outline.none, name: Outline.none)
      guard value != Outline.none else { return value }
      return draft.add(
        .member, .call, name: draft.name(PHPNames.invoker), base: value, at: function)
    }
    let written = PHPName.trimmedInside(draft.text(of: function))
    let lower = PHPName.lower(PHPName.last(written))
    if let term = visitSpecialCall(index, lower, arguments) { return term }
    let operands = readFunctionArguments(arguments, lower)
    addLifetime(ofCall: lower, at: function, arguments)
    let name = draft.name(space.functionName(written))
    let term = draft.add(.name, use(arguments), name: name, at: function, operands: operands)
    if PHPNames.locators.contains(lower), let located = located(arguments, byText: true) {
      return located
    }
    return term
  }

  private mutating func visitMethodCall(_ index: Int) -> UInt32 {
    guard let object = child(index, fields.object), let nameNode = child(index, fields.name) else {
      return visitChildren(index)
    }
    let base = visit(object)
    let arguments = child(index, fields.arguments)
    guard kind(nameNode) == .name else {
      visit(nameNode)
      _ = readArguments(arguments, of: Outline.none, name: Outline.none)
      return Outline.none
    }
    return addMemberCall(nameNode, base, arguments, of: object)
  }

  private mutating func addMemberCall(
    _ nameNode: Int, _ base: UInt32, _ arguments: Int?, of object: Int
  ) -> UInt32 {
    let lower = PHPName.lower(draft.text(of: nameNode))
    readBinding(object, lower, arguments)
    let name = draft.name(lower)
    let operands = readArguments(arguments, of: base, name: name)
    let term = draft.add(
      .member, use(arguments), name: name, base: base, at: nameNode, operands: operands)
    if PHPNames.locators.contains(lower),
      let located = located(arguments, byText: isContainer(object))
    {
      return located
    }
    return term
  }

  private mutating func visitStaticCall(_ index: Int) -> UInt32 {
    guard let scope = child(index, fields.scope), let nameNode = child(index, fields.name) else {
      return visitChildren(index)
    }
    let base = visitScope(scope)
    let arguments = child(index, fields.arguments)
    guard kind(nameNode) == .name else {
      visit(nameNode)
      _ = readArguments(arguments, of: Outline.none, name: Outline.none)
      return Outline.none
    }
    let term = addMemberCall(nameNode, base, arguments, of: scope)
    noteAssertion(nameNode, arguments)
    return term
  }

  // MARK: Constructions

  private mutating func visitCreation(_ index: Int) -> UInt32 {
    let arguments = first(index, .arguments)
    if first(index, .declarationList) != nil {
      _ = readArguments(arguments, of: Outline.none, name: Outline.none)
      let type = visitAnonymousClass(index)
      if let base = parts(index).first(where: { kind($0) == .base }),
        let name = parts(base).first
      {
        let parent = classTerm(name, .silentType)
        _ = draft.add(.construct, .call, base: parent, at: name)
      }
      return draft.add(.value, .silent, base: type, at: index)
    }
    guard let type = parts(index).first(where: { $0 != arguments }) else {
      return visitChildren(index)
    }
    guard isClassName(type) else {
      let value = visit(type)
      _ = readArguments(arguments, of: Outline.none, name: Outline.none)
      return instance(of: value, at: index)
    }
    let base = classTerm(type, .silentType)
    let operands = readArguments(arguments, of: Outline.none, name: Outline.none)
    return draft.add(.construct, .call, base: base, at: type, operands: operands)
  }

  /// `new $class`, where the variable holds `Order::class`.
  private mutating func instance(of value: UInt32, at index: Int) -> UInt32 {
    guard value != Outline.none else { return value }
    return Outline.none
  }

  // MARK: Arguments

  private mutating func readArguments(
    _ index: Int?, of base: UInt32, name: UInt32
  ) -> [UInt32] {
    guard let index else { return [] }
    var operands: [UInt32] = []
    for argument in children(index) where kind(argument) == .argument {
      if let closure = closure(argument), base != Outline.none, name != Outline.none {
        let given = draft.add(.handed, .silent, name: name, base: base, at: argument)
        visitClosure(closure, given: [given])
        operands.append(Outline.none)
      } else {
        operands.append(visit(argument))
      }
    }
    return operands
  }

  private func closure(_ argument: Int) -> Int? {
    parts(argument).last.flatMap { [.closure, .arrowFunction].contains(kind($0)) ? $0 : nil }
  }

  /// `array_map(fn ($order) => …, $orders)`: the function gets elements of the array.
  private mutating func readFunctionArguments(_ index: Int?, _ function: String) -> [UInt32] {
    guard let index else { return [] }
    guard PHPNames.elementFunctions.contains(function) else {
      readCallbacks(index, function)
      return readArguments(index, of: Outline.none, name: Outline.none)
    }
    readCallbacks(index, function)
    let arguments = children(index).filter { kind($0) == .argument }
    var terms = [UInt32](repeating: Outline.none, count: arguments.count)
    for (position, argument) in arguments.enumerated() where closure(argument) == nil {
      terms[position] = visit(argument)
    }
    let array = terms.first { $0 != Outline.none } ?? Outline.none
    for argument in arguments {
      guard let closure = closure(argument) else { continue }
      let element =
        array == Outline.none
        ? array : draft.add(.element, .silent, base: array, at: argument)
      visitClosure(closure, given: [element, element])
    }
    return terms
  }

  /// Texts that name functions which are called: `add_action('init', 'shop_init')`.
  private mutating func readCallbacks(_ index: Int, _ function: String) {
    guard PHPNames.callbackFunctions.contains(function) else { return }
    for argument in children(index) {
      guard let text = parts(argument).last, kind(text) == .string else { continue }
      let name = literal(text)
      guard PHPName.isIdentifier(name.utf8) else { continue }
      _ = draft.add(
        .name, .wiring, name: draft.name(PHPNames.callbackMark + PHPName.lower(name)), at: text)
    }
  }

  /// What `app(Order::class)` gives: the instance of the class that it is asked for, or of what is bound
  /// to a text.
  private mutating func located(_ arguments: Int?, byText: Bool) -> UInt32? {
    guard let arguments, let first = first(arguments, .argument), let value = parts(first).last
    else { return nil }
    let scope = namedClass(value)
    guard scope != nil || byText else { return nil }
    let type = scope.map { classTerm($0, .silentType) } ?? bound(value)
    return type == Outline.none ? nil : draft.add(.value, .silent, base: type, at: value)
  }

  // MARK: Calls of the language itself

  private mutating func visitSpecialCall(
    _ index: Int, _ name: String, _ arguments: Int?
  ) -> UInt32? {
    guard let arguments else { return nil }
    let values = children(arguments).filter { kind($0) == .argument }.compactMap {
      parts($0).last
    }
    switch name {
    case "isset", "empty":
      for value in values { visit(value) }
      return Outline.none
    case "define":
      guard let first = values.first, kind(first) == .string else { return nil }
      defineConstant(literal(first), values.dropFirst().first, at: index)
      for value in values.dropFirst() { visit(value) }
      return Outline.none
    case "defined", "constant":
      guard let first = values.first, kind(first) == .string else { return nil }
      let text = literal(first)
      guard name == "constant", PHPName.isIdentifier(text.utf8) else { return Outline.none }
      let filed = draft.name(PHPName.file(constant: text))
      return draft.add(.name, .read, name: filed, at: first)
    case "class_alias":
      addClassAlias(values, at: index)
      return nil
    case "assert":
      for value in values { visit(value) }
      for value in values.prefix(1) { narrow(narrowings(value, holds: true)) }
      return Outline.none
    default: return nil
    }
  }

  private mutating func defineConstant(_ written: String, _ value: Int?, at index: Int) {
    let name = PHPName.trimmed(written)
    guard name.utf8.split(separator: 0x5c).allSatisfy({ PHPName.isIdentifier($0) }),
      !name.isEmpty
    else { return }
    let last = PHPName.last(name)
    let symbol = declare(last, .constant, qualified: name, at: index)
    let namespace = String(name.dropLast(last.count + (name == last ? 0 : 1)))
    inNamespace(namespace) { walk in
      var binding = Outline.Binding(
        name: walk.draft.name(last), kind: .variable, marks: .isStatic, scope: walk.draft.scope)
      binding.symbol = symbol
      if let value {
        binding.type = walk.inSignature { $0.silentValue(value) }
        binding.marks.insert(.isInferred)
      }
      walk.draft.add(binding)
    }
  }

  /// What is declared for another namespace than the open one.
  mutating func inNamespace(_ name: String, _ declare: (inout PHPWalk) -> Void) {
    draft.open(.namespace)
    // The file has no name, which stands for the global namespace.
    draft.setNamespace(PHPName.dotted(name))
    declare(&self)
    draft.close()
  }

  /// `class_alias(Order::class, 'Old\Order')`.
  private mutating func addClassAlias(_ values: [Int], at index: Int) {
    guard values.count >= 2, let original = className(of: values[0]),
      let alias = className(of: values[1])
    else { return }
    let last = PHPName.last(alias)
    let symbol = declare(last, .alias, qualified: alias, at: index)
    let namespace = String(alias.dropLast(last.count + (alias == last ? 0 : 1)))
    inNamespace(namespace) { walk in
      var binding = Outline.Binding(
        name: walk.draft.name(PHPName.lower(last)), kind: .alias, scope: walk.draft.scope)
      binding.symbol = symbol
      binding.type = walk.inSignature { inner in
        inner.draft.add(
          .name, .silentType, name: inner.draft.name(PHPName.file(original)), at: index)
      }
      walk.draft.add(binding)
    }
  }

  /// The full name of a class that a text or `Order::class` is.
  private func className(of index: Int) -> String? {
    if kind(index) == .string {
      let name = PHPName.trimmed(literal(index))
      return name.isEmpty ? nil : name
    }
    return namedClass(index).map { space.className(draft.text(of: $0)) }
  }

  /// `Assert::isInstanceOf($order, Order::class)` says what a variable is from here on.
  private mutating func noteAssertion(_ nameNode: Int, _ arguments: Int?) {
    guard let arguments, PHPNames.assertions.contains(PHPName.lower(draft.text(of: nameNode)))
    else { return }
    let values = children(arguments).filter { kind($0) == .argument }.compactMap {
      parts($0).last
    }
    guard values.count >= 2 else { return }
    for (variable, type) in [(values[0], values[1]), (values[1], values[0])] {
      guard kind(variable) == .variable, kind(type) == .constantAccess,
        let scope = parts(type).first, isClassName(scope)
      else { continue }
      narrow([Narrowing(name: draft.name(of: variable), type: scope)])
    }
  }
}
