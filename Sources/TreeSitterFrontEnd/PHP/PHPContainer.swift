internal import Facts
internal import TreeSitterBinding

/// What a container gives by a name, and the classes that stand for something in it.
///
/// What is bound to a text is an alias in a namespace that no source can name. A class whose static calls
/// are made on something in the container has the members of that.
extension PHPWalk {
  /// The name under which what a container gives is filed.
  private static func filed(_ key: String) -> String {
    PHPNames.classMark + PHPNames.container + "\\" + PHPName.lower(key)
  }

  private static func isKey(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 100
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "\\") }
  }

  // MARK: What is asked for

  /// `return 'prices';` or `return Prices::class;` in the method that says what a class stands for.
  mutating func addAccessor(_ nameNode: Int) {
    guard let type = types.last, PHPName.lower(draft.text(of: nameNode)) == PHPNames.accessor,
      let result = frame.results.last
    else { return }
    let term = inSignature { walk in
      if let named = walk.namedClass(result) { return walk.classTerm(named, .silentType) }
      return walk.bound(result)
    }
    draft.addSupertype(term, of: type.scope)
  }

  /// The term of what a container gives by a text.
  mutating func bound(_ index: Int) -> UInt32 {
    guard kind(index) == .string else { return Outline.none }
    let key = literal(index)
    guard Self.isKey(key) else { return Outline.none }
    return draft.add(.name, .silentType, name: draft.name(Self.filed(key)), at: index)
  }

  /// Whether a container stands before a call.
  func isContainer(_ object: Int) -> Bool {
    draft.node(object).stop - draft.node(object).start < 16
      && PHPNames.containers.contains(PHPName.lower(draft.textWithoutSpaces(of: object)))
  }

  // MARK: What is bound

  /// `$this->app->bind('prices', fn () => new Prices())`.
  mutating func readBinding(_ object: Int, _ name: String, _ arguments: Int?) {
    guard let arguments, PHPNames.containerCalls.contains(name), isContainer(object) else { return }
    let values = children(arguments).filter { kind($0) == .argument }.compactMap { parts($0).last }
    guard values.count >= 2, kind(values[0]) == .string, let made = madeClass(values[1], depth: 0)
    else { return }
    let key = literal(values[0])
    guard Self.isKey(key) else { return }
    inNamespace(PHPNames.container) { walk in
      var binding = Outline.Binding(
        name: walk.draft.name(PHPName.lower(key)), kind: .alias, scope: walk.draft.scope)
      binding.type = walk.inSignature { inner in
        let name = inner.space.className(PHPName.trimmedInside(made))
        return inner.draft.add(
          .name, .silentType, name: inner.draft.name(PHPName.file(name)), at: values[1])
      }
      walk.draft.add(binding)
    }
  }

  private static let maxDepth = 8

  /// The class of what an expression or a function gives, as it is written.
  private func madeClass(_ index: Int, depth: Int) -> String? {
    guard depth < Self.maxDepth else { return nil }
    switch kind(index) {
    case .constantAccess: return namedClass(index).map { draft.text(of: $0) }
    case .creation: return parts(index).first.flatMap { isClassName($0) ? draft.text(of: $0) : nil }
    case .arrowFunction:
      return child(index, fields.body).flatMap { madeClass($0, depth: depth + 1) }
        ?? resultClass(index)
    case .closure:
      return child(index, fields.body).flatMap { returnedClass($0, depth: depth + 1) }
        ?? resultClass(index)
    case .functionCall, .memberCall: return locatedClass(index)
    default: return nil
    }
  }

  private func resultClass(_ index: Int) -> String? {
    guard let type = child(index, fields.returnType) else { return nil }
    let named = kind(type) == .namedType ? parts(type).last : type
    return named.flatMap { isClassName($0) ? draft.text(of: $0) : nil }
  }

  /// The class that `app(Prices::class)` asks for.
  private func locatedClass(_ index: Int) -> String? {
    guard let arguments = child(index, fields.arguments),
      let name = child(index, kind(index) == .functionCall ? fields.function : fields.name),
      PHPNames.locators.contains(PHPName.lower(PHPName.last(draft.text(of: name)))),
      let first = first(arguments, .argument), let value = parts(first).last
    else { return nil }
    return namedClass(value).map { draft.text(of: $0) }
  }

  /// What the last statement of a block gives back, which may be a variable of it.
  private func returnedClass(_ block: Int, depth: Int) -> String? {
    guard let last = parts(block).last, kind(last) == .returnStatement,
      let value = parts(last).first
    else { return nil }
    guard kind(value) == .variable else { return madeClass(value, depth: depth) }
    for statement in parts(block) where kind(statement) == .expressionStatement {
      guard let assignment = parts(statement).first, kind(assignment) == .assignment,
        let left = child(assignment, fields.left), let right = child(assignment, fields.right),
        draft.text(of: left) == draft.text(of: value)
      else { continue }
      return madeClass(right, depth: depth)
    }
    return nil
  }
}
