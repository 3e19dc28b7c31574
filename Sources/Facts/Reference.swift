/// The kind of a dependency, from the contract's fixed list.
package enum EdgeKind: UInt8, Sendable, Hashable, CaseIterable, Comparable {
  case include, `import`, call, type, inherit, implement, field, globalRead, globalWrite, macro
  case address, dataRead, dataWrite, publish, consume, wiring

  /// The name in documents and on the command line.
  package var name: String {
    switch self {
    case .include: "include"
    case .import: "import"
    case .call: "call"
    case .type: "type"
    case .inherit: "inherit"
    case .implement: "implement"
    case .field: "field"
    case .globalRead: "global-read"
    case .globalWrite: "global-write"
    case .macro: "macro"
    case .address: "address"
    case .dataRead: "data-read"
    case .dataWrite: "data-write"
    case .publish: "publish"
    case .consume: "consume"
    case .wiring: "wiring"
    }
  }

  package init?(name: String) {
    guard let kind = Self.byName[name] else { return nil }
    self = kind
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })

  package static func < (a: EdgeKind, b: EdgeKind) -> Bool { a.rawValue < b.rawValue }
}

/// One use of a symbol at one line.
package struct Reference: Sendable, Hashable {
  /// The value of ``from`` for code that no symbol encloses.
  package static let fileLevel = UInt32.max

  /// The enclosing function, method or type as an index into ``FileFacts/symbols``, or ``fileLevel``.
  package var from: UInt32
  /// The used symbol, an index into ``FileFacts/symbols``.
  package var to: UInt32
  package var kind: EdgeKind
  /// Set where the source does not say which symbol it is and the front end took the only candidate.
  package var isProbable: Bool
  /// One-based line in the file, where the text was written (for a macro: where it is expanded).
  package var line: UInt32

  package init(from: UInt32, to: UInt32, kind: EdgeKind, line: UInt32, isProbable: Bool = false) {
    self.from = from
    self.to = to
    self.kind = kind
    self.line = line
    self.isProbable = isProbable
  }
}

/// One inclusion or import of another file.
package struct Inclusion: Sendable, Hashable {
  package enum Outcome: Sendable, Hashable {
    /// A project file, an index into ``FileFacts/paths``.
    case project(UInt32)
    /// A file outside the analysed path.
    case external
    case missing
  }

  package enum Purpose: UInt8, Sendable, Hashable, CaseIterable {
    case use
    /// Only for types: gone after compilation.
    case types
    /// Done by a call, when the program gets there.
    case late
  }

  package var line: UInt32
  /// The name as written, without quotes or brackets; for a macro include, the macro's text.
  package var spelling: String
  package var isAngled: Bool
  /// The name came from a macro.
  package var isMacro: Bool
  /// It stands under a condition that is off in this configuration; resolved by search only.
  package var isConditional: Bool
  /// An import of what another file declares, not of its text.
  package var isImport: Bool
  /// What an import is for, if not for everything from the start on.
  package var purpose: Purpose
  package var outcome: Outcome

  package init(
    line: UInt32, spelling: String, isAngled: Bool, isMacro: Bool = false,
    isConditional: Bool = false, isImport: Bool = false, purpose: Purpose = .use,
    outcome: Outcome
  ) {
    self.line = line
    self.spelling = spelling
    self.isAngled = isAngled
    self.isMacro = isMacro
    self.isConditional = isConditional
    self.isImport = isImport
    self.purpose = purpose
    self.outcome = outcome
  }
}
