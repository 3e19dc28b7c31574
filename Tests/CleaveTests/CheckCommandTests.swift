import Foundation
import Testing

/// `cleave check` as a build server runs it.
struct CheckCommandTests {
  private static let decisions = """
    version: 1
    decisions:
      - accept: cart
        members: [src/cart/**]
      - accept: text
        members: [src/text/**]

    """

  private func project() throws -> Folder {
    let project = try Folder.project()
    try project.write(Self.decisions, to: "cleave.decisions.yml")
    return project
  }

  private func git(_ folder: Folder, _ words: String...) throws {
    let result = try Program.tool(
      [
        "git", "-C", folder.path, "-c", "user.name=a", "-c", "user.email=a@x", "-c",
        "commit.gpgsign=false",
      ] + words)
    try #require(result.status == 0, "\(words): \(result.talk)")
  }

  @Test func `new findings end with 1, known ones with 0, and stale ones as they are asked for`()
    throws
  {
    let project = try project()
    let first = try Program.run(["check", project.path])
    #expect(first.status == 1)
    #expect(first.output.contains("src/cart/cart.c:4: error: \"cart\" depends on \"text\""))
    let written = try Program.run(
      ["check", project.path, "--write-baseline", "--reason", "old", "--owner", "@me"],
      environment: ["CI": ""])
    #expect(written.status == 0 && written.talk.contains("known findings"), "\(written.talk)")
    let file = project.path + "/cleave.baseline.yml"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text.contains("reason: old") && text.contains("owner: \"@me\""))
    #expect(try Program.run(["check", project.path, "--fail-stale"]).status == 0)
    _ = try Program.run(["check", project.path, "--write-baseline"], environment: ["CI": ""])
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == text, "writing again changes nothing")
    try project.write(
      "#include \"cart.h\"\nint cart_total(void) { return 1; }\n", to: "src/cart/cart.c")
    let stale = try Program.run(["check", project.path])
    #expect(stale.status == 0 && stale.output.contains("stale"))
    #expect(try Program.run(["check", project.path, "--fail-stale"]).status == 1)
  }

  @Test(arguments: ["true", "1", "yes"])
  func `a build server does not write the baseline`(_ value: String) throws {
    let project = try project()
    let result = try Program.run(
      ["check", project.path, "--write-baseline"], environment: ["CI": value])
    #expect(result.status == 2 && result.talk.contains("CI is set"))
    #expect(!FileManager.default.fileExists(atPath: project.path + "/cleave.baseline.yml"))
  }

  @Test(arguments: [
    (["--baseline", "/no/such/file"], "--write-baseline writes it"),
    (["--reason", "x"], "go with --write-baseline"),
    (["--base", "HEAD"], "no git repository"), (["--format", "poem"], "unknown format"),
  ])
  func `bad usage ends with 2`(_ options: [String], _ text: String) throws {
    let project = try project()
    let result = try Program.run(["check", project.path] + options)
    #expect(result.status == 2 && result.talk.contains(text), "\(result.talk)")
    #expect(result.output.isEmpty)
  }

  @Test func `a damaged baseline is named with its line and ends with 2`() throws {
    let project = try project()
    try project.write("version: 1\nfindings:\n  - rule: crossing\n", to: "cleave.baseline.yml")
    let result = try Program.run(["check", project.path])
    #expect(result.status == 2 && result.talk.contains("cleave.baseline.yml:3: an entry needs"))
  }

  @Test func `only what the base revision does not have is new`() throws {
    let project = try project()
    try git(project, "init", "-q", "-b", "main")
    try git(project, "add", "-A")
    try git(project, "commit", "-q", "-m", "first")
    let same = try Program.run(["check", project.path, "--base", "main"])
    #expect(same.status == 0 && same.output.contains("0 stale"), "\(same.talk)\(same.output)")
    try git(project, "mv", "src/cart/cart.c", "src/cart/basket.c")
    let moved = try Program.run(["check", project.path, "--base", "HEAD"])
    #expect(moved.status == 0, "a renamed file brings nothing new: \(moved.output)")
    try project.write(
      "#include \"../text/text.h\"\nint price(void) { return text_length(\"\"); }\n",
      to: "src/cart/price.c")
    let result = try Program.run(["check", project.path, "--base", "main", "--format", "json"])
    #expect(result.status == 1)
    // Of the header and of the function.
    #expect(result.output.matches(of: #/"state":"new"/#).count == 2)
    #expect(result.output.matches(of: #/"subject":"src\/cart\/price.c"/#).count == 2)
    let unknown = try Program.run(["check", project.path, "--base", "no-such-branch"])
    #expect(unknown.status == 2 && unknown.talk.contains("there is no commit \"no-such-branch\""))
    for name in ["--output=/tmp/x", "main:src", "HEAD^{/x}", "@{-1}", ""] {
      #expect(try Program.run(["check", project.path, "--base=" + name]).status == 2, "\(name)")
    }
  }

  /// What a repository can do to a tool that reads it: name programs, and paths outside.
  @Test func `reading a revision runs nothing and writes nothing of the repository`() throws {
    let project = try project()
    try git(project, "init", "-q", "-b", "main")
    try project.write("* filter=evil diff=evil\n", to: ".gitattributes")
    try git(project, "add", "-A")
    try git(project, "commit", "-q", "-m", "first")
    let mark = project.path + "/ran"
    let program = "#!/bin/sh\ntouch '\(mark)'\ncat\n"
    try project.write(program, to: "evil.sh")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: project.path + "/evil.sh")
    for key in [
      "filter.evil.smudge", "filter.evil.clean", "diff.external", "core.fsmonitor",
      "core.pager", "core.sshCommand", "core.hooksPath",
    ] {
      try git(project, "config", key, project.path + "/evil.sh")
    }
    try? FileManager.default.removeItem(atPath: mark)
    let result = try Program.run(["check", project.path, "--base", "main"])
    #expect(result.status == 0, "\(result.talk)")
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `paths for services start at the top of the repository`() throws {
    let outer = try Folder()
    let inner = try project()
    try FileManager.default.copyItem(
      at: inner.url, to: outer.url.appendingPathComponent("shop"))
    try git(outer, "init", "-q", "-b", "main")
    let result = try Program.run(["check", outer.path + "/shop", "--format", "github"])
    #expect(result.output.contains("::error file=shop/src/cart/cart.c,line=4,"), "\(result.output)")
    #expect(result.status == 1)
  }

  @Test func `a saved document is judged as well`() throws {
    let project = try project()
    let file = project.path + "/document.json"
    _ = try Program.run(["analyze", project.path, "--format", "json", "-o", file])
    let saved = try Program.run(["check", project.path, "--from", file, "--format", "json"])
    let fresh = try Program.run(["check", project.path, "--format", "json"])
    #expect(saved.status == 1 && saved.output == fresh.output)
  }

  @Test func `the configuration says what matters`() throws {
    let project = try project()
    try project.write("version: 1\ncheck:\n  crossings: warning\n", to: "cleave.yml")
    let warned = try Program.run(["check", project.path])
    #expect(warned.status == 0 && warned.output.contains("warning: \"cart\" depends"))
    try project.write(
      "version: 1\ncheck:\n  crossings: off\n  baseline: no.yml\n", to: "cleave.yml")
    #expect(try Program.run(["check", project.path]).status == 2)
    try project.write("version: 1\ncheck:\n  crossings: off\n", to: "cleave.yml")
    let off = try Program.run(["check", project.path])
    #expect(off.status == 0 && off.output.hasPrefix("no new findings"))
  }
}
