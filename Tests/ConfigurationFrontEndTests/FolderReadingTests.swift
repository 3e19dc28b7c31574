import Basics
import Configuration
import Facts
import FrontEnd
import Testing

@testable import ConfigurationFrontEnd

/// Files of a folder that are read as one.
@Suite struct FolderReadingTests {
  private func function(_ name: String) -> String {
    """
    resource "aws_lambda_function" "\(name)" {
      function_name = "\(name)"
      handler = "a.main"
      timeout = 5
    }

    """
  }

  @Test func `each file has what stands in it, by what stands in others`() throws {
    var files: [String: [UInt8]] = [:]
    for index in 0..<40 { files["infra/f\(index).tf"] = Array(function("f\(index)").utf8) }
    files["infra/rules.tf"] = Array(
      """
      resource "aws_cloudwatch_event_rule" "night" {
        schedule_expression = "rate(1 day)"
      }
      resource "aws_cloudwatch_event_target" "night" {
        rule = aws_cloudwatch_event_rule.night.name
        arn = aws_lambda_function.f7.arn
      }
      """.utf8)
    let lines = try Declared.text(of: try Repository(files).root).split(separator: "\n")
    #expect(lines.count == 40)
    for index in 0..<40 where index != 7 {
      #expect(lines.count { $0.hasPrefix("infra/f\(index).tf:1\tdirect") } == 1)
    }
    #expect(lines.count { $0.contains("schedule") && $0.hasPrefix("infra/rules.tf:") } == 1)
  }

  @Test func `a folder is read once, and again where a file is another`() {
    let readings = FolderReadings()
    let pack = DeclarationPack()
    var count = 0
    func read(_ texts: [String]) {
      let files = texts.enumerated().map {
        FolderReadings.File(path: "\($0.offset).tf", digest: Digest(of: $0.element))
      }
      _ = readings.findings(of: files, pack) {
        count += 1
        return []
      }
    }
    for _ in 0..<100 { read(["a", "b"]) }
    #expect(count == 1)
    read(["a", "c"])
    read(["a", "b"])
    #expect(count == 2)
    for index in 0..<9 { read(["\(index)"]) }
    read(["a", "b"])
    #expect(count == 12)
  }

  @Test func `large folders are read in parts, a file with those of its own`() {
    let paths = (0..<300).map { "a/\($0).tf" }
    let join = FolderJoin(paths + ["b/x.tf"])
    #expect(join.arguments(for: "b/x.tf").isEmpty)
    #expect(join.arguments(for: "a/0.tf").count == FolderJoin.mostFiles - 1)
    #expect(!join.arguments(for: "a/200.tf").contains(FolderJoin.sibling + "a/0.tf"))
    #expect(join.arguments(for: "a/299.tf").count == 300 - 2 * FolderJoin.mostFiles - 1)
  }
}

/// Formats that are read by readers of ours, or made ready for YAML's.
@Suite struct SettingReaderTests {
  @Test func `many tables of one name are a list`() {
    var reader = TOMLReader(String(repeating: "[[x]]\na = 1\n", count: 40_000))
    let list = reader.read().child("x")?.children ?? []
    #expect(list.count == 40_000 && list.allSatisfy { $0.child("a")?.text == "1" })
    #expect(list.last?.line == 79_999)
  }

  @Test func `a list goes on where its tables do`() {
    var reader = TOMLReader("[[a]]\nn = 1\n[[a.b]]\nm = 1\n[[a.b]]\nm = 2\n[[a]]\nn = 2\n")
    let top = reader.read().child("a")?.children ?? []
    #expect(top.map { $0.child("b")?.children.count } == [2, nil])
    #expect(reader.problems.isEmpty)
  }

  @Test func `empty lines are passed over once`() {
    let gap = String(repeating: "\n", count: 200_000)
    var reader = ECMAReader("const a = b\(gap)  .c\nconst t: |\(gap) X = 'y'\nexport default a\n")
    reader.read()
    #expect(reader.constants["a"]?.text == "b .c")
    #expect(reader.constants["t"]?.text == "y")
  }

  @Test(arguments: [
    (#""\ud83d\ude80""#, "🚀"), (#""a\uD83D\uDE80b\u00e9""#, "a🚀bé"), (#""\\ud83d""#, #"\ud83d"#),
    (#""\ud83d""#, "\u{fffd}"), (#""\ude80\ud83d""#, "\u{fffd}\u{fffd}"), (#""\u0041""#, "A"),
    (#""x" // \ud83d"#, "x"), (#""a//b/*c*/""#, "a//b/*c*/"),
  ])
  func `escapes of JSON`(json: String, wanted: String) throws {
    var budget = SettingBudget()
    let text = LooseJSON.asYAML("{\"a\": \(json)\n}")
    let document = try Setting.documents(yaml: text, budget: &budget).first
    #expect(document?.child("a")?.text == wanted)
  }

  @Test func `of what is merged the first counts, and what is written there before all`() throws {
    var budget = SettingBudget()
    let text = """
      a: &a {x: a, y: a, w: a}
      b: &b {x: b, z: b}
      c:
        <<: [*a, *b]
        w: c
      """
    let merged = try Setting.documents(yaml: text, budget: &budget).first?.child("c")
    #expect(merged?.children.map { "\($0.key)=\($0.text ?? "")" } == ["x=a", "y=a", "z=b", "w=c"])
  }
}
