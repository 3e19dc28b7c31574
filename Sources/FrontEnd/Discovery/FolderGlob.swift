/// A pattern for paths in bytes: `*`, `**`, `?`, `[a-z]`, `[!a]`, `{a,b}`, and `\` before any of them.
///
/// A pattern without a slash, except at its end, matches a name at any depth; one with a slash is
/// anchored at the root. Both match what lies below a folder that they match.
package struct FolderGlob: Sendable, Hashable {
  /// Why a pattern cannot be used.
  package struct Malformed: Error, Sendable, Equatable, CustomStringConvertible {
    package var pattern: String
    package var reason: String

    package var description: String { "malformed pattern \"\(pattern)\": \(reason)" }
  }

  /// As it was written.
  package let pattern: String
  private let alternatives: [PathPattern]

  /// Most alternatives that the braces of one pattern may give.
  private static let alternativeLimit = 256

  package init(_ pattern: String) throws(Malformed) {
    self.pattern = pattern
    var text = Array(pattern.utf8)
    if text.starts(with: Array("./".utf8)) { text.removeFirst(2) }
    while text.last == UInt8(ascii: "/") { text.removeLast() }
    guard !text.isEmpty else { throw Malformed(pattern: pattern, reason: "it is empty") }
    guard let expanded = Self.expandBraces(text) else {
      throw Malformed(
        pattern: pattern, reason: "its braces give more than \(Self.alternativeLimit) alternatives")
    }
    alternatives = expanded.map { text in
      let isAnchored = text.contains(UInt8(ascii: "/"))
      return PathPattern(text.first == UInt8(ascii: "/") ? text[1...] : text[...], isAnchored)
    }
  }

  /// Whether the path, or a folder on the way to it, matches.
  package func matches(_ path: some Collection<UInt8>) -> Bool {
    let path = Array(path)
    var end = path.count
    var start = path[...].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    while true {
      if alternatives.contains(where: { $0.matches(path[..<end], nameStart: start) }) {
        return true
      }
      guard start > 0 else { return false }
      end = start - 1
      start = path[..<end].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
    }
  }

  /// Nil when there would be too many. Braces without a comma or an end stand for themselves.
  private static func expandBraces(_ text: [UInt8]) -> [[UInt8]]? {
    var pending = [text]
    var done: [[UInt8]] = []
    while let next = pending.popLast() {
      guard let group = BraceGroup(firstOf: next) else {
        done.append(next)
        continue
      }
      pending += group.expansions.reversed()
      if pending.count + done.count > alternativeLimit { return nil }
    }
    return done
  }
}

/// The first group of braces of a pattern that has a comma.
private struct BraceGroup {
  /// The pattern with each of the group's parts in its place.
  var expansions: [[UInt8]]

  init?(firstOf text: [UInt8]) {
    var start = 0
    while let open = Self.firstOpen(text, from: start) {
      if let parts = Self.parts(text, after: open) {
        let head = text[..<open]
        let tail = text[(parts.end + 1)...]
        expansions = parts.bounds.map { Array(head + text[$0] + tail) }
        return
      }
      start = open + 1
    }
    return nil
  }

  private static func firstOpen(_ text: [UInt8], from start: Int) -> Int? {
    var index = start
    while index < text.count {
      if text[index] == UInt8(ascii: "\\") {
        index += 1
      } else if text[index] == UInt8(ascii: "{") {
        return index
      }
      index += 1
    }
    return nil
  }

  private static func parts(
    _ text: [UInt8], after open: Int
  ) -> (bounds: [Range<Int>], end: Int)? {
    var bounds: [Range<Int>] = []
    var depth = 0
    var partStart = open + 1
    var index = partStart
    while index < text.count {
      switch text[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}") where depth > 0: depth -= 1
      case UInt8(ascii: "}"):
        bounds.append(partStart..<index)
        return bounds.count > 1 ? (bounds, index) : nil
      case UInt8(ascii: ",") where depth == 0:
        bounds.append(partStart..<index)
        partStart = index + 1
      default: break
      }
      index += 1
    }
    return nil
  }
}
