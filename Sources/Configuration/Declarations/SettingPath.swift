internal import Basics

/// A way through a tree of settings, as rules write it.
///
/// ```
/// path    = [ "/" ] step { ( "." | "->" ) step } ;
/// step    = "^" … | "@" | "*" | "+" | "**" | "=" | names | "[" names "]" ;
/// names   = name { "|" name } ;          (* a name may hold "*" *)
/// ```
///
/// `/` starts at the top of the document, `^` goes up once for each mark, `@` is the key under which
/// the setting stands, `*` is everything one level below, `+` the first there, `**` everything at any
/// depth, `=` the setting itself, and `->` goes on at the resources that the settings so far refer to. Brackets hold
/// names with dots or arrows in them.
package struct SettingPath: Sendable, Hashable {
  package enum Step: Sendable, Hashable {
    case top
    case up(Int)
    case key
    case itself
    case deep
    case children
    case first
    case named([WildcardPattern])
    case referred
  }

  /// As written.
  package let text: String
  package let steps: [Step]

  /// Nil for what is no path.
  package init?(_ text: String) {
    self.text = text
    var steps: [Step] = []
    var rest = Substring(text)
    if rest.hasPrefix("/") {
      steps.append(.top)
      rest = rest.dropFirst()
    }
    while !rest.isEmpty {
      guard let step = Self.step(&rest) else { return nil }
      steps.append(step)
      if rest.isEmpty { break }
      if rest.hasPrefix("->") {
        steps.append(.referred)
        rest = rest.dropFirst(2)
        if rest.isEmpty { break }
      } else if rest.hasPrefix(".") {
        rest = rest.dropFirst()
        if rest.isEmpty { return nil }
      } else if case .up = step {
        continue
      } else {
        return nil
      }
    }
    guard !steps.isEmpty else { return nil }
    self.steps = steps
  }

  private static func step(_ rest: inout Substring) -> Step? {
    if rest.hasPrefix("^") {
      let marks = rest.prefix { $0 == "^" }
      rest = rest.dropFirst(marks.count)
      return .up(marks.count)
    }
    if rest.hasPrefix("[") {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      let names = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      return named(names)
    }
    let end = rest.firstRange(of: "->")?.lowerBound ?? rest.endIndex
    let word = rest[..<end].prefix { $0 != "." }
    rest = rest[word.endIndex...]
    switch word {
    case "": return nil
    case "@": return .key
    case "=": return .itself
    case "*": return .children
    case "+": return .first
    case "**": return .deep
    default: return named(word)
    }
  }

  private static func named(_ names: Substring) -> Step? {
    let all = names.split(separator: "|", omittingEmptySubsequences: false)
    return all.contains("") ? nil : .named(all.map { WildcardPattern(String($0)) })
  }
}

/// A text in which `*` stands for any text. Nothing else is special, so that matching takes time
/// linear in the text for each `*`, whoever wrote the pattern.
package struct WildcardPattern: Sendable, Hashable {
  package let text: String
  private let parts: [[UInt8]]
  private let ignoresCase: Bool

  /// A pattern that begins with `~` ignores the case of letters of ASCII.
  package init(_ text: String) {
    self.text = text
    ignoresCase = text.hasPrefix("~")
    let plain = Array(text.utf8.dropFirst(ignoresCase ? 1 : 0))
    let folded = ignoresCase ? plain.map(Self.lower) : plain
    parts = folded.split(
      separator: UInt8(ascii: "*"), maxSplits: .max, omittingEmptySubsequences: false
    ).map(Array.init)
  }

  /// Whether the pattern is a plain text.
  package var isLiteral: Bool { parts.count == 1 && !ignoresCase }

  package func matches(_ text: String) -> Bool {
    var bytes = Array(text.utf8)
    if ignoresCase { bytes = bytes.map(Self.lower) }
    guard parts.count > 1 else { return bytes == parts[0] }
    guard bytes.starts(with: parts[0]) else { return false }
    var rest = bytes[parts[0].count...]
    for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
      guard let place = rest.firstRange(of: part) else { return false }
      rest = rest[place.upperBound...]
    }
    let last = parts[parts.count - 1]
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte
  }
}
