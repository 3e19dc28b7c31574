internal import Facts

/// What a term stands for.
struct Meaning: Sendable, Hashable {
  enum Kind: UInt8, Sendable, Hashable {
    /// The source does not say, or what it says was not found.
    case unknown
    /// Something that the project does not hold: a type or a value of one.
    case external
    /// A package or namespace: ``Meaning/key``.
    case namespace
    /// A file as a whole: ``Entity/file`` of ``Meaning/entity``.
    case module
    /// The type ``Meaning/entity`` itself.
    case type
    /// A value of the type ``Meaning/entity``.
    case value
    /// The function ``Meaning/entity`` itself.
    case function
  }

  /// A part of an external collection.
  enum View: UInt8, Sendable, Hashable {
    case whole, keys, values, entries, entry
    /// Promises of the whole, and of one element.
    case pendingWhole, pendingElement
    /// What a library makes to ask for rows of the type ``Meaning/entity``, or what a class of the
    /// project does, which is that entity then, for those of ``Meaning/rows``.
    case query
  }

  var kind: Kind
  var view = View.whole
  var isProbable = false
  /// Whether the body that is read made it.
  var isMade = false
  var entity = Entity.nothing
  /// The type of the rows that a value of a manager's or query's class of the project gives.
  var rows = Entity.nothing
  /// Where the type is written with its arguments: an `apply` or `sequence` term of a file.
  var file: Int32 = -1
  var term: UInt32 = Outline.none
  /// The term of the body that it is a member of, which may say what its type parameters stand for.
  var receiver: UInt32 = Outline.none
  var key = NameKey.root
  /// What a value is called of which nothing else is known: a key of a ``NamingConvention``.
  var called = NameKey.root

  /// A text that it always is: a name of a file's outline.
  var textFile: Int32 = -1
  var text: UInt32 = Outline.none

  static let unknown = Meaning(kind: .unknown)
  static let external = Meaning(kind: .external)

  /// The same as a value rather than as a type.
  var asValue: Meaning {
    var value = self
    if kind == .type { value.kind = .value }
    return value
  }
}

extension Meaning {
  /// Something that gives rows of a type of the project.
  static func query(of entity: Entity) -> Meaning {
    var meaning = Meaning(kind: .external)
    meaning.view = .query
    meaning.entity = entity
    return meaning
  }

  /// The same by a class of the project, whose methods can be called on it.
  static func query(of entity: Entity, by manager: Entity) -> Meaning {
    var meaning = Meaning.value(of: manager)
    meaning.view = .query
    meaning.rows = entity
    return meaning
  }

  /// The type whose rows it gives; nil for what is no query.
  var asked: Entity? { view == .query ? (rows == .nothing ? entity : rows) : nil }

  /// A value of a type of the project.
  static func value(of entity: Entity) -> Meaning {
    var meaning = Meaning(kind: .value)
    meaning.entity = entity
    return meaning
  }
}

/// What a lookup found.
enum Finding: Sendable {
  case nothing
  /// Declarations that may be meant, of one name; several only where the language allows overloads or
  /// the project holds copies.
  case entities([Entity])
  case namespace(NameKey)
  case module(Int32)
  case external
}
