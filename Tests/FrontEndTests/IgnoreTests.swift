import Basics
import Foundation
import FrontEnd
import Testing

@Suite struct IgnoreTests {
  @Test func `ignored headers are remembered, other ignored files are not`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".gitignore", "made.*\nbuild/\n")
    for path in ["made.h", "src/made.h", "src/made.c", "build/made.h", "src/kept.h"] {
      try folder.write(path, "int x;\n")
    }
    let inventory = try discover(folder.path)
    #expect(inventory.ignoredHeaders == ["made.h", "src/made.h"])
    #expect(inventory.files.map(\.path).filter { $0.hasSuffix(".h") } == ["src/kept.h"])
    var options = DiscoveryOptions()
    options.exclude = [try FolderGlob("src/**")]
    #expect(try discover(folder.path, options: options).ignoredHeaders == ["made.h"])
  }
  @Test func `ignore files are read as git reads them`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      ".gitignore",
      "# c\n\n*.o.c\n!keep.o.c\n/top.c\nbuild/\ndoc/*.c\n**/gen/**\n\\#odd.c\nsp.c  \r\nx[0-9].c\n")
    try folder.write("sub/.gitignore", "!a.o.c\nlocal.c\n/only.c\n")
    try folder.write(".git/info/exclude", "excluded.c\n")
    try folder.write(".git/hooks/a.c")
    let names = [
      "a.o.c", "keep.o.c", "top.c", "sub/top.c", "build/a.c", "sub/build/b.c", "doc/a.c",
      "doc/x/a.c", "q/gen/z/a.c", "#odd.c", "sp.c", "x1.c", "xx.c", "sub/a.o.c", "sub/local.c",
      "sub/only.c", "sub/x/only.c", "sub/x/local.c", "excluded.c", "build.c", "module/.git/a.c",
      "module/m.c",
    ]
    for name in names { try folder.write(name) }
    #expect(
      try discover(folder.path).files.map(\.path) == [
        "build.c", "doc/x/a.c", "keep.o.c", "module/m.c", "sub/a.o.c", "sub/top.c",
        "sub/x/only.c", "xx.c",
      ])
  }

  private static let rules = [
    "a*", "!ab", "/r", "d/", "d/e", "**/f", "g/**", "h/**/i", "*.cc", "!k.cc", "[lm]*", "o?p",
    "!d/q", "s/*/t", "u*/", "[!v]w", "x**y", "!g/z", "*", "!*/", "!c.c", "/d/*.c", "!/d/c.c",
    "g/*", "**/r/*.cc", "[a-dx]*.c", "!**/e/", "h/", "ab/c.c", "**", "!/a/", "f/**/c.c",
  ]

  @Test(arguments: 0..<60) func `git itself agrees`(seed: UInt64) throws {
    let names = ["a", "ab", "r", "d", "e", "f", "g", "h", "i", "k", "l", "t", "xy", "uw"]
    var random = SeededGenerator(seed: seed)
    func pick(_ all: [String], _ random: inout SeededGenerator) -> String {
      all[random.next(below: all.count)]
    }
    let folder = try TemporaryFolder()
    for _ in 0..<40 {
      let parts = (0..<(1 + random.next(below: 3))).map { _ in pick(names, &random) }
      try folder.write(parts.joined(separator: "/") + ".cc")
      try folder.write(parts.joined(separator: "/") + "/c.c")
    }
    var lines: [String] = []
    for place in [".gitignore", "a/.gitignore", "d/.gitignore"] {
      let own = (0..<(1 + random.next(below: 5))).map { _ in pick(Self.rules, &random) }
      try folder.write(place, own.joined(separator: "\n"))
      lines += own
    }
    guard let expected = gitFiles(in: folder.path) else { return }
    let found = try discover(folder.path).files.map(\.path)
    #expect(found == expected, "rules: \(lines)")
  }
}

/// What git would add, for comparison; nil where git is not installed.
private func gitFiles(in path: String) -> [String]? {
  guard git(["init", "-q"], in: path) != nil,
    let output = git(["ls-files", "-z", "--others", "--exclude-standard"], in: path)
  else { return nil }
  return output.split(separator: "\0").map(String.init).filter { !$0.hasSuffix(".gitignore") }
    .sorted { $0.precedesBytewise($1) }
}

private func git(_ arguments: [String], in path: String) -> String? {
  let process = Process()
  // libclang, which other tests run in this process, changes the folder of the process.
  process.currentDirectoryURL = URL(filePath: "/")
  process.executableURL = URL(fileURLWithPath: "/usr/bin/git")
  process.arguments = ["-C", path] + arguments
  process.environment = ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"]
  let pipe = Pipe()
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  guard (try? process.run()) != nil else { return nil }
  let data = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
}
