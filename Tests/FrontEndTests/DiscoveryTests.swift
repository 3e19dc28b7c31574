import Basics
import Facts
import Foundation
import FrontEnd
import Testing

@Suite struct DiscoveryTests {
  private func paths(_ folder: TemporaryFolder, _ options: DiscoveryOptions = .init()) throws
    -> [String]
  {
    try discover(folder.path, options: options).files.filter { $0.language != nil }.map(\.path)
  }

  @Test func `languages go by name`() throws {
    let folder = try TemporaryFolder()
    let names = [
      "a.c", "b.cc", "c.HPP", "d.C", "e.sql", "f.yml", "crontab", "etc/cron.d/job", "g.timer",
      "h.tpp", "i.txt", "j", ".c",
    ]
    for name in names { try folder.write(name) }
    let files = try discover(folder.path).files
    #expect(
      files.map { "\($0.path) \($0.language?.rawValue ?? "-")" } == [
        "a.c c", "b.cc cpp", "c.HPP cpp", "crontab crontab", "d.C cpp", "e.sql sql",
        "etc/cron.d/job crontab", "f.yml yaml", "g.timer systemd", "h.tpp cpp",
      ])
  }

  @Test func `headers follow their neighbours, and their text before them`() throws {
    let folder = try TemporaryFolder()
    try folder.write("c/a.c")
    try folder.write("c/a.h")
    try folder.write("c/inner/b.h")
    try folder.write("c/k.h", "/* x */\nclass K {\n};\n")
    try folder.write("c/both.h", "#ifdef __cplusplus\nclass K;\n#endif\n")
    try folder.write("c/said.h", "/*\n class of service\n namespace x\n*/\nint a;\n")
    try folder.write("cpp/a.cpp")
    try folder.write("cpp/b.cpp")
    try folder.write("cpp/include/a.h")
    try folder.write("top.h")
    let inventory = try discover(folder.path)
    let headers = inventory.files.filter { $0.path.hasSuffix(".h") }
    #expect(
      headers.map { "\($0.path) \($0.language?.rawValue ?? "-")" } == [
        "c/a.h c", "c/both.h c", "c/inner/b.h c", "c/k.h cpp", "c/said.h c", "cpp/include/a.h cpp",
        "top.h cpp",
      ])
  }

  @Test func `patterns choose, and a folder stands for what is in it`() throws {
    let folder = try TemporaryFolder()
    for name in ["src/a.c", "src/x/b.c", "lib/c.c", "test/d.c"] { try folder.write(name) }
    var options = DiscoveryOptions()
    options.includeOnly = [try FolderGlob("src"), try FolderGlob("test/**")]
    options.exclude = [try FolderGlob("x")]
    #expect(try paths(folder, options) == ["src/a.c", "test/d.c"])
    options.excludesTests = true
    #expect(try paths(folder, options) == ["src/a.c"])
  }

  @Test func `links are never followed twice or out`() throws {
    let folder = try TemporaryFolder()
    let other = try TemporaryFolder()
    try other.write("secret.c")
    try folder.write("src/a.c")
    folder.link("src/loop", to: "..")
    folder.link("self.c", to: "self.c")
    folder.link("again.c", to: "src/a.c")
    folder.link("out", to: other.path)
    folder.link("out.c", to: other.path + "/secret.c")
    folder.link("gone.c", to: "nowhere.c")
    let inventory = try discover(folder.path)
    #expect(inventory.files.map(\.path) == ["src/a.c"])
    #expect(
      inventory.diagnostics.map { "\($0.code) \($0.path ?? "")" } == [
        "broken-link gone.c", "link-outside out", "link-outside out.c", "broken-link self.c",
      ])
    #expect(!inventory.diagnostics.contains { $0.message.contains(other.path) })
  }

  @Test func `names may be any bytes`() throws {
    let folder = try TemporaryFolder()
    try folder.write([0xff, 0x09, 0x0a, 0x22, 0x7b] + Array(".c".utf8), Array("int x;".utf8))
    try folder.write("d\u{1b}[31m/ü.c")
    let files = try discover(folder.path).files
    #expect(files.map(\.path) == ["\\xFF\t\n\"{.c", "d\u{1b}[31m/ü.c"])
    #expect(files[0].rawPath.first == 0xff)
  }

  @Test func `names that look the same once escaped are told`() throws {
    let folder = try TemporaryFolder()
    try folder.write([0xff] + Array(".c".utf8), [])
    try folder.write("\\xFF.c")
    let inventory = try discover(folder.path)
    #expect(inventory.files.count == 1)
    #expect(inventory.diagnostics.map(\.code) == ["name-collision"])
  }

  @Test func `special files are not opened`() throws {
    let folder = try TemporaryFolder()
    mkfifo("\(folder.path)/pipe.c", 0o600)
    mkfifo("\(folder.path)/.gitignore", 0o600)
    try folder.write("a.c")
    #expect(try paths(folder) == ["a.c"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `what cannot be read is told`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.c")
    try folder.write("d/b.c")
    chmod("\(folder.path)/a.c", 0)
    chmod("\(folder.path)/d", 0)
    defer { chmod("\(folder.path)/d", 0o700) }
    let inventory = try discover(folder.path)
    #expect(inventory.files.allSatisfy { $0.language == nil })
    let told = inventory.diagnostics.map { "\($0.code) \($0.path ?? "")" }
    #expect(told == ["unreadable a.c", "unreadable d"])
  }

  @Test
  func `translations of Qt are no TypeScript, and configurations of compilers are companions`()
    throws
  {
    let folder = try TemporaryFolder()
    try folder.write("de.ts", "<?xml version=\"1.0\"?>\n<!DOCTYPE TS>\n<TS></TS>\n")
    try folder.write("fr.ts", "<!DOCTYPE TS>\n<TS></TS>\n")
    try folder.write("main.ts", "export const x = 1;\n")
    for name in ["tsconfig.json", "tsconfig.base.json", "package.json", "other.json"] {
      try folder.write(name, "{}")
    }
    let files = try discover(folder.path).files
    #expect(files.filter { $0.language == .typescript }.map(\.path) == ["main.ts"])
    let companions = files.filter { $0.language == nil }.map(\.path)
    #expect(
      companions == ["de.ts", "fr.ts", "package.json", "tsconfig.base.json", "tsconfig.json"])
  }

  @Test func `a path that is no folder is an error`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.c")
    #expect(throws: DiscoveryError.notAFolder("\(folder.path)/a.c")) {
      try discover("\(folder.path)/a.c")
    }
    #expect(throws: DiscoveryError.self) { try discover("\(folder.path)/none") }
    var options = DiscoveryOptions()
    options.compileCommands = "none.json"
    #expect(throws: DiscoveryError.noCompileCommands("none.json")) {
      try discover(folder.path, options: options)
    }
  }

  @Test func `an empty folder is an empty inventory`() throws {
    let folder = try TemporaryFolder()
    let inventory = try discover(folder.path)
    #expect(inventory.files.isEmpty && inventory.unsupported.isEmpty)
    #expect(inventory.diagnostics.isEmpty)
  }

  @Test func `languages that are not read are counted`() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.cbl", "12345")
    try folder.write("b.COB", "123")
    try folder.write("c.lua", "1")
    #expect(
      try discover(folder.path).unsupported == [
        .init(name: "COBOL", files: 2, bytes: 8), .init(name: "Lua", files: 1, bytes: 1),
      ])
  }

  @Test func `pointers and binaries are named and kept out`() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "big.c", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 123456\n")
    try folder.write(Array("obj.c".utf8), (0..<600).map { UInt8($0 % 7) })
    try folder.write("zero.c", "int a;\0int b; // a single zero byte in a longer text\n")
    try folder.write(
      Array("wide.c".utf8), [0xff, 0xfe] + "int main;".utf8.flatMap { [$0, 0] })
    let inventory = try discover(folder.path)
    #expect(
      inventory.files.map { "\($0.path) \($0.language?.rawValue ?? "-")" } == [
        "big.c -", "obj.c -", "wide.c c", "zero.c c",
      ])
    #expect(inventory.diagnostics.map(\.code) == ["lfs-pointer", "binary-file"])
    #expect(inventory.diagnostics[0].message.contains("123456 bytes"))
  }

  @Test func `databases are found in the folders that builds use`() throws {
    let folder = try TemporaryFolder()
    try folder.write(".gitignore", "build*\n")
    try folder.write("build-b/compile_commands.json", "[]")
    try folder.write("build-a/x/compile_commands.json", "[]")
    try folder.write("src/compile_commands.json", "[]")
    let inventory = try discover(folder.path)
    #expect(inventory.compileCommands == "\(folder.path)/build-b/compile_commands.json")
    #expect(inventory.diagnostics.map(\.code) == ["several-compile-commands"])
    try folder.write("compile_commands.json", "[]")
    #expect(try discover(folder.path).compileCommands == "\(folder.path)/compile_commands.json")
    var options = DiscoveryOptions()
    options.compileCommands = "build-a/x"
    #expect(
      try discover(folder.path, options: options).compileCommands
        == "\(folder.path)/build-a/x/compile_commands.json")
  }
}
