import Foundation
import Testing

/// The tree that these tests were built from.
enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// Expected output that is kept in files; `UPDATE_GOLDEN=1` writes them anew.
enum Golden {
  /// Compares `text` with the file `name`, or writes the file where `mayWrite`.
  static func expect(
    _ text: String, is name: String, in folder: String = "Shop", mayWrite: Bool = true,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = Repository.root.appending(path: "Tests/Goldens/\(folder)/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      guard mayWrite else { return }
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    if text == wanted { return }
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    let (new, old) = (lines(text), lines(wanted))
    let line = zip(new, old).prefix { $0 == $1 }.count { _ in true }
    Issue.record(
      """
      \(folder)/\(name) differs from line \(line + 1); UPDATE_GOLDEN=1 accepts the new output
      - \(line < old.count ? String(old[line]) : "(end)")
      + \(line < new.count ? String(new[line]) : "(end)")
      """,
      sourceLocation: sourceLocation)
  }
}
