internal import Basics

/// Finds which files that are gone live on under another name, by their contents.
///
/// Equal contents first, then the likest, as git counts it but by distinct lines: common lines over
/// the mean of both. From half on they are one file. Each file is taken once; names break ties. Lines
/// that many files have tell nothing. Linear in lines, apart from those that few files share.
package enum RenameMatch {
  package struct Rename: Sendable, Hashable {
    package var old: String
    package var new: String
    /// 0.5 to 1.
    package var likeness: Double
  }

  package static let threshold = 0.5
  private static let commonest = 40

  private struct Text {
    var path: String
    var whole: Digest
    var lines: Set<Digest>
    var isEmpty: Bool
  }

  /// Sorted by old path. Files of other kinds, by the end of their names, are never one.
  package static func find(
    old: [(path: String, bytes: [UInt8])], new: [(path: String, bytes: [UInt8])]
  ) -> [Rename] {
    let olds = old.map(text)
    let news = new.map(text)
    var holders: [Digest: [Int]] = [:]
    for (index, text) in news.enumerated() {
      for line in text.lines { holders[line, default: []].append(index) }
    }
    var equals: [Digest: [Int]] = [:]
    for (index, text) in news.enumerated() where !text.isEmpty {
      equals[text.whole, default: []].append(index)
    }
    var found: [(old: Int, new: Int, likeness: Double, sameName: Bool)] = []
    for (index, text) in olds.enumerated() {
      var common: [Int: Int] = [:]
      let same = equals[text.whole] ?? []
      if same.count <= commonest { for file in same { common[file] = 0 } }
      for line in text.lines {
        let files = holders[line] ?? []
        if files.count <= commonest { for file in files { common[file, default: 0] += 1 } }
      }
      for (file, count) in common where suffix(news[file].path) == suffix(text.path) {
        let likeness =
          text.whole == news[file].whole
          ? 1 : min(0.99, 2 * Double(count) / Double(text.lines.count + news[file].lines.count))
        guard likeness >= threshold else { continue }
        found.append((index, file, likeness, name(text.path) == name(news[file].path)))
      }
    }
    found.sort { a, b in
      if a.likeness != b.likeness { return a.likeness > b.likeness }
      if a.sameName != b.sameName { return a.sameName }
      return (a.old, a.new) < (b.old, b.new)
    }
    var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
    var renames: [Rename] = []
    for pair in found where !takenOld.contains(pair.old) && !takenNew.contains(pair.new) {
      takenOld.insert(pair.old)
      takenNew.insert(pair.new)
      renames.append(
        Rename(old: olds[pair.old].path, new: news[pair.new].path, likeness: pair.likeness))
    }
    return renames.sorted { $0.old.precedesBytewise($1.old) }
  }

  private static func text(_ file: (path: String, bytes: [UInt8])) -> Text {
    var lines: Set<Digest> = []
    for line in file.bytes.split(separator: 0x0a) {
      let content = line.drop { $0 == 0x20 || $0 == 0x09 }
      // Braces and the like are in every file.
      if content.count > 3 { lines.insert(Digest(of: Array(content))) }
    }
    return Text(
      path: file.path, whole: Digest(of: file.bytes), lines: lines, isEmpty: file.bytes.isEmpty)
  }

  private static func name(_ path: String) -> Substring {
    path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
  }

  private static func suffix(_ path: String) -> Substring {
    let name = name(path)
    return name.lastIndex(of: ".").map { name[$0...] } ?? ""
  }
}
