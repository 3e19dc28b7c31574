import Foundation
import Testing

/// The history of a repository as the program reads it.
@Suite struct HistoryCommandTests {
  private static func git(_ folder: Folder, _ words: String...) throws {
    let identity = ["-c", "user.name=a", "-c", "user.email=a@x.org", "-c", "core.fsmonitor=false"]
    let result = try Program.tool(["git", "-C", folder.path] + identity + words)
    try #require(result.status == 0, "\(words): \(result.talk)")
  }

  private static func notes(_ folder: Folder, _ options: String..., cache: URL) throws -> [String] {
    let result = try Program.run(
      ["analyze", folder.path, "--format", "json"] + options,
      environment: ["XDG_CACHE_HOME": cache.path])
    try #require(result.status == 0, "\(result.talk)")
    let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let diagnostics = (document as? [String: Any])?["diagnostics"] as? [[String: Any]] ?? []
    return diagnostics.compactMap { $0["code"] as? String }.filter { $0.hasPrefix("history") }
  }

  @Test func `a new commit makes a new document, and nothing of the repository runs`() throws {
    let (folder, cache) = (try Folder.project(), try Folder())
    #expect(try Self.notes(folder, cache: cache.url).isEmpty)
    try Self.git(folder, "init", "-q")
    let mark = cache.path + "/ran"
    let attack = cache.path + "/attack"
    try cache.write("#!/bin/sh\ntouch '\(mark)'\n", to: "attack")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: attack)
    for name in ["core.fsmonitor", "diff.external", "core.pager", "core.sshCommand"] {
      try Self.git(folder, "config", name, attack)
    }
    #expect(try Self.notes(folder, cache: cache.url) == ["history-not-read"])
    #expect(try Self.notes(folder, "--no-history", cache: cache.url).isEmpty)
    try Self.git(folder, "add", "-A")
    try Self.git(folder, "commit", "-q", "--no-verify", "-m", "m")
    try? FileManager.default.removeItem(atPath: mark)
    #expect(try Self.notes(folder, cache: cache.url).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: mark))
    try folder.write("history: false\nversion: 1\n", to: "cleave.yml")
    try FileManager.default.removeItem(atPath: folder.path + "/.git/HEAD")
    #expect(try Self.notes(folder, cache: cache.url).isEmpty)
  }
}
