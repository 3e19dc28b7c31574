internal import Basics

/// Turns the output of `git log --raw -z` into changes of today's files, in one pass.
///
/// Commits come newest first. A rename from `a` to `b` says that older commits that speak of `a` mean
/// what is `b` now. Branches overlap in time: a commit may speak of `a` before the rename is seen, so
/// names that no file has today are followed once more at the end.
struct LogReading {
  private enum Expected { case any, name, email, path, secondPath }

  private let limits: HistoryLimits
  /// Today's files have the first numbers.
  private var paths = NameTable()
  private let fileCount: Int
  /// Of today's files several may have one path only by mistake: the first has it.
  private let fileOf: [Int]
  /// For each path what a commit of the time that has been reached means by it.
  private var meaning: [Int32]
  /// For a path that no file has today, what it became.
  private var successor: [Int32: Int32] = [:]
  /// How like both are, in hundredths.
  private var likeness: [Int32: Int] = [:]
  private var percent = 100

  private var rest: [UInt8] = []
  private var expected = Expected.any
  private var status = UInt8(ascii: "M")
  private var oldPath: Int32 = -1
  private var personName = ""
  private var people = People()

  private struct Draft {
    var id: String
    var author: Int?
    var paths: [Int32]
    var size: Int
  }

  private var drafts: [Draft] = []

  private static let longestToken = 1 << 16
  /// Between a commit and its changes there is the end of a line.
  private static let firstChange = Array("\n:".utf8)

  init(files: [[UInt8]], limits: HistoryLimits) {
    self.limits = limits
    fileCount = files.count
    var fileOf: [Int] = []
    for (index, path) in files.enumerated() {
      if Int(paths.number(of: path[...])) == fileOf.count { fileOf.append(index) }
    }
    self.fileOf = fileOf
    meaning = fileOf.indices.map(Int32.init)
  }

  mutating func take(_ piece: ArraySlice<UInt8>) throws(GitLog.Failure) {
    var start = piece.startIndex
    while let end = piece[start...].firstIndex(of: 0) {
      if rest.isEmpty {
        try take(token: piece[start..<end])
      } else {
        rest += piece[start..<end]
        let token = rest
        rest = []
        try take(token: token[...])
      }
      start = end + 1
    }
    rest += piece[start...]
    if rest.count > Self.longestToken { throw .nonsense }
  }

  private mutating func take(token: ArraySlice<UInt8>) throws(GitLog.Failure) {
    switch expected {
    case .name:
      personName = String(decoding: token, as: UTF8.self)
      expected = .email
    case .email:
      let email = String(decoding: token, as: UTF8.self)
      drafts[drafts.count - 1].author = people.number(name: personName, email: email)
      expected = .any
    case .path:
      try see(token)
    case .secondPath:
      let new = try number(token)
      rename(from: oldPath, to: new)
      note(meaning[Int(new)])
      expected = .any
    case .any where token.first == 1:
      try begin(token.dropFirst())
    case .any where token.first == UInt8(ascii: ":") || token.starts(with: Self.firstChange):
      // `:100644 100644 <id> <id> R086`
      guard let word = token.split(separator: UInt8(ascii: " ")).last, let letter = word.first
      else {
        throw .nonsense
      }
      status = letter
      percent = Int(String(decoding: word.dropFirst(), as: UTF8.self)) ?? 100
      expected = .path
    case .any: throw .nonsense
    }
  }

  private mutating func begin(_ id: ArraySlice<UInt8>) throws(GitLog.Failure) {
    guard GitReferences.isName(id) else { throw .nonsense }
    dropIfLarge()
    drafts.append(Draft(id: String(decoding: id, as: UTF8.self), author: nil, paths: [], size: 0))
    expected = .name
  }

  private mutating func see(_ token: ArraySlice<UInt8>) throws(GitLog.Failure) {
    guard !drafts.isEmpty else { throw .nonsense }
    let path = try number(token)
    if status == UInt8(ascii: "R") || status == UInt8(ascii: "C") {
      oldPath = path
      expected = .secondPath
    } else {
      note(meaning[Int(path)])
      expected = .any
    }
  }

  private mutating func number(_ path: ArraySlice<UInt8>) throws(GitLog.Failure) -> Int32 {
    let number = Int32(paths.number(of: path))
    if Int(number) == meaning.count {
      if meaning.count >= limits.paths { throw .nonsense }
      meaning.append(number)
    }
    return number
  }

  private mutating func rename(from old: Int32, to new: Int32) {
    guard status == UInt8(ascii: "R") else { return }
    let target = meaning[Int(new)]
    if meaning[Int(old)] == old, Int(old) >= fileOf.count, target != old {
      successor[old] = target
      likeness[old] = min(percent, likeness[target] ?? 100, likeness[new] ?? 100)
    }
    meaning[Int(old)] = target
  }

  private mutating func note(_ path: Int32) {
    drafts[drafts.count - 1].size += 1
    if drafts[drafts.count - 1].size <= limits.filesOfCommit {
      drafts[drafts.count - 1].paths.append(path)
    }
  }

  private mutating func dropIfLarge() {
    if let last = drafts.last, last.size == 0 || last.size > limits.filesOfCommit {
      drafts.removeLast()
    }
  }

  /// What was read. Throws if it ends in the middle.
  mutating func finish() throws(GitLog.Failure) -> ChangeHistory {
    guard rest.isEmpty, expected == .any else { throw .nonsense }
    dropIfLarge()
    let commits = drafts.compactMap { draft -> ChangeHistory.Commit? in
      let files = Set(draft.paths.compactMap(file)).sorted()
      if files.isEmpty { return nil }
      return ChangeHistory.Commit(
        id: draft.id, author: draft.author.flatMap { people.person($0) }, files: files)
    }
    var history = ChangeHistory(
      commits: commits, fileCount: fileCount, authorCount: people.count)
    history.formerNames = formerNames()
    return history
  }

  /// Names before those of today, by what renames say.
  private func formerNames() -> [ChangeHistory.FormerName] {
    successor.keys.compactMap { old in
      guard let file = file(old) else { return nil }
      return ChangeHistory.FormerName(
        path: paths.names[Int(old)], file: file, likeness: Double(likeness[old] ?? 100) / 100)
    }.sorted { $0.path.precedesBytewise($1.path) }
  }

  /// The file of today that a path became; nil if it is gone.
  private func file(_ path: Int32) -> Int? {
    var path = path
    // Names can be given in a circle.
    for _ in 0..<64 {
      if Int(path) < fileOf.count { return fileOf[Int(path)] }
      guard let next = successor[path] else { return nil }
      path = next
    }
    return nil
  }
}
