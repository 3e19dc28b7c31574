/// What a decision would change before it is made.
///
/// References, accesses, tables, transactions and circles are counted; points are estimated by what a
/// reference of the kind takes at the present crossings.
package struct WhatIfReport: Codable, Sendable, Equatable {
  package var format = "cleave-what-if"
  package var version = 1
  package var name: String
  /// By identifier what boundaries are called, where that is something else.
  package var names: BoundaryNames?
  /// The act in the words of `cleave decide`.
  package var act: String
  /// Files that would change their place, sorted, the first 50 of `fileCount`.
  package var files: [String] = []
  package var fileCount = 0
  package var pointsBefore = 0.0
  package var pointsAfter = 0.0
  /// In the order calls, state, types, imports, writes, reads, transactions, circles.
  package var parts: [PartChange] = []
  /// Crossings whose number of references changes, by how much they change.
  package var crossings: [CrossingChange] = []
  package var tables: [TableChange] = []
  package var transactions: [TransactionChange] = []
  package var newCycles: [CycleChange] = []
  package var endedCycles: [[String]] = []
  /// Files that should go along, those that gain most first, at most ten.
  package var along: [Companion] = []

  package init(name: String, act: String) {
    self.name = name
    self.act = act
  }

  /// One part of the cost of all cuts.
  package struct PartChange: Codable, Sendable, Equatable {
    package var part: String
    /// References, accesses, transactions or circles.
    package var before: Int
    package var after: Int
    /// Estimated.
    package var pointsBefore: Double
    package var pointsAfter: Double

    package init(
      part: String, before: Int, after: Int, pointsBefore: Double, pointsAfter: Double
    ) {
      self.part = part
      self.before = before
      self.after = after
      self.pointsBefore = pointsBefore
      self.pointsAfter = pointsAfter
    }
  }

  package struct CrossingChange: Codable, Sendable, Equatable {
    package var from: String
    package var to: String
    package var before: Int
    package var after: Int
    /// First places of what would newly cross, at most three.
    package var places: [Place]

    package init(from: String, to: String, before: Int, after: Int, places: [Place]) {
      self.from = from
      self.to = to
      self.before = before
      self.after = after
      self.places = places
    }
  }

  package struct TableChange: Codable, Sendable, Equatable {
    package var table: String
    package var ownerBefore: String?
    package var ownerAfter: String?
    /// Boundaries that write it.
    package var writersBefore: [String]
    package var writersAfter: [String]
    /// Reads and writes by others than the owner.
    package var foreignBefore: Int
    package var foreignAfter: Int

    package init(table: String) {
      self.table = table
      writersBefore = []
      writersAfter = []
      foreignBefore = 0
      foreignAfter = 0
    }
  }

  package struct TransactionChange: Codable, Sendable, Equatable {
    package var symbol: String
    package var place: Place
    /// Owners of the tables that it writes; more than one: it is split.
    package var ownersBefore: [String]
    package var ownersAfter: [String]

    package init(symbol: String, place: Place, ownersBefore: [String], ownersAfter: [String]) {
      self.symbol = symbol
      self.place = place
      self.ownersBefore = ownersBefore
      self.ownersAfter = ownersAfter
    }

    package var becomesSplit: Bool { ownersBefore.count < 2 && ownersAfter.count > 1 }
  }

  package struct CycleChange: Codable, Sendable, Equatable {
    package var members: [String]
    /// Those that were not in the circle that it has grown from; empty for one that is all new.
    package var grownBy: [String] = []
    /// The dependency that would be the easiest to end.
    package var from: String
    package var to: String
    package var references: Int
    package var places: [Place]

    package init(members: [String], from: String, to: String, references: Int, places: [Place]) {
      self.members = members
      self.from = from
      self.to = to
      self.references = references
      self.places = places
    }
  }

  package struct Companion: Codable, Sendable, Equatable {
    package var file: String
    package var boundary: String
    package var to: String
    /// References to and from what would be there, and what stays where it is.
    package var there: Int
    package var here: Int

    package init(file: String, boundary: String, to: String, there: Int, here: Int) {
      self.file = file
      self.boundary = boundary
      self.to = to
      self.there = there
      self.here = here
    }
  }
}
