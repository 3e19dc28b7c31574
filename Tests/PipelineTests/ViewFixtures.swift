import Basics
import ReportModel

/// Documents that are made up, from a seed.
struct MadeUpDocument {
  var folders = 12
  var filesInFolder = 6
  var edges = 300
  var symbols = false
  var boundaries = true
  /// Deeper folders: `area/part/file` instead of `part/file`.
  var isDeep = false
  var seed: UInt64 = 1

  func make() -> Document {
    var random = SeededGenerator(seed: seed)
    var document = Document(tool: "1.0", name: "made-up")
    for folder in 0..<folders {
      let path = (isDeep ? "area\(folder % 5)/" : "") + "part\(folder)"
      document.modules.append(
        ModuleEntry(id: "module:" + path, label: path, kind: "folder", files: 0, lines: 0))
      for number in 0..<filesInFolder {
        var file = FileEntry(
          path: "\(path)/file\(number).c", language: "c",
          role: folder == folders - 1 ? "test" : "production")
        file.lines = 10 + Int(random.next() % 500)
        file.boundary = boundaries ? "b\(folder % 4)" : ""
        document.files.append(file)
      }
    }
    sort(&document)
    if boundaries { addBoundaries(to: &document) }
    addEdges(to: &document, &random)
    if symbols { addSymbols(to: &document) }
    return document
  }

  private func sort(_ document: inout Document) {
    document.modules.sort { $0.id.precedesBytewise($1.id) }
    document.files.sort { $0.path.precedesBytewise($1.path) }
    let place = Dictionary(
      uniqueKeysWithValues: document.modules.enumerated().map { ($1.label, $0) })
    for index in document.files.indices {
      let path = document.files[index].path
      document.files[index].module = place[String(path[..<path.lastIndex(of: "/")!])]!
    }
  }

  private func addBoundaries(to document: inout Document) {
    document.boundaries.boundaries = (0..<4).map {
      BoundaryEntry(
        id: "b\($0)", name: "name \($0)", vocabulary: [], lines: 1, members: [], exposes: [],
        tables: .init(owns: [], shares: [], reads: []), entryPoints: [], stability: 1)
    }
  }

  private func addEdges(to document: inout Document, _ random: inout SeededGenerator) {
    var seen: Set<[Int]> = []
    for _ in 0..<edges {
      let from = Int(random.next() % UInt64(document.files.count))
      let to = Int(random.next() % UInt64(document.files.count))
      if from == to || !seen.insert([from, to]).inserted { continue }
      let lines = (0...Int(random.next() % 9)).map { $0 * 7 + 1 }
      var evidence = [EdgeEntry.Evidence(kind: "call", lines: lines)]
      if random.next() % 3 == 0 { evidence.append(.init(kind: "include", lines: [1])) }
      if random.next() % 8 == 0 { evidence = [.init(kind: "call", lines: [5], conditional: true)] }
      document.edges.append(EdgeEntry(from: from, to: to, evidence: evidence))
    }
    document.edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private func addSymbols(to document: inout Document) {
    document.symbols = document.files.indices.map {
      SymbolEntry(
        id: "symbol:ns::run\($0)", label: "run\($0)", kind: "function", file: $0, line: 1)
    }
    document.symbolEdges = document.edges
  }
}

extension GraphView {
  /// Pairs of identifiers, by edge.
  var pairs: [[String]] { edges.map { [nodes[$0.from].id, nodes[$0.to].id] } }

  /// For each node the nodes that it reaches, itself included.
  var reach: [Set<Int>] {
    var targets = [[Int]](repeating: [], count: nodes.count)
    for edge in edges { targets[edge.from].append(edge.to) }
    return nodes.indices.map { start in
      var seen: Set<Int> = [start]
      var stack = [start]
      while let node = stack.popLast() {
        for next in targets[node] where seen.insert(next).inserted { stack.append(next) }
      }
      return seen
    }
  }
}
