internal import Foundation
internal import Synchronization

/// Held while a process is started: a pipe must be marked before another child can inherit it.
private let starting = Mutex(())

/// A child process that extracts one unit after another.
final class WorkerProcess {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var isReaped = false
  /// Units that it has answered.
  private(set) var answered = 0

  /// Starts `command` (an absolute path and arguments); nil if the system refuses.
  convenience init?(command: [String]) {
    let started = starting.withLock { _ in Self.start(command) }
    guard let started else { return nil }
    self.init(process: started.process, input: started.input, output: started.output)
  }

  private init(process: pid_t, input: Int32, output: Int32) {
    self.process = process
    self.input = input
    self.output = output
  }

  private static func start(
    _ command: [String]
  ) -> (process: pid_t, input: Int32, output: Int32)? {
    guard let toChild = pipe() else { return nil }
    guard let fromChild = pipe() else {
      close(toChild.read)
      close(toChild.write)
      return nil
    }
    let started = spawn(command, standardInput: toChild.read, standardOutput: fromChild.write)
    close(toChild.read)
    close(fromChild.write)
    guard let started else {
      close(toChild.write)
      close(fromChild.read)
      return nil
    }
    return (started, toChild.write, fromChild.read)
  }

  deinit {
    close(input)
    close(output)
    if !isReaped { end() }
  }

  /// The answer to one request; throws if the process ends, hangs or answers nonsense.
  func ask(
    _ request: [UInt8], timeLimit: Double, cancellation: Cancellation
  ) throws(Frame.Failure) -> [UInt8] {
    let patience = Frame.Patience(
      deadline: monotonicSeconds() + timeLimit, cancellation: cancellation)
    try Frame.write(request, to: input)
    let answer = try Frame.read(from: output, patience: patience)
    answered += 1
    return answer
  }

  /// Stops the process at once and says how it ended: a signal's number, or nil.
  @discardableResult func end() -> Int32? {
    var status: Int32 = 0
    // One that is on its way down is left the time to say why.
    for _ in 0..<20 {
      if waitpid(process, &status, WNOHANG) == process { return reaped(status) }
      usleep(1_000)
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

  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [0, 0]
    guard Foundation.pipe(&ends) == 0 else { return nil }
    // Other workers must not inherit them, or a closed pipe would never be seen.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ command: [String], standardInput: Int32, standardOutput: Int32
  ) -> pid_t? {
    #if os(Linux)
      var actions = posix_spawn_file_actions_t()
    #else
      var actions: posix_spawn_file_actions_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, standardInput, 0)
    posix_spawn_file_actions_adddup2(&actions, standardOutput, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, command[0], &actions, nil, &arguments, environ)
    return status == 0 ? process : nil
  }
}
