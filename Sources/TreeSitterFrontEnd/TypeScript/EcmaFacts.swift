internal import Facts
internal import TreeSitterBinding

/// Decorators, literals, tables, wiring, and what decides how a process lives.
extension EcmaWalk {
  /// `@Get('/x')`: its arguments, and what they use.
  mutating func readDecorator(_ index: Int, of symbol: UInt32) {
    guard let expression = children(index).first(where: { kind($0) != nil && kind($0) != .comment })
    else { return }
    let call = kind(expression) == .call ? expression : nil
    let nameNode = call.flatMap { child($0, fields.function) } ?? expression
    _ = visit(nameNode, .annotation)
    let name = draft.text(of: nameNode)
    var arguments: [TriggerDeclaration.Attribute] = []
    if let call, let list = child(call, fields.arguments) {
      for argument in children(list) where kind(argument) != .comment {
        readArgument(argument, "", into: &arguments)
        visit(argument)
      }
    }
    if let list = call.flatMap({ child($0, fields.typeArguments) }) { _ = readTypeArguments(list) }
    draft.facts.annotations.append(
      Annotation(
        name: name, qualifiedName: qualifiedDecorator(name), arguments: arguments, symbol: symbol,
        line: draft.line(index)))
  }

  private func qualifiedDecorator(_ name: String) -> String {
    let first = name.prefix { $0 != "." }
    guard let known = importedNames[String(first)] else { return name }
    return known + name.dropFirst(first.count)
  }

  private func readArgument(
    _ index: Int, _ key: String, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    switch kind(index) {
    case .string: arguments.append(.init(key: key, value: literal(index)))
    case .array:
      for part in children(index) where kind(part) != .comment {
        readArgument(part, key, into: &arguments)
      }
    case .object:
      for part in children(index) { readProperty(part, key, into: &arguments) }
    default:
      if kind(index) == .template, first(index, .substitution) == nil {
        arguments.append(.init(key: key, value: literal(index)))
      } else {
        arguments.append(.init(key: key, value: draft.text(of: index)))
      }
    }
  }

  private func readProperty(
    _ index: Int, _ prefix: String, into arguments: inout [TriggerDeclaration.Attribute]
  ) {
    let start = prefix.isEmpty ? "" : prefix + "."
    switch kind(index) {
    case .pair:
      guard let name = child(index, fields.key).flatMap(propertyName),
        let value = child(index, fields.value)
      else { return }
      readArgument(value, start + name, into: &arguments)
    case .shorthand:
      arguments.append(.init(key: start + draft.text(of: index), value: draft.text(of: index)))
    default: break
    }
  }

  /// The table of an entity of TypeORM.
  mutating func addTable(_ name: String, _ symbol: UInt32, decorators: [Int]) {
    guard !decorators.isEmpty else { return }
    for annotation in draft.facts.annotations.suffix(decorators.count * 4)
    where annotation.symbol == symbol {
      guard annotation.qualifiedName == "typeorm.Entity" || annotation.name == "Entity" else {
        continue
      }
      let first = annotation.arguments.first { $0.key.isEmpty && !$0.value.isEmpty }?.value
      let table = first ?? annotation["name"] ?? Self.snakeCase(name)
      draft.facts.dataAccesses.append(
        DataAccess(
          store: .table, name: table.lowercased(), access: .define, line: annotation.line,
          symbol: symbol))
      return
    }
  }

  /// `OrderItem` as `order_item`.
  private static func snakeCase(_ name: String) -> String {
    var text = ""
    var last: Character?
    for character in name {
      if character.isUppercase, let last, last.isLowercase || last.isNumber { text += "_" }
      text.append(character)
      last = character
    }
    return text.lowercased()
  }

  // MARK: Literals

  /// The characters of a literal: without quotes, escapes undone, a blank question mark for parts
  /// that are computed.
  func literal(_ index: Int) -> String {
    let bytes = draft.tree.text(of: index)
    guard bytes.count >= 2 else { return "" }
    var text: [UInt8] = []
    var position = bytes.startIndex + 1
    let end = bytes.endIndex - 1
    let holes = children(index).filter { kind($0) == .substitution }.map {
      Int(draft.node($0).start)..<Int(draft.node($0).stop)
    }
    var nextHole = 0
    while position < end {
      if nextHole < holes.count, holes[nextHole].lowerBound == position {
        text += " ? ".utf8
        position = holes[nextHole].upperBound
        nextHole += 1
        continue
      }
      let byte = bytes[position]
      if byte == 0x5c, position + 1 < end {
        position += 1
        let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
        text.append(plain[bytes[position]] ?? bytes[position])
      } else {
        text.append(byte)
      }
      position += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  mutating func visitTemplate(_ index: Int) -> UInt32 {
    addSQL(literal(index), at: index)
    for part in children(index) where kind(part) == .substitution { visitChildren(part) }
    return draft.builtIn(draft.name("string"))
  }

  mutating func addSQL(_ text: String, at index: Int) { draft.addSQL(text, at: index) }

  /// Literals joined by `+`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    guard operands.contains(where: { kind($0) == .string }) else { return }
    let text = operands.map { kind($0) == .string ? literal($0) : " ? " }.joined()
    addSQL(text, at: index)
  }

  // MARK: Calls that say more

  /// `main()` at the level of the file starts the process.
  mutating func markEntryPoint(_ call: Int) {
    guard let function = child(call, fields.function), kind(function) == .identifier,
      EcmaNames.entryPoints.contains(draft.text(of: function)),
      let binding = known(draft.name(of: function), 0, .function)
    else { return }
    let symbol = draft.symbol(ofBinding: binding)
    guard let place = draft.facts.declarations.firstIndex(where: { $0.symbol == symbol }) else {
      return
    }
    draft.facts.declarations[place].traits.insert(.entryPoint)
  }

  /// `app.use('/orders', router)`: the names among the arguments are wired.
  mutating func addWiring(_ call: Int, _ property: Int, _ operands: [UInt32]) {
    guard draft.isText(property, "use"), let list = child(call, fields.arguments) else { return }
    for argument in children(list) where kind(argument) == .identifier {
      let name = draft.name(of: argument)
      if draft.local(name) == nil { _ = term(.name, .wiring, name: name, at: argument) }
    }
  }

  mutating func addFacts(ofCall index: Int, _ function: Int) {
    switch kind(function) {
    case .identifier:
      let name = draft.text(of: function)
      if let fact = EcmaNames.lifetimeFunctions[name] { add(fact, function, name) }
    case .member:
      guard let object = child(function, fields.object),
        let property = child(function, fields.property)
      else { return }
      let name = draft.text(of: property)
      addPrismaAccess(object, name, at: property)
      guard kind(object) == .identifier || kind(object) == .member else { return }
      let owner = kind(object) == .member ? child(object, fields.property) ?? object : object
      let path = draft.text(of: owner) + "." + name
      if let fact = EcmaNames.lifetimeMethods[path] { add(fact, property, path) }
      if name == "listen", EcmaNames.servers.contains(draft.text(of: owner)) {
        add(.socketListened, property, path)
      }
    default: break
    }
  }

  mutating func addFacts(ofNew index: Int, _ constructor: Int) {
    guard kind(constructor) == .identifier else { return }
    let name = draft.text(of: constructor)
    if name == "Worker" { add(.threadStarted, constructor, "new " + name) }
  }

  /// `prisma.order.findMany()`: Prisma's client has a member for each model.
  private mutating func addPrismaAccess(_ object: Int, _ method: String, at index: Int) {
    guard let access = EcmaNames.prismaMethods[method], kind(object) == .member,
      let client = child(object, fields.object), let model = child(object, fields.property)
    else { return }
    let owner = kind(client) == .member ? child(client, fields.property) ?? client : client
    let name = draft.text(of: owner).lowercased()
    guard name.contains("prisma") || name == "tx" else { return }
    draft.facts.dataAccesses.append(
      DataAccess(
        store: .table, name: draft.text(of: model).lowercased(), access: access,
        line: draft.line(index), symbol: draft.symbol))
  }

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      draft.isText($0, "break;") || draft.isText($0, "break") || draft.isText($0, "return")
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }
}
