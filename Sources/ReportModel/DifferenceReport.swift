/// What changed between two documents of one system, or two revisions of a repository.
package struct DifferenceReport: Codable, Sendable, Equatable {
  package var format = "cleave-difference"
  package var version = 1
  /// The two sides as they were given.
  package var old: String
  package var new: String
  /// By identifier what boundaries are called, where that is something else.
  package var names: BoundaryNames?
  package var files = FileChanges()
  /// Dependencies between modules that came or went, by path.
  package var dependencies: [DependencyChange] = []
  /// Circles of modules that came or went.
  package var cycles: [CircleChange] = []
  /// Largest change first.
  package var boundaries: [BoundaryChange] = []
  package var crossings: [CrossingChange] = []
  package var tables: [TableChange] = []
  package var serverless: [VerdictChange] = []
  /// Whether to split, where that changed.
  package var verdict: ValueChange?
  package var points: ValueChange?
  /// What the figures are without, where other commands count it.
  package var without: String?
  /// Decisions that match nothing any more, or contradict others, on the new side alone.
  package var decisions: [String] = []

  package init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// Nothing that a reader would want to know.
  package var isEmpty: Bool {
    var other = DifferenceReport(old: old, new: new)
    other.format = format
    other.names = names
    other.without = without
    return self == other
  }

  package struct ValueChange: Codable, Sendable, Equatable {
    package var old: String
    package var new: String

    package init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }
  }

  package struct FileChanges: Codable, Sendable, Equatable {
    package var added: [String] = []
    package var removed: [String] = []
    package var renamed: [Rename] = []

    package struct Rename: Codable, Sendable, Equatable {
      package var old: String
      package var new: String
      /// How like the contents are, 0.5 to 1.
      package var likeness: Double

      package init(old: String, new: String, likeness: Double) {
        self.old = old
        self.new = new
        self.likeness = likeness
      }
    }

    package init() {}
  }

  package struct DependencyChange: Codable, Sendable, Equatable {
    /// `added` or `removed`.
    package var change: String
    package var from: String
    package var to: String
    package var count: Int
    /// First places, at most three; on the side that has it.
    package var places: [Place]

    package init(change: String, from: String, to: String, count: Int, places: [Place]) {
      self.change = change
      self.from = from
      self.to = to
      self.count = count
      self.places = places
    }
  }

  package struct CircleChange: Codable, Sendable, Equatable {
    /// `added`, `removed`, `grown` or `shrunk`.
    package var change: String
    package var members: [String]
    /// Those that came or went, of one that has grown or shrunk.
    package var difference: [String]

    package init(change: String, members: [String], difference: [String]) {
      self.change = change
      self.members = members
      self.difference = difference
    }
  }

  package struct BoundaryChange: Codable, Sendable, Equatable {
    /// `added`, `removed`, `renamed` or `changed`.
    package var change: String
    package var old: String?
    package var new: String?
    package var filesOld: Int
    package var filesNew: Int
    /// Files that both sides have and that came from another boundary, or went to one.
    package var arrived: [Move] = []
    package var left: [Move] = []

    package struct Move: Codable, Sendable, Equatable {
      package var file: String
      /// Where it was, or is now: a boundary or a label.
      package var other: String

      package init(file: String, other: String) {
        self.file = file
        self.other = other
      }
    }

    package init(change: String, old: String?, new: String?, filesOld: Int, filesNew: Int) {
      self.change = change
      self.old = old
      self.new = new
      self.filesOld = filesOld
      self.filesNew = filesNew
    }
  }

  package struct CrossingChange: Codable, Sendable, Equatable {
    package var from: String
    package var to: String
    package var old: Int
    package var new: Int
    /// First places of a new crossing, at most three.
    package var places: [Place]

    package init(from: String, to: String, old: Int, new: Int, places: [Place]) {
      self.from = from
      self.to = to
      self.old = old
      self.new = new
      self.places = places
    }
  }

  package struct TableChange: Codable, Sendable, Equatable {
    /// `added`, `removed` or `changed`.
    package var change: String
    package var table: String
    package var ownerOld: String?
    package var ownerNew: String?
    /// Boundaries that write it, where they changed.
    package var writersOld: [String]
    package var writersNew: [String]

    package init(change: String, table: String) {
      self.change = change
      self.table = table
      writersOld = []
      writersNew = []
    }
  }

  package struct VerdictChange: Codable, Sendable, Equatable {
    /// `added`, `removed` or `changed`.
    package var change: String
    package var symbol: String
    package var kind: String
    package var place: Place
    package var old: String?
    package var new: String?

    package init(
      change: String, symbol: String, kind: String, place: Place, old: String?, new: String?
    ) {
      self.change = change
      self.symbol = symbol
      self.kind = kind
      self.place = place
      self.old = old
      self.new = new
    }
  }
}
