internal import Facts
internal import TreeSitterBinding

/// Functions, methods and what they are called with.
extension GoWalk {
  /// What the heading of a function gives.
  struct Heading {
    /// Names with the terms of their types: receiver, parameters, results.
    var locals: [(name: UInt32, type: UInt32, node: Int)] = []
    var parameters: [UInt32] = []
    var result = Outline.none
    var results: [UInt32] = []
  }

  mutating func readFunction(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = draft.text(of: nameNode)
    let isInit = name == "init" || name == "_"
    let isMain = name == "main" && namespace.hasSuffix(":main")
    let symbol = declare(
      name, .function, at: index, traits: isMain ? .entryPoint : [], isShared: isInit)
    draft.functions.append((draft.node(index).start, symbol))
    var owner = Outline.none
    if !isInit {
      owner = draft.add(binding(at: nameNode, .function, symbol))
      draft.update(owner) { $0.marks.insert(.isStatic) }
    }
    draft.open(.function, owner: owner, symbol: symbol)
    readTypeParameters(index)
    let heading = readHeading(index)
    if owner != Outline.none { finish(owner, heading) }
    readBody(index, heading)
    draft.close()
  }

  private mutating func finish(_ function: UInt32, _ heading: Heading) {
    draft.update(function) {
      $0.parameters = heading.parameters
      $0.type = heading.result
    }
  }

  /// A method stands beside its type, or in another file of the package.
  mutating func readMethod(_ index: Int) {
    guard let nameNode = child(index, fields.name), let list = child(index, fields.receiver),
      let receiver = first(list, .parameter), let typeNode = child(receiver, fields.type)
    else { return }
    let (typeName, arguments) = receiverType(typeNode)
    guard let typeName else { return }
    let type = draft.text(of: typeName)
    openExtension(type, arguments)
    draft.openPrefix(draft.qualified(type))
    let name = draft.text(of: nameNode)
    let symbol = declare(name, .method, at: index)
    draft.functions.append((draft.node(index).start, symbol))
    let owner = draft.add(binding(at: nameNode, .function, symbol))
    draft.open(.function, owner: owner, symbol: symbol)
    var heading = readHeading(index)
    finish(owner, heading)
    addReceiver(receiver, typeName, arguments, to: &heading)
    readBody(index, heading)
    if name == "TableName" { addTable(index, of: type, symbol) }
    draft.close()
    draft.closePrefix()
    draft.close()
  }

  /// The name of `*Store[K, V]` and the names that it gives to the type's parameters.
  private func receiverType(_ index: Int) -> (name: Int?, arguments: [Int]) {
    switch kind(index) {
    case .typeIdentifier: return (index, [])
    case .genericType:
      let name = child(index, fields.type).flatMap { receiverType($0).name }
      guard let list = child(index, fields.typeArguments) else { return (name, []) }
      return (name, children(list).compactMap { receiverType($0).name })
    default:
      for part in children(index) {
        let found = receiverType(part)
        if found.name != nil { return found }
      }
      return (nil, [])
    }
  }

  private mutating func openExtension(_ type: String, _ arguments: [Int]) {
    if arguments.isEmpty, let known = extensions[type] {
      draft.enter(known, symbol: Reference.fileLevel)
      return
    }
    draft.open(.type)
    draft.setNamespace(namespace + "." + type)
    if arguments.isEmpty {
      extensions[type] = draft.scope
      return
    }
    var position: UInt8 = 0
    for name in arguments { addTypeParameter(name, &position) }
  }

  private mutating func addReceiver(
    _ receiver: Int, _ typeName: Int, _ arguments: [Int], to heading: inout Heading
  ) {
    draft.openSignature()
    var type = draft.add(.name, .type, name: draft.name(of: typeName), at: typeName)
    if !arguments.isEmpty {
      let operands = arguments.map {
        draft.add(.name, .silentType, name: draft.name(of: $0), at: $0)
      }
      type = draft.add(.apply, .silentType, base: type, at: typeName, operands: operands)
    }
    draft.closeSignature()
    guard let name = child(receiver, fields.name) else { return }
    heading.locals.insert((draft.name(of: name), type, name), at: 0)
  }

  // MARK: Headings and bodies

  private mutating func readHeading(_ index: Int) -> Heading {
    draft.openSignature()
    defer { draft.closeSignature() }
    return readSignature(index)
  }

  /// Parameters and results of a function, as terms of what is being read.
  mutating func readSignature(_ index: Int) -> Heading {
    var heading = Heading()
    let parameters = child(index, fields.parameters)
    heading.parameters = readParameterTypes(parameters)
    addLocals(of: parameters, heading.parameters, to: &heading)
    guard let result = child(index, fields.result) else { return heading }
    (heading.result, heading.results) = readResult(result)
    if kind(result) == .parameterList { addLocals(of: result, heading.results, to: &heading) }
    return heading
  }

  private mutating func addLocals(of list: Int?, _ types: [UInt32], to heading: inout Heading) {
    guard let list else { return }
    var position = 0
    for part in children(list) {
      guard kind(part) == .parameter || kind(part) == .variadicParameter,
        child(part, fields.type) != nil
      else { continue }
      let names = all(part, fields.name)
      for (offset, name) in names.enumerated() where position + offset < types.count {
        heading.locals.append((draft.name(of: name), types[position + offset], name))
      }
      position += max(1, names.count)
    }
  }

  mutating func readBody(_ index: Int, _ heading: Heading) {
    guard let body = child(index, fields.body) else { return }
    let mark = draft.localMark
    functionDepth += 1
    for local in heading.locals { addLocal(local.name, type: local.type, at: local.node) }
    results.append(heading.results)
    visit(body)
    results.removeLast()
    functionDepth -= 1
    draft.forgetLocals(since: mark)
  }

  /// A local of a declared type.
  mutating func addLocal(_ name: UInt32, type: UInt32, at index: Int) {
    let term = type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index)
    draft.addLocal(name, term)
  }
}
