package import Basics

/// What decisions can be about: the files, and the boundaries of the last partition.
package struct ReviewScope: Sendable {
  package struct KnownBoundary: Sendable, Hashable {
    package var id: String
    package var name: String
    /// Numbers of its files, ascending.
    package var members: [Int]
    /// The files that hold it together, most so first; empty where nobody knows.
    package var anchors: [Int]

    package init(id: String, name: String, members: [Int], anchors: [Int] = []) {
      self.id = id
      self.name = name
      self.members = members.sorted()
      self.anchors = anchors
    }
  }

  /// Paths relative to the root; the index is the file's number.
  package let files: [String]
  package let boundaries: [KnownBoundary]
  /// What files were called before, sorted by that: a pattern that matches nothing today may speak
  /// of it.
  package let former: [FormerName]
  /// Names of stored data; nil where they are not known.
  package var tables: Set<String>?
  /// File numbers, sorted bytewise by path.
  private let order: [Int]
  /// File numbers by the last segment of the path.
  private let namesakes: [Substring: [Int]]

  /// A name that a file had once.
  package struct FormerName: Sendable, Hashable {
    package var path: String
    /// Number of the file.
    package var file: Int
    /// How like the contents before and after were, 0 to 1.
    package var likeness: Double

    package init(path: String, file: Int, likeness: Double) {
      self.path = path
      self.file = file
      self.likeness = likeness
    }
  }

  /// From this likeness on a renamed file is taken for the one that was decided on.
  package static let surelySame = 0.6

  /// Files in any order; boundaries may be empty, where there has been no partition yet.
  package init(files: [String], boundaries: [KnownBoundary], former: [FormerName] = []) {
    self.files = files
    self.former = former.sorted { $0.path.precedesBytewise($1.path) }
    self.boundaries = boundaries.sorted { $0.id.precedesBytewise($1.id) }
    order = files.indices.sorted { files[$0].precedesBytewise(files[$1]) }
    namesakes = Dictionary(grouping: files.indices) { Self.lastSegment(files[$0]) }
  }

  /// The boundary of that identifier, or else of that name.
  package func boundary(_ reference: String) -> KnownBoundary? {
    boundaries.first { $0.id == reference } ?? boundaries.first { $0.name == reference }
  }

  /// The number of the file of that path.
  package func file(_ path: String) -> Int? {
    let at = lowerBound(Array(path.utf8))
    return at < order.count && files[order[at]] == path ? order[at] : nil
  }

  /// The files that the pattern matches, ascending. Only files that start as the pattern starts are
  /// looked at.
  package func files(matching glob: Glob) -> [Int] {
    matches(of: glob).map(\.file).sorted()
  }

  func matches(of glob: Glob) -> [(file: Int, specificity: Glob.Specificity)] {
    let prefix = glob.commonPrefix
    var out: [(file: Int, specificity: Glob.Specificity)] = []
    for at in lowerBound(prefix)..<order.count {
      let file = order[at]
      guard files[file].utf8.starts(with: prefix) else { break }
      if let specificity = glob.specificity(for: files[file]) { out.append((file, specificity)) }
    }
    if !out.isEmpty { return out }
    return formerMatches(of: glob).filter { $0.likeness >= Self.surelySame }.compactMap { name in
      glob.specificity(for: name.path).map { (name.file, $0) }
    }
  }

  /// The former names that the pattern matches, where it matches no name of today.
  func formerMatches(of glob: Glob) -> [FormerName] {
    let prefix = glob.commonPrefix
    var (low, high) = (0, former.count)
    while low < high {
      let middle = (low + high) / 2
      if former[middle].path.utf8.lexicographicallyPrecedes(prefix) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return former[low...].prefix { $0.path.utf8.starts(with: prefix) }.filter {
      glob.matches($0.path)
    }
  }

  /// What a pattern that matches no name of today once meant; nil where it matches one.
  func renamed(_ pattern: String) -> [FormerName]? {
    guard let glob = try? Glob(pattern) else { return nil }
    let names = formerMatches(of: glob)
    guard !names.isEmpty, !order.contains(where: { glob.matches(files[$0]) }) else { return nil }
    return names
  }

  /// The files that any of the patterns matches, ascending. Patterns that cannot be read match none.
  package func files(matching patterns: [String]) -> [Int] {
    var found: Set<Int> = []
    for pattern in patterns {
      if let glob = try? Glob(pattern) { found.formUnion(matches(of: glob).map(\.file)) }
    }
    return found.sorted()
  }

  /// The path that a path or pattern without matches was perhaps meant to be: one of the same file
  /// name, if there is only one, or else the nearest in spelling within its folder.
  func nearestPath(to pattern: String) -> String? {
    let name = Self.lastSegment(pattern)
    if let namesakes = namesakes[name], namesakes.count == 1 { return files[namesakes[0]] }
    let folder = Array(pattern.utf8.dropLast(name.utf8.count))
    var neighbours: [String] = []
    for file in order[lowerBound(folder)...] {
      guard files[file].utf8.starts(with: folder), neighbours.count < 1000 else { break }
      neighbours.append(String(files[file].utf8.dropFirst(folder.count)) ?? "")
    }
    let nearest = NearestName.closest(to: String(name), among: neighbours)
    return nearest.map { String(decoding: folder, as: UTF8.self) + $0 }
  }

  private static func lastSegment(_ path: String) -> Substring {
    let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:))
    return path[(start ?? path.startIndex)...]
  }

  private func lowerBound(_ bytes: [UInt8]) -> Int {
    var (low, high) = (0, order.count)
    while low < high {
      let middle = (low + high) / 2
      if files[order[middle]].utf8.lexicographicallyPrecedes(bytes) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
