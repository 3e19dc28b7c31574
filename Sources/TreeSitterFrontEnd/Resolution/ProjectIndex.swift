internal import Basics
internal import Facts

/// All outlines of a family of languages, and what can be found in them.
///
/// It never changes; the rounds of resolution make new ones that share everything but ``meanings``.
final class ProjectIndex: Sendable {
  /// In the order in which they were given.
  let files: [FileIndex]
  /// For each file what the terms of its signature mean, as far as that is known.
  let meanings: [[Meaning]]
  private let table: DeclarationTable
  private let parts: TypeParts
  /// For the types in several places what they are derived from.
  private let supertypesOfParts: [[Meaning]]
  private let extensions: TypeExtensions
  private let ancestries: Ancestries
  private let rubyAncestors = Memo<Entity, RubyAncestors>()

  /// Builds the index; linear in the number of names, on all cores.
  init(_ facts: [FileFacts], isTest: @Sendable (String) -> Bool) {
    files = facts.concurrentMap { FileIndex($0, isTest: isTest($0.path)) }
    meanings = files.map {
      Array(repeating: .unknown, count: $0.outline.signature.terms.count)
    }
    table = DeclarationTable(files)
    parts = TypeParts()
    supertypesOfParts = []
    extensions = TypeExtensions(files, table)
    ancestries = Ancestries()
  }

  private init(_ other: ProjectIndex, meanings: [[Meaning]], parts: TypeParts) {
    files = other.files
    table = other.table
    self.parts = parts
    extensions = other.extensions
    self.meanings = meanings
    supertypesOfParts = parts.supertypes(files, meanings)
    ancestries = Ancestries()
  }

  private init(_ other: ProjectIndex, ancestries: Ancestries) {
    files = other.files
    table = other.table
    parts = other.parts
    extensions = other.extensions
    meanings = other.meanings
    supertypesOfParts = other.supertypesOfParts
    self.ancestries = ancestries
  }

  /// The same where each group is one type in several places, the one that stands for it first.
  func with(parts groups: [[Entity]]) -> ProjectIndex {
    if groups.isEmpty { return self }
    return ProjectIndex(self, meanings: meanings, parts: TypeParts(groups, files))
  }

  /// The declaration that stands for a type in several places.
  func canonical(_ entity: Entity) -> Entity { parts.canonical(entity) }

  func with(meanings: [[Meaning]]) -> ProjectIndex {
    let other = ProjectIndex(self, meanings: meanings, parts: parts)
    return ProjectIndex(other, ancestries: Ancestries(other))
  }

  /// A type and all that its members may come from.
  func ancestry(of type: Entity) -> Ancestry { ancestries[type] ?? Ancestry(type, self) }

  /// The same in the order of Ruby.
  func rubyAncestors(of type: Entity) -> RubyAncestors {
    rubyAncestors.answer(to: type) { RubyAncestors(type, self) }
  }

  /// Whether any file declares something of these kinds under a name, wherever.
  func declares(_ name: NameKey, _ kinds: BindingKinds) -> Bool {
    table.kinds[name].map { !$0.isDisjoint(with: kinds) } ?? false
  }

  /// Whether a namespace of this name, or one inside it, holds something.
  func isNamespace(_ key: NameKey) -> Bool { table.namespaces[key] != nil }

  /// Whether a namespace itself holds declarations.
  func hasDeclarations(_ key: NameKey) -> Bool { table.namespaces[key] ?? false }

  /// Scopes that add members to a type from outside of it, by file and scope.
  func extensions(of type: Entity) -> [(file: Int32, scope: UInt32)] {
    extensions.scopes[type] ?? []
  }

  /// Declarations with this full name.
  func declarations(_ name: NameKey, in namespace: NameKey, _ kinds: BindingKinds) -> [Entity] {
    guard let found = table.topLevel[namespace.appending(name)] else { return [] }
    return found.allSatisfy { kinds.contains(kind($0)) }
      ? found : found.filter { kinds.contains(kind($0)) }
  }

  func kind(_ entity: Entity) -> Outline.Binding.Kind {
    files[Int(entity.file)].outline.bindings[Int(entity.binding)].kind
  }

  func marks(_ entity: Entity) -> Outline.Binding.Marks {
    files[Int(entity.file)].outline.bindings[Int(entity.binding)].marks
  }

  subscript(entity: Entity) -> Outline.Binding {
    files[Int(entity.file)].outline.bindings[Int(entity.binding)]
  }

  /// The scope inside a declaration; nil if it has none.
  func inner(_ entity: Entity) -> UInt32? {
    let inner = files[Int(entity.file)].outline.bindings[Int(entity.binding)].inner
    return inner == Outline.none ? nil : inner
  }

  /// What a type itself declares under a name, in all its places, those of this place first.
  func members(of type: Entity, named name: NameKey) -> [Entity] {
    if let group = parts.group(type) { return parts.members(of: group, named: name, from: type) }
    var found: [Entity] = []
    if let inner = inner(type) { add(type.file, inner, name, to: &found) }
    for (file, scope) in extensions(of: type) { add(file, scope, name, to: &found) }
    return found
  }

  private func add(_ file: Int32, _ scope: UInt32, _ name: NameKey, to found: inout [Entity]) {
    for binding in files[Int(file)].bindings(in: scope, named: name) {
      found.append(Entity(file: file, binding: binding))
    }
  }

  /// What the types mean that a type is derived from.
  func supertypes(_ entity: Entity) -> [Meaning] {
    if let group = parts.group(entity) { return supertypesOfParts[group] }
    guard let inner = inner(entity) else { return [] }
    let file = Int(entity.file)
    return files[file].outline.scopes[Int(inner)].supertypes.map { meanings[file][Int($0)] }
  }

  /// Calls `see` with all that the members of a type may come from besides itself: its supertypes, the
  /// bound of a type parameter, what an alias stands for.
  func forEachOrigin(of entity: Entity, _ see: (Meaning) -> Void) {
    let file = Int(entity.file)
    let kind = kind(entity)
    if kind == .typeParameter || kind == .alias {
      let bound = files[file].outline.bindings[Int(entity.binding)].type
      see(bound == Outline.none ? .external : meanings[file][Int(bound)])
    } else if let group = parts.group(entity) {
      supertypesOfParts[group].forEach(see)
    } else if let inner = inner(entity) {
      for term in files[file].outline.scopes[Int(inner)].supertypes {
        see(meanings[file][Int(term)])
      }
    }
  }

  /// Steps up from a type to one that it is derived from; nil if it is not. Type parameters take
  /// everything.
  func distance(from type: Entity, to other: Entity) -> Int? {
    let target = canonical(other)
    if canonical(type) == target { return 0 }
    if kind(other) == .typeParameter { return 98 }
    var level = [canonical(type)]
    var seen = Set(level)
    var steps = 0
    while !level.isEmpty, seen.count < Ancestry.limit {
      steps += 1
      var higher: [Entity] = []
      var isFound = false
      for type in level where !isFound {
        forEachOrigin(of: type) { above in
          guard !isFound, above.kind == .type || above.kind == .value else { return }
          let entity = canonical(above.entity)
          isFound = entity == target
          if seen.insert(entity).inserted { higher.append(entity) }
        }
      }
      if isFound { return steps }
      level = higher
    }
    return nil
  }

  /// What a term of a file's signature means.
  func meaning(_ term: UInt32, in file: Int32) -> Meaning { meanings[Int(file)][Int(term)] }

  /// The arguments of a type that a signature writes; empty for any other.
  func signatureArguments(of type: Meaning) -> [Meaning] {
    guard type.file >= 0, type.term & Terms.bodyBit == 0 else { return [] }
    let terms = files[Int(type.file)].outline.signature
    let term = terms.terms[Int(type.term)]
    guard term.kind == .apply else { return [] }
    return (0..<Int(term.count)).map {
      let operand = terms.operands[Int(term.operands) + $0]
      return operand == Outline.none ? .external : meaning(operand, in: type.file)
    }
  }

  /// Among declarations of one name in several places the one nearest to a file: in the file itself,
  /// then with most folders in common, then outside of tests. Nil where two are equally near.
  func nearest(_ candidates: [Entity], to file: Int) -> Entity? {
    guard candidates.count > 1 else { return candidates.first }
    let own = files[file].folders
    func score(_ entity: Entity) -> (Int, Int, Int) {
      let other = files[Int(entity.file)]
      let shared = zip(own, other.folders).prefix { $0 == $1 }.count
      return (Int(entity.file) == file ? 1 : 0, shared, other.isTest ? 0 : 1)
    }
    let scores = candidates.map(score)
    guard let best = scores.max(by: <) else { return nil }
    let found = candidates.indices.filter { scores[$0] == best }
    return found.count == 1 ? candidates[found[0]] : nil
  }
}

/// Declarations of files and namespaces by full name.
private struct DeclarationTable: Sendable {
  var topLevel = KeyTable<[Entity]>()
  /// All namespaces that hold something, with those around them: whether it is their own.
  var namespaces = KeyTable<Bool>()
  /// What any scope of any file declares.
  var kinds = KeyTable<BindingKinds>()

  init(_ files: [FileIndex]) {
    for (number, file) in files.enumerated() {
      for binding in file.outline.bindings {
        kinds.update(file.keys[Int(binding.name)], from: []) {
          $0.insert(BindingKinds(binding.kind))
        }
      }
      for item in file.outline.scopes where item.name != Outline.none && item.kind != .type {
        addNamespace(file.outline.names[Int(item.name)])
      }
      addTopLevel(of: file, Int32(number))
    }
  }

  private mutating func addNamespace(_ name: String) {
    var key = NameKey.root
    for part in NameKey.parts(name) {
      key = key.appending(part)
      namespaces.update(key, from: false) { _ in }
    }
    namespaces.update(key, from: true) { $0 = true }
  }

  private mutating func addTopLevel(of file: FileIndex, _ number: Int32) {
    var known: [UInt32: NameKey] = [:]
    for (index, binding) in file.outline.bindings.enumerated() {
      let kind = file.outline.scopes[Int(binding.scope)].kind
      guard kind == .file || kind == .namespace else { continue }
      let namespace = known[binding.scope] ?? file.namespace(of: binding.scope)
      known[binding.scope] = namespace
      topLevel.update(namespace.appending(file.keys[Int(binding.name)]), from: []) {
        $0.append(Entity(file: number, binding: UInt32(index)))
      }
    }
  }
}

/// Members that are declared outside of their types.
private struct TypeExtensions: Sendable {
  var scopes: [Entity: [(file: Int32, scope: UInt32)]] = [:]

  init(_ files: [FileIndex], _ table: DeclarationTable) {
    for (number, file) in files.enumerated() {
      for (index, scope) in file.outline.scopes.enumerated() {
        guard scope.kind == .type, scope.owner == Outline.none, scope.name != Outline.none else {
          continue
        }
        let key = NameKey(dotted: file.outline.names[Int(scope.name)])
        let types = (table.topLevel[key] ?? []).filter {
          files[Int($0.file)].kind($0.binding) == .type
        }
        // Several are versions for different systems: the one in the same file is meant.
        let own = types.filter { Int($0.file) == number }
        for type in own.isEmpty ? types : own {
          scopes[type, default: []].append((Int32(number), UInt32(index)))
        }
      }
    }
  }
}
