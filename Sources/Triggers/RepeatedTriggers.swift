internal import DependencyGraph
internal import Facts

/// Triggers that say again, or less, what others say of the same code.
extension [JoinedTrigger] {
  /// A function that a program declares for a platform and that something starts is not also one that
  /// nothing does.
  mutating func dropRepeated(_ graph: CodeGraph) {
    dropPrograms(graph)
    dropSignatures(graph)
    let started = Set(filter { $0.kind != .direct }.compactMap(\.started))
    removeAll { trigger in
      trigger.kind == .direct && trigger.started.map(started.contains) ?? false
        && trigger.declarations.allSatisfy { item in
          if case .function = item.declaration.handler { return true }
          return item.declaration.origin == .code
        }
    }
  }

  /// What the type of a parameter tells says nothing where a configuration says what starts the function:
  /// one that a bus calls may take the event of a clock. Nor does it where the program itself calls the
  /// function: that one helps a handler.
  private mutating func dropSignatures(_ graph: CodeGraph) {
    let guessed = Set(filter(Self.isSignature).compactMap(\.handler))
    guard !guessed.isEmpty else { return }
    let called = Set(
      graph.symbolEdges.lazy.filter { edge in
        edge.kind == .call && edge.from != edge.to && guessed.contains(Int(edge.to))
          && graph.files[Int(edge.fromFile)].role != "test"
      }.map { Int($0.to) })
    let configured = Set(
      filter { trigger in
        trigger.kind != .direct
          && trigger.declarations.contains { Self.isConfigured($0.declaration) }
      }.compactMap(\.handler))
    removeAll { trigger in
      guard let handler = trigger.handler, Self.isSignature(trigger) else { return false }
      return configured.contains(handler) || called.contains(handler)
    }
  }

  /// Whether a file beside the code, or a stack, declares it.
  private static func isConfigured(_ declaration: TriggerDeclaration) -> Bool {
    if case .function = declaration.handler { return true }
    return declaration.origin == .configuration
  }

  /// Whether nothing but the types of parameters says so.
  private static func isSignature(_ trigger: JoinedTrigger) -> Bool {
    trigger.declarations.allSatisfy { $0.declaration[TriggerDeclaration.signatureKey] != nil }
  }

  /// What a program hands to the runtime of its platform is the program, where a configuration has that as
  /// a whole: it is told once, by what starts it.
  private mutating func dropPrograms(_ graph: CodeGraph) {
    let programs = Set(
      compactMap { trigger -> String? in
        guard let code = trigger.code, code.isProgram,
          case .function = trigger.declarations[0].declaration.handler,
          trigger.declarations[0].declaration.origin == .configuration
        else { return nil }
        return code.place.path
      })
    guard !programs.isEmpty else { return }
    removeAll { trigger in
      guard let handler = trigger.handler else { return false }
      let path = graph.files[Int(graph.symbols[handler].file)].path
      return programs.contains(path) && graph.symbols[handler].name != "main"
        && trigger.declarations.allSatisfy {
          $0.declaration.origin == .code && $0.declaration.isOfPlatform
        }
    }
  }
}

extension JoinedTrigger {
  /// What a trigger starts, as far as it is known: a function, a place, what a declaration says of one.
  fileprivate enum Started: Hashable {
    case symbol(Int)
    case place(TriggerPlace, String)
    case declared(DeclaredFunction)
  }

  fileprivate var started: Started? {
    if let handler { return .symbol(handler) }
    if let code { return .place(code.place, code.name) }
    if case .function(let function) = declarations[0].declaration.handler {
      return .declared(function)
    }
    return nil
  }
}
