internal import Configuration
internal import Facts

/// The packs that are of use in a project: for its languages, and imported by one of its files.
struct FrameworkSelection {
  private(set) var active: [Language: [FrameworkPack]] = [:]

  init(_ project: ProjectIndex, _ packs: [FrameworkPack]) {
    var imported: [Language: Set<String>] = [:]
    for file in project.files {
      let names = file.outline.names
      let language = file.facts.language
      if imported[language] == nil { imported[language] = [] }
      for item in file.outline.imports {
        let path = names[Int(item.path)]
        imported[language]?.insert(language.ignoresCase ? path.lowercased() : path)
      }
    }
    for (language, paths) in imported {
      active[language] = packs.filter { pack in
        pack.languages.contains(language.rawValue)
          && (pack.imports.isEmpty
            || paths.contains { path in
              pack.imports.contains {
                Self.begins(path, with: language.ignoresCase ? $0.lowercased() : $0)
              }
            })
      }
    }
    active = active.filter { !$0.value.isEmpty }
  }

  /// Whether a dotted name, path or specifier is `prefix` or lies inside it.
  private static func begins(_ path: String, with prefix: String) -> Bool {
    guard path.hasPrefix(prefix) else { return false }
    guard let next = path.utf8.dropFirst(prefix.utf8.count).first else { return true }
    return !(next >= 0x30 && next <= 0x39 || next | 0x20 >= 0x61 && next | 0x20 <= 0x7a)
  }
}

/// Which types of libraries the types of a project are derived from, directly or through others.
struct LibraryTypes {
  private(set) var table: [Entity: Set<NameKey>] = [:]

  /// Only names in `watched` count. Linear in the supertypes.
  init(_ project: ProjectIndex, watched: Set<NameKey>) {
    var derived: [Entity: [Entity]] = [:]
    var open: [Entity] = []
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .type {
        let entity = Entity(file: Int32(number), binding: UInt32(index))
        for above in project.supertypes(entity) {
          if above.kind == .type {
            derived[above.entity, default: []].append(entity)
          } else if above.kind == .external, watched.contains(above.key) {
            if table[entity, default: []].insert(above.key).inserted { open.append(entity) }
          }
        }
      }
    }
    while let entity = open.popLast() {
      for lower in derived[entity] ?? [] {
        let before = table[lower]?.count ?? 0
        table[lower, default: []].formUnion(table[entity]!)
        if table[lower]!.count > before { open.append(lower) }
      }
    }
  }
}
