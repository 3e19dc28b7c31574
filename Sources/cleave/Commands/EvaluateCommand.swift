internal import ArgumentParser
internal import Boundaries
internal import Configuration
internal import Evaluation
internal import Reports

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the suggestions against a reference, beside trivial methods.",
    discussion: """
      A reference is a table of rows "path<TAB>service". Rows of "@shared" are scored as shared \
      code, rows of any other "@" are not scored. Decisions of people are not applied.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @Option(help: "The reference: a table of rows path<TAB>service.")
  var truth: String?

  @Option(help: "What to hide from the method: folders, or folders,names.")
  var hide: String?

  @Option(help: "Number of seeds to run with.")
  var seeds = 1

  @Option(
    help: "Number of runs with 2 % of the dependencies left out, to see how far suggestions agree.")
  var deletions = 0

  @Option(
    name: .customLong("parameter"),
    help: "Another value of a parameter of the method, NAME=VALUE; may be repeated.")
  var parameters: [String] = []

  @Option(
    name: .customLong("weight"),
    help: "Another weight of a view of evidence, NAME=VALUE; may be repeated.")
  var weights: [String] = []

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if seeds < 1 { throw ValidationError("--seeds takes a number from 1") }
    if deletions < 0 { throw ValidationError("--deletions takes a number from 0") }
  }

  func run() throws {
    let format = try Formatting.choose(OutputFormats.evaluation, output)
    if input.from != nil {
      throw UsageError("evaluate needs an analysis; leave out --from")
    }
    guard let truth else {
      throw UsageError("evaluate needs a reference; name a table of path and service, --truth FILE")
    }
    var session = Session(path: path, input: input)
    for parameter in parameters { try set(parameter, in: &session.boundaries.parameters) }
    for weight in weights { try weigh(weight, in: &session.boundaries.weights) }
    var evaluation = BoundaryEvaluation(
      options: BoundaryOptions(), hidden: try hidden(), seeds: seeds)
    evaluation.deletions = deletions
    let report = try session.evaluate(evaluation, against: try PartitionFile.table(truth))
    try Formatting.write(report, format, output)
  }

  private func hidden() throws -> Set<Disguise.Part> {
    let names = (hide ?? "").split(separator: ",")
    return Set(
      try names.map { name in
        guard let part = Disguise.Part(rawValue: String(name)) else {
          let known = Disguise.Part.allCases.map(\.rawValue).joined(separator: ", ")
          throw UsageError("--hide: unknown part \"\(name)\", take one or more of: \(known)")
        }
        return part
      })
  }

  private func weigh(_ text: String, in weights: inout [String: Double]) throws {
    guard let (name, value) = Self.setting(text), value >= 0,
      let view = Configuration.View(rawValue: name)
    else {
      let known = Configuration.View.allCases.map(\.rawValue).joined(separator: ", ")
      throw UsageError("--weight: \"\(text)\" is no NAME=NUMBER from 0; names are: \(known)")
    }
    weights[view.rawValue] = value
  }

  /// `NAME=NUMBER`.
  private static func setting(_ text: String) -> (name: String, value: Double)? {
    let sides = text.split(separator: "=", maxSplits: 1)
    guard sides.count == 2, let value = Double(sides[1]), value.isFinite else { return nil }
    return (String(sides[0]), value)
  }

  private func set(_ text: String, in parameters: inout BoundaryParameters) throws {
    guard let (name, value) = Self.setting(text), parameters.set(name, to: value) else {
      let known = BoundaryParameters.names.joined(separator: ", ")
      throw UsageError("--parameter: \"\(text)\" is no NAME=NUMBER; names are: \(known)")
    }
  }
}
