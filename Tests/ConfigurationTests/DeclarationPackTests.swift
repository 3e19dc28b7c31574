import Configuration
import Testing

@Suite struct SettingPathTests {
  @Test(arguments: [
    "a", "/a.b", "^^^", "^^.Type", "^@", "a|b.*", "a.**", "=", "/", "/=", "[a.b|c/d].e", "a->b.c",
    "a->=", "**", "a.+", "Fn::GetAtt.0",
  ])
  func `paths are read`(text: String) { #expect(SettingPath(text) != nil) }

  @Test(arguments: ["", "a.", ".a", "a..b", "a|", "[a", "a b.", "[]"])
  func `what is no path is refused`(text: String) { #expect(SettingPath(text) == nil) }
}

@Suite struct WildcardPatternTests {
  @Test(arguments: [
    ("AWS::*::Function", "AWS::Serverless::Function", true), ("*:sqs:*", "arn:aws:sqs:x", true),
    ("*:sqs:*", "arn:aws:sqs", false), ("abc", "abcd", false), ("*", "", true),
    ("a*a", "a", false), ("~HTTP*", "httpTrigger", true), ("http*", "HTTP", false), ("", "", true),
    ("a*b*c", "a-b-b-c", true), ("a*b*c", "a-c-b", false),
  ])
  func matches(pattern: String, text: String, isMatch: Bool) {
    #expect(WildcardPattern(pattern).matches(text) == isMatch)
  }

  @Test func `many marks take no exponential time`() {
    let pattern = WildcardPattern(String(repeating: "a*", count: 400) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 20_000)))
  }
}

@Suite struct StandardDeclarationTests {
  @Test func `packs of the tool have names, dates and rules`() {
    let packs = DeclarationPack.standard
    #expect(Set(packs.map(\.name)).count == packs.count)
    for pack in packs {
      #expect(pack.version.count == 10, "\(pack.name)")
      #expect(!pack.triggers.isEmpty || !pack.defaults.isEmpty, "\(pack.name)")
    }
  }

  @Test func `a pack of the same name replaces one`() throws {
    let own = try DeclarationPack.packs(
      text: "declarations: sam\nversion: 1\nformats: [yaml]\n---\npack: x\n", path: "a")
    #expect(own.map(\.name) == ["sam"])
    let merged = DeclarationPack.merged(own)
    #expect(merged.count == DeclarationPack.standard.count)
    #expect(merged.first { $0.name == "sam" }?.version == "1")
  }
}
