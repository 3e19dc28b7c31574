internal import Basics
internal import Consequences
internal import Foundation
internal import ReportModel
internal import Reports
internal import Review

/// Asks one question after the other and records the answers at once.
///
/// After every answer the questions are those of the decisions there are then, so that what is
/// settled by one is not asked again.
struct ReviewDialogue {
  private let ground: CutGround
  private let terminal: Terminal
  private let options: TextOptions
  private let author: String?
  private let file: DecisionsFile
  private let scope: ReviewScope
  private let names: BoundaryNames
  private let lines: SourceLines
  private let only: ReviewQuestion.Kind?
  private var skipped: SkippedQuestions
  /// Questions that were left for later before this sitting: they are not shown unasked.
  private let earlier: SkippedQuestions

  private var followed: FollowedDecisions
  private var questions: [ReviewQuestion] = []
  /// Questions about several files that are asked file by file.
  private var opened: Set<String> = []
  private var at = 0
  private var log: DecisionLog
  /// The question that each act of the log answered, and each that was taken back.
  private var answered: [String] = []
  private var reopened: [String] = []

  init(
    _ document: Document, root: String, terminal: Terminal, options: TextOptions, author: String?,
    skipped: SkippedQuestions, only: ReviewQuestion.Kind? = nil
  ) throws {
    ground = CutGround(document)
    self.terminal = terminal
    self.options = options
    self.author = author
    self.skipped = skipped
    self.only = only
    earlier = skipped
    file = DecisionsFile(root: root)
    log = DecisionLog(file.store)
    scope = ReviewScope(document)
    names = BoundaryNames(document)
    lines = SourceLines(root: root)
    followed = FollowedDecisions([], on: ground, in: scope)
    try follow()
  }

  mutating func run() throws {
    let kinds = ReviewQuestion.Kind.allCases.compactMap { kind -> String? in
      let count = questions.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.plural)" : nil
    }
    let about = kinds.isEmpty ? "" : " (\(kinds.joined(separator: ", ")))"
    try Output.write(
      "\(ground.document.name): \(questions.count) questions\(about)\n".escapedLines
        + QuestionText.head)
    at = unasked(from: 0)
    while at < questions.count {
      try show(showsEvidence: false)
      guard try answer() else { break }
    }
    if at >= questions.count { try Output.write("no question is left\n") }
    let count = log.done.count
    try Output.write(
      "\(count) \(count == 1 ? "decision" : "decisions") recorded in \(DecisionFile.name)\n")
  }

  private var question: ReviewQuestion { questions[at] }

  /// Reads the file and takes the questions that are left.
  private mutating func follow() throws {
    let decisions = try DecisionFile(try file.text()).decisions
    followed = FollowedDecisions(decisions, on: ground, in: scope)
    questions = ReviewQuestions.list(followed, opened: opened).questions
      .filter { only == nil || $0.kind == only }
  }

  /// The first question from there on that was not left for later before.
  private func unasked(from start: Int) -> Int {
    questions[min(start, questions.count)...].firstIndex { !earlier.contains($0.id) }
      ?? questions.count
  }

  /// Takes the questions anew and goes on behind those that were asked before `at`.
  private mutating func goOn() throws {
    let before = Set(questions[...min(at, questions.count - 1)].map(\.id))
    try follow()
    at = unasked(from: questions.firstIndex { !before.contains($0.id) } ?? questions.count)
  }

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

  /// What the answer would change, where it moves files. That dead code takes no points is no
  /// reason to call code dead.
  private func effect(_ answer: ReviewQuestion.Answer) -> String? {
    guard let act = answer.words.first.flatMap(DecisionAct.init), act.movesFiles, act != .pin,
      act != .dead
    else { return nil }
    let decisions = answer.decisions.compactMap { words in
      var words = DecisionWords(words)
      words.remembersSurroundings = false
      return try? words.decision(in: scope, after: followed.decisions.map(\.decision))
    }
    guard decisions.count == answer.decisions.count else { return nil }
    let placement = FollowedDecisions.placement(
      FollowedDecisions.with(decisions, followed.decisions), on: ground, in: scope)
    let report = WhatIf(ground, followed.counted, placement).report(act: "")
    return QuestionText.effect(report)
  }

  // MARK: Answers

  /// Whether to go on.
  private mutating func answer() throws -> Bool {
    let several = question.files == nil ? [] : ["o"]
    let keys =
      question.answers.map(\.key) + several + ["s", "k", "g", "u", "U", "e", "?", "q"]
    while true {
      try Output.write("[\(keys.joined(separator: ","))] ")
      var key = terminal.key()
      while key == .other { key = terminal.key() }
      switch key {
      case .end:
        try Output.write("\n")
        return false
      case .other: break
      case .redraw:
        try Output.write("\u{1b}[H\u{1b}[2J")
        return true
      case .next:
        if at + 1 < questions.count { at += 1 }
        try Output.write("\n")
        return true
      case .previous:
        try Output.write("\n")
        if at > 0 { at -= 1 }
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
    case "g": try go()
    case "u": try undo()
    case "U": try redo()
    case "o" where question.files != nil:
      opened.insert(question.id)
      let before = Set(questions[..<at].map(\.id))
      try follow()
      at = questions.firstIndex { !before.contains($0.id) } ?? questions.count
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
    at = unasked(from: at + 1)
  }

  private mutating func back() throws {
    if at == 0 { return try Output.write("this is the first question\n") }
    at -= 1
    skipped.remove(question.id)
  }

  /// To a kind of questions by its first letter, or to a question by its number.
  private mutating func go() throws {
    guard let word = terminal.line("to b(oundaries), t(ables), f(iles), s(erverless), or number: "),
      !word.isEmpty
    else { return }
    if let number = Int(word), number > 0, number <= questions.count {
      at = number - 1
      return
    }
    let kind = ReviewQuestion.Kind.allCases.first { $0.plural.hasPrefix(word.lowercased()) }
    guard let kind, let first = questions.firstIndex(where: { $0.kind == kind }) else {
      return try Output.write("there is no such question left\n")
    }
    let asked = questions[first...].firstIndex { $0.kind == kind && !earlier.contains($0.id) }
    at = asked ?? first
  }

  /// Records the decision; false where what it needs was not typed.
  private mutating func give(_ answer: ReviewQuestion.Answer) throws -> Bool {
    var (reason, name): (String?, String?)
    if let asked = answer.asks {
      guard let text = terminal.line(asked + ": "), !text.isEmpty else {
        try Output.write("nothing was typed, nothing is decided\n")
        return false
      }
      if asked == "reason" { reason = text } else { name = text }
    }
    do throws(DecisionWordsError) {
      var earlier = (try? DecisionFile(try? file.text()))?.decisions.map(\.decision) ?? []
      var decisions: [Decision] = []
      for given in answer.decisions {
        var words = DecisionWords(given)
        (words.reason, words.name, words.author) = (reason, name, author)
        words.date = DecideCommand.today
        // What is remembered of the target of all is said once.
        words.remembersSurroundings = decisions.allSatisfy(\.around.isEmpty)
        decisions.append(try words.decision(in: scope, after: earlier))
        earlier.append(decisions.last!)
      }
      return try record(decisions)
    } catch {
      try? Output.write("\(error.description)\n".escapedLines)
      return false
    }
  }

  private func title(_ decisions: [Decision]) -> String {
    let more = decisions.count > 1 ? " and \(decisions.count - 1) more" : ""
    return (decisions.first?.title { names[$0] } ?? "") + more
  }

  private mutating func record(_ decisions: [Decision]) throws(DecisionWordsError) -> Bool {
    do {
      let title = title(decisions)
      if try file.locked({ try log.record(decisions, title: title) }) != nil {
        answered.append(question.id)
        reopened = []
      }
      try goOn()
      try Output.write("recorded: \(title.escapedForTerminal)\n")
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
      let id = answered.removeLast()
      reopened.append(id)
      try follow()
      at = questions.firstIndex { $0.id == id } ?? min(at, questions.count)
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
      let id = reopened.removeLast()
      answered.append(id)
      at = questions.firstIndex { $0.id == id } ?? at
      try goOn()
      try Output.write("redone: \(act.title.escapedForTerminal)\n")
    } catch let changed as DecisionLog.Changed {
      try Output.write("not redone: \(changed)\n".escapedLines)
    }
  }
}
