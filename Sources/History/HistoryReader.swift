internal import Basics

/// Reads the history of a repository by `git log`, in a repository of our own.
///
/// Nothing of the analysed repository runs: neither its hooks nor what its configuration names. The
/// result depends on the commit that is checked out, the files and the version of git.
package struct HistoryReader: Sendable {
  package var program: GitProgram
  /// Where a folder for the run can be made.
  package var temporaryFolder: String
  package var limits = HistoryLimits()
  package var isCancelled: @Sendable () -> Bool = { false }

  package init(program: GitProgram, temporaryFolder: String) {
    self.program = program
    self.temporaryFolder = temporaryFolder
  }

  /// The commits that changed `files`, paths relative to the analysed folder, under whatever name they
  /// had then. Linear in the length of the history.
  package func read(
    _ repository: GitRepository, files: [String]
  ) throws(HistoryObstacle) -> ChangeHistory {
    let top = repository.top + (repository.top.last == UInt8(ascii: "/") ? [] : [UInt8(ascii: "/")])
    guard !Array(program.path.utf8).starts(with: top) else {
      throw HistoryObstacle(
        "the \"git\" on the search path, \"\(program.path.escapedForTerminal)\", lies in the "
          + "repository itself; nothing of it is run")
    }
    guard String(validating: repository.prefix, as: UTF8.self) != nil else {
      throw HistoryObstacle("the path of the analysed folder is not UTF-8")
    }
    // Likeness needs the contents, which a partial clone has left on the server.
    if !repository.isPartial {
      do throws(GitLog.Failure) { return try read(repository, files, .alike) } catch {
        // A content may be missing all the same.
        if error != .refused { throw obstacle(error, repository) }
      }
    }
    do throws(GitLog.Failure) { return try read(repository, files, .exact) } catch {
      throw obstacle(error, repository)
    }
  }

  private func read(
    _ repository: GitRepository, _ files: [String], _ renames: GitLog.Renames
  ) throws(GitLog.Failure) -> ChangeHistory {
    var reading = LogReading(
      files: files.map { repository.prefix + Array($0.utf8) }, limits: limits)
    let log = GitLog(
      program: program, repository: repository, renames: renames, limits: limits,
      isCancelled: isCancelled)
    try log.run(temporaryFolder: temporaryFolder) { piece throws(GitLog.Failure) in
      try reading.take(piece)
    }
    var history = try reading.finish()
    let prefix = String(decoding: repository.prefix, as: UTF8.self)
    if !prefix.isEmpty {
      history.formerNames = history.formerNames.filter { $0.path.hasPrefix(prefix) }.map {
        .init(
          path: String($0.path.dropFirst(prefix.count)), file: $0.file, likeness: $0.likeness)
      }
    }
    return history
  }

  private func obstacle(_ failure: GitLog.Failure, _ repository: GitRepository) -> HistoryObstacle {
    switch failure {
    case .noFolder(let obstacle):
      HistoryObstacle(obstacle.description, isPassing: true)
    case .noProcess:
      HistoryObstacle(
        "\"\(program.path.escapedForTerminal)\" cannot be started", isPassing: true)
    case .refused where repository.isPartial:
      HistoryObstacle(
        "git misses folders that this partial clone has left on the server; \"git fetch --refetch "
          + "--filter=blob:none\" brings them")
    case .refused:
      HistoryObstacle("git cannot read its commits; \"git fsck\" says what is damaged or missing")
    case .tooSlow:
      HistoryObstacle(
        "git takes more than \(limits.time.components.seconds) s to list its commits",
        isPassing: true)
    case .cancelled: HistoryObstacle("interrupted", isPassing: true)
    case .nonsense: HistoryObstacle("what git lists is not what is expected of it")
    }
  }
}
