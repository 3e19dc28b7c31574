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
  private let extensions: TypeExtensions

  /// Builds the index; linear in the number of names, on all cores.
  init(_ facts: [FileFacts], isTest: @Sendable (String) -> Bool) {
    files = facts.concurrentMap { FileIndex($0, isTest: isTest($0.path)) }
    meanings = files.map {
      Array(repeating: .unknown, count: $0.outline.signature.terms.count)
    }
    table = DeclarationTable(files)
    extensions = TypeExtensions(files, table)
  }

  private init(_ other: ProjectIndex, meanings: [[Meaning]]) {
    files = other.files
    table = other.table
    extensions = other.extensions
    self.meanings = meanings
  }

  func with(meanings: [[Meaning]]) -> ProjectIndex { ProjectIndex(self, meanings: meanings) }

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
    return found.filter { kinds.contains(kind($0)) }
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

  /// What the types mean that a type is derived from.
  func supertypes(_ entity: Entity) -> [Meaning] {
    guard let inner = inner(entity) else { return [] }
    let file = Int(entity.file)
    return files[file].outline.scopes[Int(inner)].supertypes.map { meanings[file][Int($0)] }
  }

  /// What a term of a file's signature means.
  func meaning(_ term: UInt32, in file: Int32) -> Meaning { meanings[Int(file)][Int(term)] }

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
  var topLevel: [NameKey: [Entity]] = [:]
  /// All namespaces that hold something, with those around them: whether it is their own.
  var namespaces: [NameKey: Bool] = [:]

  init(_ files: [FileIndex]) {
    for (number, file) in files.enumerated() {
      for item in file.outline.scopes where item.name != Outline.none && item.kind != .type {
        addNamespace(file.outline.names[Int(item.name)])
      }
      addTopLevel(of: file, Int32(number))
    }
  }

  private mutating func addNamespace(_ name: String) {
    var key = NameKey.root
    for part in name.split(separator: ".") {
      key = key.appending(NameKey(String(part)))
      if namespaces[key] == nil { namespaces[key] = false }
    }
    namespaces[key] = true
  }

  private mutating func addTopLevel(of file: FileIndex, _ number: Int32) {
    var known: [UInt32: NameKey] = [:]
    for (index, binding) in file.outline.bindings.enumerated() {
      let kind = file.outline.scopes[Int(binding.scope)].kind
      guard kind == .file || kind == .namespace else { continue }
      let namespace = known[binding.scope] ?? file.namespace(of: binding.scope)
      known[binding.scope] = namespace
      topLevel[namespace.appending(file.keys[Int(binding.name)]), default: []].append(
        Entity(file: number, binding: UInt32(index)))
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
