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
  facts.annotations = [
    Annotation(
      name: "Get", qualifiedName: "web.Get",
      arguments: [.init(key: "", value: "/a"), .init(key: "m", value: "")],
      symbol: sampleScope(symbols, &random), line: 7)
  ]
  facts.links = DeclaredLink.Relation.allCases.map {
    DeclaredLink(
      $0, from: .init(pick(DeclaredLink.End.Kind.allCases, &random), "a.B#größe"),
      to: .init(pick(DeclaredLink.End.Kind.allCases, &random), ""), line: .max)
  }
  if seed % 2 == 1 { facts.outline = sampleOutline(symbols, &random) }
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
    Inclusion(line: 3, spelling: "a.b", isAngled: false, isImport: true, outcome: .missing),
    Inclusion(
      line: 4, spelling: "c", isAngled: false, isImport: true, purpose: .types,
      outcome: .project(0)),
    Inclusion(
      line: 5, spelling: "d", isAngled: false, isImport: true, purpose: .late, outcome: .external),
    Inclusion(line: .max, spelling: "", isAngled: true, isConditional: true, outcome: .missing),
  ]
  facts.dataAccesses = (0..<random.next(below: 4)).map {
    DataAccess(
      store: pick(DataAccess.Store.allCases, &random), name: "t\($0)",
      access: pick(DataAccess.Access.allCases, &random), line: 3,
      symbol: sampleScope(facts.symbols.count, &random))
  }
  facts.foreignKeys = [ForeignKey(table: "orders", referenced: "users", line: 9)]
  facts.derivations = [
    Derivation(
      of: "close_order", .procedure,
      to: SQLScanner.Access(access: .write, table: "orders", line: 0)),
    Derivation(
      of: "open_orders", .table,
      to: SQLScanner.Access(access: .read, table: "due", line: 0, store: .function)),
  ]
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

/// An outline whose terms are made of earlier ones, of both kinds.
private func sampleOutline(_ symbols: Int, _ random: inout SeededGenerator) -> Outline {
  var outline = Outline()
  outline.names = ["a.b", "größe", "", "T"]
  outline.imports = [
    Outline.Import(path: 0, line: 1, marks: .wildcard),
    Outline.Import(path: 0, name: 1, alias: 3, line: .max, level: 2, marks: [.member, .global]),
  ]
  var inner = Outline.Scope(.type, parent: 0, owner: 0, symbol: UInt32(symbols - 1))
  inner.supertypes = [0, Outline.none]
  outline.scopes = [Outline.Scope(.file, parent: Outline.none), inner]
  var type = Outline.Binding(name: 3, kind: .type, marks: .isInterface, scope: 0)
  (type.inner, type.symbol) = (1, 0)
  var function = Outline.Binding(name: 1, kind: .function, scope: 1)
  (function.type, function.parameters, function.least, function.most) = (
    0, [1, Outline.none], 1, 2
  )
  outline.bindings = [type, function]
  outline.signature = sampleTerms(isBody: false, &random)
  outline.body = sampleTerms(isBody: true, &random).encoded
  return outline
}

private func sampleTerms(isBody: Bool, _ random: inout SeededGenerator) -> Terms {
  var terms = Terms()
  for index in 0..<(2 + random.next(below: 20)) {
    let own: UInt32 = isBody ? Terms.bodyBit : 0
    var term = Term(
      pick(Term.Kind.allCases, &random), pick(Term.Use.allCases, &random),
      name: random.next(below: 3) == 0 ? Outline.none : UInt32(random.next(below: 4)),
      base: index == 0 ? Outline.none : UInt32(random.next(below: index)) | own,
      scope: UInt32(random.next(below: 2)), line: UInt32(random.next(below: 90)))
    term.operands = UInt32(terms.operands.count)
    if index > 0 {
      term.count = UInt16(random.next(below: 3))
      // The signature has at least two terms, so that a body may be made of the first.
      for _ in 0..<term.count {
        terms.operands.append(
          pick([Outline.none, isBody ? 0 : UInt32(index - 1), UInt32(index - 1) | own], &random))
      }
    }
    terms.terms.append(term)
  }
  return terms
}
