internal import Basics
internal import DependencyGraph
internal import Facts
internal import Foundation
internal import Graphs

/// What names say: files that speak of the same things, by tf-idf of the words in their identifiers.
struct NameView {
  /// Terms of each position of the scope with their tf-idf weight, strongest first, unit length.
  let terms: [[(term: String, weight: Double)]]
  /// For each file its nearest neighbours by cosine, as edges of weight 0 to 1.
  let neighbors: [WeightedEdge]

  /// A word by its number, with its weight in a file.
  private typealias Weighed = (word: Int, weight: Double)

  /// A word that stands in more than this share of the files tells nothing.
  private static let commonShare = 0.25
  /// Each file names at most this many words: the strongest.
  private static let termLimit = 30
  /// Nearest neighbours of a file.
  private static let neighborCount = 5
  /// Words of more files cost much and tell little.
  private static let holderLimit = 200

  init(_ graph: CodeGraph, scope: FileScope) {
    var words = WordTable()
    var counts: [[Int: Int]] = Array(repeating: [:], count: scope.files.count)
    for symbol in graph.symbols where symbol.kind != .macro {
      let position = scope.position[Int(symbol.file)]
      guard position >= 0 else { continue }
      words.forEach(in: symbol.name) { counts[position][$0, default: 0] += 1 }
    }
    for (position, file) in scope.files.enumerated() {
      // The name that people gave the file counts as much as several identifiers.
      words.forEach(in: Words.stem(graph.files[file].path)) {
        counts[position][$0, default: 0] += 5
      }
    }
    let weighed = Self.weigh(counts, words.texts)
    terms = weighed.map { own in own.map { (words.texts[$0.word], $0.weight) } }
    neighbors = Self.neighbors(weighed, words: words.texts.count)
  }

  private static func weigh(_ counts: [[Int: Int]], _ texts: [String]) -> [[Weighed]] {
    var frequency = [Int](repeating: 0, count: texts.count)
    for words in counts { for word in words.keys { frequency[word] += 1 } }
    let limit = max(3, Int(Double(counts.count) * commonShare))
    return counts.map { words in
      let weighed = words.compactMap { word, count -> Weighed? in
        let files = frequency[word]
        if files > limit { return nil }
        return (word, (1 + log(Double(count))) * log(Double(counts.count + 1) / Double(files)))
      }.sorted {
        $0.weight != $1.weight
          ? $0.weight > $1.weight : texts[$0.word].precedesBytewise(texts[$1.word])
      }.prefix(termLimit)
      let length = weighed.reduce(0) { $0 + $1.weight * $1.weight }.squareRoot()
      return length > 0 ? weighed.map { ($0.word, $0.weight / length) } : []
    }
  }

  private static func neighbors(_ weighed: [[Weighed]], words: Int) -> [WeightedEdge] {
    var holders: [[(position: Int, weight: Double)]] = Array(repeating: [], count: words)
    for (position, own) in weighed.enumerated() {
      for (word, weight) in own { holders[word].append((position, weight)) }
    }
    var edges: [WeightedEdge] = []
    var cosine = [Double](repeating: 0, count: weighed.count)
    for (position, own) in weighed.enumerated() {
      var touched: [Int] = []
      for (word, weight) in own where holders[word].count <= holderLimit {
        for other in holders[word] where other.position != position {
          if cosine[other.position] == 0 { touched.append(other.position) }
          cosine[other.position] += weight * other.weight
        }
      }
      for other in nearest(touched, cosine) where cosine[other] > 0.1 {
        edges.append(WeightedEdge(position, other, weight: cosine[other]))
      }
      for other in touched { cosine[other] = 0 }
    }
    return edges
  }

  /// The few of greatest cosine, the first of equals before the others.
  private static func nearest(_ touched: [Int], _ cosine: [Double]) -> [Int] {
    func precedes(_ a: Int, _ b: Int) -> Bool {
      cosine[a] != cosine[b] ? cosine[a] > cosine[b] : a < b
    }
    var best: [Int] = []
    for other in touched {
      if best.count == neighborCount {
        guard precedes(other, best[neighborCount - 1]) else { continue }
        best.removeLast()
      }
      best.insert(other, at: best.firstIndex { precedes(other, $0) } ?? best.count)
    }
    return best
  }
}

/// The words of many names, each with a number.
private struct WordTable {
  private var table = NameTable()
  /// For each entry of the table the number of the word; -1 for one that every program uses.
  private var numberOf: [Int] = []
  private(set) var texts: [String] = []

  /// Calls `see` with the number of each word of a name that says something.
  mutating func forEach(in name: String, _ see: (Int) -> Void) {
    Words.forEach(in: name) { word in
      let entry = Int(table.number(of: word))
      if entry == numberOf.count {
        let text = table.names[entry]
        numberOf.append(Words.isCommon(text) ? -1 : texts.count)
        if numberOf[entry] >= 0 { texts.append(text) }
      }
      if numberOf[entry] >= 0 { see(numberOf[entry]) }
    }
  }
}

/// Words of identifiers.
package enum Words {
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

  package static func isCommon(_ word: String) -> Bool { stop.contains(word) }

  /// Calls `see` with the lower-case words of at least three letters of `camelCase`, `snake_case` and
  /// `ALLCaps` names.
  package static func forEach(in name: String, _ see: (ArraySlice<UInt8>) -> Void) {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    var start = 0
    var previousIsLower = false
    func finish() {
      if letters.count - start >= 3 { see(letters[start...]) }
      start = letters.count
    }
    for byte in name.utf8 {
      let isUpper = (0x41...0x5a).contains(byte)
      let isLower = (0x61...0x7a).contains(byte)
      if isUpper && previousIsLower { finish() }
      if isUpper || isLower { letters.append(isUpper ? byte + 0x20 : byte) } else { finish() }
      previousIsLower = isLower
    }
    finish()
  }

  /// The file name up to its first dot.
  static func stem(_ path: String) -> String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last
    return name.map { String(decoding: $0.prefix { $0 != UInt8(ascii: ".") }, as: UTF8.self) } ?? ""
  }
}
