import Basics
import Facts

/// The facts of a file as lines of text, in the words of the expectations in fixtures.
struct FactText {
  /// One fact: its text, and the line that it stands on if it has one.
  struct Line: Hashable {
    var text: String
    var line: UInt32?
  }

  let facts: FileFacts

  var lines: [Line] {
    var lines = declarations + references + inclusions + others
    lines += facts.symbols.map { Line(text: "key \($0.qualifiedName) \($0.key)") }
    lines += facts.symbols.map { Line(text: "home \($0.qualifiedName) \(home($0.home))") }
    return lines + counts
  }

  private var counts: [Line] {
    [
      Line(text: "external \(facts.externalReferenceCount)"),
      Line(text: "unresolved \(facts.unresolvedReferenceCount)"),
      Line(text: "lines \(facts.lineCount) \(facts.codeLineCount)"),
      Line(text: "count lifetime \(facts.lifetime.count)"),
      Line(text: "count references \(facts.references.count)"),
    ]
  }

  private func name(_ symbol: UInt32) -> String {
    symbol == Reference.fileLevel ? "-" : facts.symbols[Int(symbol)].qualifiedName
  }

  private func home(_ home: SymbolHome) -> String {
    switch home {
    case .defined(let path): "defined \(facts.paths[Int(path)])"
    case .declared(let path): "declared \(facts.paths[Int(path)])"
    case .external: "external"
    }
  }

  private var declarations: [Line] {
    let traits: [(Declaration.Traits, String)] = [
      (.definition, "definition"), (.fileLocal, "fileLocal"), (.mutableState, "mutableState"),
      (.threadLocal, "threadLocal"), (.virtual, "virtual"), (.entryPoint, "entryPoint"),
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

  private var references: [Line] {
    facts.references.map { reference in
      Line(
        text: (reference.isProbable ? "probable-" : "") + reference.kind.name
          + " \(name(reference.from)) -> \(name(reference.to))", line: reference.line)
    }
  }

  private var inclusions: [Line] {
    facts.inclusions.map { inclusion in
      var text = "include"
      if inclusion.isMacro { text += "-macro" }
      if inclusion.isConditional { text += "-conditional" }
      switch inclusion.outcome {
      case .project(let path): text += " \(inclusion.spelling) -> \(facts.paths[Int(path)])"
      case .external: text += "-external \(inclusion.spelling)"
      case .missing: text += "-missing \(inclusion.spelling)"
      }
      return Line(text: text, line: inclusion.line)
    }
  }

  private var others: [Line] {
    let data = facts.dataAccesses.map {
      Line(text: "\($0.store) \($0.access) \($0.name) in \(name($0.symbol))", line: $0.line)
    }
    let lifetime = facts.lifetime.map {
      Line(
        text: "lifetime \($0.kind.name) \($0.detail.isEmpty ? "-" : $0.detail) in "
          + name($0.symbol), line: $0.line)
    }
    let triggers = facts.triggers.map { trigger in
      var handler = "nothing"
      if case .symbol(let symbol) = trigger.handler { handler = name(symbol) }
      let pairs = trigger.attributes.map { " \($0.key)=\($0.value)" }
      return Line(
        text: "trigger \(trigger.kind.rawValue) \(trigger.origin.rawValue) on \(handler)"
          + pairs.joined())
    }
    return data + lifetime + triggers
  }
}

/// An expectation in a fixture: `// want: fact`, or `// want: !fact` for one that must not be.
///
/// Behind code, the fact must stand on that line; on a line of its own, anywhere in the file.
struct Expectation {
  var text: String
  var isAbsent: Bool
  var line: UInt32?

  static func all(in source: String) -> [Expectation] {
    var found: [Expectation] = []
    for (i, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard let mark = line.firstRange(of: "// want: ") else { continue }
      let text = String(line[mark.upperBound...])
      let isAbsent = text.hasPrefix("!")
      let isAlone = line[..<mark.lowerBound].allSatisfy(\.isWhitespace)
      let isPlaced = !isAlone && !isAbsent && !text.hasPrefix("trigger")
      found.append(
        Expectation(
          text: isAbsent ? String(text.dropFirst()) : text, isAbsent: isAbsent,
          line: isPlaced ? UInt32(i + 1) : nil))
    }
    return found
  }

  func isMet(by lines: Set<FactText.Line>) -> Bool {
    let isThere =
      line.map { lines.contains(.init(text: text, line: $0)) }
      ?? lines.contains { $0.text == text }
    return isThere != isAbsent
  }
}
