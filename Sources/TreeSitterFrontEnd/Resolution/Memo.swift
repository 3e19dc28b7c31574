internal import Synchronization

/// Answers that follow from their questions alone, each worked out once and asked for by many threads.
final class Memo<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  private let known = Mutex<[Question: Answer]>([:])

  /// The answer to `question`, which `work` may be asked for by several threads at once.
  func answer(to question: Question, _ work: () -> Answer) -> Answer {
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = work()
    known.withLock { $0[question] = answer }
    return answer
  }
}
