internal import Basics
internal import ReportModel
internal import Review

/// The findings that were there before, and which of the entries of the baseline still fit.
struct KnownFindings {
  private var entries: [BaselineFile.Entry.Key: BaselineFile.Entry] = [:]
  /// Kinds that the base revision has, by finding.
  private var base: [BaselineFile.Entry.Key: Set<String>] = [:]
  private var used: Set<BaselineFile.Entry.Key> = []
  private let files: Set<String>

  init(_ entries: [BaselineFile.Entry], files: Set<String>) {
    for entry in entries where self.entries[entry.key] == nil { self.entries[entry.key] = entry }
    self.files = files
  }

  mutating func addBase(_ findings: [CheckFinding]) {
    for finding in findings { base[finding.key, default: []].formUnion(finding.kinds) }
  }

  func kinds(of key: BaselineFile.Entry.Key) -> [String] { entries[key]?.kinds ?? [] }

  /// The finding, known if nothing of it is new, or else with what is new alone.
  mutating func settle(_ finding: CheckFinding) -> CheckFinding {
    var finding = finding
    let entry = entries[finding.key]
    if let entry {
      used.insert(entry.key)
      finding.reason = entry.reason
      finding.owner = entry.owner
    }
    switch finding.rule {
    case "cycle": if isKnownCycle(finding) { finding.state = "known" }
    case "crossing":
      let before = base[finding.key]
      guard entry != nil || before != nil else { break }
      // An entry without kinds allows all.
      if let entry, entry.kinds.isEmpty {
        finding.state = "known"
        break
      }
      let new = Set(finding.kinds).subtracting(entry?.kinds ?? []).subtracting(before ?? [])
      if new.isEmpty {
        finding.state = "known"
      } else {
        finding.kinds = new.sorted { $0.precedesBytewise($1) }
      }
    default:
      if entry != nil || base[finding.key] != nil { finding.state = "known" }
    }
    return finding
  }

  /// A circle is known if it lies within one that was there: it has become smaller.
  private mutating func isKnownCycle(_ finding: CheckFinding) -> Bool {
    let members = Set(finding.boundaries)
    func covers(_ key: BaselineFile.Entry.Key) -> Bool {
      key.rule == "cycle"
        && members.isSubset(of: key.subject.split(separator: ", ").map(String.init))
    }
    let fitting = entries.keys.filter(covers)
    used.formUnion(fitting)
    return !fitting.isEmpty || base.keys.contains(where: covers)
  }

  /// An entry whose file is gone speaks of the one file of the same name that breaks the same rule
  /// against the same other side, if there is one: it was moved.
  mutating func followMoves(_ findings: inout [CheckFinding]) {
    var alike: [Alike: [Int]] = [:]
    for (index, finding) in findings.enumerated()
    where finding.state == "new" && finding.rule != "cycle" {
      let key = Alike(finding.rule, finding.subject, finding.object)
      alike[key, default: []].append(index)
    }
    for entry in unused {
      let key = Alike(entry.key.rule, entry.key.subject, entry.key.object)
      let fitting = (alike[key] ?? []).filter { index in
        let finding = findings[index]
        return finding.state == "new" && isMove(entry.key.subject, finding.subject)
          && isMove(entry.key.object, finding.object)
      }
      guard fitting.count == 1, let index = fitting.first else { continue }
      used.insert(entry.key)
      if findings[index].kinds.allSatisfy({ entry.kinds.isEmpty || entry.kinds.contains($0) }) {
        findings[index].state = "known"
      }
      findings[index].reason = entry.reason
      findings[index].owner = entry.owner
    }
  }

  /// What a finding has in common with that of a file that was moved.
  private struct Alike: Hashable {
    var rule: String
    var subject: Substring?
    var object: Substring?

    init(_ rule: String, _ subject: String, _ object: String) {
      self.rule = rule
      self.subject = subject.split(separator: "/").last
      self.object = object.split(separator: "/").last
    }
  }

  private func isMove(_ old: String, _ new: String) -> Bool {
    if old == new { return true }
    guard !files.contains(old) else { return false }
    return old.split(separator: "/").last == new.split(separator: "/").last
  }

  /// By line.
  var unused: [BaselineFile.Entry] {
    entries.values.filter { !used.contains($0.key) }.sorted {
      $0.line != $1.line ? $0.line < $1.line : $0.key.subject.precedesBytewise($1.key.subject)
    }
  }
}
