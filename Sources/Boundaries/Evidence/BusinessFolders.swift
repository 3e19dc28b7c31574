internal import Basics

/// Which folders of a tree may name a part of the business.
struct BusinessFolders {
  /// Names of build layout, which hold the code and say nothing about it.
  static let wrappers: Set<String> = [
    "src", "source", "sources", "lib", "libs", "include", "includes", "inc", "main", "app", "apps",
    "code", "internal", "pkg", "packages", "java", "kotlin", "scala", "cpp", "com", "org", "net",
    "io",
  ]

  /// Names of technical layers: where most folders beside one another carry them, they group files
  /// across features.
  static let layers: Set<String> = [
    "modules", "components", "plugins", "services", "controller", "controllers", "service",
    "repository", "repositories", "dao", "dto", "dtos", "model", "models", "entity", "entities",
    "domain", "view", "views", "handler", "handlers", "interface", "interfaces", "impl", "api",
    "web", "rest", "config", "public", "private", "detail", "details", "application", "data",
    "presentation", "infrastructure", "exception", "exceptions", "mapper", "mappers",
  ]

  /// Names of code that serves all parts.
  static let generic: Set<String> = [
    "common", "core", "shared", "util", "utils", "utility", "base", "misc", "support", "helpers",
    "helper", "foundation", "infrastructure", "framework", "global", "compat", "port",
    "portability",
  ]

  /// Folders whose children are layers.
  private var layered: Set<String> = []

  /// Learns from the files of a project where layers lie beside one another.
  init(_ paths: [String]) {
    var children: [String: Set<String>] = [:]
    for path in paths {
      var parent = ""
      for folder in path.split(separator: "/").dropLast() {
        children[parent, default: []].insert(folder.lowercased())
        parent += "/" + folder
      }
    }
    for (parent, names) in children {
      let count = names.count { Self.layers.contains($0) || Self.wrappers.contains($0) }
      if count * 2 >= names.count { layered.insert(parent) }
    }
  }

  /// The folders of `path` that may name a part, outermost first, lower case.
  func folders(of path: String) -> [String] {
    var result: [String] = []
    var parent = ""
    for folder in path.split(separator: "/").dropLast() {
      let name = folder.lowercased()
      let isLayer = Self.layers.contains(name) && layered.contains(parent)
      if !isLayer, !Self.wrappers.contains(name) { result.append(name) }
      parent += "/" + folder
    }
    return result
  }

  /// The business word of a folder name: without the suffixes that frameworks ask for, and singular.
  static func normalized(_ name: String) -> String {
    var word = Substring(name)
    for suffix in ["bundle", "service", "module", "component", "plugin", "-api", "-service"]
    where word.hasSuffix(suffix) && word.count > suffix.count + 2 {
      word = word.dropLast(suffix.count)
    }
    while let last = word.last, "-_.".contains(last) { word.removeLast() }
    if word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss") { word.removeLast() }
    return String(word)
  }
}
