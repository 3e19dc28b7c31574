internal import Basics
internal import ReportModel

/// Files that are nearer to where others are moved to than to where they are.
///
/// A neighbour of the moved files goes along if it has more references to and from what would be in
/// the new place than to and from all that stays in its own. Linear in edges.
struct Companions {
  private let document: Document
  private let before: Placement
  private let after: Placement
  private let moved: Set<Int>

  private static let limit = 10

  init(_ document: Document, _ before: Placement, _ after: Placement, _ moved: Set<Int>) {
    self.document = document
    self.before = before
    self.after = after
    self.moved = moved
  }

  func find() -> [WhatIfReport.Companion] {
    // What goes nowhere new takes nobody along.
    guard !moved.isEmpty, moved.count < document.files.count else { return [] }
    let sides = after.sides
    let neighbours = self.neighbours(sides)
    var ties: [Int: [Int: Int]] = [:]
    for edge in document.edges
    where neighbours.contains(edge.from) || neighbours.contains(edge.to) {
      let weight = references(edge)
      guard weight > 0 else { continue }
      if neighbours.contains(edge.from) {
        ties[edge.from, default: [:]][sides[edge.to], default: 0] += weight
      }
      if neighbours.contains(edge.to) {
        ties[edge.to, default: [:]][sides[edge.from], default: 0] += weight
      }
    }
    let targets = Set(moved.map { sides[$0] }.filter { $0 >= 0 })
    var found: [WhatIfReport.Companion] = []
    for (file, bySide) in ties {
      let here = sides[file] >= 0 ? bySide[sides[file]] ?? 0 : Int.max
      guard sides[file] >= 0, !targets.contains(sides[file]) else { continue }
      for target in targets.sorted() {
        let there = bySide[target] ?? 0
        guard there > here else { continue }
        found.append(
          WhatIfReport.Companion(
            file: document.files[file].path, boundary: after.names[sides[file]],
            to: after.names[target], there: there, here: here))
      }
    }
    found.sort { a, b in
      a.there - a.here != b.there - b.here
        ? a.there - a.here > b.there - b.here : a.file.precedesBytewise(b.file)
    }
    return Array(found.prefix(Self.limit))
  }

  private func neighbours(_ sides: [Int]) -> Set<Int> {
    var found: Set<Int> = []
    for edge in document.edges {
      if moved.contains(edge.from) { found.insert(edge.to) }
      if moved.contains(edge.to) { found.insert(edge.from) }
    }
    return found.subtracting(moved)
  }

  private func references(_ edge: EdgeEntry) -> Int {
    edge.evidence.reduce(0) { sum, group in
      let part = CrossingCount.Part(kind: group.kind)
      return sum + (part == nil || part == .imports ? 0 : group.lines.count)
    }
  }
}
