internal import Basics
internal import Facts
internal import Foundation

/// The workers of one run and what each of them is at.
struct WorkerShift {
  /// One process after another.
  private struct Lane {
    var worker: WorkerProcess?
    /// Indexes of the unit that is being extracted, and of the one that the worker knows to be next.
    var units: [Int] = []
    /// Seconds that are left for the first of them.
    var left = 0.0
    /// The worker has done others before.
    var isProven = false
    /// The system refused a process, and the other lanes do its work.
    var isRetired = false
  }

  private let pool: WorkerPool
  private let units: [ExtractionUnit]
  private var lanes: [Lane]
  /// Units that no lane has yet, the next one last.
  private var waiting: [Int]
  private var outcomes: [(Int, WorkerPool.Outcome)] = []
  private var clock = RunningClock()
  /// A worker that has the next unit at hand does not wait for us between two. The first units, which
  /// are the longest, have nothing behind them that another worker could do.
  private static let depth = 2
  private var firstAhead: Int { lanes.count * 4 }

  init(pool: WorkerPool, units: [ExtractionUnit]) {
    self.pool = pool
    self.units = units
    lanes = Array(repeating: Lane(), count: max(1, min(pool.jobs, units.count)))
    waiting = units.indices.reversed()
    assign()
  }

  private var isOver: Bool { waiting.isEmpty && lanes.allSatisfy(\.units.isEmpty) }

  /// Waits a moment for something to happen. Gives what was finished, nil when nothing is left.
  /// Who has finished has the next unit already.
  mutating func step() -> [(Int, WorkerPool.Outcome)]? {
    if isOver && outcomes.isEmpty { return nil }
    if !isOver {
      let ready = waitForWorkers()
      let passed = clock.step()
      for lane in lanes.indices where !lanes[lane].units.isEmpty {
        advance(lane, isReady: ready.contains(lane), passed: passed)
      }
      assign()
    }
    defer { outcomes = [] }
    return outcomes
  }

  /// Ends all workers.
  mutating func close() {
    for lane in lanes.indices {
      lanes[lane].worker?.end(.atOnce)
      lanes[lane].worker = nil
    }
  }

  // MARK: Waiting

  /// The lanes whose worker can be read or written, after at most a tenth of a second.
  private func waitForWorkers() -> Set<Int> {
    var requests: [pollfd] = []
    var owners: [Int] = []
    for (number, lane) in lanes.enumerated() where !lane.units.isEmpty {
      for request in lane.worker?.pollRequests ?? [] {
        requests.append(request)
        owners.append(number)
      }
    }
    let milliseconds = Int32(RunningClock.longestStep / 2 * 1000)
    guard poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { return [] }
    return Set(zip(requests, owners).filter { $0.0.revents != 0 }.map(\.1))
  }

  private mutating func advance(_ lane: Int, isReady: Bool, passed: Double) {
    guard let worker = lanes[lane].worker else { return }
    lanes[lane].left -= passed
    do throws(Frame.Failure) {
      while isReady, let unit = lanes[lane].units.first, let answer = try worker.advance() {
        guard let extracted = try? ExtractedUnit(decoding: answer),
          extracted.unit.path == units[unit].path
        else { throw .damaged }
        lanes[lane].isProven = true
        outcomes.append((unit, .extracted(extracted)))
        lanes[lane].units.removeFirst()
        lanes[lane].left = pool.timeLimit
      }
      if !lanes[lane].units.isEmpty, lanes[lane].left <= 0 { throw .timedOut }
    } catch {
      fail(lane, worker, error)
    }
  }

  // MARK: Giving out work

  /// Every lane its first unit before any has a second.
  private mutating func assign() {
    for count in 0..<Self.depth {
      for lane in lanes.indices where lanes[lane].units.count == count && !lanes[lane].isRetired {
        guard let unit = waiting.last, count == 0 || unit >= firstAhead else { return }
        waiting.removeLast()
        give(unit, to: lane)
      }
    }
  }

  private mutating func give(_ unit: Int, to lane: Int) {
    guard let worker = lanes[lane].worker ?? WorkerProcess(pool.program) else {
      if lanes.contains(where: { !$0.units.isEmpty }) {
        waiting.append(unit)
        lanes[lane].isRetired = true
      } else {
        outcomes.append((unit, .lost(WorkerDiagnostics.notStarted(units[unit]))))
      }
      return
    }
    if lanes[lane].worker == nil { lanes[lane].isProven = false }
    lanes[lane].worker = worker
    if lanes[lane].units.isEmpty { lanes[lane].left = pool.timeLimit }
    lanes[lane].units.append(unit)
    worker.ask(units[unit].encoded)
  }

  private mutating func fail(_ lane: Int, _ worker: WorkerProcess, _ failure: Frame.Failure) {
    let signal = worker.end(failure == .closed ? .byItself : .atOnce)
    let known = lanes[lane].units
    lanes[lane].worker = nil
    lanes[lane].units = []
    waiting += known.dropFirst().reversed()
    guard let unit = known.first else { return }
    // A worker that has done others may have been worn out by them: once more in a fresh one.
    if lanes[lane].isProven, failure != .timedOut {
      give(unit, to: lane)
    } else {
      let lost =
        failure == .timedOut
        ? WorkerDiagnostics.timedOut(units[unit], limit: pool.timeLimit)
        : WorkerDiagnostics.crashed(units[unit], signal: signal)
      outcomes.append((unit, .lost(lost)))
    }
  }
}

/// What is said of units that were lost.
private enum WorkerDiagnostics {
  static func notStarted(_ unit: ExtractionUnit) -> Diagnostic {
    Diagnostic(
      .error, "worker-not-started",
      "cannot start a worker process; is memory left, and the limit of processes not reached?",
      path: unit.path)
  }

  static func timedOut(_ unit: ExtractionUnit, limit: Double) -> Diagnostic {
    Diagnostic(
      .error, "parser-timeout",
      "the parser took more than \(Int(limit.rounded(.up))) s and was stopped; "
        + "the file has no facts", path: unit.path)
  }

  static func crashed(_ unit: ExtractionUnit, signal: Int32?) -> Diagnostic {
    Diagnostic(
      .error, "parser-crashed",
      "the parser ended\(signal.map { " with signal \($0)" } ?? ""); the file has no facts",
      path: unit.path)
  }
}

/// Time as this process lives it: while it is stopped (Ctrl-Z, a paused machine) hardly any passes,
/// so that no worker is blamed for it.
struct RunningClock {
  /// Seconds that one step counts at most.
  static let longestStep = 0.2

  private var last = Self.now

  /// Seconds since the last step.
  mutating func step() -> Double {
    let now = Self.now
    defer { last = now }
    return min(now - last, Self.longestStep)
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
