import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct TypeScriptTests {
  private static let source = """
    import a, { type B as C, d } from './x'; export * from "y"; const { e, f: [g = 1] } = require('./z');
    @Deco({ x: [1, 'y'] }) export default abstract class Order<T extends B = {}> extends mix(C) implements I {
      static #names: Map<string, T[]> = new Map(); constructor(private readonly s: S, public o?: O) { super(); this.q = new Q(); }
      @Get(`/${a}`) async *run<U>(this: T, { h, ...i }: P, ...j: U[]): Promise<U | null> { for await (const k of j) yield k!; }
      get m(): string { return this.m ?? super.m; } set m(v) { label: while (true) break label; }
    }
    namespace N.M { export enum E { A, B = A } export type X<T> = { [K in keyof T]: T extends infer U ? U : never } & Y; }
    export const api = { get() { return <T>x; }, put: async (x) => await import('./lazy'), ...d };
    module.exports = { api, e: function () { exports.late = 1; } }; switch (a) { case N.M.E.A: default: }
    function over(a: string): void; function over(a: any) { try { new a.b<C>(1)?.c[0]`t${d}` } catch { } }
    """
  private static let markup = """
    export const App = ({ a, ...b }) => <><A.B x={y => <C {...b} />} z="q">text {a && <d-e/>}</A.B></>;
    exports.Old = class extends App { state = { n: 0 }; static x; render() { return <App>{this.props}</App> } };
    """
  private static let samples = [
    ("ts", source), ("tsx", markup), ("js", markup), ("js", source),
  ]

  @Test("every prefix of a source gives facts", arguments: samples.indices)
  func truncated(_ number: Int) throws {
    let (ending, text) = Self.samples[number]
    let sources = BrokenSources.prefixes(of: text, step: 5) { "p\($0).\(ending)" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts", arguments: samples.indices)
  func mutated(_ sample: Int) throws {
    let (ending, text) = Self.samples[sample]
    let sources = BrokenSources.mutants(of: text, seed: 11, count: 150) { "m\($0).\(ending)" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("the whole samples fit their grammars")
  func errors() throws {
    let found = try SyntaxBench.run(text: [
      "a.ts": Self.source, "b.tsx": Self.markup, "c.js": Self.markup,
    ])
    for unit in found.units { #expect(unit.errorCount == 0, "\(unit.path)") }
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("[", "]", 20_000), ("f(", ")", 10_000), ("!", "", 20_000),
      ("x => ", "", 12_000), ("{ a: ", "}", 12_000), ("`${", "}`", 12_000), ("a[", "]", 20_000),
      ("new A(", ")", 8_000), ("class { x = ", "}", 2_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "const x = \(nest); function after() { x(); }"
    let found = try SyntaxBench.run(text: ["a.ts": text, "b.js": text])
    #expect(found.facts.count == 2)
    for unit in found.units {
      #expect(unit.diagnostics.count > 0 || depth < 10_000, "\(unit.path)")
    }
  }

  @Test("long chains are not deep for facts that stand at their ends")
  func chains() throws {
    let sum = (0..<6_000).map { "v\($0)" }.joined(separator: " + ")
    let union = (0..<3_000).map { "T\($0)" }.joined(separator: " | ")
    let text = "let v0 = 1; v0 = 2; type T0 = 1; type U = \(union); function f() { return \(sum); }"
    let facts = try SyntaxBench.run(text: ["a.ts": text]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "v0" })
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "T0" })
  }

  @Test("a bundle on one line of more than a megabyte")
  func huge() throws {
    let part = "function m(){var a=b(1,\"text\",c.d.e());return a&&a.f}"
    let text = String(repeating: part, count: 30_000)
    let found = try SyntaxBench.run(text: ["a.js": text])
    #expect(found.units[0].errorCount == 0)
    #expect(found.facts[0].declarations.count > 0)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "export class Käse { m() {} } // ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide.ts": wide, "latin.js": latin, "mark.tsx": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero.js": Array("class A { \u{0} m() {} }".utf8), "empty.ts": [],
    ])
    for facts in found.facts where facts.path != "zero.js" && facts.path != "empty.ts" {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("modules, types and packages that lead to each other in circles")
  func circles() throws {
    let found = try SyntaxBench.run(text: [
      "a.ts":
        "export * from './b'; export { x as y } from './b'; import { lost } from './b'; lost();",
      "b.ts": "export * from './a'; export { y as x } from './a'; import { y } from './a'; y();",
      "c.ts":
        "class A extends B { m() { this.gone(); } } class B extends A {} type T = T; type U = V; type V = U;",
      "d.js": "const d = require('./d'); module.exports = d; d.x();",
      "tsconfig.json":
        #"{"extends": "./tsconfig.json", "compilerOptions": {"paths": {"*": ["*"]}}}"#,
    ])
    #expect(found.facts.count == 4)
    for facts in found.facts { #expect(facts.unresolvedReferenceCount > 0, "\(facts.path)") }
  }

  @Test("configurations that are broken, or lead out of the project, say nothing")
  func configurations() throws {
    let import_ = "import { x } from '@/x'; x();"
    for text in [
      "", "{", "[]", "nonsense", #"{"compilerOptions": {"paths": {"@/*": "x"}}}"#,
      #"{"compilerOptions": {"paths": {"@/*": ["../../*"]}}}"#,
      String(repeating: #"{"a":"#, count: 5_000),
    ] {
      let found = try SyntaxBench.run(text: [
        "a.ts": import_, "x.ts": "export const x = 1;", "tsconfig.json": text,
        "package.json": text,
      ])
      #expect(found.facts[0].inclusions.map(\.outcome) == [.external])
    }
  }

  @Test("the order in which files are given changes nothing")
  func order() throws {
    let name = try #require(SyntaxFixtureTests.cases.first { $0 == "typescript/modules" })
    let sources = try SyntaxFixtureTests.sources(name)
    let first = try SyntaxBench.run(sources)
    let again = try SyntaxBench.run(sources)
    #expect(first.facts.map(\.encoded) == again.facts.map(\.encoded))
  }
}
