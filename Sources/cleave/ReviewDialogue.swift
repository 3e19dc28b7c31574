internal import Basics
internal import Consequences
internal import Foundation
internal import ReportModel
internal import Reports
internal import Review

/// Asks one question after the other and records the answers at once.
struct ReviewDialogue {
  private let document: Document
  private let root: String
  private let terminal: Terminal
  private let options: TextOptions
  private let author: String?
  private let file: DecisionsFile
  private let scope: ReviewScope
  private let lines: SourceLines
  private var skipped: SkippedQuestions

  private var questions: [ReviewQuestion]
  private var at = 0
  private var done: [Act] = []
  private var undone: [Act] = []
  private var decided = 0

  /// A decision that was recorded, and what it replaced.
  private struct Act {
    var decision: Decision
    var before: Decision?
    /// The question that it answered.
    var question: Int
  }

  init(
    _ document: Document, root: String, terminal: Terminal, options: TextOptions, author: String?,
    skipped: SkippedQuestions
  ) throws {
    self.document = document
    self.root = root
    self.terminal = terminal
    self.options = options
    self.author = author
    self.skipped = skipped
    file = DecisionsFile(root: root)
    scope = ReviewScope(document)
    lines = SourceLines(root: root)
    let decisions = try DecisionFile(try file.text()).decisions.map(\.decision)
    questions = ReviewQuestions.all(document, decided: decisions)
      .filter { !skipped.contains($0.id) }
  }

  mutating func run() throws {
    try Output.write("\(document.name): \(questions.count) questions; ? for help, q to end\n")
    while at < questions.count {
      try show(showsEvidence: false)
      guard try answer() else { break }
    }
    if at >= questions.count { try Output.write("no question is left\n") }
    try Output.write("\(decided) decisions recorded in \(DecisionFile.name)\n")
  }

  private var question: ReviewQuestion { questions[at] }

  // MARK: Showing

  private func show(showsEvidence: Bool) throws {
    var frame = QuestionText.Frame(number: at + 1, count: questions.count)
    frame.showsEvidence = showsEvidence
    for answer in question.answers { frame.effects[answer.key] = effect(answer) }
    for place in question.evidence {
      if let text = lines.lines(place.file), place.line > 0, place.line <= text.count {
        frame.source[place] = text[place.line - 1].trimmingCharacters(in: .whitespaces)
      }
    }
    try Output.write("\n" + QuestionText.render(question, frame, options))
  }

  /// What the answer would change, where it moves files.
  private func effect(_ answer: ReviewQuestion.Answer) -> String? {
    guard let act = answer.words.first.flatMap(DecisionAct.init), act.movesFiles, act != .pin,
      let decision = try? DecisionWords(answer.words).decision(in: scope)
    else { return nil }
    let report = WhatIf(document, decision, in: scope).report(act: "")
    let change = Int((report.pointsAfter - report.pointsBefore).rounded())
    var parts = [change == 0 ? "no change of points" : "\(change > 0 ? "+" : "")\(change) points"]
    let split = report.transactions.count(where: \.becomesSplit)
    if split > 0 { parts.append("\(split) transactions split") }
    if !report.newCycles.isEmpty { parts.append("a new circle") }
    if !report.along.isEmpty { parts.append("\(report.along.count) files should go along") }
    return parts.joined(separator: ", ")
  }

  // MARK: Answers

  /// Whether to go on.
  private mutating func answer() throws -> Bool {
    let keys = question.answers.map(\.key) + ["s", "k", "u", "U", "e", "?", "q"]
    while true {
      try Output.write("[\(keys.joined(separator: ","))] ")
      let key = terminal.key()
      switch key {
      case .end:
        try Output.write("\n")
        return false
      case .next:
        try skip()
        return true
      case .previous:
        try back()
        return true
      case .letter(let letter):
        try Output.write("\(String(letter).escapedForTerminal)\n")
        if let answer = question.answers.first(where: { $0.key == String(letter) }) {
          if try give(answer) { return true }
          continue
        }
        guard let goesOn = try command(letter) else { continue }
        return goesOn
      }
    }
  }

  /// Nil to ask for another key.
  private mutating func command(_ letter: Character) throws -> Bool? {
    switch letter {
    case "q": return false
    case "s", "j": try skip()
    case "k": try back()
    case "u": try undo()
    case "U": try redo()
    case "e":
      try show(showsEvidence: true)
      return nil
    case "?":
      try Output.write(QuestionText.help)
      return nil
    default:
      try Output.write("no answer has that key; ? shows them\n")
      return nil
    }
    return true
  }

  private mutating func skip() throws {
    skipped.insert(question.id)
    try skipped.save()
    at += 1
  }

  private mutating func back() throws {
    if at == 0 { return try Output.write("this is the first question\n") }
    at -= 1
    skipped.remove(question.id)
  }

  /// Records the decision; false where what it needs was not typed.
  private mutating func give(_ answer: ReviewQuestion.Answer) throws -> Bool {
    var words = DecisionWords(answer.words)
    if let asked = answer.asks {
      guard let text = terminal.line(asked + ": "), !text.isEmpty else {
        try Output.write("nothing was typed, nothing is decided\n")
        return false
      }
      if asked == "reason" { words.reason = text } else { words.name = text }
    }
    words.author = author
    words.date = DecideCommand.today
    do throws(DecisionWordsError) {
      let earlier = (try? DecisionFile(try? file.text()))?.decisions.map(\.decision) ?? []
      let decision = try words.decision(in: scope, after: earlier)
      return try record(decision)
    } catch {
      try? Output.write("\(error.description)\n".escapedLines)
      return false
    }
  }

  private mutating func record(_ decision: Decision) throws(DecisionWordsError) -> Bool {
    do {
      let before = try write(decision)
      done.append(Act(decision: decision, before: before, question: at))
      undone = []
      decided += 1
      at += 1
      try Output.write("recorded: \(decision.title.escapedForTerminal)\n")
      return true
    } catch {
      try? Output.write("not recorded: \(error)\n".escapedLines)
      return false
    }
  }

  /// What the decision replaced.
  private func write(_ decision: Decision) throws -> Decision? {
    let store = DecisionStore(read: file.text, write: file.write)
    let change = try file.locked { try store.record(decision) }
    if case .replaced(let before, _) = change { return before }
    return nil
  }

  private mutating func undo() throws {
    guard let act = done.popLast() else { return try Output.write("nothing to undo\n") }
    let store = DecisionStore(read: file.text, write: file.write)
    try file.locked {
      if let before = act.before {
        _ = try store.record(before)
      } else {
        _ = try store.withdraw(slot: act.decision.slot)
      }
    }
    undone.append(act)
    decided -= 1
    at = act.question
    try Output.write("undone: \(act.decision.title.escapedForTerminal)\n")
  }

  private mutating func redo() throws {
    guard let act = undone.popLast() else { return try Output.write("nothing to redo\n") }
    _ = try write(act.decision)
    done.append(act)
    decided += 1
    at = min(act.question + 1, questions.count)
    try Output.write("redone: \(act.decision.title.escapedForTerminal)\n")
  }
}

/// Questions that were left for later, kept beside the cache.
struct SkippedQuestions {
  private let path: String?
  private var ids: Set<String> = []

  /// `again` forgets them.
  init(root: String, folder: String?, again: Bool) {
    let name = (try? FileSystem.realPath(Array(root.utf8))) ?? Array(root.utf8)
    path = folder.map { $0 + "/review/\(Digest(of: name))" }
    if let path, !again, let bytes = try? FileSystem.read(Array(path.utf8), limit: 1 << 24) {
      ids = Set(bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  func contains(_ id: String) -> Bool { ids.contains(id) }

  mutating func insert(_ id: String) { ids.insert(id) }

  mutating func remove(_ id: String) { ids.remove(id) }

  /// To remember is no condition for going on.
  func save() throws {
    guard let path, let slash = path.lastIndex(of: "/") else { return }
    try? FileSystem.createFolder(Array(path[..<slash].utf8))
    var bytes: [UInt8] = []
    for id in ids.sorted() { bytes += Array(id.utf8) + [0] }
    try? FileSystem.writeAtomically(bytes, to: Array(path.utf8))
  }
}
