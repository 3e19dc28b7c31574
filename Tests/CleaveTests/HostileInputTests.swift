import Foundation
import Testing

/// Repositories that nobody made in good faith, and environments that know nothing of us.
struct HostileInputTests {
  @Test func `links, pipes and loops in the tree end and lead nowhere`() throws {
    let outside = try Folder(["secret.c": "int secret_of_another(void) { return 1; }\n"])
    let project = try Folder.project()
    for (link, target) in [
      ("src/loop", ".."), ("self.c", "self.c"), ("out", outside.path), ("dev.c", "/dev/zero"),
      ("out.c", outside.path + "/secret.c"), ("proc", "/proc"), ("cleave.yml", "nowhere"),
    ] {
      symlink(target, project.path + "/" + link)
    }
    unlink(project.path + "/cleave.yml")
    mkfifo(project.path + "/pipe.c", 0o600)
    mkfifo(project.path + "/compile_commands.json", 0o600)
    let result = try Program.run("analyze", project.path, "--with-symbols", "--format", "json")
    #expect(result.status == 0, "\(result.talk)")
    #expect(!result.output.contains("secret_of_another"))
    #expect(!result.output.contains(outside.path))
    let rows = try Program.run("boundaries", project.path, "--format", "tsv").output
    #expect(rows.split(separator: "\n").count == 5)
  }

  @Test func `a file that only looks like source loses itself and no other`() throws {
    let project = try Folder.project()
    let base = project.path + "/src/"
    let contents: [String: Data] = [
      "nul.c": Data("int nul(void)\0 { return 0; }\0\n".utf8),
      "latin.c": Data([0x2f, 0x2f, 0xe9, 0xff, 0x0a])
        + Data("int latin(void) { return 1; }\n".utf8),
      "binary.c": Data((0..<9000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }),
      "empty.c": Data(), "line.c": Data(repeating: 0x28, count: 1 << 20),
      "noend.c": Data("/* open".utf8), "wide.c": Data([0xff, 0xfe, 0x69, 0, 0x6e]),
    ]
    for (name, data) in contents { try data.write(to: URL(fileURLWithPath: base + name)) }
    let result = try Program.run(
      "graph", project.path, "--level", "symbol", "--format", "json", "--no-cache")
    #expect(result.status == 0, "\(result.talk)")
    for name in ["nul", "latin", "cart_total", "nightly", "text_length"] {
      #expect(
        result.output.contains("\"\(name)\"") || result.output.contains("\(name)("), "\(name)")
    }
  }

  @Test func `sources cut off anywhere give a document all the same`() throws {
    let project = try Folder.project()
    let main = try String(contentsOfFile: project.path + "/src/main.c", encoding: .utf8)
    let cart = try String(contentsOfFile: project.path + "/src/cart/cart.c", encoding: .utf8)
    var random = UInt64(42)
    for round in 0..<60 {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let text = round.isMultiple(of: 2) ? main : cart
      let bytes = Array(text.utf8).prefix(Int(random >> 33) % text.utf8.count)
      try project.write(bytes: Array(bytes), to: Array("src/cut/\(round).c".utf8))
    }
    let result = try Program.run("analyze", project.path, "--format", "json")
    #expect(result.status == 0, "\(result.talk)")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect((document["files"] as? [Any])?.count == 65)
    let told = document["diagnostics"] as? [[String: Any]] ?? []
    #expect(!told.contains { $0["code"] as? String == "parser-crashed" })
  }

  @Test func `a source of fifty megabytes is named and left out`() throws {
    let project = try Folder.project()
    let line = Array("int numbers_0123456789[] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};\n".utf8)
    let handle = fopen(project.path + "/src/huge.c", "w")
    for _ in 0..<((50 << 20) / line.count) { fwrite(line, 1, line.count, handle) }
    fclose(handle)
    let result = try Program.run("analyze", project.path)
    #expect(result.status == 0)
    #expect(result.output.contains("src/huge.c: the file has"), "\(result.output)")
    #expect(try Program.run("analyze", project.path, "--fail-incomplete").status == 3)
    #expect(
      try Program.run("analyze", project.path, "--fail-incomplete", "-x", "huge.c").status == 0)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `what cannot be read is told`() throws {
    let project = try Folder.project()
    chmod(project.path + "/src/text/text.c", 0)
    let result = try Program.run("analyze", project.path, "--fail-incomplete")
    #expect(result.status == 3)
    #expect(try Program.run("analyze", project.path).output.contains("src/text/text.c"))
  }

  @Test(arguments: [
    "", "[]", "{}", "[{", "null", "[[[[[[", "\0\u{1}\u{2}", "[{\"file\": 1, \"directory\": []}]",
    "[{\"directory\": \"/\", \"file\": \"/etc/passwd\", \"command\": \"cc /etc/passwd\"}]",
    "[{\"directory\": \"\", \"file\": \"src/main.c\", \"command\": \"cc @src/main.c -include /etc/shadow\"}]",
    "[{\"directory\": \"..\", \"file\": \"src/main.c\", \"command\": \"'\"}]",
    "[{\"directory\": \"/proc\", \"file\": \"self/environ\", \"command\": \"cc -x c self/environ\"}]",
    "[{\"directory\": \".\", \"file\": \"src/main.c\", \"command\": \"cc -o /tmp/x -MF /tmp/y -x none -\"}]",
  ])
  func `a build description of nonsense is told and costs no file`(text: String) throws {
    let project = try Folder.project()
    try project.write(text, to: "compile_commands.json")
    let result = try Program.run("boundaries", project.path, "--format", "tsv")
    #expect(result.status == 0, "\(result.talk)")
    #expect(result.output.split(separator: "\n").count == 5)
    #expect(!result.output.contains("passwd") && !result.output.contains("environ"))
  }

  @Test(arguments: [
    "version: [", "version: 1\nversion: 1\n", "\0", "version: 99\n", "- 1\n- 2\n",
    "version: 1\ninclude: {a: b}\n",
    "version: 1\nexclude: ['../outside/**']\n", "a: &a [*a]\n",
    "version: 1\ncompile-commands: /etc\n",
    "version: 1\nmodules: {m: ['" + String(repeating: "{a,b}", count: 40) + "']}\n",
  ])
  func `a wrong configuration ends with 2 and names the file`(text: String) throws {
    let project = try Folder.project()
    try project.write(text, to: "cleave.yml")
    let result = try Program.run("analyze", project.path)
    #expect(result.status == 2, "\(result.talk)")
    #expect(result.output.isEmpty)
    #expect(!result.talk.isEmpty && result.talk.utf8.count < 2000, "\(result.talk)")
  }

  @Test func `a git configuration runs nothing`() throws {
    let project = try Folder.project()
    let mark = project.path + "/ran"
    try project.write("#!/bin/sh\ntouch '\(mark)'\n", to: "evil")
    chmod(project.path + "/evil", 0o755)
    let evil = project.path + "/evil"
    try project.write(
      """
      [core]
        fsmonitor = \(evil)
        hooksPath = \(project.path)
        pager = \(evil)
        sshCommand = \(evil)
      [diff]
        external = \(evil)
      [filter "x"]
        smudge = \(evil)
        clean = \(evil)
        process = \(evil)
      [include]
        path = /etc/passwd
      [alias]
        log = !\(evil)
      """, to: ".git/config")
    try project.write("*.c filter=x diff=x\n", to: ".gitattributes")
    try project.write("ref: refs/heads/main\n", to: ".git/HEAD")
    for command in ["analyze", "graph", "boundaries", "serverless", "review"] {
      #expect(try Program.run(command, project.path).status == 0)
    }
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `variables of compilers change nothing`() throws {
    let headers = try Folder(["only-there.h": "int from_the_environment(void);\n"])
    let project = try Folder.project()
    try project.write("#include <only-there.h>\nint x;\n", to: "src/include.c")
    let plain = try Program.run("analyze", project.path, "--format", "json", "--no-cache")
    var environment: [String: String] = ["SOURCE_DATE_EPOCH": "nonsense", "SDKROOT": headers.path]
    for name in ["CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH", "OBJC_INCLUDE_PATH"] {
      environment[name] = headers.path
    }
    environment["CCC_OVERRIDE_OPTIONS"] = "+-DX=1"
    environment["LC_ALL"] = "tr_TR.UTF-8"
    let other = try Program.run(
      ["analyze", project.path, "--format", "json", "--no-cache"], environment: environment)
    #expect(other.status == 0)
    #expect(other.output == plain.output)
    #expect(plain.output.contains("only-there.h"))
  }

  @Test func `a header that the build makes later is seen in the next run`() throws {
    let project = try Folder.project()
    let cache = try Folder()
    try project.write("build/\n", to: ".gitignore")
    try project.write("#include \"made.h\"\nint use(void) { return made(); }\n", to: "src/use.c")
    try project.write(
      """
      [{"directory": "\(project.path)", "file": "src/use.c", "command": "cc -Ibuild src/use.c"}]
      """, to: "compile_commands.json")
    let before = try Program.run("analyze", project.path, "--format", "json", cache: cache.url)
    #expect(before.output.contains("'made.h' was not found"))
    try project.write("int made(void);\n", to: "build/made.h")
    let after = try Program.run("analyze", project.path, "--format", "json", cache: cache.url)
    #expect(!after.output.contains("'made.h' was not found"))
    let fresh = try Program.run("analyze", project.path, "--format", "json", "--no-cache")
    #expect(after.output == fresh.output)
  }
}
