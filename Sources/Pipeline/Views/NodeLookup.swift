import Basics
import ReportModel

/// Finds the node that a person means.
struct NodeLookup {
  let graph: LevelGraph
  let files: [FileEntry]

  /// The node by identifier, path, label, member file or unique ending of one of these.
  ///
  /// Ways are tried in this order; the first that matches at all decides. Fails with
  /// ``GraphViewError/unknownNode(_:nearest:)`` or ``GraphViewError/ambiguousNode(_:candidates:)``.
  func node(_ text: String) throws -> Int {
    let name = Self.withoutSlash(text)
    if let found = try exactNode(text) { return found }
    let ending = "/" + name
    let ways: [(LevelNode) -> Bool] = [
      { node in node.files.contains { files[$0].path == name } && graph.level != .symbol },
      { $0.id.hasSuffix(ending) || $0.id.hasSuffix("::" + name) },
      { node in
        graph.level != .symbol && node.files.contains { files[$0].path.hasSuffix(ending) }
      },
    ]
    if let found = try first(of: ways, text) { return found }
    throw GraphViewError.unknownNode(text, nearest: nearest(to: name))
  }

  /// The node with this identifier or label, which nobody hits by chance; nil if there is none.
  func exactNode(_ text: String) throws -> Int? {
    let name = Self.withoutSlash(text)
    return try first(
      of: [{ $0.id == name || $0.id.withoutPrefix == name }, { $0.label == name }], text)
  }

  static func withoutSlash(_ text: String) -> String {
    text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// What the first way finds that finds anything. Of several the one of production code.
  private func first(of ways: [(LevelNode) -> Bool], _ text: String) throws -> Int? {
    for matches in ways {
      let found = graph.nodes.indices.filter { matches(graph.nodes[$0]) }
      if found.isEmpty { continue }
      if found.count == 1 { return found[0] }
      let own = found.filter { node in
        graph.nodes[node].files.contains { files[$0].role == "production" }
      }
      if own.count == 1 { return own[0] }
      throw GraphViewError.ambiguousNode(text, candidates: found.map { graph.nodes[$0].id })
    }
    return nil
  }

  /// Identifiers that look most like `name`, at most five.
  private func nearest(to name: String) -> [String] {
    let wanted = Array(name.withoutPrefix.lowercased().utf8.suffix(60))
    let last = Array((name.pathComponents.last ?? name).withoutPrefix.lowercased().utf8.suffix(60))
    guard !wanted.isEmpty else { return [] }
    var ranked: [(distance: Int, id: String)] = []
    for node in graph.nodes {
      let whole = Array(node.id.withoutPrefix.lowercased().utf8.suffix(60))
      let label = Array((node.path.last ?? node.label).lowercased().utf8.suffix(60))
      let distance = min(
        EditDistance.between(wanted, whole), EditDistance.between(last, label) + 1)
      if distance <= max(3, wanted.count / 2) { ranked.append((distance, node.id)) }
    }
    ranked.sort {
      $0.distance != $1.distance ? $0.distance < $1.distance : $0.id.precedesBytewise($1.id)
    }
    return ranked.prefix(5).map(\.id)
  }
}

/// Levenshtein's distance (1966): insertions, deletions and replacements of bytes.
package enum EditDistance {
  /// O(a · b) time, O(b) memory.
  package static func between(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, left) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, right) in b.enumerated() {
        let replaced = diagonal + (left == right ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, min(row[j], row[j + 1]) + 1)
      }
    }
    return row[b.count]
  }
}
