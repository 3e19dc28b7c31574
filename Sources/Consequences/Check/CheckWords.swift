internal import Basics
internal import ReportModel
internal import Review

/// How findings are told, and what they are recognised by.
enum CheckWords {
  static func message(of finding: CheckFinding) -> String {
    let (first, last) = (finding.boundaries.first ?? "", finding.boundaries.last ?? "")
    let times = finding.count == 1 ? "1 place" : "\(finding.count) places"
    switch finding.rule {
    case "crossing":
      return "\"\(first)\" depends on \"\(last)\": \(finding.subject) uses \(finding.object) "
        + "(\(finding.kinds.joined(separator: ", ")))"
    case "data-crossing":
      return "\"\(first)\" reads \(finding.object), which \"\(last)\" owns, at \(times)"
    case "second-writer":
      return "\"\(first)\" writes \(finding.object), which \"\(last)\" owns, at \(times)"
    default: return finding.message
    }
  }

  /// Of boundaries in a circle, with the dependency that is the easiest to end.
  static func circle(_ members: [String], _ from: String, _ to: String, _ count: Int) -> String {
    "\(members.joined(separator: ", ")) depend on each other in a circle; the weakest link is "
      + "\"\(from)\" to \"\(to)\", \(count == 1 ? "1 reference" : "\(count) references")"
  }

  static func text(of key: BaselineFile.Entry.Key) -> String {
    key.object.isEmpty
      ? "\(key.rule): \(key.subject)" : "\(key.rule): \(key.subject) to \(key.object)"
  }

  /// Of what a finding is, not of where its lines stand.
  static func fingerprint(of finding: CheckFinding) -> String {
    "\(Digest(of: [finding.rule, finding.subject, finding.object].joined(separator: "\u{0}")))"
  }
}
