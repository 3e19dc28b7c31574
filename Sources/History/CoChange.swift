/// Which files change together, and how much that says.
///
/// A change of a file is one unit of attention, divided among the n - 1 files that change with it. What
/// two files give each other over all commits, divided by √(changes of one · changes of the other), is
/// their strength: 1 for two files that change in the same commits and with nothing else, small where
/// one of them changes all the time. Pairs cost at most n² / 2 for each commit, which are small.
package struct CoChange: Sendable {
  package struct Pair: Sendable, Equatable {
    /// The lower file.
    package var a: Int
    package var b: Int
    /// Commits that changed both.
    package var support: Int
    /// 0 to 1.
    package var strength: Double
    /// The oldest of these commits.
    package var first: Int

    package init(a: Int, b: Int, support: Int, strength: Double, first: Int) {
      self.a = a
      self.b = b
      self.support = support
      self.strength = strength
      self.first = first
    }
  }

  /// By files.
  package let pairs: [Pair]
  /// For each file the commits that changed it.
  package let changes: [Int]

  /// Of the files for which `counts` holds, those changed together in at least `support` commits.
  package init(_ history: ChangeHistory, least support: Int, counts: (Int) -> Bool) {
    struct Meeting {
      var pair: UInt64
      var commit: UInt32
      var share: Float
    }
    var changes = [Int](repeating: 0, count: history.fileCount)
    var meetings: [Meeting] = []
    for (number, commit) in history.commits.enumerated() {
      let files = commit.files.filter(counts)
      for file in files { changes[file] += 1 }
      for (index, a) in files.enumerated() {
        for b in files[(index + 1)...] {
          meetings.append(
            Meeting(
              pair: UInt64(a) << 32 | UInt64(b), commit: UInt32(number),
              share: 1 / Float(files.count - 1)))
        }
      }
    }
    meetings.sort { ($0.pair, $0.commit) < ($1.pair, $1.commit) }
    var pairs: [Pair] = []
    var start = 0
    while start < meetings.count {
      var (end, sum) = (start, 0.0)
      while end < meetings.count, meetings[end].pair == meetings[start].pair {
        sum += Double(meetings[end].share)
        end += 1
      }
      if end - start >= support {
        let (a, b) = (Int(meetings[start].pair >> 32), Int(meetings[start].pair & 0xffff_ffff))
        let most = Double(changes[a] * changes[b]).squareRoot()
        pairs.append(
          Pair(
            a: a, b: b, support: end - start, strength: min(1, sum / most),
            first: Int(meetings[end - 1].commit)))
      }
      start = end
    }
    self.pairs = pairs
    self.changes = changes
  }
}
