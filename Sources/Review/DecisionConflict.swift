internal import Basics

/// Ends the conflicts that git left in a decisions file: what both sides decided is kept.
///
/// Decisions on different matters never contradict by being near each other in the text, which is
/// all that git sees. Of two on one matter the later date holds; where both have the same, or none,
/// somebody has to say whose is preferred.
package struct DecisionConflict {
  package enum Side: String, Sendable, CaseIterable { case ours, theirs }

  /// What came of it.
  package struct Resolution: Sendable, Equatable {
    package var text: String
    /// Decisions of the other side that were put in.
    package var taken = 0
    /// Matters on which both sides had decided, and which side holds; a sentence each.
    package var settled: [String] = []
  }

  /// Two decisions on one matter that only a person can choose between.
  package struct Undecided: Error, Sendable, Equatable, CustomStringConvertible {
    package var matters: [String]

    package var description: String {
      matters.joined(separator: "\n") + "\nsay whose holds: --prefer ours or --prefer theirs"
    }
  }

  private let ours: String
  private let theirs: String

  /// Nil where the text has no conflict.
  package init?(_ text: String) {
    var (ours, theirs) = ("", "")
    var place = Place.both
    var found = false
    let lines = TextLines(text)
    for (line, end) in zip(lines.lines, lines.ends) {
      switch place {
      case .both where line.hasPrefix("<<<<<<< "): (place, found) = (.ours, true)
      case .ours where line.hasPrefix("||||||| "): place = .base
      case .ours where line == "=======", .base where line == "=======": place = .theirs
      case .theirs where line.hasPrefix(">>>>>>> "): place = .both
      case .both:
        ours += line + end
        theirs += line + end
      case .ours: ours += line + end
      case .theirs: theirs += line + end
      case .base: break
      }
    }
    guard found, place == .both else { return nil }
    self.ours = ours
    self.theirs = theirs
  }

  private enum Place { case both, ours, base, theirs }

  /// Throws ``Undecided`` and, where a side is no decisions file, ``DecisionFileError``.
  package func resolved(prefer: Side? = nil) throws -> Resolution {
    let mine = try DecisionFile(ours)
    let other = try DecisionFile(theirs)
    let held = Dictionary(mine.decisions.map { ($0.decision.slot, $0.decision) }) { $1 }
    var resolution = Resolution(text: mine.text)
    var open: [String] = []
    for placed in other.decisions {
      let decision = placed.decision
      if let earlier = held[decision.slot] {
        if decision == earlier || decision.agrees(with: earlier) { continue }
        guard let side = prefer ?? later(earlier, decision) else {
          open.append("\(describe(earlier, .ours))\n\(describe(decision, .theirs))")
          continue
        }
        resolution.settled.append("\"\(decision.title)\": \(side.rawValue) holds")
        if side == .ours { continue }
      } else {
        resolution.taken += 1
      }
      resolution.text = try DecisionFile(resolution.text)
        .recording(decision, as: other.written(decision)).text
    }
    guard open.isEmpty else { throw Undecided(matters: open) }
    return resolution
  }

  private func later(_ ours: Decision, _ theirs: Decision) -> Side? {
    let (a, b) = (ours.date ?? "", theirs.date ?? "")
    return a == b ? nil : a > b ? .ours : .theirs
  }

  private func describe(_ decision: Decision, _ side: Side) -> String {
    let who = [decision.author, decision.date].compactMap { $0 }.joined(separator: ", ")
    let to = decision.to.map { " to \"\($0)\"" } ?? ""
    return "\(side.rawValue): \"\(decision.title)\"\(to)" + (who.isEmpty ? "" : " (\(who))")
      + (decision.reason.map { ": \($0)" } ?? "")
  }
}

extension DecisionFile {
  /// The text with every pattern that is followed to a renamed file written with its new name, and
  /// which those were.
  package func renewing(_ scope: ReviewScope) throws(DecisionFileError) -> (
    text: String, renewed: [String]
  ) {
    var text = self.text
    var renewed: [String] = []
    for placed in decisions {
      var decision = placed.decision
      let changes = decision.renew(scope)
      guard !changes.isEmpty else { continue }
      renewed += changes
      guard let without = try DecisionFile(text).withdrawing(slot: placed.decision.slot) else {
        continue
      }
      text = try DecisionFile(without).recording(decision).text
    }
    return (text, renewed)
  }
}

extension Decision {
  /// Replaces patterns by what they became; a subject only by one file, since it is one pattern.
  fileprivate mutating func renew(_ scope: ReviewScope) -> [String] {
    var changes: [String] = []
    func patterns(_ pattern: String) -> [String] {
      let sure = (scope.renamed(pattern) ?? []).filter { $0.likeness >= ReviewScope.surelySame }
      guard !sure.isEmpty else { return [pattern] }
      let new = MemberPatterns.describe(Set(sure.map(\.file)).sorted(), in: scope)
      changes.append("\"\(pattern)\" is \(new.map { "\"\($0)\"" }.joined(separator: ", ")) now")
      return new
    }
    if act.concernsFiles {
      let new = patterns(subject)
      if new.count == 1 { subject = new[0] } else { changes.removeAll() }
      if act == .keepTogether || act == .keepApart { with = with.flatMap(patterns) }
    }
    members = members.flatMap(patterns)
    around = around.flatMap(patterns)
    for index in into.indices { into[index].patterns = into[index].patterns.flatMap(patterns) }
    return changes
  }
}
