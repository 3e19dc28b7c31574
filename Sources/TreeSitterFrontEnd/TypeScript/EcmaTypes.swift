internal import Facts
internal import TreeSitterBinding

/// Interfaces, aliases, enumerations, namespaces, and types as the source writes them.
extension EcmaWalk {
  mutating func readInterface(_ index: Int, isExported: Bool) {
    let heading = Heading(self, index, isExported: isExported)
    let symbol = declare(heading.shown, .type, at: index, traits: .abstract)
    _ = openType(
      draft.name(heading.name), symbol, marks(heading).union(.isInterface), in: draft.scope,
      heading.shown)
    readTypeParameters(index)
    openSignature()
    if let clause = first(index, .extendsTypes) {
      for type in children(clause) where kind(type) != nil {
        draft.addSupertype(Self.signatureTerm(readType(type, .inherit)))
      }
    }
    closeSignature()
    if let body = child(index, fields.body) { readSignatures(body) }
    closeType()
  }

  /// The members of an interface or object type.
  private mutating func readSignatures(_ body: Int) {
    for member in children(body) {
      switch kind(member) {
      case .methodSignature:
        guard let name = child(member, fields.name).flatMap(propertyName) else { continue }
        readMethod(member, name, [], traits: [.virtual, .abstract])
      case .propertySignature: readPropertySignature(member)
      case .comment, nil: break
      default: readSignatureTypes(member)
      }
    }
  }

  private mutating func readPropertySignature(_ index: Int) {
    guard let name = child(index, fields.name).flatMap(propertyName) else { return }
    openSignature()
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    closeSignature()
    var binding = Outline.Binding(name: draft.name(name), kind: .variable, scope: draft.scope)
    if anonymousDepth == 0 { binding.symbol = declare(name, .field, at: index) }
    binding.type = Self.signatureTerm(type)
    _ = add(binding)
  }

  /// The types in a signature that has no name.
  mutating func readSignatureTypes(_ index: Int) {
    openSignature()
    for part in children(index) { _ = readType(part, .type) }
    closeSignature()
  }

  mutating func readAlias(_ index: Int, isExported: Bool) {
    guard let value = child(index, fields.value) else { return }
    let heading = Heading(self, index, isExported: isExported)
    if kind(value) == .objectType {
      let symbol = declare(heading.shown, .alias, at: index)
      _ = openType(
        draft.name(heading.name), symbol, marks(heading).union(.isInterface), in: draft.scope,
        heading.shown)
      readTypeParameters(index)
      readSignatures(value)
      return closeType()
    }
    let symbol = declare(heading.shown, .alias, at: index)
    var binding = Outline.Binding(
      name: draft.name(heading.name), kind: .alias, marks: marks(heading), scope: draft.scope)
    binding.symbol = symbol
    let owner = add(binding)
    draft.open(.function, owner: owner, symbol: symbol)
    readTypeParameters(index)
    openSignature()
    let type = readType(value, .type)
    closeSignature()
    draft.close()
    draft.update(owner) { $0.type = Self.signatureTerm(type) }
  }

  mutating func readEnum(_ index: Int, isExported: Bool) {
    let heading = Heading(self, index, isExported: isExported)
    let symbol = declare(heading.shown, .type, at: index)
    _ = openType(
      draft.name(heading.name), symbol, marks(heading), in: draft.scope, heading.shown)
    if let body = child(index, fields.body) {
      for part in children(body) { readEnumCase(part) }
    }
    closeType()
  }

  private mutating func readEnumCase(_ index: Int) {
    let nameNode = kind(index) == .enumAssignment ? child(index, fields.name) : index
    guard let nameNode, let name = propertyName(nameNode) else { return }
    openSignature()
    let type = term(.selfValue, .silent, at: index)
    closeSignature()
    var binding = Outline.Binding(
      name: draft.name(name), kind: .enumCase, marks: .isStatic, scope: draft.scope)
    binding.symbol = declare(name, .constant, at: nameNode)
    binding.type = type
    binding.marks.insert(.isInferred)
    _ = add(binding)
    if kind(index) == .enumAssignment, let value = child(index, fields.value) { visit(value) }
  }

  mutating func readNamespace(_ index: Int, isExported: Bool) {
    guard let nameNode = child(index, fields.name) else { return }
    let body = child(index, fields.body)
    if kind(nameNode) == .string {
      // `declare module 'x'`: says what a library exports.
      draft.open(.namespace)
      draft.setNamespace("ambient")
      if let body { for statement in children(body) { readStatement(statement) } }
      return draft.close()
    }
    let names = draft.text(of: nameNode).split(separator: ".").map {
      String($0.filter { !$0.isWhitespace })
    }
    for (position, name) in names.enumerated() {
      let symbol = declare(name, .namespace, at: index)
      let isVisible = position > 0 || isExported
      _ = openType(
        draft.name(name), symbol, isVisible ? .isStatic : [.isStatic, .isPrivate],
        in: draft.scope, name, .namespace)
    }
    if let body { for statement in children(body) { readStatement(statement) } }
    for _ in names { closeType() }
  }

  mutating func readTypeParameters(_ index: Int) {
    guard let list = child(index, fields.typeParameters) else { return }
    openSignature()
    var position: UInt8 = 0
    for parameter in children(list) where kind(parameter) == .typeParameter {
      guard let name = child(parameter, fields.name) else { continue }
      var binding = Outline.Binding(
        name: draft.name(of: name), kind: .typeParameter, scope: draft.scope)
      binding.least = position
      for part in children(parameter) where kind(part) == .constraint || kind(part) == .defaultType
      {
        let type = children(part).map { readType($0, .type) }.first { $0 != Outline.none }
        if kind(part) == .constraint { binding.type = Self.signatureTerm(type ?? Outline.none) }
      }
      draft.add(binding)
      position = position &+ 1
    }
    closeSignature()
  }

  // MARK: Types as written

  /// The term of a type; ``Outline/none`` where it says nothing of members.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .typeIdentifier, .identifier:
      return term(.name, use, name: draft.name(of: index), at: index)
    case .nestedType, .nestedIdentifier: return readNestedType(index, use)
    case .genericType: return readGenericType(index, use)
    case .arrayType: return readSequence(index, use)
    case .predefinedType: return readPredefined(index)
    case .unionType: return readUnion(index, use)
    case .intersectionType: return readIntersection(index)
    case .objectType: return readObjectType(index)
    case .literalType: return readLiteralType(index)
    case .typeQuery:
      return children(index).map { kind($0) == nil ? Outline.none : visit($0) }
        .first { $0 != Outline.none } ?? Outline.none
    case .thisType: return term(.selfValue, .silent, at: index)
    case .typeAnnotation, .readonlyType, .parenthesizedType:
      return children(index).map { readType($0, use) }.first { $0 != Outline.none } ?? Outline.none
    case .member, .call: return visit(index, use)
    case .functionType, .constructorType:
      readFunctionType(index)
      return Outline.none
    case .inferType, .mappedClause: return readBoundName(index)
    default: return readInnerTypes(index)
    }
  }

  /// `'a'`, `1`: values of the types of the language.
  private mutating func readLiteralType(_ index: Int) -> UInt32 {
    for part in children(index) {
      switch kind(part) {
      case .string: return draft.builtIn(draft.name("string"))
      case .number: return draft.builtIn(draft.name("number"))
      default: break
      }
    }
    return Outline.none
  }

  private mutating func readInnerTypes(_ index: Int) -> UInt32 {
    for part in children(index) { _ = readType(part, .type) }
    return Outline.none
  }

  /// Types of the language: `any` and `unknown` say nothing, the others have members of their own.
  private mutating func readPredefined(_ index: Int) -> UInt32 {
    for word in ["any", "unknown", "void", "never", "object"] as [StaticString]
    where draft.isText(index, word) { return Outline.none }
    return draft.builtIn(draft.name(of: index))
  }

  private mutating func readNestedType(_ index: Int, _ use: Term.Use) -> UInt32 {
    let parts = children(index).filter { kind($0) != nil && kind($0) != .comment }
    guard parts.count == 2 else { return Outline.none }
    let base =
      kind(parts[0]) == .identifier
      ? term(.name, .silent, name: draft.name(of: parts[0]), at: parts[0])
      : readNestedType(parts[0], .silent)
    return term(.member, use, name: draft.name(of: parts[1]), base: base, at: parts[1])
  }

  mutating func readTypeArguments(_ list: Int) -> [UInt32] {
    children(list).filter { kind($0) != nil && kind($0) != .comment }.map { readType($0, .type) }
  }

  private mutating func readGenericType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let name = child(index, fields.name) else { return readInnerTypes(index) }
    let operands =
      (child(index, fields.typeArguments) ?? first(index, .typeArguments)).map {
        readTypeArguments($0)
      } ?? []
    if kind(name) == .typeIdentifier,
      EcmaNames.transparentTypes.contains(draft.text(of: name)), let inner = operands.first
    {
      return inner
    }
    let base = readType(name, use)
    guard base != Outline.none, !operands.isEmpty else { return base }
    return term(.apply, .silentType, base: base, at: index, operands: operands)
  }

  private mutating func readSequence(_ index: Int, _ use: Term.Use) -> UInt32 {
    let element = children(index).map { readType($0, use) }.first { $0 != Outline.none }
    guard let element else { return Outline.none }
    return term(.sequence, .silentType, base: element, at: index)
  }

  /// The one part that is not `null` or `undefined`; nothing if there are several.
  private mutating func readUnion(_ index: Int, _ use: Term.Use) -> UInt32 {
    var parts: [Int] = []
    var next = index
    // `A | B | C` leans to the left.
    while kind(next) == .unionType {
      let inner = children(next).filter { kind($0) != .comment && !draft.isText($0, "|") }
      parts += inner.dropFirst().reversed()
      guard let left = inner.first else { break }
      next = left
      if kind(left) != .unionType { parts.append(left) }
    }
    let known = parts.reversed().filter {
      !draft.isText($0, "null") && !draft.isText($0, "undefined")
    }
    let terms = known.map { readType($0, use) }
    return terms.count == 1 ? terms[0] : Outline.none
  }

  /// A type that is derived from all parts.
  private mutating func readIntersection(_ index: Int) -> UInt32 {
    let type = openPlaceType(index)
    openSignature()
    for part in children(index) where kind(part) != nil && kind(part) != .comment {
      let term = readType(part, .type)
      if term == Outline.none { continue }
      draft.addSupertype(Self.signatureTerm(term))
    }
    closeSignature()
    draft.close()
    return type
  }

  private mutating func readObjectType(_ index: Int) -> UInt32 {
    guard typeDepth < Self.deepestType else {
      readSignatureTypes(index)
      return Outline.none
    }
    let type = openPlaceType(index)
    anonymousDepth += 1
    typeDepth += 1
    readSignatures(index)
    typeDepth -= 1
    anonymousDepth -= 1
    draft.close()
    return type
  }

  private mutating func readFunctionType(_ index: Int) {
    let isGeneric = child(index, fields.typeParameters) != nil
    if isGeneric {
      draft.open(.function)
      readTypeParameters(index)
    }
    for parameter in readParameters(index, inSignature: false) { _ = parameter }
    if let result = child(index, fields.returnType) ?? child(index, fields.type) {
      _ = readType(result, .type)
    }
    if isGeneric { draft.close() }
  }

  /// `infer T`, `K in keyof T`: names that stand for types from here on.
  private mutating func readBoundName(_ index: Int) -> UInt32 {
    for part in children(index) {
      if kind(part) == .typeIdentifier,
        known(draft.name(of: part), draft.scope, .typeParameter) == nil,
        draft.node(part).field == fields.name || kind(index) == .inferType
      {
        _ = add(
          Outline.Binding(name: draft.name(of: part), kind: .typeParameter, scope: draft.scope))
      } else {
        _ = readType(part, .type)
      }
    }
    return Outline.none
  }
}
