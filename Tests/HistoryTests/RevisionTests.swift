import Basics
import Foundation
import History
import Testing

/// Commits written out, and files that have another name.
struct RevisionTests {
  private func tree(_ repository: Repository) throws -> RevisionTree {
    RevisionTree(
      program: try #require(Repository.program), temporaryFolder: repository.beside.path)
  }

  private func files(_ folder: URL) -> [String: String] {
    var found: [String: String] = [:]
    let walk = FileManager.default.enumerator(atPath: folder.path)
    while let path = walk?.nextObject() as? String {
      if let text = try? String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8) {
        found[path] = text
      }
    }
    return found
  }

  @Test func `a commit's files are written, and only what differs the next time`() throws {
    let repository = try Repository()
    try repository.write("a\n", to: "src/a.c")
    try repository.write("b\n", to: "src/b.c")
    let first = try repository.commit()
    try repository.write("a2\n", to: "src/a.c")
    try repository.git("rm", "-q", "src/b.c")
    try repository.write("c\n", to: "lib/c.c")
    try repository.git("tag", "v2")
    let second = try repository.commit()
    let folder = repository.beside.appendingPathComponent("out/tree")
    let found = try #require(try repository.found())
    let old = try tree(repository).write(first, of: found, to: folder.path)
    #expect(files(folder) == ["src/a.c": "a\n", "src/b.c": "b\n"])
    #expect(old.commit == first && old.objects.count == 2)
    for name in ["main", "HEAD", second, String(second.prefix(8)), "refs/heads/main"] {
      #expect(try tree(repository).write(name, of: found, to: folder.path).commit == second)
      #expect(files(folder) == ["src/a.c": "a2\n", "lib/c.c": "c\n"], "\(name)")
    }
    #expect(try tree(repository).write("HEAD~1", of: found, to: folder.path).commit == first)
    #expect(try tree(repository).write("v2", of: found, to: folder.path).commit == first)
    #expect(files(folder) == ["src/a.c": "a\n", "src/b.c": "b\n"])
  }

  @Test func `a file may have the name of what was a folder, and the other way round`() throws {
    let repository = try Repository()
    try repository.write("a\n", to: "lib/deep/a.c")
    let first = try repository.commit()
    try repository.git("rm", "-q", "lib/deep/a.c")
    try repository.write("b\n", to: "lib")
    let second = try repository.commit()
    let folder = repository.beside.appendingPathComponent("tree")
    let found = try #require(try repository.found())
    for _ in 0..<2 {
      _ = try tree(repository).write(first, of: found, to: folder.path)
      #expect(files(folder) == ["lib/deep/a.c": "a\n"])
      _ = try tree(repository).write(second, of: found, to: folder.path)
      #expect(files(folder) == ["lib": "b\n"])
    }
  }

  @Test func `a folder that was left in the middle is made anew`() throws {
    let repository = try Repository()
    try repository.write("a\n", to: "a.c")
    let commit = try repository.commit()
    let folder = repository.beside.appendingPathComponent("tree")
    let found = try #require(try repository.found())
    _ = try tree(repository).write(commit, of: found, to: folder.path)
    try Data("x".utf8).write(to: folder.appendingPathComponent("stray.c"))
    try FileManager.default.removeItem(atPath: folder.path + ".index")
    _ = try tree(repository).write(commit, of: found, to: folder.path)
    #expect(files(folder) == ["a.c": "a\n"])
  }

  @Test func `the analysed folder alone is written, links and media are not`() throws {
    let repository = try Repository()
    try repository.write("a\n", to: "app/a.c")
    try repository.write("o\n", to: "other/o.c")
    try repository.write("p\n", to: "app/picture.png")
    try FileManager.default.createSymbolicLink(
      atPath: repository.root.path + "/app/link.c", withDestinationPath: "/etc/passwd")
    try repository.commit()
    let folder = repository.beside.appendingPathComponent("tree")
    let found = try #require(try repository.found("app"))
    _ = try tree(repository).write("HEAD", of: found, to: folder.path)
    #expect(files(folder) == ["a.c": "a\n"])
  }

  @Test(arguments: [
    "", "-n", "--all", "main:a.c", "HEAD@{1}", "HEAD^{/m}", "nothing", "main..HEAD", "~1",
    "../../HEAD", "refs/../../x", "0000000000000000000000000000000000000000", ":/m", "HEAD\n",
  ])
  func `what names no commit is refused`(_ name: String) throws {
    let repository = try Repository()
    try repository.write("a\n", to: "a.c")
    try repository.commit()
    let found = try #require(try repository.found())
    let folder = repository.beside.appendingPathComponent("tree")
    #expect(throws: HistoryObstacle.self) {
      try tree(repository).write(name, of: found, to: folder.path)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path))
  }

  @Test func `former names are those that renames tell of, with their likeness`() throws {
    let repository = try Repository()
    let lines = (0..<40).map { "line number \($0)\n" }
    try repository.write(lines.joined(), to: "old/a.c")
    try repository.write(lines.reversed().joined(), to: "old/b.c")
    try repository.commit()
    try repository.rename("old/a.c", "mid/a.c")
    try repository.commit()
    try repository.rename("mid/a.c", "new/a.c")
    try repository.write((lines.dropLast(8) + ["x\n"]).joined(), to: "new/a.c")
    try repository.git("rm", "-q", "old/b.c")
    try repository.commit()
    let found = try #require(try repository.found())
    let names = try repository.read(found, ["new/a.c"]).formerNames
    #expect(names.map(\.path) == ["mid/a.c", "old/a.c"])
    #expect(names.allSatisfy { $0.file == 0 && $0.likeness > 0.6 && $0.likeness < 1 })
  }

  private func text(_ numbers: any Sequence<Int>) -> [UInt8] {
    Array(numbers.map { "this is line \($0)\n" }.joined().utf8)
  }

  @Test func `files are known again by their contents, each once`() {
    let renames = RenameMatch.find(
      old: [("a/x.c", text(0..<20)), ("a/y.c", text(100..<120)), ("a/z.c", text(200..<220))],
      new: [
        ("b/x.c", text(0..<20)), ("b/why.c", text(104..<124)), ("b/other.c", text(300..<320)),
        ("b/x.h", text(200..<220)),
      ])
    #expect(renames.map { "\($0.old) \($0.new)" } == ["a/x.c b/x.c", "a/y.c b/why.c"])
    #expect(renames[0].likeness == 1)
    #expect(abs(renames[1].likeness - 0.8) < 0.01)
  }

  @Test func `of two alike the one with the same name is it, and less than half is nothing`() {
    let same = RenameMatch.find(
      old: [("a/x.c", text(0..<10))], new: [("b/a.c", text(0..<10)), ("b/x.c", text(0..<10))])
    #expect(same.map(\.new) == ["b/x.c"])
    #expect(RenameMatch.find(old: [("a.c", text(0..<10))], new: [("b.c", text(6..<16))]).isEmpty)
    #expect(RenameMatch.find(old: [("a.c", [])], new: [("b.c", [])]).isEmpty)
    #expect(RenameMatch.find(old: [], new: [("b.c", [])]).isEmpty)
  }
}
