import Basics
import Foundation
import History
import Testing

/// A git repository in a folder of its own, removed at the end.
final class Repository {
  let root: URL
  /// Folders that go with it.
  private let outer: URL

  /// `below` is where the working tree lies in the folder.
  init(below: String = "work") throws {
    let name = "cleave-history-\(UInt64.random(in: .min ... .max))"
    outer = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
      .appendingPathComponent(name)
    root = outer.appendingPathComponent(below)
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try git("init", "-q", "-b", "main")
  }

  deinit { try? FileManager.default.removeItem(at: outer) }

  var path: [UInt8] { Array(root.path.utf8) }
  var beside: URL { outer }

  /// Runs the system's git in the working tree, as the people who work there do.
  @discardableResult
  func git(_ words: String..., at folder: URL? = nil, date: Int = 1_700_000_000) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git"] + words
    process.currentDirectoryURL = folder ?? root
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": outer.path,
      "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": author, "GIT_AUTHOR_EMAIL": "\(author)@x.org",
      "GIT_COMMITTER_NAME": "c", "GIT_COMMITTER_EMAIL": "c@x.org",
      "GIT_AUTHOR_DATE": "@\(date) +0000", "GIT_COMMITTER_DATE": "@\(date) +0000",
    ]
    let output = outer.appendingPathComponent("output-\(UInt64.random(in: .min ... .max))")
    try Data().write(to: output)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    let mask = SignalMask()
    try process.run()
    mask.restore()
    process.waitUntilExit()
    defer { try? FileManager.default.removeItem(at: output) }
    try #require(process.terminationStatus == 0, "git \(words)")
    return try String(contentsOf: output, encoding: .utf8)
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  var author = "ann"
  private var clock = 1_700_000_000

  func write(_ text: String, to path: String) throws {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Adds a line to each of the files and commits them.
  @discardableResult
  func change(_ paths: String...) throws -> String { try change(paths) }

  @discardableResult
  func change(_ paths: [String]) throws -> String {
    for path in paths {
      let file = root.appendingPathComponent(path)
      let old = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      try write(old + "line \(clock) of \(path)\n", to: path)
    }
    return try commit()
  }

  func rename(_ old: String, _ new: String, folder: String? = nil) throws {
    try FileManager.default.createDirectory(
      at: root.appendingPathComponent(new).deletingLastPathComponent(),
      withIntermediateDirectories: true)
    try git("mv", old, new)
  }

  @discardableResult
  func commit() throws -> String {
    clock += 60
    try git("add", "-A")
    try git("commit", "-q", "--no-verify", "-m", "m", date: clock)
    return try git("rev-parse", "HEAD")
  }

  func found(_ folder: String = "") throws -> GitRepository? {
    try GitRepository.find(at: folder.isEmpty ? path : path + Array("/\(folder)".utf8))
  }

  /// For each commit, newest first, the files that it changed.
  func changes(_ files: [String], folder: String = "") throws -> [[String]] {
    let repository = try #require(try found(folder))
    return try read(repository, files).commits.map { $0.files.map { files[$0] } }
  }

  func read(
    _ repository: GitRepository, _ files: [String], limits: HistoryLimits = HistoryLimits()
  ) throws -> ChangeHistory {
    var reader = HistoryReader(program: try #require(Self.program), temporaryFolder: outer.path)
    reader.limits = limits
    defer { #expect(!left, "the private repository is removed") }
    return try reader.read(repository, files: files)
  }

  private var left: Bool {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: outer.path)) ?? []
    return names.contains { $0.hasPrefix("cleave-git-") }
  }

  static var program: GitProgram? {
    GitProgram(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
  }
}

/// Threads that tests run on block most signals, and children inherit that.
private struct SignalMask {
  private var old = sigset_t()

  init() {
    var none = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &old)
  }

  func restore() {
    var old = old
    pthread_sigmask(SIG_SETMASK, &old, nil)
  }
}
