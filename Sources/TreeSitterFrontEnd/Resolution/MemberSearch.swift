internal import Facts

/// Looks for a member in a type and in what it is derived from.
struct MemberSearch {
  let project: ProjectIndex
  let name: NameKey
  let kinds: BindingKinds
  /// Number of arguments of a call; nil where it is not known.
  var count: Int?

  /// Hierarchies are not deeper, and cycles end here.
  private static let limit = 256

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
    var result = Result()
    var inexact: [Entity] = []
    var queue = [type]
    var next = 0
    while next < queue.count, next < Self.limit {
      let current = queue[next]
      next += 1
      let binding = project[current]
      if binding.marks.contains(.isExtended) { result.isExtended = true }
      let found = members(of: current)
      if !found.isEmpty {
        let exact = found.filter(accepts)
        if !exact.isEmpty {
          result.entities = exact
          return result
        }
        if inexact.isEmpty { inexact = found }
      }
      for supertype in above(current, binding) {
        if supertype.kind == .type || supertype.kind == .value {
          if !queue.contains(supertype.entity) { queue.append(supertype.entity) }
        } else {
          result.isOpen = true
        }
      }
    }
    if !result.isOpen, !inexact.isEmpty {
      result.entities = inexact
      result.isInexact = true
    }
    return result
  }

  private func members(of type: Entity) -> [Entity] {
    guard let inner = project.inner(type) else { return [] }
    let file = project.files[Int(type.file)]
    return file.bindings(in: inner, named: name).compactMap { index in
      let kind = file.outline.bindings[Int(index)].kind
      return kinds.contains(kind) && kind != .typeParameter
        ? Entity(file: type.file, binding: index) : nil
    }
  }

  /// The types above: supertypes, the bound of a type parameter, what an alias stands for.
  private func above(_ type: Entity, _ binding: Outline.Binding) -> [Meaning] {
    switch binding.kind {
    case .typeParameter, .alias:
      guard binding.type != Outline.none else { return [.external] }
      return [project.files[Int(type.file)].meanings[Int(binding.type)]]
    default: return project.supertypes(type)
    }
  }

  func accepts(_ entity: Entity) -> Bool {
    let binding = project[entity]
    guard let count, binding.kind == .function || binding.kind == .constructor else { return true }
    return count >= Int(binding.least) && (count <= Int(binding.most) || binding.most == 255)
  }
}
