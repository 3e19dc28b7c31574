internal import ArgumentParser
internal import Pipeline
internal import ReportModel
internal import Reports

extension GraphLevel: ExpressibleByArgument {}

struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph", abstract: "Write the dependency graph, as DOT or for programs.")

  @Argument(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "symbol, file, module or boundary.")
  var level = GraphLevel.module

  @Option(name: [.customShort("F"), .long], help: "Show this node and its neighbours.")
  var focus: String?

  @Option(help: "Hops around the focus; 0 for no limit.")
  var focusDepth = 1

  @Option(help: "Show this node and everything that depends on it.")
  var reaches: String?

  @Option(help: "Fold into folders of this depth, or by this glob.")
  var collapse: String?

  @Flag(help: "Hide nothing: every node and every edge.")
  var noReduce = false

  func run() throws {
    let format = try Formatting.choose(OutputFormats.graph, output)
    var session = Session(path: path, input: input)
    session.withSymbols = level == .symbol
    let document = try session.document()
    let isPicture = format.name == "dot" || format.name == "mermaid"
    var options =
      isPicture && !noReduce ? GraphViewOptions.picture(level) : GraphViewOptions.complete(level)
    options.focus = focus
    options.focusDepth = focusDepth
    options.reaches = reaches
    options.collapse = collapse.map(GraphViewOptions.Collapse.init)
    let view = try GraphViewBuilder(document: document).view(options)
    try Formatting.write(view, format, output)
  }
}
