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

  private static let sourceEndings = [".swift", ".h", ".c"]

  /// The Swift and C files under `Sources`, sorted by path.
  static func sources() throws -> [SourceFile] {
    try folders("Sources").flatMap { target in
      try files(target).filter { path in sourceEndings.contains { path.hasSuffix($0) } }
        .map { SourceFile(path: $0, target: target, text: try text($0)) }
    }
  }

  /// Files that the package manager would only warn about: no source, no resource, no schema.
  static func strayFiles() throws -> [String] {
    let known = sourceEndings + [".modulemap", ".schema.json"]
    return try folders("Sources").flatMap(files).filter { path in
      !path.contains("/Resources/") && !known.contains { path.hasSuffix($0) }
    }
  }

  /// Visible files of a target, as paths from the root.
  private static func files(_ target: String) throws -> [String] {
    let folder = root.appendingPathComponent("Sources/" + target).path
    return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
      .map { "Sources/\(target)/\($0)" }
      .filter { path in
        var isFolder: ObjCBool = false
        let place = root.appendingPathComponent(path).path
        guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder),
          !isFolder.boolValue
        else { return false }
        return !path.split(separator: "/").contains { $0.hasPrefix(".") }
      }
  }
}
