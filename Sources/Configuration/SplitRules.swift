internal import Yams

/// Whether a system should be split at all, as data: `verdict.yml`.
package struct SplitRules: Sendable, Hashable {
  /// A bound of one figure.
  package struct Condition: Sendable, Hashable {
    package enum Relation: String, Sendable, CaseIterable {
      case below, above
      case atMost = "at-most"
      case atLeast = "at-least"
    }

    package var figure: String
    package var relation: Relation
    package var bound: Double

    package func holds(_ value: Double) -> Bool {
      switch relation {
      case .below: value < bound
      case .above: value > bound
      case .atMost: value <= bound
      case .atLeast: value >= bound
      }
    }
  }

  package struct Rule: Sendable, Hashable {
    package var id: String
    package var isSplit: Bool
    package var conditions: [Condition]
    /// With `{figure}` and `{figure%}` for numbers.
    package var text: String
    /// Whether single parts may stand alone where it keeps the whole.
    package var offersParts: Bool

    /// A condition on a figure that is not known does not hold.
    package func holds(_ figures: [String: Double]) -> Bool {
      SplitRules.hold(conditions, figures)
    }

    /// The bound of a figure; nil where the rule does not look at it.
    package func bound(_ figure: String) -> Double? {
      conditions.first { $0.figure == figure }?.bound
    }

    /// The text with numbers in it, and `words` for what is no figure.
    package func sentence(_ figures: [String: Double], words: [String: String] = [:]) -> String {
      var text = text
      for (name, value) in figures {
        text.replace("{\(name)}", with: "\(Int(value.rounded()))")
        text.replace("{\(name)%}", with: "\(Int((value * 100).rounded()))")
      }
      for (name, word) in words { text.replace("{\(name)}", with: word) }
      return text
    }
  }

  /// The date of the table.
  package var version: String
  /// In the order in which they are asked; the last holds always.
  package var rules: [Rule]
  /// What a part needs to stand alone.
  package var part: [Condition]

  /// The table that comes with the tool, read once.
  package static let standard: SplitRules = {
    let text = String(decoding: PackageResources.verdict_yml, as: UTF8.self)
    guard let root = try? YAMLText.documents(text).first, let part = root.value("part") else {
      preconditionFailure("verdict.yml is damaged")
    }
    let table = EmbeddedTable(root)
    return SplitRules(
      version: table.text("version"),
      rules: (root.value("rules")?.elements ?? []).map(rule), part: conditions(part))
  }()

  package static func hold(_ conditions: [Condition], _ figures: [String: Double]) -> Bool {
    conditions.allSatisfy { condition in figures[condition.figure].map(condition.holds) ?? false }
  }

  /// The first that holds.
  package func decide(_ figures: [String: Double]) -> Rule {
    guard let rule = rules.first(where: { $0.holds(figures) }) else {
      preconditionFailure("verdict.yml has no rule that always holds")
    }
    return rule
  }

  package subscript(id: String) -> Rule {
    guard let rule = rules.first(where: { $0.id == id }) else {
      preconditionFailure("verdict.yml has no rule '\(id)'")
    }
    return rule
  }

  private static func rule(_ node: Node) -> Rule {
    let table = EmbeddedTable(node)
    return Rule(
      id: table.text("id"), isSplit: table.text("verdict") == "split",
      conditions: node.value("when").map(conditions) ?? [], text: table.text("text"),
      offersParts: node.value("parts")?.text == "true")
  }

  private static func conditions(_ node: Node) -> [Condition] {
    guard case .mapping(let figures) = node else { return [] }
    return figures.flatMap { key, bounds -> [Condition] in
      EmbeddedTable(bounds).numbers.sorted { $0.key < $1.key }.map { relation, bound in
        guard let relation = Condition.Relation(rawValue: relation) else {
          preconditionFailure("verdict.yml has no relation '\(relation)'")
        }
        return Condition(figure: key.text ?? "", relation: relation, bound: bound)
      }
    }
  }
}
