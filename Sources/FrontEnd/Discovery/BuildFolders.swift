internal import Basics

/// The folders of a repository that have a build of their own: what a build tool calls a module, a
/// project, a package, a crate or a workspace member.
package struct BuildFolders: Sendable {
  /// Relative to the root; the empty path is the root itself.
  package private(set) var folders: Set<String> = []

  /// Looks at the names of the build files, and into those whose name does not say enough. Files in
  /// vendored folders and tests count as well: what they build is theirs.
  package init(_ inventory: Inventory) {
    let root = Array(inventory.root.utf8) + [UInt8(ascii: "/")]
    for file in inventory.files {
      let start = file.path.lastIndex(of: "/")
      let name = file.path[(start.map(file.path.index(after:)) ?? file.path.startIndex)...]
      guard let sign = Self.sign(String(name)) else { continue }
      let folder = start.map { String(file.path[..<$0]) } ?? ""
      if name == "build.sbt" { addProjects(of: folder, root + file.rawPath) }
      guard !folders.contains(folder) else { continue }
      if sign.words.isEmpty || Self.holds(sign.words, root + file.rawPath) {
        folders.insert(folder)
      }
    }
  }

  /// One build file of sbt may tell of many folders.
  private mutating func addProjects(of folder: String, _ path: [UInt8]) {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return }
    for project in SbtProjects.folders(String(decoding: bytes, as: UTF8.self)) {
      let parts = project.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      folders.insert(folder.isEmpty ? parts : folder + "/" + parts)
    }
  }

  /// Whether a file of this name tells of a build, for discovery to keep it.
  static func isBuildFile(_ name: String) -> Bool { sign(name) != nil }

  /// What makes a file the build of its folder.
  private struct Sign: Sendable {
    /// One of them must stand in the file; none if the name is enough.
    var words: [String] = []
  }

  private static let names: [String: Sign] = [
    "pom.xml": Sign(), "build.gradle": Sign(), "build.gradle.kts": Sign(), "build.sbt": Sign(),
    "go.mod": Sign(), "composer.json": Sign(), "Package.swift": Sign(), "setup.py": Sign(),
    "Gemfile": Sign(),
    // A file may set no more than options of tools.
    "pyproject.toml": Sign(words: ["[project]", "[tool.poetry]"]),
    "setup.cfg": Sign(words: ["[metadata]"]),
    // A workspace is not a package.
    "Cargo.toml": Sign(words: ["[package]"]),
    // Inside a package, a file may set no more than the kind of its modules.
    "package.json": Sign(words: ["\"name\""]),
    // Most only add sources to the target of the folder around them.
    "CMakeLists.txt": Sign(words: [
      "add_library", "add_executable", "ADD_LIBRARY", "ADD_EXECUTABLE",
    ]),
  ]

  private static let endings: Set<Substring> = ["csproj", "fsproj", "vbproj", "gemspec"]

  private static func sign(_ name: String) -> Sign? {
    if let known = names[name] { return known }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return endings.contains(name[name.index(after: dot)...]) ? Sign() : nil
  }

  private static func holds(_ words: [String], _ path: [UInt8]) -> Bool {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 20) else { return false }
    let text = String(decoding: bytes, as: UTF8.self)
    return words.contains { text.contains($0) }
  }
}
