internal import ArgumentParser

/// The command line: everything that people and scripts call.
struct Cleave: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "cleave",
    abstract:
      "Shows where a monolith splits: its module graph, candidate services, serverless parts.",
    discussion: """
      Exit codes: 0 done; 1 reserved for findings; 2 bad usage, configuration, document or path; \
      3 the analysis failed or is incomplete; 130 interrupted.
      """,
    version: version,
    subcommands: [
      AnalyzeCommand.self, GraphCommand.self, BoundariesCommand.self, ServerlessCommand.self,
      ExplainCommand.self, ReviewCommand.self, DecideCommand.self, EvaluateCommand.self,
      CompareCommand.self, MetricsCommand.self, InfoCommand.self, InitCommand.self,
      WorkerCommand.self,
    ])
}

/// What a process may end with; see the contract.
enum ExitStatus: Int32 {
  case done = 0
  case usage = 2
  case failed = 3
  case interrupted = 130
}
