/// What the names of a file are assigned, read when somebody asks.
final class Assignments {
  private let tokens: SourceTokens
  private var reader: ChainReader
  /// Where the values of a name begin, in order.
  private var places: [String: [Int]] = [:]
  private var known: [Int: SourceValue] = [:]
  /// So many values are asked for, however names lead to one another.
  private var left = 20_000

  /// Linear in the tokens.
  init(_ tokens: SourceTokens) {
    self.tokens = tokens
    reader = ChainReader(tokens)
    for place in 0..<tokens.count where tokens.isWord(place) {
      if let value = valueStart(behind: place) {
        places[tokens.text(place), default: []].append(value)
      }
    }
  }

  /// What a name is assigned, the last before a place first; a few, where there are many.
  func values(of name: String, before place: Int) -> [(value: SourceValue, place: Int)] {
    guard let all = places[name] else { return [] }
    let before = all.partitioningIndex { $0 >= place }
    let near = all[..<before].suffix(3).reversed() + all[before...].prefix(2)
    return near.compactMap { start in value(at: start).map { ($0, start) } }
  }

  private func value(at start: Int) -> SourceValue? {
    if let value = known[start] { return value }
    guard left > 0 else { return nil }
    left -= 1
    var first = start
    while isPrefix(first) { first += 1 }
    guard first < tokens.count else { return nil }
    let end: Int
    if tokens[first].kind == .text {
      end = first + 1
    } else if tokens[first].kind == .mark, [0x28, 0x5b, 0x7b].contains(tokens[first].byte) {
      end = tokens.close(first) + 1
    } else if let chain = reader.chain(at: first, inValue: true) {
      end = chain.end
    } else {
      return nil
    }
    guard end > first, end <= tokens.count else { return nil }
    let value = reader.value(in: first..<end).withoutBuilders
    known[start] = value
    return value
  }

  private func isPrefix(_ place: Int) -> Bool {
    if tokens.isMark(place, "&") || tokens.isMark(place, "*") { return true }
    return tokens.isWord(place) && ["await", "new", "try"].contains(tokens.text(place))
      && tokens.isWord(place + 1)
  }

  /// `name = value`, `name := value`, `name: Type<Other> = value`; names of arguments are none.
  private func valueStart(behind place: Int) -> Int? {
    if tokens.isMark(place - 1, "(") || tokens.isMark(place - 1, ",") { return nil }
    var next = place + 1
    if tokens.isPair(next, ":", "=") { return next + 2 }
    if tokens.isMark(next, ":"), tokens.isWord(next + 1) {
      let limit = min(tokens.count, next + 16)
      next += 1
      while next < limit,
        tokens.isWord(next) || [".", "<", ">", "|"].contains(where: { tokens.isMark(next, $0) })
      {
        next += 1
      }
    }
    guard tokens.isMark(next, "="), !tokens.isMark(next + 1, "="), !tokens.isMark(next + 1, ">")
    else {
      return nil
    }
    return next + 1
  }
}

extension Array {
  /// The first index whose element fits, where those that do stand behind those that do not.
  fileprivate func partitioningIndex(_ fits: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
