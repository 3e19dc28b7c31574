internal import Basics

/// Lines of source files, each read once.
final class SourceLines {
  private let root: String
  private var known: [String: [String]?] = [:]

  private static let largest = 4 << 20

  init(root: String) { self.root = root }

  func lines(_ path: String) -> [String]? {
    if let lines = known[path] { return lines }
    let name = Array((root + "/" + path).utf8)
    // A link could lead out of the folder.
    guard (try? FileSystem.status(name))?.kind == .file,
      let bytes = try? FileSystem.read(name, limit: Self.largest)
    else {
      known[path] = .some(nil)
      return nil
    }
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    known[path] = lines
    return lines
  }
}
