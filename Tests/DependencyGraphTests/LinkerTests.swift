import Basics
import DependencyGraph
import Facts
import Testing

/// Facts written by hand: which file defines what, and who uses it.
private struct Builder {
  var facts: FileFacts

  init(_ path: String) { facts = FileFacts(path: path, language: .c) }

  mutating func path(_ path: String) -> UInt32 {
    if let known = facts.paths.firstIndex(of: path) { return UInt32(known) }
    facts.paths.append(path)
    return UInt32(facts.paths.count - 1)
  }

  @discardableResult
  mutating func symbol(_ name: String, _ home: SymbolHome) -> UInt32 {
    let symbol = Symbol(
      key: "c:@F@" + name, name: name, qualifiedName: name, kind: .function, home: home)
    if let known = facts.symbols.firstIndex(of: symbol) { return UInt32(known) }
    facts.symbols.append(symbol)
    return UInt32(facts.symbols.count - 1)
  }

  @discardableResult
  mutating func define(_ name: String, line: UInt32) -> UInt32 {
    let id = symbol(name, .defined(path(facts.path)))
    facts.declarations.append(
      Declaration(symbol: id, line: line, endLine: line, traits: .definition))
    return id
  }

  mutating func call(_ from: UInt32, _ to: UInt32, line: UInt32) {
    facts.references.append(Reference(from: from, to: to, kind: .call, line: line))
  }
}

private func link(_ files: [FileFacts], configurations: [String?] = []) -> CodeGraph {
  let paths = Set(files.map(\.path)).sorted()
  var linker = Linker(
    files: paths.map { LinkedFile(path: $0, language: .c, role: "production") })
  for (index, facts) in files.enumerated() {
    let label = index < configurations.count ? configurations[index] : nil
    linker.add(facts, mode: .compileCommand, configuration: label)
  }
  return linker.link()
}

private func edges(_ graph: CodeGraph) -> [String] {
  graph.fileEdges.map { edge in
    let groups = graph.evidence[edge.groups.range].map { group in
      let lines = graph.evidenceLines[group.lines.range].map(String.init).joined(separator: ",")
      let mark = (group.isProbable ? "?" : "") + (group.isConditional ? "!" : "")
      let mask = group.configurations == 0 ? "" : "@\(group.configurations)"
      return "\(group.kind.name)\(mark)\(mask):\(lines)"
    }
    return graph.files[Int(edge.from)].path + ">" + graph.files[Int(edge.to)].path + " "
      + groups.joined(separator: " ")
  }
}

@Test func `a call of a declared function goes to its definition`() {
  var main = Builder("main.c")
  let caller = main.define("main", line: 3)
  let callee = main.symbol("area", .declared(main.path("shape.h")))
  main.call(caller, callee, line: 5)
  main.call(caller, callee, line: 4)
  var shape = Builder("shape.c")
  shape.define("area", line: 1)
  let graph = link([main.facts, shape.facts, Builder("shape.h").facts])
  #expect(edges(graph) == ["main.c>shape.c call:4,5"])
  #expect(graph.symbols.map(\.name) == ["main", "area"])
}

@Test func `a function without a definition is at home in its header`() {
  var main = Builder("main.c")
  let caller = main.define("main", line: 3)
  main.call(caller, main.symbol("area", .declared(main.path("shape.h"))), line: 5)
  #expect(edges(link([main.facts, Builder("shape.h").facts])) == ["main.c>shape.h call:5"])
}

@Test func `of several definitions the nearest is taken and marked`() {
  var main = Builder("a/main.c")
  let caller = main.define("main", line: 1)
  main.call(caller, main.symbol("usage", .declared(main.path("lib/usage.h"))), line: 2)
  var near = Builder("a/help.c")
  near.define("usage", line: 1)
  var far = Builder("b/help.c")
  far.define("usage", line: 1)
  let graph = link([main.facts, near.facts, far.facts, Builder("lib/usage.h").facts])
  #expect(edges(graph) == ["a/main.c>a/help.c call?:2"])
}

@Test func `equally near definitions give no edge and are counted`() {
  var main = Builder("main.c")
  let caller = main.define("main", line: 1)
  main.call(caller, main.symbol("usage", .declared(main.path("usage.h"))), line: 2)
  var one = Builder("a/help.c")
  one.define("usage", line: 1)
  var other = Builder("b/help.c")
  other.define("usage", line: 1)
  let graph = link([main.facts, one.facts, other.facts, Builder("usage.h").facts])
  #expect(edges(graph).isEmpty)
  #expect(graph.files[graph.file(at: "main.c")!].unresolvedReferences == 1)
}

@Test func `a header parsed in two contexts has the union of its facts once`() {
  var first = Builder("list.h")
  let push = first.define("push", line: 1)
  first.call(push, first.symbol("grow", .declared(first.path("grow.h"))), line: 2)
  var second = first
  second.call(push, second.symbol("log", .declared(second.path("log.h"))), line: 9)
  let graph = link([
    first.facts, second.facts, Builder("grow.h").facts, Builder("log.h").facts,
  ])
  #expect(edges(graph) == ["list.h>grow.h call:2", "list.h>log.h call:9"])
}

/// How many processes have seen a header is a matter of chance.
@Test(arguments: 1...4) func `counts do not depend on how often a header was parsed`(times: Int) {
  var header = Builder("m.h")
  let inline = header.define("inline_f", line: 1)
  header.call(inline, header.symbol("known", .defined(header.path("known.c"))), line: 2)
  header.call(inline, header.symbol("usage", .declared(header.path("usage.h"))), line: 3)
  var known = Builder("known.c")
  known.define("known", line: 1)
  var one = Builder("a/help.c")
  one.define("usage", line: 1)
  var other = Builder("b/help.c")
  other.define("usage", line: 1)
  let graph = link(
    Array(repeating: header.facts, count: times)
      + [known.facts, one.facts, other.facts, Builder("usage.h").facts])
  let file = graph.files[graph.file(at: "m.h")!]
  #expect(file.resolvedReferences == 1)
  #expect(file.unresolvedReferences == 1)
}

@Test func `what only one configuration has is marked`() {
  var first = Builder("io.c")
  let read = first.define("read_all", line: 1)
  first.call(read, first.symbol("common", .declared(first.path("common.h"))), line: 2)
  var second = first
  second.call(read, second.symbol("common", .declared(second.path("common.h"))), line: 7)
  let graph = link(
    [first.facts, second.facts, Builder("common.h").facts], configurations: ["unix", "win"])
  #expect(edges(graph) == ["io.c>common.h call:2 call@2:7"])
  #expect(graph.files[graph.file(at: "io.c")!].configurations == ["unix", "win"])
}

@Test func `an include that is active in one context is not conditional`() {
  var first = Builder("a.c")
  let header = first.path("b.h")
  first.facts.inclusions = [
    Inclusion(
      line: 1, spelling: "b.h", isAngled: false, isConditional: true, outcome: .project(header))
  ]
  var second = first
  second.facts.inclusions[0].isConditional = false
  let graph = link([first.facts, second.facts, Builder("b.h").facts])
  #expect(edges(graph) == ["a.c>b.h include:1"])
  let alone = link([first.facts, Builder("b.h").facts])
  #expect(edges(alone) == ["a.c>b.h include!:1"])
}

@Test func `an import is an edge of its own kind, and one that leads nowhere a cause`() {
  var user = Builder("A.java")
  let used = user.path("B.java")
  user.facts.inclusions = [
    Inclusion(line: 2, spelling: "b.B", isAngled: false, isImport: true, outcome: .project(used)),
    Inclusion(line: 3, spelling: "b.Gone", isAngled: false, isImport: true, outcome: .missing),
    Inclusion(line: 4, spelling: "x.Lib", isAngled: false, isImport: true, outcome: .external),
  ]
  let graph = link([user.facts, Builder("B.java").facts])
  #expect(edges(graph) == ["A.java>B.java import:2"])
  #expect(graph.files[graph.file(at: "A.java")!].missingIncludes == ["b.Gone"])
}

@Test func `imports of types and imports by calls are told from the others`() {
  var user = Builder("a.ts")
  let used = user.path("b.ts")
  user.facts.inclusions = zip(UInt32(1)..., [.use, .types, .late, .types]).map { line, purpose in
    Inclusion(
      line: line, spelling: "./b", isAngled: false, isImport: true, purpose: purpose,
      outcome: .project(used))
  }
  let graph = link([user.facts, Builder("b.ts").facts])
  let groups = graph.evidence[graph.fileEdges[0].groups.range]
  #expect(groups.allSatisfy { $0.kind == .import })
  #expect(groups.map(\.purpose) == [.use, .types, .late])
  #expect(groups.map { Array(graph.evidenceLines[$0.lines.range]) } == [[1], [2, 4], [3]])
}

@Test func `references inside one file are symbol edges only`() {
  var file = Builder("a.c")
  let f = file.define("f", line: 1)
  let g = file.define("g", line: 5)
  file.call(f, g, line: 2)
  file.call(f, g, line: 3)
  let graph = link([file.facts])
  #expect(graph.fileEdges.isEmpty)
  #expect(graph.symbolEdges.count == 1)
  #expect(graph.symbolEdges[0].count == 2)
  #expect(graph.symbolEdges[0].line == 2)
  #expect(graph.symbolLines[graph.symbolEdges[0].lines.range] == [2, 3])
}

@Test(arguments: 0..<20) func `the order of facts does not change the graph`(seed: Int) {
  var files: [FileFacts] = []
  for index in 0..<12 {
    var file = Builder("d\(index % 3)/f\(index).c")
    let own = file.define("f\(index)", line: 1)
    for other in 0..<12 where other != index && (index * other) % 5 < 2 {
      let home = SymbolHome.declared(file.path("d\(other % 3)/f\(other).c"))
      file.call(own, file.symbol("f\(other)", home), line: UInt32(other + 2))
    }
    files.append(file.facts)
  }
  var generator = SeededGenerator(seed: UInt64(seed))
  #expect(edges(link(files.shuffled(using: &generator))) == edges(link(files)))
}

@Suite struct CompanionTests {
  /// A wiring file says that `Service` gets `Store`, whose rows are in `orders`.
  @Test func whatFilesBesideTheCodeSayIsSaidOfTheCode() throws {
    var service = Builder("Service.java")
    service.define("Service", line: 3)
    var store = Builder("Store.java")
    store.define("Store", line: 5)
    var wiring = FileFacts(path: "beans.xml", language: .xml)
    wiring.paths = ["Service.java", "Store.java"]
    wiring.symbols = ["Service", "Store"].enumerated().map { index, name in
      Symbol(
        key: "c:@F@" + name, name: name, qualifiedName: name, kind: .function,
        home: .defined(UInt32(index)))
    }
    wiring.references = [
      Reference(from: 0, to: 1, kind: .wiring, line: 7),
      Reference(from: Reference.fileLevel, to: 1, kind: .wiring, line: 8),
    ]
    wiring.dataAccesses = [
      DataAccess(store: .table, name: "orders", access: .define, line: 9, symbol: 1),
      DataAccess(
        store: .table, name: "orders", access: .read, line: 10, symbol: Reference.fileLevel),
    ]
    var linker = Linker(
      files: ["Service.java", "Store.java"].map {
        LinkedFile(path: $0, language: .java, role: "production")
      })
    for facts in [service.facts, store.facts, wiring] { linker.add(facts, mode: .direct) }
    let graph = linker.link()
    #expect(graph.companions == ["beans.xml"])
    #expect(edges(graph) == ["Service.java>Store.java wiring:7"])
    let edge = try #require(graph.fileEdges.first)
    let place = graph.place(of: graph.evidence[Int(edge.groups.start)], in: edge)
    #expect(graph.path(ofPlace: place) == "beans.xml")
    #expect(graph.symbolEdges.map(\.companion) == [0])
    #expect(graph.dataUses.map(\.file) == [1, -1])
    #expect(graph.dataUses.map(\.path) == ["beans.xml", "beans.xml"])
    #expect(graph.path(ofPlace: graph.place(of: graph.dataUses[0])) == "beans.xml")
  }
}
