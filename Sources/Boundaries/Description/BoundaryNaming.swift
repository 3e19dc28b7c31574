internal import Basics
internal import DependencyGraph
internal import Facts

/// Names boundaries from their own vocabulary, and gives them identifiers that hold from run to run.
struct BoundaryNaming {
  let graph: CodeGraph
  let grouping: Grouping
  /// The folders that may name a part.
  private let folderNames: [String]
  /// For each position its folders among them, outermost first.
  private let folders: [[Int]]
  /// For each folder the number of grouped files in it.
  private let filesInFolder: [Int]
  private let themes: FileThemes
  /// Files of the graph where a process starts.
  private let startsProgram: Set<Int>
  /// For each file of the graph the first of its edges to others, which lie together.
  private let firstEdge: [Int]

  /// Stems of files that any program may begin in, and of scripts of builds: they name no part.
  private static let plainStarts: Set<String> = [
    "main", "__main__", "app", "application", "bootstrap", "cli", "gulpfile", "index",
    "init", "__init__", "launcher", "makefile", "manage", "mod", "program", "rakefile", "run",
    "runner", "server", "setup", "start", "startup",
  ]

  init(graph: CodeGraph, grouping: Grouping) {
    self.graph = graph
    self.grouping = grouping
    var numbers: [String: Int] = [:]
    var folderNames: [String] = []
    folders = grouping.business.folders.map { folders in
      folders.filter { !BusinessFolders.generic.contains($0) }.map { folder in
        if let known = numbers[folder] { return known }
        numbers[folder] = folderNames.count
        folderNames.append(folder)
        return folderNames.count - 1
      }
    }
    var filesInFolder = [Int](repeating: 0, count: folderNames.count)
    for (position, group) in grouping.groupOf.enumerated() where group >= 0 {
      for folder in folders[position] { filesInFolder[folder] += 1 }
    }
    self.folderNames = folderNames
    self.filesInFolder = filesInFolder
    var firstEdge = [Int](repeating: 0, count: graph.files.count + 1)
    for edge in graph.fileEdges { firstEdge[Int(edge.from) + 1] += 1 }
    for file in graph.files.indices { firstEdge[file + 1] += firstEdge[file] }
    self.firstEdge = firstEdge
    themes = FileThemes(grouping.scope.files.map { Words.stem(graph.files[$0].path) })
    startsProgram = Set(
      graph.symbols.lazy.filter { $0.traits.contains(.entryPoint) }.map { Int($0.file) })
  }

  /// A name for each group, unique, lower case, words joined by hyphens.
  func names(vocabulary: [[String]]) -> [String] {
    names(of: membersOfGroups, vocabulary: vocabulary)
  }

  /// Names for any sets of positions that have no member in common.
  func names(of members: [[Int]], vocabulary: [[String]]) -> [String] {
    var names = members.indices.map { name(members[$0], vocabulary[$0]) }
    // The larger group keeps a contested name; the others say more.
    let order = members.indices.sorted {
      members[$0].count != members[$1].count
        ? members[$0].count > members[$1].count : members[$0][0] < members[$1][0]
    }
    var taken: Set<String> = []
    for group in order {
      let own = Set(names[group].split(separator: "-").map(String.init))
      var candidates = vocabulary[group].filter { !own.contains($0) }.map {
        names[group] + "-" + $0
      }
      candidates.insert(names[group], at: 0)
      candidates += (2...members.count + 1).map { names[group] + "-\($0)" }
      names[group] = candidates.first { !taken.contains($0) }!
      taken.insert(names[group])
    }
    return names
  }

  private var membersOfGroups: [[Int]] {
    var members: [[Int]] = Array(repeating: [], count: grouping.groupCount)
    for (position, group) in grouping.groupOf.enumerated() where group >= 0 {
      members[group].append(position)
    }
    return members
  }

  private func name(_ members: [Int], _ vocabulary: [String]) -> String {
    let folder = dominantFolder(members)
    // `controllers` says what the files are, not what they are about.
    if let folder, !BusinessFolders.kinds.contains(folder) { return Self.slug(folder) }
    let name =
      words(members) ?? programFile(members) ?? themes.theme(of: members) ?? dominantFile(members)
    return name.map(Self.slug) ?? vocabulary.first ?? folder.map(Self.slug)
      ?? Self.slug(plainStem(members[0]))
  }

  /// The business folder that comes nearest to the group, by the F-measure of its files and the group's;
  /// of equals the innermost. It holds more than half of the group, and most of it is here: otherwise the
  /// name would promise what the boundary does not hold. `controllers` and the like are the last choice.
  private func dominantFolder(_ members: [Int]) -> String? {
    var inside: [Int: Int] = [:]
    var depth: [Int: Int] = [:]
    for position in members {
      for (level, folder) in folders[position].enumerated() {
        inside[folder, default: 0] += 1
        depth[folder] = level
      }
    }
    let fitting = inside.filter {
      $0.value * 2 > members.count && $0.value * 2 > filesInFolder[$0.key]
    }
    return fitting.keys.max { a, b in
      let kinds = (isKind(a), isKind(b))
      if kinds.0 != kinds.1 { return kinds.0 }
      let (x, y) = (fit(a, inside, members), fit(b, inside, members))
      if x != y { return x < y }
      return depth[a]! != depth[b]!
        ? depth[a]! < depth[b]! : folderNames[b].precedesBytewise(folderNames[a])
    }.map { folderNames[$0] }
  }

  private func isKind(_ folder: Int) -> Bool { BusinessFolders.kinds.contains(folderNames[folder]) }

  private func fit(_ folder: Int, _ inside: [Int: Int], _ members: [Int]) -> Double {
    2 * Double(inside[folder] ?? 0) / Double(members.count + filesInFolder[folder])
  }

  /// Where names of files tell the parts: the words that most of the group begin with.
  private func words(_ members: [Int]) -> String? {
    guard grouping.folders.trustInFolders != nil else { return nil }
    var counts: [Int: Int] = [:]
    for position in members { counts[grouping.folders.groupOf[position], default: 0] += 1 }
    let most = counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }
    guard let most, most.value * 2 > members.count else { return nil }
    let name = grouping.folders.names[most.key]
    return name.isEmpty ? nil : name
  }

  /// In a flat folder: a group with one program is called like its program, by the file of `main`,
  /// if that uses anything of the group: a script beside it does not name it.
  private func programFile(_ members: [Int]) -> String? {
    let programs = members.filter { startsProgram.contains(grouping.scope.files[$0]) }
    guard programs.count == 1, members.count == 1 || uses(programs[0], members) else { return nil }
    return stem(programs[0])
  }

  /// The stem of a file in lower case, if that says something of a group: `main`, `models` and
  /// `base_controller` do not.
  private func stem(_ position: Int) -> String? {
    let stem = plainStem(position)
    let words = stem.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let saysRole = words.allSatisfy {
      BusinessFolders.roles.contains($0) || BusinessFolders.generic.contains($0)
        || BusinessFolders.wrappers.contains($0)
    }
    return saysRole || Self.plainStarts.contains(stem) ? nil : stem
  }

  private func plainStem(_ position: Int) -> String {
    Words.stem(graph.files[grouping.scope.files[position]].path).lowercased()
  }

  private func edges(from position: Int) -> ArraySlice<FileEdge> {
    let file = grouping.scope.files[position]
    return graph.fileEdges[firstEdge[file]..<firstEdge[file + 1]]
  }

  private func uses(_ program: Int, _ members: [Int]) -> Bool {
    let isMember = Set(members)
    return edges(from: program).contains {
      $0.from != $0.to && isMember.contains(grouping.scope.position[Int($0.to)])
    }
  }

  /// In a flat folder: the file of the group that most of the others depend on names it.
  private func dominantFile(_ members: [Int]) -> String? {
    let isMember = Set(members)
    var weight: [Int: Int] = [:]
    for from in members {
      for edge in edges(from: from) {
        let to = grouping.scope.position[Int(edge.to)]
        guard isMember.contains(to) else { continue }
        weight[to, default: 0] += graph.count(of: edge)
        weight[from, default: 0] += graph.count(of: edge) / 2
      }
    }
    return members.max {
      let (a, b) = (weight[$0] ?? 0, weight[$1] ?? 0)
      return a != b ? a < b : $0 > $1
    }.flatMap(stem)
  }

  /// Lower-case letters and digits with hyphens between words.
  static func slug(_ text: String) -> String {
    let mapped = text.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    let words = String(mapped).split(separator: "-")
    return words.isEmpty ? "part" : words.joined(separator: "-")
  }
}

/// The terms that set each group apart from the others.
enum Vocabulary {
  /// For each group at most eight terms, by the sum of tf-idf weights over its files.
  static func of(_ grouping: Grouping) -> [[String]] {
    var members: [[Int]] = Array(repeating: [], count: grouping.groupCount)
    for (position, group) in grouping.groupOf.enumerated() where group >= 0 {
      members[group].append(position)
    }
    return of(members, grouping.terms)
  }

  /// The same for any sets of positions.
  static func of(_ members: [[Int]], _ terms: NameView) -> [[String]] {
    var sums: [[String: Double]] = Array(repeating: [:], count: members.count)
    for (group, positions) in members.enumerated() {
      for position in positions {
        for (term, weight) in terms.terms[position] { sums[group][term, default: 0] += weight }
      }
    }
    var everywhere: [String: Double] = [:]
    for sum in sums {
      for term in sum.keys.sorted() { everywhere[term, default: 0] += sum[term]! }
    }
    return sums.map { sum in
      sum.map { term, weight in (term, weight * weight / everywhere[term]!) }
        .sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.precedesBytewise($1.0) }
        .prefix(8).map(\.0)
    }
  }
}
