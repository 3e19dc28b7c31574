internal import Basics
internal import Configuration
internal import Facts

/// Runs the rules of one pack over a scope.
struct PackReading {
  private struct Function {
    var setting: Setting
    var declared: DeclaredFunction
    var attributes: [TriggerDeclaration.Attribute]
    /// Its code is in an image or in the configuration.
    var isElsewhere: Bool
    var isStarted = false
  }

  /// A trigger that was found, before it is known whether others start the function.
  private struct Found {
    var setting: Setting
    var rule: DeclarationPack.TriggerRule
    var kind: TriggerKind
    var function: Int?
    var handler: TriggerDeclaration.Handler
  }

  let pack: DeclarationPack
  let path: String
  let scope: SettingScope
  private var functions: [Function] = []
  private var functionAt: [ObjectIdentifier: Int] = [:]
  private var functionNamed: [String: [Int]] = [:]
  private var found: [Found] = []
  /// For each document its place in the findings; those that are not here have the first.
  private var placeOf: [ObjectIdentifier: Int] = [:]

  /// So many triggers of one file are taken in, on average where files are read together.
  private static let mostTriggers = 10_000

  init(pack: DeclarationPack, path: String, scope: SettingScope) {
    self.pack = pack
    self.path = path
    self.scope = scope
  }

  /// What is declared in a document goes into its entry of the findings, or into the only one.
  mutating func read(into findings: inout [ConfigurationFindings]) {
    for (index, document) in scope.documents.enumerated() where findings.count > 1 {
      placeOf[ObjectIdentifier(document)] = index
    }
    for rule in pack.functions {
      for setting in scope.settings(of: rule.place) { addFunction(setting, rule) }
    }
    for rule in pack.triggers {
      for setting in scope.settings(of: rule.place) { match(setting, rule) }
    }
    for item in found where !item.rule.isFallback {
      if let index = item.function { functions[index].isStarted = true }
    }
    let idle = Set(functions.indices.filter { !functions[$0].isStarted })
    for item in found.prefix(mostTriggers) {
      if item.rule.isFallback, let index = item.function, !idle.contains(index) { continue }
      if let index = item.function { functions[index].isStarted = true }
      declare(item, &findings[home(of: item.setting)])
    }
    for function in functions where !function.isStarted {
      declareDirect(function, &findings[home(of: function.setting)])
    }
    for rule in pack.defaults { declare(rule, &findings) }
  }

  private var mostTriggers: Int { Self.mostTriggers * max(1, scope.documents.count) }

  // MARK: Functions

  private mutating func addFunction(_ setting: Setting, _ rule: DeclarationPack.FunctionRule) {
    let key = ObjectIdentifier(setting)
    guard functionAt[key] == nil else { return }
    var name = rule.name.flatMap { scope.text($0, from: setting) } ?? setting.key
    if name.isEmpty { name = path.split(separator: "/").dropLast().last.map(String.init) ?? "" }
    var declared = DeclaredFunction(name: name)
    func text(_ paths: [SettingPath]) -> String {
      scope.text(paths, from: setting).map(scope.resolved) ?? ""
    }
    declared.handler = text(rule.handler)
    declared.file = text(rule.file)
    declared.runtime = text(rule.runtime)
    // The folder of the file, as Terraform writes it.
    let code = text(rule.code)
    declared.code = (code.isEmpty ? rule.usualCode : code)
      .replacing("${path.module}/", with: "").replacing("${path.root}/", with: "")
    declared.home = RepositoryPath.folder(of: path)
    let isElsewhere = rule.elsewhere.contains { path in
      scope.settings(path, from: setting).contains { !$0.isNothing }
    }
    let index = functions.count
    functions.append(
      Function(
        setting: setting, declared: declared, attributes: attributes(rule.attributes, setting),
        isElsewhere: isElsewhere))
    functionAt[key] = index
    let aliases = rule.aliases.flatMap { value in
      scope.texts(value.paths, from: setting).compactMap {
        SettingForms.attribute("name", $0, value.form)?.value
      }
    }
    for alias in [name] + aliases {
      functionNamed[alias, default: []].append(index)
      scope.add(alias, for: setting)
    }
  }

  private func handler(_ index: Int) -> TriggerDeclaration.Handler {
    functions[index].isElsewhere ? .nothing : .function(functions[index].declared)
  }

  // MARK: Triggers

  private mutating func match(_ setting: Setting, _ rule: DeclarationPack.TriggerRule) {
    guard let kind = kind(of: rule, at: setting), found.count < 4 * mostTriggers else {
      return
    }
    func add(_ index: Int) -> Found {
      Found(setting: setting, rule: rule, kind: kind, function: index, handler: handler(index))
    }
    func plain(_ handler: TriggerDeclaration.Handler) -> Found {
      Found(setting: setting, rule: rule, kind: kind, function: nil, handler: handler)
    }
    switch rule.target {
    case .nothing: found.append(plain(.nothing))
    case .function(let path):
      let indexes = scope.settings(path, from: setting).compactMap {
        functionAt[ObjectIdentifier($0)]
      }
      found += indexes.prefix(1).map(add)
    case .refers(let paths):
      let targets = scope.targets(paths, from: setting)
      found += targets.compactMap { functionAt[ObjectIdentifier($0)] }.map(add)
    case .named(let paths):
      let names = scope.texts(paths, from: setting)
      found += names.flatMap { functionNamed[$0] ?? [] }.map(add)
    case .operation(let path):
      if let name = scope.text(path, from: setting) { found.append(plain(.operation(name))) }
    case .messages(let path):
      if let name = scope.text(path, from: setting) { found.append(plain(.messages(name))) }
    case .method(let type, let names, let usual):
      if let name = method(setting, type, names, usual) { found.append(plain(.method(name))) }
    case .process(let parts): found.append(plain(process(setting, parts)))
    }
  }

  /// The method of a type anywhere in the repository: `App\Jobs\Send` and `send`, or `Jobs\Send::send`.
  private func method(
    _ setting: Setting, _ type: [SettingPath], _ names: [SettingPath], _ usual: [String]
  ) -> String? {
    guard let text = scope.text(type, from: setting), !text.isEmpty else { return nil }
    let name = scope.text(names, from: setting).map { [$0] } ?? usual
    let plain = String(text.drop { $0 == "\\" }).replacing("\\", with: ".")
    // Ruby's namespaces have the same mark as a method; those of PHP have another.
    let hasMethod = plain.contains("::") && (usual.isEmpty || text.contains("\\"))
    return hasMethod
      ? plain : plain.replacing("::", with: ".") + "::" + name.joined(separator: "|")
  }

  /// The words of the command; without one the name of the image, which by habit is that of its
  /// program. What it is built of stands behind them, with `/` at its end.
  private func process(
    _ setting: Setting, _ parts: DeclarationPack.Process
  ) -> TriggerDeclaration.Handler {
    func words(_ paths: [SettingPath]) -> [String] {
      for path in paths {
        for found in scope.settings(path, from: setting) {
          if let text = found.text { return ShellWords.split(text) }
          let words = found.children.compactMap(\.text)
          if !words.isEmpty { return words }
        }
      }
      return []
    }
    let own = words(parts.command)
    let folder = buildFolder(setting, parts).map { [$0] } ?? []
    if !own.isEmpty { return .command(own + words(parts.arguments) + folder) }
    let name = scope.text(parts.image, from: setting)?.split(separator: "/").last?.prefix {
      $0 != ":" && $0 != "@"
    }
    guard let name, !name.isEmpty, !name.contains("$"), !name.contains("{") else { return .nothing }
    return .command([String(name)] + words(parts.arguments) + folder)
  }

  /// The folder that an image is built of: that of the file which says how, where it lies deeper than
  /// what the build sees.
  private func buildFolder(_ setting: Setting, _ parts: DeclarationPack.Process) -> String? {
    guard let context = scope.text(parts.folder, from: setting), !context.contains("$"),
      !context.contains(":"), !context.hasPrefix("/")
    else { return nil }
    let file = scope.text(parts.file, from: setting).map { RepositoryPath.folder(of: $0) } ?? ""
    var folders = path.split(separator: "/").dropLast().map(String.init)
    for part in (context + "/" + file).split(separator: "/") where part != "." {
      if part == ".." {
        if folders.popLast() == nil { return nil }
      } else {
        folders.append(String(part))
      }
    }
    return "./" + folders.map { $0 + "/" }.joined()
  }

  private func kind(of rule: DeclarationPack.TriggerRule, at setting: Setting) -> TriggerKind? {
    var name = rule.kind.otherwise
    if !rule.kind.of.isEmpty {
      let marks = scope.marks(rule.kind.of, from: setting)
      let fit = rule.kind.cases.first { item in
        marks.contains { mark in item.patterns.contains { $0.matches(mark) } }
      }
      if let fit { name = fit.kind }
    }
    return name == TriggerKind.none.rawValue ? nil : TriggerKind(rawValue: name)
  }

  private func attributes(
    _ list: [DeclarationPack.Attribute], _ setting: Setting
  ) -> [TriggerDeclaration.Attribute] {
    var result: [TriggerDeclaration.Attribute] = []
    for item in list {
      guard let made = attribute(item, setting),
        !result.contains(where: { $0.key == made.key })
      else { continue }
      result.append(made)
    }
    return result
  }

  private func attribute(
    _ item: DeclarationPack.Attribute, _ setting: Setting
  ) -> TriggerDeclaration.Attribute? {
    if let constant = item.value.constant { return .init(key: item.key, value: constant) }
    let text =
      item.value.form == .all
      ? scope.texts(item.value.paths, from: setting).joined(separator: " ")
      : scope.text(item.value.paths, from: setting)
    guard let text, !text.isEmpty else { return nil }
    let line = Evidence.line(text)
    return SettingForms.attribute(item.key, line, item.value.form)
  }

  // MARK: Declarations

  private func declare(_ item: Found, _ findings: inout ConfigurationFindings) {
    var attributes = attributes(item.rule.attributes, item.setting)
    if let index = item.function {
      attributes += functions[index].attributes.filter { own in
        !attributes.contains { $0.key == own.key }
      }
    }
    let line = place(of: item.setting)
    attributes = checked(attributes, line: line, &findings)
    findings.facts.triggers.append(
      TriggerDeclaration(
        kind: item.kind, origin: item.rule.isContract ? .contract : .configuration,
        rule: item.rule.id, handler: item.handler, attributes: attributes,
        line: UInt32(clamping: line), evidence: Evidence.line(item.setting.flow(limit: 220))))
  }

  private func declareDirect(_ function: Function, _ findings: inout ConfigurationFindings) {
    findings.facts.triggers.append(
      TriggerDeclaration(
        kind: .direct, origin: .configuration, rule: pack.name + ".function",
        handler: function.isElsewhere ? .nothing : .function(function.declared),
        attributes: function.attributes, line: UInt32(clamping: place(of: function.setting)),
        evidence: Evidence.line(function.setting.flow(limit: 220))))
  }

  private func declare(
    _ rule: DeclarationPack.DefaultRule, _ all: inout [ConfigurationFindings]
  ) {
    for setting in scope.settings(of: rule.place) {
      let home = home(of: setting)
      let line = place(of: setting)
      let said = checked(attributes(rule.attributes, setting), line: line, &all[home])
      guard !said.isEmpty else { continue }
      let mark = TriggerDeclaration.Attribute(
        key: TriggerDeclaration.defaultsKey,
        value: ([rule.family] + rule.kinds).joined(separator: " "))
      all[home].facts.triggers.append(
        TriggerDeclaration(
          kind: .none, origin: .configuration, rule: pack.name + ".defaults", handler: .nothing,
          attributes: [mark] + said, line: UInt32(clamping: line),
          evidence: Evidence.line(setting.flow(limit: 220))))
    }
  }

  /// The place in the findings of the document that the setting stands in.
  private func home(of setting: Setting) -> Int {
    placeOf.isEmpty ? 0 : placeOf[ObjectIdentifier(setting.top)] ?? 0
  }

  /// Its line, or that of what takes in the file where it stands.
  private func place(of setting: Setting) -> Int {
    var line = setting.line
    var current: Setting? = setting
    while let setting = current {
      if setting.file != nil { line = setting.line }
      current = setting.parent
    }
    return line
  }

  /// Without values that the grammar of triggers does not allow. Schedules stay as they are written;
  /// where they hold no variable, a wrong one is told.
  private func checked(
    _ attributes: [TriggerDeclaration.Attribute], line: Int,
    _ findings: inout ConfigurationFindings
  ) -> [TriggerDeclaration.Attribute] {
    attributes.filter { attribute in
      guard let problem = TriggerKey(rawValue: attribute.key)?.problem(with: attribute.value) else {
        return true
      }
      guard attribute.key == "cron" || attribute.key == "rate" else { return false }
      let isOpen = ["$", "{{", "%", "var.", "local.", "!", "L", "W", "#"].contains {
        attribute.value.contains($0)
      }
      if !isOpen { findings.note(.warning, "malformed-schedule", problem, line: line) }
      return true
    }
  }
}
