internal import Yams

/// What stands for or against a function, by the identifier of the criterion: `criteria.yml`.
package struct Criterion: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case hard, container, soft, warning, favour
  }

  package var id: String
  package var severity: Severity
  package var text: String
  package var hint: String?
  /// What it gives or takes; nil for the usual.
  package var points: Int?

  /// By identifier.
  package static let all: [String: Criterion] = {
    let text = String(decoding: PackageResources.criteria_yml, as: UTF8.self)
    guard let root = try? YAMLText.documents(text).first else {
      preconditionFailure("criteria.yml is damaged")
    }
    var all: [String: Criterion] = [:]
    for (id, table) in EmbeddedTable(root).table("criteria").entries {
      guard let severity = Severity(rawValue: table.text("severity")) else {
        preconditionFailure("criteria.yml has no severity for '\(id)'")
      }
      all[id] = Criterion(
        id: id, severity: severity, text: table.text("text"), hint: table.texts["hint"],
        points: table.numbers["points"].map { Int($0) })
    }
    return all
  }()

  /// In the order of their numbers, blockers first.
  package static let identifiers = all.keys.sorted {
    ($0.first ?? " ", Int($0.dropFirst()) ?? 0) < ($1.first ?? " ", Int($1.dropFirst()) ?? 0)
  }
}
