import Basics
package import ReportModel

/// One question of a review on a terminal, and the script of all of them.
package enum QuestionText {
  /// What stands around a question.
  package struct Frame: Sendable {
    /// From 1.
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
    var page = TextPage(options)
    let state: StyledText = question.isOpen ? " · \("open", .bad)" : ""
    page.line("\("\(frame.number) of \(frame.count)", .faint)" + state, indent: 0)
    page.line(StyledText(SafeName.plain(question.question), .heading), indent: 0)
    page.line("\(SafeName.plain(question.reason)); stability \(question.stability.fixed(2))")
    let places =
      frame.showsEvidence ? question.evidence : Array(question.evidence.prefix(firstPlaces))
    for place in places {
      let line = frame.source[place].map { "  " + SafeName.plain($0) } ?? ""
      let text: StyledText = "\(SafeName.plain(place.text), .faint)\(line)"
      page.line(text.cut(to: max(40, options.width - 4)), indent: 4)
    }
    let rest = question.evidence.count - places.count
    if rest > 0 { page.line("\("… and \(rest.grouped) more places: e", .faint)", indent: 4) }
    for answer in question.answers {
      let effect = frame.effects[answer.key].map { " (\($0))" } ?? ""
      page.line(
        "\(answer.key, .strong)  \(SafeName.plain(answer.effect))\(SafeName.plain(effect))",
        indent: 2)
    }
    return page.text
  }

  package static let help = """
      y          the first answer: accept the boundary, keep the file where it is
      n r m c d  the other answers, as they are listed; 1 2 3 where files are to choose from
      s  j       leave the question for later (it comes again with --again)
      k          back to the question before
      u          undo the last decision
      U          redo it
      e          all the evidence
      q          end; what was decided is kept, and the next review goes on here
      ?          this help

    """

  /// Every question as comments with the commands that answer it, to be edited and run.
  package static func script(_ questions: [ReviewQuestion]) -> String {
    var out =
      "#!/bin/sh\n# Questions of a review: take the # from the answers that hold, and run it.\n"
    for question in questions {
      out += "\n# \(SafeName.plain(question.question))\n# \(SafeName.plain(question.reason))\n"
      for place in question.evidence.prefix(firstPlaces) {
        out += "#   \(SafeName.plain(place.text))\n"
      }
      for answer in question.answers {
        var words = answer.words
        if let first = words.indices.dropFirst().first(where: { words[$0].hasPrefix("-") }) {
          words.insert("--", at: first)
        }
        var command = "cleave decide " + words.map(ShellWord.quoted).joined(separator: " ")
        if answer.asks == "reason" { command += " --reason REASON" }
        if answer.asks == "name" { command += " --as NAME" }
        out += "# \(command)   # \(SafeName.plain(answer.effect))\n"
      }
    }
    return out
  }
}
