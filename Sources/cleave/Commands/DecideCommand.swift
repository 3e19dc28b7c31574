internal import ArgumentParser
internal import Consequences
internal import Foundation
internal import ReportModel
internal import Review

extension DecisionConflict.Side: ExpressibleByArgument {}

struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record one decision, which every later run follows.",
    discussion: "Decisions stand in \(DecisionFile.name) at the root:\n"
      + DecisionAct.allCases.map { "  " + $0.usage }.joined(separator: "\n")
        + """

        reject says that files do not belong together: they go where they belong otherwise. What is \
        no service at all is shared or dead, or a tool: "roles" of cleave.yml.
        """)

  @Argument(help: "The act and what it is about.")
  var words: [String] = []

  @Option(help: "Folder of the repository.")
  var path = "."

  @Option(help: "Why; kept with the decision.")
  var reason: String?

  @Option(name: .customLong("as"), help: "Name of the accepted or merged boundary.")
  var name: String?

  @Option(name: .customLong("into"), help: "Part of a split, NAME=GLOB; may be repeated.")
  var parts: [String] = []

  @Option(help: "Who decided; by default user.name of git's configuration.")
  var author: String?

  @Flag(
    help: "End the conflicts that a merge left in the file, and write new names of renamed files.")
  var resolve = false

  @Option(help: "With --resolve: whose decision holds where both decided, ours or theirs.")
  var prefer: DecisionConflict.Side?

  @OptionGroup var input: InputOptions

  func validate() throws {
    if resolve, !words.isEmpty { throw ValidationError("--resolve takes no act") }
    if prefer != nil, !resolve { throw ValidationError("--prefer goes with --resolve") }
  }

  func run() throws {
    if resolve { return try resolveFile() }
    let document = try Session(path: path, input: input).document()
    let file = DecisionsFile(root: path)
    var given = DecisionWords(words)
    given.reason = reason
    given.name = name
    given.parts = parts
    given.author = Author.name(author, path)
    given.date = Self.today
    let earlier = try DecisionFile(try file.text()).decisions.map(\.decision)
    let decision = try given.decision(in: ReviewScope(document), after: earlier)
    let store = file.store
    let change = try file.locked { try store.record(decision) }
    if !input.quiet { Output.talk("\(DecisionFile.name): \(Self.text(change))") }
  }

  private func resolveFile() throws {
    let file = DecisionsFile(root: path)
    var lines = try file.locked { try endConflict(file) }
    // The analysis takes its time: who decides meanwhile neither waits for it nor loses anything.
    let document = try Session(path: path, input: input).document()
    let scope = try ReviewScope(document, history: history(document))
    lines += try file.locked {
      let text = try held(file)
      let renewed = try DecisionFile(text).renewing(scope)
      if !renewed.text.utf8.elementsEqual(text.utf8) { try file.write(renewed.text) }
      return renewed.renewed
    }
    if lines.isEmpty { lines = ["nothing to resolve"] }
    if !input.quiet {
      for line in lines { Output.talk("\(DecisionFile.name): \(line)".escapedLines) }
    }
  }

  private func held(_ file: DecisionsFile) throws -> String {
    guard let text = try file.text() else {
      throw UsageError("there is no \"\(DecisionFile.name)\" in \"\(path)\"")
    }
    return text
  }

  /// Takes the marks of a merge out of the file; what that did.
  private func endConflict(_ file: DecisionsFile) throws -> [String] {
    guard let conflict = DecisionConflict(try held(file)) else { return [] }
    let resolution: DecisionConflict.Resolution
    do { resolution = try conflict.resolved(prefer: prefer) } catch let undecided
      as DecisionConflict.Undecided
    { throw UsageError(undecided.description) }
    try file.write(resolution.text)
    return ["conflicts ended, \(resolution.taken) decisions of theirs taken in"]
      + resolution.settled
  }

  /// What the files of the document were called before; none where there is no history.
  private func history(_ document: Document) throws -> [ReviewScope.FormerName] {
    if input.noHistory { return [] }
    return PastNames.read(path, files: document.files.map(\.path))
  }

  private static func text(_ change: DecisionChange) -> String {
    switch change {
    case .unchanged(let line): "was decided already, line \(line)"
    case .added: "decision added"
    case .replaced(_, let line): "earlier decision on the same matter replaced, line \(line)"
    }
  }

  static var today: String {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }
}
