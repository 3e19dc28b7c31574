internal import Basics

/// The decisions of people about a repository, in the file at its root.
package struct DecisionsFile: Sendable {
  package var root: String

  package init(root: String) { self.root = root }

  private var path: [UInt8] { Array((root + "/" + DecisionFile.name).utf8) }

  package var store: DecisionStore { DecisionStore(read: text, write: write, remove: remove) }

  /// Nil if there is none. Throws ``FileError``, and ``DecisionFileError`` for what is not UTF-8.
  package func text() throws -> String? {
    guard FileSystem.exists(path) else { return nil }
    let bytes = try FileSystem.read(path, limit: DecisionFile.largestSize)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw DecisionFileError(problems: [.init(line: 1, message: "is not UTF-8, save it as such")])
    }
    return text
  }

  /// Replaces the file at once or not at all.
  package func write(_ text: String) throws {
    removeLeftovers()
    try FileSystem.write(Array(text.utf8), to: path)
  }

  private func remove() throws { try FileSystem.remove(path) }

  /// Calls `work` while no other process of ours changes the file.
  package func locked<Result>(_ work: () throws -> Result) throws -> Result {
    let lock = try FolderLock(folder: root)
    defer { lock.release() }
    return try work()
  }

  /// What a killed process was about to write. Nobody else is writing: the lock is ours.
  private func removeLeftovers() {
    let folder = Array(root.utf8)
    for entry in (try? FileSystem.list(folder)) ?? []
    where entry.name.starts(with: (DecisionFile.name + ".").utf8)
      && entry.name.suffix(FileSystem.temporarySuffix.count)
        .elementsEqual(FileSystem.temporarySuffix)
    {
      try? FileSystem.remove(folder + [UInt8(ascii: "/")] + entry.name)
    }
  }
}
