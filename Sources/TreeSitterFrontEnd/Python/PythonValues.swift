internal import Facts
internal import TreeSitterBinding

/// Values that declarations take their types from.
extension PythonWalk {
  /// The term of an expression, as part of the signature and silently: what it uses is seen where the
  /// expression itself is read. ``Outline/none`` where its type depends on what functions do.
  mutating func silentValue(_ index: Int, _ use: Term.Use = .silent) -> UInt32 {
    switch kind(index) {
    case .identifier: return silentName(index, use)
    case .attribute: return silentAttribute(index, use)
    case .call: return silentCall(index)
    case .parenthesized, .await:
      let inner = children(index).first {
        kind($0) != nil && kind($0) != .comment && !isKeyword($0)
      }
      return inner.map { silentValue($0) } ?? Outline.none
    case .boolean:
      let sides = [child(index, fields.left), child(index, fields.right)].compactMap(\.self)
      return firstKnown(sides)
    case .conditional:
      let parts = children(index).filter { kind($0) != nil && kind($0) != .comment }
      return parts.count == 3 ? firstKnown([parts[0], parts[2]]) : Outline.none
    case .string, .concatenatedString:
      return draft.addText(literal(index), of: builtIn("str"), at: index)
    case .list, .listComprehension: return builtIn("list")
    case .dictionary, .dictionaryComprehension: return builtIn("dict")
    case .set, .setComprehension: return builtIn("set")
    case .tuple: return builtIn("tuple")
    case .integer: return builtIn("int")
    case .float: return builtIn("float")
    case .trueLiteral: return draft.addText("true", of: builtIn("bool"), at: index)
    case .falseLiteral: return builtIn("bool")
    default: return Outline.none
    }
  }

  private func isKeyword(_ index: Int) -> Bool {
    kind(index) == .await && Int(draft.node(index).end) == index + 1
  }

  private mutating func firstKnown(_ parts: [Int]) -> UInt32 {
    for part in parts {
      let term = silentValue(part)
      if term != Outline.none { return term }
    }
    return Outline.none
  }

  private mutating func silentName(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if let alias = alias(of: name) {
      return draft.add(.name, use, name: alias, at: index)
    }
    for frame in frames.reversed() where frame.kind == .function {
      if let known = frame.parameters[name] { return known }
      if frame.locals.contains(name) { return Outline.none }
    }
    if draft.local(name) != nil { return Outline.none }
    return draft.add(.name, use, name: name, at: index)
  }

  private mutating func silentAttribute(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object), let name = child(index, fields.attribute) else {
      return Outline.none
    }
    let base = silentValue(object)
    guard base != Outline.none else { return base }
    let term = draft.add(.member, use, name: draft.name(of: name), base: base, at: index)
    guard PythonNames.managers.contains(draft.text(of: name)) else { return term }
    return draft.add(.apply, .silentType, base: term, at: index, operands: [base])
  }

  private mutating func silentCall(_ index: Int) -> UInt32 {
    guard let function = child(index, fields.function) else { return Outline.none }
    if let related = relatedModel(index, function) { return related }
    if let made = managerMade(index, function) { return made }
    if let loaded = loadedClasses(index).first {
      return draft.add(.name, .silent, name: draft.name(loaded), at: index)
    }
    if draft.isText(function, "super") {
      return draft.add(.superValue, .silent, at: index)
    }
    if kind(function) == .subscription {
      guard let value = child(function, fields.value), lastName(value).first?.isUppercase ?? false
      else { return Outline.none }
      let base = silentValue(value)
      return base == Outline.none ? base : draft.add(.invoke, .silent, base: base, at: index)
    }
    // A class of a library is known by its name.
    let base = silentValue(function, isClassName(function) ? .silentType : .silent)
    guard base != Outline.none else { return base }
    // The class method's own type makes an instance.
    if kind(function) == .identifier, frame.isTypeMethod, frame.selfName == draft.name(of: function)
    {
      return draft.add(.value, .silent, base: base, at: index)
    }
    return draft.add(.invoke, .silent, base: base, at: index)
  }

  /// `Manager.from_queryset(Query)` makes a class that has the methods of the query's,
  /// `Query.as_manager()` an instance of one.
  private mutating func managerMade(_ index: Int, _ function: Int) -> UInt32? {
    guard kind(function) == .attribute, let object = child(function, fields.object) else {
      return nil
    }
    switch lastName(function) {
    case PythonNames.managerOfQuery:
      return queryClass(index).map { silentValue($0) }
    case PythonNames.queryAsManager:
      let type = silentValue(object)
      return type == Outline.none ? type : draft.add(.value, .silent, base: type, at: object)
    default: return nil
    }
  }

  /// The class of queries that a class of managers is made from.
  func queryClass(_ index: Int) -> Int? {
    guard let function = child(index, fields.function),
      lastName(function) == PythonNames.managerOfQuery,
      let list = child(index, fields.arguments)
    else { return nil }
    return children(list).first { kind($0) == .identifier || kind($0) == .attribute }
  }

  private func isClassName(_ index: Int) -> Bool {
    (kind(index) == .identifier || kind(index) == .attribute)
      && lastName(index).first?.isUppercase ?? false
  }
}
