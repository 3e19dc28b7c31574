internal import Facts
internal import FrontEnd

/// The project's files by the names that includes call them.
struct HeaderIndex: Sendable {
  struct File: Sendable {
    var source: SourceFile
    var folder: String
    var isHeader: Bool
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
    var byPath: [String: Int] = [:]
    var byName: [String: [Int]] = [:]
    var byLowerName: [String: [Int]] = [:]
    var templates: [String: [String]] = [:]
    for source in inventory.files {
      let name = PathText.name(source.path)
      let folder = PathText.folder(source.path)
      if let made = Self.madeFrom(name) { templates[made, default: []].append(folder) }
      let ending = name.lastIndex(of: ".").map { name[name.index(after: $0)...] } ?? ""
      let isHeader =
        Self.headerEndings.contains(ending) || ["hpp", "h"].contains(ending.lowercased())
      guard source.language?.isCFamily ?? isHeader else { continue }
      byPath[source.path] = files.count
      byName[name, default: []].append(files.count)
      byLowerName[name.lowercased(), default: []].append(files.count)
      files.append(File(source: source, folder: folder, isHeader: isHeader))
    }
    self.files = files
    self.byPath = byPath
    self.byName = byName
    self.byLowerName = byLowerName
    self.templates = templates
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
    for ending in [".in", ".cmake"] where name.hasSuffix(ending) {
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
