internal import Facts
internal import TreeSitterBinding

/// Assigned constants: values, and classes that are made by a call.
extension RubyWalk {
  mutating func readConstant(_ left: Int, _ right: Int, at index: Int) -> UInt32 {
    if let made = madeType(right) {
      declareType(path(left), at: index, isModule: made.isModule, superclass: made.superclass) {
        $0.readMadeType(made, right)
      }
      return Outline.none
    }
    var name = path(left)
    var scope = draft.scope
    if kind(left) == .scopeResolution, let around = name.range(of: "::", isLast: true) {
      scope = standIn(for: String(name[..<around.lowerBound]))
      name = String(name[around.upperBound...])
    }
    let isMutable = isContainer(right)
    let symbol = declare(name, .constant, at: index)
    var binding = Outline.Binding(name: draft.name(name), kind: .variable, scope: scope)
    binding.symbol = symbol
    binding.marks = [.isStatic, .isInferred]
    if let text = constantText(right) { binding.text = draft.name(text) }
    binding.type = inSignature { $0.silentValue(right) }
    let declaration = draft.facts.declarations.count - 1
    let number = draft.add(binding)
    if isMutable { containers[binding.name] = (number, declaration) }
    return visit(right)
  }

  /// `{}`, `[]`, `Hash.new`: objects that change in place, unless they are frozen.
  private func isContainer(_ index: Int) -> Bool {
    switch kind(index) {
    case .array, .hash: return true
    case .call:
      guard let receiver = child(index, fields.receiver), let method = child(index, fields.method)
      else { return false }
      return draft.isText(method, "new") && RubyNames.containers.contains(path(receiver))
    default: return false
    }
  }

  /// A constant is changed by a call on it, so it is state that outlives the call.
  mutating func markChange(of receiver: Int, by method: String) {
    guard kind(receiver) == .constant, methodDepth > 0, RubyNames.changers.contains(method),
      let container = containers[draft.name(of: receiver)]
    else { return }
    draft.update(container.binding) { $0.marks.insert(.isMutable) }
    draft.facts.declarations[container.declaration].traits.insert(.mutableState)
  }

  // MARK: Types made by calls

  /// `Struct.new(:a, :b)`, `Data.define(:a)`, `Class.new(Order)`, `Module.new`.
  struct MadeType {
    var isModule = false
    var superclass = Outline.none
    var members: [Int] = []
  }

  private mutating func madeType(_ index: Int) -> MadeType? {
    guard kind(index) == .call, let receiver = child(index, fields.receiver), isPath(receiver),
      let method = child(index, fields.method)
    else { return nil }
    let arguments = child(index, fields.arguments).map { Array(children($0)) } ?? []
    switch (path(receiver).droppingRoot, draft.text(of: method)) {
    case ("Struct", "new"), ("Data", "define"):
      return MadeType(superclass: builtIn("Struct"), members: arguments)
    case ("Class", "new"):
      let above = arguments.first.map { node in inSignature { $0.readSupertype(node) } }
      return MadeType(superclass: above ?? Outline.none)
    case ("Module", "new"): return MadeType(isModule: true)
    default: return nil
    }
  }

  private mutating func readMadeType(_ made: MadeType, _ index: Int) {
    for member in made.members where kind(member) == .symbol {
      declareMethod(literal(member), .field, at: member)
    }
    if let block = child(index, fields.block), let body = child(block, fields.body) {
      visitChildren(body)
    }
  }
}

extension String {
  /// Without the `::` that it begins with.
  var droppingRoot: String { hasPrefix("::") ? String(dropFirst(2)) : self }

  func range(of text: String, isLast: Bool) -> Range<String.Index>? {
    ranges(of: text).last
  }
}
