internal import Configuration
internal import Facts

/// Adds what frameworks mean to the facts of one file.
struct FrameworkFacts {
  let index: FrameworkIndex
  let project: ProjectIndex
  let number: Int

  /// Tables of the types that this file declares, where its reader has not found them itself.
  func addDefinitions(to facts: inout FileFacts) {
    let file = project.files[number]
    renameLists(in: &facts)
    for (position, binding) in file.outline.bindings.enumerated() where binding.kind == .type {
      let entity = Entity(file: Int32(number), binding: UInt32(position))
      guard let line = index.definitions[entity], let row = index.row(of: entity),
        binding.symbol != Outline.none, !isAddition(binding)
      else { continue }
      facts.dataAccesses.append(
        DataAccess(
          store: row.store, name: row.name, access: .define, line: line, symbol: binding.symbol))
    }
  }

  /// Whether a part of a type adds to it from elsewhere: Swift's extensions declare no rows.
  private func isAddition(_ binding: Outline.Binding) -> Bool {
    binding.marks.contains(.isPartial)
      && project.files[number].outline.names[Int(binding.name)].hasPrefix(SwiftExtensions.mark)
  }

  /// A member that gives rows is called after the table only where nothing else names that.
  private func renameLists(in facts: inout FileFacts) {
    guard !index.lists.isEmpty else { return }
    let bindings = project.files[number].outline.bindings
    for place in facts.dataAccesses.indices where facts.dataAccesses[place].access == .define {
      let symbol = facts.dataAccesses[place].symbol
      guard symbol != Reference.fileLevel,
        let position = bindings.firstIndex(where: { $0.symbol == symbol && $0.kind == .variable }),
        let type = index.lists[Entity(file: Int32(number), binding: UInt32(position))],
        let row = index.row(of: type), !isKept(facts.dataAccesses[place].name, like: row.name)
      else { continue }
      facts.dataAccesses[place].name = row.name
    }
  }

  /// Whether a name is the same with a schema that the other does not say.
  private func isKept(_ name: String, like other: String) -> Bool {
    let (own, kept) = (TableName.parts(name), TableName.parts(other))
    return own.table == kept.table && own.schema != nil
  }

  /// Stores, queries and transactions of annotations; gives back the parts that they ask for.
  func addAnnotations(to facts: inout FileFacts) -> [(Entity, Annotation)] {
    guard let rules = index.rules(of: facts.language)?.annotations, !rules.isEmpty else {
      return []
    }
    var components: [(Entity, Annotation)] = []
    for annotation in facts.annotations {
      for rule in rules[NameSourceReader.simple(annotation.name)] ?? [] {
        add(rule, annotation, to: &facts)
        if let text = texts(rule.component, annotation).first,
          let component = index.component(named: text, from: project.files[number])
        {
          components.append((component, annotation))
        }
      }
    }
    return components
  }

  private func add(
    _ rule: FrameworkPack.UseRule, _ annotation: Annotation, to facts: inout FileFacts
  ) {
    guard
      rule.having.isEmpty
        || annotation.arguments.contains(where: { rule.having.contains($0.value) })
    else { return }
    if rule.isTransaction {
      facts.lifetime.append(
        LifetimeFact(
          kind: .transactionStarted, line: annotation.line, symbol: annotation.symbol,
          detail: annotation.name))
    }
    if let access = rule.access {
      if rule.entity == .held, let row = row(heldBy: annotation.symbol) {
        facts.dataAccesses.append(
          DataAccess(
            store: row.store, name: row.name, access: DataAccess.Access(access),
            line: annotation.line, symbol: annotation.symbol))
      }
      for name in texts(rule.name, annotation) where !name.isEmpty {
        facts.dataAccesses.append(
          DataAccess(
            store: DataAccess.Store(rule.store), name: name, access: DataAccess.Access(access),
            line: annotation.line, symbol: annotation.symbol))
      }
    }
    for text in texts(rule.query, annotation) {
      for (row, access) in FrameworkQuery.rows(text, index) {
        facts.dataAccesses.append(
          DataAccess(
            store: row.store, name: row.name, access: access, line: annotation.line,
            symbol: annotation.symbol))
      }
    }
  }

  /// The rows that a member is or has elements of.
  private func row(heldBy symbol: UInt32) -> FrameworkIndex.Row? {
    let bindings = project.files[number].outline.bindings
    guard symbol != Reference.fileLevel,
      let member = bindings.first(where: { $0.symbol == symbol && $0.type != Outline.none })
    else { return nil }
    let type = project.meaning(member.type, in: Int32(number))
    return ([type] + project.signatureArguments(of: type)).lazy
      .filter { $0.kind == .type || $0.kind == .value }
      .compactMap { index.row(of: project.canonical($0.entity)) }.first
  }

  private func texts(_ place: FrameworkPack.Place?, _ annotation: Annotation) -> [String] {
    guard case .key(let keys) = place else { return [] }
    return annotation.arguments.filter { keys.contains($0.key) }.map(\.value)
  }
}
