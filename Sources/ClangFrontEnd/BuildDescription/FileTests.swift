internal import Basics
internal import Synchronization

/// Remembers what is where: the folders of a build are asked for once a command.
final class FileTests: Sendable {
  private let known = Mutex<[String: FileStatus.Kind?]>([:])

  func isFile(_ path: String) -> Bool { kind(path) == .file }
  func isFolder(_ path: String) -> Bool { kind(path) == .folder }

  /// What was asked for and was not there, sorted.
  var absent: [String] {
    known.withLock { $0.filter { $0.value == nil }.keys.sorted { $0.precedesBytewise($1) } }
  }

  private func kind(_ path: String) -> FileStatus.Kind? {
    if let kind = known.withLock({ $0[path] }) { return kind }
    let kind = (try? FileSystem.status(Array(path.utf8), followsLinks: true))?.kind
    known.withLock { $0[path] = .some(kind) }
    return kind
  }
}
