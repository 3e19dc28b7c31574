import Foundation
import Testing

/// Skeletons of deployments: read by the tool itself, and checked by the linter of templates.
@Suite struct DeploymentTests {
  private static let source = """
    # @trigger storage source="s3://uploads" memory=512MB duration_ms=800 rps=0.2 timeout=30s
    def resize(event):
        return event

    # @trigger schedule cron="15 3 * * 1-5" exclusive=true duration_ms=900
    def nightly(event):
        return event

    # @trigger schedule rate=10m duration_ms=900
    def sweep(event):
        return event

    # @trigger queue source=mails duration_ms=100
    def send_mail(event):
        return event

    # @trigger topic source=prices duration_ms=100
    def reprice(event):
        return event

    # @trigger stream source=clicks duration_ms=100 rps=0.1
    def count(event):
        return event

    # @trigger eventbus source=order.created duration_ms=100
    def ship(event):
        return event

    # @trigger http method=GET path=/orders/:id/items rps=0.01 duration_ms=50
    def items(event):
        return event

    # @trigger dbchange source=orders duration_ms=100 rps=0.01
    def project(event):
        return event

    # @trigger iot source=meters duration_ms=100
    def meter(event):
        return event

    # @trigger log source=/app/errors duration_ms=100
    def alarm(event):
        return event

    """

  private func emit(_ form: String, _ folder: Folder, _ more: [String] = []) throws -> String {
    let result = try Program.run(
      ["serverless", folder.path, "--emit", form, "--no-cache", "--no-history"] + more)
    try #require(result.status == 0, "\(result.talk)")
    return result.output
  }

  private func kinds(_ folder: Folder) throws -> [String: Set<String>] {
    let result = try Program.run([
      "serverless", folder.path, "--format", "tsv", "--no-cache", "--no-history",
    ])
    try #require(result.status == 0, "\(result.talk)")
    var kinds: [String: Set<String>] = [:]
    for row in result.output.split(separator: "\n") {
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      kinds[cells[2], default: []].insert(cells[3])
    }
    return kinds
  }

  private static let declared: [String: Set<String>] = [
    "resize": ["storage"], "nightly": ["schedule"], "sweep": ["schedule"], "send_mail": ["queue"],
    "reprice": ["topic"], "count": ["stream"], "ship": ["eventbus"], "items": ["http"],
    "project": ["dbchange"], "meter": ["iot"], "alarm": ["log"],
  ]

  @Test(
    "what is written declares what was declared",
    arguments: [("sam", "template.yaml"), ("serverless", "serverless.yml")])
  func returns(form: String, file: String) throws {
    let folder = try Folder(["src/app.py": Self.source])
    let written = try emit(form, folder)
    let bare = Self.source.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    try folder.write(bare, to: "src/app.py")
    try folder.write(written, to: file)
    #expect(try kinds(folder) == Self.declared, "\(written)")
  }

  @Test func `schedules keep their meaning`() throws {
    let folder = try Folder(["src/app.py": Self.source])
    let sam = try emit("sam", folder)
    #expect(sam.contains("Schedule: \"cron(15 3 ? * MON-FRI *)\""), "\(sam)")
    #expect(sam.contains("Schedule: \"rate(10 minutes)\""))
    #expect(sam.contains("ReservedConcurrentExecutions: 1"))
    let knative = try emit("knative", folder)
    #expect(knative.contains("schedule: \"15 3 * * MON-FRI\""), "\(knative)")
    #expect(knative.contains("schedule: \"*/10 * * * *\""))
  }

  @Test func `one handler can be written alone, and nothing that is not flagged`() throws {
    let folder = try Folder(["src/app.py": Self.source])
    let one = try emit("knative", folder, ["--only", "nightly"])
    #expect(one.contains("name: nightly") && !one.contains("resize"))
    for (name, message) in [("nobody", "no declared trigger starts"), ("", "no declared trigger")] {
      let result = try Program.run([
        "serverless", folder.path, "--emit", "sam", "--only", name, "--no-cache",
      ])
      #expect(result.status == 2 && result.talk.contains(message), "\(result.talk)")
    }
    let empty = try Folder(["a.py": "def a():\n    pass\n"])
    let result = try Program.run(["serverless", empty.path, "--emit", "sam", "--no-cache"])
    #expect(result.status == 2 && result.talk.contains("nothing is flagged"))
  }

  @Test func `hostile names stay texts`() throws {
    let folder = try Folder([
      "a\"b\n: {x.py": "# @trigger queue source=\"x: {y\" duration_ms=1\ndef f(e):\n    return 1\n",
      "b.py": Self.source,
    ])
    let written = try emit("sam", folder)
    #expect(!written.contains("a\"b\n"), "\(written)")
    try folder.write(written, to: "template.yaml")
    #expect(try kinds(folder)["resize"] == ["storage"])
  }

  private static let linter = Repository.root.appending(path: ".build/cfn-lint").path
  private static var hasLinter: Bool {
    FileManager.default.fileExists(atPath: linter + "/installed.txt")
  }

  @Test("the linter of templates finds nothing in it", .enabled(if: hasLinter))
  func isValid() throws {
    let folder = try Folder(["src/app.py": Self.source])
    try folder.write(try emit("sam", folder), to: "template.yaml")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c", "import sys; from cfnlint.runner import main; sys.exit(main())",
      folder.path + "/template.yaml",
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["PYTHONPATH"] = Self.linter
    process.environment = environment
    process.currentDirectoryURL = folder.url
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    // 0 is clean, 4 and 8 are warnings and remarks alone.
    #expect([0, 4, 8, 12].contains(process.terminationStatus), "\(text)")
    #expect(!text.contains("E3") && !text.contains("E0"), "\(text)")
  }

  @Test func `the page of a handler has all that a review asks for`() throws {
    let folder = try Folder(["src/app.py": Self.source])
    let result = try Program.run([
      "serverless", folder.path, "--explain", "resize", "--no-cache", "--no-history",
    ])
    try #require(result.status == 0, "\(result.talk)")
    for part in [
      "What starts it", "src/app.py:1", "Why", "(F1)", "Data", "Money", "a million events",
      "prices of", "First answer", "Ways out", "of 5 providers", "testing", "CloudFront", "twice",
    ] {
      #expect(result.output.contains(part), "\(part): \(result.output)")
    }
  }

  @Test func `the picture is read by Graphviz' language`() throws {
    let folder = try Folder(["src/app.py": Self.source])
    let result = try Program.run([
      "serverless", folder.path, "--format", "dot", "--no-cache", "--no-history",
    ])
    #expect(result.status == 0 && result.output.hasPrefix("digraph \""))
    #expect(result.output.contains("needed at times") && result.output.hasSuffix("}\n"))
    let dot = Process()
    dot.executableURL = URL(filePath: "/usr/bin/env")
    dot.arguments = ["dot", "-Tsvg", "-o", folder.path + "/split.svg", folder.path + "/split.dot"]
    try folder.write(result.output, to: "split.dot")
    try dot.run()
    dot.waitUntilExit()
    #expect(dot.terminationStatus == 0)
  }

  @Test func `traces say what nobody declared`() throws {
    let folder = try Folder([
      "app.py": """
      # @trigger http method=GET path=/orders/{id}
      def order(event):
          return 1

      # @trigger queue source=a
      def one(message):
          return message

      # @trigger queue source=b
      def two(message):
          return message

      """
    ])
    var log = ""
    for minute in 0..<60 {
      log += "10.0.0.1 - - [14/Nov/2023:22:\(minute < 10 ? "0" : "")\(minute):20 +0000] "
      log += "\"GET /orders/\(minute) HTTP/1.1\" 200 512 \"-\" \"x\" 0.050\n"
    }
    try folder.write(log, to: "access.txt")
    let options = ["--explain", "order", "--no-cache", "--no-history"]
    let before = try Program.run(["serverless", folder.path] + options)
    #expect(before.output.contains("(D11b)") && before.output.contains("rate is not known"))
    let after = try Program.run(
      ["serverless", folder.path, "--traces", folder.path + "/access.txt"] + options)
    #expect(
      after.output.hasPrefix("app.order, GET /orders/{id}: function"),
      "\(after.output)\(after.talk)")
    #expect(after.output.contains("measured: access.txt"), "\(after.output)")
    let wrong = try Program.run([
      "serverless", folder.path, "--traces", folder.path + "/app.py", "--no-cache",
    ])
    #expect(wrong.status == 2 && wrong.talk.contains("no spans"), "\(wrong.talk)")
  }
}
