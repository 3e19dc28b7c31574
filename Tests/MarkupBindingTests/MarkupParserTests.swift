import MarkupBinding
import Testing

private func markup(_ text: String, limits: MarkupParser.Limits = .init()) -> MarkupTree? {
  MarkupParser.tree(of: Array(text.utf8), limits: limits) { $0 != "unknown" }
}

@Suite struct MarkupParserTests {
  @Test func elementsHaveTheLinesOfTheirTags() throws {
    let text =
      "<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>\n <b:c x='1'\n y='&lt;'/>t\n</a>"
    let tree = try #require(markup(text))
    #expect(tree.problem == nil)
    #expect(tree.elements.map(\.name) == ["a", "c"])
    #expect(tree.elements.map(\.line) == [3, 4])
    #expect(tree.elements[1]["y"] == "<")
    #expect(tree.children(0) == [1])
    #expect(tree.text(0).line == 5)
    #expect(tree.text(0).text.contains("t"))
  }

  @Test func sectionsOfCharactersAreText() throws {
    let tree = try #require(markup("<a>x <![CDATA[a < b\n&c]]></a>"))
    #expect(tree.text(0).text == "x a < b\n&c")
  }

  @Test func otherRootsAreRefused() {
    #expect(markup("<unknown><a></unknown>") == nil)
    #expect(markup("") == nil)
    #expect(markup("no markup") == nil)
  }

  @Test func brokenTextGivesWhatStandsBeforeIt() throws {
    let tree = try #require(markup("<a>\n<b/>\n<c></a>"))
    #expect(tree.elements.map(\.name) == ["a", "b", "c"])
    #expect(tree.problem?.line == 3)
  }

  @Test func nothingOutsideIsRead() throws {
    let text = """
      <!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd"> <!ENTITY % p SYSTEM "http://x/"> %p;]>
      <a b="1">&f;&undeclared;</a>
      """
    let tree = try #require(markup(text))
    #expect(tree.text(0).text == "")
    #expect(tree.elements[0]["b"] == "1")
  }

  @Test func entitiesOfEntitiesEndTheReading() throws {
    var text = "<!DOCTYPE a [<!ENTITY e0 \"0123456789\">"
    for step in 1..<12 {
      text += "<!ENTITY e\(step) \"" + String(repeating: "&e\(step - 1);", count: 10) + "\">"
    }
    #expect(markup(text + "]><a>&e11;</a>") == nil)
    let plain = try #require(markup("<!DOCTYPE a [<!ENTITY e \"x&#38;#60;\">]><a>&e;</a>"))
    #expect(plain.problem == nil)
    #expect(plain.text(0).text == "x<")
  }

  @Test func limitsHold() throws {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(try #require(markup(deep)).elements.count == 257)
    var limits = MarkupParser.Limits()
    limits.elements = 10
    let wide = "<a>" + String(repeating: "<b/>", count: 100) + "</a>"
    let cut = try #require(markup(wide, limits: limits))
    #expect(cut.elements.count == 11)
    #expect(cut.problem != nil)
    limits.bytes = 100
    #expect(
      try #require(markup("<a>" + String(repeating: "x", count: 101) + "</a>", limits: limits))
        .problem != nil)
  }

  @Test func textThatIsNotUTF8IsLatin1() throws {
    let bytes =
      Array("<?xml version='1.0' encoding='windows-1252'?><a b='".utf8) + [0xe9] + Array("'/>".utf8)
    let tree = try #require(MarkupParser.tree(of: bytes) { _ in true })
    #expect(tree.elements[0]["b"] == "é")
  }

  @Test func everyPrefixAndEveryFlippedByteIsSurvived() {
    let text = Array(
      "<!DOCTYPE a [<!ENTITY e 'x'>]><a b='1'>&e;<c><![CDATA[y]]></c><!-- z --></a>".utf8)
    for end in text.indices {
      _ = MarkupParser.tree(of: Array(text[..<end])) { _ in true }
      for bit in [UInt8(1), 0x20, 0x80] {
        var other = text
        other[end] ^= bit
        _ = MarkupParser.tree(of: other) { _ in true }
      }
    }
  }
}
