internal import Basics
internal import Facts

/// Notices a header that was added or removed where an include could find it.
///
/// Digests of the files that were included say nothing about a new file that would be found before
/// one of them, or in place of a missing one. Such a file carries the same base name; so the project
/// paths with the base names of all includes are digested too.
final class HeaderShadows: Sendable {
  private let pathsOfName: [Substring: [String]]

  init(_ inventory: Inventory) {
    var paths: [Substring: [String]] = [:]
    for file in inventory.files { paths[Self.baseName(file.path), default: []].append(file.path) }
    pathsOfName = paths
  }

  func digest(of unit: UnitFacts) -> Digest {
    let included = unit.dependencies.map(\.path) + unit.missingIncludes
    var writer = ByteWriter()
    for name in Set(included.map(Self.baseName)).sorted(by: { String($0) < String($1) }) {
      writer.write(String(name))
      writer.write(pathsOfName[name] ?? [])
    }
    return Digest(of: writer.bytes)
  }

  private static func baseName(_ path: String) -> Substring {
    path[(path.lastIndex { $0 == "/" || $0 == "\\" }.map(path.index(after:)) ?? path.startIndex)...]
  }
}
