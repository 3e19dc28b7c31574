internal import Configuration
internal import DependencyGraph
internal import Facts

/// Whether the whole should be split, by the rules of `verdict.yml`, apart from the split itself.
struct SplitJudge {
  let graph: CodeGraph
  let grouping: Grouping
  /// For each file of the graph its boundary, or -1.
  let groupOfFile: [Int]
  /// In the order of the groups of `groupOfFile`.
  let boundaries: [CandidateBoundary]
  var rules = SplitRules.standard

  func judge() -> SplitJudgement {
    let flows = flows
    let state = SharedState(graph: graph, groupOfFile: groupOfFile, count: grouping.groupCount)
    let figures = figures(flows, state)
    var values = Dictionary(uniqueKeysWithValues: figures)
    values["inside-share"] = 1 - values["crossing-share"]!
    let rule = rules.decide(values)
    var judgement = SplitJudgement(
      isSplit: rule.isSplit, reason: rule.sentence(values, words: words(state)), figures: figures)
    judgement.rule = rule.id
    if rule.offersParts { judgement.parts = parts(flows, state) }
    return judgement
  }

  private func figures(_ flows: Flows, _ state: SharedState) -> [(name: String, value: Double)] {
    let starts = graph.symbols.count {
      $0.traits.contains(.entryPoint) && graph.files[Int($0.file)].role == "production"
    }
    // An interface's description and the building of the code start nothing of its own.
    let triggers = graph.triggers.map(\.declaration).filter {
      $0.origin != .contract && $0.kind != .ci
    }
    let all = flows.inside.reduce(0, +) + flows.crossing
    let lines = grouping.scope.files.reduce(0) { $0 + graph.files[$1].codeLines }
    return [
      ("code-lines", Double(lines)), ("entry-points", Double(starts + triggers.count)),
      ("async-triggers", Double(triggers.count { $0.kind.isAsynchronous })),
      ("stores", Double(storeCount)), ("boundaries", Double(grouping.groupCount)),
      ("crossing-share", all > 0 ? Double(flows.crossing) / Double(all) : 0),
      ("agreement", grouping.agreement), ("state-tied-share", state.tiedShare),
      ("programs", Double(starts)),
      ("owner-share", ownerShare),
      ("largest-share", largestShare), ("shared-writes", sharedWrites),
    ]
  }

  /// Share of the stores with one owner that belong to the boundary with most of them.
  private var ownerShare: Double {
    let counts = boundaries.map(\.owns.count)
    let all = counts.reduce(0, +)
    return all > 0 ? Double(counts.max() ?? 0) / Double(all) : 0
  }

  /// Share of the code in boundaries that the largest of them has.
  private var largestShare: Double {
    let lines = boundaries.map { boundary in
      boundary.members.reduce(0) { $0 + graph.files[$1.file].codeLines }
    }
    let all = lines.reduce(0, +)
    return all > 0 ? Double(lines.max() ?? 0) / Double(all) : 0
  }

  /// Of the stores that production code writes, those that only code outside the boundaries does.
  private var sharedWrites: Double {
    var written: Set<Int32> = []
    var inside: Set<Int32> = []
    for use in graph.storedUses where use.access == .write && use.file >= 0 {
      guard graph.files[Int(use.file)].role == "production" else { continue }
      written.insert(use.store)
      if groupOfFile[Int(use.file)] >= 0 { inside.insert(use.store) }
    }
    return written.isEmpty ? 0 : 1 - Double(inside.count) / Double(written.count)
  }

  /// What code of the boundaries or shared code reads or writes.
  private var storeCount: Int {
    let isProduction = { (use: DataUse) in
      use.file >= 0 && graph.files[Int(use.file)].role == "production"
    }
    return Set(graph.dataUses.lazy.filter(isProduction).map(\.store)).count
  }

  private func words(_ state: SharedState) -> [String: String] {
    guard let variable = state.heaviest else { return [:] }
    let symbol = graph.symbols[variable.symbol]
    let place = "\(graph.files[Int(symbol.file)].path):\(symbol.line)"
    return [
      "variable": "\"\(symbol.qualifiedName)\" (\(place))", "users": "\(variable.users)",
      "writers": "\(variable.writers)", "tied-parts": "\(state.tied.count)",
    ]
  }

  /// Parts that could stand alone, in the order of the boundaries.
  private func parts(_ flows: Flows, _ state: SharedState) -> [Int] {
    boundaries.indices.filter { index in
      let touching = flows.inside[index] + flows.touching[index]
      return SplitRules.hold(
        rules.part,
        [
          "files": Double(boundaries[index].members.count),
          "inside-share": touching > 0 ? Double(flows.inside[index]) / Double(touching) : 0,
          "stability": boundaries[index].stability,
          "foreign-tables": Double(boundaries[index].shares.count),
          "tied": state.tied.contains(index) ? 1 : 0,
        ])
    }
  }

  /// References inside each boundary, of each to and from others, and between all.
  private struct Flows {
    var inside: [Int]
    var touching: [Int]
    var crossing = 0
  }

  private var flows: Flows {
    let zeros = [Int](repeating: 0, count: grouping.groupCount)
    var flows = Flows(inside: zeros, touching: zeros)
    for edge in graph.fileEdges {
      let (a, b) = (groupOfFile[Int(edge.from)], groupOfFile[Int(edge.to)])
      guard a >= 0, b >= 0 else { continue }
      let count = graph.count(of: edge)
      if a == b {
        flows.inside[a] += count
      } else {
        flows.touching[a] += count
        flows.touching[b] += count
        flows.crossing += count
      }
    }
    return flows
  }
}
