import Basics
import ReportModel

/// One question of a review, with its evidence and the commands that answer it.
struct Suggestion {
  enum Kind: Int { case decision, placement, table, cycle, boundary, shared }

  var kind: Kind
  var question: String
  var reason: String
  var evidence: [Place]
  /// What to run, and what it does.
  var answers: [(command: String, effect: String)]
  /// Nothing firm speaks for the answer.
  var isOpen: Bool
  /// References that the answer moves across or along a boundary: what a wrong answer costs.
  var cost: Int

  /// All questions of `document`: open ones first, then the costly ones.
  static func all(of document: Document) -> [Suggestion] {
    let found =
      decisions(document) + placements(document) + tables(document) + cycles(document)
      + boundaries(document) + shared(document)
    return found.enumerated().sorted { a, b in
      if a.element.isOpen != b.element.isOpen { return a.element.isOpen }
      if a.element.cost != b.element.cost { return a.element.cost > b.element.cost }
      return a.offset < b.offset
    }.map(\.element)
  }

  private static func decisions(_ document: Document) -> [Suggestion] {
    let report = document.decisions
    let stale = report.unmatched.map { ($0, "a decision matches nothing any more") }
    let torn = report.contradictions.map { ($0, "a decision contradicts another") }
    return (stale + torn).map { entry, problem in
      Suggestion(
        kind: .decision, question: "\(problem): \(entry.text)", reason: entry.outcome,
        evidence: entry.line.map { [Place(file: "cleave.decisions.yml", line: $0)] } ?? [],
        answers: [], isOpen: true, cost: .max)
    }
  }

  private static func placements(_ document: Document) -> [Suggestion] {
    document.boundaries.boundaries.flatMap { boundary in
      boundary.members.filter { $0.confidence != "firm" }.map { member in
        let path = document.files[member.file].path
        let pattern = ShellWord.pattern(path)
        var answers = [
          ("cleave decide pin \(pattern) \(ShellWord.quoted(boundary.id))", "keep it there")
        ]
        if let other = member.alternative {
          answers.append(
            ("cleave decide move \(pattern) \(ShellWord.quoted(other))", "move it to \(other)"))
        }
        let other = member.alternative.map { "\(member.alternativeReferences.grouped) to \($0)" }
        let stability = member.stability.fixed(2)
        return Suggestion(
          kind: .placement, question: "does \(path) belong to \(boundary.id)?",
          reason: "\(member.reason); " + (other.map { $0 + ", " } ?? "")
            + "stability \(stability)",
          evidence: member.evidence, answers: answers, isOpen: member.confidence == "open",
          cost: member.inside + member.alternativeReferences)
      }
    }
  }

  private static func tables(_ document: Document) -> [Suggestion] {
    let production = Set(document.files.filter { $0.role == "production" }.map(\.path))
    return document.tables.filter { $0.writingBoundaries.count > 1 }.map { table in
      let owners = table.writingBoundaries
      return Suggestion(
        kind: .table, question: "which boundary owns \(table.store) \(table.name)?",
        reason: "written by \(owners.joined(separator: ", "))",
        evidence: table.writers.filter { production.contains($0.file) },
        answers: owners.count == 2 && !owners.contains { $0.hasPrefix("@") }
          ? [
            (
              "cleave decide merge \(owners.map(ShellWord.quoted).joined(separator: " "))",
              "one owner"
            )
          ]
          : [],
        isOpen: true, cost: table.writers.count)
    }
  }

  private static func cycles(_ document: Document) -> [Suggestion] {
    document.cycles.modules.map { cycle in
      let edges = cycle.breakers.prefix(3).map {
        "\(document.modules[$0.from].label) -> \(document.modules[$0.to].label)"
      }
      let more = cycle.breakers.count > 3 ? " and \(cycle.breakers.count - 3) more" : ""
      return Suggestion(
        kind: .cycle,
        question: "a cycle of \(cycle.members.count.counted("module")): cut"
          + " \(edges.joined(separator: ", "))\(more)?",
        reason: "\(cycle.references.counted("reference")) hold it together",
        evidence: cycle.breakers.flatMap(\.places), answers: [], isOpen: false,
        cost: cycle.breakers.reduce(0) { $0 + $1.references })
    }
  }

  private static func boundaries(_ document: Document) -> [Suggestion] {
    let decided = Set(
      document.boundaries.boundaries.filter { $0.decisions?.isEmpty == false }.map(\.id))
    return document.boundaries.boundaries.filter { !decided.contains($0.id) }.map { boundary in
      let id = ShellWord.quoted(boundary.id)
      let crossing = document.boundaries.crossings
        .filter { $0.from == boundary.id || $0.to == boundary.id }.reduce(0) { $0 + $1.count }
      let entries = boundary.entryPoints + boundary.exposes.prefix(3).map(\.place)
      return Suggestion(
        kind: .boundary,
        question: "is \(boundary.name.isEmpty ? boundary.id : boundary.name) a boundary of"
          + " \(boundary.members.count.counted("file"))?",
        reason: "stability \(boundary.stability.fixed(2)), \(crossing.counted("reference"))"
          + " across it; speaks of \(boundary.vocabulary.prefix(5).joined(separator: ", "))",
        evidence: entries,
        answers: [
          ("cleave decide accept \(id)", "its members stay together"),
          ("cleave decide reject \(id) --reason TEXT", "it must not come back"),
          ("cleave decide rename \(id) NAME", "a better name"),
        ],
        isOpen: boundary.stability < 0.5, cost: crossing)
    }
  }

  private static func shared(_ document: Document) -> [Suggestion] {
    document.boundaries.shared.map { entry in
      let path = document.files[entry.file].path
      let pattern = ShellWord.pattern(path)
      return Suggestion(
        kind: .shared, question: "is \(path) \(entry.label)?", reason: entry.reason, evidence: [],
        answers: [
          ("cleave decide shared \(pattern)", "keep it out of the boundaries"),
          ("cleave decide move \(pattern) BOUNDARY", "give it to one"),
        ],
        isOpen: false, cost: entry.users.count)
    }
  }
}

/// Words of a command line that a shell reads as they are meant.
enum ShellWord {
  /// As it is if harmless, in single quotes, or as `$'…'` where it holds control characters.
  static func quoted(_ text: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./@%+=:,-".utf8)
    if !text.isEmpty, text.utf8.allSatisfy(plain.contains), !text.hasPrefix("-") { return text }
    if text.escapedForTerminal == text {
      return "'" + text.replacing("'", with: "'\\''") + "'"
    }
    let inner = text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    return "$'" + inner.escapedForTerminal + "'"
  }

  /// A pattern that matches this path alone, and is not taken for an option.
  static func pattern(_ path: String) -> String {
    (path.hasPrefix("-") ? "-- " : "") + quoted(Glob.escaping(path))
  }
}
