internal import Basics
internal import Foundation

/// One run of `git log --raw`, its output handed on as it comes.
struct GitLog {
  /// How renames are found.
  enum Renames: String {
    /// By likeness of contents: git must read them.
    case alike = "--find-renames=50%"
    /// Of unchanged contents only, which the names of objects tell.
    case exact = "--find-renames=100%"
  }

  enum Failure: Error, Equatable {
    /// There is no place for the private repository.
    case noFolder(HistoryObstacle)
    /// git cannot be started.
    case noProcess
    /// git gave up: an object is missing or damaged.
    case refused
    case tooSlow
    case cancelled
    /// What came is not what git writes.
    case nonsense
  }

  let program: GitProgram
  let repository: GitRepository
  let renames: Renames
  let limits: HistoryLimits
  let isCancelled: @Sendable () -> Bool

  /// A commit is a line of these, each ended by zero, the first of them marked; then its raw changes.
  private static let format = "--format=tformat:%x01%H%x00%an%x00%ae"

  private func command(_ folder: String) -> [String] {
    // Programs that the configuration of a repository could name are switched off by name as well.
    var command = [
      program.path, "--no-pager", "--no-replace-objects", "-C", folder, "log", "--raw", "-z",
      "--no-abbrev", "--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature",
      "--no-notes", "--no-mailmap", "--no-merges", "--encoding=UTF-8", renames.rawValue,
      "-l\(limits.renames)", "--max-count=\(limits.commits)", "--diff-filter=ACDMRT", Self.format,
    ]
    if !repository.prefix.isEmpty { command.append("--full-diff") }
    command += [repository.head, "--"]
    // The path as it is, without the magic of path specifications.
    if !repository.prefix.isEmpty {
      command.append(":(top,literal)" + String(decoding: repository.prefix, as: UTF8.self))
    }
    return command
  }

  /// Calls `take` with the output in pieces, in order.
  func run(
    temporaryFolder: String, _ take: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let place: PrivateRepository
    do throws(HistoryObstacle) {
      place = try PrivateRepository(of: repository, in: temporaryFolder)
    } catch {
      throw .noFolder(error)
    }
    defer { place.remove() }
    let started = ChildStart.alone { () -> (process: pid_t, output: Int32)? in
      guard let pipe = ChildPipe() else { return nil }
      let process = ChildStart(
        command(place.path), environment: place.environment, input: nil, output: pipe.write
      ).spawn()
      close(pipe.write)
      if let process { return (process, pipe.read) }
      close(pipe.read)
      return nil
    }
    guard let started else { throw .noProcess }
    defer { close(started.output) }
    do throws(Failure) { try read(started.output, take) } catch {
      kill(started.process, SIGKILL)
      _ = Self.status(of: started.process)
      throw error
    }
    guard Self.status(of: started.process) == 0 else {
      throw isCancelled() ? .cancelled : .refused
    }
  }

  private func read(
    _ output: Int32, _ take: (ArraySlice<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    let start = ContinuousClock.now
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if isCancelled() { throw .cancelled }
      if ContinuousClock.now - start > limits.time { throw .tooSlow }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      let count = Foundation.read(output, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { throw .refused }
        continue
      }
      try take(buffer[..<count])
    }
  }

  private static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }
}

/// How much of a history is read.
package struct HistoryLimits: Sendable {
  /// The newest commits, merges not counted.
  package var commits = 20_000
  /// Commits that change more files are no one thing: renamings, imports, new formats.
  package var filesOfCommit = 30
  /// Files that come or go in one commit and are compared with one another.
  package var renames = 200
  /// Distinct paths, those that are gone included.
  package var paths = 2_000_000
  package var time = Duration.seconds(60)

  package init() {}
}
