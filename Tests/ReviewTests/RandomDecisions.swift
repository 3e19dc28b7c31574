import Basics
import Review

/// Decisions as a team makes them, from a seeded generator.
enum RandomDecisions {
  static let folders = [
    "accounts", "cart", "catalogue", "common", "db", "http", "images", "mail", "orders",
    "payments", "reports", "search",
  ]
  static let words = [
    "Address", "Base", "Client", "Cookie", "Filter", "Format", "Index", "Job", "Line", "List",
    "Money", "Parser", "Price", "Query", "Rule", "Session", "Store", "Tax", "Token", "View",
  ]

  static func path(_ generator: inout SeededGenerator) -> String {
    let folder = folders[generator.next(below: folders.count)]
    let word = words[generator.next(below: words.count)]
    let other = words[generator.next(below: words.count)]
    return "src/\(folder)/\(word)\(other).cpp"
  }

  /// The decision of that number; decisions of different numbers settle different matters.
  static func make(_ number: Int, _ generator: inout SeededGenerator) -> Decision {
    let act = DecisionAct.allCases[generator.next(below: DecisionAct.allCases.count)]
    let boundary = folders[generator.next(below: folders.count)]
    let isBoundary = act.concernsBoundary
    var decision = Decision(
      act, isBoundary ? "\(boundary)-\(number)" : path(&generator) + "\(number)")
    for field in act.requiredFields {
      switch field {
      case .to where act == .serverless: decision.to = ["function", "keep"][number % 2]
      case .to: decision.to = folders[generator.next(below: folders.count)]
      case .with: decision.with = [isBoundary ? "other-\(number)" : path(&generator) + "+\(number)"]
      case .into:
        decision.into = [
          Decision.Part(name: "left", patterns: [path(&generator)]),
          Decision.Part(name: "right", patterns: ["src/\(boundary)/**"]),
        ]
      default: break
      }
    }
    if act == .accept { decision.members = ["src/\(boundary)/**", path(&generator)] }
    if act == .reject || generator.next(below: 2) == 0 { decision.reason = "it fits" }
    decision.author = ["Ada", "Grace", "Barbara"][generator.next(below: 3)]
    decision.date = "2025-0\(1 + generator.next(below: 9))-1\(generator.next(below: 10))"
    return decision
  }
}
