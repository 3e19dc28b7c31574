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

  /// With a cache of its own unless one is given; `environment` comes on top of that of the tests.
  static func run(
    _ arguments: [String], environment: [String: String?] = [:]
  ) throws -> Result {
    try execute(executable, arguments, environment)
  }

  /// Another program of this machine, looked up by `PATH`.
  static func tool(_ words: [String]) throws -> Result {
    try execute(URL(filePath: "/usr/bin/env"), words, [:])
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
    // libclang, which other tests run in this process, changes the folder of the process.
    process.currentDirectoryURL = URL(filePath: "/")
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
