internal import Basics
internal import Configuration
internal import Facts

/// What the packs of frameworks say of one project: which types are rows of which store, which types
/// are derived from which of a library's, which parts can be asked for by name.
///
/// Made once the supertypes are known; it never changes.
struct FrameworkIndex: Sendable {
  /// A store of rows.
  struct Row: Sendable, Hashable {
    var store: DataAccess.Store
    var name: String
  }

  /// The rules of one language, by the names that they are for.
  struct Rules: Sendable {
    var calls: [FrameworkPack.UseRule] = []
    var annotations: [String: [FrameworkPack.UseRule]] = [:]
    var ignoresCase = false
    /// Types of the library that some rule has as a receiver, and the entities.
    var receivers: Set<NameKey> = []
    /// Rules for receivers of a type; those without receivers are under ``NameKey/root``.
    var byReceiver: [NameKey: [Int]] = [:]
    /// Types of the library that give rows of what has one as a member.
    var managers: Set<NameKey> = []
    /// Calls that have a session write the rows that it follows.
    var commits: [FrameworkPack.Pattern] = []
    /// Whether some session follows rows.
    var follows: Bool { !commits.isEmpty }
  }

  private var active: [Language: [FrameworkPack]] = [:]
  /// Types of libraries that some rule speaks of.
  private var watched: Set<NameKey> = []
  private var rules: [Language: Rules] = [:]
  private(set) var rows: [Entity: Row] = [:]
  /// Rows whose definition the source of their type does not hold in itself.
  private(set) var definitions: [Entity: UInt32] = [:]
  /// Members that give rows, with the type of these.
  private(set) var lists: [Entity: Entity] = [:]
  /// Entities by the name that queries know them by, in lower case; nil where several have it.
  private var rowsByName: [String: Entity?] = [:]
  private var components: [String: [Entity]] = [:]
  private(set) var managers = RowManagers()
  /// Names of the tables of all rows.
  private var tables: Set<String> = []
  /// For each type of the project the types of libraries that it is derived from, as far as rules
  /// speak of them.
  private var libraryTypes: [Entity: Set<NameKey>] = [:]

  /// What files beside the code say.
  private let declared: DeclaredIndex?

  /// Without any rule.
  init() { declared = nil }

  /// The rules of the packs that are of use in a project, without anything of its types.
  init(of project: ProjectIndex, packs: [FrameworkPack]) {
    declared = nil
    active = FrameworkSelection(project, packs).active
    for (language, packs) in active {
      let own = Self.rules(packs, language)
      watched.formUnion(own.receivers)
      for pack in packs {
        for entity in pack.entities {
          watched.formUnion(entity.supertypes.flatMap { Self.keys($0, language) })
        }
      }
      rules[language] = own
    }
  }

  /// The same rules, with what they say of the types of a project. Linear in these and their
  /// supertypes.
  init(_ start: FrameworkIndex, _ project: ProjectIndex, declared: DeclaredIndex? = nil) {
    self.declared = declared
    (active, watched, rules) = (start.active, start.watched, start.rules)
    guard !active.isEmpty else { return }
    for (entity, table) in declared?.rows ?? [:] { rows[entity] = Row(store: .table, name: table) }
    libraryTypes = LibraryTypes(project, watched: watched).table
    for (number, file) in project.files.enumerated() {
      guard let packs = active[file.facts.language] else { continue }
      addConfigured(file, Int32(number), project, packs)
    }
    for (number, file) in project.files.enumerated() {
      guard let packs = active[file.facts.language] else { continue }
      addDefined(file, Int32(number))
      addListed(file, Int32(number), project, packs)
      addEntities(file, Int32(number), project, packs)
    }
    tables = Set(
      rows.values.filter { $0.store == .table }.map { TableName.parts($0.name).table })
    for (entity, _) in rows {
      let file = project.files[Int(entity.file)]
      let name = file.name(of: entity.binding).lowercased()
      rowsByName[name] = rowsByName[name] == nil ? .some(entity) : .some(nil)
    }
    let managing = rules.values.reduce(into: Set<NameKey>()) { $0.formUnion($1.managers) }
    if !managing.isEmpty {
      managers = RowManagers(project, of: Array(rows.keys)) {
        !managing.isDisjoint(with: libraryTypes(above: $0))
      }
    }
    components = components.mapValues {
      $0.sorted { ($0.file, $0.binding) < ($1.file, $1.binding) }
    }
  }

  var isEmpty: Bool { rules.isEmpty }

  /// Whether statements stand beside the code.
  var hasStatements: Bool { !(declared?.statements.isEmpty ?? true) }

  /// The table of rows that a text calls by the name of their type, as languages of objects do; nil
  /// where a table has the name.
  func table(ofRows name: String) -> String? {
    let name = TableName.parts(name).table
    guard !tables.contains(name), let entity = entity(named: name), let row = rows[entity],
      row.store == .table
    else { return nil }
    return row.name
  }

  func rules(of language: Language) -> Rules? { rules[language] }

  func row(of entity: Entity) -> Row? { rows[entity] }

  /// The entity that a query calls `name`.
  func entity(named name: String) -> Entity? { rowsByName[name.lowercased()] ?? nil }

  /// The one part of the program that a file asks for by `name`, whether an annotation or a file
  /// beside the code gives it the name.
  func component(named name: String, from file: FileIndex) -> Entity? {
    if let found = declared?.types(ofPart: name, inTest: file.isTest), found.count == 1 {
      return found[0]
    }
    return annotatedComponent(named: name)
  }

  /// The same, by an annotation.
  func annotatedComponent(named name: String) -> Entity? {
    guard let found = components[name], found.count == 1 else { return nil }
    return found[0]
  }

  /// Whether a text is the full name of a statement that stands beside the code.
  func isStatement(_ text: String) -> Bool {
    text.utf8.contains(0x2e) && declared?.statements[text] != nil
  }

  /// What a statement reads and writes that is run by its name.
  func rows(ofStatement name: String) -> [(row: Row, access: DataAccess.Access)] {
    guard let statement = declared?.statements[name] else { return [] }
    return statement.accesses.map { (Row(store: .table, name: $0.table), $0.access) }
      + statement.texts.flatMap { FrameworkQuery.rows($0, self) }
  }

  func libraryTypes(above type: Entity) -> Set<NameKey> { libraryTypes[type] ?? [] }

  /// A type of a library by its simple name, in the forms that outlines have it.
  private static func keys(_ name: String, _ language: Language) -> [NameKey] {
    switch language {
    case .csharp: [name, name + "`1", name + "`2"].map { NameKey($0) }
    case _ where language.ignoresCase: [NameKey(name.lowercased())]
    default: [NameKey(name)]
    }
  }

  private static func rules(_ packs: [FrameworkPack], _ language: Language) -> Rules {
    var rules = Rules()
    rules.ignoresCase = language.ignoresCase
    rules.managers = Set(packs.flatMap(\.managers).flatMap { keys($0, language) })
    rules.receivers = rules.managers
    for rule in packs.flatMap(\.uses) {
      if rule.form == .annotation {
        for name in rule.names { rules.annotations[name.text, default: []].append(rule) }
        continue
      }
      if rule.isCommit { rules.commits += rule.names }
      let keys = rule.receivers.flatMap { Self.keys($0, language) }
      for key in keys.isEmpty ? [NameKey.root] : keys {
        rules.receivers.insert(key)
        rules.byReceiver[key, default: []].append(rules.calls.count)
      }
      rules.calls.append(rule)
    }
    return rules
  }

  // MARK: Rows

  /// Tables that the reader of the language found at a type.
  private mutating func addDefined(_ file: FileIndex, _ number: Int32) {
    let defined = file.facts.dataAccesses.filter {
      $0.access == .define && $0.symbol != Reference.fileLevel
    }
    guard !defined.isEmpty else { return }
    for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .type {
      guard let found = defined.first(where: { $0.symbol == binding.symbol }) else { continue }
      rows[Entity(file: number, binding: UInt32(index))] = Row(store: found.store, name: found.name)
    }
  }

  /// Types whose table another type names that is about nothing else.
  private mutating func addConfigured(
    _ file: FileIndex, _ number: Int32, _ project: ProjectIndex, _ packs: [FrameworkPack]
  ) {
    let names = packs.flatMap(\.entities).flatMap(\.configured)
    guard !names.isEmpty else { return }
    let keys = Set(names.flatMap { Self.keys($0, file.facts.language) })
    let tables = file.facts.dataAccesses.filter { $0.access == .define && $0.store == .table }
    guard !tables.isEmpty else { return }
    func name(_ types: [Meaning], _ table: DataAccess?) {
      let about = types.lazy.filter { $0.kind == .external && keys.contains($0.key) }
        .compactMap { project.signatureArguments(of: $0).first }.first { $0.kind == .type }
      guard let table, let about else { return }
      keep(project.canonical(about.entity), in: table.name)
    }
    for (index, binding) in file.outline.bindings.enumerated() {
      if binding.kind == .function, binding.symbol != Outline.none {
        name(
          binding.parameters.filter { $0 != Outline.none }.map { project.meaning($0, in: number) },
          tables.first { $0.symbol == binding.symbol })
      }
      guard binding.kind == .type,
        let place = file.facts.declarations.first(where: { $0.symbol == binding.symbol })
      else { continue }
      name(
        project.supertypes(Entity(file: number, binding: UInt32(index))),
        tables.first { $0.line >= place.line && $0.line <= place.endLine })
    }
  }

  /// A type that several places keep in one table of several schemas is in whichever is theirs.
  private mutating func keep(_ entity: Entity, in name: String) {
    let (table, known) = (TableName.parts(name).table, rows[entity]?.name ?? name)
    let isSame = known == name || TableName.parts(known).table != table
    rows[entity] = Row(store: .table, name: isSame ? name : table)
  }

  /// Types whose rows a member gives, under the name of the member.
  private mutating func addListed(
    _ file: FileIndex, _ number: Int32, _ project: ProjectIndex, _ packs: [FrameworkPack]
  ) {
    let lists = Set(
      packs.flatMap(\.entities).flatMap(\.lists).flatMap { Self.keys($0, file.facts.language) })
    guard !lists.isEmpty else { return }
    for (index, binding) in file.outline.bindings.enumerated()
    where binding.kind == .variable && binding.type != Outline.none {
      let type = project.meaning(binding.type, in: number)
      guard type.kind == .external, lists.contains(type.key),
        let row = project.signatureArguments(of: type).first, row.kind == .type
      else { continue }
      let member = file.name(of: UInt32(index)).lowercased()
      let said = file.facts.dataAccesses.first {
        $0.access == .define && $0.symbol == binding.symbol && $0.symbol != Reference.fileLevel
      }
      let name = said?.name ?? member
      let entity = project.canonical(row.entity)
      self.lists[Entity(file: number, binding: UInt32(index))] = entity
      guard let known = rows[entity] else {
        rows[entity] = Row(store: .table, name: name)
        continue
      }
      let isSame = TableName.parts(known.name).table == TableName.parts(name).table
      if known.store == .table, isSame, TableName.parts(name).schema != nil {
        keep(entity, in: name)
      }
    }
  }

  private mutating func addEntities(
    _ file: FileIndex, _ number: Int32, _ project: ProjectIndex, _ packs: [FrameworkPack]
  ) {
    var bySymbol: [UInt32: [Annotation]] = [:]
    for annotation in file.facts.annotations {
      bySymbol[annotation.symbol, default: []].append(annotation)
    }
    for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .type {
      let entity = Entity(file: number, binding: UInt32(index))
      let source = NameSourceReader(
        project: project, entity: entity, annotations: bySymbol[binding.symbol] ?? [],
        path: file.facts.path)
      if rows[entity] == nil {
        let rule = packs.lazy.flatMap(\.entities).first {
          isEntity(entity, $0, source) && !$0.unless.contains { source.isTrue($0) }
        }
        if let rule {
          let own = rule.isInherited ? kept(entity, rule, project) : entity
          add(entity, rule, source, RowOrigin(project: project, entity: own))
        }
      }
      for rule in packs.lazy.flatMap(\.components) where source.has(rule.annotations) {
        components[source.name(rule.names, rule.otherwise), default: []].append(entity)
        break
      }
    }
  }

  private func isEntity(
    _ entity: Entity, _ rule: FrameworkPack.EntityRule, _ source: NameSourceReader
  ) -> Bool {
    if source.has(rule.annotations) { return true }
    if rule.members.contains(where: { source.text(ofMember: [$0]) != nil }) { return true }
    guard !rule.supertypes.isEmpty, let above = libraryTypes[entity] else { return false }
    return rule.supertypes.contains { name in
      Self.keys(name, source.language).contains(where: above.contains)
    }
  }

  /// The highest type of the project above one that has rows of its own.
  private func kept(
    _ entity: Entity, _ rule: FrameworkPack.EntityRule, _ project: ProjectIndex
  ) -> Entity {
    var highest = entity
    var next: Entity? = entity
    var steps = 0
    while let type = next, steps < Ancestry.limit {
      steps += 1
      let origin = RowOrigin(project: project, entity: type)
      if rule.names.contains(where: { origin.source(of: type).text($0) != nil }) { return type }
      next = project.supertypes(type).lazy.filter { $0.kind == .type }.map(\.entity).first {
        above in
        guard let outside = libraryTypes[above] else { return false }
        let isEntity = rule.supertypes.contains { outside.contains(NameKey($0)) }
        let source = origin.source(of: above)
        return isEntity && !rule.unless.contains { source.isTrue($0) }
      }
      highest = next ?? highest
    }
    return highest
  }

  private mutating func add(
    _ entity: Entity, _ rule: FrameworkPack.EntityRule, _ source: NameSourceReader,
    _ origin: RowOrigin
  ) {
    let store = DataAccess.Store(rule.store)
    let isOwn = origin.entity == entity
    let name =
      (isOwn ? source : origin.source(of: origin.entity)).name(
        rule.names, rule.otherwise, prefix: origin.prefix(rule.prefixes))
    let schema = rule.schemas.lazy.compactMap { source.text($0) }.first
    rows[entity] = Row(
      store: store, name: store == .table ? TableName.joined(name, schema: schema) : name)
    definitions[entity] = source.line
  }
}

extension DataAccess.Store {
  init(_ store: FrameworkPack.Store) {
    switch store {
    case .table: self = .table
    case .collection: self = .collection
    case .queue: self = .queue
    case .topic: self = .topic
    case .bucket: self = .bucket
    case .cache: self = .cache
    }
  }
}

/// What the packs say for the files of one language: shared by all that is asked of one file.
final class LanguageFrameworks: Sendable {
  let index: FrameworkIndex
  let rules: FrameworkIndex.Rules

  /// Nil where no pack speaks of the language.
  init?(_ index: FrameworkIndex, _ language: Language) {
    guard let rules = index.rules(of: language) else { return nil }
    self.index = index
    self.rules = rules
  }
}
