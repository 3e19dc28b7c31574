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
    /// Those that must come later, in ``rivals``.
    var rivals: Range<Int32>
  }

  private let index: HeaderIndex
  private var folders: [String] = []
  private var rivals: [Int32] = []
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
        let folder = include.folder.map { number(of: $0, &numbers) } ?? -1
        let start = Int32(rivals.count)
        for rival in include.rivals { rivals.append(number(of: rival, &numbers)) }
        steps.append(
          Step(
            target: Int32(include.target), folder: folder, isAngled: include.isAngled,
            rivals: start..<Int32(rivals.count)))
      }
      starts.append(steps.count)
    }
  }

  private mutating func number(of folder: String, _ numbers: inout [String: Int32]) -> Int32 {
    if let known = numbers[folder] { return known }
    let number = Int32(folders.count)
    numbers[folder] = number
    folders.append(folder)
    return number
  }

  mutating func closure(of source: Int) -> IncludeClosure {
    stamp += 1
    stamps[source] = stamp
    var files = [source]
    var quoted: Set<Int32> = []
    var angled: Set<Int32> = []
    var contested: [Step] = []
    var next = 0
    while next < files.count {
      for step in steps[starts[files[next]]..<starts[files[next] + 1]] {
        if step.folder >= 0 {
          if step.isAngled { angled.insert(step.folder) } else { quoted.insert(step.folder) }
          if !step.rivals.isEmpty { contested.append(step) }
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
      files: files, quotedFolders: inOrder(quoted, contested.filter { !$0.isAngled }, own),
      angledFolders: inOrder(angled, contested.filter(\.isAngled), own))
  }

  /// The nearest first, but a folder that a name was found in before its rivals. Where these wishes
  /// contradict one another, nearness decides.
  private func inOrder(_ numbers: Set<Int32>, _ contested: [Step], _ own: String) -> [String] {
    var rest = numbers.map { (number: $0, nearness: Nearness(of: folders[Int($0)], to: own)) }
    rest.sort { a, b in
      a.nearness != b.nearness
        ? a.nearness < b.nearness
        : folders[Int(a.number)].precedesBytewise(folders[Int(b.number)])
    }
    var before: [Int32: Set<Int32>] = [:]
    for step in contested {
      for rival in rivals[Int(step.rivals.lowerBound)..<Int(step.rivals.upperBound)]
      where rival != step.folder && numbers.contains(rival) {
        before[rival, default: []].insert(step.folder)
      }
    }
    var result: [String] = []
    while !rest.isEmpty {
      let free = rest.firstIndex { before[$0.number]?.isEmpty ?? true } ?? 0
      let placed = rest.remove(at: free).number
      for key in before.keys { before[key]?.remove(placed) }
      result.append(folders[Int(placed)])
    }
    return result
  }
}
