import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct ScalaTests {
  private static let source = """
    package a.b
    package c
    import java.util.{List => Many, _}, x.y
    @Singleton("a") case class Order[T <: Base] @Inject() (id: Int = 1, names: String*)(implicit e: E)
        extends Base(id) with Runnable { self: Other =>
      private lazy val all: Seq[String] = Seq("a $id", \"\"\"b ${it}\"\"\", s"c ${id + 1} $e")
      override def run() = all.filter(_.size > 2).map { case (x, y) => x; case z: T => z }
      def this(s: String) = this(s.length)
      val (p, q @ Some(r)) = (1, None)
    }
    object Order { def apply(s: String): Order = new Order(1) { def f = super.run() } }
    enum E(val i: Int) { case A extends E(1); case B, C; case D(x: Int) }
    extension (o: Order) def f[T](x: T)(using y: T): T = for { a <- x; b = a if b } yield a
    given Show[Order] with { def show(o: Order) = o match { case Order(a, _*) | _ => throw new X } }
    type F = Order[_] => (Int, a.B#C)
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0).scala" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 11) { "m\($0).scala" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("{ x => ", " }", 12_000), ("f(", ")", 10_000), ("!", "", 20_000),
      ("if (a) b else ", "", 12_000), ("a :: ", "", 20_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "class A {\n def f() = { val x = \(nest) }\n def after() = f()\n}\n"
    let found = try SyntaxBench.run(text: ["A.scala": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("a long chain is not deep for facts that stand at its ends")
  func chains() throws {
    let sum = (0..<6_000).map { "v\($0)" }.joined(separator: " + ")
    let text = "object A {\n  var v0 = 1\n  def f(): Int = {\n    \(sum)\n  }\n}\n"
    let facts = try SyntaxBench.run(text: ["A.scala": text]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "v0" })
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "def m() = { call(1, \"text\", a.b.c()) }; "
    let text = "class A { " + String(repeating: part, count: 30_000) + "}"
    let found = try SyntaxBench.run(text: ["A.scala": text])
    #expect(found.facts[0].declarations.count > 20_000)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "class Käse {\n  def m() = {}\n}\n// ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide.scala": wide, "latin.scala": latin,
      "mark.scala": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero.scala": Array("class A { \u{0} def m() = {} }".utf8), "empty.scala": [],
    ])
    for facts in found.facts where facts.path != "zero.scala" && facts.path != "empty.scala" {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("what is derived from or inferred from each other in a circle")
  func circles() throws {
    let text = """
      class A extends B { def a() = super.x() }
      class B extends C
      class C extends A { self: A => }
      object O {
        import P._
        def f() = g()
        def g() = f()
        def h() = h().x.y(_.z)
        val p = q
        val q = p
        type T = T
      }
      object P { import O._ }

      """
    let facts = try SyntaxBench.run(text: ["A.scala": text]).facts[0]
    #expect(facts.references.count { $0.kind == .inherit } == 3)
  }

  @Test("Java and Scala see each other, whichever file comes first")
  func order() throws {
    let java = "package m; public class A { public K k() { return new K(); } }"
    let scala = "package m\n\nclass K {\n  def a(a: A) = a.k()\n}\n"
    for names in [("A.java", "K.scala"), ("Z.java", "B.scala")] {
      let found = try SyntaxBench.run(text: [names.0: java, names.1: scala])
      for facts in found.facts {
        #expect(facts.references.contains { $0.kind == .call }, "\(facts.path)")
        #expect(facts.unresolvedReferenceCount == 0, "\(facts.path)")
      }
    }
  }
}
