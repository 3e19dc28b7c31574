import Basics
import Foundation
import ReportModel
import Testing

/// Which lines of which files are shown.
struct SourceTests {
  private func lines(_ served: Served, _ file: String, _ line: Int = 4) async throws -> [String] {
    let answer = try await served.post("/api/source", ["places": [["file": file, "line": line]]])
    let sources = try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]]
    return try #require(sources?.first?["lines"] as? [String])
  }

  @Test func `the lines around a place of the code are shown`() async throws {
    let served = try await Served.start()
    #expect(try await lines(served, "cart/a.c") == (2...6).map { "line \($0) of cart/a.c" })
    #expect(try await lines(served, "cart/a.c", 1).first == "line 1 of cart/a.c")
    for line in [0, -1, 22, Int.max] { #expect(try await lines(served, "cart/a.c", line) == []) }
  }

  @Test func `what the document does not know is not shown, though it is there`() async throws {
    let served = try await Served.start()
    try Data("secret\n".utf8).write(to: served.folder.appendingPathComponent("cart/secret.c"))
    for path in [
      "cart/secret.c", "cleave.decisions.yml", "/etc/passwd", "../../../../etc/passwd",
      "cart/../cart/a.c", "./cart/a.c", "cart//a.c",
    ] { #expect(try await lines(served, path, 1) == []) }
  }

  @Test func `a document that names files outside shows none of them`() async throws {
    let paths = ["../outside/o.c", "/etc/passwd", "link/inside.c", "link.c", "pipe/p.c", "ok/k.c"]
    let served = try await Served.start(Sketch.make(paths.map { ($0, "all") }, []))
    let manager = FileManager.default
    let outside = served.folder.deletingLastPathComponent()
      .appendingPathComponent("outside-\(UUID().uuidString)")
    try manager.createDirectory(at: outside, withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: outside) }
    for name in ["inside.c", "o.c"] {
      try Data("secret\n".utf8).write(to: outside.appendingPathComponent(name))
    }
    func link(_ name: String, _ target: URL) throws {
      try? manager.removeItem(at: served.folder.appendingPathComponent(name))
      try manager.createSymbolicLink(
        at: served.folder.appendingPathComponent(name), withDestinationURL: target)
    }
    try link("link", outside)
    try link("link.c", outside.appendingPathComponent("o.c"))
    let pipe = served.folder.appendingPathComponent("pipe/p.c")
    try manager.removeItem(at: pipe)
    mkfifo(pipe.path, 0o600)
    for path in paths.dropLast() { #expect(try await lines(served, path, 1) == [], "\(path)") }
    #expect(try await lines(served, "ok/k.c", 1).count == 3)
  }

  @Test func `a line of a megabyte is cut, a file of many is not read`() async throws {
    let served = try await Served.start()
    let file = served.folder.appendingPathComponent("cart/a.c")
    try Data(repeating: 0x61, count: 1 << 20).write(to: file)
    #expect(try await lines(served, "cart/a.c", 1).first?.count == 400)
    let other = served.folder.appendingPathComponent("bills/x.c")
    try Data(repeating: 0x62, count: 5 << 20).write(to: other)
    #expect(try await lines(served, "bills/x.c", 1) == [])
  }

  @Test func `places are counted and bounded`() async throws {
    let served = try await Served.start()
    let places = (0..<1000).map { ["file": "cart/a.c", "line": 1 + $0 % 20] }
    let answer = try await served.post("/api/source", ["places": places])
    let sources = try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]]
    #expect(sources?.count == 60)
  }
}
