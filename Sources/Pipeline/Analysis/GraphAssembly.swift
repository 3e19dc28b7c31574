internal import Basics
internal import Configuration
internal import DependencyGraph
internal import Dispatch
internal import Facts
internal import FrontEnd
internal import TriggerRules

/// Links collected facts into the code graph.
struct GraphAssembly {
  let inventory: Inventory
  let collection: FactCollection
  let cache: FactCache
  let modules: [AnalysisOptions.DeclaredModule]
  let frontEnds: [any FrontEnd]
  /// Rules that come on top of those of the tool.
  var packs: [FrameworkPack] = []

  /// Facts that are read, resolved and linked at a time: few enough to stay in memory together.
  private static let batch = 1024

  /// A set of facts that is linked once, however many units share it.
  private struct Share: Hashable, Sendable {
    var path: String
    var blob: Digest
    var mode: ExtractionMode
    var configuration: String?
    /// Index of the front end.
    var frontEnd: Int
    /// Whether its facts name code that a front end resolves.
    var namesCode: Bool
  }

  /// The graph, and which files' facts were gone when they were needed: another process may empty
  /// the cache at any time.
  func graph() -> (CodeGraph, [Diagnostic]) {
    var lost = GroupedDiagnostics()
    var linker = Linker(files: linkedFiles())
    var shares: Set<Share> = []
    for unit in collection.units {
      guard let result = unit.result else { continue }
      // What a configuration lacks is no import of code.
      if unit.unit.language.isCode { linker.add(unit: result.unit) }
      let frontEnd = frontEnds.firstIndex { $0.name == unit.unit.frontEnd } ?? 0
      for (part, blob) in zip(result.unit.parts, result.blobs) {
        let isMain = part.path == unit.unit.path
        shares.insert(
          Share(
            path: part.path, blob: blob, mode: unit.unit.mode,
            configuration: isMain ? unit.unit.configuration : nil, frontEnd: frontEnd,
            namesCode: unit.unit.language.namesCode))
      }
    }
    link(inOrder(shares), &linker, &lost)
    var graph = linker.link()
    let rules = modules.map { ModuleAssignment.Rule(name: $0.name, contains: $0.contains) }
    ModuleAssignment(rules: rules, buildFolders: BuildFolders(inventory).folders)
      .assign(to: &graph)
    graph.add(BuildTargets(inventory).targets)
    return (graph, lost.all)
  }

  private func link(
    _ shares: [Share], _ linker: inout Linker, _ lost: inout GroupedDiagnostics
  ) {
    let resolution = resolution(shares)
    link(shares, resolution, &linker, &lost)
    Self.giveUp(resolution)
  }

  /// Frees what took much memory on another thread, while this one goes on.
  private static func giveUp(_ resolution: consuming Resolution) {
    let last = resolution
    DispatchQueue.global().async { withExtendedLifetime(last) {} }
  }

  private func link(
    _ shares: [Share], _ resolution: Resolution, _ linker: inout Linker,
    _ lost: inout GroupedDiagnostics
  ) {
    let triggers = SurveyedFiles(inventory, packs: packs, imports: resolution.imports)
    var surveys: [CodeTriggers.Survey] = []
    let testPaths = Set(inventory.files.lazy.filter { $0.role == .test }.map(\.path))
    for start in stride(from: 0, to: shares.count, by: Self.batch) {
      let range = start..<min(shares.count, start + Self.batch)
      let read = Array(range).concurrentMap(chunk: 16) { index in
        let facts =
          resolution.place[index].map { resolution.resolvers[$0.resolver].resolve($0.number) }
          ?? self.facts(shares[index])
        return triggers.surveyed(facts)
      }
      for (index, (facts, survey)) in zip(range, read) {
        if let survey { surveys.append(survey) }
        guard var facts else {
          lost.add(
            .error, "facts-lost", "the facts of the file vanished from the cache; run again",
            path: shares[index].path)
          continue
        }
        // What tests configure starts nothing of the program.
        if !facts.language.isCode, testPaths.contains(facts.path) { facts.triggers = [] }
        linker.add(facts, mode: shares[index].mode, configuration: shares[index].configuration)
      }
    }
    for facts in triggers.rules.declarations(of: surveys) { linker.add(triggersOf: facts) }
  }

  private func facts(_ share: Share) -> FileFacts? {
    cache.blob(share.blob).flatMap { try? FileFacts(decoding: $0) }
  }

  /// Where the facts come from whose names need the whole project.
  private struct Resolution: Sendable {
    struct Place: Sendable {
      var resolver: Int
      var number: Int
    }

    var resolvers: [any FactResolver] = []
    /// For each share; nil for those that are complete as they are.
    var place: [Place?]
    /// What files of each language import.
    var imports: CodeTriggers.Imports = [:]
  }

  private func resolution(_ shares: [Share]) -> Resolution {
    var resolution = Resolution(place: Array(repeating: nil, count: shares.count))
    for (number, frontEnd) in frontEnds.enumerated() where frontEnd.needsResolution {
      guard shares.contains(where: { $0.frontEnd == number }) else { continue }
      let own = shares.indices.filter {
        shares[$0].frontEnd == number || shares[$0].namesCode && resolution.place[$0] == nil
      }
      let read = own.concurrentMap(chunk: 16) { self.facts(shares[$0]) }
      var known: [FileFacts] = []
      for (index, facts) in zip(own, read) {
        guard let facts else { continue }
        resolution.place[index] = Resolution.Place(
          resolver: resolution.resolvers.count, number: known.count)
        known.append(facts)
        resolution.imports[facts.language, default: []].formUnion(CodeTriggers.imports(of: facts))
      }
      resolution.resolvers.append(frontEnd.makeResolver(for: known, inventory: inventory))
    }
    return resolution
  }

  /// One order for equal input: by path, then mode and configuration, then the facts themselves. The
  /// same facts found in two modes are linked once, as of the better one.
  private func inOrder(_ shares: Set<Share>) -> [Share] {
    let sorted = shares.sorted { a, b in
      if a.path != b.path { return a.path.precedesBytewise(b.path) }
      if a.blob != b.blob { return a.blob < b.blob }
      if a.mode != b.mode { return a.mode < b.mode }
      return (a.configuration ?? "").precedesBytewise(b.configuration ?? "")
    }
    var kept: [Share] = []
    for share in sorted {
      let isKnown =
        kept.last.map {
          $0.path == share.path && $0.blob == share.blob && $0.configuration == share.configuration
        } ?? false
      if !isKnown { kept.append(share) }
    }
    return kept
  }

  /// Code files of the inventory, and those that only the build knows (generated and ignored ones).
  private func linkedFiles() -> [LinkedFile] {
    var files = inventory.files.compactMap { file -> LinkedFile? in
      guard let language = file.language, language.isCode else { return nil }
      return LinkedFile(path: file.path, language: language, role: file.role.rawValue)
    }
    var known = Set(inventory.files.map(\.path))
    for unit in collection.units where unit.unit.language.isCode {
      for part in unit.result?.unit.parts ?? [] where known.insert(part.path).inserted {
        files.append(
          LinkedFile(
            path: part.path, language: unit.unit.language, role: FileRole.generated.rawValue))
      }
    }
    return files
  }
}
