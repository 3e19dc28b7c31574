internal import Facts
internal import TreeSitterBinding

/// What Rails makes of calls in the bodies of classes.
extension RubyWalk {
  /// `has_many :orders, class_name: "Billing::Order"`.
  mutating func readAssociation(_ index: Int, _ macro: String) {
    let arguments = arguments(index)
    guard let first = arguments.first, let name = constantText(first) else {
      return visitRest(arguments)
    }
    let isMany = macro.contains("many")
    var target: UInt32 = Outline.none
    if let className = className(name, isMany, arguments) {
      target = inSignature { walk in
        walk.draft.add(
          .name, .wiring, name: walk.draft.name(RubyNames.rowMark + className), at: first)
      }
    }
    declareMethod(name, .field, at: index, type: target, isInferred: isMany)
    let symbol = UInt32(draft.facts.symbols.count - 1)
    for extra in isMany
      ? [name + "="]
      : [name + "=", "build_" + name, "create_" + name, "create_" + name + "!", "reload_" + name]
    {
      bind(extra, .function, symbol: symbol, type: target, isInferred: false)
    }
    if macro == "has_and_belongs_to_many", let node = option("join_table", in: arguments),
      let table = constantText(node)
    {
      add(.table, table, .read, at: node)
    }
    for argument in arguments.dropFirst() where kind(argument) != .pair { visit(argument) }
    readSymbols(
      of: arguments, keys: ["before_add", "after_add", "before_remove", "after_remove", "if"])
    if let block = child(index, fields.block) { visitBlock(block, element: Outline.none) }
  }

  /// `preference :currency, :string`, `class_name_attribute :mailer_class, default: "OrderMailer"`.
  mutating func readDeclarer(_ index: Int, _ macro: String) {
    let arguments = arguments(index)
    guard let first = arguments.first, kind(first) == .symbol else { return }
    let name = literal(first)
    var type = Outline.none
    if name.hasSuffix("_class"), let node = option("default", in: arguments),
      let path = constantText(node), path.unicodeScalars.first?.properties.isUppercase == true
    {
      type = inSignature { walk in
        walk.draft.add(.name, .silentType, name: walk.draft.name("::" + path), at: node)
      }
    }
    declareMethod(name, .field, at: index, type: type)
    let symbol = UInt32(draft.facts.symbols.count - 1)
    bind(name + "=", .function, symbol: symbol)
    if macro == "preference" { bind("preferred_" + name, .function, symbol: symbol) }
  }

  private func className(_ name: String, _ isMany: Bool, _ arguments: [Int]) -> String? {
    if let node = option("class_name", in: arguments) {
      if isText(node) { return constantText(node) }
      // `class_name: Order.name`.
      if kind(node) == .call, let receiver = child(node, fields.receiver), isPath(receiver) {
        return path(receiver)
      }
      return nil
    }
    if let node = option("polymorphic", in: arguments), kind(node) == .trueLiteral { return nil }
    let source = option("source", in: arguments).flatMap(constantText) ?? name
    return RubyNames.className(of: source, isPlural: isMany)
  }

  /// `before_action :find_order, if: :open?`: methods of this class by their names.
  mutating func readCallback(_ index: Int, _ name: String) -> Bool {
    guard RubyNames.isCallback(name) else { return false }
    let arguments = arguments(index)
    for argument in arguments where kind(argument) == .symbol && !name.hasPrefix("validates") {
      addAddress(literal(argument), at: argument, isStatic: false)
    }
    readSymbols(of: arguments, keys: ["if", "unless", "with", "do"])
    let outer = selfKind
    selfKind = .instance
    for argument in arguments where kind(argument) != .symbol && kind(argument) != .pair {
      visit(argument)
    }
    if let block = child(index, fields.block) { visitBlock(block, element: Outline.none) }
    selfKind = outer
    return true
  }

  /// Methods that options name.
  private mutating func readSymbols(of arguments: [Int], keys: [String]) {
    for argument in arguments where kind(argument) == .pair {
      guard let key = child(argument, fields.key), let value = child(argument, fields.value) else {
        continue
      }
      guard keys.contains(literalKey(key)) else {
        if kind(value) != .symbol { visit(value) }
        continue
      }
      let named = names([value])
      for node in named { addAddress(literal(node), at: node, isStatic: false) }
      let outer = selfKind
      selfKind = .instance
      if named.isEmpty { visit(value) }
      selfKind = outer
    }
  }

  /// `isolate_namespace Shop` puts the module's name before those of its tables.
  mutating func readEngine(_ index: Int) {
    guard let module = arguments(index).first, isPath(module) else { return }
    visit(module)
    let name = path(module).droppingRoot
    let words = name.split(separator: ":").map { FrameworkNames.snake(String($0)) }
    reopen("::" + name) { $0.addText("table_name_prefix", words.joined(separator: "_") + "_") }
  }

  /// `queue_as :mailers`, `sidekiq_options queue: "low"`.
  mutating func readQueue(_ index: Int, _ name: String) {
    let arguments = arguments(index)
    let node = name == "queue_as" ? arguments.first : option("queue", in: arguments)
    if let node, let text = constantText(node) {
      add(.queue, text, .define, at: node)
      add(.queue, text, .read, at: node)
    }
    visitRest(arguments)
  }
}
