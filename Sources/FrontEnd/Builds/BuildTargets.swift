internal import Basics
package import Facts

/// What the builds of a repository link together: the programs and libraries of CMake, Make and
/// Automake, with the sources that their lists name.
///
/// Build files are read as text and never run: all branches of conditions count, and what only a
/// command of the shell could tell is left out. Linear in the text, bounded for each file.
package struct BuildTargets: Sendable {
  /// In the order of their build files; only those with sources in the repository.
  package private(set) var targets: [BuildTarget] = []

  /// A longer build file is written by a generator.
  private static let textLimit = 1 << 20

  package init(_ inventory: Inventory) {
    let kinds: [String: Kind] = [
      "CMakeLists.txt": .cmake, "Makefile": .make, "makefile": .make, "GNUmakefile": .make,
      "Makefile.in": .make, "Makefile.am": .automake,
    ]
    var files: [Kind: [SourceFile]] = [:]
    for file in inventory.files {
      let name = file.path.lastPathComponent
      if let kind = kinds[String(name)] { files[kind, default: []].append(file) }
    }
    guard !files.isEmpty else { return }
    let root = Array(inventory.root.utf8) + [UInt8(ascii: "/")]
    func text(_ file: SourceFile) -> String? {
      (try? FileSystem.read(root + file.rawPath, limit: Self.textLimit)).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
    let sources = ListedSources(inventory.files)
    var lists: [String: String] = [:]
    for file in files[.cmake] ?? [] { lists[file.path] = text(file) }
    var found = CMakeLists(lists, sources).targets
    let automake = files[.automake] ?? []
    // What Automake makes of its lists repeats them.
    let made = Set(automake.map { $0.path.dropLast(3) })
    for file in automake {
      if let text = text(file) { found += AutomakeList(file.path, text, sources).targets }
    }
    for file in files[.make] ?? [] {
      let isMade =
        made.contains(file.path[...])
        || file.path.hasSuffix(".in") && made.contains(file.path.dropLast(3))
      guard !isMade, let text = text(file) else { continue }
      found += MakeRules(file.path, text, sources).targets
    }
    targets = found.filter { !$0.sources.isEmpty }.sorted {
      $0.path != $1.path ? $0.path.precedesBytewise($1.path) : $0.line < $1.line
    }
  }

  private enum Kind: Hashable { case cmake, make, automake }

  /// Whether discovery should keep a file of this name.
  static func isList(_ name: String) -> Bool {
    ["Makefile", "makefile", "GNUmakefile", "Makefile.in", "Makefile.am"].contains(name)
  }
}

/// The sources of a repository as lists of builds name them.
struct ListedSources {
  private let paths: Set<String>
  /// Paths of sources by folder, for patterns.
  private let inFolder: [String: [String]]

  private static let endings = ["c", "cc", "cpp", "cxx", "C", "m", "mm", "c++"]

  init(_ files: [SourceFile]) {
    let sources = files.filter { $0.language != nil }.map(\.path)
    paths = Set(sources)
    inFolder = Dictionary(grouping: sources) { String($0.folderPath) }
  }

  /// The source that a list in `folder` names; nil if there is none.
  func source(_ name: String, in folder: String) -> String? {
    Self.path(name, in: folder).flatMap { paths.contains($0) ? $0 : nil }
  }

  /// The source of an object file: beside it, or beside the list if objects have a folder of their
  /// own.
  func source(ofObject name: String, in folder: String) -> String? {
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let stem = String(name[..<dot])
    let last = String(stem.lastPathComponent)
    let stems = stem == last ? [stem] : [stem, last]
    for stem in stems {
      for ending in Self.endings {
        if let path = source(stem + "." + ending, in: folder) { return path }
      }
    }
    return nil
  }

  /// The sources that a pattern in `folder` matches, sorted.
  func matching(_ pattern: String, in folder: String, recursive: Bool) -> [String] {
    guard let path = Self.path(pattern, in: folder) else { return [] }
    let name = path.lastPathComponent
    let start = String(path.folderPath)
    let stars = name.count { $0 == "*" }
    guard !start.contains("*"), stars <= 4, let glob = try? FolderGlob(String(name))
    else { return [] }
    let folders =
      recursive
      ? inFolder.keys.filter { start.isEmpty || $0 == start || $0.hasPrefix(start + "/") } : [start]
    return folders.flatMap { inFolder[$0] ?? [] }
      .filter { glob.matches($0.lastPathComponent.utf8) }
      .sorted { $0.precedesBytewise($1) }
  }

  /// A path relative to the root, without `.` and `..`; nil outside of it.
  static func path(_ name: String, in folder: String) -> String? {
    guard !name.hasPrefix("/"), !name.isEmpty else { return nil }
    var parts = folder.split(separator: "/")
    for part in name.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}

extension StringProtocol {
  /// What follows the last slash.
  var lastPathComponent: SubSequence {
    lastIndex(of: "/").map { self[index(after: $0)...] } ?? self[...]
  }

  /// What stands before the last slash; empty without one.
  var folderPath: SubSequence {
    lastIndex(of: "/").map { self[..<$0] } ?? self[..<startIndex]
  }
}
