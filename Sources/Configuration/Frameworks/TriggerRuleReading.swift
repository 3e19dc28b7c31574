internal import Basics
internal import Yams

extension TriggerRule {
  /// The kinds that a rule may give, and `stem` for the kind that belongs to the type of an event.
  package static let kinds = [
    "http", "rpc", "duplex", "schedule", "queue", "topic", "stream", "storage", "dbchange",
    "eventbus", "identity", "iot", "log", "workflow", "ci", "inproc", "cli", "startup", "daemon",
    "signal", "direct", "stem",
  ]

  /// What may be said of a trigger.
  package static let captureKeys = [
    "path", "cron", "rate", "delay", "at", "schedule", "tz", "source", "name", "filter", "batch",
    "concurrency", "timeout", "memory", "enabled", "task", "method",
  ]

  private static let keys =
    Form.allCases.map(\.rawValue) + captureKeys + [
      "id", "kind", "on", "receiver", "not-receiver", "file", "verb", "prefix", "handler",
      "requires", "unless", "conditions", "exclusive", "schemes", "clock", "fields", "unit",
      "literal",
      "begins", "inside", "must", "absolute", "implied", "confidence", "methods", "construct",
      "platform", "own", "needs", "kinds", "imported",
      "parameters", "actions", "stereotypes", "inline",
    ]

  init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = TriggerRule()
    rule.line = node.line
    var forms = 0
    reader.mapping(node, "triggers", keys: Self.keys) { reader, key, value, line in
      if let form = Form(rawValue: key), key != "method" {
        forms += 1
        rule.form = form
        rule.names = reader.texts(value, key).map { FrameworkPack.Pattern($0.text) }
      } else if Self.captureKeys.contains(key) {
        rule.captures.append(Capture(key: key, places: reader.places(value, key)))
      } else {
        rule.read(key, value, line, &reader)
      }
    }
    if forms != 1 {
      let known = Form.allCases.map(\.rawValue).joined(separator: ", ")
      reader.report(node.line, "a trigger needs exactly one of \(known)")
    }
    if rule.id.isEmpty { reader.report(node.line, "'id' is missing, give the rule a name") }
    if rule.kind.isEmpty { reader.report(node.line, "'kind' is missing, say what it starts") }
    if rule.form != .wired, rule.names.isEmpty {
      reader.report(node.line, "'\(rule.form.rawValue)' needs a name")
    }
    self = rule
  }

  private mutating func read(
    _ key: String, _ value: Node, _ line: Int, _ reader: inout YAMLReader
  ) {
    switch key {
    case "id": id = reader.text(value, key) ?? ""
    case "kind": readKind(value, &reader)
    case "on": target = reader.choice(value, key) ?? target
    case "receiver": receivers = reader.texts(value, key).map { .init($0.text) }
    case "not-receiver": notReceivers = reader.texts(value, key).map { .init($0.text) }
    case "file": files = reader.globs(value, key)
    case "verb": verb = reader.places(value, key)
    case "prefix": prefixes = reader.texts(value, key).map(\.text)
    case "handler": handlers = reader.places(value, key)
    case "construct": isConstruct = reader.flag(value, key) ?? false
    case "platform": isPlatform = reader.flag(value, key) ?? false
    case "methods": methods = reader.texts(value, key).map(\.text)
    case "requires": requires = reader.texts(value, key).map(\.text)
    case "unless": unless = reader.texts(value, key).map(\.text)
    case "conditions": conditions = reader.texts(value, key).map(\.text)
    case "exclusive": exclusive = reader.texts(value, key).map(\.text)
    case "schemes": schemes = reader.table(value, key)
    case "kinds": kindsOfParameters = reader.table(value, key)
    case "parameters": parameters = reader.texts(value, key).map(\.text)
    case "imported": imported = reader.texts(value, key).map(\.text)
    case "clock": clock = reader.table(value, key)
    case "fields": fields = reader.table(value, key)
    case "unit": readUnit(value, &reader)
    case "literal": isLiteral = reader.flag(value, key) ?? true
    case "begins": begins = reader.texts(value, key).map(\.text)
    case "inside": inside = reader.texts(value, key).map(\.text)
    case "must": must = reader.texts(value, key).map(\.text)
    case "absolute": isAbsolute = reader.flag(value, key) ?? false
    case "own": isOwn = reader.flag(value, key) ?? false
    case "stereotypes": stereotypes = reader.texts(value, key).map(\.text)
    case "inline": inline = reader.texts(value, key).map(\.text)
    case "needs": needs = reader.texts(value, key).map(\.text)
    case "actions": isAction = reader.flag(value, key) ?? false
    case "implied": isImplied = reader.flag(value, key) ?? false
    default: confidence = min(1, reader.number(value, key) ?? confidence)
    }
  }

  private mutating func readKind(_ value: Node, _ reader: inout YAMLReader) {
    guard let text = reader.text(value, "kind") else { return }
    kind = text
    if !Self.kinds.contains(text) {
      reader.report(
        value.line,
        "'\(text.escapedForTerminal)' is not a kind of trigger"
          + NearestName.hint(for: text, among: Self.kinds))
    }
  }

  private mutating func readUnit(_ value: Node, _ reader: inout YAMLReader) {
    guard let text = reader.text(value, "unit") else { return }
    unit = text
    if !["ms", "s", "min", "h"].contains(text) {
      reader.report(value.line, "'unit' must be ms, s, min or h, not '\(text.escapedForTerminal)'")
    }
  }
}

extension MountRule {
  init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = MountRule()
    let keys = ["call", "receiver", "path", "router", "member"]
    reader.mapping(node, "mounts", keys: keys) { reader, key, value, _ in
      switch key {
      case "call": rule.names = reader.texts(value, key).map { .init($0.text) }
      case "receiver": rule.receivers = reader.texts(value, key).map { .init($0.text) }
      case "path": rule.paths = reader.places(value, key)
      case "router": rule.routers = reader.places(value, key)
      default: rule.isMember = reader.flag(value, key) ?? false
      }
    }
    if rule.names.isEmpty { reader.report(node.line, "a mount needs 'call' with a name") }
    self = rule
  }
}

extension YAMLReader {
  /// Texts by names.
  fileprivate mutating func table(_ node: Node, _ what: String) -> [String: String] {
    guard case .mapping(let mapping) = node else {
      report(node.line, "'\(what)' must be a mapping, not \(node.shape)")
      return [:]
    }
    var table: [String: String] = [:]
    for (key, value) in mapping {
      guard let name = key.text, let text = text(value, what) else { continue }
      table[name] = text
    }
    return table
  }

  /// `0`, `-1`, `key`, `link.0`, `link.key`, `=text`, `@callee`, `@receiver`, `@type-argument`,
  /// `@owner`, `@block`, `@entry`, `@type`, `@call`.
  fileprivate mutating func places(_ node: Node, _ what: String) -> [TriggerRule.Place] {
    texts(node, what).compactMap { text, line in
      if text.hasPrefix("=") { return .constant(String(text.dropFirst())) }
      if let number = Int(text) { return .argument(number) }
      if text.hasPrefix("@") {
        switch text {
        case "@callee": return .callee
        case "@receiver": return .receiver
        case "@type-argument": return .typeArgument(0)
        case "@type-argument-1": return .typeArgument(1)
        case "@owner": return .owner
        case "@block": return .block
        case "@entry": return .entry
        case "@type": return .type
        case "@call": return .call
        default:
          let start = TriggerRule.receiverName + "."
          if text.hasPrefix(start) {
            return .otherKey(TriggerRule.receiverName, String(text.dropFirst(start.count)))
          }
          report(line, "'\(text.escapedForTerminal)' in '\(what)' is no place of a call")
          return nil
        }
      }
      let parts = text.split(separator: ".", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { return .key(text) }
      return Int(parts[1]).map { .other(parts[0], argument: $0) } ?? .otherKey(parts[0], parts[1])
    }
  }
}
