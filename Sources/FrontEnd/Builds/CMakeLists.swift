internal import Facts

/// The targets of CMake's lists, which are read from the outermost folder inwards as CMake does it.
///
/// Read are `set`, `list(APPEND)`, `file(GLOB)`, `foreach`, `project`, `add_subdirectory`,
/// `add_executable`, `add_library`, `target_sources` and commands of projects that are called like the
/// last three (`add_llvm_library`). Both branches of an `if` count. Commands are bounded in number.
struct CMakeLists {
  private(set) var targets: [BuildTarget] = []

  private let texts: [String: String]
  private let sources: ListedSources
  private var visited: Set<String> = []
  private var numberOfTarget: [String: Int] = [:]
  /// Commands that may still be run, in all files together.
  private var budget = 200_000

  private typealias Variables = [String: [String]]
  private static let longestList = 20_000
  private static let deepest = 64

  /// - Parameter texts: by path, each called `CMakeLists.txt`.
  init(_ texts: [String: String], _ sources: ListedSources) {
    self.texts = texts
    self.sources = sources
    let order = texts.keys.sorted {
      let (a, b) = ($0.split(separator: "/").count, $1.split(separator: "/").count)
      return a != b ? a < b : $0 < $1
    }
    for path in order where !visited.contains(path) {
      var variables: Variables = [:]
      read(path, &variables, depth: 0)
    }
  }

  private mutating func read(_ path: String, _ outer: inout Variables, depth: Int) {
    guard depth < Self.deepest, let text = texts[path], visited.insert(path).inserted else {
      return
    }
    var variables = outer
    let folder = String(path.folderPath)
    if depth == 0 { variables["CMAKE_SOURCE_DIR"] = [Self.marker(folder)] }
    variables["CMAKE_CURRENT_SOURCE_DIR"] = [Self.marker(folder)]
    variables["CMAKE_CURRENT_LIST_DIR"] = [Self.marker(folder)]
    if variables["PROJECT_SOURCE_DIR"] == nil {
      variables["PROJECT_SOURCE_DIR"] = [Self.marker(folder)]
    }
    run(CMakeCommand.all(in: text)[...], path, &variables, &outer, depth: depth)
  }

  /// Absolute paths of CMake begin at the root of the repository.
  private static func marker(_ folder: String) -> String { "//" + folder }

  private mutating func run(
    _ commands: ArraySlice<CMakeCommand>, _ path: String, _ variables: inout Variables,
    _ outer: inout Variables, depth: Int
  ) {
    var index = commands.startIndex
    var conditions = 0
    while index < commands.endIndex, budget > 0 {
      budget -= 1
      let command = commands[index]
      index += 1
      if command.name == "if" { conditions += 1 }
      if command.name == "endif" { conditions -= 1 }
      if command.name == "foreach" {
        let end = Self.end(of: commands[index...])
        loop(command, commands[index..<end], path, &variables, &outer, depth: depth)
        index = min(end + 1, commands.endIndex)
        continue
      }
      let words = expand(command.words, variables)
      if command.name == "set" {
        set(words, &variables, &outer, adds: conditions > 0)
      } else {
        perform(command, words, path, &variables, depth: depth)
      }
    }
  }

  /// Both branches of a condition count: what is set there is added.
  private func set(
    _ words: [String], _ variables: inout Variables, _ outer: inout Variables, adds: Bool
  ) {
    guard let name = words.first else { return }
    let values = Array(
      words.dropFirst().prefix { $0 != "CACHE" && $0 != "PARENT_SCOPE" }.prefix(Self.longestList))
    if words.last == "PARENT_SCOPE" {
      outer[name] = adds ? Self.union(outer[name], values) : values
    } else {
      variables[name] = adds ? Self.union(variables[name], values) : values
    }
  }

  private static func union(_ old: [String]?, _ new: [String]) -> [String] {
    guard let old else { return new }
    let known = Set(old)
    return Array((old + new.filter { !known.contains($0) }).prefix(longestList))
  }

  /// The `endforeach` that belongs to the loop whose body begins.
  private static func end(of body: ArraySlice<CMakeCommand>) -> Int {
    var open = 0
    for index in body.indices {
      if body[index].name == "foreach" { open += 1 }
      if body[index].name == "endforeach" {
        if open == 0 { return index }
        open -= 1
      }
    }
    return body.endIndex
  }

  private mutating func loop(
    _ command: CMakeCommand, _ body: ArraySlice<CMakeCommand>, _ path: String,
    _ variables: inout Variables, _ outer: inout Variables, depth: Int
  ) {
    var words = expand(command.words, variables)
    guard depth < Self.deepest, let name = words.first else { return }
    words.removeFirst()
    if words.first == "IN" {
      let isList = words.count > 1 && words[1] == "LISTS"
      words = Array(words.dropFirst(2))
      if isList { words = words.flatMap { variables[$0] ?? [] } }
    }
    for word in words where budget > 0 {
      variables[name] = [word]
      run(body, path, &variables, &outer, depth: depth + 1)
    }
  }

  private mutating func perform(
    _ command: CMakeCommand, _ words: [String], _ path: String, _ variables: inout Variables,
    depth: Int
  ) {
    guard let first = words.first else { return }
    let folder = String(path.folderPath)
    switch command.name {
    case "list":
      guard first == "APPEND" || first == "PREPEND", words.count > 2 else { return }
      let list = (variables[words[1]] ?? []) + words.dropFirst(2)
      variables[words[1]] = Array(list.prefix(Self.longestList))
    case "file":
      guard first == "GLOB" || first == "GLOB_RECURSE", words.count > 2 else { return }
      glob(words.dropFirst(), folder, recursive: first == "GLOB_RECURSE", &variables)
    case "aux_source_directory":
      guard words.count > 1 else { return }
      let found = all(first + "/*", folder, recursive: false)
      variables[words[1], default: []] += found
    case "project":
      variables["PROJECT_NAME"] = [first]
      variables["PROJECT_SOURCE_DIR"] = [Self.marker(folder)]
      if depth == 0 { variables["CMAKE_PROJECT_NAME"] = [first] }
    case "add_subdirectory":
      guard let below = Self.path(first, folder) else { return }
      read(
        below.isEmpty ? "CMakeLists.txt" : below + "/CMakeLists.txt", &variables, depth: depth + 1)
    case "target_link_libraries":
      // `target_link_libraries(shop PRIVATE orders)`: what is no target is a library from elsewhere.
      if let number = numberOfTarget[first] { targets[number].links += words.dropFirst() }
    case "target_sources":
      if let number = numberOfTarget[first] { add(words.dropFirst(), folder, to: number) }
    case let name where name.contains("executable") && name.contains("add"):
      declare(.program, words, command, path)
    case let name where name.contains("library") && name.contains("add"):
      declare(.library, words, command, path)
    default: break
    }
  }

  private mutating func declare(
    _ kind: BuildTarget.Kind, _ words: [String], _ command: CMakeCommand, _ path: String
  ) {
    if words.dropFirst().first == "ALIAS" || words.contains("IMPORTED") { return }
    let folder = String(path.folderPath)
    let name = words[0]
    let number = numberOfTarget[name] ?? targets.count
    if number == targets.count {
      numberOfTarget[name] = number
      targets.append(
        BuildTarget(name: name, kind: kind, sources: [], path: path, line: command.line))
    }
    add(words.dropFirst(), folder, to: number)
  }

  private mutating func add(_ words: ArraySlice<String>, _ folder: String, to number: Int) {
    var known = Set(targets[number].sources)
    for word in words {
      guard let path = Self.path(word, folder), let source = sources.source(path, in: "") else {
        continue
      }
      if known.insert(source).inserted { targets[number].sources.append(source) }
    }
  }

  private func glob(
    _ words: ArraySlice<String>, _ folder: String, recursive: Bool, _ variables: inout Variables
  ) {
    var patterns = Array(words.dropFirst())
    while let option = patterns.first,
      ["CONFIGURE_DEPENDS", "LIST_DIRECTORIES", "RELATIVE"]
        .contains(option)
    {
      patterns.removeFirst(min(patterns.count, option == "CONFIGURE_DEPENDS" ? 1 : 2))
    }
    let found = patterns.flatMap { all($0, folder, recursive: recursive) }
    // A list that is globbed in two branches keeps both.
    variables[words.first!, default: []] += found
    variables[words.first!] = Array(variables[words.first!]!.prefix(Self.longestList))
  }

  private func all(_ pattern: String, _ folder: String, recursive: Bool) -> [String] {
    guard let path = Self.path(pattern, folder) else { return [] }
    return sources.matching(path, in: "", recursive: recursive).map(Self.marker)
  }

  /// Relative to the root of the repository; nil outside of it.
  private static func path(_ name: String, _ folder: String) -> String? {
    guard name.hasPrefix("//") else { return ListedSources.path(name, in: folder) }
    let path = name.drop { $0 == "/" }
    return path.isEmpty ? "" : ListedSources.path(String(path), in: "")
  }

  // MARK: Variables

  private func expand(_ words: [CMakeCommand.Word], _ variables: Variables) -> [String] {
    var result: [String] = []
    for word in words where result.count < Self.longestList {
      if !word.text.contains("${") {
        result += word.isQuoted ? [word.text] : word.text.split(separator: ";").map(String.init)
      } else if let name = Self.onlyVariable(word.text) {
        result += variables[name] ?? []
      } else {
        let text = Self.replace(word.text, variables, depth: 0)
        result += text.split(separator: ";").map(String.init)
      }
    }
    return result.filter { !$0.isEmpty }
  }

  /// The name in `${NAME}`, if that is all.
  private static func onlyVariable(_ text: String) -> String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let name = text.dropFirst(2).dropLast()
    return name.contains("$") || name.contains("}") ? nil : String(name)
  }

  /// Nested names are replaced from the inside.
  private static func replace(_ text: String, _ variables: Variables, depth: Int) -> String {
    guard depth < 8, text.utf8.count < 100_000, let open = text.ranges(of: "${").last,
      let close = text[open.upperBound...].firstIndex(of: "}")
    else { return text }
    let value = (variables[String(text[open.upperBound..<close])] ?? []).joined(separator: ";")
    let rest = text[..<open.lowerBound] + value + text[text.index(after: close)...]
    return replace(String(rest), variables, depth: depth + 1)
  }
}
