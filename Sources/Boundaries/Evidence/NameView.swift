internal import Basics
internal import DependencyGraph
internal import Facts
internal import Foundation
internal import Graphs

/// What names say: files that speak of the same things, by tf-idf of the words in their identifiers.
struct NameView {
  /// Terms of each position of the scope with their tf-idf weight, strongest first, unit length.
  private(set) var terms: [[(term: String, weight: Double)]]

  /// A word that stands in more than this share of the files tells nothing.
  private static let commonShare = 0.25
  /// Each file names at most this many words: the strongest.
  private static let termLimit = 30
  /// Nearest neighbours of a file.
  private static let neighborCount = 5

  init(_ graph: CodeGraph, scope: FileScope) {
    var counts: [[String: Int]] = Array(repeating: [:], count: scope.files.count)
    for symbol in graph.symbols where symbol.kind != .macro {
      let position = scope.position[Int(symbol.file)]
      guard position >= 0 else { continue }
      for word in Words.split(symbol.name) { counts[position][word, default: 0] += 1 }
    }
    for (position, file) in scope.files.enumerated() {
      // The name that people gave the file counts as much as several identifiers.
      for word in Words.split(Words.stem(graph.files[file].path)) {
        counts[position][word, default: 0] += 5
      }
    }
    terms = Self.weigh(counts)
  }

  private static func weigh(_ counts: [[String: Int]]) -> [[(term: String, weight: Double)]] {
    var frequency: [String: Int] = [:]
    for words in counts { for word in words.keys { frequency[word, default: 0] += 1 } }
    let limit = max(3, Int(Double(counts.count) * commonShare))
    return counts.map { words in
      let weighed = words.compactMap { word, count -> (term: String, weight: Double)? in
        let files = frequency[word]!
        if files > limit { return nil }
        return (word, (1 + log(Double(count))) * log(Double(counts.count + 1) / Double(files)))
      }.sorted {
        $0.weight != $1.weight ? $0.weight > $1.weight : $0.term.precedesBytewise($1.term)
      }.prefix(termLimit)
      let length = weighed.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return length > 0 ? weighed.map { ($0.term, $0.weight / length) } : []
    }
  }

  /// For each file its nearest neighbours by cosine, as edges of weight 0 to 1.
  func neighbors() -> [WeightedEdge] {
    var files: [String: [(position: Int, weight: Double)]] = [:]
    for (position, own) in terms.enumerated() {
      for (term, weight) in own { files[term, default: []].append((position, weight)) }
    }
    var edges: [WeightedEdge] = []
    var cosine = [Double](repeating: 0, count: terms.count)
    for (position, own) in terms.enumerated() {
      var touched: [Int] = []
      for (term, weight) in own {
        // Words of many files cost much and tell little.
        guard let others = files[term], others.count <= 200 else { continue }
        for other in others where other.position != position {
          if cosine[other.position] == 0 { touched.append(other.position) }
          cosine[other.position] += weight * other.weight
        }
      }
      touched.sort { cosine[$0] != cosine[$1] ? cosine[$0] > cosine[$1] : $0 < $1 }
      for other in touched.prefix(Self.neighborCount) where cosine[other] > 0.1 {
        edges.append(WeightedEdge(position, other, weight: cosine[other]))
      }
      for other in touched { cosine[other] = 0 }
    }
    return edges
  }
}

/// Words of identifiers.
enum Words {
  /// Words that every program uses.
  private static let stop: Set<String> = [
    "get", "set", "init", "new", "free", "create", "destroy", "delete", "add", "remove", "the",
    "for", "from", "with", "and", "not", "str", "string", "int", "char", "void", "ptr", "len",
    "size", "count", "num", "max", "min", "buf", "buffer", "data", "value", "val", "key", "name",
    "type", "flag", "flags", "err", "error", "ret", "res", "result", "tmp", "temp", "ctx", "arg",
    "args", "argc", "argv", "main", "test", "impl", "std", "list", "next", "prev", "begin", "end",
    "start", "stop", "open", "close", "read", "write", "operator", "default", "config", "util",
    "utils", "common", "base", "core", "helper", "misc", "info", "struct", "enum", "func",
    "function", "callback", "handler", "state", "index", "file", "line", "node", "item", "this",
  ]

  /// Lower-case words of at least three letters from `camelCase`, `snake_case` and `ALLCaps` names.
  static func split(_ name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var previousIsLower = false
    func finish() {
      if word.count >= 3 {
        let text = String(decoding: word, as: UTF8.self)
        if !stop.contains(text) { words.append(text) }
      }
      word = []
    }
    for byte in name.utf8 {
      let isUpper = (0x41...0x5a).contains(byte)
      let isLower = (0x61...0x7a).contains(byte)
      if isUpper && previousIsLower { finish() }
      if isUpper || isLower { word.append(isUpper ? byte + 0x20 : byte) } else { finish() }
      previousIsLower = isLower
    }
    finish()
    return words
  }

  /// The file name up to its first dot.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
