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
    let bytes = Array(Self.source.utf8)
    var sources: [String: [UInt8]] = [:]
    for count in stride(from: 0, through: bytes.count, by: 5) {
      sources["p\(count).cs"] = Array(bytes[..<count])
    }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    var generator = SeededGenerator(seed: 11)
    let bytes = Array(Self.source.utf8)
    var sources: [String: [UInt8]] = [:]
    for number in 0..<200 {
      var copy = bytes
      for _ in 0..<4 {
        let position = Int(generator.next() % UInt64(copy.count))
        copy[position] = UInt8(truncatingIfNeeded: generator.next())
      }
      sources["m\(number)/M.cs"] = copy
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
}
