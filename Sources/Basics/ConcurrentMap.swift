internal import Dispatch
internal import Synchronization

extension Array where Element: Sendable {
  /// The results of `transform` in the order of the elements, made on all cores, `chunk` at a time.
  package func concurrentMap<Result: Sendable>(
    chunk: Int = 64, _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let chunks = (count + chunk - 1) / chunk
    let parts = Mutex<[[Result]]>(Array<[Result]>(repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
      let range = (number * chunk)..<Swift.min(count, (number + 1) * chunk)
      let part = self[range].map(transform)
      parts.withLock { $0[number] = part }
    }
    return parts.withLock { $0.flatMap(\.self) }
  }
}
