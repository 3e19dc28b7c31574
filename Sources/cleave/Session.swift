internal import Basics
internal import Boundaries
internal import ClangFrontEnd
internal import Configuration
internal import ConfigurationFrontEnd
internal import Evaluation
internal import Foundation
internal import FrontEnd
internal import History
internal import Pipeline
internal import ReportModel
internal import Reports
internal import Review
internal import Triggers

/// Gets the document that a command works on: from a file, or by an analysis.
struct Session {
  var path: String
  var input: InputOptions
  var boundaries = BoundaryOptions()
  var withSymbols = false
  /// Files with traces or access logs.
  var traces: [String] = []
  var extent = AnalysisOptions.Extent.whole
  /// Whether Ctrl-C ends the analysis; false where somebody else listens to it.
  var handlesInterruption = true
  /// The folder with the configuration, where it is not that of the code.
  var configurationRoot: String?

  func document() throws -> Document {
    if let from = input.from {
      if let option = input.analysisOption ?? (traces.isEmpty ? nil : "--traces") {
        throw UsageError("\(option) needs an analysis; leave out --from, or the option")
      }
      return try Self.read(from)
    }
    let result = try analyse()
    if input.timings { Self.print(result) }
    if let problem = result.cacheProblem, !input.quiet {
      Output.talk("cleave: not all is kept for the next run: \(problem)".escapedLines)
    }
    if input.failIncomplete, result.isIncomplete {
      throw IncompleteAnalysis(
        count: result.document.diagnostics.count { $0.severity == "error" })
    }
    return result.document
  }

  private static func read(_ path: String) throws -> Document {
    let bytes: [UInt8]
    if path == "-" {
      bytes = try Input.read()
    } else {
      do throws(FileError) { bytes = try FileSystem.read(Array(path.utf8)) } catch {
        throw UsageError(error.description)
      }
    }
    return try DocumentCoder.decode(bytes)
  }

  private func analyse() throws -> AnalysisResult { try withAnalysis { try $0.run() } }

  /// Scores the suggestions for PATH, without decisions of people.
  func evaluate(
    _ evaluation: BoundaryEvaluation, against reference: ReferenceDecomposition
  ) throws -> EvaluationReport {
    try withAnalysis { try $0.evaluate(evaluation, against: reference) }
  }

  private func withAnalysis<Result>(_ work: (Analysis) throws -> Result) throws -> Result {
    let configuration = try configuration()
    let progress = ProgressLine(isShown: Output.talksToTerminal && !input.quiet)
    var environment = AnalysisEnvironment(
      version: Cleave.version,
      frontEnds: FrontEnds.with(
        packs: configuration.packs, declarations: configuration.declarations),
      worker: FrontEnds.worker)
    environment.build = Self.build
    environment.git = GitProgram(searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    environment.temporaryFolder = FileManager.default.temporaryDirectory.path
    environment.cancellation = Interruption.cancellation
    environment.codec = DocumentCodec(encode: DocumentCoder.encode, decode: DocumentCoder.decode)
    environment.progress = { progress.show($0) }
    if handlesInterruption { Interruption.install() }
    defer {
      if handlesInterruption { Interruption.remove() }
      progress.clear()
    }
    return try work(Analysis(try options(configuration), environment))
  }

  /// Size and time of this executable.
  private static var build: String {
    let path = Array(FrontEnds.executable.utf8)
    guard let status = try? FileSystem.status(path, followsLinks: true) else { return "" }
    return "\(status.size) \(status.modified)"
  }

  func configuration() throws -> Configuration {
    do {
      let configuration = try Configuration.load(
        root: Array((configurationRoot ?? path).utf8), named: input.config.map { Array($0.utf8) })
      let problems = configuration.triggerProblems
      let file = input.config ?? Configuration.fileName
      guard problems.isEmpty else { throw ConfigurationError(path: file, problems: problems) }
      if !input.quiet {
        for note in configuration.ineffective {
          Output.talk("\(file.escapedForTerminal):\(note.line): \(note.message)")
        }
      }
      return configuration
    } catch let error as FileError {
      throw UsageError(error.description)
    }
  }

  private func options(_ configuration: Configuration) throws -> AnalysisOptions {
    var options = AnalysisOptions(path: path)
    options.discovery = try discovery(configuration)
    options.boundaries = boundaries
    for (view, weight) in configuration.weights where boundaries.weights[view.rawValue] == nil {
      options.boundaries.weights[view.rawValue] = weight
    }
    options.jobs = input.jobs ?? ProcessInfo.processInfo.activeProcessorCount
    options.cacheFolder = input.noCache ? nil : (input.cacheDir ?? CacheFolder.standard)
    options.withSymbols = withSymbols
    options.extent = extent
    options.modules = configuration.modules.map { module in
      AnalysisOptions.DeclaredModule(name: module.name) { path in
        module.globs.contains { $0.matches(path) }
      }
    }
    options.configuration = configuration
    options.traces = try TraceFiles.read(traces)
    if input.noHistory { options.configuration.usesHistory = false }
    if let previous = input.previous {
      options.earlier = AnalysisOptions.earlier(try Self.read(previous))
    }
    options.decisions = try DecisionsFile(root: path).text()
    return options
  }

  private func discovery(_ configuration: Configuration) throws -> DiscoveryOptions {
    var options = DiscoveryOptions()
    options.includeOnly = try (configuration.include.map(\.pattern) + input.includeOnly).map(
      Self.glob)
    options.exclude = try (configuration.exclude.map(\.pattern) + input.exclude).map(Self.glob)
    let roles: [(FileRole, [Glob])] = [
      (.test, configuration.roles.test), (.generated, configuration.roles.generated),
      (.vendored, configuration.roles.vendored), (.tool, configuration.roles.tool),
    ]
    options.roles = try roles.flatMap { role, globs in
      try globs.map { RoleRule(role: role, glob: try Self.glob($0.pattern)) }
    }
    options.excludesTests = input.excludeTests
    // On the command line a path is relative to where one stands, in the configuration to the root.
    options.compileCommands =
      input.compileCommands.map { URL(fileURLWithPath: $0).path } ?? configuration.compileCommands
    return options
  }

  private static func glob(_ text: String) throws -> FolderGlob {
    do { return try FolderGlob(text) } catch { throw UsageError(error.description) }
  }

  private static func print(_ result: AnalysisResult) {
    for timing in result.timings {
      Output.talk("\(timing.stage): \(String(format: "%.3f", timing.seconds)) s")
    }
    if result.units > 0 {
      Output.talk("units: \(result.units), of them from the cache: \(result.reusedUnits)")
    }
  }
}

/// Where a folder lies in its repository.
enum RepositoryPlace {
  /// Its path from the top with a slash at the end; empty for the top, and where there is none.
  static func prefix(of path: String) -> String {
    guard let root = try? FileSystem.realPath(Array(path.utf8)) else { return "" }
    let slash = UInt8(ascii: "/")
    var top = root
    while !FileSystem.exists(top + Array("/.git".utf8)) {
      guard let end = top.lastIndex(of: slash), top.count > 1 else { return "" }
      top = end == 0 ? [slash] : Array(top[..<end])
    }
    let below = root.dropFirst(top.count).drop { $0 == slash }
    return below.isEmpty ? "" : String(decoding: below, as: UTF8.self) + "/"
  }
}

/// Where facts are kept between runs.
enum CacheFolder {
  /// `XDG_CACHE_HOME`, else `.cache` in the home folder; nil where there is no home.
  static var standard: String? {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["XDG_CACHE_HOME"], folder.hasPrefix("/") {
      return folder + "/cleave"
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.cache/cleave"
  }
}
