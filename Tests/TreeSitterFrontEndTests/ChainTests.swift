import Basics
import Facts
import Testing

/// Expressions of more operands than a tree may be deep: generators write them.
@Suite struct ChainTests {
  struct Chain: Sendable, CustomTestStringConvertible {
    var ending: String
    var start: String
    var operand: String
    var separator: String
    var end: String

    var testDescription: String { ending }
    var source: String {
      start + Array(repeating: operand, count: 12_000).joined(separator: separator) + end
    }
  }

  static let chains = [
    Chain(ending: "java", start: "class A { int x = ", operand: "b", separator: "+", end: "; }"),
    Chain(
      ending: "java", start: "class A { static final String X = ", operand: "\"a\"", separator: "+",
      end: "; }"),
    Chain(ending: "cs", start: "class A { int x = ", operand: "b", separator: "+", end: "; }"),
    Chain(ending: "kt", start: "val x = ", operand: "b", separator: "+", end: "\n"),
    Chain(ending: "py", start: "x = ", operand: "b", separator: "+", end: "\n"),
    Chain(ending: "ts", start: "const x = ", operand: "b", separator: "+", end: ";"),
    Chain(ending: "js", start: "const x = a", operand: ".c()", separator: "", end: ";"),
    Chain(ending: "go", start: "package a\nvar x = ", operand: "b", separator: "+", end: "\n"),
    Chain(ending: "rb", start: "X = ", operand: "b", separator: "+", end: "\n"),
    Chain(ending: "php", start: "<?php $x = ", operand: "$b", separator: ".", end: ";"),
    Chain(ending: "rs", start: "const X: u8 = ", operand: "B", separator: "+", end: ";"),
    Chain(ending: "scala", start: "object A { val x = ", operand: "b", separator: "+", end: " }"),
    Chain(ending: "swift", start: "let x = ", operand: "b", separator: " + ", end: "\n"),
  ]

  @Test("long chains give facts, and say where they were cut", arguments: chains)
  func facts(_ chain: Chain) throws {
    let path = "a/a." + chain.ending
    let found = try SyntaxBench.run([path: Array(chain.source.utf8)])
    let unit = try #require(found.units.first)
    #expect(!unit.parts.isEmpty)
    let codes = unit.diagnostics.map(\.code).filter { $0 != "syntax-error" }
    #expect(codes == ["nested-too-deeply"])
  }
}
