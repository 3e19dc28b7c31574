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
  /// An include as numbers: this runs once for every file that every source reaches.
  private struct Step {
    var target: Int32
    /// Index into ``folders``, or -1.
    var folder: Int32
    var isAngled: Bool
  }

  private let index: HeaderIndex
  private var folders: [String] = []
  /// Those of file `n` are `steps[starts[n]..<starts[n + 1]]`.
  private var steps: [Step] = []
  private var starts: [Int] = [0]
  private var stamps: [Int]
  private var stamp = 0

  init(index: HeaderIndex, includes: [FileIncludes]) {
    self.index = index
    stamps = Array(repeating: 0, count: includes.count)
    var numbers: [String: Int32] = [:]
    for file in includes {
      for include in file.resolved {
        var folder: Int32 = -1
        if let name = include.folder {
          folder = numbers[name] ?? Int32(folders.count)
          if numbers.updateValue(folder, forKey: name) == nil { folders.append(name) }
        }
        steps.append(
          Step(target: Int32(include.target), folder: folder, isAngled: include.isAngled))
      }
      starts.append(steps.count)
    }
  }

  mutating func closure(of source: Int) -> IncludeClosure {
    stamp += 1
    stamps[source] = stamp
    var files = [source]
    var quoted: Set<Int32> = []
    var angled: Set<Int32> = []
    var next = 0
    while next < files.count {
      for step in steps[starts[files[next]]..<starts[files[next] + 1]] {
        if step.folder >= 0 {
          if step.isAngled { angled.insert(step.folder) } else { quoted.insert(step.folder) }
        }
        let target = Int(step.target)
        guard stamps[target] != stamp else { continue }
        stamps[target] = stamp
        files.append(target)
      }
      next += 1
    }
    let own = index.files[source].folder
    return IncludeClosure(
      files: files, quotedFolders: byNearness(quoted, to: own),
      angledFolders: byNearness(angled, to: own))
  }

  /// Fewest steps up from the source first, then fewest down, then bytewise.
  private func byNearness(_ numbers: Set<Int32>, to own: String) -> [String] {
    let ranked = numbers.map { number in
      let folder = folders[Int(number)]
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
