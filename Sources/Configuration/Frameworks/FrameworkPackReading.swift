internal import Basics
internal import Yams

extension FrameworkPack {
  /// The packs of a text: a YAML document each.
  ///
  /// - Throws: ``ConfigurationError`` with every problem; `path` names the text in it.
  package static func packs(text: String, path: String) throws(ConfigurationError)
    -> [FrameworkPack]
  {
    var reader = YAMLReader()
    var packs: [FrameworkPack] = []
    do throws(YAMLFailure) {
      for node in try YAMLText.documents(text) where node.value(DeclarationPack.mark) == nil {
        var pack = FrameworkPack()
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
  package static let standard: [FrameworkPack] = {
    let texts = [
      PackageResources.frameworks_dotnet_yml, PackageResources.frameworks_ecma_yml,
      PackageResources.frameworks_go_yml, PackageResources.frameworks_jvm_yml,
      PackageResources.frameworks_php_yml, PackageResources.frameworks_python_yml,
      PackageResources.frameworks_ruby_yml, PackageResources.frameworks_rust_yml,
      PackageResources.frameworks_scala_yml, PackageResources.frameworks_stores_yml,
      PackageResources.frameworks_swift_yml,
    ]
    return texts.flatMap { bytes in
      do throws(ConfigurationError) {
        return try packs(text: String(decoding: bytes, as: UTF8.self), path: "frameworks")
      } catch {
        preconditionFailure("a rule pack of the tool is damaged: \(error)")
      }
    }
  }()

  private mutating func read(_ node: Node, _ reader: inout YAMLReader) {
    let keys = [
      "pack", "version", "languages", "imports", "entities", "uses", "components", "triggers",
      "managers", "mounts", "makers", "maker-types", "maker-names", "criteria", "without-imports",
      "constructs", "carriers",
    ]
    var pack = FrameworkPack()
    reader.mapping(node, "pack", keys: keys) { reader, key, value, _ in
      switch key {
      case "pack": pack.name = reader.text(value, key) ?? ""
      case "version": pack.version = reader.text(value, key) ?? ""
      case "languages": pack.languages = reader.texts(value, key).map(\.text)
      case "imports": pack.imports = reader.texts(value, key).map(\.text)
      case "without-imports": pack.absent = reader.texts(value, key).map(\.text)
      case "entities": pack.entities = reader.list(value, key) { EntityRule($0, &$1) }
      case "uses": pack.uses = reader.list(value, key) { UseRule($0, &$1) }
      case "managers": pack.managers = reader.texts(value, key).map(\.text)
      case "triggers": pack.triggers = reader.list(value, key) { TriggerRule($0, &$1) }
      case "mounts": pack.mounts = reader.list(value, key) { MountRule($0, &$1) }
      case "criteria": pack.criteria = reader.list(value, key) { CriterionRule($0, &$1) }
      case "makers": pack.makers = reader.texts(value, key).map { Pattern($0.text) }
      case "maker-types": pack.makerTypes = reader.texts(value, key).map(\.text)
      case "maker-names": pack.makerNames = reader.texts(value, key).map(\.text)
      case "constructs": pack.constructs = reader.list(value, key) { ConstructRule($0, &$1) }
      case "carriers": pack.carriers = reader.texts(value, key).map { Pattern($0.text) }
      default: pack.components = reader.list(value, key) { ComponentRule($0, &$1) }
      }
    }
    if pack.name.isEmpty { reader.report(node.line, "'pack' is missing, give the pack a name") }
    if pack.languages.isEmpty {
      reader.report(node.line, "'languages' is missing, say which the pack is for")
    }
    self = pack
  }
}

extension FrameworkPack.EntityRule {
  fileprivate init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = FrameworkPack.EntityRule()
    let keys = [
      "annotation", "extends", "member", "listed", "configured", "name", "otherwise", "store",
      "unless", "prefix", "inherited", "schema",
    ]
    reader.mapping(node, "entities", keys: keys) { reader, key, value, _ in
      switch key {
      case "annotation": rule.annotations = reader.texts(value, key).map(\.text)
      case "extends": rule.supertypes = reader.texts(value, key).map(\.text)
      case "listed": rule.lists = reader.texts(value, key).map(\.text)
      case "configured": rule.configured = reader.texts(value, key).map(\.text)
      case "member": rule.members = reader.texts(value, key).map(\.text)
      case "name": rule.names = reader.nameSources(value, key)
      case "prefix": rule.prefixes = reader.nameSources(value, key)
      case "schema": rule.schemas = reader.nameSources(value, key)
      case "inherited": rule.isInherited = reader.flag(value, key) ?? false
      case "unless": rule.unless = reader.nameSources(value, key)
      case "otherwise": rule.otherwise = reader.choice(value, key) ?? rule.otherwise
      default: rule.store = reader.choice(value, key) ?? rule.store
      }
    }
    let signs = rule.annotations + rule.supertypes + rule.members + rule.lists + rule.configured
    if signs.isEmpty {
      reader.report(
        node.line, "an entity needs 'annotation', 'extends', 'member', 'listed' or 'configured'")
    }
    self = rule
  }
}

extension FrameworkPack.ComponentRule {
  fileprivate init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = FrameworkPack.ComponentRule()
    reader.mapping(node, "components", keys: ["annotation", "name", "otherwise"]) {
      reader, key, value, _ in
      switch key {
      case "annotation": rule.annotations = reader.texts(value, key).map(\.text)
      case "name": rule.names = reader.nameSources(value, key)
      default: rule.otherwise = reader.choice(value, key) ?? rule.otherwise
      }
    }
    if rule.annotations.isEmpty { reader.report(node.line, "a component needs 'annotation'") }
    self = rule
  }
}

extension FrameworkPack.UseRule {
  private enum Fallback: String, CaseIterable { case type }

  private static let keys =
    Form.allCases.map(\.rawValue) + [
      "on", "entity", "name", "query", "statement", "component", "store", "access", "gives",
      "type", "having", "transaction", "except", "otherwise", "tracked", "commit",
    ]

  fileprivate init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = FrameworkPack.UseRule()
    reader.mapping(node, "uses", keys: Self.keys) { reader, key, value, _ in
      switch key {
      case "on": rule.receivers = reader.texts(value, key).map(\.text)
      case "entity": rule.entity = reader.place(value, key)
      case "name": rule.name = reader.place(value, key)
      case "query": rule.query = reader.place(value, key)
      case "statement": rule.statement = reader.place(value, key)
      case "component": rule.component = reader.place(value, key)
      case "store": rule.store = reader.choice(value, key) ?? rule.store
      case "access": rule.access = reader.choice(value, key)
      case "having": rule.having = reader.texts(value, key).map(\.text)
      case "type": rule.type = reader.text(value, key)
      case "gives": rule.result = reader.choice(value, key)
      case "except":
        rule.exceptions = reader.texts(value, key).map { FrameworkPack.Pattern($0.text) }
      case "otherwise": rule.isNamedByType = reader.choice(value, key) == Fallback.type
      case "tracked": rule.isTracked = reader.flag(value, key) ?? false
      case "commit": rule.isCommit = reader.flag(value, key) ?? false
      case "transaction": rule.isTransaction = reader.flag(value, key) ?? false
      default:
        rule.form = Form(rawValue: key) ?? rule.form
        rule.names = reader.texts(value, key).map { FrameworkPack.Pattern($0.text) }
      }
    }
    if rule.names.isEmpty {
      reader.report(
        node.line,
        "a use needs 'call', 'member', 'assign', 'change' or 'annotation' with a name")
    }
    self = rule
  }
}

extension YAMLReader {
  fileprivate mutating func list<Element>(
    _ node: Node, _ what: String, read: (Node, inout YAMLReader) -> Element
  ) -> [Element] {
    guard case .sequence(let sequence) = node else {
      report(node.line, "'\(what)' must be a list, not \(node.shape)")
      return []
    }
    return sequence.map { read($0, &self) }
  }

  /// One of the texts of an enumeration.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: Node, _ what: String
  ) -> Choice? {
    guard let text = text(node, what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    report(
      node.line,
      "'\(what)' must be one of \(known.joined(separator: ", ")), not '\(text.escapedForTerminal)'")
    return nil
  }

  /// `Table.name`, `Table` (its unnamed argument), `.member`, `.Meta.member`.
  fileprivate mutating func nameSources(_ node: Node, _ what: String)
    -> [FrameworkPack.NameSource]
  {
    texts(node, what).map { text, _ in
      let parts = text.split(separator: ".").map(String.init)
      if text.hasPrefix(".") { return .member(parts) }
      return .annotation(parts.first ?? "", argument: parts.count > 1 ? parts[1] : "")
    }
  }

  /// `argument 0`, `parameter 0`, `type-argument 0`, `receiver`, `name`; anything else is the key of
  /// an annotation's argument, or several, separated by commas.
  fileprivate mutating func place(_ node: Node, _ what: String) -> FrameworkPack.Place? {
    guard let text = text(node, what) else { return nil }
    let words = text.split(separator: " ").map(String.init)
    if words == ["receiver"] { return .receiver }
    if words == ["member-name"] { return .name }
    if words == ["held"] { return .held }
    if words.count == 2, let number = Int(words[1]), (0..<256).contains(number) {
      switch words[0] {
      case "argument": return .argument(number)
      case "parameter": return .parameter(number)
      case "type-argument": return .typeArgument(number)
      default: break
      }
    }
    guard !text.contains(" ") else {
      report(node.line, "'\(text.escapedForTerminal)' in '\(what)' is no place of a call")
      return nil
    }
    return .key(text.split(separator: ",", omittingEmptySubsequences: false).map(String.init))
  }
}
