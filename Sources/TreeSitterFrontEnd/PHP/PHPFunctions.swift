internal import Facts
internal import TreeSitterBinding

/// Functions, methods, closures.
extension PHPWalk {
  /// A function of a namespace, wherever it stands.
  mutating func readFunction(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let documentation = doc
    doc = nil
    let name = draft.text(of: nameNode)
    let symbol = declare(name, .function, qualified: space.declared(name), at: index)
    draft.functions.append((draft.node(index).start, symbol))
    var binding = Outline.Binding(
      name: draft.name(PHPName.lower(name)), kind: .function, scope: space.scope)
    binding.symbol = symbol
    let outer = types
    types = []
    finish(index, draft.add(binding), symbol, documentation)
    types = outer
  }

  mutating func readMethod(_ index: Int, _ owner: UInt32) {
    guard let nameNode = child(index, fields.name) else { return }
    let documentation = doc
    doc = nil
    let name = draft.text(of: nameNode)
    let lower = PHPName.lower(name)
    let modifiers = modifiers(index)
    let hasBody = child(index, fields.body) != nil
    var symbol = draft.symbol
    if !isAnonymous {
      var traits: Declaration.Traits = hasBody ? [] : .abstract
      if !modifiers.isStatic, !modifiers.isFinal, !modifiers.isPrivate { traits.insert(.virtual) }
      symbol = declare(name, .method, qualified: memberName(name), at: index, traits: traits)
      draft.functions.append((draft.node(index).start, symbol))
    }
    if PHPNames.magicMembers.contains(lower) {
      draft.update(owner) { $0.marks.insert(.isExtended) }
    }
    var binding = Outline.Binding(
      name: draft.name(lower), kind: lower == "__construct" ? .constructor : .function,
      scope: draft.scope)
    binding.symbol = isAnonymous ? Outline.none : symbol
    if modifiers.isStatic { binding.marks.insert(.isStatic) }
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    finish(index, draft.add(binding), symbol, documentation)
    addScope(name, symbol, at: index)
  }

  /// Reads parameters, results and the body of a function that is declared.
  private mutating func finish(
    _ index: Int, _ binding: UInt32, _ symbol: UInt32, _ documentation: Int?
  ) {
    let tags = documentation.map { self.tags($0) } ?? []
    draft.open(.function, owner: binding, symbol: symbol)
    frames.append(PHPFrame())
    frame.templates = readTemplates(tags, at: index)
    readAttributes(index, of: symbol)
    readDocAnnotations(documentation, of: symbol)
    let documented = docParameters(tags)
    let parameters = readParameters(index, documented)
    let result = inSignature { walk in
      walk.declaredType(
        walk.child(index, walk.fields.returnType), walk.docType(tags, "return"),
        at: documentation ?? index)
    }
    draft.update(binding) {
      $0.type = result
      $0.parameters = parameters
    }
    readThrown(tags, at: documentation ?? index)
    if let body = child(index, fields.body) { visit(body) }
    addMeaning(of: binding, index)
    let isDeclared = child(index, fields.returnType) != nil
    let isKnown = draft.outline.bindings[Int(binding)].type != Outline.none
    if !isKnown, !isDeclared { inferResult(of: binding) }
    frames.removeLast()
    draft.close()
  }

  /// What the library makes of a method by what it gives back.
  private mutating func addMeaning(of binding: UInt32, _ index: Int) {
    guard !types.isEmpty, let nameNode = child(index, fields.name) else { return }
    addAccessor(nameNode)
    if let type = relationType(nameNode) {
      draft.update(binding) {
        $0.type = type
        $0.marks.remove(.isInferred)
      }
    }
  }

  /// `@throws` says what nothing else does; it is no use of its own where the body throws.
  private mutating func readThrown(_ tags: [PHPDocTag], at index: Int) {
    for tag in tags where tag.name == "uses" || tag.name == "covers" {
      var reader = PHPDocTypeReader(tag.rest)
      guard let type = reader.read() else { continue }
      _ = inSignature { $0.docTerm(type, .type, at: index) }
    }
  }

  /// A function that returns one thing without saying its type.
  private mutating func inferResult(of binding: UInt32) {
    let results = frame.results
    guard let last = results.last, results.count < 16 else { return }
    let term = inSignature { $0.silentValue(last) }
    guard term != Outline.none else { return }
    draft.update(binding) {
      $0.type = term
      $0.marks.insert(.isInferred)
    }
  }

  /// The types of parameters, whose names become variables of the open frame.
  private mutating func readParameters(
    _ index: Int, _ documented: [String: PHPDocType]
  ) -> [UInt32] {
    guard let list = child(index, fields.parameters) else { return [] }
    var types: [UInt32] = []
    for part in children(list) {
      switch kind(part) {
      case .parameter, .variadicParameter, .promotedParameter:
        types.append(readParameter(part, documented))
      default: break
      }
    }
    return types
  }

  private mutating func readParameter(
    _ index: Int, _ documented: [String: PHPDocType]
  ) -> UInt32 {
    guard let nameNode = child(index, fields.name) else { return Outline.none }
    let isPromoted = kind(index) == .promotedParameter
    let text = draft.text(of: nameNode)
    var type = Outline.none
    if isPromoted, let known = self.types.last?.properties[draft.name(of: nameNode)],
      known != UInt32.max
    {
      type = draft.outline.bindings[Int(known)].type
    } else {
      type = inSignature { walk in
        walk.declaredType(walk.child(index, walk.fields.type), documented[text], at: index)
      }
    }
    if type == Outline.none, let value = child(index, fields.defaultValue) {
      type = inSignature { $0.silentValue(value) }
    }
    if !isPromoted { readAttributes(index, of: draft.symbol) }
    if let value = child(index, fields.defaultValue) { visit(value) }
    return addParameter(nameNode, type, isVariadic: kind(index) == .variadicParameter)
  }

  private mutating func addParameter(
    _ nameNode: Int, _ type: UInt32, isVariadic: Bool
  ) -> UInt32 {
    let name = draft.name(of: nameNode)
    var type = type
    if isVariadic, type != Outline.none {
      type = inSignature { $0.draft.add(.sequence, .silentType, base: type, at: nameNode) }
    }
    let value =
      type == Outline.none ? type : draft.add(.value, .silent, base: type, at: nameNode)
    frame.locals[name] = value
    frame.parameters[name] = type
    return type
  }

  // MARK: Closures

  /// `function (…) use (…) {…}`, `fn (…) => …`; `given` are the values of parameters without types.
  mutating func visitClosure(_ index: Int, given: [UInt32] = []) {
    var inner = PHPFrame()
    inner.templates = frame.templates
    inner.globals = frame.globals
    if kind(index) == .arrowFunction {
      inner.locals = frame.locals
      inner.parameters = frame.parameters
    } else if let list = first(index, .closureUse) {
      for part in parts(list) {
        let variable = kind(part) == .byReference ? first(part, .variable) : part
        guard let variable else { continue }
        let name = draft.name(of: variable)
        inner.locals[name] = frame.locals[name] ?? Outline.none
      }
    }
    let tags = doc.map { self.tags($0) } ?? []
    doc = nil
    frames.append(inner)
    let names = child(index, fields.parameters).map { list in
      children(list).compactMap { child($0, fields.name) }.map { draft.name(of: $0) }
    }
    _ = readParameters(index, docParameters(tags))
    for (position, name) in (names ?? []).enumerated() where position < given.count {
      if frame.locals[name] == Outline.none { frame.locals[name] = given[position] }
    }
    if let type = child(index, fields.returnType) {
      _ = inSignature { $0.readNativeType(type, .type) }
    }
    if let attributes = child(index, fields.attributes) {
      readAttributeList(attributes, draft.symbol)
    }
    if let body = child(index, fields.body) { visit(body) }
    frames.removeLast()
  }

  // MARK: Anonymous classes

  /// `new class (…) extends Base {…}`: the type of what it makes.
  mutating func visitAnonymousClass(_ index: Int) -> UInt32 {
    innerTypes += 1
    let name = draft.name("|\(innerTypes)")
    let owner = draft.add(Outline.Binding(name: name, kind: .type, scope: draft.scope))
    draft.open(.type, owner: owner)
    var type = PHPTypeFrame(scope: draft.scope)
    type.isAnonymous = true
    types.append(type)
    let list = first(index, .declarationList)
    for use in list.map({ children($0).filter { kind($0) == .traitUse } }) ?? [] {
      addSupertypes(use, .inherit)
    }
    for part in children(index) where kind(part) == .base {
      types[types.count - 1].parent = parts(part).first.map {
        space.className(draft.text(of: $0))
      }
      types[types.count - 1].isDerived = true
      addSupertypes(part, .inherit)
    }
    for part in children(index) where kind(part) == .interfaces { addSupertypes(part, .implement) }
    if let list {
      frames.append(PHPFrame())
      readMembers(Array(children(list)), owner)
      frames.removeLast()
    }
    types.removeLast()
    draft.close()
    return draft.add(.name, .silentType, name: name, at: index)
  }

  private mutating func addSupertypes(_ index: Int, _ use: Term.Use) {
    for part in children(index) where isClassName(part) {
      draft.addSupertype(inSignature { $0.classTerm(part, use) })
    }
  }
}
