internal import Basics
internal import DependencyGraph
internal import Facts

/// The files among which the code of a declared function lies.
struct HandlerFolders {
  private let graph: CodeGraph

  init(_ graph: CodeGraph) { self.graph = graph }

  /// Indexes of the code files below a folder, which ends with `/` or is empty. The files are sorted.
  func files(in folder: String) -> Range<Int> {
    guard !folder.isEmpty else { return 0..<graph.files.count }
    func first(_ isBefore: (String) -> Bool) -> Int {
      var low = 0
      var high = graph.files.count
      while low < high {
        let middle = (low + high) / 2
        if isBefore(graph.files[middle].path) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first { $0.precedesBytewise(folder) }
    let end = first { path in
      path.utf8.starts(with: folder.utf8) || path.precedesBytewise(folder)
    }
    return start..<max(start, end)
  }

  /// Where the code of a function may lie, the nearest first: the folder that is deployed, what is
  /// above it as far as the configuration's own folder, or one above both, and that.
  ///
  /// What a build writes is not in the repository, so folders without code are passed over, and one
  /// that a build writes to stands for the sources.
  func folders(of function: DeclaredFunction) -> [String] {
    var folders: [String] = []
    if var parts = Self.parts(function.home, function.code) {
      let home = function.home.split(separator: "/").count
      if parts.count > home, Self.built.contains(parts[home]) {
        for source in [["src"], []] {
          let moved = parts[..<home] + source + parts[(home + 1)...]
          let folder = moved.joined(separator: "/") + "/"
          if moved.count > home, !files(in: folder).isEmpty { folders.append(folder) }
        }
      }
      let own = function.home.split(separator: "/").map(String.init)
      let common = zip(own, parts).prefix { $0 == $1 }.count
      while parts.count > common {
        let folder = parts.joined(separator: "/") + "/"
        if !files(in: folder).isEmpty { folders.append(folder) }
        parts.removeLast()
      }
    }
    if !folders.contains(function.home) { folders.append(function.home) }
    return folders
  }

  /// The same from each folder above that of the declaration, the nearest first.
  func above(_ function: DeclaredFunction) -> [String] {
    var folders: [String] = []
    var parts = function.home.split(separator: "/")
    while !parts.isEmpty {
      parts.removeLast()
      var moved = function
      moved.home = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
      folders += self.folders(of: moved)
    }
    return folders
  }

  /// Folders that builds write to.
  static let built: Set<String> = [
    "dist", "build", "out", "lib", ".build", ".webpack", ".esbuild", "_build", "bin", "target",
    "output",
  ]

  /// The parts of the path that a text names from a folder; nil where it is no path of the repository.
  static func parts(_ folder: String, _ text: String) -> [String]? {
    guard !text.isEmpty, !text.contains("://"), !text.contains("${"), !text.hasPrefix("/") else {
      return nil
    }
    var parts = folder.split(separator: "/").map(String.init)
    for part in text.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts
  }
}

/// The languages that a runtime runs.
enum HandlerRuntime {
  static func languages(of runtime: String) -> Set<Language> {
    let name = runtime.lowercased()
    if name.hasPrefix("python") { return [.python] }
    if name.hasPrefix("node") { return ecma }
    if name.hasPrefix("ruby") { return [.ruby] }
    if name.hasPrefix("java") || name.hasPrefix("kotlin") { return jvm }
    if name.hasPrefix("dotnet") || name.hasPrefix("csharp") { return [.csharp] }
    if name.hasPrefix("go") { return [.go] }
    if name.hasPrefix("php") { return [.php] }
    if name.hasPrefix("rust") { return [.rust] }
    if name.hasPrefix("swift") { return [.swift] }
    if name.hasPrefix("provided") { return compiled }
    return []
  }

  static let ecma: Set<Language> = [.javascript, .typescript, .tsx]
  static let jvm: Set<Language> = [.java, .kotlin, .scala]
  static let compiled: Set<Language> = [.go, .rust, .swift, .cpp, .c]
}
