/// The result of an analysis as plain data: what `cleave analyze --format json` writes and what every
/// other command reads with `--from`.
///
/// References between its lists are indexes into them, so that a document of a million references
/// stays small. Every list has a fixed order; equal input gives equal bytes. The schema beside this
/// file, `document.schema.json`, is the promise to scripts.
package struct Document: Codable, Sendable, Equatable {
  /// The version of this shape. A document of another version is refused, with its number.
  package static let currentVersion = 1

  package var format = "cleave-document"
  package var version = Document.currentVersion
  /// Version of the tool that wrote it.
  package var tool: String
  /// Name of the analysed folder, without the path to it.
  package var name: String
  package var completeness: [LanguageCompleteness] = []
  package var unsupported: [UnsupportedEntry] = []
  /// Files beside the code by language, sorted by it; nil where there are none.
  package var beside: [BesideEntry]?
  /// Sorted by path.
  package var files: [FileEntry] = []
  /// Sorted by id.
  package var modules: [ModuleEntry] = []
  /// Sorted by (from, to), indexes into `files`.
  package var edges: [EdgeEntry] = []
  /// Only with `--with-symbols`: sorted by (file, line, id).
  package var symbols: [SymbolEntry]?
  /// Only with `--with-symbols`: sorted by (from, to), indexes into `symbols`.
  package var symbolEdges: [EdgeEntry]?
  package var tables: [TableEntry] = []
  /// In the order of their places.
  package var transactions: [TransactionEntry] = []
  package var cycles: CycleReport = CycleReport()
  package var boundaries: BoundaryReport = BoundaryReport()
  package var serverless: ServerlessReport = ServerlessReport()
  package var decisions: DecisionReport = DecisionReport()
  package var diagnostics: [DiagnosticEntry] = []

  package init(tool: String, name: String) {
    self.tool = tool
    self.name = name
  }
}

/// How complete the facts of one language are.
package struct LanguageCompleteness: Codable, Sendable, Equatable {
  /// Identifier of the language, such as `cpp`.
  package var language: String
  package var files: Int
  package var lines: Int
  package var codeLines: Int
  /// References that were linked to a project file, that go outside, and that stayed open.
  package var resolved: Int
  package var external: Int
  package var unresolved: Int
  /// Files by how their facts were obtained: `compile-command`, `inferred`, `direct`.
  package var modes: [String: Int]
  /// Files that were generated or come from others, whose references are in none of the counts.
  package var apart: Int?
  /// The first causes of what is missing, most frequent first.
  package var causes: [Cause]

  package struct Cause: Codable, Sendable, Equatable {
    package var cause: String
    package var count: Int

    package init(cause: String, count: Int) {
      self.cause = cause
      self.count = count
    }
  }

  package init(language: String) {
    self.language = language
    files = 0
    lines = 0
    codeLines = 0
    resolved = 0
    external = 0
    unresolved = 0
    modes = [:]
    causes = []
  }
}

/// A language that cleave does not read, with the size of what was left out.
package struct UnsupportedEntry: Codable, Sendable, Equatable {
  package var language: String
  package var files: Int
  package var bytes: Int

  package init(language: String, files: Int, bytes: Int) {
    self.language = language
    self.files = files
    self.bytes = bytes
  }
}

/// Files of a language that holds no code, but declares things about it: schemas, mappings, schedules.
package struct BesideEntry: Codable, Sendable, Equatable {
  package var language: String
  package var files: Int
  /// Files among them that say something of the code or its data.
  package var speaking: Int

  package init(language: String, files: Int, speaking: Int) {
    self.language = language
    self.files = files
    self.speaking = speaking
  }
}

/// A source file: a node at level `file`.
package struct FileEntry: Codable, Sendable, Equatable {
  package var path: String
  package var language: String
  /// `production`, `test`, `generated` or `vendored`.
  package var role: String
  package var lines: Int
  package var codeLines: Int
  /// Index into `modules`.
  package var module: Int
  /// Identifier of its boundary, or one of `@shared`, `@infra`, `@tool`, `@test`, `@generated`,
  /// `@vendored`.
  package var boundary: String
  /// How its facts were obtained.
  package var mode: String
  /// Compiler errors, missing includes and open references: zero for complete facts.
  package var errors: Int
  package var missingIncludes: Int
  package var unresolved: Int
  /// Labels of its configurations, where it is compiled in several.
  package var configurations: [String]?

  package init(path: String, language: String, role: String) {
    self.path = path
    self.language = language
    self.role = role
    lines = 0
    codeLines = 0
    module = 0
    boundary = ""
    mode = ""
    errors = 0
    missingIncludes = 0
    unresolved = 0
  }
}

/// A module: a folder at a depth chosen from the code, a header-and-source unit, or a declared one.
package struct ModuleEntry: Codable, Sendable, Equatable {
  /// `module:` and the path of the folder or unit, or the declared name.
  package var id: String
  package var label: String
  /// `folder`, `build` (a folder with a build of its own), `unit` or `declared`.
  package var kind: String
  package var files: Int
  package var lines: Int

  package init(id: String, label: String, kind: String, files: Int, lines: Int) {
    self.id = id
    self.label = label
    self.kind = kind
    self.files = files
    self.lines = lines
  }
}

/// A dependency with all of its evidence.
package struct EdgeEntry: Codable, Sendable, Equatable {
  package var from: Int
  package var to: Int
  /// One group a kind (and marking), sorted by kind; lines ascending.
  package var evidence: [Evidence]

  package struct Evidence: Codable, Sendable, Equatable {
    /// A kind of the contract, `probable-` before it where the source does not say it for certain.
    package var kind: String
    /// One-based lines; a line stands once for each reference on it.
    package var lines: [Int]
    /// True where the condition around it is off in every configuration that was seen.
    package var conditional: Bool?
    /// `types` for imports of types alone, gone after compilation; `late` for those that are calls,
    /// done when the program gets there.
    package var purpose: String?
    /// The configurations that have it, where not all have.
    package var configurations: [String]?
    /// The file that the lines stand in, where it is not that of `from`: one beside the code, which
    /// wires it.
    package var file: String?

    package init(
      kind: String, lines: [Int], conditional: Bool? = nil, purpose: String? = nil,
      configurations: [String]? = nil, file: String? = nil
    ) {
      self.kind = kind
      self.lines = lines
      self.conditional = conditional
      self.purpose = purpose
      self.configurations = configurations
      self.file = file
    }
  }

  package init(from: Int, to: Int, evidence: [Evidence]) {
    self.from = from
    self.to = to
    self.evidence = evidence
  }

  /// Number of references.
  package var count: Int { evidence.reduce(0) { $0 + $1.lines.count } }
}

/// A symbol, in documents that carry them.
package struct SymbolEntry: Codable, Sendable, Equatable {
  /// `symbol:` and the qualified name, with the path where the name alone is not unique.
  package var id: String
  package var label: String
  package var kind: String
  /// Index into `files`.
  package var file: Int
  package var line: Int

  package init(id: String, label: String, kind: String, file: Int, line: Int) {
    self.id = id
    self.label = label
    self.kind = kind
    self.file = file
    self.line = line
  }
}

/// A place in the source.
package struct Place: Codable, Sendable, Hashable {
  /// Path relative to the analysed folder.
  package var file: String
  /// One-based.
  package var line: Int
  /// The view or routine of the database that the place names instead.
  package var through: String?

  package init(file: String, line: Int, through: String? = nil) {
    self.file = file
    self.line = line
    self.through = through
  }
}

/// A stored table, queue or other data, and who touches it.
package struct TableEntry: Codable, Sendable, Equatable {
  package var name: String
  /// `table`, `collection`, `queue`, …
  package var store: String
  package var definedAt: [Place]
  /// Code files with a type that a mapping beside the code makes its rows; absent without any.
  package var mappers: [String]?
  package var readers: [Place]
  package var writers: [Place]
  /// Tables that its foreign keys point to.
  package var references: [String]
  /// Boundaries that write it, then those that only read it.
  package var writingBoundaries: [String] = []
  package var readingBoundaries: [String] = []
  /// Absent for what keeps nothing, such as a queue, and for what production code does not use.
  package var ownership: OwnershipEntry?

  package init(
    name: String, store: String, definedAt: [Place], readers: [Place], writers: [Place],
    references: [String]
  ) {
    self.name = name
    self.store = store
    self.definedAt = definedAt
    self.readers = readers
    self.writers = writers
    self.references = references
  }
}

/// A transaction that code opens, by annotation or by call, and the data that is used inside.
package struct TransactionEntry: Codable, Sendable, Equatable {
  package var place: Place
  /// The qualified name of the function, or of the type whose methods are transactions each.
  package var symbol: String
  /// Tables that are read and not written.
  package var reads: [String]
  package var writes: [String]
  /// Of the code that reads or writes them. More than one: to split is to lose the transaction.
  package var boundaries: [String]

  package init(
    place: Place, symbol: String, reads: [String], writes: [String], boundaries: [String]
  ) {
    self.place = place
    self.symbol = symbol
    self.reads = reads
    self.writes = writes
    self.boundaries = boundaries
  }
}

/// Cycles, by level.
package struct CycleReport: Codable, Sendable, Equatable {
  package var files: [CycleEntry] = []
  package var modules: [CycleEntry] = []

  package init() {}
}

/// A strongly connected component and the few edges whose removal makes it acyclic.
package struct CycleEntry: Codable, Sendable, Equatable {
  /// Indexes into `files` or `modules`, ascending.
  package var members: [Int]
  /// Number of edges inside.
  package var edges: Int
  /// Sum of the references of those edges.
  package var references: Int
  package var breakers: [Breaker]

  package struct Breaker: Codable, Sendable, Equatable {
    package var from: Int
    package var to: Int
    package var references: Int
    /// The first places, at most five.
    package var places: [Place]

    package init(from: Int, to: Int, references: Int, places: [Place]) {
      self.from = from
      self.to = to
      self.references = references
      self.places = places
    }
  }

  package init(members: [Int], edges: Int, references: Int, breakers: [Breaker]) {
    self.members = members
    self.edges = edges
    self.references = references
    self.breakers = breakers
  }
}

/// Something imperfect in the input.
package struct DiagnosticEntry: Codable, Sendable, Equatable {
  /// `note`, `warning` or `error`.
  package var severity: String
  package var code: String
  package var message: String
  package var place: String?
  package var line: Int?

  package init(severity: String, code: String, message: String, place: String?, line: Int?) {
    self.severity = severity
    self.code = code
    self.message = message
    self.place = place
    self.line = line
  }
}
