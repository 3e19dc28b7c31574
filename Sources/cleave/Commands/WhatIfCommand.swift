internal import ArgumentParser
internal import Consequences
internal import ReportModel
internal import Reports
internal import Review

struct WhatIfCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "what-if", abstract: "Show what a decision would change before it is made.",
    discussion: "The acts are those of decide:\n"
      + DecisionAct.allCases.filter(\.movesFiles).map { "  " + $0.usage }.joined(separator: "\n"))

  @Argument(help: "The act and what it is about.")
  var words: [String]

  @Option(help: "Folder of the repository.")
  var path = "."

  @Option(name: .customLong("into"), help: "Part of a split, NAME=GLOB; may be repeated.")
  var parts: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try Formatting.choose(OutputFormats.whatIf, output)
    if let act = words.first.flatMap(DecisionAct.init), !act.movesFiles {
      throw UsageError("\"\(act.rawValue)\" moves no files, so nothing would change")
    }
    let document = try Session(path: path, input: input).document()
    var given = DecisionWords(words)
    given.parts = parts
    given.remembersSurroundings = false
    let scope = ReviewScope(document)
    let decisions =
      input.from == nil
      ? try DecisionFile(try DecisionsFile(root: path).text()).decisions : []
    let decision = try given.decision(in: scope, after: decisions.map(\.decision))
    let report = WhatIf(document, decision, after: decisions, in: scope)
      .report(act: (words + parts.map { "--into " + $0 }).joined(separator: " "))
    try Formatting.write(report, format, output)
  }
}
