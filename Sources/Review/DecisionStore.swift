/// The decisions file of a repository, read and written through the given closures.
///
/// `write` must replace the file at once or not at all. The file is read again before every edit, so
/// that what others wrote in between stays; two writers at one moment need a lock around `record`.
package struct DecisionStore {
  /// The text of the file; nil if there is none.
  package var read: () throws -> String?
  package var write: (String) throws -> Void

  package init(read: @escaping () throws -> String?, write: @escaping (String) throws -> Void) {
    self.read = read
    self.write = write
  }

  package func load() throws -> DecisionFile { try DecisionFile(try read()) }

  /// Puts the decision into the file; writes nothing where the file says so already.
  package func record(_ decision: Decision) throws -> DecisionChange {
    let edit = try load().recording(decision)
    if case .unchanged = edit.change { return edit.change }
    try write(edit.text)
    return edit.change
  }

  /// Takes the decision on that matter out of the file; whether there was one.
  package func withdraw(slot: String) throws -> Bool {
    guard let text = try load().withdrawing(slot: slot) else { return false }
    try write(text)
    return true
  }
}
