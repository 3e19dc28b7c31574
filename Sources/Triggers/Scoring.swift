internal import Configuration
internal import Facts

/// Adds up what speaks for a function and against it.
struct Scoring {
  let facts: CandidateFacts
  let parameters: DecisionParameters
  private(set) var grounds: [Ground] = []

  private var points: DecisionPoints { parameters.points }

  /// `start` is how many milliseconds the first answer takes, where that is known.
  init(_ facts: CandidateFacts, _ parameters: DecisionParameters, start: Double? = nil) {
    self.facts = facts
    self.parameters = parameters
    addTrigger()
    addRate()
    addDuration()
    addScope()
    addForm(start)
    addPenalties()
  }

  /// 0 to 100.
  var score: Int { max(0, min(100, grounds.compactMap(\.points).reduce(0, +))) }

  /// Whether the declared rate says that the part is idle or its load uneven (F2 or F3).
  var hasRateEvidence: Bool {
    grounds.contains { ($0.id == "F2" || $0.id == "F3") && ($0.points ?? 0) > 0 }
  }

  var isSinglePurpose: Bool { grounds.contains { $0.id == "F6" } }
  var ownsData: Bool { grounds.contains { $0.id == "F7" } }

  private mutating func add(_ id: String, _ points: Int, _ text: String) {
    if points != 0 { grounds.append(Ground(id, text, points: points)) }
  }

  private mutating func addTrigger() {
    let kind = facts.kind.rawValue
    add("F1", points.kind[kind] ?? 0, "started by a declared \(kind) trigger")
  }

  private mutating func addRate() {
    if let busy = facts.busyShare {
      let share =
        "events keep an instance busy \(Figure.percent(busy)) of the time"
        + (facts.measuredBy.map { " (measured: \($0))" } ?? "")
      if busy < points.idleBelow {
        add("F2", points.idle, share)
      } else if busy < points.rareBelow {
        add("F2", points.rare, share)
      } else if busy > parameters.busyShare, facts.duration != nil, facts.rate != nil {
        add("F2", points.busy, share)
      }
    }
    if let rate = facts.rate, let peak = facts.peakRate, rate > 0, peak / rate >= points.spikyFrom {
      add("F3", points.spiky, "the peak is \(Figure.short(peak / rate)) times the mean rate")
    }
  }

  private mutating func addDuration() {
    guard let duration = facts.knownDuration else { return }
    let bound = facts.duration == nil ? "at most " : ""
    let text = "a run takes \(bound)\(Figure.seconds(duration))"
    if let step = points.short.first(where: { duration < $0.below }) {
      add("F4", step.points, text)
    }
    if duration > parameters.softDuration {
      add("B10", points.long, text + ", longer than a few minutes")
    }
  }

  private mutating func addScope() {
    if facts.isStateless {
      add("F5", points.stateless, "keeps no state between events")
    }
    if facts.handlerCount == 1, facts.writtenStores <= 1, facts.lines > 0,
      facts.lines < points.singlePurposeLines
    {
      let lines = facts.lines == 1 ? "one line" : "\(facts.lines) lines"
      add("F6", points.singlePurpose, "does one thing, in \(lines)")
    }
    if facts.sharedWrites.isEmpty, facts.foreignReads.isEmpty, !facts.isDataUnseen {
      let what =
        facts.writtenStores == 0
        ? "no data that it shares was found" : "owns the data it writes"
      add("F7", points.ownsData, what)
    }
    let own = "\(Figure.percent(facts.exclusiveShare)) of its code is its own"
    if facts.exclusiveShare >= points.ownCodeFrom {
      add("F9", points.ownCode, own)
    } else if facts.exclusiveShare < points.sharedCodeBelow {
      add("F9", points.sharedCode, own)
    }
  }

  /// What it is already, and what speaks for it in its code.
  private mutating func addForm(_ start: Double?) {
    grounds += facts.favours
    if facts.isPlatformFunction { add("F10", points.already, "a platform starts it already") }
    if let start, start < points.lightStart, facts.packageSize == nil, facts.isPlatformFunction {
      add("F11", points.light, "starts within \(Figure.seconds(start / 1000))")
    }
    if facts.callingParts >= points.reusedFrom, facts.writtenStores == 0, !facts.isDataUnseen {
      add("F12", points.reused, "called from \(facts.callingParts) parts, without data of its own")
    }
  }

  private mutating func addPenalties() {
    for blocker in facts.blockers where blocker.severity == .soft {
      var ground = blocker.ground
      ground.points = blocker.points ?? points.blocker
      grounds.append(ground)
    }
    guard let first = facts.foreignReads.first else { return }
    var ground = first
    let count = facts.foreignReads.count
    if count > 1 { ground.text = "reads \(count) tables that others write" }
    ground.places = facts.foreignReads.flatMap(\.places)
    ground.points = points.blocker
    grounds.append(ground)
  }
}

// MARK: Changes

extension Scoring {
  /// What would gain points if it were said or changed.
  private struct Change {
    var points: Int
    var text: String
  }

  /// The one change, or the two, that would be enough for a flag: what only has to be said comes before
  /// what has to be changed, and fewer before more. Nil where no two are enough.
  var cheapestChanges: String? {
    let missing = parameters.scoreFlag - score
    let changes = possibleChanges
    if let one = changes.first(where: { $0.points >= missing }) { return "flagged if \(one.text)" }
    for (place, first) in changes.enumerated() {
      for second in changes[(place + 1)...] where first.points + second.points >= missing {
        return "flagged if \(first.text) and \(second.text)"
      }
    }
    return nil
  }

  private var possibleChanges: [Change] {
    var changes: [Change] = []
    if facts.knownDuration == nil, let short = points.short.first {
      changes.append(
        Change(
          points: short.points,
          text: "its duration is declared, below \(Figure.seconds(short.below))")
      )
    }
    if facts.busyShare == nil, points.idle > 0 {
      let idle = Figure.percent(points.idleBelow)
      changes.append(
        Change(
          points: points.idle, text: "its rate is declared, busy less than \(idle) of the time"))
    }
    for blocker in facts.blockers where blocker.severity == .soft {
      let lost = -(blocker.points ?? points.blocker)
      changes.append(Change(points: lost, text: "'\(blocker.ground.text)' is mended"))
    }
    if !facts.foreignReads.isEmpty {
      changes.append(
        Change(
          points: points.ownsData - points.blocker,
          text: "it reads no tables that others write"))
    }
    return changes
  }
}

/// Figures for messages, equal on every machine.
enum Figure {
  static func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent > 0 && percent < 1 ? "under 1 %" : "\(short(percent.rounded())) %"
  }

  static func seconds(_ seconds: Double) -> String {
    if seconds < 1 { return "\(short((seconds * 1000).rounded())) ms" }
    return seconds < 120 ? "\(short(seconds)) s" : "\(short(seconds / 60)) min"
  }

  /// Two significant digits for what is below one, else one digit after the point at most.
  static func exact(_ number: Double) -> String {
    guard number > 0, number < 1 else { return short(number) }
    var digits = 1
    var scaled = number * 10
    while scaled < 1, digits < 9 { (scaled, digits) = (scaled * 10, digits + 1) }
    let whole = Int((scaled * 10).rounded())
    var text = String(whole)
    text = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
    while text.last == "0", text.count > 1 { text.removeLast() }
    return whole >= Int(pow10(digits + 1)) ? "1" : "0." + text
  }

  private static func pow10(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// At most one digit after the point.
  static func short(_ number: Double) -> String {
    guard abs(number) < 1e12 else { return number < 0 ? "-∞" : "∞" }
    let tenths = Int((number * 10).rounded())
    let rest = abs(tenths) % 10
    return "\(tenths / 10)" + (rest == 0 ? "" : ".\(rest)")
  }
}
