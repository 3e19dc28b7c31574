/// What one file says of names before anybody has looked them up in the whole project.
///
/// It depends on the file alone, so it can be cached by content. Resolution turns it, together with
/// the outlines of all other files, into ordinary references. Indexes between its parts are 32 bits;
/// ``none`` stands for nothing.
package struct Outline: Sendable, Hashable {
  package static let none = UInt32.max

  /// Identifiers and dotted names, each once; everything else refers to them by index.
  package var names: [String] = []
  package var imports: [Import] = []
  /// The first is the file.
  package var scopes: [Scope] = []
  /// What the scopes declare and other files may see, or what uses of this file may mean.
  package var bindings: [Binding] = []
  /// Types of declarations, and values that declarations take their types from.
  package var signature = Terms()
  /// The terms of the bodies, encoded: most of an outline, and needed for one file at a time.
  package var body: [UInt8] = []

  package init() {}
}

extension Outline {
  /// An import, use or require of another module, package or name.
  package struct Import: Sendable, Hashable {
    package struct Marks: OptionSet, Sendable, Hashable {
      package let rawValue: UInt8
      package init(rawValue: UInt8) { self.rawValue = rawValue }

      /// Everything that the named thing holds.
      package static let wildcard = Marks(rawValue: 1 << 0)
      /// Members of a type rather than a type.
      package static let member = Marks(rawValue: 1 << 1)
      /// For types only: gone after compilation.
      package static let typeOnly = Marks(rawValue: 1 << 2)
      /// Done by a call while the program runs.
      package static let dynamic = Marks(rawValue: 1 << 3)
      /// What it binds can be imported from this file.
      package static let exported = Marks(rawValue: 1 << 4)
      /// Holds for all files of the project or module.
      package static let global = Marks(rawValue: 1 << 5)
      /// By the name that a module registers itself under, wherever it lies.
      package static let registered = Marks(rawValue: 1 << 6)
      /// The imported function adds members to what this file exports.
      package static let mixedIn = Marks(rawValue: 1 << 7)
    }

    /// Dotted name or module specifier, as the language writes it.
    package var path: UInt32
    /// The name that is taken out of it; ``Outline/none`` for the thing itself.
    package var name: UInt32
    /// The name that the file knows it by; ``Outline/none`` if it binds none.
    package var alias: UInt32
    /// The scope that it holds in.
    package var scope: UInt32
    package var line: UInt32
    /// Steps up, for relative imports.
    package var level: UInt8
    package var marks: Marks

    package init(
      path: UInt32, name: UInt32 = Outline.none, alias: UInt32 = Outline.none, scope: UInt32 = 0,
      line: UInt32, level: UInt8 = 0, marks: Marks = []
    ) {
      self.path = path
      self.name = name
      self.alias = alias
      self.scope = scope
      self.line = line
      self.level = level
      self.marks = marks
    }
  }

  /// A stretch of code with names of its own. Scopes come after those around them.
  package struct Scope: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
      case file, namespace, type, function
    }

    package var kind: Kind
    /// ``Outline/none`` for the file.
    package var parent: UInt32
    /// The binding whose inside it is; ``Outline/none`` for the file and for anonymous types.
    package var owner: UInt32
    /// Of a file or namespace: its full dotted name; ``Outline/none`` where the path decides. Of a
    /// type without an owner: the full name of the type that it adds members to.
    package var name: UInt32
    /// The enclosing symbol of what is used in it: an index into ``FileFacts/symbols``, or
    /// ``Reference/fileLevel``.
    package var symbol: UInt32
    /// Terms of ``Outline/signature`` for the types that a type is derived from.
    package var supertypes: [UInt32]

    package init(
      _ kind: Kind, parent: UInt32, owner: UInt32 = Outline.none, name: UInt32 = Outline.none,
      symbol: UInt32 = Reference.fileLevel
    ) {
      self.kind = kind
      self.parent = parent
      self.owner = owner
      self.name = name
      self.symbol = symbol
      supertypes = []
    }
  }

  /// A declared name.
  package struct Binding: Sendable, Hashable {
    package enum Kind: UInt8, Sendable, Hashable, CaseIterable {
      case type, typeParameter, alias, function, constructor, variable, enumCase, namespace
    }

    package struct Marks: OptionSet, Sendable, Hashable {
      package let rawValue: UInt8
      package init(rawValue: UInt8) { self.rawValue = rawValue }

      /// Belongs to the type or module, not to its instances.
      package static let isStatic = Marks(rawValue: 1 << 0)
      /// State that outlives a call and can change.
      package static let isMutable = Marks(rawValue: 1 << 1)
      package static let isPrivate = Marks(rawValue: 1 << 2)
      /// ``Binding/type`` is a value, whose type it takes.
      package static let isInferred = Marks(rawValue: 1 << 3)
      /// The compiler or a library adds members that the source does not show; of a variable: a library
      /// fills it with rows when it is read.
      package static let isExtended = Marks(rawValue: 1 << 4)
      /// A type that only names what others do.
      package static let isInterface = Marks(rawValue: 1 << 5)
      /// A type that may go on elsewhere.
      package static let isPartial = Marks(rawValue: 1 << 6)
      /// Used like a member of the type of its first parameter, which is no argument of a call.
      package static let isExtension = Marks(rawValue: 1 << 7)
    }

    package var name: UInt32
    package var kind: Kind
    package var marks: Marks
    /// The scope that declares it.
    package var scope: UInt32
    /// The scope inside; ``Outline/none`` if it has none.
    package var inner: UInt32 = Outline.none
    /// Index into ``FileFacts/symbols``; ``Outline/none`` for type parameters and the like.
    package var symbol: UInt32 = Outline.none
    /// Term of ``Outline/signature``: the declared type of a variable, the result of a function, the
    /// bound of a type parameter, what an alias stands for; ``Outline/none`` if it is not said.
    package var type: UInt32 = Outline.none
    /// The text that a variable always has; ``Outline/none`` if it is not known to have one.
    package var text: UInt32 = Outline.none
    /// Of functions and constructors: types of the parameters, as terms of the signature.
    package var parameters: [UInt32] = []
    /// Fewest arguments of a call; of a type parameter its position.
    package var least: UInt8 = 0
    /// Most arguments of a call; 255 for any number.
    package var most: UInt8 = 255

    package init(name: UInt32, kind: Kind, marks: Marks = [], scope: UInt32) {
      self.name = name
      self.kind = kind
      self.marks = marks
      self.scope = scope
    }
  }
}
