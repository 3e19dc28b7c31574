internal import Facts
internal import TreeSitterBinding

/// Classes, traits, objects, enumerations and what they are derived from.
extension ScalaWalk {
  /// What the modifiers of a declaration say.
  struct Modifiers {
    var words: Set<String> = []
    var annotations: [Int] = []

    /// Seen in the own file at most: `private[models]` is more than that.
    var isPrivate: Bool { words.contains("private") }
    var isImplicit: Bool { words.contains("implicit") }
  }

  func modifiers(_ index: Int) -> Modifiers {
    var found = Modifiers()
    for part in children(index) {
      if kind(part) == .annotation { found.annotations.append(part) }
      if kind(part) == .modifiers {
        for word in children(part) { found.words.insert(draft.text(of: word)) }
      }
      if draft.isText(part, "case") { found.words.insert("case") }
    }
    return found
  }

  /// A declaration at the level of the file or of a type.
  mutating func readMember(_ index: Int) {
    switch kind(index) {
    case .package: readPackage(index)
    case .packageObject: readPackageObject(index)
    case .importDeclaration, .export: readImport(index)
    case .classDefinition, .traitDefinition, .enumDefinition: readClass(index)
    case .objectDefinition: readObject(index)
    case .function, .functionDeclaration: readFunction(index)
    case .val, .variable: readValue(index)
    case .valDeclaration, .varDeclaration: readValueDeclaration(index)
    case .typeDefinition: readAlias(index)
    case .given: readGiven(index)
    case .extensionDefinition: readExtension(index)
    case .enumCases: readEnumCases(index)
    case .comment, .blockComment, .selfType, .endMarker: break
    case .error: for part in children(index) { readMember(part) }
    case nil: break
    default: visit(index)
    }
  }

  private mutating func readClass(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    let isTrait = kind(index) == .traitDefinition
    let isCase = modifiers.words.contains("case")
    let isAbstract =
      isTrait || modifiers.words.contains("abstract") || modifiers.words.contains("sealed")
    let name = nameText(nameNode)
    let owner = openType(index, name, modifiers, isAbstract ? .abstract : [])
    if isTrait { draft.update(owner) { $0.marks.insert(.isInterface) } }
    addCompanion(name, at: nameNode)
    readTypeParameters(index)
    let heads = readSupertypes(index)
    readConstructor(index, name, isCase: isCase || kind(index) == .enumDefinition)
    let symbol = draft.symbol
    readAnnotations(modifiers.annotations, of: symbol)
    for head in heads { readHead(head) }
    readBody(index)
    closeType()
    if modifiers.isImplicit { addExtensions(of: owner) }
  }

  /// What the companion has is what Java sees as static members of the class.
  mutating func addCompanion(_ name: String, at index: Int) {
    guard objectNames.contains(name) else { return }
    draft.openSignature()
    draft.addSupertype(draft.add(.name, .silentType, name: draft.name(name + "$"), at: index))
    draft.closeSignature()
  }

  mutating func readObject(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    let name = nameText(nameNode)
    let isCompanion = companions.last?.contains(name) ?? false
    let mark = keyMark
    if isCompanion { keyMark += "$" }
    let value = draft.add(
      Outline.Binding(
        name: draft.name(name), kind: .variable, marks: .isStatic, scope: draft.scope))
    let owner = openType(index, name, modifiers, [], binding: isCompanion ? name + "$" : name)
    objectScopes.insert(draft.scope)
    let heads = readSupertypes(index)
    for head in heads { readHead(head) }
    draft.openSignature()
    let instance = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    draft.update(owner) { $0.marks.insert(.isStatic) }
    let (symbol, inner) = (draft.outline.bindings[Int(owner)].symbol, draft.scope)
    draft.update(value) {
      $0.symbol = symbol
      $0.type = instance
      $0.inner = inner
      if modifiers.isPrivate { $0.marks.insert(.isPrivate) }
    }
    if isApplication(heads) { markEntryPoint(symbol) }
    readAnnotations(modifiers.annotations, of: draft.symbol)
    if isCompanion { addApply(name, at: index) }
    readBody(index)
    closeType()
    keyMark = mark
  }

  /// `object Main extends App`: what it holds is the program.
  private func isApplication(_ heads: [Head]) -> Bool {
    heads.contains { ["App", "IOApp", "ZIOAppDefault"].contains(simpleName($0.node)) }
  }

  private mutating func markEntryPoint(_ symbol: UInt32) {
    guard symbol != Outline.none else { return }
    for place in draft.facts.declarations.indices
    where draft.facts.declarations[place].symbol == symbol {
      draft.facts.declarations[place].traits.insert(.entryPoint)
    }
  }

  /// Calling the companion of a case class makes an instance, unless it says otherwise.
  private mutating func addApply(_ name: String, at index: Int) {
    guard let made = caseClasses[draft.outline.scopes[Int(draft.scope)].parent]?[name] else {
      return
    }
    let type = draft.outline.bindings[Int(made.type)]
    let constructor = draft.outline.bindings[Int(made.constructor)]
    var binding = Outline.Binding(
      name: draft.name("apply"), kind: .function, marks: .isStatic, scope: draft.scope)
    binding.symbol = type.symbol
    binding.parameters = constructor.parameters
    binding.least = constructor.least
    binding.most = constructor.most
    draft.openSignature()
    binding.type = draft.add(.name, .silentType, name: type.name, at: index)
    draft.closeSignature()
    draft.add(binding)
  }

  /// Opens a type inside the scope that is open; its binding.
  func isLocalType() -> Bool { draft.isInFunction || anonymousDepth > 0 }

  mutating func openType(
    _ index: Int, _ name: String, _ modifiers: Modifiers, _ traits: Declaration.Traits,
    binding bound: String? = nil
  ) -> UInt32 {
    let isLocal = isLocalType()
    if isLocal { innerTypes += 1 }
    let key = draft.qualified(name) + keyMark + (isLocal ? "$\(innerTypes)" : "")
    let symbol = draft.declare(name, .type, key: key, at: index, traits: traits)
    var binding = Outline.Binding(
      name: draft.name(bound ?? name), kind: .type, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    let owner = draft.add(binding)
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    return owner
  }

  mutating func closeType() {
    draft.closePrefix()
    draft.close()
  }

  mutating func readBody(_ index: Int) {
    guard let body = child(index, fields.body) else { return }
    let depth = receivers.count
    let outer = placeholder
    placeholder = Outline.none
    for part in children(body) where kind(part) == .selfType { readSelfType(part) }
    readMembers(Array(children(body)))
    placeholder = outer
    receivers.removeSubrange(depth...)
  }

  /// `self: Profile with Other =>`: what the instance is as well, and its name.
  private mutating func readSelfType(_ index: Int) {
    draft.openSignature()
    for part in parts(index) {
      if isType(part) {
        readSelfTypes(part)
      } else if kind(part) == .identifier, !draft.isText(part, "this") {
        var binding = Outline.Binding(
          name: name(part), kind: .variable, marks: .isPrivate, scope: draft.scope)
        binding.type = draft.add(.selfValue, .silent, at: part)
        draft.add(binding)
      }
    }
    draft.closeSignature()
  }

  private mutating func readSelfTypes(_ index: Int) {
    if kind(index) == .compoundType || kind(index) == .infixType {
      for part in parts(index) where isType(part) { readSelfTypes(part) }
    } else {
      draft.addSupertype(readType(index, .type))
    }
  }

  // MARK: Type parameters

  mutating func readTypeParameters(_ index: Int) {
    guard let list = first(index, .typeParameters) else { return }
    draft.openSignature()
    readTypeParameterList(list)
    draft.closeSignature()
  }

  private mutating func readTypeParameterList(_ list: Int) {
    var position: UInt8 = 0
    var last: UInt32?
    func names(_ index: Int) -> [Int] {
      kind(index) == .covariant || kind(index) == .contravariant
        ? Array(children(index)) : [index]
    }
    for part in parts(list).flatMap(names) {
      switch kind(part) {
      case .identifier, .typeIdentifier:
        var binding = Outline.Binding(
          name: name(part), kind: .typeParameter, scope: draft.scope)
        binding.least = position
        last = draft.add(binding)
        position = position &+ 1
      case .upperBound:
        let type = parts(part).first.map { readType($0, .type) } ?? Outline.none
        if let last { draft.update(last) { $0.type = type } }
      case .lowerBound, .viewBound, .contextBound:
        for type in parts(part) { readType(type, .type) }
      default: break
      }
    }
  }

  // MARK: Supertypes

  /// What stands behind a type that another is derived from.
  struct Head {
    var type: UInt32
    var node: Int
    var arguments: [Int]
  }

  mutating func readSupertypes(_ index: Int) -> [Head] {
    if let list = first(index, .derives) {
      for part in parts(list) { readType(part, .type) }
    }
    guard let list = first(index, .extends) else { return [] }
    draft.openSignature()
    defer { draft.closeSignature() }
    var heads: [Head] = []
    readSupertypes(parts(list), &heads)
    return heads
  }

  private mutating func readSupertypes(_ nodes: [Int], _ heads: inout [Head]) {
    for part in nodes {
      switch kind(part) {
      case .arguments: if !heads.isEmpty { heads[heads.count - 1].arguments.append(part) }
      case .compoundType, .appliedConstructor: readSupertypes(parts(part), &heads)
      case .annotation: readAnnotation(part, of: draft.symbol)
      case .refinement, .structuralType, .earlyDefinitions: break
      default:
        guard isType(part) || kind(part) == .identifier else { continue }
        if let name = first(part, .annotation) { readAnnotation(name, of: draft.symbol) }
        let type = readType(part, .inherit)
        draft.addSupertype(type)
        heads.append(Head(type: type, node: part, arguments: []))
      }
    }
  }

  mutating func readHead(_ head: Head) {
    guard let arguments = head.arguments.first else { return }
    addTable(head)
    let operands = readArguments(arguments, Given())
    _ = draft.add(.construct, .call, base: head.type, at: head.node, operands: operands)
    for list in head.arguments.dropFirst() { _ = readArguments(list, Given()) }
  }

  // MARK: Anonymous types

  /// `new Order(1) with Named { … }`.
  mutating func readInstance(_ index: Int) -> UInt32 {
    let body = parts(index).first { kind($0) == .templateBody || kind($0) == .withBody }
    let types = parts(index).filter { $0 != body }
    guard body != nil || types.contains(where: { kind($0) == .compoundType }) else {
      return readPlainInstance(types, at: index)
    }
    let owner = draft.add(Outline.Binding(name: draft.name(""), kind: .type, scope: draft.scope))
    draft.open(.type, owner: owner)
    var heads: [Head] = []
    draft.openSignature()
    readSupertypes(types, &heads)
    draft.closeSignature()
    innerTypes += 1
    draft.openPrefix(draft.qualified("$\(innerTypes)"))
    anonymousDepth += 1
    for head in heads { readHead(head) }
    if let body {
      let outer = placeholder
      placeholder = Outline.none
      readMembers(Array(children(body)))
      placeholder = outer
    }
    anonymousDepth -= 1
    let value = draft.add(.selfValue, .silent, at: index)
    closeType()
    return value
  }

  private mutating func readPlainInstance(_ nodes: [Int], at index: Int) -> UInt32 {
    guard let typeNode = nodes.first(where: { kind($0) != .arguments && kind($0) != .annotation })
    else { return visitChildren(index) }
    var type = typeNode
    var lists = nodes.filter { kind($0) == .arguments }
    if kind(typeNode) == .appliedConstructor, let inner = parts(typeNode).first {
      type = inner
      lists = parts(typeNode).filter { kind($0) == .arguments }
    }
    let base = readType(type, .silentType)
    addLifetime(ofNew: simpleName(type), at: typeNode)
    let operands = lists.first.map { readArguments($0, Given()) } ?? []
    let term = draft.add(.construct, .call, base: base, at: typeNode, operands: operands)
    for list in lists.dropFirst() { _ = readArguments(list, Given()) }
    return term
  }
}
