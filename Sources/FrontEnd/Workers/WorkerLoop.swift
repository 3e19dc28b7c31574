internal import Basics
internal import Foundation

/// The inside of a worker process: reads units from standard input, answers on standard output.
package enum WorkerLoop {
  /// Serves until the input closes. `memoryLimit` in bytes bounds the address space, so that a parser
  /// that runs away takes itself down and not the machine. `make` gives the extractor of a front end
  /// by its name, once one of its units comes.
  package static func serve(
    memoryLimit: Int, extractor make: (String) throws -> (any Extractor)?
  ) {
    endWithInput()
    limitMemory(memoryLimit)
    var extractors: [String: any Extractor] = [:]
    while let request = try? Frame.read(from: 0) {
      guard let unit = try? ExtractionUnit(decoding: request),
        let extractor = try? extractors[unit.frontEnd] ?? make(unit.frontEnd)
      else { return }
      extractors[unit.frontEnd] = extractor
      let answer = ExtractedUnit(extractor.extract(unit)).encoded
      guard (try? Frame.write(answer, to: 1)) != nil else { return }
    }
  }

  /// Whoever asks may die in the middle of a unit that takes for ever: nobody is left to end us then.
  private static func endWithInput() {
    let watch = Thread {
      // Asks for nothing, and so hears of nothing but the other end's closing.
      var request = pollfd(fd: 0, events: 0, revents: 0)
      while true {
        let answer = poll(&request, 1, -1)
        if answer > 0 { kill(getpid(), SIGKILL) }
        if answer < 0, errno != EINTR { return }
      }
    }
    watch.start()
  }

  private static func limitMemory(_ bytes: Int) {
    // A crash is an expected end here; a dump of it would fill disks.
    for (resource, limit) in [(RLIMIT_AS, bytes), (RLIMIT_CORE, 0)] {
      var value = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
      #if os(Linux)
        setrlimit(__rlimit_resource_t(resource.rawValue), &value)
      #else
        setrlimit(resource, &value)
      #endif
    }
  }
}
