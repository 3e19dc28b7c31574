internal import Facts

/// What Ruby calls values: an `order`, `@order` or `new_order` is an `Order`, `orders` are some, an
/// `order_class` is the class, and `helpers` has what views are given.
struct RubyNaming: NamingConvention {
  private enum Form {
    case one, many, type
    /// What views are given.
    case helpers
  }

  private struct Called {
    var form: Form
    /// What is called so, by all of its name or by its last words.
    var types: [Entity] = []
    var isWhole = true
    /// What one of it is called.
    var one: NameKey
  }

  private var called: [NameKey: Called] = [:]
  private let names: RubyTypeNames
  private let methods: RubyMethodNames
  private let tree: RubyTypeTree

  /// Types whose names end with the same words; more say nothing.
  private static let limit = 12

  init(
    _ project: ProjectIndex, _ names: RubyTypeNames, _ methods: RubyMethodNames,
    _ tree: RubyTypeTree
  ) {
    self.names = names
    self.methods = methods
    self.tree = tree
    let types = Self.types(project, names)
    for (name, type) in types { add(type, called: name[...], isWhole: true) }
    for (name, type) in types {
      var rest = name[...]
      while let words = Self.shorter(rest) {
        add(type, called: words, isWhole: false)
        rest = words
      }
    }
    for name in ["helpers", "view_context"] {
      let key = NameKey(name)
      called[key] = Called(form: .helpers, one: key)
    }
  }

  /// Classes that a value can be of, with what one is called, in the order of the files.
  private static func types(
    _ project: ProjectIndex, _ names: RubyTypeNames
  ) -> [(name: String, type: Entity)] {
    var seen: Set<Entity> = []
    var types: [(String, Entity)] = []
    for (number, file) in project.files.enumerated() where !file.isTest {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .type && binding.symbol != Outline.none
        && !binding.marks.contains(.isPartial)
      {
        let entity = names.canonical(Entity(file: Int32(number), binding: UInt32(index)))
        guard let full = names.fullName(of: entity), !RubyLibrary.paths.contains(full),
          let key = names.parts(of: entity).first, !RubyLibrary.names.contains(key),
          seen.insert(entity).inserted
        else { continue }
        types.append((FrameworkNames.snake(file.outline.names[Int(binding.name)]), entity))
      }
    }
    return types
  }

  private mutating func add(_ type: Entity, called name: Substring, isWhole: Bool) {
    guard name.utf8.count > 2, !Self.general.contains(String(name)) else { return }
    let one = NameKey(String(name))
    let plural = RubyNames.plural(String(name))
    let forms: [(String, Form)] = [
      (String(name), .one), (plural, .many), (name + "_class", .type),
    ]
    for (text, form) in forms where form != .many || text != String(name) {
      let key = NameKey(text)
      var known = called[key] ?? Called(form: form, isWhole: isWhole, one: one)
      guard known.isWhole == isWhole, known.form == form else { continue }
      known.types.append(type)
      called[key] = known
    }
  }

  /// Names of parameters that say nothing of what they are.
  private static let general: Set<String> = ["base", "class", "helper", "component", "object"]

  /// `custom_field` of `issue_custom_field`.
  private static func shorter(_ name: Substring) -> Substring? {
    guard let end = name.dropFirst().firstIndex(of: "_") else { return nil }
    let rest = name[name.index(after: end)...]
    return rest.isEmpty ? nil : rest
  }

  // MARK: What the resolution asks

  func key(of name: String) -> NameKey? {
    var rest = name[...].drop { $0 == "@" }
    while let last = rest.last, last.isNumber || last == "_" { rest = rest.dropLast() }
    guard let last = rest.unicodeScalars.last, last != "?", last != "!", last != "=" else {
      return nil
    }
    let words = rest
    var loose: NameKey?
    while true {
      let key = NameKey(String(rest))
      if let found = called[key], found.isWhole || found.types.count <= Self.limit {
        if found.isWhole { return found.form == .helpers && rest != words ? nil : key }
        loose = loose ?? key
      }
      guard let next = Self.shorter(rest) else { return loose }
      rest = next
    }
  }

  func element(of called: NameKey) -> NameKey? {
    guard let known = self.called[called], known.form == .many else { return nil }
    return known.one
  }

  func result(of called: NameKey, _ member: NameKey) -> NameKey? {
    guard let known = self.called[called] else { return nil }
    switch known.form {
    case .one: return Self.same.contains(member) ? called : nil
    case .many:
      if Self.rows.contains(member) { return known.one }
      return Self.relations.contains(member) ? called : nil
    case .type: return member == Self.new || Self.rows.contains(member) ? known.one : nil
    case .helpers: return nil
    }
  }

  private static let new = NameKey("new")
  private static let same = Set(
    ["reload", "dup", "clone", "presence", "itself", "freeze", "lock!", "tap", "becomes"]
      .map { NameKey($0) })
  private static let rows = Set(
    RubyNames.rowGivers.map { NameKey($0) }
      + ["detect", "min_by", "max_by", "sample", "pop", "shift", "second", "fetch", "[]"]
      .map { NameKey($0) })
  private static let relations = Set(
    RubyNames.relationGivers.map { NameKey($0) }
      + RubyNames.results.filter { if case .same = $0.1 { true } else { false } }
      .flatMap { $0.0.split(separator: " ").map { NameKey(String($0)) } })

  func member(_ name: NameKey, of called: NameKey, at place: NamedPlace, _ project: ProjectIndex)
    -> (entity: Entity, owner: Meaning)?
  {
    guard let known = self.called[called] else { return nil }
    if known.form == .helpers {
      return methods.helper(name, inViewsOf: place.file, project).map { ($0, .unknown) }
    }
    if known.isWhole, let type = lexical(known.types, at: place, project) {
      return member(name, of: type, known.form, project).map { ($0, owner(type, known.form)) }
    }
    let found = known.types.compactMap { type in
      member(name, of: type, known.form, project).map { (entity: $0, owner: type) }
    }
    guard let first = found.first else { return nil }
    // Of several the one that the others redeclare, or inherit.
    let best = found.first { all in
      found.allSatisfy { $0.entity == all.entity || tree.isBelow($0.owner, all.owner) }
    }
    guard let one = found.count == 1 ? first : best else { return nil }
    return (one.entity, owner(one.owner, known.form))
  }

  private func owner(_ type: Entity, _ form: Form) -> Meaning {
    form == .one ? .value(of: type) : Meaning(kind: .type, entity: type)
  }

  private func member(
    _ name: NameKey, of type: Entity, _ form: Form, _ project: ProjectIndex
  ) -> Entity? {
    var search = RubyMemberSearch(project, names, name)
    let found = form == .one ? search.instance(type) : search.type(type)
    return found.first
  }

  /// The one that a constant of this name would mean: the only one, or that of the innermost module
  /// around.
  private func lexical(
    _ types: [Entity], at place: NamedPlace, _ project: ProjectIndex
  ) -> Entity? {
    if types.count == 1 { return types[0] }
    var around: [NameKey] = []
    var next = place.scope
    let outline = project.files[place.file].outline
    while next != Outline.none {
      let item = outline.scopes[Int(next)]
      if item.kind == .type, item.owner != Outline.none {
        around = names.parts(of: Entity(file: Int32(place.file), binding: item.owner))
        break
      }
      next = item.parent
    }
    var best: (type: Entity, depth: Int)?
    for type in types {
      let parts = names.parts(of: type).dropLast()
      guard around.starts(with: parts), parts.count > (best?.depth ?? -1) else { continue }
      best = (type, parts.count)
    }
    return best?.type
  }
}
