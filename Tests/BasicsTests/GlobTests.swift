import Basics
import Testing

struct GlobTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var pattern: String
    var hits: [String]
    var misses: [String]
    var testDescription: String { pattern }
  }

  static let cases: [Case] = [
    Case(pattern: "a/b.c", hits: ["a/b.c"], misses: ["a/b.cc", "x/a/b.c", "a/b", "A/b.c", ""]),
    Case(pattern: "src/*.c", hits: ["src/a.c", "src/.c"], misses: ["src/x/a.c", "src/a.cc"]),
    Case(pattern: "src/**", hits: ["src/a", "src/a/b/c.h"], misses: ["src", "srcs/a", "src/"]),
    Case(pattern: "**/a.c", hits: ["a.c", "x/a.c", "x/y/a.c"], misses: ["xa.c", "x/ba.c"]),
    Case(pattern: "a/**/b", hits: ["a/b", "a/x/b", "a/x/y/b"], misses: ["ab", "a/xb", "a/b/c"]),
    Case(pattern: "**", hits: ["a", "a/b"], misses: [""]),
    Case(pattern: "a**b", hits: ["ab", "axxb"], misses: ["a/b"]),
    Case(pattern: "?.c", hits: ["a.c", "é.c"], misses: ["ab.c", "/.c", ".c"]),
    Case(pattern: "[a-cx].h", hits: ["b.h", "x.h"], misses: ["d.h", "ab.h"]),
    Case(pattern: "[!a-c].h", hits: ["d.h", "ü.h"], misses: ["a.h", "/.h"]),
    Case(pattern: "[]].h", hits: ["].h"], misses: ["a.h"]),
    Case(pattern: "{a,b/{c,d}}.h", hits: ["a.h", "b/c.h", "b/d.h"], misses: ["b.h", "c.h"]),
    Case(pattern: "a{,.b}.c", hits: ["a.c", "a.b.c"], misses: ["ab.c"]),
    Case(pattern: "\\*\\{a\\[.c", hits: ["*{a[.c"], misses: ["x{a[.c"]),
    Case(
      pattern: "*a*/b*c/**/d?e", hits: ["xay/bc/dxe", "a/bcc/dde", "a/b-c/q/r/d.e"],
      misses: ["xay/b/c/dxe", "a/bc/de"]),
    Case(pattern: "**/x/**/y.c", hits: ["x/y.c", "x/x/y.c", "a/x/b/x/c/y.c"], misses: ["y/x.c"]),
    Case(pattern: "**/ab*cd/e", hits: ["ab/abxcd/e", "abcd/abcdcd/e"], misses: ["ab/cd/e"]),
  ]

  @Test(arguments: cases)
  func matching(_ example: Case) throws {
    let glob = try Glob(example.pattern)
    for path in example.hits { #expect(glob.matches(path), "\(path)") }
    for path in example.misses { #expect(!glob.matches(path), "\(path)") }
  }

  @Test(arguments: ["", "[a", "{a,b", "a\\", "[z-a]"])
  func refused(_ pattern: String) {
    #expect(throws: Glob.SyntaxError.self) { try Glob(pattern) }
  }

  @Test
  func bracesAreBounded() {
    let pattern = String(repeating: "{a,b}", count: 40)
    #expect(throws: Glob.SyntaxError.self) { try Glob(pattern) }
  }

  @Test
  func hostilePatternEnds() throws {
    let glob = try Glob(String(repeating: "*a", count: 200) + "/**/" + "*b*c*d*e*f/**/z")
    #expect(!glob.matches(String(repeating: "a", count: 4000)))
    #expect(!glob.matches(String(repeating: "ab/", count: 1300)))
  }

  /// Most specific first.
  @Test
  func specificity() throws {
    let ordered = ["src/a/x.c", "src/a/x*.c", "src/a/*.c", "src/**/*.c", "src/*", "src/**", "**"]
    var last: Glob.Specificity?
    for pattern in ordered {
      let next = try #require(
        try Glob(pattern).specificity(for: "src/a/x.c")
          ?? Glob(pattern).specificity(for: "src/x"))
      if let last { #expect(next < last, "\(pattern)") }
      last = next
    }
  }

  @Test
  func escapingMatchesItselfOnly() throws {
    var generator = SeededGenerator(seed: 7)
    let alphabet = Array("ab*?[]{}\\,!-/.é")
    for _ in 0..<500 {
      let path = String(
        (0...generator.next(below: 8)).map { _ in
          alphabet[generator.next(below: alphabet.count)]
        })
      let glob = try Glob(Glob.escaping(path))
      #expect(glob.matches(path))
      #expect(glob.literalPath == path)
      #expect(!glob.matches(path + "a"))
    }
  }

  /// Against a matcher that tries everything.
  @Test
  func agreesWithExhaustiveMatching() throws {
    var generator = SeededGenerator(seed: 11)
    let pieces = ["a", "b", "/", "*", "**/", "?", "a", "/", "*"]
    var hits = 0
    for _ in 0..<20_000 {
      var pattern = ""
      for _ in 0...generator.next(below: 7) {
        let piece = pieces[generator.next(below: pieces.count)]
        if piece == "**/", !pattern.isEmpty, !pattern.hasSuffix("/") { continue }
        if piece == "*", pattern.hasSuffix("*") { continue }
        pattern += piece
      }
      let path = String(
        (0...generator.next(below: 7)).map { _ in
          Array("aab/")[generator.next(below: 4)]
        })
      let expected = matches(Array(pattern)[...], Array(path)[...])
      hits += expected ? 1 : 0
      #expect(try Glob(pattern).matches(path) == expected, "\(pattern) on \(path)")
    }
    #expect(hits > 200)
  }

  private func matches(_ pattern: ArraySlice<Character>, _ path: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return path.isEmpty }
    if pattern.starts(with: "**/") {
      let rest = pattern.dropFirst(3)
      if matches(rest, path) { return true }
      return path.indices.contains { path[$0] == "/" && matches(rest, path[($0 + 1)...]) }
    }
    if first == "*" {
      if matches(pattern.dropFirst(), path) { return true }
      return path.first.map { $0 != "/" && matches(pattern, path.dropFirst()) } ?? false
    }
    guard let next = path.first, first == "?" ? next != "/" : next == first else { return false }
    return matches(pattern.dropFirst(), path.dropFirst())
  }
}

struct NearestNameTests {
  @Test(arguments: [
    ("mve", "move"), ("renmae", "rename"), ("acept", "accept"), ("Orders", "orders"),
  ])
  func found(_ word: String, _ expected: String) {
    let names = ["accept", "rename", "move", "merge", "orders"]
    #expect(NearestName.closest(to: word, among: names) == expected)
  }

  @Test
  func nothingNear() {
    #expect(NearestName.closest(to: "zebra", among: ["accept", "mo", ""]) == nil)
    #expect(NearestName.closest(to: "", among: ["accept"]) == nil)
  }

  @Test
  func firstAmongEquals() {
    #expect(NearestName.closest(to: "cat", among: ["cut", "bat", "cot"]) == "bat")
  }
}
