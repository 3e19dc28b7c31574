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
  private var log: DecisionLog
  /// The question that each act of the log answered, and each that was taken back.
  private var answered: [Int] = []
  private var reopened: [Int] = []

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
    log = DecisionLog(file.store)
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
    try Output.write("\(log.done.count) decisions recorded in \(DecisionFile.name)\n")
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
      if try file.locked({ try log.record([decision], title: decision.title) }) != nil {
        answered.append(at)
        reopened = []
      }
      at += 1
      try Output.write("recorded: \(decision.title.escapedForTerminal)\n")
      return true
    } catch {
      try? Output.write("not recorded: \(error)\n".escapedLines)
      return false
    }
  }

  private mutating func undo() throws {
    do {
      guard let act = try file.locked({ try log.undo() }) else {
        return try Output.write("nothing to undo\n")
      }
      at = answered.removeLast()
      reopened.append(at)
      try Output.write("undone: \(act.title.escapedForTerminal)\n")
    } catch let changed as DecisionLog.Changed {
      try Output.write("not undone: \(changed)\n".escapedLines)
    }
  }

  private mutating func redo() throws {
    do {
      guard let act = try file.locked({ try log.redo() }) else {
        return try Output.write("nothing to redo\n")
      }
      let question = reopened.removeLast()
      answered.append(question)
      at = min(question + 1, questions.count)
      try Output.write("redone: \(act.title.escapedForTerminal)\n")
    } catch let changed as DecisionLog.Changed {
      try Output.write("not redone: \(changed)\n".escapedLines)
    }
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
