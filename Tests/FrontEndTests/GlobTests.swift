import FrontEnd
import Testing

@Suite struct GlobTests {
  @Test(arguments: [
    ("*.c", "a.c", true), ("*.c", "x/y/a.c", true), ("*.c", "a.cc", false), ("*.c", ".c", true),
    ("src", "src/a/b.c", true), ("src/", "src/a.c", true), ("/src", "x/src/a.c", false),
    ("src/*.c", "src/a.c", true), ("src/*.c", "src/x/a.c", false), ("src/*.c", "x/src/a.c", false),
    ("src/**", "src/x/a.c", true), ("src/**", "src", false), ("**/a.c", "a.c", true),
    ("**/a.c", "x/y/a.c", true), ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true),
    ("a/**/b", "a/xb", false), ("a**b", "axxb", true), ("a**b", "ax/xb", false),
    ("?.c", "a.c", true), ("a?b", "a/b", false), ("[a-c].h", "b.h", true),
    ("[!a-c].h", "b.h", false),
    ("[]x].h", "].h", true), ("[a", "[a", true), ("[[:digit:]]x", "7x", true),
    ("a[/]b", "a/b", false),
    ("{a,b}.c", "b.c", true), ("{a,b{1,2}}.c", "b2.c", true), ("{a}.c", "{a}.c", true),
    ("{a,b.c", "{a,b.c", true), ("\\*.c", "*.c", true), ("\\*.c", "a.c", false),
    ("./src/a.c", "src/a.c", true), ("**/x*/**/y", "a/xb/c/d/y", true),
    ("**/*x/y", "a/bx/cx/y", true), ("größe*", "größe.c", true),
  ])
  func `patterns match as they read`(pattern: String, path: String, expected: Bool) throws {
    #expect(try FolderGlob(pattern).matches(path.utf8) == expected)
  }

  @Test func `bytes that are not text can be matched`() throws {
    #expect(try FolderGlob("*.c").matches([0xff, 0xfe, 0x2e, 0x63]))
    #expect(try FolderGlob("?.c").matches([0xff, 0x2e, 0x63]))
  }

  @Test(arguments: ["", "/", "./", "{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}{a,b}"])
  func `patterns that cannot be used say why`(pattern: String) {
    let error = #expect(throws: FolderGlob.Malformed.self) { try FolderGlob(pattern) }
    #expect(error?.description.hasPrefix("malformed pattern \"\(pattern)\": ") == true)
  }

  @Test func `a hostile pattern ends`() throws {
    let pattern = String(repeating: "*a", count: 200) + "b"
    #expect(try !FolderGlob(pattern).matches(String(repeating: "a", count: 4000).utf8))
    let deep = String(repeating: "**/a*", count: 100) + "/z"
    #expect(try !FolderGlob(deep).matches(String(repeating: "a/", count: 1000).utf8))
  }
}
