/// What the elements of one kind of XML file mean for code, as data: which name types, parts and
/// tables, and what that says of them.
package struct MarkupDialect: Sendable, Hashable {
  package var name = ""
  /// The date when the facts were checked.
  package var version = ""
  /// Names of root elements.
  package var roots: [String] = []
  /// The package of types whose names have none.
  package var package: [Place] = []
  package var elements: [Rule] = []
  /// Elements that hold a statement of SQL, and those that hold a part of one; the types that run
  /// them are named by ``namespace``.
  package var statements: [String] = []
  package var fragments: [String] = []
  package var namespace: [Place] = []
  /// Names of properties by which a part of a library gets what it stands for.
  package var targets: [String] = []

  package init() {}

  /// Where an element says something.
  package struct Place: Sendable, Hashable {
    package enum Source: Sendable, Hashable {
      /// `@class`; `@*-ref` stands for every attribute that ends so.
      case attribute(String)
      /// The element's own text.
      case text
      /// The text of a child.
      case child(String)
      /// The attribute of a child.
      case childAttribute(String, String)
    }

    package var source: Source
    /// Stands before names that are no names of others: `servlet`.
    package var scope = ""

    /// `@class`, `text`, `servlet-class`, `table@name`, `form:@name`.
    package init(_ text: String) {
      var rest = Substring(text)
      if let colon = rest.firstIndex(of: ":") {
        scope = String(rest[...colon])
        rest = rest[rest.index(after: colon)...]
      }
      let parts = rest.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
      source =
        switch (parts.count, parts[0]) {
        case (1, "text"): .text
        case (1, let name): .child(name)
        case (_, ""): .attribute(parts[1])
        case (_, let name): .childAttribute(name, parts[1])
        }
    }
  }

  /// What one element says. Several rules may hold for one.
  package struct Rule: Sendable, Hashable {
    /// Without prefixes; `*` for every element.
    package var elements: [String] = []
    /// Names of the element around it, or of one further out; any without.
    package var within: [String] = []
    /// The type that it is about, and all that is said inside it.
    package var type: [Place] = []
    /// The names of the part that it is about.
    package var names: [Place] = []
    /// It is about a part, whether it has a name or not.
    package var isPart = false
    /// A part that it takes after.
    package var parent: [Place] = []
    /// The name of a statement, and its text.
    package var statement: [Place] = []
    package var asks: [Place] = []
    package var sql: [Place] = []
    /// Parts and types that what it is about gets an instance of.
    package var wires: [Place] = []
    package var wiresTypes: [Place] = []
    /// Types by which what it is about is used.
    package var serves: [Place] = []
    package var uses: [Place] = []
    /// The table whose rows the type is; by default one of the type's own name.
    package var keeps: [Place] = []
    /// A type in whose table it is kept where there is no other.
    package var keepsLike: [Place] = []
    package var isKept = false
    package var defines: [Place] = []
    package var starts: [Place] = []
  }
}
