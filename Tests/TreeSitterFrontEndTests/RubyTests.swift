import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct RubyTests {
  private static let source = """
    require_relative "a"
    module A; class B::C < D[1]; has_many :xs, -> { order(:a) }, class_name: "X"
      class << self; attr_accessor :z; end
      X = Struct.new(:a) do def f(a, b = 1, *c, k: 2, **o, &d) = super; end
      def m; @a ||= Foo.new(1) { |x, (y, z)| x.q = 2 }; a, b = 1, 2; x&.y::z; x.(1); end
      scope :s, -> { where(a: 1) }; delegate :a, to: :b, prefix: true; alias x y
      before_action :f, if: :g; A.class_eval do include B; extend self; end
    end; end
    begin; f <<~SQL, %w[a b], %i[c d], "a#{b}c"
      select 1 from t
    SQL
    rescue A::E => e; ensure; end
    case v when Foo then 1 end
    case v
    in Foo(x:) then 1
    in {a: Integer => n} then 2
    end
    namespace(:a) { resources :b; get "c", to: "d#e" }; ::Foo::BAR; $g += 1; @@c = 1
    """

  @Test("every prefix of a source gives facts", arguments: ["a.rb", "routes.rb", "schema.rb"])
  func truncated(_ name: String) throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0)/\(name)" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 11) { "m/m\($0).rb" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("the whole source has no errors")
  func whole() throws {
    let found = try SyntaxBench.run(text: ["a.rb": Self.source + "\n"])
    #expect(found.units[0].errorCount == 0)
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("f(", ")", 12_000), ("!", "", 20_000), ("[", "]", 12_000),
      ("-> { ", "}", 12_000), ("a[", "]", 20_000), ("f { |x| ", "}", 12_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "class A\ndef f\nx = \(nest)\nend\nB = \(nest)\nend\n"
    let found = try SyntaxBench.run(text: ["a.rb": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("a long chain of operators is not deep")
  func chains() throws {
    let sum = (0..<6_000).map { "A::V\($0)" }.joined(separator: " + ")
    let facts = try SyntaxBench.run(text: ["a.rb": "module A; V0 = 1; end\nx = \(sum)\n"]).facts[0]
    #expect(facts.references.contains { facts.symbols[Int($0.to)].name == "V0" })
  }

  @Test("a source on one line of more than a megabyte")
  func huge() throws {
    let part = "def m; call(1, \"text\", a.b.c { |x| x.y }); end; "
    let text = "class T; " + String(repeating: part, count: 25_000) + "end"
    let found = try SyntaxBench.run(text: ["a.rb": text])
    #expect(found.facts[0].declarations.count > 25_000)
    #expect(found.units[0].errorCount == 0)
  }

  @Test("other encodings")
  func encodings() throws {
    let text = "class Käse; def m; end; end # ß"
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let found = try SyntaxBench.run([
      "wide/a.rb": wide, "latin/a.rb": latin, "mark/a.rb": [0xef, 0xbb, 0xbf] + Array(text.utf8),
      "zero/a.rb": Array("class A; \u{0} end".utf8), "empty/a.rb": [],
    ])
    for facts in found.facts where facts.lineCount > 0 && !facts.path.hasPrefix("zero") {
      #expect(facts.symbols.map(\.name) == ["Käse", "m"], "\(facts.path)")
    }
    #expect(found.facts.count == 5)
  }

  @Test("types that are derived from each other in a circle")
  func circles() throws {
    let text = """
      class A < B; include M; def f; super; lost; C.lost; end; end
      class B < A; extend B; end
      module M; include M; include A; extend self; end
      C = D
      D = C
      class E::F < E::F; end
      def lost; end
      """
    let facts = try SyntaxBench.run(text: ["a.rb": text]).facts[0]
    #expect(facts.references.count { $0.kind == .inherit } == 7)
  }

  @Test("names that say nothing: endless ones, and those of many classes")
  func naming() throws {
    let classes = (0..<200).map { "class Word\($0)Thing; def glide; end; end\n" }.joined()
    let long = String(repeating: "thing_", count: 20_000) + "thing"
    let text = """
      \(classes)class User
      def f(thing, \(long)); thing.glide; @\(long).glide; \(long).glide; end
      def g(word7_thing); word7_thing.glide; end
      end
      """
    let facts = try SyntaxBench.run(text: ["a.rb": text]).facts[0]
    let used = facts.references.filter { facts.symbols[Int($0.to)].name == "glide" }
    let targets = used.map { facts.symbols[Int($0.to)].qualifiedName }
    #expect(targets == ["Word7Thing.glide"])
    #expect(!used.contains { !$0.isProbable })
  }

  @Test("what a mixin calls is a method that those who take it in can have")
  func mixins() throws {
    let text = """
      module Handling; def authorize_fully!; end; end
      class Payment < Library::Row; include Handling; end
      class CardPayment < Payment; include Charged; end
      module Charged; def charge; authorize_fully!; end; end
      class Page < Library::Page; include Moveable; end
      module Moveable; def load; authorize_fully!; end; end
      module Loose; def loosen; authorize_fully!; end; end
      """
    let facts = try SyntaxBench.run(text: ["a.rb": text]).facts[0]
    let used = facts.references.filter { facts.symbols[Int($0.to)].name == "authorize_fully!" }
    let sources = used.map { facts.symbols[Int($0.from)].qualifiedName }
    #expect(sources == ["Charged.charge", "Loose.loosen"])
    #expect(!used.contains { !$0.isProbable })
  }

  @Test("the order in which files are given changes nothing")
  func order() throws {
    let sources = try SyntaxFixtureTests.sources("ruby/rails")
    let first = try SyntaxBench.run(sources)
    let again = try SyntaxBench.run(sources)
    #expect(first.facts.map(\.encoded) == again.facts.map(\.encoded))
  }
}
