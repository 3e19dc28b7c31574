internal import Basics
internal import Boundaries
internal import DependencyGraph
internal import Facts
internal import ReportModel

/// Boundaries, crossings, shared code and tables as the document has them.
struct BoundaryAssembly {
  let graph: CodeGraph
  let proposal: BoundaryProposal

  /// Symbols that a boundary lists as exposed; beyond them stands the number alone.
  private static let exposedLimit = 50

  func report() -> BoundaryReport {
    var report = BoundaryReport()
    report.verdict = SplitVerdict(
      verdict: proposal.verdict.isSplit ? "split" : "keep", reason: proposal.verdict.reason,
      figures: proposal.verdict.figures.map { Figure($0.name, $0.value) })
    report.verdict.rule = proposal.verdict.rule.isEmpty ? nil : proposal.verdict.rule
    let parts = proposal.verdict.parts.map { proposal.boundaries[$0].id }
    report.verdict.parts = parts.isEmpty ? nil : parts
    report.boundaries = proposal.boundaries.map(boundary)
    report.crossings = proposal.crossings.map(crossing)
    report.shared = proposal.shared.map { shared in
      SharedEntry(
        file: shared.file, label: label(of: shared.file), reason: shared.reason,
        users: shared.users.map(id))
    }
    report.levels = proposal.levels.map {
      LevelEntry(
        granularity: $0.granularity.rawValue, count: $0.count, isRecommended: $0.isRecommended,
        reason: $0.reason)
    }
    report.method = proposal.method.map { Figure($0.name, $0.value) }
    return report
  }

  /// A file that was decided to be dead is not shared.
  private func label(of file: Int) -> String {
    if case .label(let label) = proposal.placements[file] { return label }
    return "@shared"
  }

  private func id(_ boundary: Int) -> String { proposal.boundaries[boundary].id }

  private func place(_ place: SourcePlace) -> Place {
    Place(file: graph.path(ofPlace: place.file), line: place.line)
  }

  private func boundary(_ boundary: CandidateBoundary) -> BoundaryEntry {
    var entry = BoundaryEntry(
      id: boundary.id, name: boundary.name, vocabulary: boundary.vocabulary,
      lines: boundary.lines, members: boundary.members.map(member),
      exposes: boundary.exposes.prefix(Self.exposedLimit).map(exposed),
      tables: BoundaryEntry.TableUse(
        owns: boundary.owns, shares: boundary.shares, reads: boundary.reads),
      entryPoints: boundary.entryPoints.map(place), stability: rounded(boundary.stability))
    if boundary.exposes.count > Self.exposedLimit { entry.exposedCount = boundary.exposes.count }
    if !boundary.components.isEmpty {
      entry.components = boundary.components.map {
        BoundaryEntry.ComponentEntry(name: $0.name, files: $0.files)
      }
    }
    entry.decisions = boundary.decisions.isEmpty ? nil : boundary.decisions
    return entry
  }

  private func member(_ member: Member) -> BoundaryEntry.MemberEntry {
    BoundaryEntry.MemberEntry(
      file: member.file, reason: member.reason, confidence: member.confidence.rawValue,
      stability: rounded(member.stability), inside: member.inside,
      alternative: member.alternative.map(id),
      alternativeReferences: member.alternativeReferences,
      evidence: member.evidence.map(place))
  }

  private func exposed(_ exposed: Exposed) -> BoundaryEntry.ExposedEntry {
    let symbol = graph.symbols[exposed.symbol]
    return BoundaryEntry.ExposedEntry(
      symbol: symbol.qualifiedName, kind: "\(symbol.kind)",
      place: Place(file: graph.files[Int(symbol.file)].path, line: Int(symbol.line)),
      references: exposed.references, from: exposed.users.map(id))
  }

  private func crossing(_ crossing: Crossing) -> CrossingEntry {
    CrossingEntry(
      from: id(crossing.from), to: id(crossing.to),
      kinds: Dictionary(uniqueKeysWithValues: crossing.kinds.map { ($0.kind, $0.count) }),
      count: crossing.count, symbols: crossing.symbols, places: crossing.places.map(place))
  }

  /// Three decimals say all there is to say.
  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  func tables() -> [TableEntry] {
    var tables = graph.stores.map { store in
      TableEntry(
        name: store.name, store: "\(store.store)", definedAt: [], readers: [], writers: [],
        references: store.references.map { graph.stores[Int($0)].name })
    }
    var writing = graph.stores.map { _ in Set<String>() }
    var reading = writing
    var mapping = writing
    for use in graph.dataUses {
      let store = Int(use.store)
      let place = Place(
        file: use.path, line: Int(use.line),
        through: use.through < 0 ? nil : graph.stores[Int(use.through)].name)
      let boundary = boundary(of: use)
      switch use.access {
      case .define:
        tables[store].definedAt.append(place)
        if use.file >= 0, graph.files[Int(use.file)].path != use.path {
          mapping[store].insert(graph.files[Int(use.file)].path)
        }
      case .read:
        tables[store].readers.append(place)
        if let boundary { reading[store].insert(boundary) }
      case .write:
        tables[store].writers.append(place)
        if let boundary { writing[store].insert(boundary) }
      }
    }
    for index in tables.indices {
      if !mapping[index].isEmpty {
        tables[index].mappers = mapping[index].sorted { $0.precedesBytewise($1) }
      }
      tables[index].writingBoundaries = writing[index].sorted { $0.precedesBytewise($1) }
      tables[index].readingBoundaries = reading[index].subtracting(writing[index])
        .sorted { $0.precedesBytewise($1) }
    }
    return tables
  }

  /// Tests and generated code own nothing: what they write is somebody's who is asked elsewhere.
  func boundary(of use: DataUse) -> String? {
    guard use.file >= 0, graph.files[Int(use.file)].role == "production" else { return nil }
    switch proposal.placements[Int(use.file)] {
    case .boundary(let index): return id(index)
    case .label(let label): return label
    }
  }
}
