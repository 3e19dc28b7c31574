internal import Facts

/// The modules of all crates: which file or part of a file each is, and what it holds.
struct RustModules: Sendable {
  struct Module: Sendable {
    var file: Int32
    var scope: UInt32
    var crate: Int
    var parent: Int?
    /// Modules inside; several of one name where each is for another build.
    var children: [NameKey: [Int]] = [:]
  }

  private(set) var modules: [Module] = []
  private(set) var crates: RustCrates
  /// The first module of each crate.
  private(set) var roots: [Int: Int] = [:]
  /// For each file the modules that its scopes are, the first of several crates.
  private(set) var ofScope: [[UInt32: Int]]
  /// For each `mod` that names a file, by file and import: the modules that it is.
  private(set) var ofImport: [[Int: Int]]

  /// A module that is read: where it lies, and where the files of its children do.
  private struct Visit {
    var module: Int
    /// Folder of the files of modules inside.
    var folder: String
    /// Folder that paths in attributes are relative to.
    var base: String
  }

  init(_ project: ProjectIndex, _ crates: RustCrates) {
    self.crates = crates
    ofScope = Array(repeating: [:], count: project.files.count)
    ofImport = Array(repeating: [:], count: project.files.count)
    var files: [String: Int32] = [:]
    for (number, file) in project.files.enumerated() { files[file.facts.path] = Int32(number) }
    for number in crates.crates.indices { addCrate(number, project, files) }
    addLoose(project, files)
  }

  private mutating func addCrate(
    _ number: Int, _ project: ProjectIndex, _ files: [String: Int32]
  ) {
    let root = crates.crates[number].root
    let folder = RustPaths.folder(of: project.files[Int(root)].facts.path)
    roots[number] = modules.count
    walk(add(root, 0, crate: number, parent: nil), folder, project, files)
  }

  /// Files that no crate reaches are crates of their own, unless another of them names them.
  private mutating func addLoose(_ project: ProjectIndex, _ files: [String: Int32]) {
    let loose = project.files.indices.filter { ofScope[$0].isEmpty }
    var named: Set<Int32> = []
    for number in loose {
      let file = project.files[number]
      let place = Self.place(of: file.facts.path)
      for item in file.outline.imports where item.marks.contains(.registered) {
        let name = file.outline.names[Int(item.alias)]
        for path in Self.candidates(name, in: place) {
          if let file = files[path], Int(file) != number { named.insert(file) }
        }
      }
    }
    for number in loose where !named.contains(Int32(number)) {
      addLooseCrate(Int32(number), project, files)
    }
    for number in loose where ofScope[number].isEmpty {
      addLooseCrate(Int32(number), project, files)
    }
  }

  private mutating func addLooseCrate(
    _ file: Int32, _ project: ProjectIndex, _ files: [String: Int32]
  ) {
    let path = project.files[Int(file)].facts.path
    let number = crates.addLoose(file, path: path)
    roots[number] = modules.count
    walk(add(file, 0, crate: number, parent: nil), Self.place(of: path), project, files)
  }

  /// Where the modules of a file lie whose kind is told by its name alone.
  private static func place(of path: String) -> String {
    let folder = RustPaths.folder(of: path)
    let name = path.split(separator: "/").last ?? ""
    if ["lib.rs", "main.rs", "mod.rs", "build.rs"].contains(name) { return folder }
    return RustPaths.join(folder, String(name.dropLast(3))) ?? folder
  }

  private static func candidates(_ name: String, in folder: String) -> [String] {
    [name + ".rs", name + "/mod.rs"].compactMap { RustPaths.join(folder, $0) }
  }

  // MARK: Walk

  private mutating func add(_ file: Int32, _ scope: UInt32, crate: Int, parent: Int?) -> Int {
    modules.append(Module(file: file, scope: scope, crate: crate, parent: parent))
    let number = modules.count - 1
    if ofScope[Int(file)][scope] == nil { ofScope[Int(file)][scope] = number }
    return number
  }

  /// All modules below one; a file that names itself is read once on the way down.
  private mutating func walk(
    _ root: Int, _ folder: String, _ project: ProjectIndex, _ files: [String: Int32]
  ) {
    let path = project.files[Int(modules[root].file)].facts.path
    var queue = [Visit(module: root, folder: folder, base: RustPaths.folder(of: path))]
    var next = 0
    while next < queue.count, queue.count < 100_000 {
      let visit = queue[next]
      next += 1
      addInner(visit, project, &queue)
      addFiles(visit, project, files, &queue)
    }
  }

  /// Modules whose items stand in the same file.
  private mutating func addInner(
    _ visit: Visit, _ project: ProjectIndex, _ queue: inout [Visit]
  ) {
    let module = modules[visit.module]
    let file = project.files[Int(module.file)]
    for binding in file.bindings(in: module.scope) where file.kind(binding) == .namespace {
      let item = file.outline.bindings[Int(binding)]
      guard item.inner != Outline.none else { continue }
      let name = item.text == Outline.none ? item.name : item.text
      let text = file.outline.names[Int(name)]
      let inner = add(module.file, item.inner, crate: module.crate, parent: visit.module)
      modules[visit.module].children[file.key(binding), default: []].append(inner)
      let folder = RustPaths.join(item.text == Outline.none ? visit.folder : visit.base, text)
      queue.append(
        Visit(module: inner, folder: folder ?? visit.folder, base: folder ?? visit.folder))
    }
  }

  private mutating func addFiles(
    _ visit: Visit, _ project: ProjectIndex, _ files: [String: Int32], _ queue: inout [Visit]
  ) {
    let module = modules[visit.module]
    let file = project.files[Int(module.file)]
    for (number, item) in file.outline.imports.enumerated()
    where item.marks.contains(.registered) && item.scope == module.scope {
      let name = file.outline.names[Int(item.alias)]
      let written = item.level & 2 == 0 ? nil : file.outline.names[Int(item.path)]
      let paths =
        written.map { [RustPaths.join(visit.base, $0)].compactMap(\.self) }
        ?? Self.candidates(name, in: visit.folder)
      guard let path = paths.first(where: { files[$0] != nil }), let found = files[path],
        !isOpen(found, visit.module)
      else { continue }
      let inner = add(found, 0, crate: module.crate, parent: visit.module)
      modules[visit.module].children[file.keys[Int(item.alias)], default: []].append(inner)
      if ofImport[Int(module.file)][number] == nil { ofImport[Int(module.file)][number] = inner }
      let own = RustPaths.folder(of: path)
      let isFolder = written != nil || path.hasSuffix("/mod.rs")
      let folder = isFolder ? own : RustPaths.join(own, name) ?? own
      queue.append(Visit(module: inner, folder: folder, base: own))
    }
  }

  /// Whether a file is a module around another already.
  private func isOpen(_ file: Int32, _ module: Int) -> Bool {
    var next: Int? = module
    while let current = next {
      if modules[current].file == file, modules[current].scope == 0 { return true }
      next = modules[current].parent
    }
    return false
  }

  // MARK: Questions

  /// The module that a scope of a file lies in.
  func module(of scope: UInt32, in file: Int, _ project: ProjectIndex) -> Int? {
    var next = scope
    while next != Outline.none {
      if let found = ofScope[file][next] { return found }
      next = project.files[file].outline.scopes[Int(next)].parent
    }
    return nil
  }

  func root(of module: Int) -> Int { roots[modules[module].crate] ?? module }

  /// Modules of one name beside each other, each for another build.
  func twins(of module: Int, _ project: ProjectIndex) -> [Int] {
    guard let parent = modules[module].parent else { return [module] }
    for (_, all) in modules[parent].children where all.count > 1 && all.contains(module) {
      return all
    }
    return [module]
  }

  /// The key that stands for a module.
  static func key(_ module: Int) -> NameKey { NameKey(value: UInt64(module) &+ 1) }
  func module(_ key: NameKey) -> Int? {
    key.value >= 1 && key.value <= UInt64(modules.count) ? Int(key.value - 1) : nil
  }
  /// The key of no module at all.
  static let noKey = NameKey(value: UInt64.max)
}
