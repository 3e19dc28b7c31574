internal import ArgumentParser
internal import Pipeline
internal import Reports

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show why one part depends on another, with file:line.")

  @Argument(
    help: """
      The part that depends: a file, folder, module, boundary or symbol; file:, module:, \
      boundary: or symbol: before the name says which.
      """)
  var from: String

  @Argument(help: "The part that it depends on.")
  var to: String

  @Option(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try Formatting.choose(OutputFormats.explanation, output)
    var session = Session(path: path, input: input)
    session.withSymbols = [from, to].contains { $0.hasPrefix("symbol:") }
    let builder = GraphViewBuilder(document: try session.document())
    try Formatting.write(try builder.explain(from: from, to: to), format, output)
  }
}
