import Facts
import Testing

@testable import TriggerRules

@Suite struct TokenTests {
  private func words(_ text: String, _ language: Language) -> [String] {
    let tokens = SourceTokens(Array(text.utf8), Lexis.of(language))
    return (0..<tokens.count).map { tokens.text($0) }
  }

  @Test("comments and texts of each language are no words")
  func languages() {
    #expect(words("a # b\n'c d' + e", .python) == ["a", "c d", "+", "e"])
    #expect(
      words("a // b\n`c ${d(\"}\")} e` + f /* g */", .javascript) == [
        "a", "c ${d(\"}\")} e", "+", "f",
      ])
    #expect(words("x = %w[a b]\nget :c, to: \"d#{e(\"f\")}\"", .ruby).contains("c"))
    #expect(
      words("<b>don't</b><?php f('a'); ?> it's <?php g();", .php) == [
        "f", "(", "a", ")", ";", "g", "(", ")", ";",
      ])
    #expect(words("let a: &'a str = r#\"x\"y\"#; 'b'", .rust).suffix(2) == [";", "b"])
    #expect(words("f(R\"x(a)\"b)x\", 1'000)", .cpp) == ["f", "(", "a)\"b", ",", "1'000", ")"])
    #expect(words("a <<~SQL\n  don't\n  SQL\nb", .ruby).last == "b")
  }

  @Test("brackets in brackets end", arguments: [Language.javascript, .python, .go, .ruby, .php])
  func nesting(_ language: Language) {
    let (open, close) = (
      String(repeating: "[", count: 20_000), String(repeating: "]", count: 20_000)
    )
    let head = language == .php ? "<?php " : ""
    for text in ["f(\(open)\(close))", "f(\(open)", "f([[g([[\(open)\(close)]])]])"] {
      let tokens = SourceTokens(Array((head + text).utf8), Lexis.of(language))
      var reader = ChainReader(tokens)
      #expect(reader.chain(at: 0)?.links.first?.name == "f")
    }
  }

  @Test(
    "what breaks off or is hostile still ends",
    arguments: [
      "\"", "'", "`${", "/*", "%w[", "<<~X", "((((", "))))", "@\"", "$@\"", "R\"x(", "r#\"",
      "do do do",
      "a.b.c.(", "x = /", "\u{0}\u{1}", "#{", "\"#{\"#{\"#{",
    ])
  func hostile(_ text: String) {
    for language in Language.allCases where language.isCode {
      let tokens = SourceTokens(Array((text + "\nf(g(1))").utf8), Lexis.of(language))
      var reader = ChainReader(tokens)
      for index in 0..<tokens.count { _ = reader.chain(at: index) }
      #expect(tokens.count <= text.utf8.count + 8)
    }
  }
}
