internal import Basics
internal import Yams

/// Reads one entry of the list.
struct EntryReader {
  let lines: TextLines
  /// Zero-based line of the dash, and the line before which the entry ends.
  let start: Int
  let limit: Int
  var dashColumn = 2
  var isInFlow = false
  private(set) var problems: [DecisionFileError.Problem] = []

  init(lines: TextLines, start: Int, limit: Int) {
    self.lines = lines
    self.start = start
    self.limit = limit
  }

  private mutating func report(_ line: Int, _ message: String) {
    problems.append(DecisionFileError.Problem(line: line, message: message))
  }

  mutating func read(_ node: Node) -> DecisionEntry? {
    guard case .mapping(let mapping) = node else {
      report(line(node), "expected a decision such as \"accept: orders\", not a \(node.kind)")
      return nil
    }
    guard let decision = readDecision(mapping) else { return nil }
    let end = contentEnd
    return DecisionEntry(
      decision: decision, lines: start..<end, spans: spans(of: mapping, end: end),
      dashColumn: dashColumn, keyColumn: max(dashColumn + 1, (node.mark?.column ?? 1) - 1))
  }

  /// Behind the last line that belongs to the entry: content, or a comment deeper than the dash.
  private var contentEnd: Int {
    var end = limit
    while end > start + 1 {
      if let indent = lines.indent(end - 1), !lines.isComment(end - 1) || indent > dashColumn {
        break
      }
      end -= 1
    }
    return end
  }

  // MARK: Values

  private mutating func readDecision(_ mapping: Node.Mapping) -> Decision? {
    let acts = mapping.compactMap { key, value in
      key.scalar.flatMap { DecisionAct(rawValue: $0.string) }.map { ($0, key, value) }
    }
    guard let (act, key, value) = acts.first else {
      reportMissingAct(mapping)
      return nil
    }
    if acts.count > 1 {
      report(
        line(acts[1].1), "\"\(acts[1].0.rawValue)\" beside \"\(act.rawValue)\": write an entry each"
      )
    }
    guard let subject = readText(value, key) else { return nil }
    var decision = Decision(
      act,
      act.concernsBoundary ? boundary(subject) : act.concernsFiles ? path(subject) : subject)
    for (key, value) in mapping { readField(key, value, &decision) }
    checkRequired(decision, at: line(key))
    checkPatterns(decision, at: line(key))
    checkVerdict(decision, at: line(key))
    return decision
  }

  private mutating func reportMissingAct(_ mapping: Node.Mapping) {
    let acts = DecisionAct.allCases.map(\.rawValue)
    let fields = Set(DecisionField.allCases.map(\.rawValue))
    guard let key = mapping.first(where: { !fields.contains($0.key.scalar?.string ?? "") })?.key
    else {
      report(start + 1, "an entry without an act; add one of " + acts.joined(separator: ", "))
      return
    }
    report(line(key), unknownName("act", key.scalar?.string ?? key.kind, among: acts))
  }

  private mutating func readField(_ key: Node, _ value: Node, _ decision: inout Decision) {
    let name = key.scalar?.string ?? key.kind
    if DecisionAct(rawValue: name) != nil { return }
    guard let field = DecisionField(rawValue: name), decision.act.fields.contains(field) else {
      let known = decision.act.fields.map(\.rawValue)
      report(line(key), unknownName("key", name, among: known) + " in \"\(decision.act.rawValue)\"")
      return
    }
    if field == .into {
      decision.into = readParts(value)
    } else if field.holdsList {
      decision.set(field, to: readList(value, key).map { normalize($0, field, decision.act) })
    } else if let text = readText(value, key) {
      decision.set(field, to: normalize(text, field, decision.act))
      if field == .date, !Decision.isDate(text) {
        report(line(value), "date \"\(text.escapedForTerminal)\" is not of the form 2025-01-31")
      }
    }
  }

  private func normalize(_ text: String, _ field: DecisionField, _ act: DecisionAct) -> String {
    switch field {
    case .members, .around: path(text)
    case .with: act.concernsBoundary ? boundary(text) : path(text)
    case .to: boundary(text)
    case .name, .into, .reason, .author, .date: text
    }
  }

  private mutating func readText(_ node: Node, _ key: Node) -> String? {
    let name = key.scalar?.string ?? ""
    guard case .scalar(let scalar) = node else {
      report(line(node), "\"\(name)\" must be a text, not a \(node.kind)")
      return nil
    }
    if scalar.string.isEmpty || isNull(node) {
      report(line(key), "\"\(name)\" is empty; give it a value or remove it")
      return nil
    }
    return scalar.string
  }

  private mutating func readList(_ node: Node, _ key: Node) -> [String] {
    guard case .sequence(let sequence) = node else {
      return readText(node, key).map { [$0] } ?? []
    }
    if sequence.isEmpty { report(line(key), "\"\(key.scalar?.string ?? "")\" is an empty list") }
    return sequence.compactMap { readText($0, key) }
  }

  private mutating func readParts(_ node: Node) -> [Decision.Part] {
    guard case .mapping(let mapping) = node else {
      report(line(node), "\"into\" must map names of parts to patterns, not be a \(node.kind)")
      return []
    }
    return mapping.map { key, value in
      Decision.Part(
        name: boundary(readText(key, key) ?? ""), patterns: readList(value, key).map(path))
    }
  }

  // MARK: Checks

  /// A missing field is not reported where another problem speaks of it.
  private mutating func checkRequired(_ decision: Decision, at line: Int) {
    for field in decision.act.requiredFields
    where DecisionRendering.lines(of: field, in: decision).isEmpty {
      if problems.contains(where: { $0.message.contains("\"\(field.rawValue)\"") }) { continue }
      report(line, "\"\(decision.act.rawValue)\" needs \"\(field.rawValue)\"")
    }
  }

  private mutating func checkVerdict(_ decision: Decision, at line: Int) {
    guard decision.act == .serverless, let verdict = decision.to else { return }
    if let problem = decision.verdictProblem(verdict) { report(line, problem) }
  }

  private mutating func checkPatterns(_ decision: Decision, at line: Int) {
    for pattern in decision.patterns {
      guard let problem = PathPattern.problem(with: pattern) else { continue }
      report(line, "pattern \"\(pattern.escapedForTerminal)\": \(problem)")
    }
  }

  // MARK: Places

  /// The lines of each key, if every key starts a line of its own.
  private func spans(of mapping: Node.Mapping, end: Int) -> [DecisionEntry.Span] {
    if isInFlow || lines.isFlow(.mapping(mapping)) { return [] }
    let marks = mapping.map { key, value in (key, value, line(key) - 1) }.sorted { $0.2 < $1.2 }
    var spans: [DecisionEntry.Span] = []
    for (index, (key, value, line)) in marks.enumerated() {
      let next = index + 1 < marks.count ? marks[index + 1].2 : end
      guard next > line, index > 0 || line == start else { return [] }
      spans.append(
        DecisionEntry.Span(
          field: DecisionField(rawValue: key.scalar?.string ?? ""), lines: line..<next,
          isBlockScalar: [.literal, .folded].contains(value.scalar?.style)))
    }
    return spans
  }
}

/// A boundary as it is referred to: without the prefix that it has as a node of the graph.
func boundary(_ text: String) -> String {
  text.hasPrefix("boundary:") ? String(text.dropFirst(9)) : text
}

/// A pattern as it is kept: without `./` before it.
func path(_ text: String) -> String {
  text.hasPrefix("./") ? String(text.dropFirst(2)) : text
}

/// What a pattern of paths may be.
enum PathPattern {
  /// Why `pattern` cannot be used; nil if it can.
  static func problem(with pattern: String) -> String? {
    if pattern.hasPrefix("/") { return "paths are relative to the root; remove the first \"/\"" }
    if pattern.split(separator: "/").contains("..") { return "a path may not leave the root" }
    do throws(Glob.SyntaxError) {
      _ = try Glob(pattern)
      return nil
    } catch {
      return error.description
    }
  }
}
