internal import Facts
internal import TreeSitterBinding

/// Calls, creation, initialisers and lambdas.
extension CSharpWalk {
  mutating func visitCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return visitChildren(index) }
    let list = child(index, fields.arguments)
    switch kind(function) {
    case .identifier, .genericName: return visitPlainCall(index, function, list)
    case .memberAccess:
      guard let object = child(function, fields.expression),
        let name = child(function, fields.name)
      else { return visitChildren(index) }
      return addCall(name, base: visit(object), object: object, list)
    case .conditionalAccess:
      guard let object = child(function, fields.condition),
        let binding = children(function).first(where: { kind($0) == .memberBinding }),
        let name = child(binding, fields.name)
      else { return visitChildren(index) }
      return addCall(name, base: visit(object), object: object, list)
    case .memberBinding:
      guard let name = child(function, fields.name) else { return visitChildren(index) }
      return addCall(name, base: accessed.last ?? Outline.none, object: function, list)
    default: return invoke(visit(function), index, list)
    }
  }

  private mutating func visitPlainCall(_ index: Int, _ function: Int, _ list: Int?) -> UInt32 {
    if draft.isText(function, "nameof") {
      if let list { visitChildren(list) }
      return draft.builtIn(draft.name("string"))
    }
    let name = draft.name(simpleName(function))
    if kind(function) == .identifier, let local = draft.local(name) {
      return invoke(local, index, list)
    }
    return addCall(function, base: Outline.none, object: nil, list)
  }

  private mutating func invoke(_ base: UInt32, _ index: Int, _ list: Int?) -> UInt32 {
    if let list { _ = readArguments(list, base: Outline.none, name: Outline.none) }
    return base == Outline.none ? base : draft.add(.invoke, .silent, base: base, at: index)
  }

  /// The call of a method by its name, with type arguments or without.
  private mutating func addCall(
    _ nameNode: Int, base: UInt32, object: Int?, _ list: Int?
  ) -> UInt32 {
    let text = simpleName(nameNode)
    let name = draft.name(text)
    let wasWiring = isWiring
    isWiring = isWiring || CSharpNames.isRegistration(text)
    let types = kind(nameNode) == .genericName ? readTypeArguments(nameNode) : []
    let given = object == nil ? Outline.none : base
    let operands = list.map { readArguments($0, base: given, name: name) } ?? []
    isWiring = wasWiring
    addLifetime(ofCall: text, on: object, at: nameNode)
    if text == "ToTable" { addTable(ofCall: list) }
    if text == "HasDefaultSchema" { addSchema(ofCall: list) }
    let call = draft.add(
      object == nil ? .name : .member, .call, name: name, base: base, at: nameNode,
      operands: operands)
    if let projected = projection(text, list, at: nameNode) { return projected }
    guard !types.isEmpty else { return call }
    return draft.add(.typed, .silent, name: name, base: call, at: nameNode, operands: types)
  }

  /// What `Select` makes of a collection: a sequence of what its function gives.
  private mutating func projection(_ name: String, _ list: Int?, at index: Int) -> UInt32? {
    guard name == "Select" || name == "SelectMany", list != nil, lastLambda != Outline.none else {
      return nil
    }
    var element = lastLambda
    if name == "SelectMany" { element = draft.add(.element, .silent, base: element, at: index) }
    return draft.add(.sequence, .silentType, base: element, at: index)
  }

  /// The terms of arguments; a function among them is told whose call it is handed to.
  mutating func readArguments(_ index: Int, base: UInt32, name: UInt32) -> [UInt32] {
    var operands: [UInt32] = []
    var lambda = Outline.none
    for argument in children(index) where kind(argument) == .argument {
      let value = children(argument).first {
        kind($0) == .lambda || kind($0) == .anonymousMethod
      }
      if let value {
        let given =
          base == Outline.none || name == Outline.none
          ? Outline.none : draft.add(.handed, .silent, name: name, base: base, at: argument)
        lambda = visitLambda(value, given: given)
        operands.append(Outline.none)
      } else {
        operands.append(visit(argument))
      }
    }
    lastLambda = lambda
    return operands
  }

  /// The term of what the function gives, where it is one expression.
  @discardableResult
  mutating func visitLambda(_ index: Int, given: UInt32) -> UInt32 {
    let (mark, outer) = (draft.localMark, result)
    result = Outline.none
    if let parameters = child(index, fields.parameters) {
      if kind(parameters) == .parameterList {
        addLambdaParameters(parameters, given)
      } else {
        draft.addLocal(draft.name(simpleName(parameters)), given)
      }
    }
    var term = Outline.none
    if let body = child(index, fields.body) ?? first(index, .block) { term = visit(body) }
    draft.forgetLocals(since: mark)
    result = outer
    return term
  }

  private mutating func addLambdaParameters(_ list: Int, _ given: UInt32) {
    var isFirst = true
    for part in children(list) where kind(part) == .parameter {
      guard let name = child(part, fields.name) else { continue }
      let local = draft.name(simpleName(name))
      if let type = child(part, fields.type) {
        addLocal(local, ofType: readType(type, .type), at: part)
      } else {
        draft.addLocal(local, isFirst ? given : Outline.none)
      }
      isFirst = false
    }
  }

  // MARK: Creation

  /// Expressions whose type the place may say.
  mutating func visitWanted(_ index: Int, _ kind: CSharpNode, _ type: UInt32) -> UInt32 {
    switch kind {
    case .creation: return visitCreation(index)
    case .implicitCreation: return visitImplicitCreation(index, type)
    default:
      var term = Outline.none
      for part in children(index) where self.kind(part) != nil {
        let value = visit(part, expecting: type)
        let isCondition = kind == .conditional && draft.node(part).field == fields.condition
        if term == Outline.none, !isCondition { term = value }
      }
      return term
    }
  }

  private mutating func visitCreation(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let type = readType(typeNode, .silentType)
    let list = child(index, fields.arguments) ?? first(index, .argumentList)
    let operands =
      list.map { readArguments($0, base: Outline.none, name: Outline.none) } ?? []
    addLifetime(ofCreating: typeNode)
    guard type != Outline.none else { return type }
    let term = draft.add(.construct, .call, base: type, at: typeNode, operands: operands)
    if let list = initializer(index) { readInitializer(list, of: term) }
    return term
  }

  private mutating func visitImplicitCreation(_ index: Int, _ type: UInt32) -> UInt32 {
    let operands =
      first(index, .argumentList).map {
        readArguments($0, base: Outline.none, name: Outline.none)
      } ?? []
    var term = Outline.none
    if type != Outline.none {
      term = draft.add(.construct, .call, base: type, at: index, operands: operands)
    }
    if let list = initializer(index) { readInitializer(list, of: term) }
    return term
  }

  private func initializer(_ index: Int) -> Int? {
    child(index, fields.initializer) ?? first(index, .initializer)
  }

  /// `{ Name = "x", Lines = { a, b }, [key] = value }` about an object; elements of a collection.
  mutating func readInitializer(_ index: Int, of object: UInt32) {
    for part in children(index) {
      guard kind(part) == .assignment, let left = child(part, fields.left),
        let right = child(part, fields.right)
      else {
        visit(part)
        continue
      }
      var target = Outline.none
      if kind(left) == .identifier {
        if object != Outline.none { target = addMember(left, .write, base: object) }
      } else {
        visitChildren(left)
        if object != Outline.none {
          target = draft.add(.member, .silent, name: draft.name("this[]"), base: object, at: left)
        }
      }
      if kind(right) == .initializer {
        readInitializer(right, of: target)
      } else {
        visit(right, expecting: target)
      }
    }
  }

  /// The names of an anonymous type are its own.
  mutating func visitAnonymousCreation(_ index: Int) -> UInt32 {
    let parts = Array(children(index))
    for (position, part) in parts.enumerated() {
      let isName = position + 1 < parts.count && draft.isText(parts[position + 1], "=")
      if !isName { visit(part) }
    }
    return draft.builtIn(draft.name("object"))
  }

  mutating func visitArrayCreation(_ index: Int) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return visitChildren(index) }
    let type = readType(typeNode, .type)
    for part in children(index) where part != typeNode { visit(part) }
    return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
  }

  mutating func visitImplicitArray(_ index: Int) -> UInt32 {
    var element = Outline.none
    for list in children(index) where kind(list) == .initializer {
      for part in children(list) {
        let term = visit(part)
        if element == Outline.none { element = term }
      }
    }
    return element == Outline.none
      ? element : draft.add(.sequence, .silentType, base: element, at: index)
  }
}
