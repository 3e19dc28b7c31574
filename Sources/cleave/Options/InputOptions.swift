internal import ArgumentParser
internal import Basics

/// What is analysed, or which document is read instead.
struct InputOptions: ParsableArguments {
  @Option(help: "Read this document instead of analysing; - for standard input.")
  var from: String?

  @Option(
    parsing: .unconditional, help: "Number of worker processes; all processors by default.")
  var jobs: Int?

  @Flag(help: "Print the time of each stage.")
  var timings = false

  @Option(help: "Only files that match this glob; may be repeated.")
  var includeOnly: [String] = []

  @Option(
    name: [.customShort("x"), .long], help: "No files that match this glob; may be repeated.")
  var exclude: [String] = []

  @Flag(help: "Leave out test code.")
  var excludeTests = false

  @Option(help: "The build description to use: a compile_commands.json or its folder.")
  var compileCommands: String?

  @Option(help: "An earlier document: what is left of its boundaries keeps identity and name.")
  var previous: String?

  @Flag(help: "Do not read the history of changes.")
  var noHistory = false

  @Flag(help: "Neither read nor write the cache.")
  var noCache = false

  @Option(help: "Folder of the cache; by default in the user's cache folder.")
  var cacheDir: String?

  @Option(help: "Configuration file; cleave.yml at the root by default.")
  var config: String?

  @Flag(help: "Exit with 3 if the facts of any file were lost.")
  var failIncomplete = false

  @Flag(name: [.short, .long], help: "No progress and no notes.")
  var quiet = false

  /// The first given option that says what is analysed: a document that was saved cannot follow it.
  var analysisOption: String? {
    let given: [(String, Bool)] = [
      ("--include-only", !includeOnly.isEmpty), ("--exclude", !exclude.isEmpty),
      ("--exclude-tests", excludeTests), ("--compile-commands", compileCommands != nil),
      ("--previous", previous != nil), ("--config", config != nil),
      ("--fail-incomplete", failIncomplete),
    ]
    return given.first { $0.1 }?.0
  }

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1") }
  }
}

/// Where the result goes, and in which form.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("output")],
    help: "Write to this file; - for standard output.")
  var output: String?

  @Option(
    name: [.long, .customLong("output-type")],
    help: "How to write it; `cleave info formats` lists what there is.")
  var format: String?

  @Option(help: "Colour: auto, always or never; NO_COLOR is respected.")
  var color = ColorMode.auto

  /// Throws ``UsageError`` where no file can be.
  func checkFile() throws {
    guard let output, output != "-" else { return }
    if output.isEmpty { throw UsageError("--output takes the name of a file, or -") }
    let slash = output.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(output[...$0]) } ?? "."
    guard isFolder(folder) else {
      throw UsageError(
        "cannot write \"\(output)\": \"\(folder)\" is not a folder; make it first")
    }
    if isFolder(output) { throw UsageError("\"\(output)\" is a folder; name a file in it") }
  }

  private func isFolder(_ path: String) -> Bool {
    (try? FileSystem.status(Array(path.utf8), followsLinks: true))?.kind == .folder
  }
}

enum ColorMode: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
