internal import Facts

/// Finds the declarations that files beside the code name, by full names.
struct DeclaredNames: Sendable {
  let project: ProjectIndex
  /// The project keeps names of types in lower case.
  private let isFolded: Bool
  /// Types by their simple name in lower case, those of tests left out; nil where several have it.
  private let simple: [String: Entity?]

  init(_ project: ProjectIndex, isFolded: Bool = false) {
    self.project = project
    self.isFolded = isFolded
    var simple: [String: Entity?] = [:]
    for (number, file) in project.files.enumerated() where !file.isTest {
      for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .type {
        let kind = file.outline.scopes[Int(binding.scope)].kind
        guard kind == .file || kind == .namespace else { continue }
        let name = file.name(of: UInt32(index)).lowercased()
        let entity = Entity(file: Int32(number), binding: UInt32(index))
        simple[name] = simple[name] == nil ? .some(entity) : .some(nil)
      }
    }
    self.simple = simple
  }

  /// The type with a full name, types inside others by `$` or `.`; among several the nearest to the
  /// file at `path`.
  func type(_ name: String, near path: String) -> Entity? {
    let name = isFolded ? name.lowercased() : name
    let parts = name.split { $0 == "." || $0 == "$" }.map { NameKey(String($0)) }
    guard !parts.isEmpty, parts.count < 64 else { return nil }
    for split in (0..<parts.count).reversed() {
      let package = parts[..<split].reduce(NameKey.root) { $0.appending($1) }
      let found = project.declarations(parts[split], in: package, BindingKinds(.type))
      guard var entity = nearest(found, to: path) else { continue }
      for part in parts[(split + 1)...] {
        let inner = project.members(of: entity, named: part).first { project.kind($0) == .type }
        guard let inner else { return nil }
        entity = inner
      }
      return project.canonical(entity)
    }
    return nil
  }

  /// The one type of this simple name, in any case, as aliases have it.
  func type(called name: String) -> Entity? { simple[name.lowercased()] ?? nil }

  /// The one with most folders in common, then outside of tests, then the first.
  func nearest(_ candidates: [Entity], to path: String) -> Entity? {
    guard candidates.count > 1 else { return candidates.first }
    let own = path.split(separator: "/").dropLast()
    return candidates.enumerated().min { a, b in
      let (x, y) = (score(a.element, own), score(b.element, own))
      return x != y ? x > y : a.offset < b.offset
    }?.element
  }

  private func score(_ entity: Entity, _ own: ArraySlice<Substring>) -> (Int, Int) {
    let file = project.files[Int(entity.file)]
    return (zip(own, file.folders).prefix { $0 == $1 }.count, file.isTest ? 0 : 1)
  }
}
