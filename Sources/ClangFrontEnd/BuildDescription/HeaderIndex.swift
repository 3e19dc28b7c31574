internal import Basics
internal import Facts
internal import FrontEnd

/// The project's files by the names that includes call them.
struct HeaderIndex: Sendable {
  struct File: Sendable {
    var source: SourceFile
    var folder: String
    var isHeader: Bool
    /// Not one of the inventory's: a build makes it.
    var isBuilt = false
    /// Its text, where no build has made it yet.
    var text: [UInt8]?
  }

  /// Sorted by path.
  let files: [File]
  private let byPath: [String: Int]
  private let byName: [String: [Int]]
  /// By lower-case base name.
  private let byLowerName: [String: [Int]]
  /// Folders of templates (`config.h.in`), by the name of what is made from them.
  private let templates: [String: [String]]

  private static let headerEndings: Set<Substring> = [
    "h", "hh", "hpp", "hxx", "h++", "H", "ipp", "inl", "tpp", "inc", "def",
  ]

  init(_ inventory: Inventory) {
    var files: [File] = []
    var templates: [String: [String]] = [:]
    var made: [String: SourceFile] = [:]
    for source in inventory.files {
      let name = PathText.name(source.path)
      let folder = PathText.folder(source.path)
      if let name = Self.madeFrom(name) {
        templates[name, default: []].append(folder)
        made[folder.isEmpty ? name : folder + "/" + name] = source
      }
      let isHeader = Self.isHeader(name)
      guard source.language?.isCFamily ?? isHeader else { continue }
      files.append(File(source: source, folder: folder, isHeader: isHeader))
    }
    // A compile database leads to what the build has made.
    if inventory.compileCommands == nil {
      files += inventory.ignoredHeaders.map(Self.ignored)
      files.forEach { made[$0.source.path] = nil }
      files += Self.built(made, inventory.root)
      files.sort { $0.source.path.precedesBytewise($1.source.path) }
    }
    self.files = files
    self.templates = templates
    byPath = Dictionary(uniqueKeysWithValues: files.indices.map { (files[$0].source.path, $0) })
    byName = Dictionary(grouping: files.indices) { PathText.name(files[$0].source.path) }
    byLowerName = Dictionary(grouping: files.indices) {
      PathText.name(files[$0].source.path).lowercased()
    }
  }

  private static func isHeader(_ name: String) -> Bool {
    let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
    return headerEndings.contains(ending) || ["hpp", "h"].contains(ending.lowercased())
  }

  private static func ignored(_ path: String) -> File {
    let source = SourceFile(
      path: path, rawPath: Array(path.utf8), language: nil, role: .generated, size: 0)
    return File(source: source, folder: PathText.folder(path), isHeader: true, isBuilt: true)
  }

  /// The headers that come from `templates`, by path, as far as they are on the disk or can be told.
  private static func built(_ templates: [String: SourceFile], _ root: String) -> [File] {
    let header = TemplateHeader(system: SystemHeaders())
    let root = Array((root + "/").utf8)
    return templates.compactMap { path, template in
      guard isHeader(PathText.name(path)) else { return nil }
      var file = ignored(path)
      if FileSystem.exists(root + file.source.rawPath) { return file }
      file.text = header.text(path: root + template.rawPath)
      return file.text == nil ? nil : file
    }
  }

  func file(at path: String) -> Int? { byPath[path] }

  /// Files whose path ends with `name`, a path without dots.
  func files(endingWith name: String) -> [Int] {
    guard let all = byName[PathText.name(name)] else { return [] }
    return all.filter { Self.ends(files[$0].source.path, with: name) }
  }

  /// The same without regard to case.
  func filesIgnoringCase(endingWith name: String) -> [Int] {
    let lower = name.lowercased()
    guard let all = byLowerName[PathText.name(lower)] else { return [] }
    return all.filter { Self.ends(files[$0].source.path.lowercased(), with: lower) }
  }

  /// Folders in which a build would make a header of this name.
  func templateFolders(of name: String) -> [String] {
    guard let folders = templates[PathText.name(name)] else { return [] }
    let inside = PathText.folder(name)
    return inside.isEmpty ? folders : folders.filter { Self.ends($0, with: inside) }
  }

  private static func madeFrom(_ name: String) -> String? {
    for ending in [".cmake.in", ".in", ".cmake"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    guard name.hasSuffix(".in.h") else { return nil }
    return String(name.dropLast(5)) + ".h"
  }

  private static func ends(_ path: String, with name: String) -> Bool {
    let (path, name) = (path.utf8, name.utf8)
    guard path.count >= name.count else { return false }
    let start = path.index(path.endIndex, offsetBy: -name.count)
    guard path[start...].elementsEqual(name) else { return false }
    return start == path.startIndex || path[path.index(before: start)] == UInt8(ascii: "/")
  }
}
