internal import Synchronization

/// A request to stop, set once from anywhere (a signal, a test) and looked at by long work.
package final class Cancellation: Sendable {
  private let flag = Atomic<Bool>(false)

  package init() {}

  package var isRequested: Bool { flag.load(ordering: .relaxed) }
  package func request() { flag.store(true, ordering: .relaxed) }
}
