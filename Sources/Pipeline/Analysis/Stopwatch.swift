/// Measures stages by the monotonic clock.
struct Stopwatch {
  private let clock = ContinuousClock()
  private(set) var timings: [StageTiming] = []

  mutating func measure<R>(_ stage: String, _ body: () throws -> R) rethrows -> R {
    let start = clock.now
    defer {
      let elapsed = (clock.now - start).components
      timings.append(
        StageTiming(
          stage: stage, seconds: Double(elapsed.seconds) + Double(elapsed.attoseconds) / 1e18))
    }
    return try body()
  }
}
