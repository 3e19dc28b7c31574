internal import Basics
internal import Yams

/// Reads the file by its structure, keeping the line of every value and all problems.
struct DecisionReader {
  let lines: TextLines
  private(set) var entries: [DecisionEntry] = []
  private(set) var layout = DecisionLayout()
  private(set) var problems: [DecisionFileError.Problem] = []

  init(lines: TextLines) { self.lines = lines }

  mutating func read(_ text: String) {
    guard text.utf8.count <= DecisionFile.largestSize else {
      report(1, "the file is larger than \(DecisionFile.largestSize >> 20) MB; split the work")
      return
    }
    if let line = lines.lines.firstIndex(where: { $0.hasPrefix("<<<<<<< ") }) {
      report(line + 1, "unresolved merge conflict; keep both entries and remove the markers")
      return
    }
    problems = AnchorScreen.problems(in: lines.lines)
    guard problems.isEmpty else { return }
    do {
      // The basic resolver gives no value a type: `on` and `2024` are texts.
      let text =
        text.unicodeScalars.first == "\u{feff}"
        ? text.unicodeScalars.dropFirst() : text.unicodeScalars[...]
      let parser = try Parser(yaml: String(text), resolver: .basic, encoding: .utf8)
      readRoot(try parser.singleRoot())
    } catch {
      report(error)
    }
  }

  mutating func report(_ line: Int, _ message: String) {
    problems.append(DecisionFileError.Problem(line: line, message: message))
  }

  private mutating func report(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report(mark.line, "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "\"\($0.escapedForTerminal)\"" }.sorted().joined(separator: ", ")
      report(context.mark.line, "key \(keys) stands twice in one entry; remove one")
    case .reader(let problem, let offset, _, let yaml):
      let before = String(decoding: yaml.utf8.prefix(offset ?? 0), as: UTF8.self)
      report(max(1, TextLines(before + "x").lines.count), "not valid YAML: \(problem)")
    default:
      report(1, "not valid YAML")
    }
  }

  private mutating func readRoot(_ root: Node?) {
    layout.end = documentEnd(from: 0)
    guard let root, !isNull(root) else { return }
    guard case .mapping(let mapping) = root else {
      report(line(root), "expected \"version\" and \"decisions\", not a \(root.kind)")
      return
    }
    var hasVersion = false
    for (key, value) in mapping {
      switch key.scalar?.string {
      case "version":
        hasVersion = true
        readVersion(value)
      case "decisions":
        readList(key, value, nextKeyLine(after: line(key), in: mapping))
      default:
        unknown(key, "key", among: ["version", "decisions"])
      }
    }
    if !hasVersion { report(line(root), "no \"version\"; write \"version: 1\" first") }
  }

  private mutating func readVersion(_ node: Node) {
    guard node.scalar?.string != String(DecisionFile.version) else { return }
    let found = (node.scalar?.string ?? "").escapedForTerminal
    report(
      line(node),
      "version \"\(found)\" is not known; this cleave reads version "
        + "\(DecisionFile.version)")
  }

  private mutating func readList(_ key: Node, _ node: Node, _ end: Int) {
    layout.keyLine = line(key) - 1
    layout.end = end
    layout.list = .empty
    if isNull(node) { return }
    guard case .sequence(let sequence) = node else {
      report(line(node), "expected a list of decisions, not a \(node.kind)")
      return
    }
    layout.isFlow = lines.isFlow(node)
    if sequence.isEmpty { return }
    layout.list = .entries
    var starts: [Int] = []
    for item in sequence { starts.append(dashLine(of: item)) }
    if !layout.isFlow { layout.dashColumn = lines.indent(starts[0]) ?? 2 }
    for (index, item) in sequence.enumerated() {
      let next = index + 1 < starts.count ? starts[index + 1] : end
      var entry = EntryReader(lines: lines, start: starts[index], limit: next)
      entry.dashColumn = layout.dashColumn
      entry.isInFlow = layout.isFlow
      if let read = entry.read(item) { entries.append(read) }
      problems += entry.problems
    }
  }

  /// The line of the dash before an item, which may stand above the item.
  private func dashLine(of item: Node) -> Int {
    let first = line(item) - 1
    if layout.isFlow { return first }
    var at = min(first, lines.lines.count - 1)
    while at > layout.keyLine {
      let content = lines.lines[at].utf8.drop { $0 == UInt8(ascii: " ") }
      if content.first == UInt8(ascii: "-") { return at }
      at -= 1
    }
    return first
  }

  private func nextKeyLine(after line: Int, in mapping: Node.Mapping) -> Int {
    let next = mapping.compactMap { key, _ in key.mark?.line }.filter { $0 > line }.min()
    guard var end = next.map({ $0 - 1 }) else { return documentEnd(from: line) }
    while end > line, lines.indent(end - 1) == nil || isTopComment(end - 1) { end -= 1 }
    return end
  }

  private func isTopComment(_ line: Int) -> Bool {
    lines.indent(line) == 0 && lines.isComment(line)
  }

  private func documentEnd(from line: Int) -> Int {
    lines.lines[line...].firstIndex { $0.hasPrefix("...") } ?? lines.lines.count
  }

  private mutating func unknown(_ key: Node, _ what: String, among known: [String]) {
    let name = key.scalar?.string ?? key.kind
    report(line(key), unknownName(what, name, among: known))
  }
}

/// `unknown key "x", did you mean "y"`.
func unknownName(_ what: String, _ name: String, among known: [String]) -> String {
  let hint =
    NearestName.closest(to: name, among: known).map { "did you mean \"\($0)\"" }
    ?? "known: " + known.joined(separator: ", ")
  return "unknown \(what) \"\(name.escapedForTerminal)\", \(hint)"
}

extension TextLines {
  /// Whether the collection is written in brackets. The parser's own word on that is not reliable.
  func isFlow(_ node: Node) -> Bool {
    guard let mark = node.mark, mark.line <= lines.count else { return false }
    let first = lines[mark.line - 1].unicodeScalars.dropFirst(mark.column - 1).first
    return first == "[" || first == "{"
  }
}

func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

func isNull(_ node: Node) -> Bool {
  guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
    return false
  }
  return ["", "~", "null"].contains(scalar.string)
}

extension Node {
  var kind: String {
    switch self {
    case .scalar: "text"
    case .mapping: "mapping"
    case .sequence: "list"
    case .alias: "alias"
    }
  }
}
