internal import ArgumentParser
internal import ClangFrontEnd
internal import Foundation
internal import FrontEnd

/// The inside of a worker process; not for people.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  @Argument(help: .hidden)
  var root: String

  /// Bytes of address space: far above what any sane file needs, far below what would hurt.
  private static let memoryLimit = 6 << 30

  func run() throws {
    for (name, value) in ClangFrontEnd.workerEnvironment { setenv(name, value, 1) }
    var extractors: [String: any Extractor] = [:]
    for frontEnd in FrontEnds.all where frontEnd.isIsolated && frontEnd.unavailability == nil {
      extractors[frontEnd.name] = try frontEnd.makeExtractor(root: root)
    }
    WorkerLoop.serve(extractors, memoryLimit: Self.memoryLimit)
  }
}
