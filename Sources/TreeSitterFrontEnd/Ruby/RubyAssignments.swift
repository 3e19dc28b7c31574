internal import Facts
internal import TreeSitterBinding

/// Assignments, and the variables that they declare.
extension RubyWalk {
  mutating func visitAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    if kind(left) == .constant || kind(left) == .scopeResolution, methodDepth == 0, isPath(left) {
      return readConstant(left, right, at: index)
    }
    let value = visit(right)
    if kind(left) == .leftList, kind(right) == .rightList {
      // The parts were read; what each is is read again, without showing.
      for target in children(left) { assign(target, Outline.none, from: nil) }
      return Outline.none
    }
    assign(left, value, from: right)
    return value
  }

  mutating func assign(_ target: Int, _ value: UInt32, from source: Int?) {
    switch kind(target) {
    case .identifier:
      let name = draft.name(of: target)
      draft.addLocal(name, value)
      if let source { assigned[name, default: []].append(source) } else { assigned[name] = nil }
    case .instanceVariable, .classVariable, .globalVariable:
      declareVariable(target, from: source)
      // What stands in a method decides nothing of what other methods find.
      visitVariable(target, isWritten: true)
    case .leftList, .destructuredLeft, .restAssignment:
      for part in children(target) { assign(part, Outline.none, from: nil) }
    case .call:
      noteTable(target, source)
      visitSetter(target)
    default: visit(target)
    }
  }

  private mutating func visitVariable(_ index: Int, isWritten: Bool) {
    _ = visitVariable(index, .write)
  }

  /// `self.table_name = "orders"`, `self.abstract_class = true`.
  private mutating func noteTable(_ index: Int, _ source: Int?) {
    guard selfKind == .type, methodDepth == 0, let source,
      let receiver = child(index, fields.receiver), kind(receiver) == .selfWord,
      let method = child(index, fields.method)
    else { return }
    let name = draft.text(of: method)
    guard name == "abstract_class" || name.hasPrefix("table_name") else { return }
    if let text = constantText(source) ?? (kind(source) == .trueLiteral ? "true" : nil) {
      addText(name, text)
    }
  }

  /// `order.total = 1` calls `total=`.
  private mutating func visitSetter(_ index: Int) {
    guard let receiver = child(index, fields.receiver), let method = child(index, fields.method)
    else {
      visitChildren(index)
      return
    }
    let base = visitReceiver(receiver)
    let name = draft.name(draft.text(of: method) + "=")
    _ = draft.add(.member, .call, name: name, base: base, at: method)
  }

  mutating func visitOperatorAssignment(_ index: Int) -> UInt32 {
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return visitChildren(index)
    }
    if kind(left) == .constant, methodDepth == 0 { return readConstant(left, right, at: index) }
    let value = visit(right)
    switch kind(left) {
    case .identifier:
      let name = draft.name(of: left)
      let known = draft.local(name) ?? Outline.none
      assigned[name, default: []].append(right)
      if known == Outline.none { draft.addLocal(name, value) }
      return known == Outline.none ? value : known
    case .instanceVariable, .classVariable, .globalVariable:
      declareVariable(left, from: right)
      let term = visitVariable(left, .readWrite)
      return value == Outline.none ? term : value
    default:
      visit(left)
      return value
    }
  }

  /// Declares a variable of the type around at its first assignment.
  private mutating func declareVariable(_ index: Int, from source: Int?) {
    let name = draft.name(of: index)
    if kind(index) == .globalVariable { return declareGlobal(name, index) }
    guard types.count > 1, selfKind != .main else {
      return draft.addLocal(name, Outline.none)
    }
    let isStatic = selfKind == .type
    let last = types.count - 1
    if types[last].variables[name] != nil { return infer(name, source) }
    let isShared = isStatic || kind(index) == .classVariable
    draft.openPrefix(types[last].prefix)
    let symbol = declare(
      draft.text(of: index), .field, at: index, isStatic: isShared,
      traits: isShared ? .mutableState : [])
    draft.closePrefix()
    let binding = bind(draft.text(of: index), .variable, symbol: symbol, isStatic: isShared)
    if isShared { draft.update(binding) { $0.marks.insert(.isMutable) } }
    types[last].variables[name] = RubyVariable(binding: binding)
    infer(name, source)
  }

  /// A variable is what is assigned to it, wherever that is.
  private mutating func infer(_ name: UInt32, _ source: Int?) {
    let last = types.count - 1
    guard let source, kind(source) != .nilLiteral, var known = types[last].variables[name],
      known.values.count < Self.valueLimit, known.sources.insert(draft.text(of: source)).inserted
    else { return }
    let value = inSignature { $0.silentValue(source) }
    if value != Outline.none { known.values.append(value) }
    types[last].variables[name] = known
    guard value != Outline.none else { return }
    let type = inSignature { $0.choice(known.values, at: source) }
    draft.update(known.binding) {
      $0.type = type
      $0.marks.insert(.isInferred)
    }
  }

  /// One of several values; the only one that there is.
  mutating func choice(_ values: [UInt32], at index: Int) -> UInt32 {
    var options: [UInt32] = []
    for value in values where value != Outline.none && !options.contains(value) {
      options.append(value)
    }
    if options.count < 2 { return options.first ?? Outline.none }
    return draft.add(.choice, .silent, at: index, operands: options)
  }

  /// More values than these say no more of what a variable is.
  static let valueLimit = 6

  private mutating func declareGlobal(_ name: UInt32, _ index: Int) {
    guard globals[name] == nil else { return }
    draft.openPrefix("")
    defer { draft.closePrefix() }
    let symbol = declare(draft.text(of: index), .variable, at: index, traits: .mutableState)
    var binding = Outline.Binding(name: name, kind: .variable, scope: 0)
    binding.symbol = symbol
    binding.marks = [.isStatic, .isMutable]
    globals[name] = draft.add(binding)
  }
}
