internal import Basics
package import ReportModel
package import Review

/// The questions of a review that no decision has answered: whether the boundaries are right, large
/// ones first, who owns the tables that several write, where single files belong, open ones first,
/// and what becomes of the triggers that are suited to functions.
package struct ReviewQuestions {
  let document: Document
  let names: BoundaryNames
  let slots: Set<String>
  private let patterns: MemberPatterns
  /// For each file who of production uses it, and how often.
  private let users: [[(file: Int, count: Int)]]

  /// `opened` are identifiers of questions about several files that are asked file by file.
  package static func all(
    _ document: Document, decided: [Decision], opened: Set<String> = []
  ) -> [ReviewQuestion] {
    let questions = ReviewQuestions(document, decided)
    return questions.boundaries() + questions.tables()
      + PlacementQuestions(questions, opened).all() + questions.triggers()
  }

  /// All of a document with these decisions, whether it was made with them or before.
  package static func list(
    _ followed: FollowedDecisions, opened: Set<String> = []
  ) -> ReviewList {
    let document = followed.document
    return ReviewList(
      name: document.name,
      questions: all(
        document, decided: followed.decisions.map(\.decision), opened: opened),
      troubles: document.decisions.unmatched + document.decisions.contradictions)
  }

  private init(_ document: Document, _ decided: [Decision]) {
    self.document = document
    names = BoundaryNames(document)
    slots = Set(decided.map(\.slot))
    patterns = MemberPatterns(ReviewScope(document))
    var users: [[(file: Int, count: Int)]] = Array(repeating: [], count: document.files.count)
    for edge in document.edges where document.files[edge.from].role == "production" {
      users[edge.to].append((edge.from, edge.count))
    }
    self.users = users
  }

  func patterns(_ files: [Int]) -> [String] { patterns.describe(files) }

  // MARK: Boundaries

  private func boundaries() -> [ReviewQuestion] {
    document.boundaries.boundaries.filter { boundary in
      (boundary.decisions ?? []).allSatisfy { $0.hasPrefix("pin") || $0.hasPrefix("move") }
        && !slots.contains("verdict " + boundary.id)
    }.sorted { a, b in
      a.members.count != b.members.count
        ? a.members.count > b.members.count : a.id.precedesBytewise(b.id)
    }.map(question)
  }

  private func question(_ boundary: BoundaryEntry) -> ReviewQuestion {
    let id = boundary.id
    let crossings = document.boundaries.crossings.filter { $0.from == id || $0.to == id }
    let count = crossings.reduce(0) { $0 + $1.count }
    var answers: [ReviewQuestion.Answer] = [
      .init("y", ["accept", id], "accept it: its members stay together"),
      .init(
        "n", ["reject", id], "reject it, with a reason: its files go where they belong otherwise",
        asks: "reason"),
      .init("r", ["accept", id], "accept it under another name", asks: "name"),
    ]
    if let other = nearest(id, crossings) {
      answers.append(.init("m", ["merge", id, other], "it is one with \(names[other])"))
    }
    answers += outside(boundary)
    let terms = boundary.vocabulary.prefix(5).joined(separator: ", ")
    let size = "\(counted(boundary.members.count, "file")), \(counted(boundary.lines, "line"))"
    let first = boundary.entryPoints + boundary.exposes.prefix(5).map(\.place)
    return ReviewQuestion(
      id: "boundary " + id, kind: .boundary,
      question: "is \(names[id]) a boundary of \(size)?",
      reason: (terms.isEmpty ? "" : "speaks of \(terms); ")
        + "\(counted(count, "reference")) across it"
        + (boundary.knownShare.map { "; \(Int($0 * 100)) % of its references are known" } ?? ""),
      evidence: Array(first.prefix(6)),
      isOpen: boundary.stability < 0.5 || boundary.knownShare != nil, cost: count,
      stability: boundary.stability, answers: answers)
  }

  /// Patterns that one answer about a whole boundary may come to.
  private static let patternLimit = 5

  /// What a boundary may be that is no service at all, where few patterns say what it is.
  private func outside(_ boundary: BoundaryEntry) -> [ReviewQuestion.Answer] {
    let files = boundary.members.map(\.file)
    let patterns = patterns(files)
    guard patterns.count <= Self.patternLimit else { return [] }
    return [
      answer("c", "shared", patterns, [], "no service: code that all parts share"),
      answer("d", "dead", patterns, [], deadText(files)),
    ].compactMap { $0 }
  }

  /// The boundary with most references to or from it.
  private func nearest(_ id: String, _ crossings: [CrossingEntry]) -> String? {
    var counts: [String: Int] = [:]
    for crossing in crossings {
      counts[crossing.from == id ? crossing.to : crossing.from, default: 0] += crossing.count
    }
    return counts.max { a, b in
      a.value != b.value ? a.value < b.value : b.key.precedesBytewise(a.key)
    }?.key
  }

  // MARK: Tables

  /// Tables of several writers: the owner can stand and be asked by the others, or the files that
  /// write without owning can go to the owner.
  private func tables() -> [ReviewQuestion] {
    var boundaryOf: [String: String] = [:]
    for file in document.files where file.role == "production" {
      boundaryOf[file.path] = file.boundary
    }
    return document.tables.compactMap { table in
      let writers = table.writingBoundaries.filter { !$0.hasPrefix("@") }
      guard let owner = table.ownership?.owner, writers.count > 1,
        !slots.contains(Decision(.owner, table.name).slot)
      else { return nil }
      let foreign = table.writers.filter { place in
        boundaryOf[place.file].map { $0 != owner && !$0.hasPrefix("@") } ?? false
      }
      let files = Array(Set(foreign.map(\.file))).sorted { $0.precedesBytewise($1) }
      guard !files.isEmpty else { return nil }
      let called = names[owner]
      var answers = [
        ReviewQuestion.Answer(
          "y", ["owner", table.name, owner],
          "\(called) owns it, and the others ask \(called) for it; until they do it stays shared")
      ]
      for (key, file) in zip(["1", "2", "3"], files) {
        answers.append(
          .init(key, ["move", Glob.escaping(file), owner], "\(file) moves to \(called)"))
      }
      if writers.count == 2 {
        let both = names(writers)
        answers.append(.init("m", ["merge"] + writers, "\(both[0]) and \(both[1]) are one"))
      }
      return ReviewQuestion(
        id: "table " + table.name, kind: .table,
        question: "who writes \(table.store) \(table.name)? \(called) owns it",
        reason: "written by \(names(writers).joined(separator: ", "))",
        evidence: Array(foreign.prefix(6)), isOpen: true, cost: table.writers.count,
        stability: nil, answers: answers)
    }.sorted { a, b in a.cost != b.cost ? a.cost > b.cost : a.id.precedesBytewise(b.id) }
  }

  // MARK: Triggers

  /// Triggers that are flagged: whether people want them so.
  private func triggers() -> [ReviewQuestion] {
    var asked: Set<String> = []
    return document.serverless.findings.compactMap { finding in
      guard ["function", "serverless-service"].contains(finding.verdict), !finding.symbol.isEmpty
      else { return nil }
      let operand = Glob.escaping(finding.place.file) + ":" + finding.symbol
      var decision = Decision(.serverless, Glob.escaping(finding.place.file))
      decision.name = finding.symbol
      let whole = Decision(.serverless, decision.subject)
      guard !slots.contains(decision.slot), !slots.contains(whole.slot),
        asked.insert(operand).inserted
      else { return nil }
      return ReviewQuestion(
        id: "trigger " + operand, kind: .serverless,
        question: "is \(finding.symbol) (\(finding.kind)) to run as a \(finding.verdict)?",
        reason: "declared at \(finding.place.file)", evidence: [finding.place],
        isOpen: false, cost: 0, stability: nil,
        answers: [
          .init("y", ["serverless", operand, finding.verdict], "it is a \(finding.verdict)"),
          .init("n", ["serverless", operand, "keep"], "it stays where it is"),
        ])
    }
  }

  // MARK: Words

  func counted(_ count: Int, _ noun: String) -> String { Words.counted(count, noun) }

  /// One answer for all patterns; nil where there are none.
  func answer(
    _ key: String, _ act: String, _ patterns: [String], _ more: [String], _ effect: String
  ) -> ReviewQuestion.Answer? {
    guard let first = patterns.first else { return nil }
    var answer = ReviewQuestion.Answer(key, [act, first] + more, effect)
    if patterns.count > 1 { answer.also = patterns.dropFirst().map { [act, $0] + more } }
    return answer
  }

  /// What must be true of dead code, and what says that it is not.
  func deadText(_ files: [Int]) -> String {
    let inside = Set(files)
    let count = files.reduce(0) { sum, file in
      users[file].reduce(sum) { inside.contains($1.file) ? $0 : $0 + $1.count }
    }
    return "dead code: only if nothing runs it, "
      + (count == 0
        ? "by reflection or configuration either"
        : "and \(Words.counted(count, "reference")) from outside it \(count == 1 ? "says" : "say") otherwise")
  }
}
