internal import Facts

/// Types that are declared in several places: which places are one type, and what they have together.
struct TypeParts: Sendable {
  private var groups: [[Entity]] = []
  private var groupOf: [Entity: Int] = [:]
  /// For each group its members by name, in the order of the places.
  private var members: [[NameKey: [Entity]]] = []

  /// A name that one type declares in more places is that of copies, not of overloads.
  private static let limit = 64

  init() {}

  /// Linear in the members of all groups; the first of each group stands for it.
  init(_ groups: [[Entity]], _ files: [FileIndex]) {
    self.groups = groups
    for (number, group) in groups.enumerated() {
      var table: [NameKey: [Entity]] = [:]
      for part in group {
        groupOf[part] = number
        let file = files[Int(part.file)]
        let inner = file.outline.bindings[Int(part.binding)].inner
        guard inner != Outline.none else { continue }
        for binding in file.bindings(in: inner) {
          table[file.key(binding), default: []].append(Entity(file: part.file, binding: binding))
        }
      }
      members.append(table)
    }
  }

  func group(_ type: Entity) -> Int? { groupOf[type] }

  func canonical(_ type: Entity) -> Entity { groupOf[type].map { groups[$0][0] } ?? type }

  /// Those of the same file come first.
  func members(of group: Int, named name: NameKey, from type: Entity) -> [Entity] {
    guard let found = members[group][name] else { return [] }
    if found.count == 1 { return found }
    let own = found.filter { $0.file == type.file }
    return Array((own + found.filter { $0.file != type.file }).prefix(Self.limit))
  }

  /// For each group what its places are derived from, each type once.
  func supertypes(_ files: [FileIndex], _ meanings: [[Meaning]]) -> [[Meaning]] {
    groups.map { group in
      var seen: Set<Meaning> = []
      var found: [Meaning] = []
      for part in group {
        let file = files[Int(part.file)]
        let inner = file.outline.bindings[Int(part.binding)].inner
        guard inner != Outline.none else { continue }
        for term in file.outline.scopes[Int(inner)].supertypes {
          let meaning = meanings[Int(part.file)][Int(term)]
          if seen.insert(Self.identity(of: meaning, canonical)).inserted { found.append(meaning) }
        }
      }
      return found
    }
  }

  /// What makes two types the same, wherever they are written.
  static func identity(
    of meaning: Meaning, _ canonical: (Entity) -> Entity
  ) -> Meaning {
    var identity = Meaning(kind: meaning.kind)
    switch meaning.kind {
    case .type, .value, .function, .module: identity.entity = canonical(meaning.entity)
    case .external, .namespace, .unknown: identity.key = meaning.key
    }
    return identity
  }
}
