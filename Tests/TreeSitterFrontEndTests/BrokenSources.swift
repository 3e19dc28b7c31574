import Basics

/// Sources with faults in them, by path.
enum BrokenSources {
  /// Beginnings of a source, `step` bytes apart. `path` names the one of so many bytes.
  static func prefixes(
    of source: String, step: Int, path: (Int) -> String
  ) -> [String: [UInt8]] {
    let bytes = Array(source.utf8)
    var sources: [String: [UInt8]] = [:]
    for count in stride(from: 0, through: bytes.count, by: step) {
      sources[path(count)] = Array(bytes[..<count])
    }
    return sources
  }

  /// Copies of a source, each with four bytes replaced at random. `path` names the one of a number.
  static func mutants(
    of source: String, seed: UInt64, count: Int = 200, path: (Int) -> String
  ) -> [String: [UInt8]] {
    var generator = SeededGenerator(seed: seed)
    let bytes = Array(source.utf8)
    var sources: [String: [UInt8]] = [:]
    for number in 0..<count {
      var copy = bytes
      for _ in 0..<4 {
        let position = Int(generator.next() % UInt64(copy.count))
        copy[position] = UInt8(truncatingIfNeeded: generator.next())
      }
      sources[path(number)] = copy
    }
    return sources
  }
}
