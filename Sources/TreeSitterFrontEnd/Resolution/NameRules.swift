internal import Facts

/// What the names of a language mean beyond the scopes of a file: packages, imports, the library that
/// every file sees.
///
/// Rules are made once for a project and asked by many threads; the project that they are given with
/// a question knows more of what types mean than the one that they were made with.
protocol NameRules: Sendable {
  /// The kinds of declarations that a use may mean, tried one after another through all scopes.
  func kinds(for use: Term.Use) -> [BindingKinds]

  /// What a name means that no scope of the file declares, nor a type around it inherits.
  func lookup(_ name: NameKey, _ kinds: BindingKinds, in file: Int, _ project: ProjectIndex)
    -> Finding

  /// What is left when nothing was found: namespaces that can be named in full, names of the library.
  func fallback(_ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex)
    -> Finding

  /// A name inside a namespace.
  func member(_ name: NameKey, of namespace: NameKey, _ project: ProjectIndex) -> Finding

  /// A name inside another file.
  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding

  /// What an import stands for; several entities where it names members.
  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding

  /// Whether a declaration without a type has one of the language's own: `int`, nothing.
  var absentTypesAreBuiltIn: Bool { get }

  /// Whether every object has a member of this name.
  func isImplicit(_ name: NameKey) -> Bool

  /// Names of variables that a member stands for which a library adds to a type.
  func properties(impliedBy member: String) -> [String]

  /// Whether the members of a type are names in the bodies of its methods.
  var membersAreNames: Bool { get }

  /// The name of the functions that make an instance of a type.
  func constructorName(of type: NameKey) -> NameKey

  /// The one declaration that a member of an unknown value can only mean; nil if there are several
  /// or the name says too little.
  func onlyCandidate(_ name: NameKey, _ use: Term.Use, _ project: ProjectIndex) -> Entity?

  /// What a member of an external type gives, by its name.
  func result(ofExternal member: NameKey) -> ExternalResult

  /// Those of several declarations of one name that are meant, where each belongs to another build of
  /// the project (a system, a processor): all that remain are used. Nil where the language has no
  /// such thing.
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]?

  /// Whether imports name namespaces that are spread over files.
  var importsAreNamespaces: Bool { get }

  /// The files that an import of a namespace may stand for, the most likely first.
  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32]

  /// Whether calling a type converts a value to it, and makes nothing.
  var callsOfTypesConvert: Bool { get }

  /// The kinds of members that a use may mean, tried one after another.
  func memberKinds(for use: Term.Use) -> [BindingKinds]

  /// Declarations of a name that extend other types and can be seen in a file, the nearest first.
  func extensions(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel]

  /// What a member means by which another language calls it: a function for a property, a property
  /// for a function.
  func accessor(_ member: String, of type: Entity, _ term: Term, _ project: ProjectIndex)
    -> Entity?

  /// The member that calling a value calls; nil where only functions can be called.
  var invocation: NameKey? { get }
}

/// Extensions that a file sees equally well.
struct ExtensionLevel: Sendable {
  var entities: [Entity]
  /// The file itself names them.
  var isExplicit = false
}

/// What a member of a library's type gives, in terms of the type's arguments.
enum ExternalResult: Sendable {
  case unknown
  /// The same again: `stream()`, `filter(…)`.
  case same
  /// One of its elements, or what an optional holds.
  case element
  case keys, values, entries
  case entryKey, entryValue
  /// A function that is handed to it gets an element: `forEach(…)`; what it gives is not known.
  case handsElement
  /// The same again, and a function that is handed to it gets an element: `filter(…)`.
  case handsElementAndSame
}

extension NameRules {
  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding {
    .nothing
  }

  var membersAreNames: Bool { true }
  func constructorName(of type: NameKey) -> NameKey { type }
  func onlyCandidate(_ name: NameKey, _ use: Term.Use, _ project: ProjectIndex) -> Entity? { nil }
  func properties(impliedBy member: String) -> [String] { [] }
  func result(ofExternal member: NameKey) -> ExternalResult { .unknown }
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]? { nil }
  var importsAreNamespaces: Bool { false }
  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32] { [] }
  var callsOfTypesConvert: Bool { false }
  func memberKinds(for use: Term.Use) -> [BindingKinds] {
    use == .address ? [.functions] : kinds(for: use)
  }
  func extensions(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel] { [] }
  func accessor(_ member: String, of type: Entity, _ term: Term, _ project: ProjectIndex)
    -> Entity?
  { nil }
  var invocation: NameKey? { nil }
}
