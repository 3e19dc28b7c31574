import Basics
import Configuration
import Facts
import FrontEnd
import Testing

@testable import ConfigurationFrontEnd

/// Files that nobody vouches for: none takes long, none loses more than itself.
@Suite struct DeclaredLimitTests {
  private func codes(_ name: String, _ text: String) throws -> [String] {
    let root = try Repository([name: Array(text.utf8)]).root
    let inventory = try discover(root)
    let frontEnd = ConfigurationFrontEnd()
    let extractor = frontEnd.makeExtractor(root: root)
    return frontEnd.plan(inventory).units.flatMap { unit -> [String] in
      let facts = extractor.extract(unit)
      let triggers = facts.parts.flatMap { $0.facts?.triggers ?? [] }
      return facts.diagnostics.map(\.code) + triggers.map(\.kind.rawValue)
    }
  }

  @Test func `aliases that stand for billions of settings end`() throws {
    var text = "functions:\n  f: &a0\n    handler: a.b\n"
    for level in 1...40 {
      let names = (0..<9).map { _ in "*a\(level - 1)" }.joined(separator: ", ")
      text += "x\(level): &a\(level) [\(names)]\n"
    }
    let codes = try codes("serverless.yml", text)
    #expect(codes.contains("too-large"))
    #expect(codes.contains("direct"))
  }

  @Test func `merged mappings that double end`() throws {
    var text = "functions:\n  f:\n    handler: a.b\na0: &a0\n  k: v\n"
    for level in 1...60 {
      text += "a\(level): &a\(level)\n  <<: *a\(level - 1)\n  k\(level): *a\(level - 1)\n"
    }
    #expect(try codes("serverless.yml", text).contains("too-large"))
  }

  @Test(
    "deep nesting ends", arguments: ["serverless.yml", "main.tf", "wrangler.toml", "function.json"])
  func nesting(name: String) throws {
    let open = String(repeating: "[", count: 50_000)
    let text =
      switch name {
      case "main.tf":
        "resource \"aws_lambda_function\" \"f\" {\n  handler = \"a.b\"\n  x = \(open)\n"
      case "wrangler.toml": "main = \"a.ts\"\nx = \(open)\n"
      case "function.json": "{\"bindings\": \(open)"
      default: "functions:\n  f: {handler: a.b}\nx: \(open)\n"
      }
    #expect(try !codes(name, text).isEmpty)
  }

  @Test func `blocks in blocks end`() throws {
    let text = String(repeating: "a {\n", count: 20_000)
    #expect(try codes("main.tf", text).contains("too-large"))
  }

  @Test func `a file of fifty megabytes is left out with a word`() throws {
    let line = "  # the quick brown fox jumps over the lazy dog again and again and again\n"
    let text = "functions:\n" + String(repeating: line, count: 700_000) + "  f: {handler: a.b}\n"
    let codes = try codes("serverless.yml", text)
    #expect(codes == ["too-large"] || codes.isEmpty)
  }

  @Test func `files that take each other in end`() throws {
    let root = try Repository([
      "serverless.yml": Array(
        "functions: ${file(a.yml)}\nb: ${self:b}\nc: ${self:d}\nd: ${self:c}\n".utf8),
      "a.yml": Array("f: {handler: x.y}\nagain: ${file(a.yml)}\n".utf8),
    ]).root
    #expect(try Declared.text(of: root).contains("direct"))
  }

  @Test(
    "nothing outside of the repository is read",
    arguments: ["/etc/passwd.yml", "../../x.yml", "~/x.yml"])
  func outside(path: String) throws {
    let root = try Repository([
      "serverless.yml": Array("functions:\n  f: ${file(\(path))}\n".utf8)
    ]).root
    #expect(try !Declared.text(of: root).contains("missing-file"))
  }

  @Test func `random bytes are no trouble`() throws {
    var generator = SeededGenerator(seed: 7)
    let seeds = [
      "main.tf": "resource \"aws_lambda_function\" \"f\" {\n  a = [1, { b = \"${c}\" }]\n}\n",
      "wrangler.toml": "main = \"a\"\n[triggers]\ncrons = [\"* * * * *\"]\n",
      "serverless.yml": "functions:\n  f:\n    handler: a.b\n    events: [{http: GET /}]\n",
      "a.proto": "service S { rpc A(B) returns (stream C) { option (x) = { y: \"z\" }; } }",
      "Procfile": "web: a b\n",
    ]
    for (name, text) in seeds.sorted(by: { $0.key < $1.key }) {
      for _ in 0..<60 {
        var bytes = Array(text.utf8)
        for _ in 0..<4 {
          bytes[Int.random(in: 0..<bytes.count, using: &generator)] =
            "{}[]\"'#*&:\n\\$(/"
            .utf8.randomElement(using: &generator)!
        }
        _ = try codes(name, String(decoding: bytes, as: UTF8.self))
      }
    }
  }
}

@Suite struct SettingFormTests {
  @Test(arguments: [
    ("rate(5 minutes)", "rate", "5 minutes"),
    ("at(2026-01-01T00:00:00)", "at", "2026-01-01T00:00:00"),
    // AWS counts weekdays from 1 on Sunday.
    ("cron(0 18 ? * 2-6 *)", "cron", "0 18 ? * 1-5"),
    ("cron(0/10 8 ? * 1,7 2026)", "cron", "0/10 8 ? * 0,6"),
    ("cron(0 18 ? * MON-FRI *)", "cron", "0 18 ? * MON-FRI"),
  ])
  func `schedules of AWS`(text: String, key: String, value: String) {
    let made = SettingForms.attribute("cron", text, .awsSchedule)
    #expect(made == TriggerDeclaration.Attribute(key: key, value: value))
  }

  @Test(arguments: ["nan", "inf", "-inf", "1e30", "nan:0:0", "1:inf:0", "-1e30"])
  func `what is no number is none, and what is too large ends nothing`(text: String) {
    for form in [DeclarationPack.Form.megabytes, .seconds, .milliseconds, .azureSchedule] {
      let made = SettingForms.attribute("timeout", text, form)
      #expect(!["0s", "0ms", "0MB"].contains(made?.value ?? ""))
      if !text.contains("1e30") {
        #expect(made == nil || made?.key == "cron" || made?.value == text)
      }
    }
    _ = Evidence.duration(Double(text) ?? .nan)
  }

  @Test func `names of functions as resources`() {
    #expect(
      SettingForms.serverlessName("hello-big_world") == "HelloDashbigUnderscoreworldLambdaFunction")
  }
}
