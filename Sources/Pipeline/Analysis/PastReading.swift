internal import Basics
internal import Boundaries
internal import Configuration
internal import DependencyGraph
internal import FrontEnd
internal import History

/// Reads what the repository's past says of the files, where it has one and it is wanted.
struct PastReading {
  private let environment: AnalysisEnvironment
  /// Nil where there is no repository, or it is not wanted.
  private let repository: GitRepository?
  private let owners: OwnerRules?
  private let obstacle: HistoryObstacle?

  init(
    _ options: AnalysisOptions, _ environment: AnalysisEnvironment, _ inventory: Inventory
  ) {
    self.environment = environment
    var (found, obstacle): (GitRepository?, HistoryObstacle?)
    if options.configuration.usesHistory {
      do throws(HistoryObstacle) {
        found = try GitRepository.find(at: Array(inventory.root.utf8))
      } catch {
        obstacle = error
      }
    }
    repository = found
    self.obstacle = obstacle
    owners = found.flatMap { OwnerRules.find(at: $0.top) }
  }

  /// All that the result depends on beside the files: changes when a run could give another result.
  var state: String {
    guard let repository else { return obstacle?.description ?? "" }
    let program = environment.git?.path ?? ""
    let status = try? FileSystem.status(Array(program.utf8), followsLinks: true)
    return [
      repository.head, "\(Digest(of: repository.shallow))", "\(repository.packs)", program,
      String(describing: status), owners.map { "\($0.digest)" } ?? "",
    ].joined(separator: "\n")
  }

  /// What there is for the files of `graph`, and why not all of it.
  func read(_ graph: CodeGraph) -> (evidence: PastEvidence?, diagnostics: [Diagnostic]) {
    guard let repository else { return (nil, obstacle.map { [note($0)] } ?? []) }
    let prefix = String(decoding: repository.prefix, as: UTF8.self)
    let paths = graph.files.map(\.path)
    let owned = paths.map { owners?.owners(of: prefix + $0) ?? [] }
    let none = ChangeHistory(commits: [], fileCount: paths.count, authorCount: 0)
    do throws(HistoryObstacle) {
      let changes = try changes(repository, paths)
      return (PastEvidence(changes: changes, owners: owned), notes(repository))
    } catch {
      return (PastEvidence(changes: none, owners: owned), [note(error)])
    }
  }

  private func changes(
    _ repository: GitRepository, _ paths: [String]
  ) throws(HistoryObstacle) -> ChangeHistory {
    guard let program = environment.git else {
      throw HistoryObstacle("there is no \"git\" on the search path; install it")
    }
    var reader = HistoryReader(program: program, temporaryFolder: environment.temporaryFolder)
    let cancellation = environment.cancellation
    reader.isCancelled = { cancellation.isRequested }
    return try reader.read(repository, files: paths)
  }

  /// Code of what the next run may not meet.
  static let missed = "history-missed"

  private func notes(_ repository: GitRepository) -> [Diagnostic] {
    if repository.shallow.isEmpty { return [] }
    return [
      Diagnostic(
        .note, "history-cut",
        "the history of changes ends where this shallow clone does; \"git fetch --unshallow\" "
          + "brings the rest")
    ]
  }

  private func note(_ obstacle: HistoryObstacle) -> Diagnostic {
    Diagnostic(
      .note, obstacle.isPassing ? Self.missed : "history-not-read",
      "the history of changes is not read: \(obstacle.description); \"--no-history\" does without")
  }
}
