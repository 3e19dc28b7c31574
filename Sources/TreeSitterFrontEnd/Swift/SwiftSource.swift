/// Swift written so that the grammar reads it: blanks for what it does not know, an empty array for
/// an empty tuple. The length and the lines stay the same.
struct SwiftSource {
  private let source: [UInt8]
  private var text: [UInt8]
  private var position = 0
  /// Open brackets.
  private var depth = 0
  /// For each open `#if` the brackets that were open before, and whether a branch leaves others open:
  /// then the branches behind it are left out.
  private var branches: [(depth: Int, isUneven: Bool)] = []
  /// The last byte that is no white space, and whether a line ended since.
  private var last: UInt8 = 0
  private var isNewLine = true
  private var isWord = false
  private var word: ArraySlice<UInt8> = []
  /// Whether an alias may still have constraints.
  private var isAlias = false
  /// Whether the grammar reads them where they stand on the same line: of associated types.
  private var takesConstraints = false

  static func plain(_ source: [UInt8]) -> [UInt8] {
    var plain = SwiftSource(source: source, text: source)
    plain.run()
    return plain.text
  }

  /// Whether signs of comments may stand in texts: the grammar takes those there for comments too.
  private let hasComments: Bool

  private init(source: [UInt8], text: [UInt8]) {
    self.source = source
    self.text = text
    hasComments = Self.has("/*", source) && Self.has("*/", source)
  }

  private static func has(_ sign: StaticString, _ source: [UInt8]) -> Bool {
    let bytes = sign.withUTF8Buffer { Array($0) }
    return source.indices.dropLast().contains {
      source[$0] == bytes[0] && source[$0 + 1] == bytes[1]
    }
  }

  private mutating func run() {
    while position < source.count {
      let byte = source[position]
      switch byte {
      case 0x0a, 0x0d:
        isNewLine = true
        position += 1
      case 0x09, 0x20: position += 1
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "/"): skipLine()
      case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"): skipComment()
      case UInt8(ascii: "\""): skipString(marks: 0)
      case UInt8(ascii: "#"): readHash()
      case UInt8(ascii: "@") where isNext("@_specialize") || isNext("@_lifetime("): blankCall()
      case UInt8(ascii: "n") where isNext("nonisolated(unsafe) "): blank(to: position + 19)
      case UInt8(ascii: "@") where isNext("@Sendable ("): blank(to: position + 9)
      default: readCode(byte)
      }
    }
  }

  private func peek(_ offset: Int) -> UInt8 {
    position + offset < source.count ? source[position + offset] : 0
  }

  private func isNext(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { source[position...].starts(with: $0) }
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x60, 0x24, 0x80...: true
    default: false
    }
  }

  // MARK: Code

  private mutating func readCode(_ byte: UInt8) {
    if Self.isName(byte) {
      let start = position
      while position < source.count, Self.isName(source[position]) { position += 1 }
      word = source[start..<position]
      if word.dropFirst().contains(0x24) { writeDollar(from: start) }
      blankWord(from: start)
      readAlias(from: start)
      (last, isNewLine, isWord) = (byte, false, true)
      return
    }
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { isAlias = false }
    switch byte {
    case UInt8(ascii: "("):
      writeEmptyTuple()
      if isNext("(_: "), isCase { (text[position + 1], text[position + 2]) = (0x20, 0x20) }
      depth += 1
    case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
    default: break
    }
    (last, isNewLine, isWord) = (byte, false, false)
    position += 1
  }

  /// Words that the grammar takes for modifiers wherever they begin a statement, and the names that
  /// stand for them where they are names.
  static let disguises = [
    "open": "opeN", "prefix": "prefiX", "postfix": "postfiX", "infix": "infiX",
    "indirect": "indirecT", "await": "awaiT", "final": "finaL",
  ]
  static let disguised = Dictionary(uniqueKeysWithValues: disguises.map { ($1, $0) })

  private mutating func disguise(from start: Int) {
    guard word.count < 9, let name = Self.disguises[String(decoding: word, as: UTF8.self)],
      isName(behind: word)
    else { return }
    text.replaceSubrange(start..<position, with: name.utf8)
  }

  private func isName(behind word: ArraySlice<UInt8>) -> Bool {
    if word.first == UInt8(ascii: "a") { return last == UInt8(ascii: ".") }
    switch peek(0) {
    case UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "?"), UInt8(ascii: "!"): return true
    case UInt8(ascii: "("): return !isNext("(set)")
    case 0x20:
      let operators: [UInt8] = Array("=|+-*/&<>?!".utf8)
      return operators.contains(peek(1))
    default: return false
    }
  }

  /// `_$id`: a sign that names of people have at their start only.
  private mutating func writeDollar(from start: Int) {
    for index in (start + 1)..<position where text[index] == 0x24 { text[index] = 0x5f }
  }

  /// Finds the constraints of an alias, which stand before the next line that begins anew.
  private mutating func readAlias(from start: Int) {
    let isAssociated = word.elementsEqual("associatedtype".utf8)
    if isAssociated || word.elementsEqual("typealias".utf8) {
      isAlias = true
      takesConstraints = isAssociated
    } else if isAlias, word.elementsEqual("where".utf8) {
      if isNewLine || !takesConstraints { blankConstraints(from: start) }
    } else if isNewLine, !",=&:<".utf8.contains(last) {
      isAlias = false
    }
  }

  /// The constraints of an alias, up to the end of a line that does not go on.
  private mutating func blankConstraints(from start: Int) {
    isAlias = false
    position = start
    var end = endOfLine()
    while end < source.count {
      let line = source[..<end].last { $0 > 0x20 }
      let goesOn = line == UInt8(ascii: ",") || line == UInt8(ascii: "&") || end == start + 5
      guard goesOn else { break }
      end = source[(end + 1)...].firstIndex(of: 0x0a) ?? source.count
    }
    blank(to: end)
  }

  /// `unsafe` before an expression, `sending` before a type.
  private mutating func blankWord(from start: Int) {
    disguise(from: start)
    let isUnsafe = word.elementsEqual("unsafe".utf8) && last != UInt8(ascii: ".")
    let isType = last == UInt8(ascii: ":") || last == UInt8(ascii: ">")
    let isOwnership = ["sending", "__shared", "__owned"].contains { word.elementsEqual($0.utf8) }
    guard isUnsafe || isType && isOwnership, peek(0) == 0x20,
      Self.isName(peek(1)) || "(&@[".utf8.contains(peek(1))
    else { return }
    for index in start..<position { text[index] = 0x20 }
  }

  /// `()` as a value: the grammar takes it for a type.
  private mutating func writeEmptyTuple() {
    var end = position + 1
    while end < source.count, source[end] == 0x20 { end += 1 }
    guard end < source.count, source[end] == UInt8(ascii: ")") else { return }
    if isPattern(behind: end + 1) {
      (text[position], text[end]) = (0x20, 0x20)
      return
    }
    guard isValue(behind: end + 1) else { return }
    text[position] = UInt8(ascii: "[")
    text[end] = UInt8(ascii: "]")
  }

  /// `case .success():`, which says no more than without the brackets.
  private func isPattern(behind end: Int) -> Bool {
    isWord && end < source.count && source[end] == UInt8(ascii: ":") && isCase
  }

  /// Whether the line begins with `case`.
  private var isCase: Bool {
    let start = source[..<position].lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
    return source[start..<position].drop { $0 == 0x20 || $0 == 0x09 }.starts(with: "case ".utf8)
  }

  private func isValue(behind end: Int) -> Bool {
    var next = end
    while next < source.count, source[next] == 0x20 { next += 1 }
    let follower = next < source.count ? source[next] : 0x0a
    for word in ["->", "in ", "in\n", "throws", "async", "rethrows"] {
      if source[next...].starts(with: word.utf8) { return false }
    }
    if isNewLine { return true }
    if isWord {
      return ["return", "in", "else", "try", "await"].contains(
        String(decoding: word, as: UTF8.self))
    }
    switch last {
    case UInt8(ascii: "="):
      // What an alias stands for, and what a constraint asks for, are types.
      let before = source[..<(source[..<position].lastIndex { $0 > 0x20 } ?? 0)]
      return !isAlias && before.last != UInt8(ascii: "=")
    case UInt8(ascii: "("), UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "["):
      return follower != UInt8(ascii: ">")
    case UInt8(ascii: "?"): return source[position - 1] == 0x20
    case UInt8(ascii: ":"):
      return follower == 0x0a || follower == UInt8(ascii: "}") || follower == UInt8(ascii: "/")
        || follower == UInt8(ascii: ")") || follower == UInt8(ascii: ";")
    default: return false
    }
  }

  // MARK: What is left out

  private mutating func blank(to end: Int) {
    for index in position..<min(end, source.count) where source[index] != 0x0a {
      text[index] = 0x20
    }
    position = min(end, source.count)
  }

  private func endOfLine() -> Int { source[position...].firstIndex(of: 0x0a) ?? source.count }

  private mutating func readHash() {
    var marks = 0
    while peek(marks) == UInt8(ascii: "#") { marks += 1 }
    if peek(marks) == UInt8(ascii: "\"") {
      position += marks
      return skipString(marks: marks)
    }
    if isNext("#if") {
      branches.append((depth, false))
      blank(to: endOfLine())
    } else if isNext("#elseif") || isNext("#else") {
      readBranch()
    } else if isNext("#endif") {
      _ = branches.popLast()
      blank(to: endOfLine())
    } else if isNext("#warning") || isNext("#error") || isNext("#sourceLocation") {
      blankCall()
    } else {
      (last, isNewLine, isWord) = (UInt8(ascii: "#"), false, false)
      position += 1
    }
  }

  /// A branch for another system. Where the one before it left brackets open, it would open them again.
  private mutating func readBranch() {
    blank(to: endOfLine())
    guard let branch = branches.last, branch.depth != depth else { return }
    var level = 1
    while position < source.count {
      var start = position
      while start < source.count, source[start] == 0x20 || source[start] == 0x09 { start += 1 }
      let line = source[start...]
      if line.starts(with: "#if".utf8) { level += 1 }
      if line.starts(with: "#endif".utf8) {
        level -= 1
        if level == 0 { return }
      }
      blank(to: endOfLine())
      position = min(position + 1, source.count)
    }
  }

  /// A call whose arguments hold nothing that matters.
  private mutating func blankCall() {
    var end = position
    while end < source.count, source[end] != UInt8(ascii: "("), source[end] != 0x0a { end += 1 }
    var open = 0
    while end < source.count {
      if source[end] == UInt8(ascii: "(") { open += 1 }
      if source[end] == UInt8(ascii: ")") { open -= 1 }
      if source[end] == 0x0a && open <= 0 { break }
      end += 1
      if open == 0 { break }
    }
    blank(to: end)
  }

  // MARK: Texts and comments

  private mutating func skipLine() { position = endOfLine() }

  private mutating func skipComment() {
    var level = 0
    while position < source.count {
      if isNext("/*") {
        level += 1
        position += 2
      } else if isNext("*/") {
        level -= 1
        position += 2
        if level == 0 { return }
      } else {
        position += 1
      }
    }
  }

  /// From the quote to the end; what is put into a text may hold texts again.
  private mutating func skipString(marks: Int) {
    let isLong = isNext("\"\"\"")
    position += isLong ? 3 : 1
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: "\\"), isMarked(marks, at: position + 1) {
        position += 1 + marks
        if peek(0) == UInt8(ascii: "(") { skipInterpolation() } else { position += 1 }
      } else if byte == UInt8(ascii: "\""), !isLong, isMarked(marks, at: position + 1) {
        position += 1 + marks
        break
      } else if isLong, isNext("\"\"\""), isMarked(marks, at: position + 3) {
        position += 3 + marks
        break
      } else if byte == 0x0a, !isLong {
        break
      } else if hasComments, byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        text[position + 1] = 0x20
        position += 2
      } else {
        position += 1
      }
    }
    (last, isNewLine, isWord) = (UInt8(ascii: "\""), false, false)
  }

  private func isMarked(_ marks: Int, at start: Int) -> Bool {
    guard start + marks <= source.count else { return false }
    return source[start..<start + marks].allSatisfy { $0 == UInt8(ascii: "#") }
  }

  private mutating func skipInterpolation() {
    var level = 0
    while position < source.count, source[position] != 0x0a || level > 1 {
      switch source[position] {
      case UInt8(ascii: "("): level += 1
      case UInt8(ascii: ")"):
        level -= 1
        if level == 0 {
          position += 1
          return
        }
      case UInt8(ascii: "\""):
        skipString(marks: 0)
        continue
      default: break
      }
      position += 1
    }
  }
}
