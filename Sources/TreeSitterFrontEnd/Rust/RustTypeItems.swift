internal import Facts
internal import TreeSitterBinding

/// Structures, enumerations, traits, and what is implemented for them.
extension RustWalk {
  mutating func readStruct(_ index: Int, _ attributes: [Int]) {
    guard let nameNode = child(index, fields.name) else { return }
    let (owner, symbol, outer) = openType(index, nameNode, attributes)
    signature { walk in
      let generics = walk.readGenerics(index)
      walk.openSelf(nameNode, generics)
      if let body = walk.child(index, walk.fields.body) { walk.readFields(body, hasSymbols: true) }
      walk.finishGenerics(generics, index)
    }
    readDerives(attributes, of: symbol)
    closeType(outer)
    readSchema(attributes, nameNode, owner, symbol)
  }

  private mutating func openType(
    _ index: Int, _ nameNode: Int, _ attributes: [Int], isTrait: Bool = false
  ) -> (owner: UInt32, symbol: UInt32, outer: UInt32) {
    let name = draft.text(of: nameNode)
    let symbol = declare(name, .type, at: index, traits: isTrait ? .abstract : [])
    readAttributes(attributes, of: symbol)
    var declared = binding(draft.name(of: nameNode), .type, symbol)
    declared.marks.insert(.isStatic)
    if isTrait { declared.marks.insert(.isInterface) }
    let owner = draft.add(declared)
    typeSymbols[name] = symbol
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    return (owner, symbol, selfType)
  }

  private mutating func closeType(_ outer: UInt32) {
    selfType = outer
    draft.closePrefix()
    draft.close()
  }

  /// `Self` is the type with its own parameters.
  private mutating func openSelf(_ nameNode: Int, _ generics: Generics) {
    let base = draft.add(.name, .silentType, name: draft.name(of: nameNode), at: nameNode)
    let operands = generics.parameters.map {
      draft.add(.name, .silentType, name: $0.name, at: nameNode)
    }
    selfType =
      operands.isEmpty
      ? base : draft.add(.apply, .silentType, base: base, at: nameNode, operands: operands)
  }

  /// Fields by name, or by their number.
  private mutating func readFields(_ body: Int, hasSymbols: Bool) {
    var own: [Int] = []
    var number = 0
    for part in children(body) {
      guard let kind = kind(part) else { continue }
      if kind == .attributeItem {
        own.append(part)
      } else if kind == .field, let name = child(part, fields.name) {
        let type = child(part, fields.type)
        addField(draft.text(of: name), type, at: part, own, hasSymbols)
        own = []
      } else if kind.isType {
        addField(String(number), part, at: part, own, hasSymbols)
        number += 1
        own = []
      }
    }
  }

  private mutating func addField(
    _ name: String, _ typeNode: Int?, at index: Int, _ attributes: [Int], _ hasSymbols: Bool
  ) {
    let symbol = hasSymbols ? declare(name, .field, at: index) : Outline.none
    var declared = binding(draft.name(name), .variable, symbol)
    declared.type = typeNode.map { readType($0, .type) } ?? Outline.none
    draft.add(declared)
    if hasSymbols { readAttributes(attributes, of: symbol) }
  }

  // MARK: Enumerations

  mutating func readEnum(_ index: Int, _ attributes: [Int]) {
    guard let nameNode = child(index, fields.name) else { return }
    let (_, symbol, outer) = openType(index, nameNode, attributes)
    var values: [(Int, UInt32)] = []
    signature { walk in
      let generics = walk.readGenerics(index)
      walk.openSelf(nameNode, generics)
      if let body = walk.child(index, walk.fields.body) { values = walk.readVariants(body) }
      walk.finishGenerics(generics, index)
    }
    readDerives(attributes, of: symbol)
    for (value, symbol) in values {
      draft.open(.function, symbol: symbol)
      visit(value)
      draft.close()
    }
    closeType(outer)
  }

  private mutating func readVariants(_ body: Int) -> [(Int, UInt32)] {
    var own: [Int] = []
    var values: [(Int, UInt32)] = []
    for part in children(body) {
      if kind(part) == .attributeItem { own.append(part) }
      guard kind(part) == .enumVariant, let nameNode = child(part, fields.name) else { continue }
      let symbol = declare(draft.text(of: nameNode), .constant, at: part)
      readAttributes(own, of: symbol)
      own = []
      var variant = binding(draft.name(of: nameNode), .enumCase, symbol)
      variant.marks.insert(.isStatic)
      variant.type = selfType
      let payload = child(part, fields.body)
      if let payload { variant.parameters = readPayload(payload, of: nameNode) }
      draft.add(variant)
      if let value = child(part, fields.value) { values.append((value, symbol)) }
    }
    return values
  }

  /// What a variant holds is a type by the variant's name, which only patterns see.
  private mutating func readPayload(_ body: Int, of nameNode: Int) -> [UInt32] {
    let owner = draft.add(binding(draft.name(of: nameNode), .type, Outline.none))
    let first = draft.outline.bindings.count
    draft.open(.type, owner: owner)
    readFields(body, hasSymbols: false)
    draft.close()
    guard kind(body) == .orderedFieldList else { return [] }
    return draft.outline.bindings[first...].filter { $0.kind == .variable }.map(\.type)
  }

  // MARK: Traits

  mutating func readTrait(_ index: Int, _ attributes: [Int]) {
    guard let nameNode = child(index, fields.name) else { return }
    let (_, _, outer) = openType(index, nameNode, attributes, isTrait: true)
    signature { walk in
      let generics = walk.readGenerics(index)
      walk.openSelf(nameNode, generics)
      if let bounds = walk.child(index, walk.fields.bounds) {
        for bound in walk.readBounds(bounds, .inherit) { walk.draft.addSupertype(bound) }
      }
      walk.finishGenerics(generics, index)
    }
    if let body = child(index, fields.body) { readMembers(body) }
    closeType(outer)
  }

  private mutating func readMembers(_ body: Int) {
    let outerDepth = functionDepth
    functionDepth = 0
    readItems(body)
    functionDepth = outerDepth
  }

  // MARK: Implementations

  /// A type without a name that others can use, which is a part of the one that it is for: its scope
  /// bears the path of that type, as it is written.
  mutating func readImpl(_ index: Int, _ attributes: [Int]) {
    guard let typeNode = child(index, fields.type) else { return }
    let path = implementedPath(typeNode)
    unnamed += 1
    var declared = binding(draft.name("impl \(unnamed)"), .type, Outline.none)
    declared.marks.insert(.isPartial)
    let owner = draft.add(declared)
    let simple = path.split(separator: ":").last.map(String.init) ?? path
    let (outerSelf, outerTrait) = (selfType, implementedTrait)
    let symbol = typeSymbol(named: simple) ?? draft.symbol
    draft.open(.type, owner: owner, symbol: symbol)
    draft.setNamespace(path)
    draft.openPrefix(draft.qualified(simple.isEmpty ? "impl" : simple))
    let traitNode = child(index, fields.trait)
    signature { walk in
      walk.readImplHeading(index, typeNode, traitNode)
      walk.draft.update(owner) { $0.type = walk.selfType }
    }
    implementedTrait = traitNode.map { pathText($0) } ?? ""
    readAttributes(attributes, of: Reference.fileLevel)
    if let body = child(index, fields.body) { readMembers(body) }
    implementedTrait = outerTrait
    closeType(outerSelf)
  }

  private mutating func readImplHeading(_ index: Int, _ typeNode: Int, _ traitNode: Int?) {
    var generics = readGenerics(index)
    place(&generics, by: typeNode)
    selfType = readType(typeNode, .type)
    if let traitNode { draft.addSupertype(readType(traitNode, .implement)) }
    finishGenerics(generics, index)
  }

  /// The path of the type that members are added to; empty for one that the language composes.
  private func implementedPath(_ index: Int) -> String {
    switch kind(index) {
    case .typeIdentifier, .scopedType, .primitiveType: return pathText(index)
    case .genericType: return child(index, fields.type).map { implementedPath($0) } ?? ""
    case .referenceType: return ""
    case .dynamicType, .abstractType:
      return child(index, fields.trait).map { implementedPath($0) } ?? ""
    case .boundedType:
      return parts(index).first { kind($0)?.isType ?? false }
        .map { implementedPath($0) } ?? ""
    default: return ""
    }
  }

  /// The type of this file that has a name, which an implementation here is most likely for.
  private func typeSymbol(named name: String) -> UInt32? {
    typeSymbols[name]
  }
}
