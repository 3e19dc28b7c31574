internal import Facts
internal import TreeSitterBinding

/// Classes and their members.
extension EcmaWalk {
  mutating func readClass(_ index: Int, _ heading: Heading, decorators: [Int]) {
    let isAbstract = kind(index) == .abstractClass || has(index, "abstract")
    let symbol = declare(
      heading.shown, .type, at: heading.node, traits: isAbstract ? .abstract : [])
    let allDecorators = decorators + children(index).filter { kind($0) == .decorator }
    draft.open(.function, symbol: symbol)
    for decorator in allDecorators { readDecorator(decorator, of: symbol) }
    draft.close()
    addTable(heading.shown, symbol, decorators: allDecorators)
    let scope = heading.scope ?? draft.scope
    let owner = openType(
      draft.name(heading.name), symbol, marks(heading), in: scope, heading.shown)
    readTypeParameters(index)
    readHeritage(index)
    let outerThis = hasThis
    hasThis = true
    if let body = child(index, fields.body) {
      let name = draft.name(heading.name)
      readClassBody(body, owner, draft.text(ofName: name))
    }
    hasThis = outerThis
    closeType()
  }

  /// Opens the scope of a type, or again that of one that it is merged with; the binding.
  mutating func openType(
    _ name: UInt32, _ symbol: UInt32, _ marks: Outline.Binding.Marks, in scope: UInt32,
    _ shown: String, _ kind: Outline.Scope.Kind = .type
  ) -> UInt32 {
    let owner: UInt32
    if let earlier = known(name, scope, .type), draft.inner(ofBinding: earlier) != Outline.none {
      owner = earlier
      draft.enter(draft.inner(ofBinding: earlier), symbol: symbol)
      if !marks.contains(.isPrivate) { draft.update(owner) { $0.marks.remove(.isPrivate) } }
    } else {
      var binding = Outline.Binding(name: name, kind: .type, marks: marks, scope: scope)
      binding.symbol = symbol
      owner = add(binding)
      draft.open(kind, owner: owner, symbol: symbol == Outline.none ? nil : symbol)
    }
    openNames(shown)
    return owner
  }

  mutating func closeType() {
    closeNames()
    draft.close()
  }

  private mutating func readHeritage(_ index: Int) {
    guard let heritage = first(index, .classHeritage) else { return }
    openSignature()
    for part in children(heritage) {
      switch kind(part) {
      case .extendsClause: readExtends(part)
      case .implementsClause:
        for type in children(part) where kind(type) != nil {
          draft.addSupertype(Self.signatureTerm(readType(type, .implement)))
        }
      case nil: break
      default: draft.addSupertype(Self.signatureTerm(visit(part, .inherit)))
      }
    }
    closeSignature()
  }

  private mutating func readExtends(_ clause: Int) {
    var base = Outline.none
    var isFirst = true
    for part in children(clause) where kind(part) != nil && kind(part) != .comment {
      if kind(part) == .typeArguments {
        let operands = readTypeArguments(part)
        if base != Outline.none, !operands.isEmpty {
          base = term(.apply, .silentType, base: base, at: part, operands: operands)
        }
      } else if isFirst {
        base = visit(part, .inherit)
        isFirst = false
      }
    }
    draft.addSupertype(Self.signatureTerm(base))
  }

  // MARK: Members

  private mutating func readClassBody(_ body: Int, _ owner: UInt32, _ name: String) {
    var decorators: [Int] = []
    for member in children(body) {
      switch kind(member) {
      case .decorator:
        decorators.append(member)
        continue
      case .comment: continue
      case .method, .methodSignature, .abstractMethod:
        let known = draft.functions.count
        readClassMethod(member, owner, name, decorators)
        noteStart(of: member, decorators, since: known)
      case .fieldDefinition, .publicField: readField(member, decorators)
      case .staticBlock:
        draft.open(.function)
        visitChildren(member)
        draft.close()
      case .indexSignature: readSignatureTypes(member)
      default: break
      }
      decorators = []
    }
  }

  /// A comment before the decorators of a method is about the method.
  private mutating func noteStart(of member: Int, _ decorators: [Int], since known: Int) {
    let start = draft.node(member).start
    guard let first = decorators.first,
      let own = draft.functions[known...].first(where: { $0.start == start })
    else { return }
    draft.functions.append((draft.node(first).start, own.symbol))
  }

  private mutating func readClassMethod(
    _ index: Int, _ owner: UInt32, _ className: String, _ decorators: [Int]
  ) {
    guard let nameNode = child(index, fields.name) else { return }
    guard let name = propertyName(nameNode) else {
      _ = visitFunction(index, given: [])
      return
    }
    if name == "constructor", !has(index, "static") {
      return readConstructor(index, className, decorators)
    }
    var traits: Declaration.Traits = has(index, "static") ? [] : .virtual
    if kind(index) == .abstractMethod { traits.insert(.abstract) }
    readMethod(
      index, name, decorators, traits: traits, marks: has(index, "static") ? .isStatic : [])
  }

  private mutating func readConstructor(
    _ index: Int, _ className: String, _ decorators: [Int]
  ) {
    let name = draft.name(className)
    let earlier = known(name, draft.scope, .constructor)
    let symbol =
      earlier.map { draft.symbol(ofBinding: $0) }
      ?? (anonymousDepth == 0 ? declare("constructor", .method, at: index) : Outline.none)
    let owner: UInt32
    if let earlier {
      owner = earlier
    } else {
      var binding = Outline.Binding(name: name, kind: .constructor, scope: draft.scope)
      binding.symbol = symbol
      owner = add(binding)
    }
    if symbol != Outline.none { draft.functions.append((draft.node(index).start, symbol)) }
    let type = draft.scope
    draft.open(.function, owner: owner, symbol: symbol == Outline.none ? nil : symbol)
    let parameters = readParameters(index, inSignature: true)
    for parameter in parameters { addParameterProperty(parameter, to: type) }
    let mark = draft.localMark
    addLocals(parameters)
    if let body = child(index, fields.body) {
      addAssignedFields(body, to: type)
      visit(body)
    }
    draft.forgetLocals(since: mark)
    draft.close()
  }

  /// `constructor(private orders: OrderService)`: a field of the class.
  private mutating func addParameterProperty(_ parameter: Parameter, to type: UInt32) {
    let isProperty =
      first(parameter.node, .accessibility) != nil || has(parameter.node, "readonly")
    guard isProperty, kind(parameter.pattern) == .identifier else { return }
    var binding = Outline.Binding(
      name: draft.name(of: parameter.pattern), kind: .variable, scope: type)
    if anonymousDepth == 0 {
      binding.symbol = declare(draft.text(of: parameter.pattern), .field, at: parameter.node)
    }
    binding.type = Self.signatureTerm(parameter.type)
    _ = add(binding)
  }

  /// `this.x = new X()` among the statements of a constructor declares a field, if nothing else does.
  private mutating func addAssignedFields(_ body: Int, to type: UInt32) {
    for statement in children(body) where kind(statement) == .expressionStatement {
      guard let assignment = first(statement, .assignment),
        let left = child(assignment, fields.left), kind(left) == .member,
        let object = child(left, fields.object), kind(object) == .this,
        let property = child(left, fields.property), let right = child(assignment, fields.right)
      else { continue }
      let name = draft.name(of: property)
      guard known(name, type, .variable) == nil, known(name, type, .function) == nil else {
        continue
      }
      var binding = Outline.Binding(name: name, kind: .variable, scope: type)
      if anonymousDepth == 0 {
        binding.symbol = declare(draft.text(of: property), .field, at: property)
      }
      binding.marks.insert(.isInferred)
      if kind(unwrapped(right)) == .new { binding.type = constructed(unwrapped(right)) }
      if kind(right) == .identifier { binding.type = silently(right) }
      _ = add(binding)
    }
  }

  /// The instance that `new X()` makes, silently: the statement itself is read later.
  private mutating func constructed(_ new: Int) -> UInt32 {
    guard let constructor = child(new, fields.constructor) else { return Outline.none }
    openSignature()
    defer { closeSignature() }
    let base = path(constructor)
    return base == Outline.none ? base : term(.value, .silent, base: base, at: new)
  }

  private mutating func silently(_ index: Int) -> UInt32 {
    openSignature()
    defer { closeSignature() }
    return Self.signatureTerm(path(index))
  }

  /// A dotted name that shows as nothing.
  private mutating func path(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .identifier: return visit(index, .silent)
    case .member:
      guard let object = child(index, fields.object), let name = child(index, fields.property)
      else { return Outline.none }
      let base = path(object)
      return base == Outline.none
        ? base : term(.member, .silent, name: draft.name(of: name), base: base, at: index)
    default: return Outline.none
    }
  }

  private mutating func readField(_ index: Int, _ own: [Int]) {
    guard let nameNode = child(index, fields.name) ?? child(index, fields.property) else { return }
    let decorators = own + children(index).filter { kind($0) == .decorator }
    guard let name = propertyName(nameNode) else {
      visitChildren(index)
      return
    }
    let value = child(index, fields.value)
    let isStatic = has(index, "static")
    if let value, case let inner = unwrapped(value), isFunctionValue(inner) {
      return readFunction(
        inner, Heading(name: name, node: index, isExported: true), .method, isMethod: true,
        marks: isStatic ? .isStatic : [], decorators: decorators)
    }
    let isConstant = has(index, "readonly")
    let isState = isStatic && (!isConstant || value.map(isEmptyContainer) ?? false)
    let symbol =
      anonymousDepth == 0
      ? declare(
        name, isStatic && isConstant ? .constant : .field, at: index,
        traits: isState ? .mutableState : []) : Outline.none
    var binding = Outline.Binding(
      name: draft.name(name), kind: .variable, marks: isStatic ? .isStatic : [], scope: draft.scope)
    binding.symbol = symbol
    if isState { binding.marks.insert(.isMutable) }
    let owner = add(binding)
    draft.open(.function)
    for decorator in decorators {
      readDecorator(decorator, of: symbol == Outline.none ? draft.symbol : symbol)
    }
    let type = child(index, fields.type)
    let term = readInitialiser(value, name, type: type)
    draft.close()
    draft.update(owner) {
      $0.type = term
      if type == nil { $0.marks.insert(.isInferred) }
    }
  }

  private func isFunctionValue(_ index: Int) -> Bool {
    switch kind(index) {
    case .arrow, .functionExpression, .generatorExpression: true
    default: false
    }
  }
}
