internal import Basics
internal import Yams

extension DeclarationPack {
  /// The key that tells packs of declarations from packs of frameworks.
  static let mark = "declarations"

  /// The packs of a text: a YAML document each. Documents of other packs are passed over.
  ///
  /// - Throws: ``ConfigurationError`` with every problem; `path` names the text in it.
  package static func packs(text: String, path: String) throws(ConfigurationError)
    -> [DeclarationPack]
  {
    var reader = YAMLReader()
    var packs: [DeclarationPack] = []
    do throws(YAMLFailure) {
      for node in try YAMLText.documents(text) where node.value(mark) != nil {
        var pack = DeclarationPack()
        pack.read(node, &reader)
        packs.append(pack)
      }
    } catch {
      reader.report(error.line, error.message)
    }
    guard reader.problems.isEmpty else {
      throw ConfigurationError(path: path, problems: reader.problems)
    }
    return packs
  }

  /// The packs that come with the tool.
  package static let standard: [DeclarationPack] = {
    let texts = [
      PackageResources.declared_aws_yml, PackageResources.declared_azure_yml,
      PackageResources.declared_contracts_yml, PackageResources.declared_edge_yml,
      PackageResources.declared_frameworks_yml,
      PackageResources.declared_kubernetes_yml, PackageResources.declared_platforms_yml,
      PackageResources.declared_processes_yml, PackageResources.declared_serverless_yml,
      PackageResources.declared_terraform_yml,
    ]
    return texts.flatMap { bytes in
      do throws(ConfigurationError) {
        return try packs(text: String(decoding: bytes, as: UTF8.self), path: mark)
      } catch {
        preconditionFailure("the packs of the tool are damaged: \(error)")
      }
    }
  }()

  /// The packs of the tool with those of a repository, which replace others of their name.
  package static func merged(_ own: [DeclarationPack]) -> [DeclarationPack] {
    let names = Set(own.map(\.name))
    return standard.filter { !names.contains($0.name) } + own
  }

  private static let keys = [
    mark, "version", "formats", "files", "not-files", "contains", "not-contains", "needs", "where",
    "references",
    "variables", "joins-folder", "resources", "functions", "triggers", "defaults",
  ]

  private mutating func read(_ node: Node, _ reader: inout YAMLReader) {
    var pack = DeclarationPack()
    reader.mapping(node, "pack", keys: Self.keys) { reader, key, value, _ in
      switch key {
      case Self.mark: pack.name = reader.text(value, key) ?? ""
      case "version": pack.version = reader.text(value, key) ?? ""
      case "formats": pack.formats = reader.choices(value, key)
      case "files": pack.files = reader.globs(value, key)
      case "not-files": pack.excludes = reader.globs(value, key)
      case "contains": pack.contains = reader.texts(value, key).map(\.text)
      case "not-contains": pack.containsNot = reader.texts(value, key).map(\.text)
      case "needs": pack.needs = reader.paths(value, key)
      case "where": pack.conditions = reader.conditions(value, key)
      case "references": pack.references = reader.firstChoice(value, key) ?? .plain
      case "variables": pack.variables = reader.firstChoice(value, key) ?? .none
      case "joins-folder": pack.joinsFolder = reader.flag(value, key) ?? false
      case "resources": pack.resources = reader.rules(value, key) { $0.resource($1) }
      case "functions": pack.functions = reader.rules(value, key) { $0.function($1) }
      case "defaults": pack.defaults = reader.rules(value, key) { $0.defaults($1) }
      default: pack.triggers = reader.rules(value, key) { $0.trigger($1) }
      }
    }
    if pack.name.isEmpty { reader.report(node.line, "the pack has no name") }
    if pack.formats.isEmpty { reader.report(node.line, "'formats' is missing, say what is read") }
    self = pack
  }
}

extension YAMLReader {
  fileprivate mutating func rules<Rule>(
    _ node: Node, _ what: String, read: (inout YAMLReader, Node) -> Rule
  ) -> [Rule] {
    guard case .sequence(let sequence) = node else {
      report(node.line, "'\(what)' must be a list, not \(node.shape)")
      return []
    }
    return sequence.map { read(&self, $0) }
  }

  fileprivate mutating func choices<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, _ what: String
  ) -> [Choice] {
    texts(node, what).compactMap { text, line in
      if let choice = Choice(rawValue: text) { return choice }
      let known = Choice.allCases.map(\.rawValue)
      report(
        line,
        "'\(text.escapedForTerminal)' is not one of \(known.joined(separator: ", ")) in '\(what)'")
      return nil
    }
  }

  fileprivate mutating func firstChoice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, _ what: String
  ) -> Choice? {
    let all: [Choice] = choices(node, what)
    return all.first
  }

  fileprivate mutating func paths(_ node: Node, _ what: String) -> [SettingPath] {
    texts(node, what).compactMap { text, line in
      if let path = SettingPath(text) { return path }
      report(line, "'\(text.escapedForTerminal)' in '\(what)' is no path of settings")
      return nil
    }
  }

  fileprivate mutating func conditions(
    _ node: Node, _ what: String
  ) -> [DeclarationPack.Condition] {
    guard case .mapping(let mapping) = node else {
      report(node.line, "'\(what)' must be a mapping of paths, not \(node.shape)")
      return []
    }
    return mapping.compactMap { key, value in
      guard let path = paths(key, what).first else { return nil }
      let patterns = texts(value, what).map { WildcardPattern($0.text) }
      if patterns.isEmpty { report(key.line, "'\(path.text)' in '\(what)' has no pattern") }
      return DeclarationPack.Condition(path: path, patterns: patterns)
    }
  }

  // MARK: Rules

  private static let placeKeys = ["at", "where", "has", "lacks"]

  private mutating func place(
    _ key: String, _ value: Node, _ place: inout DeclarationPack.Place
  ) {
    switch key {
    case "at": place.at = paths(value, key)
    case "where": place.conditions = conditions(value, key)
    case "has": place.has = paths(value, key)
    default: place.lacks = paths(value, key)
    }
  }

  fileprivate mutating func resource(_ node: Node) -> DeclarationPack.ResourceRule {
    var rule = DeclarationPack.ResourceRule()
    mapping(node, "resources", keys: Self.placeKeys + ["id", "type", "passes"]) {
      reader, key, value, _ in
      switch key {
      case "id": rule.id = reader.paths(value, key)
      case "type": rule.type = reader.paths(value, key).first
      case "passes": rule.passes = reader.paths(value, key)
      default: reader.place(key, value, &rule.place)
      }
    }
    if rule.place.at.isEmpty || rule.id.isEmpty { report(node.line, "it needs 'at' and 'id'") }
    return rule
  }

  fileprivate mutating func function(_ node: Node) -> DeclarationPack.FunctionRule {
    var rule = DeclarationPack.FunctionRule()
    let keys = [
      "name", "handler", "file", "runtime", "code", "usual-code", "aliases", "elsewhere", "take",
    ]
    mapping(node, "functions", keys: Self.placeKeys + keys) { reader, key, value, _ in
      switch key {
      case "name": rule.name = reader.paths(value, key).first
      case "handler": rule.handler = reader.paths(value, key)
      case "file": rule.file = reader.paths(value, key)
      case "runtime": rule.runtime = reader.paths(value, key)
      case "code": rule.code = reader.paths(value, key)
      case "usual-code": rule.usualCode = reader.text(value, key) ?? ""
      case "elsewhere": rule.elsewhere = reader.paths(value, key)
      case "aliases": rule.aliases = reader.rules(value, key) { $0.value($1, "aliases") }
      case "take": rule.attributes = reader.attributes(value)
      default: reader.place(key, value, &rule.place)
      }
    }
    if rule.place.at.isEmpty { report(node.line, "a function needs 'at'") }
    return rule
  }

  fileprivate mutating func defaults(_ node: Node) -> DeclarationPack.DefaultRule {
    var rule = DeclarationPack.DefaultRule()
    mapping(node, "defaults", keys: Self.placeKeys + ["of", "kinds", "take"]) {
      reader, key, value, _ in
      switch key {
      case "of": rule.family = reader.text(value, key) ?? ""
      case "kinds": rule.kinds = reader.texts(value, key).map(\.text)
      case "take": rule.attributes = reader.attributes(value)
      default: reader.place(key, value, &rule.place)
      }
    }
    if rule.place.at.isEmpty || rule.family.isEmpty { report(node.line, "it needs 'at' and 'of'") }
    return rule
  }

  fileprivate mutating func trigger(_ node: Node) -> DeclarationPack.TriggerRule {
    var rule = DeclarationPack.TriggerRule()
    let targets = [
      "function", "refers", "named", "process", "operation", "method-of", "messages",
    ]
    let keys = ["rule", "kind", "take", "fallback", "contract"] + targets + Self.placeKeys
    mapping(node, "triggers", keys: keys) { reader, key, value, _ in
      switch key {
      case "rule": rule.id = reader.text(value, key) ?? ""
      case "kind": rule.kind = reader.kind(value)
      case "take": rule.attributes = reader.attributes(value)
      case "fallback": rule.isFallback = reader.flag(value, key) ?? false
      case "contract": rule.isContract = reader.flag(value, key) ?? false
      case "at", "where", "has", "lacks": reader.place(key, value, &rule.place)
      default:
        if rule.target != .nothing { reader.report(node.line, "keep one of what it starts") }
        rule.target = reader.target(key, value)
      }
    }
    if rule.id.isEmpty { report(node.line, "a trigger needs 'rule', its name") }
    if rule.place.at.isEmpty { report(node.line, "a trigger needs 'at'") }
    if rule.kind.otherwise.isEmpty { report(node.line, "a trigger needs 'kind'") }
    return rule
  }

  private mutating func target(_ key: String, _ node: Node) -> DeclarationPack.Target {
    if key == "method-of" { return method(node, key) }
    guard key == "process" else {
      let paths = paths(node, key)
      guard let first = paths.first else { return .nothing }
      switch key {
      case "function": return .function(first)
      case "refers": return .refers(paths)
      case "named": return .named(paths)
      case "messages": return .messages(first)
      default: return .operation(first)
      }
    }
    var process = DeclarationPack.Process()
    let keys = ["command", "arguments", "image", "folder", "file"]
    mapping(node, key, keys: keys) { reader, key, value, _ in
      switch key {
      case "command": process.command = reader.paths(value, key)
      case "arguments": process.arguments = reader.paths(value, key)
      case "folder": process.folder = reader.paths(value, key)
      case "file": process.file = reader.paths(value, key)
      default: process.image = reader.paths(value, key)
      }
    }
    return .process(process)
  }

  private mutating func method(_ node: Node, _ what: String) -> DeclarationPack.Target {
    var (type, names): ([SettingPath], [SettingPath]) = ([], [])
    var usual: [String] = []
    mapping(node, what, keys: ["type", "method", "usual"]) { reader, key, value, _ in
      switch key {
      case "type": type = reader.paths(value, key)
      case "method": names = reader.paths(value, key)
      default: usual = reader.texts(value, key).map(\.text)
      }
    }
    return .method(type: type, names: names, usual: usual)
  }

  private mutating func kind(_ node: Node) -> DeclarationPack.Kind {
    var kind = DeclarationPack.Kind()
    if node.text != nil {
      kind.otherwise = kindName(node)
      return kind
    }
    mapping(node, "kind", keys: ["of", "by", "otherwise"]) { reader, key, value, _ in
      switch key {
      case "of": kind.of = reader.paths(value, key)
      case "otherwise": kind.otherwise = reader.kindName(value)
      default:
        guard case .mapping(let mapping) = value else {
          return reader.report(value.line, "'by' must be a mapping of kinds")
        }
        kind.cases = mapping.compactMap { key, value in
          let name = reader.kindName(key)
          let patterns = reader.texts(value, name).map { WildcardPattern($0.text) }
          return DeclarationPack.Kind.Case(kind: name, patterns: patterns)
        }
      }
    }
    return kind
  }

  private mutating func kindName(_ node: Node) -> String {
    let name = text(node, "kind") ?? ""
    if !DeclarationPack.kinds.contains(name) {
      report(
        node.line,
        "'\(name.escapedForTerminal)' is not a kind of trigger"
          + NearestName.hint(for: name, among: DeclarationPack.kinds))
    }
    return name
  }

  private mutating func attributes(_ node: Node) -> [DeclarationPack.Attribute] {
    guard case .mapping(let mapping) = node else {
      report(node.line, "'take' must be a mapping, not \(node.shape)")
      return []
    }
    let known = Configuration.triggerKeys
    return mapping.compactMap { key, value in
      guard let name = text(key, "take") else { return nil }
      if !known.contains(name) {
        report(
          key.line,
          "'\(name.escapedForTerminal)' is not a key of a trigger"
            + NearestName.hint(for: name, among: known))
      }
      return DeclarationPack.Attribute(key: name, value: self.value(value, name))
    }
  }

  private mutating func value(_ node: Node, _ what: String) -> DeclarationPack.Value {
    var result = DeclarationPack.Value()
    guard case .mapping = node else {
      result.paths = paths(node, what)
      return result
    }
    mapping(node, what, keys: ["from", "as", "value"]) { reader, key, value, _ in
      switch key {
      case "from": result.paths = reader.paths(value, key)
      case "as": result.form = reader.firstChoice(value, key) ?? .text
      default: result.constant = reader.text(value, key)
      }
    }
    return result
  }
}
