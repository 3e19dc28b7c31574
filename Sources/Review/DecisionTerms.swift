internal import Basics

/// What the words of a decision can refer to.
struct DecisionTerms {
  let scope: ReviewScope
  private let earlier: [Decision]
  /// The boundaries as the earlier decisions make them, by identifier.
  private let planned: [String: ReplayPlan.PlannedBoundary]
  private let register: BoundaryRegister

  init(scope: ReviewScope, earlier: [Decision]) {
    self.scope = scope
    self.earlier = earlier
    register = BoundaryRegister(scope: scope, decisions: earlier)
    let placed = earlier.enumerated().map { PlacedDecision($0.element, line: $0.offset + 1) }
    let boundaries = Replay.plan(placed, for: scope).boundaries
    planned = Dictionary(uniqueKeysWithValues: boundaries.map { ($0.id, $0) })
  }

  /// The identifier of a boundary given by identifier or name.
  func boundary(_ word: String) throws(DecisionWordsError) -> String {
    let word = Review.boundary(word)
    if case .known(let id) = register.match(word, []) { return id }
    let hint = NearestName.closest(to: word, among: register.names)
    let known = register.names.isEmpty ? "there are none yet" : "see \"cleave boundaries\""
    throw DecisionWordsError(
      "no boundary \"\(word.escapedForTerminal)\", "
        + (hint.map { "did you mean \"\($0)\"" } ?? known))
  }

  func name(of id: String) -> String? {
    planned[id]?.name ?? scope.boundaries.first { $0.id == id }?.name
  }

  /// The files of the last partition, or else of the decisions.
  func members(of id: String) -> [Int] {
    let known = scope.boundaries.first { $0.id == id }?.members ?? []
    return known.isEmpty ? planned[id]?.members ?? [] : known
  }

  /// Entries that a decision has for what it remembers of its target.
  private static let anchorLimit = 5

  /// Patterns for a handful of files that stand for a boundary where it has another name one day:
  /// all of it where few patterns say so, else the files that hold it together.
  func anchors(of id: String, besides moved: Set<Int>) -> [String] {
    let files = members(of: id).filter { !moved.contains($0) }
    let patterns = MemberPatterns.describe(files, in: scope)
    if patterns.count <= Self.anchorLimit { return patterns }
    let known = scope.boundaries.first { $0.id == id }?.anchors ?? []
    let first = (known + files).filter { !moved.contains($0) }
    var kept: [Int] = []
    for file in first where kept.count < Self.anchorLimit && !kept.contains(file) {
      kept.append(file)
    }
    return kept.map { Glob.escaping(scope.files[$0]) }.sorted { $0.precedesBytewise($1) }
  }

  /// The name of a table that there is.
  func table(_ word: String) throws(DecisionWordsError) -> String {
    guard let tables = scope.tables, !tables.contains(word) else { return word }
    let hint = NearestName.closest(to: word, among: tables.sorted())
    throw DecisionWordsError(
      "no table \"\(word.escapedForTerminal)\", "
        + (hint.map { "did you mean \"\($0)\"" } ?? "see \"cleave boundaries --costs\""))
  }

  /// Whether decisions say which files belong to the boundary.
  func isDecided(_ id: String) -> Bool { planned[id]?.isSettled ?? false }

  /// A name that no boundary but `owners` has.
  func newName(_ name: String, for owners: [String]) throws(DecisionWordsError) -> String {
    guard !name.isEmpty, name.contains(where: { !$0.isWhitespace }) else {
      throw DecisionWordsError("the name is empty")
    }
    guard !name.hasPrefix("@") else {
      throw DecisionWordsError("names that start with \"@\" are labels; choose another")
    }
    if case .known(let id) = register.match(name, []), !owners.contains(id) {
      throw DecisionWordsError("\"\(name)\" is the name of another boundary; choose another")
    }
    return name
  }

  /// The pattern for a path, a folder or a pattern that matches some file.
  func pattern(_ word: String) throws(DecisionWordsError) -> String {
    let word = path(word)
    if scope.file(word) != nil { return Glob.escaping(word) }
    let folder = word.hasSuffix("/") ? String(word.dropLast()) : word
    if scope.files.contains(where: { $0.utf8.starts(with: (folder + "/").utf8) }) {
      return Glob.escaping(folder) + "/**"
    }
    if let problem = PathPattern.problem(with: word) {
      throw DecisionWordsError("pattern \"\(word.escapedForTerminal)\": \(problem)")
    }
    guard scope.files(matching: [word]).isEmpty else { return word }
    let hint = scope.nearestPath(to: word).map { ", did you mean \"\($0.escapedForTerminal)\"" }
    throw DecisionWordsError(
      "no file matches \"\(word.escapedForTerminal)\""
        + (hint ?? "; paths are relative to the root"))
  }

  /// The parts of a split from `NAME=GLOB`, those of one name together.
  func parts(_ words: [String], of id: String) throws(DecisionWordsError) -> [Decision.Part] {
    var parts: [Decision.Part] = []
    let members = Set(members(of: id))
    for word in words {
      guard let equals = word.firstIndex(of: "=") else {
        throw DecisionWordsError("\"\(word.escapedForTerminal)\" is not of the form NAME=GLOB")
      }
      let name = try newName(String(word[..<equals]), for: [id])
      let pattern = try pattern(String(word[word.index(after: equals)...]))
      guard scope.files(matching: [pattern]).contains(where: members.contains) else {
        throw DecisionWordsError("\"\(pattern)\" matches no file of the boundary \"\(id)\"")
      }
      if let index = parts.firstIndex(where: { $0.name == name }) {
        parts[index].patterns.append(pattern)
      } else {
        parts.append(Decision.Part(name: name, patterns: [pattern]))
      }
    }
    for index in parts.indices { parts[index].patterns.sort { $0.precedesBytewise($1) } }
    return parts.sorted { $0.name.precedesBytewise($1.name) }
  }
}
