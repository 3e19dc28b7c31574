internal import Basics
package import Yams

/// Why text is not YAML that can be read.
package struct YAMLFailure: Error, Sendable, Hashable {
  /// One-based.
  package var line: Int
  package var message: String
}

/// Reads YAML to nodes, safe on hostile text.
///
/// Values keep the text as written: `on` and `0755` are no boolean and no number until somebody asks.
package enum YAMLText {
  /// The documents of a stream, empty ones left out.
  ///
  /// The parser itself limits nesting to a thousand levels. A few lines of aliases can stand for
  /// billions of nodes; that is harmless as long as nobody walks them, and the parser does so for
  /// keys: text with both aliases and keys that are no scalars is refused.
  package static func documents(_ text: String) throws(YAMLFailure) -> [Node] {
    if let line = lineOfCompoundKey(text) {
      throw YAMLFailure(line: line, message: "a key that is an alias or a collection, write text")
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      var nodes: [Node] = []
      while let node = try parser.nextRoot() {
        if !node.isNull { nodes.append(node) }
      }
      return nodes
    } catch {
      throw failure(error)
    }
  }

  private static func failure(_ error: any Error) -> YAMLFailure {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return YAMLFailure(line: max(1, mark.line), message: "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "'\($0.escapedForTerminal)'" }.sorted().joined(separator: ", ")
      return YAMLFailure(line: max(1, context.mark.line), message: "\(keys) stands twice, keep one")
    case .reader(let problem, let offset, _, let yaml):
      let line = yaml.utf8.prefix(offset ?? 0).count { $0 == 0x0a } + 1
      return YAMLFailure(line: line, message: "not valid YAML: \(problem)")
    default:
      return YAMLFailure(line: 1, message: "not valid YAML")
    }
  }

  /// The first line with an alias or a collection in the place of a key, if there are aliases.
  private static func lineOfCompoundKey(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.indices.contains(where: { isAlias(bytes, $0) }) else { return nil }
    for index in bytes.indices where isCompoundKey(bytes, index) {
      return bytes[..<index].count { $0 == 0x0a } + 1
    }
    return nil
  }

  private static func isAlias(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count, bytes[index + 1] > 0x20 else {
      return false
    }
    return index == 0 || bytes[index - 1] <= 0x20 || "[{,:?-".utf8.contains(bytes[index - 1])
  }

  private static func isCompoundKey(_ bytes: [UInt8], _ index: Int) -> Bool {
    let following = index + 1 < bytes.count ? bytes[index + 1] : 0x20
    switch bytes[index] {
    case UInt8(ascii: "?"):
      return following <= 0x20
        && (index == 0 || bytes[index - 1] <= 0x20 || isFlow(bytes[index - 1]))
    case UInt8(ascii: ":"):
      guard following <= 0x20 || isFlow(following) else { return false }
      return isCompoundEnd(bytes, before: index)
    default:
      return false
    }
  }

  private static func isFlow(_ byte: UInt8) -> Bool { "[]{},".utf8.contains(byte) }

  /// Whether a collection or an alias ends before the colon at `index`.
  private static func isCompoundEnd(_ bytes: [UInt8], before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, bytes[place] <= 0x20 { place -= 1 }
    guard place >= 0 else { return false }
    if bytes[place] == UInt8(ascii: "]") || bytes[place] == UInt8(ascii: "}") { return true }
    while place >= 0, bytes[place] > 0x20, !isFlow(bytes[place]) {
      if isAlias(bytes, place) { return true }
      place -= 1
    }
    return false
  }
}

extension Node {
  /// One-based; 1 where the parser does not say.
  package var line: Int { max(1, mark?.line ?? 1) }

  /// The text of a scalar.
  package var text: String? { scalar?.string }

  /// An empty value, `~` or `null`.
  package var isNull: Bool {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// `true` or `false` without quotes.
  package var flag: Bool? {
    guard let scalar, scalar.style == .plain || scalar.style == .any else { return nil }
    switch scalar.string {
    case "true", "True", "TRUE": return true
    case "false", "False", "FALSE": return false
    default: return nil
    }
  }

  /// The value of a text key of a mapping.
  package func value(_ key: String) -> Node? {
    guard case .mapping(let mapping) = self else { return nil }
    return mapping.first { $0.key.text == key }?.value
  }

  /// The elements of a sequence.
  package var elements: [Node] {
    guard case .sequence(let sequence) = self else { return [] }
    return Array(sequence)
  }

  /// What the node is, for messages.
  package var shape: String {
    switch self {
    case .scalar: isNull ? "nothing" : "text"
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }
}
