internal import Basics
internal import Foundation

/// A repository of our own that has nothing but the commits of another one.
///
/// git reads the configuration of the repository that it works in, which can name programs: monitors
/// of the file system, external diffs, filters, hooks. So it never works in the analysed one. This
/// one has a configuration of ours and finds the objects of the other as alternates.
struct PrivateRepository {
  let path: String

  /// In a new folder below `folder`, until ``remove()``.
  init(of other: GitRepository, in folder: String) throws(HistoryObstacle) {
    path = "\(folder)/cleave-git-\(UInt64.random(in: .min ... .max))"
    do throws(FileError) {
      for name in ["objects/info", "objects/pack", "refs"] {
        try FileSystem.createFolder(Array("\(path)/\(name)".utf8))
      }
      try write(Array((other.head + "\n").utf8), "HEAD")
      try write(Array(Self.configuration(other).utf8), "config")
      try write(Self.quoted(other.objects) + [0x0a], "objects/info/alternates")
      if !other.shallow.isEmpty { try write(other.shallow, "shallow") }
    } catch {
      remove()
      throw HistoryObstacle(error.description)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private func write(_ bytes: [UInt8], _ name: String) throws(FileError) {
    try FileSystem.writeAtomically(bytes, to: Array("\(path)/\(name)".utf8))
  }

  /// Without a working tree there are no attributes, no filters and no index. What is derived from
  /// objects (graphs of commits, indexes of several packs) is not believed.
  private static func configuration(_ other: GitRepository) -> String {
    let format = other.head.utf8.count == 64 ? "sha256" : "sha1"
    return """
      [core]
      \trepositoryFormatVersion = 1
      \tbare = true
      \tcommitGraph = false
      \tmultiPackIndex = false
      \thooksPath = /dev/null
      \tfsmonitor = false
      [extensions]
      \tobjectFormat = \(format)
      [protocol]
      \tallow = never
      [gc]
      \tauto = 0
      [maintenance]
      \tauto = false

      """
  }

  /// A path as git reads it between quotes, whatever bytes it has.
  private static func quoted(_ path: [UInt8]) -> [UInt8] {
    var out = [UInt8(ascii: "\"")]
    for byte in path {
      if byte < 0x20 || byte == 0x7f {
        let digits = String(byte, radix: 8)
        out += Array(("\\" + String(repeating: "0", count: 3 - digits.count) + digits).utf8)
      } else {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { out.append(0x5c) }
        out.append(byte)
      }
    }
    return out + [UInt8(ascii: "\"")]
  }

  /// Everything that git finds in its environment.
  var environment: [String: String] {
    [
      "GIT_DIR": path, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_SYSTEM": "/dev/null",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_ATTR_NOSYSTEM": "1", "GIT_NO_REPLACE_OBJECTS": "1",
      "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "GIT_TERMINAL_PROMPT": "0",
      "GIT_OPTIONAL_LOCKS": "0", "GIT_PAGER": "", "LC_ALL": "C", "HOME": path, "PATH": "",
    ]
  }
}
