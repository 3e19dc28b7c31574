import Basics
import History
import Testing

private func history(_ commits: [[Int]], files: Int = 5) -> ChangeHistory {
  ChangeHistory(
    commits: commits.enumerated().map { .init(id: "\($0.offset)", author: 0, files: $0.element) },
    fileCount: files, authorCount: 1)
}

@Test func `strength is what two files give each other of what they could`() {
  // 0 and 1 always and alone; 2 with 3 once alone, once among three; 4 by itself.
  let change = CoChange(
    history([[0, 1], [0, 1], [2, 3], [2, 3, 4], [4], [4]]), least: 1
  ) { _ in true }
  let pairs = change.pairs.map { "\($0.a)-\($0.b) \($0.support) \($0.strength) \($0.first)" }
  #expect(
    pairs == [
      "0-1 2 1.0 1", "2-3 2 0.75 3", "2-4 1 \(0.5 / 6.0.squareRoot()) 3",
      "3-4 1 \(0.5 / 6.0.squareRoot()) 3",
    ])
  #expect(change.changes == [2, 2, 2, 2, 3])
}

@Test func `files that do not count take no attention`() {
  let change = CoChange(history([[0, 1, 2], [0, 1]]), least: 2) { $0 != 2 }
  #expect(change.pairs == [CoChange.Pair(a: 0, b: 1, support: 2, strength: 1, first: 1)])
  #expect(CoChange(history([]), least: 1) { _ in true }.pairs.isEmpty)
}

/// Strengths stay between 0 and 1, and pairs are those of a count by hand.
@Test func `pairs of random histories are those of a plain count`() {
  var generator = SeededGenerator(seed: 7)
  for _ in 0..<50 {
    let commits = (0..<30).map { _ in
      (0..<8).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
    }
    let change = CoChange(history(commits, files: 8), least: 1) { _ in true }
    var counts: [[Int]: Int] = [:]
    for files in commits {
      for a in files { for b in files where a < b { counts[[a, b], default: 0] += 1 } }
    }
    #expect(change.pairs.count == counts.count)
    for pair in change.pairs {
      #expect(pair.support == counts[[pair.a, pair.b]])
      #expect(pair.strength > 0 && pair.strength <= 1)
      #expect(commits.lastIndex { $0.contains(pair.a) && $0.contains(pair.b) } == pair.first)
    }
  }
}
