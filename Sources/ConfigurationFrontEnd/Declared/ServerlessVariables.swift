internal import Configuration

/// Puts what `${file(path):key}` and `${self:key}` stand for in their places, as far as files of the
/// repository say it. Other variables stay text.
struct ServerlessVariables {
  /// The text of a file of the repository, by its path relative to the root.
  let load: (String) -> String?
  /// The folder of the configuration, with `/` at its end unless it is the root.
  let folder: String
  private(set) var missing: [(line: Int, path: String)] = []
  private var budget = SettingBudget()

  /// So many files are put into one.
  private static let mostFiles = 64
  private static let deepest = 8
  private var filesLeft = ServerlessVariables.mostFiles

  init(folder: String, load: @escaping (String) -> String?) {
    self.folder = folder
    self.load = load
  }

  mutating func resolve(_ setting: Setting, depth: Int = 0) {
    guard depth < Self.deepest else { return }
    if let text = setting.text, text.contains("${") {
      resolve(text, setting, depth)
    }
    for child in setting.children { resolve(child, depth: depth) }
  }

  private mutating func resolve(_ text: String, _ setting: Setting, _ depth: Int) {
    guard let variable = Self.whole(text) else {
      let plain = substituted(text, setting.top)
      if plain != text { setting.replace(by: .text(plain)) }
      return
    }
    if variable.hasPrefix("file(") {
      include(variable, setting, depth)
    } else if variable.hasPrefix("self:"), let value = value(variable, setting.top) {
      guard value !== setting, value.text != text else { return }
      setting.replace(by: copy(value.content, depth: 0))
      if value.home != nil { setting.file = value.home }
      resolve(setting, depth: depth + 1)
    }
  }

  /// What stands in `${…}` where that is all of the text.
  private static func whole(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let inner = text.dropFirst(2).dropLast()
    return inner.contains("${") || inner.contains("}") ? nil : String(inner).trimmed
  }

  /// `self:a.b`, and nothing where another source is given beside it.
  private func value(_ variable: String, _ top: Setting) -> Setting? {
    let path = variable.dropFirst(5).prefix { $0 != "," }
    return path.split(separator: ".").reduce(Optional(top)) { found, name in
      found?.child(String(name).trimmed)
    }
  }

  /// Every `${self:…}` within a text that stands for a text.
  private func substituted(_ text: String, _ top: Setting) -> String {
    var result = ""
    var rest = Substring(text)
    while let open = rest.firstRange(of: "${") {
      result += rest[..<open.lowerBound]
      rest = rest[open.lowerBound...]
      guard let close = rest.firstIndex(of: "}") else { break }
      let inner = String(rest[rest.index(rest.startIndex, offsetBy: 2)..<close])
      let known = inner.hasPrefix("self:") ? value(inner, top)?.text : nil
      let isPlain = known.map { !$0.contains("${") } ?? false
      result += isPlain ? known! : String(rest[...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  // MARK: Files

  /// `file(path)`, `file(path):a.b`.
  private mutating func include(_ variable: String, _ setting: Setting, _ depth: Int) {
    guard let close = variable.firstIndex(of: ")"), filesLeft > 0 else { return }
    let name = String(variable.dropFirst(5).prefix(upTo: close)).trimmed
    let rest = variable[variable.index(after: close)...].prefix { $0 != "," }
    guard [".yml", ".yaml", ".json"].contains(where: name.hasSuffix), !name.contains("${"),
      let path = RepositoryPath.joined(folder, name)
    else { return }
    filesLeft -= 1
    guard let text = load(path) else {
      if !variable.contains(",") { missing.append((setting.line, path)) }
      return
    }
    guard let top = try? Setting.documents(yaml: text, budget: &budget).first else { return }
    let keys = rest.drop { $0 == ":" }.split(separator: ".").map(String.init)
    guard let found = keys.reduce(Optional(top), { $0?.child($1) }) else { return }
    setting.replace(by: found.content)
    setting.file = path
    resolve(setting, depth: depth + 1)
  }

  private mutating func copy(_ content: Setting.Content, depth: Int) -> Setting.Content {
    switch content {
    case .text, .nothing: return content
    case .mapping(let children): return .mapping(copies(children, depth: depth))
    case .list(let children): return .list(copies(children, depth: depth))
    }
  }

  private mutating func copies(_ children: [Setting], depth: Int) -> [Setting] {
    var made: [Setting] = []
    for child in children where budget.take(depth: depth) {
      made.append(
        Setting(
          key: child.key, line: child.line, tag: child.tag, copy(child.content, depth: depth + 1)))
    }
    return made
  }
}

/// Paths within the repository.
enum RepositoryPath {
  /// The folder of a path, with `/` at its end; empty for the root.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// `name` as seen from `folder`; nil where it leaves the repository.
  static func joined(_ folder: String, _ name: String) -> String? {
    guard !name.hasPrefix("/"), !name.hasPrefix("~") else { return nil }
    var parts = folder.split(separator: "/")
    for part in name.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
