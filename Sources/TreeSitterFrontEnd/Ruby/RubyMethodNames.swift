internal import Facts

/// The methods of a project by name, wherever they are.
struct RubyMethodNames: Sendable {
  /// Names that something of the project has.
  private(set) var known: Set<NameKey> = []
  /// Names that a type may have a member of.
  private(set) var declared: Set<NameKey> = []
  /// Methods of names that only they have, or those who redeclare them, and that no library gives its
  /// objects.
  private(set) var only: [NameKey: Entity] = [:]
  /// Those of them that modules declare of which no source says what takes them in.
  private(set) var mixedIn: [NameKey: Entity] = [:]
  /// Functions of the top level.
  private var functions: [NameKey: [Entity]] = [:]
  /// Methods of the modules in folders of helpers, all of which Rails gives to every view.
  private var helpers: [NameKey: [Entity]] = [:]
  private var helperFiles: Set<Int32> = []

  init(_ project: ProjectIndex, _ tree: RubyTypeTree, owner: (Entity) -> Entity?) {
    var candidates: [NameKey: [Entity]] = [:]
    var others: Set<NameKey> = []
    for (number, file) in project.files.enumerated() {
      let isHelper = file.facts.path.contains("app/helpers/") && !file.isTest
      if isHelper { helperFiles.insert(Int32(number)) }
      for (index, binding) in file.outline.bindings.enumerated() {
        let key = file.keys[Int(binding.name)]
        // Every row has what a column is called.
        if binding.kind == .namespace { others.insert(key) }
        switch binding.kind {
        case .function, .variable, .constructor: declared.insert(key)
        default: break
        }
        guard binding.kind == .function else { continue }
        known.insert(key)
        let entity = Entity(file: Int32(number), binding: UInt32(index))
        if binding.scope == 0 {
          functions[key, default: []].append(entity)
          others.insert(key)
        }
        if isHelper { helpers[key, default: []].append(entity) }
        if !file.isTest { candidates[key, default: []].append(entity) }
      }
    }
    addMixins(of: candidates, project, tree, owner)
    for (key, entities) in candidates where !others.contains(key) {
      only[key] = Self.only(entities, project, tree, owner)
      if let found = only[key], let type = owner(found),
        project.marks(type).contains(.isPartial), tree.below[type] == nil
      {
        mixedIn[key] = found
      }
    }
  }

  /// What helpers take in is given to every view as well.
  private mutating func addMixins(
    of candidates: [NameKey: [Entity]], _ project: ProjectIndex, _ tree: RubyTypeTree,
    _ owner: (Entity) -> Entity?
  ) {
    var mixins: Set<Entity> = []
    for entity in helpers.values.joined() {
      guard let type = owner(entity) else { continue }
      mixins.formUnion(tree.above[type] ?? [])
    }
    for (key, entities) in candidates where helpers[key] == nil {
      let found = entities.filter { owner($0).map(mixins.contains) ?? false }
      if !found.isEmpty { helpers[key] = found }
    }
  }

  /// The one that the others redeclare, if its name says enough.
  private static func only(
    _ entities: [Entity], _ project: ProjectIndex, _ tree: RubyTypeTree,
    _ owner: (Entity) -> Entity?
  ) -> Entity? {
    guard entities.count <= 8 else { return nil }
    let file = project.files[Int(entities[0].file)]
    guard RubyLibrary.isTelling(file.outline.names[Int(project[entities[0]].name)]) else {
      return nil
    }
    let owners = entities.compactMap(owner)
    guard owners.count == entities.count else { return nil }
    let first = entities.indices.first { index in
      owners.allSatisfy { tree.isBelow($0, owners[index]) }
    }
    return first.map { entities[$0] }
  }

  /// A function of the top level: of the same file, or the only one of its name.
  func function(_ name: NameKey, in file: Int, _ project: ProjectIndex) -> Finding {
    guard let found = functions[name] else { return .nothing }
    let own = found.filter { Int($0.file) == file }
    if let last = own.last { return .entities([last]) }
    return found.count == 1 ? .entities(found) : .nothing
  }

  /// What a helper calls that it has not itself: a method of another helper.
  func helper(_ name: NameKey, near type: Entity, _ project: ProjectIndex) -> Finding {
    guard helperFiles.contains(type.file) else { return .nothing }
    return helper(name, inViewsOf: Int(type.file), project).map { .entities([$0]) } ?? .nothing
  }

  /// A method that views are given, the nearest of several.
  func helper(_ name: NameKey, inViewsOf file: Int, _ project: ProjectIndex) -> Entity? {
    guard let found = helpers[name] else { return nil }
    return found.count == 1 ? found[0] : project.nearest(found, to: file)
  }
}
