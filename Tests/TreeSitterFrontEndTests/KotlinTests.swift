import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct KotlinTests {
  private static let source = """
    @file:JvmName("Orders")
    package a.b
    import java.util.List as Many
    data class Order<T : Base>(val id: Int = 1, vararg names: String) : Base(id), Runnable by it {
      private val names: List<String> by lazy { listOf("a $id", \"\"\"b ${it.c}\"\"\") }
      override fun run() = names.filter { it.length > 2 }.forEach { (x, y) -> call(x, y::z) }
      companion object { const val A = 1 }
      var p: Int get() = field
        private set(value) { field = value }
    }
    fun <T> Order<T>.load(value: Any): T? where T : Base {
      when (val v = value) { is Order<*>, !is Base -> v.run(); in 1..2 -> throw X("no $v"); else -> {} }
      if (value !is Order<*> || value.id == 1) return null
      return object : Base(1) { override fun f() = super.f() }.g<T>(1) { this@load.run() } as? T
    }
    enum class E(val i: Int) { A(1) { fun f() = 1 }, B(2) }
    typealias F = suspend Order<*>.(Int) -> Unit
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0).kt" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 7) { "m\($0).kt" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("f { ", " }", 12_000), ("f(", ")", 10_000), ("!", "", 20_000),
      ("if (a) b else ", "", 12_000), ("a.b<C<", ">>()", 3_000), ("a[", "]", 20_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "class A {\n fun f() { val x = \(nest) }\n fun after() { f() }\n}\n"
    let found = try SyntaxBench.run(text: ["A.kt": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("a long chain is not deep for facts that stand at its ends")
  func chains() throws {
    let sum = (0..<6_000).map { "v\($0)" }.joined(separator: " + ")
    let text = "var v0 = 1\n\nfun f(): Int {\n  return \(sum)\n}\n"
    let facts = try SyntaxBench.run(text: ["A.kt": text]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "v0" })
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "fun m() { call(1, \"text\", a.b.c()) }; "
    let text = "class A { " + String(repeating: part, count: 40_000) + "}"
    let found = try SyntaxBench.run(text: ["A.kt": text])
    #expect(found.facts[0].declarations.count > 30_000)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "class Käse {\n  fun m() {}\n}\n// ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide.kt": wide, "latin.kt": latin, "mark.kt": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero.kt": Array("class A { \u{0} fun m() {} }".utf8), "empty.kt": [],
    ])
    for facts in found.facts where facts.path != "zero.kt" && facts.path != "empty.kt" {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("what is derived from or inferred from each other in a circle")
  func circles() throws {
    let text = """
      open class A : B() {
        fun a() = super.x()
      }
      open class B : C()
      open class C : A()
      fun f() = g()
      fun g() = f()
      fun h() = h().x.y { it.z }
      val p = q
      val q = p
      fun A.e() = this.e()
      typealias T = T

      """
    let facts = try SyntaxBench.run(text: ["A.kt": text]).facts[0]
    #expect(facts.references.count { $0.kind == .inherit } == 3)
  }

  @Test("Java and Kotlin see each other, whichever file comes first")
  func order() throws {
    let java = "package m; public class A { public K k() { return new K(); } }"
    let kotlin = "package m\n\nclass K {\n  fun a(a: A) = a.k()\n}\n"
    for names in [("A.java", "K.kt"), ("Z.java", "B.kt")] {
      let found = try SyntaxBench.run(text: [names.0: java, names.1: kotlin])
      for facts in found.facts {
        #expect(facts.references.contains { $0.kind == .call }, "\(facts.path)")
        #expect(facts.unresolvedReferenceCount == 0, "\(facts.path)")
      }
    }
  }
}
