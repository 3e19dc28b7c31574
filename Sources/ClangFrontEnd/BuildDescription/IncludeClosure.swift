internal import Basics

/// The files that a source reaches by includes, and the folders that must be searched for them.
struct IncludeClosure: Sendable {
  /// Files of the index, the source first.
  var files: [Int]
  var quotedFolders: [String]
  var angledFolders: [String]
}

/// Walks the include graph from one source after another.
struct ClosureWalk {
  private let index: HeaderIndex
  private let includes: [FileIncludes]
  private var stamps: [Int]
  private var stamp = 0

  init(index: HeaderIndex, includes: [FileIncludes]) {
    self.index = index
    self.includes = includes
    stamps = Array(repeating: 0, count: includes.count)
  }

  mutating func closure(of source: Int) -> IncludeClosure {
    stamp += 1
    stamps[source] = stamp
    var files = [source]
    var quoted: Set<String> = []
    var angled: Set<String> = []
    var next = 0
    while next < files.count {
      for include in includes[files[next]].resolved {
        if let folder = include.folder {
          if include.isAngled { angled.insert(folder) } else { quoted.insert(folder) }
        }
        guard stamps[include.target] != stamp else { continue }
        stamps[include.target] = stamp
        files.append(include.target)
      }
      next += 1
    }
    let own = index.files[source].folder
    return IncludeClosure(
      files: files, quotedFolders: Self.byNearness(quoted, to: own),
      angledFolders: Self.byNearness(angled, to: own))
  }

  /// Fewest steps up from the source first, then fewest down, then bytewise.
  private static func byNearness(_ folders: Set<String>, to own: String) -> [String] {
    let ranked = folders.map { folder in
      let common = PathText.commonDepth(folder, own)
      return (up: PathText.depth(own) - common, down: PathText.depth(folder) - common, folder)
    }
    return ranked.sorted { a, b in
      if a.up != b.up { return a.up < b.up }
      if a.down != b.down { return a.down < b.down }
      return a.2.precedesBytewise(b.2)
    }.map(\.2)
  }
}
