package import Facts

/// Everything about a candidate that the rules look at, measured beforehand.
package struct CandidateFacts: Sendable, Hashable {
  /// Size of the whole application, for the rule that keeps small ones whole.
  package struct Application: Sendable, Hashable {
    package var lines = 0
    package var entryPoints = 0
    package var asyncTriggers = 0

    package init(lines: Int = 0, entryPoints: Int = 0, asyncTriggers: Int = 0) {
      self.lines = lines
      self.entryPoints = entryPoints
      self.asyncTriggers = asyncTriggers
    }
  }

  /// Something that stands against a function.
  package struct Blocker: Sendable, Hashable {
    package enum Severity: UInt8, Sendable, Hashable, Comparable {
      /// Told and nothing else.
      case warning
      /// Costs points.
      case soft
      /// No function, but fine for a container.
      case container
      /// No function: the process lives on.
      case hard

      package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
    }

    package var ground: Ground
    package var severity: Severity
    /// What it takes from the score where it is soft; nil for the usual.
    package var points: Int?

    package init(_ severity: Severity, _ ground: Ground, points: Int? = nil) {
      self.severity = severity
      self.ground = ground
      self.points = points
    }
  }

  package var kind: TriggerKind
  package var isEnabled = true
  /// Asked for by name, so that the size of the application does not matter.
  package var isRequested = false
  package var application = Application(lines: .max)

  // The declaration, in seconds, megabytes and events a second.
  package var period: Double?
  package var duration: Double?
  package var timeout: Double?
  package var memory: Double?
  package var rate: Double?
  package var peakRate: Double?
  /// Seconds within which the answer must come.
  package var latency: Double?
  /// Where rate and duration come from, where nobody declared them.
  package var measuredBy: String?

  // The code that it reaches.
  package var lines = 0
  /// Share of the reached lines that nothing else reaches.
  package var exclusiveShare = 0.5
  /// Calls from its own code to code that others use too, shared libraries left out.
  package var callsOut = 0
  package var handlerCount = 1
  /// It serves pages to people.
  package var isFrontEnd = false
  /// Tables that it writes and that others write too, the blocker B16, one ground a table.
  package var sharedWrites: [Ground] = []
  /// Tables that it reads and others write.
  package var foreignReads: [Ground] = []
  /// It uses the client of a store, and what that reads or writes was not seen.
  package var isDataUnseen = false
  /// Stores that it writes, its own and others'.
  package var writtenStores = 0
  package var blockers: [Blocker] = []
  /// What speaks for it in code, such as repetition without harm (F8).
  package var favours: [Ground] = []
  /// Stores that nobody else writes, by name.
  package var ownedStores: [String] = []
  /// A platform starts it already, or it has the form of a platform's handler.
  package var isPlatformFunction = false
  /// It runs by a clock, and nothing that can be read says when.
  package var isClockUnknown = false
  /// One route that takes every request of a program.
  package var isCatchAll = false
  /// Parts that call it, its own left out.
  package var callingParts = 0
  /// Identifier of the language that it is written in.
  package var language: String?
  /// Megabytes of the libraries that it is known to bring.
  package var packageSize: Double?
  /// What it is for, where a provider sells that as a service.
  package var purpose: String?
  /// How much of what it reaches is known, 0 to 1.
  package var confidence = 1.0
  /// The boundaries propose the part that it belongs to as a service.
  package var isOwnService = false

  package init(kind: TriggerKind) { self.kind = kind }

  /// The time that a run takes at most, as far as it is declared.
  var knownDuration: Double? { duration ?? timeout }

  package var isSynchronous: Bool { [.http, .rpc, .identity, .workflow].contains(kind) }

  /// Share of the time that the events keep one instance busy.
  ///
  /// From the declared rate, else the period, else the peak rate, which is above the rate.
  var busyShare: Double? {
    guard let seconds = knownDuration else { return nil }
    let events = rate ?? period.map { 1 / $0 } ?? peakRate
    return events.map { $0 * seconds }
  }

  /// Whether its events start runs that end, so that costs and starts of a function mean something.
  var couldBeFunction: Bool {
    switch kind {
    case .cli, .startup, .daemon, .signal, .inproc, .none, .unknown, .duplex: false
    default: isEnabled && !isFrontEnd && !blockers.contains { $0.severity == .hard }
    }
  }

  /// Neither B2 to B6 nor B8.
  var isStateless: Bool {
    !blockers.contains {
      ["B2", "B3", "B4", "B5", "B6", "B8"].contains($0.ground.id) && $0.severity > .warning
    }
  }

  /// One blocker for each criterion, the more serious.
  mutating func add(_ blocker: Blocker) {
    if let known = blockers.firstIndex(where: { $0.ground.id == blocker.ground.id }) {
      if blockers[known].severity < blocker.severity { blockers[known] = blocker }
      return
    }
    blockers.append(blocker)
  }

  /// The candidate with everything repaired that can be.
  var repaired: CandidateFacts {
    var copy = self
    copy.sharedWrites = []
    copy.blockers.removeAll { $0.severity == .container }
    return copy
  }
}
