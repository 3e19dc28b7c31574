import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct JavaTests {
  private static let source = """
    package a.b;
    import java.util.List;
    public class Order<T extends Base> extends Base implements Runnable {
      private static final List<String> NAMES = List.of("a", "b");
      @Override public void run() {
        for (var x : NAMES) { if (x instanceof String s && s.length() > 2) call(s, y -> y + 1); }
        switch (mode) { case A, B -> { } default -> throw new IllegalStateException("no " + mode); }
        new Thread(() -> { synchronized (this) { Order.super.toString(); } }).start();
      }
      record Pair(int a, String... b) {} enum E { A { void f() {} }, B; }
    }
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0).java" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 7) { "m\($0).java" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("{", "}", 20_000), ("f(", ")", 10_000), ("!", "", 20_000),
      ("x -> ", "", 12_000), ("new A<", ">", 5_000), ("a[", "]", 20_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "class A { int f() { int x = \(nest); } void after() { f(); } }"
    let found = try SyntaxBench.run(text: ["A.java": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("a long chain is not deep for facts that stand at its ends")
  func chains() throws {
    let sum = (0..<6_000).map { "v\($0)" }.joined(separator: " + ")
    let text = "class A { static int v0; int f() { return \(sum); } }"
    let facts = try SyntaxBench.run(text: ["A.java": text]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "v0" })
  }

  @Test("classes nested in classes")
  func nestedTypes() throws {
    let count = 3_000
    let text = (0..<count).map { "class C\($0) { " }.joined() + String(repeating: "}", count: count)
    let facts = try SyntaxBench.run(text: ["A.java": text]).facts[0]
    #expect(facts.declarations.count > 2_000)
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "void m() { call(1, \"text\", a.b.c()); } "
    let text = "class A { " + String(repeating: part, count: 40_000) + "}"
    let found = try SyntaxBench.run(text: ["A.java": text])
    #expect(found.facts[0].declarations.count > 30_000)
    #expect(found.units[0].errorCount == 0)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "class Käse { void m() {} } // ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide.java": wide, "latin.java": latin, "mark.java": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero.java": Array("class A { \u{0} void m() {} }".utf8), "empty.java": [],
    ])
    for facts in found.facts where facts.path != "zero.java" && facts.path != "empty.java" {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("types that are derived from each other in a circle")
  func circles() throws {
    let text = """
      class A extends B { void a() { lost(); super.x(); } } class B extends C {} class C extends A {}
      interface I extends I { } class T<X extends X> { X x; void m() { x.y(); } }
      """
    let facts = try SyntaxBench.run(text: ["A.java": text]).facts[0]
    #expect(facts.references.count { $0.kind == .inherit } == 4)
    #expect(facts.unresolvedReferenceCount >= 2)
  }

  @Test("the order in which files are given changes nothing")
  func order() throws {
    let name = try #require(SyntaxFixtureTests.cases.first { $0.hasSuffix("names") })
    let sources = try SyntaxFixtureTests.sources(name)
    let first = try SyntaxBench.run(sources)
    let again = try SyntaxBench.run(sources)
    #expect(first.facts.map(\.encoded) == again.facts.map(\.encoded))
  }
}
