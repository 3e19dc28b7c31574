import Foundation
import Testing

/// Names that nobody should give to files, through every way out.
struct OddNameTests {
  /// Names as bytes, with how a table shows them.
  private static let names: [(bytes: [UInt8], shown: String)] = [
    (Array("tab\there.c".utf8), "tab\\x09here.c"), (Array("new\nline.c".utf8), "new\\x0Aline.c"),
    (Array("cr\rx.c".utf8), "cr\\x0Dx.c"), (Array("esc\u{1B}[31m.c".utf8), "esc\\x1B[31m.c"),
    (Array("c1\u{9B}31m.c".utf8), "c1\\xC2\\x9B31m.c"),
    (Array("bad".utf8) + [0xff, 0xc3] + Array(".c".utf8), "bad\\xFF\\xC3.c"),
    (Array("quo\"te's.c".utf8), "quo\"te's.c"), (Array("{brace}.c".utf8), "{brace}.c"),
    (Array("<angle>&amp;.c".utf8), "<angle>&amp;.c"),
    (Array("back\\slash.c".utf8), "back\\slash.c"),
    (Array("-dash.c".utf8), "-dash.c"), (Array("--from.c".utf8), "--from.c"),
    (Array("[x]*?.c".utf8), "[x]*?.c"), (Array("$(touch ran).c".utf8), "$(touch ran).c"),
    (Array("a;b|c.c".utf8), "a;b|c.c"), (Array("#hash: y.c".utf8), "#hash: y.c"),
    (Array(" space .c".utf8), " space .c"), (Array("%s%n.c".utf8), "%s%n.c"),
    (Array("@at.c".utf8), "@at.c"), (Array("nfc-\u{E9}.c".utf8), "nfc-\u{E9}.c"),
    (Array("\u{202E}rtl.c".utf8), "\u{202E}rtl.c"),
    (Array("line\u{2028}sep.c".utf8), "line\u{2028}sep.c"),
  ]

  /// One file of each name in the root, which calls into one that all share.
  private static func project() throws -> Folder {
    let folder = try Folder([
      "shared.h": "int shared(int);\n",
      "shared.c": "#include \"shared.h\"\nint shared(int a) { return a; }\n",
    ])
    for (number, name) in names.enumerated() {
      let text =
        "#include \"shared.h\"\n// @trigger schedule cron=\"0 3 * * *\"\n"
        + "int f\(number)(void) { return shared(\(number)); }\n"
      try folder.write(bytes: Array(text.utf8), to: name.bytes)
    }
    return folder
  }

  private static let tables = names.map(\.shown) + ["shared.c", "shared.h"]

  private func sorted(_ rows: [String]) -> [String] {
    rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  @Test func `tables have one row a file, with what is no text escaped`() throws {
    let project = try Self.project()
    let boundaries = try Program.run("boundaries", project.path, "--format", "tsv")
    #expect(boundaries.status == 0, "\(boundaries.talk)")
    let rows = boundaries.output.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows.allSatisfy { $0.count == 2 })
    #expect(rows.map { String($0[0]) } == sorted(Self.tables))
    let serverless = try Program.run("serverless", project.path, "--format", "tsv").output
    let flagged = serverless.split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(flagged.allSatisfy { $0.count == 5 })
    #expect(sorted(flagged.map { String($0[0]) }) == sorted(Self.names.map(\.shown)))
  }

  @Test func `no control character reaches a reader, in any text`() throws {
    let project = try Self.project()
    let document = project.path + "/document.json"
    #expect(
      try Program.run("analyze", project.path, "--format", "json", "-o", document).status == 0)
    let commands = [
      ["analyze"], ["review"], ["boundaries"], ["serverless"],
      ["graph", "--level", "file", "--format", "tsv"], ["graph", "--level", "file"],
      ["graph", "--level", "file", "--format", "mermaid"],
      ["explain", "file:tab\there.c", "file:shared.c"],
    ]
    for command in commands {
      let result = try Program.run(command + ["--from", document], environment: [:])
      #expect(result.status == 0, "\(command) \(result.talk)")
      let controls = result.output.unicodeScalars.filter {
        ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x7f...0x9f).contains($0.value)
      }
      #expect(controls.isEmpty, "\(command)")
    }
    #expect(!FileManager.default.fileExists(atPath: project.path + "/ran"))
  }

  @Test func `the picture has every file, once, and can be drawn`() throws {
    let project = try Self.project()
    let picture = try Program.run("graph", project.path, "--level", "file", "--no-reduce")
    #expect(picture.status == 0)
    try project.write(picture.output, to: "out/graph.dot")
    let drawn = try Program.shell(
      "dot -Tsvg '\(project.path)/out/graph.dot' | grep -c 'class=\"node\"'")
    #expect(drawn.talk.isEmpty, "\(drawn.talk)")
    #expect(drawn.output == "\(Self.tables.count)\n")
  }

  @Test func `documents are JSON with the very names, and every id is there once`() throws {
    let project = try Self.project()
    let result = try Program.run(
      "graph", project.path, "--level", "file", "--format", "json", "--no-reduce")
    let graph = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let nodes = try #require(graph["nodes"] as? [[String: Any]])
    let ids = nodes.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == Self.tables.count)
    let expected = Self.names.map { String(escaping: $0.bytes) }
    #expect(Set(ids).isSuperset(of: expected.map { "file:" + $0 }))
  }

  /// Every name as a person would hand it to a script.
  @Test(arguments: names.indices)
  func `a decision about one file is about that file`(index: Int) throws {
    let project = try Self.project()
    let name = String(escaping: Self.names[index].bytes)
    let cache = try Folder()
    let decided = try Program.run(
      ["decide", "--path", project.path, "--reason", "a\tb \"c\" \\ # : {", "--", "shared", name],
      environment: ["XDG_CACHE_HOME": cache.path])
    #expect(decided.status == 0, "\(name): \(decided.talk)")
    let rows = try Program.run(
      "boundaries", project.path, "--format", "tsv", cache: cache.url)
    #expect(rows.status == 0, "\(name): \(rows.talk)")
    let shared = rows.output.split(separator: "\n").filter { $0.hasSuffix("\t@shared") }
    #expect(shared.contains("\(Self.names[index].shown)\t@shared"), "\(name)")
    let others = Self.names.indices.filter { other in
      other != index && shared.contains("\(Self.names[other].shown)\t@shared")
    }
    #expect(others.isEmpty, "\(name)")
  }

  @Test func `two names that are equal as text are told, and nothing is lost in silence`() throws {
    let project = try Folder.project()
    try project.write("int one(void);\n", to: "src/\u{E9}.c")
    try project.write("int two(void);\n", to: "src/e\u{301}.c")
    let result = try Program.run("analyze", project.path)
    #expect(result.status == 0)
    #expect(result.output.contains("rename one of them"))
    #expect(try Program.run("analyze", project.path, "--fail-incomplete").status == 3)
  }

  @Test func `a folder with a dash in front is a folder`() throws {
    let place = try Folder()
    try place.write("int a;\n", to: "-x/--jobs/a.c")
    let result = try Program.shell(
      "cd '\(place.path)' && cleave boundaries --format tsv -- -x; cleave boundaries --format tsv ./-x"
    )
    #expect(result.status == 0, "\(result.talk)")
    #expect(
      result.output.split(separator: "\n").map { $0.hasPrefix("--jobs/a.c\t") } == [true, true])
  }
}

extension String {
  /// As discovery names a file: bytes that are no text as `\xHH`.
  fileprivate init(escaping bytes: [UInt8]) {
    var bytes = bytes[...]
    self = ""
    while let first = bytes.first {
      let length = (1...4).first {
        bytes.count >= $0 && String(validating: bytes.prefix($0), as: UTF8.self) != nil
      }
      self +=
        length.map { String(decoding: bytes.prefix($0), as: UTF8.self) }
        ?? "\\x" + String(first, radix: 16, uppercase: true)
      bytes = bytes.dropFirst(length ?? 1)
    }
  }
}
