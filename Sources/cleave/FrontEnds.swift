internal import ClangFrontEnd
internal import Configuration
internal import ConfigurationFrontEnd
internal import Foundation
internal import FrontEnd
internal import TreeSitterFrontEnd

/// The front ends there are, one line each: the only place that knows them all.
enum FrontEnds {
  static let all = with(packs: [], declarations: [])

  /// With the rules that a repository adds to those of the tool.
  static func with(
    packs: [FrameworkPack], declarations: [DeclarationPack]
  ) -> [any FrontEnd] {
    [
      ClangFrontEnd(library: ProcessInfo.processInfo.environment[libraryVariable]),
      TreeSitterFrontEnd(
        grammars: GrammarSearch(
          environment: ProcessInfo.processInfo.environment, executable: executablePath),
        packs: packs),
      ConfigurationFrontEnd(packs: declarations),
    ]
  }

  private static let libraryVariable = "CLEAVE_LIBCLANG"

  /// Where this executable lies, links resolved.
  private static var executablePath: String {
    let path = Bundle.main.executablePath ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  static var executable: String {
    #if os(Linux)
      "/proc/self/exe"
    #else
      Bundle.main.executablePath ?? CommandLine.arguments[0]
    #endif
  }

  /// This executable as a worker; the root of the repository follows.
  ///
  /// Of our environment it gets which parsers to load and what the loader of shared libraries needs.
  /// The rest is kept out: `CPATH` and its like would change what parsers see, unknown to the cache.
  static var worker: WorkerProgram {
    let inherited =
      GrammarSearch.variables + [
        libraryVariable, "LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH",
        "DYLD_FALLBACK_LIBRARY_PATH", "DYLD_INSERT_LIBRARIES",
      ]
    var environment = ProcessInfo.processInfo.environment.filter { inherited.contains($0.key) }
    environment.merge(ClangFrontEnd.workerEnvironment) { _, needed in needed }
    // A crash there is told by its signal; nobody could read more.
    environment["SWIFT_BACKTRACE"] = "enable=no"
    // What one file has needed, the next one will: handed back to the system, every page would be
    // cleared anew.
    environment["MALLOC_ARENA_MAX"] = "1"
    environment["MALLOC_TRIM_THRESHOLD_"] = "\(1 << 30)"
    environment["MALLOC_MMAP_THRESHOLD_"] = "\(32 << 20)"
    environment["MALLOC_TOP_PAD_"] = "\(1 << 20)"
    return WorkerProgram(command: [executable, "worker"], environment: environment)
  }
}
