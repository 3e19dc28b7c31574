import Basics
import ClangBinding
import ClangFrontEnd
import Facts
import Foundation
import FrontEnd
import Testing

/// Input that nobody meant to be parsed: nothing crashes, and what can be found is found.
@Suite struct RobustnessTests {
  static let source = """
    #include "self.h"
    // @trigger schedule cron="0 3 * * *"
    void nightly(int n);
    #define TWICE(x) ((x) + (x))
    namespace a { template <typename T> struct B : T { T t; void f() { t.g(1); } }; }
    struct S { virtual int v() = 0; int m = 1; enum class E { x, y } e; };
    struct D final : S { int v() override { return m; } };
    static int state[3] = {1, [2] = TWICE(3)};
    void nightly(int n) {
      while (true) { if (n) break; switch (n) { case 1: state[n]++; } }
      for (;;) { auto f = [&](int k) { return R"x(SELECT * FROM t)x"; }; D d; d.v(); }
    }
    #if 0
    #include "self.h"
    #endif
    """

  @Test("a source cut off at any byte gives facts, not a crash")
  func truncated() throws {
    for library in Workbench.libraries {
      let bench = try Workbench(files: ["self.h": "int self;\n"], library: library)
      defer { bench.remove() }
      let bytes = Array(Self.source.utf8)
      for end in bytes.indices {
        try bench.write(Array(bytes[..<end]), to: "cut.cpp")
        let unit = bench.extract("cut.cpp")
        #expect(unit.parts.contains { $0.path == "cut.cpp" && $0.facts != nil }, "at \(end)")
      }
    }
  }

  @Test("damaged bytes give facts, not a crash")
  func damaged() throws {
    var generator = SeededGenerator(seed: 7)
    for library in Workbench.libraries {
      let bench = try Workbench(files: ["self.h": "int self;\n"], library: library)
      defer { bench.remove() }
      for _ in 0..<200 {
        var bytes = Array(Self.source.utf8)
        for _ in 0..<8 {
          bytes[generator.next(below: bytes.count)] = UInt8(generator.next(below: 256))
        }
        try bench.write(bytes, to: "damaged.cpp")
        let unit = bench.extract("damaged.cpp")
        #expect(unit.path == "damaged.cpp")
      }
    }
  }

  @Test(
    "files that are no source", arguments: ["empty", "nul", "binary", "utf16", "latin1", "bom"])
  func noSource(_ name: String) throws {
    let contents: [String: [UInt8]] = [
      "empty": [], "nul": Array("int a;\0\0int b(void) { return a; }\0".utf8),
      "binary": (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) },
      "utf16": [0xff, 0xfe] + "int a;".utf8.flatMap { [$0, 0] },
      "latin1": Array("/* f\u{1}r */ int f(void); // ".utf8) + [0xfc, 0xe4, 0x0a],
      "bom": [0xef, 0xbb, 0xbf] + Array("int a(void);\n".utf8),
    ]
    for library in Workbench.libraries {
      let bench = try Workbench(files: ["x.h": ""], library: library)
      defer { bench.remove() }
      try bench.write(contents[name] ?? [], to: "f.c")
      let unit = bench.extract("f.c")
      #expect(unit.diagnostics.count <= 3)
      if name == "nul" { #expect(unit.lines("f.c").contains("global-read b -> a")) }
      if name == "latin1" { #expect(unit.lines("f.c").contains("declare function f")) }
      if name == "bom" { #expect(unit.lines("f.c").contains("declare function a")) }
    }
  }

  @Test("nesting as deep as generated code goes")
  func deep() throws {
    let chain = (0..<1000).map { "if (n == \($0)) return \($0); else " }.joined()
    let sum = Array(repeating: "g", count: 3000).joined(separator: " + ")
    let files = [
      "chain.c": "int f(int n) { \(chain) return 0; }",
      "sum.c": "int g; int f(void) { return \(sum); }",
      "parens.c": "int f(int n) { return \(String(repeating: "(", count: 5000))n; }",
      "calls.c": "int g(int); int f(int n) { return "
        + String(repeating: "g(", count: 200) + "n" + String(repeating: ")", count: 200) + "; }",
    ]
    for library in Workbench.libraries {
      let bench = try Workbench(files: files, library: library)
      defer { bench.remove() }
      #expect(bench.extract("chain.c").lines("chain.c").contains("declare function f definition"))
      let reads = bench.extract("sum.c").facts("sum.c")?.references.count { $0.kind == .globalRead }
      #expect(reads == 3000)
      #expect(bench.extract("parens.c").errorCount > 0)
      let calls = bench.extract("calls.c").facts("calls.c")?.references.count { $0.kind == .call }
      #expect(calls == 200)
    }
  }

  @Test("a file that is not there, and arguments that make no compilation")
  func refused() throws {
    for library in Workbench.libraries {
      let bench = try Workbench(files: ["a.c": "int a;\n"], library: library)
      defer { bench.remove() }
      let missing = bench.extract("none.c")
      #expect(missing.parts.isEmpty)
      #expect(!missing.diagnostics.isEmpty)
      let odd = bench.extract("a.c", arguments: ["-target", "nothing-at-all"])
      #expect(odd.path == "a.c")
    }
  }

  @Test("includes that recurse end")
  func recursion() throws {
    let files = [
      "r.c": "#include \"r.h\"\nint r(void) { return s; }\n",
      "r.h": "#include \"s.h\"\n", "s.h": "extern int s;\n#include \"r.h\"\n",
    ]
    for library in Workbench.libraries {
      let bench = try Workbench(files: files, library: library)
      defer { bench.remove() }
      let unit = bench.extract("r.c")
      #expect(unit.lines("r.c").contains("global-read r -> s"))
      #expect(unit.lines("s.h").contains("include r.h -> r.h"))
    }
  }

  @Test("missing headers are counted as such; other errors are counted, and two are quoted")
  func errors() throws {
    let text =
      "#include \"no.h\"\n#include \"no.h\"\n#include <none.h>\n"
      + (0..<50).map { "int f\($0)(void) { return unknown\($0); }\n" }.joined()
    for library in Workbench.libraries {
      let bench = try Workbench(files: ["e.c": text], library: library)
      defer { bench.remove() }
      let unit = bench.extract("e.c")
      #expect(unit.missingIncludes == ["no.h", "none.h"])
      #expect(unit.errorCount == 50)
      let codes = unit.diagnostics.map(\.code)
      #expect(codes.count { $0 == "missing-header" } == 2)
      #expect(codes.count { $0 == "parse-error" } == 2)
      #expect(unit.diagnostics.first { $0.code == "parse-error" }?.line == 4)
    }
  }

  @Test("names that are hard to print")
  func names() throws {
    let name = "odd \"name\"\t{\u{1b}}.c"
    for library in Workbench.libraries {
      let bench = try Workbench(files: [name: "int odd(void);\n"], library: library)
      defer { bench.remove() }
      #expect(bench.extract(name).lines(name).contains("declare function odd"))
      // A name that is not UTF-8 travels with `\xHH` for its bytes.
      let raw = Array((bench.root.path + "/b").utf8) + [0xff, 0x2e, 0x63, 0]
      let file = raw.withUnsafeBytes { fopen($0.bindMemory(to: CChar.self).baseAddress!, "w") }
      if let file {
        fputs("int raw(void);\n", file)
        fclose(file)
        let unit = bench.extract("b\\xFF.c")
        #expect(unit.parts.map(\.path) == ["b\\xFF.c"])
        #expect(unit.lines("b\\xFF.c").contains("declare function raw"))
      }
    }
  }

  @Test(
    "lines and lines of code",
    arguments: [
      ("", "0 0"), ("int a;", "1 1"), ("int a;\n\n", "2 1"), ("// x\n/* y\n\n*/ int b;\n", "4 1"),
      ("const char *s = \"/*\";\nint c; // */\n", "2 2"),
      ("int d = '\"'; /* \" */\n// \\\nx\nint e;", "4 2"),
      ("char q = '\\'';\nint f = 1'000;\n", "2 2"),
      ("auto r = R\"(\n// no comment\n\n)\";\n", "4 3"),
      ("#if 0\ndon't\n#endif\n", "3 3"), ("/* open\nint g;\n", "2 0"),
    ])
  func lines(_ text: String, _ counts: String) throws {
    for library in Workbench.libraries {
      let bench = try Workbench(files: ["l.cpp": text], library: library)
      defer { bench.remove() }
      #expect(bench.extract("l.cpp").lines("l.cpp").contains("lines \(counts)"), "\(text)")
    }
  }

  @Test("a library that is none, and one that is something else")
  func libraries() {
    #expect(throws: ClangLibraryError.self) { try ClangLibrary(path: "/nowhere/libclang.so") }
    do {
      _ = try ClangLibrary(path: "libc.so.6")
      Issue.record("libc is not libclang")
    } catch {
      #expect(error == .lacksFunction(path: "libc.so.6", name: "clang_getClangVersion"))
    }
    #expect(throws: ClangLibraryError.self) { try ClangLibrary.load(override: "/nowhere/lib.so") }
  }

  @Test("every library knows its version and has its headers beside it")
  func versions() throws {
    for library in Workbench.libraries {
      #expect(library.majorVersion >= 14)
      #expect(library.version.contains(String(library.majorVersion)))
      let folder = try #require(library.resourceDirectory)
      #expect(FileManager.default.fileExists(atPath: folder + "/include/stddef.h"))
    }
  }

  @Test("the large stack is large")
  func stack() {
    func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
    #expect(runOnLargeStack { depth(500_000) } == 500_000)
  }
}
