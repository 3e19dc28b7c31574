internal import ArgumentParser
internal import Reports

struct AnalyzeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze", abstract: "Summarise a repository, or write its document.")

  @Argument(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Flag(help: "Put symbols and the edges between them into the document.")
  var withSymbols = false

  func run() throws {
    let format = try Formatting.choose(OutputFormats.analysis, output)
    var session = Session(path: path, input: input)
    session.withSymbols = withSymbols
    try Formatting.write(try session.document(), format, output)
  }
}
