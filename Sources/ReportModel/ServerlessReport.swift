/// The declared triggers, what they start, and what each part is suited to.
package struct ServerlessReport: Codable, Sendable, Equatable {
  /// One row for each (handler, kind), sorted by path, line, symbol, kind.
  package var findings: [ServerlessEntry] = []
  /// What code implies without declaring it ahead of time: reported, never flagged.
  package var implied: [ImpliedEntry] = []

  package init() {}
}

/// A handler with a declared trigger, and the verdict on it.
package struct ServerlessEntry: Codable, Sendable, Equatable {
  package var id: String
  /// Where the handler is, or the declaration if it reaches no code.
  package var place: Place
  /// Unqualified name of the handler; empty if the declaration reaches no code.
  package var symbol: String
  package var kind: String
  package var verdict: String
  /// `always-on` or `scale-to-zero` for containers.
  package var mode: String?
  /// 0 to 100; nil where a gate decided before any score.
  package var score: Int?
  /// Where the trigger is declared, and the text of it.
  package var declaredAt: [Place]
  package var declaration: String
  package var reasons: [Ground]
  package var blockers: [Ground]
  /// What the verdict would be without the blockers, and what to do for it.
  package var whatIf: String?
  /// What would have to be known to decide better.
  package var needs: [String]
  /// What is to be minded though it stands against nothing.
  package var warnings: [Ground]
  /// Identifiers of all that is deployed with it as one unit; empty where it stands alone.
  package var unit: [String]
  /// Names of stores that nobody else writes.
  package var owns: [String]
  /// What the declaration and the code say that a description of a deployment needs.
  package var settings: Settings
  /// Nil where it could never be a function.
  package var outlook: Outlook?

  /// Facts of the declaration and of the code that it starts; seconds and megabytes.
  package struct Settings: Codable, Sendable, Equatable {
    package var language: String?
    /// Identifier of the runtime at the first provider.
    package var runtime: String?
    package var function: String
    /// `cron`, `path`, `source` and so on, as declared.
    package var attributes: [String: String]
    package var period: Double?
    package var timeout: Double?
    package var memory: Double?

    package init(function: String = "", attributes: [String: String] = [:]) {
      self.function = function
      self.attributes = attributes
    }
  }

  /// A reason or a blocker with its evidence.
  package struct Ground: Codable, Sendable, Equatable {
    /// Identifier in the criteria, such as `B7` or `F5`.
    package var id: String
    package var text: String
    package var places: [Place]
    package var hint: String?
    /// What it gave to the score or took from it; nil where it decided without points.
    package var points: Int?

    package init(
      id: String, text: String, places: [Place], hint: String? = nil, points: Int? = nil
    ) {
      self.id = id
      self.text = text
      self.places = places
      self.hint = hint
      self.points = points
    }
  }

  package init(
    id: String, place: Place, symbol: String, kind: String, verdict: String, declaredAt: [Place],
    declaration: String
  ) {
    self.id = id
    self.place = place
    self.symbol = symbol
    self.kind = kind
    self.verdict = verdict
    self.declaredAt = declaredAt
    self.declaration = declaration
    reasons = []
    blockers = []
    needs = []
    warnings = []
    unit = []
    owns = []
    settings = Settings()
  }
}

extension ServerlessEntry {
  /// What running it as a function would mean.
  package struct Outlook: Codable, Sendable, Equatable {
    package var platform: String
    /// Date of the provider's table.
    package var version: String
    package var cost: Cost?
    package var coldStart: ColdStart?
    /// What the trigger becomes, the chosen provider first; providers without it are left out.
    package var equivalents: [Service]
    /// Providers that were looked at.
    package var providers: Int
    /// How it is tried without the provider.
    package var test: String
    /// What providers sell for what it is for.
    package var services: [Service]

    package init(
      platform: String, version: String, equivalents: [Service], providers: Int, test: String,
      services: [Service]
    ) {
      self.platform = platform
      self.version = version
      self.equivalents = equivalents
      self.providers = providers
      self.test = test
      self.services = services
    }
  }

  package struct Service: Codable, Sendable, Equatable {
    package var provider: String
    package var service: String

    package init(provider: String, service: String) {
      self.provider = provider
      self.service = service
    }
  }

  /// USD; see the documentation of the cost model for what is in it.
  package struct Cost: Codable, Sendable, Equatable {
    /// A million runs with their events.
    package var perMillion: Double
    /// A month at the known rate, nil where none is known.
    package var month: Double?
    /// A month of containers that run on and on instead.
    package var always: Double
    package var containers: Int
    package var container: String
    /// Events a month and a second at which both cost the same.
    package var breakEvenMonth: Double
    package var breakEvenRate: Double
    /// What was taken for want of a declaration.
    package var assumptions: [String]
    /// When prices were looked up.
    package var checked: [String]

    package init(
      perMillion: Double, month: Double?, always: Double, containers: Int, container: String,
      breakEvenMonth: Double, breakEvenRate: Double, assumptions: [String], checked: [String]
    ) {
      self.perMillion = perMillion
      self.month = month
      self.always = always
      self.containers = containers
      self.container = container
      self.breakEvenMonth = breakEvenMonth
      self.breakEvenRate = breakEvenRate
      self.assumptions = assumptions
      self.checked = checked
    }
  }

  package struct ColdStart: Codable, Sendable, Equatable {
    package var milliseconds: Double
    /// Share of the events that meet no instance, at most.
    package var share: Double?
    /// Megabytes of known libraries in it; nil where it is the least that it takes.
    package var packageSize: Double?
    package var checked: String

    package init(
      milliseconds: Double, share: Double?, packageSize: Double?, checked: String
    ) {
      self.milliseconds = milliseconds
      self.share = share
      self.packageSize = packageSize
      self.checked = checked
    }
  }
}

/// A timer, watch, listener or loop that code starts by itself.
package struct ImpliedEntry: Codable, Sendable, Equatable {
  package var kind: String
  package var place: Place
  package var symbol: String
  package var text: String
  /// What to declare so that it can be judged.
  package var hint: String?

  package init(kind: String, place: Place, symbol: String, text: String, hint: String? = nil) {
    self.kind = kind
    self.place = place
    self.symbol = symbol
    self.text = text
    self.hint = hint
  }
}

/// What became of the decisions of people.
package struct DecisionReport: Codable, Sendable, Equatable {
  package var applied: [DecisionEntry] = []
  /// They match nothing any more.
  package var unmatched: [DecisionEntry] = []
  /// They contradict one another; both are named.
  package var contradictions: [DecisionEntry] = []

  package init() {}
}

/// One decision, as it stands in the decisions file.
package struct DecisionEntry: Codable, Sendable, Equatable {
  package var act: String
  package var text: String
  package var line: Int?
  package var outcome: String

  package init(act: String, text: String, line: Int?, outcome: String) {
    self.act = act
    self.text = text
    self.line = line
    self.outcome = outcome
  }
}
