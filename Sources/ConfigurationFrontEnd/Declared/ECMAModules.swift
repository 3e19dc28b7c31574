internal import Configuration

/// Puts what the modules of a configuration say in the places where the first one names it.
struct ECMAModules {
  /// The folder of the first module, with `/` at its end unless it is the root.
  private let home: String
  private let load: (String) -> String?
  private var modules: [String: ECMAReader] = [:]
  private var budget = SettingBudget()
  /// Prefixes of modules with the folders that they stand for, by the compiler's configuration.
  private var aliases: [(prefix: String, folder: String)]?
  private var filesLeft = ECMAModules.mostFiles
  private(set) var isExceeded = false

  private static let mostFiles = 256
  private static let deepest = 24

  init(home: String, load: @escaping (String) -> String?) {
    self.home = home
    self.load = load
  }

  /// What the module at `path` exports by default; nil where it exports nothing that is written out.
  mutating func document(_ path: String, _ text: String) -> Setting? {
    var reader = ECMAReader(text)
    reader.read()
    modules[path] = reader
    let found = reader.exports["default"].map { make($0, path, depth: 0) }
    isExceeded = reader.isExceeded || budget.isExceeded
    return found
  }

  // MARK: Names

  private mutating func make(_ setting: Setting, _ path: String, depth: Int) -> Setting {
    func plain(_ content: Setting.Content) -> Setting {
      Setting(key: setting.key, line: setting.line, content)
    }
    guard budget.take(depth: depth) else { return plain(.nothing) }
    if setting.tag == ECMAReader.reference, let name = setting.text {
      guard depth < Self.deepest, let (found, place) = value(of: name, path, depth: depth) else {
        return plain(.text(name))
      }
      let result = plain(make(found, place, depth: depth + 1).content)
      if place != path { result.file = place }
      return result
    }
    switch setting.content {
    case .text(let text): return plain(.text(located(text, path)))
    case .nothing: return plain(.nothing)
    case .mapping(let children): return plain(.mapping(all(children, path, depth)))
    case .list(let children):
      let items = all(children, path, depth).enumerated().map { index, item in
        let copy = Setting(key: String(index), line: item.line, item.content)
        copy.file = item.file
        return copy
      }
      return plain(.list(items))
    }
  }

  /// The children, with those of objects and lists that are spread out among them.
  private mutating func all(_ children: [Setting], _ path: String, _ depth: Int) -> [Setting] {
    var made: [Setting] = []
    for child in children {
      if child.tag == ECMAReader.spread, let inner = child.children.first {
        made += make(inner, path, depth: depth + 1).children
      } else {
        made.append(make(child, path, depth: depth + 1))
      }
    }
    return made
  }

  /// What a name stands for, and the module that says it: `name`, `name.member`.
  private mutating func value(
    of name: String, _ path: String, depth: Int
  ) -> (Setting, String)? {
    let parts = name.split(separator: ".").map(String.init)
    guard let first = parts.first, let module = modules[path] else { return nil }
    var found: (Setting, String)?
    if let constant = module.constants[first] {
      found = (constant, path)
    } else if let source = module.imports[first] {
      found = exported(source, from: path, depth: depth)
    }
    for part in parts.dropFirst() {
      guard let (setting, place) = found else { return nil }
      if setting.tag == ECMAReader.reference, let inner = setting.text, depth < Self.deepest {
        found = value(of: inner + "." + part, place, depth: depth + 1)
      } else {
        found = setting.child(part).map { ($0, place) }
      }
    }
    return found
  }

  private mutating func exported(
    _ source: ECMAReader.Import, from path: String, depth: Int
  ) -> (Setting, String)? {
    guard depth < Self.deepest, let place = place(of: source.module, from: path),
      let module = modules[place]
    else { return nil }
    if source.name.isEmpty {
      let all = module.exports.sorted { $0.key < $1.key }.map { name, value in
        Setting(key: name, line: value.line, tag: value.tag, value.content)
      }
      let others = module.passed.sorted { $0.key < $1.key }.compactMap { name, inner in
        exported(inner, from: place, depth: depth + 1).map { found, home in
          make(
            Setting(key: name, line: found.line, tag: found.tag, found.content), home,
            depth: depth + 1)
        }
      }
      return (Setting(line: 1, .mapping(all + others)), place)
    }
    if let value = module.exports[source.name] { return (value, place) }
    if let inner = module.passed[source.name] {
      return exported(inner, from: place, depth: depth + 1)
    }
    // `const { a } = require("m")`, where the module exports an object.
    return module.exports["default"]?.child(source.name).map { ($0, place) }
  }

  /// `${…}` around `__dirname` is the folder of the module, as seen from the configuration.
  private func located(_ text: String, _ path: String) -> String {
    guard text.contains("__dirname"), let open = text.firstRange(of: "${"),
      let close = text[open.upperBound...].firstIndex(of: "}"),
      text[open.upperBound..<close].contains("__dirname")
    else { return text }
    let folder = RepositoryPath.folder(of: path)
    let inner = folder.hasPrefix(home) ? folder.dropFirst(home.count) : folder[...]
    let name = inner.isEmpty ? "." : String(inner.dropLast())
    return text[..<open.lowerBound] + name + text[text.index(after: close)...]
  }

  // MARK: Modules

  private static let endings = [
    "", ".ts", ".js", ".mts", ".mjs", ".cjs", "/index.ts", "/index.js",
  ]

  /// The file of a module, read; nil for libraries.
  private mutating func place(of module: String, from path: String) -> String? {
    for stem in stems(of: module, from: path) {
      for ending in Self.endings where !ending.isEmpty || stem.contains(".") {
        let file = stem + ending
        if modules[file] != nil { return file }
        guard filesLeft > 0 else { return nil }
        filesLeft -= 1
        guard let text = load(file) else { continue }
        var reader = ECMAReader(text)
        reader.read()
        modules[file] = reader
        return file
      }
    }
    return nil
  }

  private mutating func stems(of module: String, from path: String) -> [String] {
    if module.hasPrefix(".") {
      return [RepositoryPath.joined(RepositoryPath.folder(of: path), module)].compactMap { $0 }
    }
    let known = aliases ?? readAliases()
    aliases = known
    return known.compactMap { prefix, folder in
      module.hasPrefix(prefix)
        ? RepositoryPath.joined(home, folder + module.dropFirst(prefix.count)) : nil
    }
  }

  /// `paths` of the compiler's configuration beside the first module.
  private func readAliases() -> [(prefix: String, folder: String)] {
    var budget = SettingBudget()
    var result: [(prefix: String, folder: String)] = []
    for name in ["tsconfig.paths.json", "tsconfig.json"] {
      guard let text = load(home + name),
        let top = try? Setting.documents(
          yaml: LooseJSON.asYAML(text), budget: &budget
        ).first,
        let options = top.child("compilerOptions")
      else { continue }
      let base = options.child("baseUrl")?.text ?? "."
      for entry in options.child("paths")?.children ?? [] {
        guard entry.key.hasSuffix("*"), let target = entry.children.first?.text,
          target.hasSuffix("*")
        else { continue }
        result.append((String(entry.key.dropLast()), base + "/" + target.dropLast()))
      }
    }
    return result
  }
}
