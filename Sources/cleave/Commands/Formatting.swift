internal import Basics
internal import Foundation
internal import Reports

/// Picks a format and writes a result in it.
enum Formatting {
  /// Told before an analysis, not after it: what cannot be written, and where to.
  static func choose<Input>(
    _ formats: [OutputFormat<Input>], _ output: OutputOptions
  ) throws -> OutputFormat<Input> {
    try output.checkFile()
    guard let name = output.format else { return formats[0] }
    guard let format = formats.first(where: { $0.name == name }) else {
      let known = formats.map(\.name).joined(separator: ", ")
      throw UsageError("unknown format \"\(name)\", take one of: \(known)")
    }
    return format
  }

  static func write<Input>(
    _ value: Input, _ format: OutputFormat<Input>, _ output: OutputOptions,
    showsCosts: Bool = false
  ) throws {
    var options = textOptions(output)
    options.showsCosts = showsCosts
    try Output.write(try format.render(value, options), to: output.output)
  }

  static func textOptions(_ output: OutputOptions) -> TextOptions {
    var options = TextOptions()
    let environment = ProcessInfo.processInfo.environment
    let toTerminal = output.output == nil && Output.isTerminal
    let isColored =
      switch output.color {
      case .always: true
      case .never: false
      case .auto:
        toTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      }
    if isColored { options.palette = .ansi }
    return options
  }
}
