import Foundation
import Testing

/// `cleave serve` as people run it, on a repository of its own.
final class ServedProgram {
  let process = Process()
  let address: String
  private let output = Pipe()

  init(_ path: String, cache: String, _ options: [String] = []) throws {
    signal(SIGINT, SIG_DFL)
    process.executableURL = Program.executable
    process.currentDirectoryURL = URL(filePath: "/")
    process.arguments = ["serve", path, "--quiet", "--cache-dir", cache] + options
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.runUnblocked()
    var line = Data()
    while let byte = try output.fileHandleForReading.read(upToCount: 1), byte.count == 1 {
      if byte[0] == 0x0a { break }
      line += byte
    }
    address = String(decoding: line, as: UTF8.self)
    try #require(address.hasPrefix("http://127.0.0.1:"), "\(address)")
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  func end(by number: Int32) -> Int32 {
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    return process.terminationReason == .exit
      ? process.terminationStatus : -process.terminationStatus
  }
}

extension Folder {
  /// The sample in Java as a repository of its own, `shop`, and a folder for its cache.
  static func shop() throws -> Folder {
    let project = try Folder()
    let sample = URL(filePath: #filePath).appending(path: "../../../samples/shop-java")
      .standardizedFileURL
    try FileManager.default.copyItem(at: sample, to: project.url.appending(path: "shop"))
    return project
  }

  func text(_ path: String) -> String? {
    try? String(contentsOf: url.appendingPathComponent(path), encoding: .utf8)
  }
}
