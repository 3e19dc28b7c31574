package import Basics
internal import Foundation
internal import Synchronization

/// Extracts units in worker processes, so that a crash, a hang or a blow-up of the parser loses one
/// file and not the run.
package struct WorkerPool: Sendable {
  /// Path of the executable and its arguments; it must run ``WorkerLoop/serve(_:memoryLimit:)``.
  package var command: [String]
  /// Number of processes.
  package var jobs: Int
  /// Seconds for one unit.
  package var timeLimit: Double
  package var cancellation: Cancellation

  package init(
    command: [String], jobs: Int, timeLimit: Double = 120,
    cancellation: Cancellation = Cancellation()
  ) {
    self.command = command
    self.jobs = jobs
    self.timeLimit = timeLimit
    self.cancellation = cancellation
  }

  package enum Outcome: Sendable {
    case extracted(ExtractedUnit)
    /// The unit was lost; the diagnostic says to what.
    case lost(Diagnostic)
  }

  /// Runs all `units` in the given order and hands each outcome over as it comes, one at a time, with
  /// the unit's index. Returns early once cancellation is requested.
  package func run(_ units: [ExtractionUnit], handle: @escaping @Sendable (Int, Outcome) -> Void) {
    let next = Mutex(0)
    let handling = Mutex(())
    let done = DispatchGroup()
    let take: @Sendable () -> Int? = {
      next.withLock { index in
        guard index < units.count, !cancellation.isRequested else { return nil }
        defer { index += 1 }
        return index
      }
    }
    for _ in 0..<max(1, min(jobs, units.count)) {
      done.enter()
      let thread = Thread {
        var lane = WorkerLane(pool: self)
        while let index = take() {
          let outcome = lane.extract(units[index])
          if cancellation.isRequested { break }
          handling.withLock { _ in handle(index, outcome) }
        }
        lane.close()
        done.leave()
      }
      thread.start()
    }
    done.wait()
  }
}

/// One process after another, for one thread.
private struct WorkerLane {
  let pool: WorkerPool
  private var worker: WorkerProcess?

  init(pool: WorkerPool) { self.pool = pool }

  mutating func extract(_ unit: ExtractionUnit) -> WorkerPool.Outcome {
    let request = unit.encoded
    while true {
      let isFresh = worker == nil
      guard let worker = worker ?? WorkerProcess(command: pool.command) else {
        return .lost(
          Diagnostic(
            .error, "worker-not-started", "cannot start a worker process; is memory left?",
            path: unit.path))
      }
      self.worker = worker
      do throws(Frame.Failure) {
        let answer = try worker.ask(
          request, timeLimit: pool.timeLimit, cancellation: pool.cancellation)
        guard let extracted = try? ExtractedUnit(decoding: answer) else { throw .damaged }
        return .extracted(extracted)
      } catch {
        let signal = worker.end()
        self.worker = nil
        // A worker that has done others may have been worn out by them: once more in a fresh one.
        if !isFresh, error != .timedOut, !pool.cancellation.isRequested { continue }
        return .lost(Self.diagnostic(unit, error, signal, pool.timeLimit))
      }
    }
  }

  mutating func close() {
    worker?.end()
    worker = nil
  }

  private static func diagnostic(
    _ unit: ExtractionUnit, _ failure: Frame.Failure, _ signal: Int32?, _ timeLimit: Double
  ) -> Diagnostic {
    switch failure {
    case .timedOut:
      Diagnostic(
        .error, "parser-timeout",
        "the parser took more than \(Int(timeLimit)) s and was stopped; the file has no facts",
        path: unit.path)
    case .closed, .damaged, .cancelled:
      Diagnostic(
        .error, "parser-crashed",
        "the parser ended\(signal.map { " with signal \($0)" } ?? ""); the file has no facts",
        path: unit.path)
    }
  }
}
