import Foundation

/// The built `cleave`, run as people run it.
struct Program {
  struct Result {
    var status: Int32
    var output: String
    var talk: String
  }

  /// Where the test bundle lies, the program lies beside it.
  private static let executable = URL(fileURLWithPath: CommandLine.arguments[0])
    .deletingLastPathComponent().appendingPathComponent("cleave")

  static func run(
    _ arguments: String..., cache: URL? = nil, environment more: [String: String] = [:]
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cleave-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    environment["XDG_CACHE_HOME"] = (cache ?? folder).path
    environment.merge(more) { $1 }
    process.environment = environment
    let names = ["output", "talk"].map(folder.appendingPathComponent)
    for name in names { try Data().write(to: name) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: names[0])
    process.standardError = try FileHandle(forWritingTo: names[1])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Result(status: process.terminationStatus, output: texts[0], talk: texts[1])
  }
}

/// A folder with files, removed at the end.
final class Folder {
  let url = FileManager.default.temporaryDirectory
    .appendingPathComponent("cleave-folder-\(UUID().uuidString)")

  init(_ files: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    for (path, text) in files { try write(text, to: path) }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  var path: String { url.path }

  func write(_ text: String, to path: String) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// A program in three folders, one of them used by both others.
  static func project() throws -> Folder {
    try Folder([
      "src/text/text.h": "int text_length(const char *s);\n",
      "src/text/text.c": "#include \"text.h\"\nint text_length(const char *s) { return s[0]; }\n",
      "src/cart/cart.h": "int cart_total(void);\n",
      "src/cart/cart.c":
        "#include \"cart.h\"\n#include \"../text/text.h\"\nint cart_total(void) {\n"
        + "  return text_length(\"UPDATE carts SET total = 1\");\n}\n",
      "src/main.c":
        "#include \"cart/cart.h\"\n// @trigger schedule cron=\"0 3 * * *\"\n"
        + "int nightly(void) { return cart_total(); }\nint main(void) { return nightly(); }\n",
    ])
  }
}
