internal import Facts
internal import TreeSitterBinding

/// Classes, interfaces, objects and what they are derived from.
extension KotlinWalk {
  /// What the modifiers of a declaration say.
  struct Modifiers {
    var words: Set<String> = []
    var annotations: [Int] = []

    var isPrivate: Bool { words.contains("private") }
  }

  func modifiers(_ index: Int) -> Modifiers {
    var found = Modifiers()
    guard let list = first(index, .modifiers) ?? first(index, .parameterModifiers) else {
      return found
    }
    for part in children(list) {
      if kind(part) == .annotation {
        found.annotations.append(part)
      } else {
        found.words.insert(draft.text(of: part))
      }
    }
    return found
  }

  /// A declaration at the level of the file or of a type.
  mutating func readMember(_ index: Int) {
    switch kind(index) {
    case .classDeclaration: readClass(index)
    case .objectDeclaration: readObject(index)
    case .companionObject: readCompanion(index)
    case .function: readFunction(index)
    case .property: readProperty(index)
    case .typeAlias: readAlias(index)
    case .secondaryConstructor: readConstructor(index)
    case .initializer: for part in children(index) { visit(part) }
    case .enumEntry: readEnumEntry(index)
    case .lineComment, .blockComment: break
    case .error, nil: for part in children(index) { readMember(part) }
    default: visit(index)
    }
  }

  private mutating func readClass(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    let isInterface = has(index, "interface")
    let isAbstract =
      isInterface || modifiers.words.contains("abstract") || modifiers.words.contains("sealed")
    let name = nameText(nameNode)
    let owner = openType(index, name, isAbstract ? .abstract : [])
    if isInterface { draft.update(owner) { $0.marks.insert(.isInterface) } }
    readTypeParameters(index)
    readConstraints(index)
    let heads = readSupertypes(index)
    let mark = draft.localMark
    if let constructor = first(index, .primaryConstructor) {
      readPrimaryConstructor(constructor, name, isData: modifiers.words.contains("data"))
    }
    for head in heads { readHead(head) }
    let symbol = draft.symbol
    readAnnotations(modifiers.annotations, of: symbol)
    addTable(name, symbol, modifiers.annotations.count)
    readBody(index, localMark: mark)
    closeType()
  }

  private mutating func readObject(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    _ = openType(index, nameText(nameNode), [])
    objectScopes.insert(draft.scope)
    for head in readSupertypes(index) { readHead(head) }
    addInstance(index)
    readAnnotations(modifiers.annotations, of: draft.symbol)
    let mark = draft.localMark
    readBody(index, localMark: mark)
    closeType()
  }

  /// The instance of an object by the name that Java has for it.
  private mutating func addInstance(_ index: Int) {
    var binding = Outline.Binding(
      name: draft.name("INSTANCE"), kind: .variable, marks: .isStatic, scope: draft.scope)
    binding.symbol = anonymousDepth == 0 ? draft.symbol : Outline.none
    draft.openSignature()
    binding.type = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    draft.add(binding)
  }

  /// What a companion has can be named as if the class around it had it.
  private mutating func readCompanion(_ index: Int) {
    let name = child(index, fields.name).map { nameText($0) } ?? "Companion"
    let outer = draft.scope
    let modifiers = modifiers(index)
    _ = openType(index, name, [])
    objectScopes.insert(draft.scope)
    for head in readSupertypes(index) { readHead(head) }
    readAnnotations(modifiers.annotations, of: draft.symbol)
    let mark = draft.localMark
    readBody(index, localMark: mark)
    closeType()
    guard draft.outline.scopes[Int(outer)].kind == .type else { return }
    draft.openSignature()
    draft.addSupertype(draft.add(.name, .silentType, name: draft.name(name), at: index))
    draft.closeSignature()
  }

  /// Opens a type inside the scope that is open; its binding.
  private mutating func openType(
    _ index: Int, _ name: String, _ traits: Declaration.Traits
  ) -> UInt32 {
    let isLocal = draft.isInFunction || anonymousDepth > 0
    if isLocal { innerTypes += 1 }
    let key = isLocal ? draft.qualified(name) + "$\(innerTypes)" : nil
    let symbol = draft.declare(name, .type, key: key, at: index, traits: traits)
    var binding = Outline.Binding(
      name: draft.name(name), kind: .type, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    if modifiers(index).isPrivate { binding.marks.insert(.isPrivate) }
    let owner = draft.add(binding)
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    return owner
  }

  private mutating func closeType() {
    draft.closePrefix()
    draft.close()
  }

  /// The members of a type. Its constructor's parameters can be seen where properties are set, and
  /// nowhere else.
  private mutating func readBody(_ index: Int, localMark mark: Int) {
    let floor = receiverFloor
    receiverFloor = receivers.count
    defer { receiverFloor = floor }
    let body = first(index, .classBody) ?? first(index, .enumBody)
    let members = body.map { Array(children($0)) } ?? []
    for member in members where kind(member) == .property || kind(member) == .initializer {
      readMember(member)
    }
    draft.forgetLocals(since: mark)
    for member in members where kind(member) != .property && kind(member) != .initializer {
      readMember(member)
    }
  }

  // MARK: Type parameters

  mutating func readTypeParameters(_ index: Int) {
    guard let list = first(index, .typeParameters) else { return }
    draft.openSignature()
    var position: UInt8 = 0
    for parameter in children(list) where kind(parameter) == .typeParameter {
      guard let nameNode = first(parameter, .identifier) else { continue }
      var binding = Outline.Binding(name: name(nameNode), kind: .typeParameter, scope: draft.scope)
      binding.least = position
      if let bound = children(parameter).first(where: { isType($0) }) {
        binding.type = readType(bound, .type)
      }
      draft.add(binding)
      position = position &+ 1
    }
    draft.closeSignature()
  }

  mutating func readConstraints(_ index: Int) {
    guard let list = first(index, .typeConstraints) else { return }
    draft.openSignature()
    for constraint in children(list) where kind(constraint) == .typeConstraint {
      for part in children(constraint) where isType(part) { _ = readType(part, .type) }
    }
    draft.closeSignature()
  }

  // MARK: Supertypes

  /// What stands behind a type that another is derived from: arguments, or what it delegates to.
  private struct Head {
    var type: UInt32
    var node: Int
    var arguments: Int?
    var delegate: Int?
  }

  private mutating func readSupertypes(_ index: Int) -> [Head] {
    guard let list = first(index, .delegationSpecifiers) else { return [] }
    draft.openSignature()
    defer { draft.closeSignature() }
    var heads: [Head] = []
    for specifier in children(list) where kind(specifier) == .delegationSpecifier {
      for part in children(specifier) {
        switch kind(part) {
        case .annotation: readAnnotation(part, of: draft.symbol)
        case .constructorInvocation, .explicitDelegation:
          guard let typeNode = children(part).first(where: { isType($0) }) else { continue }
          let type = readType(typeNode, .inherit)
          draft.addSupertype(type)
          heads.append(
            Head(
              type: type, node: typeNode, arguments: first(part, .valueArguments),
              delegate: kind(part) == .explicitDelegation
                ? Array(parts(part)).last { $0 != typeNode } : nil))
        default:
          // Every type is derived from it.
          guard isType(part), !draft.isText(part, "Any") else { continue }
          draft.addSupertype(readType(part, .inherit))
        }
      }
    }
    return heads
  }

  private mutating func readHead(_ head: Head) {
    if let delegate = head.delegate { visit(delegate) }
    guard let arguments = head.arguments else { return }
    let operands = readArguments(arguments)
    _ = draft.add(.construct, .call, base: head.type, at: head.node, operands: operands)
  }

  /// The body of an anonymous object, or of an enumeration's entry.
  mutating func readAnonymous(_ index: Int) -> UInt32 {
    let owner = draft.add(
      Outline.Binding(name: draft.name(""), kind: .type, scope: draft.scope))
    draft.open(.type, owner: owner)
    let heads = readSupertypes(index)
    innerTypes += 1
    draft.openPrefix(draft.qualified("$\(innerTypes)"))
    anonymousDepth += 1
    for head in heads { readHead(head) }
    let mark = draft.localMark
    readBody(index, localMark: mark)
    anonymousDepth -= 1
    let value = draft.add(.selfValue, .silent, at: index)
    closeType()
    return value
  }

  private mutating func readEnumEntry(_ index: Int) {
    guard let nameNode = first(index, .identifier) else { return }
    let symbol = draft.declare(nameText(nameNode), .constant, at: index)
    var binding = Outline.Binding(
      name: name(nameNode), kind: .enumCase, marks: [.isStatic, .isInferred], scope: draft.scope)
    binding.symbol = symbol
    draft.openSignature()
    let type = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    binding.type = type
    draft.add(binding)
    readAnnotations(modifiers(index).annotations, of: symbol)
    if let arguments = first(index, .valueArguments) {
      let operands = readArguments(arguments)
      _ = draft.add(.construct, .call, base: type, at: index, operands: operands)
    }
    if first(index, .classBody) != nil { _ = readAnonymous(index) }
  }

  private mutating func readAlias(_ index: Int) {
    guard let nameNode = child(index, fields.type) ?? first(index, .identifier) else { return }
    var binding = Outline.Binding(
      name: name(nameNode), kind: .alias, marks: .isStatic, scope: draft.scope)
    if modifiers(index).isPrivate { binding.marks.insert(.isPrivate) }
    binding.symbol = draft.declare(nameText(nameNode), .alias, at: index)
    let owner = draft.add(binding)
    draft.open(.function, owner: owner, symbol: binding.symbol)
    readTypeParameters(index)
    draft.openSignature()
    let type = parts(index).last.map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    draft.close()
    draft.update(owner) {
      $0.type = type
      $0.inner = Outline.none
    }
    readAnnotations(modifiers(index).annotations, of: binding.symbol)
  }
}
