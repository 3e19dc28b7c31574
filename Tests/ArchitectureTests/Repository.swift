import Foundation

/// The working tree that these tests were built from.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// Visible entries of a folder, sorted.
  static func entries(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent(path).path)
      .filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") }.sorted()
  }

  static func folders(_ path: String) throws -> [String] {
    try entries(path).filter { name in
      var isFolder: ObjCBool = false
      let place = root.appendingPathComponent(path + "/" + name).path
      return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
        && isFolder.boolValue
    }
  }

  /// The Swift and C files under `Sources`, sorted by path.
  static func sources() throws -> [SourceFile] {
    try folders("Sources").flatMap { target in
      let folder = root.appendingPathComponent("Sources/" + target).path
      return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
        .filter { path in [".swift", ".h", ".c"].contains { path.hasSuffix($0) } }
        .map { path in
          let path = "Sources/\(target)/\(path)"
          return SourceFile(path: path, target: target, text: try text(path))
        }
    }
  }
}
