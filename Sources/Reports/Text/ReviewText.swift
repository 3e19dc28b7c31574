import Basics
package import ReportModel

/// The questions of a review for people in the order of asking, with how to answer them.
package enum ReviewText {
  package static func render(_ list: ReviewList, _ options: TextOptions = .init()) -> String {
    var page = TextPage(options)
    let open = list.questions.count(where: \.isOpen)
    page.line(
      "\(list.name, .strong): \(list.questions.count.counted("question"))\(kinds(list)),"
        + " \(open) of them open", indent: 0)
    for entry in list.troubles { page.line(entry.line("a decision needs a look")) }
    let shown = options.limit.map { max(40, $0) } ?? list.questions.count
    for (index, question) in list.questions.prefix(shown).enumerated() {
      section(question, index + 1, &page)
    }
    let rest = list.questions.count - shown
    if rest > 0 {
      page.gap()
      page.line(
        "\("… and \(rest.grouped) more: --only KIND shows those of a kind, --export all", .faint)",
        indent: 0)
    }
    return page.text
  }

  private static func kinds(_ list: ReviewList) -> String {
    let counts = ReviewQuestion.Kind.allCases.compactMap { kind -> String? in
      let count = list.questions.count { $0.kind == kind }
      return count > 0 ? "\(count.grouped) \(kind.plural)" : nil
    }
    return counts.count > 1 ? " (\(counts.joined(separator: ", ")))" : ""
  }

  /// Commands of one answer that are shown behind the first.
  private static let moreCommands = 3

  private static func section(_ question: ReviewQuestion, _ number: Int, _ page: inout TextPage) {
    page.gap()
    let mark: StyledText = question.isOpen ? "\("open", .bad): " : ""
    page.line("\(number). " + mark + StyledText(question.question, .strong), indent: 0)
    let stability = question.stability.map { "; stability \($0.fixed(2))" } ?? ""
    page.line("\(question.reason)\(stability)", indent: 3)
    if !question.evidence.isEmpty { page.line("see \(question.evidence.summary(4))", indent: 3) }
    for answer in question.answers {
      let commands = QuestionText.commands(answer)
      page.command(commands[0], answer.effect, indent: 3)
      for command in commands.dropFirst().prefix(moreCommands) {
        page.command(command, "and", indent: 5)
      }
      let rest = commands.count - 1 - moreCommands
      if rest > 0 { page.line("\("… and \(rest.grouped) more: --export", .faint)", indent: 5) }
    }
  }
}
