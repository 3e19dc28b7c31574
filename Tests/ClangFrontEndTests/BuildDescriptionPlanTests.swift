import Basics
import Facts
import Foundation
import FrontEnd
import Testing

@testable import ClangFrontEnd

/// A repository in a folder of its own, removed at the end.
private final class Repository {
  let root: String

  init(_ files: [String: String] = [:]) throws {
    let name = "cleave-test-\(UInt64.random(in: .min ... .max))"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileSystem.createFolder(Array(path.utf8))
    root = String(decoding: try FileSystem.realPath(Array(path.utf8)), as: UTF8.self)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try write(raw: Array(name.utf8), bytes)
  }

  func write(raw name: [UInt8], _ bytes: [UInt8]) throws {
    let path = Array((root + "/").utf8) + name
    try FileSystem.createFolder(Array(path[..<path.lastIndex(of: 0x2f)!]))
    try FileSystem.writeAtomically(bytes, to: path)
  }

  func plan() throws -> ExtractionPlan { CompilationPlanner().plan(try discover(root)) }

  /// One line a unit: path, mode, configuration, and the arguments with the root as `R`.
  func lines() throws -> [String] { try plan().units.map(line) }

  func line(_ unit: ExtractionUnit) -> String {
    let arguments = unit.arguments.joined(separator: " ").replacing(root, with: "R")
    let configuration = unit.configuration.map { " [\($0)]" } ?? ""
    return "\(unit.path) \(unit.mode.name)\(configuration): \(arguments)"
  }
}

@Suite struct BuildDescriptionInferenceTests {
  @Test func `folders are those that the includes ask for, the nearest first`() throws {
    let repository = try Repository([
      "src/net/a.c": "#include \"a.h\"\n#include \"util.h\"\n#include <proj/api.h>\n",
      "src/net/a.h": "", "src/util/util.h": "#include \"deep.h\"\n", "lib/deep.h": "",
      "include/proj/api.h": "", "other/util.h": "",
    ])
    #expect(
      try repository.lines() == [
        "other/util.h inferred: -x c -std=gnu17",
        "src/net/a.c inferred: -x c -std=gnu17 -iquote R/src/util -iquote R/lib "
          + "-idirafter R/include",
      ])
  }

  @Test(arguments: [
    ("#include <string.h>", "lib/string.h"), ("#include <vector>", "include/vector"),
    ("#include \"/abs.h\"", "abs.h"),
    ("#include \"../../x/y.h\"", "x/y.h"), ("#include \"stdio.h\"", "lib/stdio.h"),
  ])
  func `names that no folder of includes answers to stay unresolved`(
    line: String, header: String
  ) throws {
    let repository = try Repository(["app/a.cc": line + "\n", header: ""])
    let unit = try #require(try repository.plan().units.first { $0.path == "app/a.cc" })
    #expect(repository.line(unit) == "app/a.cc inferred: -x c++ -std=gnu++20")
  }

  @Test func `an angled name goes to the only header of that name, not to one of two`() throws {
    let one = try Repository(["app/a.cc": "#include <odd.h>\n", "lib/odd.h": ""])
    let single = try #require(try one.plan().units.first { $0.path == "app/a.cc" })
    #expect(one.line(single).hasSuffix("-idirafter R/lib"))
    let two = try Repository([
      "app/a.cc": "#include <odd.h>\n", "lib/odd.h": "", "old/odd.h": "",
    ])
    let double = try #require(try two.plan().units.first { $0.path == "app/a.cc" })
    #expect(two.line(double) == "app/a.cc inferred: -x c++ -std=gnu++20")
  }

  @Test func `folders above and their include folders go before those beside`() throws {
    let repository = try Repository([
      "lib/sh/a.c": "#include \"posix.h\"\n#include \"alloc.h\"\n#include <sub/s.h>\n",
      "lib/rl/posix.h": "", "include/posix.h": "", "lib/rl/alloc.h": "", "alloc.h": "",
      "lib/sub/s.h": "",
    ])
    #expect(
      try repository.plan().units.map(repository.line).contains(
        "lib/sh/a.c inferred: -x c -std=gnu17 -iquote R -iquote R/include -idirafter R/lib"))
  }

  @Test func `a folder goes before its rivals, though they are nearer`() throws {
    let repository = try Repository([
      "app/main.c": "#include \"api.h\"\n#include \"only.h\"\n",
      "include/api.h": "#include \"x.h\"\n",
      "include/deep/x.h": "", "app/inc/only.h": "", "app/inc/x.h": "",
    ])
    let unit = try #require(try repository.plan().units.first { $0.path == "app/main.c" })
    #expect(
      repository.line(unit) == "app/main.c inferred: -x c -std=gnu17 -iquote R/include "
        + "-iquote R/include/deep -iquote R/app/inc")
  }

  @Test func `an angled name means another file than the one beside`() throws {
    let repository = try Repository([
      "src/a.c": "#include <s.h>\n#include \"h.h\"\n", "src/s.h": "", "deps/x/h.h": "",
      "deps/x/s.h": "",
    ])
    let unit = try #require(try repository.plan().units.first { $0.path == "src/a.c" })
    #expect(
      repository.line(unit)
        == "src/a.c inferred: -x c -std=gnu17 -iquote R/deps/x -idirafter R/deps/x")
  }

  @Test func `a qualified name means the project's own, though the system has one`() throws {
    let files = [
      "src/a.c": "#include <sys/random.h>\n#include <sys/stat.h>\n#include <elf.h>\n",
      "include/sys/random.h": "", "include/sys/stat.h": "", "include/elf.h": "",
    ]
    let own = try Repository(files)
    let unit = try #require(try own.plan().units.first { $0.path == "src/a.c" })
    #expect(own.line(unit) == "src/a.c inferred: -x c -std=gnu17 -I R/include")
    // One that would answer to a standard's names stays behind.
    let standard = try Repository(files.merging(["include/stdio.h": ""]) { a, _ in a })
    let other = try #require(try standard.plan().units.first { $0.path == "src/a.c" })
    #expect(standard.line(other) == "src/a.c inferred: -x c -std=gnu17 -idirafter R/include")
  }

  @Test func `a header that only a build makes is made from its template`() throws {
    let repository = try Repository([
      "config.h.in": "#undef USE_A\n#include \"bottom.h\"\n", "bottom.h": "",
      "src/a.c": "#include <config.h>\n",
    ])
    let plan = try repository.plan()
    let unit = try #require(plan.units.first { $0.path == "src/a.c" })
    #expect(
      repository.line(unit)
        == "src/a.c inferred: -x c -std=gnu17 -DHAVE_CONFIG_H -idirafter R")
    #expect(unit.overlays.map(\.path) == ["config.h"])
    #expect(
      unit.overlays.map { String(decoding: $0.content, as: UTF8.self) } == [
        "#define USE_A 1\n#include \"bottom.h\"\n"
      ])
    #expect(plan.units.map(\.path) == ["src/a.c"])
    #expect(plan.diagnostics.map(\.code).contains("header-from-template"))
    // The build's own goes before, whether the inventory lists it or not.
    try repository.write("config.h", Array("#define REAL\n".utf8))
    try repository.write(".gitignore", Array("config.h\n".utf8))
    let built = try #require(try repository.plan().units.first { $0.path == "src/a.c" })
    #expect(built.overlays.isEmpty && built.arguments.contains("-idirafter"))
  }

  @Test func `a header that is ignored is found, but is no unit`() throws {
    let repository = try Repository([
      ".gitignore": "made.h\n", "src/a.c": "#include \"made.h\"\n", "lib/made.h": "",
    ])
    #expect(
      try repository.lines() == ["src/a.c inferred: -x c -std=gnu17 -iquote R/lib"])
  }

  @Test func `third-party code does not reach into the product`() throws {
    let repository = try Repository([
      "deps/z/z.c": "#include \"conf.h\"\n", "src/conf.h": "", "src/a.c": "#include \"z.h\"\n",
      "deps/z/z.h": "", "src/b.c": "#include \"conf.h\"\n",
    ])
    let lines = try repository.lines()
    #expect(lines.contains("deps/z/z.c inferred: -x c -std=gnu17"))
    #expect(lines.contains("src/a.c inferred: -x c -std=gnu17 -iquote R/deps/z"))
  }

  @Test func `a header that the build makes is not taken from elsewhere`() throws {
    let repository = try Repository([
      "src/a.c": "#include \"config.h\"\n", "config.h.in": "", "lib/other/config.h": "",
      "lib/other/b.c": "#include \"config.h\"\n",
    ])
    let lines = try repository.lines()
    #expect(lines.contains("src/a.c inferred: -x c -std=gnu17"))
    #expect(lines.contains("lib/other/b.c inferred: -x c -std=gnu17 -DHAVE_CONFIG_H"))
  }

  @Test func `names that two files answer to equally are told`() throws {
    let repository = try Repository([
      "app/a.c": "#include \"x.h\"\n", "lib1/x.h": "", "lib2/x.h": "",
    ])
    let plan = try repository.plan()
    let told = try #require(plan.diagnostics.first { $0.code == "ambiguous-include" })
    #expect(told.path == "app/a.c" && told.line == 1)
    #expect(
      told.message
        == "\"x.h\" is read as \"lib1/x.h\"; \"lib2/x.h\" is as near; a compile database would tell"
    )
  }

  @Test func `includes that go round in circles end`() throws {
    let repository = try Repository([
      "a.c": "#include \"a.h\"\n", "a.h": "#include \"b.h\"\n",
      "b.h": "#include \"a.h\"\n#include \"b.h\"\n",
    ])
    #expect(try repository.lines() == ["a.c inferred: -x c -std=gnu17"])
  }

  @Test func `sources are shown to the parser in a form that it reads`() throws {
    let repository = try Repository([
      "src/a.cpp": "#include \"sub\\one.h\"\nint a;\n#include \"TWO.H\"\n", "src/sub/one.h": "",
      "src/two.h": "", "src/sub/b.cpp": "#include \"One.h\"\n#include <Windows.h>\n",
    ])
    try repository.write(
      "src/wide.h", [0xff, 0xfe] + "#include \"two.h\"\n".utf8.flatMap { [$0, 0] })
    try repository.write("src/w.cpp", Array("#include \"wide.h\"\nint \0x; // text\n".utf8))
    try repository.write(
      raw: Array("src/".utf8) + [0xe4] + Array(".cpp".utf8), Array("int x;".utf8))
    let plan = try repository.plan()
    var overlays: [String: String] = [:]
    for unit in plan.units {
      for overlay in unit.overlays {
        overlays["\(unit.path) \(overlay.path)"] = String(decoding: overlay.content, as: UTF8.self)
      }
    }
    #expect(
      overlays == [
        "src/a.cpp src/a.cpp": "#include \"sub/one.h\"\nint a;\n#include \"two.h\"\n",
        "src/sub/b.cpp src/sub/b.cpp": "#include \"one.h\"\n#include <Windows.h>\n",
        "src/w.cpp src/w.cpp": "#include \"wide.h\"\nint  x; // text\n",
        "src/w.cpp src/wide.h": "#include \"two.h\"\n", "src/\\xE4.cpp src/\\xE4.cpp": "int x;",
      ])
    let codes = Set(plan.diagnostics.map(\.code))
    #expect(
      codes == [
        "backslash-include", "include-case", "utf16-source", "zero-bytes", "no-compile-command",
      ])
  }

  @Test func `equal repositories have equal plans`() throws {
    var files: [String: String] = [:]
    var random = SeededGenerator(seed: 3)
    for number in 0..<120 {
      let includes = (0..<6).map { _ in "#include \"h\(random.next(below: 60)).h\"\n" }
      let folder = "d\(random.next(below: 5))/e\(random.next(below: 4))"
      files["\(folder)/h\(number % 60).h"] = includes.joined()
      files["\(folder)/s\(number).c"] = includes.joined()
    }
    let plans = try (0..<3).map { _ in
      let repository = try Repository(files)
      return try repository.lines() + repository.plan().diagnostics.map(\.message)
    }
    #expect(plans[0] == plans[1] && plans[1] == plans[2])
    #expect(plans[0].count > 120)
  }
}

@Suite struct BuildDescriptionPlanTests {
  private func repository(_ entries: String, _ files: [String: String] = [:]) throws -> Repository {
    let repository = try Repository(files)
    let text = entries.replacing("ROOT", with: repository.root)
    try repository.write("compile_commands.json", Array(text.utf8))
    return repository
  }

  @Test func `the build's commands decide, and its neighbours' for the rest`() throws {
    let repository = try repository(
      """
      [{"directory": "ROOT/build", "file": "../src/a.c", "command": "gcc -O2 -I../inc -DA ../src/a.c"},
       {"directory": "ROOT", "file": "src/b.c", "arguments": ["g++", "-std=c++14", "src/b.c"]},
       {"directory": "/elsewhere", "file": "/elsewhere/x.c", "command": "cc x.c"}]
      """,
      [
        "src/a.c": "#include \"i.h\"\n", "src/b.c": "", "src/c.c": "#include \"i.h\"\n",
        "inc/i.h": "",
        "inc/lonely.h": "", "build/x": "",
      ])
    let plan = try repository.plan()
    #expect(
      plan.units.map(repository.line) == [
        "inc/lonely.h inferred: -x c -std=gnu17 -IR/inc -DA",
        "src/a.c compile-command: -x c -std=gnu17 -IR/inc -DA",
        "src/b.c compile-command: -x c++ -std=c++14",
        "src/c.c inferred: -x c -std=gnu17 -IR/inc -DA -iquote R/inc",
      ])
    #expect(plan.units[1].directory == repository.root + "/build")
    #expect(plan.diagnostics.map(\.code) == ["compile-commands-outside", "no-compile-command"])
  }

  @Test func `configurations differ by name and equal ones are one`() throws {
    let repository = try repository(
      """
      [{"directory": "ROOT", "file": "a.c", "command": "cc -DUNIX -O2 a.c"},
       {"directory": "ROOT", "file": "a.c", "command": "cc -DWIN32 a.c"},
       {"directory": "ROOT", "file": "a.c", "command": "cc -DUNIX -g -fPIC a.c -o x.o"},
       {"directory": "ROOT", "file": "b.c", "command": "cc b.c"},
       {"directory": "ROOT", "file": "b.c", "command": "cc -DFRONTEND b.c"}]
      """, ["a.c": "", "b.c": ""])
    #expect(
      try repository.lines() == [
        "a.c compile-command [-DUNIX]: -x c -std=gnu17 -DUNIX",
        "a.c compile-command [-DWIN32]: -x c -std=gnu17 -DWIN32",
        "b.c compile-command [-DFRONTEND]: -x c -std=gnu17 -DFRONTEND",
        "b.c compile-command [default]: -x c -std=gnu17",
      ])
  }

  @Test(arguments: ["/home/them/proj", "C:\\\\\\\\them\\\\\\\\proj"])
  func `commands of another machine are moved here`(there: String) throws {
    let repository = try repository(
      """
      [{"directory": "\(there)/build", "file": "\(there)/src/a.c", "command": "cc -I\(there)/inc -I../src a.c"},
       {"directory": "\(there)/build", "file": "../src/b.c", "arguments": ["cc", "-I\(there)/inc", "b.c"]}]
      """.replacing("\\\\\\\\", with: "\\\\"),
      ["src/a.c": "", "src/b.c": "", "inc/x.h": ""])
    let lines = try repository.lines()
    #expect(lines.contains { $0.hasPrefix("src/b.c compile-command: -x c -std=gnu17 -IR/inc") })
    #expect(lines.contains { $0.hasPrefix("src/a.c compile-command: ") })
    #expect(try repository.plan().diagnostics.contains { $0.code == "compile-commands-relocated" })
  }

  @Test(arguments: [
    ("", "compile-commands-empty"), ("[]", "compile-commands-empty"),
    ("[{", "compile-commands-malformed"),
    ("\0\u{1}", "compile-commands-malformed"), ("[{\"file\": \"a.c\"}]", "compile-commands-empty"),
  ])
  func `a database that cannot be used is told, and the rest goes on`(
    text: String, code: String
  ) throws {
    let repository = try repository(text, ["a.c": ""])
    let plan = try repository.plan()
    #expect(plan.units.map(repository.line) == ["a.c inferred: -x c -std=gnu17"])
    #expect(plan.diagnostics.map(\.code).contains(code))
  }

  @Test func `nothing that a database asks for runs or is loaded`() throws {
    let repository = try repository(
      """
      [{"directory": "ROOT", "file": "a.c", "arguments": ["ROOT/evil.sh", "-fplugin=ROOT/evil.so",
        "-Xclang", "-load", "-Xclang", "ROOT/evil.so", "@ROOT/in.rsp", "@/etc/passwd", "@ROOT/out.rsp",
        "@ROOT/round.rsp", "--config=x", "-BROOT", "-specs=ROOT/specs", "-wrapper", "ROOT/evil.sh", "a.c"]}]
      """,
      [
        "a.c": "", "in.rsp": "-DINSIDE '-DA=x y' -fplugin=z.so", "round.rsp": "-DR @round.rsp",
        "evil.sh": "#!/bin/sh\ntouch \"$0.ran\"\n",
      ])
    chmod(repository.root + "/evil.sh", 0o755)
    symlink("/etc/hostname", repository.root + "/out.rsp")
    let plan = try repository.plan()
    let expected = "a.c compile-command: -x c -std=gnu17 -DINSIDE -DA=x y " + "-DR"
    #expect(plan.units.map { repository.line($0).prefix(expected.count) } == [expected[...]])
    #expect(plan.units[0].arguments.allSatisfy { !$0.contains("evil") && !$0.contains("z.so") })
    #expect(!FileManager.default.fileExists(atPath: repository.root + "/evil.sh.ran"))
    let codes = plan.diagnostics.map(\.code)
    #expect(codes.contains("compile-flag-refused") && codes.contains("response-file-refused"))
  }

  @Test func `a source that the build makes is planned though it is ignored`() throws {
    let repository = try repository(
      "[{\"directory\": \"ROOT\", \"file\": \"gen/g.c\", \"command\": \"cc gen/g.c\"}]",
      ["gen/g.c": "", ".gitignore": "gen/\n", "a.c": ""])
    #expect(
      try repository.lines() == [
        "a.c inferred: -x c -std=gnu17", "gen/g.c compile-command: -x c -std=gnu17",
      ])
  }

  @Test func `a link to a source is one more way to compile it, unless it leaves the root`() throws
  {
    let outside = try Repository(["x.c": ""])
    let repository = try repository(
      """
      [{"directory": "ROOT", "file": "lib/a.c", "command": "cc lib/a.c"},
       {"directory": "ROOT", "file": "bin/a.c", "command": "cc -DTOOL bin/a.c"},
       {"directory": "ROOT", "file": "bin/x.c", "command": "cc -DTOOL bin/x.c"}]
      """, ["lib/a.c": "", "bin/.keep": ""])
    let files = FileManager.default
    let bin = repository.root + "/bin"
    try files.createSymbolicLink(atPath: bin + "/a.c", withDestinationPath: "../lib/a.c")
    try files.createSymbolicLink(
      atPath: bin + "/x.c", withDestinationPath: outside.root + "/x.c")
    #expect(
      try repository.lines() == [
        "bin/a.c compile-command: -x c -std=gnu17 -DTOOL",
        "lib/a.c compile-command: -x c -std=gnu17",
      ])
  }

  @Test func `a precompiled header becomes the header`() throws {
    let repository = try repository(
      """
      [{"directory": "ROOT", "file": "a.cc",
        "command": "c++ -include ROOT/pre.h -Winvalid-pch -Xclang -include-pch -Xclang ROOT/pre.h.pch a.cc"},
       {"directory": "ROOT", "file": "b.cc", "command": "c++ -include gone.h b.cc"}]
      """, ["a.cc": "", "b.cc": "", "pre.h": ""])
    let plan = try repository.plan()
    #expect(
      plan.units.map(repository.line).filter { $0.contains(".cc") } == [
        "a.cc compile-command: -x c++ -std=gnu++17 -include R/pre.h",
        "b.cc compile-command: -x c++ -std=gnu++17",
      ])
    #expect(plan.diagnostics.map(\.code).contains("forced-include-missing"))
  }
}
