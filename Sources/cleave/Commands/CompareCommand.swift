internal import ArgumentParser
internal import Evaluation
internal import ReportModel
internal import Reports

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Score two partitions against one another, and list the files that moved.",
    discussion: """
      A and B are documents or tables of rows "path<TAB>service", such as "cleave boundaries \
      --format tsv" writes; - is standard input. Labels that start with "@" are no services.
      """)

  @Argument(help: "A document, or a table of rows path<TAB>service.")
  var a: String

  @Argument(help: "Another one.")
  var b: String

  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try Formatting.choose(OutputFormats.comparison, output)
    if a == "-", b == "-" { throw UsageError("A and B cannot both be standard input") }
    let sides = (try PartitionFile.read(a), try PartitionFile.read(b))
    for side in [sides.0, sides.1] where side.rows.scored.isEmpty {
      throw UsageError("\"\(side.name)\" puts no file into a service")
    }
    let report = PartitionMatch(sides.0, sides.1).report()
    if report.common == 0 {
      throw UsageError(
        "\"\(sides.0.name)\" and \"\(sides.1.name)\" have no file in common: are the paths of both"
          + " relative to the same folder?")
    }
    try Formatting.write(report, format, output)
  }
}
