import Foundation
import ReportModel
import Reports
import Testing

/// What a check found, in formats that others interpret.
struct CheckFormatTests {
  /// Names that try to end a field, start a line, or say something else than they are.
  static let hostile = [
    "::error file=a.c,line=1::pwned",
    "a\n::error file=x::forged", "a\r\n::warning::x", "a%0A::error::x", "a::b,c=d",
    "x | y\n| ❌ | forged |", "`code` | `x`", "```\nx", "@org/team #1 [a](http://x) <b>&amp;",
    "</failure><testcase name=\"x\"/>", "]]>", "\u{1b}[2J\u{7}", "\u{202e}gpj.exe", "\u{2028}x",
    "\u{9b}31m", "\u{0}", "[a](1) {0}", "\u{fffe}", "a\tb", "../../etc/passwd", "\u{200b}", "\\|",
    "```` | x", "-", " lead", "trail ", "‮", "💥", "é",
  ]

  static func report(_ name: String) -> CheckReport {
    var report = CheckReport(tool: "1.2.3", name: name)
    report.base = name
    for (rule, state, severity) in [
      ("crossing", "new", "error"), ("data-crossing", "new", "warning"),
      ("second-writer", "known", "error"), ("cycle", "new", "error"),
    ] {
      var finding = CheckFinding(
        rule: rule, severity: severity, boundaries: [name, name], subject: name, object: name)
      finding.state = state
      finding.kinds = ["call"]
      finding.count = 2
      finding.places = [Place(file: name, line: 3), Place(file: name, line: 0)]
      finding.message = "\"\(name)\" depends on \(name)"
      finding.reason = name
      finding.owner = name
      finding.fingerprint = "0f"
      report.findings.append(finding)
    }
    report.stale = [.init(line: 4, text: name)]
    report.notes = [name]
    return report
  }

  private func render(_ format: String, _ name: String) throws -> String {
    let format = try #require(OutputFormats.check.first { $0.name == format })
    return try format.render(Self.report(name), TextOptions())
  }

  @Test(arguments: OutputFormats.check.map(\.name), hostile)
  func `no name brings a control character or a line of its own`(
    format: String, name: String
  ) throws {
    let text = try render(format, name)
    let plain = try render(format, "plain")
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value), "\(scalar.value)")
      #expect(![0x202e, 0x2028, 0x200b, 0xfffe].contains(scalar.value))
    }
    if format == "text" {
      #expect(!text.split(separator: "\n").contains { $0.hasPrefix("::") })
    } else {
      #expect(text.split(separator: "\n").count == plain.split(separator: "\n").count)
    }
  }

  @Test(arguments: hostile)
  func `an annotation has the properties that it was given and no others`(_ name: String) throws {
    for line in try render("github", name).split(separator: "\n") {
      let parts = line.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
      #expect(parts.count == 3 && parts[0].isEmpty, "\(line)")
      let head = parts[1].split(separator: " ", maxSplits: 1)
      #expect(["error", "warning", "notice"].contains(String(head[0])))
      let keys = head[1].split(separator: ",").map { $0.split(separator: "=")[0] }
      #expect([["file", "line", "title"], ["title"]].contains(keys.map(String.init)), "\(line)")
    }
  }

  @Test(arguments: hostile)
  func `a row of the table has four cells, and names are nothing but code`(_ name: String) throws {
    let lines = try render("markdown", name).split(separator: "\n")
    let rows = lines.filter { $0.hasPrefix("| ") }
    #expect(rows.count == 2 + 3)
    for row in rows { #expect(row.count { $0 == "|" } == 5, "\(row)") }
    for line in lines where !line.hasPrefix("| ---") {
      // What is left outside of spans of code is ours.
      let rest = Self.withoutCode(String(line))
      #expect(
        !rest.contains("@org") && !rest.contains("http") && !rest.contains("forged"), "\(line)")
    }
  }

  /// The line without its spans of code, as CommonMark finds them: by fences of equal length.
  private static func withoutCode(_ line: String) -> String {
    var out = ""
    var rest = line[...]
    while let start = rest.firstIndex(of: "`") {
      out += rest[..<start]
      let fence = rest[start...].prefix { $0 == "`" }
      var after = rest[fence.endIndex...]
      var closed = false
      while let next = after.firstIndex(of: "`") {
        let run = after[next...].prefix { $0 == "`" }
        after = after[run.endIndex...]
        if run.count == fence.count {
          closed = true
          break
        }
      }
      if !closed { return out + rest[start...] }
      rest = after
    }
    return out + rest
  }

  @Test(arguments: hostile)
  func `JUnit is well-formed XML with a case for each finding`(_ name: String) throws {
    let reader = CaseReader()
    let parser = XMLReading(reader)
    let text = try render("junit", name)
    #expect(parser.read(text), "\(text)")
    #expect(reader.cases == 4 && reader.failures == 3 && reader.skipped == 1)
  }

  @Test(arguments: hostile)
  func `SARIF has what code scanning asks for`(_ name: String) throws {
    let data = Data(try render("sarif", name).utf8)
    let log = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [[String: Any]])
    let results = try #require(runs.first?["results"] as? [[String: Any]])
    #expect(runs.count == 1 && results.count == 4)
    for result in results {
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      #expect(prints == ["cleaveFinding/v1": "0f"])
      let locations = try #require(result["locations"] as? [[String: Any]])
      let physical = try #require(locations.first?["physicalLocation"] as? [String: Any])
      let artifact = try #require(physical["artifactLocation"] as? [String: String])
      let uri = try #require(artifact["uri"])
      #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f }, "\(uri)")
      #expect(uri.removingPercentEncoding == name)
      #expect((physical["region"] as? [String: Int])?["startLine"] ?? 0 > 0)
      let message = (result["message"] as? [String: String])?["text"] ?? ""
      #expect(!message.contains("]("))
    }
  }

  @Test func `SARIF keeps within the results of a run, and says what it left out`() throws {
    var report = Self.report("a")
    report.findings = Array(repeating: report.findings[0], count: 6000)
    let format = try #require(OutputFormats.check.first { $0.name == "sarif" })
    let text = try format.render(report, TextOptions())
    #expect(text.contains("1000 more findings are left out"))
    #expect(text.matches(of: #/"ruleId"/#).count == 5000)
  }
}

private final class CaseReader {
  var cases = 0
  var failures = 0
  var skipped = 0
}

/// Checks by hand what the format needs: balanced tags, quoted attributes, known entities.
private struct XMLReading {
  let counts: CaseReader

  init(_ counts: CaseReader) { self.counts = counts }

  func read(_ text: String) -> Bool {
    var open: [String] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      if !isText(rest[..<start]) { return false }
      guard let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") { continue }
      if tag.hasPrefix("/") {
        if open.popLast() != String(tag.dropFirst()) { return false }
        continue
      }
      guard let name = tag.split(separator: " ").first else { return false }
      let element = String(name.prefix { $0 != "/" })
      if !isAttributes(tag.dropFirst(element.count)) { return false }
      if element == "testcase" { counts.cases += 1 }
      if element == "failure" { counts.failures += 1 }
      if element == "skipped" { counts.skipped += 1 }
      if !tag.hasSuffix("/") { open.append(element) }
    }
    return open.isEmpty
  }

  private func isText(_ text: Substring) -> Bool {
    text.matches(of: #/&(?!(amp|lt|gt|quot|apos);)/#).isEmpty
  }

  private func isAttributes(_ text: Substring) -> Bool {
    text.wholeMatch(of: #/( [a-z]+="[^"<]*")*\/?/#) != nil && isText(text)
  }
}

/// The output against the schema of OASIS, which the set-up fetches.
struct SarifSchemaTests {
  static let schema = URL(filePath: #filePath)
    .appending(path: "../../../.build/schemas/sarif-2.1.0.json").standardizedFileURL
  static var isThere: Bool { FileManager.default.fileExists(atPath: schema.path) }

  private static let script = """
    import json, sys
    from jsonschema import Draft4Validator
    validator = Draft4Validator(json.load(open(sys.argv[1])))
    for line in sys.stdin:
      error = next(validator.iter_errors(json.loads(line)), None)
      print('valid' if error is None else '/'.join(map(str, error.path)) + ': ' + error.message[:200])
    """

  @Test(.enabled(if: isThere, "Tests/setup tests fetches the schema"))
  func `SARIF follows its schema, whatever the names are`() throws {
    let format = try #require(OutputFormats.check.first { $0.name == "sarif" })
    var lines: [String] = []
    for name in CheckFormatTests.hostile {
      let text = try format.render(CheckFormatTests.report(name), TextOptions())
      let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
      let line = try JSONSerialization.data(withJSONObject: value)
      lines.append(String(decoding: line, as: UTF8.self) + "\n")
    }
    lines.append("{\"version\": \"2.0.0\", \"runs\": []}\n")
    let result = try Self.run(lines.joined())
    let answers = result.split(separator: "\n")
    #expect(answers.dropLast().allSatisfy { $0 == "valid" }, "\(result)")
    #expect(answers.count == lines.count && answers.last != "valid")
  }

  private static func run(_ input: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "sarif-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, output) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input.utf8).write(to: source)
    try Data().write(to: output)
    let process = Process()
    process.currentDirectoryURL = URL(filePath: "/")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, schema.path]
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
