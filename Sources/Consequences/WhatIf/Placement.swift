internal import Basics
package import ReportModel
package import Review

/// Which boundary each file of a document is in, before and after a decision.
package struct Placement: Sendable {
  /// Identifiers; labels such as `@shared` are among them.
  package private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  /// For each file an index into `names`.
  package private(set) var of: [Int] = []
  /// Tests, generated and foreign code keep their place, whatever pattern matches them.
  private let isProduction: [Bool]

  package init(_ document: Document) {
    isProduction = document.files.map { $0.role == "production" }
    of.reserveCapacity(document.files.count)
    for file in document.files { of.append(number(file.boundary)) }
  }

  private mutating func number(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = names.count
    names.append(name)
    return names.count - 1
  }

  mutating func put(_ files: [Int], into name: String) {
    let number = number(name)
    for file in files where isProduction[file] { of[file] = number }
  }

  /// The boundary of a file; nil outside of all.
  func boundary(_ file: Int) -> String? {
    let name = names[of[file]]
    return name.utf8.first == UInt8(ascii: "@") ? nil : name
  }

  /// The number of the boundary of a file, or -1.
  func side(_ file: Int) -> Int { isBoundary[of[file]] ? of[file] : -1 }

  private var isBoundary: [Bool] { names.map { $0.utf8.first != UInt8(ascii: "@") } }

  /// ``side(_:)`` of every file.
  var sides: [Int] {
    let isBoundary = isBoundary
    return of.map { isBoundary[$0] ? $0 : -1 }
  }

  /// What the decisions of a file do by themselves, without anything being clustered anew: their
  /// plan over this placement. Files that are only kept together go where most of them are.
  package func following(_ plan: ReplayPlan) -> Placement {
    var result = self
    for boundary in plan.boundaries { result.put(boundary.members, into: boundary.id) }
    for file in plan.labels {
      result.put([file.file], into: file.label == .dead ? "@tool" : "@shared")
    }
    for group in plan.keepTogether {
      var counts: [Int: Int] = [:]
      for file in group where result.side(file) >= 0 { counts[result.of[file], default: 0] += 1 }
      let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let most { result.put(group, into: result.names[most.key]) }
    }
    return result
  }
}
