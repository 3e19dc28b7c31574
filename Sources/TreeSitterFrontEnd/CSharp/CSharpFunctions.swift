internal import Facts
internal import TreeSitterBinding

/// Methods, constructors, operators and their parameters.
extension CSharpWalk {
  /// What a list of parameters gives.
  struct Parameters {
    struct Item {
      var name: String
      var node: Int
    }

    /// Terms of the types in the signature, and the names.
    var types: [UInt32] = []
    var items: [Item] = []
    var optional = 0
    var isVariadic = false
    var isExtension = false
    /// The types as written, for keys.
    var text = ""
  }

  mutating func readMethod(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = simpleName(nameNode)
    let modifiers = modifiers(index)
    let specifier = first(index, .explicitInterface)
    // A member of an interface alone cannot be looked up in the type.
    let binding = draft.add(
      Outline.Binding(
        name: draft.name(name), kind: specifier == nil ? .function : .namespace,
        scope: draft.scope))
    draft.open(.function, owner: binding)
    if let specifier { readExplicitInterface(specifier) }
    readTypeParameters(index)
    let parameters = readParameters(index)
    draft.openSignature()
    let type =
      (child(index, fields.returns) ?? child(index, fields.type))
      .map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    draft.close()
    let symbol = declareMethod(index, name, parameters, modifiers)
    draft.update(binding) {
      $0.symbol = symbol
      $0.type = type
      if modifiers.isStatic { $0.marks.insert(.isStatic) }
      if modifiers.words.contains("private") { $0.marks.insert(.isPrivate) }
      $0.setParameters(parameters)
    }
    if parameters.isExtension { addExtension(binding) }
    readFunctionBody(index, binding, symbol, parameters, returning: type)
  }

  /// The same method as a member of its first parameter.
  private mutating func addExtension(_ binding: UInt32) {
    var copy = draft.outline.bindings[Int(binding)]
    copy.inner = Outline.none
    copy.marks.insert(.isExtension)
    copy.least = max(copy.least, 1) - 1
    if copy.most < 255 { copy.most = max(copy.most, 1) - 1 }
    draft.add(copy)
  }

  private mutating func declareMethod(
    _ index: Int, _ name: String, _ parameters: Parameters, _ modifiers: Modifiers
  ) -> UInt32 {
    var key = keyPrefix + "." + name + "(" + parameters.text + ")"
    if draft.isInFunction {
      innerDeclarations += 1
      key += "$\(draft.facts.path)$\(innerDeclarations)"
    }
    let hasBody = child(index, fields.body) != nil
    var traits: Declaration.Traits = hasBody ? [] : .abstract
    if !modifiers.words.isDisjoint(with: ["virtual", "override", "abstract"]) || !hasBody {
      traits.insert(.virtual)
    }
    if name == "Main", modifiers.isStatic, ["", "string[]"].contains(parameters.text) {
      traits.insert(.entryPoint)
    }
    let symbol = draft.declare(name, .method, key: key, at: index, traits: traits)
    draft.functions.append((draft.node(index).start, symbol))
    return symbol
  }

  private mutating func readFunctionBody(
    _ index: Int, _ binding: UInt32, _ symbol: UInt32, _ parameters: Parameters,
    returning type: UInt32
  ) {
    draft.reopen(binding, symbol: symbol)
    let (mark, outer) = (draft.localMark, result)
    result = type
    readAttributes(modifiers(index).attributes, of: symbol)
    addLocals(parameters)
    for part in children(index) where kind(part) == .constructorInitializer {
      visitConstructorInitializer(part)
    }
    if let body = child(index, fields.body) { visit(body, expecting: type) }
    draft.forgetLocals(since: mark)
    result = outer
    draft.close()
  }

  mutating func readConstructor(_ index: Int) {
    guard let nameNode = child(index, fields.name) else { return }
    let modifiers = modifiers(index)
    // The one that runs before the first use of the type cannot be called.
    let binding = draft.add(
      Outline.Binding(
        name: draft.nameOfType ?? draft.name(of: nameNode),
        kind: modifiers.isStatic ? .namespace : .constructor, scope: draft.scope))
    draft.open(.function, owner: binding)
    let parameters = readParameters(index)
    draft.close()
    let name = simpleName(nameNode)
    let start = modifiers.isStatic ? "static " : ""
    let symbol = draft.declare(
      name, .method, key: keyPrefix + "." + start + name + "(" + parameters.text + ")", at: index)
    draft.functions.append((draft.node(index).start, symbol))
    draft.update(binding) {
      $0.symbol = symbol
      $0.setParameters(parameters)
    }
    readFunctionBody(index, binding, symbol, parameters, returning: Outline.none)
  }

  /// Operators, conversions and finalizers, which nobody calls by name.
  mutating func readUnnamed(_ index: Int) {
    let binding = draft.add(
      Outline.Binding(name: draft.name("operator"), kind: .namespace, scope: draft.scope))
    draft.open(.function, owner: binding)
    draft.openSignature()
    let type = child(index, fields.type).map { readType($0, .type) } ?? Outline.none
    draft.closeSignature()
    let parameters = readParameters(index)
    draft.close()
    var name = "operator " + (child(index, fields.type).map { typeText($0) } ?? "")
    if let mark = child(index, fields.operator_) { name = "operator " + draft.text(of: mark) }
    if kind(index) == .destructor { name = "Finalize" }
    let symbol = draft.declare(
      name, .method, key: keyPrefix + "." + name + "(" + parameters.text + ")", at: index)
    draft.update(binding) { $0.symbol = symbol }
    readFunctionBody(index, binding, symbol, parameters, returning: type)
  }

  private mutating func visitConstructorInitializer(_ index: Int) {
    let isBase = first(index, .base) != nil
    let target = draft.add(isBase ? .superValue : .selfValue, .silent, at: index)
    guard let list = first(index, .argumentList) else { return }
    let operands = readArguments(list, base: Outline.none, name: Outline.none)
    _ = draft.add(.construct, .call, base: target, at: index, operands: operands)
  }

  // MARK: Parameters

  mutating func addLocals(_ parameters: Parameters) {
    for (position, item) in parameters.items.enumerated() {
      addLocal(draft.name(item.name), ofType: parameters.types[position], at: item.node)
    }
  }

  mutating func addLocal(_ name: UInt32, ofType type: UInt32, at index: Int) {
    draft.addLocal(
      name, type == Outline.none ? type : draft.add(.value, .silent, base: type, at: index))
  }

  mutating func readParameters(_ index: Int) -> Parameters {
    var found = Parameters()
    let list = first(index, .parameterList) ?? first(index, .bracketedParameters)
    guard let list else { return found }
    for part in children(list) {
      if kind(part) == .parameter {
        readParameter(part, into: &found)
      } else if draft.node(part).field == fields.type {
        found.isVariadic = true
        add(part, child(list, fields.name), at: part, into: &found)
      }
    }
    return found
  }

  private mutating func readParameter(_ index: Int, into found: inout Parameters) {
    let modifiers = modifiers(index)
    if modifiers.words.contains("this"), found.items.isEmpty { found.isExtension = true }
    if modifiers.words.contains("params") { found.isVariadic = true }
    readAttributes(modifiers.attributes, of: draft.symbol)
    add(child(index, fields.type), child(index, fields.name), at: index, into: &found)
    if let value = initialValue(index) {
      found.optional += 1
      visit(value)
    }
  }

  private mutating func add(
    _ type: Int?, _ name: Int?, at index: Int, into found: inout Parameters
  ) {
    draft.openSignature()
    found.types.append(type.map { readType($0, .type) } ?? Outline.none)
    draft.closeSignature()
    found.items.append(.init(name: name.map { simpleName($0) } ?? "_", node: index))
    found.text += (found.text.isEmpty ? "" : ",") + (type.map { typeText($0) } ?? "")
  }
}

extension Outline.Binding {
  mutating func setParameters(_ parameters: CSharpWalk.Parameters) {
    let count = parameters.types.count
    self.parameters = parameters.types
    least = UInt8(clamping: count - parameters.optional - (parameters.isVariadic ? 1 : 0))
    most = parameters.isVariadic ? 255 : UInt8(clamping: count)
  }
}

extension OutlineDraft {
  /// The name by which the innermost open type is looked up; nil outside of types.
  var nameOfType: UInt32? {
    let owner = outline.scopes[Int(scope)].owner
    return owner == Outline.none ? nil : outline.bindings[Int(owner)].name
  }
}
