internal import ArgumentParser
internal import Boundaries
internal import Reports

extension BoundaryOptions.Granularity: ExpressibleByArgument {}

struct BoundariesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "boundaries", abstract: "List candidate services, with reasons.")

  @Argument(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Number of boundaries to aim at.")
  var count: Int?

  @Option(help: "service or component.")
  var granularity = BoundaryOptions.Granularity.service

  @Flag(help: "Show what each cut takes and who owns which data, instead of members.")
  var costs = false

  func validate() throws {
    if let count, count < 1 { throw ValidationError("--count takes a number from 1") }
  }

  func run() throws {
    let format = try Formatting.choose(OutputFormats.boundaries, output)
    if input.from != nil, count != nil || granularity != .service {
      throw UsageError("--count and --granularity need an analysis; leave out --from")
    }
    var session = Session(path: path, input: input)
    session.boundaries.count = count
    session.boundaries.granularity = granularity
    if costs, format.name != "text" {
      throw UsageError("--costs is for text; --format json has all costs")
    }
    try Formatting.write(try session.document(), format, output, showsCosts: costs)
  }
}
