package import Facts

/// What a part is suited to, by the names of the contract.
package enum Verdict: String, Sendable, Hashable, CaseIterable {
  case function
  case serverlessService = "serverless-service"
  case containerService = "container-service"
  case containerJob = "container-job"
  case keep, undeclared

  /// Whether the part is flagged as suited to run serverless.
  package var isFlagged: Bool { self == .function || self == .serverlessService }
}

/// How a container runs.
package enum ContainerMode: String, Sendable, Hashable {
  case alwaysOn = "always-on"
  case scaleToZero = "scale-to-zero"
}

/// A line of a file.
package struct TriggerPlace: Sendable, Hashable, Comparable {
  package var path: String
  package var line: Int

  package init(_ path: String, _ line: Int) {
    self.path = path
    self.line = line
  }

  package static func < (a: TriggerPlace, b: TriggerPlace) -> Bool {
    a.path == b.path ? a.line < b.line : a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}

/// A reason for or against, by its identifier in the criteria, with its evidence.
package struct Ground: Sendable, Hashable {
  /// Such as `F1`, `B7`, `D2`.
  package var id: String
  package var text: String
  /// Points that it gave or took; nil where it decided without points.
  package var points: Int?
  package var places: [TriggerPlace]
  /// What to do about it.
  package var hint: String?

  package init(
    _ id: String, _ text: String, points: Int? = nil, places: [TriggerPlace] = [],
    hint: String? = nil
  ) {
    self.id = id
    self.text = text
    self.points = points
    self.places = places
    self.hint = hint
  }
}

/// What the rules decide about a candidate.
package struct Decision: Sendable, Hashable {
  package var verdict: Verdict
  package var mode: ContainerMode?
  /// 0 to 100; nil where a gate decided before any score.
  package var score: Int?
  /// The rule that decided, such as `D12`.
  package var rule: String
  package var reasons: [Ground] = []
  package var blockers: [Ground] = []
  /// The verdict if the blockers were gone.
  package var whatIf: Verdict?
  /// What would have to be known to decide better.
  package var needs: [String] = []
  /// What would have to be minded though nothing stands against it.
  package var warnings: [Ground] = []
  /// Nil where it could never be a function.
  package var outlook: Outlook?
}

/// A handler with a declared trigger, and the decision about it.
package struct ServerlessFinding: Sendable, Hashable {
  /// `<path>#<qualified name>@<kind>`.
  package var id: String
  package var kind: TriggerKind
  /// The handler, an index into the graph's symbols; nil where the declaration reaches no code.
  package var handler: Int?
  /// Where the handler is, or the declaration where it reaches no code.
  package var place: TriggerPlace
  /// Unqualified; empty where the declaration reaches no code.
  package var symbol: String
  /// Every place that declares it, the one that counts first.
  package var declaredAt: [TriggerPlace]
  /// The declaration as written.
  package var declaration: String
  package var decision: Decision
  /// What the declaration says that a description of a deployment needs.
  package var settings = Settings()
  /// Identifiers of all findings of the unit that it is deployed with, sorted; itself alone is none.
  package var unit: [String] = []
  /// Stores that nobody else writes.
  package var ownedStores: [String] = []

  /// Facts of the declaration and its code by name.
  package struct Settings: Sendable, Hashable {
    package var language: String?
    /// Identifier of the runtime at the first provider.
    package var runtime: String?
    package var qualifiedName = ""
    /// `cron`, `path`, `source` and so on, as declared.
    package var attributes: [TriggerDeclaration.Attribute] = []
    /// Seconds and megabytes.
    package var period: Double?
    package var timeout: Double?
    package var memory: Double?
  }
}

/// What code starts by itself, without anybody declaring it: reported and never flagged.
package struct ImpliedTrigger: Sendable, Hashable {
  package var kind: TriggerKind
  package var place: TriggerPlace
  /// Unqualified name of the symbol around it; empty at file level.
  package var symbol: String
  package var text: String
  /// What to declare so that it can be judged; nil for what is none of our business.
  package var hint: String?
}
