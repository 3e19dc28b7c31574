import Basics
import ClangFrontEnd
import Facts
import Foundation
import FrontEnd
import Testing

/// Headers: delivered once for each distinct set of facts, and the same set in any order.
@Suite struct HeaderTests {
  static let files = [
    "a.c": "#include \"h.h\"\nint a(void) { return shared(); }\n",
    "b.c": "#include \"h.h\"\nint b(void) { return shared(); }\n",
    "h.h": """
    #pragma once
    #include "inner.h"
    #ifdef FAST
    int fast(void);
    #endif
    static inline int shared(void) { return inner(); }
    """,
    "inner.h": "#pragma once\nint inner(void);\n",
  ]

  @Test("a second unit does not deliver a header's facts again")
  func once() throws {
    for library in Workbench.libraries {
      let bench = try Workbench(files: Self.files, library: library)
      defer { bench.remove() }
      let first = bench.extract("a.c")
      let second = bench.extract("b.c")
      #expect(first.parts.map(\.path) == ["a.c", "h.h", "inner.h"])
      #expect(first.parts.allSatisfy { $0.facts != nil })
      #expect(second.parts.map(\.path) == ["b.c", "h.h", "inner.h"])
      #expect(second.parts.map { $0.facts != nil } == [true, false, false])
      #expect(first.parts[1...].map(\.fingerprint) == second.parts[1...].map(\.fingerprint))
      #expect(second.lines("b.c").contains("call b -> shared"))
    }
  }

  @Test("the main file is always delivered")
  func again() throws {
    for library in Workbench.libraries {
      let bench = try Workbench(files: Self.files, library: library)
      defer { bench.remove() }
      let first = bench.extract("a.c")
      let second = bench.extract("a.c")
      #expect(first.facts("a.c") != nil)
      #expect(first.facts("a.c") == second.facts("a.c"))
    }
  }

  @Test("other conditions, other content below, and another dialect give another fingerprint")
  func distinct() throws {
    for library in Workbench.libraries {
      let bench = try Workbench(files: Self.files, library: library)
      defer { bench.remove() }
      let plain = bench.extract("a.c")
      let fast = bench.extract("b.c", arguments: ["-DFAST"])
      #expect(fast.lines("h.h").contains("declare function fast"))
      #expect(!plain.lines("h.h").contains("declare function fast"))
      #expect(fast.facts("inner.h") == nil)
      #expect(bench.extract("b.c", arguments: ["-std=c11"]).facts("h.h") != nil)
      try bench.write(Array("#pragma once\n\nint inner(void);\n".utf8), to: "inner.h")
      let changed = bench.extract("a.c")
      #expect(changed.facts("inner.h") != nil)
      #expect(changed.facts("h.h") != nil)
    }
  }

  @Test("an unguarded file depends on its includer's macros")
  func unguarded() throws {
    let files = [
      "a.c": "#define OP(n) int a_##n(void);\n#include \"ops.def\"\n",
      "b.c": "#define OP(n) int b_##n(void) { return n(); }\nint x(void);\n#include \"ops.def\"\n",
      "ops.def": "OP(x)\n",
    ]
    for library in Workbench.libraries {
      let bench = try Workbench(files: files, library: library)
      defer { bench.remove() }
      #expect(bench.extract("a.c").lines("ops.def").contains("declare function a_x"))
      let second = bench.extract("b.c").lines("ops.def")
      #expect(second.contains("declare function b_x definition"))
      #expect(second.contains("call b_x -> x"))
      #expect(!second.contains { $0.hasPrefix("macro ") })
    }
  }

  @Test("facts of equal fingerprint are equal in any order of the units")
  func order() throws {
    let folder = FixtureTests.folder
    let units = try FixtureTests.paths(folder).filter { $0.hasSuffix(".c") || $0.hasSuffix(".cpp") }
    for library in Workbench.libraries {
      func collect(_ units: [String]) -> [Digest: FileFacts] {
        let bench = Workbench(root: folder, library: library)
        let parts = units.flatMap { bench.extract($0).parts }
        return Dictionary(
          parts.compactMap { part in part.facts.map { (part.fingerprint, $0) } },
          uniquingKeysWith: { $0 == $1 ? $0 : FileFacts(path: "differs", language: .c) })
      }
      let forward = collect(units)
      #expect(forward.count > 20)
      #expect(!forward.values.contains { $0.path == "differs" })
      #expect(forward == collect(units.reversed()))
    }
  }

  @Test("dependencies are all files read, with the digests of their bytes on disk")
  func dependencies() throws {
    var files = Self.files
    files["forced.h"] = "int forced(void);\n"
    for library in Workbench.libraries {
      let bench = try Workbench(files: files, library: library)
      defer { bench.remove() }
      let text = Array("#pragma once\nint inner(void);\nint more(void);\n".utf8)
      let unit = bench.extract(
        "a.c", arguments: ["-include", "forced.h"],
        overlays: [.init(path: "inner.h", content: text)])
      #expect(unit.dependencies.map(\.path) == ["a.c", "forced.h", "h.h", "inner.h"])
      let disk = Dictionary(uniqueKeysWithValues: files.map { ($0.key, Digest(of: $0.value)) })
      #expect(unit.dependencies.allSatisfy { disk[$0.path] == $0.digest })
      #expect(unit.lines("inner.h").contains("declare function more"))
      #expect(unit.lines("forced.h").contains("declare function forced"))
    }
  }

  @Test("links are followed: inside by the real path, out of the tree as foreign")
  func links() throws {
    for library in Workbench.libraries {
      let outside = try Workbench(files: ["o.h": "int outer(void);\n"], library: library)
      let bench = try Workbench(
        files: [
          "m.c":
            "#include \"in.h\"\n#include \"out.h\"\nint m(void) { return real() + outer(); }\n",
          "real/r.h": "int real(void);\n",
        ], library: library)
      defer {
        bench.remove()
        outside.remove()
      }
      let manager = FileManager.default
      try manager.createSymbolicLink(
        atPath: bench.root.path + "/in.h", withDestinationPath: "real/r.h")
      try manager.createSymbolicLink(
        atPath: bench.root.path + "/out.h", withDestinationPath: outside.root.path + "/o.h")
      let unit = bench.extract("m.c")
      #expect(unit.parts.map(\.path) == ["m.c", "real/r.h"])
      let lines = unit.lines("m.c")
      #expect(lines.contains("include in.h -> real/r.h"))
      #expect(lines.contains("include-external out.h"))
      #expect(lines.contains("call m -> real"))
      #expect(lines.contains("external 1"))
    }
  }
}
