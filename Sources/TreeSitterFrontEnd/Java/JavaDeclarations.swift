internal import Facts
internal import TreeSitterBinding

/// Types and their members.
extension JavaWalk {
  /// What the modifiers of a declaration say.
  struct Modifiers {
    var isStatic = false
    var isFinal = false
    var isAbstract = false
    var isPrivate = false
    var isPublic = false
    var annotations: [Int] = []
  }

  func modifiers(_ index: Int) -> Modifiers {
    var found = Modifiers()
    guard let list = first(index, .modifiers) else { return found }
    for part in children(list) {
      switch kind(part) {
      case .annotation, .markerAnnotation: found.annotations.append(part)
      default:
        if draft.isText(part, "static") { found.isStatic = true }
        if draft.isText(part, "final") { found.isFinal = true }
        if draft.isText(part, "abstract") { found.isAbstract = true }
        if draft.isText(part, "private") { found.isPrivate = true }
        if draft.isText(part, "public") { found.isPublic = true }
      }
    }
    return found
  }

  /// A declaration at the level of the file, of a type, or in a block.
  mutating func readMember(_ index: Int) {
    switch kind(index) {
    case .classDeclaration, .interfaceDeclaration, .enumDeclaration, .recordDeclaration,
      .annotationType:
      readType(index)
    case .method, .annotationElement: readMethod(index)
    case .constructor, .compactConstructor: readConstructor(index)
    case .fieldDeclaration, .constantDeclaration: readFields(index)
    case .enumConstant: readEnumConstant(index)
    case .block, .staticInitializer: readBody(index)
    case .lineComment, .blockComment: break
    case nil:
      // Parts of a body that group others (`enum_body_declarations`), and what no rule fits.
      for part in children(index) { readMember(part) }
    default: visit(index)
    }
  }

  mutating func readType(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = draft.text(of: nameNode)
    let modifiers = modifiers(index)
    let isInterface = kind(index) == .interfaceDeclaration || kind(index) == .annotationType
    let isLocal = draft.isInFunction
    if isLocal { innerTypes += 1 }
    let key = isLocal ? draft.qualified(name) + "$\(innerTypes)" : nil
    let symbol = draft.declare(
      name, .type, key: key, at: index,
      traits: isInterface || modifiers.isAbstract ? .abstract : [])
    var binding = Outline.Binding(
      name: draft.name(of: nameNode), kind: .type, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    if isInterface { binding.marks.insert(.isInterface) }
    let owner = draft.add(binding)
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    readTypeParameters(index)
    readSupertypes(index)
    readAnnotations(modifiers.annotations, of: symbol)
    addExtensions(of: owner, index, modifiers)
    addTable(name, symbol, modifiers.annotations)
    if kind(index) == .recordDeclaration { readComponents(index, symbol) }
    if let body = child(index, fields.body) { readTypeBody(body) }
    draft.closePrefix()
    draft.close()
  }

  mutating func readTypeBody(_ body: Int) {
    let mark = draft.localMark
    for member in children(body) { readMember(member) }
    draft.forgetLocals(since: mark)
  }

  mutating func readTypeParameters(_ index: Int) {
    guard let list = child(index, fields.typeParameters) ?? first(index, .typeParameters) else {
      return
    }
    draft.openSignature()
    var position: UInt8 = 0
    for parameter in children(list) where kind(parameter) == .typeParameter {
      guard let name = children(parameter).first(where: { isTypeName($0) }) else { continue }
      var binding = Outline.Binding(
        name: draft.name(of: name), kind: .typeParameter, scope: draft.scope)
      binding.least = position
      if let bound = first(parameter, .typeBound) {
        let bounds = children(bound).map { readType($0, .type) }
        binding.type = bounds.first { $0 != Outline.none } ?? Outline.none
      }
      draft.add(binding)
      position = position &+ 1
    }
    draft.closeSignature()
  }

  private func isTypeName(_ index: Int) -> Bool {
    kind(index) == .typeIdentifier || kind(index) == .identifier
  }

  private mutating func readSupertypes(_ index: Int) {
    draft.openSignature()
    for part in children(index) {
      switch kind(part) {
      case .superclass:
        for type in children(part) { draft.addSupertype(readType(type, .inherit)) }
      case .superInterfaces, .extendsInterfaces:
        let use: Term.Use = kind(part) == .superInterfaces ? .implement : .inherit
        for list in children(part) where kind(list) == .typeList {
          for type in children(list) { draft.addSupertype(readType(type, use)) }
        }
      case .permits:
        for list in children(part) where kind(list) == .typeList {
          for type in children(list) { _ = readType(type, .type) }
        }
      default: break
      }
    }
    draft.closeSignature()
  }

  // MARK: Fields

  private mutating func readFields(_ index: Int) {
    guard let typeNode = child(index, fields.type) else { return }
    var modifiers = modifiers(index)
    if kind(index) == .constantDeclaration {
      modifiers.isStatic = true
      modifiers.isFinal = true
    }
    draft.openSignature()
    let type = readType(typeNode, .type)
    draft.closeSignature()
    for declarator in children(index) where kind(declarator) == .variableDeclarator {
      guard let name = child(declarator, fields.name) else { continue }
      draft.openSignature()
      let declared = sequence(of: type, declarator)
      draft.closeSignature()
      let value = child(declarator, fields.value)
      let symbol = declareField(name, declared, modifiers, value)
      readAnnotations(modifiers.annotations, of: symbol)
      if let value { visit(value) }
    }
  }

  private mutating func declareField(
    _ name: Int, _ type: UInt32, _ modifiers: Modifiers, _ value: Int?
  ) -> UInt32 {
    let isMutable =
      modifiers.isStatic && (!modifiers.isFinal || value.map(isMutableObject) ?? false)
    let isSymbol = anonymousDepth == 0
    let symbol =
      isSymbol
      ? draft.declare(
        draft.text(of: name), modifiers.isStatic && modifiers.isFinal ? .constant : .field,
        at: name, traits: isMutable ? .mutableState : [])
      : draft.symbol
    var binding = Outline.Binding(
      name: draft.name(of: name), kind: .variable, scope: draft.scope)
    if modifiers.isStatic { binding.marks.insert(.isStatic) }
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    if isMutable { binding.marks.insert(.isMutable) }
    binding.symbol = isSymbol ? symbol : Outline.none
    binding.type = type
    if modifiers.isFinal, let value, kind(value) == .string {
      binding.text = draft.name(literal(value))
    }
    draft.add(binding)
    return symbol
  }

  /// A final field whose object changes all the same: `new HashMap<>()`.
  private func isMutableObject(_ value: Int) -> Bool {
    guard kind(value) == .objectCreation, let type = child(value, fields.type) else { return false }
    return JavaNames.mutableTypes.contains(simpleName(type))
  }

  private mutating func readEnumConstant(_ index: Int) {
    guard let name = child(index, fields.name) else { return }
    let symbol = draft.declare(draft.text(of: name), .constant, at: index)
    var binding = Outline.Binding(
      name: draft.name(of: name), kind: .enumCase, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    draft.openSignature()
    let type = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    binding.type = type
    binding.marks.insert(.isInferred)
    draft.add(binding)
    if let arguments = child(index, fields.arguments) {
      let operands = readArguments(arguments, base: Outline.none, name: Outline.none)
      _ = draft.add(.construct, .call, base: type, at: index, operands: operands)
    }
    if let body = child(index, fields.body) { readAnonymousBody(body, derivedFrom: nil) }
  }

  /// Components of a record are fields with methods of the same name.
  private mutating func readComponents(_ index: Int, _ owner: UInt32) {
    guard let list = child(index, fields.parameters) else { return }
    var parameters: [UInt32] = []
    for part in children(list) where kind(part) == .formalParameter {
      guard let typeNode = child(part, fields.type), let name = child(part, fields.name) else {
        continue
      }
      let modifiers = modifiers(part)
      draft.openSignature()
      let type = readType(typeNode, .type)
      draft.closeSignature()
      parameters.append(type)
      let symbol = declareField(name, type, modifiers, nil)
      readAnnotations(modifiers.annotations, of: symbol)
      var accessor = Outline.Binding(
        name: draft.name(of: name), kind: .function, scope: draft.scope)
      (accessor.least, accessor.most) = (0, 0)
      accessor.symbol = symbol
      accessor.type = type
      draft.add(accessor)
    }
    guard let name = child(index, fields.name) else { return }
    var constructor = Outline.Binding(
      name: draft.name(of: name), kind: .constructor, scope: draft.scope)
    constructor.symbol = owner
    constructor.least = UInt8(clamping: parameters.count)
    constructor.most = constructor.least
    constructor.parameters = parameters
    draft.add(constructor)
  }
}

extension OutlineDraft {
  /// Whether the open scope lies in a function.
  var isInFunction: Bool {
    var next = scope
    while next != Outline.none {
      if outline.scopes[Int(next)].kind == .function { return true }
      next = outline.scopes[Int(next)].parent
    }
    return false
  }
}
