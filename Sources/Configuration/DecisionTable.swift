internal import Yams

/// The parameters of the rules that decide what is suited to run serverless, as data.
package struct DecisionParameters: Sendable, Hashable {
  /// The bounds of the rule `small` of ``SplitRules``.
  package struct SmallApplication: Sendable, Hashable {
    package var maxLines = 0
    package var maxEntryPoints = 0
    package var maxAsyncTriggers = 0
  }

  /// What costs are shown for where nothing is declared or measured.
  package struct Assumed: Sendable, Hashable {
    /// Megabytes.
    package var memory = 0.0
    /// Seconds of a run that somebody waits for, and of one that nobody does.
    package var request = 0.0
    package var event = 0.0
  }

  /// The date of the table.
  package var version = ""
  package var softDuration = 0.0
  package var scoreFlag = 0
  package var scoreMaybe = 0
  package var minConfidence = 0.0
  package var unseenData = 0.0
  package var maxHandlers = 0
  package var busyShare = 0.0
  package var syncNeedsRate = true
  package var minExclusiveShare = 0.0
  package var maxCallsOut = 0
  package var maxLoad = 0.0
  package var maxOverrides = 0
  package var unitOverlap = 0.0
  package var assumed = Assumed()
  package var smallApplication = SmallApplication()
  package var points = DecisionPoints()

  /// The table that comes with the tool, read once.
  package static let standard: DecisionParameters = {
    let text = String(decoding: PackageResources.decision_yml, as: UTF8.self)
    guard let root = try? YAMLText.documents(text).first else {
      preconditionFailure("decision.yml is damaged")
    }
    return DecisionParameters(EmbeddedTable(root))
  }()

  private init(_ table: EmbeddedTable) {
    version = table.text("version")
    softDuration = table["soft-duration"]
    scoreFlag = Int(table["score-flag"])
    scoreMaybe = Int(table["score-maybe"])
    minConfidence = table["min-confidence"]
    unseenData = table["unseen-data"]
    maxHandlers = Int(table["max-handlers"])
    busyShare = table["busy-share"]
    syncNeedsRate = table.text("sync-needs-rate") == "true"
    minExclusiveShare = table["min-exclusive-share"]
    maxCallsOut = Int(table["max-calls-out"])
    maxLoad = table["max-load"]
    maxOverrides = Int(table["max-overrides"])
    unitOverlap = table["unit-overlap"]
    let taken = table.table("assumed")
    assumed = Assumed(
      memory: taken["memory"], request: taken["request"], event: taken["event"])
    let small = SplitRules.standard["small"]
    smallApplication = SmallApplication(
      maxLines: Int(small.bound("code-lines") ?? 0),
      maxEntryPoints: Int(small.bound("entry-points") ?? 0),
      maxAsyncTriggers: Int(small.bound("async-triggers") ?? 0))
    points = DecisionPoints(table.table("points"))
  }
}

/// How many points each criterion gives or takes.
package struct DecisionPoints: Sendable, Hashable {
  package struct Step: Sendable, Hashable {
    /// Seconds.
    package var below: Double
    package var points: Int
  }

  /// By the name of the trigger's kind.
  package var kind: [String: Int] = [:]
  package var idle = 0
  package var idleBelow = 0.0
  package var rare = 0
  package var rareBelow = 0.0
  package var busy = 0
  package var spiky = 0
  package var spikyFrom = 0.0
  /// The first step whose bound a duration is below gives the points.
  package var short: [Step] = []
  package var long = 0
  package var stateless = 0
  package var singlePurpose = 0
  package var singlePurposeLines = 0
  package var ownsData = 0
  package var ownCode = 0
  package var ownCodeFrom = 0.0
  package var sharedCode = 0
  package var sharedCodeBelow = 0.0
  package var blocker = 0
  package var already = 0
  package var light = 0
  /// Milliseconds.
  package var lightStart = 0.0
  package var reused = 0
  package var reusedFrom = 0

  init() {}

  init(_ table: EmbeddedTable) {
    kind = table.table("kind").numbers.mapValues { Int($0) }
    idle = Int(table["idle"])
    idleBelow = table["idle-below"]
    rare = Int(table["rare"])
    rareBelow = table["rare-below"]
    busy = Int(table["busy"])
    spiky = Int(table["spiky"])
    spikyFrom = table["spiky-from"]
    short = table.list("short").map { Step(below: $0["below"], points: Int($0["points"])) }
    long = Int(table["long"])
    stateless = Int(table["stateless"])
    singlePurpose = Int(table["single-purpose"])
    singlePurposeLines = Int(table["single-purpose-lines"])
    ownsData = Int(table["owns-data"])
    ownCode = Int(table["own-code"])
    ownCodeFrom = table["own-code-from"]
    sharedCode = Int(table["shared-code"])
    sharedCodeBelow = table["shared-code-below"]
    blocker = Int(table["blocker"])
    already = Int(table["already"])
    light = Int(table["light"])
    lightStart = table["light-start"]
    reused = Int(table["reused"])
    reusedFrom = Int(table["reused-from"])
  }
}

/// A mapping of a table that comes with the tool: what is missing from it is a mistake of ours.
struct EmbeddedTable {
  private let node: Node

  init(_ node: Node) { self.node = node }

  subscript(key: String) -> Double {
    guard let number = Double(text(key)) else { preconditionFailure("'\(key)' is not a number") }
    return number
  }

  func text(_ key: String) -> String {
    guard let text = node.value(key)?.text else { preconditionFailure("'\(key)' is missing") }
    return text
  }

  func table(_ key: String) -> EmbeddedTable {
    guard let value = node.value(key) else { preconditionFailure("'\(key)' is missing") }
    return EmbeddedTable(value)
  }

  func optional(_ key: String) -> EmbeddedTable? { node.value(key).map(EmbeddedTable.init) }

  /// The entries in their order, each a mapping.
  var entries: [(String, EmbeddedTable)] {
    guard case .mapping(let mapping) = node else { return [] }
    return mapping.compactMap { key, value in key.text.map { ($0, EmbeddedTable(value)) } }
  }

  /// The entries whose values are texts.
  var texts: [String: String] {
    guard case .mapping(let mapping) = node else { return [:] }
    var texts: [String: String] = [:]
    for (key, value) in mapping {
      if let key = key.text, let text = value.text { texts[key] = text }
    }
    return texts
  }

  func list(_ key: String) -> [EmbeddedTable] {
    (node.value(key)?.elements ?? []).map(EmbeddedTable.init)
  }

  /// The entries whose values are numbers.
  var numbers: [String: Double] {
    guard case .mapping(let mapping) = node else { return [:] }
    var numbers: [String: Double] = [:]
    for (key, value) in mapping {
      if let key = key.text, let number = value.text.flatMap(Double.init) { numbers[key] = number }
    }
    return numbers
  }
}
