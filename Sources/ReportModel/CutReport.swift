/// What the cuts between boundaries would take, in points: figures to compare cuts of one system
/// by.
package struct CutReport: Codable, Sendable, Equatable {
  /// Sum over the crossings.
  package var points = 0.0
  /// What the points are counted by.
  package var prices: [PriceEntry] = []
  /// Sorted by (from, to).
  package var crossings: [CrossingCostEntry] = []
  /// In the order of the boundaries.
  package var boundaries: [BoundaryCostEntry] = []
  /// Boundaries that wait for each other in a circle, largest first.
  package var cycles: [BoundaryCycleEntry] = []
  /// Transactions that write tables of several owners, by place.
  package var transactions: [SplitTransactionEntry] = []
  /// What there would be to run: services, those with data of their own, operations over the network
  /// and places that wait for them, and what the services cost that run on and on.
  package var outlook: [Figure]?

  package init() {}
}

/// A price with its reason.
package struct PriceEntry: Codable, Sendable, Equatable {
  package var name: String
  /// Points for each thing that a contract names, and for each place that uses it.
  package var item: Double
  package var place: Double
  package var reason: String

  package init(name: String, item: Double, place: Double, reason: String) {
    self.name = name
    self.item = item
    self.place = place
    self.reason = reason
  }
}

/// What one boundary uses of another, by the contracts that it would need.
package struct CrossingCostEntry: Codable, Sendable, Equatable {
  package var from: String
  package var to: String
  package var points: Double
  /// Lines that import or include, which follow the rest.
  package var imports: Int
  package var contracts: [ContractEntry]

  package struct ContractEntry: Codable, Sendable, Equatable {
    /// `call`, `state`, `write`, `event`, `read-model`, `library`, `move`, `transaction`, `cycle`.
    package var contract: String
    /// Distinct operations, variables, commands, channels, tables, types, units or transactions.
    package var items: Int
    /// References of code, and places that access data.
    package var references: Int
    package var accesses: Int
    package var points: Double
    /// Items used most, at most five.
    package var examples: [String]
    /// First places, at most three.
    package var places: [Place]

    package init(
      contract: String, items: Int, references: Int, accesses: Int, points: Double,
      examples: [String], places: [Place]
    ) {
      self.contract = contract
      self.items = items
      self.references = references
      self.accesses = accesses
      self.points = points
      self.examples = examples
      self.places = places
    }
  }

  package init(
    from: String, to: String, points: Double, imports: Int, contracts: [ContractEntry]
  ) {
    self.from = from
    self.to = to
    self.points = points
    self.imports = imports
    self.contracts = contracts
  }
}

/// What it takes to cut one boundary out.
package struct BoundaryCostEntry: Codable, Sendable, Equatable {
  package var boundary: String
  /// Of what uses it and of what it uses; each crossing counts at both of its ends.
  package var incoming: Double
  package var outgoing: Double
  /// Distinct operations that others call, and that it calls.
  package var operationsOffered: Int
  package var operationsUsed: Int
  /// Places that would wait for an answer over the network, both ways.
  package var talk: Int
  /// Points by contract.
  package var parts: [String: Double]
  /// Boundaries that stop with it, because they wait for it or for one that does.
  package var stops: [String]?

  package init(
    boundary: String, incoming: Double, outgoing: Double, operationsOffered: Int,
    operationsUsed: Int, talk: Int, parts: [String: Double]
  ) {
    self.boundary = boundary
    self.incoming = incoming
    self.outgoing = outgoing
    self.operationsOffered = operationsOffered
    self.operationsUsed = operationsUsed
    self.talk = talk
    self.parts = parts
  }
}

/// Boundaries of which each waits for the next.
package struct BoundaryCycleEntry: Codable, Sendable, Equatable {
  package var members: [String]
  /// The cheapest dependencies whose end leaves no circle, cheapest first.
  package var breakers: [Breaker]

  package struct Breaker: Codable, Sendable, Equatable {
    package var from: String
    package var to: String
    package var references: Int
    package var points: Double
    package var places: [Place]

    package init(from: String, to: String, references: Int, points: Double, places: [Place]) {
      self.from = from
      self.to = to
      self.references = references
      self.points = points
      self.places = places
    }
  }

  package init(members: [String], breakers: [Breaker]) {
    self.members = members
    self.breakers = breakers
  }
}

/// A transaction that writes tables of several owners.
package struct SplitTransactionEntry: Codable, Sendable, Equatable {
  package var place: Place
  package var symbol: String
  /// Boundary of its function; absent outside boundaries.
  package var home: String?
  package var writes: [Write]
  /// False where it is so only if an override runs that may or may not.
  package var certain: Bool
  /// Transactions around it that are split because they call it.
  package var enclosing: Int

  package struct Write: Codable, Sendable, Equatable {
    package var table: String
    package var owner: String
    /// The first place.
    package var place: Place

    package init(table: String, owner: String, place: Place) {
      self.table = table
      self.owner = owner
      self.place = place
    }
  }

  package init(
    place: Place, symbol: String, home: String?, writes: [Write], certain: Bool, enclosing: Int
  ) {
    self.place = place
    self.symbol = symbol
    self.home = home
    self.writes = writes
    self.certain = certain
    self.enclosing = enclosing
  }
}

/// Who should own a table, who else has to do with it, and the ways out.
package struct OwnershipEntry: Codable, Sendable, Equatable {
  /// Absent where nobody can own it.
  package var owner: String?
  package var reason: String
  /// By writes, then reads, most first; `@shared` is all shared code.
  package var parties: [Party]
  /// 1 − entropy of the accesses over boundaries / logarithm of the number of boundaries: 1 if one
  /// boundary accesses it, 0 if all do alike; absent if none does.
  package var purity: Double?
  /// `written-by-several`, `written-by-other` than the owner, or `written-by-shared`.
  package var finding: String?
  /// Cheapest first.
  package var ways: [WayEntry]
  /// Indexes into the split transactions.
  package var transactions: [Int]
  /// Set where people said who owns it.
  package var isDecided: Bool?

  package struct Party: Codable, Sendable, Equatable {
    package var boundary: String
    package var reads: Int
    package var writes: Int
    /// Whether it maps the table to a type of its own.
    package var maps: Bool
    /// First places, at most five each.
    package var readPlaces: [Place]
    package var writePlaces: [Place]

    package init(
      boundary: String, reads: Int, writes: Int, maps: Bool, readPlaces: [Place],
      writePlaces: [Place]
    ) {
      self.boundary = boundary
      self.reads = reads
      self.writes = writes
      self.maps = maps
      self.readPlaces = readPlaces
      self.writePlaces = writePlaces
    }
  }

  package struct WayEntry: Codable, Sendable, Equatable {
    /// `call-owner`, `move-files`, `move-functions`, `merge`, `split-table`, `ask-owner`,
    /// `read-model`.
    package var way: String
    package var points: Double
    package var text: String
    package var figures: [Figure]

    package init(way: String, points: Double, text: String, figures: [Figure]) {
      self.way = way
      self.points = points
      self.text = text
      self.figures = figures
    }
  }

  package init(
    owner: String?, reason: String, parties: [Party], purity: Double?, finding: String?,
    ways: [WayEntry], transactions: [Int]
  ) {
    self.owner = owner
    self.reason = reason
    self.parties = parties
    self.purity = purity
    self.finding = finding
    self.ways = ways
    self.transactions = transactions
  }
}
