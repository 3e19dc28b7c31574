internal import DependencyGraph
internal import Facts

/// Finds the function that a command line starts.
///
/// The executable names a program of the repository; a word after it may name a function within:
/// by a declared trigger's name, by a table that pairs the word with a function, or by the function's
/// own name where only one fits.
final class CommandJoin {
  private let graph: CodeGraph
  private let texts: RepositoryTexts
  private let scopes: CodeScopes
  private let programs: ProgramNames
  /// Handlers of declarations in code, with the name they were given.
  private let declared: [(handler: Int, kind: TriggerKind, name: String?)]
  private let registrations: Registrations
  /// For each name the handlers that were declared with it.
  private let handlersNamed: [String: [Int]]
  /// For each kind what is declared of it, and of commands.
  private var handlersOf: [TriggerKind: Set<Int>] = [:]
  /// What each program reaches, by the words of its names.
  private var functionsOf: [Int: NamedFunctions] = [:]

  init(
    _ graph: CodeGraph, _ texts: RepositoryTexts, _ scopes: CodeScopes,
    declared: [(handler: Int, kind: TriggerKind, name: String?)]
  ) {
    self.graph = graph
    self.texts = texts
    self.scopes = scopes
    self.declared = declared
    programs = ProgramNames(graph, texts)
    registrations = Registrations(graph, texts)
    handlersNamed = Dictionary(grouping: declared.filter { $0.name != nil }) { $0.name! }
      .mapValues { $0.map(\.handler) }
  }

  /// The handler of the first program of the repository among the words; nil where none is.
  func handler(of words: [String], kind: TriggerKind) -> Int? {
    for invocation in Invocation.all(in: words) {
      guard let program = programs.program(named: invocation.program) else { continue }
      let command = invocation.subcommands.prefix(4).filter(Self.isCommand)
      return function(for: Array(command), in: program.entry, kind) ?? program.entry
    }
    // What an image is built of has its program in it.
    guard let folder = words.last, folder.hasPrefix("./"), folder.hasSuffix("/") else { return nil }
    return programs.program(in: String(folder.dropFirst(2)), texts)?.entry
  }

  private static func isCommand(_ word: String) -> Bool {
    word.utf8.count >= 2 && word.first!.isLetter
      && word.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: ".") && $0 > 0x20 }
  }

  /// The last word that names a function decides.
  private func function(for words: [String], in entry: Int, _ kind: TriggerKind) -> Int? {
    for word in words.reversed() {
      if let handlers = handlersNamed[word], handlers.count == 1 { return handlers[0] }
      if let found = registrations.function(for: word) ?? functions(of: entry)[word] {
        return standIn(for: found, kind)
      }
    }
    return nil
  }

  private func functions(of entry: Int) -> NamedFunctions {
    if let known = functionsOf[entry] { return known }
    let functions = NamedFunctions(scopes.scope(of: [entry]).members, graph)
    functionsOf[entry] = functions
    return functions
  }

  /// A function that only prepares one declared handler of the same kind stands for that; one that
  /// stays and starts several things does not.
  private func standIn(for function: Int, _ kind: TriggerKind) -> Int {
    if kind == .daemon { return function }
    let candidates = handlers(of: kind)
    if candidates.contains(function) { return function }
    let handlers = Set(scopes.successors(of: function).map(Int.init).filter(candidates.contains))
    return handlers.count == 1 ? handlers.first! : function
  }

  private func handlers(of kind: TriggerKind) -> Set<Int> {
    if let known = handlersOf[kind] { return known }
    let handlers = Set(declared.filter { $0.kind == kind || $0.kind == .cli }.map(\.handler))
    handlersOf[kind] = handlers
    return handlers
  }
}
