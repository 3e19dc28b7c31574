/// Writes decisions as entries of the file: one field a line, patterns one a line.
enum DecisionRendering {
  /// The lines of an entry without indentation; the first starts with `- `.
  static func lines(of decision: Decision) -> [String] {
    var lines = ["- \(decision.act.rawValue): \(YAMLScalar.render(decision.subject))"]
    for field in DecisionField.allCases {
      lines += self.lines(of: field, in: decision).map { "  " + $0 }
    }
    return lines
  }

  /// The lines of one field, its key in the first column; none where it is empty.
  static func lines(of field: DecisionField, in decision: Decision) -> [String] {
    switch field {
    case .with where decision.with.count == 1:
      return ["with: " + YAMLScalar.render(decision.with[0])]
    case .with: return list("with", decision.with)
    case .members: return list("members", decision.members)
    case .around: return list("around", decision.around)
    case .into:
      if decision.into.isEmpty { return [] }
      return ["into:"]
        + decision.into.flatMap { part in
          ["  \(YAMLScalar.render(part.name)):"]
            + part.patterns.map { "    - " + YAMLScalar.render($0) }
        }
    case .to, .name, .reason, .author, .date:
      return decision.text(of: field).map { ["\(field.rawValue): \(YAMLScalar.render($0))"] } ?? []
    }
  }

  private static func list(_ key: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["\(key):"] + items.map { "  - " + YAMLScalar.render($0) }
  }

  /// The text of a file without decisions. The headings explain the acts; that they stand between
  /// the entries lets git merge decisions of different acts even where there are few.
  static var emptyFile: String {
    var text = """
      # Decisions about the boundaries of this code, replayed on every analysis.
      # Written by `cleave decide` and `cleave review`; edit it freely, comments stay.
      version: 1

      decisions:

      """
    for act in DecisionAct.allCases { text += "\n  \(heading(act)): \(act.explanation)\n" }
    return text
  }

  static func heading(_ act: DecisionAct) -> String { "# \(act.rawValue)" }
}

extension Decision {
  /// The value of a field that holds one text.
  func text(of field: DecisionField) -> String? {
    switch field {
    case .to: to
    case .name: name
    case .reason: reason
    case .author: author
    case .date: date
    case .with, .into, .members, .around: nil
    }
  }

  mutating func set(_ field: DecisionField, to text: String) {
    switch field {
    case .to: to = text
    case .name: name = text
    case .reason: reason = text
    case .author: author = text
    case .date: date = text
    case .with, .into, .members, .around: break
    }
  }

  mutating func set(_ field: DecisionField, to list: [String]) {
    switch field {
    case .with: with = list
    case .members: members = list
    case .around: around = list
    case .to, .name, .reason, .author, .date, .into: break
    }
  }

  mutating func clear(_ field: DecisionField) {
    switch field {
    case .to: to = nil
    case .with: with = []
    case .name: name = nil
    case .into: into = []
    case .members: members = []
    case .around: around = []
    case .reason: reason = nil
    case .author: author = nil
    case .date: date = nil
    }
  }
}
