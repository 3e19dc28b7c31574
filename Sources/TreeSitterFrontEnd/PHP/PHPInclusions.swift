internal import Facts

/// Which files include which, and what follows for variables of the file level.
struct PHPInclusions: Sendable {
  /// Files by path, and by the last name of the path.
  private let files: [String: Int32]
  private let filesByName: [String: [Int32]]
  private let paths: [String]
  /// For each file those that it includes or that include it.
  private var neighbours: [[Int32]] = []
  /// For each file how many others include it.
  private var users: [Int] = []

  init(_ project: ProjectIndex) {
    let paths = project.files.map(\.facts.path)
    self.paths = paths
    var files: [String: Int32] = [:]
    var byName: [String: [Int32]] = [:]
    for (number, path) in paths.enumerated() {
      files[path] = Int32(number)
      byName[String(path.split(separator: "/").last ?? ""), default: []].append(Int32(number))
    }
    self.files = files
    filesByName = byName
    neighbours = Array(repeating: [], count: paths.count)
    users = Array(repeating: 0, count: paths.count)
    for (number, file) in project.files.enumerated() {
      for item in file.outline.imports where item.marks.contains(.dynamic) {
        guard case .module(let other) = target(file.outline.names[Int(item.path)], from: number)
        else { continue }
        neighbours[number].append(other)
        neighbours[Int(other)].append(Int32(number))
        users[Int(other)] += 1
      }
    }
  }

  // MARK: Paths

  /// The file that a path leads to, seen from another.
  ///
  /// Begins with `.` if it is known where it begins, with `*` if it is not; others are looked for
  /// beside the including file, then at the top.
  func target(_ text: String, from file: Int) -> Finding {
    let folder = paths[file].split(separator: "/").dropLast().joined(separator: "/")
    if text.hasPrefix("*/") {
      return unique(String(text.dropFirst(2)), from: folder).map { .module($0) } ?? .nothing
    }
    if text.hasPrefix("/") || text.contains("://") { return .external }
    guard let path = Self.normalized(folder + "/" + text) else { return .external }
    if let known = files[path] { return .module(known) }
    if text.hasPrefix(".") { return path.contains("vendor/") ? .external : .nothing }
    if let known = Self.normalized(text).flatMap({ files[$0] }) { return .module(known) }
    return unique(text, from: folder).map { .module($0) } ?? .external
  }

  /// Without empty parts, `.` and `..`; nil for what lies outside of the root.
  private static func normalized(_ path: String) -> String? {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }

  /// The one file whose path ends so, or the one of them that is nearest.
  private func unique(_ text: String, from folder: String) -> Int32? {
    guard let path = Self.normalized(text), let name = path.split(separator: "/").last else {
      return nil
    }
    let found = (filesByName[String(name)] ?? []).filter {
      let other = paths[Int($0)]
      return other == path || other.hasSuffix("/" + path)
    }
    guard found.count > 1 else { return found.first }
    // What lies above the including file, from the innermost folder on.
    var above = folder
    while true {
      if let known = files[above.isEmpty ? path : above + "/" + path] { return known }
      guard !above.isEmpty else { break }
      above = above.lastIndex(of: "/").map { String(above[..<$0]) } ?? ""
    }
    let own = folder.split(separator: "/")
    let scores = found.map { number in
      zip(own, paths[Int(number)].split(separator: "/")).prefix { $0 == $1 }.count
    }
    let best = scores.max() ?? 0
    let nearest = found.indices.filter { scores[$0] == best }
    return nearest.count == 1 ? found[nearest[0]] : nil
  }

  // MARK: Variables

  /// The declaration of a variable of the file level that code of a file means: its own, then,
  /// among files that others include, the nearest by inclusions in either direction, then that of the
  /// file which most others include. Nil where two are alike. Linear in the inclusions.
  func nearest(_ candidates: [Entity], to file: Int) -> Entity? {
    if let own = candidates.first(where: { $0.file == Int32(file) }) { return own }
    // Variables of a file that nothing includes are those of one program.
    let shared = candidates.filter { users[Int($0.file)] > 0 }
    let candidates = shared.isEmpty ? candidates : shared
    if candidates.count == 1 { return candidates[0] }
    let places = Dictionary(candidates.map { ($0.file, $0) }, uniquingKeysWith: { a, _ in a })
    var seen: Set<Int32> = [Int32(file)]
    var level = [Int32(file)]
    while !level.isEmpty {
      var found: [Entity] = []
      var next: [Int32] = []
      for number in level {
        for other in neighbours[Int(number)] where seen.insert(other).inserted {
          next.append(other)
          if let entity = places[other] { found.append(entity) }
        }
      }
      if !found.isEmpty { return mostUsed(found) }
      level = next
    }
    return mostUsed(candidates)
  }

  private func mostUsed(_ candidates: [Entity]) -> Entity? {
    let best = candidates.map { users[Int($0.file)] }.max() ?? 0
    let found = candidates.filter { users[Int($0.file)] == best }
    return found.count == 1 ? found[0] : nil
  }
}
