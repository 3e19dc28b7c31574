internal import ArgumentParser
internal import Basics
internal import Consequences
internal import Foundation
internal import ReportModel
internal import Reports
internal import Review

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Look through the suggestions, open questions first.",
    discussion: """
      On a terminal it asks one question after the other, a key for each answer, and records each \
      decision at once; anywhere else, or with --format, it lists them.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @Option(help: "Ask nothing: accept each boundary of this stability, 0 to 1, or more.")
  var acceptAbove: Double?

  @Flag(help: "Ask nothing: write all questions as a script of decisions to take from.")
  var export = false

  @Flag(help: "Ask the questions that were left for later, too.")
  var again = false

  @Option(help: "Who decides.")
  var author: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let acceptAbove, !(0...1).contains(acceptAbove) {
      throw ValidationError("--accept-above takes a number from 0 to 1")
    }
    if acceptAbove != nil, export {
      throw ValidationError("--accept-above decides, --export only writes; give one of them")
    }
    if export, output.format != nil { throw ValidationError("--export has its own format") }
  }

  func run() throws {
    let format = try Formatting.choose(OutputFormats.review, output)
    if let acceptAbove { return try accept(above: acceptAbove) }
    let isAsked = !export && output.format == nil && (output.output ?? "-") == "-"
    guard isAsked, let terminal = Terminal() else {
      let document = try Session(path: path, input: input).document()
      if export {
        return try Output.write(
          QuestionText.script(try questions(document)), to: output.output)
      }
      return try Formatting.write(document, format, output)
    }
    let document = try Session(path: path, input: input).document()
    var options = Formatting.textOptions(output)
    options.width = max(60, min(100, terminal.width))
    let cache = input.noCache ? nil : input.cacheDir ?? CacheFolder.standard
    var dialogue = try ReviewDialogue(
      document, root: path, terminal: terminal, options: options, author: author,
      skipped: SkippedQuestions(root: path, folder: cache, again: again))
    Interruption.install()
    defer { Interruption.remove() }
    try dialogue.run()
  }

  private func questions(_ document: Document) throws -> [ReviewQuestion] {
    let text = try DecisionsFile(root: path).text()
    return ReviewQuestions.all(
      document, decided: try DecisionFile(text).decisions.map(\.decision))
  }

  private func accept(above limit: Double) throws {
    let document = try Session(path: path, input: input).document()
    let scope = ReviewScope(document)
    let file = DecisionsFile(root: path)
    let accepted = try questions(document).filter {
      $0.kind == "boundary" && $0.stability >= limit
    }
    try file.locked {
      var text = try file.text()
      for question in accepted {
        guard let answer = question.answers.first else { continue }
        var words = DecisionWords(answer.words)
        words.author = author
        words.date = DecideCommand.today
        let file = try DecisionFile(text)
        let decision = try words.decision(in: scope, after: file.decisions.map(\.decision))
        text = try file.recording(decision).text
      }
      if let text, !accepted.isEmpty { try file.write(text) }
    }
    guard !input.quiet else { return }
    for question in accepted { Output.talk("accepted: \(question.id)".escapedLines) }
    Output.talk("\(accepted.count) boundaries of stability \(limit) or more accepted")
  }
}
