internal import Basics
internal import Foundation

/// The files of a commit in a folder of ours, to be analysed like any other.
///
/// One folder serves a repository for all of its revisions, so that facts which were found in one are
/// known in the next: only files that differ are written. A folder that was left in the middle of
/// this is emptied first. Nothing of the repository runs, and no link is followed or made.
package struct RevisionTree: Sendable {
  package var program: GitProgram
  /// Where a folder for the run of git can be made.
  package var temporaryFolder: String
  package var isCancelled: @Sendable () -> Bool = { false }

  /// Larger files hold no code.
  private static let largestFile = 4 << 20
  private static let media: Set<String> = [
    "png", "jpg", "jpeg", "gif", "svg", "ico", "webp", "pdf", "zip", "gz", "tgz", "jar", "war",
    "mp3",
    "mp4", "woff", "woff2", "ttf", "eot", "otf", "so", "a", "o", "class", "exe", "dll", "bin",
    "psd",
  ]

  package init(program: GitProgram, temporaryFolder: String) {
    self.program = program
    self.temporaryFolder = temporaryFolder
  }

  /// What was written.
  package struct Checkout: Sendable {
    package var commit: String
    /// Names of contents by path, of all plain files of the commit below the analysed folder.
    package var objects: [String: String]
  }

  /// Makes `folder` hold the files of `revision`.
  package func write(
    _ revision: String, of repository: GitRepository, to folder: String
  ) throws(HistoryObstacle) -> Checkout {
    let place = try PrivateRepository(of: repository, in: temporaryFolder)
    defer { place.remove() }
    let git = GitObjects(
      program: program, repository: repository, place: place, isCancelled: isCancelled)
    let commit = try git.commit(revision)
    let entries = try git.files(of: commit).filter { Self.isSound($0.path) }
    do {
      try sync(entries, to: folder, git)
    } catch let error as HistoryObstacle {
      throw error
    } catch {
      throw HistoryObstacle("the files of \"\(revision)\" cannot be written: \(error)")
    }
    var objects: [String: String] = [:]
    for entry in entries {
      guard let path = String(validating: entry.path, as: UTF8.self) else { continue }
      objects[path] = String(decoding: entry.object, as: UTF8.self)
    }
    return Checkout(commit: commit, objects: objects)
  }

  /// Stays below the folder it is written to; nothing that git itself would read.
  private static func isSound(_ path: [UInt8]) -> Bool {
    let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.count < 256 && !part.elementsEqual(".".utf8)
        && !part.elementsEqual("..".utf8)
        && String(decoding: part, as: UTF8.self).lowercased() != ".git"
    }
  }

  private func isWanted(_ entry: GitObjects.Entry) -> Bool {
    guard entry.size <= Self.largestFile else { return false }
    let name = String(decoding: entry.path, as: UTF8.self).lowercased()
    guard let dot = name.lastIndex(of: ".") else { return true }
    return !Self.media.contains(String(name[name.index(after: dot)...]))
  }

  private func sync(
    _ entries: [GitObjects.Entry], to folder: String, _ git: GitObjects
  ) throws {
    let index = Array((folder + ".index").utf8)
    var old = Self.readIndex(index)
    if old == nil { try? FileManager.default.removeItem(atPath: folder) }
    try FileSystem.createFolder(Array(folder.utf8))
    try FileSystem.remove(index)
    var wanted: [[UInt8]: [UInt8]] = [:]
    for entry in entries where isWanted(entry) { wanted[entry.path] = entry.object }
    for (path, object) in old ?? [:] where wanted[path] != object {
      let full = Array(folder.utf8) + [0x2f] + path
      try FileSystem.remove(full)
      // A file of the other revision may have the name of the folder.
      FileSystem.removeEmptyFolders(above: full, in: Array(folder.utf8))
    }
    let new = entries.filter { wanted[$0.path] != nil && old?[$0.path] != $0.object }
    var folders: Set<[UInt8]> = []
    try git.contents(of: new) { (entry, content) throws(HistoryObstacle) in
      let path = Array(folder.utf8) + [0x2f] + entry.path
      let parent = Array(path[..<path.lastIndex(of: 0x2f)!])
      do throws(FileError) {
        if folders.insert(parent).inserted { try FileSystem.createFolder(parent) }
        try FileSystem.remove(path)
        _ = try FileSystem.writeOnce(Array(content), to: path)
      } catch {
        throw HistoryObstacle(error.description, isPassing: true)
      }
    }
    old = wanted
    try FileSystem.writeAtomically(Self.text(of: wanted), to: index)
  }

  private static func text(of index: [[UInt8]: [UInt8]]) -> [UInt8] {
    index.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .flatMap { $0.value + [UInt8(ascii: " ")] + $0.key + [0] }
  }

  private static func readIndex(_ path: [UInt8]) -> [[UInt8]: [UInt8]]? {
    guard let bytes = try? FileSystem.read(path, limit: 1 << 28) else { return nil }
    var index: [[UInt8]: [UInt8]] = [:]
    for line in bytes.split(separator: 0) {
      guard let space = line.firstIndex(of: UInt8(ascii: " ")) else { return nil }
      index[Array(line[line.index(after: space)...])] = Array(line[..<space])
    }
    return index
  }
}
