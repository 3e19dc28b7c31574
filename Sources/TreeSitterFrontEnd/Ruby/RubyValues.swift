internal import Facts
internal import TreeSitterBinding

/// What expressions give, without a trace of their own.
extension RubyWalk {
  /// The term of what an expression gives, without showing a use; ``Outline/none`` if it is not known.
  ///
  /// For signatures: locals mean nothing there.
  mutating func silentValue(_ index: Int) -> UInt32 {
    switch kind(index) {
    case .constant, .scopeResolution:
      return isPath(index) ? readPath(index, .silentType) : Outline.none
    case .selfWord: return selfTerm(at: index)
    case .instanceVariable, .classVariable:
      guard selfKind != .main else { return Outline.none }
      return draft.add(
        .member, .silent, name: draft.name(of: index), base: selfTerm(at: index), at: index)
    case .operatorAssignment, .assignment:
      return child(index, fields.right).map { silentValue($0) } ?? Outline.none
    case .binary: return silentOperation(index)
    case .parenthesized, .begin, .conditional, .ifStatement, .unlessStatement, .caseStatement,
      .ifModifier, .unlessModifier, .rescueModifier:
      return silentChoice(results(of: index), at: index)
    case .string, .chainedString, .heredocBeginning: return builtIn("String")
    case .symbol: return builtIn("Symbol")
    case .integer: return builtIn("Integer")
    case .hash: return builtIn("Hash")
    case .array: return builtIn("Array")
    case .identifier: return silentName(index)
    case .call: return silentCall(index)
    default: return Outline.none
    }
  }

  private mutating func silentOperation(_ index: Int) -> UInt32 {
    let mark = child(index, fields.operatorMark).map { draft.text(of: $0) } ?? ""
    guard let left = child(index, fields.left), let right = child(index, fields.right) else {
      return Outline.none
    }
    switch mark {
    case "||", "or": return silentChoice([left, right], at: index)
    case "&&", "and": return silentValue(right)
    default: return Outline.none
    }
  }

  /// What one of several expressions gives.
  mutating func silentChoice(_ values: [Int], at index: Int) -> UInt32 {
    choice(values.prefix(Self.valueLimit).map { silentValue($0) }, at: index)
  }

  /// A local is what is assigned to it.
  private mutating func silentName(_ index: Int) -> UInt32 {
    let name = draft.name(of: index)
    guard draft.local(name) != nil else {
      if selfKind == .main { return Outline.none }
      if selfKind == .type, draft.isText(index, "new") { return ownValue(at: index) }
      return silentCall(name, selfTerm(at: index), at: index)
    }
    // While its values are read it is none of them.
    guard silentDepth < 4, let nodes = assigned.removeValue(forKey: name) else {
      // What is handed in is known by its name alone.
      return draft.add(.labeled, .silent, name: name, at: index)
    }
    silentDepth += 1
    defer {
      silentDepth -= 1
      assigned[name] = nodes
    }
    let text = draft.text(of: index)
    var values: [UInt32] = []
    for (position, node) in nodes.prefix(Self.valueLimit).enumerated() {
      // `x = x.first` is made of what stood before, and replaces that.
      let isMade = self.nodes(in: node).contains {
        kind($0) == .identifier && draft.text(of: $0) == text
      }
      assigned[name] = isMade && position > 0 ? Array(nodes[..<position]) : nil
      let value = silentValue(node)
      values = isMade ? [value] : values + [value]
    }
    return choice(values, at: index)
  }

  private mutating func silentCall(_ name: UInt32, _ base: UInt32, at index: Int) -> UInt32 {
    let function = draft.add(.member, .silent, name: name, base: base, at: index)
    return draft.add(.invoke, .silent, base: function, at: index)
  }

  private mutating func silentCall(_ index: Int) -> UInt32 {
    guard let method = child(index, fields.method), kind(method) != .superWord else {
      return Outline.none
    }
    guard let receiver = child(index, fields.receiver) else {
      guard selfKind != .main else { return Outline.none }
      if draft.isText(method, "new"), selfKind == .type { return ownValue(at: index) }
      return silentCall(draft.name(of: method), selfTerm(at: index), at: index)
    }
    let base = silentValue(receiver)
    guard base != Outline.none else { return base }
    let name = draft.text(of: method)
    if name == "class", kind(receiver) == .selfWord {
      return draft.add(.name, .silent, name: draft.name(RubyNames.selfType), at: index)
    }
    if name == "tap" || name == "freeze" || name == "presence" { return base }
    if name == "new" || (isPath(receiver) && RubyNames.rowGivers.contains(name)) {
      return draft.add(.value, .silent, base: base, at: index)
    }
    if isPath(receiver), RubyNames.relationGivers.contains(name) { return base }
    return silentCall(draft.name(of: method), base, at: index)
  }

  private mutating func ownValue(at index: Int) -> UInt32 {
    let type = draft.add(.name, .silent, name: draft.name(RubyNames.selfType), at: index)
    return draft.add(.value, .silent, base: type, at: index)
  }

  // MARK: Results

  /// The expressions one of which an expression has the value of.
  func results(of index: Int) -> [Int] {
    switch kind(index) {
    case .body, .blockBody, .parenthesized, .begin, .then, .elseClause:
      return children(index).filter(isStatement).last.map(results) ?? []
    case .ifStatement, .unlessStatement, .elsif, .conditional:
      return [fields.consequence, fields.alternative].compactMap { child(index, $0) }
        .flatMap(results)
    case .caseStatement:
      return children(index).filter { kind($0) == .when || kind($0) == .elseClause }
        .flatMap(results)
    case .when, .ifModifier, .unlessModifier, .rescueModifier:
      return child(index, fields.body).map(results) ?? []
    case .returnStatement:
      guard let list = first(index, .argumentList) else { return [] }
      return children(list).first { _ in true }.map { [$0] } ?? []
    default: return [index]
    }
  }

  /// Whether the value of a body may be that of a part of it; words of the language have no parts.
  private func isStatement(_ part: Int) -> Bool {
    switch kind(part) {
    case .comment, .heredocBody, .rescue, .ensure, .elseClause: false
    case nil: Int(draft.node(part).end) > part + 1
    default: true
    }
  }

  /// What a method gives before its end.
  func returned(in body: Int) -> [Int] {
    var found: [Int] = []
    var next = body + 1
    while next < Int(draft.node(body).end) {
      switch kind(next) {
      case .method, .singletonMethod, .lambda, .classDefinition, .module:
        next = Int(draft.node(next).end)
        continue
      case .returnStatement: found += results(of: next)
      default: break
      }
      next += 1
    }
    return found
  }
}
