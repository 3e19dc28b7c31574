internal import Facts

/// The methods of a project by name, wherever they are.
struct RubyMethodNames: Sendable {
  /// Names that something of the project has.
  private(set) var known: Set<NameKey> = []
  /// Methods whose name of several words nothing else in the project has.
  private(set) var only: [NameKey: Entity] = [:]
  /// Functions of the top level.
  private var functions: [NameKey: [Entity]] = [:]
  /// Methods of the modules in folders of helpers, all of which Rails gives to every view.
  private var helpers: [NameKey: [Entity]] = [:]
  private var helperFiles: Set<Int32> = []

  init(_ project: ProjectIndex) {
    var counts: [NameKey: Entity?] = [:]
    var columns: Set<NameKey> = []
    for (number, file) in project.files.enumerated() {
      let isHelper = file.facts.path.contains("app/helpers/") && !file.isTest
      if isHelper { helperFiles.insert(Int32(number)) }
      for (index, binding) in file.outline.bindings.enumerated() {
        let key = file.keys[Int(binding.name)]
        if binding.kind == .namespace { columns.insert(key) }
        guard binding.kind == .function else { continue }
        known.insert(key)
        let entity = Entity(file: Int32(number), binding: UInt32(index))
        if binding.scope == 0 { functions[key, default: []].append(entity) }
        if isHelper { helpers[key, default: []].append(entity) }
        if file.isTest { continue }
        let isKnown = counts[key] != nil
        counts[key] = .some(isKnown || binding.scope == 0 ? nil : entity)
      }
    }
    for (key, entity) in counts where !columns.contains(key) {
      guard let entity else { continue }
      let file = project.files[Int(entity.file)]
      let name = file.outline.names[Int(project[entity].name)]
      let isTelling = name.utf8.count >= 10 && name.dropFirst().dropLast().contains("_")
      if isTelling, name.last != "=", !RubyLibrary.members.contains(name) { only[key] = entity }
    }
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
    guard helperFiles.contains(type.file), let found = helpers[name] else { return .nothing }
    if found.count == 1 { return .entities(found) }
    return project.nearest(found, to: Int(type.file)).map { .entities([$0]) } ?? .nothing
  }
}
