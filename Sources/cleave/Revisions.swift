internal import Basics
internal import Foundation
internal import FrontEnd
internal import History
internal import ReportModel
internal import Review

/// Documents of revisions of a repository, analysed as they are in a folder of ours.
struct Revisions {
  let session: Session
  private let repository: GitRepository
  private let program: GitProgram
  /// Where the files of a revision are put; the same for all of them, so that facts are shared.
  private let folder: String
  private let isTemporary: Bool

  /// Throws ``UsageError`` where there is no repository, or no git.
  init(_ session: Session) throws {
    self.session = session
    let root: [UInt8]
    do throws(FileError) { root = try FileSystem.realPath(Array(session.path.utf8)) } catch {
      throw UsageError(error.description)
    }
    let found: GitRepository?
    do throws(HistoryObstacle) { found = try GitRepository.find(at: root) } catch {
      throw UsageError("the repository cannot be read: \(error.description)")
    }
    guard let repository = found else {
      throw UsageError("\"\(session.path)\" is in no git repository, so it has no revisions")
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    guard let program = GitProgram(searchPath: path) else {
      throw UsageError("there is no \"git\" on the search path; install it")
    }
    // What lies in the repository is not run.
    guard !Array(program.path.utf8).starts(with: repository.top + [UInt8(ascii: "/")]) else {
      throw UsageError("the \"git\" on the search path lies in the repository itself")
    }
    self.repository = repository
    self.program = program
    let place = Digest(of: repository.top + [0] + repository.prefix)
    if !session.input.noCache, let cache = session.input.cacheDir ?? CacheFolder.standard {
      (folder, isTemporary) = (cache + "/revisions/\(place)/tree", false)
    } else {
      let name = "cleave-revision-\(UInt64.random(in: .min ... .max))"
      folder = FileManager.default.temporaryDirectory.appendingPathComponent(name).path + "/tree"
      isTemporary = true
    }
  }

  /// Path of the analysed folder below the repository.
  var prefix: String { String(decoding: repository.prefix, as: UTF8.self) }

  /// A revision's document, its decisions, and the contents of its files on demand.
  struct Revision {
    var document: Document
    var commit: String
    var decisions: String?
  }

  /// Calls `work` while the files of the revision are there.
  func with<Result>(
    _ revision: String, _ work: (Revision, _ folder: String) throws -> Result
  ) throws -> Result {
    let parent = String(folder.dropLast("/tree".count))
    try FileSystem.createFolder(Array(parent.utf8))
    let lock = try FolderLock(parent + "/lock")
    defer {
      lock.release()
      if isTemporary { try? FileManager.default.removeItem(atPath: parent) }
    }
    var tree = RevisionTree(
      program: program, temporaryFolder: FileManager.default.temporaryDirectory.path)
    tree.isCancelled = { Interruption.cancellation.isRequested }
    let checkout: RevisionTree.Checkout
    do throws(HistoryObstacle) {
      checkout = try tree.write(revision, of: repository, to: folder)
    } catch {
      throw UsageError("\"\(revision)\": \(error.description)")
    }
    var inner = session
    inner.path = folder
    inner.configurationRoot = session.path
    inner.input.from = nil
    inner.input.noHistory = true
    inner.input.timings = false
    inner.input.quiet = true
    var document: Document
    do { document = try inner.document() } catch let error as DecisionFileError {
      throw UsageError(
        "\"\(revision)\": its \(DecisionFile.name) cannot be read: \(error)")
    }
    document.name = revision
    return try work(
      Revision(
        document: document, commit: checkout.commit,
        decisions: try DecisionsFile(root: folder).text()), folder)
  }

  /// The revision as it is written in reports: a commit by its first digits.
  static func title(_ revision: String, _ commit: String) -> String {
    commit.hasPrefix(revision) ? String(commit.prefix(12)) : "\(revision) (\(commit.prefix(12)))"
  }

  /// The contents of a document's files by path.
  static func contents(_ document: Document, _ folder: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for file in document.files {
      contents[file.path] = try? FileSystem.read(
        Array((folder + "/" + file.path).utf8), limit: 1 << 22)
    }
    return contents
  }

  /// Which files that are gone are files of `new`, which lie in `folder`, under another name.
  static func renames(
    _ old: [String: [UInt8]], _ new: Document, _ folder: String
  ) -> [DifferenceReport.FileChanges.Rename] {
    let after = Set(new.files.map(\.path))
    let gone = old.keys.filter { !after.contains($0) }.sorted { $0.precedesBytewise($1) }
    guard !gone.isEmpty else { return [] }
    let come = new.files.map(\.path).filter { old[$0] == nil }
    return RenameMatch.find(
      old: gone.map { ($0, old[$0]!) },
      new: come.compactMap { path in
        (try? FileSystem.read(Array((folder + "/" + path).utf8), limit: 1 << 22)).map { (path, $0) }
      }
    ).map { .init(old: $0.old, new: $0.new, likeness: ($0.likeness * 100).rounded() / 100) }
  }
}
