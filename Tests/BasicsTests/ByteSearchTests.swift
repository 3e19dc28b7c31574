import Basics
import Testing

/// Bytes that are looked for in others.
@Suite struct ByteSearchTests {
  @Test(
    "a text is found where it stands whole",
    arguments: [
      ("", false), ("ab", false), ("abc", true), ("xabc", true), ("aabc", true), ("abcx", true),
      ("ababc", true), ("ab c", false), ("abab", false), ("aab", false), ("ABC", false),
    ])
  func contains(text: String, isIn: Bool) {
    #expect(text.utf8.contains("abc") == isIn)
    #expect(Array(text.utf8).contains("abc") == isIn)
    #expect(Array("--\(text)--".utf8)[2..<(2 + text.utf8.count)].contains("abc") == isIn)
  }

  @Test("what stands around a slice is not part of it")
  func slices() {
    let bytes = Array("xabcx".utf8)
    #expect(bytes[1..<4].contains("abc"))
    #expect(!bytes[2...].contains("abc"))
    #expect(!bytes[..<3].contains("abc"))
    #expect(bytes[...].contains(""))
    #expect(bytes[..<0].contains(""))
  }

  @Test("beginnings and ends")
  func ends() {
    #expect("module.ts".utf8.ends(with: ".ts") && !"module.ts".utf8.ends(with: ".tsx"))
    #expect(!"ts".utf8.ends(with: ".ts") && "ts".utf8.ends(with: ""))
    #expect("./a".utf8.starts(with: "./") && !"../a".utf8.starts(with: "./"))
    #expect(!".".utf8.starts(with: "./"))
  }
}
