import Basics
import Facts
import Testing

/// What fixtures cannot hold: sources that are broken, huge, nested or not text.
@Suite struct PHPTests {
  private static let source = """
    <?php
    namespace A\\B; use C\\{D, E as F, function g, const H}; use function I\\j as k;
    #[Attr(name: 'x', all: [1, 2])] abstract class T extends \\Base implements D, namespace\\F {
      use L, M { L::a insteadof M; M::a as protected b; } const int X = 1, Y = self::X . 'z';
      /** @var array<int, D|null>|F[] $p @template */ public static ?D $p = null, $q; var $r = [];
      public function __construct(private readonly D|F $s, int ...$t) { parent::__construct($s); }
      /** @param D[] $a @return static */ function m(array &$a, self $b = new self(1)): static {
        foreach ($a as [$c, 'k' => $d]) { static $n = 0; global $w; $w->x['y'] = $c?->z(...); }
        if (!$b instanceof D || $b->e()) { return match (true) { D::X, 2 => fn ($q) => $q, default => throw new F }; }
        $o = new class($b) extends T { function i() { return <<<SQL
          SELECT a FROM b WHERE {$this->q} AND $x[0] AND $y->z
          SQL; } }; try { $$o->{$p}(); } catch (D | F $e) { include __DIR__ . "/a/$b.php"; }
        return $this->s::Z . "INSERT INTO {$t[0]}" . 'A\\\\B@c' . `ls $a`; list(, $u) = $o();
      } }
    enum S: string { case One = 'a'; } define('Q', 1); class_alias(T::class, 'Old\\T');
    ?> <p><?= $v ?></p> <?php if ($v): ?> <b> <?php endif;
    """

  @Test("every prefix of a source gives facts")
  func truncated() throws {
    let sources = BrokenSources.prefixes(of: Self.source, step: 3) { "p\($0).php" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("mutated sources give facts")
  func mutated() throws {
    let sources = BrokenSources.mutants(of: Self.source, seed: 13) { "m\($0).php" }
    let found = try SyntaxBench.run(sources)
    #expect(found.facts.count == sources.count)
    for facts in found.facts { #expect(facts.hasValidIndexes, "\(facts.path)") }
  }

  @Test("the whole source has no errors")
  func whole() throws {
    let found = try SyntaxBench.run(text: ["a.php": Self.source + "\n"])
    #expect(found.units[0].errorCount == 0)
  }

  @Test(
    "deep nesting ends, and is said where it is too deep",
    arguments: [
      ("(", ")", 20_000), ("f(", ")", 12_000), ("!", "", 20_000), ("[", "]", 20_000),
      ("fn() => ", "", 12_000), ("function() { return ", ";}", 12_000), ("$a[", "]", 20_000),
      ("new class { const A = ", ";}", 12_000), ("\"{$a[", "]}\"", 12_000),
    ])
  func nested(_ open: String, _ close: String, _ depth: Int) throws {
    let nest = String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    let text = "<?php\nfunction f() { $x = \(nest); }\n$v = \(nest);\n"
    let found = try SyntaxBench.run(text: ["a.php": text])
    #expect(found.facts.count == 1)
    #expect(found.units[0].diagnostics.count > 0)
  }

  @Test("long chains are read to their ends", arguments: [" . ", " + ", " && ", " ?? "])
  func chains(_ mark: String) throws {
    let chain = String(repeating: "$a\(mark)", count: 3_000) + "g()"
    let text = "<?php\nfunction g() { return h()\(mark)\(chain); }\nfunction h() {}\n"
    let facts = try SyntaxBench.run(text: ["a.php": text]).facts[0]
    let used = Set(facts.references.map { facts.symbols[Int($0.to)].name })
    #expect(used.contains("g"))
  }

  @Test(
    "types of documentation nest and end", arguments: ["array<", "(", "A|", "A<B,", "array{", "?"])
  func nestedDocumentation(_ open: String) throws {
    let type = String(repeating: open, count: 20_000)
    let text =
      "<?php\n/** @param \(type) $a\n * @return \(type)\n * @template \(type) */\nfunction f($a) { $a->b(); }\n"
    let facts = try SyntaxBench.run(text: ["a.php": text]).facts[0]
    #expect(facts.declarations.count == 1)
  }

  @Test("text that is not UTF-8 is read as Latin-1, and UTF-16 as such")
  func encodings() throws {
    let text = "<?php\nclass Gr\u{f6}\u{df}e { function a() { $this->a(); } }\n"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    var wide: [UInt8] = [0xff, 0xfe]
    for unit in text.utf16 { wide += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let found = try SyntaxBench.run(["a.php": latin, "b.php": wide])
    for facts in found.facts {
      #expect(facts.symbols.map(\.qualifiedName).contains("Gr\u{f6}\u{df}e::a"))
      #expect(facts.references.count == 1)
    }
  }

  @Test("an enumeration with constants, which the grammar cuts short, keeps its members")
  func constantsOfEnumerations() throws {
    let text = """
      <?php
      namespace A;
      enum S: string {
          case One = 'a';
          const FIRST = self::One;
          public function label(): string { return self::FIRST->value; }
      }
      function after(S $s) { $s->label(); return S::FIRST; }
      """
    let facts = try SyntaxBench.run(text: ["a.php": text]).facts[0]
    let names = Set(facts.symbols.map(\.qualifiedName))
    #expect(names.isSuperset(of: ["A\\S", "A\\S::One", "A\\S::FIRST", "A\\S::label", "A\\after"]))
    let used = facts.references.filter { facts.symbols[Int($0.from)].name == "after" }
      .map { facts.symbols[Int($0.to)].qualifiedName }
    #expect(Set(used) == ["A\\S", "A\\S::label", "A\\S::FIRST"])
  }

  @Test("a class that is its own supertype, and traits that use each other, end")
  func cycles() throws {
    let text = """
      <?php
      class A extends B { function a() { return $this->x()->y(); } use T; }
      class B extends A { }
      trait T { use U; function t() { $this->none(); } }
      trait U { use T; }
      """
    let found = try SyntaxBench.run(text: ["a.php": text])
    #expect(found.facts[0].references.count >= 4)
  }
}
