internal import Basics
internal import Facts

/// The usings of one file, and the namespaces around its code.
struct CSharpUsings: Sendable {
  /// What the usings of one scope bring.
  struct Items: Sendable {
    var spaces: [NameKey] = []
    /// Types whose static members and nested types are imported.
    var types: [Entity] = []
  }

  /// For each file or namespace scope the namespaces that it adds, innermost first.
  var namespaces: [UInt32: [NameKey]] = [:]
  var items: [UInt32: Items] = [:]
  /// For each import what it stands for.
  var targets: [Finding] = []
  /// All namespaces around code of the file, the global one last.
  var around: [NameKey] = []
  /// Namespaces whose extension methods can be seen.
  var spaces: Set<NameKey> = []
  /// First names of what it imports from outside.
  var outside: Set<NameKey> = []
  var hasExternalTypes = false
  var hasExternalMembers = false
  /// What `global using` gives to all files of the project.
  private var global = Items()

  init(_ number: Int, _ project: ProjectIndex, _ projects: CSharpProjects) {
    let file = project.files[number]
    readNamespaces(file)
    for item in file.outline.imports {
      let path = file.outline.names[Int(item.path)]
      // Names at the top of a file are full: those of a namespace around the code are no part of them.
      let starts = item.scope == 0 ? [.root] : around
      let found = Self.find(path, starts, number, project, projects)
      targets.append(found)
      add(found, item)
      let first = path.split(separator: ".").first.map { NameKey(String($0)) }
      if case .external = found, let first { outside.insert(first) }
      // Projects add to namespaces of the platform, which hold its types all the same.
      if case .namespace = found, let first, Self.libraryRoots.contains(first) {
        hasExternalTypes = true
      }
    }
    hasExternalTypes = hasExternalTypes || projects.hasImplicitUsings(number)
    if let own = projects.projectOf[number] {
      for using in projects.usings[own] {
        let found = Self.find(using.name, [.root], number, project, projects)
        var item = Outline.Import(path: 0, line: 0, marks: .wildcard)
        if using.isStatic { item.marks.insert(.member) }
        add(found, item)
      }
    }
    spaces.formUnion(around)
    spaces.formUnion(items.values.flatMap(\.spaces))
  }

  private mutating func readNamespaces(_ file: FileIndex) {
    for (index, scope) in file.outline.scopes.enumerated()
    where scope.kind == .file || scope.kind == .namespace {
      let outer = scope.parent == Outline.none ? .root : file.namespace(of: scope.parent)
      var found: [NameKey] = []
      if scope.name != Outline.none {
        var parts = file.outline.names[Int(scope.name)].split(separator: ".").map {
          NameKey(String($0))
        }
        while !parts.isEmpty {
          let key = parts.reduce(NameKey.root) { $0.appending($1) }
          if key == outer { break }
          found.append(key)
          parts.removeLast()
        }
      }
      if scope.kind == .file { found.append(.root) }
      namespaces[UInt32(index)] = found
      around += found.filter { !around.contains($0) }
    }
    around = around.filter { $0 != .root } + [.root]
  }

  private mutating func add(_ found: Finding, _ item: Outline.Import) {
    guard item.marks.contains(.wildcard) else { return }
    let isGlobal = item.marks.contains(.global)
    switch found {
    case .namespace(let key):
      if isGlobal { global.spaces.append(key) }
      items[item.scope, default: .init()].spaces.append(key)
    case .entities(let entities):
      guard let type = entities.first else { return }
      if isGlobal { global.types.append(type) }
      items[item.scope, default: .init()].types.append(type)
    case .external, .nothing, .module:
      if item.marks.contains(.member) { hasExternalMembers = true } else { hasExternalTypes = true }
    }
  }

  /// A namespace or type by its full name, or by one that begins in a namespace around.
  static func find(
    _ path: String, _ around: [NameKey], _ file: Int, _ project: ProjectIndex,
    _ projects: CSharpProjects
  ) -> Finding {
    let names = path.split(separator: ".").map { NameKey(String($0)) }
    guard !names.isEmpty else { return .nothing }
    for start in [.root] + around.dropLast() {
      let key = names.reduce(start) { $0.appending($1) }
      if project.isNamespace(key) { return .namespace(key) }
      if let type = findType(names, start, file, project, projects) { return .entities([type]) }
    }
    return isMissing(names, project) ? .nothing : .external
  }

  private static func findType(
    _ names: [NameKey], _ start: NameKey, _ file: Int, _ project: ProjectIndex,
    _ projects: CSharpProjects
  ) -> Entity? {
    for split in (0..<names.count).reversed() {
      let namespace = names[..<split].reduce(start) { $0.appending($1) }
      let found = project.declarations(names[split], in: namespace, .plainTypes).filter {
        projects.distance(from: file, to: Int($0.file)) != nil
      }
      guard var entity = project.nearest(found, to: file) ?? found.first else { continue }
      for name in names[(split + 1)...] {
        let search = MemberSearch(project: project, name: name, kinds: .plainTypes)
        guard let inner = search.search(entity).entities.first else { return nil }
        entity = inner
      }
      return entity
    }
    return nil
  }

  /// Whether a name that was not found begins in the project: it is generated, or missing.
  private static func isMissing(_ names: [NameKey], _ project: ProjectIndex) -> Bool {
    guard names.count > 1 else { return false }
    // Projects put extensions into namespaces of the platform.
    if libraryRoots.contains(names[0]) {
      return names.count > 2
        && project.hasDeclarations(names.dropLast().reduce(.root) { $0.appending($1) })
    }
    return project.isNamespace(NameKey.root.appending(names[0]))
  }

  private static let libraryRoots = Set(CSharpNames.libraryRoots.map { NameKey($0) })

  // MARK: What files of a project share

  /// Adds the global usings of each project to its files.
  static func sharing(
    _ files: [CSharpUsings], _ project: ProjectIndex, _ projects: CSharpProjects
  ) -> [CSharpUsings] {
    var shared: [Int: Items] = [:]
    var external: Set<Int> = []
    for (number, file) in files.enumerated() {
      guard let own = projects.projectOf[number] else { continue }
      shared[own, default: .init()].spaces += file.global.spaces
      shared[own, default: .init()].types += file.global.types
      let isGlobal = project.files[number].outline.imports.contains { $0.marks.contains(.global) }
      if isGlobal, file.hasExternalTypes { external.insert(own) }
    }
    return files.enumerated().map { number, file in
      guard let own = projects.projectOf[number], let items = shared[own] else { return file }
      var file = file
      file.items[0, default: .init()].spaces += items.spaces.filter {
        !(file.items[0]?.spaces.contains($0) ?? false)
      }
      file.items[0, default: .init()].types += items.types
      file.spaces.formUnion(items.spaces)
      file.hasExternalTypes = file.hasExternalTypes || external.contains(own)
      return file
    }
  }

  static func globalAliases(
    _ files: [CSharpUsings], _ project: ProjectIndex, _ projects: CSharpProjects
  ) -> [Int: [NameKey: Entity]] {
    var table: [Int: [NameKey: Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      guard let own = projects.projectOf[number] else { continue }
      for (index, item) in file.outline.imports.enumerated()
      where item.marks.contains(.global) && item.alias != Outline.none {
        if case .entities(let found) = files[number].targets[index], let type = found.first {
          table[own, default: [:]][file.keys[Int(item.alias)]] = type
        }
      }
    }
    return table
  }
}

extension FileIndex {
  /// The namespace of a declaration, the types around it, and its own name.
  func fullName(of binding: UInt32) -> NameKey {
    var names = [key(binding)]
    var scope = outline.bindings[Int(binding)].scope
    while scope != Outline.none {
      let item = outline.scopes[Int(scope)]
      guard item.kind == .type || item.kind == .function else { break }
      if item.owner != Outline.none { names.append(key(item.owner)) }
      scope = item.parent
    }
    return names.reversed().reduce(scope == Outline.none ? .root : namespace(of: scope)) {
      $0.appending($1)
    }
  }
}
