internal import Basics
internal import Facts

/// Finds what was measured of a handler.
struct MeasuredLoads {
  private let summary: TraceSummary
  /// Names of files, for the reader.
  let source: String
  private let requests: [(operation: TraceSummary.Operation, parts: [Substring])]

  init(_ summary: TraceSummary, source: String) {
    self.summary = summary
    self.source = source
    requests = summary.loads.keys.filter { !$0.method.isEmpty }.sorted().map {
      ($0, $0.name.split(separator: "/"))
    }
  }

  /// What was measured of a declaration's requests or messages, or of spans with its handler's name.
  func load(
    _ declaration: TriggerDeclaration, kind: TriggerKind, function: String
  ) -> (rate: Double, load: TraceSummary.Load)? {
    var total: TraceSummary.Load?
    func add(_ operation: TraceSummary.Operation) {
      guard let load = summary.loads[operation] else { return }
      if total == nil { total = load } else { total?.add(load) }
    }
    if kind == .http, let path = declaration[.path] {
      for operation in operations(path, declaration[.method] ?? "ANY") { add(operation) }
    } else {
      let simple = function.split { $0 == "." || $0 == ":" || $0 == "#" }.last.map(String.init)
      let names = [declaration[.source], declaration[.name], function, simple]
      for name in Set(names.compactMap { $0 }).sorted() where !name.isEmpty {
        add(TraceSummary.Operation(method: "", name: name))
      }
    }
    return total.map { (Double($0.count) / summary.watched, $0) }
  }

  /// Requests whose path is the declared one; where there are none, whose path ends with it.
  private func operations(_ path: String, _ methods: String) -> [TraceSummary.Operation] {
    let parts = RequestPath.plain(path).split(separator: "/")
    let allowed = Set(methods.split(separator: ",").map { $0.uppercased() })
    let fitting = requests.filter {
      allowed.contains("ANY") || allowed.contains($0.operation.method)
    }
    func fits(_ measured: ArraySlice<Substring>) -> Bool {
      measured.count == parts.count
        && zip(measured, parts).allSatisfy { $0 == $1 || $1 == "{}" }
    }
    let exact = fitting.filter { fits($0.parts[...]) }
    if !exact.isEmpty || parts.count < 2 { return exact.map(\.operation) }
    return fitting.filter { $0.parts.count > parts.count && fits($0.parts.suffix(parts.count)) }
      .map(\.operation)
  }
}
