internal import Facts
internal import TreeSitterBinding

/// Classes and functions.
extension PythonWalk {
  /// What stands before a definition.
  struct Decorators {
    var nodes: [Int] = []
    var names: [String] = []
    /// Where the definition begins with them.
    var start: Int

    func has(_ name: String) -> Bool {
      names.contains { $0 == name || $0.hasSuffix("." + name) }
    }
  }

  mutating func readDecorated(_ index: Int) {
    var decorators = Decorators(start: index)
    for part in children(index) where kind(part) == .decorator {
      decorators.nodes.append(part)
      decorators.names.append(decoratorName(part))
    }
    guard let definition = child(index, fields.definition) else {
      visitChildren(index)
      return
    }
    switch kind(definition) {
    case .classDefinition: readClass(definition, decorators)
    case .functionDefinition: readFunction(definition, decorators)
    default: visit(definition)
    }
  }

  // MARK: Classes

  mutating func readClass(_ index: Int, _ decorators: Decorators) {
    guard let nameNode = child(index, fields.name) else {
      visitChildren(index)
      return
    }
    let name = draft.text(of: nameNode)
    let bases = baseNames(index)
    let isAbstract = bases.contains { PythonNames.abstractBases.contains($0) }
    let symbol = declare(name, .type, at: index, traits: isAbstract ? .abstract : [])
    let binding = bind(draft.name(of: nameNode), .type, symbol: symbol)
    draft.update(binding) {
      $0.marks.insert(.isStatic)
      if bases.contains("Protocol") { $0.marks.insert(.isInterface) }
    }
    readDecorators(decorators, of: symbol)
    draft.open(.type, owner: binding, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    readTypeParameters(index)
    readSupertypes(index)
    frames.append(PythonFrame(.type, scope: draft.scope))
    let mark = (draft.localMark, aliases.count)
    if let body = child(index, fields.body) { visitChildren(body) }
    addTables(ofClass: index, name, bases, symbol)
    leave(mark)
    draft.closePrefix()
    draft.close()
  }

  /// Forgets what the innermost frame knew.
  mutating func leave(_ mark: (locals: Int, aliases: Int)) {
    draft.forgetLocals(since: mark.locals)
    aliases.removeSubrange(mark.aliases...)
    frames.removeLast()
  }

  /// The last names of the supertypes.
  private func baseNames(_ index: Int) -> [String] {
    guard let list = child(index, fields.superclasses) else { return [] }
    return children(list).filter { kind($0) != .comment && kind($0) != .keywordArgument }
      .map(lastName)
  }

  private mutating func readSupertypes(_ index: Int) {
    guard let list = child(index, fields.superclasses) else { return }
    for part in children(list) {
      switch kind(part) {
      case .keywordArgument:
        if let value = child(part, fields.value) { visit(value) }
      case .comment, .dictionarySplat, .listSplat: break
      case .identifier, .attribute, .subscription:
        draft.addSupertype(inSignature { $0.readType(part, .inherit) })
      default:
        // A base that is made by a call: `namedtuple(…)`, `with_metaclass(Meta, Base)`.
        if let query = queryClass(part) {
          draft.addSupertype(inSignature { $0.silentValue(query) })
        }
        draft.addSupertype(inSignature { $0.madeSupertype(part) })
        visit(part)
      }
    }
  }

  /// `with_metaclass(Meta, Base)` is derived from its later arguments; others are not known.
  private mutating func madeSupertype(_ index: Int) -> UInt32 {
    let external = draft.builtIn(draft.name("object"))
    guard kind(index) == .call, let function = child(index, fields.function),
      let arguments = child(index, fields.arguments)
    else { return external }
    if queryClass(index) != nil, let base = child(function, fields.object) {
      return readType(base, .silentType)
    }
    let bases = children(arguments).dropFirst()
    if lastName(function) == "with_metaclass", let base = bases.first(where: { _ in true }) {
      return readType(base, .inherit)
    }
    let term = silentValue(index)
    return term == Outline.none ? external : term
  }

  /// `class Box[T: Base]`, `def first[T](…)`.
  private mutating func readTypeParameters(_ index: Int) {
    guard let list = child(index, fields.typeParameters) else { return }
    draft.openSignature()
    defer { draft.closeSignature() }
    var position: UInt8 = 0
    for part in children(list) {
      guard let name = firstIdentifier(part) else { continue }
      var binding = Outline.Binding(
        name: draft.name(of: name), kind: .typeParameter, scope: draft.scope)
      binding.least = position
      let constrained = kind(part) == .constrainedType ? part : first(part, .constrainedType)
      if let constrained, let bound = Array(children(constrained)).last, bound != name {
        binding.type = readType(bound, .type)
      }
      draft.add(binding)
      position = position &+ 1
    }
  }

  func firstIdentifier(_ index: Int) -> Int? {
    var next = index
    while next < Int(draft.node(index).end) {
      if kind(next) == .identifier { return next }
      next += 1
    }
    return nil
  }

  // MARK: Functions

  mutating func readFunction(_ index: Int, _ decorators: Decorators) {
    guard let nameNode = child(index, fields.name) else {
      visitChildren(index)
      return
    }
    let name = draft.text(of: nameNode)
    let isMethod = frame.kind == .type
    let isProperty = isMethod && decorators.names.contains(where: PythonNames.isProperty)
    let symbol = declareFunction(name, at: index, decorators, isMethod: isMethod)
    draft.functions.append((draft.node(decorators.start).start, symbol))
    if decorators.start != index { draft.functions.append((draft.node(index).start, symbol)) }
    let kind: Outline.Binding.Kind =
      isProperty ? .variable : name == "__init__" && isMethod ? .constructor : .function
    let binding = bind(draft.name(of: nameNode), kind, symbol: symbol)
    if decorators.has("staticmethod") || decorators.has("classmethod") {
      draft.update(binding) { $0.marks.insert(.isStatic) }
    }
    readDecorators(decorators, of: symbol)
    draft.open(.function, owner: binding, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    let outer = frames.last { $0.kind != .function }
    var frame = PythonFrame(.function, scope: draft.scope)
    frame.isTypeMethod =
      decorators.has("classmethod") || PythonNames.typeMethods.contains(name)
    let isFixture = decorators.has("fixture")
    frame.givesWhatItYields =
      isFixture || decorators.has("contextmanager") || decorators.has("asynccontextmanager")
    frame.takesFixtures =
      isFixture || (name.hasPrefix("test") && PythonPaths.isTest(draft.facts.path))
    // A function inside a method sees the same instance.
    if !isMethod, self.frame.kind == .function, outer?.kind == .type {
      frame.selfName = self.frame.selfName
      frame.isTypeMethod = self.frame.isTypeMethod
    }
    frames.append(frame)
    readFunctionBody(index, binding, isInstance: isMethod && !decorators.has("staticmethod"))
    draft.closePrefix()
    draft.close()
  }

  private mutating func declareFunction(
    _ name: String, at index: Int, _ decorators: Decorators, isMethod: Bool
  ) -> UInt32 {
    var traits: Declaration.Traits = []
    if decorators.names.contains(where: { $0.hasSuffix("abstractmethod") }) {
      traits.insert(.abstract)
    }
    if isMethod, !decorators.has("staticmethod") { traits.insert(.virtual) }
    return declare(name, isMethod ? .method : .function, at: index, traits: traits)
  }

  private mutating func readFunctionBody(_ index: Int, _ binding: UInt32, isInstance: Bool) {
    let mark = (draft.localMark, aliases.count)
    readTypeParameters(index)
    if let list = child(index, fields.parameters) { readParameters(list, isInstance: isInstance) }
    if let result = child(index, fields.returnType) {
      let given = frame.givesWhatItYields ? yieldedType(result) : nil
      let declared = inSignature { $0.readDeclaredType(given ?? result) }
      draft.update(binding) { $0.setType(declared) }
    }
    if let body = child(index, fields.body) { visitChildren(body) }
    inferResult(of: binding, index)
    leave(mark)
  }

  /// Without a declared type the only thing that is returned says what the result is.
  private mutating func inferResult(of binding: UInt32, _ index: Int) {
    guard child(index, fields.returnType) == nil, frame.results.count == 1,
      let result = frame.results.first
    else { return }
    let term = inSignature { $0.silentValue(result) }
    if term != Outline.none {
      draft.update(binding) {
        $0.type = term
        $0.marks.insert(.isInferred)
      }
    }
  }

  private mutating func readParameters(_ list: Int, isInstance: Bool) {
    var isFirst = isInstance
    for part in children(list) {
      switch kind(part) {
      case .comment, .keywordSeparator, .positionalSeparator: continue
      default: break
      }
      readParameter(part, isSelf: isFirst)
      isFirst = false
    }
  }

  private mutating func readParameter(_ index: Int, isSelf: Bool) {
    let isSplat =
      first(index, .listSplatPattern) != nil || first(index, .dictionarySplatPattern) != nil
    let nameNode = child(index, fields.name) ?? firstIdentifier(index)
    if let value = child(index, fields.value) { visit(value) }
    let declared = child(index, fields.type).map { type in
      inSignature { $0.readDeclaredType(type) }
    }
    guard let nameNode else { return }
    let name = draft.name(of: nameNode)
    if isSelf {
      frames[frames.count - 1].selfName = name
      addSelf(name, at: nameNode)
      return
    }
    if frame.takesFixtures, !isSplat, kind(index) == .identifier {
      return addFixture(name, at: nameNode)
    }
    guard !isSplat, let declared, declared.term != Outline.none else {
      return addLocal(name, defaultValue(index))
    }
    let term = inSignature { walk in
      declared.isType
        ? declared.term : walk.draft.add(.value, .silent, base: declared.term, at: nameNode)
    }
    frames[frames.count - 1].parameters[name] = term
    draft.addLocal(name, term)
    aliases.append((name, Outline.none))
  }

  /// The result of the function that a test framework finds by the parameter's name.
  private mutating func addFixture(_ name: UInt32, at index: Int) {
    let term = inSignature { walk in
      let mark = walk.draft.name(PythonNames.fixtureMark + walk.draft.text(ofName: name))
      let function = walk.draft.add(.name, .wiring, name: mark, at: index)
      return walk.draft.add(.invoke, .silent, base: function, at: index)
    }
    frames[frames.count - 1].parameters[name] = term
    draft.addLocal(name, term)
    aliases.append((name, Outline.none))
  }

  /// A default says what a parameter is, unless it is `None`.
  private mutating func defaultValue(_ index: Int) -> UInt32 {
    guard kind(index) == .defaultParameter, let value = child(index, fields.value),
      kind(value) == .call
    else { return Outline.none }
    return inSignature { $0.silentValue(value) }
  }

  private mutating func addSelf(_ name: UInt32, at index: Int) {
    let term = inSignature { $0.draft.add(.selfValue, .silent, at: index) }
    frames[frames.count - 1].parameters[name] = term
    draft.addLocal(name, term)
    aliases.append((name, Outline.none))
  }

  /// A local; `term` is ``Outline/none`` where nothing is known of it.
  mutating func addLocal(_ name: UInt32, _ term: UInt32) {
    draft.addLocal(name, term)
    frames[frames.count - 1].parameters[name] = nil
    frames[frames.count - 1].locals.insert(name)
    if !aliases.isEmpty { aliases.append((name, Outline.none)) }
  }
}

extension PythonWalk {
  /// Terms that `read` adds become part of the signature: they say what declarations are.
  mutating func inSignature<R>(_ read: (inout PythonWalk) -> R) -> R {
    draft.openSignature()
    defer { draft.closeSignature() }
    return read(&self)
  }
}

extension Outline.Binding {
  mutating func setType(_ declared: PythonWalk.DeclaredType) {
    guard declared.term != Outline.none else { return }
    type = declared.term
    if declared.isType { marks.insert(.isInferred) } else { marks.remove(.isInferred) }
  }
}
