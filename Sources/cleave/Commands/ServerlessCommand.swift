internal import ArgumentParser
internal import Basics
internal import ReportModel
internal import Reports

extension Deployment: ExpressibleByArgument {}

struct ServerlessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serverless", abstract: "List declared triggers and what suits serverless.")

  @Argument(help: "Folder of the repository.")
  var path = "."

  @OptionGroup var input: InputOptions
  @OptionGroup var output: OutputOptions

  @Option(help: "Show all about one handler, by its name or its identifier in the JSON.")
  var explain: String?

  @Option(help: "Write a skeleton for what is flagged: sam, serverless or knative.")
  var emit: Deployment?

  @Option(help: "With --emit: only this handler and its unit.")
  var only: String?

  @Option(help: "Traces (OpenTelemetry, Jaeger, Zipkin) or an access log; may be repeated.")
  var traces: [String] = []

  func validate() throws {
    if explain != nil, emit != nil { throw ValidationError("take one of --explain and --emit") }
    if only != nil, emit == nil { throw ValidationError("--only goes with --emit") }
    if output.format != nil, emit != nil {
      throw ValidationError("--emit has a format of its own; leave out --format")
    }
  }

  func run() throws {
    let format = try Formatting.choose(OutputFormats.serverless, output)
    if explain != nil, format.name != "text" {
      throw UsageError("--explain is for text; --format json has all that it shows")
    }
    var session = Session(path: path, input: input)
    session.traces = traces
    let document = try session.document()
    if let explain {
      let pages = try Self.findAll(explain, in: document.serverless.findings).map {
        ServerlessPage.render($0, Formatting.textOptions(output))
      }
      return try Output.write(pages.joined(separator: "\n"), to: output.output)
    }
    guard let emit else { return try Formatting.write(document, format, output) }
    let findings = try flagged(document)
    try Output.write(emit.render(findings, name: document.name), to: output.output)
  }

  /// What is to be deployed: all that is flagged, or one unit of it.
  private func flagged(_ document: Document) throws -> [ServerlessEntry] {
    let flagged = document.serverless.findings.filter {
      ["function", "serverless-service"].contains($0.verdict)
    }
    guard let only else {
      guard !flagged.isEmpty else {
        throw UsageError("nothing is flagged, so there is nothing to write; see cleave serverless")
      }
      return flagged
    }
    let finding = try Self.find(only, in: document.serverless.findings)
    guard flagged.contains(finding) else {
      throw UsageError(
        "\"\(finding.id.escapedForTerminal)\" is \(finding.verdict); only what is flagged is written"
      )
    }
    return flagged.filter { $0.id == finding.id || finding.unit.contains($0.id) }
  }

  /// All triggers of the handler of that name, where it is one handler.
  private static func findAll(
    _ name: String, in findings: [ServerlessEntry]
  ) throws -> [ServerlessEntry] {
    let named = findings.filter { $0.symbol == name || $0.settings.function == name }
    let isOne = Set(named.map(\.place)).count == 1
    let isExact = findings.contains { $0.id == name }
    return named.count > 1 && isOne && !isExact ? named : [try find(name, in: findings)]
  }

  private static func find(
    _ name: String, in findings: [ServerlessEntry]
  ) throws -> ServerlessEntry {
    if let exact = findings.first(where: { $0.id == name }) { return exact }
    let named = findings.filter { finding in
      finding.symbol == name || finding.settings.function == name || finding.place.file == name
        || [".", ":", "\\", "#"].contains { finding.settings.function.hasSuffix($0 + name) }
    }
    if named.count == 1 { return named[0] }
    guard !named.isEmpty else {
      throw UsageError(
        "no declared trigger starts \"\(name.escapedForTerminal)\"; cleave serverless lists them")
    }
    let ids = named.prefix(4).map { "\"\($0.id.escapedForTerminal)\"" }.joined(separator: ", ")
    throw UsageError(
      "\"\(name.escapedForTerminal)\" has \(named.count) triggers, name one: \(ids)"
        + (named.count > 4 ? " and \(named.count - 4) more" : ""))
  }
}
