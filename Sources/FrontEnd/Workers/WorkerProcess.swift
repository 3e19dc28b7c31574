internal import Basics
internal import Foundation

/// A child process that extracts one unit after another, and may know the next one before it has
/// answered. Used by one thread.
final class WorkerProcess {
  /// How a process comes to its end.
  enum Ending {
    /// It is on its way down already and is left a moment to say why.
    case byItself
    case atOnce
  }

  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var isReaped = false
  /// Requests that are not sent to their last byte.
  private var unsent: [OutgoingFrame] = []
  private var answer = IncomingFrame()
  /// Requests that are sent and not answered.
  private var open = 0

  /// Starts `program`; nil if the system refuses.
  convenience init?(_ program: WorkerProgram) {
    guard let started = ChildStart.alone({ Self.start(program) }) else { return nil }
    self.init(started.process, input: started.input, output: started.output)
  }

  private static func start(
    _ program: WorkerProgram
  ) -> (process: pid_t, input: Int32, output: Int32)? {
    guard let toChild = ChildPipe() else { return nil }
    guard let fromChild = ChildPipe() else {
      toChild.close()
      return nil
    }
    let process = ChildStart(
      program.command, environment: program.environment, input: toChild.read,
      output: fromChild.write
    ).spawn()
    close(toChild.read)
    close(fromChild.write)
    if let process { return (process, toChild.write, fromChild.read) }
    close(toChild.write)
    close(fromChild.read)
    return nil
  }

  private init(_ process: pid_t, input: Int32, output: Int32) {
    self.process = process
    self.input = input
    self.output = output
    for descriptor in [input, output] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  deinit {
    if !isReaped { end(.atOnce) }
    close(input)
    close(output)
  }

  /// Takes a request to be sent, behind those before it; their answers come in the same order.
  func ask(_ content: [UInt8]) {
    unsent.append(OutgoingFrame(content))
    // Who is not there any more is noticed when it is heard.
    try? send()
  }

  private func send() throws(Frame.Failure) {
    while !unsent.isEmpty {
      try unsent[0].give(to: input)
      if unsent[0].isUnsent { return }
      unsent.removeFirst()
      open += 1
    }
  }

  /// What the conversation waits for.
  var pollRequests: [pollfd] {
    let answers = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    if unsent.isEmpty { return [answers] }
    return [answers, pollfd(fd: input, events: Int16(POLLOUT), revents: 0)]
  }

  /// Goes on with the conversation as far as it goes without waiting. Gives the next answer once it
  /// is whole; throws if the process has ended or speaks nonsense.
  func advance() throws(Frame.Failure) -> [UInt8]? {
    try send()
    while answer.missing > 0 {
      switch try answer.take(from: output) {
      case 0: throw .closed
      case -1: return nil
      default: break
      }
    }
    // An answer to half a question is none.
    guard open > 0 else { throw .damaged }
    open -= 1
    defer { answer = IncomingFrame() }
    return answer.content
  }

  /// Sees to it that the process is gone, and says how it ended: a signal's number, or nil.
  @discardableResult func end(_ ending: Ending) -> Int32? {
    var status: Int32 = 0
    if ending == .byItself {
      for _ in 0..<20 {
        if waitpid(process, &status, WNOHANG) != 0 { return reaped(status) }
        usleep(1_000)
      }
    }
    kill(process, SIGKILL)
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return reaped(status)
  }

  private func reaped(_ status: Int32) -> Int32? {
    isReaped = true
    let signal = status & 0x7f
    return signal == 0 ? nil : signal
  }
}
