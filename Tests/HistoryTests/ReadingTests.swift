import Basics
import Foundation
import History
import Testing

@Test func `commits are of today's paths, newest first`() throws {
  let repository = try Repository()
  try repository.change("a.c", "b.c")
  try repository.change("a.c", "gone.c")
  try repository.git("rm", "-q", "gone.c")
  try repository.change("b.c", "new\nline.c", "ü.c")
  #expect(
    try repository.changes(["a.c", "b.c", "new\nline.c", "ü.c"])
      == [["b.c", "new\nline.c", "ü.c"], ["a.c"], ["a.c", "b.c"]])
}

@Test func `renames are followed, through likeness and over several steps`() throws {
  let repository = try Repository()
  try repository.write((0..<40).map { "line \($0)\n" }.joined(), to: "one.c")
  try repository.change("one.c", "other.c")
  try repository.rename("one.c", "src/two.c")
  try repository.commit()
  try repository.rename("src/two.c", "src/deep/three.c")
  try repository.change("src/deep/three.c", "other.c")
  #expect(
    try repository.changes(["other.c", "src/deep/three.c"]) == [
      ["other.c", "src/deep/three.c"], ["src/deep/three.c"], ["other.c", "src/deep/three.c"],
    ])
}

@Test func `an old name that is in use again is another file`() throws {
  let repository = try Repository()
  try repository.write(String(repeating: "first\n", count: 30), to: "a.c")
  try repository.change("a.c")
  try repository.rename("a.c", "b.c")
  try repository.commit()
  try repository.write("quite different\n", to: "a.c")
  try repository.commit()
  #expect(try repository.changes(["a.c", "b.c"]) == [["a.c"], ["b.c"], ["b.c"]])
}

@Test func `a branch that still used the old name is followed`() throws {
  let repository = try Repository()
  let lines = (0..<40).map { "line \($0)\n" }
  try repository.write(lines.joined(), to: "old.c")
  try repository.commit()
  try repository.git("checkout", "-q", "-b", "side")
  try repository.git("checkout", "-q", "main")
  try repository.rename("old.c", "new.c")
  try repository.commit()
  try repository.git("checkout", "-q", "side")
  // Later than the rename, under the name before it.
  try repository.write((lines + ["side\n"]).joined(), to: "old.c")
  try repository.commit()
  try repository.git("checkout", "-q", "main")
  try repository.git("merge", "-q", "-m", "m", "side")
  #expect(try repository.changes(["new.c"]) == [["new.c"], ["new.c"], ["new.c"]])
}

@Test func `a commit of many files is no one thing, but its renames count`() throws {
  let repository = try Repository()
  let names = (0..<40).map { "f\($0).c" }
  for name in names { try repository.write(name + "\n", to: name) }
  try repository.commit()
  try repository.change("f1.c", "f2.c")
  for name in names { try repository.rename(name, "src/" + name) }
  try repository.commit()
  #expect(try repository.changes(["src/f1.c", "src/f2.c"]) == [["src/f1.c", "src/f2.c"]])
}

@Test func `a folder of a repository has the commits that changed it`() throws {
  let repository = try Repository()
  try repository.change("part/a.c", "part/b.c", "c.c")
  try repository.change("c.c")
  try repository.change("part/a.c")
  #expect(try repository.changes(["a.c", "b.c"], folder: "part") == [["a.c"], ["a.c", "b.c"]])
  let magic = try Repository()
  try magic.change(":(top)x/a.c", "b.c")
  #expect(try magic.changes(["a.c"], folder: ":(top)x") == [["a.c"]])
}

@Test func `the newest commits are read`() throws {
  let repository = try Repository()
  for _ in 0..<5 { try repository.change("a.c") }
  var limits = HistoryLimits()
  limits.commits = 3
  let found = try #require(try repository.found())
  #expect(try repository.read(found, ["a.c"], limits: limits).commits.count == 3)
  #expect(try repository.read(found, ["a.c"]).commits.first?.id == found.head)
}

@Test func `people are told by address and by full name, programs are none`() throws {
  let repository = try Repository()
  for author in ["Ann Bee", "cid", "Ann Bee", "renovate[bot]"] {
    repository.author = author
    try repository.change("a.c")
  }
  let found = try #require(try repository.found())
  let history = try repository.read(found, ["a.c"])
  #expect(history.commits.map(\.author) == [nil, 0, 1, 0])
  #expect(history.authorCount == 2)
}

@Test func `a limit of time and a request to stop end it`() throws {
  let repository = try Repository()
  try repository.change("a.c")
  let found = try #require(try repository.found())
  var limits = HistoryLimits()
  limits.time = .seconds(-1)
  #expect(throws: HistoryObstacle.self) {
    try repository.read(found, ["a.c"], limits: limits)
  }
  var reader = HistoryReader(
    program: try #require(Repository.program), temporaryFolder: repository.beside.path)
  reader.isCancelled = { true }
  #expect(throws: HistoryObstacle("interrupted", isPassing: true)) {
    try reader.read(found, files: ["a.c"])
  }
}

@Test func `a git that answers nonsense, hangs up or is not there is an obstacle`() throws {
  let repository = try Repository()
  try repository.change("a.c")
  let found = try #require(try repository.found())
  for script in ["#!/bin/sh\nprintf 'x\\0'\n", "#!/bin/sh\nexit 3\n", "no program"] {
    let folder = repository.beside.appendingPathComponent("bin")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("git")
    try Data(script.utf8).write(to: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    let program = try #require(GitProgram(searchPath: folder.path))
    let reader = HistoryReader(program: program, temporaryFolder: repository.beside.path)
    #expect(throws: HistoryObstacle.self, "\(script)") {
      try reader.read(found, files: ["a.c"])
    }
  }
}
