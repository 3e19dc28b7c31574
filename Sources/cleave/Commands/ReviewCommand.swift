internal import ArgumentParser
internal import Basics
internal import Consequences
internal import Foundation
internal import ReportModel
internal import Reports
internal import Review

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Look through the suggestions and decide on them.",
    discussion: """
      On a terminal it asks one question after the other, a key for each answer, and records each \
      decision at once; anywhere else, or with --format, it lists the same ones. First come the \
      boundaries, large ones before small ones, then tables that several write, files that are not \
      firm where they are, and triggers that are suited to functions.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @Option(help: "Ask nothing: accept each boundary of this stability, 0 to 1, or more.")
  var acceptAbove: Double?

  @Flag(help: "Ask nothing: write all questions as a script of decisions to take from.")
  var export = false

  @Flag(help: "Ask the questions that were left for later, too.")
  var again = false

  @Option(help: "One kind of questions: boundaries, tables, files or serverless.")
  var only: QuestionKind?

  @Option(help: "Who decides; by default user.name of git's configuration.")
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
    if only != nil, acceptAbove != nil {
      throw ValidationError("--accept-above is about boundaries; --only goes without it")
    }
  }

  func run() throws {
    let format = try Formatting.choose(OutputFormats.review, output)
    if let acceptAbove { return try accept(above: acceptAbove) }
    let isAsked = !export && output.format == nil && (output.output ?? "-") == "-"
    let document = try Session(path: path, input: input).document()
    guard isAsked, let terminal = Terminal() else {
      let list = try list(document)
      if export { return try Output.write(QuestionText.script(list.questions), to: output.output) }
      return try Formatting.write(list, format, output)
    }
    var options = Formatting.textOptions(output)
    options.width = max(60, min(100, terminal.width))
    let cache = input.noCache ? nil : input.cacheDir ?? CacheFolder.standard
    var dialogue = try ReviewDialogue(
      document, root: path, terminal: terminal, options: options,
      author: Author.name(author, path),
      skipped: SkippedQuestions(root: path, folder: cache, again: again), only: only?.kind)
    Interruption.install()
    defer { Interruption.remove() }
    try dialogue.run()
  }

  private func list(_ document: Document) throws -> ReviewList {
    let decisions = try DecisionFile(try DecisionsFile(root: path).text()).decisions
    var list = ReviewQuestions.list(
      FollowedDecisions(decisions, on: CutGround(document), in: ReviewScope(document)))
    if let only { list.questions.removeAll { $0.kind != only.kind } }
    return list
  }

  private func accept(above limit: Double) throws {
    let document = try Session(path: path, input: input).document()
    let scope = ReviewScope(document)
    let file = DecisionsFile(root: path)
    let accepted = try list(document).questions.filter {
      $0.kind == .boundary && $0.stability ?? 0 >= limit
    }
    let author = Author.name(author, path)
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
    let boundaries = accepted.count == 1 ? "boundary" : "boundaries"
    Output.talk("\(accepted.count) \(boundaries) of stability \(limit) or more accepted")
  }
}

/// A kind of questions as people name it.
enum QuestionKind: String, ExpressibleByArgument, CaseIterable {
  case boundaries, tables, files, serverless

  var kind: ReviewQuestion.Kind {
    switch self {
    case .boundaries: .boundary
    case .tables: .table
    case .files: .placement
    case .serverless: .serverless
    }
  }
}
