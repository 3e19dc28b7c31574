internal import Configuration
internal import Facts

/// Reads what the source of one type says of the name of its store.
struct NameSourceReader {
  let project: ProjectIndex
  let entity: Entity
  /// Those of the type itself.
  let annotations: [Annotation]
  let path: String

  private var file: FileIndex { project.files[Int(entity.file)] }
  var language: Language { file.facts.language }

  /// The line of the type.
  var line: UInt32 {
    let symbol = project[entity].symbol
    return file.facts.declarations.first { $0.symbol == symbol }?.line ?? 1
  }

  func has(_ names: [String]) -> Bool {
    !names.isEmpty && annotations.contains { names.contains(Self.simple($0.name)) }
  }

  /// The first name that the source says, else one made from that of the type.
  func name(
    _ sources: [FrameworkPack.NameSource], _ naming: FrameworkPack.Naming, prefix: String = ""
  ) -> String {
    for source in sources {
      if let found = text(source), !found.isEmpty { return found }
    }
    return prefix
      + FrameworkNames.name(of: file.name(of: entity.binding), naming, path: path)
  }

  func isTrue(_ source: FrameworkPack.NameSource) -> Bool {
    text(source)?.lowercased() == "true"
  }

  func text(_ source: FrameworkPack.NameSource) -> String? {
    switch source {
    case .member(let names): return text(ofMember: names)
    case .annotation(let name, let argument):
      for annotation in annotations where Self.simple(annotation.name) == name {
        if let value = annotation[argument] { return value }
      }
      return nil
    }
  }

  /// The constant text of a member, or of a member of a type inside.
  func text(ofMember names: [String]) -> String? {
    var scope = project.inner(entity)
    for (position, name) in names.enumerated() {
      guard let here = scope else { return nil }
      let found = file.bindings(in: here, named: NameKey(name))
      if position == names.count - 1 {
        return found.lazy.compactMap { text(of: file.outline.bindings[Int($0)]) }.first
      }
      scope = found.lazy.map { file.outline.bindings[Int($0)].inner }.first { $0 != Outline.none }
    }
    return nil
  }

  /// What a variable always is, or what it begins with.
  private func text(of binding: Outline.Binding) -> String? {
    if binding.text != Outline.none { return file.outline.names[Int(binding.text)] }
    guard binding.type != Outline.none else { return nil }
    let term = file.outline.signature.terms[Int(binding.type)]
    return term.kind == .text && term.name != Outline.none
      ? file.outline.names[Int(term.name)] : nil
  }

  /// `Table` of `javax.persistence.Table`, `Entity` of `ORM\Entity`.
  static func simple(_ name: String) -> String {
    guard let last = name.lastIndex(where: { $0 == "." || $0 == "\\" || $0 == ":" }) else {
      return name
    }
    return String(name[name.index(after: last)...])
  }
}
