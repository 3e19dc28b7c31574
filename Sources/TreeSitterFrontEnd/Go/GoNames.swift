internal import Facts

/// Names that Go's language and its standard library give a meaning.
enum GoNames {
  /// Types that are known without an import.
  static let types: Set<String> = [
    "any", "bool", "byte", "comparable", "complex128", "complex64", "error", "float32", "float64",
    "int", "int16", "int32", "int64", "int8", "rune", "string", "uint", "uint16", "uint32",
    "uint64", "uint8", "uintptr",
  ]

  /// Everything else that is known without an import, and the words that stand for composed types.
  static let functions: Set<String> = [
    "append", "cap", "clear", "close", "complex", "copy", "delete", "false", "imag", "iota", "len",
    "make", "max", "min", "new", "nil", "panic", "print", "println", "real", "recover", "true",
    "map", "chan", "func", "()",
  ]

  /// Functions whose results are assigned to a variable once, and compared with or used as they are.
  static let constantMakers: Set<String> = [
    "errors.New", "errors.Errorf", "fmt.Errorf", "fmt.Sprintf", "regexp.MustCompile",
    "regexp.MustCompilePOSIX", "template.Must", "big.NewInt", "strings.NewReplacer",
    "reflect.TypeOf",
  ]

  static let lifetimeCalls: [String: LifetimeFact.Kind] = [
    "time.Sleep": .slept, "time.NewTicker": .timerArmed, "time.NewTimer": .timerArmed,
    "time.AfterFunc": .timerArmed, "time.Tick": .timerArmed,
    "net.Listen": .socketListened, "net.ListenPacket": .socketListened,
    "net.ListenTCP": .socketListened, "net.ListenUDP": .socketListened,
    "net.ListenUnix": .socketListened, "tls.Listen": .socketListened,
    "crypto/tls.Listen": .socketListened, "net/http.ListenAndServe": .socketListened,
    "net/http.ListenAndServeTLS": .socketListened, "net/http.Serve": .connectionAccepted,
    "os/exec.Command": .processForked, "os/exec.CommandContext": .processForked,
    "os.StartProcess": .processForked, "os/signal.Notify": .signalHandled,
    "os/signal.NotifyContext": .signalHandled, "os.Create": .fileWritten,
    "os.WriteFile": .fileWritten, "io/ioutil.WriteFile": .fileWritten,
    "os.OpenFile": .fileWritten, "github.com/fsnotify/fsnotify.NewWatcher": .fileWatched,
    "syscall.Mmap": .sharedMemory,
  ]

  /// The names that a package at an import path may have, the most likely first. The last part of the
  /// path as a rule, without a version, and without `go` before or behind it.
  static func packageNames(of path: String) -> [String] {
    var parts = path.split(separator: "/").map(String.init)
    var names: [String] = []
    func add(_ name: String) {
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    if let last = parts.last, parts.count > 1, isVersion(last[...]) {
      parts.removeLast()
      if let before = parts.last { addForms(of: before, add) }
      add(last)
      return names
    }
    if let last = parts.last { addForms(of: last, add) }
    return names
  }

  private static func addForms(of part: String, _ add: (String) -> Void) {
    var stem = part
    if let dot = part.lastIndex(of: "."), isVersion(part[part.index(after: dot)...]) {
      stem = String(part[..<dot])
    }
    add(stem)
    for mark: Character in ["-", "."] {
      let words = stem.split(separator: mark).map(String.init)
      guard words.count > 1 else { continue }
      if ["go", "golang"].contains(words[0]) {
        add(words.dropFirst().joined())
      }
      if let last = words.last {
        add(["go", "golang"].contains(last) ? words[words.count - 2] : last)
      }
      add(words.joined(separator: "_"))
      add(words.joined())
      add(words[0])
    }
  }

  /// `v2`, `v1beta1`.
  private static func isVersion(_ text: Substring) -> Bool {
    text.first == "v" && (text.dropFirst().first?.isNumber ?? false)
  }

  /// Systems and processors that the end of a file's name may say it is for.
  static let systems: Set<String> = [
    "aix", "android", "darwin", "dragonfly", "freebsd", "hurd", "illumos", "ios", "js", "linux",
    "nacl", "netbsd", "openbsd", "plan9", "solaris", "wasip1", "windows", "zos",
  ]
  static let processors: Set<String> = [
    "386", "amd64", "arm", "arm64", "loong64", "mips", "mips64", "mips64le", "mipsle", "ppc64",
    "ppc64le", "riscv64", "s390x", "sparc64", "wasm",
  ]
}
