internal import Facts

/// What imports stand for.
extension RustRules {
  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let item = project.files[file].outline.imports[index]
    if item.marks.contains(.registered) {
      return modules.ofImport[file][index].map { .module(modules.modules[$0].file) } ?? .nothing
    }
    guard let module = modules.module(of: item.scope, in: file, project) else { return .nothing }
    var walk = RustPathSearch.Walk()
    if item.marks.contains(.member) { return passingCrate(index, in: file, module, &walk) }
    var found = search.target(index, in: file, module, isMacro: false, &walk)
    if found.isEmpty {
      found = search.target(index, in: file, module, isMacro: true, &walk)
    }
    return target(found, in: file)
  }

  private func target(_ found: RustFound, in file: Int) -> Finding {
    if let entity = found.entities.first {
      return Int(entity.file) == file ? Self.noFile : .entities(found.entities)
    }
    if let module = found.module {
      let other = modules.modules[module].file
      return Int(other) == file ? Self.noFile : .module(other)
    }
    return found.isExternal ? .external : .nothing
  }

  /// The crate that a path names, where what it means lies in yet another: it passes it on.
  private func passingCrate(
    _ index: Int, in file: Int, _ module: Int, _ walk: inout RustPathSearch.Walk
  ) -> Finding {
    let path = names.paths[file][index]
    guard let head = path.first else { return Self.noFile }
    let local = search.lookup(head, in: module, &walk)
    let crate = search.crate(names.absolute[head] ?? head, from: module)
    guard local.entities.isEmpty, local.module == nil || local.module == crate.module,
      let root = crate.module
    else { return Self.noFile }
    let own = modules.modules[root].crate
    guard own != modules.modules[module].crate else { return Self.noFile }
    var found = search.find(path, in: module, &walk)
    if found.isEmpty { found = search.find(path, in: module, isMacro: true, &walk) }
    let last =
      found.module
      ?? found.entities.first.flatMap { entity in
        modules.module(of: search.project[entity].scope, in: Int(entity.file), search.project)
      }
    if let last, modules.modules[last].crate == own { return Self.noFile }
    return .module(modules.modules[root].file)
  }

  private static let noFile = Finding.namespace(RustModules.noKey)

  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32] {
    modules.module(namespace).map { [modules.modules[$0].file] } ?? []
  }
}
