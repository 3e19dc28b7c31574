internal import Basics
internal import Facts
internal import FrontEnd

/// The facts of all units: from the cache, from workers, or read on the spot.
struct FactCollection {
  /// A unit with its facts, or with none where it was lost.
  struct Unit: Sendable {
    var unit: ExtractionUnit
    var result: CachedUnit?
  }

  /// In the order of the plans.
  private(set) var units: [Unit] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// What the plans looked for and did not find.
  private(set) var absent: [String] = []
  /// Units that came out of the cache.
  private(set) var reused = 0

  private let cache: FactCache
  private let environment: AnalysisEnvironment

  init(cache: FactCache, environment: AnalysisEnvironment) {
    self.cache = cache
    self.environment = environment
  }

  /// Extracts all units that `frontEnd` plans for `inventory`. Throws if interrupted.
  mutating func collect(_ frontEnd: any FrontEnd, _ inventory: Inventory, jobs: Int) throws {
    let plan = frontEnd.plan(inventory)
    diagnostics += plan.diagnostics
    absent += plan.absent
    guard !plan.units.isEmpty else { return }
    if frontEnd.isIsolated {
      collectInWorkers(plan.units, frontEnd, inventory, jobs)
    } else {
      try collectHere(plan.units, frontEnd, inventory)
    }
    if environment.cancellation.isRequested { throw AnalysisError.interrupted }
  }

  private mutating func collectHere(
    _ planned: [ExtractionUnit], _ frontEnd: any FrontEnd, _ inventory: Inventory
  ) throws {
    let (cache, environment) = (cache, environment)
    let revision = frontEnd.revision + environment.build
    let results = planned.concurrentMap(chunk: 16) { unit in
      Result { () throws -> (facts: CachedUnit, isReused: Bool)? in
        if environment.cancellation.isRequested { return nil }
        if let known = cache.facts(of: unit, revision: revision) {
          return (known, true)
        }
        let facts = try frontEnd.makeExtractor(root: inventory.root).extract(unit)
        return (cache.store(ExtractedUnit(facts), for: unit, revision: revision), false)
      }
    }
    for (unit, result) in zip(planned, results) {
      guard let found = try result.get() else { return }
      if found.isReused { reused += 1 }
      take(unit, found.facts)
    }
  }

  /// The code of the diagnostic for a language whose reader is not on this machine.
  static let disabledLanguage = "language-disabled"

  /// Says that the files of a language are not read, and why.
  mutating func note(disabled language: Language, _ reason: String, _ inventory: Inventory) {
    let count = inventory.files.count { $0.language == language }
    diagnostics.append(
      Diagnostic(
        .error, Self.disabledLanguage,
        "\(count) files in \(language.displayName) are not read: \(reason)"))
  }

  private mutating func collectInWorkers(
    _ planned: [ExtractionUnit], _ frontEnd: any FrontEnd, _ inventory: Inventory, _ jobs: Int
  ) {
    let order = longestFirst(planned, inventory)
    let revision = frontEnd.revision + environment.build
    var results = order.map { cache.facts(of: planned[$0], revision: revision) }
    var open = results.indices.filter { results[$0] == nil }
    reused += planned.count - open.count
    var lost: [Diagnostic] = []
    // A second time only where a unit that gave facts for others is gone.
    for _ in 0..<3 where !open.isEmpty {
      var done = planned.count - open.count
      pool(inventory, jobs).run(open.map { planned[order[$0]] }) { index, outcome in
        let place = open[index]
        switch outcome {
        case .extracted(let extracted):
          results[place] = cache.store(
            extracted, for: planned[order[place]], revision: revision)
        case .lost(let diagnostic): lost.append(diagnostic)
        }
        done += 1
        environment.progress(Progress(stage: "parse", done: done, total: planned.count))
      }
      if environment.cancellation.isRequested { break }
      open = SharedFacts.unowned(results)
    }
    SharedFacts.unify(&results)
    diagnostics += lost.sorted()
    for (place, index) in order.enumerated().sorted(by: { $0.element < $1.element }) {
      take(planned[index], results[place])
    }
  }

  private func pool(_ inventory: Inventory, _ jobs: Int) -> WorkerPool {
    var program = environment.worker
    program.command.append(inventory.root)
    return WorkerPool(
      program: program, jobs: jobs, timeLimit: environment.timeLimit,
      cancellation: environment.cancellation)
  }

  /// Indexes of `planned`, large files first, so that no worker is left alone with one at the end.
  /// By magnitude only: an edit hardly moves a file.
  private func longestFirst(_ planned: [ExtractionUnit], _ inventory: Inventory) -> [Int] {
    var magnitude: [String: Int] = [:]
    for file in inventory.files {
      magnitude[file.path] = Int.bitWidth - file.size.leadingZeroBitCount
    }
    return planned.indices.sorted {
      let (a, b) = (magnitude[planned[$0].path] ?? 0, magnitude[planned[$1].path] ?? 0)
      return a != b ? a > b : $0 < $1
    }
  }

  private mutating func take(_ unit: ExtractionUnit, _ result: CachedUnit?) {
    diagnostics += result?.unit.diagnostics ?? []
    units.append(Unit(unit: unit, result: result))
  }
}

/// Which facts stand for a file that many units include in equal circumstances.
///
/// Its facts are found once by each worker, and broken code can give other facts where the
/// fingerprint is equal. Those of the first unit count, which whatever worker it has must find them
/// itself, since units are given out in order: so neither the number of workers nor what is in the
/// cache shows.
enum SharedFacts {
  /// Places of the units that come first with some fingerprint and did not find its facts themselves.
  static func unowned(_ units: [CachedUnit?]) -> [Int] {
    var seen: Set<Digest> = []
    return units.indices.filter { place in
      guard let unit = units[place] else { return false }
      var lacks = false
      for (part, isOwn) in zip(unit.unit.parts, unit.isOwn)
      where seen.insert(part.fingerprint).inserted && !isOwn {
        lacks = true
      }
      return lacks
    }
  }

  /// Gives all parts of one fingerprint the facts of the first.
  static func unify(_ units: inout [CachedUnit?]) {
    var first: [Digest: Digest] = [:]
    for place in units.indices {
      guard var unit = units[place] else { continue }
      for (index, part) in unit.unit.parts.enumerated() {
        if let blob = first[part.fingerprint] {
          unit.blobs[index] = blob
        } else {
          first[part.fingerprint] = unit.blobs[index]
        }
      }
      units[place] = unit
    }
  }
}
