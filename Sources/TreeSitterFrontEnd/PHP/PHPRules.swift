internal import Basics
internal import Facts
internal import FrontEnd

/// What names mean in PHP: names in full, the global namespace behind those of functions and
/// constants, texts, inclusions, variables of the file level.
struct PHPRules: NameRules {
  private let composer: PHPComposer
  private let inclusions: PHPInclusions
  /// For each file its names that have a mark.
  private let files: [[NameKey: MarkedName]]
  /// Types by those that they are derived from.
  private let derived: [Entity: [Entity]]
  /// Methods by name, where there is one of it in the project.
  private let onlyMethods: [NameKey: Entity]

  /// A name that is filed under a mark, see ``PHPName``.
  struct MarkedName: Sendable {
    enum Kind: Sendable { case code, text, variable }

    var kind: Kind
    /// In full, without its mark.
    var text: String
    /// Where it may be declared, one after the other.
    var places: [(namespace: NameKey, name: NameKey)] = []
    /// What a variable of the file level is.
    var variable: Entity?
  }

  private typealias Places = (composer: PHPComposer, inclusions: PHPInclusions)

  private static let noText = NameKey("@")
  private static let noVariable = NameKey("$")

  init(_ project: ProjectIndex, _ inventory: Inventory) {
    let composer = PHPComposer(inventory)
    let inclusions = PHPInclusions(project)
    let files = Array(project.files.indices).concurrentMap {
      Self.names(of: $0, project, inclusions)
    }
    self.composer = composer
    self.inclusions = inclusions
    self.files = files
    derived = Self.derived(project, files, (composer, inclusions))
    onlyMethods = Self.onlyMethods(project)
  }

  // MARK: Tables

  private static func names(
    of number: Int, _ project: ProjectIndex, _ inclusions: PHPInclusions
  ) -> [NameKey: MarkedName] {
    let file = project.files[number]
    var names: [NameKey: MarkedName] = [:]
    for (index, name) in file.outline.names.enumerated() {
      let key = file.keys[index]
      switch name.utf8.first {
      case UInt8(ascii: "\\"), UInt8(ascii: "?"): names[key] = code(name)
      case UInt8(ascii: "@"): names[key] = text(name)
      case UInt8(ascii: "$"):
        var variable = MarkedName(kind: .variable, text: name)
        let found = project.declarations(key, in: .root, .values)
        if !found.isEmpty { variable.variable = inclusions.nearest(found, to: number) }
        names[key] = variable
      default: break
      }
    }
    return names
  }

  private static func code(_ name: String) -> MarkedName {
    let full = String(name.dropFirst())
    var marked = MarkedName(kind: .code, text: full)
    let parts = NameKey.parts(full, separator: "\\")
    guard let last = parts.last else { return marked }
    let namespace = parts.dropLast().reduce(NameKey.root) { $0.appending($1) }
    marked.places = [(namespace, last)]
    if name.utf8.first == UInt8(ascii: "?") { marked.places.append((.root, last)) }
    return marked
  }

  private static func text(_ name: String) -> MarkedName? {
    for mark in [PHPNames.classMark, PHPNames.callbackMark] where name.hasPrefix(mark) {
      var marked = code("\\" + name.dropFirst(mark.count))
      marked.kind = .text
      return marked
    }
    return nil
  }

  private static func derived(
    _ project: ProjectIndex, _ files: [[NameKey: MarkedName]], _ places: Places
  ) -> [Entity: [Entity]] {
    var derived: [Entity: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      for scope in file.outline.scopes where scope.kind == .type && scope.owner != Outline.none {
        let own = Entity(file: Int32(number), binding: scope.owner)
        for index in scope.supertypes {
          guard let name = name(ofType: index, file), let marked = files[number][name] else {
            continue
          }
          let found = find(marked, .types, from: number, project, places)
          if found.count == 1 { derived[found[0], default: []].append(own) }
        }
      }
    }
    return derived
  }

  /// The name of a type that a term of the signature writes.
  private static func name(ofType index: UInt32, _ file: FileIndex) -> NameKey? {
    let terms = file.outline.signature.terms
    guard index & Terms.bodyBit == 0, index != Outline.none else { return nil }
    var term = terms[Int(index)]
    if term.kind == .apply, term.base != Outline.none { term = terms[Int(term.base)] }
    return term.kind == .name && term.name != Outline.none ? file.keys[Int(term.name)] : nil
  }

  /// Methods outside of tests whose name of several words nothing else in the project has.
  private static func onlyMethods(_ project: ProjectIndex) -> [NameKey: Entity] {
    var found: [NameKey: Entity?] = [:]
    for (number, file) in project.files.enumerated() where !file.isTest {
      for symbol in file.outline.bindings.indices {
        let binding = file.outline.bindings[symbol]
        guard binding.kind == .function, binding.symbol != Outline.none,
          file.outline.scopes[Int(binding.scope)].kind == .type
        else { continue }
        let name = file.facts.symbols[Int(binding.symbol)].name
        guard wordCount(name) > 2 else { continue }
        let key = file.keys[Int(binding.name)]
        let isKnown = found[key] != nil
        found[key] = .some(
          isKnown ? nil : Entity(file: Int32(number), binding: UInt32(symbol)))
      }
    }
    return found.compactMapValues { $0 }
  }

  private static func wordCount(_ name: String) -> Int {
    var count = 1
    var last: UInt8 = 0
    for byte in name.utf8.drop(while: { $0 == 0x5f }) {
      if (0x41...0x5a).contains(byte), (0x61...0x7a).contains(last) { count += 1 }
      if byte != 0x5f, last == 0x5f { count += 1 }
      last = byte
    }
    return count
  }
}

// MARK: - Lookups

extension PHPRules {
  private static let callables: BindingKinds = [.functions, BindingKinds(.constructor)]

  func libraryName(_ name: String) -> String? { PHPName.lower(PHPName.last(name)) }

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement, .annotation: [.types]
    case .call: [Self.callables]
    case .address: [.functions]
    case .wiring: [.types, .functions]
    case .silent: [[.values, .functions]]
    case .read, .write, .readWrite: [.values]
    }
  }

  var absentTypesAreBuiltIn: Bool { false }
  var membersAreNames: Bool { false }
  func constructorName(of type: NameKey) -> NameKey { Self.constructor }
  private static let constructor = NameKey(PHPNames.constructor)

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    guard let marked = files[file][name] else { return .nothing }
    if marked.kind == .variable { return marked.variable.map { .entities([$0]) } ?? .nothing }
    let found = Self.find(marked, kinds, from: file, project, (composer, inclusions))
    return found.isEmpty ? .nothing : .entities(found)
  }

  /// Declarations with a name; one where the autoloader or nearness tells several apart.
  private static func find(
    _ marked: MarkedName, _ kinds: BindingKinds, from file: Int, _ project: ProjectIndex,
    _ places: Places
  ) -> [Entity] {
    for place in marked.places {
      let found = project.declarations(place.name, in: place.namespace, kinds)
      guard found.count > 1 else {
        if found.isEmpty { continue }
        return found
      }
      let loaded = found.filter {
        places.composer.loads(marked.text, from: project.files[Int($0.file)].facts.path)
      }
      if loaded.count == 1 { return loaded }
      let left = loaded.isEmpty ? found : loaded
      // Classes are loaded by their names, functions and constants with the files that hold them.
      if !kinds.contains(.type), let known = places.inclusions.nearest(left, to: file) {
        return [known]
      }
      return project.nearest(left, to: file).map { [$0] } ?? left
    }
    return []
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    guard let marked = files[file][name] else { return .external }
    switch marked.kind {
    case .text: return .namespace(Self.noText)
    case .variable: return .namespace(Self.noVariable)
    case .code:
      guard marked.places.count == 1, let place = marked.places.first else { return .external }
      let isOwn =
        place.namespace != .root && project.isNamespace(place.namespace)
      return isOwn ? .nothing : .external
    }
  }

  /// Members of a text that names nothing are nothing; those of a variable that is not known are
  /// unresolved.
  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    namespace == Self.noText ? .namespace(namespace) : .nothing
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let item = project.files[file].outline.imports[index]
    let path = project.files[file].outline.names[Int(item.path)]
    if item.marks.contains(.dynamic) { return inclusions.target(path, from: file) }
    let kinds: [BindingKinds] = item.marks.contains(.member) ? [.functions, .values] : [.types]
    let filed =
      item.marks.contains(.member)
      ? [PHPName.file(path), PHPName.file(constant: path)] : [PHPName.file(path)]
    for (name, kinds) in zip(filed, kinds) {
      let found = Self.find(Self.code(name), kinds, from: file, project, (composer, inclusions))
      if !found.isEmpty { return .entities(found) }
    }
    let marked = Self.code(filed[0])
    guard let place = marked.places.first else { return .nothing }
    // A namespace of which names are written with its last part.
    let inner = place.namespace.appending(place.name)
    if project.isNamespace(inner) { return .namespace(inner) }
    let isOwn =
      place.namespace != .root && project.isNamespace(place.namespace)
    return isOwn ? .nothing : .external
  }

  func isImplicit(_ name: NameKey) -> Bool { false }

  func subtypes(of type: Entity) -> [Entity] { derived[type] ?? [] }

  func onlyCandidate(
    _ name: NameKey, _ use: Term.Use, of base: Meaning, _ project: ProjectIndex
  ) -> Entity? {
    use == .call && base.kind == .unknown ? onlyMethods[name] : nil
  }

  func result(ofExternal member: NameKey) -> ExternalResult { Self.results[member] ?? .unknown }

  private static let results = ExternalResult.table(of: PHPNames.results)
}
