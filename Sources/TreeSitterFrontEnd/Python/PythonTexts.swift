internal import Basics
internal import Facts

// MARK: - Imports and texts

extension PythonRules {
  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let item = project.files[file].outline.imports[index]
    // The import of the whole stands beside it.
    if item.marks.contains(.member) { return .namespace(.root) }
    switch files[file].sources[index] {
    case .external: return .external
    case .missing: return .nothing
    case .folder(let folder):
      guard item.name != Outline.none else { return .namespace(key(folder)) }
      let name = project.files[file].outline.names[Int(item.name)]
      return finding(modules.place(PythonModules.join(folder, name)))
    case .module(let module):
      guard item.name != Outline.none else { return .module(module) }
      let name = project.files[file].keys[Int(item.name)]
      if case .module(let inner) = submodule(name, of: Int(module), project) {
        return .module(inner)
      }
      return .module(module)
    }
  }

  /// What a text stands for that a framework turns into code.
  func target(
    ofText text: String, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    let mark = text.prefix { $0 != ":" }
    let name = text.dropFirst(mark.count + 1)
    switch mark + ":" {
    case PythonNames.modelMark: return model(name, file, project)
    case PythonNames.fixtureMark: return fixture(NameKey(String(name)), file, project)
    case PythonNames.classMark: return loadedClass(name, project)
    default: return dotted(name.split(separator: "."), file, project)
    }
  }

  private func model(_ name: Substring, _ file: Int, _ project: ProjectIndex) -> Finding {
    guard let found = models[NameKey(String(name))] else { return .external }
    if let nearest = project.nearest(found, to: file) { return .entities([nearest]) }
    let production = found.filter { !project.files[Int($0.file)].isTest }
    return production.count == 1 ? .entities(production) : .external
  }

  /// In the file itself, then in the `conftest.py` of the nearest folder, then the only one.
  private func fixture(_ name: NameKey, _ file: Int, _ project: ProjectIndex) -> Finding {
    guard let found = fixtures[name] else { return .external }
    if let own = found.first(where: { Int($0.file) == file }) { return .entities([own]) }
    let folder = files[file].folder + "/"
    let around = found.filter { entity in
      let other = project.files[Int(entity.file)].facts.path
      let place = files[Int(entity.file)].folder
      return other.hasSuffix("conftest.py") && (place.isEmpty || folder.hasPrefix(place + "/"))
    }
    let near = around.max {
      files[Int($0.file)].folder.utf8.count < files[Int($1.file)].folder.utf8.count
    }
    if let near { return .entities([near]) }
    return found.count == 1 ? .entities(found) : .external
  }

  /// `module:Class`: the module whose name ends so, and that has the class.
  private func loadedClass(_ name: Substring, _ project: ProjectIndex) -> Finding {
    let parts = name.split(separator: ":")
    guard parts.count == 2 else { return .external }
    let key = NameKey(String(parts[1]))
    let candidates = modules.ending(with: parts[0].split(separator: "."))
      .filter { !project.files[Int($0)].isTest }
      .sorted { project.files[Int($0)].folders.count < project.files[Int($1)].folders.count }
    for module in candidates {
      let found = attribute(key, of: Int(module), project)
      if case .entities = found { return found }
    }
    return .external
  }

  /// A module, or something in one, by its full name.
  private func dotted(_ names: [Substring], _ file: Int, _ project: ProjectIndex) -> Finding {
    let path = project.files[file].facts.path
    if case .module(let module) = modules.find(names, from: path) {
      return moduleItself(module, project)
    }
    for count in stride(from: names.count - 1, to: 0, by: -1) {
      guard case .module(let module) = modules.find(Array(names.prefix(count)), from: path) else {
        continue
      }
      let name = NameKey(String(names[count]))
      let found = attribute(name, of: Int(module), project)
      if case .entities = found { return found }
      return .external
    }
    return .external
  }

  private func moduleItself(_ module: Int32, _ project: ProjectIndex) -> Finding {
    let file = project.files[Int(module)]
    let own = file.bindings(in: 0, named: Self.moduleBinding)
    return own.first.map { .entities([Entity(file: module, binding: $0)]) } ?? .external
  }

  private static let moduleBinding = NameKey(PythonNames.moduleBinding)
}
