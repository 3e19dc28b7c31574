/// What a file beside the code says of code that it names: a mapping to a table, a wiring of parts.
///
/// Both ends are names, because such a file sees no declarations. The resolution of the code's
/// languages finds what they mean and turns links into references and accesses.
package struct DeclaredLink: Sendable, Hashable {
  package enum Relation: UInt8, Sendable, Hashable, CaseIterable {
    /// A name stands for a type or another name.
    case stands
    /// An instance of the one is handed to the other.
    case wires
    /// The same, where what it is handed to only passes calls on: a proxy, a collection.
    case passes
    case uses
    /// Instances of a type are rows of a table, or of the table of another type.
    case keeps
    /// A table that belongs to a type beside its own.
    case defines
    case reads, writes
    /// A statement has a text in the language of objects.
    case asks
    /// A path or an event by which a part is started.
    case starts
  }

  package struct End: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
      /// With its package, as in the code.
      case type
      /// A type, `#`, the name of a method.
      case member
      /// A part by the name that it is asked for.
      case component
      /// A statement by the name that it is run by.
      case statement
      case table, text
      /// A routine of the database, and a function that may be one.
      case procedure, function
    }

    package var kind: Kind
    package var name: String

    package init(_ kind: Kind, _ name: String) {
      self.kind = kind
      self.name = name
    }
  }

  package var relation: Relation
  package var from: End
  package var to: End
  package var line: UInt32

  package init(_ relation: Relation, from: End, to: End, line: UInt32) {
    self.relation = relation
    self.from = from
    self.to = to
    self.line = line
  }
}
