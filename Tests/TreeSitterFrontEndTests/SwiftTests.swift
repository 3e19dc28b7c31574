import Basics
import Facts
import Testing

@testable import TreeSitterFrontEnd

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct SwiftTests {
  private static let source = ##"""
    @testable import A; import struct B.C
    @main struct T<K: I & J>: P, @unchecked Sendable where K.E == Int { @W(\.a, b: "c") private var x: [K] = [.init(a: 1)]
      lazy var y: K? = { K() }(); static let s = #"a\#(b)"#; subscript(i: Int) -> K { get { x[i] } set { x[i] = newValue } }
      init?(_ a: Int = 1, b c: inout [String: (K, Int)]) throws { self.x = a ? .b : .c; super.init() } }
    indirect enum E: String { case a, b = "x"
      case c(Int, d: E) }
    extension A.B where T == C { func f() -> Self { self } }
    protocol I: AnyObject { associatedtype O: I = E
      var p: Self.O { get set }
      func m(_: some I) async throws -> any J }
    func g<A>(_ f: @escaping (A, Int) async throws -> Void, v: A...) rethrows -> (A, E) { guard let u = a?.b!.c, case .c(let n, _) = u else { return }
      for case let (k, v) in z where k { print("\(k) \(v, f: 1)") }; switch x { case .a, .b: (); case let e as E where e.f: fallthrough
        default: break }
      do { try await f { [weak self] a, b in self?.x() } h: { $0 + 1 } } catch let e as E { throw e }
      #if os(Linux)
      a = b ?? c
      #endif
      return (v[0], \E.a == x as! E ? [:] : ["a": .b]) }
    """##

  @Test("conditions may cut statements in two")
  func halves() throws {
    let text = """
      func tick(_ text: String) {
        #if DEBUG
        if text.isEmpty {
          done(2)
        #else
        if true {
        #endif
          done(3)
        }
      }
      func done(_ number: Int) {}
      """
    let found = try SyntaxBench.run(["d/d.swift": Array(text.utf8)])
    #expect(found.units.map(\.errorCount) == [0])
    #expect(found.facts.flatMap(\.references).filter { $0.kind == .call }.map(\.line) == [4, 8])
  }

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 5) { "p\($0)/p.swift" }
    let found = try SyntaxBench.run(sources)
    for unit in found.units where unit.parts.isEmpty { Issue.record("\(unit.diagnostics)") }
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 13) { "m/m\($0).swift" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("the whole source has no errors")
  func whole() throws {
    let found = try SyntaxBench.run(text: ["a.swift": Self.source + "\n"])
    #expect(found.units[0].errorCount == 0)
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("f(", ")", 12_000), ("[", "]", 12_000),
      ("{ ", "}()", 12_000), ("a[", "]", 20_000), ("f { ", "}", 12_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "func f() { let x = \(nest); x() }\nlet v: Int = \(nest)\n"
    let found = try SyntaxBench.run(text: ["a.swift": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "extension T { func m() { call(1, \"text\", a.b.c()); p { $0.b(c(), 1) } } }; "
    let found = try SyntaxBench.run(
      text: ["a.swift": "struct T {}; " + String(repeating: part, count: 20_000)])
    #expect(found.facts[0].declarations.count > 20_000)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "struct Käse { func m() {} } // ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide/a.swift": wide, "latin/a.swift": latin,
      "mark/a.swift": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero/a.swift": Array("func \u{0} m() {}".utf8), "empty/a.swift": [],
    ])
    for facts in found.facts where facts.lineCount > 0 && !facts.path.hasPrefix("zero") {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("types, aliases, extensions and imports in circles")
  func circles() throws {
    let found = try SyntaxBench.run(text: [
      "Package.swift": ".target(name: \"A\"), .target(name: \"B\")",
      "Sources/A/a.swift": """
      @_exported import B
      struct A { var b: B } ; typealias X = Y ; typealias Y = X
      extension X { func x() {} }
      extension X.Y.X { func y() {} }
      protocol I: J { } ; protocol J: I { associatedtype K: K }
      extension I where Self: J { func i() { lost() } }
      class C: D {} ; class D: C { func d() { super.d(); self.lost() } }
      func f(a: A, x: X, c: C) { a.b.a.b.a.lost(); x.lost(); c.lost(); c.d() }
      """,
      "Sources/B/b.swift": "@_exported import A\nstruct B { var a: A }\nextension B.A.B { }",
    ])
    #expect(found.facts.count == 2)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  // MARK: What is written in another way before it is parsed

  @Test(
    "an empty tuple is a value where one may stand",
    arguments: [
      ("a.b(())", "a.b([])"), ("return ()", "return []"), ("f(x: ())", "f(x: [])"),
      ("let f: () -> Int", "let f: () -> Int"), ("f()", "f()"), ("{ () in 1 }", "{ () in 1 }"),
      ("case .a:\n  ()\n", "case .a:\n  []\n"), ("x = ( )", "x = [ ]"), ("\"()\"", "\"()\""),
      ("\"\\(f(()) + \"()\")\"", "\"\\(f(()) + \"()\")\""), ("#\"(()\"#", "#\"(()\"#"),
      ("// = ()", "// = ()"), ("/* /* = () */ = () */ = ()", "/* /* = () */ = () */ = []"),
      ("Result<Int, ()>", "Result<Int, ()>"), ("a ? () : b", "a ? [] : b"),
      ("typealias A = ()", "typealias A = ()"), ("where A == ()", "where A == ()"),
      ("case .a(): b()", "case .a  : b()"),
    ])
  func emptyTuples(_ source: String, _ expected: String) {
    #expect(String(decoding: SwiftSource.plain(Array(source.utf8)), as: UTF8.self) == expected)
  }

  @Test(
    "what the grammar does not know is written in another way",
    arguments: [
      ("open.append(1)", "opeN.append(1)"), ("open func f()", "open func f()"),
      ("open(set) var a", "open(set) var a"), ("{ prefix(1) }", "{ prefiX(1) }"),
      ("case .await: a", "case .awaiT: a"), ("try await.a", "try await.a"),
      ("x.await.a", "x.awaiT.a"), ("a._$id", "a.__id"), ("case a(_: Int)", "case a(   Int)"),
      ("x = unsafe f()", "x =        f()"), ("unsafe = 1", "unsafe = 1"),
      ("f: @Sendable (A) -> B", "f:           (A) -> B"),
      ("typealias A<T> = B<T> where T: C", "typealias A<T> = B<T>           "),
      ("typealias A = B\nfunc f() where T: C {", "typealias A = B\nfunc f() where T: C {"),
      ("associatedtype A: B where C: D", "associatedtype A: B where C: D"),
      ("\"open.a #if\"", "\"open.a #if\""), ("#error(\"a\")\nb", "           \nb"),
    ])
  func disguises(_ source: String, _ expected: String) {
    #expect(String(decoding: SwiftSource.plain(Array(source.utf8)), as: UTF8.self) == expected)
  }

  @Test("a branch that opens what another has opened is left out")
  func branches() {
    let source = "#if A\nif a {\n#else\nif b {\n#endif\n}\n#if B\nx\n#elseif C\ny\n#endif\n"
    let plain = String(decoding: SwiftSource.plain(Array(source.utf8)), as: UTF8.self)
    let lines = plain.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.filter { $0 != " " }
    }
    #expect(lines == ["", "ifa{", "", "", "", "}", "", "x", "", "y", "", ""])
    #expect(plain.utf8.count == source.utf8.count)
  }

  // MARK: Manifests

  @Test("targets of a manifest are read as text")
  func manifest() {
    let text = #"""
      let package = Package(name: "a", dependencies: [.package(url: "b", from: "1.0.0")],
        targets: [
          .target(name: "One", dependencies: [.product(name: "X", package: "b"), "Two"]),
          // .target(name: "Gone"),
          .executableTarget(name: "Two", path: "tools/two", exclude: ["path: x"]),
          .testTarget(
            name: "OneTests", dependencies: [.target(name: "One", condition: .when(platforms: [.linux]))]),
          .binaryTarget(name: "Blob", url: "https://example.org/a.zip"),
      """#
    let targets = SwiftManifest(text).targets
    #expect(targets.map(\.name) == ["One", "Two", "OneTests"])
    #expect(targets.first { $0.name == "Two" }?.path == "tools/two")
    #expect(SwiftManifest("").targets.isEmpty)
    #expect(SwiftManifest(".target(name: \"").targets.count <= 1)
  }
}
