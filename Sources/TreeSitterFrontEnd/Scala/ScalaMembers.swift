internal import Facts
internal import TreeSitterBinding

/// Enumerations, aliases, givens and extensions.
extension ScalaWalk {
  /// `case Red, Green`, `case Mix(a: Int) extends Colour`.
  mutating func readEnumCases(_ index: Int) {
    for part in children(index) {
      if kind(part) == .simpleCase {
        readSimpleCase(part)
      } else if kind(part) == .fullCase {
        readFullCase(part)
      }
    }
  }

  private mutating func readSimpleCase(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    var binding = Outline.Binding(
      name: name(nameNode), kind: .enumCase, marks: .isStatic, scope: draft.scope)
    binding.symbol = draft.declare(nameText(nameNode), .constant, at: index)
    draft.openSignature()
    binding.type = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    draft.add(binding)
    for type in first(index, .extends).map({ parts($0) }) ?? [] {
      if kind(type) == .arguments {
        let operands = readArguments(type, Given())
        _ = draft.add(.construct, .call, base: binding.type, at: index, operands: operands)
      } else if !draft.isText(type, "") {
        readType(type, .silentType)
      }
    }
  }

  private mutating func readFullCase(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let outer = draft.outline.scopes[Int(draft.scope)].owner
    _ = openType(index, nameText(nameNode), Modifiers(), [])
    readTypeParameters(index)
    let heads = readSupertypes(index)
    if heads.isEmpty, outer != Outline.none {
      draft.openSignature()
      let name = draft.outline.bindings[Int(outer)].name
      draft.addSupertype(draft.add(.name, .silentType, name: name, at: index))
      draft.closeSignature()
    }
    readConstructor(index, nameText(nameNode), isCase: true)
    for head in heads { readHead(head) }
    closeType()
  }

  /// `type Orders = List[Order]`, `type Key <: Base`.
  mutating func readAlias(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    if isOpaque(index) { return readOpaque(index, nameText(nameNode), modifiers) }
    var binding = Outline.Binding(
      name: name(nameNode), kind: .alias, marks: .isStatic, scope: draft.scope)
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    binding.symbol =
      isLocalType()
      ? Outline.none
      : draft.declare(
        nameText(nameNode), .alias, key: draft.qualified(nameText(nameNode)) + keyMark, at: index)
    let owner = draft.add(binding)
    let own = binding.symbol == Outline.none ? draft.symbol : binding.symbol
    draft.open(.function, owner: owner, symbol: own)
    readTypeParameters(index)
    draft.openSignature()
    var type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    for bound in children(index) where kind(bound) == .upperBound {
      type = parts(bound).first.map { readType($0, .type) } ?? type
    }
    draft.closeSignature()
    draft.close()
    draft.update(owner) {
      $0.type = type
      $0.inner = Outline.none
    }
    readAnnotations(modifiers.annotations, of: own)
  }

  func isOpaque(_ index: Int) -> Bool {
    first(index, .opaque) != nil
      || first(index, .modifiers).map { first($0, .opaque) != nil } ?? false
  }

  /// `opaque type Key = Int`: a type of its own everywhere else, whose members are the extensions in
  /// its companion.
  private mutating func readOpaque(_ index: Int, _ name: String, _ modifiers: Modifiers) {
    let around = draft.scope
    _ = openType(index, name, modifiers, [])
    opaqueTypes[around, default: [:]][name] = draft.scope
    addCompanion(name, at: index)
    readTypeParameters(index)
    draft.openSignature()
    if let type = child(index, fields.type) { draft.addSupertype(readType(type, .type)) }
    draft.closeSignature()
    closeType()
    readAnnotations(modifiers.annotations, of: draft.symbol)
  }

  /// What a companion adds to its opaque type is a member of that.
  private mutating func addOpaqueMember(_ binding: UInt32, extending index: Int) {
    let scope = draft.outline.scopes[Int(draft.scope)]
    guard let list = first(index, .parameters), let parameter = first(list, .parameter),
      let type = child(parameter, fields.type), scope.kind == .type,
      let inner = opaqueTypes[scope.parent]?[simpleName(type)]
    else { return }
    var copy = draft.outline.bindings[Int(binding)]
    copy.scope = inner
    copy.inner = Outline.none
    copy.marks.remove(.isExtension)
    copy.parameters = Array(copy.parameters.dropFirst())
    draft.add(copy)
  }

  // MARK: Givens

  /// `given intOrder: Ordering[Int] with …`, `given Format[Order] = …`.
  mutating func readGiven(_ index: Int) {
    let nameNode = child(index, fields.name)
    let types = children(index, fields.returnType).filter { isType($0) }
    let text =
      nameNode.map { nameText($0) } ?? "given_" + types.map(simpleName).joined(separator: "_")
    guard let body = child(index, fields.body), kind(body) == .withBody else {
      return readGivenValue(index, text, types)
    }
    let value = draft.add(
      Outline.Binding(name: draft.name(text), kind: .variable, scope: draft.scope))
    let owner = openType(index, text, modifiers(index), [], binding: text + "$")
    objectScopes.insert(draft.scope)
    readTypeParameters(index)
    draft.openSignature()
    for type in types { draft.addSupertype(readType(type, .inherit)) }
    let instance = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    let (symbol, inner) = (draft.outline.bindings[Int(owner)].symbol, draft.scope)
    draft.update(value) {
      $0.symbol = symbol
      $0.type = instance
      $0.inner = inner
    }
    addClassParameters(index)
    readBody(index)
    closeType()
  }

  private mutating func readGivenValue(_ index: Int, _ text: String, _ types: [Int]) {
    let isLocal = isLocalType()
    var symbol = draft.symbol
    if !isLocal {
      symbol = draft.declare(
        text, draft.scope == 0 ? .variable : .field, key: draft.qualified(text) + keyMark,
        at: index)
    }
    let binding = draft.add(
      Outline.Binding(name: draft.name(text), kind: .variable, scope: draft.scope))
    draft.open(.function, owner: binding, symbol: symbol)
    readTypeParameters(index)
    let parameters = readParameterLists(index)
    draft.openSignature()
    let type = types.first.map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    let mark = draft.localMark
    addParameters(parameters)
    if let body = child(index, fields.body) { visit(body) }
    draft.forgetLocals(since: mark)
    draft.close()
    draft.update(binding) {
      $0.type = type
      $0.symbol = isLocal ? Outline.none : symbol
    }
  }

  /// Parameters of a given: names inside, as those of a class.
  private mutating func addClassParameters(_ index: Int) {
    let parameters = readParameterLists(index)
    for (position, name) in parameters.names.enumerated() {
      var binding = Outline.Binding(
        name: name, kind: .variable, marks: .isPrivate, scope: draft.scope)
      binding.type = parameters.types[position]
      draft.add(binding)
    }
  }

  // MARK: Extensions

  /// `extension (order: Order) def total = …`.
  mutating func readExtension(_ index: Int) {
    let functions = children(index).filter {
      kind($0) == .function || kind($0) == .functionDeclaration
    }
    let bodies = children(index).filter { kind($0) == .templateBody || kind($0) == .block }
    for function in functions + bodies.flatMap({ children($0) }) {
      guard kind(function) == .function || kind(function) == .functionDeclaration else { continue }
      if let binding = readFunction(function, extending: index) {
        addOpaqueMember(binding, extending: index)
      }
    }
  }

  /// `implicit class RichOrder(order: Order)`: its methods are members of the parameter's type.
  mutating func addExtensions(of owner: UInt32) {
    let inner = draft.outline.bindings[Int(owner)].inner
    let scope = draft.outline.bindings[Int(owner)].scope
    guard scope == draft.scope else { return }
    let members = draft.outline.bindings.filter { $0.scope == inner }
    guard let constructor = members.first(where: { $0.kind == .constructor }),
      let extended = constructor.parameters.first
    else { return }
    for member in members where member.kind == .function || member.kind == .variable {
      guard !member.marks.contains(.isPrivate), !member.marks.contains(.isExtension) else {
        continue
      }
      var copy = member
      copy.scope = scope
      copy.inner = Outline.none
      copy.marks.insert(.isExtension)
      copy.parameters = [extended] + (member.kind == .function ? member.parameters : [])
      draft.add(copy)
    }
  }
}
