internal import Basics
internal import DependencyGraph
internal import Facts
internal import FrontEnd

/// Links collected facts into the code graph.
struct GraphAssembly {
  let inventory: Inventory
  let collection: FactCollection
  let cache: FactCache
  let modules: [AnalysisOptions.DeclaredModule]

  /// A set of facts that is linked once, however many units share it.
  private struct Share: Hashable {
    var path: String
    var blob: Digest
    var mode: ExtractionMode
    var configuration: String?
  }

  /// The graph, and which files' facts were gone when they were needed: another process may empty
  /// the cache at any time.
  func graph() -> (CodeGraph, [Diagnostic]) {
    var lost = GroupedDiagnostics()
    var linker = Linker(files: linkedFiles())
    var shares: Set<Share> = []
    for unit in collection.units {
      guard let result = unit.result else { continue }
      linker.add(unit: result.unit)
      for (part, blob) in zip(result.unit.parts, result.blobs) {
        let isMain = part.path == unit.unit.path
        shares.insert(
          Share(
            path: part.path, blob: blob, mode: unit.unit.mode,
            configuration: isMain ? unit.unit.configuration : nil))
      }
    }
    for share in inOrder(shares) {
      guard let bytes = cache.blob(share.blob), let facts = try? FileFacts(decoding: bytes) else {
        lost.add(
          .error, "facts-lost", "the facts of the file vanished from the cache; run again",
          path: share.path)
        continue
      }
      linker.add(facts, mode: share.mode, configuration: share.configuration)
    }
    var graph = linker.link()
    let rules = modules.map { ModuleAssignment.Rule(name: $0.name, contains: $0.contains) }
    ModuleAssignment(rules: rules).assign(to: &graph)
    return (graph, lost.all)
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
