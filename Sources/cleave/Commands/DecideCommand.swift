internal import ArgumentParser
internal import Foundation
internal import ReportModel
internal import Review

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record one decision, which every later run follows.",
    discussion: "Decisions stand in \(DecisionFile.name) at the root:\n"
      + DecisionAct.allCases.map { "  " + $0.usage }.joined(separator: "\n"))

  @Argument(help: "The act and what it is about.")
  var words: [String]

  @Option(help: "Folder of the repository.")
  var path = "."

  @Option(help: "Why; kept with the decision.")
  var reason: String?

  @Option(name: .customLong("as"), help: "Name of the accepted or merged boundary.")
  var name: String?

  @Option(name: .customLong("into"), help: "Part of a split, NAME=GLOB; may be repeated.")
  var parts: [String] = []

  @Option(help: "Who decided.")
  var author: String?

  @OptionGroup var input: InputOptions

  func run() throws {
    let document = try Session(path: path, input: input).document()
    let file = DecisionsFile(root: path)
    var given = DecisionWords(words)
    given.reason = reason
    given.name = name
    given.parts = parts
    given.author = author
    given.date = Self.today
    let earlier = try DecisionFile(try file.text()).decisions.map(\.decision)
    let decision = try given.decision(in: Self.scope(document), after: earlier)
    let store = DecisionStore(read: file.text, write: file.write)
    if !input.quiet {
      Output.talk("\(DecisionFile.name): \(Self.text(try store.record(decision)))")
    }
  }

  private static func text(_ change: DecisionChange) -> String {
    switch change {
    case .unchanged(let line): "was decided already, line \(line)"
    case .added: "decision added"
    case .replaced(_, let line): "earlier decision on the same matter replaced, line \(line)"
    }
  }

  private static func scope(_ document: Document) -> ReviewScope {
    ReviewScope(
      files: document.files.map(\.path),
      boundaries: document.boundaries.boundaries.map {
        ReviewScope.KnownBoundary(id: $0.id, name: $0.name, members: $0.members.map(\.file))
      })
  }

  private static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}
