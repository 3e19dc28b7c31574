internal import ArgumentParser
internal import Basics
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
    let root = root
    // One thread for all units: as deep as any of them asks for, and a bit for us.
    runOnLargeStack(bytes: Self.stackSize) {
      WorkerLoop.serve(memoryLimit: Self.memoryLimit) { name in
        try FrontEnds.all.first { $0.name == name && $0.isIsolated }?.makeExtractor(root: root)
      }
    }
  }

  private static let stackSize = 520 << 20
}
