internal import Basics
internal import Facts
internal import Synchronization

/// Notices a header that was added or removed where an include could find it.
///
/// Digests of the files that were included say nothing about a new file that would be found before
/// one of them, or in place of a missing one. Inside the inventory such a file carries the same base
/// name, so the project paths with the base names of all includes are digested. Outside of it, where
/// builds put what they generate and packages what they install, the folders of the search are asked
/// for the names. Headers of the system that shadow one another are not noticed.
final class HeaderShadows: Sendable {
  private let root: String
  private let pathsOfName: [String: [String]]
  private let entries = Mutex<[String: Set<String>]>([:])

  init(_ inventory: Inventory) {
    root = inventory.root
    var paths: [String: [String]] = [:]
    for file in inventory.files { paths[Self.baseName(file.path), default: []].append(file.path) }
    pathsOfName = paths
  }

  func digest(of unit: UnitFacts) -> Digest {
    let included = unit.dependencies.map(\.path) + unit.missingIncludes
    var writer = ByteWriter()
    for name in Self.sorted(Set(included.map(Self.baseName))) {
      writer.write(name)
      writer.write(pathsOfName[name] ?? [])
    }
    writer.write(answers(to: question(of: unit)))
    return Digest(of: writer.bytes)
  }

  /// What to look for on the disk.
  struct Question {
    /// Names as an include could spell them.
    var names: Set<String> = []
    /// Absolute.
    var folders: Set<String> = []

    mutating func add(_ other: Question) {
      names.formUnion(other.names)
      folders.formUnion(other.folders)
    }
  }

  func question(of unit: UnitFacts) -> Question {
    var question = Question(
      names: Set(unit.missingIncludes), folders: Set(unit.searchFolders))
    for dependency in unit.dependencies where dependency.path.utf8.first != UInt8(ascii: "/") {
      let path = root + "/" + dependency.path
      var folder = path[...]
      while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")), slash > path.startIndex {
        folder = path[..<slash]
        if question.folders.contains(String(folder)) {
          question.names.insert(String(path[path.utf8.index(after: slash)...]))
        }
      }
    }
    return question
  }

  /// A digest of where the names of `question` are found now.
  func answers(to question: Question) -> Digest {
    var writer = ByteWriter()
    let names = Self.sorted(question.names)
    for folder in Self.sorted(question.folders) {
      let entries = entries(in: folder)
      if entries.isEmpty { continue }
      for name in names where entries.contains(Self.firstComponent(name)) {
        let path = folder + "/" + name
        if FileSystem.exists(Array(path.utf8)) { writer.write(path) }
      }
    }
    return Digest(of: writer.bytes)
  }

  private func entries(in folder: String) -> Set<String> {
    if let known = entries.withLock({ $0[folder] }) { return known }
    let listed = (try? FileSystem.list(Array(folder.utf8))) ?? []
    var names = Set(listed.map { String(decoding: $0.name, as: UTF8.self) })
    if !names.isEmpty { names.formUnion([".", ".."]) }
    entries.withLock { $0[folder] = names }
    return names
  }

  private static func sorted(_ names: Set<String>) -> [String] {
    names.sorted { $0.precedesBytewise($1) }
  }

  private static func firstComponent(_ name: String) -> String {
    String(name.prefix { $0 != "/" })
  }

  private static func baseName(_ path: String) -> String {
    String(
      path[
        (path.lastIndex { $0 == "/" || $0 == "\\" }.map(path.index(after:)) ?? path.startIndex)...]
    )
  }
}
