import Foundation
import Testing

struct EndToEndTests {
  @Test(arguments: [
    (["analyze", "/no/such/folder"], 2, "does not exist"),
    (["analyze", "/etc/passwd"], 2, "not a folder"),
    (["analyze", "--no-such-option"], 2, "no-such-option"),
    (["analyze", ".", "--format", "poem"], 2, "unknown format \"poem\""),
    (["graph", "--from", "/no/such/document"], 2, "cannot"),
    (["no-such-command"], 2, "no-such-command"),
    (["analyse", "."], 2, "did you mean \"analyze\"?"),
    (["analyze", "--jobs", "-3"], 2, "--jobs takes a number from 1"),
    (["graph", "--exclude-tests", "--from", "a.json"], 2, "--exclude-tests needs an analysis"),
    (["analyze", "-o", "/no/such/x"], 2, "\"/no/such/\" is not a folder; make it first\n"),
  ])
  func `bad usage ends with 2 and says what is wrong`(
    arguments: [String], status: Int32, text: String
  ) throws {
    let result = try run(arguments)
    #expect(result.status == status)
    #expect(result.output.isEmpty)
    #expect(result.talk.localizedCaseInsensitiveContains(text), "\(result.talk)")
  }

  private func run(_ arguments: [String]) throws -> Program.Result {
    switch arguments.count {
    case 1: try Program.run(arguments[0])
    case 2: try Program.run(arguments[0], arguments[1])
    case 3: try Program.run(arguments[0], arguments[1], arguments[2])
    default: try Program.run(arguments[0], arguments[1], arguments[2], arguments[3])
    }
  }

  @Test func `an empty folder, or what filters leave of one, is a wrong path and ends with 2`()
    throws
  {
    let empty = try Folder()
    let nothing = try Program.run("analyze", empty.path)
    #expect(nothing.status == 2 && nothing.talk.contains("is empty"))
    let project = try Folder.project()
    let left = try Program.run("analyze", project.path, "--include-only", "nomatch/**")
    #expect(left.status == 2 && left.talk.contains("--include-only 'nomatch/**'"))
  }

  @Test(arguments: [
    ["--include-only", "src/**"], ["-x", "src/**"], ["--exclude-tests"], ["--config", "no.yml"],
    ["--compile-commands", "/no"], ["--fail-incomplete"],
  ])
  func `a saved document refuses what only an analysis can follow`(options: [String]) throws {
    let project = try Folder.project()
    let file = project.path + "/document.json"
    #expect(try Program.run("analyze", project.path, "--format", "json", "-o", file).status == 0)
    for command in ["graph", "boundaries", "serverless", "analyze"] {
      let result = try Program.run([command, "--from", file] + options)
      #expect(result.status == 2 && result.output.isEmpty)
      #expect(result.talk.contains("needs an analysis"))
    }
  }

  @Test func `what is lost and what lies beside the code is told at the beginning`() throws {
    let project = try Folder.project()
    try project.write("CREATE TABLE carts (id int);\n", to: "db/schema.sql")
    try project.write(
      "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 99\n", to: "src/big.c")
    let text = try Program.run("analyze", project.path).output
    let head = text.prefix(upTo: try #require(text.range(of: "\nBoundaries")).lowerBound)
    #expect(head.contains("sql: 1 file beside the code, 1 of them with something to say of it"))
    #expect(head.contains("without facts: 1 file or folder (lfs-pointer 1)"))
  }

  @Test func `nothing that can be read ends with 3 and names what is there`() throws {
    let cobol = try Folder(["PAYROLL.cbl": "       IDENTIFICATION DIVISION.\n"])
    let result = try Program.run("analyze", cobol.path)
    #expect(result.status == 3)
    #expect(result.talk.contains("COBOL"))
  }

  @Test func `the graph has the calls with file and line`() throws {
    let project = try Folder.project()
    let result = try Program.run(
      "graph", project.path, "--level", "file", "--format", "json", "--no-cache")
    #expect(result.status == 0)
    let graph = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let edges = try #require(graph["edges"] as? [[String: Any]])
    let edge = try #require(
      edges.first {
        $0["from"] as? String == "file:src/cart/cart.c"
          && $0["to"] as? String == "file:src/text/text.c"
      })
    let evidence = try #require(edge["evidence"] as? [[String: Any]])
    #expect(evidence.contains { $0["kind"] as? String == "call" && $0["line"] as? Int == 4 })
  }

  @Test func `equal input gives equal bytes, in any number of processes, cold and warm`() throws {
    let project = try Folder.project()
    let cache = try Folder()
    func document(_ more: String...) throws -> String {
      let result =
        more.first == "--no-cache"
        ? try Program.run("analyze", project.path, "--format", "json", "--no-cache")
        : try Program.run(
          "analyze", project.path, "--format", "json", "--jobs", more[0], cache: cache.url)
      #expect(result.status == 0, "\(result.talk)")
      return result.output
    }
    let cold = try document("2")
    #expect(try document("1") == cold)
    #expect(try document("--no-cache") == cold)
  }

  /// `shared.h` takes its meaning from whoever includes it, which its fingerprint cannot show.
  private static let contextual = [
    "shared.h": "#pragma once\ntype_t first(type_t);\nstatic inline int f(void) { return g(); }\n",
    "a.h": "#pragma once\ntypedef struct a { int x; } type_t;\n",
    "b.h": "#pragma once\ntypedef int type_t;\n",
    "a.c": "#include \"a.h\"\n#include \"shared.h\"\nint a(void) { return g(); }\n",
    "b.c": "#include \"b.h\"\n#include \"shared.h\"\nint b(void) { return g() + h(); }\n",
    "c.c": "#include \"shared.h\"\nint c(void) { return missing(1); }\n",
  ]

  @Test func `broken headers have the same facts whoever reads them first`() throws {
    let project = try Folder(Self.contextual)
    func document(_ jobs: String, _ cache: Folder? = nil) throws -> String {
      let more = cache == nil ? ["--no-cache"] : []
      let variables: [String: String?] = ["XDG_CACHE_HOME": cache?.path]
      let result = try Program.run(
        ["analyze", project.path, "--with-symbols", "--format", "json", "--jobs", jobs] + more,
        environment: variables)
      #expect(result.status == 0, "\(result.talk)")
      return result.output
    }
    let cache = try Folder()
    let cold = try document("1")
    for jobs in ["2", "3"] { #expect(try document(jobs) == cold) }
    #expect(try document("2", cache) == cold)
    // The unit that gave the header's facts to all is gone: the next one must give its own.
    try FileManager.default.removeItem(atPath: project.path + "/a.c")
    #expect(try document("1", cache) == document("1"))
    try project.write("int b(void) { return 0; }\n", to: "b.c")
    #expect(try document("1", cache) == document("1"))
  }

  @Test func `a damaged cache is no cache`() throws {
    let project = try Folder.project()
    let cache = try Folder()
    let cold = try Program.run("analyze", project.path, "--format", "json", cache: cache.url)
    let files = FileManager.default.enumerator(at: cache.url, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where !file.hasDirectoryPath {
      let bytes = try Data(contentsOf: file)
      if bytes.count > 8 { try bytes.prefix(bytes.count / 2).write(to: file) }
    }
    let again = try Program.run("analyze", project.path, "--format", "json", cache: cache.url)
    #expect(again.status == 0)
    #expect(again.output == cold.output)
  }

  @Test func `a document serves the other commands, and another version is refused`() throws {
    let project = try Folder.project()
    let document = try Program.run("analyze", project.path, "--format", "json")
    try project.write(document.output, to: "document.json")
    let file = project.path + "/document.json"
    #expect(try Program.run("graph", "--from", file).output.hasPrefix("digraph"))
    let rows = try Program.run("boundaries", "--from", file, "--format", "tsv").output
    #expect(rows.split(separator: "\n").count == 5)
    let serverless = try Program.run("serverless", "--from", file, "--format", "tsv").output
    #expect(serverless.hasPrefix("src/main.c\t3\tnightly\tschedule\t"))
    let other = document.output.replacingOccurrences(
      of: "\"version\":1", with: "\"version\":99")
    #expect(other != document.output)
    try project.write(other, to: "document.json")
    let refused = try Program.run("graph", "--from", file)
    #expect(refused.status == 2)
    #expect(refused.talk.contains("99"))
  }

  @Test func `a build description cannot make anything run`() throws {
    let project = try Folder.project()
    let mark = project.path + "/ran"
    try project.write("#!/bin/sh\ntouch \(mark)\n", to: "cc")
    try project.write(
      """
      [{"directory": "\(project.path)", "file": "src/main.c", "arguments":
        ["\(project.path)/cc", "-fplugin=\(project.path)/x.so", "-Xclang", "-load", "-Xclang",
         "\(project.path)/x.so", "-B\(project.path)", "@/etc/passwd", "-c", "src/main.c"]}]
      """, to: "compile_commands.json")
    try project.write(
      "[core]\n  fsmonitor = \(project.path)/cc\n", to: ".git/config")
    let result = try Program.run("analyze", project.path)
    #expect(result.status == 0, "\(result.talk)")
    #expect(!FileManager.default.fileExists(atPath: mark))
  }

  @Test func `a decision holds in the next run`() throws {
    let project = try Folder.project()
    let decided = try Program.run(
      "decide", "shared", "src/text/**", "--path", project.path, "--reason", "text for all")
    #expect(decided.status == 0, "\(decided.talk)")
    let rows = try Program.run("boundaries", project.path, "--format", "tsv").output
    #expect(rows.contains("src/text/text.c\t@shared\n"))
  }

  @Test func `a wrong configuration is an error with its line`() throws {
    let project = try Folder.project()
    try project.write("version: 1\nmodulse: {}\n", to: "cleave.yml")
    let result = try Program.run("analyze", project.path)
    #expect(result.status == 2)
    #expect(result.talk.contains("cleave.yml:2"), "\(result.talk)")
  }

  /// Java in two packages beside the C of the project.
  private func mixedProject() throws -> Folder {
    let project = try Folder.project()
    try project.write(
      "package a;\nimport b.Used;\nclass User { void f(Used u) { u.go(); } }\n",
      to: "java/a/User.java")
    try project.write(
      "package b;\npublic class Used { public void go() {} }\n", to: "java/b/Used.java")
    return project
  }

  private func edges(_ project: Folder, cache: URL) throws -> [String] {
    let result = try Program.run(
      "graph", project.path, "--level", "file", "--format", "json", cache: cache)
    #expect(result.status == 0, "\(result.talk)")
    let graph = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let edges = try #require(graph?["edges"] as? [[String: Any]])
    return edges.compactMap { edge in
      guard let from = edge["from"] as? String, let to = edge["to"] as? String,
        let kinds = edge["kinds"] as? [String: Int]
      else { return nil }
      return "\(from) \(to) \(kinds.keys.sorted().joined(separator: ","))"
    }
  }

  @Test func `names are looked up anew when another file changes, from cached outlines`() throws {
    let project = try mixedProject()
    let cache = try Folder()
    let before = try edges(project, cache: cache.url)
    #expect(before.contains("file:java/a/User.java file:java/b/Used.java call,import,type"))
    #expect(before.contains { $0.contains("cart.c file:src/text/text.c") })
    // The used class moves to another file; the using one is untouched.
    try FileManager.default.removeItem(at: project.url.appendingPathComponent("java/b/Used.java"))
    try project.write(
      "package b;\npublic class Used { public void stop() {} }\n", to: "java/b/Moved.java")
    let after = try edges(project, cache: cache.url)
    #expect(after.contains("file:java/a/User.java file:java/b/Moved.java import,type"))
  }

  @Test func `a language without its grammar is named, and the others are read`() throws {
    let project = try mixedProject()
    let nowhere = try Folder()
    // The executable's own build folder is searched as well, so a file that is no grammar hides it.
    try nowhere.write("no library", to: "libtree-sitter-java.so")
    let environment = ["CLEAVE_GRAMMARS": nowhere.path]
    let info = try Program.run(["info", "languages"], environment: environment)
    #expect(info.output.contains("Java: disabled: cannot load the grammar '\(nowhere.path)"))
    let result = try Program.run(
      ["analyze", project.path, "--no-cache"], environment: environment)
    #expect(result.status == 0)
    #expect((result.output + result.talk).contains("2 files in Java are not read"))
    let graph = try Program.run(
      ["graph", "-q", project.path, "--no-cache"], environment: environment)
    #expect(graph.output.contains("2 java files not read; cleave info languages says why"))
    let cache = try Folder()
    for isSecond in [false, true] {
      let strict = try Program.run(
        ["analyze", project.path, "--fail-incomplete", "--timings"],
        environment: environment.merging(["XDG_CACHE_HOME": cache.path]) { $1 })
      #expect(strict.status == 3)
      #expect(strict.talk.contains("parse: ") != isSecond, "\(strict.talk)")
    }
    try FileManager.default.removeItem(at: project.url.appendingPathComponent("src"))
    let alone = try Program.run(
      ["analyze", project.path, "--no-cache"], environment: environment)
    #expect(alone.status == 3)
  }

  @Test(arguments: ["analyze", "graph", "boundaries", "serverless", "review"])
  func `a wrong trigger in the configuration is an error with its line, before any parsing`(
    command: String
  ) throws {
    let folder = try Folder([
      "cleave.yml":
        "version: 1\ntriggers:\n  - kind: shedule\n    handler: f\n"
        + "  - kind: schedule\n    handler: g\n    cron: every day\n"
    ])
    // No source file at all: an analysis would end with another status.
    let result = try Program.run(command, folder.path)
    #expect(result.status == 2)
    let lines = result.talk.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.contains("cleave.yml:3: 'shedule'") == true, "\(result.talk)")
    #expect(lines.last?.contains("cleave.yml:7: ") == true, "\(result.talk)")
    try folder.write("version: 1\ntriggers:\n  - {kind: nope, handler: f}\n", to: "other.yml")
    let other = folder.path + "/other.yml"
    let named = try Program.run(command, folder.path, "--config", other)
    #expect(named.status == 2)
    #expect(named.talk.contains(other + ":3: 'nope'"), "\(named.talk)")
  }

  @Test func `a rejected boundary does not come back`() throws {
    let project = try Folder()
    for name in ["apple", "brick"] {
      for part in 0..<4 {
        let next = (part + 1) % 4
        try project.write(
          "int \(name)_\(next)(void);\nint \(name)_\(part)(void) { return \(name)_\(next)(); }\n",
          to: "src/\(name)/\(name)_\(part).c")
      }
    }
    func groups() throws -> [Substring: Set<Substring>] {
      let rows = try Program.run("boundaries", project.path, "--format", "tsv", "--no-cache")
      var groups: [Substring: Set<Substring>] = [:]
      for row in rows.output.split(separator: "\n") {
        let cells = row.split(separator: "\t")
        groups[cells[1], default: []].insert(cells[0])
      }
      return groups
    }
    let free = try groups()
    let apple = try #require(free["apple"])
    #expect(apple.count == 4)
    let decided = try Program.run(
      "decide", "reject", "apple", "--path", project.path, "--reason", "two things")
    #expect(decided.status == 0, "\(decided.talk)")
    for group in try groups().values { #expect(group.intersection(apple).count < 3) }
    #expect(try groups()["brick"]?.count == 4)
  }
}
