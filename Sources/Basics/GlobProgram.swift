/// One alternative of a ``Glob``, ready to run: a literal start and the steps after it.
struct GlobProgram: Sendable, Hashable {
  enum Step: Sendable, Hashable {
    case byte(UInt8)
    /// One scalar other than `/`.
    case one
    /// One scalar other than `/` that is, or is not, in the ranges.
    case oneOf([ClosedRange<UInt32>], negated: Bool)
    /// Any run without `/`.
    case star
    /// `**/`: nothing, or any run that ends in `/`.
    case folders
    /// `**` at the end: any run.
    case rest
  }

  /// What every matching path starts with.
  private(set) var prefix: [UInt8] = []
  private(set) var specificity = Glob.Specificity(isLiteral: true)
  private var steps: [Step] = []

  init(_ scalars: [Unicode.Scalar]) throws(Glob.SyntaxError) {
    var at = 0
    while at < scalars.count { at = try append(scalars, at) }
  }

  private mutating func append(
    _ scalars: [Unicode.Scalar], _ at: Int
  ) throws(Glob.SyntaxError) -> Int {
    switch scalars[at] {
    case "*":
      return appendStars(scalars, at)
    case "?":
      appendWildcard(.one)
      return at + 1
    case "[":
      guard let end = Self.classEnd(scalars, at) else {
        throw Glob.SyntaxError(description: "\"[\" is not closed")
      }
      appendWildcard(try Self.readClass(Array(scalars[(at + 1)..<end])))
      return end + 1
    case "\\":
      guard at + 1 < scalars.count else {
        throw Glob.SyntaxError(description: "the pattern ends in a backslash")
      }
      appendLiteral(scalars[at + 1])
      return at + 2
    default:
      appendLiteral(scalars[at])
      return at + 1
    }
  }

  private mutating func appendLiteral(_ scalar: Unicode.Scalar) {
    for byte in String(scalar).utf8 {
      specificity.literalBytes += 1
      if specificity.isLiteral { prefix.append(byte) } else { steps.append(.byte(byte)) }
    }
  }

  private mutating func appendWildcard(_ step: Step) {
    specificity.isLiteral = false
    specificity.wildcards += 1
    steps.append(step)
  }

  private mutating func appendStars(_ scalars: [Unicode.Scalar], _ at: Int) -> Int {
    var end = at
    while end < scalars.count, scalars[end] == "*" { end += 1 }
    let startsSegment = at == 0 || scalars[at - 1] == "/"
    let endsSegment = end == scalars.count || scalars[end] == "/"
    guard end - at >= 2, startsSegment, endsSegment else {
      if steps.last != .star { appendWildcard(.star) }
      return end
    }
    specificity.isLiteral = false
    specificity.deepWildcards += 1
    steps.append(end == scalars.count ? .rest : .folders)
    return min(end + 1, scalars.count)
  }

  /// The index of the `]` that closes the class opened at `open`.
  static func classEnd(_ scalars: [Unicode.Scalar], _ open: Int) -> Int? {
    var at = open + 1
    if at < scalars.count, scalars[at] == "!" || scalars[at] == "^" { at += 1 }
    let first = at
    while at < scalars.count {
      if scalars[at] == "]", at > first { return at }
      if scalars[at] == "\\" { at += 1 }
      at += 1
    }
    return nil
  }

  private static func readClass(_ body: [Unicode.Scalar]) throws(Glob.SyntaxError) -> Step {
    let negated = body.first == "!" || body.first == "^"
    var ranges: [ClosedRange<UInt32>] = []
    var rest = body.dropFirst(negated ? 1 : 0)
    while let low = takeScalar(&rest) {
      guard rest.first == "-", rest.count > 1 else {
        ranges.append(low.value...low.value)
        continue
      }
      rest.removeFirst()
      guard let high = takeScalar(&rest), low.value <= high.value else {
        throw Glob.SyntaxError(description: "a range in \"[…]\" runs backwards")
      }
      ranges.append(low.value...high.value)
    }
    return .oneOf(ranges, negated: negated)
  }

  private static func takeScalar(_ rest: inout ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
    if rest.first == "\\", rest.count > 1 { rest.removeFirst() }
    return rest.popFirst()
  }
}

extension GlobProgram {
  /// Where to go on when the steps since the last wildcard have failed.
  private struct Retry {
    var step: Int
    var at: Int
  }

  /// Whether the program covers all of `path`.
  ///
  /// Two points of return are enough, the last `*` and the last `**`: a `*` cannot leave its segment,
  /// so where the steps between two `**` match earliest, they leave most to what follows.
  func matches(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard path.count >= prefix.count, path.starts(with: prefix) else { return false }
    var step = 0
    var at = prefix.count
    var star: Retry?
    var folders: Retry?
    for _ in 0..<Glob.stepLimit {
      if step == steps.count {
        if at == path.count { return true }
      } else if steps[step] == .rest {
        return at < path.count
      } else if steps[step] == .star {
        step += 1
        star = Retry(step: step, at: at)
        continue
      } else if steps[step] == .folders {
        step += 1
        folders = Retry(step: step, at: at)
        star = nil
        continue
      } else if let width = width(of: steps[step], path, at) {
        step += 1
        at += width
        continue
      }
      if let next = advance(&star, path) ?? nextFolder(&folders, &star, path) {
        step = next.step
        at = next.at
      } else {
        return false
      }
    }
    return false
  }

  private func advance(_ star: inout Retry?, _ path: UnsafeBufferPointer<UInt8>) -> Retry? {
    guard let last = star, last.at < path.count, path[last.at] != UInt8(ascii: "/") else {
      return nil
    }
    star = Retry(step: last.step, at: last.at + 1)
    return star
  }

  private func nextFolder(
    _ folders: inout Retry?, _ star: inout Retry?, _ path: UnsafeBufferPointer<UInt8>
  ) -> Retry? {
    star = nil
    guard let last = folders else { return nil }
    let slash = path[last.at...].firstIndex(of: UInt8(ascii: "/"))
    folders = slash.map { Retry(step: last.step, at: $0 + 1) }
    return folders
  }

  /// The bytes that a step of one byte or one scalar takes at `at`; nil where it does not match.
  private func width(of step: Step, _ path: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int? {
    guard at < path.count else { return nil }
    if case .byte(let byte) = step { return path[at] == byte ? 1 : nil }
    guard path[at] != UInt8(ascii: "/") else { return nil }
    var end = at + 1
    while end < path.count, path[end] & 0xc0 == 0x80 { end += 1 }
    guard case .oneOf(let ranges, let negated) = step else { return end - at }
    let scalar = String(decoding: path[at..<end], as: UTF8.self).unicodeScalars.first?.value ?? 0
    return ranges.contains { $0.contains(scalar) } != negated ? end - at : nil
  }
}
