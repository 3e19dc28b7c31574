internal import ArgumentParser
internal import Basics
internal import Consequences
internal import ReportModel
internal import Reports
internal import Review

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changed between two documents, or two revisions of a repository.",
    discussion: """
      OLD and NEW are documents, or names of commits, branches and tags. Without NEW it is the \
      code as it lies there. Prints nothing where nothing changed. Revisions are analysed without \
      their history of changes, each with the decisions that it has.
      """)

  @Argument(help: "A document, or a revision.")
  var old: String

  @Argument(help: "Another one; by default the working tree.")
  var new: String?

  @Option(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try Formatting.choose(OutputFormats.difference, output)
    if input.from != nil {
      throw UsageError("--from does not go with diff; name the two documents")
    }
    var session = Session(path: path, input: input)
    session.input.noHistory = true
    var report: DifferenceReport
    switch (Self.isFile(old), new.map(Self.isFile)) {
    case (true, true):
      let sides = (try document(old), try document(new!))
      report = DocumentDifference(sides.0, sides.1).report(old: old, new: new!)
    case (false, false):
      let revisions = try Revisions(session)
      report = try between(old, new!, revisions)
    case (false, nil):
      report = try toWorkingTree(session)
    case (true, nil):
      let now = try Session(path: path, input: input).document()
      report = DocumentDifference(try document(old), now).report(old: old, new: path)
    default:
      throw UsageError("a document and a revision cannot be compared; save a document of it first")
    }
    // Documents have what they were made with.
    if !Self.isFile(old) { report.without = "the history of changes, which other commands read" }
    if !report.isEmpty || format.name != "text" { try Formatting.write(report, format, output) }
  }

  private static func isFile(_ word: String) -> Bool {
    word == "-" || FileSystem.exists(Array(word.utf8))
  }

  private func document(_ word: String) throws -> Document {
    var session = Session(path: path, input: input)
    session.input.from = word
    return try session.document()
  }

  /// The folder holds one revision at a time, so the contents of what is gone are kept in between.
  private func between(_ old: String, _ new: String, _ revisions: Revisions) throws
    -> DifferenceReport
  {
    let first = try revisions.with(old) { revision, folder in
      (revision, Revisions.contents(revision.document, folder))
    }
    return try revisions.with(new) { revision, folder in
      let renames = Revisions.renames(first.1, revision.document, folder)
      return DocumentDifference(first.0.document, revision.document, renames: renames).report(
        old: Revisions.title(old, first.0.commit), new: Revisions.title(new, revision.commit))
    }
  }

  private func toWorkingTree(_ session: Session) throws -> DifferenceReport {
    let revisions = try Revisions(session)
    let now = try session.document()
    return try revisions.with(old) { revision, folder in
      let contents = Revisions.contents(revision.document, folder)
      let renames = Revisions.renames(contents, now, path)
      return DocumentDifference(revision.document, now, renames: renames).report(
        old: Revisions.title(old, revision.commit), new: "the working tree")
    }
  }
}
