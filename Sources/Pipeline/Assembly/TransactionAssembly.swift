internal import Basics
internal import DependencyGraph
internal import Facts
internal import ReportModel

/// The transactions that code opens, with the stored data that is used before they end.
///
/// A transaction is taken to hold all that its function calls. A call of a method that others
/// implement or override may be one of theirs. Linear in the references, for each transaction.
struct TransactionAssembly {
  private let graph: CodeGraph
  private let reach: CallReach?
  private let usesOfSymbol: [Int: [DataUse]]
  private let boundary: (DataUse) -> String?
  private let starts: [LifetimeNode]

  init(_ graph: CodeGraph, boundary: @escaping (DataUse) -> String?) {
    self.graph = graph
    self.boundary = boundary
    starts = graph.transactionStarts
    reach = starts.isEmpty ? nil : CallReach(graph)
    usesOfSymbol =
      starts.isEmpty ? [:] : Dictionary(grouping: graph.tableUses) { Int($0.symbol) }
  }

  func transactions() -> [TransactionEntry] { starts.map(entry) }

  private func entry(_ start: LifetimeNode) -> TransactionEntry {
    let symbol = Int(start.symbol)
    let functions = reach?.functions(of: symbol, in: graph) ?? []
    let uses = (reach?.reached(from: functions) ?? []).flatMap { usesOfSymbol[$0] ?? [] }
    func names(_ access: DataAccess.Access) -> [String] {
      let found = Set(uses.filter { $0.access == access }.map { graph.stores[Int($0.store)].name })
      return found.sorted { $0.precedesBytewise($1) }
    }
    let writes = names(.write)
    return TransactionEntry(
      place: Place(file: graph.files[Int(start.file)].path, line: Int(start.line)),
      symbol: graph.symbols[symbol].qualifiedName,
      reads: names(.read).filter { !writes.contains($0) }, writes: writes,
      boundaries: Set(uses.compactMap(boundary)).sorted { $0.precedesBytewise($1) })
  }
}
