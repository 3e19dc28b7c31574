/// What a symbol is, in terms that hold for every language.
package enum SymbolKind: UInt8, Sendable, Hashable, CaseIterable {
  case function, method, type, alias, variable, field, constant, macro, namespace
}

/// Where one file's parse says that a symbol is defined.
package enum SymbolHome: Sendable, Hashable {
  /// Its definition was seen in the project file at this index of ``FileFacts/paths``.
  case defined(UInt32)
  /// Only a declaration was seen, in the project file at this index; linking finds the definition.
  case declared(UInt32)
  /// It is declared outside the analysed path: the system, the compiler, a third-party package.
  case external
}

/// A symbol that one file declares or refers to.
package struct Symbol: Sendable, Hashable {
  /// Identity across files. For C and C++ the USR; where the USR names no file although the symbol is
  /// local to one (internal linkage, macros, C type names), the front end puts the path before it.
  package var key: String
  /// Unqualified name, as written at the declaration.
  package var name: String
  /// Name with the namespaces and types around it, joined by `::` (or the language's own separator).
  package var qualifiedName: String
  package var kind: SymbolKind
  package var home: SymbolHome

  package init(
    key: String, name: String, qualifiedName: String, kind: SymbolKind, home: SymbolHome
  ) {
    self.key = key
    self.name = name
    self.qualifiedName = qualifiedName
    self.kind = kind
    self.home = home
  }
}

/// A place where a file declares or defines one of its symbols.
package struct Declaration: Sendable, Hashable {
  package struct Traits: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// A definition, not only a declaration.
    package static let definition = Traits(rawValue: 1 << 0)
    /// Not visible to other units of translation (internal linkage, `private` at file level).
    package static let fileLocal = Traits(rawValue: 1 << 1)
    /// State that outlives a call and can change: a non-constant global or static variable.
    package static let mutableState = Traits(rawValue: 1 << 2)
    package static let threadLocal = Traits(rawValue: 1 << 3)
    package static let virtual = Traits(rawValue: 1 << 4)
    /// A process starts here (`main`).
    package static let entryPoint = Traits(rawValue: 1 << 5)
    /// A type that is abstract or an interface.
    package static let abstract = Traits(rawValue: 1 << 6)
  }

  /// Index into ``FileFacts/symbols``.
  package var symbol: UInt32
  /// One-based lines, inclusive.
  package var line: UInt32
  package var endLine: UInt32
  package var traits: Traits

  package init(symbol: UInt32, line: UInt32, endLine: UInt32, traits: Traits) {
    self.symbol = symbol
    self.line = line
    self.endLine = endLine
    self.traits = traits
  }
}
