internal import Basics
internal import ReportModel

/// What becomes of stored data when a boundary is cut out.
struct DataMoves {
  private let document: Document
  private let ownerOf: [String: String]
  private let names: BoundaryNames

  init(_ document: Document) {
    self.document = document
    names = BoundaryNames(document)
    var owners: [String: String] = [:]
    for table in document.tables { owners[table.name] = table.ownership?.owner }
    ownerOf = owners
  }

  /// Tables that it owns, by name, then those of others that it uses.
  func tables(of id: String) -> [PlanTable] {
    var own: [PlanTable] = []
    var foreign: [PlanTable] = []
    for table in document.tables {
      guard let ownership = table.ownership,
        let party = ownership.parties.first(where: { $0.boundary == id })
          ?? (ownership.owner == id ? ownership.parties.first : nil)
      else { continue }
      if ownership.owner == id {
        own.append(owned(table, ownership, id))
      } else if party.boundary == id, party.reads + party.writes > 0 {
        foreign.append(used(table, ownership, party))
      }
    }
    func byName(_ some: [PlanTable]) -> [PlanTable] {
      some.sorted { $0.table.precedesBytewise($1.table) }
    }
    return byName(own) + byName(foreign)
  }

  private func owned(_ table: TableEntry, _ ownership: OwnershipEntry, _ id: String) -> PlanTable {
    let others = ownership.parties.filter { $0.boundary != id && $0.reads + $0.writes > 0 }
    var text: [String] = []
    if let way = ownership.ways.first, !others.isEmpty { text.append(way.text) }
    for other in table.references where ownerOf[other].map({ $0 != id }) ?? false {
      text.append(
        "its key to \(other) of \(names[ownerOf[other]!]) becomes an identifier without a constraint"
      )
    }
    let pointing = document.tables.filter { $0.references.contains(table.name) }
      .filter { ownerOf[$0.name].map { $0 != id } ?? false }
    for other in pointing {
      let other = "\(other.name) of \(names[ownerOf[other.name]!])"
      text.append("the key of \(other) to it becomes an identifier")
    }
    return PlanTable(
      table: table.name, action: others.isEmpty ? "move" : "shared", owner: id,
      users: others.map(\.boundary), text: text,
      places: Array(others.flatMap { $0.writePlaces + $0.readPlaces }.prefix(3)))
  }

  private func used(
    _ table: TableEntry, _ ownership: OwnershipEntry, _ party: OwnershipEntry.Party
  ) -> PlanTable {
    let owner = ownership.owner.map { names[$0] }
    var text: [String] = []
    if party.writes > 0 {
      text.append(
        "writes it at \(party.writes) \(party.writes == 1 ? "place" : "places"): "
          + (owner.map { "commands of \($0)" } ?? "it needs an owner first"))
    }
    if party.reads > 0 {
      text.append(
        "reads it at \(party.reads) \(party.reads == 1 ? "place" : "places"): "
          + (owner.map { "ask \($0), or keep a copy that its events feed" } ?? "take a copy"))
    }
    return PlanTable(
      table: table.name, action: "foreign", owner: ownership.owner, users: [], text: text,
      places: Array((party.writePlaces + party.readPlaces).prefix(3)))
  }
}

/// Which tests refer to which files. Linear in edges.
struct TestCover {
  private let document: Document
  /// For each file of production the tests that refer to it, with how often.
  private var testsOf: [Int: [Int: Int]] = [:]

  private static let limit = 5

  init(_ document: Document) {
    self.document = document
    for edge in document.edges
    where document.files[edge.from].role == "test" && document.files[edge.to].role == "production" {
      testsOf[edge.to, default: [:]][edge.from, default: 0] += edge.count
    }
  }

  func tests(of boundary: BoundaryEntry) -> PlanTests {
    var counts: [Int: Int] = [:]
    var result = PlanTests()
    for member in boundary.members {
      guard let tests = testsOf[member.file] else {
        result.uncovered += 1
        continue
      }
      for (test, count) in tests { counts[test, default: 0] += count }
    }
    result.count = counts.count
    result.files = counts.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key
    }.prefix(Self.limit).map { document.files[$0.key].path }
    return result
  }
}
