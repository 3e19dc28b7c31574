/// The decisions file of a repository, read and written through the given closures.
///
/// `write` must replace the file at once or not at all. The file is read again before every edit, so
/// that what others wrote in between stays; two writers at one moment need a lock around `record`.
package struct DecisionStore {
  /// The text of the file; nil if there is none.
  package var read: () throws -> String?
  package var write: (String) throws -> Void
  /// Takes the file away; nil where that cannot be.
  package var remove: (() throws -> Void)?

  package init(
    read: @escaping () throws -> String?, write: @escaping (String) throws -> Void,
    remove: (() throws -> Void)? = nil
  ) {
    self.read = read
    self.write = write
    self.remove = remove
  }

  package func load() throws -> DecisionFile { try DecisionFile(try read()) }

  /// Puts the decision into the file; writes nothing where the file says so already.
  package func record(_ decision: Decision) throws -> DecisionChange {
    try record([decision])[0]
  }

  /// Puts all of the decisions into the file at once, or none; what came of each.
  package func record(_ decisions: [Decision]) throws -> [DecisionChange] {
    var file = try load()
    var changes: [DecisionChange] = []
    for decision in decisions {
      let edit = try file.recording(decision)
      changes.append(edit.change)
      if case .unchanged = edit.change { continue }
      file = try DecisionFile(edit.text)
    }
    let isChanged = changes.contains { if case .unchanged = $0 { false } else { true } }
    if isChanged { try write(file.text) }
    return changes
  }

  /// Takes the decision on that matter out of the file; whether there was one.
  package func withdraw(slot: String) throws -> Bool {
    guard let text = try load().withdrawing(slot: slot) else { return false }
    try write(text)
    return true
  }
}
