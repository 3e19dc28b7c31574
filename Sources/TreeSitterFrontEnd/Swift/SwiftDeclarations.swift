internal import Facts
internal import TreeSitterBinding

/// Types, extensions, protocols and what they are derived from.
extension SwiftWalk {
  /// What the modifiers of a declaration say.
  struct Modifiers {
    var words: Set<String> = []
    var attributes: [Int] = []

    var isPrivate: Bool { words.contains("private") || words.contains("fileprivate") }
    var isStatic: Bool { words.contains("static") || words.contains("class") }
  }

  func modifiers(_ index: Int) -> Modifiers {
    var found = Modifiers()
    func add(_ list: Int) {
      for part in children(list) {
        switch kind(part) {
        case .attribute: found.attributes.append(part)
        case .visibilityModifier:
          // `private(set)` leaves reading to everybody.
          if Array(children(part)).count == 1 { found.words.insert(draft.text(of: part)) }
        case .comment, .multilineComment: break
        default: found.words.insert(draft.text(of: part))
        }
      }
    }
    for part in children(index) where kind(part) == .modifiers { add(part) }
    if isPrivateAround { found.words.insert("fileprivate") }
    return found
  }

  /// A declaration at the level of the file or of a type, or a statement of a script.
  mutating func readMember(_ index: Int) {
    switch kind(index) {
    case .importDeclaration: readImport(index)
    case .classDeclaration: readType(declaration: index)
    case .protocolDeclaration: readProtocol(index)
    case .function, .protocolFunction: readFunction(index)
    case .initializer: readInitializer(index)
    case .deinitializer: readDeinitializer(index)
    case .subscriptDeclaration: readSubscript(index)
    case .property, .protocolProperty: readProperty(index)
    case .typeAlias: readAlias(index)
    case .associatedType: readAssociatedType(index)
    case .macroDeclaration: readMacro(index)
    case .enumEntry: readEnumEntry(index)
    case .operatorDeclaration, .precedenceGroup, .comment, .multilineComment, .directive: break
    case .error: for part in children(index) { readMember(part) }
    case nil: break
    default: visit(index)
    }
  }

  private mutating func readType(declaration index: Int) {
    if has(index, "extension") { return readExtension(index) }
    guard let nameNode = first(index, .typeIdentifier) else { return }
    let modifiers = modifiers(index)
    let isMain = modifiers.attributes.contains { attributeName($0) == "main" }
    let name = nameText(nameNode)
    _ = openType(index, name, modifiers, isMain ? .entryPoint : [])
    readTypeParameters(index)
    readSupertypes(index)
    readConstraints(index)
    let body = first(index, .classBody) ?? first(index, .enumBody)
    readAttributes(modifiers.attributes, of: draft.symbol)
    readBody(body)
    closeType()
  }

  private mutating func readProtocol(_ index: Int) {
    guard let nameNode = first(index, .typeIdentifier) else { return }
    let modifiers = modifiers(index)
    let owner = openType(index, nameText(nameNode), modifiers, .abstract)
    draft.update(owner) { $0.marks.insert(.isInterface) }
    readSupertypes(index)
    readConstraints(index)
    readAttributes(modifiers.attributes, of: draft.symbol)
    readBody(first(index, .protocolBody))
    closeType()
  }

  /// Opens a type inside the scope that is open; its binding.
  private mutating func openType(
    _ index: Int, _ name: String, _ modifiers: Modifiers, _ traits: Declaration.Traits
  ) -> UInt32 {
    let isLocal = draft.isInFunction
    if isLocal { innerTypes += 1 }
    let key = key(isLocal ? "\(name)$\(innerTypes)" : name)
    let symbol = draft.declare(name, .type, key: key, at: index, traits: traits)
    var binding = Outline.Binding(
      name: draft.name(name), kind: .type, marks: .isStatic, scope: draft.scope)
    binding.symbol = symbol
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    let owner = draft.add(binding)
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    return owner
  }

  private mutating func closeType() {
    draft.closePrefix()
    draft.close()
  }

  private mutating func readBody(_ body: Int?) {
    guard let body else { return }
    let outer = (wanted, result)
    (wanted, result) = (Outline.none, Outline.none)
    let first = draft.hideLocals()
    for member in children(body) { readMember(member) }
    draft.showLocals(from: first)
    (wanted, result) = outer
  }

  // MARK: Extensions

  /// A part of a type of its own, whose name no use has; ``SwiftExtensions`` joins them.
  private mutating func readExtension(_ index: Int) {
    let modifiers = modifiers(index)
    guard let typeNode = children(index).first(where: { isType($0) }) else { return }
    let name = extendedName(typeNode)
    guard !name.isEmpty else { return }
    let symbol = draft.declare(
      name, .type, key: key("extension " + name), at: index)
    var binding = Outline.Binding(
      name: draft.name(SwiftExtensions.mark + name), kind: .type, marks: [.isStatic, .isPartial],
      scope: draft.scope)
    binding.symbol = symbol
    let owner = draft.add(binding)
    draft.open(.function, symbol: symbol)
    draft.openSignature()
    let extended = readType(typeNode, .type)
    draft.closeSignature()
    draft.close()
    draft.open(.type, owner: owner, symbol: symbol)
    draft.openPrefix(draft.qualified(name))
    draft.addSupertype(extended)
    readSupertypes(index)
    readConstraints(index)
    readAttributes(modifiers.attributes, of: symbol)
    isPrivateAround = modifiers.isPrivate
    readBody(first(index, .classBody))
    isPrivateAround = false
    closeType()
  }

  /// The name of an extended type, without arguments: `A.B`, `Array`, `Optional`.
  private func extendedName(_ index: Int) -> String {
    switch kind(index) {
    case .userType:
      return children(index).filter { kind($0) == .typeIdentifier }.map { nameText($0) }
        .joined(separator: ".")
    case .arrayType: return "Array"
    case .dictionaryType: return "Dictionary"
    case .optionalType: return "Optional"
    default: return ""
    }
  }

  // MARK: Type parameters

  mutating func readTypeParameters(_ index: Int) {
    guard let list = first(index, .typeParameters) else { return }
    draft.openSignature()
    var position: UInt8 = 0
    for parameter in children(list) where kind(parameter) == .typeParameter {
      // Parts of a pack stand one level deeper.
      let holder = first(parameter, .packParameter) ?? parameter
      guard let nameNode = first(holder, .typeIdentifier) ?? first(holder, .simpleIdentifier)
      else { continue }
      var binding = Outline.Binding(name: name(nameNode), kind: .typeParameter, scope: draft.scope)
      binding.least = position
      if let bound = children(parameter).first(where: { isType($0) }) {
        binding.type = readType(bound, .type)
      }
      draft.add(binding)
      position = position &+ 1
    }
    draft.closeSignature()
  }

  /// `where T: Order`: a bound for the type parameter, if it is one of this declaration.
  mutating func readConstraints(_ index: Int) {
    guard let list = first(index, .typeConstraints) else { return }
    draft.openSignature()
    for constraint in children(list) where kind(constraint) == .typeConstraint {
      for part in children(constraint) {
        guard let typeNode = children(part).first(where: { isType($0) }) else { continue }
        let type = readType(typeNode, .type)
        guard let path = first(part, .identifier) else { continue }
        let names = children(path).filter { kind($0) == .simpleIdentifier }
        if names.count == 1 { addBound(type, to: name(names[0])) }
      }
    }
    draft.closeSignature()
  }

  private mutating func addBound(_ type: UInt32, to name: UInt32) {
    let scope = draft.scope
    for (number, binding) in draft.outline.bindings.enumerated().reversed()
    where binding.scope == scope && binding.name == name && binding.kind == .typeParameter {
      if binding.type == Outline.none { draft.update(UInt32(number)) { $0.type = type } }
      return
    }
  }

  // MARK: Supertypes

  private mutating func readSupertypes(_ index: Int) {
    draft.openSignature()
    defer { draft.closeSignature() }
    for specifier in children(index) where kind(specifier) == .inheritance {
      for part in children(specifier) {
        guard isType(part) else { continue }
        if kind(part) == .compositionType {
          for inner in children(part) where isType(inner) {
            draft.addSupertype(readType(inner, .inherit))
          }
        } else {
          draft.addSupertype(readType(part, .inherit))
        }
      }
    }
  }

  // MARK: Cases, aliases, macros

  /// `case new, paid(Int, at: Date)`: names, each perhaps with what it holds.
  private mutating func readEnumEntry(_ index: Int) {
    let modifiers = modifiers(index)
    var last: UInt32?
    var isValue = false
    for part in children(index) {
      switch kind(part) {
      case .simpleIdentifier where !isValue: last = declareCase(part, modifiers)
      case .enumParameters: if let last { readPayload(part, of: last) }
      case .modifiers, .comment, .multilineComment, .directive, .error: break
      case nil: isValue = draft.isText(part, "=")
      default:
        if isValue { setText(part, of: last) }
        isValue = false
      }
    }
  }

  private mutating func setText(_ value: Int, of binding: UInt32?) {
    visit(value)
    guard let binding, let text = spelledText(value), SpelledText.mayName(text) else { return }
    let name = draft.name(text)
    draft.update(binding) { $0.text = name }
  }

  private mutating func declareCase(_ nameNode: Int, _ modifiers: Modifiers) -> UInt32 {
    let text = nameText(nameNode)
    var binding = Outline.Binding(
      name: name(nameNode), kind: .enumCase, marks: [.isStatic, .isInferred], scope: draft.scope)
    binding.symbol = draft.declare(text, .constant, key: key(text), at: nameNode)
    draft.openSignature()
    binding.type = draft.add(.selfValue, .silent, at: nameNode)
    draft.closeSignature()
    readAttributes(modifiers.attributes, of: binding.symbol)
    return draft.add(binding)
  }

  /// What a case holds: for patterns by position, for calls by label.
  private mutating func readPayload(_ list: Int, of owner: UInt32) {
    let symbol = draft.outline.bindings[Int(owner)].symbol
    let caseName = draft.text(ofName: draft.outline.bindings[Int(owner)].name)
    var types: [(label: String?, type: UInt32)] = []
    var label: String?
    var defaults: [Int] = []
    draft.openSignature()
    for part in children(list) {
      if isType(part) {
        types.append((label, readType(part, .type)))
        label = nil
      } else if kind(part) == .simpleIdentifier || kind(part) == .wildcard {
        label = nameText(part)
      } else if kind(part) != nil, kind(part) != .comment, kind(part) != .multilineComment {
        defaults.append(part)
      }
    }
    draft.closeSignature()
    for (position, item) in types.enumerated() {
      var binding = Outline.Binding(
        name: draft.name("\(caseName)#\(position)"), kind: .variable, scope: draft.scope)
      binding.type = item.type
      draft.add(binding)
    }
    draft.open(.function, owner: owner, symbol: symbol)
    for (position, item) in types.enumerated() { addLabel(item.label, position, item.type) }
    draft.close()
    let parameters = types.map(\.type)
    draft.update(owner) { $0.parameters = parameters }
    for value in defaults { visit(value) }
  }

  /// The type of a parameter by the label that arguments for it have.
  mutating func addLabel(_ label: String?, _ position: Int, _ type: UInt32) {
    let plain = label == nil || label == "_"
    var binding = Outline.Binding(
      name: draft.name((plain ? "#\(position)" : label!) + ":"), kind: .variable,
      scope: draft.scope)
    binding.type = type
    draft.add(binding)
  }

  private mutating func readAlias(_ index: Int) {
    guard let nameNode = first(index, .typeIdentifier) else { return }
    let modifiers = modifiers(index)
    let text = nameText(nameNode)
    var binding = Outline.Binding(
      name: name(nameNode), kind: .alias, marks: .isStatic, scope: draft.scope)
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    binding.symbol = draft.declare(text, .alias, key: key(text), at: index)
    let owner = draft.add(binding)
    draft.open(.function, owner: owner, symbol: binding.symbol)
    readTypeParameters(index)
    draft.openSignature()
    let type = parts(index).last { isType($0) }.map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    readConstraints(index)
    draft.close()
    draft.update(owner) {
      $0.type = type
      $0.inner = Outline.none
    }
    readAttributes(modifiers.attributes, of: binding.symbol)
  }

  /// A name for a type that those who conform say; of it nothing is known but its bound.
  private mutating func readAssociatedType(_ index: Int) {
    guard let nameNode = first(index, .typeIdentifier) else { return }
    let text = nameText(nameNode)
    var binding = Outline.Binding(
      name: name(nameNode), kind: .alias, marks: .isStatic, scope: draft.scope)
    binding.symbol = draft.declare(text, .alias, key: key(text), at: index)
    draft.openSignature()
    for part in children(index) where isType(part) {
      let type = readType(part, .type)
      if binding.type == Outline.none { binding.type = type }
    }
    draft.closeSignature()
    draft.add(binding)
    readConstraints(index)
  }

  private mutating func readMacro(_ index: Int) {
    guard let nameNode = first(index, .simpleIdentifier) else { return }
    let modifiers = modifiers(index)
    let text = nameText(nameNode)
    var binding = Outline.Binding(
      name: name(nameNode), kind: .function, marks: .isStatic, scope: draft.scope)
    binding.symbol = draft.declare(text, .macro, key: key(text), at: index)
    let owner = draft.add(binding)
    draft.open(.function, owner: owner, symbol: binding.symbol)
    readTypeParameters(index)
    draft.openSignature()
    _ = readParameters(index)
    draft.closeSignature()
    draft.close()
    readAttributes(modifiers.attributes, of: binding.symbol)
  }
}
