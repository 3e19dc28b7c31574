internal import Facts
internal import TreeSitterBinding

/// Type parameters, what bounds them, and what is said of them behind `where`.
extension RustWalk {
  /// The type parameters of one item while its heading is read.
  struct Generics {
    var parameters: [(name: UInt32, binding: UInt32, bounds: [UInt32])] = []
  }

  /// Opens the parameters of an item; their bounds are complete after ``finishGenerics(_:_:)``.
  mutating func readGenerics(_ index: Int) -> Generics {
    var generics = Generics()
    guard let list = child(index, fields.typeParameters) else { return generics }
    let nodes = parts(list).filter { kind($0) != .attributeItem }
    for part in nodes { addParameter(part, to: &generics) }
    var position = 0
    for part in nodes {
      guard let name = parameterName(part) else { continue }
      let isType = position < generics.parameters.count
      guard isType, generics.parameters[position].name == draft.name(of: name) else { continue }
      readParameterBounds(part, &generics.parameters[position].bounds)
      position += 1
    }
    return generics
  }

  private mutating func addParameter(_ part: Int, to generics: inout Generics) {
    if kind(part) == .constParameter {
      child(part, fields.type).map { _ = readType($0, .type) }
      return
    }
    guard let nameNode = parameterName(part) else { return }
    let name = draft.name(of: nameNode)
    var declared = binding(name, .typeParameter, Outline.none)
    declared.least = UInt8(clamping: generics.parameters.count)
    generics.parameters.append((name, draft.add(declared), []))
  }

  /// The name of a type parameter, in whichever form; nil for lifetimes and constants.
  private func parameterName(_ index: Int) -> Int? {
    switch kind(index) {
    case .typeIdentifier, .identifier: return index
    case .typeParameter: return child(index, fields.name)
    case .constrainedParameter: return child(index, fields.left).flatMap { parameterName($0) }
    case .optionalParameter: return child(index, fields.name).flatMap { parameterName($0) }
    default: return nil
    }
  }

  private mutating func readParameterBounds(_ index: Int, _ bounds: inout [UInt32]) {
    if let list = child(index, fields.bounds) { bounds += readBounds(list, .type) }
    if let inner = child(index, fields.name), kind(inner) == .constrainedParameter {
      readParameterBounds(inner, &bounds)
    }
    if let other = child(index, fields.defaultType) { _ = readType(other, .type) }
  }

  /// What is said behind `where` belongs to the parameters as well.
  mutating func finishGenerics(_ generics: Generics, _ index: Int) {
    var generics = generics
    for clause in children(index) where kind(clause) == .whereClause {
      for predicate in children(clause) where kind(predicate) == .wherePredicate {
        readPredicate(predicate, &generics)
      }
    }
    for parameter in generics.parameters where !parameter.bounds.isEmpty {
      let type = combined(parameter.bounds, at: index)
      draft.update(parameter.binding) { $0.type = type }
    }
  }

  private mutating func readPredicate(_ index: Int, _ generics: inout Generics) {
    guard let left = child(index, fields.left), kind(left) != .lifetime else { return }
    let bounds = child(index, fields.bounds).map { readBounds($0, .type) } ?? []
    let named = kind(left) == .higherRanked ? child(left, fields.type) ?? left : left
    let name = draft.name(of: named)
    if let known = generics.parameters.firstIndex(where: { $0.name == name }) {
      generics.parameters[known].bounds += bounds
    } else {
      _ = readType(left, .type)
    }
  }

  /// The types of bounds, without lifetimes and without what says nothing of members.
  mutating func readBounds(_ list: Int, _ use: Term.Use) -> [UInt32] {
    parts(list).flatMap { readBound($0, use) }
  }

  mutating func readBound(_ index: Int, _ use: Term.Use) -> [UInt32] {
    switch kind(index) {
    case .boundedType: return parts(index).flatMap { readBound($0, use) }
    case .higherRanked: return child(index, fields.type).map { readBound($0, use) } ?? []
    case .lifetime, .removedBound: return []
    case .typeIdentifier where RustNames.markers.contains(draft.text(of: index)): return []
    default:
      let type = readType(index, use)
      return type == Outline.none ? [] : [type]
    }
  }

  /// One type that has the members of all bounds.
  mutating func combined(_ bounds: [UInt32], at index: Int) -> UInt32 {
    // A declaration is not made of what a body says.
    guard bounds.count > 1, bounds.allSatisfy({ $0 & Terms.bodyBit == 0 }) else {
      return bounds.first ?? Outline.none
    }
    unnamed += 1
    let name = draft.name("bounds \(unnamed)")
    var declared = binding(name, .type, Outline.none)
    declared.marks.insert(.isInterface)
    // What a type declares is not found by its name alone.
    while draft.outline.scopes[Int(declared.scope)].kind == .type {
      declared.scope = draft.outline.scopes[Int(declared.scope)].parent
    }
    let owner = draft.add(declared)
    draft.open(.type, owner: owner)
    for bound in bounds { draft.addSupertype(bound) }
    draft.close()
    return draft.add(.name, .silentType, name: name, at: index)
  }

  /// The parameters of an implementation stand where the type has them: `impl<A, B> Pair<B, A>`.
  mutating func place(_ generics: inout Generics, by typeNode: Int) {
    var arguments: [UInt32] = []
    if kind(typeNode) == .genericType, let list = child(typeNode, fields.typeArguments) {
      arguments = parts(list).filter { kind($0) != .lifetime }.map { draft.name(of: $0) }
    }
    for parameter in generics.parameters {
      let position = arguments.firstIndex(of: parameter.name) ?? 254
      draft.update(parameter.binding) { $0.least = UInt8(clamping: position) }
    }
  }
}
