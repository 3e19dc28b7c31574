import Foundation

/// A `cleave` that is still running.
final class RunningProgram {
  let process = Process()
  private let folder: Folder

  init(_ arguments: [String], cache: URL) throws {
    folder = try Folder()
    // A harness in the background is deaf to Ctrl-C, and so would be what it starts.
    signal(SIGINT, SIG_DFL)
    process.executableURL = Program.executable
    // libclang, which other tests run in this process, changes the folder of the process.
    process.currentDirectoryURL = URL(filePath: "/")
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
