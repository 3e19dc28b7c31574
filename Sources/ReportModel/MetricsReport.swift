/// Measures of one partition, taken from the code alone: what papers set beside each other.
///
/// None of them says how right a partition is, and each can be gamed. So they stand beside the number
/// of services, their sizes and what they cover, and beside the values of two partitions that mean
/// nothing.
package struct MetricsReport: Codable, Sendable, Equatable {
  package var format = "cleave-metrics"
  package var version = 1
  /// Name of the analysed folder.
  package var name: String
  package var partition: MeasuredPartition
  package var measures: [MeasureEntry] = []
  /// Largest first, then by id.
  package var services: [ServiceMeasures] = []
  /// Tables and collections that a service uses, as the document orders them.
  package var tables: [TableMeasure] = []
  /// What makes the figures of this partition worth little, in sentences.
  package var cautions: [String] = []

  package init(name: String, partition: MeasuredPartition) {
    self.name = name
    self.partition = partition
  }
}

/// The partition that is measured, and how much of the code it covers.
package struct MeasuredPartition: Codable, Sendable, Equatable {
  /// What it comes from, for people.
  package var source: String
  /// How many services there are (k).
  package var services: Int
  /// Files of each service, descending.
  package var sizes: [Int]
  /// Files in a service, and those of them that are production code.
  package var placed = 0
  package var placedProduction = 0
  /// All production files.
  package var production = 0
  /// Rows whose file the document does not have; the first few of them.
  package var missing = 0
  package var missingFiles: [String] = []
  /// Pairs of files with a dependency, each direction once.
  package var dependencies = EndCounts()
  /// References of kind `call` between files.
  package var calls = EndCounts()

  package init(source: String, sizes: [Int]) {
    self.source = source
    self.sizes = sizes
    services = sizes.count
  }
}

/// How many of something lie inside services, between two of them, and between one and a production
/// file that is in none. The last are counted by no measure.
package struct EndCounts: Codable, Sendable, Equatable {
  package var inside = 0
  package var between = 0
  package var outside = 0

  package init() {}
}

/// One measure of the partition.
package struct MeasureEntry: Codable, Sendable, Equatable {
  /// Such as `icp`.
  package var id: String
  /// As papers write it, such as `ICP`.
  package var title: String
  /// Absent where it cannot be said; then `missing` says why.
  package var value: Double?
  /// The same for all placed files in one service, and for each of them alone.
  package var oneService: Double?
  package var singleFiles: Double?
  /// `higher` or `lower`: what papers call better.
  package var better: String
  /// Where it comes from and how exactly it is counted here.
  package var variant: String
  package var missing: String?

  package init(id: String, title: String, better: String, variant: String) {
    self.id = id
    self.title = title
    self.better = better
    self.variant = variant
  }
}

/// What the measures are made of, for one service.
package struct ServiceMeasures: Codable, Sendable, Equatable {
  package var id: String
  package var name: String
  package var files: Int
  package var lines: Int
  /// Dependencies over the square of the files, the part of SM.
  package var cohesion = 0.0
  /// The part of TurboMQ.
  package var factor = 0.0
  package var dependencies = Flow()
  package var calls = Flow()
  /// Operations that other services call and the files that hold them; only with symbols.
  package var operations: Int?
  package var interfaces: Int?
  /// Those of these files that hold one operation alone, whose cohesion is 1 by definition.
  package var singleInterfaces: Int?
  /// Means over these files.
  package var messageCohesion: Double?
  package var domainCohesion: Double?

  package struct Flow: Codable, Sendable, Equatable {
    package var inside = 0
    package var entering = 0
    package var leaving = 0

    package init() {}

    package init(inside: Int, entering: Int, leaving: Int) {
      self.inside = inside
      self.entering = entering
      self.leaving = leaving
    }
  }

  package init(id: String, name: String, files: Int, lines: Int) {
    self.id = id
    self.name = name
    self.files = files
    self.lines = lines
  }
}

/// How much one table belongs to one service.
package struct TableMeasure: Codable, Sendable, Equatable {
  package var name: String
  package var store: String
  /// 1 − entropy of the services that use it, in bits.
  package var purity: Double
  /// Most accesses first, then by id.
  package var services: [Access]

  package struct Access: Codable, Sendable, Equatable {
    package var service: String
    package var accesses: Int

    package init(service: String, accesses: Int) {
      self.service = service
      self.accesses = accesses
    }
  }

  package init(name: String, store: String, purity: Double, services: [Access]) {
    self.name = name
    self.store = store
    self.purity = purity
    self.services = services
  }
}
