internal import DependencyGraph
internal import Facts

/// Finds the function that a command line starts.
///
/// The executable names a program of the repository; a word after it may name a function within:
/// by a declared trigger's name, by a table that pairs the word with a function, or by the function's
/// own name where only one fits.
struct CommandJoin {
  private let graph: CodeGraph
  private let texts: RepositoryTexts
  private let scopes: CodeScopes
  private let programs: ProgramNames
  /// Handlers of declarations in code, with the name they were given.
  private let declared: [(handler: Int, kind: TriggerKind, name: String?)]
  private let registrations: Registrations

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
    guard !words.isEmpty else { return nil }
    let reached = scopes.scope(of: [entry])
    for word in words.reversed() {
      let named = declared.filter { $0.name == word }
      if named.count == 1 { return named[0].handler }
      if let found = registrations.function(for: word) ?? self.named(word, reached) {
        return standIn(for: found, kind)
      }
    }
    return nil
  }

  /// The only reached function that is called as the word says, or that has it as a part of its name.
  private func named(_ word: String, _ scope: CodeScope) -> Int? {
    let wanted = Self.parts(word)
    let functions = scope.members.filter {
      let node = graph.symbols[$0]
      return (node.kind == .function || node.kind == .method) && node.traits.contains(.definition)
    }
    let equal = functions.filter { Self.parts(graph.symbols[$0].name) == wanted }
    if !equal.isEmpty { return equal.count == 1 ? equal[0] : nil }
    let containing = functions.filter { Self.parts(graph.symbols[$0].name).contains(wanted) }
    return containing.count == 1 ? containing[0] : nil
  }

  /// Lower-case words of `order-timeout`, `order_timeout`, `OrderTimeout`.
  private static func parts(_ name: String) -> [String] {
    var parts: [String] = []
    var word = ""
    for character in name {
      let splits = character == "_" || character == "-"
      if splits || (character.isUppercase && !(word.last?.isUppercase ?? true)) {
        if !word.isEmpty { parts.append(word.lowercased()) }
        word = ""
      }
      if !splits { word.append(character) }
    }
    return word.isEmpty ? parts : parts + [word.lowercased()]
  }

  /// A function that only prepares one declared handler of the same kind stands for that; one that
  /// stays and starts several things does not.
  private func standIn(for function: Int, _ kind: TriggerKind) -> Int {
    if kind == .daemon { return function }
    let candidates = declared.filter { $0.kind == kind || $0.kind == .cli }
    if candidates.contains(where: { $0.handler == function }) { return function }
    let called = Set(scopes.successors(of: function).map(Int.init))
    let handlers = Set(candidates.map(\.handler)).intersection(called)
    return handlers.count == 1 ? handlers.first! : function
  }
}

extension Array where Element: Equatable {
  /// Whether `other` stands in a row within.
  fileprivate func contains(_ other: [Element]) -> Bool {
    guard !other.isEmpty, other.count <= count else { return false }
    return (0...(count - other.count)).contains { Array(self[$0..<($0 + other.count)]) == other }
  }
}

/// Tables of source that pair a word with a function, as `{"report", report}` does.
final class Registrations {
  private let graph: CodeGraph
  private let texts: RepositoryTexts
  /// Edges that take a function's address, by file, in the order of the graph.
  private let addresses: [SymbolEdge]
  private var linesOfFile: [Int32: [Substring]] = [:]

  init(_ graph: CodeGraph, _ texts: RepositoryTexts) {
    self.graph = graph
    self.texts = texts
    addresses = graph.symbolEdges.filter { edge in
      let target = graph.symbols[Int(edge.to)]
      return edge.kind == .address && graph.files[Int(edge.fromFile)].role != "test"
        && (target.kind == .function || target.kind == .method)
    }
  }

  /// The only function whose address is taken right after the word as a string literal.
  func function(for word: String) -> Int? {
    let literal = "\"\(word)\""
    var found: Set<Int> = []
    for edge in addresses {
      guard let line = line(edge), let place = line.firstRange(of: literal) else { continue }
      let rest = line[place.upperBound...].prefix { $0 != "\"" && $0 != "}" && $0 != ";" }
      let words = rest.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      if words.contains(where: { $0 == graph.symbols[Int(edge.to)].name }) {
        found.insert(Int(edge.to))
      }
    }
    return found.count == 1 ? found.first : nil
  }

  private func line(_ edge: SymbolEdge) -> Substring? {
    if linesOfFile[edge.fromFile] == nil {
      let text = texts.text(graph.files[Int(edge.fromFile)].path) ?? ""
      linesOfFile[edge.fromFile] = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }
    let lines = linesOfFile[edge.fromFile] ?? []
    let index = Int(edge.line) - 1
    return lines.indices.contains(index) ? lines[index] : nil
  }
}
