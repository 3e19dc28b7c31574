internal import DependencyGraph
internal import Facts

/// The functions that a program reaches, found by a word of its command line.
struct NamedFunctions {
  /// For the words of a whole name the only function of it; -1 where there are several.
  private var whole: [[String]: Int] = [:]
  /// For each word the functions that have it in their names.
  private var having: [String: [Int]] = [:]
  private var parts: [Int: [String]] = [:]

  init(_ symbols: [Int], _ graph: CodeGraph) {
    for symbol in symbols {
      let node = graph.symbols[symbol]
      guard node.isFunction, node.traits.contains(.definition) else { continue }
      let parts = Self.parts(node.name)
      self.parts[symbol] = parts
      whole[parts] = whole[parts] == nil ? symbol : -1
      for part in Set(parts) { having[part, default: []].append(symbol) }
    }
  }

  /// The only function that is called as the word says, or that has it as a part of its name.
  subscript(word: String) -> Int? {
    let wanted = Self.parts(word)
    if let function = whole[wanted] { return function < 0 ? nil : function }
    // The word that fewest have.
    let candidates = wanted.map { having[$0] ?? [] }.min { $0.count < $1.count } ?? []
    var found: Int?
    for symbol in candidates where parts[symbol]?.contains(inRow: wanted) ?? false {
      if found != nil { return nil }
      found = symbol
    }
    return found
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
}

extension Array where Element: Equatable {
  fileprivate func contains(inRow other: [Element]) -> Bool {
    guard !other.isEmpty, other.count <= count else { return false }
    return (0...(count - other.count)).contains {
      self[$0..<($0 + other.count)].elementsEqual(other)
    }
  }
}

/// Tables of source that pair a word with a function, as `{"report", report}` does.
struct Registrations {
  /// For each word the functions whose address is taken right after it as a string literal.
  private var functionsAfter: [String: Set<Int>] = [:]

  private struct Place: Hashable {
    var file: Int32
    var line: UInt32
  }

  /// Linear in the lines that take addresses.
  init(_ graph: CodeGraph, _ texts: RepositoryTexts) {
    var targets: [Place: [String: Set<Int>]] = [:]
    var linesOfFile: [Int32: Set<UInt32>] = [:]
    for edge in graph.symbolEdges {
      let target = graph.symbols[Int(edge.to)]
      guard edge.kind == .address, target.isFunction,
        graph.files[Int(edge.fromFile)].role != "test"
      else { continue }
      let place = Place(file: edge.fromFile, line: edge.line)
      targets[place, default: [:]][target.name, default: []].insert(Int(edge.to))
      linesOfFile[edge.fromFile, default: []].insert(edge.line)
    }
    for (file, numbers) in linesOfFile {
      let text = texts.text(graph.files[Int(file)].path) ?? ""
      let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      for number in numbers where lines.indices.contains(Int(number) - 1) {
        read(lines[Int(number) - 1], targets[Place(file: file, line: number)] ?? [:])
      }
    }
  }

  /// The only function of a word.
  func function(for word: String) -> Int? {
    guard let found = functionsAfter[word], found.count == 1 else { return nil }
    return found.first
  }

  /// What stands between two quotes is a word where it stands so first; the names behind it go up to the
  /// next quote.
  private mutating func read(_ line: Substring, _ targets: [String: Set<Int>]) {
    let pieces = line.split(separator: "\"", omittingEmptySubsequences: false)
    var seen: Set<Substring> = []
    for index in pieces.indices.dropFirst().dropLast() where seen.insert(pieces[index]).inserted {
      let rest = pieces[index + 1].prefix { $0 != "}" && $0 != ";" }
      for name in rest.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
        guard let functions = targets[String(name)] else { continue }
        functionsAfter[String(pieces[index]), default: []].formUnion(functions)
      }
    }
  }
}
