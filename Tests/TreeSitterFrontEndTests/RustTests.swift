import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct RustTests {
  private static let source = #"""
    use a::{self, b::*, c as d}; mod e; #[cfg(x)] pub(crate) mod f { pub use super::*; }
    #[derive(Clone, g::H)] pub struct T<'a, K: I + 'a = u8, const N: usize>(pub &'a K, [u8; N]) where K: J;
    enum E { A, B(T<'static, u8, 1>), C { x: Box<dyn Fn(u8) -> E + Send> } } union U { a: u8 }
    trait I: J + for<'b> K<'b> { type O: I; const P: Self::O; fn m(&self, _: impl I) -> Self where Self: Sized; }
    impl<'a, K> I for T<'a, K, 1> { type O = K; fn m(mut self, (a, b): (u8, E)) -> Self { self.0.m::<u8>(a)?.await } }
    macro_rules! q { ($a:expr, $($b:ident),*) => { $crate::f::g($a); $($b)* }; }
    static mut S: Mutex<u8> = Mutex::new(1); thread_local! { static L: Cell<u8> = Cell::new(1); }
    fn f<A>(x: A) -> Result<A, E> { let Some(y @ E::B(T(..))) = x else { return }; match y { E::C { x, .. } if x() => q!(1, b),
      [a, .., z] | &(ref a, z) => loop { if let Ok(c) = z && a { break 'l; } }, _ => |v: &_| -> u8 { v.0[1..].len() } }
      println!("{L}", a.b::<C>(d)?[0], e = <A as I>::m); T::<u8> { 0: 1, ..Default::default() }; "SELECT a FROM b" }
    """#

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 5) { "p\($0)/p.rs" }
    let found = try SyntaxBench.run(sources)
    for unit in found.units where unit.parts.isEmpty { Issue.record("\(unit.diagnostics)") }
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 12) { "m/m\($0).rs" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("comments that a grammar nests are read once, and end")
  func documentation() throws {
    let text = """
      //! Says what it is for:
      //!```
      //!# use a::b;
      //!```
      // on two lines
      // @trigger http GET /x
      fn f() {} /// after it
      /** a block */
      fn g() {}
      """
    let found = try SyntaxBench.run(["d/d.rs": Array(text.utf8)])
    #expect(found.facts.map(\.codeLineCount) == [2])
    #expect(found.facts.flatMap(\.triggers).map(\.line) == [6])
  }

  @Test("the whole source has no errors")
  func whole() throws {
    let found = try SyntaxBench.run(text: ["a.rs": Self.source + "\n"])
    #expect(found.units[0].errorCount == 0)
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("f(", ")", 12_000), ("!", "", 20_000), ("[", "]", 12_000),
      ("{ ", "}", 12_000), ("a[", "]", 20_000), ("&", "", 20_000), ("|x| ", "", 12_000),
      ("m!(", ")", 12_000), ("if x { ", "}", 12_000), ("match x { _ => ", "}", 12_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "fn f() { let x = \(nest); x() }\nconst V: u8 = \(nest);\n"
    let found = try SyntaxBench.run(text: ["a.rs": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test(
    "types, modules and uses that are nested deeply",
    arguments: [
      ("type A = ", "Vec<", "u8", ">", ";"), ("type A = ", "&", "u8", "", ";"),
      ("use ", "a::{", "b", "}", ";"), ("", "mod a { ", "fn f() {}", "}", ""),
      ("fn f() { let ", "Some(", "x", ")", " = y; }"),
    ])
  func nestedParts(
    _ start: String, _ open: String, _ inner: String, _ close: String, _ end: String
  ) throws {
    let text =
      start + String(repeating: open, count: 12_000) + inner
      + String(repeating: close, count: 12_000) + end
    let found = try SyntaxBench.run(text: ["a.rs": text + "\nfn last() {}\n"])
    #expect(found.facts[0].hasValidIndexes)
  }

  @Test("a long chain is not deep for facts that stand at its ends")
  func chains() throws {
    let sum = (0..<6_000).map { "V\($0)" }.joined(separator: " + ")
    let text = "const V0: u8 = 0;\nfn f() -> u8 { \(sum) }\n"
    let facts = try SyntaxBench.run(text: ["a.rs": text]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "V0" })
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "impl T { fn m(&self) { call(1, \"text\", a.b.c()); p!(a, b.c(), 1) } } "
    let found = try SyntaxBench.run(
      text: ["a.rs": "struct T; " + String(repeating: part, count: 20_000)])
    #expect(found.facts[0].declarations.count > 20_000)
    #expect(found.units[0].errorCount == 0)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "struct Käse; impl Käse { fn m() {} } // ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide/a.rs": wide, "latin/a.rs": latin, "mark/a.rs": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero/a.rs": Array("fn \u{0} m() {}".utf8), "empty/a.rs": [],
    ])
    for facts in found.facts where facts.lineCount > 0 && !facts.path.hasPrefix("zero") {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("types, traits, aliases, imports and modules in circles")
  func circles() throws {
    let found = try SyntaxBench.run(text: [
      "src/lib.rs": """
      mod a; mod b;
      struct A(B); struct B(Box<A>); type X = Y; type Y = X; impl X { fn x(&self) {} }
      trait I: J { fn i(&self) { self.lost() } } trait J: I {}
      impl<T: J> I for T {} impl<T: I> J for T {}
      fn f(a: A, x: X, t: impl I + J) { a.0.0.0.lost(); x.lost(); t.lost(); a::c(); b::c::d::e(); }
      """,
      "src/a.rs": "pub use crate::b::*; pub use super::b::c; mod a; #[path = \"lib.rs\"] mod l;",
      "src/b.rs": "pub use crate::a::*; pub use super::a::c; #[path = \"b.rs\"] mod b;",
      "src/a/a.rs": "#[path = \"../a.rs\"] mod a;",
    ])
    #expect(found.facts.count == 4)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("manifests that are broken lead to nothing")
  func manifests() throws {
    let found = try SyntaxBench.run(text: [
      "Cargo.toml": "[workspace\nmembers = [\"a\n[[]]\n= 1\n[a.b]]\nx = { y = { \n\"",
      "a/Cargo.toml":
        "[package]\nname = \"a\"\nname.x = 1\n[[bin]]\n[dependencies]\nb = { path = \"../../..\" }\n"
        + "c = { path = \"../c\", workspace = }\nd = [[[[\n",
      "a/src/lib.rs": "use b::x;\nuse c::y;\nuse d::z;\n",
      "c/Cargo.toml": "package = 1\n[package]\nname = 'c'",
      "c/src/lib.rs": "pub fn y() {}",
    ])
    let outcomes = found.facts[0].inclusions.map(\.outcome)
    #expect(outcomes == [.external, .project(1), .external])
  }

  @Test("the order in which files are given changes nothing")
  func order() throws {
    let sources = try SyntaxFixtureTests.sources("rust/members")
    let first = try SyntaxBench.run(sources)
    let again = try SyntaxBench.run(sources)
    #expect(first.facts.map(\.encoded) == again.facts.map(\.encoded))
  }
}
