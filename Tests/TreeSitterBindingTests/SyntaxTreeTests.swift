import Foundation
import Testing
import TreeSitterBinding

@Suite struct SyntaxTreeTests {
  static let folder =
    URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path + "/.build/grammars/"

  static func grammar() throws -> Grammar {
    try Grammar(path: folder + "libtree-sitter-java.so", symbol: "tree_sitter_java")
  }

  private func tree(_ text: String, depthLimit: Int = 4_000) throws -> (SyntaxTree, Grammar) {
    let grammar = try Self.grammar()
    let parser = SyntaxParser(grammar: grammar, depthLimit: depthLimit)
    return (try parser.parse(Array(text.utf8)), grammar)
  }

  @Test("nodes stand in source order, parents before children and around them")
  func shape() throws {
    let (tree, grammar) = try tree("class A {\n  int f(int x) { return x + 1; }\n}\n")
    #expect(grammar.kind(tree.nodes[0].kind).name == "program")
    #expect(Int(tree.nodes[0].end) == tree.nodes.count)
    for index in tree.nodes.indices {
      var last = tree.nodes[index].start
      for child in tree.children(of: index) {
        #expect(tree.nodes[child].start >= last)
        #expect(tree.nodes[child].stop <= tree.nodes[index].stop)
        last = tree.nodes[child].stop
      }
    }
    let field = try #require(grammar.number(ofField: "name"))
    let type = try #require(Array(tree.children(of: 0)).first)
    let name = try #require(tree.child(of: type, field: field))
    #expect(String(decoding: tree.text(of: name), as: UTF8.self) == "A")
    #expect(tree.nodes[type].line == 1)
    #expect(tree.nodes[type].endLine == 3)
    #expect(tree.child(of: type, field: 0) == nil)
  }

  @Test("marks without meaning have no node, words have one")
  func marks() throws {
    let (tree, grammar) = try tree("final class A { int[] x = {1, 2}; }")
    let names = Set(tree.nodes.map { grammar.kind($0.kind).name })
    #expect(names.contains("final"))
    #expect(names.isDisjoint(with: ["{", "}", ",", ";", "[", "]"]))
  }

  @Test("what no rule fits is counted")
  func errors() throws {
    let (broken, _) = try tree("class A {\n void f( { }\n}\n %%%")
    #expect(broken.errorCount > 0)
    #expect(broken.firstErrorLine >= 2)
    let (sound, _) = try tree("class A { }")
    #expect(sound.errorCount == 0)
    #expect(sound.firstErrorLine == 0)
  }

  @Test("depth is limited, and what follows is kept")
  func depth() throws {
    let deep = String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300)
    let (tree, grammar) = try tree("class A { int x = \(deep); } class B {}", depthLimit: 100)
    #expect(tree.isCut)
    #expect(
      tree.nodes.contains { tree.nodes[0].end > 0 && grammar.kind($0.kind).name == "identifier" })
    let last = try #require(Array(tree.children(of: 0)).last)
    #expect(String(decoding: tree.text(of: last), as: UTF8.self) == "class B {}")
  }

  @Test("bytes that are no text, and no bytes")
  func anything() throws {
    let parser = SyntaxParser(grammar: try Self.grammar())
    for bytes: [UInt8] in [[], [0], [0xff, 0xfe, 0xfd], Array(repeating: 0x80, count: 5_000)] {
      let tree = try parser.parse(bytes)
      #expect(tree.nodes.count >= 1)
    }
  }

  @Test("a parser that ran out of time can be used again")
  func timeLimit() throws {
    let parser = SyntaxParser(grammar: try Self.grammar())
    let text = String(repeating: "class A { int f() { return 1 + 2; } }\n", count: 30_000)
    #expect(throws: SyntaxParser.Failure.timedOut) {
      try parser.parse(Array(text.utf8), timeLimit: 0.000_001)
    }
    #expect(try parser.parse(Array("class B {}".utf8)).errorCount == 0)
  }

  @Test("libraries that are none, or lack the grammar")
  func libraries() throws {
    let path = Self.folder + "libtree-sitter-java.so"
    #expect(throws: GrammarError.lacksSymbol(path: path, symbol: "tree_sitter_klingon")) {
      try Grammar(path: path, symbol: "tree_sitter_klingon")
    }
    #expect(throws: GrammarError.self) {
      try Grammar(path: "/nowhere/java.so", symbol: "tree_sitter_java")
    }
    #expect(throws: GrammarError.self) {
      try Grammar(path: #filePath, symbol: "tree_sitter_java")
    }
  }

  @Test(
    "every grammar of the set-up loads",
    arguments: [
      ("c-sharp", "c_sharp"), ("go", "go"), ("java", "java"), ("javascript", "javascript"),
      ("kotlin", "kotlin"), ("php", "php"), ("python", "python"), ("ruby", "ruby"),
      ("rust", "rust"), ("scala", "scala"), ("typescript", "typescript"), ("typescript", "tsx"),
    ])
  func installed(_ file: String, _ symbol: String) throws {
    let grammar = try Grammar(
      path: Self.folder + "libtree-sitter-\(file).so", symbol: "tree_sitter_" + symbol)
    #expect(grammar.kindCount > 50)
    let tree = try SyntaxParser(grammar: grammar).parse(Array("x\n".utf8))
    #expect(tree.nodes.count >= 1)
  }
}
