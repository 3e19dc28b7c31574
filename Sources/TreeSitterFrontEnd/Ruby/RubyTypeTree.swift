internal import Facts

/// Which types take in which modules and classes, as far as their names say it.
struct RubyTypeTree: Sendable {
  /// Types by what they are derived from, include or are extended by, in the order of the files.
  private(set) var below: [Entity: [Entity]] = [:]
  /// What types are derived from, include or are extended by.
  private(set) var above: [Entity: [Entity]] = [:]

  /// `find` gives what a constant at a place means.
  init(
    _ project: ProjectIndex, canonical: (Entity) -> Entity,
    find: (_ name: NameKey, _ file: Int, _ scope: UInt32) -> Entity?
  ) {
    for (number, file) in project.files.enumerated() {
      for scope in file.outline.scopes where scope.kind == .type && scope.owner != Outline.none {
        let own = canonical(Entity(file: Int32(number), binding: scope.owner))
        for index in scope.supertypes {
          let term = file.outline.signature.terms[Int(index)]
          guard term.kind == .name, term.name != Outline.none,
            let found = find(file.keys[Int(term.name)], number, scope.parent).map(canonical),
            found != own
          else { continue }
          if !(above[own] ?? []).contains(found) {
            above[own, default: []].append(found)
            below[found, default: []].append(own)
          }
        }
      }
    }
  }

  /// A type and those that take it in, directly or not. Linear in them.
  func allBelow(_ type: Entity) -> [Entity] {
    var all = [type]
    var seen: Set = [type]
    var next = 0
    while next < all.count {
      for other in below[all[next]] ?? [] where seen.insert(other).inserted { all.append(other) }
      next += 1
    }
    return all
  }

  /// Whether a type is derived from another one, or is that type. Linear in the types above.
  func isBelow(_ type: Entity, _ other: Entity) -> Bool {
    var queue = [type]
    var next = 0
    while next < queue.count, next < Ancestry.limit {
      if queue[next] == other { return true }
      queue += (above[queue[next]] ?? []).filter { !queue.contains($0) }
      next += 1
    }
    return false
  }
}
