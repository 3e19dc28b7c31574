package import History

/// What is known of the past of a graph's files.
package struct PastEvidence: Sendable {
  /// Commits by file of the graph.
  package var changes: ChangeHistory
  /// For each file its declared owners, ascending; indexes into ``ownerNames``.
  package var owners: [[Int]]
  package var ownerNames: [String]

  /// `owners` are names for each file.
  package init(changes: ChangeHistory, owners: [[String]]) {
    self.changes = changes
    let names = Set(owners.joined()).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var number: [String: Int] = [:]
    for (index, name) in names.enumerated() { number[name] = index }
    self.owners = owners.map { $0.map { number[$0]! }.sorted() }
    ownerNames = names
  }

  /// The same for files in another order: file `n` is what was `origins[n]`.
  package func renumbered(origins: [Int]) -> PastEvidence {
    var place = [Int](repeating: -1, count: owners.count)
    for (new, old) in origins.enumerated() { place[old] = new }
    var moved = self
    moved.owners = origins.map { owners[$0] }
    for index in moved.changes.commits.indices {
      moved.changes.commits[index].files = moved.changes.commits[index].files
        .map { place[$0] }.filter { $0 >= 0 }.sorted()
    }
    return moved
  }
}
