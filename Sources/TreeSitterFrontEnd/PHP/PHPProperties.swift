internal import Facts
internal import TreeSitterBinding

/// Properties of types.
extension PHPWalk {
  mutating func readProperty(_ index: Int, _ documentation: Int?) {
    let modifiers = modifiers(index)
    let tags = documentation.map { self.tags($0) } ?? []
    let typeNode = child(index, fields.type)
    let type = inSignature { walk in
      walk.declaredType(typeNode, walk.docType(tags, "var"), at: documentation ?? index)
    }
    for element in children(index) where kind(element) == .propertyElement {
      guard let nameNode = first(element, .variable) else { continue }
      let binding = declareProperty(nameNode, type, modifiers)
      let symbol = draft.outline.bindings[Int(binding)].symbol
      if symbol != Outline.none {
        readAttributes(index, of: symbol)
        readDocAnnotations(documentation, of: symbol)
      }
      guard let start = first(element, .propertyInitializer) else { continue }
      if draft.isText(nameNode, "$table") { addTable(ofModel: start, at: element) }
      visitChildren(start)
    }
  }

  /// The type that source and documentation give: generics stand in the latter alone.
  mutating func declaredType(_ node: Int?, _ documented: PHPDocType?, at index: Int) -> UInt32 {
    guard let node else {
      return documented.map { docTerm($0, .type, at: index) } ?? Outline.none
    }
    let native = readNativeType(node, .type)
    guard let documented, isVague(native), documented.isSpecific else { return native }
    let term = docTerm(documented, .type, at: index)
    return term == Outline.none ? native : term
  }

  /// Whether a type says nothing of what it holds: `array`, `iterable`, `object`, a collection.
  private func isVague(_ term: UInt32) -> Bool {
    guard term != Outline.none else { return true }
    guard term & Terms.bodyBit == 0 else { return false }
    let known = draft.outline.signature.terms[Int(term)]
    guard known.kind == .name, known.name != Outline.none else { return false }
    let name = PHPName.last(draft.text(ofName: known.name))
    return PHPNames.vagueTypes.contains(name) || PHPNames.keyedTypes.contains(name)
      || name.hasSuffix("collection")
  }

  @discardableResult
  mutating func declareProperty(
    _ nameNode: Int, _ type: UInt32, _ modifiers: Modifiers
  ) -> UInt32 {
    let text = draft.text(of: nameNode)
    let traits: Declaration.Traits = modifiers.isStatic ? .mutableState : []
    var binding = Outline.Binding(
      name: draft.name(of: nameNode), kind: .variable,
      scope: types.last?.scope ?? draft.scope)
    if !isAnonymous {
      binding.symbol = declare(
        PHPWalk.plain(text), .field, qualified: memberName(text), at: nameNode, traits: traits)
    }
    if modifiers.isStatic { binding.marks.formUnion([.isStatic, .isMutable]) }
    if modifiers.isPrivate { binding.marks.insert(.isPrivate) }
    binding.type = type
    let number = draft.add(binding)
    types[types.count - 1].properties[binding.name] = number
    return number
  }

  private static func plain(_ variable: String) -> String {
    variable.hasPrefix("$") ? String(variable.dropFirst()) : variable
  }

  /// Parameters of the constructor that are properties.
  mutating func declarePromoted(_ index: Int) {
    guard let list = child(index, fields.parameters) else { return }
    let tags = documentation(of: index).map { self.tags($0) } ?? []
    let documented = docParameters(tags)
    var comment: Int?
    for part in children(list) {
      if kind(part) == .comment { comment = part }
      guard kind(part) == .promotedParameter, let nameNode = child(part, fields.name) else {
        continue
      }
      let own = comment.flatMap { docType(self.tags($0), "var") }
      comment = nil
      let type = inSignature { walk in
        walk.declaredType(
          walk.child(part, walk.fields.type), own ?? documented[walk.draft.text(of: nameNode)],
          at: part)
      }
      let binding = declareProperty(nameNode, type, modifiers(part))
      let symbol = draft.outline.bindings[Int(binding)].symbol
      if symbol != Outline.none { readAttributes(part, of: symbol) }
    }
  }

  /// The comment right before a member; linear in what lies between.
  private func documentation(of index: Int) -> Int? {
    guard index > 0, kind(index - 1) == .comment,
      draft.tree.text(of: index - 1).starts(with: "/**".utf8)
    else { return nil }
    return index - 1
  }

  /// `$this->name = value` says what an undeclared or untyped property is.
  mutating func note(assignmentTo nameNode: Int, of value: Int) {
    guard let type = types.last else { return }
    let name = draft.name("$" + draft.text(of: nameNode))
    if let known = type.properties[name] {
      guard known != UInt32.max, draft.outline.bindings[Int(known)].type == Outline.none else {
        return
      }
      return infer(known, from: value)
    }
    guard !type.isDerived else { return }
    var binding = Outline.Binding(name: name, kind: .variable, scope: type.scope)
    if !isAnonymous {
      binding.symbol = declare(
        draft.text(of: nameNode), .field, qualified: memberName(draft.text(ofName: name)),
        at: nameNode)
    }
    let number = draft.add(binding)
    types[types.count - 1].properties[name] = number
    infer(number, from: value)
  }

  private mutating func infer(_ binding: UInt32, from value: Int) {
    let term = inSignature { $0.silentValue(value) }
    guard term != Outline.none else { return }
    draft.update(binding) {
      $0.type = term
      $0.marks.insert(.isInferred)
    }
  }
}

extension PHPDocType {
  /// Whether it says more than a class or type of the language does.
  var isSpecific: Bool {
    if isList || !arguments.isEmpty { return true }
    return !PHPNames.documentedTypes.contains(PHPName.lower(name))
  }
}
