internal import Facts
internal import TreeSitterBinding

/// Types.
extension CSharpWalk {
  /// What the modifiers of a declaration say.
  struct Modifiers {
    var words: Set<String> = []
    var attributes: [Int] = []

    var isStatic: Bool { words.contains("static") || words.contains("const") }
    var isConstant: Bool { words.contains("const") }
    var isReadOnly: Bool { words.contains("const") || words.contains("readonly") }
  }

  func modifiers(_ index: Int) -> Modifiers {
    var found = Modifiers()
    for part in children(index) {
      switch kind(part) {
      case .modifier: found.words.insert(draft.text(of: part))
      case .attributeList: found.attributes.append(part)
      default: break
      }
    }
    return found
  }

  /// A declaration at the level of the file, of a namespace, or of a type.
  mutating func readMember(_ index: Int) {
    switch kind(index) {
    case .namespace: readNamespace(index)
    case .using, .globalStatement, .comment: break
    case .classDeclaration, .structDeclaration, .recordDeclaration, .interfaceDeclaration,
      .enumDeclaration:
      readTypeDeclaration(index)
    case .delegateDeclaration: readDelegate(index)
    case .enumMember: readEnumMember(index)
    case .field, .eventField: readFields(index)
    case .property, .event: readProperty(index)
    case .indexer: readIndexer(index)
    case .method, .localFunction: readMethod(index)
    case .constructor: readConstructor(index)
    case .destructor, .operatorDeclaration, .conversion: readUnnamed(index)
    case .globalAttribute: readGlobalAttribute(index)
    case .preprocIf, .preprocElif:
      for part in children(index) where draft.node(part).field != fields.condition {
        readMember(part)
      }
    case .preprocRegion, .preprocPragma, .preprocDefine, .preprocUndef, .identifier: break
    case nil:
      // Parts that group others (`preproc_else`), and what no rule fits.
      for part in children(index) { readMember(part) }
    default: visit(index)
    }
  }

  mutating func readTypeDeclaration(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = simpleName(nameNode)
    let modifiers = modifiers(index)
    let parameters = typeParameterNodes(index)
    let looked = parameters.isEmpty ? name : name + "`\(parameters.count)"
    let isInterface = kind(index) == .interfaceDeclaration
    let key = keyPrefix.isEmpty ? looked : keyPrefix + "." + looked
    let symbol = draft.declare(
      name, .type, key: key, at: index,
      traits: isInterface || modifiers.words.contains("abstract") ? .abstract : [])
    var binding = Outline.Binding(
      name: draft.name(looked), kind: .type, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    if isInterface { binding.marks.insert(.isInterface) }
    if modifiers.words.contains("partial") { binding.marks.insert(.isPartial) }
    let owner = draft.add(binding)
    let outerKey = keyPrefix
    keyPrefix = key
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    readTypeParameters(index)
    let mark = draft.localMark
    readHeading(index, looked, symbol, modifiers)
    addTable(symbol, modifiers.attributes)
    if let body = child(index, fields.body) { readTypeBody(body) }
    draft.forgetLocals(since: mark)
    draft.closePrefix()
    draft.close()
    keyPrefix = outerKey
  }

  private mutating func readTypeBody(_ body: Int) {
    for member in children(body) { readMember(member) }
  }

  /// Attributes, the parameters of a primary constructor, and what the type is derived from.
  private mutating func readHeading(
    _ index: Int, _ name: String, _ symbol: UInt32, _ modifiers: Modifiers
  ) {
    readAttributes(modifiers.attributes, of: symbol)
    if first(index, .parameterList) != nil { readPrimaryConstructor(index, name, symbol) }
    guard let list = first(index, .baseList) else { return }
    var above = Outline.none
    for part in children(list) {
      switch kind(part) {
      case .argumentList:
        construct(above, part)
      case .primaryBase:
        draft.openSignature()
        above = child(part, fields.type).map { readType($0, .inherit) } ?? Outline.none
        draft.closeSignature()
        draft.addSupertype(above)
        if let arguments = first(part, .argumentList) { construct(above, arguments) }
      default:
        guard isType(part), kind(part) != .predefinedType else { continue }
        draft.openSignature()
        above = readType(part, .inherit)
        draft.closeSignature()
        draft.addSupertype(above)
      }
    }
  }

  private mutating func construct(_ type: UInt32, _ arguments: Int) {
    let operands = readArguments(arguments, base: Outline.none, name: Outline.none)
    guard type != Outline.none else { return }
    _ = draft.add(.construct, .call, base: type, at: arguments, operands: operands)
  }

  /// The parameters can be named in the whole type; those of a record are its properties.
  private mutating func readPrimaryConstructor(_ index: Int, _ name: String, _ symbol: UInt32) {
    let isRecord = kind(index) == .recordDeclaration
    let parameters = readParameters(index)
    for (position, parameter) in parameters.items.enumerated() {
      if isRecord {
        let modifiers = modifiers(parameter.node)
        declareVariable(
          parameter.name, parameters.types[position], modifiers, at: parameter.node,
          isMutable: false)
      } else {
        addLocal(
          draft.name(parameter.name), ofType: parameters.types[position], at: parameter.node)
      }
    }
    var constructor = Outline.Binding(
      name: draft.name(name), kind: .constructor, scope: draft.scope)
    constructor.symbol = symbol
    constructor.setParameters(parameters)
    draft.add(constructor)
  }

  // MARK: Type parameters

  private func typeParameterNodes(_ index: Int) -> [Int] {
    guard let list = first(index, .typeParameterList) else { return [] }
    return children(list).filter { kind($0) == .typeParameter }
  }

  mutating func readTypeParameters(_ index: Int) {
    draft.openSignature()
    defer { draft.closeSignature() }
    for (position, parameter) in typeParameterNodes(index).enumerated() {
      guard let name = child(parameter, fields.name) else { continue }
      var binding = Outline.Binding(
        name: draft.name(of: name), kind: .typeParameter, scope: draft.scope)
      binding.least = UInt8(clamping: position)
      binding.type = readBound(of: name, index)
      draft.add(binding)
    }
  }

  /// The first type among the constraints of a type parameter.
  private mutating func readBound(of parameter: Int, _ index: Int) -> UInt32 {
    var bound = Outline.none
    for clause in children(index) where kind(clause) == .constraints {
      guard let name = first(clause, .identifier),
        draft.tree.text(of: name).elementsEqual(draft.tree.text(of: parameter))
      else { continue }
      for constraint in children(clause) where kind(constraint) == .constraint {
        guard let type = child(constraint, fields.type) else { continue }
        let term = readType(type, .type)
        if bound == Outline.none { bound = term }
      }
    }
    return bound
  }

  // MARK: Delegates and enumerations

  private mutating func readDelegate(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = simpleName(nameNode)
    let count = typeParameterNodes(index).count
    let looked = count == 0 ? name : name + "`\(count)"
    let symbol = draft.declare(
      name, .type, key: keyPrefix.isEmpty ? looked : keyPrefix + "." + looked, at: index)
    var binding = Outline.Binding(
      name: draft.name(looked), kind: .type, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    let owner = draft.add(binding)
    draft.open(.type, owner: owner, symbol: symbol)
    readTypeParameters(index)
    draft.openSignature()
    draft.addSupertype(draft.builtIn(draft.name("Delegate")))
    if let type = child(index, fields.type) { _ = readType(type, .type) }
    draft.closeSignature()
    _ = readParameters(index)
    readAttributes(modifiers(index).attributes, of: symbol)
    draft.close()
  }

  private mutating func readEnumMember(_ index: Int) {
    guard let name = child(index, fields.name) else { return }
    let symbol = draft.declare(simpleName(name), .constant, at: index)
    var binding = Outline.Binding(
      name: draft.name(simpleName(name)), kind: .enumCase, marks: [.isStatic, .isInferred],
      scope: draft.scope)
    binding.symbol = symbol
    draft.openSignature()
    binding.type = draft.add(.selfValue, .silent, at: index)
    draft.closeSignature()
    draft.add(binding)
    readAttributes(modifiers(index).attributes, of: symbol)
    if let value = child(index, fields.value) { visit(value) }
  }
}
