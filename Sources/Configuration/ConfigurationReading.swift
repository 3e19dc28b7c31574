internal import Basics
internal import Yams

extension Configuration {
  /// The largest file that is read.
  package static let largestSize = 1 << 20

  /// The configuration of a repository: the file that was named, else `cleave.yml` at the root, else
  /// the defaults.
  ///
  /// - Throws: ``ConfigurationError`` with every problem of the file or of a pack that it names, or
  ///   ``FileError``.
  package static func load(root: [UInt8], named path: [UInt8]? = nil) throws -> Configuration {
    let file = path ?? root + Array("/\(fileName)".utf8)
    // A link that leads nowhere is a mistake and no missing file.
    let name = path.map { String(escapingInvalid: $0) } ?? fileName
    if path == nil, (try? FileSystem.status(file)) == nil {
      var configuration = Configuration()
      try configuration.readPacks(root: root, name: name)
      return configuration
    }
    if path == nil { try requireInside(root, file) }
    let bytes = try FileSystem.read(file, limit: largestSize)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationError(
        path: name, problems: [.init(line: 1, message: "the file is not UTF-8, save it as such")])
    }
    var configuration = try Configuration(text: text, path: name)
    try configuration.readPacks(root: root, name: name)
    return configuration
  }

  /// Errors quote the file, so what a repository links to must be its own.
  private static func requireInside(_ root: [UInt8], _ file: [UInt8]) throws {
    let folder = try FileSystem.realPath(root)
    let target = try FileSystem.realPath(file)
    guard !target.starts(with: folder.last == 0x2f ? folder : folder + [0x2f]) else { return }
    throw ConfigurationError(
      path: fileName,
      problems: [.init(line: 1, message: "a link that leaves the repository, put the file here")])
  }

  /// Reads the text of a file; `path` names it in errors.
  package init(text: String, path: String = Configuration.fileName) throws(ConfigurationError) {
    var reader = YAMLReader()
    self.init()
    do throws(YAMLFailure) {
      let documents = try YAMLText.documents(text)
      if documents.count > 1 {
        reader.report(documents[1].line, "a second document, keep one")
      }
      if let node = documents.first { read(node, &reader) }
    } catch {
      reader.report(error.line, error.message)
    }
    guard reader.problems.isEmpty else {
      throw ConfigurationError(path: path, problems: reader.problems)
    }
  }

  /// The keys of the file, in the order of the documentation.
  package static let keys = [
    "version", "include", "exclude", "modules", "roles", "compile-commands", "history", "weights",
    "triggers", "rules", "provider", "check",
  ]

  private mutating func read(_ node: Node, _ reader: inout YAMLReader) {
    var hasVersion = false
    reader.mapping(node, Self.fileName, keys: Self.keys) { reader, key, value, line in
      if Self.reservedKeys.contains(key) { noteIneffective("'\(key)'", line) }
      if key == "version" {
        hasVersion = true
        Self.readVersion(value, &reader)
      } else {
        self.read(key, value, &reader)
      }
    }
    if !hasVersion, case .mapping = node {
      reader.report(node.line, "'version' is missing, write 'version: \(Self.version)'")
    }
  }

  private static func readVersion(_ node: Node, _ reader: inout YAMLReader) {
    guard let text = reader.text(node, "version"), text != String(version) else { return }
    reader.report(
      node.line,
      "version '\(text.escapedForTerminal)' is not known, this cleave reads version \(version)")
  }

  private mutating func read(_ key: String, _ node: Node, _ reader: inout YAMLReader) {
    switch key {
    case "include": include = reader.globs(node, key)
    case "exclude": exclude = reader.globs(node, key)
    case "modules": readModules(node, &reader)
    case "roles": readRoles(node, &reader)
    case "compile-commands": compileCommands = node.isNull ? nil : reader.path(node, key)
    case "history": usesHistory = reader.flag(node, key) ?? true
    case "weights": readWeights(node, &reader)
    case "triggers": readTriggers(node, &reader)
    case "rules": readRules(node, &reader)
    case "provider": readProvider(node, &reader)
    default: readCheck(node, &reader)
    }
  }

  private mutating func readModules(_ node: Node, _ reader: inout YAMLReader) {
    if node.isNull { return }
    guard case .mapping(let mapping) = node else {
      return reader.report(node.line, "'modules' must be a mapping of names, not \(node.shape)")
    }
    for (key, value) in mapping {
      guard let name = reader.text(key, "modules") else { continue }
      let globs = reader.globs(value, name)
      if globs.isEmpty, value.isNull || value.elements.isEmpty && value.text == nil {
        reader.report(key.line, "module '\(name.escapedForTerminal)' has no patterns")
      }
      modules.append(Module(name: name, globs: globs, line: key.line))
    }
  }

  private mutating func readRoles(_ node: Node, _ reader: inout YAMLReader) {
    reader.mapping(node, "roles", keys: ["test", "generated", "vendored", "tool"]) {
      reader, key, value, _ in
      let globs = reader.globs(value, key)
      switch key {
      case "test": roles.test = globs
      case "generated": roles.generated = globs
      case "vendored": roles.vendored = globs
      default: roles.tool = globs
      }
    }
  }

  private mutating func readWeights(_ node: Node, _ reader: inout YAMLReader) {
    reader.mapping(node, "weights", keys: View.allCases.map(\.rawValue)) {
      reader, key, value, _ in
      let view = View(rawValue: key)!
      weights[view] = reader.number(value, key)
    }
    if weights.count == View.allCases.count, weights.values.allSatisfy({ $0 == 0 }) {
      reader.report(node.line, "every weight is 0, give one of them a weight")
    }
  }

  private mutating func noteIneffective(_ what: String, _ line: Int) {
    ineffective.append(.init(line: line, message: "\(what) has no effect in this version"))
  }

  private mutating func readRules(_ node: Node, _ reader: inout YAMLReader) {
    if node.isNull { return }
    let items = node.text == nil ? node.elements : [node]
    if node.text == nil, items.isEmpty { _ = reader.texts(node, "rules") }
    rules = items.compactMap { item in
      reader.path(item, "rules").map { RuleFolder(path: $0, line: item.line) }
    }
  }

  private mutating func readProvider(_ node: Node, _ reader: inout YAMLReader) {
    guard let name = reader.text(node, "provider") else { return }
    let known = Provider.platformNames
    guard known.contains(name) else {
      return reader.report(
        node.line,
        "'\(name.escapedForTerminal)' is not a provider" + NearestName.hint(for: name, among: known)
      )
    }
    provider = name
  }

  private mutating func readCheck(_ node: Node, _ reader: inout YAMLReader) {
    let keys = ["crossings", "cycles", "writers", "state", "baseline"]
    reader.mapping(node, "check", keys: keys) { reader, key, value, _ in
      if key == "baseline" {
        check.baseline = reader.path(value, key)
        return
      }
      guard let severity = Self.severity(value, key, &reader) else { return }
      switch key {
      case "crossings": check.crossings = severity
      case "cycles": check.cycles = severity
      case "writers": check.writers = severity
      default:
        check.state = severity
        noteIneffective("'check: state'", value.line)
      }
    }
  }

  private static func severity(
    _ node: Node, _ key: String, _ reader: inout YAMLReader
  ) -> Check.Severity? {
    guard let text = reader.text(node, key) else { return nil }
    if let severity = Check.Severity(rawValue: text) { return severity }
    reader.report(
      node.line, "'\(key)' must be error, warning or off, not '\(text.escapedForTerminal)'")
    return nil
  }
}

// MARK: Triggers

extension Configuration {
  /// The keys of a trigger that is declared by hand, beside `kind` and `handler`.
  package static let triggerKeys = [
    "name", "method", "path", "cron", "rate", "at", "tz", "source", "filter", "batch", "ordered",
    "exclusive", "concurrency", "timeout", "memory", "rps", "peak_rps", "latency_ms",
    "duration_ms", "state", "enabled",
  ]

  private mutating func readTriggers(_ node: Node, _ reader: inout YAMLReader) {
    if node.isNull { return }
    guard case .sequence(let sequence) = node else {
      return reader.report(node.line, "'triggers' must be a list, not \(node.shape)")
    }
    for item in sequence {
      if let trigger = Self.trigger(item, &reader) { triggers.append(trigger) }
    }
  }

  private static func trigger(_ node: Node, _ reader: inout YAMLReader) -> Trigger? {
    guard case .mapping = node else {
      reader.report(node.line, "a trigger must be a mapping with 'kind' and 'handler'")
      return nil
    }
    var trigger = Trigger(kind: "", handler: "", attributes: [], line: node.line)
    reader.mapping(node, "triggers", keys: ["kind", "handler"] + triggerKeys) {
      reader, key, value, line in
      guard let text = reader.text(value, key) else { return }
      switch key {
      case "kind": trigger.kind = text
      case "handler":
        trigger.handler = text
        if let path = Self.path(ofHandler: text) { _ = reader.isInside(path, value.line, key) }
      default: trigger.attributes.append(.init(key: key, value: text, line: line))
      }
    }
    for (key, value) in [("kind", trigger.kind), ("handler", trigger.handler)] where value.isEmpty {
      if node.value(key) == nil { reader.report(node.line, "the trigger has no '\(key)'") }
    }
    return trigger
  }

  /// The path of `path:function`; the function may have `::` in its name.
  private static func path(ofHandler text: String) -> String? {
    let bytes = Array(text.utf8)
    let colon = UInt8(ascii: ":")
    let place = bytes.indices.first { index in
      bytes[index] == colon && (index == 0 || bytes[index - 1] != colon)
        && (index + 1 == bytes.count || bytes[index + 1] != colon)
    }
    return place.map { String(decoding: bytes[..<$0], as: UTF8.self) }
  }
}
