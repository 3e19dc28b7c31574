/// In which order boundaries are cut out of a system that goes on working, and what each cut takes.
package struct PlanReport: Codable, Sendable, Equatable {
  package var format = "cleave-plan"
  package var version = 1
  package var name: String
  /// By identifier what boundaries are called, where that is something else.
  package var names: BoundaryNames?
  package var verdict: SplitVerdict
  /// What is done before the first cut.
  package var preparation: [String] = []
  /// In the order of cutting.
  package var steps: [PlanStep] = []
  /// The boundary that is left at the end.
  package var core: String?
  package var notes: [String] = []

  package init(name: String, verdict: SplitVerdict) {
    self.name = name
    self.verdict = verdict
  }
}

/// The cut of one boundary.
package struct PlanStep: Codable, Sendable, Equatable {
  /// From 1.
  package var number: Int
  package var boundary: String
  package var name: String
  /// People decided on it; else it is a suggestion.
  package var isDecided: Bool
  /// Why it is its turn.
  package var reason: String
  package var files = 0
  package var lines = 0
  /// Points of what crosses to what is not cut out yet, and to what is.
  package var points = 0.0
  package var pointsToServices = 0.0
  /// `small`, `medium`, `large` or `very large`.
  package var effort = ""
  /// Dependencies to end first, since they close a circle with what is left.
  package var circles: [BoundaryCycleEntry.Breaker] = []
  /// What others use of it, then what it uses of others.
  package var seams: [PlanSeam] = []
  package var data: [PlanTable] = []
  package var transactions: [SplitTransactionEntry] = []
  package var tests = PlanTests()

  package init(number: Int, boundary: String, name: String, isDecided: Bool, reason: String) {
    self.number = number
    self.boundary = boundary
    self.name = name
    self.isDecided = isDecided
    self.reason = reason
  }
}

/// Where a boundary meets another one, and what the dependency becomes.
package struct PlanSeam: Codable, Sendable, Equatable {
  /// `offers`: the other one uses it; `needs`: it uses the other one.
  package var direction: String
  package var other: String
  /// The other one has been cut out before.
  package var isService: Bool
  package var points: Double
  package var contracts: [CrossingCostEntry.ContractEntry]
  /// Functions that are called, most used first, at most 20 of `operationCount`.
  package var operations: [PlanOperation] = []
  package var operationCount = 0

  package init(
    direction: String, other: String, isService: Bool, points: Double,
    contracts: [CrossingCostEntry.ContractEntry]
  ) {
    self.direction = direction
    self.other = other
    self.isService = isService
    self.points = points
    self.contracts = contracts
  }
}

/// A function that becomes an operation of a contract.
package struct PlanOperation: Codable, Sendable, Equatable {
  package var symbol: String
  /// As it is declared; absent where the source is not at hand.
  package var signature: String?
  package var place: Place
  package var references: Int

  package init(symbol: String, signature: String?, place: Place, references: Int) {
    self.symbol = symbol
    self.signature = signature
    self.place = place
    self.references = references
  }
}

/// Stored data and what becomes of it.
package struct PlanTable: Codable, Sendable, Equatable {
  package var table: String
  /// `move`: goes along; `shared`: goes along once others have let go of it; `foreign`: another's.
  package var action: String
  package var owner: String?
  /// Boundaries that use it beside its owner.
  package var users: [String]
  /// What to do, in sentences.
  package var text: [String]
  package var places: [Place]

  package init(
    table: String, action: String, owner: String?, users: [String], text: [String],
    places: [Place]
  ) {
    self.table = table
    self.action = action
    self.owner = owner
    self.users = users
    self.text = text
    self.places = places
  }
}

/// Tests that refer to the files of a boundary.
package struct PlanTests: Codable, Sendable, Equatable {
  package var count = 0
  /// Those with most references, at most five.
  package var files: [String] = []
  /// Files of the boundary that no test refers to.
  package var uncovered = 0

  package init() {}
}
