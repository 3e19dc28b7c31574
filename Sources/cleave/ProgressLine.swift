internal import Pipeline
internal import Synchronization

/// One line on a terminal that says how far the work is and what is left; erased at the end.
final class ProgressLine: Sendable {
  private struct State {
    var started = ContinuousClock.now
    var shown = ContinuousClock.now - .seconds(1)
    var first: Int?
    var isDirty = false
  }

  private let isShown: Bool
  private let state = Mutex(State())

  init(isShown: Bool) { self.isShown = isShown }

  func show(_ progress: Pipeline.Progress) {
    guard isShown else { return }
    state.withLock { state in
      let now = ContinuousClock.now
      if state.first == nil {
        state.first = progress.done
        state.started = now
      }
      guard now - state.shown > .milliseconds(100) || progress.done == progress.total else {
        return
      }
      state.shown = now
      state.isDirty = true
      let left = Self.estimate(progress, since: state.first ?? 0, elapsed: now - state.started)
      let text = "\(progress.stage) \(progress.done) of \(progress.total)\(left)"
      Output.say("\r\u{1B}[K\(text)")
    }
  }

  func clear() {
    state.withLock { state in
      if state.isDirty { Output.say("\r\u{1B}[K") }
      state.isDirty = false
    }
  }

  private static func estimate(_ progress: Pipeline.Progress, since first: Int, elapsed: Duration)
    -> String
  {
    let done = progress.done - first
    guard done > 0, progress.done < progress.total else { return "" }
    let each = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let left = Int((each / Double(done) * Double(progress.total - progress.done)).rounded(.up))
    return left < 60 ? ", about \(left) s left" : ", about \((left + 59) / 60) min left"
  }
}
