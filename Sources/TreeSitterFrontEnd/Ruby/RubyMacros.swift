internal import Facts
internal import TreeSitterBinding

/// Calls in the bodies of classes and modules that declare something.
extension RubyWalk {
  /// Whether a call without a receiver was read as a declaration.
  mutating func readMacro(_ index: Int, _ name: String) -> Bool {
    if readLoading(index, name) { return true }
    if isSchema, readSchema(index, name) { return true }
    if routes != nil, readRoute(index, name) { return true }
    guard types.count > 1, methodDepth == 0 else {
      noteInclusion(index, name)
      return false
    }
    readInclusionMacro(index, name)
    switch name {
    case "include", "prepend", "extend": readMixins(index, name)
    case "attr_reader", "attr_writer", "attr_accessor", "cattr_accessor", "mattr_accessor",
      "cattr_reader", "mattr_reader", "class_attribute", "thread_mattr_accessor", "attribute",
      "store_accessor", "attr_internal":
      readAttributes(index, name)
    case "private", "protected", "public", "private_class_method", "memoize", "helper_method",
      "module_function", "public_class_method", "private_constant":
      readModifier(index, name)
    case "alias_method": readAliasMethod(index)
    case "define_method": return readDefinedMethod(index)
    case "scope": readScope(index)
    case "delegate", "def_delegators", "def_delegator", "delegate_missing_to":
      readDelegate(index, name)
    case "included", "class_methods", "prepended": return readConcernBlock(index, name)
    case "has_many", "has_and_belongs_to_many", "belongs_to", "has_one", "embeds_many",
      "embeds_one",
      "has_one_attached", "has_many_attached":
      readAssociation(index, name)
    case "isolate_namespace": readEngine(index)
    case "queue_as", "sidekiq_options": readQueue(index, name)
    default:
      if RubyNames.declarers.contains(name) { readDeclarer(index, name) }
      return readCallback(index, name)
    }
    return true
  }

  func arguments(_ index: Int) -> [Int] {
    guard let list = child(index, fields.arguments) else { return [] }
    return children(list).filter { kind($0) != .comment }
  }

  /// The value of `key:` or `:key =>`.
  func option(_ name: String, in arguments: [Int]) -> Int? {
    for argument in arguments where kind(argument) == .pair {
      guard let key = child(argument, fields.key), literalKey(key) == name else { continue }
      return child(argument, fields.value)
    }
    return nil
  }

  func literalKey(_ index: Int) -> String {
    kind(index) == .hashKeySymbol ? draft.text(of: index) : literal(index)
  }

  /// The names of symbols and texts among arguments, lists included.
  func names(_ arguments: [Int]) -> [Int] {
    arguments.flatMap { argument -> [Int] in
      switch kind(argument) {
      case .symbol, .string, .bareSymbol, .bareString: [argument]
      case .array, .symbolArray, .stringArray, .splatArgument: names(Array(children(argument)))
      default: []
      }
    }
  }

  mutating func visitRest(_ arguments: [Int]) {
    for argument in arguments where !isText(argument) { visit(argument) }
  }

  // MARK: Mixins

  private mutating func readMixins(_ index: Int, _ name: String) {
    for argument in arguments(index) {
      guard kind(argument) == .selfWord || isPath(argument) else {
        visit(argument)
        continue
      }
      let isStatic = name == "extend" || types[types.count - 1].isSingleton
      let term = inSignature { walk in
        walk.kind(argument) == .selfWord
          ? walk.selfTerm(at: argument) : walk.readPath(argument, .inherit)
      }
      addMixin(term, isStatic: isStatic)
    }
  }

  private mutating func addMixin(_ term: UInt32, isStatic: Bool) {
    if isStatic {
      bind(
        RubyNames.extended, .alias, isStatic: types[types.count - 1].isForIncluders, type: term)
    } else {
      types[types.count - 1].mixins.append(term)
    }
  }

  /// `Order.class_eval do`, `Order.prepend Audited`, `Order.send(:include, Audited)`.
  mutating func readReopening(_ index: Int, _ receiver: Int, _ name: String) -> Bool {
    if isIncluder(receiver) { return readInclusion(index, name) }
    guard isPath(receiver), methodDepth == 0 || name != "new" else { return false }
    var arguments = arguments(index)
    var name = name
    if name == "send" || name == "public_send", let first = arguments.first, isText(first) {
      name = literal(first)
      arguments.removeFirst()
    }
    switch name {
    case "class_eval", "class_exec", "module_eval":
      guard let block = child(index, fields.block), let body = child(block, fields.body) else {
        return false
      }
      visit(receiver)
      reopen(path(receiver)) { $0.visitChildren(body) }
    case "include", "prepend", "extend":
      guard !arguments.isEmpty, arguments.allSatisfy({ isPath($0) || isOwnType($0) }) else {
        return false
      }
      visit(receiver)
      let isStatic = name == "extend"
      let own = "::" + types[types.count - 1].prefix.split(separator: ".").joined(separator: "::")
      reopen(path(receiver)) { walk in
        for argument in arguments {
          let name = walk.isPath(argument) ? walk.path(argument) : own
          let term = walk.inSignature {
            $0.draft.add(.name, .inherit, name: $0.draft.name(name), at: argument)
          }
          walk.addMixin(term, isStatic: isStatic)
        }
      }
    default: return false
    }
    return true
  }

  /// `self` in the body of a type.
  private func isOwnType(_ index: Int) -> Bool {
    kind(index) == .selfWord && selfKind == .type && types.count > 1
  }

  // MARK: Inclusions

  /// The type that `def self.included(base)` is called with.
  private mutating func isIncluder(_ receiver: Int) -> Bool {
    guard kind(receiver) == .identifier, selfKind == .type, methodName != Outline.none,
      RubyNames.inclusions.contains(draft.text(ofName: methodName)), types.count > 1
    else { return false }
    return draft.local(at: receiver) != nil
  }

  /// `base.extend ClassMethods`, `base.class_eval do`, in `def self.included(base)`.
  private mutating func readInclusion(_ index: Int, _ name: String) -> Bool {
    var (arguments, name) = (arguments(index), name)
    if name == "send", let first = arguments.first, isText(first) {
      name = literal(first)
      arguments.removeFirst()
    }
    let last = types.count - 1
    let outer = (types[last].isForIncluders, methodDepth, methodName)
    defer { (types[last].isForIncluders, methodDepth, methodName) = outer }
    types[last].isForIncluders = true
    (methodDepth, methodName) = (0, Outline.none)
    switch name {
    case "class_eval", "class_exec", "instance_eval":
      guard let block = child(index, fields.block), let body = child(block, fields.body) else {
        return false
      }
      visitChildren(body)
    case "include", "prepend", "extend":
      guard !arguments.isEmpty, arguments.allSatisfy(isPath) else { return false }
      for argument in arguments {
        let term = inSignature { $0.readPath(argument, .inherit) }
        addMixin(term, isStatic: name == "extend")
      }
    default: return false
    }
    return true
  }

  /// `acts_as_list` makes the class take in what the method of that name includes.
  mutating func readInclusionMacro(_ index: Int, _ name: String) {
    guard name.hasPrefix("acts_as_") else { return }
    let term = inSignature {
      $0.draft.add(.name, .inherit, name: $0.draft.name(RubyNames.macroMark + name), at: index)
    }
    types[types.count - 1].mixins.append(term)
  }

  /// `include List` in a method of classes.
  mutating func noteInclusion(_ index: Int, _ name: String) {
    guard methodDepth > 0, methodName != Outline.none else { return }
    var arguments = arguments(index)
    if name == "send", let first = arguments.first, isText(first), literal(first) == "include" {
      arguments.removeFirst()
    } else if name != "include" {
      return
    }
    let method = draft.text(ofName: methodName)
    guard method.hasPrefix("acts_as_"), let path = arguments.first, isPath(path) else { return }
    let type = inSignature { $0.readPath(path, .silentType) }
    bind(RubyNames.macroMark + method, .alias, type: type)
  }

  /// What a concern does to those who include it.
  private mutating func readConcernBlock(_ index: Int, _ name: String) -> Bool {
    guard let block = child(index, fields.block), let body = child(block, fields.body) else {
      return false
    }
    let last = types.count - 1
    let outer = (types[last].isForIncluders, types[last].isSingleton)
    types[last].isForIncluders = true
    types[last].isSingleton = name == "class_methods"
    visitChildren(body)
    (types[last].isForIncluders, types[last].isSingleton) = outer
    return true
  }

  // MARK: Members

  private mutating func readAttributes(_ index: Int, _ name: String) {
    let isStatic =
      types[types.count - 1].isSingleton || name.contains("mattr") || name.contains("cattr")
      || name == "class_attribute"
    let arguments = arguments(index)
    visitRest(arguments)
    var named = names(arguments)
    if name == "attribute" || name == "store_accessor" {
      named = name == "attribute" ? Array(named.prefix(1)) : Array(named.dropFirst())
    }
    for node in named {
      let attribute = literal(node)
      let type = inSignature { walk -> UInt32 in
        let me = walk.memberSelf(isStatic: isStatic, at: node)
        return walk.draft.add(
          .member, .silent, name: walk.draft.name("@" + attribute), base: me, at: node)
      }
      if name != "attr_writer" {
        declareMethod(attribute, .field, at: node, isStatic: isStatic, type: type)
      }
      if !name.hasSuffix("reader") {
        let symbol =
          name == "attr_writer"
          ? declare(attribute, .field, at: node, isStatic: isStatic)
          : UInt32(draft.facts.symbols.count - 1)
        bind(attribute + "=", .function, symbol: symbol, isStatic: isStatic)
      }
      if name == "class_attribute" {
        bind(attribute, .function, symbol: UInt32(draft.facts.symbols.count - 1))
      }
    }
  }

  private mutating func readModifier(_ index: Int, _ name: String) {
    let arguments = arguments(index)
    if name == "module_function", arguments.isEmpty {
      types[types.count - 1].isModuleFunction = true
    }
    for argument in arguments {
      if kind(argument) == .method || kind(argument) == .singletonMethod || !isText(argument) {
        visit(argument)
      } else if name == "module_function",
        let symbol = types[types.count - 1].methods[literal(argument)]
      {
        bind(literal(argument), .function, symbol: symbol, isStatic: true)
      } else if name == "helper_method" {
        addAddress(literal(argument), at: argument, isStatic: false)
      }
    }
  }

  private mutating func readAliasMethod(_ index: Int) {
    let arguments = arguments(index)
    guard arguments.count == 2, isText(arguments[0]), isText(arguments[1]) else { return }
    addAlias(literal(arguments[0]), of: literal(arguments[1]), at: index)
  }

  /// `define_method(:total) { … }`.
  private mutating func readDefinedMethod(_ index: Int) -> Bool {
    let arguments = arguments(index)
    guard let first = arguments.first, let name = constantText(first) else { return false }
    let isStatic = types[types.count - 1].isSingleton
    let symbol = declare(name, .method, at: index, isStatic: isStatic)
    let binding = bind(name, .function, symbol: symbol, isStatic: isStatic)
    let outer = (selfKind, methodDepth)
    (selfKind, methodDepth) = (isStatic ? .type : .instance, 1)
    draft.open(.function, owner: binding, symbol: symbol)
    for argument in arguments.dropFirst() { visit(argument) }
    if let block = child(index, fields.block) { visitBlock(block, element: Outline.none) }
    draft.close()
    (selfKind, methodDepth) = outer
    return true
  }

  /// `scope :paid, -> { where(paid: true) }` is a method of the class that gives rows of it.
  private mutating func readScope(_ index: Int) {
    let arguments = arguments(index)
    guard let first = arguments.first, let name = constantText(first) else {
      return visitRest(arguments)
    }
    let symbol = declare(name, .method, at: index, isStatic: true)
    let type = inSignature { $0.memberSelf(isStatic: true, at: index) }
    let binding = bind(name, .function, symbol: symbol, isStatic: true, type: type)
    draft.open(.function, owner: binding, symbol: symbol)
    let outer = methodDepth
    methodDepth = 1
    visitRest(Array(arguments.dropFirst()))
    if let block = child(index, fields.block) { visitBlock(block, element: Outline.none) }
    methodDepth = outer
    draft.close()
  }

  /// `delegate :name, to: :customer, prefix: true`, `def_delegators :@items, :size`.
  private mutating func readDelegate(_ index: Int, _ name: String) {
    var arguments = arguments(index)
    if name == "delegate_missing_to" { return }
    var target: String?
    var prefix = ""
    if name == "delegate" {
      guard let node = option("to", in: arguments) else { return visitRest(arguments) }
      if isPath(node) { visit(node) }
      target = isPath(node) ? nil : literal(node)
      if let node = option("prefix", in: arguments) {
        prefix = (kind(node) == .trueLiteral ? target ?? "" : literal(node)) + "_"
      }
    } else {
      guard let first = arguments.first, isText(first) else { return visitRest(arguments) }
      target = literal(first)
      arguments.removeFirst()
      if name == "def_delegator", arguments.count > 1 { arguments = [arguments[0]] }
    }
    guard let target, !target.isEmpty else { return }
    let isStatic = types[types.count - 1].isSingleton
    for node in names(arguments) {
      let method = literal(node)
      let type = inSignature { walk -> UInt32 in
        let base = walk.delegate(target, isStatic: isStatic, at: node)
        return walk.draft.add(
          .member, .call, name: walk.draft.name(method), base: base, at: node)
      }
      declareMethod(prefix + method, at: node, isStatic: isStatic, type: type)
    }
  }

  private mutating func delegate(_ target: String, isStatic: Bool, at index: Int) -> UInt32 {
    if target == "class" { return memberSelf(isStatic: true, at: index) }
    let me = memberSelf(isStatic: isStatic, at: index)
    let member = draft.add(.member, .silent, name: draft.name(target), base: me, at: index)
    return target.hasPrefix("@")
      ? member : draft.add(.invoke, .silent, base: member, at: index)
  }
}
