internal import Configuration

/// The settings that rules see at a time: those of a document, or of all files of a folder.
final class SettingScope {
  /// So many settings are looked at for one scope, however rules and references multiply them.
  static let mostSteps = 4_000_000

  let documents: [Setting]
  private let pack: DeclarationPack
  private var resources: [String: [Setting]] = [:]
  private var typeOf: [ObjectIdentifier: String] = [:]
  private var passesOf: [ObjectIdentifier: [SettingPath]] = [:]
  private var stepsLeft = SettingScope.mostSteps
  /// What stands for the names of ``resolved(_:)``.
  private lazy var constants = ModuleConstants(documents)

  init(_ documents: [Setting], _ pack: DeclarationPack) {
    self.documents = documents
    self.pack = pack
    for rule in pack.resources { index(rule) }
  }

  var isExhausted: Bool { stepsLeft <= 0 }

  private func index(_ rule: DeclarationPack.ResourceRule) {
    for setting in settings(of: rule.place) {
      let id = rule.id.compactMap { text($0, from: setting) }.joined(separator: ".")
      let key = ObjectIdentifier(setting)
      resources[id, default: []].append(setting)
      if let type = rule.type { typeOf[key] = text(type, from: setting) }
      if !rule.passes.isEmpty { passesOf[key] = rule.passes }
    }
  }

  /// Gives a setting another name that references may use.
  func add(_ name: String, for setting: Setting) {
    let isKnown = resources[name]?.contains { $0 === setting } ?? false
    if !isKnown { resources[name, default: []].append(setting) }
  }

  // MARK: Places

  /// The settings that a rule is about, in the order of the documents.
  func settings(of place: DeclarationPack.Place) -> [Setting] {
    documents.flatMap { top in
      place.at.flatMap { settings($0, from: top) }.filter { setting in
        place.conditions.allSatisfy { holds($0, at: setting) }
          && place.has.allSatisfy { path in
            settings(path, from: setting).contains { !$0.isNothing }
          }
          && !place.lacks.contains { path in
            settings(path, from: setting).contains { !$0.isNothing }
          }
      }
    }
  }

  func holds(_ condition: DeclarationPack.Condition, at setting: Setting) -> Bool {
    settings(condition.path, from: setting).contains { found in
      guard let text = found.text else { return false }
      return condition.patterns.contains { $0.matches(text) }
    }
  }

  func settings(_ path: SettingPath, from start: Setting) -> [Setting] {
    var found = [start]
    for step in path.steps {
      found = found.flatMap { advance(step, from: $0) }
      if found.isEmpty { break }
    }
    return found
  }

  private func advance(_ step: SettingPath.Step, from setting: Setting) -> [Setting] {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return [] }
    switch step {
    case .top: return [setting.top]
    case .itself: return [setting]
    case .key: return [Setting(line: setting.line, .text(setting.key))]
    case .children: return setting.children
    case .first: return Array(setting.children.prefix(1))
    case .deep: return [setting] + setting.children.flatMap { advance(.deep, from: $0) }
    case .referred: return references(in: setting).map(\.setting)
    case .up(let count):
      var target: Setting? = setting
      for _ in 0..<count { target = target?.parent }
      return target.map { [$0] } ?? []
    case .named(let patterns):
      if patterns.count == 1, patterns[0].isLiteral {
        return setting.child(patterns[0].text).map { [$0] } ?? []
      }
      return setting.children.filter { child in patterns.contains { $0.matches(child.key) } }
    }
  }

  /// The first text at a path.
  func text(_ path: SettingPath, from setting: Setting) -> String? {
    settings(path, from: setting).lazy.compactMap(\.text).first
  }

  func text(_ paths: [SettingPath], from setting: Setting) -> String? {
    for path in paths {
      if let text = text(path, from: setting), !text.isEmpty { return text }
    }
    return nil
  }

  /// All texts at and below the settings of some paths.
  func texts(_ paths: [SettingPath], from setting: Setting) -> [String] {
    paths.flatMap { settings($0, from: setting) }.flatMap { texts(in: $0) }
  }

  private func texts(in setting: Setting) -> [String] {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return [] }
    if let text = setting.text { return [text] }
    return setting.children.flatMap { texts(in: $0) }
  }

  // MARK: References

  /// A text with what its names stand for, where references are dotted: `local.folder`,
  /// `${var.folder}/src`. Those that are not written down stay.
  func resolved(_ text: String) -> String {
    pack.references == .dotted ? constants.resolved(text) : text
  }

  /// What the settings of some paths say of kinds: their texts, and the types of what they refer to.
  func marks(_ paths: [SettingPath], from setting: Setting) -> [String] {
    paths.flatMap { settings($0, from: setting) }.flatMap { found in
      (found === setting ? [found.text].compactMap { $0 } : texts(in: found))
        + references(in: found).compactMap { typeOf[ObjectIdentifier($0.setting)] }
    }
  }

  /// A resource, and the name by which it was referred to.
  struct Referred {
    var name: String
    var setting: Setting
  }

  /// Resources that the texts in a setting refer to, in order, each once.
  func references(in setting: Setting) -> [Referred] {
    var names: [String] = []
    collect(setting, &names)
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }.flatMap { name in
      (resources[name] ?? []).map { Referred(name: name, setting: $0) }
    }
  }

  /// What the settings of some paths lead to, through what stands for another.
  func targets(_ paths: [SettingPath], from setting: Setting) -> [Setting] {
    var open = paths.flatMap { settings($0, from: setting) }
    var seen: Set<ObjectIdentifier> = []
    var found: [Setting] = []
    while let next = open.popLast(), stepsLeft > 0 {
      for referred in references(in: next) {
        let key = ObjectIdentifier(referred.setting)
        guard seen.insert(key).inserted else { continue }
        if let passes = passesOf[key] {
          open += passes.flatMap { settings($0, from: referred.setting) }
        } else {
          found.append(referred.setting)
        }
      }
    }
    return found
  }

  private func collect(_ setting: Setting, _ names: inout [String]) {
    stepsLeft -= 1
    guard stepsLeft > 0 else { return }
    switch pack.references {
    case .plain:
      if let text = setting.text { names.append(text) }
    case .dotted:
      if let text = setting.text.map(resolved) { names += Self.dotted(text) + [text] }
    case .cloudformation:
      if collectTagged(setting, &names) { return }
    }
    for child in setting.children { collect(child, &names) }
  }

  /// Whether the setting is a reference as a whole.
  private func collectTagged(_ setting: Setting, _ names: inout [String]) -> Bool {
    let form = setting.tag.isEmpty ? setting.key : setting.tag
    switch form {
    case "!Ref", "Ref", "!GetAtt", "Fn::GetAtt":
      guard let text = setting.text ?? setting.children.first?.text else { return false }
      names.append(String(text.prefix { $0 != "." }))
      return true
    case "!Sub", "Fn::Sub":
      let text = setting.text ?? setting.children.first?.text ?? ""
      names += Self.placeholders(text)
      return false
    default: return false
    }
  }

  /// `X` of every `${X}` and `${X.Attribute}`.
  private static func placeholders(_ text: String) -> [String] {
    text.split(separator: "${").dropFirst(text.hasPrefix("${") ? 0 : 1).map { part in
      String(part.prefix { $0 != "}" && $0 != "." })
    }
  }

  /// Every two words in a row that a dot joins: `type.name`.
  private static func dotted(_ text: String) -> [String] {
    let tokens = text.split { !($0.isLetter || $0.isNumber || "_-.".contains($0)) }
    return tokens.flatMap { token -> [String] in
      let words = token.split(separator: ".")
      return zip(words, words.dropFirst()).map { "\($0).\($1)" }
    }
  }
}
