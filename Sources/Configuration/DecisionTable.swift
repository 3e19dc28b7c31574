internal import Yams

/// The parameters of the rules that decide what is suited to run serverless, as data.
package struct DecisionParameters: Sendable, Hashable {
  /// The bounds of the rule `small` of ``SplitRules``.
  package struct SmallApplication: Sendable, Hashable {
    package var maxLines = 0
    package var maxEntryPoints = 0
    package var maxAsyncTriggers = 0
  }

  /// The date of the table.
  package var version = ""
  package var softDuration = 0.0
  package var scoreFlag = 0
  package var scoreMaybe = 0
  package var minConfidence = 0.0
  package var maxHandlers = 0
  package var busyShare = 0.0
  package var syncNeedsRate = true
  package var minExclusiveShare = 0.0
  package var maxCallsOut = 0
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
    maxHandlers = Int(table["max-handlers"])
    busyShare = table["busy-share"]
    syncNeedsRate = table.text("sync-needs-rate") == "true"
    minExclusiveShare = table["min-exclusive-share"]
    maxCallsOut = Int(table["max-calls-out"])
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
  }
}

/// What a provider allows a function.
package struct ProviderLimits: Sendable, Hashable {
  package struct Table: Sendable, Hashable {
    /// The date of the table.
    package var version: String
    /// In the order of the table.
    package var providers: [ProviderLimits]

    package subscript(name: String) -> ProviderLimits? { providers.first { $0.name == name } }
  }

  package var name: String
  /// Seconds that a run may take, for events and for requests.
  package var maxRun: Double?
  package var maxRunSync: Double?
  /// Seconds after which the front end gives up on a request.
  package var frontTimeout: Double?
  /// Megabytes.
  package var maxMemory: Double?
  /// Seconds between two firings of a schedule.
  package var minSchedulePeriod: Double?

  /// The table that comes with the tool, read once.
  package static let table: Table = {
    let text = String(decoding: PackageResources.limits_yml, as: UTF8.self)
    guard let root = try? YAMLText.documents(text).first,
      case .mapping(let providers)? = root.value("providers")
    else { preconditionFailure("limits.yml is damaged") }
    return Table(
      version: EmbeddedTable(root).text("version"),
      providers: providers.map {
        ProviderLimits($0.key.text ?? "", EmbeddedTable($0.value).numbers)
      })
  }()

  private init(_ name: String, _ numbers: [String: Double]) {
    self.name = name
    maxRun = numbers["max-run"]
    maxRunSync = numbers["max-run-sync"] ?? maxRun
    frontTimeout = numbers["front-timeout"]
    maxMemory = numbers["max-memory"]
    minSchedulePeriod = numbers["min-schedule-period"]
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
