internal import Basics
internal import FrontEnd

/// The modules of a repository, and the folders that import paths lead to.
struct GoModules: Sendable {
  struct Module: Sendable {
    /// Path that imports begin with: `example.org/shop`; empty for a workspace.
    var path: String
    /// Folder of its `go.mod`, relative to the root; empty for the root.
    var folder: String
    /// Folders of this repository that stand for other modules, by their paths.
    var replacements: [(path: String, folder: String)] = []
  }

  /// What an import leads to.
  enum Target: Equatable {
    case folder(String)
    /// A folder of the project would be it, which has no such package: generated, or missing.
    case missing
    case external
  }

  private(set) var modules: [Module] = []
  private(set) var workspaces: [Module] = []
  /// Folders that hold Go files.
  private let folders: Set<String>
  private static let sizeLimit = 4 << 20

  init(_ inventory: Inventory, folders: Set<String>) {
    self.folders = folders
    for file in inventory.files {
      let name = file.path.split(separator: "/").last ?? ""
      guard name == "go.mod" || name == "go.work" else { continue }
      let path = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + file.rawPath
      guard let bytes = try? FileSystem.read(path, limit: Self.sizeLimit) else { continue }
      let folder = String(file.path.dropLast(name.count).dropLast())
      let module = Self.parse(String(decoding: bytes, as: UTF8.self), in: folder)
      if name == "go.work" {
        workspaces.append(module)
      } else if !module.path.isEmpty {
        modules.append(module)
      }
    }
  }

  // MARK: Reading

  /// The lines of `go.mod` and `go.work` that say where things are: `module`, `replace`.
  static func parse(_ text: String, in folder: String) -> Module {
    var module = Module(path: "", folder: folder)
    var block = ""
    for line in text.split(whereSeparator: \.isNewline) {
      var words = words(of: line)
      if words.isEmpty { continue }
      if words == [")"] {
        block = ""
        continue
      }
      if words.count == 2, words[1] == "(" {
        block = words[0]
        continue
      }
      if !block.isEmpty { words.insert(block, at: 0) }
      module.read(words)
    }
    return module
  }

  private static func words(of line: Substring) -> [String] {
    let code = line.firstRange(of: "//").map { line[..<$0.lowerBound] } ?? line
    return code.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\r" })
      .flatMap { word -> [String] in
        // `replace(` and `)` may stand without a space.
        if word.hasSuffix("("), word.count > 1 { return [String(word.dropLast()), "("] }
        return [word.filter { $0 != "\"" && $0 != "`" }]
      }
  }

  // MARK: Finding

  /// Where the package of an import is that stands in a file of `folder`.
  func target(of path: String, from folder: String) -> Target {
    if path.hasPrefix("./") || path.hasPrefix("../") || path == "." || path == ".." {
      return place(Self.join(folder, path))
    }
    let own = nearest(modules, to: folder)
    let workspace = nearest(workspaces, to: folder)
    for module in [own, workspace].compactMap(\.self) {
      for replacement in module.replacements {
        if let rest = Self.rest(of: path, behind: replacement.path) {
          return place(Self.join(replacement.folder, rest))
        }
      }
    }
    if let found = inModules(path, from: folder, own) { return found }
    for above in Self.foldersAbove(folder) {
      let vendored = (above.isEmpty ? "" : above + "/") + "vendor/" + path
      if folders.contains(vendored) { return .folder(vendored) }
    }
    return own == nil ? withoutModule(path, from: folder) : .external
  }

  private func place(_ folder: String?) -> Target {
    guard let folder else { return .external }
    return folders.contains(folder) ? .folder(folder) : .missing
  }

  /// The module with the longest path that fits; of several copies the nearest.
  private func inModules(_ path: String, from folder: String, _ own: Module?) -> Target? {
    var best: (module: Module, folder: String, score: (Int, Int, Int))?
    for module in modules {
      guard let rest = Self.rest(of: path, behind: module.path) else { continue }
      let place = Self.join(module.folder, rest) ?? ""
      let isThere = folders.contains(place)
      let isOwn = own?.folder == module.folder
      let score = (
        isThere ? 1 : 0, module.path.utf8.count,
        isOwn ? Int.max : Self.shared(module.folder, folder)
      )
      if best.map({ $0.score < score }) ?? true { best = (module, place, score) }
    }
    guard let best else { return nil }
    return best.score.0 == 1 ? .folder(best.folder) : .missing
  }

  /// Without a `go.mod` above, as it was before modules: below a folder `src`, or below the root,
  /// which stands for the first three parts (`github.com/acme/shop`).
  private func withoutModule(_ path: String, from folder: String) -> Target {
    for above in Self.foldersAbove(folder) where above == "src" || above.hasSuffix("/src") {
      let place = above + "/" + path
      if folders.contains(place) { return .folder(place) }
    }
    if folders.contains("src/" + path) { return .folder("src/" + path) }
    let parts = path.split(separator: "/")
    guard parts.count > 3, parts[0].contains(".") else { return .external }
    let place = parts.dropFirst(3).joined(separator: "/")
    return modules.isEmpty && folders.contains(place) ? .folder(place) : .external
  }

  /// The innermost one whose folder holds a folder.
  private func nearest(_ modules: [Module], to folder: String) -> Module? {
    modules.filter { Self.rest(of: folder, behind: $0.folder) != nil }
      .max { $0.folder.utf8.count < $1.folder.utf8.count }
  }

  // MARK: Paths

  /// What follows `prefix` in a path, without the slash; nil if it is not in front.
  static func rest(of path: String, behind prefix: String) -> String? {
    if prefix.isEmpty || path == prefix { return prefix.isEmpty ? path : "" }
    guard path.hasPrefix(prefix), path.utf8.dropFirst(prefix.utf8.count).first == 0x2f else {
      return nil
    }
    return String(path.dropFirst(prefix.count + 1))
  }

  /// A path from a folder, with its steps up done; nil if it leaves the root.
  static func join(_ folder: String, _ path: String) -> String? {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// A folder and those above it, the root last.
  static func foldersAbove(_ folder: String) -> [String] {
    let parts = folder.split(separator: "/")
    return (0...parts.count).reversed().map { parts[..<$0].joined(separator: "/") }
  }

  private static func shared(_ a: String, _ b: String) -> Int {
    zip(a.split(separator: "/"), b.split(separator: "/")).prefix { $0 == $1 }.count
  }
}

extension GoModules.Module {
  fileprivate mutating func read(_ words: [String]) {
    if words[0] == "module", words.count > 1 { path = words[1] }
    guard words[0] == "replace", let arrow = words.firstIndex(of: "=>"), arrow > 1,
      words.indices.contains(arrow + 1)
    else { return }
    let target = words[arrow + 1]
    guard target.hasPrefix("./") || target.hasPrefix("../") || target == "." || target == ".."
    else { return }
    if let folder = GoModules.join(folder, target) {
      replacements.append((words[1], folder))
    }
  }
}
