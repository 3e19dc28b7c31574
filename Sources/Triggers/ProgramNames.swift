internal import Basics
internal import DependencyGraph
internal import Facts

/// The programs of a repository: where each begins and the names that it may be started by.
struct ProgramNames {
  struct Program {
    /// The symbol where the process starts.
    var entry: Int
    /// The name that the build gives it.
    var target: String?
    /// Names that it may have: of its file, its folder, the repository.
    var others: [String]
    /// The file where it begins.
    var path: String
  }

  private(set) var programs: [Program] = []

  init(_ graph: CodeGraph, _ texts: RepositoryTexts) {
    let scripts = ScriptEntries(texts)
    let targetOf = Self.targets(graph)
    for (index, symbol) in graph.symbols.enumerated() where symbol.traits.contains(.entryPoint) {
      let file = graph.files[Int(symbol.file)]
      guard file.role == "production", symbol.traits.contains(.definition) else { continue }
      let named = scripts.functionOfSource[file.path].flatMap { name in
        graph.symbols.firstIndex {
          $0.file == symbol.file && $0.name == name && $0.kind == .function
        }
      }
      programs.append(
        Program(
          entry: named ?? index, target: targetOf[symbol.file] ?? scripts.nameOfSource[file.path],
          others: Self.names(of: file.path), path: file.path))
    }
    if programs.count == 1 { programs[0].others.append(texts.name) }
  }

  /// The name of the program that the build makes of each file; not of files of several programs.
  private static func targets(_ graph: CodeGraph) -> [Int32: String] {
    var names: [Int32: Set<String>] = [:]
    for target in graph.targets where target.kind == .program {
      for file in target.files { names[file, default: []].insert(target.name) }
    }
    return names.compactMapValues { $0.count == 1 ? $0.first : nil }
  }

  /// The program that a command names: by its target, else by another name that only it has.
  func program(named name: String) -> Program? {
    let byTarget = programs.filter { $0.target == name }
    if byTarget.count == 1 { return byTarget[0] }
    let byName = programs.filter { $0.others.contains(name) && $0.target == nil }
    if byName.count == 1 { return byName[0] }
    let any = programs.filter { $0.others.contains(name) }
    return any.count == 1 ? any[0] : nil
  }

  /// The program that lies in a folder: the only one, or of those below the only one that lies highest.
  /// A part of a folder with a build that has one of its own is another program.
  func program(in folder: String, _ texts: RepositoryTexts) -> Program? {
    let inside = programs.filter { program in
      program.path.hasPrefix(folder) && !Self.isApart(program.path, from: folder, texts)
    }
    if inside.count < 2 || folder.isEmpty { return inside.count == 1 ? inside[0] : nil }
    let depths = inside.map { $0.path.split(separator: "/").count }
    let highest = zip(inside, depths).filter { $0.1 == depths.min() }.map(\.0)
    return highest.count == 1 ? highest[0] : nil
  }

  private static let builds = [
    "pom.xml", "build.gradle", "build.gradle.kts", "package.json", "pyproject.toml", "Cargo.toml",
    "go.mod", "composer.json", "Gemfile",
  ]

  private static func isApart(_ path: String, from folder: String, _ texts: RepositoryTexts) -> Bool
  {
    func hasBuild(_ home: String) -> Bool {
      builds.contains { texts.text(home + $0) != nil }
    }
    guard hasBuild(folder) else { return false }
    var home = folder
    for part in path.dropFirst(folder.count).split(separator: "/").dropLast().prefix(12) {
      home += part + "/"
      if hasBuild(home) { return true }
    }
    return false
  }

  /// The file's name without suffix; for `main` and the like the folder's.
  private static func names(of path: String) -> [String] {
    let parts = path.split(separator: "/").map(String.init)
    guard let file = parts.last else { return [] }
    let stem = String(file.prefix { $0 != "." })
    var names = [stem]
    let folders = parts.dropLast().filter { !["src", "source", "bin", "cmd", "apps"].contains($0) }
    if ["main", "app", "program", "index"].contains(stem.lowercased()), let folder = folders.last {
      names.append(folder)
    }
    return names
  }
}

/// Commands that a Python project installs, as its manifest declares them.
struct ScriptEntries {
  /// Name of the command by path of the source; sources of several commands are left out.
  private(set) var nameOfSource: [String: String] = [:]
  /// The function that is called first.
  private(set) var functionOfSource: [String: String] = [:]
  private var ambiguous: Set<String> = []

  init(_ texts: RepositoryTexts) {
    for path in texts.manifests where path.hasSuffix("pyproject.toml") {
      guard let text = texts.text(path) else { continue }
      readPyproject(text, path.lastIndex(of: "/").map { String(path[...$0]) } ?? "")
    }
  }

  /// `name = "package.module:function"` under `[project.scripts]`; Poetry may have a table instead.
  private mutating func readPyproject(_ text: String, _ folder: String) {
    let root = TOMLText.Value.table(TOMLText.parse(text))
    for scripts in [root["project"]?["scripts"], root["tool"]?["poetry"]?["scripts"]] {
      let sorted = (scripts?.table ?? [:]).sorted { $0.key.precedesBytewise($1.key) }
      for (name, value) in sorted {
        guard let entry = value.text ?? value["reference"]?.text else { continue }
        readScript(name, entry.filter { $0 != " " }, folder)
      }
    }
  }

  private mutating func readScript(_ name: String, _ entry: String, _ folder: String) {
    let module = entry.prefix { $0 != ":" }.replacing(".", with: "/") + ".py"
    let function = String(entry.drop { $0 != ":" }.dropFirst())
    for path in [folder + module, folder + "src/" + module] {
      add(path, name)
      functionOfSource[path] = function
    }
  }

  private mutating func add(_ path: String, _ name: String) {
    if ambiguous.contains(path) { return }
    if let other = nameOfSource[path], other != name {
      nameOfSource[path] = nil
      ambiguous.insert(path)
    } else {
      nameOfSource[path] = name
    }
  }
}
