import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct GoTests {
  private static let source = """
    package a
    import ("b/c"; x "d"; . "e"; _ "f")
    type T[K comparable, V any] struct { *c.Base; a, b map[K][]V `json:"a"`; f func(x.Y) (z error) }
    type I interface { M(int, ...string) (a, b T[int, c.X]); c.J; ~int | string }
    func (t *T[K, V]) M(n int, s ...string) (a, b T[int, c.X]) {
      for i, v := range t.a { if w, ok := v.(x.Y); ok && w.Z > 1 { go func() { <-ch }() } }
      switch q := any(t).(type) { case nil, *T[K, V]: q.M(1); default: return }
      select { case m := <-ch: m.x[1:2] = T[int, string]{a: nil, b: {1: {2}}}; case ch <- 1: }
      var _ I = (*T[int, int])(nil); const k, l = iota, "SELECT a FROM " + "b"
      return F[int](t), struct{ a int }{1}
    }
    var ( a, b = F(1); _ I = &T[int, int]{} )
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0)/p.go" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 11) { "m/m\($0).go" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("the whole source has no errors")
  func whole() throws {
    let found = try SyntaxBench.run(text: ["a.go": Self.source + "\n"])
    #expect(found.units[0].errorCount == 0)
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("f(", ")", 12_000), ("!", "", 20_000), ("[]int{", "}", 12_000),
      ("func() { ", "}", 12_000), ("a[", "]", 20_000), ("*", "", 20_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "package a\nfunc f() { x := \(nest); x() }\nvar v = \(nest)\n"
    let found = try SyntaxBench.run(text: ["a.go": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("types that are nested deeply", arguments: ["map[string]", "[]", "*", "chan ", "func() "])
  func nestedTypes(_ open: String) throws {
    let text = "package a\nvar v \(String(repeating: open, count: 12_000))int\nfunc f() { v() }\n"
    let facts = try SyntaxBench.run(text: ["a.go": text]).facts[0]
    #expect(facts.declarations.count == 2)
  }

  @Test("a long chain is not deep for facts that stand at its ends")
  func chains() throws {
    let sum = (0..<6_000).map { "v\($0)" }.joined(separator: " + ")
    let text = "package a\nvar v0 int\nfunc f() int { return \(sum) }\n"
    let facts = try SyntaxBench.run(text: ["a.go": text]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "v0" })
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "func (t *T) m() { call(1, \"text\", a.b.c()) }; "
    let text = "package a; type T struct{}; " + String(repeating: part, count: 30_000)
    let found = try SyntaxBench.run(text: ["a.go": text])
    #expect(found.facts[0].declarations.count > 30_000)
    #expect(found.units[0].errorCount == 0)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "package a; type Käse struct{}; func (k Käse) m() {} // ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide/a.go": wide, "latin/a.go": latin, "mark/a.go": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero/a.go": Array("package a; func \u{0} m() {}".utf8), "empty/a.go": [],
    ])
    for facts in found.facts where facts.lineCount > 0 && !facts.path.hasPrefix("zero") {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("types that are made of each other in a circle")
  func circles() throws {
    let text = """
      package a
      type A struct { B }; type B struct { C }; type C struct { *A }
      type I interface { I; J }; type J interface { I }
      type L []L; type F func() F; type X Y; type Y X; type Z = Z
      func f(a A, i I, l L, g F, x X, z Z) {
        a.lost(); i.lost(); l[0][1].lost(); g()()().lost(); x.lost(); z.lost()
      }
      var _ I = A{}
      """
    let facts = try SyntaxBench.run(text: ["a.go": text]).facts[0]
    #expect(facts.references.count { $0.kind == .inherit } == 6)
    #expect(facts.unresolvedReferenceCount >= 2)
  }

  @Test("descriptions of modules that are broken lead to nothing")
  func modules() throws {
    let sources = [
      "go.mod":
        "modul\nmodule\n\nreplace (\n a => \n => ./b\n c => ../../..\nmodule m\n)\nmodule m",
      "go.work": "replace(\n\tq => ./b\n)\nuse (",
      "a/a.go": "package a\nimport \"m/b\"\nimport \"c/d\"\nimport \"q\"\nimport \"../../../x\"\n",
      "b/b.go": "package b",
    ]
    let found = try SyntaxBench.run(text: sources)
    let outcomes = found.facts[0].inclusions.map(\.outcome)
    #expect(outcomes == [.project(1), .external, .project(1), .external])
  }

  @Test("the order in which files are given changes nothing")
  func order() throws {
    let sources = try SyntaxFixtureTests.sources("go/members")
    let first = try SyntaxBench.run(sources)
    let again = try SyntaxBench.run(sources)
    #expect(first.facts.map(\.encoded) == again.facts.map(\.encoded))
  }
}
