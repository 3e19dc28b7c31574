import Foundation

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

  /// Writes to a name of any bytes.
  func write(bytes: [UInt8], to path: [UInt8]) throws {
    let name = Array((self.path + "/").utf8) + path
    let folder = String(decoding: name[..<(name.lastIndex(of: 0x2f) ?? 0)], as: UTF8.self)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = (name + [0]).withUnsafeBytes {
      fopen($0.bindMemory(to: CChar.self).baseAddress!, "w")
    }
    guard let file else { throw POSIXError(.EIO) }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
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
