internal import Basics

/// Describes sets of files by few patterns that match exactly these among all files.
package struct MemberPatterns {
  private struct Folder {
    /// The path as a pattern with a slash behind it; empty for the top.
    var prefix: String
    var parent: Int?
    var files: [Int] = []
    var folders: [Int] = []
    /// Files that count, in here and below.
    var size = 0
  }

  private let paths: [String]
  private let counts: [Bool]
  private var folders: [Folder] = []
  /// For each file the folder that it is in.
  private var home: [Int] = []

  /// For many descriptions among the same files. Files that do not count may be matched as well.
  /// Linear in the length of all paths.
  package init(_ scope: ReviewScope, counts: (Int) -> Bool = { _ in true }) {
    paths = scope.files
    self.counts = paths.indices.map(counts)
    var numbers: [Substring: Int] = ["": 0]
    folders = [Folder(prefix: "")]
    home.reserveCapacity(paths.count)
    for (file, path) in paths.enumerated() {
      let folder = folder(path[...].lastSlash.map { path[..<$0] } ?? "", &numbers)
      folders[folder].files.append(file)
      home.append(folder)
      if self.counts[file] { folders[folder].size += 1 }
    }
    // A folder has a higher number than the one it is in.
    for folder in folders.indices.reversed() {
      if let parent = folders[folder].parent { folders[parent].size += folders[folder].size }
    }
  }

  private mutating func folder(_ path: Substring, _ numbers: inout [Substring: Int]) -> Int {
    if let known = numbers[path] { return known }
    let slash = path.lastSlash
    let parent = folder(slash.map { path[..<$0] } ?? "", &numbers)
    let name = slash.map { path[path.index(after: $0)...] } ?? path
    let number = folders.count
    folders.append(
      Folder(
        prefix: folders[parent].prefix + Glob.escaping(String(name)) + "/", parent: parent))
    folders[parent].folders.append(number)
    numbers[path] = number
    return number
  }

  /// Patterns for `members`, sorted bytewise; empty for none.
  ///
  /// Whole folders become `folder/**`, the highest that is whole; in folders that are not, all files
  /// of one extension, of one stem, or of one first word of the name become one pattern, the widest
  /// first; what is left is named by its path. Greedy, so a few patterns more than the fewest are
  /// possible. A folder's pattern takes in files that come later: that is the intent. Linear in the
  /// members and the folders that they are in.
  package func describe(_ members: [Int]) -> [String] {
    let wanted = Set(members)
    // How many of the members that count are in a folder and below; a key says that any is.
    var held: [Int: Int] = [:]
    for file in wanted {
      let worth = counts[file] ? 1 : 0
      var folder: Int? = home[file]
      while let now = folder {
        held[now, default: 0] += worth
        folder = folders[now].parent
      }
    }
    var out: [String] = []
    var open = held[0] == nil ? [] : [0]
    while let number = open.popLast() {
      let folder = folders[number]
      if held[number] == folder.size {
        out.append(folder.prefix + "**")
        continue
      }
      describeFiles(folder, wanted, &out)
      open += folder.folders.filter { held[$0] != nil }
    }
    return out.sorted { $0.precedesBytewise($1) }
  }

  /// One description; `init(_:counts:)` is for many.
  package static func describe(
    _ members: [Int], in scope: ReviewScope, counts: (Int) -> Bool = { _ in true }
  ) -> [String] {
    members.isEmpty ? [] : MemberPatterns(scope, counts: counts).describe(members)
  }

  private func name(_ file: Int) -> String {
    let path = paths[file]
    return path[...].lastSlash.map { String(path[path.index(after: $0)...]) } ?? path
  }

  private func describeFiles(_ folder: Folder, _ wanted: Set<Int>, _ out: inout [String]) {
    var left = folder.files.filter(wanted.contains).map { (name: name($0), path: paths[$0]) }
    if left.isEmpty { return }
    let foreign = folder.files.filter { counts[$0] && !wanted.contains($0) }.map(name)
    if foreign.isEmpty {
      out.append(left.count == 1 ? Glob.escaping(left[0].path) : folder.prefix + "*")
      return
    }
    for pattern in Self.candidates(left.map(\.name), besides: foreign) {
      let covered = left.count { pattern.covers($0.name) }
      if covered < 2 { continue }
      out.append(folder.prefix + pattern.text)
      left.removeAll { pattern.covers($0.name) }
    }
    out += left.map { Glob.escaping($0.path) }
  }

  /// Patterns that cover several of `names` and none of `foreign`, those that cover most first.
  private static func candidates(_ names: [String], besides foreign: [String]) -> [NamePattern] {
    var counts: [NamePattern: Int] = [:]
    for name in names {
      for pattern in NamePattern.patterns(of: name) { counts[pattern, default: 0] += 1 }
    }
    let sound = counts.filter { pattern, count in
      count > 1 && !foreign.contains { pattern.covers($0) }
    }
    return sound.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.text.precedesBytewise($1.key.text)
    }.map(\.key)
  }
}

extension Substring {
  fileprivate var lastSlash: Index? { utf8.lastIndex(of: UInt8(ascii: "/")) }
}

/// A pattern of file names of one of two kinds.
private enum NamePattern: Hashable {
  /// `*.c`
  case suffix(String)
  /// `order.*`, `order_*`
  case prefix(String)

  var text: String {
    switch self {
    case .suffix(let text): "*" + Glob.escaping(text)
    case .prefix(let text): Glob.escaping(text) + "*"
    }
  }

  func covers(_ name: String) -> Bool {
    switch self {
    case .suffix(let text): name.utf8.reversed().starts(with: text.utf8.reversed())
    case .prefix(let text): name.utf8.starts(with: text.utf8)
    }
  }

  /// All that cover `name`: its extension, its stem, its words from the left.
  static func patterns(of name: String) -> Set<NamePattern> {
    var out: Set<NamePattern> = []
    let bytes = Array(name.utf8)
    if let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0 {
      out.insert(.suffix(String(decoding: bytes[dot...], as: UTF8.self)))
    }
    for at in bytes.indices.dropFirst() {
      let isMark = [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-")].contains(bytes[at])
      let isCapital = (0x41...0x5a).contains(bytes[at]) && (0x61...0x7a).contains(bytes[at - 1])
      if isMark { out.insert(.prefix(String(decoding: bytes[...at], as: UTF8.self))) }
      if isCapital, at > 2 { out.insert(.prefix(String(decoding: bytes[..<at], as: UTF8.self))) }
    }
    return out
  }
}
