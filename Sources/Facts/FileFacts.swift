package import Basics

/// Everything that was found in one file, by one parse of it.
///
/// A file that is parsed in several contexts (a header, or a source in several configurations) has
/// one value for each distinct set of facts; linking takes their union.
package struct FileFacts: Sendable, Hashable {
  /// Path relative to the analysed root.
  package var path: String
  package var language: Language
  /// Number of lines, counting a last line without a line end.
  package var lineCount: UInt32 = 0
  /// Lines that hold something other than white space and comments, if the front end counts them.
  package var codeLineCount: UInt32 = 0
  /// Project files that symbols and inclusions point to, relative to the root.
  package var paths: [String] = []
  package var symbols: [Symbol] = []
  package var declarations: [Declaration] = []
  package var references: [Reference] = []
  package var inclusions: [Inclusion] = []
  package var dataAccesses: [DataAccess] = []
  package var foreignKeys: [ForeignKey] = []
  /// Only from scripts of a database.
  package var derivations: [Derivation] = []
  package var triggers: [TriggerDeclaration] = []
  package var lifetime: [LifetimeFact] = []
  package var suitability: [SuitabilityFact] = []
  package var annotations: [Annotation] = []
  /// What a file beside the code says of code that it names.
  package var links: [DeclaredLink] = []
  /// Names that are still to be looked up in the whole project, in languages that are read file by
  /// file; nil once they are, and for front ends that need no second step.
  package var outline: Outline?
  /// Uses that go to symbols outside the analysed path.
  package var externalReferenceCount: UInt32 = 0
  /// Uses that the parser could not resolve, because of errors, missing headers or dependent types.
  package var unresolvedReferenceCount: UInt32 = 0
  /// Those among them whose cause is known.
  package var openReferences = OpenReferences()

  package init(path: String, language: Language) {
    self.path = path
    self.language = language
  }
}

/// How the facts of a unit were obtained, which says how far they can be trusted.
package enum ExtractionMode: UInt8, Sendable, Hashable, CaseIterable {
  /// Parsed with the build's own arguments.
  case compileCommand
  /// Parsed with arguments inferred from the repository.
  case inferred
  /// Read by a format's own parser, without a build.
  case direct

  /// The name in documents.
  package var name: String {
    switch self {
    case .compileCommand: "compile-command"
    case .inferred: "inferred"
    case .direct: "direct"
    }
  }
}

/// What one run of a front end over one unit (a translation unit, a configuration file) found.
package struct UnitFacts: Sendable, Hashable {
  /// One file's share of a unit.
  package struct Part: Sendable, Hashable {
    package var path: String
    /// Equal fingerprints mean equal facts: the file's content and all of its context that was seen
    /// to matter.
    package var fingerprint: Digest
    /// Nil where the same extractor has delivered facts of this fingerprint before.
    package var facts: FileFacts?

    package init(path: String, fingerprint: Digest, facts: FileFacts?) {
      self.path = path
      self.fingerprint = fingerprint
      self.facts = facts
    }
  }

  /// A file that the facts depend on.
  package struct Dependency: Sendable, Hashable {
    /// Relative to the root for files inside it, else absolute.
    package var path: String
    /// Digest of the file's bytes on disk.
    package var digest: Digest

    package init(path: String, digest: Digest) {
      self.path = path
      self.digest = digest
    }
  }

  /// Path of the unit's main file, relative to the root.
  package var path: String
  package var mode: ExtractionMode
  package var parts: [Part] = []
  package var dependencies: [Dependency] = []
  /// Names of includes that were not found, sorted and unique.
  package var missingIncludes: [String] = []
  /// Absolute paths of the folders where includes were looked for: a file that turns up there may
  /// change the facts.
  package var searchFolders: [String] = []
  package var diagnostics: [Diagnostic] = []
  /// Compiler errors, by which completeness is judged.
  package var errorCount: UInt32 = 0

  package init(path: String, mode: ExtractionMode) {
    self.path = path
    self.mode = mode
  }
}
