internal import Facts

/// What the names of a language mean beyond the scopes of a file: packages, imports, the library that
/// every file sees.
///
/// Rules are made once for a project and asked by many threads; the project that they are given with
/// a question knows more of what types mean than the one that they were made with.
protocol NameRules: Sendable {
  /// The kinds of declarations that a use may mean, tried one after another through all scopes.
  func kinds(for use: Term.Use) -> [BindingKinds]

  /// Whether names are looked for in the scopes of the file, from the innermost outwards, before the
  /// rules are asked; if not, the rules know all names.
  var namesAreScoped: Bool { get }

  /// A member of a type or value of the project, where the language has an order of its own to look
  /// for it; nil for the common one: the type itself, then level by level what it is derived from.
  func member(
    _ name: NameKey, ofType base: Meaning, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding?

  /// What a name means that no scope of the file declares, nor a type around it inherits.
  func lookup(_ name: NameKey, _ kinds: BindingKinds, in file: Int, _ project: ProjectIndex)
    -> Finding

  /// The same for a use in one scope of the file, where that matters.
  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding

  /// What is left when nothing was found: namespaces that can be named in full, names of the library.
  func fallback(_ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex)
    -> Finding

  /// A name inside a namespace.
  func member(_ name: NameKey, of namespace: NameKey, _ project: ProjectIndex) -> Finding

  /// The same for a use in a file, where that matters.
  func member(_ name: NameKey, of namespace: NameKey, in file: Int, _ project: ProjectIndex)
    -> Finding

  /// A name inside another file.
  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding

  /// What an import stands for; several entities where it names members.
  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding

  /// Whether a declaration without a type has one of the language's own: `int`, nothing.
  var absentTypesAreBuiltIn: Bool { get }

  /// Whether every object has a member of this name.
  func isImplicit(_ name: NameKey) -> Bool

  /// Whether a member of this name is the value itself, where the value is of a type of the project.
  func isTransparent(_ name: NameKey) -> Bool

  /// Names of variables that a member stands for which a library adds to a type.
  func properties(impliedBy member: String) -> [String]

  /// Functions of this name that a file can call as members of their first parameter. Where it is not
  /// certain that the receiver has no such member itself, only if nothing in the project has.
  func extensions(
    named name: NameKey, in file: Int, isCertain: Bool, _ project: ProjectIndex
  ) -> [Entity]

  /// Declarations that are one type in several places, the one that stands for all first.
  func parts(_ project: ProjectIndex) -> [[Entity]]

  /// Whether a member of a library gives a value of its type argument.
  func givesTypeArgument(_ name: NameKey) -> Bool

  /// Whether going through a map gives its entries.
  var mapsGiveEntries: Bool { get }

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
  /// One of its elements, which a function that is handed to it gets as well: `First(…)`.
  case handsElementAndElement
  /// A promise of the same, or of one of its elements; a function that is handed to it gets one.
  case pendingSame, pendingElement

  /// Whether a function that is handed to the member gets an element.
  var handsElements: Bool {
    switch self {
    case .handsElement, .handsElementAndSame, .handsElementAndElement, .pendingSame,
      .pendingElement:
      true
    case .unknown, .same, .element, .keys, .values, .entries, .entryKey, .entryValue: false
    }
  }
}

extension NameRules {
  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding {
    .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    member(name, of: namespace, project)
  }

  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    lookup(name, kinds, in: file, project)
  }

  func extensions(
    named name: NameKey, in file: Int, isCertain: Bool, _ project: ProjectIndex
  ) -> [Entity] {
    []
  }

  var namesAreScoped: Bool { true }

  func member(
    _ name: NameKey, ofType base: Meaning, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding? {
    nil
  }

  var mapsGiveEntries: Bool { false }
  func parts(_ project: ProjectIndex) -> [[Entity]] { [] }
  func givesTypeArgument(_ name: NameKey) -> Bool { false }
  var membersAreNames: Bool { true }
  func isTransparent(_ name: NameKey) -> Bool { false }
  func constructorName(of type: NameKey) -> NameKey { type }
  func onlyCandidate(_ name: NameKey, _ use: Term.Use, _ project: ProjectIndex) -> Entity? { nil }
  func properties(impliedBy member: String) -> [String] { [] }
  func result(ofExternal member: NameKey) -> ExternalResult { .unknown }
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]? { nil }
  var importsAreNamespaces: Bool { false }
  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32] { [] }
  var callsOfTypesConvert: Bool { false }
}
