import ReportModel
import Testing

@testable import Pipeline

/// A chain `a/x.c -> a/y.c -> b/z.c -> c/w.c`, with a shortcut, a way back and an island.
private func chain() -> Document {
  var document = Document(tool: "1", name: "chain")
  let paths = ["a/x.c", "a/y.c", "b/y.c", "b/z.c", "c/w.c"]
  document.modules = ["a", "b", "c"].map {
    ModuleEntry(id: "module:" + $0, label: $0, kind: "folder", files: 0, lines: 0)
  }
  document.files = paths.map { path in
    var file = FileEntry(path: path, language: "c", role: path == "c/w.c" ? "test" : "production")
    file.lines = 10
    file.module = ["a", "b", "c"].firstIndex(of: String(path.prefix(1)))!
    file.boundary = path.hasPrefix("a") ? "left" : "right"
    return file
  }
  let edges = [(0, 1, [3, 4]), (1, 3, [7]), (1, 4, [8]), (3, 1, [9]), (3, 4, [5, 6])]
  document.edges = edges.map {
    EdgeEntry(from: $0.0, to: $0.1, evidence: [.init(kind: "call", lines: $0.2)])
  }
  return document
}

@Suite struct ViewPartTests {
  private let builder = GraphViewBuilder(document: chain())

  private func view(_ change: (inout GraphViewOptions) -> Void) throws -> GraphView {
    var options = GraphViewOptions.complete(.file)
    change(&options)
    return try builder.view(options)
  }

  @Test func focusKeepsNeighboursAndTheEdgesOnTheWay() throws {
    let near = try view { $0.focus = "a/x.c" }
    #expect(near.pairs == [["file:a/x.c", "file:a/y.c"]])
    #expect(near.nodes.filter(\.isHighlighted).map(\.id) == ["file:a/x.c"])
    #expect(near.notes.count == 1)
    let far = try view {
      $0.focus = "a/x.c"
      $0.focusDepth = 0
    }
    #expect(far.nodes.count == 4 && far.edges.count == 5)
    let two = try view {
      $0.focus = "file:c/w.c"
      $0.focusDepth = 1
    }
    #expect(two.pairs == [["file:a/y.c", "file:c/w.c"], ["file:b/z.c", "file:c/w.c"]])
  }

  @Test func reachesKeepsAllThatDependOnIt() throws {
    let part = try view { $0.reaches = "b/z.c" }
    #expect(part.nodes.map(\.id) == ["file:a/x.c", "file:a/y.c", "file:b/z.c"])
    let none = try view { $0.reaches = "b/y.c" }
    #expect(none.nodes.count == 1 && none.edges.isEmpty)
  }

  @Test func aFocusIsFoundAmongTestsToo() throws {
    var options = GraphViewOptions.picture(.module)
    options.focus = "c"
    let view = try builder.view(options)
    #expect(view.nodes.map(\.id) == ["module:a", "module:b", "module:c"])
  }

  @Test(arguments: [
    ("file:a/x.c", "file:a/x.c"), ("a/x.c", "file:a/x.c"), ("x.c", "file:a/x.c"),
    ("z.c", "file:b/z.c"),
  ])
  func filesAreFoundByName(text: String, id: String) throws {
    #expect(try view { $0.focus = text }.nodes.first(where: \.isHighlighted)?.id == id)
  }

  @Test(arguments: [
    ("module:b", "module:b"), ("b", "module:b"), ("b/", "module:b"), ("z.c", "module:b"),
    ("a/x.c", "module:a"),
  ])
  func modulesAreFoundByNameOrMember(text: String, id: String) throws {
    var options = GraphViewOptions.complete(.module)
    options.focus = text
    #expect(try builder.view(options).nodes.first(where: \.isHighlighted)?.id == id)
  }

  @Test func otherNamesAreRefusedWithTheNearest() throws {
    #expect(
      throws: GraphViewError.ambiguousNode("y.c", candidates: ["file:a/y.c", "file:b/y.c"])
    ) { try view { $0.focus = "y.c" } }
    let error = try #require(throws: GraphViewError.self) { try view { $0.reaches = "a/xx.c" } }
    guard case .unknownNode("a/xx.c", let nearest) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(nearest.first == "file:a/x.c" && nearest.count <= 5)
    #expect(error.description.hasPrefix("no node is called 'a/xx.c': did you mean 'file:a/x.c'"))
    #expect(throws: GraphViewError.unknownNode("", nearest: [])) { try view { $0.focus = "" } }
  }

  @Test func collapseFoldsByDepthOrGlob() throws {
    let byDepth = try view { $0.collapse = .init("1") }
    #expect(byDepth.nodes.map(\.id) == ["file:a/*", "file:b/*", "file:c/w.c"])
    #expect(byDepth.nodes.map(\.folded) == [2, 2, 1])
    #expect(byDepth.nodes.map(\.inside) == [2, 0, 0])
    let byGlob = try view { $0.collapse = .init("b") }
    #expect(byGlob.nodes.map(\.id) == ["file:a/x.c", "file:a/y.c", "file:b/*", "file:c/w.c"])
    #expect(throws: GraphViewError.collapseMatchesNothing("zz*")) {
      try view { $0.collapse = .init("zz*") }
    }
    var options = GraphViewOptions.picture(.boundary)
    options.collapse = .depth(1)
    #expect(throws: GraphViewError.collapseNeedsFolders) { try builder.view(options) }
  }

  @Test func theHighlightedNodeIsNeverFolded() throws {
    let document = MadeUpDocument(folders: 90, filesInFolder: 4, edges: 1_500).make()
    var options = GraphViewOptions.picture(.file)
    options.focus = document.files[100].path
    options.focusDepth = 0
    let view = try GraphViewBuilder(document: document).view(options)
    let node = try #require(view.nodes.first { $0.isHighlighted })
    #expect(node.paths == [document.files[100].path] && view.nodes.count <= 60)
  }

  @Test func explanationsNameTheShortestChainAndEveryEdge() throws {
    let why = try builder.explain(from: "a/x.c", to: "c/w.c")
    #expect(why.chain.map(\.to) == ["file:a/y.c", "file:c/w.c"])
    #expect(why.chain[1].evidence == [ViewEvidence(file: "a/y.c", line: 8, kind: "call")])
    #expect(why.edges.isEmpty && why.reverse.isEmpty)
    let modules = try builder.explain(from: "module:a", to: "b")
    #expect(modules.chain.map(\.from) == ["file:a/y.c"])
    #expect(modules.edges.map(\.to) == ["file:b/z.c"])
    #expect(modules.reverse.map { [$0.from, $0.to] } == [["file:b/z.c", "file:a/y.c"]])
    let none = try builder.explain(from: "c/w.c", to: "a/x.c")
    #expect(none.chain.isEmpty)
    let mixed = try builder.explain(from: "boundary:left", to: "b/z.c")
    #expect(mixed.edges.count == 1)
  }

  @Test func aPartIsExplainedToWhatHoldsIt() throws {
    let why = try builder.explain(from: "a/x.c", to: "module:a")
    #expect(why.to.members == 1 && why.edges.map(\.to) == ["file:a/y.c"])
    #expect(throws: GraphViewError.sameEnds("a/x.c")) {
      try builder.explain(from: "x.c", to: "a/x.c")
    }
    #expect(throws: GraphViewError.self) { try builder.explain(from: "nowhere", to: "a") }
  }

  @Test func aFolderIsExplainedWithAllThatIsBelowIt() throws {
    let document = MadeUpDocument(isDeep: true).make()
    let builder = GraphViewBuilder(document: document)
    let why = try builder.explain(from: "area1", to: "area2/")
    let below = document.files.count { $0.path.hasPrefix("area1/") }
    #expect(why.from.id == "folder:area1" && why.from.members == below)
    #expect(why.edges.allSatisfy { $0.from.hasPrefix("file:area1/") })
    #expect(try builder.explain(from: "area1/part1", to: "area2").from.id == "module:area1/part1")
  }

  @Test func aWholeNameWinsOverAnEndingAndProductionOverTests() throws {
    var document = MadeUpDocument(isDeep: true).make()
    document.boundaries.boundaries[0].id = "part1"
    for index in document.files.indices where document.files[index].boundary == "b0" {
      document.files[index].boundary = "part1"
    }
    let builder = GraphViewBuilder(document: document)
    #expect(try builder.explain(from: "part1", to: "area2").from.id == "boundary:part1")
    #expect(try builder.explain(from: "part3", to: "area2").from.id == "module:area3/part3")
    for index in document.files.indices where document.files[index].path.hasPrefix("area1/") {
      document.files[index].role = "test"
    }
    let files = try GraphViewBuilder(document: document).explain(
      from: "part6/file1.c", to: "area2")
    #expect(files.from.id == "file:area1/part6/file1.c")
  }

  @Test func symbolsAreExplainedWhereThereAre() throws {
    let document = MadeUpDocument(edges: 60, symbols: true).make()
    let first = try #require(document.edges.first)
    let why = try GraphViewBuilder(document: document).explain(
      from: "symbol:ns::run\(first.from)", to: "run\(first.to)")
    #expect(why.chain.count == 1 && why.edges.count == 1)
    #expect(why.edges[0].evidence.allSatisfy { $0.file == document.files[first.from].path })
  }
}
