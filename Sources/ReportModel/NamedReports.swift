// Reports as people read them: identifiers of boundaries are their names.

extension PlanReport {
  package var named: PlanReport {
    guard let names else { return self }
    var report = self
    report.verdict.name(by: names)
    report.core = core.map { names[$0] }
    for index in report.steps.indices { report.steps[index].name(by: names) }
    return report
  }
}

extension PlanStep {
  fileprivate mutating func name(by names: BoundaryNames) {
    boundary = names[boundary]
    for index in circles.indices { circles[index].name(by: names) }
    for index in seams.indices { seams[index].other = names[seams[index].other] }
    for index in data.indices {
      data[index].owner = data[index].owner.map { names[$0] }
      data[index].users = names(data[index].users)
    }
    for index in transactions.indices { transactions[index].name(by: names) }
  }
}

extension WhatIfReport {
  package var named: WhatIfReport {
    guard let names else { return self }
    var report = self
    for index in crossings.indices {
      report.crossings[index].from = names[crossings[index].from]
      report.crossings[index].to = names[crossings[index].to]
    }
    for (index, table) in tables.enumerated() {
      report.tables[index].ownerBefore = table.ownerBefore.map { names[$0] }
      report.tables[index].ownerAfter = table.ownerAfter.map { names[$0] }
      report.tables[index].writersBefore = names(table.writersBefore)
      report.tables[index].writersAfter = names(table.writersAfter)
    }
    for (index, transaction) in transactions.enumerated() {
      report.transactions[index].ownersBefore = names(transaction.ownersBefore)
      report.transactions[index].ownersAfter = names(transaction.ownersAfter)
    }
    for (index, cycle) in newCycles.enumerated() {
      report.newCycles[index].members = names(cycle.members)
      report.newCycles[index].grownBy = names(cycle.grownBy)
      report.newCycles[index].from = names[cycle.from]
      report.newCycles[index].to = names[cycle.to]
    }
    report.endedCycles = endedCycles.map { names($0) }
    for (index, companion) in along.enumerated() {
      report.along[index].boundary = names[companion.boundary]
      report.along[index].to = names[companion.to]
    }
    return report
  }
}

extension DifferenceReport {
  package var named: DifferenceReport {
    guard let names else { return self }
    var report = self
    for (index, change) in boundaries.enumerated() {
      report.boundaries[index].old = change.old.map { names[$0] }
      report.boundaries[index].new = change.new.map { names[$0] }
      report.boundaries[index].arrived = change.arrived.map { names.move($0) }
      report.boundaries[index].left = change.left.map { names.move($0) }
    }
    for index in crossings.indices {
      report.crossings[index].from = names[crossings[index].from]
      report.crossings[index].to = names[crossings[index].to]
    }
    for (index, table) in tables.enumerated() {
      report.tables[index].ownerOld = table.ownerOld.map { names[$0] }
      report.tables[index].ownerNew = table.ownerNew.map { names[$0] }
      report.tables[index].writersOld = names(table.writersOld)
      report.tables[index].writersNew = names(table.writersNew)
    }
    return report
  }
}

extension BoundaryNames {
  fileprivate func move(
    _ move: DifferenceReport.BoundaryChange.Move
  ) -> DifferenceReport.BoundaryChange.Move {
    .init(file: move.file, other: self[move.other])
  }
}

extension CheckFinding {
  /// With the names of its boundaries; what it is known by stays.
  package func named(_ names: BoundaryNames?) -> CheckFinding {
    guard let names else { return self }
    var finding = self
    finding.boundaries = names(boundaries)
    return finding
  }
}
