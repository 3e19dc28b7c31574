internal import Facts
internal import TreeSitterBinding

/// Types as the source writes them.
extension GoWalk {
  func isType(_ index: Int) -> Bool { kind(index)?.isType ?? false }

  /// The term of a type; pointers are what they point to.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .typeIdentifier, .identifier: return readTypeName(index, use)
    case .qualifiedType: return readQualifiedType(index, use)
    case .genericType: return readGenericType(index, use)
    case .pointerType, .parenthesizedType, .negatedType, .typeElement, .constraintElement,
      .typeConstraint:
      return readWrappedType(index, use)
    case .sliceType, .arrayType, .implicitArrayType: return readSequence(index, use)
    case .mapType:
      let key = child(index, fields.key).map { readType($0, use) } ?? Outline.none
      let value = child(index, fields.value).map { readType($0, use) } ?? Outline.none
      return apply("map", [key, value], at: index)
    case .channelType:
      let value = child(index, fields.value).map { readType($0, use) } ?? Outline.none
      return apply("chan", [value], at: index)
    case .functionType: return readFunctionType(index)
    case .structType, .interfaceType: return readAnonymousType(index)
    default: return Outline.none
    }
  }

  /// A type of the language's own with its parts.
  mutating func apply(_ name: String, _ parts: [UInt32], at index: Int) -> UInt32 {
    let base = draft.builtIn(draft.name(name))
    return draft.add(.apply, .silentType, base: base, at: index, operands: parts)
  }

  private mutating func readTypeName(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if GoNames.types.contains(draft.text(ofName: name)) { return draft.builtIn(name) }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func readQualifiedType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let package = child(index, fields.package_), let name = child(index, fields.name) else {
      return Outline.none
    }
    let base = draft.add(.name, .silent, name: draft.name(of: package), at: package)
    return draft.add(.member, use, name: draft.name(of: name), base: base, at: name)
  }

  private mutating func readGenericType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let typeNode = child(index, fields.type) else { return Outline.none }
    let base = readType(typeNode, use)
    let operands = child(index, fields.typeArguments).map { readTypeArguments($0) } ?? []
    guard base != Outline.none, !operands.isEmpty else { return base }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  mutating func readTypeArguments(_ index: Int) -> [UInt32] {
    let arguments = children(index).filter { kind($0) != nil && kind($0) != .comment }
    return arguments.map { readType($0, .type) }
  }

  /// The type, if there is one alone; the members of a union say nothing together.
  private mutating func readWrappedType(_ index: Int, _ use: Term.Use) -> UInt32 {
    let types = children(index).filter { kind($0).map { $0.isType || $0 == .typeElement } ?? false }
    let terms = types.map { readType($0, use) }
    return terms.count == 1 ? terms[0] : Outline.none
  }

  private mutating func readSequence(_ index: Int, _ use: Term.Use) -> UInt32 {
    if let length = child(index, fields.length) { visit(length) }
    let element = child(index, fields.element).map { readType($0, use) } ?? Outline.none
    return draft.add(.sequence, .silentType, base: element, at: index)
  }

  private mutating func readFunctionType(_ index: Int) -> UInt32 {
    _ = readParameterTypes(child(index, fields.parameters))
    let result = child(index, fields.result).map { readResult($0) }
    return apply("func", [result?.term ?? Outline.none], at: index)
  }

  /// A structure or interface without a name: its members are found, and are no symbols.
  private mutating func readAnonymousType(_ index: Int) -> UInt32 {
    let isInterface = kind(index) == .interfaceType
    guard !isInterface || first(index, .methodElement) ?? first(index, .methodSpec) != nil else {
      for part in children(index) where kind(part) != nil { _ = readType(part, .type) }
      return draft.builtIn(draft.name("any"))
    }
    unnamed += 1
    let name = draft.name("\(isInterface ? "interface" : "struct")$\(unnamed)")
    var declared = binding(name, .type, Outline.none)
    if isInterface { declared.marks.insert(.isInterface) }
    let owner = draft.add(declared)
    draft.open(.type, owner: owner)
    anonymousDepth += 1
    readTypeBody(index, symbol: draft.symbol)
    anonymousDepth -= 1
    draft.close()
    return draft.add(.name, .silentType, name: name, at: index)
  }

  /// The types of parameters, one for each name.
  mutating func readParameterTypes(_ list: Int?) -> [UInt32] {
    guard let list else { return [] }
    var types: [UInt32] = []
    for part in children(list) {
      guard kind(part) == .parameter || kind(part) == .variadicParameter,
        let typeNode = child(part, fields.type)
      else { continue }
      var type = readType(typeNode, .type)
      if kind(part) == .variadicParameter {
        type = draft.add(.sequence, .silentType, base: type, at: part)
      }
      for _ in 0..<max(1, all(part, fields.name).count) { types.append(type) }
    }
    return types
  }

  /// What a function gives: nothing, one type, or several as one.
  mutating func readResult(_ index: Int) -> (term: UInt32, types: [UInt32]) {
    guard kind(index) == .parameterList else {
      let type = readType(index, .type)
      return (type, [type])
    }
    let types = readParameterTypes(index)
    switch types.count {
    case 0: return (Outline.none, [])
    case 1: return (types[0], types)
    default: return (apply("()", types, at: index), types)
    }
  }

  // MARK: Type parameters

  mutating func readTypeParameters(_ index: Int) {
    guard let list = child(index, fields.typeParameters) else { return }
    draft.openSignature()
    defer { draft.closeSignature() }
    var position: UInt8 = 0
    for part in children(list) where kind(part) == .typeParameter {
      let names = all(part, fields.name)
      let first = draft.outline.bindings.count
      for name in names { addTypeParameter(name, &position) }
      guard let constraint = child(part, fields.type) else { continue }
      let bound = readType(constraint, .type)
      for number in first..<first + names.count {
        draft.update(UInt32(number)) { $0.type = bound }
      }
    }
  }

  mutating func addTypeParameter(_ name: Int, _ position: inout UInt8) {
    var parameter = Outline.Binding(
      name: draft.name(of: name), kind: .typeParameter, scope: draft.scope)
    parameter.least = position
    position = position &+ 1
    draft.add(parameter)
  }
}
