internal import ArgumentParser
internal import Foundation
internal import FrontEnd

/// The inside of a worker process; not for people.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  @Argument(help: .hidden)
  var root: String

  /// Bytes of address space: far above what any sane file needs, far below what would hurt.
  static let memoryLimit = 6 << 30

  func run() throws {
    // Ctrl-C reaches every process of the terminal: the one that started us decides what it means.
    signal(SIGINT, SIG_IGN)
    var extractors: [String: any Extractor] = [:]
    for frontEnd in FrontEnds.all where frontEnd.isIsolated && frontEnd.unavailability == nil {
      extractors[frontEnd.name] = try frontEnd.makeExtractor(root: root)
    }
    WorkerLoop.serve(extractors, memoryLimit: Self.memoryLimit)
  }
}
