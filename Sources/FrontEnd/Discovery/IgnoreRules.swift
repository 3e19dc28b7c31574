/// The rules of one ignore file, in the folder that it governs; read by us, as git would.
///
/// The last rule that matches decides. Names without wildcards and `*.ext` patterns, nearly all of
/// the rules in practice, are found by hash, the others one by one.
struct IgnoreRules: Sendable {
  private struct Rule: Sendable {
    var pattern: PathPattern
    var isNegated: Bool
    var foldersOnly: Bool
  }

  private static let slash = UInt8(ascii: "/")
  private static let dot = UInt8(ascii: ".")

  /// Length of the governed folder's path with its slash: rules see what follows.
  let baseLength: Int
  private var rules: [Rule] = []
  /// Numbers of rules, ascending.
  private var byName: [ArraySlice<UInt8>: [Int]] = [:]
  private var byExtension: [ArraySlice<UInt8>: [Int]] = [:]
  private var others: [Int] = []

  var isEmpty: Bool { rules.isEmpty }

  init(_ text: [UInt8], baseLength: Int) {
    self.baseLength = baseLength
    let content = text.starts(with: [0xef, 0xbb, 0xbf]) ? text[3...] : text[...]
    for line in content.split(separator: UInt8(ascii: "\n")) { add(line) }
  }

  /// True to ignore, false to keep, nil where no rule speaks.
  func verdict(_ path: [UInt8], nameStart: Int, isFolder: Bool) -> Bool? {
    let local = path[baseLength...]
    let name = path[nameStart...]
    var best = -1
    func consider(_ candidates: [Int]) {
      for number in candidates.reversed() {
        if number <= best { return }
        let rule = rules[number]
        if rule.foldersOnly, !isFolder { continue }
        if rule.pattern.matches(local, nameStart: nameStart) {
          best = number
          return
        }
      }
    }
    if !byName.isEmpty, let found = byName[name] { consider(found) }
    if !byExtension.isEmpty, let start = name.lastIndex(of: Self.dot),
      let found = byExtension[name[start...]]
    {
      consider(found)
    }
    consider(others)
    return best < 0 ? nil : !rules[best].isNegated
  }

  private mutating func add(_ line: ArraySlice<UInt8>) {
    var text = Self.trimmed(line)
    guard let first = text.first, first != UInt8(ascii: "#") else { return }
    let isNegated = first == UInt8(ascii: "!")
    if isNegated { text.removeFirst() }
    let foldersOnly = text.last == Self.slash
    if foldersOnly { text.removeLast() }
    guard !text.isEmpty else { return }
    let isAnchored = text.contains(Self.slash)
    if text.first == Self.slash { text.removeFirst() }
    let pattern = PathPattern(text, isAnchored)
    index(pattern, number: rules.count)
    rules.append(Rule(pattern: pattern, isNegated: isNegated, foldersOnly: foldersOnly))
  }

  private mutating func index(_ pattern: PathPattern, number: Int) {
    if let literal = pattern.literal {
      let name = literal.lastIndex(of: Self.slash).map { literal[($0 + 1)...] } ?? literal[...]
      byName[name, default: []].append(number)
    } else if !pattern.isAnchored, let suffix = pattern.suffix, suffix.first == Self.dot,
      suffix.lastIndex(of: Self.dot) == 0
    {
      byExtension[suffix[...], default: []].append(number)
    } else {
      others.append(number)
    }
  }

  /// Without a carriage return, and without trailing blanks that no backslash protects.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = line
    if text.last == UInt8(ascii: "\r") { text.removeLast() }
    while text.last == UInt8(ascii: " ") {
      let isProtected = text.dropLast().last == UInt8(ascii: "\\")
      if isProtected { break }
      text.removeLast()
    }
    return text
  }
}
