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
    prepareProcess()
    do {
      try Cleave.checkCommand(CommandLine.arguments.dropFirst().first)
      var command = try Cleave.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  /// Makes up for what a process may inherit.
  private static func prepareProcess() {
    // A refused write is an error to tell, not an end without a word.
    for number in [SIGPIPE, SIGXFSZ] { signal(number, SIG_IGN) }
    // Who starts us from a thread of a pool blocks most of them without knowing.
    var none = sigset_t()
    sigemptyset(&none)
    sigprocmask(SIG_SETMASK, &none, nil)
    // Ignored, it would hide how workers end.
    signal(SIGCHLD, SIG_DFL)
    // The number of a closed stream would go to the next file that is opened. These refuse what the
    // stream is for.
    for (descriptor, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", mode)
    }
    // Whatever else was open when we were started is nothing for workers.
    for descriptor in Int32(3)..<256 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
  }

  /// Says what went wrong and exits with the code that the contract has for it.
  private static func end(with error: any Error) -> Never {
    switch error {
    case is ClosedOutput: exit(.done)
    case is Findings: exit(.findings)
    case is Interrupted: exit(.interrupted)
    case let error as UsageError: fail(error.description, .usage)
    case let error as AnalysisError: fail(error.description, status(of: error))
    case let error as DocumentError: fail(error.description, .usage)
    case let error as GraphViewError: fail(error.description, .usage)
    case let error as ConfigurationError: fail(error.description, .usage)
    case let error as DecisionFileError: fail(error.description, .usage)
    case let error as DecisionWordsError: fail(error.description, .usage)
    case let error as FileError: fail(error.description, .failed)
    case let error as UnwritableOutput: fail(error.description, .failed)
    case let error as IncompleteAnalysis: fail(error.description, .failed)
    default: endParsing(error)
    }
  }

  private static func status(of error: AnalysisError) -> ExitStatus {
    switch error {
    case .discovery, .decisions, .nothingToAnalyse: .usage
    case .noSupportedLanguage, .unavailable: .failed
    case .interrupted: .interrupted
    }
  }

  /// Help and version go to standard output with 0; bad usage to standard error with 2; what nobody
  /// has foreseen is a failure.
  private static func endParsing(_ error: any Error) -> Never {
    let text = Cleave.fullMessage(for: error)
    let code = Cleave.exitCode(for: error)
    if code == .success {
      do { try Output.write(text + "\n") } catch { end(with: error) }
      exit(.done)
    }
    Output.talk(text)
    exit(code == .validationFailure ? .usage : .failed)
  }

  private static func fail(_ text: String, _ status: ExitStatus) -> Never {
    Output.talk("cleave: " + text.escapedLines)
    exit(status)
  }

  private static func exit(_ status: ExitStatus) -> Never { Foundation.exit(status.rawValue) }
}

/// During an analysis Ctrl-C asks for a tidy end once; the second time the process dies as usual.
enum Interruption {
  static let cancellation = Cancellation()
  private static let signals = [SIGINT, SIGTERM]

  static func install() {
    // Made now, because a signal handler must not be the first to touch it.
    _ = cancellation.isRequested
    for number in signals where !isIgnored(number) {
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Interruption.cancellation.request() }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
    }
  }

  /// From here on a signal ends the process at once.
  static func remove() {
    for number in signals where !isIgnored(number) { signal(number, SIG_DFL) }
  }

  /// Jobs in the background are started deaf, and stay so.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    sigaction(number, nil, &action)
    return unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}
