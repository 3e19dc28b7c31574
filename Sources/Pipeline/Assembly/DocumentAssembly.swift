internal import Basics
internal import Boundaries
internal import DependencyGraph
internal import Facts
internal import FrontEnd
internal import ReportModel

/// Turns the results of all stages into the plain document.
struct DocumentAssembly {
  let graph: CodeGraph
  let inventory: Inventory
  let proposal: BoundaryProposal
  let diagnostics: [Diagnostic]
  let options: AnalysisOptions

  /// Files, dependencies and tables alone.
  func dependencies(version: String) -> Document {
    var document = head(version)
    document.tables = BoundaryAssembly(graph: graph, proposal: proposal).tables()
    for index in document.tables.indices {
      document.tables[index].writingBoundaries = []
      document.tables[index].readingBoundaries = []
    }
    return document
  }

  func document(version: String) -> Document {
    var document = head(version)
    if options.withSymbols {
      document.symbols = SymbolAssembly(graph: graph).symbols()
      document.symbolEdges = SymbolAssembly(graph: graph).edges()
    }
    let boundaries = BoundaryAssembly(graph: graph, proposal: proposal)
    let costs = CutAssembly(graph: graph, proposal: proposal)
    document.tables = boundaries.tables()
    costs.addOwnership(to: &document.tables)
    document.transactions = TransactionAssembly(graph, boundary: boundaries.boundary(of:))
      .transactions()
    document.cycles = CycleAssembly(graph: graph).report()
    document.boundaries = boundaries.report()
    doubt(&document.boundaries)
    costs.addOwners(document.tables, to: &document.boundaries)
    document.boundaries.costs = costs.report()
    return document
  }

  /// Where most references of a part lead nobody knows where, nothing firm can be said of it.
  private func doubt(_ report: inout BoundaryReport) {
    for (index, boundary) in report.boundaries.enumerated() {
      var (known, all) = (0, 0)
      for member in boundary.members {
        let file = graph.files[member.file]
        known += file.resolvedReferences + file.externalReferences
        all += file.resolvedReferences + file.externalReferences + file.unresolvedReferences
      }
      guard all > 0, 2 * known < all else { continue }
      report.boundaries[index].knownShare =
        (Double(known) / Double(all) * 1000).rounded() / 1000
      for (member, entry) in boundary.members.enumerated() where entry.reason != "decided" {
        report.boundaries[index].members[member].confidence = "open"
      }
    }
  }

  private func head(_ version: String) -> Document {
    let name = inventory.root.split(separator: "/").last.map(String.init) ?? "/"
    var document = Document(tool: version, name: name)
    document.completeness = CompletenessAssembly(graph: graph, diagnostics: diagnostics).languages
    document.unsupported = inventory.unsupported.map {
      UnsupportedEntry(language: $0.name, files: $0.files, bytes: $0.bytes)
    }
    document.beside = beside()
    document.files = files()
    document.modules = modules()
    let edges = EdgeAssembly(graph: graph)
    document.edges = edges.fileEdges()
    document.diagnostics = diagnostics.map {
      DiagnosticEntry(
        severity: severity($0.severity), code: $0.code, message: $0.message, place: $0.path,
        line: $0.line)
    }
    return document
  }

  /// Nil rather than an empty list: most repositories of one language have none.
  private func beside() -> [BesideEntry]? {
    let speaking = Set(
      graph.companions + graph.dataUses.lazy.filter { $0.file < 0 }.map(\.path)
        + graph.triggers.map(\.path))
    var entries: [String: BesideEntry] = [:]
    for file in inventory.files {
      guard let language = file.language, !language.isCode else { continue }
      var entry =
        entries[language.rawValue]
        ?? BesideEntry(language: language.rawValue, files: 0, speaking: 0)
      entry.files += 1
      entry.speaking += speaking.contains(file.path) ? 1 : 0
      entries[language.rawValue] = entry
    }
    let sorted = entries.values.sorted { $0.language.precedesBytewise($1.language) }
    return sorted.isEmpty ? nil : sorted
  }

  private func severity(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  private func files() -> [FileEntry] {
    graph.files.enumerated().map { index, file in
      var entry = FileEntry(
        path: file.path, language: file.language.rawValue, role: file.role)
      entry.lines = file.lines
      entry.codeLines = file.codeLines
      entry.module = Int(graph.moduleOfFile[index])
      switch proposal.placements[index] {
      case .boundary(let boundary): entry.boundary = proposal.boundaries[boundary].id
      case .label(let label): entry.boundary = label
      }
      entry.mode = file.mode?.name ?? "none"
      entry.errors = file.errors
      entry.missingIncludes = file.missingIncludes.count
      entry.unresolved = file.unresolvedReferences
      entry.configurations = file.configurations.count > 1 ? file.configurations : nil
      return entry
    }
  }

  private func modules() -> [ModuleEntry] {
    var files = [Int](repeating: 0, count: graph.modules.count)
    var lines = files
    for (index, module) in graph.moduleOfFile.enumerated() {
      files[Int(module)] += 1
      lines[Int(module)] += graph.files[index].lines
    }
    return graph.modules.enumerated().map { index, module in
      ModuleEntry(
        id: "module:" + module.id, label: module.id, kind: module.kind.rawValue,
        files: files[index], lines: lines[index])
    }
  }
}
