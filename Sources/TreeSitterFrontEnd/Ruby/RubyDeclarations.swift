internal import Facts
internal import TreeSitterBinding

/// Classes, modules and methods.
extension RubyWalk {
  // MARK: Types

  mutating func readType(_ index: Int, isModule: Bool) {
    guard let nameNode = child(index, fields.name) else {
      visitChildren(index)
      return
    }
    let superclass = child(index, fields.superclass).flatMap { node in
      children(node).first { kind($0) != nil }
    }
    let above = superclass.map { node in inSignature { $0.readSupertype(node) } } ?? Outline.none
    declareType(path(nameNode), at: index, isModule: isModule, superclass: above) { walk in
      if let body = walk.child(index, walk.fields.body) { walk.visitChildren(body) }
    }
  }

  /// A class or module of a written path, with what `read` reads inside.
  ///
  /// The constants of `A` in `class A::B` are no names inside of it, so `B` is declared in a stand-in
  /// for `A` and its inside lies in what is around.
  mutating func declareType(
    _ path: String, at index: Int, isModule: Bool, superclass: UInt32 = Outline.none,
    read: (inout RubyWalk) -> Void
  ) {
    let parts = path.split(separator: ":", omittingEmptySubsequences: true).map(String.init)
    guard let name = parts.last else { return }
    let isAbsolute = path.hasPrefix("::")
    let around = parts.dropLast().joined(separator: "::")
    draft.openPrefix(isAbsolute ? "" : draft.qualified("").droppingLastDot)
    if !around.isEmpty { draft.openPrefix(qualified(around)) }
    let symbol = declare(name, .type, at: index)
    let scope =
      !around.isEmpty
      ? standIn(for: (isAbsolute ? "::" : "") + around)
      : isAbsolute ? 0 : draft.scope
    var binding = Outline.Binding(name: draft.name(name), kind: .type, scope: scope)
    binding.symbol = symbol
    binding.marks.insert(.isStatic)
    if isModule { binding.marks.insert(.isPartial) }
    let number = draft.add(binding)
    draft.open(.type, owner: number, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    readBody(superclass: superclass, read)
    draft.closePrefix()
    if !around.isEmpty { draft.closePrefix() }
    draft.closePrefix()
    draft.close()
  }

  /// The scope of a part of a type that is declared elsewhere and only named here.
  mutating func standIn(for path: String) -> UInt32 {
    let binding = draft.add(
      Outline.Binding(name: draft.name(path + "::"), kind: .type, scope: draft.scope))
    draft.open(.type, owner: binding)
    let scope = draft.scope
    draft.close()
    return scope
  }

  /// Goes on in a type that is named: `Order.class_eval do … end`, `Order.prepend Audited`.
  mutating func reopen(_ path: String, read: (inout RubyWalk) -> Void) {
    let binding = draft.add(
      Outline.Binding(name: draft.name(path + "::"), kind: .type, scope: draft.scope))
    draft.open(.type, owner: binding)
    draft.openPrefix(path.split(separator: ":").joined(separator: "."))
    readBody(superclass: Outline.none, read)
    draft.closePrefix()
    draft.close()
  }

  private mutating func readBody(superclass: UInt32, _ read: (inout RubyWalk) -> Void) {
    let outer = (selfKind, methodDepth, draft.takeLocals())
    selfKind = .type
    methodDepth = 0
    types.append(
      RubyType(
        scope: draft.scope, superclass: superclass, prefix: draft.qualified("").droppingLastDot))
    read(&self)
    let type = types.removeLast()
    // What is included last is asked first, and all of it before the class above.
    for mixin in type.mixins.reversed() { draft.addSupertype(mixin) }
    draft.addSupertype(type.superclass)
    (selfKind, methodDepth) = (outer.0, outer.1)
    draft.restore(locals: outer.2)
  }

  /// `qualified`, with dots.
  private func qualified(_ path: String) -> String {
    draft.qualified(path.split(separator: ":").joined(separator: "."))
  }

  /// The term of what a class is derived from.
  mutating func readSupertype(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .constant, .scopeResolution: return readPath(index, .inherit)
    case .elementReference:
      // `ActiveRecord::Migration[7.0]`.
      return child(index, fields.object).map { readSupertype($0) } ?? Outline.none
    case .call:
      // `Struct.new(:a)`, `DelegateClass(Order)`.
      if let receiver = child(index, fields.receiver), isPath(receiver) {
        return readPath(receiver, .inherit)
      }
      return builtIn("Object")
    default: return builtIn("Object")
    }
  }

  // MARK: Methods

  mutating func readMethod(_ index: Int) {
    guard let nameNode = child(index, fields.name) else {
      visitChildren(index)
      return
    }
    let type = types[types.count - 1]
    let isStatic = type.isSingleton
    let name = draft.text(of: nameNode)
    readMethod(index, name, isStatic: isStatic)
    // `module_function` makes every method one of the module as well.
    guard type.isModuleFunction, !isStatic, let symbol = types[types.count - 1].methods[name] else {
      return
    }
    bind(name, .function, symbol: symbol, isStatic: true)
  }

  /// `def self.x`, `def Order.x`, `def object.x`.
  mutating func readSingletonMethod(_ index: Int) {
    guard let nameNode = child(index, fields.name), let object = child(index, fields.object) else {
      visitChildren(index)
      return
    }
    let isOwn = kind(object) == .selfWord || kind(object) == .constant
    readMethod(index, draft.text(of: nameNode), isStatic: isOwn)
  }

  private mutating func readMethod(_ index: Int, _ name: String, isStatic: Bool) {
    let isMember = types.count > 1
    let isInitializer = name == "initialize" && isMember && !isStatic
    let symbol = declare(
      name, isMember ? .method : .function, at: index, isStatic: isStatic,
      traits: isMember && !isStatic ? .virtual : [])
    draft.functions.append((draft.node(index).start, symbol))
    let binding = bind(
      name, isInitializer ? .constructor : .function, symbol: symbol, isStatic: isStatic)
    types[types.count - 1].methods[name] = symbol
    let outer = (selfKind, methodDepth, draft.takeLocals(), methodName, assigned)
    assigned = [:]
    methodName = draft.name(name)
    selfKind = isStatic ? .type : isMember ? .instance : .main
    methodDepth += 1
    draft.open(.function, owner: binding, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    if let list = child(index, fields.parameters) { readParameters(list) }
    if let body = child(index, fields.body) {
      readMethodBody(body, name, isStatic: isStatic)
      inferResult(of: binding, body)
      inferYield(index, name, body, isStatic: isStatic)
    }
    draft.closePrefix()
    draft.close()
    (selfKind, methodDepth) = (outer.0, outer.1)
    draft.restore(locals: outer.2)
    methodName = outer.3
    assigned = outer.4
  }

  private mutating func readMethodBody(_ body: Int, _ name: String, isStatic: Bool) {
    // `def full? = items.size > 9` has an expression for a body.
    if kind(body) == .body { visitChildren(body) } else { visit(body) }
    guard isStatic, name == "table_name" || name == "table_name_prefix",
      let text = children(body).first(where: { _ in true }), kind(text) == .string
    else { return }
    addText(name, literal(text))
  }

  /// A text that a type always has: the name of its table.
  mutating func addText(_ name: String, _ text: String) {
    var binding = Outline.Binding(
      name: draft.name(name), kind: .variable, scope: types[types.count - 1].scope)
    binding.text = draft.name(text)
    binding.marks.insert(.isStatic)
    draft.add(binding)
  }

  /// The values of the last expression are results, and those that are returned before.
  private mutating func inferResult(of binding: UInt32, _ body: Int) {
    let values = results(of: body) + returned(in: body)
    let term = inSignature { $0.silentChoice(values, at: body) }
    guard term != Outline.none else { return }
    draft.update(binding) {
      $0.type = term
      $0.marks.insert(.isInferred)
    }
  }

  /// What a method hands to its block, the first time that it does: `yield order`, `block.call(order)`.
  private mutating func inferYield(_ index: Int, _ name: String, _ body: Int, isStatic: Bool) {
    guard types.count > 1 else { return }
    let block = child(index, fields.parameters).flatMap { first($0, .blockParameter) }
      .flatMap { child($0, fields.name) }.map { draft.text(of: $0) }
    for node in nodes(in: body) {
      var list: Int?
      if kind(node) == .yieldStatement {
        list = first(node, .argumentList)
      } else if let block, kind(node) == .call, let receiver = child(node, fields.receiver),
        draft.text(of: receiver) == block, let method = child(node, fields.method),
        draft.isText(method, "call")
      {
        list = child(node, fields.arguments)
      }
      guard let list, let value = children(list).first(where: { _ in true }) else { continue }
      let term = inSignature { $0.silentValue(value) }
      if term != Outline.none {
        bind(RubyNames.yieldMark + name, .variable, isStatic: isStatic, type: term)
      }
      return
    }
  }

  /// Parameters of methods, blocks and lambdas; `element` is the value of the one at `place`.
  mutating func readParameters(_ list: Int, element: UInt32 = Outline.none, place: Int = 0) {
    let parts = children(list).filter { kind($0) != nil }
    for (position, part) in parts.enumerated() {
      let value = position == place ? element : Outline.none
      if let name = kind(part) == .identifier ? part : child(part, fields.name) {
        assigned[draft.name(of: name)] = nil
      }
      switch kind(part) {
      case .identifier: draft.addLocal(draft.name(of: part), value)
      case .destructuredParameter: readParameters(part)
      case .optionalParameter, .keywordParameter:
        let term = child(part, fields.value).map { visit($0) } ?? Outline.none
        if let name = child(part, fields.name) { draft.addLocal(draft.name(of: name), term) }
      case .splatParameter, .hashSplatParameter, .blockParameter:
        if let name = child(part, fields.name) {
          draft.addLocal(draft.name(of: name), Outline.none)
        }
      default: break
      }
    }
  }

  /// `alias new old`.
  mutating func readAlias(_ index: Int) {
    guard let name = child(index, fields.name), let old = child(index, fields.alias) else { return }
    addAlias(draft.text(of: name).droppingColon, of: draft.text(of: old).droppingColon, at: index)
  }

  mutating func addAlias(_ name: String, of old: String, at index: Int) {
    guard types.count > 1, name.first != "$" else { return }
    let isStatic = types[types.count - 1].isSingleton
    let type = inSignature { walk -> UInt32 in
      let me = walk.memberSelf(isStatic: isStatic, at: index)
      return walk.draft.add(.member, .call, name: walk.draft.name(old), base: me, at: index)
    }
    declareMethod(name, at: index, isStatic: isStatic, type: type)
  }

  /// `self` inside of a method of the type that is being read.
  mutating func memberSelf(isStatic: Bool, at index: Int) -> UInt32 {
    isStatic
      ? draft.add(.name, .silent, name: draft.name(RubyNames.selfType), at: index)
      : draft.add(.selfValue, .silent, at: index)
  }
}

extension String {
  var droppingColon: String { hasPrefix(":") ? String(dropFirst()) : self }
  fileprivate var droppingLastDot: String { hasSuffix(".") ? String(dropLast()) : self }
}
