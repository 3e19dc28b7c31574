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

/// The results of two pieces of work that go on at the same time.
package func concurrently<First: Sendable, Second: Sendable>(
  _ first: @Sendable () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
  let results = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { number in
    if number == 0 {
      let result = first()
      results.withLock { $0.0 = result }
    } else {
      let result = second()
      results.withLock { $0.1 = result }
    }
  }
  return results.withLock { ($0.0!, $0.1!) }
}
