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
    var queue: [Entity] = []
    var next = 0
    var current = type
    while true {
      if project.marks(current).contains(.isExtended) { result.isExtended = true }
      let found = members(of: current)
      if !found.isEmpty {
        let exact = found.filter(accepts)
        if !exact.isEmpty {
          result.entities = exact
          return result
        }
        if inexact.isEmpty { inexact = found }
      }
      enqueueTypes(above: current, &queue, &result)
      guard next < queue.count, next < Self.limit else { break }
      current = queue[next]
      next += 1
    }
    if !result.isOpen, !inexact.isEmpty {
      result.entities = inexact
      result.isInexact = true
    }
    return result
  }

  private func members(of type: Entity) -> [Entity] {
    var found: [Entity] = []
    if let inner = project.inner(type) { add(type.file, inner, to: &found) }
    for (file, scope) in project.extensions(of: type) { add(file, scope, to: &found) }
    return found
  }

  private func add(_ number: Int32, _ scope: UInt32, to found: inout [Entity]) {
    let file = project.files[Int(number)]
    for index in file.bindings(in: scope, named: name) {
      let kind = file.kind(index)
      if kinds.contains(kind), kind != .typeParameter, fits(file.outline.bindings[Int(index)]) {
        found.append(Entity(file: number, binding: index))
      }
    }
  }

  private func fits(_ binding: Outline.Binding) -> Bool {
    isExtension.map { $0 == binding.marks.contains(.isExtension) } ?? true
  }

  /// The types above: supertypes, the bound of a type parameter, what an alias stands for.
  private func enqueueTypes(
    above type: Entity, _ queue: inout [Entity], _ result: inout Result
  ) {
    func enqueue(_ meaning: Meaning) {
      if meaning.kind != .type && meaning.kind != .value {
        result.isOpen = true
      } else if !queue.contains(meaning.entity) {
        queue.append(meaning.entity)
      }
    }
    switch project.kind(type) {
    case .typeParameter, .alias:
      let bound = project.files[Int(type.file)].outline.bindings[Int(type.binding)].type
      enqueue(bound == Outline.none ? .external : project.meaning(bound, in: type.file))
    default:
      guard let inner = project.inner(type) else { return }
      let file = project.files[Int(type.file)]
      for term in file.outline.scopes[Int(inner)].supertypes {
        enqueue(project.meaning(term, in: type.file))
      }
    }
  }

  func accepts(_ entity: Entity) -> Bool {
    guard let count else { return true }
    let kind = project.kind(entity)
    guard kind == .function || kind == .constructor else { return true }
    let binding = project[entity]
    return count >= Int(binding.least) && (count <= Int(binding.most) || binding.most == 255)
  }
}
