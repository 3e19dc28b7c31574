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

  /// Names of layers that say what kind of files lie there and nothing of what these are for.
  static let kinds: Set<String> = [
    "controller", "controllers", "dao", "dto", "dtos", "entities", "entity", "exception",
    "exceptions", "handler", "handlers", "helpers", "impl", "interface", "interfaces", "mapper",
    "mappers", "model", "models", "repositories", "repository", "service", "services", "view",
    "views",
  ]

  /// Names of what every part has inside, beside those of layers: never parts of the business.
  static let roles: Set<String> = layers.subtracting([
    "modules", "components", "plugins", "services",
  ])
  .union([
    "adapter", "adapters", "annotation", "annotations", "assets", "behaviors", "channels", "cli",
    "command", "commands", "concerns", "constants", "converter", "converters", "database", "db",
    "decorator", "decorators", "dependencyinjection", "endpoint", "endpoints", "enums", "error",
    "errors", "event", "eventhandling", "eventlistener", "events", "extension", "extensions",
    "factories", "factory", "filter", "filters", "fixtures", "form", "forms", "gateway",
    "gateways", "graphql", "grpc", "helper", "helpers", "hooks", "http", "initializers",
    "integration", "integrationevents", "job", "jobs", "layouts", "listener", "listeners",
    "locale", "locales", "mailer", "mailers", "management", "menu", "middleware", "middlewares",
    "migration", "migrations", "orm", "pages", "persistence", "policies", "ports", "presenters",
    "provider", "providers", "queries", "query", "request", "requests", "resources", "response",
    "responses", "routing", "schema", "schemas", "security", "serializer", "serializers", "sql",
    "static", "styles", "task", "tasks", "template", "templates", "templatetags", "test", "tests",
    "twig", "types", "uploaders", "usecase", "usecases", "validation", "validator", "validators",
    "viewmodel", "viewmodels", "workers",
  ])

  /// Names of code that serves all parts.
  static let generic: Set<String> = [
    "common", "core", "shared", "util", "utils", "utility", "base", "misc", "support", "helpers",
    "helper", "foundation", "infrastructure", "framework", "global", "compat", "port",
    "portability", "abstraction", "abstractions", "buildingblocks", "commons", "infra", "kernel",
    "lib", "libraries", "library", "libs", "platform", "proto", "sdk", "tools", "ui", "utilities",
  ]

  /// For each file the folders that may name a part, outermost first, lower case.
  let folders: [[String]]
  /// The business words of all folders, sorted; the first is empty.
  let words: [String]
  /// For each file the words of its folders, as indexes.
  let wordsOfFile: [[Int]]

  /// Learns from the files of a project where layers lie beside one another.
  init(_ paths: [String]) {
    var children: [String: Set<String>] = [:]
    let distinct = DistinctFolders(paths)
    for folder in distinct.folders {
      var parent = ""
      for name in folder.split(separator: "/") {
        children[parent, default: []].insert(name.lowercased())
        parent += "/" + name
      }
    }
    let layered = Set(children.filter { Self.areLayers($0.value) }.keys)
    let own = distinct.folders.map { Self.folders(of: $0, layered) }
    let normalized = own.map { $0.map(Self.normalized) }
    words = Set(normalized.joined()).union([""]).sorted { $0.precedesBytewise($1) }
    var index: [String: Int] = [:]
    for (position, word) in words.enumerated() { index[word] = position }
    let indexes = normalized.map { $0.map { index[$0]! } }
    folders = distinct.folderOf.map { own[$0] }
    wordsOfFile = distinct.folderOf.map { indexes[$0] }
  }

  private static func areLayers(_ names: Set<String>) -> Bool {
    names.count { layers.contains($0) || wrappers.contains($0) } * 2 >= names.count
  }

  /// The folders on the way to `path` that may name a part.
  private static func folders(of path: Substring, _ layered: Set<String>) -> [String] {
    var result: [String] = []
    var parent = ""
    for folder in path.split(separator: "/") {
      let name = folder.lowercased()
      let isLayer = layers.contains(name) && layered.contains(parent)
      if !isLayer, !wrappers.contains(name) { result.append(name) }
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

/// The folders that files lie in, files beside each other sharing theirs.
struct DistinctFolders {
  /// Paths of folders; one may occur twice where its files are not given in a row.
  private(set) var folders: [Substring] = []
  /// For each file the index of its folder.
  private(set) var folderOf: [Int] = []

  init(_ paths: [String]) {
    folderOf.reserveCapacity(paths.count)
    for path in paths {
      let end = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
      if folders.last != path[..<end] { folders.append(path[..<end]) }
      folderOf.append(folders.count - 1)
    }
  }
}
