internal import Facts

/// Looks for a member in a type and in what it is derived from.
struct MemberSearch {
  let project: ProjectIndex
  let name: NameKey
  let kinds: BindingKinds
  /// Number of arguments of a call; nil where it is not known.
  var count: Int?
  /// Whether members are looked for that extend other types, and nothing else; nil for both.
  var isExtension: Bool? = false

  /// The file that uses it, where others do not see what is private; nil where that does not matter.
  var viewer: Int32?

  struct Result {
    var entities: [Entity] = []
    /// Only members with another number of parameters were found.
    var isInexact = false
    /// A type on the way is external or was not found: it may have the member.
    var isOpen = false
    /// A type on the way has members that its source does not show.
    var isExtended = false
  }

  /// Nearest first: the type itself, then level by level.
  func search(_ type: Entity) -> Result {
    let ancestry = project.ancestry(of: type)
    var inexact: [Entity] = []
    if project.declares(name, kinds) {
      for (position, current) in ancestry.types.enumerated() {
        let found = members(of: current)
        if found.isEmpty { continue }
        let exact = count == nil ? found : found.filter(accepts)
        if !exact.isEmpty {
          return Result(
            entities: exact, isOpen: ancestry.isOpen(before: position),
            isExtended: ancestry.isExtended(before: position + 1))
        }
        if inexact.isEmpty { inexact = found }
      }
    }
    var result = Result(
      isOpen: ancestry.isOpen(before: ancestry.types.count),
      isExtended: ancestry.isExtended(before: ancestry.types.count))
    if !result.isOpen, !inexact.isEmpty {
      result.entities = inexact
      result.isInexact = true
    }
    return result
  }

  private func members(of type: Entity) -> [Entity] {
    let found = project.members(of: type, named: name).filter {
      let kind = project.kind($0)
      return kinds.contains(kind) && kind != .typeParameter && fits($0) && isSeen($0)
    }
    // Functions of several places are overloads; anything else is a copy.
    guard found.count > 1, project.kind(found[0]) != .function,
      project.kind(found[0]) != .constructor
    else { return found }
    return found.filter { $0.file == found[0].file }
  }

  private func isSeen(_ entity: Entity) -> Bool {
    guard let viewer else { return true }
    return entity.file == viewer || !project.marks(entity).contains(.isPrivate)
  }

  private func fits(_ entity: Entity) -> Bool {
    isExtension.map { $0 == project.marks(entity).contains(.isExtension) } ?? true
  }

  func accepts(_ entity: Entity) -> Bool {
    guard let count else { return true }
    let kind = project.kind(entity)
    guard kind == .function || kind == .constructor else { return true }
    let binding = project[entity]
    return count >= Int(binding.least) && (count <= Int(binding.most) || binding.most == 255)
  }
}
