import Foundation
import Testing

/// `compare` and `metrics` as people run them.
@Suite struct PartitionTests {
  private static let javaShop = Repository.root.appending(path: "samples/shop-java").path

  /// A document without symbols and the table of its boundaries.
  private static func document(_ project: Folder, in folder: Folder) throws {
    for arguments in [
      ["analyze", project.path, "--format", "json", "-o", folder.path + "/document.json"],
      ["boundaries", project.path, "--format", "tsv", "-o", folder.path + "/table.tsv"],
    ] {
      let result = try Program.run(arguments)
      try #require(result.status == 0, "\(result.talk)")
    }
  }

  /// The output without its line ends, which depend on the length of names.
  private static func words(_ result: Program.Result) -> String {
    result.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func `a document and the table of its boundaries are the same partition`() throws {
    let (project, folder) = (try Folder.project(), try Folder())
    try Self.document(project, in: folder)
    let files = [folder.path + "/document.json", folder.path + "/table.tsv"]
    for pair in [files, files.reversed()] {
      let result = try Program.run(["compare"] + pair + ["--format", "tsv"])
      #expect(result.status == 0 && result.talk.isEmpty, "\(result.talk)")
      #expect(result.output.contains("score\ta-to-b\tari\t1.000000\n"))
      #expect(result.output.contains("score\tboth\ta2a\t100.000000\n"))
      #expect(!result.output.contains("move\t"))
    }
    let piped = try Program.shell("cleave compare - \(files[1]) < \(files[0])")
    #expect(piped.status == 0 && Self.words(piped).contains("standard input, a document"))
    let own = try Program.run("metrics", "--from", files[0], "--format", "tsv")
    let given = try Program.run(["metrics", "--from", files[0], "--partition", files[1]])
    #expect(Self.words(given).contains("measures of \(files[1])"))
    let table = try Program.run([
      "metrics", "--from", files[0], "--partition", files[1], "--format", "tsv",
    ])
    #expect(own.status == 0 && own.output == table.output && !own.output.isEmpty)
  }

  @Test func `PATH gives all measures, a document without symbols says what it lacks`() throws {
    let (project, folder) = (try Folder.project(), try Folder())
    try Self.document(project, in: folder)
    try folder.write("src/text/text.c\ttext\nsrc/cart/cart.c\tcart\n", to: "hand.tsv")
    let hand = ["--partition", folder.path + "/hand.tsv"]
    let all = try Program.run(["metrics", project.path, "--format", "tsv"] + hand)
    #expect(all.status == 0, "\(all.talk)")
    // One call, of one operation, between two services.
    for row in ["opn\t1.000000", "irn\t1.000000", "icp\t1.000000", "chd\t1.000000"] {
      #expect(all.output.contains("measure\tpartition\t\(row)\n"), "\(row)")
    }
    let document = ["--from", folder.path + "/document.json"]
    let less = try Program.run(["metrics", "--format", "tsv"] + document + hand)
    #expect(less.output.contains("measure\tpartition\ticp\t1.000000\n"))
    // Nothing is known of the types of one function that takes a string.
    #expect(!less.output.contains("\topn\t") && !all.output.contains("\tchm\t"))
    let text = try Program.run(["metrics"] + document + hand)
    #expect(Self.words(text).contains("analyze --with-symbols"))
    let json = try Program.run(["metrics", "--format", "json"] + document + hand)
    let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let measures = try #require(parsed?["measures"] as? [[String: Any]])
    let without = measures.filter { $0["value"] == nil }
    #expect(without.count == 5 && without.allSatisfy { $0["missing"] is String })
  }

  @Test func `what is no partition is refused with a hint`() throws {
    let folder = try Folder([
      "a.tsv": "a.c\tx\nb.c\ty\n", "other.tsv": "q.c\tx\n", "none.tsv": "a.c\t@shared\n",
      "broken.tsv": "a.c x\n", "broken.json": "{\"format\": \"x\"}",
    ])
    func compare(_ a: String, _ b: String) throws -> Program.Result {
      try Program.run(
        "compare", a == "-" ? a : folder.path + "/" + a, b == "-" ? b : folder.path + "/" + b)
    }
    for (pair, text) in [
      (("a.tsv", "other.tsv"), "no file in common"),
      (("a.tsv", "none.tsv"), "no file into a service"),
      (("broken.tsv", "a.tsv"), "broken.tsv: line 1"), (("a.tsv", "broken.json"), "document"),
      (("a.tsv", "gone.tsv"), "gone.tsv"), (("a.tsv", ""), "is a folder"),
      (("-", "-"), "cannot both be standard input"),
    ] {
      let result = try compare(pair.0, pair.1)
      #expect(result.status == 2 && result.output.isEmpty, "\(pair)")
      #expect(result.talk.contains(text), "\(result.talk)")
    }
    let both = try Program.run("metrics", "--from", "-", "--partition", "-")
    #expect(both.status == 2 && both.talk.contains("standard input"))
  }

  /// What the README shows is what is printed, as far as the line that it stops before;
  /// `UPDATE_GOLDEN=1` puts the new output there.
  @Test func `the README shows real output`() throws {
    let folder = try Folder()
    for (name, more) in [("found.tsv", []), ("six.tsv", ["--count", "6"])] {
      let result = try Program.run(
        ["boundaries", Self.javaShop, "--format", "tsv", "-o", folder.path + "/" + name] + more)
      try #require(result.status == 0, "\(result.talk)")
    }
    try expectShown(
      "cleave compare found.tsv six.tsv", before: "\n  In each row",
      try Program.shell("cd \(folder.path) && cleave compare found.tsv six.tsv"))
    try expectShown(
      "cleave metrics samples/shop-java", before: "\n\n  Figures of",
      try Program.run("metrics", Self.javaShop))
  }

  private func expectShown(
    _ command: String, before end: String, _ result: Program.Result
  ) throws {
    try #require(result.status == 0, "\(result.talk)")
    let shown = String(
      try #require(
        result.output.firstRange(of: end).map {
          result.output[..<$0.lowerBound]
        }))
    let head = "```\n$ \(command)\n"
    let text = try Repository.text("README.md")
    let start = try #require(text.firstRange(of: head)).upperBound
    let rest = try #require(text[start...].firstRange(of: "```\n")).lowerBound
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      let file = Repository.root.appending(path: "README.md")
      try Data((text[..<start] + shown + "\n" + text[rest...]).utf8).write(to: file)
    } else {
      #expect(String(text[start..<rest]) == shown + "\n", "UPDATE_GOLDEN=1 puts it there")
    }
  }
}
