import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct PythonTests {
  private static let source = """
    import a.b as c, d
    from . import (x, y as z)
    @c.wrap(1, key="v")
    class Order[T](Base[T], metaclass=Meta):
      names: list["Order | None"] = []
      async def run(self, *args: int, key: "Order" = None, **rest) -> Order:
        global count
        async with c.open() as f, g() as (h, i): count += 1; self.x[1] = f"{h!r:>{i}} SELECT a FROM b"
        match self.names:
          case [Order(x=1), *others] | {"k": v} if v: return await (lambda q, *r: q)(others)
        return [n for n in self.names if (m := n)] or {**rest, 1: lambda: 0}
    if __name__ == "__main__": Order().run(); del x[0]
    try: pass
    except* (A, B) as e: raise e from None
    type Alias[T] = dict[str, T]
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0).py" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 11) { "m\($0).py" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("[", "]", 20_000), ("f(", ")", 10_000), ("not ", "", 20_000),
      ("lambda: ", "", 12_000), ("a[", "]", 20_000), ("-", "", 20_000), ("{1: ", "}", 10_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let found = try SyntaxBench.run(text: ["a.py": "def f():\n  x = \(nest)\n\ndef g():\n  f()\n"])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("a long chain is not deep for facts that stand at its ends")
  func chains() throws {
    let sum = (0..<6_000).map { "v\($0)" }.joined(separator: " + ")
    let facts = try SyntaxBench.run(text: ["a.py": "v0 = 1\ndef f():\n  return \(sum)\n"]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "v0" })
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let text = "x = [" + String(repeating: "call(1, \"text\", a.b.c()), ", count: 50_000) + "]\n"
    let found = try SyntaxBench.run(text: ["a.py": text + "def call(*a): pass\n"])
    let facts = found.facts[0]
    #expect(facts.references.count { facts.symbols[Int($0.to)].name == "call" } == 50_000)
    #expect(found.units[0].errorCount == 0)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "class Käse:\n  def m(self): pass  # ß\n"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide.py": wide, "latin.py": latin, "mark.py": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "crlf.py": Array(text.replacing("\n", with: "\r\n").utf8),
    ])
    for facts in found.facts {
      #expect(facts.symbols.dropFirst().map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 4)
  }

  @Test("circles of imports, of wildcards and of supertypes end")
  func circles() throws {
    let found = try SyntaxBench.run(text: [
      "a.py": "from b import *\nfrom b import lost\nclass A(B): pass\nlost()\nA().gone()\n",
      "b.py": "from a import *\nfrom a import lost\nclass B(A): pass\nclass C(C): pass\n",
    ])
    let facts = found.facts[0]
    #expect(facts.references.count { $0.kind == .inherit } == 1)
    #expect(facts.unresolvedReferenceCount >= 2)
  }

  /// Ways through these imports are more than any machine can go.
  @Test("modules that take in all of each other are each asked once")
  func cliques() throws {
    var sources: [String: String] = [:]
    for number in 0..<60 {
      let all = (0..<60).map { "from m\($0) import *\nfrom m\($0) import lost, gone as lost\n" }
      sources["m\(number).py"] = all.joined() + "def f\(number)(): pass\nlost()\nf59()\n"
    }
    let found = try SyntaxBench.run(text: sources)
    #expect(found.facts.allSatisfy { facts in facts.references.contains { $0.kind == .call } })
  }

  @Test("equal sources give equal facts")
  func equality() throws {
    for name in SyntaxFixtureTests.cases where name.hasPrefix("python/") {
      let sources = try SyntaxFixtureTests.sources(name)
      let first = try SyntaxBench.run(sources)
      #expect(first.facts.map(\.encoded) == (try SyntaxBench.run(sources)).facts.map(\.encoded))
    }
  }
}
