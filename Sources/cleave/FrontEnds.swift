internal import ClangFrontEnd
internal import ConfigurationFrontEnd
internal import Foundation
internal import FrontEnd

/// The front ends there are, one line each: the only place that knows them all.
enum FrontEnds {
  static let all: [any FrontEnd] = [
    ClangFrontEnd(library: ProcessInfo.processInfo.environment["CLEAVE_LIBCLANG"]),
    ConfigurationFrontEnd(),
  ]

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
