package import Basics
internal import Boundaries

/// What a person's decisions ask of the next partition, by file numbers; free of contradictions.
///
/// Plain values, so that any stage can take it. Every list is sorted: files ascending, boundaries by
/// identifier, the rest by line.
package struct ReplayPlan: Sendable, Hashable {
  /// A boundary that decisions speak of.
  package struct PlannedBoundary: Sendable, Hashable {
    /// What it is called from run to run; the result must use it.
    package var id: String
    /// The decided name; nil leaves the name to the analysis.
    package var name: String?
    /// Files that belong to it, whatever else changes.
    package var members: [Int] = []
    /// Files of the boundary that `members` were put into, as the last partition or the decision
    /// has it: the result's boundary `id` is the one that holds `members`, or else most of these.
    package var core: [Int] = []
    /// Accepted, merged or a part of a split: a boundary of its own, whose members stay together.
    package var isSettled = false
    /// Titles of the decisions that formed it, in the order of the file.
    package var decisions: [String] = []
  }

  /// Groups of files none of which may share a boundary with one of another group.
  package struct Separation: Sendable, Hashable {
    package var groups: [[Int]]
    package var decision: String
  }

  /// A grouping that must not come back as it is.
  package struct RejectedGrouping: Sendable, Hashable {
    package var id: String
    package var members: [Int]
    package var reason: String
    package var decision: String

    /// Whether `files` are the rejected grouping again, or nearly.
    package func matches(_ files: [Int]) -> Bool { BoundaryConstraints.isSame(members, files) }
  }

  /// What people say that the function of a trigger is suited to.
  package struct PlannedVerdict: Sendable, Hashable {
    package var files: [Int]
    /// Nil for all handlers of the files.
    package var symbol: String?
    package var verdict: String
    package var decision: Decision
    package var line: Int
  }

  package enum Label: String, Sendable, Hashable { case shared, dead }

  package struct LabelledFile: Sendable, Hashable {
    package var file: Int
    package var label: Label
    package var decision: String
  }

  package var boundaries: [PlannedBoundary] = []
  /// Groups that share a boundary, whichever it is; disjoint, at least two files each, none of them
  /// a member of a planned boundary.
  package var keepTogether: [[Int]] = []
  package var keepApart: [Separation] = []
  package var rejected: [RejectedGrouping] = []
  /// Files that are no part of any boundary.
  package var labels: [LabelledFile] = []
  /// Verdicts on triggers that people give, by line.
  package var verdicts: [PlannedVerdict] = []
  /// Boundaries that own tables because people say so, by the name of the table.
  package var owners: [String: String] = [:]
  /// What did not fit, by line.
  package var findings: [ReplayFinding] = []
  /// Number of decisions that took effect, in whole or in part.
  package var applied = 0

  package init() {}
}

/// A decision that could not be followed, or only in part.
package struct ReplayFinding: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable {
    /// Nothing in the code fits the decision any more.
    case stale = "stale-decision"
    /// Some of its patterns or boundaries fit nothing.
    case partlyStale = "partly-stale-decision"
    /// Two decisions cannot both hold.
    case contradiction = "contradictory-decisions"
    /// It applies to something found under another name.
    case matchedByMembers = "decision-matched-by-members"
    /// Its files have other names now.
    case followedRename = "decision-follows-rename"
  }

  package var kind: Kind
  /// The lines of the decisions concerned, ascending.
  package var lines: [Int]
  package var message: String

  package init(kind: Kind, lines: [Int], message: String) {
    self.kind = kind
    self.lines = lines
    self.message = message
  }

  /// The finding as a diagnostic of the decisions file; the second place is named in the message.
  package var diagnostic: Diagnostic {
    Diagnostic(
      kind == .matchedByMembers || kind == .followedRename ? .note : .warning, kind.rawValue,
      message,
      path: DecisionFile.name, line: lines.first)
  }
}

/// Size of the intersection over size of the union of two ascending lists; 0 for two empty ones.
func overlap(_ a: [Int], _ b: [Int]) -> Double {
  var (i, j, common) = (0, 0, 0)
  while i < a.count, j < b.count {
    if a[i] == b[j] { common += 1 }
    let (x, y) = (a[i], b[j])
    if x <= y { i += 1 }
    if y <= x { j += 1 }
  }
  let union = a.count + b.count - common
  return union == 0 ? 0 : Double(common) / Double(union)
}
