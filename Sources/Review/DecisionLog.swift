/// What was decided in one sitting, so that it can be taken back and given again.
///
/// Every act is in the file before it is in the log. Whoever calls holds the lock of the file.
package struct DecisionLog {
  /// Decisions that were recorded, or taken out, together.
  package struct Act: Sendable {
    /// One matter, before and after.
    package struct Change: Sendable {
      package var slot: String
      package var before: Decision?
      package var after: Decision?
    }

    package var title: String
    package var changes: [Change]
    /// The text of the file around it: where nobody has touched it since, undoing brings every byte
    /// back.
    var textBefore: String?
    var textAfter: String?
  }

  /// The file does not say what the act left there; lower case, without a full stop.
  package struct Changed: Error, CustomStringConvertible {
    package var description: String
  }

  package private(set) var done: [Act] = []
  package private(set) var undone: [Act] = []
  private let store: DecisionStore

  package init(_ store: DecisionStore) { self.store = store }

  /// Records the decisions at once. Nil where the file says all of it already.
  package mutating func record(_ decisions: [Decision], title: String) throws -> Act? {
    let earlier = try store.load()
    let slots = Set(decisions.map(\.slot))
    let held = Self.bySlot(earlier, slots)
    let text = try store.read()
    _ = try store.record(decisions)
    let now = Self.bySlot(try store.load(), slots)
    return try finish(title, slots, held, now, text)
  }

  /// Takes the decision on that matter out of the file. Nil where there is none.
  package mutating func withdraw(slot: String, title: String) throws -> Act? {
    let held = Self.bySlot(try store.load(), [slot])
    let text = try store.read()
    guard try store.withdraw(slot: slot) else { return nil }
    return try finish(title, [slot], held, [:], text)
  }

  private mutating func finish(
    _ title: String, _ slots: Set<String>, _ held: [String: Decision], _ now: [String: Decision],
    _ text: String?
  ) throws -> Act? {
    let changes = slots.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .filter { held[$0] != now[$0] }
      .map { Act.Change(slot: $0, before: held[$0], after: now[$0]) }
    guard !changes.isEmpty else { return nil }
    let act = Act(
      title: title, changes: changes, textBefore: text, textAfter: try store.read())
    done.append(act)
    undone = []
    return act
  }

  /// Takes the last act back. Nil if there is none; throws ``Changed`` where somebody decided anew on
  /// one of its matters since.
  package mutating func undo() throws -> Act? {
    guard let act = done.last else { return nil }
    try apply(
      act.changes.map { ($0.slot, $0.after, $0.before) }, act, act.textAfter, act.textBefore)
    undone.append(done.removeLast())
    return act
  }

  /// Gives the act that was taken back last again. Nil if there is none.
  package mutating func redo() throws -> Act? {
    guard let act = undone.last else { return nil }
    try apply(
      act.changes.map { ($0.slot, $0.before, $0.after) }, act, act.textBefore, act.textAfter)
    done.append(undone.removeLast())
    return act
  }

  /// By bytes: texts that only compose their letters differently are edited, too.
  private func isSame(_ a: String?, _ b: String?) -> Bool {
    a.map { Array($0.utf8) } == b.map { Array($0.utf8) }
  }

  private func apply(
    _ steps: [(slot: String, from: Decision?, to: Decision?)], _ act: Act, _ expected: String?,
    _ restored: String?
  ) throws {
    let text = try store.read()
    if isSame(text, expected) {
      if let restored { return try store.write(restored) }
      // There was no file before the first decision.
      if let remove = store.remove { return try remove() }
    }
    let held = Self.bySlot(try DecisionFile(text), Set(steps.map(\.slot)))
    for step in steps where held[step.slot] != step.from {
      throw Changed(
        description: "\"\(act.title)\" stays: the file says something else about it by now")
    }
    var file = try DecisionFile(text)
    for step in steps {
      if let decision = step.to {
        file = try DecisionFile(try file.recording(decision).text)
      } else if let without = try file.withdrawing(slot: step.slot) {
        file = try DecisionFile(without)
      }
    }
    try store.write(file.text)
  }

  /// Of several on one matter the last, as an edit takes it.
  private static func bySlot(_ file: DecisionFile, _ slots: Set<String>) -> [String: Decision] {
    var found: [String: Decision] = [:]
    for placed in file.decisions where slots.contains(placed.decision.slot) {
      found[placed.decision.slot] = placed.decision
    }
    return found
  }
}
