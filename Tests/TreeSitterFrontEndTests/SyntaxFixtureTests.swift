import Facts
import Foundation
import Testing

/// Fixtures: `Fixtures/syntax/LANGUAGE/CASE`, sources whose comments say which facts must be found.
///
/// `// want: FACT` (or `# want: …`) behind code must be found on that line; on a line of its own,
/// anywhere in the file. `!FACT` must not be found in the file.
@Suite struct SyntaxFixtureTests {
  static let folder = SyntaxBench.repository.appendingPathComponent("Tests/Fixtures/syntax")

  static let cases: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.split(separator: "/").count == 2 }.sorted()
  }()

  @Test("every expectation of a fixture holds", arguments: cases)
  func expectations(_ name: String) throws {
    let sources = try Self.sources(name)
    let found = try SyntaxBench.run(sources)
    var count = 0
    for facts in found.facts {
      let lines = SyntaxFactText(facts: facts).lines
      for expectation in SyntaxExpectation.all(in: sources[facts.path]!) {
        count += 1
        let isMet = expectation.isMet(by: lines)
        #expect(isMet, "\(name)/\(facts.path):\(expectation.number): \(expectation.text)")
      }
    }
    #expect(count > 0)
  }

  @Test("fixtures fit their grammars", arguments: cases)
  func errors(_ name: String) throws {
    let units = try SyntaxBench.run(try Self.sources(name)).units
    for unit in units { #expect(unit.errorCount == 0, "\(name)/\(unit.path)") }
  }

  @Test("there are fixtures") func present() { #expect(Self.cases.count >= 7) }

  static func sources(_ name: String) throws -> [String: [UInt8]] {
    let root = folder.appendingPathComponent(name)
    var sources: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { continue }
      sources[path] = Array(data)
    }
    return sources
  }
}

struct SyntaxExpectation {
  var text: String
  var isAbsent: Bool
  /// Where the fact must stand; nil for anywhere.
  var line: UInt32?
  /// Where the expectation stands.
  var number: Int

  static func all(in source: [UInt8]) -> [SyntaxExpectation] {
    let lines = String(decoding: source, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().compactMap { index, line in
      guard let mark = line.firstRange(of: " want: ") else { return nil }
      let before = line[..<mark.lowerBound].drop { $0.isWhitespace }
      var text = line[mark.upperBound...]
      // Markup closes its comments.
      for end in [" -->", " --%>"] where text.hasSuffix(end) { text = text.dropLast(end.count) }
      let isAlone = ["//", "#", "<!--", "<%--", ""].contains(before)
      let isAbsent = text.hasPrefix("!")
      return SyntaxExpectation(
        text: String(isAbsent ? text.dropFirst() : text), isAbsent: isAbsent,
        line: isAlone || isAbsent || text.hasPrefix("trigger") ? nil : UInt32(index + 1),
        number: index + 1)
    }
  }

  func isMet(by lines: Set<SyntaxFactText.Line>) -> Bool {
    let isThere =
      line.map { lines.contains(.init(text: text, line: $0)) }
      ?? lines.contains { $0.text == text }
    return isThere != isAbsent
  }
}

/// The facts of a file as lines of text, in the words of the expectations.
struct SyntaxFactText {
  struct Line: Hashable {
    var text: String
    var line: UInt32?
  }

  let facts: FileFacts

  var lines: Set<Line> {
    Set(
      declarations + facts.references.flatMap(text) + facts.inclusions.flatMap(text) + data + others
        + [
          Line(text: "external \(facts.externalReferenceCount)"),
          Line(text: "unresolved \(facts.unresolvedReferenceCount)"),
          Line(text: "lines \(facts.lineCount) \(facts.codeLineCount)"),
        ])
  }

  private func name(_ symbol: UInt32) -> String {
    symbol == Reference.fileLevel ? "-" : facts.symbols[Int(symbol)].qualifiedName
  }

  private var declarations: [Line] {
    let traits: [(Declaration.Traits, String)] = [
      (.definition, "definition"), (.mutableState, "mutableState"), (.entryPoint, "entryPoint"),
      (.abstract, "abstract"),
    ]
    return facts.declarations.map { declaration in
      let symbol = facts.symbols[Int(declaration.symbol)]
      let words = traits.filter { declaration.traits.contains($0.0) }.map { " " + $0.1 }
      return Line(
        text: "declare \(symbol.kind) \(symbol.qualifiedName)" + words.joined(),
        line: declaration.line)
    }
  }

  /// Plain, with the key of the used symbol, and with its file.
  private func text(_ reference: Reference) -> [Line] {
    let symbol = facts.symbols[Int(reference.to)]
    let text =
      (reference.isProbable ? "probable-" : "") + reference.kind.name
      + " \(name(reference.from)) -> \(symbol.qualifiedName)"
    var forms = [text, text + " #" + symbol.key]
    if case .defined(let path) = symbol.home { forms.append(text + " @" + facts.paths[Int(path)]) }
    return forms.map { Line(text: $0, line: reference.line) }
  }

  /// Plain, and with what it is for.
  private func text(_ inclusion: Inclusion) -> [Line] {
    let text =
      switch inclusion.outcome {
      case .project(let path): "import \(inclusion.spelling) -> \(facts.paths[Int(path)])"
      case .external: "import-external \(inclusion.spelling)"
      case .missing: "import-missing \(inclusion.spelling)"
      }
    return [text, "\(text) for \(inclusion.purpose)"].map { Line(text: $0, line: inclusion.line) }
  }

  private var data: [Line] {
    facts.dataAccesses.map {
      Line(text: "\($0.store) \($0.access) \($0.name) in \(name($0.symbol))", line: $0.line)
    }
  }

  private var others: [Line] {
    let lifetime = facts.lifetime.map {
      Line(
        text: "lifetime \($0.kind.name) \($0.detail.isEmpty ? "-" : $0.detail) in "
          + name($0.symbol), line: $0.line)
    }
    let annotations = facts.annotations.map { annotation in
      Line(
        text: "annotation \(annotation.qualifiedName)"
          + annotation.arguments.map { " \($0.key)=\($0.value)" }.joined()
          + " on \(name(annotation.symbol))", line: annotation.line)
    }
    let triggers = facts.triggers.map { trigger in
      var handler = "nothing"
      if case .symbol(let symbol) = trigger.handler { handler = name(symbol) }
      return Line(
        text: "trigger \(trigger.kind.rawValue) \(trigger.origin.rawValue) on \(handler)"
          + trigger.attributes.map { " \($0.key)=\($0.value)" }.joined())
    }
    return lifetime + annotations + triggers
  }
}
