internal import Configuration
internal import Facts

/// What stands at the places that rules name, and what goes on where no rule says anything.
extension FrameworkMatch {
  func text(
    at place: FrameworkPack.Place, _ name: String, _ base: Meaning, _ key: NameKey
  ) -> String? {
    switch place {
    case .argument(let position):
      operand(position).flatMap { evaluation.text(of: evaluation.meaning($0)) }
    case .name: name
    case .receiver: evaluation.text(of: base)
    case .parameter(let position): parameter(position, of: base, key).flatMap(evaluation.text)
    case .typeArgument, .key, .held: nil
    }
  }

  private static let handleKey = NameKey(FrameworkPack.UseRule.handleReceiver)

  /// What stands for the store that a text names.
  func handle(at place: FrameworkPack.Place?, _ base: Meaning) -> Meaning? {
    var handle = Meaning(kind: .external)
    handle.key = Self.handleKey
    switch place {
    case .name: (handle.textFile, handle.text) = (Int32(evaluation.number), term.name)
    case .argument(let position):
      guard let operand = operand(position) else { return nil }
      let value = evaluation.meaning(operand)
      (handle.textFile, handle.text) = (value.textFile, value.text)
    case .receiver: (handle.textFile, handle.text) = (base.textFile, base.text)
    default: return nil
    }
    return handle.text == Outline.none ? nil : handle
  }

  /// What is called on something that gives rows gives them as well, if no rule says otherwise.
  func goingOn(_ base: Meaning) -> Found? {
    var found = Found()
    if let row = base.asked {
      if base.kind == .value {
        found.result = evaluation.queryResult(
          of: .query(of: row, by: base.entity), evaluation.key(term))
        return found
      }
      guard term.use == .call else { return nil }
      found.result = .query(of: row)
      return found
    }
    guard term.use == .call, base.kind == .external, frameworks.rules.managers.contains(base.key),
      let row = row(of: base)
    else { return nil }
    found.result = query(of: row)
    return found
  }

  /// A member of a row that the library fills with rows of another type when it is read.
  func filled(_ outcome: Evaluation.Outcome, _ base: Meaning) -> Found? {
    guard term.use == .read || term.use == .readWrite, let target = outcome.target,
      evaluation.project.kind(target) == .variable,
      evaluation.project.marks(target).contains(.isExtended), !base.isMade,
      let other = row(of: outcome.meaning), let kept = frameworks.index.row(of: other)
    else { return nil }
    var found = Found()
    found.rows = [(kept, .read)]
    return found
  }

  /// What a session that follows rows makes of a call: a method of the project that may change one, or that
  /// has the session write them.
  func kept(_ outcome: Evaluation.Outcome, _ base: Meaning, _ name: String) -> Found? {
    guard frameworks.rules.follows, term.use == .call, term.kind == .member else { return nil }
    if outcome.target != nil, frameworks.rules.commits.contains(where: { $0.matches(name) }) {
      var found = Found()
      found.isCommit = true
      return found
    }
    guard let target = outcome.target, evaluation.project.kind(target) == .function,
      base.kind == .value, base.asked == nil, !base.isMade, !isSelf(term.base),
      let entity = row(of: base), let row = frameworks.index.row(of: entity),
      frameworks.rules.calls.contains(where: { rule in
        rule.form == .change && rule.names.contains { $0.matches(name) }
          && !rule.exceptions.contains { $0.matches(name) }
      })
    else { return nil }
    var found = Found()
    found.tracked = [row]
    return found
  }

  /// The type whose method the use stands in, with its folder, as another part may have one of its name. Nil
  /// outside of types, and for a type that is called after how it keeps things alone: whoever calls that says
  /// what they are.
  var typeAround: String? {
    let scope = evaluation.file.outline.scopes[Int(term.scope)]
    let facts = evaluation.file.facts
    guard scope.symbol != Reference.fileLevel else { return nil }
    let method = facts.symbols[Int(scope.symbol)]
    let separators: Set<Character> = [".", ":", "\\", "#", "/", "$"]
    let parts = method.qualifiedName.split(whereSeparator: separators.contains)
    guard method.kind == .method, parts.count > 1 else { return nil }
    let type = String(parts[parts.count - 2])
    let words = FrameworkNames.snake(type).split(separator: "_").map(String.init)
    let isTechnical = words.allSatisfy { word in
      Self.techniques.contains(word) || word.allSatisfy(\.isNumber)
    }
    if isTechnical { return nil }
    let folder = facts.path.split(separator: "/").dropLast().joined(separator: "/")
    return folder.isEmpty ? type : folder + "/" + type
  }

  /// Words in the names of types that say how something is kept, and nothing of what.
  private static let techniques: Set<String> = [
    "abstract", "app", "application", "async", "base", "cache", "cached", "caching", "client",
    "common", "core", "cosmos", "data", "database", "db", "default", "distributed", "dynamo",
    "firestore", "generic", "handler", "helper", "i", "impl", "implementation", "in", "key",
    "manager", "memcached", "memory", "mongo", "my", "no", "nosql", "provider", "redis",
    "repository", "service", "sql", "storage", "store", "template", "tool", "tools", "util",
    "utils", "value", "wrapper",
  ]
}
