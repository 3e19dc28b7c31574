internal import Basics
package import Configuration
package import Facts
package import FrontEnd
internal import TreeSitterBinding

/// Languages that are read by grammars of tree-sitter: file by file, then resolved together.
package struct TreeSitterFrontEnd: FrontEnd {
  package let name = "syntax"
  /// Grammars bring scanners of their own in C, which may crash on what they did not expect.
  package let isIsolated = true
  package let needsResolution = true
  private let shelf: GrammarShelf
  private let packs: [FrameworkPack]
  /// Bytes; a library that was made small tells nothing of the program, and has a lot to say.
  private static let largestMinified = 256_000

  /// `packs` come on top of those of the tool.
  package init(grammars: GrammarSearch, packs: [FrameworkPack] = []) {
    shelf = GrammarShelf(grammars)
    self.packs = packs
  }

  package var languages: [Language] { SyntaxLanguages.all.map(\.language) }

  package var revision: String {
    SyntaxLanguages.all.map { language in
      "\(language.language.rawValue) \(language.revision) \(shelf.fingerprint(language.grammar))"
    }.joined(separator: "; ") + " sql \(SQLScanner.revision)"
  }

  /// Nil if at least one language can be read; opens no more grammars than it takes to know.
  package var unavailability: String? {
    var first: String?
    for language in languages {
      guard let reason = unavailability(of: language) else { return nil }
      first = first ?? reason
    }
    return first
  }

  package func unavailability(of language: Language) -> String? {
    guard let known = syntaxLanguage(language) else { return "the language has no grammar" }
    switch shelf[known.grammar] {
    case .success: return nil
    case .failure(let missing): return missing.reason
    }
  }

  package func reader(of language: Language) -> String {
    guard let known = syntaxLanguage(language), let grammar = try? shelf[known.grammar].get() else {
      return ""
    }
    return "grammar of version \(grammar.version), \(grammar.path)"
  }

  private func syntaxLanguage(_ language: Language) -> (any SyntaxLanguage)? {
    SyntaxLanguages.all.first { $0.language == language }
  }

  package func plan(_ inventory: Inventory) -> ExtractionPlan {
    let present = Set(inventory.files.compactMap(\.language))
    let readable = present.filter { unavailability(of: $0) == nil }
    var plan = ExtractionPlan()
    for file in inventory.files {
      guard let language = file.language, readable.contains(language) else { continue }
      if file.size > Self.largestMinified, file.isMinified {
        plan.diagnostics.append(
          Diagnostic(
            .note, "minified-file",
            "a minified file of \(file.size / 1000) kB is not read: what it was made from says more",
            path: file.path))
        continue
      }
      var unit = ExtractionUnit(
        frontEnd: name, path: file.path, language: language, mode: .direct)
      if Array(file.path.utf8) != file.rawPath { overlay(file, inventory.root, &unit) }
      plan.units.append(unit)
    }
    return plan
  }

  /// A name that is not UTF-8 cannot be found again by its text, so its content travels along.
  private func overlay(_ file: SourceFile, _ root: String, _ unit: inout ExtractionUnit) {
    let path = Array(root.utf8) + [UInt8(ascii: "/")] + file.rawPath
    if let content = try? FileSystem.read(path, limit: SyntaxExtractor.largestSize) {
      unit.overlays = [ExtractionUnit.Overlay(path: file.path, content: content)]
    }
  }

  package func makeExtractor(root: String) -> any Extractor {
    SyntaxExtractor(root: root, shelf: shelf)
  }

  package func makeResolver(for facts: [FileFacts], inventory: Inventory) -> any FactResolver {
    ProjectResolver(
      facts, inventory, languages: SyntaxLanguages.all, packs: FrameworkPack.standard + packs)
  }
}

extension SourceFile {
  /// By the name; a person may have said that it is code like any other.
  fileprivate var isMinified: Bool {
    guard role == .generated || role == .vendored else { return false }
    return [".min.js", ".bundle.js", ".min.mjs"].contains(where: path.hasSuffix)
  }
}
