internal import Basics
internal import ReportModel
internal import Review

/// Where files belong that are not firm where they are. Those of one folder with the same two
/// alternatives are one question.
struct PlacementQuestions {
  private let base: ReviewQuestions
  private let opened: Set<String>

  private var document: Document { base.document }
  private var names: BoundaryNames { base.names }

  init(_ questions: ReviewQuestions, _ opened: Set<String>) {
    base = questions
    self.opened = opened
  }

  private struct Case {
    var member: BoundaryEntry.MemberEntry
    var boundary: String
    var path: String
  }

  private struct Group: Hashable {
    var boundary: String
    var alternative: String?
    var folder: String
    var isOpen: Bool

    var id: String { "places \(folder) \(boundary) \(alternative ?? "-") \(isOpen)" }
  }

  /// Open ones first, then the costly ones.
  func all() -> [ReviewQuestion] {
    var groups: [Group: [Case]] = [:]
    var order: [Group] = []
    for boundary in document.boundaries.boundaries {
      for member in boundary.members where member.confidence != "firm" {
        let path = document.files[member.file].path
        guard !base.slots.contains("place " + Glob.escaping(path)) else { continue }
        let group = Group(
          boundary: boundary.id, alternative: member.alternative, folder: Self.folder(of: path),
          isOpen: member.confidence == "open")
        if groups[group] == nil { order.append(group) }
        groups[group, default: []].append(Case(member: member, boundary: boundary.id, path: path))
      }
    }
    let questions = order.flatMap { group -> [ReviewQuestion] in
      let cases = groups[group]!
      return cases.count > 1 && !opened.contains(group.id)
        ? [question(group, cases)] : cases.map(question)
    }
    return questions.enumerated().sorted { a, b in
      if a.element.isOpen != b.element.isOpen { return a.element.isOpen }
      if a.element.cost != b.element.cost { return a.element.cost > b.element.cost }
      return a.offset < b.offset
    }.map(\.element)
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  // MARK: Questions

  private func question(_ one: Case) -> ReviewQuestion {
    let (member, here) = (one.member, names[one.boundary])
    var reason = member.reason
    // The reason of most says how many references there are inside.
    if !reason.hasPrefix("\(member.inside) reference") {
      reason += "; \(Words.counted(member.inside, "reference")) inside"
    }
    if let other = member.alternative {
      reason += ", \(Words.grouped(member.alternativeReferences)) to \(names[other])"
    }
    return ReviewQuestion(
      id: "place " + one.path, kind: .placement, question: "does \(one.path) belong to \(here)?",
      reason: reason, evidence: member.evidence, isOpen: member.confidence == "open",
      cost: member.inside + member.alternativeReferences, stability: member.stability,
      answers: answers([Glob.escaping(one.path)], [member.file], one.boundary, member.alternative))
  }

  private func question(_ group: Group, _ cases: [Case]) -> ReviewQuestion {
    let files = cases.map(\.member.file)
    let patterns = base.patterns(files)
    let inside = cases.reduce(0) { $0 + $1.member.inside }
    let other = cases.reduce(0) { $0 + $1.member.alternativeReferences }
    let to = group.alternative.map { ", \(Words.grouped(other)) to \(names[$0])" } ?? ""
    let place = group.folder.isEmpty ? "at the top" : "of \(group.folder)"
    var question = ReviewQuestion(
      id: group.id, kind: .placement,
      question: "do \(cases.count) files \(place) belong to \(names[group.boundary])?",
      reason: "\(Words.counted(inside, "reference")) inside\(to), all of them together",
      evidence: cases.flatMap { $0.member.evidence.prefix(1) }, isOpen: group.isOpen,
      cost: inside + other, stability: cases.map(\.member.stability).min(),
      answers: answers(patterns, files, group.boundary, group.alternative))
    question.files = cases.map(\.path)
    return question
  }

  private func answers(
    _ patterns: [String], _ files: [Int], _ here: String, _ other: String?
  ) -> [ReviewQuestion.Answer] {
    let isOne = files.count == 1
    let (it, stays, moves, is_) =
      isOne ? ("it", "stays", "moves", "is") : ("all", "stay", "move", "are")
    return [
      base.answer("y", "pin", patterns, [here], "\(it) \(stays) in \(names[here])"),
      other.flatMap {
        base.answer("m", "move", patterns, [$0], "\(it) \(moves) to \(names[$0])")
      },
      base.answer("c", "shared", patterns, [], "\(it) \(is_) common code of no boundary"),
      base.answer("d", "dead", patterns, [], base.deadText(files)),
    ].compactMap { $0 }
  }
}
