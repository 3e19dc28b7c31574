internal import Basics

/// Puts the words of `@file` arguments in their place, if the file lies in the analysed folder.
struct ResponseFiles {
  private static let sizeLimit = 1 << 20
  private static let depthLimit = 8
  private static let wordLimit = 200_000

  /// Absolute path of the analysed folder, links resolved.
  let root: String
  private(set) var refused: [String] = []

  init(root: String) { self.root = root }

  mutating func expand(
    _ words: [String], directory: String, _ quoting: CommandLine.Quoting
  ) -> [String] {
    guard words.contains(where: { $0.hasPrefix("@") }) else { return words }
    return expand(words, directory: directory, quoting, depth: 0)
  }

  private mutating func expand(
    _ words: [String], directory: String, _ quoting: CommandLine.Quoting, depth: Int
  ) -> [String] {
    var result: [String] = []
    for word in words where result.count < Self.wordLimit {
      guard word.hasPrefix("@") else {
        result.append(word)
        continue
      }
      let name = String(word.dropFirst())
      guard depth < Self.depthLimit, let text = content(name, directory) else {
        refused.append(name)
        continue
      }
      let inner = CommandLine.split(text, quoting)
      result += expand(inner, directory: directory, quoting, depth: depth + 1)
    }
    return result
  }

  /// Nil outside the root, through links too, and for what cannot be read or is too large.
  private func content(_ name: String, _ directory: String) -> String? {
    let path = name.hasPrefix("/") ? name : directory + "/" + name
    guard let resolved = try? FileSystem.realPath(Array(path.utf8)),
      resolved.starts(with: Array((root + "/").utf8)),
      let bytes = try? FileSystem.read(resolved, limit: Self.sizeLimit)
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
