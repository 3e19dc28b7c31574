internal import Basics
package import ReportModel
package import Review

/// The questions of a review that no decision has answered: open ones first, then the costly ones.
package enum ReviewQuestions {
  package static func all(_ document: Document, decided: [Decision]) -> [ReviewQuestion] {
    let slots = Set(decided.map(\.slot))
    let found = placements(document, slots) + tables(document) + boundaries(document, slots)
    return found.enumerated().sorted { a, b in
      if a.element.isOpen != b.element.isOpen { return a.element.isOpen }
      if a.element.cost != b.element.cost { return a.element.cost > b.element.cost }
      return a.offset < b.offset
    }.map(\.element)
  }

  private static func placements(_ document: Document, _ slots: Set<String>) -> [ReviewQuestion] {
    document.boundaries.boundaries.flatMap { boundary in
      boundary.members.filter { $0.confidence != "firm" }.compactMap { member in
        let path = document.files[member.file].path
        let pattern = Glob.escaping(path)
        guard !slots.contains("place " + pattern) else { return nil }
        var answers = [
          ReviewQuestion.Answer("y", ["pin", pattern, boundary.id], "it stays in \(boundary.id)")
        ]
        if let other = member.alternative {
          answers.append(.init("m", ["move", pattern, other], "it moves to \(other)"))
        }
        answers.append(.init("c", ["shared", pattern], "it is common code of no boundary"))
        answers.append(.init("d", ["dead", pattern], "it is dead code"))
        let other = member.alternative.map { ", \(member.alternativeReferences) to \($0)" } ?? ""
        return ReviewQuestion(
          id: "place " + path, kind: "placement",
          question: "does \(path) belong to \(boundary.id)?",
          reason: "\(member.reason); \(member.inside) references inside\(other)",
          evidence: member.evidence, isOpen: member.confidence == "open",
          cost: member.inside + member.alternativeReferences, stability: member.stability,
          answers: answers)
      }
    }
  }

  private static func boundaries(_ document: Document, _ slots: Set<String>) -> [ReviewQuestion] {
    document.boundaries.boundaries.filter { boundary in
      (boundary.decisions ?? []).allSatisfy { $0.hasPrefix("pin") || $0.hasPrefix("move") }
        && !slots.contains("verdict " + boundary.id)
    }.map { boundary in
      let crossings = document.boundaries.crossings.filter {
        $0.from == boundary.id || $0.to == boundary.id
      }
      let count = crossings.reduce(0) { $0 + $1.count }
      var answers: [ReviewQuestion.Answer] = [
        .init("y", ["accept", boundary.id], "accept it: its members stay together"),
        .init("n", ["reject", boundary.id], "reject it, with a reason", asks: "reason"),
        .init("r", ["accept", boundary.id], "accept it under another name", asks: "name"),
      ]
      if let other = nearest(boundary.id, crossings) {
        answers.append(.init("m", ["merge", boundary.id, other], "it is one with \(other)"))
      }
      let terms = boundary.vocabulary.prefix(5).joined(separator: ", ")
      return ReviewQuestion(
        id: "boundary " + boundary.id, kind: "boundary",
        question: "is \(boundary.id) a boundary of \(boundary.members.count) files, "
          + "\(boundary.lines) lines?",
        reason: "speaks of \(terms); \(count) references across it",
        evidence: Array((boundary.entryPoints + boundary.exposes.prefix(5).map(\.place)).prefix(6)),
        isOpen: boundary.stability < 0.5, cost: count, stability: boundary.stability,
        answers: answers)
    }
  }

  /// The boundary with most references to or from it.
  private static func nearest(_ id: String, _ crossings: [CrossingEntry]) -> String? {
    var counts: [String: Int] = [:]
    for crossing in crossings {
      counts[crossing.from == id ? crossing.to : crossing.from, default: 0] += crossing.count
    }
    return counts.max { a, b in
      a.value != b.value ? a.value < b.value : b.key.precedesBytewise(a.key)
    }?.key
  }

  /// Tables of several writers: the files that write them without owning them can go to the owner.
  private static func tables(_ document: Document) -> [ReviewQuestion] {
    var boundaryOf: [String: String] = [:]
    for file in document.files where file.role == "production" {
      boundaryOf[file.path] = file.boundary
    }
    return document.tables.compactMap { table in
      let writers = table.writingBoundaries.filter { !$0.hasPrefix("@") }
      guard let owner = table.ownership?.owner, writers.count > 1 else { return nil }
      let foreign = table.writers.filter { place in
        boundaryOf[place.file].map { $0 != owner && !$0.hasPrefix("@") } ?? false
      }
      let files = Array(Set(foreign.map(\.file))).sorted { $0.precedesBytewise($1) }
      guard !files.isEmpty else { return nil }
      var answers: [ReviewQuestion.Answer] = []
      for (key, file) in zip(["1", "2", "3"], files) {
        answers.append(
          .init(key, ["move", Glob.escaping(file), owner], "\(file) moves to \(owner)"))
      }
      if writers.count == 2 {
        answers.append(.init("m", ["merge"] + writers, "\(writers[0]) and \(writers[1]) are one"))
      }
      return ReviewQuestion(
        id: "table " + table.name, kind: "table",
        question: "who writes \(table.store) \(table.name)? \(owner) owns it",
        reason: "written by \(writers.joined(separator: ", "))", evidence: Array(foreign.prefix(6)),
        isOpen: true, cost: table.writers.count, stability: 0, answers: answers)
    }
  }
}
