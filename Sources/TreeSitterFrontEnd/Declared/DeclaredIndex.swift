internal import Basics
internal import Facts

/// What the files beside the code of a project say of it: parts by name, rows of types, statements.
///
/// Made once for a family of languages; it never changes.
struct DeclaredIndex: Sendable {
  typealias End = DeclaredLink.End

  /// A file with its links.
  struct Source: Sendable {
    var path: String
    var isTest: Bool
    var links: [DeclaredLink]
    var folders: [Substring]
  }

  /// One definition of a part.
  private struct Part: Sendable {
    var source: Int
    var types: [Entity] = []
    /// Names of libraries' types stand for nothing here, but the part is theirs.
    var isOutside = false
    var parents: [String] = []
    var passes: [End] = []
    var wires: [End] = []
  }

  /// What a statement does.
  struct Statement: Sendable {
    var accesses: [(table: String, access: DataAccess.Access)] = []
    /// In the language of objects.
    var texts: [String] = []
  }

  let names: DeclaredNames
  private(set) var sources: [Source] = []
  /// By the number of the facts that they were given with.
  private(set) var sourceOf: [Int: Int] = [:]
  private var parts: [String: [Part]] = [:]
  /// Parts that take after another, by its name.
  private var children: [String: [String]] = [:]
  private(set) var statements: [String: Statement] = [:]
  /// Tables of types.
  private(set) var rows: [Entity: String] = [:]

  private init(_ project: ProjectIndex, isFolded: Bool) {
    names = DeclaredNames(project, isFolded: isFolded)
  }

  /// Linear in the links.
  init(
    _ project: ProjectIndex, _ facts: [(index: Int, facts: FileFacts, isTest: Bool)],
    isFolded: Bool
  ) {
    self.init(project, isFolded: isFolded)
    for item in facts {
      sourceOf[item.index] = sources.count
      sources.append(
        Source(
          path: item.facts.path, isTest: item.isTest, links: item.facts.links,
          folders: item.facts.path.split(separator: "/").dropLast()))
    }
    for number in sources.indices { addParts(number) }
    var open: [(from: Entity, to: Entity)] = []
    for source in sources { open += addRows(source) }
    // A chain of subtypes in one table.
    for _ in 0..<8 {
      for (from, to) in open where rows[from] == nil { rows[from] = rows[to] }
    }
  }

  var isEmpty: Bool { sources.isEmpty }

  private mutating func addParts(_ number: Int) {
    var own: [String: Part] = [:]
    func change(_ end: End, _ body: (inout Part) -> Void) {
      guard end.kind == .component else { return }
      body(&own[end.name, default: Part(source: number)])
    }
    for link in sources[number].links {
      switch link.relation {
      case .stands where link.to.kind == .type:
        let type = names.type(link.to.name, near: sources[number].path)
        change(link.from) { part in
          if let type { part.types.append(type) } else { part.isOutside = true }
        }
      case .stands: change(link.from) { $0.parents.append(link.to.name) }
      case .wires: change(link.from) { $0.wires.append(link.to) }
      case .passes: change(link.from) { $0.passes.append(link.to) }
      case .reads, .writes:
        guard link.from.kind == .statement else { continue }
        statements[link.from.name, default: Statement()].accesses.append(
          (link.to.name, link.relation == .writes ? .write : .read))
      case .asks: statements[link.from.name, default: Statement()].texts.append(link.to.name)
      case .uses, .keeps, .defines, .starts: continue
      }
    }
    for (name, part) in own.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      let key = name.hasPrefix("#") ? "\(number)" + name : name
      parts[key, default: []].append(part)
      for parent in part.parents { children[parent, default: []].append(key) }
    }
  }

  private mutating func addRows(_ source: Source) -> [(from: Entity, to: Entity)] {
    var open: [(from: Entity, to: Entity)] = []
    for link in source.links where link.relation == .keeps {
      guard let type = names.type(link.from.name, near: source.path), mayChange(type, source)
      else { continue }
      if link.to.kind == .table {
        if rows[type] == nil { rows[type] = Self.tableName(link.to.name) }
      } else if let other = names.type(link.to.name, near: source.path) {
        open.append((type, other))
      }
    }
    return open
  }

  /// Whether what a source says of a type holds: tests arrange the program's own types as they need
  /// them, which says nothing of how the program does.
  func mayChange(_ type: Entity, _ source: Source) -> Bool {
    !source.isTest || names.project.files[Int(type.file)].isTest
  }

  /// How many links of a source name a type that is there.
  func knownTypes(of source: Int) -> Int {
    sources[source].links.count { link in
      [link.from, link.to].contains {
        $0.kind == .type && names.type($0.name, near: sources[source].path) != nil
      }
    }
  }

  /// Without schema and quotes, in lower case.
  static func tableName(_ name: String) -> String {
    TableName.joined(name.filter { $0 != "'" }, schema: nil)
  }

  // MARK: Parts

  /// The types that a part of this name is made of, as a file beside the code sees it.
  func types(ofPart name: String, from source: Int) -> [Entity] {
    var seen: Set<String> = []
    return types(name, source, &seen)
  }

  /// The same, as code sees it: that of the program knows no parts that only tests have.
  func types(ofPart name: String, inTest: Bool) -> [Entity] {
    guard !name.hasPrefix("#"), let part = part(name, from: nil, seesTests: inTest) else {
      return []
    }
    var seen: Set<String> = [name]
    return types(of: part, &seen)
  }

  private func types(_ name: String, _ source: Int, _ seen: inout Set<String>) -> [Entity] {
    let key = name.hasPrefix("#") ? "\(source)" + name : name
    guard seen.insert(key).inserted, seen.count < 64 else { return [] }
    guard let part = part(key, from: source, seesTests: sources[source].isTest) else { return [] }
    return types(of: part, &seen, isNamed: !name.hasPrefix("#"))
  }

  private func types(
    of part: Part, _ seen: inout Set<String>, isNamed: Bool = true
  ) -> [Entity] {
    if !part.types.isEmpty { return part.types }
    var found: [Entity] = []
    for parent in part.parents { found += types(parent, part.source, &seen) }
    if !found.isEmpty { return Self.unique(found) }
    // A proxy or a collection stands for what it passes calls on to; a library's own part that was
    // not given a target stands for nothing of the project.
    let onward = part.isOutside && isNamed ? part.passes : part.passes + part.wires
    for end in onward { found += types(of: end, part.source, &seen) }
    return Self.unique(found)
  }

  private func types(of end: End, _ source: Int, _ seen: inout Set<String>) -> [Entity] {
    switch end.kind {
    case .component: types(end.name, source, &seen)
    case .type: names.type(end.name, near: sources[source].path).map { [$0] } ?? []
    case .member, .statement, .table, .text, .procedure, .function: []
    }
  }

  /// The types that get what is handed to a part: its own, or those of parts that take after it.
  func receivers(ofPart name: String, from source: Int) -> [Entity] {
    let key = name.hasPrefix("#") ? "\(source)" + name : name
    let own = part(key, from: source, seesTests: true)?.types ?? []
    if !own.isEmpty { return own }
    var found: [Entity] = []
    var open = [key]
    var seen: Set<String> = [key]
    while let next = open.popLast(), seen.count < 256 {
      for child in children[next] ?? [] where seen.insert(child).inserted {
        let types = parts[child]?.flatMap(\.types) ?? []
        if types.isEmpty { open.append(child) } else { found += types }
      }
    }
    return Self.unique(found)
  }

  /// The definition that a file means: its own, else the nearest. Nil where two are equally near and
  /// do not say the same.
  private func part(_ key: String, from source: Int?, seesTests: Bool) -> Part? {
    let found = (parts[key] ?? []).filter { seesTests || !sources[$0.source].isTest }
    if found.isEmpty { return nil }
    if found.count == 1 { return found[0] }
    if let own = found.first(where: { $0.source == source }) { return own }
    let folders = source.map { sources[$0].folders } ?? []
    func score(_ part: Part) -> (Int, Int) {
      let other = sources[part.source]
      return (other.isTest ? 0 : 1, zip(folders, other.folders).prefix { $0 == $1 }.count)
    }
    let best = found.map(score).max { $0 < $1 }!
    let nearest = found.filter { score($0) == best }
    let isOne = nearest.dropFirst().allSatisfy { $0.types == nearest[0].types }
    return isOne ? nearest[0] : nil
  }

  private static func unique(_ entities: [Entity]) -> [Entity] {
    var seen: Set<Entity> = []
    return entities.filter { seen.insert($0).inserted }
  }
}
