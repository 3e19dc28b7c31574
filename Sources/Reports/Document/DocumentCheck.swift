import ReportModel

/// Checks what the types do not: indexes lie in their lists, and counts can be added.
///
/// A document may come from anywhere; after this check no reader of it can be made to trap.
struct DocumentCheck {
  let document: Document

  /// Fails with ``DocumentError/outOfRange(_:)``. Linear.
  func run() throws {
    let (files, modules) = (document.files.count, document.modules.count)
    for (index, file) in document.files.enumerated() {
      try check(file.module, below: modules, "files[\(index)].module")
      try count(file.lines, "files[\(index)].lines")
      try count(file.codeLines, "files[\(index)].codeLines")
    }
    try check(document.edges, below: files, "edges")
    try check(document.symbolEdges ?? [], below: document.symbols?.count ?? 0, "symbolEdges")
    for (index, symbol) in (document.symbols ?? []).enumerated() {
      try check(symbol.file, below: files, "symbols[\(index)].file")
    }
    try check(document.cycles.files, below: files, "cycles.files")
    try check(document.cycles.modules, below: modules, "cycles.modules")
    try checkBoundaries(below: files)
    try checkCounts()
  }

  private func checkBoundaries(below files: Int) throws {
    for (index, boundary) in document.boundaries.boundaries.enumerated() {
      let place = "boundaries.boundaries[\(index)]"
      try count(boundary.lines, place + ".lines")
      for (number, member) in boundary.members.enumerated() {
        try check(member.file, below: files, "\(place).members[\(number)].file")
        try count(member.inside, "\(place).members[\(number)].inside")
        try count(
          member.alternativeReferences, "\(place).members[\(number)].alternativeReferences")
      }
      for (number, exposed) in boundary.exposes.enumerated() {
        try count(exposed.references, "\(place).exposes[\(number)].references")
      }
    }
    for (index, shared) in document.boundaries.shared.enumerated() {
      try check(shared.file, below: files, "boundaries.shared[\(index)].file")
    }
    for (index, crossing) in document.boundaries.crossings.enumerated() {
      try count(crossing.count, "boundaries.crossings[\(index)].count")
    }
    try checkCosts()
    try checkOwnership()
  }

  private func checkCosts() throws {
    let costs = document.boundaries.costs
    try points(costs.points, "boundaries.costs.points")
    for (index, crossing) in costs.crossings.enumerated() {
      let place = "boundaries.costs.crossings[\(index)]"
      try points(crossing.points, place)
      for part in crossing.contracts {
        for value in [part.items, part.references, part.accesses] { try count(value, place) }
        try points(part.points, place)
      }
    }
    for (index, boundary) in costs.boundaries.enumerated() {
      let place = "boundaries.costs.boundaries[\(index)]"
      for value in [boundary.operationsOffered, boundary.operationsUsed, boundary.talk] {
        try count(value, place)
      }
      for value in [boundary.incoming, boundary.outgoing] { try points(value, place) }
    }
    for (index, cycle) in costs.cycles.enumerated() {
      for breaker in cycle.breakers {
        try count(breaker.references, "boundaries.costs.cycles[\(index)]")
        try points(breaker.points, "boundaries.costs.cycles[\(index)]")
      }
    }
    for (index, transaction) in costs.transactions.enumerated() {
      try count(transaction.enclosing, "boundaries.costs.transactions[\(index)].enclosing")
    }
  }

  private func checkOwnership() throws {
    let transactions = document.boundaries.costs.transactions.count
    for (index, table) in document.tables.enumerated() {
      guard let ownership = table.ownership else { continue }
      let place = "tables[\(index)].ownership"
      for party in ownership.parties {
        try count(party.reads, place)
        try count(party.writes, place)
      }
      for way in ownership.ways { try points(way.points, place) }
      for transaction in ownership.transactions {
        try check(transaction, below: transactions, place + ".transactions")
      }
    }
  }

  private func checkCounts() throws {
    for (index, entry) in document.completeness.enumerated() {
      let counts = [
        entry.files, entry.lines, entry.codeLines, entry.resolved, entry.external,
        entry.unresolved, entry.apart ?? 0,
      ]
      for value in counts + entry.causes.map(\.count) {
        try count(value, "completeness[\(index)]")
      }
      for value in entry.modes.values { try count(value, "completeness[\(index)].modes") }
    }
    for (index, entry) in (document.beside ?? []).enumerated() {
      try count(entry.files, "beside[\(index)].files")
      try count(entry.speaking, "beside[\(index)].speaking")
    }
    for (index, entry) in document.unsupported.enumerated() {
      try count(entry.files, "unsupported[\(index)].files")
      try count(entry.bytes, "unsupported[\(index)].bytes")
    }
  }

  private func check(_ edges: [EdgeEntry], below limit: Int, _ name: String) throws {
    for (index, edge) in edges.enumerated() {
      guard 0..<limit ~= edge.from, 0..<limit ~= edge.to else {
        throw DocumentError.outOfRange("\(name)[\(index)]")
      }
    }
  }

  private func check(_ cycles: [CycleEntry], below limit: Int, _ name: String) throws {
    for (index, cycle) in cycles.enumerated() {
      let ends = cycle.members + cycle.breakers.flatMap { [$0.from, $0.to] }
      for end in ends { try check(end, below: limit, "\(name)[\(index)]") }
      for value in [cycle.edges, cycle.references] + cycle.breakers.map(\.references) {
        try count(value, "\(name)[\(index)]")
      }
    }
  }

  private func check(_ index: Int, below limit: Int, _ place: @autoclosure () -> String) throws {
    guard 0..<limit ~= index else { throw DocumentError.outOfRange(place()) }
  }

  private func points(_ value: Double, _ place: @autoclosure () -> String) throws {
    guard value.magnitude <= 1e12 else { throw DocumentError.outOfRange(place()) }
  }

  /// Millions of the largest counts still add up.
  private func count(_ value: Int, _ place: @autoclosure () -> String) throws {
    guard 0...(1 << 40) ~= value else { throw DocumentError.outOfRange(place()) }
  }
}
