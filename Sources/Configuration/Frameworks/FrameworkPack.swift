/// What the names of a framework mean for data and wiring, as data: which types are rows of a table,
/// which calls read and write, which texts name a part of the program.
///
/// Types and annotations are matched by their simple names, in projects that import one of `imports`.
package struct FrameworkPack: Sendable, Hashable {
  package var name = ""
  /// The date when the facts were checked.
  package var version = ""
  /// Identifiers of languages, such as `java`.
  package var languages: [String] = []
  /// Beginnings of what an import names; with none of them in the project the pack is of no use.
  /// Empty for what needs no import.
  package var imports: [String] = []
  /// Beginnings of imports with one of which in the project the pack is of no use.
  package var absent: [String] = []
  package var entities: [EntityRule] = []
  package var uses: [UseRule] = []
  /// Types of the library that give rows of the entity that has one as a member; classes of the project
  /// that are derived from them do so as well.
  package var managers: [String] = []
  package var components: [ComponentRule] = []
  package var triggers: [TriggerRule] = []
  package var mounts: [MountRule] = []
  /// What stands for or against running code as a function.
  package var criteria: [CriterionRule] = []
  /// Calls and constructions that make a router, an app or a scheduler: `express()`, `gin.Default()`.
  /// What they are assigned to counts as ``makerReceiver``.
  package var makers: [Pattern] = []
  /// Types of parameters and fields that are such as well.
  package var makerTypes: [String] = []
  /// Names that stand for such where the source says nothing of their type.
  package var makerNames: [String] = []
  /// Constructions that declare functions of a platform.
  package var constructs: [ConstructRule] = []
  /// Calls that stand for the function that they are handed, where variables are followed: aliases,
  /// integrations, targets.
  package var carriers: [Pattern] = []

  /// In the receivers of a rule: whatever a maker has made.
  package static let makerReceiver = "made"

  package init() {}
}

extension FrameworkPack {
  /// How a name is made from another where the source does not say it.
  package enum Naming: String, Sendable, Hashable, CaseIterable {
    case same
    /// `OrderItem`: `order_item`, `order_items`, `OrderItems`, `orderItem`.
    case snake
    case pluralSnake = "plural-snake"
    case plural
    case camel
    /// With the name of the application before it: `shop_orderitem`.
    case application
  }

  /// What keeps data, in the words of the documents.
  package enum Store: String, Sendable, Hashable, CaseIterable {
    case table, collection, queue, topic, bucket, cache
  }

  package enum Access: String, Sendable, Hashable, CaseIterable {
    case read, write
  }

  /// Where the source says a name: the argument of an annotation, or a member with a constant text.
  package enum NameSource: Sendable, Hashable {
    /// `Table.name`; the argument is empty for an unnamed one.
    case annotation(String, argument: String)
    /// `.table_name`; the member of a type inside: `.Meta.db_table`.
    case member([String])
  }

  /// Which types are rows of a store.
  package struct EntityRule: Sendable, Hashable {
    /// One of these annotations, or one of these types above it, or one of these members.
    package var annotations: [String] = []
    package var supertypes: [String] = []
    package var members: [String] = []
    /// Types of the library whose first argument is a row of the store that the member of such a type
    /// is called after: `DbSet<Order> Orders`.
    package var lists: [String] = []
    /// Types of the library whose first argument is a row of the table that a type derived from it
    /// names: `IEntityTypeConfiguration<Order>`; or one that a method gets as a parameter.
    package var configured: [String] = []
    /// The first that the source has.
    package var names: [NameSource] = []
    package var otherwise = Naming.same
    /// What says the schema of the table, the first that the source has.
    package var schemas: [NameSource] = []
    package var store = Store.table
    /// A member whose constant truth says that the type is no entity itself: `.Meta.abstract`.
    package var unless: [NameSource] = []
    /// A member of a type around it whose constant text stands before the name that is made.
    package var prefixes: [NameSource] = []
    /// What is derived from an entity is kept in the same store.
    package var isInherited = false
  }

  /// A place in a call.
  package enum Place: Sendable, Hashable {
    case argument(Int)
    /// What the type of the receiver gives for a parameter of the library's type.
    case parameter(Int)
    case typeArgument(Int)
    case receiver
    /// An argument of the annotation, by its key; empty for an unnamed one.
    case key([String])
    /// The name of the member itself.
    case name
    /// The rows that an annotated member holds.
    case held
  }

  /// What a use gives, as far as rows go.
  package enum Result: String, Sendable, Hashable, CaseIterable {
    /// One row of the entity.
    case row
    /// Something that gives rows of the entity, by whatever is called on it.
    case query
    /// Something that stands for the store that is named: rules with ``UseRule/handleReceiver`` say
    /// what is done to it.
    case handle
    /// The same, where the methods of the entity's class can be called on it as well.
    case relation
  }

  /// Texts to match names with; `save*` stands for every name that begins so, `*Queue` for every name
  /// that ends so, `*` for every name.
  package struct Pattern: Sendable, Hashable {
    package var text: String
    package var isPrefix: Bool
    package var isSuffix: Bool

    package init(_ text: String) {
      isPrefix = text.hasSuffix("*")
      isSuffix = !isPrefix && text.hasPrefix("*")
      self.text = isPrefix ? String(text.dropLast()) : isSuffix ? String(text.dropFirst()) : text
    }

    package func matches(_ name: String, ignoringCase: Bool = false) -> Bool {
      if ignoringCase {
        let (name, text) = (name.lowercased(), text.lowercased())
        if isSuffix { return name.hasSuffix(text) }
        return isPrefix ? name.hasPrefix(text) : name == text
      }
      if isSuffix { return name.hasSuffix(text) }
      return isPrefix ? name.hasPrefix(text) : name == text
    }
  }

  /// A call, a member or an annotation that says something of data or wiring.
  package struct UseRule: Sendable, Hashable {
    package enum Form: String, Sendable, Hashable, CaseIterable {
      case call, member, annotation
      /// A field of a row is assigned, and a session writes what it follows.
      case assign
      /// A method of the project is called on a row that a session follows.
      case change
    }

    package var form = Form.call
    package var names: [Pattern] = []
    /// Types of the library that the receiver is of or derived from. ``entityReceiver`` stands for
    /// the entities themselves and their queries, ``relationReceiver`` for a member of a row,
    /// ``unknownReceiver`` for what nothing is known of, and for functions of the project that take
    /// rows of any type; empty for calls without a receiver.
    package var receivers: [String] = []
    /// Where the entity stands, or the text that names a store, or a query, or a component.
    package var entity: Place?
    package var name: Place?
    package var query: Place?
    /// The name of a statement whose text stands elsewhere.
    package var statement: Place?
    package var component: Place?
    package var store = Store.table
    package var access: Access?
    package var result: Result?
    /// Values of which an annotation must have one, in any argument; empty for no such demand.
    package var having: [String] = []
    /// The library's type of what it gives.
    package var type: String?
    package var isTransaction = false
    /// Names that it does not speak of.
    package var exceptions: [Pattern] = []
    /// Where no text says the name of the store, what is kept is called after the type around.
    package var isNamedByType = false
    /// The row is written where the same function has the session write what it follows.
    package var isTracked = false
    /// It has the session write what it follows, whatever it is called on.
    package var isCommit = false

    package static let entityReceiver = "entity"
    package static let handleReceiver = "handle"
    package static let relationReceiver = "relation"
    package static let unknownReceiver = "unknown"
  }

  /// Which types can be asked for by a name.
  package struct ComponentRule: Sendable, Hashable {
    package var annotations: [String] = []
    package var names: [NameSource] = []
    package var otherwise = Naming.camel
  }
}
