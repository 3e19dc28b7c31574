/// A Kotlin source in forms that its grammar takes for one thing only.
///
/// The grammar allows words of the language as names, so `@One @Two(3) internal fun draw() {…}` may
/// be an expression as well, and which of the two it becomes depends on the rest of the file. Written
/// as `@One @[Two(3)] internal fun draw():Unit {…}` it means the same and can only be a declaration.
/// Modifiers that are names stand in quotes. Types that name nothing above them are said to be derived from `Any`, for the same reason.
/// What contexts a function wants, and annotations of types in parentheses, are left out: the grammar does not know them.
/// Lines stay the same.
struct KotlinSource {
  private enum Mode: Equatable {
    /// Code, with the number of braces that are open in it.
    case code(Int)
    case text, rawText
  }

  private let source: [UInt8]
  private var result: [UInt8] = []
  private var modes: [Mode] = [.code(0)]
  private var position = 0
  /// Number of open parentheses, and those that an annotation ends with.
  private var depth = 0
  private var annotations: [Int] = []
  /// Whether only white space and annotations stand before this on the line.
  private var isStart = true

  /// The source in its plain forms; linear.
  static func plain(_ source: [UInt8]) -> [UInt8] {
    var scan = KotlinSource(source)
    scan.run()
    return scan.result
  }

  private init(_ source: [UInt8]) {
    self.source = source
    result.reserveCapacity(source.count + source.count / 16)
  }

  private mutating func run() {
    while position < source.count {
      switch modes.last ?? .code(0) {
      case .code(let braces): readCode(source[position], braces)
      case .text: readText(source[position])
      case .rawText: readRawText(source[position])
      }
    }
  }

  private func byte(_ offset: Int) -> UInt8 {
    position + offset < source.count ? source[position + offset] : 0
  }

  private func isNext(_ text: StaticString) -> Bool {
    guard position + text.utf8CodeUnitCount <= source.count else { return false }
    return text.withUTF8Buffer { source[position...].starts(with: $0) }
  }

  private mutating func take(_ count: Int = 1) {
    let end = min(position + count, source.count)
    result += source[position..<end]
    position = end
  }

  // MARK: Code

  private mutating func readCode(_ next: UInt8, _ braces: Int) {
    let wasStart = isStart
    isStart = next == 0x0a || (wasStart && next <= 0x20)
    switch next {
    case UInt8(ascii: "\""): openText()
    case UInt8(ascii: "'"): readCharacter()
    case UInt8(ascii: "`"): readQuotedName()
    case UInt8(ascii: "/"): readSlash(wasStart)
    case UInt8(ascii: "{"):
      modes[modes.count - 1] = .code(braces + 1)
      take()
    case UInt8(ascii: "}"):
      if braces == 0, modes.count > 1 {
        modes.removeLast()
      } else {
        modes[modes.count - 1] = .code(max(0, braces - 1))
      }
      take()
    case UInt8(ascii: "("):
      depth += 1
      take()
    case UInt8(ascii: ")"): closeParenthesis()
    case UInt8(ascii: "@") where wasStart: readAnnotation()
    case UInt8(ascii: "@") where isType: skipTypeAnnotation()
    case UInt8(ascii: "c") where isNext("class ") && !isInName: readType(word: 6)
    case UInt8(ascii: "o") where isNext("object ") && !isInName: readType(word: 7)
    case UInt8(ascii: "i") where isNext("interface ") && !isInName: readType(word: 10)
    case UInt8(ascii: "f") where isNext("fun ") && !isInName: readFunction()
    case UInt8(ascii: "c") where wasStart && isNext("context("): readContext()
    case 0x61...0x7a where !isInName: readWord()
    default: take()
    }
  }

  /// Modifiers may be names as well, which the grammar does not know.
  private mutating func readWord() {
    var length = 1
    while Self.isName(byte(length)) { length += 1 }
    let word = source[position..<position + length]
    var next = length
    while byte(next) == 0x20 { next += 1 }
    let isValue = byte(next) == UInt8(ascii: "=") && byte(next + 1) != UInt8(ascii: "=")
    let isName = isValue || Self.nameEnds.contains(byte(length))
    guard isName, Self.modifiers.contains(String(decoding: word, as: UTF8.self)) else {
      return take(length)
    }
    result.append(0x60)
    take(length)
    result.append(0x60)
  }

  private static let nameEnds = Set("(.,):".utf8)
  private static let modifiers: Set<String> = [
    "abstract", "crossinline", "external", "final", "infix", "inline", "internal", "lateinit",
    "noinline", "open", "override", "private", "protected", "public", "sealed", "tailrec", "vararg",
  ]

  private var isInName: Bool { result.last.map(Self.isName) ?? false }

  private static func isName(_ byte: UInt8) -> Bool {
    byte == 0x5f || byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte)
      || (0x61...0x7a).contains(byte)
  }

  private mutating func openText() {
    let isRaw = byte(1) == 0x22 && byte(2) == 0x22
    modes.append(isRaw ? .rawText : .text)
    take(isRaw ? 3 : 1)
  }

  private mutating func readQuotedName() {
    var length = 1
    while byte(length) != 0x60, byte(length) >= 0x20 { length += 1 }
    take(length + 1)
  }

  private mutating func readCharacter() {
    var length = 1
    while length < 9, byte(length) != 0x27, byte(length) != 0x0a, byte(length) != 0 {
      length += byte(length) == 0x5c ? 2 : 1
    }
    take(byte(length) == 0x27 ? length + 1 : 1)
  }

  private mutating func readSlash(_ wasStart: Bool) {
    if byte(1) == 0x2f {
      while position < source.count, source[position] != 0x0a { take() }
    } else if byte(1) == 0x2a {
      var open = 0
      repeat {
        if isNext("/*") {
          open += 1
          take(2)
        } else if isNext("*/") {
          open -= 1
          take(2)
        } else {
          take()
        }
      } while open > 0 && position < source.count
      isStart = wasStart
    } else {
      take()
    }
  }

  private mutating func closeParenthesis() {
    depth = max(0, depth - 1)
    take()
    guard annotations.last == depth else { return }
    annotations.removeLast()
    result.append(UInt8(ascii: "]"))
    isStart = true
  }

  private mutating func readAnnotation() {
    var length = 1
    while Self.isName(byte(length)) || byte(length) == 0x2e { length += 1 }
    guard (0x41...0x5a).contains(byte(1)), byte(length) == UInt8(ascii: "(") else {
      take(length)
      isStart = byte(0) <= 0x20
      return
    }
    result += [UInt8(ascii: "@"), UInt8(ascii: "[")]
    position += 1
    annotations.append(depth)
    take(length - 1)
  }

  /// `fun draw() {` says what it gives.
  private mutating func readFunction() {
    take(4)
    var length = 0
    while Self.isName(byte(length)) { length += 1 }
    guard length > 0, byte(length) == 0x28, byte(length + 1) == 0x29 else { return }
    var brace = length + 2
    while byte(brace) == 0x20 { brace += 1 }
    guard byte(brace) == UInt8(ascii: "{") else { return }
    take(length + 2)
    result += Array(":Unit".utf8)
  }

  /// Whether a type follows.
  private var isType: Bool { result.last { $0 > 0x20 } == UInt8(ascii: ":") }

  /// `@Composable (() -> Unit)`
  private mutating func skipTypeAnnotation() {
    var length = 1
    while Self.isName(byte(length)) { length += 1 }
    guard byte(length) == 0x20, byte(length + 1) == 0x28, byte(length + 2) == 0x28 else {
      return take(length)
    }
    position += length
  }

  /// `class Order {`, or the same without a body.
  private mutating func readType(word: Int) {
    let isName = result.last != UInt8(ascii: ":")
    take(word)
    var length = 0
    while Self.isName(byte(length)) { length += 1 }
    guard length > 0, isName else { return }
    take(length)
    var next = 0
    while byte(next) == 0x20 { next += 1 }
    let isBody = byte(next) == UInt8(ascii: "{")
    let isLine = byte(next) == 0x0a || (byte(next) == 0x2f && byte(next + 1) == 0x2f)
    let isEnd = position + next >= source.count || (isLine && isComplete(next))
    if isBody || isEnd { result += Array(":Any".utf8) }
  }

  /// Whether what follows the end of a line is something new.
  private func isComplete(_ offset: Int) -> Bool {
    var next = code(from: position + offset)
    // Annotations may be those of a constructor.
    while next < source.count, source[next] == UInt8(ascii: "@") {
      next = code(from: source[next...].firstIndex(of: 0x0a) ?? source.count)
    }
    guard next < source.count else { return true }
    let marks: [UInt8] = [0x28, 0x3a, 0x3c, 0x2c, 0x7b]
    if marks.contains(source[next]) { return false }
    let line = source[next...].prefix { $0 != 0x0a }
    return !String(decoding: line, as: UTF8.self).contains("constructor")
      && !line.starts(with: "where ".utf8)
  }

  /// The first byte that is neither white space nor comment.
  private func code(from start: Int) -> Int {
    var next = start
    while next < source.count {
      let rest = source[next...]
      if source[next] <= 0x20 {
        next += 1
      } else if rest.starts(with: "//".utf8) {
        next = rest.firstIndex(of: 0x0a) ?? source.count
      } else if rest.starts(with: "/*".utf8) {
        next += 2
        while next < source.count, !source[next...].starts(with: "*/".utf8) { next += 1 }
        next = min(next + 2, source.count)
      } else {
        break
      }
    }
    return next
  }

  /// `context(one: A, two: B)` on a line before a declaration.
  private mutating func readContext() {
    var length = 7
    var open = 0
    repeat {
      if byte(length) == 0x28 { open += 1 }
      if byte(length) == 0x29 { open -= 1 }
      length += 1
    } while open > 0 && position + length < source.count
    guard byte(length) == 0x0a, length < 400 else { return take(8 - 1) }
    for offset in 0..<length { result.append(byte(offset) == 0x0a ? 0x0a : 0x20) }
    position += length
    isStart = true
  }

  // MARK: Texts

  private mutating func readText(_ next: UInt8) {
    switch next {
    case 0x5c: take(2)
    case 0x22, 0x0a:
      modes.removeLast()
      take()
    case 0x24 where byte(1) == UInt8(ascii: "{"):
      modes.append(.code(0))
      take(2)
    default: take()
    }
  }

  private mutating func readRawText(_ next: UInt8) {
    if next == 0x22, byte(1) == 0x22, byte(2) == 0x22 {
      modes.removeLast()
      take(3)
      while byte(0) == 0x22 { take() }
    } else if next == 0x24, byte(1) == UInt8(ascii: "{") {
      modes.append(.code(0))
      take(2)
    } else {
      take()
    }
  }
}
