internal import Facts

/// A function outside the project whose call says how its process must live.
struct LifetimeCall: Sendable {
  enum Effect: Sendable, Hashable {
    case fact(LifetimeFact.Kind)
    /// Only if the second argument is a literal mode that can write (`fopen`).
    case writesByMode
    /// Only if the second argument is a constant with a flag that can write (`open`).
    case writesByFlags
    /// The call does not return: it leaves every loop around it.
    case leaves
  }

  var name: String
  var effect: Effect
}

extension LifetimeCall {
  /// The table, by qualified name; `std::` before the name of a C function is not written.
  static let table: [LifetimeCall] =
    facts.flatMap { kind, names in
      names.map { LifetimeCall(name: $0, effect: .fact(kind)) }
    } + [
      LifetimeCall(name: "fopen", effect: .writesByMode),
      LifetimeCall(name: "fopen64", effect: .writesByMode),
      LifetimeCall(name: "freopen", effect: .writesByMode),
      LifetimeCall(name: "open", effect: .writesByFlags),
      LifetimeCall(name: "open64", effect: .writesByFlags),
    ] + leaving.map { LifetimeCall(name: $0, effect: .leaves) }

  private static let facts: [(LifetimeFact.Kind, [String])] = [
    (
      .threadStarted,
      [
        "pthread_create", "thrd_create", "std::thread::thread", "std::jthread::jthread",
        "std::async",
      ]
    ),
    (.processForked, ["fork", "vfork", "posix_spawn", "posix_spawnp", "daemon"]),
    (.socketListened, ["listen"]),
    (.connectionAccepted, ["accept", "accept4"]),
    (
      .eventLoop,
      [
        "epoll_wait", "epoll_pwait", "poll", "ppoll", "select", "pselect", "kevent", "uv_run",
        "event_base_dispatch", "event_base_loop", "ev_run", "boost::asio::io_context::run",
        "asio::io_context::run",
      ]
    ),
    (
      .fileWritten,
      [
        "creat", "std::basic_ofstream::basic_ofstream", "std::basic_ofstream::open",
        "std::basic_fstream::basic_fstream",
      ]
    ),
    (.fileWatched, ["inotify_add_watch", "fanotify_mark", "uv_fs_event_start"]),
    (
      .timerArmed,
      [
        "timer_create", "setitimer", "alarm", "timerfd_create", "uv_timer_start", "ev_timer_start",
        "ev_periodic_start", "g_timeout_add", "g_timeout_add_seconds",
      ]
    ),
    (.signalHandled, ["signal", "sigaction"]),
    (.sharedMemory, ["shm_open", "shmget", "sem_open"]),
    (.lockHeld, ["flock", "lockf"]),
    (
      .slept,
      [
        "sleep", "usleep", "nanosleep", "clock_nanosleep", "std::this_thread::sleep_for",
        "std::this_thread::sleep_until",
      ]
    ),
  ]

  private static let leaving = [
    "exit", "_exit", "_Exit", "quick_exit", "abort", "longjmp", "siglongjmp", "pthread_exit",
    "thrd_exit", "execl", "execle", "execlp", "execv", "execve", "execvp", "execvpe", "fexecve",
    "std::terminate",
  ]

  /// Rows by the last part of their names.
  private static let byLastName: [Substring: [Int]] = Dictionary(
    grouping: table.indices, by: { table[$0].name.lastPart })

  static func mayName(_ spelling: String) -> Bool { byLastName[spelling.lastPart] != nil }

  /// The row of a qualified name.
  static func row(of qualifiedName: String) -> Int? {
    let plain = qualifiedName.hasPrefix("std::") ? String(qualifiedName.dropFirst(5)) : nil
    let rows = byLastName[qualifiedName.lastPart] ?? []
    return rows.first { table[$0].name == qualifiedName || table[$0].name == plain }
  }
}

extension String {
  /// What stands behind the last `::`.
  fileprivate var lastPart: Substring {
    guard let colon = lastIndex(of: ":") else { return self[...] }
    return self[index(after: colon)...]
  }
}
