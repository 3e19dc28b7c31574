internal import Facts
internal import TreeSitterBinding

extension EcmaWalk {
  @inline(never)
  mutating func visitExpression(_ index: Int, _ kind: EcmaNode, _ use: Term.Use) -> UInt32 {
    switch kind {
    case .identifier, .shorthand: return visitIdentifier(index, use)
    case .this: return hasThis ? term(.selfValue, .silent, at: index) : Outline.none
    case .superWord: return hasThis ? term(.superValue, .silent, at: index) : Outline.none
    case .member, .nestedIdentifier: return visitMember(index, use)
    case .subscriptExpression: return visitSubscript(index, use)
    case .call: return visitCall(index)
    case .new: return visitNew(index)
    case .await: return visitAwait(index)
    case .asExpression, .satisfies, .typeAssertion: return visitCast(index)
    case .nonNull, .parenthesized: return visitInner(index, use)
    case .sequence: return visitLast(index)
    case .assignment, .augmented: return visitAssignment(index)
    case .update: return visitUpdate(index)
    case .ternary: return visitTernary(index)
    case .binary: return visitBinary(index)
    case .arrow, .functionExpression, .generatorExpression:
      return visitFunction(index, given: [])
    case .classExpression: return visitClass(index)
    case .object: return visitObject(index)
    case .array: return visitArray(index)
    case .markup, .closedMarkup, .openingMarkup, .closingMarkup, .markupAttribute:
      return visitMarkup(index)
    case .typeArguments, .typeAnnotation, .genericType, .typeIdentifier, .nestedType:
      return readType(index, .type)
    default: return visitChildren(index)
    }
  }

  private mutating func visitIdentifier(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if let local = draft.local(name) { return local }
    if hoistedNames.contains(name), draft.isInFunction { return Outline.none }
    return term(.name, use, name: name, at: index)
  }

  private mutating func visitMember(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object), let property = child(index, fields.property)
    else { return visitChildren(index) }
    let base = visit(object)
    return term(.member, use, name: draft.name(of: property), base: base, at: property)
  }

  private mutating func visitSubscript(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object), let position = child(index, fields.index)
    else { return visitChildren(index) }
    let base = visit(object)
    if kind(position) == .string {
      return term(.member, use, name: draft.name(literal(position)), base: base, at: position)
    }
    visit(position)
    return base == Outline.none ? base : term(.element, .silent, base: base, at: index)
  }

  // MARK: Calls

  private mutating func visitCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return visitChildren(index) }
    if let path = requiredPath(index) { return module(path, Self.wholeExport, at: index) }
    if let path = dynamicPath(index) { return module(path, nil, at: index, .dynamic) }
    for path in possiblePaths(index) { addImport(path, nil, as: nil, at: index, .dynamic) }
    if let loaded = requiredList(index) { return readArguments(index, loaded) }
    if let list = child(index, fields.typeArguments) { _ = readTypeArguments(list) }
    addFacts(ofCall: index, function)
    let called = unwrapped(function)
    switch kind(called) {
    case .identifier: return visitNamedCall(index, called)
    case .member: return visitMemberCall(index, called)
    case .superWord:
      let base = visit(called)
      let operands = readArguments(index, base: Outline.none, name: Outline.none)
      return term(.construct, .call, base: base, at: index, operands: operands)
    default:
      if let path = requiredPath(called) {
        addMixin(path, index)
        _ = readArguments(index, base: Outline.none, name: Outline.none)
        return module(path, Self.wholeExport, at: called, [], .call)
      }
      let base = visit(called)
      let operands = readArguments(index, base: Outline.none, name: Outline.none)
      return base == Outline.none
        ? base : term(.invoke, .silent, base: base, at: index, operands: operands)
    }
  }

  private mutating func visitNamedCall(_ index: Int, _ function: Int) -> UInt32 {
    let name = draft.name(of: function)
    let local = draft.local(name)
    let operands = readArguments(index, base: Outline.none, name: name)
    if let local {
      return local == Outline.none ? local : term(.invoke, .silent, base: local, at: index)
    }
    if hoistedNames.contains(name), draft.isInFunction { return Outline.none }
    let result = term(.name, .call, name: name, at: function, operands: operands)
    return injected(index, function) ?? result
  }

  /// `inject(Service)`, as Angular has it: an instance of what is asked for.
  private mutating func injected(_ index: Int, _ function: Int) -> UInt32? {
    guard draft.isText(function, "inject"), importedNames["inject"] != nil,
      let arguments = child(index, fields.arguments),
      let type = first(arguments, .identifier)
    else { return nil }
    let base = visit(type, .silent)
    return base == Outline.none ? nil : term(.value, .silent, base: base, at: index)
  }

  private mutating func visitMemberCall(_ index: Int, _ function: Int) -> UInt32 {
    guard let object = child(function, fields.object),
      let property = child(function, fields.property)
    else { return visitChildren(index) }
    let base = visit(object)
    let name = draft.name(of: property)
    let isModule = dynamicPath(object) != nil && draft.isText(property, "then")
    let operands =
      isModule
      ? readArguments(index, given: base) : readArguments(index, base: base, name: name)
    addWiring(index, property, operands)
    return term(.member, .call, name: name, base: base, at: property, operands: operands)
  }

  /// The terms of arguments; a function among them is told whose call it is handed to.
  mutating func readArguments(_ call: Int, base: UInt32, name: UInt32) -> [UInt32] {
    guard let list = child(call, fields.arguments) else { return [] }
    if kind(list) == .template {
      visit(list)
      return []
    }
    var operands: [UInt32] = []
    for argument in children(list) where kind(argument) != .comment {
      switch kind(argument) {
      case .arrow, .functionExpression:
        let given =
          base == Outline.none || name == Outline.none
          ? Outline.none : term(.handed, .silent, name: name, base: base, at: argument)
        operands.append(visitFunction(argument, given: [given]))
      default: operands.append(visit(argument))
      }
    }
    return operands
  }

  private mutating func readArguments(_ call: Int, given: UInt32) -> [UInt32] {
    guard let list = child(call, fields.arguments) else { return [] }
    return children(list).filter { kind($0) != .comment }.map { argument in
      kind(argument) == .arrow || kind(argument) == .functionExpression
        ? visitFunction(argument, given: [given]) : visit(argument)
    }
  }

  /// Arguments of a call that hands one value after another to the functions among them.
  private mutating func readArguments(_ call: Int, _ given: [UInt32]) -> UInt32 {
    guard let list = child(call, fields.arguments) else { return Outline.none }
    for argument in children(list) where kind(argument) != .comment {
      if kind(argument) == .arrow || kind(argument) == .functionExpression {
        _ = visitFunction(argument, given: given)
      } else {
        visit(argument)
      }
    }
    return Outline.none
  }

  private mutating func visitNew(_ index: Int) -> UInt32 {
    guard let constructor = child(index, fields.constructor) else { return visitChildren(index) }
    let called = unwrapped(constructor)
    addFacts(ofNew: index, called)
    let base = visit(called, .silent)
    let types = child(index, fields.typeArguments).map { readTypeArguments($0) } ?? []
    let operands = readArguments(index, base: Outline.none, name: Outline.none)
    let made = term(.construct, .call, base: base, at: called, operands: operands)
    guard !types.isEmpty, base != Outline.none else { return made }
    let type = term(.apply, .silentType, base: base, at: index, operands: types)
    return term(.value, .silent, base: type, at: index)
  }

  /// What a promise holds; a module that is imported while the program runs is there at once.
  private mutating func visitAwait(_ index: Int) -> UInt32 {
    guard let inner = children(index).first(where: { kind($0) != nil && kind($0) != .comment })
    else { return visitChildren(index) }
    let value = visit(inner)
    if value == Outline.none || dynamicPath(unwrapped(inner)) != nil { return value }
    return term(.member, .silent, name: draft.name(EcmaNames.awaited), base: value, at: index)
  }

  private mutating func visitCast(_ index: Int) -> UInt32 {
    let parts = children(index).filter { kind($0) != .comment && !isKeyword($0) }
    let isConstant = has(index, "const")
    guard parts.count == 2, !isConstant else {
      return parts.first.map { visit($0) } ?? Outline.none
    }
    let isPrefix = kind(index) == .typeAssertion
    let typeNode = isPrefix ? parts[0] : parts[1]
    let value = visit(isPrefix ? parts[1] : parts[0])
    let type =
      kind(typeNode) == .typeArguments
      ? readTypeArguments(typeNode).first ?? Outline.none : readType(typeNode, .type)
    if kind(index) == .satisfies { return value }
    return type == Outline.none ? type : term(.value, .silent, base: type, at: index)
  }

  private func isKeyword(_ index: Int) -> Bool {
    draft.isText(index, "as") || draft.isText(index, "satisfies") || draft.isText(index, "<")
      || draft.isText(index, ">")
  }

  private mutating func visitInner(_ index: Int, _ use: Term.Use) -> UInt32 {
    var found = Outline.none
    for part in children(index) {
      let inner = visit(part, use)
      if inner != Outline.none { found = inner }
    }
    return found
  }

  private mutating func visitLast(_ index: Int) -> UInt32 {
    var found = Outline.none
    for part in children(index) where kind(part) != .comment { found = visit(part) }
    return found
  }

  // MARK: Operators

  private mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    if kind(index) == .assignment, exportsName(left) {
      // Exported from within a function: under which condition is not known.
      return visit(right)
    }
    if kind(index) == .assignment, readMixedIn(left, right, at: index) { return Outline.none }
    let value = visit(right)
    let target = visit(left, kind(index) == .assignment ? .write : .readWrite)
    return value == Outline.none ? target : value
  }

  private func exportsName(_ left: Int) -> Bool {
    if isWholeExports(left), kind(left) == .member { return true }
    guard kind(left) == .member, let object = child(left, fields.object) else { return false }
    return kind(object) == .member && isWholeExports(object)
  }

  private mutating func visitUpdate(_ index: Int) -> UInt32 {
    for part in children(index) where kind(part) != nil { visit(part, .readWrite) }
    return Outline.none
  }

  /// Of two values that are known neither is; `x ? y : null` is y.
  private mutating func visitTernary(_ index: Int) -> UInt32 {
    if let condition = child(index, fields.condition) { visit(condition) }
    let branches = [fields.consequence, fields.alternative].compactMap { child(index, $0) }
    let terms = branches.map { visit($0) }
    let isNull = branches.map { kind($0) == .null || kind($0) == .undefined }
    if isNull.first == true { return terms.last ?? Outline.none }
    if isNull.last == true { return terms.first ?? Outline.none }
    return Outline.none
  }

  /// The operands of a chain of operators, one after another.
  private mutating func visitBinary(_ index: Int) -> UInt32 {
    let operands = operands(of: index, .binary, left: fields.left, right: fields.right)
    addSQL(ofConcatenation: operands, at: index)
    let hasText = operands.contains { kind($0) == .string || kind($0) == .template }
    let isChoice = has(index, "||") || has(index, "??")
    var first = Outline.none
    for (position, operand) in operands.enumerated()
    where kind(operand) != .string || operands.count == 1 {
      let term = visit(operand)
      if position == 0 { first = term }
    }
    // `given || {}`: the first, if it is anything at all.
    if isChoice { return first }
    return hasText ? draft.builtIn(draft.name("string")) : Outline.none
  }

  private mutating func visitClass(_ index: Int) -> UInt32 {
    guard child(index, fields.body) != nil else { return visitChildren(index) }
    innerTypes += 1
    let name = child(index, fields.name).map { draft.text(of: $0) } ?? "class$\(innerTypes)"
    let heading = Heading(name: name, node: index, isExported: false, scope: visibleScope)
    readClass(index, heading, decorators: [])
    return term(.name, .silent, name: draft.name(name), at: index)
  }

  private mutating func visitObject(_ index: Int) -> UInt32 {
    for part in children(index) {
      switch kind(part) {
      case .method: _ = visitFunction(part, given: [])
      case .pair:
        if let key = child(part, fields.key), kind(key) == .computedName { visitChildren(key) }
        if let value = child(part, fields.value) { visit(value) }
      default: visit(part)
      }
    }
    return Outline.none
  }

  /// A sequence of what its first element is.
  private mutating func visitArray(_ index: Int) -> UInt32 {
    let terms = children(index).filter { kind($0) != .comment }.map { visit($0) }
    guard terms.count == 1, let only = terms.first, only != Outline.none else {
      return Outline.none
    }
    return term(.sequence, .silentType, base: only, at: index)
  }

  // MARK: Markup

  /// A component is called; elements of the page have names in lower case.
  private mutating func visitMarkup(_ index: Int) -> UInt32 {
    for part in children(index) {
      guard draft.node(part).field == fields.name else {
        visit(part)
        continue
      }
      // The name at the end is the one at the beginning.
      if kind(index) == .closingMarkup || kind(index) == .markupAttribute { continue }
      visitComponent(part)
    }
    return Outline.none
  }

  private mutating func visitComponent(_ name: Int) {
    let text = draft.tree.text(of: name)
    switch kind(name) {
    case .identifier:
      guard let first = text.first, !(0x61...0x7a).contains(first) else { return }
      let key = draft.name(of: name)
      guard draft.local(key) == nil else { return }
      _ = term(.name, .call, name: key, at: name)
    case .member, .nestedIdentifier: visit(name, .call)
    default: break
    }
  }
}
