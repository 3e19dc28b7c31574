/// Something that code does which decides how its process must live.
package struct LifetimeFact: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
    /// A loop whose condition is always true; `detail` is `exit` if its body can leave it.
    case endlessLoop
    case threadStarted, processForked
    case socketListened, connectionAccepted, eventLoop
    case fileWritten, fileWatched
    case timerArmed, signalHandled, sharedMemory, lockHeld
    case slept
    /// What it does to its data is done as a whole or not at all.
    case transactionStarted

    /// The name in documents.
    package var name: String {
      switch self {
      case .endlessLoop: "endless-loop"
      case .threadStarted: "thread-started"
      case .processForked: "process-forked"
      case .socketListened: "socket-listened"
      case .connectionAccepted: "connection-accepted"
      case .eventLoop: "event-loop"
      case .fileWritten: "file-written"
      case .fileWatched: "file-watched"
      case .timerArmed: "timer-armed"
      case .signalHandled: "signal-handled"
      case .sharedMemory: "shared-memory"
      case .lockHeld: "lock-held"
      case .slept: "slept"
      case .transactionStarted: "transaction-started"
      }
    }
  }

  package var kind: Kind
  package var line: UInt32
  /// The enclosing symbol, an index into ``FileFacts/symbols``, or ``Reference/fileLevel``.
  package var symbol: UInt32
  /// What was called, or what the fact's kind says about it.
  package var detail: String

  package init(kind: Kind, line: UInt32, symbol: UInt32, detail: String) {
    self.kind = kind
    self.line = line
    self.symbol = symbol
    self.detail = detail
  }
}
