internal import Basics

extension Configuration {
  /// A folder of rule packs, and the line of the configuration that names it.
  package struct RuleFolder: Sendable, Hashable {
    /// Relative to the root.
    package var path: String
    package var line: Int
  }

  private static let packEndings = [".yml", ".yaml"]

  /// Packs are read from here without being named.
  package static let ruleFolder = ".cleave/rules"

  /// Reads the packs of ``ruleFolder`` and of all folders in ``rules``: a folder's files sorted by name,
  /// folders inside not read.
  ///
  /// - Throws: ``ConfigurationError`` with the problems of the first bad file, or of `name`, the
  ///   configuration, where a folder is missing or leads out of the repository.
  mutating func readPacks(root: [UInt8], name: String) throws {
    var folders = rules
    let own = root + Array("/\(Self.ruleFolder)".utf8)
    if (try? FileSystem.status(own)) != nil,
      !folders.contains(where: { $0.path == Self.ruleFolder })
    {
      folders.insert(RuleFolder(path: Self.ruleFolder, line: 1), at: 0)
    }
    let home = try folders.isEmpty ? root : FileSystem.realPath(root)
    for folder in folders {
      for file in try Self.packFiles(in: folder, home: home, name: name) {
        let (name, text) = try Self.text(of: file, shownAs: folder.path)
        packs += try FrameworkPack.packs(text: text, path: name)
        declarations += try DeclarationPack.packs(text: text, path: name)
      }
    }
  }

  private static func packFiles(
    in folder: RuleFolder, home: [UInt8], name: String
  ) throws -> [[UInt8]] {
    let shown = "'\(folder.path.escapedForTerminal)' in 'rules'"
    let path = home + [UInt8(ascii: "/")] + Array(folder.path.utf8)
    guard let real = try? FileSystem.realPath(path), let entries = try? FileSystem.list(real) else {
      throw problem(name, folder.line, "\(shown) is no folder that can be read")
    }
    guard (real + [0x2f]).starts(with: home.last == 0x2f ? home : home + [0x2f]) else {
      throw problem(name, folder.line, "\(shown) is a link that leaves the repository")
    }
    let files = entries.map(\.name).filter { name in
      packEndings.contains { name.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }.sorted { $0.lexicographicallyPrecedes($1) }.map { real + [0x2f] + $0 }
    guard !files.isEmpty else {
      throw problem(name, folder.line, "\(shown) holds no '.yml' with rules")
    }
    for file in files {
      let target = try FileSystem.realPath(file)
      guard target.starts(with: home.last == 0x2f ? home : home + [0x2f]) else {
        throw problem(name, folder.line, "\(shown) holds a link that leaves the repository")
      }
    }
    return files
  }

  private static func text(
    of file: [UInt8], shownAs folder: String
  ) throws -> (name: String, text: String) {
    let last = file.lastIndex(of: 0x2f).map { file[($0 + 1)...] } ?? file[...]
    let name = folder + "/" + String(escapingInvalid: Array(last))
    guard
      let text = String(
        validating: try FileSystem.read(file, limit: largestSize), as: UTF8.self)
    else { throw problem(name, 1, "the file is not UTF-8, save it as such") }
    return (name, text)
  }

  private static func problem(_ path: String, _ line: Int, _ message: String) -> ConfigurationError
  {
    ConfigurationError(path: path, problems: [.init(line: line, message: message)])
  }
}
