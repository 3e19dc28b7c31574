internal import Basics
internal import FrontEnd

/// What the `composer.json` files of a repository say of where classes lie.
struct PHPComposer: Sendable {
  /// Beginnings of class names with the folders that their files lie in, the longest first. A
  /// prefix is in lower case and ends with a backslash, or is empty.
  private(set) var prefixes: [(prefix: String, folder: String)] = []
  /// Files that are loaded whenever the autoloader is, and folders that are searched for classes.
  private(set) var files: Set<String> = []
  private(set) var folders: [String] = []
  private static let sizeLimit = 4 << 20

  init(_ inventory: Inventory) {
    for file in inventory.files where file.path.split(separator: "/").last == "composer.json" {
      let path = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + file.rawPath
      guard let bytes = try? FileSystem.read(path, limit: Self.sizeLimit),
        let text = JSONText(bytes)
      else { continue }
      read(text, in: String(file.path.dropLast("composer.json".count)))
    }
    prefixes.sort {
      $0.prefix.utf8.count != $1.prefix.utf8.count
        ? $0.prefix.utf8.count > $1.prefix.utf8.count
        : ($0.prefix, $0.folder) < ($1.prefix, $1.folder)
    }
  }

  /// `folder` ends with a slash, or is empty for the root.
  mutating func read(_ file: JSONText, in folder: String) {
    for section in ["autoload", "autoload-dev"] {
      guard let section = file[section] else { continue }
      for item in section["psr-4"]?.members ?? [] {
        for path in Self.texts(item.value) {
          prefixes.append((PHPName.lower(item.key), Self.join(folder, path, isFolder: true)))
        }
      }
      for path in section["classmap"]?.elements.compactMap(\.string) ?? [] {
        folders.append(Self.join(folder, path, isFolder: !path.hasSuffix(".php")))
      }
      for path in section["files"]?.elements.compactMap(\.string) ?? [] {
        files.insert(Self.join(folder, path, isFolder: false))
      }
    }
  }

  private static func texts(_ value: JSONText) -> [String] {
    value.string.map { [$0] } ?? value.elements.compactMap(\.string)
  }

  private static func join(_ folder: String, _ path: String, isFolder: Bool) -> String {
    var text = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if text == "." { text = "" }
    if isFolder, !text.isEmpty, !text.hasSuffix("/") { text += "/" }
    return folder + text
  }

  /// Whether the autoloader finds a class, by its full name in lower case, in the file at `path`.
  func loads(_ name: String, from path: String) -> Bool {
    let lower = PHPName.lower(path)
    for (prefix, folder) in prefixes where name.hasPrefix(prefix) {
      let rest = name.dropFirst(prefix.count).split(separator: "\\").joined(separator: "/")
      if lower == PHPName.lower(folder) + rest + ".php" { return true }
    }
    return files.contains(path) || folders.contains { path.hasPrefix($0) }
  }
}
