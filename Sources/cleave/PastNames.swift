internal import Basics
internal import Foundation
internal import FrontEnd
internal import History
internal import Review

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
