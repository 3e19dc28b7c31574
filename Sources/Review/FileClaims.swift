internal import Basics

/// What one decision wants for a file, and with what weight.
struct Claim: Sendable {
  enum Target: Sendable, Hashable {
    case boundary(String)
    case label(ReplayPlan.Label)

    var title: String {
      switch self {
      case .boundary(let id): id
      case .label(let label): "@" + label.rawValue
      }
    }
  }

  /// Kinds of decisions, stronger ones later.
  enum Rank: Int, Sendable, Hashable {
    /// Members of an accepted or merged boundary.
    case settled
    /// Parts of a split.
    case part
    /// Moved, pinned, shared, dead.
    case place
  }

  /// Index of the decision.
  var source: Int
  var target: Target
  var rank: Rank
  var specificity = Glob.Specificity.none

  func isWeaker(than other: Claim) -> Bool {
    rank != other.rank ? rank.rawValue < other.rank.rawValue : specificity < other.specificity
  }
}

/// The strongest claim on each file, and the claims that are as strong and want something else.
struct FileClaims: Sendable {
  struct Clash: Sendable {
    var file: Int
    var held: Claim
    var other: Claim
  }

  private var winners: [Claim?]
  private var rivals: [Clash] = []

  init(fileCount: Int) { winners = Array(repeating: nil, count: fileCount) }

  subscript(file: Int) -> Claim? { winners[file] }

  /// Among equals the first claim holds.
  mutating func claim(_ file: Int, _ claim: Claim) {
    guard let held = winners[file] else {
      winners[file] = claim
      return
    }
    if held.isWeaker(than: claim) {
      winners[file] = claim
    } else if !claim.isWeaker(than: held), claim.target != held.target {
      rivals.append(Clash(file: file, held: held, other: claim))
    }
  }

  /// The rivals that no stronger claim has overruled, in the order of the files they are about.
  var clashes: [Clash] {
    rivals.filter { clash in winners[clash.file].map { !clash.held.isWeaker(than: $0) } ?? false }
      .sorted { ($0.file, $0.other.source) < ($1.file, $1.other.source) }
  }
}
