import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, nested or derived in circles.
@Suite struct CSharpTests {
  private static let source = """
    global using X = A.B; using static C.D;
    namespace N.M;
    [Table("t", Name = nameof(A.B))]
    public partial record Order<T>(int Id, T Value) : Base<T>(Id), IRun where T : Base<T>, new() {
      public event Action<int>? Done; public int this[int i] { get => i; set { _a[i] = value; } }
      public static async Task<T> Run(params string[] args) {
        await foreach (var (k, v) in Map) { if (k is Order<T> { Id: > 2, Value.X: var x } o) o.Do(x => x?.Y(1)!); }
        var r = k switch { Point(int a, var b) when a > 1 => $"a {b:N} {c}", A.B or not null => @"x""y", _ => throw new E() };
        var q = from a in b join c in d on a.X equals c.Y let e = c.Z where e select new { e, F = a };
        switch (r) { case Order<T> y when y.Id > 1: goto case 3; default: break; }
        try { } catch (E e) when (e.X) { } return new() { A = { B = 1 }, ["k"] = [1, ..x] };
      }
    }
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 5) { "p\($0).cs" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    var sources = BrokenSources.mutants(of: Self.source, seed: 11) { "m\($0)/M.cs" }
    for number in 0..<200 {
      sources["m\(number)/M.csproj"] = Array("<Project/>".utf8)
    }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == 200)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test(
    "deep nesting ends",
    arguments: [
      ("(", ")", 12_000), ("f(", ")", 6_000), ("a?.b(", ")", 4_000), ("x => ", "", 6_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "class A { int F() { int x = \(nest); return 1; } void After() { F(); } }"
    let found = try SyntaxBench.run(text: ["A.cs": text])
    #expect(found.facts.count == 1)
    #expect(found.facts[0].hasValidIndexes)
  }

  @Test("types that are derived from each other in a circle, in parts")
  func circles() throws {
    let found = try SyntaxBench.run(text: [
      "A.cs": "partial class A : B { void F() { Lost(); base.X(); } } class B : A {}",
      "B.cs": "partial class A : A { } interface I : I { } class T<X> where X : X { X x; }",
    ])
    #expect(found.facts.flatMap(\.references).count { $0.kind == .inherit } == 4)
  }

  @Test("a project file that is no XML, or leaves the repository, changes nothing")
  func projects() throws {
    let found = try SyntaxBench.run(text: [
      "a/A.csproj": "<Project><ProjectReference Include='../../../../x.csproj'/><Ref <<\"",
      "a/A.cs": "class A { B b; }", "b/B.csproj": "", "b/B.cs": "public class B {}",
    ])
    #expect(found.facts.allSatisfy { $0.references.isEmpty })
  }

  @Test("mutated sources of one type in parts, each derived from others, give facts")
  func mutatedParts() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 12) { "M\($0).cs" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == 200)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  /// Ways through these hierarchies are more than any machine can go: 40 to the power of 40.
  @Test("types above each other in many ways are each visited once")
  func lattices() throws {
    let (width, height) = (40, 40)
    var text = ""
    for level in 0..<height {
      for place in 0..<width {
        let above = (0..<width).map { "I\(level + 1)_\($0)<T>" }.joined(separator: ", ")
        let base = level + 1 < height ? " : " + above : ""
        text += "public interface I\(level)_\(place)<T>\(base) { }\n"
      }
    }
    text += "public interface Top<T> { T Item { get; } }\n"
    text += "public partial class Use : I0_0<Use> { void F(Use u) { u.Lost.X(); Lost(); } }\n"
    text += "public partial class Use : I0_1<Use>, Top<Use> { void G() { this.Item.F(this); } }\n"
    let found = try SyntaxBench.run(text: ["A.cs": text])
    #expect(found.facts.flatMap(\.references).contains { $0.kind == .call })
  }

  @Test("one type in parts that are each derived from all other types")
  func partsOfAll() throws {
    var sources: [String: String] = [:]
    let names = (0..<64).map { "P\($0)" }
    for (number, name) in names.enumerated() {
      let others = names.map { "\($0)<\($0)<T>>" }.joined(separator: ", ")
      sources["A\(number).cs"] = """
        public partial class \(name)<T> : \(others) where T : \(names[(number + 1) % 64])<T> {
          T item; void F() { item.Lost(); item.item.item.F(); foreach (var x in this) x.Lost(); }
        }
        public partial class Q<A, B> : \(others.replacing("T", with: "A")) where A : B where B : A {
          A a; B b; void G\(number)() { a.Lost(); b.a.Lost(); Lost(); item.item.Lost(); }
        }
        """
    }
    let found = try SyntaxBench.run(text: sources)
    #expect(found.facts.count == 64)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("other encodings, with and without their marks")
  func encodings() throws {
    let text = "\nclass Käse\r\n{ void M() { M(); } } // ß"
    func wide(_ isBig: Bool) -> [UInt8] {
      let units = [0xfeff] + Array(text.utf16)
      return units.flatMap { unit -> [UInt8] in
        let (low, high) = (UInt8(unit & 0xff), UInt8(unit >> 8))
        return isBig ? [high, low] : [low, high]
      }
    }
    let found = try SyntaxBench.run([
      "big.cs": wide(true), "little.cs": wide(false),
      "latin.cs": text.unicodeScalars.map { UInt8($0.value) },
      "mark.cs": [0xef, 0xbb, 0xbf] + Array(text.utf8), "plain.cs": Array(text.utf8),
      "zero.cs": Array("class A { \u{0} void M() {} }".utf8), "empty.cs": [],
    ])
    #expect(found.facts.count == 7)
    for facts in found.facts where !["zero.cs", "empty.cs"].contains(facts.path) {
      #expect(facts.symbols.map(\.name) == ["Käse", "M"], "\(facts.path)")
      #expect(facts.references.map(\.line) == [3], "\(facts.path)")
    }
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "void M() { Call(1, $\"t{a}\", a.B[0]?.C()); } "
    let text = "class A { " + String(repeating: part, count: 30_000) + "}"
    let found = try SyntaxBench.run(text: ["A.cs": text])
    #expect(found.facts[0].declarations.count > 20_000)
    #expect(found.units[0].errorCount == 0)
  }

  @Test("build files that take each other in, or name what only a build knows")
  func buildFiles() throws {
    let found = try SyntaxBench.run(text: [
      "Directory.Build.props": "<Project><Import Project='a/A.props'/></Project>",
      "a/A.props": """
      <Project><Import Project="../Directory.Build.props" />
      <Using Include="N" /></Project>
      """,
      "a/Directory.Build.props": """
      <Project><Import Project="$([MSBuild]::GetPathOfFileAbove('Directory.Build.props', '../'))" />
      </Project>
      """,
      "a/A.csproj": "<Project><ProjectReference Include='$(Lost)' /></Project>",
      "a/A.cs": "class A { B b; }",
      "b/B.csproj": "<Project><ProjectReference Include='../a/A.csproj' /></Project>",
      "b/B.cs": "namespace N { public class B { A a; } }",
    ])
    let edges = found.facts.map { facts in facts.references.count { $0.kind == .type } }
    #expect(edges == [1, 1])
  }

  @Test("what a library's builder hands to a function is the library's")
  func builders() throws {
    let found = try SyntaxBench.run(text: [
      "A.cs": """
      using Microsoft.EntityFrameworkCore;
      class A {
        void F(ModelBuilder model, Own own) {
          model.Entity("A", b => { b.Property<int>("Id").HasColumnType("int").IsRequired(); });
          own.Entity("A", b => { b.Lost(); });
        }
      }
      class Own { public void Entity(string name, object set) {} }
      """
    ])
    #expect(found.facts[0].unresolvedReferenceCount == 1)
  }

  @Test("a namespace that ends like the platform's does not hide it")
  func platform() throws {
    let found = try SyntaxBench.run(text: [
      "A/A.csproj": "<Project/>",
      "A/A.cs": "using System;\nnamespace N.M { class A { Guid a; Lost b; } }",
      "A/B.cs": "namespace N.System { class Lost {} }",
    ])
    #expect(found.facts.allSatisfy { $0.unresolvedReferenceCount == 0 && $0.references.isEmpty })
  }
}
