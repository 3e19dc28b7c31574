import Basics
import Foundation
import History
import Testing

/// Everything by which a repository can name a program, each of which would leave a mark.
@Test func `nothing that a repository names is run`() throws {
  let repository = try Repository()
  let mark = repository.beside.appendingPathComponent("ran")
  let script = repository.beside.appendingPathComponent("attack")
  try Data("#!/bin/sh\necho \"$0 $@\" >> '\(mark.path)'\ncat\nexit 0\n".utf8).write(to: script)
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script.path)
  try repository.change("a.c", "b.c")
  try repository.change("a.c", "b.c")
  try repository.write("* filter=evil diff=evil merge=evil text\n", to: ".gitattributes")
  try repository.write("evil <e@x.org> <ann@x.org>\n", to: ".mailmap")
  try repository.commit()
  try repository.git("replace", "HEAD~1", "HEAD")
  let program = script.path
  let settings = [
    "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass",
    "core.gitProxy", "core.alternateRefsCommand", "diff.external", "diff.evil.textconv",
    "diff.evil.command", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
    "pager.log", "alias.log", "credential.helper", "gpg.program", "uploadpack.packObjectsHook",
    "interactive.diffFilter", "log.showSignature",
  ]
  for name in settings {
    let value = name == "log.showSignature" ? "true" : name == "alias.log" ? "!\(program)" : program
    try repository.git("config", name, value)
  }
  try repository.git("config", "core.hooksPath", repository.beside.path)
  try repository.git("config", "core.worktree", "/")
  try repository.git("config", "remote.origin.url", "ext::\(program)")
  try repository.git("config", "remote.origin.promisor", "true")
  try repository.git("config", "protocol.ext.allow", "always")
  try repository.git("config", "include.path", "/dev/tty")
  let hooks = ["post-checkout", "pre-commit", "post-index-change", "reference-transaction"]
  for hook in hooks {
    for folder in [repository.root.appendingPathComponent(".git/hooks"), repository.beside] {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try? FileManager.default.copyItem(at: script, to: folder.appendingPathComponent(hook))
    }
  }
  try? FileManager.default.removeItem(at: mark)
  #expect(try repository.changes(["a.c", "b.c"]) == [["a.c", "b.c"], ["a.c", "b.c"]])
  #expect(!FileManager.default.fileExists(atPath: mark.path))
}

/// That the marks of the test above can be made at all.
@Test func `git itself runs what a repository names`() throws {
  let repository = try Repository()
  let mark = repository.beside.appendingPathComponent("ran")
  try repository.change("a.c")
  let attack = "!touch '\(mark.path)'; true"
  try repository.git("config", "alias.evil", attack)
  try repository.git("evil")
  #expect(FileManager.default.fileExists(atPath: mark.path))
}

@Test func `no git of the repository is run`() throws {
  let repository = try Repository()
  try repository.write("#!/bin/sh\ntouch ran\n", to: "bin/git")
  try repository.change("a.c")
  let file = repository.root.appendingPathComponent("bin/git").path
  try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
  let inside = try #require(
    GitProgram(searchPath: repository.root.appendingPathComponent("bin").path))
  let reader = HistoryReader(program: inside, temporaryFolder: repository.beside.path)
  let found = try #require(try repository.found())
  #expect(throws: HistoryObstacle.self) { try reader.read(found, files: ["a.c"]) }
  // Where one stands is no place for programs.
  #expect(GitProgram(searchPath: ".:bin::" + "") == nil)
}

@Test func `a clone that borrows objects is told, not followed`() throws {
  let repository = try Repository()
  try repository.change("a.c")
  let clone = repository.beside.appendingPathComponent("clone")
  try repository.git("clone", "-q", "--shared", repository.root.path, clone.path)
  #expect(throws: HistoryObstacle.self) { try GitRepository.find(at: Array(clone.path.utf8)) }
  // A list of any length is one.
  let list = clone.appendingPathComponent(".git/objects/info/alternates")
  let text =
    String(repeating: "#\n", count: 70_000) + (try String(contentsOf: list, encoding: .utf8))
  try text.write(to: list, atomically: false, encoding: .utf8)
  #expect(throws: HistoryObstacle.self) { try GitRepository.find(at: Array(clone.path.utf8)) }
}

@Test func `objects that are links are told, not followed`() throws {
  let (victim, attacker) = (try Repository(), try Repository())
  try victim.change("secret.c")
  try attacker.change("a.c")
  let objects = attacker.root.appendingPathComponent(".git/objects")
  try FileManager.default.removeItem(at: objects)
  try FileManager.default.createSymbolicLink(
    at: objects, withDestinationURL: victim.root.appendingPathComponent(".git/objects"))
  #expect(throws: HistoryObstacle.self) { try attacker.found() }
}

@Test func `a file named .git is followed only where the other side knows it`() throws {
  let repository = try Repository()
  try repository.change("a.c")
  // A working tree of the repository.
  let tree = repository.beside.appendingPathComponent("tree")
  try repository.git("worktree", "add", "-q", "-b", "b", tree.path)
  let linked = try #require(try GitRepository.find(at: Array(tree.path.utf8)))
  #expect(try repository.read(linked, ["a.c"]).commits.count == 1)
  // A folder that claims to be that tree, and one that claims to be the repository.
  for claim in [".git/worktrees/tree", ".git"] {
    let thief = repository.beside.appendingPathComponent("thief")
    try FileManager.default.createDirectory(at: thief, withIntermediateDirectories: true)
    try Data("gitdir: \(repository.root.path)/\(claim)\n".utf8)
      .write(to: thief.appendingPathComponent(".git"))
    #expect(throws: HistoryObstacle.self) { try GitRepository.find(at: Array(thief.path.utf8)) }
  }
}

@Test func `submodules have their own history`() throws {
  let (inner, outer) = (try Repository(), try Repository())
  try inner.change("a.c")
  try inner.change("a.c")
  try outer.change("b.c")
  try outer.git(
    "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", inner.root.path, "lib/sub")
  let found = try #require(try outer.found("lib/sub"))
  #expect(try outer.read(found, ["a.c"]).commits.count == 2)
}

@Test func `shallow and partial clones give what they have`() throws {
  let repository = try Repository()
  try repository.write(String(repeating: "same\n", count: 50), to: "a.c")
  for _ in 0..<4 { try repository.change("a.c") }
  try repository.git("config", "uploadpack.allowFilter", "true")
  let url = "file://" + repository.root.path
  func clone(_ options: String) throws -> GitRepository {
    let place = repository.beside.appendingPathComponent("clone" + options)
    try repository.git("clone", "-q", "--no-checkout", options, url, place.path)
    return try #require(try GitRepository.find(at: Array(place.path.utf8)))
  }
  let shallow = try clone("--depth=2")
  #expect(!shallow.shallow.isEmpty)
  #expect(try repository.read(shallow, ["a.c"]).commits.count == 2)
  let partial = try clone("--filter=blob:none")
  #expect(partial.isPartial)
  #expect(try repository.read(partial, ["a.c"]).commits.count == 4)
  // Without folders nothing can be known, and nothing is fetched.
  let bare = try clone("--filter=tree:0")
  #expect(throws: HistoryObstacle.self) { try repository.read(bare, ["a.c"]) }
}

@Test func `damage is told`() throws {
  for damage in ["HEAD", "objects", "refs/heads/main"] {
    let repository = try Repository()
    try repository.change("a.c")
    let file = repository.root.appendingPathComponent(".git/" + damage)
    try FileManager.default.removeItem(at: file)
    if damage == "HEAD" { try Data("ref: ../../../etc/passwd\n".utf8).write(to: file) }
    #expect(throws: HistoryObstacle.self, "\(damage)") { try repository.found() }
  }
  let repository = try Repository()
  try repository.change("a.c")
  let missing = try #require(try repository.found())
  let objects = repository.root.appendingPathComponent(".git/objects")
  for name in try FileManager.default.contentsOfDirectory(atPath: objects.path)
  where name.count == 2 {
    try FileManager.default.removeItem(at: objects.appendingPathComponent(name))
  }
  #expect(throws: HistoryObstacle.self) { try repository.read(missing, ["a.c"]) }
}

@Test func `packed and detached heads are read, an empty repository says so`() throws {
  let empty = try Repository()
  #expect(throws: HistoryObstacle("it has no commit yet")) { try empty.found() }
  let repository = try Repository()
  let head = try repository.change("a.c")
  try repository.git("pack-refs", "--all")
  #expect(try repository.found()?.head == head)
  try repository.git("checkout", "-q", "--detach")
  #expect(try repository.found()?.head == head)
  #expect(try GitRepository.find(at: Array("/".utf8)) == nil)
}
