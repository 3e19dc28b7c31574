internal import Facts
internal import TreeSitterBinding

/// Assignments: variables of modules, attributes of classes and instances, locals.
extension PythonWalk {
  /// `target = value`, `target: Type = value`, `a = b = value`.
  mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left) else { return visitChildren(index) }
    let declared = child(index, fields.type).map { type in
      inSignature { $0.readDeclaredType(type) }
    }
    let right = child(index, fields.right)
    let isSetting = frame.kind == .module && isConstantName(left)
    if isSetting { settingsDepth += 1 }
    var value = right.map { visit($0) } ?? Outline.none
    if isSetting { settingsDepth -= 1 }
    // In a chain each target has the value at its end.
    if let right, kind(right) == .assignment { value = Outline.none }
    assign(left, Assigned(declared: declared, node: lastValue(right), term: value))
    return value
  }

  struct Assigned {
    var declared: DeclaredType?
    /// The expression; nil for a declaration without one.
    var node: Int?
    var term: UInt32
  }

  private func lastValue(_ index: Int?) -> Int? {
    var next = index
    while let node = next, kind(node) == .assignment { next = child(node, fields.right) }
    return next
  }

  private func isConstantName(_ index: Int) -> Bool {
    kind(index) == .identifier && PythonNames.isConstant(draft.text(of: index))
  }

  private mutating func assign(_ target: Int, _ value: Assigned) {
    switch kind(target) {
    case .identifier: assignName(target, value)
    case .attribute: assignAttribute(target, value)
    case .subscription: visitChanged(target)
    case .patternList, .tuplePattern, .listPattern, .tuple, .list, .expressionList:
      assignParts(target, value)
    case .listSplatPattern:
      for part in children(target) { assign(part, Assigned(node: nil, term: Outline.none)) }
    default: visit(target)
    }
  }

  /// `a, b = x, y`, and `A, B = get_classes("module", ["A", "B"])`.
  private mutating func assignParts(_ target: Int, _ value: Assigned) {
    let parts = children(target).filter { kind($0) != nil && kind($0) != .comment }
    var nodes: [Int?] = Array(repeating: nil, count: parts.count)
    if let node = value.node, [.expressionList, .tuple, .list].contains(kind(node)) {
      let values = children(node).filter { kind($0) != nil && kind($0) != .comment }
      if values.count == parts.count { nodes = values }
    }
    let classes = value.node.map { loadedClasses($0) } ?? []
    for (position, part) in parts.enumerated() {
      var element = Assigned(node: nodes[position], term: Outline.none)
      if classes.count == parts.count, let node = value.node {
        element.term = draft.add(
          .name, .silent, name: draft.name(classes[position]), at: node)
        element.declared = inSignature { walk in
          DeclaredType(
            term: walk.draft.add(
              .name, .silent, name: walk.draft.name(classes[position]), at: node), isType: true)
        }
      }
      assign(part, element)
    }
  }

  private mutating func assignName(_ target: Int, _ value: Assigned) {
    let name = draft.name(of: target)
    switch frame.kind {
    case .module, .type: declareVariable(target, name, value)
    case .function:
      if frame.globals.contains(name) {
        _ = draft.add(.name, .write, name: name, at: target)
        return markChanged(name)
      }
      if let declared = value.declared, declared.term != Outline.none {
        let term =
          declared.isType
          ? declared.term : draft.add(.value, .silent, base: declared.term, at: target)
        return addLocal(name, term)
      }
      addLocal(name, value.term)
    }
  }

  // MARK: Variables of modules and classes

  private mutating func declareVariable(_ target: Int, _ name: UInt32, _ value: Assigned) {
    let text = draft.text(of: target)
    // What is set where an import has failed stands in for it.
    if exceptDepth > 0, importedNames[text] != nil { return }
    let place = PythonName(scope: draft.scope, name: name)
    if bindingOf[place] != nil {
      _ = draft.add(.name, .silent, name: name, at: target)
      return fill(bindingOf[place]!, value)
    }
    let isConstant = PythonNames.isConstant(text)
    let kind: SymbolKind = isConstant ? .constant : frame.kind == .type ? .field : .variable
    let symbol = declare(text, kind, at: target)
    let binding = bind(name, .variable, symbol: symbol)
    if frame.kind == .type { draft.update(binding) { $0.marks.insert(.isStatic) } }
    fill(binding, value)
    if let node = value.node, let isEmpty = containerIsEmpty(node) {
      containers[binding] = PythonContainer(
        declaration: draft.facts.declarations.count - 1,
        isChanged: isEmpty && frame.kind == .module && !text.hasPrefix("__"))
    } else {
      containers[binding] = nil
    }
  }

  /// Says what a variable is, if nothing has said it before.
  private mutating func fill(_ binding: UInt32, _ value: Assigned) {
    if let declared = value.declared, declared.term != Outline.none {
      return draft.update(binding) { $0.setType(declared) }
    }
    guard draft.outline.bindings[Int(binding)].type == Outline.none, let node = value.node,
      draft.outline.bindings[Int(binding)].kind == .variable
    else { return }
    let term = inSignature { $0.silentValue(node) }
    guard term != Outline.none else { return }
    draft.update(binding) {
      $0.type = term
      $0.marks.insert(.isInferred)
    }
  }

  /// Whether a value is an object that can change, and whether it holds nothing yet.
  private func containerIsEmpty(_ index: Int) -> Bool? {
    switch kind(index) {
    case .list, .dictionary, .set:
      return !children(index).contains { kind($0) != nil && kind($0) != .comment }
    case .listComprehension, .dictionaryComprehension, .setComprehension: return false
    case .call:
      guard let function = child(index, fields.function) else { return nil }
      guard PythonNames.containers.contains(lastName(function)) else { return nil }
      let arguments = child(index, fields.arguments).map { Array(children($0)) } ?? []
      return arguments.isEmpty || lastName(function) == "defaultdict"
    default: return nil
    }
  }

  /// Notes that a module's or class's variable is changed somewhere.
  mutating func markChanged(_ name: UInt32) {
    let place = PythonName(scope: 0, name: name)
    changedGlobals.insert(place.name)
  }

  /// Marks the variables that hold state, once all of the file was read.
  mutating func markContainers() {
    for number in draft.outline.bindings.indices {
      let binding = draft.outline.bindings[number]
      guard binding.kind == .variable, binding.symbol != Outline.none else { continue }
      let container = containers[UInt32(number)]
      let isChanged = binding.scope == 0 && changedGlobals.contains(binding.name)
      guard isChanged || container?.isChanged ?? false else { continue }
      draft.update(UInt32(number)) { $0.marks.insert(.isMutable) }
      let place =
        container?.declaration
        ?? draft.facts.declarations.firstIndex { $0.symbol == binding.symbol }
      if let place { draft.facts.declarations[place].traits.insert(.mutableState) }
    }
  }

  // MARK: Attributes

  private mutating func assignAttribute(_ target: Int, _ value: Assigned) {
    guard let object = child(target, fields.object), let nameNode = child(target, fields.attribute)
    else {
      visitChildren(target)
      return
    }
    if kind(object) == .identifier, frame.selfName == draft.name(of: object) {
      declareAttribute(nameNode, value)
    }
    let base = visit(object)
    _ = draft.add(.member, .write, name: draft.name(of: nameNode), base: base, at: nameNode)
  }

  /// `self.name = value`: the first that says something of it declares it.
  private mutating func declareAttribute(_ nameNode: Int, _ value: Assigned) {
    guard let type = frames.last(where: { $0.kind == .type }) else { return }
    let name = draft.name(of: nameNode)
    let place = PythonName(scope: type.scope, name: name)
    if let known = bindingOf[place] { return fill(known, value) }
    let owner = draft.outline.scopes[Int(type.scope)].owner
    guard owner != Outline.none else { return }
    let prefix = draft.facts.symbols[Int(draft.outline.bindings[Int(owner)].symbol)].qualifiedName
    draft.openPrefix(prefix)
    let symbol = declare(draft.text(of: nameNode), .field, at: nameNode)
    draft.closePrefix()
    fill(bind(name, .variable, symbol: symbol, in: type.scope), value)
  }

  /// `target[key] = value`, `del target[key]`: what changes is the target.
  mutating func visitChanged(_ index: Int) {
    guard let value = child(index, fields.value) else {
      visitChildren(index)
      return
    }
    visitContainer(value)
    for part in children(index) where part != value { visit(part) }
  }

  /// An object that is changed in its place; the term of it.
  @discardableResult
  mutating func visitContainer(_ index: Int) -> UInt32 {
    guard kind(index) == .identifier else { return visit(index) }
    let name = draft.name(of: index)
    if isInFunction, draft.local(name) == nil, alias(of: name) == nil { markChanged(name) }
    return visit(index, .readWrite)
  }

  mutating func visitAugmented(_ index: Int) {
    guard let left = child(index, fields.left) else {
      visitChildren(index)
      return
    }
    switch kind(left) {
    case .identifier:
      let name = draft.name(of: left)
      if frame.globals.contains(name) { markChanged(name) }
      visit(left, .readWrite)
    case .subscription: visitChanged(left)
    default: visit(left, .readWrite)
    }
    if let right = child(index, fields.right) { visit(right) }
  }
}
