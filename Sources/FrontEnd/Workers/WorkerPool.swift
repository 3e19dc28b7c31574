package import Basics

/// The executable that works, and everything that it finds in its environment: a variable more could
/// change what a parser sees.
package struct WorkerProgram: Sendable {
  /// Absolute path of the executable, and its arguments.
  package var command: [String]
  package var environment: [String: String]

  package init(command: [String], environment: [String: String] = [:]) {
    self.command = command
    self.environment = environment
  }
}

/// Extracts units in worker processes, so that a crash, a hang or a blow-up of the parser loses one
/// file and not the run.
///
/// One thread feeds and hears all workers by descriptors that do not block: no worker can hold up the
/// others, and nothing waits without a limit. The process must ignore `SIGPIPE`.
package struct WorkerPool: Sendable {
  /// It must run ``WorkerLoop/serve(memoryLimit:extractor:)``.
  package var program: WorkerProgram
  /// Number of processes.
  package var jobs: Int
  /// Seconds for one unit, while this process runs: a stop of it does not count.
  package var timeLimit: Double
  package var cancellation: Cancellation

  package init(
    program: WorkerProgram, jobs: Int, timeLimit: Double = 120,
    cancellation: Cancellation = Cancellation()
  ) {
    self.program = program
    self.jobs = jobs
    self.timeLimit = timeLimit
    self.cancellation = cancellation
  }

  package enum Outcome: Sendable {
    case extracted(ExtractedUnit)
    /// The unit was lost; the diagnostic says to what.
    case lost(Diagnostic)
  }

  /// Runs `units` from the first on and hands each outcome over as it comes, with the unit's index.
  /// Returns early, and leaves no process, once cancellation is requested.
  package func run(_ units: [ExtractionUnit], handle: (Int, Outcome) -> Void) {
    var shift = WorkerShift(pool: self, units: units)
    while !cancellation.isRequested, let outcomes = shift.step() {
      for (index, outcome) in outcomes { handle(index, outcome) }
    }
    shift.close()
  }
}
