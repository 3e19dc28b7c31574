package import Basics

/// How often and how long requests and events were served, by what they were for: what is left of
/// traces and logs of any size.
package struct TraceSummary: Sendable, Hashable {
  /// What a span or a line was about.
  package struct Operation: Sendable, Hashable, Comparable {
    /// A method of HTTP; empty for what is no request.
    package var method: String
    /// The path of a request with `{}` for parts that look like identifiers; else the name of the
    /// span, its queue or its function.
    package var name: String

    package init(method: String, name: String) {
      self.method = method
      self.name = name
    }

    package static func < (a: Operation, b: Operation) -> Bool {
      a.name == b.name ? a.method < b.method : a.name.precedesBytewise(b.name)
    }
  }

  /// Counts over time and lengths, in bounded memory.
  package struct Load: Sendable, Hashable {
    package private(set) var count = 0
    /// Seconds that one slot of ``slots`` covers; doubled when they become too many.
    private var width = 60
    private var slots: [Int: Int] = [:]
    /// Numbers of runs by the logarithm of their length, from a tenth of a millisecond.
    private var lengths = [Int](repeating: 0, count: 96)
    private var measured = 0

    private static let mostSlots = 512
    /// Four steps for each doubling: an error of at most a tenth.
    private static let growth = 1.189_207_115

    /// `time` in seconds since 1970; `length` in seconds, nil where it is not said.
    mutating func add(time: Double, length: Double?) {
      count += 1
      slots[Int(time) / width, default: 0] += 1
      if slots.count > Self.mostSlots { widen() }
      guard let length, length >= 0 else { return }
      var step = 0
      var bound = 0.0001
      while bound < length, step < lengths.count - 1 {
        (bound, step) = (bound * Self.growth, step + 1)
      }
      lengths[step] += 1
      measured += 1
    }

    private mutating func widen() {
      width *= 2
      var wider: [Int: Int] = [:]
      for (slot, count) in slots { wider[slot / 2, default: 0] += count }
      slots = wider
    }

    /// Events a second in the fullest slot.
    package var peak: Double { Double(slots.values.max() ?? 0) / Double(width) }

    /// Seconds that 95 of 100 runs stay below, rounded up by at most a fifth; nil where no length is
    /// known.
    package var length: Double? {
      guard measured > 0 else { return nil }
      var left = (measured * 95 + 99) / 100
      var bound = 0.0001
      for number in lengths {
        left -= number
        if left <= 0 { return bound }
        bound *= Self.growth
      }
      return bound
    }

    mutating func add(_ other: Load) {
      count += other.count
      measured += other.measured
      for index in lengths.indices { lengths[index] += other.lengths[index] }
      while width < other.width { widen() }
      for (slot, number) in other.slots {
        slots[slot * other.width / width, default: 0] += number
      }
      if slots.count > Self.mostSlots { widen() }
    }
  }

  package private(set) var loads: [Operation: Load] = [:]
  /// Seconds since 1970 of the first and the last of them.
  private var first = Double.infinity
  private var last = -Double.infinity
  /// Records that were for no operation of the first ``mostOperations``.
  package private(set) var dropped = 0

  private static let mostOperations = 20_000

  package init() {}

  package var isEmpty: Bool { loads.isEmpty }

  /// Seconds that were watched, at least a minute.
  package var watched: Double { loads.isEmpty ? 0 : max(60, last - first) }

  mutating func add(_ operation: Operation, time: Double, length: Double?) {
    guard time.isFinite, time > 0, time < 1e11 else { return }
    guard loads[operation] != nil || loads.count < Self.mostOperations else {
      dropped += 1
      return
    }
    first = min(first, time)
    last = max(last, time)
    loads[operation, default: Load()].add(time: time, length: length)
  }

  /// What several files say together.
  package mutating func add(_ other: TraceSummary) {
    first = min(first, other.first)
    last = max(last, other.last)
    dropped += other.dropped
    for (operation, load) in other.loads { loads[operation, default: Load()].add(load) }
  }

  /// The same for the same observations, in any order.
  package var digest: Digest {
    var writer = ByteWriter()
    for operation in loads.keys.sorted() {
      guard let load = loads[operation] else { continue }
      writer.write(operation.method)
      writer.write(operation.name)
      writer.write("\(load.count) \(load.peak) \(load.length ?? -1)")
    }
    writer.write("\(watched)")
    return Digest(of: writer.bytes)
  }
}
