/// Variables and rules of a makefile, as its text says them; nothing is run.
///
/// Assignments in both branches of a condition add up. `$(shell …)` and what else only a run could
/// tell is empty. Expansion is bounded in depth and size.
struct MakeText {
  struct Rule {
    var targets: String
    var prerequisites: String
    var recipe: String
    var line: Int
  }

  private(set) var rules: [Rule] = []
  /// Names in the order of their first assignment, with the line of that.
  private(set) var assigned: [(name: String, line: Int)] = []
  private var values: [String: String] = [:]

  private static let largestValue = 200_000
  private static let deepest = 16

  init(_ text: String) {
    var conditions = 0
    var isDefinition = false
    for (line, content) in Self.logicalLines(text) {
      if content.hasPrefix("\t") {
        if !rules.isEmpty { rules[rules.count - 1].recipe += content.dropFirst() + "\n" }
        continue
      }
      let code = content.prefix { $0 != "#" }
      let first = code.split(maxSplits: 1, whereSeparator: \.isWhitespace).first ?? ""
      switch first {
      case "": continue
      case "define": isDefinition = true
      case "endef": isDefinition = false
      case "ifeq", "ifneq", "ifdef", "ifndef", "if": conditions += 1
      case "endif": conditions = max(0, conditions - 1)
      case "else", "include", "-include", "sinclude", "export", "unexport", "vpath": continue
      default:
        if !isDefinition { read(String(code), line, isConditional: conditions > 0) }
      }
    }
  }

  /// Lines joined where they end in a backslash, with the number of the first.
  private static func logicalLines(_ text: String) -> [(Int, String)] {
    var lines: [(Int, String)] = []
    var open: (Int, String)?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let plain = line.last == "\r" ? line.dropLast() : line
      let continues = plain.hasSuffix("\\")
      let part = continues ? plain.dropLast() : plain
      if let (first, before) = open {
        open = (first, before + " " + part.drop { $0 == " " || $0 == "\t" })
      } else {
        open = (index + 1, String(part))
      }
      if !continues {
        lines.append(open!)
        open = nil
      }
    }
    if let open { lines.append(open) }
    return lines
  }

  private mutating func read(_ code: String, _ line: Int, isConditional: Bool) {
    let bytes = Array(code.utf8)
    var depth = 0
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "=") where depth == 0:
        assign(bytes, index, line, isConditional)
        return
      case UInt8(ascii: ":") where depth == 0:
        let next = bytes[(index + 1)...].drop { $0 == UInt8(ascii: ":") }.first
        if next == UInt8(ascii: "=") { continue }
        addRule(bytes, index, line)
        return
      default: break
      }
    }
  }

  private mutating func assign(
    _ bytes: [UInt8], _ equals: Int, _ line: Int, _ isConditional: Bool
  ) {
    var end = equals
    var adds = isConditional
    while end > 0,
      [UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!")]
        .contains(bytes[end - 1])
    {
      end -= 1
      if bytes[end] == UInt8(ascii: "+") { adds = true }
    }
    let name = String(decoding: bytes[..<end], as: UTF8.self).trimmed
    guard !name.isEmpty, !name.contains(where: \.isWhitespace) else { return }
    let value = String(decoding: bytes[(equals + 1)...], as: UTF8.self).trimmed
    if values[name] == nil { assigned.append((name, line)) }
    // `A := $(A) x` would have no end.
    let old = values[name] ?? ""
    let own = value.replacing("$(\(name))", with: old).replacing("${\(name)}", with: old)
    let whole = adds && !old.isEmpty ? old + " " + own : own
    values[name] = String(whole.prefix(Self.largestValue))
  }

  private mutating func addRule(_ bytes: [UInt8], _ colon: Int, _ line: Int) {
    let targets = String(decoding: bytes[..<colon], as: UTF8.self).trimmed
    let rest = bytes[(colon + 1)...].drop { $0 == UInt8(ascii: ":") }
    let sides = String(decoding: rest, as: UTF8.self)
      .split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    let prerequisites = sides[0].split(separator: "|", omittingEmptySubsequences: false)[0]
    rules.append(
      Rule(
        targets: targets, prerequisites: String(prerequisites),
        recipe: sides.count > 1 ? String(sides[1]) + "\n" : "", line: line))
  }

  // MARK: Expansion

  /// The words of a text with all variables replaced.
  func words(_ text: String, wildcard: (String) -> [String] = { _ in [] }) -> [String] {
    expand(text, depth: 0, wildcard).split(whereSeparator: \.isWhitespace).map(String.init)
  }

  func value(_ name: String) -> String? { values[name] }

  private func expand(
    _ text: String, depth: Int, _ wildcard: (String) -> [String]
  ) -> String {
    guard depth < Self.deepest, text.contains("$") else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count, result.count < Self.largestValue {
      guard bytes[index] == UInt8(ascii: "$"), index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      let open = bytes[index + 1]
      guard open == UInt8(ascii: "(") || open == UInt8(ascii: "{") else {
        // `$@` and the like mean nothing outside a recipe; `$$` is one sign.
        index += 2
        continue
      }
      let end = Self.close(bytes, index + 1)
      let inner = String(decoding: bytes[index + 2..<end], as: UTF8.self)
      result += Array(self.inner(inner, depth: depth + 1, wildcard).utf8)
      index = min(bytes.count, end + 1)
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func close(_ bytes: [UInt8], _ start: Int) -> Int {
    var depth = 0
    for index in start..<bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return index }
      default: break
      }
    }
    return bytes.count
  }

  /// What stands between parentheses: a name, a name with a replacement, a function.
  private func inner(_ text: String, depth: Int, _ wildcard: (String) -> [String]) -> String {
    let parts = text.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    if parts.count == 2 {
      return function(
        String(parts[0]), Self.arguments(String(parts[1])), depth: depth, wildcard)
    }
    if let colon = text.firstIndex(of: ":"), let equals = text[colon...].firstIndex(of: "=") {
      let from = text[text.index(after: colon)..<equals]
      let to = text[text.index(after: equals)...]
      let value = expand(values[String(text[..<colon])] ?? "", depth: depth, wildcard)
      return replace(
        from.contains("%") ? String(from) : "%" + from, to.contains("%") ? String(to) : "%" + to,
        in: value)
    }
    return expand(values[expand(text, depth: depth, wildcard)] ?? "", depth: depth, wildcard)
  }

  private static func arguments(_ text: String) -> [String] {
    var arguments = [""]
    var depth = 0
    for character in text {
      if character == "(" || character == "{" { depth += 1 }
      if character == ")" || character == "}" { depth -= 1 }
      if character == ",", depth == 0 {
        arguments.append("")
      } else {
        arguments[arguments.count - 1].append(character)
      }
    }
    return arguments
  }

  private func function(
    _ name: String, _ arguments: [String], depth: Int, _ wildcard: (String) -> [String]
  ) -> String {
    let given = arguments.map { expand($0, depth: depth, wildcard) }
    let last = given.last ?? ""
    let words = last.split(whereSeparator: \.isWhitespace).map(String.init)
    switch (name, given.count) {
    case ("patsubst", 3): return replace(given[0].trimmed, given[1].trimmed, in: last)
    case ("subst", 3): return last.replacing(given[0], with: given[1])
    case ("wildcard", _): return words.flatMap(wildcard).joined(separator: " ")
    case ("addprefix", 2): return words.map { given[0] + $0 }.joined(separator: " ")
    case ("addsuffix", 2): return words.map { $0 + given[0] }.joined(separator: " ")
    case ("notdir", _):
      return words.map { String($0.lastPathComponent) }.joined(separator: " ")
    case ("sort", _), ("strip", _), ("filter", _), ("abspath", _), ("realpath", _): return last
    case ("filter-out", 2):
      let left = Set(given[0].split(whereSeparator: \.isWhitespace).map(String.init))
      return words.filter { !left.contains($0) }.joined(separator: " ")
    case ("if", _): return given.dropFirst().joined(separator: " ")
    default: return ""
    }
  }

  /// `%.c` by `%.o` in each word that fits.
  private func replace(_ from: String, _ to: String, in text: String) -> String {
    let sides = from.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else { return text }
    return text.split(whereSeparator: \.isWhitespace).map { word in
      guard word.hasPrefix(sides[0]), word.hasSuffix(sides[1]),
        word.count >= sides[0].count + sides[1].count
      else { return String(word) }
      let stem = word.dropFirst(sides[0].count).dropLast(sides[1].count)
      return to.replacing("%", with: stem, maxReplacements: 1)
    }.joined(separator: " ")
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
