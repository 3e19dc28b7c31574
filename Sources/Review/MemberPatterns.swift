internal import Basics

/// Describes a set of files by few patterns that match exactly these among all files.
package enum MemberPatterns {
  /// Patterns for `members`, sorted bytewise; empty for none.
  ///
  /// Whole folders become `folder/**`, the highest that is whole; in folders that are not, all files
  /// of one extension, of one stem, or of one first word of the name become one pattern, the widest
  /// first; what is left is named by its path. Greedy, so a few patterns more than the fewest are
  /// possible. A folder's pattern takes in files that come later: that is the intent. Files that do
  /// not count (`counts`) may be matched as well.
  package static func describe(
    _ members: [Int], in scope: ReviewScope, counts: (Int) -> Bool = { _ in true }
  ) -> [String] {
    var root = Folder()
    let wanted = Set(members)
    for (index, path) in scope.files.enumerated() where wanted.contains(index) || counts(index) {
      root.add(path.split(separator: "/")[...], path, isMember: wanted.contains(index))
    }
    var out: [String] = []
    root.describe("", &out)
    return out.sorted { $0.precedesBytewise($1) }
  }
}

/// A folder of the tree of all files, with what of it is wanted.
private struct Folder {
  private struct File {
    var name: String
    var path: String
    var isMember: Bool
  }

  private var files: [File] = []
  private var folders: [String: Folder] = [:]
  private var fileCount = 0
  private var memberCount = 0

  mutating func add(_ parts: ArraySlice<Substring>, _ path: String, isMember: Bool) {
    fileCount += 1
    memberCount += isMember ? 1 : 0
    guard let first = parts.first, parts.count > 1 else {
      files.append(File(name: parts.first.map(String.init) ?? "", path: path, isMember: isMember))
      return
    }
    folders[String(first), default: Folder()].add(parts.dropFirst(), path, isMember: isMember)
  }

  /// Appends the patterns of everything below `prefix`, which ends in `/` or is empty.
  func describe(_ prefix: String, _ out: inout [String]) {
    if memberCount == 0 { return }
    if memberCount == fileCount {
      out.append(prefix + "**")
      return
    }
    describeFiles(prefix, &out)
    for name in folders.keys.sorted(by: { $0.precedesBytewise($1) }) {
      folders[name]!.describe(prefix + Glob.escaping(name) + "/", &out)
    }
  }

  private func describeFiles(_ prefix: String, _ out: inout [String]) {
    var left = files.filter(\.isMember)
    let foreign = files.filter { !$0.isMember }.map(\.name)
    if left.isEmpty { return }
    if foreign.isEmpty {
      out.append(left.count == 1 ? Glob.escaping(left[0].path) : prefix + "*")
      return
    }
    for pattern in candidates(left.map(\.name), besides: foreign) {
      let covered = left.filter { pattern.covers($0.name) }
      if covered.count < 2 { continue }
      out.append(prefix + pattern.text)
      left.removeAll { pattern.covers($0.name) }
    }
    out += left.map { Glob.escaping($0.path) }
  }

  /// Patterns that cover several of `names` and none of `foreign`, those that cover most first.
  private func candidates(_ names: [String], besides foreign: [String]) -> [NamePattern] {
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

/// A pattern of file names of one of three kinds.
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
