internal import Basics
internal import Foundation
internal import FrontEnd
internal import History
internal import Review

/// The decisions of people about a repository.
struct DecisionsFile {
  var root: String

  private var path: [UInt8] { Array((root + "/" + DecisionFile.name).utf8) }

  /// Nil if there is none.
  func text() throws -> String? {
    guard FileSystem.exists(path) else { return nil }
    let bytes = try FileSystem.read(path, limit: DecisionFile.largestSize)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("\"\(DecisionFile.name)\" is not UTF-8, save it as such")
    }
    return text
  }

  /// Replaces the file at once or not at all.
  func write(_ text: String) throws {
    removeLeftovers()
    try FileSystem.write(Array(text.utf8), to: path)
  }

  /// Calls `work` while no other process of ours changes the file.
  func locked<Result>(_ work: () throws -> Result) throws -> Result {
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

/// Keeps two processes from changing one thing; given up by the system if the process dies.
final class FolderLock {
  private let descriptor: Int32

  /// A file of its own, made if need be.
  init(_ path: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try wait(path)
  }

  /// The folder itself, so that nothing is left in it.
  init(folder: String) throws {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try wait(folder)
  }

  private func wait(_ path: String) throws {
    guard descriptor >= 0 else {
      throw UsageError("cannot open \"\(path)\": \(String(cString: strerror(errno)))")
    }
    // Some file systems know no locks: then one writer at a time is up to the people.
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
  }

  func release() { close(descriptor) }
}

/// What files were called before, by the history of a repository.
enum PastNames {
  /// None where there is no history, or it cannot be read.
  static func read(_ path: String, files: [String]) -> [ReviewScope.FormerName] {
    let search = ProcessInfo.processInfo.environment["PATH"] ?? ""
    guard let root = try? FileSystem.realPath(Array(path.utf8)),
      let repository = try? GitRepository.find(at: root),
      let program = GitProgram(searchPath: search)
    else { return [] }
    var reader = HistoryReader(
      program: program, temporaryFolder: FileManager.default.temporaryDirectory.path)
    reader.isCancelled = { Interruption.cancellation.isRequested }
    guard let history = try? reader.read(repository, files: files) else { return [] }
    return history.formerNames.map {
      ReviewScope.FormerName(path: $0.path, file: $0.file, likeness: $0.likeness)
    }
  }
}
