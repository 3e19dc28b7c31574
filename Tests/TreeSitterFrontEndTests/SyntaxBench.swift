import Basics
import ConfigurationFrontEnd
import Facts
import Foundation
import FrontEnd
import TreeSitterFrontEnd

/// The front end with the grammars that the set-up installs, at work on sources given as text.
struct SyntaxBench {
  static let repository = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let frontEnd = TreeSitterFrontEnd(
    grammars: GrammarSearch(folders: [repository.path + "/.build/grammars"]))

  /// What is found in files, before and after names were resolved.
  struct Found {
    var units: [UnitFacts]
    var facts: [FileFacts]

    var diagnostics: [Diagnostic] { units.flatMap(\.diagnostics) }
  }

  /// Extracts and resolves sources by path; languages by the ending of the path. The facts travel
  /// through their byte form, as they do from workers.
  static func run(_ sources: [String: [UInt8]]) throws -> Found {
    let folder = try TemporaryFolder()
    var files: [SourceFile] = []
    for path in sources.keys.sorted() {
      let language = language(of: path)
      let full = URL(filePath: folder.path).appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: full.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(sources[path]!).write(to: full)
      files.append(
        SourceFile(
          path: path, rawPath: Array(path.utf8), language: language,
          role: path.contains("/test/") || path.hasSuffix("_test.go") ? .test : .production,
          size: sources[path]!.count))
    }
    return try run(Inventory(root: folder.path, files: files))
  }

  /// A grammar is not there: a test must not go on as if its source were empty.
  struct Unavailable: Error, CustomStringConvertible {
    var description: String
  }

  private static func run(_ inventory: Inventory) throws -> Found {
    for language in Set(inventory.files.compactMap(\.language)) where language.isCode {
      if let reason = frontEnd.unavailability(of: language) {
        throw Unavailable(description: reason)
      }
    }
    let extractor = frontEnd.makeExtractor(root: inventory.root)
    let beside = ConfigurationFrontEnd()
    let reader = beside.makeExtractor(root: inventory.root)
    let units =
      frontEnd.plan(inventory).units.map { extractor.extract($0) }
      + beside.plan(inventory).units.map { reader.extract($0) }
    let facts = try units.flatMap(\.parts).compactMap(\.facts).map {
      try FileFacts(decoding: $0.encoded)
    }
    let resolver = frontEnd.makeResolver(for: facts, inventory: inventory)
    return Found(units: units, facts: facts.indices.map { resolver.resolve($0) })
  }

  static func run(text sources: [String: String]) throws -> Found {
    try run(sources.mapValues { Array($0.utf8) })
  }

  private static func language(of path: String) -> Language? {
    let endings: [(String, Language)] = [
      (".cs", .csharp), (".cjs", .javascript), (".cts", .typescript), (".go", .go),
      (".java", .java),
      (".js", .javascript), (".jsx", .javascript), (".kt", .kotlin), (".mjs", .javascript),
      (".mts", .typescript), (".py", .python), (".ts", .typescript), (".tsx", .tsx),
      (".rb", .ruby), (".rs", .rust), (".scala", .scala), (".php", .php), (".phtml", .php),
      (".xml", .xml), (".jsp", .jsp), (".tag", .jsp), (".swift", .swift),
    ]
    if path.hasSuffix("Package.swift") { return nil }
    return endings.first { path.hasSuffix($0.0) }?.1
  }
}
