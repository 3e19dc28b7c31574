internal import Graphs
internal import ReportModel

/// What files that are in a service do to one another, by the document.
///
/// Elements are these files, numbered in the document's order. What leads to any other file is left
/// out of all measures; how much of it leads to production code is counted.
struct MeasuredCode {
  /// For each element the index of its file in the document.
  let files: [Int]
  /// For each file of the document its element, or -1.
  let elements: [Int]
  /// One edge for each pair that depends, of weight 1.
  let dependencies: DirectedGraph
  /// Weights are numbers of calls.
  let calls: DirectedGraph
  /// Nil where the document carries no symbols.
  let interfaces: PublishedOperations?
  let tables: [UsedTable]
  /// Pairs, and calls, with one end at an element and the other at production code in no service.
  let outsideDependencies: Int
  let outsideCalls: Int

  init(_ document: Document, isPlaced: (Int) -> Bool) {
    files = document.files.indices.filter(isPlaced)
    var elements = [Int](repeating: -1, count: document.files.count)
    for (element, file) in files.enumerated() { elements[file] = element }
    self.elements = elements
    var pairs: [WeightedEdge] = []
    var calls: [WeightedEdge] = []
    var outside = (dependencies: 0, calls: 0)
    for edge in document.edges {
      let (from, to) = (elements[edge.from], elements[edge.to])
      let count = edge.calls
      if from >= 0 && to >= 0 {
        pairs.append(WeightedEdge(from, to))
        if count > 0 { calls.append(WeightedEdge(from, to, weight: Double(count))) }
      } else if from >= 0 && document.files[edge.to].role == "production"
        || to >= 0 && document.files[edge.from].role == "production"
      {
        outside.dependencies += 1
        outside.calls += count
      }
    }
    dependencies = DirectedGraph(nodeCount: files.count, edges: pairs)
    self.calls = DirectedGraph(nodeCount: files.count, edges: calls)
    (outsideDependencies, outsideCalls) = outside
    interfaces = PublishedOperations(document, elements: elements)
    tables = UsedTable.all(document, elements: elements)
  }
}

extension EdgeEntry {
  /// Calls, whether certain or not.
  fileprivate var calls: Int {
    evidence.reduce(0) { $0 + ($1.isCall ? $1.lines.count : 0) }
  }
}

extension EdgeEntry.Evidence {
  var isCall: Bool { kind == "call" || kind == "probable-call" }
}

/// A table or collection and the elements that use it.
struct UsedTable {
  let name: String
  let store: String
  /// An element for each place that reads or writes.
  let users: [Int]

  /// What holds data of its own and is used by an element. Queues and topics are there to be shared;
  /// views and routines stand for the tables behind them.
  static func all(_ document: Document, elements: [Int]) -> [UsedTable] {
    var element: [String: Int] = [:]
    for (file, entry) in document.files.enumerated() where elements[file] >= 0 {
      element[entry.path] = elements[file]
    }
    let stand = Set(document.tables.flatMap { $0.readers + $0.writers }.compactMap(\.through))
    return document.tables.compactMap { table in
      guard table.store == "table" || table.store == "collection", !stand.contains(table.name)
      else { return nil }
      let users = (table.readers + table.writers).compactMap { element[$0.file] }
      return users.isEmpty ? nil : UsedTable(name: table.name, store: table.store, users: users)
    }
  }
}
