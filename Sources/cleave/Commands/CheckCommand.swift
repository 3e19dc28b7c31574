internal import ArgumentParser
internal import Basics
internal import Configuration
internal import Consequences
internal import Foundation
internal import Pipeline
internal import ReportModel
internal import Reports
internal import Review

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find what breaks the boundaries that were decided on; made for CI.",
    discussion: """
      Boundaries with a decision are rules: no other decided boundary may depend on their code, read \
      or write their tables, or stand with them in a circle. Files without a decision are not judged, \
      and nothing is clustered. Ends with 1 if an error is new: neither in the baseline nor in the \
      base revision.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @Option(
    help: "File of known findings; by default the one of cleave.yml, or \(BaselineFile.name).")
  var baseline: String?

  @Flag(help: "Make all present findings known; refused where CI is set.")
  var writeBaseline = false

  @Option(help: "With --write-baseline: why new entries are allowed.")
  var reason: String?

  @Option(help: "With --write-baseline: who answers for new entries.")
  var owner: String?

  @Flag(help: "Entries of the baseline that nothing fits any more are errors.")
  var failStale = false

  @Option(help: "Findings that this revision has as well are known.")
  var base: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if !writeBaseline, reason != nil || owner != nil {
      throw ValidationError("--reason and --owner go with --write-baseline")
    }
    if writeBaseline, base != nil {
      throw ValidationError("--write-baseline does not go with --base: it takes what is there")
    }
  }

  func run() throws {
    let format = try Formatting.choose(OutputFormats.check, output)
    let environment = ProcessInfo.processInfo.environment
    if writeBaseline, !["", "false", "0"].contains(environment["CI"] ?? "") {
      throw UsageError(
        "a build server does not write the baseline: CI is set; run it where you work, and commit it"
      )
    }
    var session = Session(path: path, input: input)
    session.extent = .graph
    let configuration = try session.configuration()
    let known = try Baseline(path, option: baseline, configuration.check, isWritten: writeBaseline)
    let decisions = try DecisionFile(try DecisionsFile(root: path).text()).decisions
    var check = BoundaryCheck(try session.document(), decisions: decisions)
    check.severities = configuration.check
    check.baseline = known.file
    // Reading the history takes time, which only decisions about vanished files are worth.
    if input.from == nil, configuration.usesHistory, !input.noHistory,
      DecidedPlacement(check.document, decisions).missesFiles
    {
      check.former = PastNames.read(path, files: check.document.files.map(\.path))
    }
    check.isPartial = input.analysisOption.map { $0 != "--config" } ?? false
    let revisions = try base.map { _ in try Revisions(session) }
    var report = CheckReport(tool: "", name: "")
    if let base, let revisions {
      try revisions.with(base) { revision, folder in
        let renames = Revisions.renames(
          Revisions.contents(revision.document, folder), check.document, path)
        check.base = revision.document
        check.renamed = Dictionary(uniqueKeysWithValues: renames.map { ($0.old, $0.new) })
        report = check.report()
        report.base = Revisions.title(base, revision.commit)
      }
    } else {
      report = check.report()
    }
    report.prefix = Self.prefix(path)
    if writeBaseline { return try write(check, report, to: known.path) }
    try Formatting.write(report, format, output)
    if report.fails || failStale && !report.stale.isEmpty { throw Findings() }
  }

  private func write(_ check: BoundaryCheck, _ report: CheckReport, to path: String) throws {
    let file = check.baseline(of: report, reason: reason, owner: owner)
    if file.text != (try Baseline.text(path)) {
      try FileSystem.write(Array(file.text.utf8), to: Array(path.utf8))
    }
    guard !input.quiet else { return }
    let new = report.new.count
    Output.talk(
      "\(path): \(file.entries.count) known findings, \(new) of them new, \(report.stale.count)"
        + " stale ones dropped")
  }

  /// Where the folder lies in its repository; empty where there is none.
  private static func prefix(_ path: String) -> String { RepositoryPlace.prefix(of: path) }
}

/// The baseline as it is found.
private struct Baseline {
  var path: String
  var file = BaselineFile()

  /// On the command line a path is relative to where one stands, in the configuration to the root.
  init(_ root: String, option: String?, _ check: Check, isWritten: Bool) throws {
    path = option ?? root + "/" + (check.baseline ?? BaselineFile.name)
    guard let text = try Self.text(path) else {
      if !isWritten, option != nil || check.baseline != nil {
        throw UsageError("there is no baseline \"\(path)\"; --write-baseline writes it")
      }
      return
    }
    do throws(BaselineFileError) { file = try BaselineFile(text: text) } catch {
      var error = error
      error.path = path
      throw UsageError(error.description)
    }
  }

  static func text(_ path: String) throws -> String? {
    guard FileSystem.exists(Array(path.utf8)) else { return nil }
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Array(path.utf8), limit: BaselineFile.largestSize)
    } catch { throw UsageError(error.description) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("\"\(path)\" is not UTF-8, save it as such")
    }
    return text
  }
}
