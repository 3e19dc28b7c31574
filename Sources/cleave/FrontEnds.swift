internal import ClangFrontEnd
internal import ConfigurationFrontEnd
internal import Foundation
internal import FrontEnd
internal import TreeSitterFrontEnd

/// The front ends there are, one line each: the only place that knows them all.
enum FrontEnds {
  static let all: [any FrontEnd] = [
    ClangFrontEnd(library: ProcessInfo.processInfo.environment["CLEAVE_LIBCLANG"]),
    TreeSitterFrontEnd(
      grammars: GrammarSearch(
        environment: ProcessInfo.processInfo.environment, executable: executablePath)),
    ConfigurationFrontEnd(),
  ]

  /// Where this executable lies, links resolved.
  private static var executablePath: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// This executable as a worker; the root of the repository follows.
  static var workerCommand: [String] {
    #if os(Linux)
      let executable = "/proc/self/exe"
    #else
      let executable = Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
    return [executable, "worker"]
  }
}
