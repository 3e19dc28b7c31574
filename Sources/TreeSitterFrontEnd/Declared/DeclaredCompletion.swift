internal import Facts

/// Turns the links of a file beside the code into references and accesses of the code that it names.
///
/// The facts stay those of the file, so their lines are its lines; what uses and what is used are
/// symbols of other files.
struct DeclaredCompletion {
  let index: DeclaredIndex
  /// With everything that is known of types.
  let project: ProjectIndex
  let frameworks: FrameworkIndex
  let number: Int
  private var facts: FileFacts
  private var symbolOf: [Entity: UInt32] = [:]
  private var pathOf: [Int32: UInt32] = [:]
  private var seen: Set<Reference> = []

  init(
    _ index: DeclaredIndex, _ project: ProjectIndex, _ facts: FileFacts,
    frameworks: FrameworkIndex, source number: Int
  ) {
    self.index = index
    self.project = project
    self.frameworks = frameworks
    self.number = number
    self.facts = facts
    self.facts.links = []
  }

  private var source: DeclaredIndex.Source { index.sources[number] }

  /// Linear in the links and what they stand for.
  consuming func run() -> FileFacts {
    var completion = self
    for link in completion.source.links { completion.add(link) }
    return completion.facts
  }

  private mutating func add(_ link: DeclaredLink) {
    switch link.relation {
    case .wires, .passes: wire(link)
    case .uses: use(link)
    case .keeps, .defines: define(link)
    case .reads, .writes: access(link)
    case .stands, .asks, .starts: break
    }
  }

  // MARK: References

  private mutating func wire(_ link: DeclaredLink) {
    for from in receivers(link.from) {
      for to in targets(link.to) where to != from { refer(from, to, .wiring, link.line) }
    }
  }

  private mutating func use(_ link: DeclaredLink) {
    guard let from = receivers(link.from).first else { return }
    if let type = index.names.type(link.to.name, near: source.path) {
      refer(from, type, .type, link.line)
    } else if !link.to.name.contains("."), !Self.builtIn.contains(link.to.name.lowercased()),
      let type = index.names.type(called: link.to.name)
    {
      refer(from, type, .type, link.line, isProbable: true)
    }
  }

  /// Aliases and basic types that no project declares.
  private static let builtIn: Set<String> = [
    "string", "byte", "long", "short", "int", "integer", "double", "float", "boolean", "date",
    "decimal", "bigdecimal", "biginteger", "object", "map", "hashmap", "list", "arraylist",
    "collection", "iterator", "timestamp", "char", "character", "text", "binary", "blob", "clob",
    "serializable", "class", "locale", "timezone", "currency", "calendar", "cursor", "resultset",
  ]

  private func receivers(_ end: DeclaredLink.End) -> [Entity] {
    switch end.kind {
    case .type: index.names.type(end.name, near: source.path).map { [$0] } ?? []
    case .component: index.receivers(ofPart: end.name, from: number)
    case .member, .statement, .table, .text, .procedure, .function: []
    }
  }

  private func targets(_ end: DeclaredLink.End) -> [Entity] {
    guard end.kind == .component else { return receivers(end) }
    let found = index.types(ofPart: end.name, from: number)
    if found.isEmpty, let part = frameworks.annotatedComponent(named: end.name) { return [part] }
    return found
  }

  private mutating func refer(
    _ from: Entity, _ to: Entity, _ kind: EdgeKind, _ line: UInt32, isProbable: Bool = false
  ) {
    guard from != to, index.mayChange(from, source), let source = symbol(from),
      let target = symbol(to)
    else { return }
    let reference = Reference(
      from: source, to: target, kind: kind, line: line, isProbable: isProbable)
    if seen.insert(reference).inserted { facts.references.append(reference) }
  }

  // MARK: Data

  private mutating func define(_ link: DeclaredLink) {
    guard link.to.kind == .table, let type = receivers(link.from).first,
      index.mayChange(type, source), let symbol = symbol(type)
    else { return }
    facts.dataAccesses.append(
      DataAccess(
        store: .table, name: DeclaredIndex.tableName(link.to.name), access: .define,
        line: link.line, symbol: symbol))
  }

  private mutating func access(_ link: DeclaredLink) {
    // A statement that has a method is told by that; one that has none is told by itself.
    guard link.from.kind == .member else { return }
    let parts = link.from.name.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let type = index.names.type(parts[0], near: source.path) else { return }
    let search = MemberSearch(project: project, name: NameKey(parts[1]), kinds: .functions)
    let owner = search.search(type).entities.first ?? type
    guard index.mayChange(owner, source), let symbol = symbol(owner) else { return }
    let access = DataAccess(
      store: Self.store(link.to.kind), name: link.to.name,
      access: link.relation == .writes ? .write : .read, line: link.line, symbol: symbol)
    if !facts.dataAccesses.contains(access) { facts.dataAccesses.append(access) }
  }

  private static func store(_ kind: DeclaredLink.End.Kind) -> DataAccess.Store {
    switch kind {
    case .procedure: .procedure
    case .function: .function
    default: .table
    }
  }

  // MARK: Symbols

  private mutating func symbol(_ entity: Entity) -> UInt32? {
    let binding = project[entity]
    guard binding.symbol != Outline.none else { return nil }
    if let known = symbolOf[entity] { return known }
    var symbol = project.files[Int(entity.file)].facts.symbols[Int(binding.symbol)]
    symbol.home = .defined(path(entity.file))
    facts.symbols.append(symbol)
    symbolOf[entity] = UInt32(facts.symbols.count - 1)
    return UInt32(facts.symbols.count - 1)
  }

  private mutating func path(_ file: Int32) -> UInt32 {
    if let known = pathOf[file] { return known }
    facts.paths.append(project.files[Int(file)].facts.path)
    pathOf[file] = UInt32(facts.paths.count - 1)
    return UInt32(facts.paths.count - 1)
  }
}
