/// A pattern for paths: `*` and `?` within one segment, `**` over segments, `[a-z]`, `{a,b}`.
///
/// Patterns are anchored at the root and cover whole paths. `dir/**` means everything below `dir`,
/// `**/x` means `x` at any depth. A `**` that is not a whole segment means `*`. A backslash takes
/// the next character as it is. Matching is by Unicode scalar, with no normalisation.
package struct Glob: Sendable, Hashable {
  /// A pattern that cannot be read: what is wrong with it, in a phrase.
  package struct SyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    package var description: String
  }

  package static let longestPattern = 4096
  package static let mostAlternatives = 256
  /// A path that needs more steps than this does not match. Honest patterns need a few hundred.
  package static let stepLimit = 65_536

  package let pattern: String
  private let alternatives: [GlobProgram]

  package init(_ pattern: String) throws(SyntaxError) {
    guard !pattern.isEmpty else { throw SyntaxError(description: "the pattern is empty") }
    guard pattern.utf8.count <= Self.longestPattern else {
      throw SyntaxError(description: "the pattern is longer than \(Self.longestPattern) bytes")
    }
    self.pattern = pattern
    var programs: [GlobProgram] = []
    for scalars in try GlobBraces.expand(Array(pattern.unicodeScalars)) {
      programs.append(try GlobProgram(scalars))
    }
    alternatives = programs
  }

  /// The pattern that matches `path` and nothing else.
  package static func escaping(_ path: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in path.unicodeScalars {
      if "*?[]{}\\".unicodeScalars.contains(scalar) { out.append("\\") }
      out.append(scalar)
    }
    return String(out)
  }

  /// The one path that the pattern matches, if it has no wildcard.
  package var literalPath: String? {
    alternatives.count == 1 && alternatives[0].specificity.isLiteral
      ? String(decoding: alternatives[0].prefix, as: UTF8.self) : nil
  }

  /// The bytes that every matching path starts with.
  package var commonPrefix: [UInt8] {
    alternatives.dropFirst().reduce(alternatives[0].prefix) { common, next in
      Array(zip(common, next.prefix).prefix { $0 == $1 }.map(\.0))
    }
  }

  package func matches(_ path: String) -> Bool { specificity(for: path) != nil }

  /// How closely the pattern describes `path`; nil where it does not match.
  ///
  /// At most ``stepLimit`` steps for each alternative.
  package func specificity(for path: String) -> Specificity? {
    var path = path
    return path.withUTF8 { bytes in
      var best: Specificity?
      for program in alternatives where program.matches(bytes) {
        best = max(best ?? program.specificity, program.specificity)
      }
      return best
    }
  }

  /// The order in which patterns win over one another: more specific is greater.
  ///
  /// A path without wildcards is most specific; then more literal bytes, then fewer `**`, then fewer
  /// other wildcards.
  package struct Specificity: Sendable, Hashable, Comparable {
    package var isLiteral = false
    package var literalBytes = 0
    package var deepWildcards = 0
    package var wildcards = 0

    /// Less specific than every pattern.
    package static let none = Specificity(literalBytes: -1)

    package static func < (a: Specificity, b: Specificity) -> Bool {
      if a.isLiteral != b.isLiteral { return b.isLiteral }
      if a.literalBytes != b.literalBytes { return a.literalBytes < b.literalBytes }
      if a.deepWildcards != b.deepWildcards { return a.deepWildcards > b.deepWildcards }
      return a.wildcards > b.wildcards
    }
  }
}

/// Turns `a{b,c}` into `ab` and `ac`, nested braces included.
private enum GlobBraces {
  static func expand(_ scalars: [Unicode.Scalar]) throws(Glob.SyntaxError) -> [[Unicode.Scalar]] {
    var done: [[Unicode.Scalar]] = []
    var open = [scalars]
    while let next = open.popLast() {
      guard done.count + open.count < Glob.mostAlternatives else {
        throw Glob.SyntaxError(
          description: "the braces give more than \(Glob.mostAlternatives) alternatives")
      }
      guard let group = try firstGroup(next) else {
        done.append(next)
        continue
      }
      let head = next[..<group.range.lowerBound]
      let tail = next[group.range.upperBound...]
      for part in group.parts.reversed() { open.append(head + Array(part) + tail) }
    }
    return done
  }

  private struct Group {
    var range: Range<Int>
    var parts: [ArraySlice<Unicode.Scalar>]
  }

  private static func firstGroup(_ text: [Unicode.Scalar]) throws(Glob.SyntaxError) -> Group? {
    var depth = 0
    var start = 0
    var partStart = 0
    var parts: [ArraySlice<Unicode.Scalar>] = []
    var at = 0
    while at < text.count {
      switch text[at] {
      case "\\": at += 1
      case "[":
        at = GlobProgram.classEnd(text, at) ?? at
      case "{":
        if depth == 0 { (start, partStart) = (at, at + 1) }
        depth += 1
      case "," where depth == 1:
        parts.append(text[partStart..<at])
        partStart = at + 1
      case "}" where depth > 0:
        depth -= 1
        if depth == 0 {
          parts.append(text[partStart..<at])
          return Group(range: start..<(at + 1), parts: parts)
        }
      default: break
      }
      at += 1
    }
    guard depth == 0 else { throw Glob.SyntaxError(description: "\"{\" is not closed") }
    return nil
  }
}
