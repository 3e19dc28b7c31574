internal import Basics
internal import ReportModel

/// Which boundary of one document is which of another: of the same name, or else with most of the
/// same files.
struct BoundaryMatch {
  private let old: Document
  private let new: Document
  /// Old identifier to new.
  private var successor: [String: String] = [:]
  /// Files that both have, with both places.
  private var common: [(path: String, old: String, new: String)] = []

  /// From this share of common files among all of both on, two boundaries are one.
  private static let threshold = 0.5

  init(_ old: Document, _ new: Document, renamed: [String: String]) {
    self.old = old
    self.new = new
    var places: [String: String] = [:]
    for file in old.files { places[renamed[file.path] ?? file.path] = file.boundary }
    for file in new.files {
      if let place = places[file.path] { common.append((file.path, place, file.boundary)) }
    }
    match()
  }

  private mutating func match() {
    struct Pair: Hashable {
      var old: String
      var new: String
    }
    var shared: [Pair: Int] = [:]
    var sizes: (old: [String: Int], new: [String: Int]) = ([:], [:])
    for file in common {
      shared[Pair(old: file.old, new: file.new), default: 0] += 1
      sizes.old[file.old, default: 0] += 1
      sizes.new[file.new, default: 0] += 1
    }
    let newIDs = Set(new.boundaries.boundaries.map(\.id))
    var taken: Set<String> = []
    for boundary in old.boundaries.boundaries where newIDs.contains(boundary.id) {
      // A name that stands for other files now is another boundary.
      let same = shared[Pair(old: boundary.id, new: boundary.id)] ?? 0
      guard same > 0 || sizes.old[boundary.id] == nil else { continue }
      successor[boundary.id] = boundary.id
      taken.insert(boundary.id)
    }
    let pairs = shared.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new)
    }
    for (pair, count) in pairs {
      guard !pair.old.hasPrefix("@"), !pair.new.hasPrefix("@"), successor[pair.old] == nil,
        !taken.contains(pair.new)
      else { continue }
      let union = sizes.old[pair.old]! + sizes.new[pair.new]! - count
      guard Double(count) >= Self.threshold * Double(union) else { continue }
      successor[pair.old] = pair.new
      taken.insert(pair.new)
    }
  }

  /// What an old boundary is called now; its own name where it is gone, and for labels.
  func newName(_ id: String) -> String { successor[id] ?? id }

  /// Largest change first.
  func changes() -> [DifferenceReport.BoundaryChange] {
    var moves: [String: (arrived: [Move], left: [Move])] = [:]
    for file in common where newName(file.old) != file.new {
      moves[file.new, default: ([], [])].arrived.append(
        Move(file: file.path, other: newName(file.old)))
      moves[newName(file.old), default: ([], [])].left.append(
        Move(file: file.path, other: file.new))
    }
    let before = Dictionary(old.boundaries.boundaries.map { ($0.id, $0.members.count) }) { $1 }
    let after = Dictionary(new.boundaries.boundaries.map { ($0.id, $0.members.count) }) { $1 }
    var changes: [DifferenceReport.BoundaryChange] = []
    for (id, count) in before where successor[id] == nil {
      var change = DifferenceReport.BoundaryChange(
        change: "removed", old: id, new: nil, filesOld: count, filesNew: 0)
      change.left = moves[id]?.left ?? []
      changes.append(change)
    }
    let origin = Dictionary(successor.map { ($0.value, $0.key) }) { first, _ in first }
    for (id, count) in after {
      let earlier = origin[id]
      let kind = earlier == nil ? "added" : earlier == id ? "changed" : "renamed"
      var change = DifferenceReport.BoundaryChange(
        change: kind, old: earlier, new: id, filesOld: earlier.flatMap { before[$0] } ?? 0,
        filesNew: count)
      change.arrived = moves[id]?.arrived ?? []
      change.left = earlier == nil ? [] : moves[id]?.left ?? []
      if kind != "changed" || !change.arrived.isEmpty || !change.left.isEmpty {
        changes.append(change)
      }
    }
    return changes.sorted { a, b in
      let (x, y) = (size(a), size(b))
      return x != y ? x > y : (a.new ?? a.old ?? "").precedesBytewise(b.new ?? b.old ?? "")
    }
  }

  private typealias Move = DifferenceReport.BoundaryChange.Move

  private func size(_ change: DifferenceReport.BoundaryChange) -> Int {
    max(change.arrived.count + change.left.count, abs(change.filesNew - change.filesOld))
  }
}
