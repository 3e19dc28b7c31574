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
      let extractor = try frontEnd.makeExtractor(root: inventory.root)
      for unit in plan.units {
        let facts = ExtractedUnit(extractor.extract(unit))
        take(unit, cache.store(facts, for: unit, revision: frontEnd.revision))
      }
    }
    if environment.cancellation.isRequested { throw AnalysisError.interrupted }
  }

  /// Says that the files of a language are not read, and why.
  mutating func note(disabled language: Language, _ reason: String, _ inventory: Inventory) {
    let count = inventory.files.count { $0.language == language }
    diagnostics.append(
      Diagnostic(
        .error, "language-disabled",
        "\(count) files in \(language.displayName) are not read: \(reason)"))
  }

  private mutating func collectInWorkers(
    _ planned: [ExtractionUnit], _ frontEnd: any FrontEnd, _ inventory: Inventory, _ jobs: Int
  ) {
    let revision = frontEnd.revision + environment.build
    var results = planned.map { cache.facts(of: $0, revision: revision) }
    let open = results.indices.filter { results[$0] == nil }
    reused += planned.count - open.count
    let order = longestFirst(open, planned, inventory)
    var lost: [Diagnostic] = []
    var done = planned.count - open.count
    pool(inventory, jobs).run(order.map { planned[$0] }) { index, outcome in
      switch outcome {
      case .extracted(let extracted):
        let place = order[index]
        results[place] = cache.store(extracted, for: planned[place], revision: revision)
      case .lost(let diagnostic): lost.append(diagnostic)
      }
      done += 1
      environment.progress(Progress(stage: "parse", done: done, total: planned.count))
    }
    diagnostics += lost.sorted()
    for (unit, result) in zip(planned, results) { take(unit, result) }
  }

  private func pool(_ inventory: Inventory, _ jobs: Int) -> WorkerPool {
    var program = environment.worker
    program.command.append(inventory.root)
    return WorkerPool(
      program: program, jobs: jobs, timeLimit: environment.timeLimit,
      cancellation: environment.cancellation)
  }

  /// Large files first, so that no worker is left alone with one at the end.
  private func longestFirst(
    _ open: [Int], _ planned: [ExtractionUnit], _ inventory: Inventory
  ) -> [Int] {
    var size: [String: Int] = [:]
    for file in inventory.files { size[file.path] = file.size }
    return open.sorted {
      let (a, b) = (size[planned[$0].path] ?? 0, size[planned[$1].path] ?? 0)
      return a != b ? a > b : $0 < $1
    }
  }

  private mutating func take(_ unit: ExtractionUnit, _ result: CachedUnit?) {
    diagnostics += result?.unit.diagnostics ?? []
    units.append(Unit(unit: unit, result: result))
  }
}
