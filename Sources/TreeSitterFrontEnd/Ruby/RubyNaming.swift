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
  /// What names say, which many files and rounds ask.
  private let keys = Memo<NameKey, NameKey?>()

  /// No name that people write is longer, in bytes.
  private static let longest = 80
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
      var rest = name.utf8.count <= Self.longest ? name[...] : ""
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
    for (number, file) in project.files.enumerated()
    where !file.isTest && file.facts.path.hasSuffix(".rb") && !RubyNames.isSchema(file.facts.path) {
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
    guard name.utf8.count > 2, name.utf8.count <= Self.longest, !Self.general.contains(String(name))
    else { return }
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

  /// Names that say nothing of what they are, or what the library makes of them.
  private static let general: Set<String> = [
    "action", "attribute", "attributes", "base", "class", "class_name", "component", "config",
    "connection", "controller", "error", "errors", "flash", "form", "helper", "key", "logger",
    "model_name", "name", "object", "options", "params", "request", "response", "result",
    "session", "string", "table_name", "text", "type", "value",
  ]

  /// `custom_field` of `issue_custom_field`.
  private static func shorter(_ name: Substring) -> Substring? {
    guard let end = name.dropFirst().firstIndex(of: "_") else { return nil }
    let rest = name[name.index(after: end)...]
    return rest.isEmpty ? nil : rest
  }

  // MARK: What the resolution asks

  func key(of name: String, _ own: NameKey) -> NameKey? {
    keys.answer(to: own) { key(of: name) }
  }

  private func key(of name: String) -> NameKey? {
    guard name.utf8.count <= Self.longest else { return nil }
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

  func isWhole(_ called: NameKey) -> Bool { self.called[called]?.isWhole ?? false }

  func holds(_ called: NameKey, in type: NameKey) -> Bool {
    self.called[called]?.form == .many && Self.containers.contains(type)
  }

  private static let containers: Set = [NameKey("Array"), NameKey("Set")]

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
    guard let known = self.called[called], !Self.operators.contains(name) else { return nil }
    if Self.common.contains(name), !known.isWhole || known.form != .one { return nil }
    if known.form == .helpers {
      return methods.helper(name, inViewsOf: place.file, project).map { ($0, .unknown) }
    }
    let around = modules(around: place, project)
    if known.isWhole, let type = lexical(known.types, in: around) {
      return member(name, of: type, known.form, project).map { ($0, owner(type, known.form)) }
    }
    // Of those whose names only end so, what can be seen from here.
    let seen = known.isWhole ? known.types : known.types.filter { isSeen($0, in: around) }
    guard known.isWhole || hasRoot(seen) else { return nil }
    let found = seen.compactMap { type in
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

  private static let operators = Set(
    ["[]", "[]=", "<<", "==", "<=>", "+", "-", "*", "%", "=~", "to_s", "inspect", "hash"].map {
      NameKey($0)
    })
  /// What arrays, hashes and texts have, whatever they hold.
  private static let common = Set(
    """
    each first last size count length to_h to_a to_s include? empty? keys values merge delete add
    index select parent children name join
    """.split(whereSeparator: \.isWhitespace).map { NameKey(String($0)) })

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

  /// Whether one of several types is above all others.
  private func hasRoot(_ types: [Entity]) -> Bool {
    types.contains { root in types.allSatisfy { tree.isBelow($0, root) } }
  }

  private func isSeen(_ type: Entity, in around: [NameKey]) -> Bool {
    around.starts(with: names.parts(of: type).dropLast())
  }

  /// The names of the classes and modules around, the outermost first.
  private func modules(around place: NamedPlace, _ project: ProjectIndex) -> [NameKey] {
    var next = place.scope
    let outline = project.files[place.file].outline
    while next != Outline.none {
      let item = outline.scopes[Int(next)]
      if item.kind == .type, item.owner != Outline.none {
        return names.parts(of: Entity(file: Int32(place.file), binding: item.owner))
      }
      next = item.parent
    }
    return []
  }

  /// The one that a constant of this name would mean: the only one, or that of the innermost module
  /// around.
  private func lexical(_ types: [Entity], in around: [NameKey]) -> Entity? {
    if types.count == 1 { return types[0] }
    var best: (type: Entity, depth: Int)?
    for type in types where isSeen(type, in: around) {
      let depth = names.parts(of: type).count
      if depth > best?.depth ?? 0 { best = (type, depth) }
    }
    return best?.type
  }
}
