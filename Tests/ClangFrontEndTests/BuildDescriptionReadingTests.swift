import Basics
import Facts
import Testing

@testable import ClangFrontEnd

@Suite struct BuildDescriptionReadingTests {
  @Test(arguments: [
    (#"cc -DA="x y" 'b c' d\ e"#, ["cc", "-DA=x y", "b c", "d e"]),
    (#"cc -DS=\"q\" "a\"b\\" '' "" x"#, ["cc", "-DS=\"q\"", "a\"b\\", "", "", "x"]),
    ("cc  a\n\tb\\", ["cc", "a", "b"]), (#"cc "open"#, ["cc", "open"]), ("", []), ("  ", []),
    ("cc $(evil) `x` $HOME ~ *", ["cc", "$(evil)", "`x`", "$HOME", "~", "*"]),
    (
      #"C:\VC\cl.exe /I"C:\a b\\" /DX=\"y\" a\b.c"#,
      [#"C:\VC\cl.exe"#, #"/IC:\a b\"#, #"/DX="y""#, #"a\b.c"#]
    ),
    (#""C:\Program Files\cl.exe" /c a.c"#, [#"C:\Program Files\cl.exe"#, "/c", "a.c"]),
    (#"cl /Ia\b "c d""#, ["cl", #"/Ia\b"#, "c d"]),
  ])
  func `command lines are split as the system's shell would`(line: String, expected: [String]) {
    #expect(CommandLine.split(line) == expected)
  }

  @Test(arguments: [
    (["cc", "-c"], false, false, ["-c"]), (["/usr/bin/g++-12", "a"], false, true, ["a"]),
    (["ccache", "gcc", "-c"], false, false, ["-c"]),
    (["libtool", "--mode=compile", "--tag=CC", "gcc", "-c"], false, false, ["-c"]),
    (["env", "A=b", "clang++", "x"], false, true, ["x"]),
    (["x86_64-linux-gnu-g++", "x"], false, true, ["x"]),
    ([#"C:\VC\CL.exe"#, "/c"], true, false, ["/c"]),
    (["clang-cl", "/c"], true, false, ["/c"]),
    (["mycompiler", "-c", "gcc"], false, false, ["-c", "gcc"]),
    (["distcc"], false, false, []), (["ccache", "x", "y"], false, false, ["x", "y"]),
  ])
  func `compilers are known behind launchers`(
    words: [String], isMicrosoft: Bool, isPlusPlus: Bool, arguments: [String]
  ) throws {
    let found = try #require(CompilerInvocation(words))
    #expect(found.isMicrosoft == isMicrosoft && found.isPlusPlus == isPlusPlus)
    #expect(found.arguments == arguments)
  }

  @Test func `both forms of entries are read, and what else is in them is skipped`() throws {
    let text = #"""
      [{"directory": "/d", "file": "a.c", "command": "cc -DX='1 2' a.c", "output": "a.o"},
       {"file": "b.c", "arguments": ["cc", "-I\u00e4\ud83d\ude00\/x", 5], "extra": {"a": [1, -2.5e3, null]}},
       7, {"file": "c.c"}, {"command": "cc"}, {"file": 3, "command": "cc"}]
      """#
    let entries = try CompileDatabase.parse(Array(text.utf8))
    #expect(
      entries == [
        CompileEntry(directory: "/d", file: "a.c", arguments: ["cc", "-DX=1 2", "a.c"]),
        CompileEntry(directory: "", file: "b.c", arguments: ["cc", "-Iä😀/x"]),
      ])
  }

  @Test(arguments: [
    "{}", "[", "[{]", "[{\"file\": \"a}]", "[{\"file\" \"a\"}]", "[] x", "[{\"a\": tru}]", "null",
    "[{\"file\": \"\\q\"}]", "[{\"file\": \"\\u12g4\"}]", "[1 2]", "\u{1}", "[{\"a\": +}]",
  ])
  func `what is not a database says where`(text: String) {
    let error = #expect(throws: CompileDatabase.Unusable.self) {
      try CompileDatabase.parse(Array(text.utf8))
    }
    #expect(error?.description.hasPrefix("malformed at line 1: expected ") == true)
  }

  @Test func `deep nesting ends without a crash`() {
    let deep = String(repeating: "[", count: 500_000)
    #expect(throws: CompileDatabase.Unusable.self) { try CompileDatabase.parse(Array(deep.utf8)) }
    let objects = "[" + String(repeating: "{\"a\":", count: 200_000)
    #expect(throws: CompileDatabase.Unusable.self) {
      try CompileDatabase.parse(Array(objects.utf8))
    }
  }

  @Test func `every truncation and random damage ends without a crash`() throws {
    let text = Array(
      #"[{"directory": "/d\\", "file": "\u00e4.c", "arguments": ["cc", "-c"]}]"#.utf8)
    for end in 1..<text.count {
      #expect(throws: CompileDatabase.Unusable.self) {
        try CompileDatabase.parse(Array(text[..<end]))
      }
    }
    for position in text.indices {
      for byte: UInt8 in [0, 0x22, 0x5c, 0x5d, 0x7b, 0xff] {
        var damaged = text
        damaged[position] = byte
        _ = try? CompileDatabase.parse(damaged)
      }
    }
  }

  @Test func `a mark of byte order, bad text and lone surrogates are borne`() throws {
    let text =
      [0xef, 0xbb, 0xbf] + Array(#"[{"file": "\ud800x"#.utf8) + [0xff]
      + Array(#"", "command": "cc"}]"#.utf8)
    #expect(try CompileDatabase.parse(text).map(\.file) == ["\u{fffd}x\u{fffd}"])
  }

  @Test(arguments: [
    ("#include \"a.h\"\n", ["1 \"a.h"]), ("  # include\t<b/c.h> // x\n", ["1 <b/c.h"]),
    ("/* #include \"x\"\n#include \"y\" */\n#include \"z\"", ["3 \"z"]),
    ("// #include \"x\"\n#include_next <n.h>\n#import \"i.h\"", ["2 <n.h", "3 \"i.h"]),
    ("const char *s = \"/*\";\n#include \"a\"\n", ["2 \"a"]),
    ("#if 0\n#include \"a\"\n#endif", ["2 \"a"]),
    ("#include MACRO\n#include \"\"\n#include \"open\n#include <open\n", []),
    ("#error it's\n#include \"a\"", ["2 \"a"]), ("char c = '\"';\n#include \"a\"", ["2 \"a"]),
    ("#include \"a\\b.h\"", ["1 \"a\\b.h"]), ("int x; #include \"no\"", []), ("/*", []), ("#", []),
    ("\"\\", []), ("#include", []),
    ("#include \"a.h\" /* c\nc */\n#include \"b.h\"", ["1 \"a.h", "3 \"b.h"]),
    ("#ifndef H\n#define H \"a.h\"\n#endif\n#include H\n", ["4 \"a.h"]),
    ("# define H <a>\n#define H \"b\"\n#include H // x\n#include H2\n", ["3 <a", "3 \"b"]),
    ("#include H\n#define H \"a\"", []), ("#define H 1\n#define\n#define I\n#include I", []),
    ("#define F(x) \"a\"\n#include F(1)\n#include F", []),
  ])
  func `directives are found in text`(text: String, expected: [String]) {
    let found = IncludeScanner.scan(Array(text.utf8))
    #expect(found.map { "\($0.line) \($0.isAngled ? "<" : "\"")\($0.name)" } == expected)
    for directive in found {
      #expect(Array(text.utf8)[directive.range].elementsEqual(directive.name.utf8))
    }
  }

  @Test(
    arguments: [
      ("", "a/b", "a/b"), ("a", "../b", "b"), ("a/b", "./c//d/", "a/b/c/d"), ("a", "../../b", nil),
      ("a", "/x/../y", "/y"), ("", "..", nil), ("a/b", "../..", ""),
    ] as [(String, String, String?)])
  func `paths are joined as text`(folder: String, name: String, expected: String?) {
    #expect(PathText.join(folder, name) == expected)
  }
}
