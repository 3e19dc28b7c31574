internal import ArgumentParser
internal import Pipeline

/// The command line: everything that people and scripts call.
struct Cleave: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cleave",
    abstract:
      "Shows where a monolith splits: its module graph, candidate services, serverless parts.",
    discussion: """
      Exit codes: 0 done; 1 findings, by check alone; 2 bad usage, configuration, document or path; \
      3 the analysis failed or is incomplete; 130 interrupted.
      """,
    version: version,
    subcommands: [
      AnalyzeCommand.self, GraphCommand.self, BoundariesCommand.self, ServerlessCommand.self,
      ExplainCommand.self, ReviewCommand.self, ServeCommand.self, DecideCommand.self,
      WhatIfCommand.self,
      CheckCommand.self, DiffCommand.self, PlanCommand.self, EvaluateCommand.self,
      CompareCommand.self, MetricsCommand.self, InfoCommand.self, InitCommand.self,
      WorkerCommand.self,
    ])
}

extension Cleave {
  /// Throws ``UsageError`` for a command that is none, with the one that looks like it.
  static func checkCommand(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    let near = names.filter { !$0.hasPrefix("_") }
      .map { (name: $0, distance: EditDistance.between(Array(word.utf8), Array($0.utf8))) }
      .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
    let hint =
      near.flatMap { $0.distance <= 2 ? "did you mean \"\($0.name)\"?" : nil }
      ?? "cleave --help lists them"
    throw UsageError("no command \"\(word)\"; \(hint)")
  }
}

/// What a process may end with; see the contract.
enum ExitStatus: Int32 {
  case done = 0
  case findings = 1
  case usage = 2
  case failed = 3
  case interrupted = 130
}
