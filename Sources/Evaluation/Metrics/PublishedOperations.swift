internal import Boundaries
internal import Clustering
internal import ReportModel

/// Functions and methods that are called from another file, and what their signatures speak of.
struct PublishedOperations {
  struct Operation {
    /// The file that it stands in.
    var element: Int
    /// Other elements that call it, ascending.
    var callers: [Int]
    /// Numbers of the project's types that its signature names, ascending.
    var types: [Int]
    /// Numbers of the words of its name and of these types, ascending.
    var words: [Int]
  }

  /// In the order of the document's symbols.
  let operations: [Operation]

  /// Nil where the document has no symbols.
  init?(_ document: Document, elements: [Int]) {
    guard let symbols = document.symbols, let edges = document.symbolEdges else { return nil }
    var callers: [Int: Set<Int>] = [:]
    for edge in edges where symbols[edge.to].isOperation {
      let (from, to) = (elements[symbols[edge.from].file], elements[symbols[edge.to].file])
      guard from >= 0, to >= 0, from != to, edge.evidence.contains(where: \.isCall) else {
        continue
      }
      callers[edge.to, default: []].insert(from)
    }
    let types = Signatures(symbols, edges, of: Set(callers.keys)).types
    var words = WordNumbers()
    operations = callers.keys.sorted().map { symbol in
      let named = (types[symbol] ?? []).sorted()
      return Operation(
        element: elements[symbols[symbol].file], callers: callers[symbol]!.sorted(), types: named,
        words: words.numbers(in: [symbols[symbol].label] + named.map { symbols[$0].label }))
    }
  }

  /// Those that another cluster calls, in groups of one file each, by element.
  func interfaces(_ partition: Partition) -> [(element: Int, operations: [Operation])] {
    var groups: [Int: [Operation]] = [:]
    for operation in operations {
      let home = partition.labels[operation.element]
      if operation.callers.contains(where: { partition.labels[$0] != home }) {
        groups[operation.element, default: []].append(operation)
      }
    }
    return groups.keys.sorted().map { ($0, groups[$0]!) }
  }
}

extension SymbolEntry {
  fileprivate var isOperation: Bool { kind == "function" || kind == "method" }
  fileprivate var isType: Bool { kind == "type" || kind == "alias" }
}

/// Which types the signatures of operations name.
///
/// A document says on which lines a function uses a type, not whether it does so in its signature.
/// What stands above the first line that does anything else, or on the line of the name, is taken for
/// the signature; a local variable declared in between is taken along.
private struct Signatures {
  /// For each operation the types, as symbols.
  private(set) var types: [Int: Set<Int>] = [:]

  init(_ symbols: [SymbolEntry], _ edges: [EdgeEntry], of operations: Set<Int>) {
    let own = edges.filter { operations.contains($0.from) }
    var end: [Int: Int] = [:]
    for edge in own {
      for evidence in edge.evidence
      where evidence.kind != "type" || !symbols[edge.to].isType {
        let first = evidence.lines.min() ?? .max
        end[edge.from] = min(end[edge.from] ?? .max, first)
      }
    }
    for edge in own where symbols[edge.to].isType {
      let line = symbols[edge.from].line
      let last = max(line, (end[edge.from] ?? .max) - 1)
      let isNamed = edge.evidence.contains { evidence in
        evidence.kind == "type" && evidence.lines.contains { $0 <= last }
      }
      if isNamed { types[edge.from, default: []].insert(edge.to) }
    }
  }
}

/// Numbers for words, by first occurrence.
private struct WordNumbers {
  private var numberOf: [String: Int] = [:]

  /// The words of all names, ascending and each once.
  mutating func numbers(in names: [String]) -> [Int] {
    var found: Set<Int> = []
    for name in names {
      Words.forEach(in: name) { letters in
        let word = String(decoding: letters, as: UTF8.self)
        if Words.isCommon(word) { return }
        let number = numberOf[word] ?? numberOf.count
        numberOf[word] = number
        found.insert(number)
      }
    }
    return found.sorted()
  }
}
