internal import Facts
internal import TreeSitterBinding

/// Assignments: locals, global variables, properties.
extension PHPWalk {
  struct Assigned {
    /// The expression, where there is one.
    var node: Int?
    var term: UInt32
  }

  mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let value = visit(right)
    assign(left, Assigned(node: right, term: value))
    return value
  }

  mutating func assign(_ target: Int, _ value: Assigned) {
    switch kind(target) {
    case .variable: assignVariable(target, value)
    case .memberAccess, .nullsafeAccess:
      if let object = child(target, fields.object), draft.isText(object, "$this"),
        let name = child(target, fields.name), kind(name) == .name, let node = value.node
      {
        note(assignmentTo: name, of: node)
      }
      visit(target, .write)
    case .scopedProperty, .subscript_: visit(target, .write)
    case .list, .array: assignParts(target, value)
    case .byReference: for part in parts(target) { assign(part, value) }
    case .element, .pair: if let last = parts(target).last { assign(last, value) }
    default: visit(target)
    }
  }

  /// `[$a, 'key' => $b] = $pair`.
  private mutating func assignParts(_ target: Int, _ value: Assigned) {
    let targets = parts(target)
    var values: [Int] = []
    if let node = value.node, kind(node) == .array { values = parts(node) }
    for (position, part) in targets.enumerated() {
      var element = Assigned(term: Outline.none)
      if values.count == targets.count, let last = parts(values[position]).last {
        element.term = inBody { $0.silentValue(last) }
      } else if value.term != Outline.none, value.node == nil || values.isEmpty {
        element.term = draft.add(.element, .silent, base: value.term, at: part)
      }
      if kind(part) == .string { continue }
      assign(part, element)
    }
  }

  private mutating func inBody<R>(_ read: (inout PHPWalk) -> R) -> R { read(&self) }

  private mutating func assignVariable(_ target: Int, _ value: Assigned) {
    let name = draft.name(of: target)
    var term = value.term
    if frame.announced != Outline.none {
      term = frame.announced
      frame.announced = Outline.none
    } else if let pinned = frame.pinned.removeValue(forKey: name) {
      term = pinned
    }
    if frame.globals.contains(name) {
      declareGlobal(target, name, value, isState: true)
      _ = draft.add(.name, .write, name: name, at: target)
    } else {
      frame.locals[name] = term
      if !isInFunction { declareGlobal(target, name, value, isState: false) }
    }
  }

  /// A variable of the file level, which functions of any file may use.
  private mutating func declareGlobal(
    _ target: Int, _ name: UInt32, _ value: Assigned, isState: Bool
  ) {
    let text = draft.text(of: target)
    guard !PHPNames.superglobals.contains(text), text != "$this" else { return }
    if let known = globals[name] {
      if isState { draft.facts.declarations[known.declaration].traits.insert(.mutableState) }
      return inferGlobal(known.binding, value)
    }
    let symbol = declare(
      String(text.dropFirst()), .variable, qualified: text, at: target,
      traits: isState ? .mutableState : [])
    var binding = Outline.Binding(name: name, kind: .variable, marks: .isMutable, scope: 0)
    binding.symbol = symbol
    let number = draft.add(binding)
    globals[name] = (number, draft.facts.declarations.count - 1)
    inferGlobal(number, value)
  }

  private mutating func inferGlobal(_ binding: UInt32, _ value: Assigned) {
    let name = draft.outline.bindings[Int(binding)].name
    if let documented = frame.documented[name] {
      return draft.update(binding) {
        $0.type = documented
        $0.marks.remove(.isInferred)
      }
    }
    guard draft.outline.bindings[Int(binding)].type == Outline.none, let node = value.node else {
      return
    }
    let term = inSignature { $0.silentValue(node) }
    guard term != Outline.none else { return }
    draft.update(binding) {
      $0.type = term
      $0.marks.insert(.isInferred)
    }
  }

  mutating func visitAugmented(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    let value = visit(right)
    if kind(left) == .variable, draft.isText(left, "$this") == false,
      !frame.globals.contains(draft.name(of: left))
    {
      let name = draft.name(of: left)
      if frame.locals[name] ?? Outline.none == Outline.none { frame.locals[name] = value }
      return frame.locals[name] ?? Outline.none
    }
    if kind(left) == .memberAccess, let object = child(left, fields.object),
      draft.isText(object, "$this"), let name = child(left, fields.name), kind(name) == .name
    {
      note(assignmentTo: name, of: right)
    }
    return visit(left, .readWrite)
  }

  // MARK: Values that declarations take their types from

  /// The term of an expression, silently: what it uses is seen where the expression itself is read.
  /// ``Outline/none`` where its type depends on more than declarations.
  mutating func silentValue(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .variable:
      if draft.isText(index, "$this") { return classTerm("static", .silent, at: index) }
      let type = frame.parameters[draft.name(of: index)] ?? Outline.none
      return type == Outline.none
        ? type : draft.add(.value, .silent, base: type, at: index)
    case .creation: return silentCreation(index)
    case .memberAccess, .nullsafeAccess, .memberCall, .nullsafeCall: return silentMember(index)
    case .scopedCall, .scopedProperty, .constantAccess: return silentScoped(index)
    case .functionCall:
      guard let function = child(index, fields.function), isClassName(function) else {
        return Outline.none
      }
      let name = space.functionName(PHPName.trimmedInside(draft.text(of: function)))
      let term = draft.add(.name, .silent, name: draft.name(name), at: index)
      return draft.add(.invoke, .silent, base: term, at: index)
    case .parenthesized, .clone, .suppression, .argument, .element:
      return parts(index).last.map { silentValue($0) } ?? Outline.none
    case .assignment: return child(index, fields.right).map { silentValue($0) } ?? Outline.none
    case .binary:
      guard let mark = child(index, fields.operator_), draft.isText(mark, "??") else {
        return Outline.none
      }
      return firstKnown([child(index, fields.left), child(index, fields.right)])
    case .conditional:
      return firstKnown([child(index, fields.body), child(index, fields.alternative)])
    case .string, .encapsed, .heredoc, .nowdoc: return draft.builtIn(draft.name("string"))
    case .integer: return draft.builtIn(draft.name("int"))
    case .float: return draft.builtIn(draft.name("float"))
    case .boolean: return draft.builtIn(draft.name("bool"))
    default: return Outline.none
    }
  }

  private mutating func firstKnown(_ parts: [Int?]) -> UInt32 {
    for part in parts {
      guard let part else { continue }
      let term = silentValue(part)
      if term != Outline.none { return term }
    }
    return Outline.none
  }

  private mutating func silentCreation(_ index: Int) -> UInt32 {
    guard let type = parts(index).first, isClassName(type) else { return Outline.none }
    let term = classTerm(type, .silentType)
    return term == Outline.none
      ? term : draft.add(.value, .silent, base: term, at: index)
  }

  private mutating func silentMember(_ index: Int) -> UInt32 {
    guard let object = child(index, fields.object), let nameNode = child(index, fields.name),
      kind(nameNode) == .name
    else { return Outline.none }
    let base = silentValue(object)
    guard base != Outline.none else { return base }
    return silentMember(index, nameNode, base)
  }

  private mutating func silentMember(_ index: Int, _ nameNode: Int, _ base: UInt32) -> UInt32 {
    let isCall = [.memberCall, .nullsafeCall, .scopedCall].contains(kind(index))
    let text = draft.text(of: nameNode)
    guard isCall else {
      let isProperty = [.memberAccess, .nullsafeAccess].contains(kind(index))
      let name = draft.name(isProperty ? "$" + text : text)
      return draft.add(.member, .silent, name: name, base: base, at: index)
    }
    let name = draft.name(PHPName.lower(text))
    let term = draft.add(.member, .silent, name: name, base: base, at: index)
    return draft.add(.invoke, .silent, base: term, at: index)
  }

  private mutating func silentScoped(_ index: Int) -> UInt32 {
    let parts = parts(index)
    guard let scope = parts.first, isClassName(scope), parts.count >= 2 else { return Outline.none }
    if draft.isText(parts[1], "class") { return Outline.none }
    let base = classTerm(scope, .silentType)
    guard base != Outline.none, kind(parts[1]) == .name || kind(parts[1]) == .variable else {
      return Outline.none
    }
    return silentMember(index, parts[1], base)
  }
}
