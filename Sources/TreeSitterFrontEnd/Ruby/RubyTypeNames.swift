internal import Facts

/// The full names of the classes, modules and constants of a project, and where each is opened.
///
/// A class may be opened in many places; the file that Zeitwerk would load for its name holds the
/// definition, else the first place that says something of it.
struct RubyTypeNames: Sendable {
  /// Classes, modules and constants by full name, in the order of the files.
  private(set) var constants: [NameKey: [Entity]] = [:]
  /// Last names of all of them.
  private(set) var simpleNames: Set<NameKey> = []
  /// Types in several places, the one that stands for all first.
  private(set) var groups: [[Entity]] = []
  /// For each file the full names of its types, by binding.
  private var fullNames: [[UInt32: FullName]]
  /// Of types in several places the one that stands for all.
  private var firsts: [NameKey: Entity] = [:]
  /// Types whose definition is known among several places.
  private var defined: Set<NameKey> = []

  private struct FullName: Sendable {
    var key: NameKey
    var text: String
  }

  init(_ project: ProjectIndex) {
    fullNames = project.files.map { Self.names(of: $0, known: nil) }
    let known = Set(fullNames.flatMap { $0.values.map(\.key) })
    let isOpen = zip(project.files, fullNames).map { file, names in
      file.outline.bindings.count { $0.kind == .type } > names.count
    }
    for (number, file) in project.files.enumerated() where isOpen[number] {
      fullNames[number] = Self.names(of: file, known: known)
    }
    for (number, file) in project.files.enumerated() { add(file, Int32(number)) }
    group(project)
  }

  func fullName(of entity: Entity) -> NameKey? {
    fullNames[Int(entity.file)][entity.binding]?.key
  }

  /// The parts of the full name of a type.
  func parts(of type: Entity) -> [NameKey] {
    let text = fullNames[Int(type.file)][type.binding]?.text ?? ""
    return text.split(separator: ":").map { NameKey(String($0)) }
  }

  /// The place that stands for a type.
  func canonical(_ type: Entity) -> Entity {
    fullName(of: type).flatMap { firsts[$0] } ?? type
  }

  /// Whether it is known which of the places of a type defines it.
  func isDefined(_ key: NameKey) -> Bool { defined.contains(key) }

  // MARK: Building

  /// Types in the order of their scopes. Without `known` those are left out whose name depends on what
  /// the project declares: `class A::B` inside of a module.
  private static func names(of file: FileIndex, known: Set<NameKey>?) -> [UInt32: FullName] {
    var names: [UInt32: FullName] = [:]
    for (index, binding) in file.outline.bindings.enumerated() where binding.kind == .type {
      var around: [FullName] = []
      var isOpen = false
      var next = binding.scope
      while next != Outline.none {
        let scope = file.outline.scopes[Int(next)]
        if scope.kind == .type, scope.owner != Outline.none {
          if let name = names[scope.owner] { around.append(name) } else { isOpen = true }
        }
        next = scope.parent
      }
      around.append(FullName(key: .root, text: ""))
      if isOpen { continue }
      let written = file.outline.names[Int(binding.name)]
      guard written.hasSuffix("::") else {
        names[UInt32(index)] = appended(written, to: around[0])
        continue
      }
      let parts = written.split(separator: ":").map(String.init)
      guard let first = parts.first else { continue }
      var base: FullName? = written.hasPrefix("::") || around.count == 1 ? around.last : nil
      if base == nil, let known {
        base = around.first { known.contains($0.key.appending(NameKey(first))) } ?? around.last
      }
      names[UInt32(index)] = base.map { parts.reduce($0) { appended($1, to: $0) } }
    }
    return names
  }

  private static func appended(_ name: String, to around: FullName) -> FullName {
    FullName(
      key: around.key.appending(NameKey(name)),
      text: around.text.isEmpty ? name : around.text + "::" + name)
  }

  private mutating func add(_ file: FileIndex, _ number: Int32) {
    for (index, binding) in file.outline.bindings.enumerated() {
      let entity = Entity(file: number, binding: UInt32(index))
      let name = file.outline.names[Int(binding.name)]
      switch binding.kind {
      case .type:
        guard let full = fullNames[Int(number)][UInt32(index)] else { continue }
        constants[full.key, default: []].append(entity)
        if binding.symbol != Outline.none { simpleNames.insert(file.keys[Int(binding.name)]) }
      case .variable:
        guard let first = name.unicodeScalars.first, first == "$" || first.properties.isUppercase
        else { continue }
        let around = namespace(of: binding.scope, file, number)
        constants[around.appending(file.keys[Int(binding.name)]), default: []].append(entity)
        simpleNames.insert(file.keys[Int(binding.name)])
      default: break
      }
    }
  }

  private func namespace(of scope: UInt32, _ file: FileIndex, _ number: Int32) -> NameKey {
    var next = scope
    while next != Outline.none {
      let item = file.outline.scopes[Int(next)]
      if item.kind == .type, let full = fullNames[Int(number)][item.owner] { return full.key }
      next = item.parent
    }
    return .root
  }

  private mutating func group(_ project: ProjectIndex) {
    for (key, entities) in constants.sorted(by: { $0.key < $1.key }) {
      let types = entities.filter { project.kind($0) == .type }
      guard types.count > 1, let text = fullNames[Int(types[0].file)][types[0].binding]?.text else {
        continue
      }
      let path = text.split(separator: ":").map { FrameworkNames.snake(String($0)) }
        .joined(separator: "/")
      let scores = types.map { Self.score($0, path, project) }
      let order = types.indices.sorted { a, b in
        scores[a] != scores[b] ? scores[a] > scores[b] : a < b
      }
      if scores[order[0]] > 3 { defined.insert(key) }
      let sorted = order.map { types[$0] }
      groups.append(sorted)
      firsts[key] = sorted[0]
      constants[key] = sorted + entities.filter { project.kind($0) != .type }
    }
  }

  /// How much a place looks like the definition: above 3, it does.
  private static func score(_ entity: Entity, _ path: String, _ project: ProjectIndex) -> Int {
    let binding = project[entity]
    guard binding.symbol != Outline.none else { return 0 }
    let file = project.files[Int(entity.file)]
    var score = 2
    if !file.isTest { score += 1 }
    guard let inner = project.inner(entity) else { return score }
    let scope = file.outline.scopes[Int(inner)]
    let isSaying = !scope.supertypes.isEmpty || !file.functions(in: inner).isEmpty
    if isSaying, !file.isTest { score += 4 }
    let own = file.facts.path
    if own == path + ".rb" || own.hasSuffix("/" + path + ".rb") { score += 8 }
    return score
  }
}
