internal import Basics
internal import Facts

/// The imports of one file of Kotlin, and what they stand for.
struct KotlinImports: Sendable {
  var package = NameKey.root
  /// For each import what it stands for.
  var targets: [Finding] = []
  /// Imports of single names, by name; several where a name is a function and a type.
  var single: [NameKey: [Int]] = [:]
  /// Packages, and types whose members are imported together.
  var packages: [NameKey] = []
  var types: [Entity] = []
  /// First names of what it imports from outside.
  var outside: Set<NameKey> = []
  /// Whether something may come from a package that is not here.
  var isOpen = false

  init(of number: Int, _ project: ProjectIndex) {
    let file = project.files[number]
    package = file.namespace(of: 0)
    guard file.facts.language == .kotlin else { return }
    for (index, item) in file.outline.imports.enumerated() {
      let names = file.outline.names[Int(item.path)].split(separator: ".").map {
        NameKey(String($0))
      }
      let found = Self.find(names, from: number, project)
      if case .external = found, let first = names.first { outside.insert(first) }
      if item.marks.contains(.wildcard) {
        targets.append(addWildcard(names, found, project))
      } else {
        single[file.keys[Int(item.alias)], default: []].append(index)
        targets.append(found)
      }
    }
  }

  private mutating func addWildcard(
    _ names: [NameKey], _ found: Finding, _ project: ProjectIndex
  ) -> Finding {
    if case .entities(let entities) = found,
      let type = entities.first(where: { project.kind($0) == .type })
    {
      types.append(type)
      return found
    }
    let package = names.reduce(NameKey.root) { $0.appending($1) }
    guard project.isNamespace(package) else {
      isOpen = true
      return .external
    }
    packages.append(package)
    return .namespace(package)
  }

  /// What a full name means: declarations of a package, or members of a type in one.
  private static func find(
    _ names: [NameKey], from file: Int, _ project: ProjectIndex
  ) -> Finding {
    guard let last = names.last else { return .nothing }
    for split in names.indices.reversed() {
      let package = names[..<split].reduce(NameKey.root) { $0.appending($1) }
      let isLast = split == names.count - 1
      let found = project.declarations(names[split], in: package, isLast ? all : .types)
        .filter { project[$0].symbol != Outline.none }
      if isLast, !found.isEmpty { return .entities(found) }
      guard var entity = project.nearest(found, to: file) ?? found.first else { continue }
      for name in names[(split + 1)...].dropLast() {
        let search = MemberSearch(project: project, name: name, kinds: .types)
        guard let inner = search.search(entity).entities.first else { return .nothing }
        entity = inner
      }
      var search = MemberSearch(project: project, name: last, kinds: all)
      search.isExtension = nil
      let result = search.search(entity)
      if !result.entities.isEmpty { return .entities(result.entities) }
      return result.isOpen ? .external : .nothing
    }
    // A package of the project that lacks the name: it is generated, or missing.
    let isOwn = project.hasDeclarations(names.dropLast().reduce(.root) { $0.appending($1) })
    return isOwn && !KotlinNames.generatedKeys.contains(last) ? .nothing : .external
  }

  /// The same, with what lacks in packages that belong to a library taken for it.
  static func settled(_ tables: [KotlinImports], _ project: ProjectIndex) -> [KotlinImports] {
    let balance = PackageBalance(project) { number, index in
      // Files of other languages have no table.
      guard index < tables[number].targets.count else { return nil }
      return switch tables[number].targets[index] {
      case .nothing: false
      case .entities: true
      default: nil
      }
    }
    var settled = tables
    for (number, index) in balance.outside { settled[number].targets[index] = .external }
    return settled
  }

  static let all: BindingKinds = [.types, .functions, .values]
}
