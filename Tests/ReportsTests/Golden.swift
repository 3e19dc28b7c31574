import Foundation
import Testing

/// Expected output that is kept in files; `UPDATE_GOLDEN=1` writes them anew.
enum Golden {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Goldens/Reports")

  /// Compares `text` with the file `name`, or writes the file.
  static func expect(
    _ text: String, is name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    if text == wanted { return }
    let (new, old) = (text.split(separator: "\n"), wanted.split(separator: "\n"))
    let line = zip(new, old).prefix { $0 == $1 }.count { _ in true }
    Issue.record(
      """
      \(name) differs from line \(line + 1); UPDATE_GOLDEN=1 accepts the new output
      - \(line < old.count ? String(old[line]) : "(end)")
      + \(line < new.count ? String(new[line]) : "(end)")
      """,
      sourceLocation: sourceLocation)
  }
}

/// Runs a program of this machine, looked up by `PATH`, with `input` on its standard input.
func run(_ words: [String], input: String = "") throws -> (
  status: Int32, output: String, talk: String
) {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let files = ["in", "out", "err"].map { folder.appending(path: $0) }
  try Data(input.utf8).write(to: files[0])
  for file in files[1...] { try Data().write(to: file) }
  let process = Process()
  // libclang, which other tests run in this process, changes the folder of the process.
  process.currentDirectoryURL = URL(filePath: "/")
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words
  process.standardInput = try FileHandle(forReadingFrom: files[0])
  process.standardOutput = try FileHandle(forWritingTo: files[1])
  process.standardError = try FileHandle(forWritingTo: files[2])
  try process.run()
  process.waitUntilExit()
  let texts = try files.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
  return (process.terminationStatus, texts[1], texts[2])
}
