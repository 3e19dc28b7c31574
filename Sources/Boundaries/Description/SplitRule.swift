internal import DependencyGraph
internal import Facts

/// Whether the whole should be split: a rule over figures, apart from the split itself.
struct SplitRule {
  /// Below this many lines of code a small application stays whole, if few things start it.
  var smallCodeLines = 5_000
  var smallEntryPoints = 25
  /// With more than this share of all references crossing, the parts would talk more than work.
  var tangledShare = 0.5
  /// Below this agreement over seeds there are no parts that the code itself shows.
  var leastAgreement = 0.4
  /// With more than this share of the code in parts that write the same variables, most of it is one
  /// process.
  var tiedShare = 0.5

  func judge(graph: CodeGraph, grouping: Grouping, groupOfFile: [Int]) -> SplitJudgement {
    let codeLines = grouping.scope.files.reduce(0) { $0 + graph.files[$1].codeLines }
    let entries =
      graph.symbols.count {
        $0.traits.contains(.entryPoint) && graph.files[Int($0.file)].role == "production"
      }
      + graph.triggers.count { $0.declaration.origin != .contract && $0.declaration.kind != .ci }
    var inside = 0
    var crossing = 0
    for edge in graph.fileEdges {
      let (a, b) = (groupOfFile[Int(edge.from)], groupOfFile[Int(edge.to)])
      guard a >= 0, b >= 0 else { continue }
      if a == b { inside += graph.count(of: edge) } else { crossing += graph.count(of: edge) }
    }
    let share = inside + crossing > 0 ? Double(crossing) / Double(inside + crossing) : 0
    let state = SharedState(graph: graph, groupOfFile: groupOfFile, count: grouping.groupCount)
    let figures = [
      ("code-lines", Double(codeLines)), ("entry-points", Double(entries)),
      ("boundaries", Double(grouping.groupCount)), ("crossing-share", share),
      ("agreement", grouping.agreement), ("state-tied-share", state.tiedShare),
    ]
    let (isSplit, reason) =
      decide(codeLines, entries, grouping, share)
      ?? decide(state, graph)
      ?? (
        true,
        "\(grouping.groupCount) parts hold \(100 - Self.percent(share)) % of the references between "
          + "files inside"
      )
    return SplitJudgement(isSplit: isSplit, reason: reason, figures: figures)
  }

  private static func percent(_ share: Double) -> Int { Int((share * 100).rounded()) }

  private func decide(
    _ codeLines: Int, _ entries: Int, _ grouping: Grouping, _ share: Double
  ) -> (Bool, String)? {
    if grouping.groupCount < 2 {
      return (false, "its files form one part: there is nothing to split")
    }
    if codeLines < smallCodeLines, entries <= smallEntryPoints {
      return (
        false,
        "\(codeLines) lines of code and \(entries) entry points: a small application stays whole"
      )
    }
    if share > tangledShare {
      return (
        false,
        "\(Self.percent(share)) % of the references between files would cross a boundary: "
          + "untangle first"
      )
    }
    if grouping.agreement < leastAgreement {
      return (false, "the parts change with every run: the code shows no boundaries of its own")
    }
    return nil
  }

  private func decide(_ state: SharedState, _ graph: CodeGraph) -> (Bool, String)? {
    guard state.tiedShare > tiedShare, let variable = state.heaviest else { return nil }
    let symbol = graph.symbols[variable.symbol]
    let place = "\(graph.files[Int(symbol.file)].path):\(symbol.line)"
    return (
      false,
      "\(state.tiedCount) parts with \(Self.percent(state.tiedShare)) % of the code write the same "
        + "variables: \"\(symbol.qualifiedName)\" (\(place)) is used by \(variable.users) and "
        + "written by \(variable.writers) of them; they are one process until that is data with an "
        + "owner"
    )
  }
}
