internal import Basics
internal import Foundation

/// The inside of a worker process: reads units from standard input, answers on standard output.
package enum WorkerLoop {
  /// Serves until the input closes. `memoryLimit` in bytes bounds the address space, so that a parser
  /// that runs away takes itself down and not the machine.
  package static func serve(_ extractors: [String: any Extractor], memoryLimit: Int) {
    limitMemory(memoryLimit)
    while let request = try? Frame.read(from: 0) {
      guard let unit = try? ExtractionUnit(decoding: request),
        let extractor = extractors[unit.frontEnd]
      else { return }
      let answer = ExtractedUnit(extractor.extract(unit)).encoded
      guard (try? Frame.write(answer, to: 1)) != nil else { return }
    }
  }

  private static func limitMemory(_ bytes: Int) {
    var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
    #if os(Linux)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      setrlimit(RLIMIT_AS, &limit)
    #endif
    // A crash is an expected end here; a dump of it would fill disks.
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    #if os(Linux)
      setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
    #else
      setrlimit(RLIMIT_CORE, &none)
    #endif
  }
}
