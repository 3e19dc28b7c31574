import Foundation
import Testing

/// Commands about decisions: what-if, diff, plan, and what can go wrong while one is written.
struct DecisionCommandTests {
  private func saved() throws -> (Folder, String) {
    let project = try Folder.project()
    let file = project.path + "/document.json"
    let result = try Program.run(["analyze", project.path, "--format", "json", "-o", file])
    try #require(result.status == 0)
    return (project, file)
  }

  private func decide(_ folder: Folder, _ file: String, _ words: String...) throws
    -> Program.Result
  {
    try Program.run(["decide"] + words + ["--path", folder.path, "--from", file])
  }

  @Test func `what-if answers from a saved document, and decides nothing`() throws {
    let (project, file) = try saved()
    let boundaries = try Program.run(["boundaries", "--from", file, "--format", "tsv"])
    let rows = boundaries.output.split(separator: "\n").map { $0.split(separator: "\t") }
    let id = String(try #require(rows.first { !$0[1].hasPrefix("@") })[1])
    let path = String(try #require(rows.first { $0[1] != id[...] })[0])
    let result = try Program.run(["what-if", "move", path, id, "--from", file])
    #expect(
      result.status == 0 && result.output.contains("1 file would change place"),
      "\(result.output)\(result.talk)")
    #expect(!FileManager.default.fileExists(atPath: project.path + "/cleave.decisions.yml"))
    let unknown = try Program.run(["what-if", "move", path, "no-such", "--from", file])
    #expect(unknown.status == 2 && unknown.talk.contains("no boundary \"no-such\""))
    #expect(try Program.run(["what-if", "accept", id, "--from", file]).status == 2)
  }

  @Test func `diff is quiet where nothing changed, and tells what did`() throws {
    let (project, file) = try saved()
    let same = try Program.run(["diff", file, file])
    #expect(same.status == 0 && same.output.isEmpty && same.talk.isEmpty)
    try project.write("int extra(void);\nint extra(void) { return 1; }\n", to: "src/extra/extra.c")
    let other = project.path + "/other.json"
    _ = try Program.run(["analyze", project.path, "--format", "json", "-o", other])
    let changed = try Program.run(["diff", file, other])
    #expect(changed.output.contains("1 added"), "\(changed.output)")
    #expect(try Program.run(["diff", file, "no-such-revision"]).status == 2)
  }

  @Test func `diff of revisions follows renamed files`() throws {
    let project = try Folder.project()
    func git(_ words: String...) throws {
      let result = try Program.tool(
        ["git", "-C", project.path, "-c", "user.name=a", "-c", "user.email=a@x"] + words)
      try #require(result.status == 0, "\(result.talk)")
    }
    try git("init", "-q", "-b", "main")
    try git("add", "-A")
    try git("commit", "-q", "-m", "first")
    let quiet = try Program.run(["diff", "main", "HEAD", "--path", project.path])
    #expect(quiet.status == 0 && quiet.output.isEmpty, "\(quiet.output)\(quiet.talk)")
    let tree = try Program.run(["diff", "main", "--path", project.path])
    #expect(tree.status == 0 && tree.output.isEmpty, "\(tree.output)\(tree.talk)")
    try git("mv", "src/text", "src/words")
    for file in ["src/cart/cart.c"] {
      let url = project.url.appendingPathComponent(file)
      let text = try String(contentsOf: url, encoding: .utf8)
      try project.write(text.replacing("../text/", with: "../words/"), to: file)
    }
    try git("add", "-A")
    try git("commit", "-q", "-m", "second")
    let result = try Program.run(["diff", "HEAD~1", "main", "--path", project.path])
    #expect(result.output.contains("2 renamed"), "\(result.output)\(result.talk)")
    #expect(!result.output.contains("added,"))
  }

  @Test(arguments: ["text", "markdown", "json"])
  func `a plan is made from a saved document`(_ format: String) throws {
    let (project, file) = try saved()
    let result = try Program.run(["plan", project.path, "--from", file, "--format", format])
    #expect(result.status == 0 && !result.output.isEmpty)
  }

  // MARK: What can go wrong while a decision is written

  @Test func `a writer that is killed leaves the old file or the new one`() throws {
    let (project, file) = try saved()
    #expect(try decide(project, file, "dead", "src/main.c").status == 0)
    let decisions = project.path + "/cleave.decisions.yml"
    let before = try String(contentsOfFile: decisions, encoding: .utf8)
    for round in 0..<12 {
      let path = ["src/text/text.c", "src/cart/cart.c"][round % 2]
      _ = try Program.shell(
        "cleave decide shared \(path) --path '\(project.path)' --from '\(file)' -q & p=$!; "
          + "sleep 0.0\(round % 6); kill -9 $p; wait $p")
      let text = try String(contentsOfFile: decisions, encoding: .utf8)
      #expect(text == before || text.contains("shared: " + path))
      _ = try decide(project, file, "dead", "src/main.c")
      try Data(before.utf8).write(to: URL(fileURLWithPath: decisions))
    }
    #expect(try decide(project, file, "shared", "src/text/text.c").status == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: project.path)
    #expect(!left.contains { $0.hasSuffix(".cleave-tmp") }, "\(left)")
  }

  @Test func `a full disk ends with 3 and leaves the file as it was`() throws {
    let (project, file) = try saved()
    #expect(try decide(project, file, "dead", "src/main.c").status == 0)
    let decisions = project.path + "/cleave.decisions.yml"
    let before = try String(contentsOfFile: decisions, encoding: .utf8)
    let result = try Program.shell(
      "x=$(ulimit -f 0; cleave decide shared src/text/text.c --path '\(project.path)'"
        + " --from '\(file)' 2>&1; echo \"status $?\"); echo \"$x\"")
    #expect(result.output.contains("status 3"), "\(result.output)")
    #expect(result.output.contains("cannot write"), "\(result.output)")
    #expect(try String(contentsOfFile: decisions, encoding: .utf8) == before)
  }

  @Test func `two writers at once lose no decision`() throws {
    let (project, file) = try saved()
    let files = [
      "src/text/text.c", "src/text/text.h", "src/cart/cart.c", "src/cart/cart.h", "src/main.c",
    ]
    let calls = files.map {
      "cleave decide shared \($0) --path '\(project.path)' --from '\(file)' -q & "
    }
    let result = try Program.shell(calls.joined() + "wait")
    #expect(result.status == 0, "\(result.talk)")
    let text = try String(contentsOfFile: project.path + "/cleave.decisions.yml", encoding: .utf8)
    for file in files { #expect(text.contains("shared: " + file), "\(file)") }
  }

  @Test func `a folder that cannot be written to is named, and nothing changes`() throws {
    let (project, file) = try saved()
    let decisions = project.path + "/cleave.decisions.yml"
    // Root may write anywhere; what stands in the way is a folder of the name.
    try FileManager.default.createDirectory(atPath: decisions, withIntermediateDirectories: true)
    let result = try decide(project, file, "dead", "src/main.c")
    #expect(result.status == 3 || result.status == 2, "\(result.talk)")
    #expect(result.talk.contains("cleave.decisions.yml"))
    if getuid() != 0 {
      try FileManager.default.removeItem(atPath: decisions)
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: project.path)
      defer {
        try? FileManager.default.setAttributes(
          [.posixPermissions: 0o755], ofItemAtPath: project.path)
      }
      #expect(try decide(project, file, "dead", "src/main.c").status == 3)
    }
  }

  @Test(arguments: ["decisions: [", "\u{0}", "version: 1\ndecisions:\n  - mve: a\n", "<<<<<<< a\n"])
  func `a damaged file is told with its line, and is left alone`(_ text: String) throws {
    let (project, file) = try saved()
    try project.write(text, to: "cleave.decisions.yml")
    let result = try decide(project, file, "dead", "src/main.c")
    #expect(result.status == 2 && result.talk.contains("cleave.decisions.yml:"), "\(result.talk)")
    #expect(
      try String(contentsOfFile: project.path + "/cleave.decisions.yml", encoding: .utf8) == text)
  }

  @Test func `a merge's conflict is ended by what was decided`() throws {
    let (project, file) = try saved()
    try project.write(
      "version: 1\ndecisions:\n<<<<<<< HEAD\n  - dead: src/main.c\n=======\n"
        + "  - shared: src/text/text.c\n>>>>>>> other\n", to: "cleave.decisions.yml")
    let result = try Program.run(
      ["decide", "--resolve", "--path", project.path, "--from", file, "--no-history"])
    #expect(result.status == 0 && result.talk.contains("conflicts ended, 1 decisions"))
    let text = try String(contentsOfFile: project.path + "/cleave.decisions.yml", encoding: .utf8)
    #expect(text.contains("dead: src/main.c") && text.contains("shared: src/text/text.c"))
    #expect(!text.contains("<<<<"))
  }
}
