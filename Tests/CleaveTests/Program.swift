import Foundation

/// The built `cleave`, run as people run it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var talk: String
  }

  /// Where the test bundle lies, the program lies beside it.
  static let executable = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("cleave")

  static func run(_ arguments: String..., cache: URL? = nil) throws -> Result {
    try execute(executable, arguments, ["XDG_CACHE_HOME": cache?.path])
  }

  static func run(
    _ arguments: [String], environment: [String: String?]
  ) throws -> Result {
    try execute(executable, arguments, environment)
  }

  /// Runs a script of the shell, for which `cleave` is the program.
  static func shell(_ script: String, cache: URL? = nil) throws -> Result {
    let function = "cleave() { \"\(executable.path)\" \"$@\"; }\n"
    return try execute(
      URL(fileURLWithPath: "/bin/sh"), ["-c", function + script], ["XDG_CACHE_HOME": cache?.path])
  }

  private static func execute(
    _ executable: URL, _ arguments: [String], _ variables: [String: String?]
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cleave-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CACHE_HOME"] = folder.path
    for case (let name, let value?) in variables { environment[name] = value }
    process.environment = environment
    let names = ["output", "talk"].map(folder.appendingPathComponent)
    for name in names { try Data().write(to: name) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.runUnblocked()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Result(status: process.terminationStatus, output: texts[0], talk: texts[1])
  }
}

extension Process {
  /// Starts it with no signal blocked. The threads that tests run on block most of them, children
  /// inherit that, and a shell that never hears of its children's ends waits for ever.
  func runUnblocked() throws {
    var (none, old) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    try run()
  }
}

/// A folder with files, removed at the end.
final class Folder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("cleave-folder-\(UUID().uuidString)")

  init(_ files: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Writes to a name of any bytes.
  func write(bytes: [UInt8], to path: [UInt8]) throws {
    let name = Array((self.path + "/").utf8) + path
    let folder = String(decoding: name[..<(name.lastIndex(of: 0x2f) ?? 0)], as: UTF8.self)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = (name + [0]).withUnsafeBytes {
      fopen($0.bindMemory(to: CChar.self).baseAddress!, "w")
    }
    guard let file else { throw POSIXError(.EIO) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// A program in three folders, one of them used by both others.
  static func project() throws -> Folder {
    try Folder([
      "src/text/text.h": "int text_length(const char *s);\n",
      "src/text/text.c": "#include \"text.h\"\nint text_length(const char *s) { return s[0]; }\n",
      "src/cart/cart.h": "int cart_total(void);\n",
      "src/cart/cart.c":
        "#include \"cart.h\"\n#include \"../text/text.h\"\nint cart_total(void) {\n"
        + "  return text_length(\"UPDATE carts SET total = 1\");\n}\n",
      "src/main.c":
        "#include \"cart/cart.h\"\n// @trigger schedule cron=\"0 3 * * *\"\n"
        + "int nightly(void) { return cart_total(); }\nint main(void) { return nightly(); }\n",
    ])
  }
}

/// A `cleave` that is still running.
final class RunningProgram {
  let process = Process()
  private let folder: Folder

  init(_ arguments: [String], cache: URL) throws {
    folder = try Folder()
    // A harness in the background is deaf to Ctrl-C, and so would be what it starts.
    signal(SIGINT, SIG_DFL)
    process.executableURL = Program.executable
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CACHE_HOME"] = cache.path
    process.environment = environment
    try folder.write("", to: "talk")
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(
      forWritingTo: folder.url.appendingPathComponent("talk"))
    try process.runUnblocked()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// Sends `number`, waits and gives the status, or the negative number of the signal that ended it.
  func end(by number: Int32) -> Int32 {
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }

  var talk: String {
    let bytes = try? Data(contentsOf: folder.url.appendingPathComponent("talk"))
    return String(decoding: bytes ?? Data(), as: UTF8.self)
  }

  /// Processes that it has started and that live.
  var children: [Int32] {
    Self.processes().filter { $0.parent == process.processIdentifier }.map(\.id)
  }

  /// Whether one of `ids` still runs; what is dead and waits to be collected does not count.
  static func isAlive(_ ids: [Int32]) -> Bool {
    processes().contains { ids.contains($0.id) && $0.state != "Z" }
  }

  private static func processes() -> [(id: Int32, state: String, parent: Int32)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap(Int32.init).compactMap { id in
      guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
        let name = text.lastIndex(of: ")")
      else { return nil }
      let fields = text[name...].split(separator: " ").dropFirst()
      guard fields.count > 1, let parent = Int32(fields[fields.startIndex + 1]) else { return nil }
      return (id, String(fields[fields.startIndex]), parent)
    }
  }
}

/// Waits until `condition` holds; false if that takes longer than anything should.
func waitUntil(_ condition: () -> Bool) -> Bool {
  for _ in 0..<1200 {
    if condition() { return true }
    usleep(50_000)
  }
  return false
}
