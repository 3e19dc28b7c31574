internal import ArgumentParser
internal import Basics
internal import Configuration
internal import Foundation
internal import FrontEnd
internal import Pipeline
internal import Reports
internal import Review

@main
enum Main {
  static func main() {
    signal(SIGPIPE, SIG_IGN)
    Interruption.install()
    do {
      var command = try Cleave.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Says what went wrong and exits with the code that the contract has for it.
  private static func end(with error: any Error) -> Never {
    switch error {
    case is ClosedOutput: exit(.done)
    case let error as UsageError: fail(error.description, .usage)
    case let error as AnalysisError: fail(error.description, status(of: error))
    case let error as DocumentError: fail(error.description, .usage)
    case let error as GraphViewError: fail(error.description, .usage)
    case let error as ConfigurationError: fail(error.description, .usage)
    case let error as DecisionFileError: fail(error.description, .usage)
    case let error as DecisionWordsError: fail(error.description, .usage)
    case let error as FileError: fail(error.description, .failed)
    case let error as IncompleteAnalysis: fail(error.description, .failed)
    default: endParsing(error)
    }
  }

  private static func status(of error: AnalysisError) -> ExitStatus {
    switch error {
    case .discovery, .decisions: .usage
    case .noSupportedLanguage, .unavailable: .failed
    case .interrupted: .interrupted
    }
  }

  /// Help and version go to standard output with 0; bad usage to standard error with 2.
  private static func endParsing(_ error: any Error) -> Never {
    let text = Cleave.fullMessage(for: error)
    if Cleave.exitCode(for: error) == .success {
      try? Output.write(text + "\n")
      exit(.done)
    }
    Output.talk(text)
    exit(.usage)
  }

  private static func fail(_ text: String, _ status: ExitStatus) -> Never {
    Output.talk("cleave: " + text.escapedLines)
    exit(status)
  }

  private static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }
}

/// Ctrl-C asks for a tidy end once; the second time the process dies as usual.
enum Interruption {
  static let cancellation = Cancellation()

  static func install() {
    // Made now, because a signal handler must not be the first to touch it.
    _ = cancellation.isRequested
    for number in [SIGINT, SIGTERM] {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Interruption.cancellation.request() }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }
}
