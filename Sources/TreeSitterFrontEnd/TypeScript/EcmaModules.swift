internal import Basics
internal import Facts
internal import FrontEnd

/// Finds the file that a module specifier leads to, as compilers and bundlers do.
struct EcmaModules: Sendable {
  enum Target: Sendable, Hashable {
    case file(Int32)
    case external
    /// It should be in the project and is not.
    case missing
  }

  private let files: [String: Int32]
  private let packages: EcmaPackages
  private let configurations: EcmaConfigurations
  /// Modules by the names that they register themselves under; of several none.
  private let registered: [String: Int32]
  private let known = Memo<Question, Target>()

  /// Files of one folder see the same under a specifier.
  private struct Question: Hashable {
    var specifier: String
    var folder: String
  }

  init(_ project: ProjectIndex, _ inventory: Inventory) {
    var files: [String: Int32] = [:]
    for (number, file) in project.files.enumerated() { files[file.facts.path] = Int32(number) }
    self.files = files
    registered = Self.registered(project)
    let texts = EcmaCompanions(inventory)
    packages = EcmaPackages(texts)
    configurations = EcmaConfigurations(texts, packages: packages)
  }

  private static func registered(_ project: ProjectIndex) -> [String: Int32] {
    var found: [String: Int32] = [:]
    var ambiguous: Set<String> = []
    for (number, file) in project.files.enumerated() {
      for item in file.outline.imports where item.marks.contains(.exported) {
        guard item.alias != Outline.none, item.name == Outline.none,
          file.outline.names[Int(item.path)].isEmpty
        else { continue }
        let alias = file.outline.names[Int(item.alias)]
        guard alias.hasPrefix(EcmaWalk.registration) else { continue }
        let name = String(alias.dropFirst(EcmaWalk.registration.count))
        if found.updateValue(Int32(number), forKey: name) != nil { ambiguous.insert(name) }
      }
    }
    for name in ambiguous { found[name] = nil }
    return found
  }

  func resolve(_ specifier: String, from path: String, isRegistered: Bool = false) -> Target {
    if isRegistered, let found = registered[specifier] { return .file(found) }
    let question = Question(specifier: specifier, folder: EcmaPaths.folder(path))
    return known.answer(to: question) { resolve(question, from: path) }
  }

  private func resolve(_ question: Question, from path: String) -> Target {
    let folder = question.folder
    let plain = Self.withoutMarks(question.specifier)
    if plain.utf8.starts(with: "./") || plain.utf8.starts(with: "../") || plain == "."
      || plain == ".."
    {
      guard let joined = EcmaPaths.join(folder, plain) else { return .external }
      let isFolder = plain.hasSuffix("/") || plain == "." || plain == ".."
      if let found = file(joined, isFolder: isFolder) { return .file(found) }
      return Self.isCode(plain) ? .missing : .external
    }
    if plain.isEmpty || plain.hasPrefix("/") || plain.contains(":") { return .external }
    if plain.hasPrefix("#"), let own = packages.package(around: path) {
      let found = own.privateCandidates(plain).lazy.compactMap { file($0) }.first
      if let found { return .file(found) }
    }
    if let found = mapped(plain, path) { return .file(found) }
    if let found = packages.package(named: plain, from: folder),
      packages.isKnown(found.package, to: path)
    {
      let inner = found.package.candidates(found.rest).lazy.compactMap { file($0) }.first
      if let inner { return .file(inner) }
      return Self.isCode(plain) ? .missing : .external
    }
    return .external
  }

  /// A specifier up to what is said to a bundler.
  private static func withoutMarks(_ specifier: String) -> String {
    let end = specifier.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "!") }
    return end.map { String(specifier[..<$0]) } ?? specifier
  }

  /// By the paths and base URLs of the configurations around a file.
  private func mapped(_ specifier: String, _ path: String) -> Int32? {
    for mapping in configurations.mappings(for: path) {
      for pattern in mapping.patterns {
        guard let part = EcmaPaths.match(specifier, pattern.text) else { continue }
        for target in pattern.targets {
          if let found = file(EcmaPaths.fill(target, part)) { return found }
        }
      }
      if let base = mapping.base, let joined = EcmaPaths.join(base, specifier),
        let found = file(joined)
      {
        return found
      }
    }
    return nil
  }

  // MARK: Files

  private static let endings = [
    ".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".cjs", ".d.ts", ".d.mts", ".d.cts",
  ]

  /// What an ending may stand for in the source that the file is built from.
  private static let sources: [(built: StaticString, source: [String])] = [
    (".js", [".ts", ".tsx", ".d.ts", ".jsx"]), (".jsx", [".tsx"]),
    (".mjs", [".mts", ".d.mts"]), (".cjs", [".cts", ".d.cts"]),
  ]

  private func file(_ path: String, isFolder: Bool = false) -> Int32? {
    if path.utf8.last == UInt8(ascii: "/") { return file(String(path.dropLast()), isFolder: true) }
    if !isFolder {
      if let found = files[path] { return found }
      for (built, source) in Self.sources where path.utf8.ends(with: built) {
        let stem = path.dropLast(built.utf8CodeUnitCount)
        for ending in source {
          if let found = files[stem + ending] { return found }
        }
      }
      for ending in Self.endings {
        if let found = files[path + ending] { return found }
      }
    }
    let start = path.isEmpty ? "" : path + "/"
    if let package = packages[path] {
      for entry in package.entries {
        guard let inner = EcmaPaths.join(path, entry), inner != path else { continue }
        for candidate in [inner] + Self.endings.map({ inner + $0 }) {
          if let found = files[candidate] { return found }
        }
      }
    }
    for ending in Self.endings {
      if let found = files[start + "index" + ending] { return found }
    }
    return nil
  }

  /// Whether a specifier names code, as far as its ending says.
  private static func isCode(_ specifier: String) -> Bool {
    let name = EcmaPaths.name(specifier)
    guard let dot = name.lastIndex(of: ".") else { return true }
    return !others.contains(name[dot...].lowercased())
  }

  private static let others: Set<String> = [
    ".css", ".scss", ".sass", ".less", ".styl", ".json", ".json5", ".svg", ".png", ".jpg", ".jpeg",
    ".gif", ".webp", ".ico", ".html", ".md", ".mdx", ".txt", ".graphql", ".gql", ".vue", ".svelte",
    ".astro", ".wasm", ".node", ".woff", ".woff2", ".ttf", ".mp3", ".mp4", ".yml", ".yaml", ".xml",
    ".csv", ".hbs", ".ejs", ".pug", ".tpl", ".glsl", ".proto", ".sql",
  ]
}
