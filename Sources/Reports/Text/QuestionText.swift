import Basics
package import ReportModel

/// One question of a review on a terminal, and the script of all of them.
package enum QuestionText {
  /// What stands around a question.
  package struct Frame: Sendable {
    /// From 1, among all that are left.
    package var number: Int
    package var count: Int
    /// What each answer would change, by its key.
    package var effects: [String: String] = [:]
    /// Lines of the source by place.
    package var source: [Place: String] = [:]
    package var showsEvidence = false

    package init(number: Int, count: Int) {
      self.number = number
      self.count = count
    }
  }

  private static let firstPlaces = 3

  package static func render(
    _ question: ReviewQuestion, _ frame: Frame, _ options: TextOptions
  ) -> String {
    var options = options
    options.breaksWords = true
    var page = TextPage(options)
    let state: StyledText = question.isOpen ? " · \("open", .bad)" : ""
    page.line(
      "\("\(frame.number.grouped) of \(frame.count.grouped) left, \(title(question.kind))", .faint)"
        + state, indent: 0)
    page.line(StyledText(SafeName.plain(question.question), .heading), indent: 0)
    let stability = question.stability.map { "; stability \($0.fixed(2))" } ?? ""
    page.line("\(SafeName.plain(question.reason))\(stability)")
    if frame.showsEvidence, let files = question.files {
      for file in files { page.line("\(SafeName.plain(file))", indent: 4) }
      page.line("\("evidence", .faint)", indent: 4)
    }
    let places =
      frame.showsEvidence ? question.evidence : Array(question.evidence.prefix(firstPlaces))
    for place in places { add(place, frame, &page) }
    let rest = question.evidence.count - places.count
    let files = frame.showsEvidence ? nil : question.files?.count
    let hidden = [
      files.map { "all \($0.grouped) files" }, rest > 0 ? rest.counted("more place") : nil,
    ].compactMap { $0 }
    if !hidden.isEmpty {
      page.line("\("… \(hidden.joined(separator: " and ")): e", .faint)", indent: 4)
    }
    for answer in question.answers {
      let effect = frame.effects[answer.key].map { " (\($0))" } ?? ""
      page.line(
        "\(answer.key, .strong)  \(SafeName.plain(answer.effect))\(SafeName.plain(effect))",
        indent: 2)
    }
    return page.text
  }

  /// Where it is, with the line of the source behind it, or below where there is no room.
  private static func add(_ place: Place, _ frame: Frame, _ page: inout TextPage) {
    let width = max(40, page.options.width - 4)
    let shown = Place(file: SafeName.plain(place.file), line: place.line)
    let source = frame.source[place].map { StyledText(SafeName.plain($0)) }
    let isShort = shown.text.count + 2 + (source?.width ?? 0) <= width
    if let source, isShort {
      return page.line("\(shown.text, .faint)  " + source, indent: 4)
    }
    // All the evidence is for opening it: there the path is whole, over lines if it must be.
    let path = frame.showsEvidence ? shown.text : shown.text(within: width)
    page.line("\(path, .faint)", indent: 4)
    if let source { page.line(source.cut(to: width - 2), indent: 6) }
  }

  private static func title(_ kind: ReviewQuestion.Kind) -> String {
    switch kind {
    case .boundary: "boundaries"
    case .table: "tables that several write"
    case .placement: "where files belong"
    case .serverless: "triggers"
    }
  }

  package static let head =
    "points are what all cuts would take: less is better. ? for help, q to end\n"

  package static let help = """
      y          the first answer: accept the boundary, keep the file where it is
      n r m c d  the other answers, as they are listed; 1 2 3 choose files
      o          of several files: ask for each of them
      s  j       leave the question for later (it comes again with --again)
      k          back to the question before; the arrow keys go both ways
      g          go to boundaries, tables, files, serverless, or to a number
      u          undo the last decision
      U          redo it
      e          all the files and the evidence
      q          end; what was decided is kept, and the next review goes on here
      ?          this help

      Points in brackets are what an answer adds to the cost of all cuts, or takes
      off it: less is better. They see dependencies and data alone. What is no
      service at all is common code (c), dead code that can go (d), or a tool, which
      roles of cleave.yml tell.

    """

  /// What an answer would change, in brackets behind it.
  package static func effect(_ report: WhatIfReport) -> String {
    let change = Int((report.pointsAfter - report.pointsBefore).rounded())
    var parts = [
      change == 0
        ? "no change of points"
        : "\(change > 0 ? "+" : "")\(change.magnitude == 1 ? "\(change) point" : "\(change.grouped) points")"
    ]
    let split = report.transactions.count(where: \.becomesSplit)
    if split > 0 { parts.append("\(split.counted("transaction")) split") }
    if !report.newCycles.isEmpty { parts.append("a new circle") }
    if !report.along.isEmpty {
      parts.append("\(report.along.count.counted("file")) should go along")
    }
    return parts.joined(separator: ", ")
  }

  /// Every question as comments with the commands that answer it, to be edited and run.
  package static func script(_ questions: [ReviewQuestion]) -> String {
    var out =
      "#!/usr/bin/env bash\n# Questions of a review: take the # from the answers that hold, and run it.\n"
    for question in questions {
      out += "\n# \(SafeName.plain(question.question))\n# \(SafeName.plain(question.reason))\n"
      for file in question.files ?? [] { out += "#   \(SafeName.plain(file))\n" }
      for place in question.evidence.prefix(firstPlaces) {
        out += "#   \(SafeName.plain(place.text))\n"
      }
      for answer in question.answers {
        for command in commands(answer) {
          out += "# \(command)   # \(SafeName.plain(answer.effect))\n"
        }
      }
    }
    return out
  }

  /// What is typed for the answer, a line for each of its decisions.
  static func commands(_ answer: ReviewQuestion.Answer) -> [String] {
    answer.decisions.map { decision in
      var words = decision
      if let first = words.indices.dropFirst().first(where: { words[$0].hasPrefix("-") }) {
        words.insert("--", at: first)
      }
      var command = "cleave decide " + words.map(ShellWord.quoted).joined(separator: " ")
      if answer.asks == "reason" { command += " --reason REASON" }
      if answer.asks == "name" { command += " --as NAME" }
      return command
    }
  }
}
