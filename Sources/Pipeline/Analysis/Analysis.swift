package import Basics
internal import Boundaries
internal import Configuration
internal import DependencyGraph
package import Evaluation
internal import Facts
internal import FrontEnd
package import ReportModel
internal import Review
internal import Triggers

/// What an analysis gives.
package struct AnalysisResult: Sendable {
  package var document: Document
  package var timings: [StageTiming]
  /// Whether a file was lost, so that the document is not the whole truth.
  package var isIncomplete: Bool
  /// Units whose facts came from the cache, and all units.
  package var reusedUnits: Int
  package var units: Int
  /// Why not everything was kept for the next run.
  package var cacheProblem: FileError?
}

/// Runs the stages: files, facts, graph, boundaries and triggers, decisions, document.
package struct Analysis: Sendable {
  let options: AnalysisOptions
  let environment: AnalysisEnvironment

  private static let errorName = "error"

  package init(_ options: AnalysisOptions, _ environment: AnalysisEnvironment) {
    self.options = options
    self.environment = environment
  }

  /// The document of the repository. Throws ``AnalysisError``.
  package func run() throws -> AnalysisResult {
    var watch = Stopwatch()
    let inventory = try watch.measure("discover") { try self.inventory() }
    try checkInterruption()
    let cache = FactCache(folder: options.cacheFolder, inventory: inventory)
    // Without a folder there is nothing to compare with.
    let key = watch.measure("compare") {
      cache.isPersistent ? DocumentKey(options, environment, inventory, cache) : nil
    }
    if let key, let document = watch.measure("reuse", { stored(key, cache) }) {
      return AnalysisResult(
        document: document, timings: watch.timings,
        isIncomplete: document.diagnostics.contains { $0.severity == Self.errorName },
        reusedUnits: 0, units: 0)
    }
    try checkInterruption()
    var (result, basis) = try run(inventory, cache, &watch)
    try checkInterruption()
    if let key, isRepeatable(result), let codec = environment.codec,
      let bytes = try? codec.encode(result.document)
    {
      cache.store(document: bytes, key: key.digest, basis: basis, covers: key.covers)
    }
    if cache.isPersistent { cache.trim(to: options.cacheLimit) }
    result.cacheProblem = cache.problem
    return result
  }

  /// Whether the same run would lose the same again: a grammar that is not there is part of the key,
  /// a worker that died may live the next time.
  private func isRepeatable(_ result: AnalysisResult) -> Bool {
    result.document.diagnostics.allSatisfy {
      $0.severity != Self.errorName && $0.code != PastReading.missed
        || $0.code == FactCollection.disabledLanguage
    }
  }

  private func checkInterruption() throws(AnalysisError) {
    if environment.cancellation.isRequested { throw .interrupted }
  }

  private func stored(_ key: DocumentKey, _ cache: FactCache) -> Document? {
    guard let codec = environment.codec, let bytes = cache.document(key: key.digest) else {
      return nil
    }
    return try? codec.decode(bytes)
  }

  private func inventory() throws -> Inventory {
    do throws(DiscoveryError) {
      return try discover(options.path, options: options.discovery)
    } catch {
      throw AnalysisError.discovery(error)
    }
  }

  private func run(
    _ inventory: Inventory, _ cache: FactCache, _ watch: inout Stopwatch
  ) throws -> (AnalysisResult, DocumentBasis) {
    let (graph, collection, lost) = try linked(inventory, cache, &watch)
    try checkInterruption()
    if options.extent == .graph {
      let diagnostics = (inventory.diagnostics + collection.diagnostics + lost).sorted()
      let document = watch.measure("document") {
        DocumentAssembly(
          graph: graph, inventory: inventory, proposal: .none(for: graph),
          diagnostics: diagnostics, options: options
        ).dependencies(version: environment.version)
      }
      return finished(document, collection, diagnostics, watch)
    }
    let past = watch.measure("history") { self.past(inventory).read(graph) }
    try checkInterruption()
    let decided = try watch.measure("boundaries") {
      try DecidedBoundaries(graph: graph, options: options, past: past.evidence).propose()
    }
    try checkInterruption()
    let serverless = watch.measure("triggers") {
      ServerlessAnalysis(
        graph, proposal: decided.proposal, configuration: options.configuration,
        traces: options.traces
      ).run(options.configuration, texts(inventory))
    }
    let diagnostics =
      (inventory.diagnostics + collection.diagnostics + lost + past.diagnostics
      + decided.diagnostics
      + serverless.diagnostics)
      .sorted()
    let document = watch.measure("document") {
      var document = DocumentAssembly(
        graph: graph, inventory: inventory, proposal: decided.proposal, diagnostics: diagnostics,
        options: options
      ).document(version: environment.version)
      document.decisions = decided.report
      document.serverless = ServerlessAssembly(result: serverless).report()
      VerdictDecisions(decided.verdicts).apply(to: &document)
      return document
    }
    return finished(document, collection, diagnostics, watch)
  }

  private func finished(
    _ document: Document, _ collection: FactCollection, _ diagnostics: [Diagnostic],
    _ watch: Stopwatch
  ) -> (AnalysisResult, DocumentBasis) {
    let result = AnalysisResult(
      document: document, timings: watch.timings,
      isIncomplete: diagnostics.contains { $0.severity == .error },
      reusedUnits: collection.reused, units: collection.units.count)
    return (
      result,
      DocumentBasis(units: collection.units.compactMap(\.result?.unit), absent: collection.absent)
    )
  }

  private func linked(
    _ inventory: Inventory, _ cache: FactCache, _ watch: inout Stopwatch
  ) throws -> (CodeGraph, FactCollection, [Diagnostic]) {
    let collection = try watch.measure("parse") { try collect(inventory, cache) }
    let (graph, lost) = watch.measure("link") {
      GraphAssembly(
        inventory: inventory, collection: collection, cache: cache, modules: options.modules,
        frontEnds: environment.frontEnds, packs: options.configuration.packs
      ).graph()
    }
    return (graph, collection, lost)
  }

  /// How near the suggestions come to a reference, without decisions of people. Throws
  /// ``AnalysisError``.
  package func evaluate(
    _ evaluation: BoundaryEvaluation, against reference: ReferenceDecomposition
  ) throws -> EvaluationReport {
    var watch = Stopwatch()
    let inventory = try self.inventory()
    let cache = FactCache(folder: options.cacheFolder, inventory: inventory)
    let graph = try linked(inventory, cache, &watch).0
    try checkInterruption()
    var evaluation = evaluation
    evaluation.options = options.boundaries
    return evaluation.run(graph, reference, past: past(inventory).read(graph).evidence)
  }

  private func past(_ inventory: Inventory) -> PastReading {
    PastReading(options, environment, inventory)
  }

  /// Texts that say which program a command starts: manifests, and what they name.
  private func texts(_ inventory: Inventory) -> RepositoryTexts {
    let root = Array(inventory.root.utf8)
    var raw: [String: [UInt8]] = [:]
    for file in inventory.files { raw[file.path] = file.rawPath }
    return RepositoryTexts(
      name: inventory.root.split(separator: "/").last.map(String.init) ?? "",
      manifests: inventory.files.map(\.path).filter {
        $0 == "pyproject.toml" || $0.hasSuffix("/pyproject.toml")
      },
      text: { path in
        guard let name = raw[path],
          let bytes = try? FileSystem.read(root + [UInt8(ascii: "/")] + name, limit: 1 << 20)
        else { return nil }
        return String(decoding: bytes, as: UTF8.self)
      })
  }

  private func collect(_ inventory: Inventory, _ cache: FactCache) throws -> FactCollection {
    let languages = Set(inventory.files.compactMap(\.language))
    guard languages.contains(where: \.isCode) else {
      throw nothing(inventory)
    }
    var collection = FactCollection(cache: cache, environment: environment)
    for frontEnd in environment.frontEnds where frontEnd.concerns(inventory) {
      let disabled = frontEnd.languages.filter {
        languages.contains($0) && frontEnd.unavailability(of: $0) != nil
      }
      for language in disabled where language.isCode {
        let reason = frontEnd.unavailability(of: language) ?? ""
        guard languages.contains(where: { $0.isCode && isRead($0) }) else {
          throw AnalysisError.unavailable(reason)
        }
        collection.note(disabled: language, reason, inventory)
      }
      if frontEnd.unavailability == nil {
        try collection.collect(frontEnd, inventory, jobs: options.jobs)
      }
    }
    return collection
  }

  private func isRead(_ language: Language) -> Bool {
    environment.frontEnds.contains {
      $0.languages.contains(language) && $0.unavailability(of: language) == nil
    }
  }

  private func nothing(_ inventory: Inventory) -> AnalysisError {
    if inventory.filesSeen == 0 {
      return .nothingToAnalyse("\"\(options.path)\" is empty; name the folder of the repository")
    }
    let filters = options.discovery.filters
    if !filters.isEmpty {
      return .nothingToAnalyse(
        "no file in a supported language is left in \"\(options.path)\" by "
          + filters.joined(separator: ", "))
    }
    return .noSupportedLanguage(missing(inventory))
  }

  private func missing(_ inventory: Inventory) -> String {
    let found = inventory.unsupported.prefix(5).map { "\($0.name) (\($0.files) files)" }
    let instead = found.isEmpty ? "no source files at all" : "only " + found.joined(separator: ", ")
    return "no file in a supported language in \"\(options.path)\": found \(instead)"
  }
}
