import Basics
package import ReportModel

/// The questions of a review for people, open and costly ones first, with how to answer them.
package enum ReviewText {
  package static func render(_ document: Document, _ options: TextOptions = .init()) -> String {
    let suggestions = Suggestion.all(of: document)
    var page = TextPage(options)
    let open = suggestions.count(where: \.isOpen)
    page.line(
      "\(document.name, .strong): \(suggestions.count.counted("suggestion")),"
        + " \(open) of them open", indent: 0)
    let shown = options.limit.map { max(40, $0) } ?? suggestions.count
    for (index, suggestion) in suggestions.prefix(shown).enumerated() {
      section(suggestion, index + 1, &page)
    }
    let rest = suggestions.count - shown
    if rest > 0 {
      page.gap()
      page.line("\("… and \(rest.grouped) more, less open and less costly", .faint)", indent: 0)
    }
    return page.text
  }

  private static func section(_ suggestion: Suggestion, _ number: Int, _ page: inout TextPage) {
    page.gap()
    let mark: StyledText = suggestion.isOpen ? "\("open", .bad): " : ""
    page.line("\(number). " + mark + StyledText(suggestion.question, .strong), indent: 0)
    if !suggestion.reason.isEmpty { page.line("\(suggestion.reason)", indent: 3) }
    if !suggestion.evidence.isEmpty {
      page.line("see \(suggestion.evidence.summary(4))", indent: 3)
    }
    for answer in suggestion.answers {
      page.command(answer.command, answer.effect, indent: 3)
    }
  }
}
