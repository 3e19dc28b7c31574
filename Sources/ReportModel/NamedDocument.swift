extension Document {
  /// The document as people read it: every identifier of a boundary is its name. What is made of it
  /// for programs keeps the identifiers.
  package var named: Document {
    guard let names = BoundaryNames(self).ifAny else { return self }
    var document = self
    for index in document.files.indices {
      document.files[index].boundary = names[document.files[index].boundary]
    }
    for index in document.tables.indices { document.tables[index].name(by: names) }
    for index in document.transactions.indices {
      document.transactions[index].boundaries = names(document.transactions[index].boundaries)
    }
    document.boundaries.name(by: names)
    return document
  }
}

extension TableEntry {
  fileprivate mutating func name(by names: BoundaryNames) {
    writingBoundaries = names(writingBoundaries)
    readingBoundaries = names(readingBoundaries)
    guard var known = ownership else { return }
    known.owner = known.owner.map { names[$0] }
    for index in known.parties.indices {
      known.parties[index].boundary = names[known.parties[index].boundary]
    }
    ownership = known
  }
}

extension BoundaryReport {
  fileprivate mutating func name(by names: BoundaryNames) {
    verdict.name(by: names)
    for index in boundaries.indices { boundaries[index].name(by: names) }
    for index in crossings.indices {
      crossings[index].from = names[crossings[index].from]
      crossings[index].to = names[crossings[index].to]
    }
    for index in shared.indices { shared[index].users = names(shared[index].users) }
    costs.name(by: names)
  }
}

extension SplitVerdict {
  mutating func name(by names: BoundaryNames) { parts = parts.map { names($0) } }
}

extension BoundaryEntry {
  fileprivate mutating func name(by names: BoundaryNames) {
    id = names[id]
    for index in members.indices {
      members[index].alternative = members[index].alternative.map { names[$0] }
    }
    for index in exposes.indices { exposes[index].from = names(exposes[index].from) }
  }
}

extension CutReport {
  fileprivate mutating func name(by names: BoundaryNames) {
    for index in crossings.indices {
      crossings[index].from = names[crossings[index].from]
      crossings[index].to = names[crossings[index].to]
    }
    for index in boundaries.indices {
      boundaries[index].boundary = names[boundaries[index].boundary]
      boundaries[index].stops = boundaries[index].stops.map { names($0) }
    }
    for index in cycles.indices {
      cycles[index].members = names(cycles[index].members)
      for breaker in cycles[index].breakers.indices {
        cycles[index].breakers[breaker].name(by: names)
      }
    }
    for index in transactions.indices { transactions[index].name(by: names) }
  }
}

extension BoundaryCycleEntry.Breaker {
  mutating func name(by names: BoundaryNames) {
    from = names[from]
    to = names[to]
  }
}

extension SplitTransactionEntry {
  mutating func name(by names: BoundaryNames) {
    home = home.map { names[$0] }
    for index in writes.indices { writes[index].owner = names[writes[index].owner] }
  }
}
