#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
internal import Synchronization

/// Held while a process is started: until a pipe is marked, another child could inherit it.
private let starting = Mutex(())

/// A pipe whose ends no child inherits by itself.
package struct ChildPipe: Sendable {
  package let read: Int32
  package let write: Int32

  /// Nil if the system refuses. To be made while ``ChildStart/alone(_:)`` holds.
  package init?() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    // Away from the standard streams, should one of them be closed: their numbers mean something in
    // the child, and to whoever prints here.
    let moved = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    for end in ends { closeDescriptor(end) }
    guard !moved.contains(-1) else {
      for end in moved where end >= 0 { closeDescriptor(end) }
      return nil
    }
    (read, write) = (moved[0], moved[1])
  }

  package func close() {
    closeDescriptor(read)
    closeDescriptor(write)
  }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }

/// How a child process is started: with an environment of its own, and nothing on its standard error.
package struct ChildStart: Sendable {
  /// Absolute path of the executable, and its arguments.
  package var command: [String]
  /// All that it finds in its environment.
  package var environment: [String: String]
  /// Its standard input; nil for one that is at its end.
  package var input: Int32?
  package var output: Int32

  package init(
    _ command: [String], environment: [String: String], input: Int32?, output: Int32
  ) {
    self.command = command
    self.environment = environment
    self.input = input
    self.output = output
  }

  /// Does `work` while no other child is started.
  package static func alone<Result>(_ work: () -> Result) -> Result {
    starting.withLock { _ in work() }
  }

  /// The new process; nil if the system refuses.
  package func spawn() -> Int32? {
    #if os(Linux)
      var (actions, attributes) = (posix_spawn_file_actions_t(), posix_spawnattr_t())
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, output, 1)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    // No signal of ours is ignored or blocked there: a crash must end it.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let variables = environment.map { "\($0.key)=\($0.value)" }.sorted()
    return withCStrings(command) { arguments in
      withCStrings(variables) { variables in
        var process: pid_t = 0
        let status = posix_spawn(
          &process, command[0], &actions, &attributes, arguments, variables)
        return status == 0 ? process : nil
      }
    }
  }

  /// Calls `body` with `texts` as an array of C strings that ends with nil.
  private func withCStrings<R>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> R
  ) -> R {
    let copies = texts.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return copies.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
