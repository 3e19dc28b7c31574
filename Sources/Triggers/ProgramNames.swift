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
  }

  private(set) var programs: [Program] = []

  init(_ graph: CodeGraph, _ texts: RepositoryTexts) {
    let builds = BuildTargets(texts)
    for (index, symbol) in graph.symbols.enumerated() where symbol.traits.contains(.entryPoint) {
      let file = graph.files[Int(symbol.file)]
      guard file.role == "production", symbol.traits.contains(.definition) else { continue }
      let named = builds.functionOfSource[file.path].flatMap { name in
        graph.symbols.firstIndex {
          $0.file == symbol.file && $0.name == name && $0.kind == .function
        }
      }
      programs.append(
        Program(
          entry: named ?? index, target: builds.targetOfSource[file.path],
          others: Self.names(of: file.path)))
    }
    if programs.count == 1 { programs[0].others.append(texts.name) }
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

/// Which program each source is built into, as far as build files say so in plain words.
struct BuildTargets {
  /// Target by path of the source; sources of several targets are left out.
  private(set) var targetOfSource: [String: String] = [:]
  /// The function that is called first, where the build names it.
  private(set) var functionOfSource: [String: String] = [:]
  private var ambiguous: Set<String> = []

  init(_ texts: RepositoryTexts) {
    for path in texts.buildFiles {
      guard let text = texts.text(path) else { continue }
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      if path.hasSuffix("CMakeLists.txt") {
        readCMake(text, folder)
      } else if path.hasSuffix("Makefile.am") {
        readAutomake(text, folder)
      } else if path.hasSuffix("pyproject.toml") {
        readPyproject(text, folder)
      }
    }
  }

  /// `add_executable(name [WIN32|…] sources…)`.
  private mutating func readCMake(_ text: String, _ folder: String) {
    let lines = text.split(separator: "\n").map { $0.prefix { $0 != "#" } }
    var rest = Substring(lines.joined(separator: "\n"))
    while let start = rest.range(of: "add_executable") {
      rest = rest[start.upperBound...]
      guard let open = rest.firstIndex(of: "("), let close = rest.firstIndex(of: ")"),
        open < close
      else { return }
      let words = rest[rest.index(after: open)..<close].split { $0.isWhitespace || $0 == "\"" }
      if let name = words.first { add(words.dropFirst(), to: String(name), in: folder) }
      rest = rest[close...]
    }
  }

  /// `name_SOURCES = sources…`.
  private mutating func readAutomake(_ text: String, _ folder: String) {
    for line in text.replacing("\\\n", with: " ").split(separator: "\n") {
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2 else { continue }
      let left = sides[0].prefix { !$0.isWhitespace && $0 != "+" && $0 != ":" }
      guard left.hasSuffix("_SOURCES") else { continue }
      add(
        sides[1].split(whereSeparator: \.isWhitespace)[...], to: String(left.dropLast(8)),
        in: folder)
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
    let path = entry.prefix { $0 != ":" }.replacing(".", with: "/") + ".py"
    let function = String(entry.drop { $0 != ":" }.dropFirst())
    add([path[...], ("src/" + path)[...]], to: name, in: folder)
    for path in [path, "src/" + path] { functionOfSource[folder + path] = function }
  }

  private mutating func add(_ sources: ArraySlice<Substring>, to target: String, in folder: String)
  {
    for source in sources where source.contains(".") && !source.contains("$") {
      let path = folder + (source.hasPrefix("./") ? source.dropFirst(2) : source)
      if ambiguous.contains(path) { continue }
      if let other = targetOfSource[path], other != target {
        targetOfSource[path] = nil
        ambiguous.insert(path)
      } else {
        targetOfSource[path] = target
      }
    }
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
