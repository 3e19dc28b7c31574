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
  /// keys: text with many aliases and keys that may be no scalars is refused (``AliasedKeys``).
  package static func documents(_ text: String) throws(YAMLFailure) -> [Node] {
    if let line = AliasedKeys.line(in: Array(text.utf8)) {
      throw YAMLFailure(
        line: line, message: "aliases beside '{' or a key that is no text, write them out")
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

  /// Names at most three keys, each shortened.
  private static func doubled(_ keys: [String]) -> String {
    let sorted = keys.sorted { $0.precedesBytewise($1) }
    let names = sorted.prefix(3).map { "'\(String($0.prefix(80)).escapedForTerminal)'" }
    let more = sorted.count > 3 ? " and \(sorted.count - 3) more" : ""
    return "\(names.joined(separator: ", "))\(more) stands twice, keep one"
  }

  private static func failure(_ error: any Error) -> YAMLFailure {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return YAMLFailure(line: max(1, mark.line), message: "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      return YAMLFailure(line: max(1, context.mark.line), message: doubled(duplicates))
    case .reader(let problem, let offset, _, let yaml):
      let line = yaml.utf8.prefix(offset ?? 0).count { $0 == 0x0a } + 1
      return YAMLFailure(line: line, message: "not valid YAML: \(problem)")
    default:
      return YAMLFailure(line: 1, message: "not valid YAML")
    }
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
