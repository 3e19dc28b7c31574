internal import Basics

/// Questions that were left for later, kept beside the cache.
struct SkippedQuestions {
  private let path: String?
  private var ids: Set<String> = []

  /// `again` forgets them.
  init(root: String, folder: String?, again: Bool) {
    let name = (try? FileSystem.realPath(Array(root.utf8))) ?? Array(root.utf8)
    path = folder.map { $0 + "/review/\(Digest(of: name))" }
    if let path, !again, let bytes = try? FileSystem.read(Array(path.utf8), limit: 1 << 24) {
      ids = Set(bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  func contains(_ id: String) -> Bool { ids.contains(id) }

  mutating func insert(_ id: String) { ids.insert(id) }

  mutating func remove(_ id: String) { ids.remove(id) }

  /// To remember is no condition for going on.
  func save() throws {
    guard let path, let slash = path.lastIndex(of: "/") else { return }
    try? FileSystem.createFolder(Array(path[..<slash].utf8))
    var bytes: [UInt8] = []
    for id in ids.sorted() { bytes += Array(id.utf8) + [0] }
    try? FileSystem.writeAtomically(bytes, to: Array(path.utf8))
  }
}
