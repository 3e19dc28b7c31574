internal import Facts

/// Variables that are filled when they are first needed and never changed afterwards:
/// `if (rates == null) rates = load();`.
///
/// Such an assignment is no state that runs hand on to one another: each instance comes to the same. It is
/// told apart by what stands around it, in any language; a variable that is assigned otherwise anywhere in the
/// file is left what it is.
struct LazyFills {
  private let tokens: SourceTokens

  /// Lines and words that a condition may stand before its assignment.
  private static let maxLines = 6
  private static let maxWords = 80
  private static let nothing: Set<String> = [
    "nil", "null", "None", "undefined", "nullptr", "NULL", "isNull", "not", "is_null", "isset",
    "empty",
  ]

  init(_ tokens: SourceTokens) { self.tokens = tokens }

  /// Makes reads of such assignments. Linear in the references, but for a bounded look back from each.
  func settle(_ facts: inout FileFacts) {
    var fills: [UInt32: [Int]] = [:]
    var changed: Set<UInt32> = []
    for (place, reference) in facts.references.enumerated() where reference.kind == .globalWrite {
      guard reference.from != Reference.fileLevel else { continue }
      let name = facts.symbols[Int(reference.to)].name
      if isFill(of: name, at: reference.line) {
        fills[reference.to, default: []].append(place)
      } else {
        changed.insert(reference.to)
      }
    }
    for (variable, places) in fills where !changed.contains(variable) {
      for place in places { facts.references[place].kind = .globalRead }
    }
  }

  private func isFill(of name: String, at line: UInt32) -> Bool {
    var place = first(at: line)
    while place < tokens.count, tokens.line(place) == line {
      if tokens.isWord(place, name), let fill = fill(place) {
        return fill
      }
      place += 1
    }
    return false
  }

  /// Whether the assignment behind a name fills it; nil where there is none.
  private func fill(_ place: Int) -> Bool? {
    let next = place + 1
    if tokens.isPair(next, "?", "?") || tokens.isPair(next, "|", "|") {
      return tokens.isMark(next + 2, "=") ? true : nil
    }
    guard tokens.isMark(next, "="), !tokens.isMark(next + 1, "=") else { return nil }
    // What is set back to nothing begins anew.
    if Self.nothing.contains(tokens.text(next + 1)) { return false }
    return isAsked(tokens.text(place), before: place)
  }

  /// Whether a condition right before asks if the variable holds nothing.
  private func isAsked(_ name: String, before place: Int) -> Bool {
    let line = tokens.line(place)
    var index = place - 1
    let last = max(0, place - Self.maxWords)
    while index >= last, tokens.line(index) + UInt32(Self.maxLines) >= line {
      if tokens.isWord(index, "else") || tokens.isWord(index, "elif") { return false }
      if tokens.isWord(index, "if") { return isQuestion(index, name, end: place) }
      if tokens.isWord(index, "once") || tokens.isWord(index, "Once") { return true }
      index -= 1
    }
    return false
  }

  /// `if (name == null)`, `if not name:`, `if (!name)`, on the line of the word or the next.
  private func isQuestion(_ start: Int, _ name: String, end: Int) -> Bool {
    var hasName = false
    var hasNothing = false
    var index = start + 1
    while index < end, tokens.line(index) <= tokens.line(start) + 1 {
      if tokens.isMark(index, "{") || tokens.isMark(index, ":") || tokens.isWord(index, "then") {
        break
      }
      if tokens.isPair(index, "!", "=") { return false }
      hasName = hasName || tokens.isWord(index, name)
      hasNothing =
        hasNothing || tokens.isMark(index, "!") || Self.nothing.contains(tokens.text(index))
      index += 1
    }
    return hasName && hasNothing
  }

  /// The first token of a line or of those behind it, by binary search.
  private func first(at line: UInt32) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens.line(middle) < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
