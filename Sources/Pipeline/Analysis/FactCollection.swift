internal import Basics
internal import Facts
internal import FrontEnd
internal import Synchronization

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
    let (cache, environment, revision) = (
      self.cache, self.environment, frontEnd.revision + environment.build
    )
    let results = Mutex<[CachedUnit?]>(planned.map { cache.facts(of: $0, revision: revision) })
    let open = results.withLock { known in known.indices.filter { known[$0] == nil } }
    reused += planned.count - open.count
    let order = longestFirst(open, planned, inventory)
    let lost = Mutex<[Diagnostic]>([])
    let count = Mutex(planned.count - open.count)
    let pool = WorkerPool(
      command: environment.workerCommand + [inventory.root], jobs: jobs,
      timeLimit: environment.timeLimit, cancellation: environment.cancellation)
    pool.run(order.map { planned[$0] }) { index, outcome in
      let unit = planned[order[index]]
      switch outcome {
      case .extracted(let extracted):
        let stored = cache.store(extracted, for: unit, revision: revision)
        results.withLock { $0[order[index]] = stored }
      case .lost(let diagnostic):
        lost.withLock { $0.append(diagnostic) }
      }
      let done = count.withLock { value in
        value += 1
        return value
      }
      environment.progress(Progress(stage: "parse", done: done, total: planned.count))
    }
    diagnostics += lost.withLock { $0.sorted() }
    for (unit, result) in zip(planned, results.withLock { $0 }) { take(unit, result) }
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

  /// Every file that the facts depend on, each once, sorted.
  var dependencies: [UnitFacts.Dependency] {
    var seen: [String: Digest] = [:]
    for unit in units {
      for item in unit.result?.unit.dependencies ?? [] { seen[item.path] = item.digest }
    }
    return seen.keys.sorted { $0.precedesBytewise($1) }.map {
      UnitFacts.Dependency(path: $0, digest: seen[$0]!)
    }
  }
}
