import Basics
import Foundation
import Testing

/// Files below a folder, and no others.
struct SourceTreeTests {
  private func withTree(_ work: (URL, SourceTree) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cleave-tree-\(UUID().uuidString)")
    let inner = folder.appendingPathComponent("tree/a/b")
    try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("inside".utf8).write(to: inner.appendingPathComponent("f.c"))
    try Data("outside".utf8).write(to: folder.appendingPathComponent("o.c"))
    let root = folder.appendingPathComponent("tree")
    try work(root, SourceTree(root.path))
  }

  private func text(_ tree: SourceTree, _ path: String, _ limit: Int = 100) -> String? {
    tree.read(path, limit: limit).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a file is read, up to the limit`() throws {
    try withTree { _, tree in
      #expect(text(tree, "a/b/f.c") == "inside")
      #expect(text(tree, "a/b/f.c", 6) == "inside" && text(tree, "a/b/f.c", 5) == nil)
    }
  }

  @Test(arguments: [
    "../o.c", "a/../../o.c", "/etc/passwd", "", "/", ".", "..", "a", "a/b", "a//b/f.c", "a/./b/f.c",
    "a/b/f.c/", "a/b/f.c/x", "a/b/f.c\0", "nothing",
  ])
  func `what is no plain path to a file is not read`(_ path: String) throws {
    try withTree { _, tree in #expect(text(tree, path) == nil) }
  }

  @Test func `no link is followed, wherever it stands and leads`() throws {
    try withTree { root, tree in
      for (name, target) in [
        ("out.c", "../o.c"), ("up", ".."), ("etc", "/etc"), ("in.c", "a/b/f.c"), ("dir", "a"),
      ] {
        try FileManager.default.createSymbolicLink(
          atPath: root.appendingPathComponent(name).path, withDestinationPath: target)
      }
      for path in ["out.c", "up/o.c", "etc/passwd", "in.c", "dir/b/f.c"] {
        #expect(text(tree, path) == nil, "\(path)")
      }
    }
  }

  @Test func `a pipe is not waited for, a root behind a link is the root`() throws {
    try withTree { root, tree in
      mkfifo(root.appendingPathComponent("pipe").path, 0o600)
      #expect(text(tree, "pipe") == nil)
      let link = root.deletingLastPathComponent().appendingPathComponent("link").path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: root.path)
      #expect(text(SourceTree(link), "a/b/f.c") == "inside")
    }
  }

  @Test func `lines end at every kind of line end that editors write`() throws {
    try withTree { root, _ in
      try Data("one\r\ntwo\n\nfour".utf8).write(to: root.appendingPathComponent("l.c"))
      #expect(SourceLines(root: root.path).lines("l.c") == ["one", "two", "", "four"])
      #expect(SourceLines(root: root.path).lines("../o.c") == nil)
    }
  }
}
