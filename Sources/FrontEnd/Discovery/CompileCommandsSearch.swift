internal import Basics

/// Looks for the build's `compile_commands.json` where builds leave it.
enum CompileCommandsSearch {
  private static let name = Array("/compile_commands.json".utf8)
  private static let prefixes = [
    "build", "out", "cmake-build", ".build", "_build", "obj", "debug", "release",
  ]

  /// Absolute paths: the one at the root first, then shallow before deep, then bytewise.
  static func find(in root: [UInt8]) -> [[UInt8]] {
    var found: [[UInt8]] = []
    if isFile(root + name) { found.append(root + name) }
    let folders = subfolders(of: root).filter { isBuildFolder($0.name) }.map(\.path)
    found += folders.map { $0 + name }.filter(isFile)
    for folder in folders {
      found += subfolders(of: folder).map { $0.path + name }.filter(isFile)
    }
    return found
  }

  /// The database that `path` names: a file, or a folder with one in it.
  static func resolve(given path: [UInt8]) -> [UInt8]? {
    if isFile(path) { return path }
    return isFile(path + name) ? path + name : nil
  }

  private static func isFile(_ path: [UInt8]) -> Bool {
    (try? FileSystem.status(path, followsLinks: true))?.kind == .file
  }

  private static func isBuildFolder(_ name: [UInt8]) -> Bool {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    return prefixes.contains(where: text.hasPrefix)
  }

  private static func subfolders(of path: [UInt8]) -> [(name: [UInt8], path: [UInt8])] {
    let entries = (try? FileSystem.list(path)) ?? []
    return entries.filter { $0.status.kind == .folder }.map {
      ($0.name, path + [UInt8(ascii: "/")] + $0.name)
    }
  }
}
