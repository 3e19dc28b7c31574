internal import ArgumentParser
internal import Evaluation
internal import Reports

struct MetricsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "metrics",
    abstract: "Measure the boundaries, or any other partition, as papers do.",
    discussion: """
      SM, TurboMQ, ICP, IRN, OPN, IFN, CHM, CHD, NED and DTP, each with its variant. They come from \
      the code alone and can be gamed; they are no accuracy. Measures of operations need symbols: \
      give PATH, or a document that was written with --with-symbols.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @Option(help: "Measure this instead: a table of rows path<TAB>service, or a document.")
  var partition: String?

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try Formatting.choose(OutputFormats.metrics, output)
    if input.from == "-", partition == "-" {
      throw UsageError("--from and --partition cannot both read standard input")
    }
    let given = try partition.map(PartitionFile.read)
    var session = Session(path: path, input: input)
    session.withSymbols = true
    let document = try session.document()
    let metrics =
      given.map { PartitionMetrics(document, $0.rows, source: $0.name) }
      ?? PartitionMetrics(document)
    try Formatting.write(metrics.report(), format, output)
  }
}
