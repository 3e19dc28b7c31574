internal import Configuration
internal import Facts

/// The type that the name of a store is made from, and what stands before the name.
struct RowOrigin {
  let project: ProjectIndex
  let entity: Entity

  func source(of type: Entity) -> NameSourceReader {
    NameSourceReader(
      project: project, entity: type, annotations: [],
      path: project.files[Int(type.file)].facts.path)
  }

  /// The text of the first member of a type around that has one, the innermost type first.
  func prefix(_ sources: [FrameworkPack.NameSource]) -> String {
    guard !sources.isEmpty else { return "" }
    let file = project.files[Int(entity.file)]
    var scope = project[entity].scope
    while scope != Outline.none {
      let item = file.outline.scopes[Int(scope)]
      if item.kind == .type, item.owner != Outline.none {
        let around = Entity(file: entity.file, binding: item.owner)
        for source in sources {
          if let text = text(source, around) { return text }
        }
      }
      scope = item.parent
    }
    return ""
  }

  /// A constant text of a type, in any of its places.
  private func text(_ source: FrameworkPack.NameSource, _ type: Entity) -> String? {
    guard case .member(let names) = source, names.count == 1 else { return nil }
    for member in project.members(of: type, named: NameKey(names[0])) {
      let text = project[member].text
      if text != Outline.none {
        return project.files[Int(member.file)].outline.names[Int(text)]
      }
    }
    return nil
  }
}
