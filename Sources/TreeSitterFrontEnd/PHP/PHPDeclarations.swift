internal import Facts
internal import TreeSitterBinding

/// Classes, interfaces, traits and enumerations.
extension PHPWalk {
  /// What stands before a declaration.
  struct Modifiers {
    var isStatic = false
    var isFinal = false
    var isAbstract = false
    var isPrivate = false
  }

  func modifiers(_ index: Int) -> Modifiers {
    var found = Modifiers()
    for part in children(index) {
      switch kind(part) {
      case .staticModifier: found.isStatic = true
      case .finalModifier: found.isFinal = true
      case .abstractModifier: found.isAbstract = true
      case .visibilityModifier: found.isPrivate = draft.isText(part, "private")
      default: break
      }
    }
    return found
  }

  /// `members` stand behind the declaration, which the grammar has cut short.
  mutating func readType(_ index: Int, behind members: [Int] = []) {
    guard let nameNode = child(index, fields.name) else { return }
    let tags = doc.map { self.tags($0) } ?? []
    let documentation = doc
    doc = nil
    let name = draft.text(of: nameNode)
    let full = space.declared(name)
    let isInterface = kind(index) == .interfaceDeclaration
    let isAbstract = isInterface || modifiers(index).isAbstract
    let symbol = declare(
      name, .type, qualified: full, at: index, traits: isAbstract ? .abstract : [])
    var binding = Outline.Binding(
      name: draft.name(PHPName.lower(name)), kind: .type, marks: .isStatic, scope: space.scope)
    binding.symbol = symbol
    if isInterface { binding.marks.insert(.isInterface) }
    let owner = draft.add(binding)
    draft.open(.type, owner: owner, symbol: symbol)
    openType(PHPTypeFrame(name: full, scope: draft.scope), index, tags)
    readAttributes(index, of: symbol)
    readDocAnnotations(documentation, of: symbol)
    readDocMembers(tags, owner, at: documentation ?? index)
    if kind(index) == .enumDeclaration { addEnumMembers(index, symbol) }
    let body = child(index, fields.body).map { Array(children($0)) } ?? []
    readMembers(body + members, owner)
    types.removeLast()
    draft.close()
  }

  /// Reads what a type is derived from; its scope is open.
  private mutating func openType(
    _ start: PHPTypeFrame, _ index: Int, _ tags: [PHPDocTag]
  ) {
    types.append(start)
    let place = types.count - 1
    types[place].templates = readTemplates(tags, at: index)
    let list = child(index, fields.body) ?? first(index, .declarationList)
    let generics = genericSupertypes(tags)
    let traits = list.map { children($0).filter { kind($0) == .traitUse } } ?? []
    // The members of traits come before inherited ones.
    for use in traits {
      for part in children(use) where isClassName(part) {
        addSupertype(part, .inherit, generics)
        types[place].isDerived = true
      }
    }
    for part in children(index) where kind(part) == .base {
      for type in parts(part) where isClassName(type) {
        if kind(index) != .interfaceDeclaration {
          types[place].parent = space.className(draft.text(of: type))
        }
        types[place].isDerived = true
        addSupertype(type, .inherit, generics)
      }
    }
    for part in children(index) where kind(part) == .interfaces {
      for type in parts(part) where isClassName(type) { addSupertype(type, .implement, generics) }
    }
    for tag in tags where tag.name == "mixin" {
      var reader = PHPDocTypeReader(tag.rest)
      guard let type = reader.read() else { continue }
      let term = inSignature { $0.docTerm(type, .silentType, at: index) }
      draft.addSupertype(term)
    }
  }

  private mutating func addSupertype(
    _ index: Int, _ use: Term.Use, _ generics: [String: [PHPDocType]]
  ) {
    let term = inSignature { walk in
      let base = walk.classTerm(index, use)
      let name = walk.space.className(walk.draft.text(of: index))
      guard let arguments = generics[PHPName.lower(name)] else { return base }
      var operands = arguments.map { walk.docTerm($0, .type, at: index) }
      if operands.count == 2, PHPNames.keyedTypes.contains(PHPName.lower(PHPName.last(name))) {
        operands.removeFirst()
      }
      return walk.draft.add(.apply, .silentType, base: base, at: index, operands: operands)
    }
    draft.addSupertype(term)
  }

  /// The arguments that `@extends Repository<Order>` gives to supertypes, by their names.
  private func genericSupertypes(_ tags: [PHPDocTag]) -> [String: [PHPDocType]] {
    var found: [String: [PHPDocType]] = [:]
    for tag in tags {
      guard ["extends", "implements", "use"].contains(where: { tag.name.hasSuffix($0) }) else {
        continue
      }
      var reader = PHPDocTypeReader(tag.rest)
      guard let type = reader.read(), !type.arguments.isEmpty, !type.name.isEmpty else { continue }
      found[PHPName.lower(space.className(type.name))] = type.arguments
    }
    return found
  }

  // MARK: Members

  /// Properties come first, because methods that stand before them use them.
  mutating func readMembers(_ members: [Int], _ owner: UInt32) {
    var docs: [Int: Int] = [:]
    var last: Int?
    for member in members {
      if kind(member) == .comment {
        if draft.tree.text(of: member).starts(with: "/**".utf8) { last = member }
        continue
      }
      docs[member] = last
      last = nil
    }
    for member in members where kind(member) == .property { readProperty(member, docs[member]) }
    for member in members where isConstructor(member) { declarePromoted(member) }
    for member in members {
      doc = docs[member]
      readMember(member, owner)
      doc = nil
    }
  }

  private func isConstructor(_ index: Int) -> Bool {
    guard kind(index) == .method, let name = child(index, fields.name) else { return false }
    return PHPName.lower(draft.text(of: name)) == "__construct"
  }

  private mutating func readMember(_ index: Int, _ owner: UInt32) {
    switch kind(index) {
    case .property, .comment: break
    case .method, .function: readMethod(index, owner)
    case .constDeclaration: readConstants(index)
    case .enumCase: readCase(index)
    case .traitUse: readTraitUse(index)
    default: visitChildren(index)
    }
  }

  /// Constants of a type or of the file level.
  mutating func readConstants(_ index: Int) {
    let documentation = doc
    for element in children(index) where kind(element) == .constElement {
      guard let nameNode = parts(element).first else { continue }
      let name = draft.text(of: nameNode)
      let isMember = draft.outline.scopes[Int(draft.scope)].kind == .type
      let qualified = isMember ? memberName(name) : space.declared(name)
      let symbol =
        isAnonymous
        ? draft.symbol : declare(name, .constant, qualified: qualified, at: element)
      var binding = Outline.Binding(
        name: draft.name(of: nameNode), kind: .variable, marks: .isStatic,
        scope: isMember ? draft.scope : space.scope)
      binding.symbol = isAnonymous ? Outline.none : symbol
      if let type = child(index, fields.type) {
        binding.type = inSignature { $0.readNativeType(type, .type) }
      } else if let value = parts(element).dropFirst().first {
        binding.type = inSignature { $0.silentValue(value) }
        binding.marks.insert(.isInferred)
      }
      draft.add(binding)
      readAttributes(index, of: symbol)
      readDocAnnotations(documentation, of: symbol)
      for value in parts(element).dropFirst() { visit(value) }
    }
  }

  /// The name of a member of the innermost type, in full.
  func memberName(_ name: String) -> String { (types.last?.name ?? "") + "::" + name }

  private mutating func readCase(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = draft.text(of: nameNode)
    let symbol = declare(name, .constant, qualified: memberName(name), at: index)
    var binding = Outline.Binding(
      name: draft.name(of: nameNode), kind: .enumCase, marks: [.isStatic, .isInferred],
      scope: draft.scope)
    binding.symbol = symbol
    binding.type = inSignature { $0.draft.add(.selfValue, .silent, at: index) }
    draft.add(binding)
    readAttributes(index, of: symbol)
    if let value = child(index, fields.value) { visit(value) }
  }

  /// What every enumeration has: `cases()`, `from()`, `->value`.
  private mutating func addEnumMembers(_ index: Int, _ symbol: UInt32) {
    let own = inSignature { $0.draft.add(.selfValue, .silent, at: index) }
    let list = inSignature { $0.draft.add(.sequence, .silentType, base: own, at: index) }
    let text = builtIn("string")
    let members: [(String, Outline.Binding.Kind, UInt32)] = [
      ("cases", .function, list), ("from", .function, own), ("tryfrom", .function, own),
      ("$value", .variable, text), ("$name", .variable, text),
    ]
    for (name, kind, type) in members {
      var binding = Outline.Binding(name: draft.name(name), kind: kind, scope: draft.scope)
      binding.symbol = symbol
      binding.type = type
      draft.add(binding)
    }
  }

  /// `use A, B { A::run as protected start; }`: the names that it adds.
  private mutating func readTraitUse(_ index: Int) {
    guard let list = first(index, .traitUseList) else { return }
    for clause in children(list) {
      let parts = parts(clause)
      guard let source = parts.first else { continue }
      let method = kind(source) == .constantAccess ? self.parts(source).last : source
      let traitNode = kind(source) == .constantAccess ? self.parts(source).first : nil
      guard let method, kind(method) == .name else { continue }
      let base =
        traitNode.map { node in inSignature { $0.classTerm(node, .silentType) } }
        ?? inSignature { $0.draft.add(.selfValue, .silent, at: clause) }
      if kind(clause) == .traitAlias { readTraitAlias(clause, method, base) }
    }
  }

  private mutating func readTraitAlias(_ clause: Int, _ method: Int, _ base: UInt32) {
    guard let alias = parts(clause).last, kind(alias) == .name, alias != method,
      !isAnonymous
    else { return }
    let name = draft.text(of: alias)
    let target = draft.name(PHPName.lower(draft.text(of: method)))
    let symbol = declare(name, .method, qualified: memberName(name), at: clause)
    var binding = Outline.Binding(
      name: draft.name(PHPName.lower(name)), kind: .function, marks: .isInferred,
      scope: draft.scope)
    binding.symbol = symbol
    binding.type = inSignature { walk in
      let member = walk.draft.add(.member, .silent, name: target, base: base, at: clause)
      return walk.draft.add(.invoke, .silent, base: member, at: clause)
    }
    let owner = draft.add(binding)
    draft.open(.function, owner: owner, symbol: symbol)
    _ = draft.add(.member, .address, name: target, base: base, at: clause)
    draft.close()
  }

  /// `@property`, `@method` of a class whose members are made while the program runs.
  private mutating func readDocMembers(_ tags: [PHPDocTag], _ owner: UInt32, at index: Int) {
    let symbol = draft.outline.bindings[Int(owner)].symbol
    for tag in tags {
      if tag.name.hasPrefix("property") {
        guard
          let (name, type) = docParameters([PHPDocTag(name: "param", rest: tag.rest, line: 0)])
            .first
        else { continue }
        addDocMember(name, .variable, type, symbol, at: index)
      } else if tag.name == "method" {
        readDocMethod(tag, symbol, at: index)
      }
    }
  }

  private mutating func addDocMember(
    _ name: String, _ kind: Outline.Binding.Kind, _ type: PHPDocType?, _ symbol: UInt32,
    at index: Int
  ) {
    var binding = Outline.Binding(name: draft.name(name), kind: kind, scope: draft.scope)
    binding.symbol = symbol
    if let type {
      binding.type = inSignature { $0.docTerm(type, .type, at: index) }
    }
    if kind == .variable { types[types.count - 1].properties[binding.name] = UInt32.max }
    let number = draft.add(binding)
    types[types.count - 1].documented[binding.name] = number
  }

  /// `@method static Order find(int $id)`.
  private mutating func readDocMethod(_ tag: PHPDocTag, _ symbol: UInt32, at index: Int) {
    var rest = tag.rest[...]
    if rest.starts(with: "static ".utf8) { rest = rest.dropFirst(7) }
    let bytes = Array(rest)
    var reader = PHPDocTypeReader(bytes)
    guard let type = reader.read() else { return }
    reader.skipSpace()
    let name = bytes[reader.position...].prefix { $0 > 0x20 && $0 != UInt8(ascii: "(") }
    // Without a result what was read is the name.
    let isTyped = PHPName.isIdentifier(name)
    let text = isTyped ? String(decoding: name, as: UTF8.self) : type.name
    guard PHPName.isIdentifier(text.utf8) else { return }
    addDocMember(PHPName.lower(text), .function, isTyped ? type : nil, symbol, at: index)
  }
}
