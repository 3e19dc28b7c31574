internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// A language that is read by a grammar of tree-sitter: one folder of this target.
///
/// A language brings two things: a reader, which turns the tree of one file into an ``Outline``, and
/// rules, which say what the names of an outline mean in the project.
protocol SyntaxLanguage: Sendable {
  var language: Language { get }
  var grammar: GrammarName { get }
  /// Changes whenever equal trees may give other facts.
  var revision: Int { get }

  /// A source in a form that means the same and that the grammar reads better; lines stay the same.
  func prepared(_ source: [UInt8]) -> [UInt8]
  func makeReader(_ grammar: Grammar) -> any OutlineReader
  /// How names are looked up; called once for all files of the languages with the same ``family``.
  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules
  /// Languages of one family see each other's declarations.
  var family: LanguageFamily { get }
}

extension SyntaxLanguage {
  func prepared(_ source: [UInt8]) -> [UInt8] { source }
}

/// Where the grammar of a language is found.
struct GrammarName: Sendable, Hashable {
  /// The part of the file name that is the grammar's own: `java` for `libtree-sitter-java.so`.
  var file: String
  /// The function that gives it; by default `tree_sitter_` and the name of the file.
  var symbol: String

  init(_ file: String, symbol: String? = nil) {
    self.file = file
    self.symbol =
      symbol ?? "tree_sitter_" + String(file.map { $0 == "-" ? "_" : $0 })
  }
}

enum LanguageFamily: Sendable, Hashable, CaseIterable {
  case go
  /// Java, Kotlin, Scala: packages, types and members by the same names.
  case jvm
  case csharp
  /// JavaScript and TypeScript: modules by paths.
  case ecma
  case php
  /// Modules by dotted names.
  case python
  /// Constants and files by paths.
  case ruby
  case rust
  /// Modules of files that see each other.
  case swift

  /// Whether what a function gives is known by what stands in it alone, so that one is known by the next.
  var infersResults: Bool { self == .ruby }

  /// Whether names of types are kept in lower case, because the language ignores it.
  var foldsTypes: Bool { self == .php }

  /// Whether files beside the code name its types: mappings and wirings in XML.
  var isNamedOutside: Bool { self == .jvm || self == .csharp || self == .php }
}

/// Reads the tree of one file into an outline and the facts that need no names of other files.
protocol OutlineReader {
  func read(into draft: inout OutlineDraft)
}

/// The languages there are, one line each.
enum SyntaxLanguages {
  static let all: [any SyntaxLanguage] = [
    CSharpLanguage(),
    GoLanguage(),
    JSPLanguage(),
    JavaLanguage(),
    JavaScriptLanguage(),
    KotlinLanguage(),
    PHPLanguage(),
    PythonLanguage(),
    RubyLanguage(),
    RustLanguage(),
    ScalaLanguage(),
    SwiftLanguage(),
    TSXLanguage(),
    TypeScriptLanguage(),
  ]
}
