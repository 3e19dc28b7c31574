import Testing

@testable import Facts

@Suite struct TriggerGrammarTests {
  private func summary(_ result: TriggerGrammar.Result) -> [String] {
    result.entries.map { entry in
      let pairs = entry.attributes.map { "\($0.key)=\($0.value)" }
      return ([entry.kind.rawValue] + pairs).joined(separator: "|")
    }
  }

  @Test(
    arguments: [
      (
        #"/* @trigger storage source="s3://uploads" filter="*.jpg" timeout=30s memory=512MB rps=0.2 */"#,
        ["storage|source=s3://uploads|filter=*.jpg|timeout=30s|memory=512MB|rps=0.2"]
      ),
      (
        #"// @trigger schedule cron="*/5 * * * *" exclusive=true timeout=10m"#,
        ["schedule|cron=*/5 * * * *|exclusive=true|timeout=10m"]
      ),
      ("// @trigger none", ["none"]),
      ("/* @trigger queue source=orders*/", ["queue|source=orders"]),
      ("/// \\trigger{http method=POST path=/orders}", ["http|method=POST|path=/orders"]),
      ("@trigger http path=/a, method=GET", ["http|path=/a|method=GET"]),
      ("# @trigger http path=/a/{id}/b rps=2", ["http|path=/a/{id}/b|rps=2"]),
      ("@trigger{http path=/a/{id}}", ["http|path=/a/{id}"]),
      ("# @trigger storage source=a\n#   filter=b", ["storage|source=a|filter=b"]),
      (
        "/**\n * Resizes.\n *\n * @trigger storage\n *   source=a\n *   filter=b\n */",
        ["storage|source=a|filter=b"]
      ),
      ("// @trigger storage source=a then some prose key=value", ["storage|source=a"]),
      (
        "// @trigger queue source=a\n// @trigger schedule rate=\"5 minutes\"",
        ["queue|source=a", "schedule|rate=5 minutes"]
      ),
      (
        "/* Makes it. @trigger topic source=t @trigger queue source=q */",
        ["topic|source=t", "queue|source=q"]
      ),
      ("// @trigger http\n// name=of the thing that it does", ["http|name=of"]),
      ("// the @trigger schedule grammar is in the manual", []),
      ("// see `@trigger` and x@trigger http", []),
      ("// @triggers http", []),
      ("// trigger http", []),
      ("", []),
    ] as [(String, [String])])
  func readsComments(_ text: String, _ want: [String]) {
    let result = TriggerGrammar.parse(comment: text)
    #expect(summary(result) == want)
    #expect(result.problems == [])
  }

  @Test(
    arguments: [
      ("// @trigger shedule", 13, "'shedule' is not a kind of trigger, did you mean 'schedule'"),
      ("// @trigger", 12, "'@trigger' has no kind, write '@trigger schedule' or another"),
      ("// @trigger queue sorce=x", 19, "'sorce' is not a key, did you mean 'source'"),
      (
        "// @trigger queue timeout=30sec", 19,
        "'30sec' is not a duration for 'timeout', such as '30s' or '800'"
      ),
      ("// @trigger queue memory=512", 19, "'512' is not a size, such as '512MB'"),
      ("// @trigger queue rps=often", 19, "'often' is not a rate, such as '0.2'"),
      (
        "// @trigger schedule cron=\"61 * * * *\"", 22,
        "'61' is not a minute, which goes from 0 to 59"
      ),
      (
        "// @trigger schedule cron=* * * * *", 22,
        "'*' has 1 of the 5 fields of a cron expression, quote it as a whole"
      ),
      (
        "/* @trigger schedule cron=\"*/", 27,
        "the value of 'cron' has no closing quote, and '*/' ends a block comment: use '//'"
      ),
      ("// @trigger queue source=", 26, "'source' has no value"),
      ("// @trigger queue enabled=maybe", 19, "'maybe' is neither 'true' nor 'false'"),
      ("// @trigger http method=post", 18, "'post' is not a method, such as 'POST'"),
    ] as [(String, Int, String)])
  func reportsProblems(_ text: String, _ column: Int, _ message: String) {
    let problems = TriggerGrammar.parse(comment: text).problems
    #expect(problems == [.init(message: message, lineOffset: 0, column: column)])
  }

  @Test(
    arguments: [
      ("// @trigger schedule cron=\"*/5 * * * *\"", "@trigger schedule cron=\"*/5 * * * *\""),
      ("/**\n * @trigger queue\n *   source=a */", "@trigger queue source=a"),
      ("# @trigger queue\n#   source=a", "@trigger queue source=a"),
    ])
  func quotes(_ text: String, _ want: String) {
    #expect(TriggerGrammar.parse(comment: text).entries.map(\.evidence) == [want])
  }

  @Test func keepsWhatIsValid() {
    let result = TriggerGrammar.parse(
      comment: "\n * @trigger queue foo=1 batch=x source=a batch=7\n")
    #expect(summary(result) == ["queue|source=a|batch=7"])
    #expect(result.problems.map(\.lineOffset) == [1, 1])
    #expect(result.entries.map(\.lineOffset) == [1])
    #expect(result.entries.map(\.evidence) == ["@trigger queue foo=1 batch=x source=a batch=7"])
  }

  @Test(
    arguments: [
      (
        "trigger:http method=POST path=/orders latency_ms=200", [],
        ["http|method=POST|path=/orders|latency_ms=200"]
      ),
      ("trigger:queue", ["source=orders", "batch=5"], ["queue|source=orders|batch=5"]),
      ("trigger:schedule cron=\\\"0 3 * * *\\\"", [], ["schedule|cron=0 3 * * *"]),
      ("other:http", [], []),
      ("trigger", [], []),
    ] as [(String, [String], [String])])
  func readsAnnotations(_ text: String, _ arguments: [String], _ want: [String]) {
    let result = TriggerGrammar.parse(annotation: text, arguments: arguments)
    #expect(summary(result) == want)
    #expect(result.problems == [])
  }

  @Test func normalisesValues() throws {
    let text =
      "// @trigger schedule cron=\"0 3 * * *\" timeout=10m duration_ms=800 memory=1GB rps=0.5 "
      + "peak_rps=5 latency_ms=200 batch=10 concurrency=2 exclusive=true enabled=false"
    let found = TriggerGrammar.parse(comment: text)
      .declarations(by: .comment, of: .symbol(3), line: 12)
    let trigger = try #require(found.first)
    #expect(trigger.line == 12 && trigger.origin == .comment && trigger.handler == .symbol(3))
    #expect(trigger.timeoutSeconds == 600 && trigger.durationSeconds == 0.8)
    #expect(trigger.memoryMegabytes == 1024 && trigger.rate == 0.5 && trigger.peakRate == 5)
    #expect(trigger.latencySeconds == 0.2 && trigger.batch == 10 && trigger.concurrency == 2)
    #expect(trigger.isExclusive && !trigger.isEnabled && trigger.schedule?.period == 86400)
  }

  @Test func survivesArbitraryText() {
    var state: UInt64 = 3
    let parts = [
      "@trigger", " ", "\n", "*/", "\"", "=", "cron", "http", "{", "}", "\\", ",", "é", "*",
    ]
    for length in 0..<500 {
      let text = (0..<(length % 40)).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return parts[Int(state >> 33) % parts.count]
      }.joined()
      let lines = text.utf8.count { $0 == 0x0a }
      let result = TriggerGrammar.parse(comment: text)
      #expect(result.problems.allSatisfy { $0.lineOffset <= lines && $0.column >= 1 })
    }
  }
}
