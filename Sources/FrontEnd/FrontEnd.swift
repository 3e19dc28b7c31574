package import Basics
package import Facts

/// A reader of one family of languages or formats.
///
/// `plan` runs once, in the main process; `makeExtractor` runs in each worker process, or in the main
/// process for front ends whose parsers cannot crash. A front end sees no other front end.
package protocol FrontEnd: Sendable {
  /// Stable name, part of the cache keys.
  var name: String { get }
  var languages: [Language] { get }
  /// Changes whenever equal input may give other facts: the tool's own revision of this front end
  /// and the version of the parser behind it.
  var revision: String { get }
  /// Whether units must be parsed in worker processes, because the parser can crash or hang.
  var isIsolated: Bool { get }
  /// Why the front end cannot run on this machine, and what to install; nil when it can.
  var unavailability: String? { get }

  /// Why one of its languages cannot be read here; nil when it can.
  func unavailability(of language: Language) -> String?
  /// What reads a language, for people: the name and version of a library or grammar.
  func reader(of language: Language) -> String
  /// Whether its facts hold an ``Outline``, which ``makeResolver(for:inventory:)`` must resolve.
  var needsResolution: Bool { get }
  /// Looks up the names of `facts`, which are those of all its files in a fixed order, and of the files
  /// beside the code that name some of it.
  func makeResolver(for facts: [FileFacts], inventory: Inventory) -> any FactResolver

  /// Whether it has something to read here.
  func concerns(_ inventory: Inventory) -> Bool

  /// The units to extract, sorted by path, and what stood in the way.
  func plan(_ inventory: Inventory) -> ExtractionPlan
  func makeExtractor(root: String) throws -> any Extractor
}

extension FrontEnd {
  package func concerns(_ inventory: Inventory) -> Bool {
    inventory.files.contains { $0.language.map(languages.contains) ?? false }
  }

  package func unavailability(of language: Language) -> String? { unavailability }
  package func reader(of language: Language) -> String { name }
  package var needsResolution: Bool { false }

  package func makeResolver(for facts: [FileFacts], inventory: Inventory) -> any FactResolver {
    ResolvedFacts(facts: facts)
  }
}

/// The second step of front ends that read file by file: names become references once the whole
/// project is known.
package protocol FactResolver: Sendable {
  /// The facts that were given under `index`, complete. Asked from many threads.
  func resolve(_ index: Int) -> FileFacts
}

/// Facts that need no second step.
private struct ResolvedFacts: FactResolver {
  let facts: [FileFacts]

  func resolve(_ index: Int) -> FileFacts { facts[index] }
}

/// Extracts one unit after another; may remember what it has delivered.
package protocol Extractor: AnyObject {
  /// Never fails: bad source gives facts and diagnostics.
  func extract(_ unit: ExtractionUnit) -> UnitFacts
}

/// The units of a front end, sorted, with what was imperfect in the build description.
package struct ExtractionPlan: Sendable {
  package var units: [ExtractionUnit]
  package var diagnostics: [Diagnostic]
  /// Absolute paths that were looked for and are not there: with one of them there, the plan may be
  /// another.
  package var absent: [String] = []

  package init(units: [ExtractionUnit] = [], diagnostics: [Diagnostic] = []) {
    self.units = units
    self.diagnostics = diagnostics
  }
}

/// One file to parse, and how. Travels to worker processes and, digested, into cache keys.
package struct ExtractionUnit: Sendable, Hashable {
  /// The file as the parser must see it, where that differs from its bytes on disk: other encoding,
  /// include names with another case or with backslashes. Line numbers are those of the original.
  package struct Overlay: Sendable, Hashable {
    /// Relative to the root.
    package var path: String
    package var content: [UInt8]

    package init(path: String, content: [UInt8]) {
      self.path = path
      self.content = content
    }
  }

  /// Name of the front end.
  package var frontEnd: String
  /// Main file, relative to the root.
  package var path: String
  package var language: Language
  package var mode: ExtractionMode
  /// Tells apart the configurations of one file; nil where there is only one.
  package var configuration: String?
  /// Arguments for the parser, already on the allow-list.
  package var arguments: [String]
  /// Working directory for relative arguments, absolute.
  package var directory: String
  /// Files that replace those on disk, sorted by path.
  package var overlays: [Overlay]

  package init(
    frontEnd: String, path: String, language: Language, mode: ExtractionMode,
    configuration: String? = nil, arguments: [String] = [], directory: String = "",
    overlays: [Overlay] = []
  ) {
    self.frontEnd = frontEnd
    self.path = path
    self.language = language
    self.mode = mode
    self.configuration = configuration
    self.arguments = arguments
    self.directory = directory
    self.overlays = overlays
  }
}
