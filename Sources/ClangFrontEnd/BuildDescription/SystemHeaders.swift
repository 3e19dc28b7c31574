internal import Basics
internal import Synchronization

/// Which include names the system answers to, so that no project header is taken for them.
final class SystemHeaders: Sendable {
  /// Folders that the parser searches by itself, as far as they are here.
  let folders: [String]
  private let known = Mutex<[String: Bool]>([:])

  init(folders: [String]) { self.folders = folders }

  convenience init() {
    var folders = ["/usr/local/include", "/usr/include"]
    let triplets = Self.names(in: "/usr/include").filter { $0.contains("-linux-") }
    folders += triplets.map { "/usr/include/" + $0 }
    folders += Self.names(in: "/usr/include/c++").map { "/usr/include/c++/" + $0 }
    for library in Self.names(in: "/usr/lib") where library.hasPrefix("llvm-") {
      let base = "/usr/lib/\(library)/lib/clang/"
      folders += Self.names(in: base).map { base + $0 + "/include" }
    }
    self.init(folders: folders)
  }

  /// Standard names hold everywhere, so that a plan does not depend on what is installed here.
  func contains(_ name: String) -> Bool {
    if Self.standard.contains(name) { return true }
    return exists(name)
  }

  /// Whether this machine has it.
  func exists(_ name: String) -> Bool {
    if let answer = known.withLock({ $0[name] }) { return answer }
    let answer = folders.contains { FileSystem.exists(Array("\($0)/\(name)".utf8)) }
    known.withLock { $0[name] = answer }
    return answer
  }

  /// Names of the languages' own standards and of POSIX.
  static func isStandard(_ name: String) -> Bool { standard.contains(name) }

  private static func names(in folder: String) -> [String] {
    let entries = (try? FileSystem.list(Array(folder.utf8))) ?? []
    return entries.compactMap { String(validating: $0.name, as: UTF8.self) }
  }

  private static let standard: Set<String> = {
    let c = """
      assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal
      stdalign stdarg stdatomic stdbit stdbool stdckdint stddef stdint stdio stdlib stdnoreturn
      string tgmath threads time uchar wchar wctype malloc memory alloca
      aio cpio dirent dlfcn fcntl fmtmsg fnmatch ftw glob grp iconv langinfo libgen monetary mqueue
      ndbm netdb nl_types poll pthread pwd regex sched search semaphore spawn strings stropts syslog
      tar termios trace ulimit unistd utime utmpx wordexp getopt err endian byteswap
      windows winsock winsock2 ws2tcpip windowsx tchar process io direct conio objbase
      """
    let cpp = """
      algorithm any array atomic barrier bit bitset charconv chrono codecvt compare complex concepts
      condition_variable coroutine deque exception execution expected filesystem flat_map flat_set
      format forward_list fstream functional future generator initializer_list iomanip ios iosfwd
      iostream istream iterator latch limits list locale map mdspan memory memory_resource mutex new
      numbers numeric optional ostream print queue random ranges ratio regex scoped_allocator
      semaphore set shared_mutex source_location span spanstream sstream stack stacktrace stdexcept
      stdfloat stop_token streambuf string string_view strstream syncstream system_error thread tuple
      type_traits typeindex typeinfo unordered_map unordered_set utility valarray variant vector
      version cassert ccomplex cctype cerrno cfenv cfloat cinttypes ciso646 climits clocale cmath
      csetjmp csignal cstdalign cstdarg cstdbool cstddef cstdint cstdio cstdlib cstring ctgmath ctime
      cuchar cwchar cwctype
      """
    let systems = """
      arpa/inet.h net/if.h netinet/in.h netinet/tcp.h sys/ipc.h sys/mman.h sys/msg.h sys/resource.h
      sys/select.h sys/sem.h sys/shm.h sys/socket.h sys/stat.h sys/statvfs.h sys/time.h sys/times.h
      sys/types.h sys/uio.h sys/un.h sys/utsname.h sys/wait.h sys/param.h sys/ioctl.h sys/file.h
      sys/epoll.h sys/event.h sys/inotify.h sys/sysctl.h
      """
    func words(_ text: String) -> [String] {
      text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
    return Set(words(c).map { $0 + ".h" } + words(cpp) + words(systems))
  }()
}
