import Basics
import Testing

/// Build files in TOML, whole and broken.
@Suite struct TOMLTextTests {
  private func value(_ text: String, _ path: String...) -> TOMLText.Value? {
    var value: TOMLText.Value? = .table(TOMLText.parse(text))
    for name in path { value = value?[name] }
    return value
  }

  @Test func `tables, lists of tables and dotted keys`() {
    let text = """
      top = 1 # a comment
      [a.b]
      "quoted key" = 'it''s'
      c.d = { e = "x", f = [1, "y",] }
      [[bin]]
      name = "one"
      [[bin]]
      name = \"""
      two\"""
      """
    #expect(value(text, "top") == .word("1"))
    #expect(value(text, "a", "b", "c", "d", "f") == .list([.word("1"), .text("y")]))
    #expect(value(text, "bin")?.list.map { $0["name"]?.text } == ["one", "\ntwo"])
  }

  @Test func `a broken line loses itself alone`() {
    let text = "= 1\n[a\nb = \"open\n?? = 3\nc = \"kept\"\n"
    #expect(value(text, "a", "c")?.text == "kept")
  }

  @Test(arguments: ["a.", "[a.", "x = [", "x = {a="])
  func `what is nested without end is read as far as it is a build file`(_ step: String) {
    let steps = String(repeating: step, count: 200_000)
    #expect(TOMLText.parse(steps + "\n").count <= 1)
  }
}
