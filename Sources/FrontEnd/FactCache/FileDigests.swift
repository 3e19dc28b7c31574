internal import Basics
internal import Synchronization

/// Digests of files, each read once in a run.
final class FileDigests: Sendable {
  let root: String
  private let rawPaths: [String: [UInt8]]
  private let known = Mutex<[String: Digest?]>([:])

  init(_ inventory: Inventory) {
    root = inventory.root
    var raw: [String: [UInt8]] = [:]
    for file in inventory.files where Array(file.path.utf8) != file.rawPath {
      raw[file.path] = file.rawPath
    }
    rawPaths = raw
  }

  /// The digest of the file at `path`, relative to the root or absolute; nil if it cannot be read.
  subscript(path: String) -> Digest? {
    if let digest = known.withLock({ $0[path] }) { return digest }
    let bytes = try? FileSystem.read(absolute(path))
    let digest = bytes.map { Digest(of: $0) }
    known.withLock { $0[path] = .some(digest) }
    return digest
  }

  private func absolute(_ path: String) -> [UInt8] {
    if path.utf8.first == UInt8(ascii: "/") { return Array(path.utf8) }
    return Array(root.utf8) + [UInt8(ascii: "/")] + (rawPaths[path] ?? Array(path.utf8))
  }
}
