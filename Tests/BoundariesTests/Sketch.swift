import Basics
import Boundaries
import DependencyGraph
import Facts

/// A system made by hand: files, who calls whom how often, and who uses which table.
struct Sketch {
  struct File {
    var path: String
    var role = "production"
    var codeLines = 300
    var isProgram = false
    var calls: [(path: String, count: Int)] = []
    var tables: [(name: String, access: DataAccess.Access)] = []
    /// Tables whose rows it has a type for.
    var maps: [String] = []
    /// Files whose global variable it uses, and whether it writes it.
    var state: [(path: String, isWrite: Bool, count: Int)] = []

    init(_ path: String) { self.path = path }
  }

  var files: [File] = []
  /// What the build lists.
  var builds: [BuildTarget] = []

  subscript(path: String) -> File {
    get { files[index(path)] }
    set { files[index(path)] = newValue }
  }

  private func index(_ path: String) -> Int { files.firstIndex { $0.path == path }! }

  mutating func call(_ from: String, _ to: String, times count: Int = 1) {
    self[from].calls.append((to, count))
  }

  var paths: [String] { files.map(\.path).sorted { $0.precedesBytewise($1) } }

  /// Files in the order given, so that tests can shuffle them.
  func graph() -> CodeGraph {
    var linker = Linker(
      files: files.map { LinkedFile(path: $0.path, language: .c, role: $0.role) })
    for file in files { linker.add(facts(of: file), mode: .compileCommand) }
    var graph = linker.link()
    graph.add(builds)
    return graph
  }

  private static func function(_ path: String) -> String {
    String(path.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  private func facts(of file: File) -> FileFacts {
    var facts = FileFacts(path: file.path, language: .c)
    facts.paths = [file.path] + file.calls.map(\.path)
    facts.lineCount = UInt32(file.codeLines + 20)
    facts.codeLineCount = UInt32(file.codeLines)
    facts.symbols = facts.paths.enumerated().map { index, path in
      let name = Self.function(path)
      return Symbol(
        key: "c:@F@" + name, name: name, qualifiedName: name, kind: .function,
        home: .defined(UInt32(index)))
    }
    facts.declarations = [
      Declaration(
        symbol: 0, line: 1, endLine: 999,
        traits: file.isProgram ? [.definition, .entryPoint] : .definition)
    ]
    for (index, call) in file.calls.enumerated() {
      for time in 0..<call.count {
        facts.references.append(
          Reference(
            from: 0, to: UInt32(index + 1), kind: .call, line: Self.line(index, time)))
      }
    }
    addState(of: file, to: &facts)
    facts.dataAccesses = file.tables.enumerated().map { index, table in
      DataAccess(
        store: .table, name: table.name, access: table.access, line: UInt32(2 + index), symbol: 0)
    }
    for (index, table) in file.maps.enumerated() {
      let name = "Row\(index)_" + Self.function(file.path)
      let symbol = UInt32(facts.symbols.count)
      facts.symbols.append(
        Symbol(key: "c:@S@" + name, name: name, qualifiedName: name, kind: .type, home: .defined(0))
      )
      facts.declarations.append(
        Declaration(symbol: symbol, line: 5, endLine: 6, traits: .definition))
      facts.dataAccesses.append(
        DataAccess(store: .table, name: table, access: .define, line: 5, symbol: symbol))
    }
    return facts
  }

  /// A global variable of its own, and the uses of others.
  private func addState(of file: File, to facts: inout FileFacts) {
    for path in [file.path] + file.state.map(\.path) {
      let name = "state_" + Self.function(path)
      facts.paths.append(path)
      facts.symbols.append(
        Symbol(
          key: "c:@" + name, name: name, qualifiedName: name, kind: .variable,
          home: .defined(UInt32(facts.paths.count - 1))))
    }
    let first = facts.symbols.count - file.state.count
    facts.declarations.append(
      Declaration(
        symbol: UInt32(first - 1), line: 3, endLine: 3, traits: [.definition, .mutableState]))
    for (index, use) in file.state.enumerated() {
      for time in 0..<use.count {
        facts.references.append(
          Reference(
            from: 0, to: UInt32(first + index), kind: use.isWrite ? .globalWrite : .globalRead,
            line: UInt32(2000 + 10 * index + time)))
      }
    }
  }

  private static func line(_ call: Int, _ time: Int) -> UInt32 { UInt32(10 + 10 * call + time) }

  /// Whether a call stands there.
  func hasCall(_ path: String, line: Int) -> Bool {
    self[path].calls.enumerated().contains { index, call in
      (0..<call.count).contains { Int(Self.line(index, $0)) == line }
    }
  }
}

/// How the same five services lie in folders.
enum Layout: String, CaseIterable {
  case tree, layered, bands, flat, numbered

  func path(_ service: String, _ part: Int) -> String {
    switch self {
    case .tree: "src/\(service)/\(service)_\(part).c"
    case .layered: "src/\(["controllers", "services", "models"][part % 3])/\(service)_\(part).c"
    // Layers by names that nobody knows: only the dependencies tell that they are none.
    case .bands: "src/\(["upper", "middle", "lower"][part % 3])/\(service)_\(part).c"
    case .flat: "src/\(service)_\(part).c"
    // Neither folders nor names tell anything.
    case .numbered: "src/u\(PlantedServices.names.firstIndex(of: service)!)\(part).c"
    }
  }

  var hubs: [String] {
    switch self {
    case .tree: ["src/util/log.c", "src/util/text.c"]
    case .layered: ["src/models/log.c", "src/services/text.c"]
    case .bands: ["src/lower/log.c", "src/middle/text.c"]
    case .flat, .numbered: ["src/log.c", "src/text.c"]
    }
  }
}

/// Five services of eight files that call one another, a call from each to the next, two hubs.
struct PlantedServices {
  static let names = ["billing", "catalog", "orders", "shipping", "warehouse"]
  static let size = 8

  let layout: Layout
  var sketch = Sketch()

  init(_ layout: Layout, codeLines: Int = 300) {
    self.layout = layout
    for service in Self.names {
      for part in 0..<Self.size { sketch.files.append(.init(layout.path(service, part))) }
    }
    for hub in layout.hubs { sketch.files.append(.init(hub)) }
    for (number, service) in Self.names.enumerated() {
      for part in 0..<Self.size {
        let own = layout.path(service, part)
        for step in 1...3 {
          let other = (part + step) % Self.size
          // The first file is the heart of its service.
          sketch.call(own, layout.path(service, other), times: other == 0 ? 6 : 3)
        }
        for hub in layout.hubs { sketch.call(own, hub) }
      }
      let next = Self.names[(number + 1) % Self.names.count]
      sketch.call(layout.path(service, 0), layout.path(next, 0))
    }
    for index in sketch.files.indices { sketch.files[index].codeLines = codeLines }
  }

  func members(_ service: String) -> [String] {
    (0..<Self.size).map { layout.path(service, $0) }.sorted { $0.precedesBytewise($1) }
  }
}

/// A proposal with the paths that its numbers stand for.
struct Outcome {
  let graph: CodeGraph
  let proposal: BoundaryProposal

  init(
    _ sketch: Sketch, _ options: BoundaryOptions = BoundaryOptions(),
    constraints: (CodeGraph) -> BoundaryConstraints = { _ in BoundaryConstraints() }
  ) {
    graph = sketch.graph()
    proposal = BoundaryProposer(options: options).propose(graph, constraints: constraints(graph))
  }

  /// The paths of each boundary, by id.
  var members: [String: [String]] {
    var result: [String: [String]] = [:]
    for boundary in proposal.boundaries { result[boundary.id] = paths(boundary) }
    return result
  }

  func paths(_ boundary: CandidateBoundary) -> [String] {
    boundary.members.map { graph.files[$0.file].path }
  }

  /// The id of the boundary, or the label.
  func place(_ path: String) -> String {
    switch proposal.placements[graph.file(at: path)!] {
    case .boundary(let index): proposal.boundaries[index].id
    case .label(let label): label
    }
  }

  func boundary(of path: String) -> CandidateBoundary {
    proposal.boundaries.first { $0.id == place(path) }!
  }

  func figure(_ name: String) -> Double {
    (proposal.method + proposal.verdict.figures).first { $0.name == name }!.value
  }

  /// Everything, as text: values hold no unordered collection.
  var text: String { String(describing: proposal) }
}
