internal import DependencyGraph
internal import Facts

/// Timers, watches, loops and listeners in code: they start things, but nobody declared them.
struct ImpliedTriggers {
  private(set) var all: [ImpliedTrigger] = []

  /// `silenced` are functions for which `@trigger none` is declared.
  init(_ graph: CodeGraph, silenced: Set<Int>) {
    let pauses = Self.pauses(graph)
    // Neither tests nor libraries that lie beside the code are the program.
    for node in graph.lifetime where graph.files[Int(node.file)].role == "production" {
      guard let kind = Self.kind(of: node), !silenced.contains(Int(node.symbol)) else { continue }
      let detail = node.kind == .endlessLoop ? "" : " (\(node.detail))"
      all.append(
        ImpliedTrigger(
          kind: kind, place: TriggerPlace(graph.files[Int(node.file)].path, Int(node.line)),
          symbol: node.symbol >= 0 ? graph.symbols[Int(node.symbol)].name : "",
          text: node.kind.name + detail,
          hint: pauses.contains(Int(node.symbol)) ? Self.hint(kind) : nil))
    }
    let seen = Set(all.map { Seen(kind: $0.kind, place: $0.place) })
    for node in graph.triggers where node.declaration.origin == .implied {
      let place = TriggerPlace(node.path, Int(node.declaration.line))
      let isProduction = node.file < 0 || graph.files[Int(node.file)].role == "production"
      if !isProduction || silenced.contains(Int(node.symbol))
        || seen.contains(Seen(kind: node.declaration.kind, place: place))
      {
        continue
      }
      all.append(
        ImpliedTrigger(
          kind: node.declaration.kind, place: place,
          symbol: node.symbol >= 0 ? graph.symbols[Int(node.symbol)].name : "",
          text: node.declaration.evidence,
          hint: node.declaration[TriggerDeclaration.hintKey]
            ?? (pauses.contains(Int(node.symbol)) ? Self.hint(node.declaration.kind) : nil)))
    }
    all.sort {
      $0.place == $1.place ? ($0.kind, $0.text) < ($1.kind, $1.text) : $0.place < $1.place
    }
  }

  private struct Seen: Hashable {
    var kind: TriggerKind
    var place: TriggerPlace
  }

  /// Functions that wait for a time and neither listen nor serve an event loop: with a loop around,
  /// they do by hand what a schedule does.
  private static func pauses(_ graph: CodeGraph) -> Set<Int> {
    var pausing: Set<Int> = []
    var serving: Set<Int> = []
    for node in graph.lifetime where node.symbol >= 0 {
      switch node.kind {
      case .slept: pausing.insert(Int(node.symbol))
      case .eventLoop, .socketListened, .connectionAccepted: serving.insert(Int(node.symbol))
      default: break
      }
    }
    return pausing.subtracting(serving)
  }

  /// Nothing is flagged that nobody declared; what would have to be declared can be told.
  private static func hint(_ kind: TriggerKind) -> String? {
    kind == .daemon
      ? "it pauses between rounds: declare it as a schedule with its period to have it judged" : nil
  }

  private static func kind(of node: LifetimeNode) -> TriggerKind? {
    switch node.kind {
    case .timerArmed: .schedule
    case .fileWatched: .storage
    case .eventLoop: .daemon
    case .socketListened: .duplex
    case .endlessLoop: node.detail == "exit" ? nil : .daemon
    default: nil
    }
  }
}
