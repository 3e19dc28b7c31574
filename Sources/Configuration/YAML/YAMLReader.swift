internal import Basics
internal import Yams

/// Reads values out of nodes by the shape they must have, and collects every problem.
struct YAMLReader {
  private(set) var problems: [ConfigurationError.Problem] = []
  /// So many problems are told; a file with more is not what it is taken for.
  static let mostProblems = 50
  /// So many elements of lists are read; aliases can repeat a list for every few bytes of text.
  static let mostElements = 100_000
  private var elementsLeft = mostElements

  mutating func report(_ line: Int, _ message: String) {
    if problems.count < Self.mostProblems {
      problems.append(ConfigurationError.Problem(line: line, message: message))
    }
  }

  /// Calls `read` with each known key and its value, in source order; others are problems.
  mutating func mapping(
    _ node: Node, _ what: String, keys: [String],
    read: (inout YAMLReader, String, Node, Int) -> Void
  ) {
    if node.isNull { return }
    guard case .mapping(let mapping) = node else {
      return report(node.line, "'\(what)' must be a mapping, not \(node.shape)")
    }
    for (key, value) in mapping {
      guard let name = key.text else {
        report(key.line, "a key must be text, not \(key.shape)")
        continue
      }
      guard keys.contains(name) else {
        report(
          key.line,
          "'\(name.escapedForTerminal)' is not a key of '\(what)'"
            + NearestName.hint(for: name, among: keys))
        continue
      }
      read(&self, name, value, key.line)
    }
  }

  mutating func text(_ node: Node, _ what: String) -> String? {
    guard let text = node.text, !node.isNull else {
      report(node.line, "'\(what)' must be text, not \(node.shape)")
      return nil
    }
    return text
  }

  mutating func flag(_ node: Node, _ what: String) -> Bool? {
    guard let flag = node.flag else {
      report(node.line, "'\(what)' must be true or false, not \(shown(node))")
      return nil
    }
    return flag
  }

  /// A finite number that is not negative.
  mutating func number(_ node: Node, _ what: String) -> Double? {
    guard let text = node.text, let number = Double(text), number.isFinite, number >= 0 else {
      report(node.line, "'\(what)' must be a number from 0, not \(shown(node))")
      return nil
    }
    return number
  }

  /// A list of texts with their lines; one text alone is a list of one.
  mutating func texts(_ node: Node, _ what: String) -> [(text: String, line: Int)] {
    if node.isNull { return [] }
    if let text = node.text { return [(text, node.line)] }
    guard case .sequence(let sequence) = node else {
      report(node.line, "'\(what)' must be a list, not \(node.shape)")
      return []
    }
    guard sequence.count <= elementsLeft else {
      report(node.line, "'\(what)' makes more than \(Self.mostElements) elements, write fewer")
      return []
    }
    elementsLeft -= sequence.count
    return sequence.compactMap { item in
      text(item, what).map { ($0, item.line) }
    }
  }

  /// Patterns of paths within the repository.
  mutating func globs(_ node: Node, _ what: String) -> [Glob] {
    texts(node, what).compactMap { (text, line) -> Glob? in
      guard isInside(text, line, what) else { return nil }
      do throws(Glob.SyntaxError) {
        return try Glob(text)
      } catch {
        report(
          line, "'\(text.escapedForTerminal)' in '\(what)' is no pattern: \(error.description)")
        return nil
      }
    }
  }

  /// A path within the repository.
  mutating func path(_ node: Node, _ what: String) -> String? {
    guard let text = text(node, what), isInside(text, node.line, what) else { return nil }
    return text
  }

  mutating func isInside(_ path: String, _ line: Int, _ what: String) -> Bool {
    let shown = "'\(path.escapedForTerminal)' in '\(what)'"
    if path.isEmpty || path.utf8.contains(0) {
      report(line, "\(shown) is not a path")
      return false
    }
    var depth = 0
    for part in path.split(separator: "/") where part != "." {
      depth += part == ".." ? -1 : 1
      if depth < 0 { break }
    }
    if depth < 0 || path.hasPrefix("/") || path.hasPrefix("~") {
      report(line, "\(shown) leaves the repository, write a path below it")
      return false
    }
    return true
  }

  private func shown(_ node: Node) -> String {
    guard let text = node.text, !text.isEmpty else { return node.shape }
    return "'\(text.escapedForTerminal)'"
  }
}
