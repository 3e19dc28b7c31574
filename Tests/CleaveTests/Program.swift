import Foundation

/// The built `cleave`, run as people run it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var talk: String
  }

  /// Where the test bundle lies, the program lies beside it.
  private static let cleave = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("cleave")

  static func run(_ arguments: String..., cache: URL? = nil) throws -> Result {
    try run(arguments, cache: cache)
  }

  /// With a cache of its own unless one is given; `environment` comes on top of that of the tests.
  static func run(
    _ arguments: [String], cache: URL? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let folder = try Folder()
    var environment = environment
    environment["XDG_CACHE_HOME"] = cache?.path ?? folder.path
    return try start(cleave, arguments, environment)
  }

  /// Another program of this machine, looked up by `PATH`.
  static func tool(_ words: [String]) throws -> Result {
    try start(URL(filePath: "/usr/bin/env"), words, [:])
  }

  private static func start(
    _ executable: URL, _ arguments: [String], _ environment: [String: String]
  ) throws -> Result {
    let folder = try Folder()
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let names = ["output", "talk"].map(folder.url.appendingPathComponent)
    for name in names { try Data().write(to: name) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Result(status: process.terminationStatus, output: texts[0], talk: texts[1])
  }
}
