internal import DependencyGraph
internal import Facts
internal import Foundation

/// Finds the owner of each store: who writes it, with the mapping of its rows as the best witness.
///
/// A boundary that maps the store to a type of its own and uses it owns it, unless another one writes
/// at more than ``mapperShare`` times as many places as it accesses; else the one that writes at most
/// places. What no boundary writes is owned where it is mapped, or by its only user. Shared code owns
/// nothing: where only it writes, the owner is the boundary that uses that code most, and what it maps
/// and writes at more places than any boundary has no owner yet. What a mapping
/// in shared code writes of its own rows counts only where no boundary writes them.
struct OwnershipFinder {
  private static let mapperShare = 3
  private static let placeLimit = 5

  private struct Accesses {
    var reads: Set<SourcePlace> = []
    var writes: Set<SourcePlace> = []
    /// Writes by shared code that maps the store: by whoever uses the mapping.
    var ownWrites: Set<SourcePlace> = []
    var maps = false

    var weight: (Int, Int) { (writes.count, reads.count) }

    mutating func takeOwnWrites() { writes.formUnion(ownWrites) }
  }

  let scope: CutScope
  private let units: CodeUnits
  private let graph: CodeGraph
  /// Boundaries that own tables because people say so, by the name of the table.
  private let decided: [String: Int]

  static let decidedReason = "decided by people"

  init(_ scope: CutScope, _ units: CodeUnits, decided: [String: Int] = [:]) {
    self.decided = decided
    self.scope = scope
    self.units = units
    graph = scope.graph
  }

  /// The stores that production code accesses, without ways out and transactions. Linear in
  /// accesses, and in references if shared code writes.
  func tables() -> [TableOwnership] {
    var found = Array(repeating: [Int: Accesses](), count: graph.stores.count)
    for use in graph.storedUses where graph.stores[Int(use.store)].store.isOwned {
      let side = scope.side(of: use)
      guard side != CutScope.nobody else { continue }
      let place = scope.place(of: use)
      switch use.access {
      case .read: found[Int(use.store)][side, default: Accesses()].reads.insert(place)
      case .write where side == CutScope.shared && units.isOwnRow(use):
        found[Int(use.store)][side, default: Accesses()].ownWrites.insert(place)
      case .write: found[Int(use.store)][side, default: Accesses()].writes.insert(place)
      case .define:
        let isMapping = use.symbol >= 0 && graph.symbols[Int(use.symbol)].kind == .type
        found[Int(use.store)][side, default: Accesses()].maps =
          found[Int(use.store)][side]?.maps ?? false || isMapping
      }
    }
    return found.indices.compactMap { store in
      var bySide = found[store]
      if !bySide.contains(where: { $0.key >= 0 && !$0.value.writes.isEmpty }) {
        bySide[CutScope.shared]?.takeOwnWrites()
      }
      return bySide.isEmpty ? nil : table(store, bySide)
    }
  }

  private func table(_ store: Int, _ bySide: [Int: Accesses]) -> TableOwnership {
    let (owner, reason) =
      decided[graph.stores[store].name].map { ($0, Self.decidedReason) } ?? owner(store, bySide)
    let writers = bySide.filter { $0.key >= 0 && !$0.value.writes.isEmpty }.map(\.key)
    var finding: TableOwnership.Finding?
    if writers.count > 1 {
      finding = .writtenBySeveral
    } else if writers.contains(where: { $0 != owner }) {
      finding = .writtenByOther
    } else if bySide[CutScope.shared]?.writes.isEmpty == false {
      finding = .writtenByShared
    }
    return TableOwnership(
      store: store, owner: owner, reason: reason, parties: parties(bySide),
      purity: purity(bySide), finding: finding, ways: [], transactions: [],
      isDecided: decided[graph.stores[store].name] != nil)
  }

  private func parties(_ bySide: [Int: Accesses]) -> [TableOwnership.Party] {
    func first(_ places: Set<SourcePlace>) -> [SourcePlace] {
      Array(places.sorted { ($0.file, $0.line) < ($1.file, $1.line) }.prefix(Self.placeLimit))
    }
    return Self.order(bySide).map { side, accesses in
      TableOwnership.Party(
        boundary: side >= 0 ? side : nil, reads: accesses.reads.count,
        writes: accesses.writes.count, maps: accesses.maps, readPlaces: first(accesses.reads),
        writePlaces: first(accesses.writes))
    }
  }

  /// 1 − H / ln k over the k boundaries, so that 0 is a table that all use alike.
  private func purity(_ bySide: [Int: Accesses]) -> Double? {
    let counts = bySide.filter { $0.key >= 0 }.sorted { $0.key < $1.key }
      .map { Double($0.value.reads.count + $0.value.writes.count) }.filter { $0 > 0 }
    let sum = counts.reduce(0, +)
    guard sum > 0 else { return nil }
    guard counts.count > 1 else { return 1 }
    let entropy = counts.reduce(0) { $0 - $1 / sum * log($1 / sum) }
    return max(0, 1 - entropy / log(Double(scope.count)))
  }

  // MARK: Owner

  private func owner(_ store: Int, _ bySide: [Int: Accesses]) -> (Int?, String) {
    let boundaries = bySide.filter { $0.key >= 0 }
    let writers = boundaries.filter { !$0.value.writes.isEmpty }
    if !writers.isEmpty { return writer(writers, bySide) }
    let mappers = boundaries.filter(\.value.maps).keys.sorted()
    if let shared = bySide[CutScope.shared], !shared.writes.isEmpty {
      return sharedOwner(Set(shared.writes.map(\.file)), mappers)
    }
    if mappers.count == 1 { return (mappers[0], "maps it; nothing writes it") }
    if bySide[CutScope.shared]?.maps == true {
      return (nil, "shared code maps it, no boundary writes it")
    }
    if boundaries.count == 1, let only = boundaries.first {
      let beside = bySide[CutScope.shared] == nil ? "" : " beside shared code"
      return (only.key, "the only boundary that uses it\(beside); nothing writes it")
    }
    return (nil, "nothing writes it: reference data, which each reader may have a copy of")
  }

  private func writer(_ writers: [Int: Accesses], _ bySide: [Int: Accesses]) -> (Int?, String) {
    let most = Self.order(writers)[0]
    let all = bySide.values.reduce(0) { $0 + $1.writes.count }
    let mapper = Self.order(bySide.filter { $0.key >= 0 && $0.value.maps }).first {
      Self.mapperShare * ($0.value.writes.count + $0.value.reads.count) >= most.value.writes.count
    }
    if mapper == nil, let shared = bySide[CutScope.shared], shared.maps {
      let writes = shared.writes.union(shared.ownWrites).count
      if writes > most.value.writes.count {
        return (nil, "shared code maps it and writes it at \(writes) places, more than boundaries")
      }
    }
    let chosen = mapper ?? most
    let (writes, reads) = (chosen.value.writes.count, chosen.value.reads.count)
    if mapper != nil, writes == 0 {
      return (chosen.key, "maps it, reads it at \(reads) \(reads == 1 ? "place" : "places")")
    }
    let share = "writes it at \(writes) of \(all) places"
    if mapper == nil, 2 * writes < all {
      return (chosen.key, "no clear owner: " + share + ", more than other boundaries")
    }
    return (chosen.key, mapper == nil ? share : "maps it, " + share)
  }

  /// By writes, then reads, most first.
  private static func order(_ bySide: [Int: Accesses]) -> [(key: Int, value: Accesses)] {
    bySide.sorted { a, b in
      a.value.weight != b.value.weight ? a.value.weight > b.value.weight : a.key < b.key
    }
  }

  /// `writing` are the shared files that write it.
  private func sharedOwner(_ writing: Set<Int>, _ mappers: [Int]) -> (Int?, String) {
    if mappers.count == 1 { return (mappers[0], "maps it; shared code writes it") }
    var users = [Int](repeating: 0, count: scope.count)
    for edge in graph.fileEdges where writing.contains(Int(edge.to)) {
      let side = scope.sideOfFile[Int(edge.from)]
      if side >= 0 { users[side] += graph.count(of: edge) }
    }
    guard let most = users.indices.max(by: { (users[$0], $1) < (users[$1], $0) }), users[most] > 0
    else { return (nil, "only shared code writes it, and no boundary uses that code") }
    let all = users.reduce(0, +)
    return (
      most, "only shared code writes it; \(users[most]) of \(all) uses of that code are here"
    )
  }
}
