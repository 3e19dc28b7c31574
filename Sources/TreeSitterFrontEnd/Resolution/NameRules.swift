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

  /// What a name means for a use in a scope of a file, where no scope of the file declares it, nor a
  /// type around it inherits.
  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding

  /// What is left when nothing was found: namespaces that can be named in full, names of the library.
  func fallback(_ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex)
    -> Finding

  /// A name inside a namespace for a use in a file.
  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding

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

  /// Declarations that are one type in several places, the one that stands for all first.
  func parts(_ project: ProjectIndex) -> [[Entity]]

  /// Whether a member of a library gives a value of its type argument.
  func givesTypeArgument(_ name: NameKey) -> Bool

  /// Whether no value of a library's type is one of another, nor the other way round, as far as
  /// extensions go.
  func isFinal(_ type: NameKey) -> Bool

  /// Whether going through a map gives its entries.
  var mapsGiveEntries: Bool { get }
  /// Whether the only type argument of a library's type above a type is what going through gives.
  var elementsAreInherited: Bool { get }

  /// Whether the members of a type are names in the bodies of its methods.
  var membersAreNames: Bool { get }

  /// Whether members are used through the type of what stands before them, and that type is known to
  /// the compiler: the use of an inherited member is one of the type through which it is used as well.
  var membersAreUsedThroughTypes: Bool { get }

  /// The name of the functions that make an instance of a type.
  func constructorName(of type: NameKey) -> NameKey

  /// The one declaration that a member can only mean of a value that is unknown, or that has no such
  /// member itself; nil if there are several or the name says too little.
  func onlyCandidate(
    _ name: NameKey, _ use: Term.Use, of base: Meaning, _ project: ProjectIndex
  ) -> Entity?

  /// Types that are derived from a type, whose members it may use although it does not declare them:
  /// those that a mixin becomes part of. In an order that does not depend on hashes.
  func subtypes(of type: Entity) -> [Entity]

  /// Whether a member of this name takes what its receiver holds: `contains(.paid)`.
  func takesElements(_ name: NameKey) -> Bool

  /// Whether calling an alias makes an instance of what it stands for, and initialisers may stand in
  /// other files than their types.
  var aliasesConstruct: Bool { get }

  /// Whether what is private to a file is unknown in all others.
  var privateIsOfFile: Bool { get }

  /// What a member of an external type gives, by its name.
  func result(ofExternal member: NameKey) -> ExternalResult

  /// Whether a member of a library hands something of the library's own to a function.
  func handsOutside(_ name: NameKey) -> Bool

  /// Those of several declarations of one name that are meant, where each belongs to another build of
  /// the project (a system, a processor): all that remain are used. Nil where the language has no
  /// such thing.
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]?

  /// The simple name of a type outside of the project, as rules of frameworks know it; nil for the name
  /// as it stands in the outline.
  func libraryName(_ name: String) -> String?

  /// Whether imports name namespaces that are spread over files.
  var importsAreNamespaces: Bool { get }

  /// The files that an import of a namespace may stand for, the most likely first.
  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32]

  /// Whether calling a type converts a value to it, and makes nothing.
  var callsOfTypesConvert: Bool { get }

  /// What one scope takes from elsewhere, before the scopes around it are looked at; nil where that
  /// does not matter.
  func imported(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding?

  /// Whether what is inside a namespace sees nothing of what is around it.
  var namespacesAreClosed: Bool { get }

  /// Whether what a type declares can be named without it in its own scope.
  var typesDeclareNames: Bool { get }

  /// What a type of a library, known by its name, does with the value that it holds.
  func holding(_ type: NameKey) -> Holding

  /// Whether a member of this name gives the value itself, where its type has no such member.
  func keepsValue(_ name: NameKey) -> Bool

  /// Whether a function can be called as a member of a value; nil where its first parameter says it.
  func fit(_ receiver: Meaning, _ function: Entity, _ project: ProjectIndex) -> ExtensionFit?

  /// The kinds of members that a use may mean, tried one after another.
  func memberKinds(for use: Term.Use, of base: Meaning.Kind) -> [BindingKinds]

  /// Declarations that extend other types and that a file sees from outside of its own scopes, the
  /// nearest first.
  func extensions(_ query: ExtensionQuery, in file: Int, _ project: ProjectIndex)
    -> [ExtensionLevel]

  /// Whether extensions are names like others: declared in any scope, and used without a receiver
  /// before them where one holds.
  var extensionsAreNames: Bool { get }

  /// Whether a library's type stands above a type of the project; nil where its source may not show.
  func isAbove(_ external: NameKey, _ type: Entity, _ project: ProjectIndex) -> Bool?

  /// What a member means by which another language calls it: a function for a property, a property
  /// for a function.
  func accessor(_ member: String, of type: Entity, _ term: Term, _ project: ProjectIndex)
    -> Entity?

  /// The member that calling a value calls; nil where only functions can be called.
  var invocation: NameKey? { get }

  /// Whether naming a function that takes nothing calls it.
  var namesCallFunctions: Bool { get }

  /// Whether naming a member calls it, whatever it is, so that there is nothing left to be called.
  var namesAreCalls: Bool { get }

  /// What values are by what they are called; nil where that says nothing.
  var convention: (any NamingConvention)? { get }

  /// Whether a function may take its arguments in several lists, so that what looks like the call of a
  /// call goes on with it.
  var callsTakeLists: Bool { get }
}

/// How well a value fits a function that is called as its member.
enum ExtensionFit: Int, Sendable {
  case none, possible, certain
}

/// What a type of a library does with the value that it holds.
enum Holding: Sendable {
  case nothing
  /// Has its members.
  case pointer
  /// Gives it when it is opened, or awaited.
  case openable, awaitable
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
  /// What it holds, if it is opened or awaited for that; else the same again.
  case opened, awaited
  /// The one of several values in it that has this number, from 0.
  case part(Int)

  /// Whether a function that is handed to the member gets an element.
  var handsElements: Bool {
    switch self {
    case .handsElement, .handsElementAndSame, .handsElementAndElement, .pendingSame,
      .pendingElement:
      true
    case .unknown, .same, .element, .keys, .values, .entries, .entryKey, .entryValue, .opened,
      .awaited, .part:
      false
    }
  }
}

extension NameRules {
  func member(_ name: NameKey, ofModule module: Int32, _ project: ProjectIndex) -> Finding {
    .nothing
  }

  func isFinal(_ type: NameKey) -> Bool { false }
  func takesElements(_ name: NameKey) -> Bool { false }
  var privateIsOfFile: Bool { false }
  var aliasesConstruct: Bool { false }
  func handsOutside(_ name: NameKey) -> Bool { false }
  var namesAreScoped: Bool { true }

  func member(
    _ name: NameKey, ofType base: Meaning, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding? {
    nil
  }

  var mapsGiveEntries: Bool { false }
  var elementsAreInherited: Bool { true }
  func parts(_ project: ProjectIndex) -> [[Entity]] { [] }
  func givesTypeArgument(_ name: NameKey) -> Bool { false }
  var membersAreNames: Bool { true }
  var membersAreUsedThroughTypes: Bool { false }
  func isTransparent(_ name: NameKey) -> Bool { false }
  func constructorName(of type: NameKey) -> NameKey { type }
  func onlyCandidate(
    _ name: NameKey, _ use: Term.Use, of base: Meaning, _ project: ProjectIndex
  ) -> Entity? {
    nil
  }
  func properties(impliedBy member: String) -> [String] { [] }
  func subtypes(of type: Entity) -> [Entity] { [] }
  func result(ofExternal member: NameKey) -> ExternalResult { .unknown }
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]? { nil }
  func libraryName(_ name: String) -> String? { nil }
  var importsAreNamespaces: Bool { false }
  func files(of namespace: NameKey, in file: Int, _ project: ProjectIndex) -> [Int32] { [] }
  var callsOfTypesConvert: Bool { false }
  var namespacesAreClosed: Bool { false }
  var typesDeclareNames: Bool { true }
  func holding(_ type: NameKey) -> Holding { .nothing }
  func keepsValue(_ name: NameKey) -> Bool { false }

  func imported(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding? {
    nil
  }

  func fit(
    _ receiver: Meaning, _ function: Entity, _ project: ProjectIndex
  ) -> ExtensionFit? {
    nil
  }
  func memberKinds(for use: Term.Use, of base: Meaning.Kind) -> [BindingKinds] {
    use == .address ? [.functions] : kinds(for: use)
  }
  func extensions(_ query: ExtensionQuery, in file: Int, _ project: ProjectIndex)
    -> [ExtensionLevel]
  { [] }
  var extensionsAreNames: Bool { false }
  func isAbove(_ external: NameKey, _ type: Entity, _ project: ProjectIndex) -> Bool? { nil }
  func accessor(_ member: String, of type: Entity, _ term: Term, _ project: ProjectIndex)
    -> Entity?
  { nil }
  var invocation: NameKey? { nil }
  var namesCallFunctions: Bool { false }
  var callsTakeLists: Bool { false }
  var namesAreCalls: Bool { false }
  var convention: (any NamingConvention)? { nil }
}
