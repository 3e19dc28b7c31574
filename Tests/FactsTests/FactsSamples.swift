import Basics
import Facts

/// Well-formed facts made from a seed, every field in use, sizes as the seed has it.
func sampleFacts(seed: UInt64, references: Int = 40) -> FileFacts {
  var random = SeededGenerator(seed: seed)
  var facts = FileFacts(path: "src/ÿ\t\(seed).cpp", language: .cpp)
  facts.lineCount = .max
  facts.codeLineCount = UInt32(random.next(below: 5000))
  facts.externalReferenceCount = UInt32(random.next(below: 300))
  facts.unresolvedReferenceCount = UInt32(random.next(below: 3))
  facts.paths = (0..<(1 + random.next(below: 9))).map { "include/p\($0).h" }
  facts.symbols = (0..<(1 + random.next(below: 30))).map { sampleSymbol($0, &facts, &random) }
  let symbols = facts.symbols.count
  facts.declarations = (0..<symbols).map {
    Declaration(
      symbol: UInt32($0), line: UInt32(random.next(below: 900)), endLine: .max,
      traits: .init(rawValue: UInt16(truncatingIfNeeded: random.next())))
  }
  var line = 0
  facts.references = (0..<references).map { _ in
    line += random.next(below: 5) - 1
    return Reference(
      from: sampleScope(symbols, &random), to: UInt32(random.next(below: symbols)),
      kind: pick(EdgeKind.allCases, &random),
      line: UInt32(max(1, line)), isProbable: random.next(below: 9) == 0)
  }
  addDetails(to: &facts, &random)
  return facts
}

private func pick<Element>(_ all: [Element], _ random: inout SeededGenerator) -> Element {
  all[random.next(below: all.count)]
}

private func sampleScope(_ symbols: Int, _ random: inout SeededGenerator) -> UInt32 {
  random.next(below: 4) == 0 ? Reference.fileLevel : UInt32(random.next(below: symbols))
}

private func sampleSymbol(
  _ number: Int, _ facts: inout FileFacts, _ random: inout SeededGenerator
) -> Symbol {
  let path = UInt32(random.next(below: facts.paths.count))
  let name = pick(["f", "", "größe", "operator<<"], &random) + "\(number % 3)"
  return Symbol(
    key: "c:@F@\(number)#", name: name,
    qualifiedName: pick([name, "a::b::" + name, "anonymous", ""], &random),
    kind: pick(SymbolKind.allCases, &random),
    home: pick([.external, .defined(path), .declared(path)], &random))
}

private func addDetails(
  to facts: inout FileFacts, _ random: inout SeededGenerator
) {
  facts.inclusions = [
    Inclusion(line: 1, spelling: "a.h", isAngled: false, outcome: .project(0)),
    Inclusion(line: 2, spelling: "b.h", isAngled: true, isMacro: true, outcome: .external),
    Inclusion(line: .max, spelling: "", isAngled: true, isConditional: true, outcome: .missing),
  ]
  facts.dataAccesses = (0..<random.next(below: 4)).map {
    DataAccess(
      store: pick(DataAccess.Store.allCases, &random), name: "t\($0)",
      access: pick(DataAccess.Access.allCases, &random), line: 3,
      symbol: sampleScope(facts.symbols.count, &random))
  }
  facts.foreignKeys = [ForeignKey(table: "orders", referenced: "users", line: 9)]
  facts.lifetime = LifetimeFact.Kind.allCases.map {
    LifetimeFact(
      kind: $0, line: 4, symbol: sampleScope(facts.symbols.count, &random), detail: "exit")
  }
  let handlers: [TriggerDeclaration.Handler] = [
    .nothing, .symbol(0), .name("ns::run"), .command(["sh", "-c", ""]),
  ]
  facts.triggers = handlers.map {
    TriggerDeclaration(
      kind: pick(TriggerKind.allCases, &random), origin: .implied, rule: "comment.trigger",
      handler: $0, attributes: [.init(key: "cron", value: "0 2 * * *")], line: 7, evidence: "@t")
  }
}

/// A unit with parts of all kinds.
func sampleUnit(seed: UInt64) -> UnitFacts {
  var unit = UnitFacts(path: "src/a.c", mode: .inferred)
  unit.parts = [
    .init(path: "src/a.c", fingerprint: Digest(of: "a"), facts: sampleFacts(seed: seed)),
    .init(path: "src/a.h", fingerprint: Digest(high: .max, low: 0), facts: nil),
  ]
  unit.dependencies = [.init(path: "/usr/include/stdio.h", digest: Digest(of: "stdio"))]
  unit.missingIncludes = ["x.h", "y/z.h"]
  unit.diagnostics = [
    Diagnostic(.error, "missing-header", "\"x.h\" not found", path: "src/a.c", line: 3),
    Diagnostic(.note, "n", ""),
  ]
  unit.errorCount = 2
  return unit
}
