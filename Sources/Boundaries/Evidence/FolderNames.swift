internal import Basics

/// Folder names that say a layer or a place in a build, not a part of the business.
enum FolderNames {
  /// Names of technical layers and of build layout: they group files across features.
  static let layers: Set<String> = [
    "src", "source", "sources", "lib", "libs", "include", "includes", "inc", "main", "app", "apps",
    "code", "internal", "pkg", "packages", "modules", "components", "plugins", "services",
    "controller", "controllers", "service", "repository", "repositories", "dao", "dto", "dtos",
    "model", "models", "entity", "entities", "domain", "view", "views", "handler", "handlers",
    "interface", "interfaces", "impl", "api", "web", "rest", "config", "java", "kotlin", "cpp",
    "com", "org", "net", "io", "public", "private", "detail", "details",
  ]

  /// Names of code that serves all parts.
  static let generic: Set<String> = [
    "common", "core", "shared", "util", "utils", "utility", "base", "misc", "support", "helpers",
    "helper", "foundation", "infrastructure", "framework", "global", "compat", "port",
    "portability",
  ]

  /// The folders of `path` that may name a part of the business, outermost first.
  static func business(in path: String) -> [String] {
    path.split(separator: "/").dropLast().map { $0.lowercased() }.filter { !layers.contains($0) }
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
