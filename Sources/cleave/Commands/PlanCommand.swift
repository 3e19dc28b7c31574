internal import ArgumentParser
internal import Basics
internal import Consequences
internal import ReportModel
internal import Reports

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Order the cuts, with the contracts, data and tests of each.",
    discussion: """
      One boundary is cut out at a time while the rest goes on, the least tied one first. Signatures \
      are read from the source, so with --from they come from PATH where it has the files.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let format = try Formatting.choose(OutputFormats.plan, output)
    let document = try Session(path: path, input: input).document()
    let files = Set(document.files.map(\.path))
    let reader = SourceLines(root: path)
    let plan = ExtractionPlan(document) { files.contains($0) ? reader.lines($0) : nil }
    try Formatting.write(plan.report(), format, output)
  }
}
