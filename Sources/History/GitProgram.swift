internal import Basics

/// The `git` program of the system.
package struct GitProgram: Sendable, Hashable {
  /// Absolute, symbolic links resolved.
  package let path: String

  /// The first `git` in the folders of `searchPath`, which has the form of `PATH`.
  ///
  /// Folders that are not absolute are passed over: they would mean another program wherever one
  /// stands, and one of the analysed repository there.
  package init?(searchPath: String) {
    for folder in searchPath.split(separator: ":") where folder.hasPrefix("/") {
      let name = Array("\(folder)/git".utf8)
      guard (try? FileSystem.status(name, followsLinks: true))?.kind == .file,
        let real = try? FileSystem.realPath(name),
        let path = String(validating: real, as: UTF8.self)
      else { continue }
      self.path = path
      return
    }
    return nil
  }
}

/// Why the history of a repository is not read: a clear line for people, no failure.
package struct HistoryObstacle: Error, Sendable, Equatable, CustomStringConvertible {
  /// Lower case, without a full stop, what to do about it at its end.
  package var description: String

  /// The next run may be without it: nothing of the repository is at fault.
  package var isPassing: Bool

  package init(_ description: String, isPassing: Bool = false) {
    self.description = description
    self.isPassing = isPassing
  }
}
