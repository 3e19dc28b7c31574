internal import Facts
internal import TreeSitterBinding

/// Types with their fields and methods of interfaces, variables and constants.
extension GoWalk {
  mutating func readTypeSpec(_ index: Int) {
    guard let nameNode = child(index, fields.name), let typeNode = child(index, fields.type) else {
      return
    }
    let name = draft.text(of: nameNode)
    let isInterface = kind(typeNode) == .interfaceType
    let symbol = declare(name, .type, at: index, traits: isInterface ? .abstract : [])
    var declared = binding(at: nameNode, .type, symbol)
    declared.marks.insert(.isStatic)
    if isInterface { declared.marks.insert(.isInterface) }
    let owner = draft.add(declared)
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    readTypeParameters(index)
    readTypeBody(typeNode, symbol: symbol)
    draft.closePrefix()
    draft.close()
  }

  /// What a type is made of, into the scope that is open.
  mutating func readTypeBody(_ typeNode: Int, symbol: UInt32) {
    draft.openSignature()
    defer { draft.closeSignature() }
    switch kind(typeNode) {
    case .structType:
      guard let list = first(typeNode, .fieldList) else { return }
      for part in children(list) where kind(part) == .fieldDeclaration { readField(part) }
    case .interfaceType:
      for part in children(typeNode) { readInterfacePart(part) }
    default:
      let type = readType(typeNode, .type)
      // A type made from `int` and its like has no members to look for there.
      if kind(typeNode) != .typeIdentifier || !isPredeclared(typeNode) { draft.addSupertype(type) }
    }
  }

  private func isPredeclared(_ index: Int) -> Bool {
    GoNames.types.contains(draft.text(of: index))
  }

  mutating func readAlias(_ index: Int) {
    guard let nameNode = child(index, fields.name), let typeNode = child(index, fields.type) else {
      return
    }
    let symbol = declare(draft.text(of: nameNode), .alias, at: index)
    draft.openSignature()
    let type = readType(typeNode, .type)
    draft.closeSignature()
    var declared = binding(at: nameNode, .alias, symbol)
    declared.type = type
    draft.add(declared)
  }

  // MARK: Members

  private mutating func readField(_ index: Int) {
    guard let typeNode = child(index, fields.type) else { return }
    let names = all(index, fields.name)
    let type = readType(typeNode, names.isEmpty ? .inherit : .type)
    if names.isEmpty {
      draft.addSupertype(type)
      if let name = simpleName(typeNode) { addField(name, type, index) }
    }
    for name in names { addField(name, type, index) }
  }

  private mutating func addField(_ node: Int, _ type: UInt32, _ declaration: Int) {
    let symbol =
      anonymousDepth > 0 ? Outline.none : declare(draft.text(of: node), .field, at: node)
    var declared = binding(at: node, .variable, symbol)
    declared.type = type
    draft.add(declared)
    if symbol != Outline.none { addTags(child(declaration, fields.tag), of: symbol) }
  }

  /// The name that an embedded field has: the last of its type.
  func simpleName(_ index: Int) -> Int? {
    switch kind(index) {
    case .typeIdentifier: return index
    case .qualifiedType: return child(index, fields.name)
    case .genericType: return child(index, fields.type).flatMap(simpleName)
    case .pointerType, .parenthesizedType:
      return children(index).first { isType($0) }.flatMap(simpleName)
    default: return nil
    }
  }

  private mutating func readInterfacePart(_ index: Int) {
    switch kind(index) {
    case .methodElement, .methodSpec: readInterfaceMethod(index)
    case .typeElement, .constraintElement:
      // One type alone is embedded; a union only bounds what may stand for a parameter.
      let types = children(index).filter { isType($0) }
      for type in types {
        let isEmbedded = types.count == 1 && kind(type) != .negatedType
        let term = readType(type, isEmbedded ? .inherit : .type)
        if isEmbedded { draft.addSupertype(term) }
      }
    default: if isType(index) { draft.addSupertype(readType(index, .inherit)) }
    }
  }

  private mutating func readInterfaceMethod(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let symbol =
      anonymousDepth > 0
      ? Outline.none
      : declare(draft.text(of: nameNode), .method, at: index, traits: [.abstract, .virtual])
    let method = draft.add(binding(at: nameNode, .function, symbol))
    draft.open(.function, owner: method, symbol: symbol == Outline.none ? draft.symbol : symbol)
    let parameters = readParameterTypes(child(index, fields.parameters))
    let result = child(index, fields.result).map { readResult($0).term } ?? Outline.none
    draft.close()
    draft.update(method) {
      $0.parameters = parameters
      $0.type = result
    }
  }

  // MARK: Variables and constants of the package

  mutating func readVariables(_ index: Int) {
    let names = all(index, fields.name)
    let values = child(index, fields.value).map { expressions($0) } ?? []
    draft.openSignature()
    let type = child(index, fields.type).map { readType($0, .type) }
    draft.closeSignature()
    var owner: UInt32?
    for (position, name) in names.enumerated() {
      let value = position < values.count ? values[position] : nil
      if draft.isText(name, "_") {
        if let type, let value { readConformance(value, type) }
        continue
      }
      let isMutable = !isConstant(value)
      let symbol = declare(
        draft.text(of: name), .variable, at: name, traits: isMutable ? .mutableState : [])
      var declared = binding(at: name, .variable, symbol)
      declared.marks.insert(.isStatic)
      if isMutable { declared.marks.insert(.isMutable) }
      if let type {
        declared.type = type
      } else {
        declared.marks.insert(.isInferred)
        declared.type = valueType(of: position, among: names.count, values)
      }
      draft.add(declared)
      owner = owner ?? symbol
    }
    readValues(values, type, of: owner)
  }

  private mutating func readValues(_ values: [Int], _ type: UInt32?, of owner: UInt32?) {
    draft.open(.function, symbol: owner ?? draft.symbol)
    for value in values {
      let term = visit(value)
      if let type, owner != nil { addConformance(of: term, to: type, at: value, isStated: false) }
    }
    draft.close()
  }

  /// `var _ Store = (*cache)(nil)` says that a type has the methods of an interface.
  private mutating func readConformance(_ value: Int, _ type: UInt32) {
    draft.openSignature()
    let term = readValueType(value)
    draft.closeSignature()
    addConformance(of: term, to: type, at: value, isStated: true)
  }

  mutating func addConformance(
    of value: UInt32, to type: UInt32, at index: Int, isStated: Bool
  ) {
    guard value != Outline.none, type != Outline.none else { return }
    _ = draft.add(
      .conform, .implement, name: isStated ? draft.name("_") : Outline.none, base: type, at: index,
      operands: [value])
  }

  /// Values that nobody changes although the language lets them: errors to compare with, patterns.
  private func isConstant(_ value: Int?) -> Bool {
    guard let value, kind(value) == .call, let function = child(value, fields.function) else {
      return false
    }
    return GoNames.constantMakers.contains(draft.text(of: function))
  }

  mutating func readConstants(_ index: Int) {
    var lastType = Outline.none
    for spec in children(index) where kind(spec) == .constSpec {
      let names = all(spec, fields.name)
      let values = child(spec, fields.value).map { expressions($0) } ?? []
      draft.openSignature()
      if let typeNode = child(spec, fields.type) {
        lastType = readType(typeNode, .type)
      } else if !values.isEmpty {
        lastType = readValueType(values[0])
      }
      draft.closeSignature()
      var owner: UInt32?
      for name in names where !draft.isText(name, "_") {
        let symbol = declare(draft.text(of: name), .constant, at: name)
        var declared = binding(at: name, .variable, symbol)
        declared.marks.insert(.isStatic)
        declared.type = lastType
        draft.add(declared)
        owner = owner ?? symbol
      }
      readValues(values, nil, of: owner)
    }
  }
}
