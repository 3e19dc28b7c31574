internal import Basics
internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Extracts one file after another; keeps the parsers of the languages that it has met.
final class SyntaxExtractor: Extractor {
  /// Larger files hold data, not code.
  static let largestSize = 64 << 20
  /// Levels of nesting that are read. Our own readers recurse over the tree.
  private static let depthLimit = 10_000
  private static let stackSize = 512 << 20

  private let root: String
  private let shelf: GrammarShelf
  private var tools: [Language: Tools] = [:]

  private struct Tools {
    var grammar: Grammar
    var parser: SyntaxParser
    var reader: any OutlineReader
    var language: any SyntaxLanguage
    /// For each kind of the grammar.
    var isComment: [Bool]
  }

  init(root: String, shelf: GrammarShelf) {
    self.root = root
    self.shelf = shelf
  }

  func extract(_ unit: ExtractionUnit) -> UnitFacts {
    var result = UnitFacts(path: unit.path, mode: unit.mode)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try read(unit)
    } catch {
      return Self.failed(result, "unreadable-file", error.description)
    }
    let digest = Digest(of: bytes)
    result.dependencies = [UnitFacts.Dependency(path: unit.path, digest: digest)]
    guard let tools = tools(unit.language) else {
      return Self.failed(result, "no-grammar", "the grammar of the language cannot be loaded")
    }
    let tree: SyntaxTree
    do throws(SyntaxParser.Failure) {
      tree = try tools.parser.parse(tools.language.prepared(SourceText.utf8(bytes)))
    } catch {
      let reason = error == .timedOut ? "took more than a minute" : "is too large"
      return Self.failed(result, "not-parsed", "the file \(reason) and has no facts")
    }
    return runOnLargeStack(bytes: Self.stackSize) {
      Self.read(tree, unit, tools, digest, into: result)
    }
  }

  private static func read(
    _ tree: SyntaxTree, _ unit: ExtractionUnit, _ tools: Tools, _ digest: Digest,
    into start: UnitFacts
  ) -> UnitFacts {
    var result = start
    var draft = OutlineDraft(path: unit.path, language: unit.language, tree: tree)
    tools.reader.read(into: &draft)
    let functions = draft.functions
    var facts = draft.finished()
    // A reader that makes a wrong index must not lose the file in silence.
    guard facts.hasValidIndexes else {
      return failed(
        result, "inconsistent-facts", "the file's facts contradict each other; report it")
    }
    let comments = SourceComments(tree, isComment: tools.isComment)
    comments.countLines(into: &facts)
    result.diagnostics += comments.readTriggers(into: &facts, functions: functions)
    result.diagnostics += problems(of: tree, unit.path)
    result.errorCount = UInt32(clamping: tree.errorCount)
    var context = ByteWriter()
    context.write(unit.path)
    context.write(digest)
    result.parts = [
      UnitFacts.Part(path: unit.path, fingerprint: Digest(of: context.bytes), facts: facts)
    ]
    return result
  }

  private static func problems(of tree: SyntaxTree, _ path: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    if tree.errorCount > 0 {
      found.append(
        Diagnostic(
          .note, "syntax-error",
          "\(tree.errorCount) place\(tree.errorCount == 1 ? "" : "s") that the grammar does not "
            + "know; what stands there may be lost",
          path: path, line: Int(tree.firstErrorLine)))
    }
    if tree.isCut {
      found.append(
        Diagnostic(
          .warning, "nested-too-deeply",
          "nested more than \(depthLimit) levels deep; what lies deeper is left out", path: path))
    }
    return found
  }

  private static func failed(_ result: UnitFacts, _ code: String, _ message: String) -> UnitFacts {
    var result = result
    result.diagnostics.append(Diagnostic(.error, code, message, path: result.path))
    result.errorCount = 1
    return result
  }

  private func tools(_ language: Language) -> Tools? {
    if let known = tools[language] { return known }
    guard let known = SyntaxLanguages.all.first(where: { $0.language == language }),
      let grammar = try? shelf[known.grammar].get()
    else { return nil }
    let made = Tools(
      grammar: grammar, parser: SyntaxParser(grammar: grammar, depthLimit: Self.depthLimit),
      reader: known.makeReader(grammar), language: known,
      isComment: SourceComments.kinds(of: grammar))
    tools[language] = made
    return made
  }

  private func read(_ unit: ExtractionUnit) throws(FileError) -> [UInt8] {
    if let overlay = unit.overlays.first(where: { $0.path == unit.path }) { return overlay.content }
    return try FileSystem.read(Array("\(root)/\(unit.path)".utf8), limit: Self.largestSize)
  }
}
