/// Who owns which data, and what each cut between boundaries would take.
///
/// The unit of all prices is the point of ``CutPrices``: figures compare cuts of one system.
package struct CutCosts: Sendable {
  /// In the order of the graph's stores; without queues and topics, and without what only tests or
  /// schema files name.
  package var tables: [TableOwnership] = []
  /// In the order of functions.
  package var transactions: [DistributedTransaction] = []
  /// Sorted by (from, to).
  package var crossings: [CrossingCost] = []
  /// For each boundary.
  package var boundaries: [BoundaryCost] = []
  /// Largest first.
  package var cycles: [BoundaryCycle] = []
  /// Sum over the crossings.
  package var points = 0.0
}

/// What a use of another boundary becomes once they are apart.
package enum Contract: String, Sendable, CaseIterable, Comparable {
  /// An operation that is called and waited for.
  case call
  /// A variable of the process that both use: it gets an owner and operations.
  case state
  /// A write of another's table: a command of the owner.
  case write
  case event
  /// Rows of another's table that are read, or the type that they are mapped to.
  case readModel = "read-model"
  /// Types, constants and small code without state.
  case library
  /// Code that only the other side uses.
  case move
  /// What was one transaction.
  case transaction
  /// The dependency that closes a cycle of boundaries that wait for each other.
  case cycle

  package static func < (a: Contract, b: Contract) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }

  /// Whether the caller waits for the answer.
  var isSynchronous: Bool { self == .call || self == .state || self == .write }
}

/// All that crosses under one contract.
package struct ContractCost: Sendable {
  package var contract: Contract
  /// Distinct operations, variables, commands, channels, tables, types, units or transactions.
  package var items: Int
  /// References of code.
  package var references: Int
  /// Places that access data.
  package var accesses: Int
  package var points: Double
  /// Names of items, most used first, at most five.
  package var examples: [String]
  /// First places of those, at most three.
  package var places: [SourcePlace]
  /// Of calls what is called, by number, so that an operation of several callers counts once.
  var called: [Int] = []
}

/// What one boundary uses of another, by the contracts that it would need.
package struct CrossingCost: Sendable {
  package var from: Int
  package var to: Int
  /// In the order of ``Contract``.
  package var contracts: [ContractCost]
  /// Lines that import or include, which follow the rest.
  package var imports: Int
  package var points: Double { contracts.reduce(0) { $0 + $1.points } }

  subscript(contract: Contract) -> ContractCost? { contracts.first { $0.contract == contract } }
}

/// What it takes to cut one boundary out of all others.
package struct BoundaryCost: Sendable {
  /// Of what it uses, and of what uses it.
  package var outgoing = 0.0
  package var incoming = 0.0
  /// Distinct operations that others call, and that it calls.
  package var operationsOffered = 0
  package var operationsUsed = 0
  /// Places that call or access data, both ways: what becomes talk over a network.
  package var talk = 0
  /// Parts of `outgoing` and `incoming` by contract, those without points left out.
  package var parts: [(contract: Contract, points: Double)] = []
}

/// Boundaries that wait for each other in a circle.
package struct BoundaryCycle: Sendable {
  /// Ascending.
  package var members: [Int]
  /// The cheapest dependencies whose end leaves no circle, cheapest first.
  package var breakers: [Breaker]

  package struct Breaker: Sendable {
    package var from: Int
    package var to: Int
    /// Uses that wait for an answer, and what their contracts take.
    package var references: Int
    package var points: Double
    package var places: [SourcePlace]
  }
}

/// A transaction that writes tables of several owners.
package struct DistributedTransaction: Sendable {
  /// Its function.
  package var symbol: Int
  package var place: SourcePlace
  /// Of the function's file; nil outside boundaries.
  package var home: Int?
  /// Sorted by store, a place of a write each.
  package var writes: [(store: Int, owner: Int, place: SourcePlace)]
  /// Stores that it writes by code of others than their owner, ascending.
  package var foreign: [Int]
  /// Whether it does so without overrides that may run or not.
  package var isCertain: Bool
  /// Transactions around it that are distributed by calling it.
  package var enclosing: Int
  /// Ascending.
  package var owners: [Int] { Set(writes.map(\.owner)).sorted() }
}

/// Who has to do with a table, collection or other store, and who should own it.
package struct TableOwnership: Sendable {
  package enum Finding: String, Sendable {
    /// Two or more boundaries write it.
    case writtenBySeveral = "written-by-several"
    /// One boundary writes it, and another one maps it and uses it.
    case writtenByOther = "written-by-other"
    /// Shared code writes it, which every boundary would have a copy of.
    case writtenByShared = "written-by-shared"
  }

  /// The accesses of one boundary, or of all shared code.
  package struct Party: Sendable {
    /// nil for shared code.
    package var boundary: Int?
    package var reads: Int
    package var writes: Int
    /// Whether it maps the table to a type of its own.
    package var maps: Bool
    /// First places, at most five each.
    package var readPlaces: [SourcePlace]
    package var writePlaces: [SourcePlace]
  }

  /// Index of the store.
  package var store: Int
  package var owner: Int?
  /// Why it is the owner, or why there is none.
  package var reason: String
  /// By writes, then reads, most first.
  package var parties: [Party]
  /// 1 − entropy of the accesses over boundaries / logarithm of the number of boundaries; nil if no
  /// boundary accesses it.
  package var purity: Double?
  package var finding: Finding?
  /// Cheapest first; for tables that others write, or read only.
  package var ways: [WayOut]
  /// Indexes of distributed transactions that write it.
  package var transactions: [Int]
  /// Whether people said who owns it.
  package var isDecided = false
}

/// One way to end that several boundaries write, or read, one table.
package struct WayOut: Sendable {
  package enum Kind: String, Sendable {
    case moveFiles = "move-files"
    case moveFunctions = "move-functions"
    case callOwner = "call-owner"
    case merge
    case splitTable = "split-table"
    case readModel = "read-model"
    case askOwner = "ask-owner"
  }

  package var kind: Kind
  package var points: Double
  /// A sentence with the figures.
  package var text: String
  /// What it counts, by name.
  package var figures: [(name: String, value: Int)]
}
