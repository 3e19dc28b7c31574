import Basics
import ReportModel

extension Document {
  /// The graph of `level` over the files for which `includes` holds.
  ///
  /// Fails with ``GraphViewError/noSymbols`` where the document has none.
  func graph(of level: GraphLevel, including includes: (FileEntry) -> Bool) throws -> LevelGraph {
    switch level {
    case .symbol: try symbolGraph(including: includes)
    case .file: fileGraph.keepingFiles { includes(files[$0]) }
    case .module: grouped(.module, including: includes, nodes: moduleNodes) { $0.module }
    case .boundary: boundaryGraph(including: includes)
    }
  }

  private var fileGraph: LevelGraph {
    LevelGraph(
      level: .file,
      nodes: files.enumerated().map { index, file in
        let path = file.path.pathComponents
        return LevelNode(
          id: "file:" + file.path, label: path.last ?? file.path, path: path, files: [index],
          lines: file.lines)
      },
      documentEdges: edges)
  }

  private func symbolGraph(including includes: (FileEntry) -> Bool) throws -> LevelGraph {
    guard let symbols else { throw GraphViewError.noSymbols }
    let nodes = symbols.map { symbol in
      LevelNode(
        id: symbol.id, label: symbol.label,
        path: files[symbol.file].path.pathComponents + [symbol.label], files: [symbol.file],
        lines: 0)
    }
    return LevelGraph(level: .symbol, nodes: nodes, documentEdges: symbolEdges ?? [])
      .keeping { includes(files[symbols[$0].file]) }
  }

  private var moduleNodes: [LevelNode] {
    modules.map {
      LevelNode(
        id: $0.id, label: $0.label, path: $0.id.withoutPrefix.pathComponents, files: [], lines: 0)
    }
  }

  private func boundaryGraph(including includes: (FileEntry) -> Bool) -> LevelGraph {
    let ids = Set(files.map(\.boundary)).sorted { $0.precedesBytewise($1) }
    let place = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    let names = boundaryNames
    let nodes = ids.map {
      LevelNode(
        id: "boundary:" + $0, label: names[$0] ?? $0, path: [$0], files: [], lines: 0)
    }
    return grouped(.boundary, including: includes, nodes: nodes) { place[$0.boundary] ?? 0 }
  }

  /// Folds files into groups; groups without an included file are left out.
  private func grouped(
    _ level: GraphLevel, including includes: (FileEntry) -> Bool, nodes empty: [LevelNode],
    group: (FileEntry) -> Int
  ) -> LevelGraph {
    var nodes = empty
    var groups: [Int?] = []
    for (index, file) in files.enumerated() {
      guard includes(file) else {
        groups.append(nil)
        continue
      }
      let target = group(file)
      nodes[target].files.append(index)
      nodes[target].lines += file.lines
      groups.append(target)
    }
    let result = fileGraph.grouped(by: groups, into: nodes, level: level)
    return result.keeping { !result.nodes[$0].files.isEmpty }
  }

  /// Names of boundaries by id, with the standing names of the parts that are none.
  var boundaryNames: [String: String] {
    var names = [
      "": "(no boundary)", "@shared": "shared code", "@infra": "infrastructure",
      "@tool": "tools", "@test": "tests", "@generated": "generated code",
      "@vendored": "vendored code",
    ]
    for boundary in boundaries.boundaries where !boundary.name.isEmpty {
      names[boundary.id] = boundary.name
    }
    return names
  }
}

extension LevelGraph {
  fileprivate func keepingFiles(_ keeps: (Int) -> Bool) -> LevelGraph {
    keeping { keeps(nodes[$0].files[0]) }
  }
}

extension String {
  /// Components between slashes, without empty ones.
  var pathComponents: [String] { split(separator: "/").map(String.init) }

  /// What follows the prefix of the level in an identifier.
  var withoutPrefix: String {
    guard let colon = utf8.firstIndex(of: UInt8(ascii: ":")) else { return self }
    return String(self[utf8.index(after: colon)...])
  }
}
