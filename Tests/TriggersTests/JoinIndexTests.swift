import Facts
import Testing

@testable import DependencyGraph
@testable import Triggers

/// Names are looked up in tables that are made once, however many ask.
@Suite struct JoinIndexTests {
  private func graph(_ names: [(String, SymbolKind)]) -> CodeGraph {
    var graph = CodeGraph()
    for index in 0..<2 {
      graph.files.append(FileNode(path: "\(index).php", language: .php, role: "production"))
    }
    graph.symbols = names.enumerated().map { index, name in
      SymbolNode(
        name: String(name.0.split { $0 == "." || $0 == ":" || $0 == "\\" }.last ?? ""),
        qualifiedName: name.0, kind: name.1, file: Int32(2 * index / names.count),
        line: UInt32(index + 1), endLine: UInt32(index + 1), traits: .definition)
    }
    return graph
  }

  @Test func `methods and types are found by the ends of their names`() {
    let join = FunctionJoin(
      graph([
        ("App\\Mail", .type), ("App\\Mail::send", .method), ("Other\\Mail", .type),
        ("Other\\Mail::send", .method), ("send", .function), ("Mail::Inner", .type),
      ]), RepositoryTexts())
    #expect(join.methods("send", of: "Mail", in: 0..<2) == [1, 3])
    #expect(join.methods("send", of: "Mail", in: 1..<2) == [3])
    #expect(join.methods("send", of: "Other/Mail", in: 0..<2) == [3])
    #expect(join.methods("send", of: "App.Other.Mail", in: 0..<2) == [])
    #expect(join.types("Mail", in: 0..<2) == [0, 2])
    #expect(join.types("Shop.App.Mail", in: 0..<2) == [0])
    #expect(join.types("Inner", in: 0..<2) == [5])
    #expect(join.code(ofMethod: "App.Mail::none|send")?.symbol == 1)
  }

  @Test func `routes by the thousands`() {
    let count = 4000
    let names = (0..<count).flatMap { number -> [(String, SymbolKind)] in
      [("App\\C\(number)", .type), ("App\\C\(number)::show", .method), ("f\(number)", .function)]
        + (0..<5).map { ("App\\C\(number)::m\($0)", .method) }
    }
    let join = FunctionJoin(graph(names), RepositoryTexts())
    let found = (0..<count).map { join.code(ofMethod: "App.C\($0)::m4")?.symbol }
    #expect(found == (0..<count).map { 8 * $0 + 7 })
  }

  @Test func `a word is a whole name, else a part of one name`() {
    let all = graph([
      ("orderTimeout", .function), ("send_mail", .function), ("sendMailNow", .function),
      ("report", .function), ("ns::report", .method), ("report_all", .function), ("x", .type),
    ])
    let functions = NamedFunctions(Array(all.symbols.indices), all)
    #expect(functions["order-timeout"] == 0 && functions["timeout"] == 0)
    #expect(functions["send-mail"] == 1 && functions["mail-now"] == 2)
    // Two of the name, two with the word, none.
    #expect(functions["report"] == nil && functions["mail"] == nil && functions["x"] == nil)
    #expect(functions["all"] == 5 && functions["now-mail"] == nil)
  }

  @Test func `a table pairs words with functions`() {
    var all = graph([("run", .function), ("stop", .function), ("halt", .function)])
    all.files.append(FileNode(path: "t.c", language: .c, role: "production"))
    let text = """
      {"run", run}, {"stop", stop}, {"end", halt, stop}, {"x", "y", run},
      {"run", halt; stop}
      "again" "run" run, "again" halt
      """
    for (line, target) in [(1, 0), (1, 1), (1, 2), (2, 2), (3, 0), (3, 2)] {
      all.symbolEdges.append(
        SymbolEdge(
          fromFile: 2, from: -1, to: Int32(target), kind: .address, isProbable: false, count: 1,
          line: UInt32(line), lines: CompactRange(0, 0)))
    }
    let table = Registrations(all, RepositoryTexts(text: { $0 == "t.c" ? text : nil }))
    #expect(table.function(for: "stop") == 1)
    #expect(table.function(for: "y") == 0)
    // Several, or only where it does not stand first, or between two texts.
    #expect(table.function(for: "run") == nil && table.function(for: "end") == nil)
    #expect(table.function(for: "again") == nil && table.function(for: "x") == nil)
  }
}
