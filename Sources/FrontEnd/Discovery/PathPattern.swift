/// A compiled pattern of a path or a name, shared by globs and ignore files.
///
/// Matching is by backtracking under a step limit: a pattern that needs more steps does not match.
/// So a hostile pattern costs a bounded time.
struct PathPattern: Sendable, Hashable {
  enum Token: Sendable, Hashable {
    case byte(UInt8)
    /// `?`: any byte but a slash.
    case any
    /// `*`: any bytes but slashes.
    case star
    /// `**` at the end: anything.
    case everything
    /// `**/`: nothing, or any folders and a slash.
    case folders
    case set(ByteSet)
  }

  private static let slash = UInt8(ascii: "/")
  private static let stepLimit = 20_000

  let tokens: [Token]
  /// Matched against the whole path, not against the last name only.
  let isAnchored: Bool
  /// The pattern's own bytes, where it has no wildcard.
  let literal: [UInt8]?
  /// The bytes after a single leading `*`, where there is no other wildcard.
  let suffix: [UInt8]?

  init(_ text: ArraySlice<UInt8>, _ isAnchored: Bool) {
    let tokens = Self.compile(text)
    self.tokens = tokens
    self.isAnchored = isAnchored
    literal = Self.bytes(tokens[...])
    suffix = tokens.first == .star && tokens.count > 1 ? Self.bytes(tokens.dropFirst()) : nil
  }

  /// Whether it matches `path`, whose last name starts at `nameStart`.
  func matches(_ path: ArraySlice<UInt8>, nameStart: Int) -> Bool {
    let subject = isAnchored ? path : path[nameStart...]
    if let literal { return subject.elementsEqual(literal) }
    if let suffix, !isAnchored { return subject.reversed().starts(with: suffix.reversed()) }
    return subject.withUnsafeBufferPointer { Self.match(tokens, $0) }
  }

  private static func bytes(_ tokens: ArraySlice<Token>) -> [UInt8]? {
    var bytes: [UInt8] = []
    for token in tokens {
      guard case .byte(let byte) = token else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// Iterative matching with two points of return: the last `*` and the last `**`.
  private static func match(_ tokens: [Token], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (token, position, steps) = (0, 0, 0)
    var star: (token: Int, position: Int)?
    var folders: (token: Int, position: Int)?
    while steps < stepLimit {
      steps += 1
      if token == tokens.count, position == text.count { return true }
      if token < tokens.count {
        switch tokens[token] {
        case .everything: return true
        case .star:
          star = (token, position)
          token += 1
          continue
        case .folders:
          folders = (token, position)
          star = nil
          token += 1
          continue
        case let single:
          if position < text.count, single.accepts(text[position]) {
            token += 1
            position += 1
            continue
          }
        }
      }
      if let back = star, back.position < text.count, text[back.position] != slash {
        star = (back.token, back.position + 1)
        (token, position) = (back.token + 1, back.position + 1)
      } else if let back = folders, let next = text[back.position...].firstIndex(of: slash) {
        folders = (back.token, next + 1)
        star = nil
        (token, position) = (back.token + 1, next + 1)
      } else {
        return false
      }
    }
    return false
  }
}

extension PathPattern.Token {
  fileprivate func accepts(_ byte: UInt8) -> Bool {
    switch self {
    case .byte(let own): own == byte
    case .any: byte != UInt8(ascii: "/")
    case .set(let set): set.contains(byte)
    case .star, .everything, .folders: false
    }
  }
}

extension PathPattern {
  private static func compile(_ text: ArraySlice<UInt8>) -> [Token] {
    var tokens: [Token] = []
    var rest = text
    var isNameStart = true
    while let byte = rest.popFirst() {
      let atNameStart = isNameStart
      isNameStart = byte == slash
      switch byte {
      case UInt8(ascii: "*"):
        tokens += compileStars(&rest, atNameStart: atNameStart, &isNameStart)
      case UInt8(ascii: "?"):
        tokens.append(.any)
      case UInt8(ascii: "["):
        if let set = ByteSet(parsing: &rest) {
          tokens.append(.set(set))
        } else {
          tokens.append(.byte(byte))
        }
      case UInt8(ascii: "\\"):
        tokens.append(.byte(rest.popFirst() ?? byte))
      default:
        tokens.append(.byte(byte))
      }
    }
    return tokens
  }

  /// The first star is taken already. `**` crosses folders only as a whole name, as in git.
  private static func compileStars(
    _ rest: inout ArraySlice<UInt8>, atNameStart: Bool, _ isNameStart: inout Bool
  ) -> [Token] {
    var count = 1
    while rest.first == UInt8(ascii: "*") {
      rest.removeFirst()
      count += 1
    }
    guard count == 2, atNameStart else { return [.star] }
    if rest.isEmpty { return [.everything] }
    guard rest.first == slash else { return [.star] }
    rest.removeFirst()
    isNameStart = true
    return [.folders]
  }
}

/// A set of bytes, as a class in brackets gives it.
struct ByteSet: Sendable, Hashable {
  private var words: SIMD4<UInt64> = .zero

  mutating func insert(_ byte: UInt8) { words[Int(byte >> 6)] |= 1 << UInt64(byte & 63) }

  func contains(_ byte: UInt8) -> Bool { words[Int(byte >> 6)] & (1 << UInt64(byte & 63)) != 0 }

  /// Parses a class whose `[` is taken already; nil, and nothing taken, when it has no end.
  init?(parsing rest: inout ArraySlice<UInt8>) {
    var text = rest
    let isNegated = text.first == UInt8(ascii: "!") || text.first == UInt8(ascii: "^")
    if isNegated { text.removeFirst() }
    var isFirst = true
    while let byte = text.popFirst() {
      if byte == UInt8(ascii: "]"), !isFirst {
        if isNegated { words = ~words }
        // No class matches a slash.
        words[0] &= ~(1 << UInt64(UInt8(ascii: "/")))
        rest = text
        return
      }
      isFirst = false
      insert(byte, &text)
    }
    return nil
  }

  private mutating func insert(_ byte: UInt8, _ text: inout ArraySlice<UInt8>) {
    if byte == UInt8(ascii: "["), text.first == UInt8(ascii: ":"), insertNamed(&text) { return }
    let low = byte == UInt8(ascii: "\\") ? text.popFirst() ?? byte : byte
    guard text.first == UInt8(ascii: "-"), text.count > 1,
      text[text.startIndex + 1] != UInt8(ascii: "]")
    else { return insert(low) }
    text.removeFirst()
    var high = text.removeFirst()
    if high == UInt8(ascii: "\\") { high = text.popFirst() ?? high }
    if low <= high { for value in low...high { insert(value) } }
  }

  /// `[:alpha:]` and its like; the first bracket is taken, the colon is not.
  private mutating func insertNamed(_ text: inout ArraySlice<UInt8>) -> Bool {
    guard let end = text.dropFirst().firstIndex(of: UInt8(ascii: ":")),
      end + 1 < text.endIndex, text[end + 1] == UInt8(ascii: "]"),
      let ranges = Self.named[String(decoding: text[(text.startIndex + 1)..<end], as: UTF8.self)]
    else { return false }
    for range in ranges { for value in range { insert(value) } }
    text = text[(end + 2)...]
    return true
  }

  private static let named: [String: [ClosedRange<UInt8>]] = [
    "alpha": [0x41...0x5a, 0x61...0x7a], "digit": [0x30...0x39],
    "alnum": [0x30...0x39, 0x41...0x5a, 0x61...0x7a], "upper": [0x41...0x5a],
    "lower": [0x61...0x7a], "space": [0x09...0x0d, 0x20...0x20],
    "blank": [0x09...0x09, 0x20...0x20],
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66], "cntrl": [0x00...0x1f, 0x7f...0x7f],
    "punct": [0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e], "print": [0x20...0x7e],
    "graph": [0x21...0x7e],
  ]
}
