internal import ArgumentParser
internal import Basics
internal import Foundation
internal import FrontEnd
internal import ReportModel
internal import Review
internal import ReviewServer
internal import Synchronization

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serve a page on this machine to review and decide.",
    discussion: """
      Prints the address to open in a browser; it holds a key, so keep it to yourself. Decisions are \
      in \(DecisionFile.name) the moment they are made. Ctrl-C ends it. It listens on 127.0.0.1 \
      alone and asks nothing of the network.
      """)

  @Argument(help: "Folder of the repository.")
  var path = "."

  @Option(help: "Port to listen on; a free one by default.")
  var port = 0

  @Option(help: "Who decides; by default user.name of git's configuration.")
  var author: String?

  @OptionGroup var input: InputOptions

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("--port takes a number from 0 to 65535")
    }
  }

  func run() throws {
    var analysis = Session(path: path, input: input)
    let document = try analysis.document()
    analysis.handlesInterruption = false
    analysis.input.quiet = true
    var settings = ReviewSession.Settings(root: path) { DecideCommand.today }
    settings.author = Author.name(author, path)
    if input.from == nil {
      settings.analyse = { [analysis] in try await Self.analyse(analysis) }
    }
    let session = try ReviewSession(document, settings)
    Interruption.install()
    defer { Interruption.remove() }
    try serve(ReviewServer(session, port: UInt16(port)))
  }

  /// Until Ctrl-C, or until the server cannot go on.
  private func serve(_ server: ReviewServer) throws {
    let end = Ending()
    let isQuiet = input.quiet
    let task = Task.detached {
      do {
        try await server.run { address in
          do { try Output.write(address + "\n") } catch { end.set(error) }
          if !isQuiet { Output.talk("cleave: open this address in a browser; Ctrl-C ends") }
        }
        end.set(Interrupted())
      } catch {
        end.set(error)
      }
    }
    while end.error == nil, !Interruption.cancellation.isRequested { usleep(Self.pause) }
    task.cancel()
    if Interruption.cancellation.isRequested { throw Interrupted() }
    if let unavailable = end.error as? ReviewServer.Unavailable {
      throw UsageError(unavailable.description)
    }
    if let error = end.error { throw error }
  }

  private static let pause: UInt32 = 50_000

  /// On a thread of its own: an analysis takes long and would hold up all answers.
  private static func analyse(_ session: Session) async throws -> Document {
    try await withCheckedThrowingContinuation { continuation in
      let thread = Thread {
        continuation.resume(with: Result { try session.document() })
      }
      thread.stackSize = 64 << 20
      thread.start()
    }
  }
}

/// Why the server has ended.
private final class Ending: Sendable {
  private let box = Mutex<(any Error)?>(nil)

  var error: (any Error)? { box.withLock { $0 } }

  func set(_ error: any Error) { box.withLock { $0 = $0 ?? error } }
}
