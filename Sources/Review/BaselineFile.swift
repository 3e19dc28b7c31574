internal import Basics
internal import Yams

/// The findings of `cleave check` that are known, each with who answers for it and why.
///
/// A list of entries without line numbers, sorted, so that it changes only where the code does and
/// can be read in a pull request. Written by `--write-baseline` alone, which keeps reasons and owners.
package struct BaselineFile: Sendable, Equatable {
  package static let name = "cleave.baseline.yml"
  package static let version = 1
  /// Bytes; a larger file is refused before anything is parsed.
  package static let largestSize = 64 << 20

  /// One known finding.
  package struct Entry: Sendable, Hashable {
    /// What a finding is told by: the rule, and the two sides.
    package struct Key: Sendable, Hashable {
      package var rule: String
      package var subject: String
      package var object: String

      package init(rule: String, subject: String, object: String) {
        self.rule = rule
        self.subject = subject
        self.object = object
      }
    }

    package var key: Key
    /// Sorted; empty allows all.
    package var kinds: [String] = []
    package var reason: String?
    package var owner: String?
    /// One-based; 0 for an entry that is not in a file yet.
    package var line = 0

    package init(_ key: Key) { self.key = key }
  }

  /// In the order of the file.
  package var entries: [Entry] = []

  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// Reads the text of a file. Throws every problem of it at once. Linear.
  package init(text: String) throws(BaselineFileError) {
    var reader = BaselineReader()
    reader.read(text)
    guard reader.problems.isEmpty else { throw BaselineFileError(problems: reader.problems) }
    entries = reader.entries
  }

  /// The text of the file: sorted by rule, then by the two sides.
  package var text: String {
    var out = """
      # Known findings of `cleave check`: what is here does not fail, what is new does.
      # Written by `cleave check --write-baseline`, which keeps `reason` and `owner`; fill them in.
      version: \(Self.version)

      findings:

      """
    let sorted = entries.sorted { a, b in
      if a.key.rule != b.key.rule { return a.key.rule.precedesBytewise(b.key.rule) }
      if a.key.subject != b.key.subject { return a.key.subject.precedesBytewise(b.key.subject) }
      return a.key.object.precedesBytewise(b.key.object)
    }
    if sorted.isEmpty { out = out.replacing("findings:\n", with: "findings: []\n") }
    for entry in sorted { out += Self.lines(of: entry).map { "  " + $0 + "\n" }.joined() }
    return out
  }

  private static func lines(of entry: Entry) -> [String] {
    var lines = ["- rule: " + YAMLScalar.render(entry.key.rule)]
    func add(_ key: String, _ value: String?) {
      if let value, !value.isEmpty { lines.append("  \(key): \(YAMLScalar.render(value))") }
    }
    add("from", entry.key.subject)
    add("to", entry.key.object)
    add("kinds", entry.kinds.joined(separator: ", "))
    add("reason", entry.reason)
    add("owner", entry.owner)
    return lines
  }
}

/// What is wrong with a baseline, all of it at once.
package struct BaselineFileError: Error, Sendable, Equatable, CustomStringConvertible {
  package struct Problem: Sendable, Equatable {
    /// One-based.
    package var line: Int
    package var message: String
  }

  package var problems: [Problem]
  /// As it was given, for messages.
  package var path = BaselineFile.name

  package init(problems: [Problem]) { self.problems = problems }

  package var description: String {
    problems.map { "\(path):\($0.line): \($0.message)" }.joined(separator: "\n")
  }
}

private struct BaselineReader {
  var entries: [BaselineFile.Entry] = []
  var problems: [BaselineFileError.Problem] = []

  private static let fields: Set<String> = ["rule", "from", "to", "kinds", "reason", "owner"]

  mutating func read(_ text: String) {
    guard text.utf8.count <= BaselineFile.largestSize else {
      return report(1, "larger than \(BaselineFile.largestSize >> 20) MB")
    }
    let lines = TextLines(text).lines
    if let line = lines.firstIndex(where: { $0.hasPrefix("<<<<<<< ") }) {
      return report(line + 1, "unresolved merge conflict; keep both sides and remove the markers")
    }
    for problem in AnchorScreen.problems(in: lines) { report(problem.line, problem.message) }
    guard problems.isEmpty else { return }
    let root: Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch {
      let line = (error as? YamlError).map(Self.line) ?? 1
      return report(line, "not readable as YAML; restore it or write it anew")
    }
    guard let mapping = root?.mapping else {
      return report(1, "expected \"version\" and \"findings\"")
    }
    for (key, value) in mapping {
      switch key.string {
      case "version" where value.string == "\(BaselineFile.version)": break
      case "version":
        report(line(value), "version \"\(value.string ?? "")\" is not known; this is \"1\"")
      case "findings": readList(value)
      default: report(line(key), "unknown key \"\(key.string ?? "")\"")
      }
    }
    if mapping["version"] == nil { report(1, "no \"version\"; write \"version: 1\"") }
  }

  private mutating func readList(_ node: Node) {
    if node.scalar?.string.isEmpty == true || node.string == "null" { return }
    guard let list = node.sequence else {
      return report(line(node), "\"findings\" must be a list")
    }
    var seen: [BaselineFile.Entry.Key: Int] = [:]
    for item in list {
      guard let entry = entry(item) else { continue }
      if let first = seen[entry.key] {
        report(entry.line, "stands on line \(first) as well; remove one")
      } else {
        seen[entry.key] = entry.line
        entries.append(entry)
      }
    }
  }

  private mutating func entry(_ node: Node) -> BaselineFile.Entry? {
    guard let mapping = node.mapping else {
      report(line(node), "expected an entry with \"rule\" and \"from\"")
      return nil
    }
    var values: [String: String] = [:]
    for (key, value) in mapping {
      let name = key.string ?? ""
      guard Self.fields.contains(name) else {
        report(line(key), "unknown key \"\(name)\"")
        continue
      }
      guard let text = value.scalar?.string else {
        report(line(value), "\"\(name)\" must be a text")
        continue
      }
      values[name] = text
    }
    guard let rule = values["rule"], let from = values["from"] else {
      report(line(node), "an entry needs \"rule\" and \"from\"")
      return nil
    }
    var entry = BaselineFile.Entry(.init(rule: rule, subject: from, object: values["to"] ?? ""))
    let kinds = (values["kinds"] ?? "").replacing(" ", with: "").split(separator: ",")
    entry.kinds = kinds.map(String.init).sorted { $0.precedesBytewise($1) }
    entry.reason = values["reason"]
    entry.owner = values["owner"]
    entry.line = line(node)
    return entry
  }

  private func line(_ node: Node) -> Int { node.mark?.line ?? 1 }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }

  private mutating func report(_ line: Int, _ message: String) {
    problems.append(BaselineFileError.Problem(line: line, message: message))
  }
}
