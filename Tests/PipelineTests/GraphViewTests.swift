import Foundation
import ReportModel
import Reports
import Testing

@testable import Pipeline

@Suite struct GraphViewTests {
  static let shapes: [MadeUpDocument] = [
    MadeUpDocument(folders: 1, filesInFolder: 1, edges: 0), MadeUpDocument(),
    MadeUpDocument(folders: 90, filesInFolder: 4, edges: 1_500),
    MadeUpDocument(folders: 90, filesInFolder: 4, edges: 1_500, isDeep: true, seed: 2),
    MadeUpDocument(folders: 70, filesInFolder: 3, edges: 900, boundaries: false, seed: 3),
    MadeUpDocument(folders: 3, filesInFolder: 200, edges: 4_000, symbols: true, seed: 4),
    MadeUpDocument(folders: 2, filesInFolder: 3, edges: 30, boundaries: false, seed: 5),
  ]

  /// The default picture is small and thin, counts are kept, and `dot` draws it.
  @Test(arguments: shapes.indices, GraphLevel.allCases)
  func picturesCanBeRead(shape: Int, level: GraphLevel) throws {
    let document = Self.shapes[shape].make()
    if level == .symbol && document.symbols == nil { return }
    let view = try GraphViewBuilder(document: document).view(.picture(level))
    #expect(view.nodes.count <= 60)
    #expect(view.edges.count <= max(20, 3 * view.nodes.count))
    #expect(view.edges.allSatisfy { $0.from != $0.to && $0.evidence.count <= 3 })
    #expect(view.nodes.map(\.id) == view.nodes.map(\.id).sorted { $0.precedes($1) })
    #expect(Set(view.nodes.map(\.id)).count == view.nodes.count)
    #expect(
      Set(view.nodes.flatMap(\.paths)).count == Set(document.files.map(\.path)).count - left(view))
    try draw(view)
  }

  private func left(_ view: GraphView) -> Int {
    view.notes.compactMap { $0.wholeMatch(of: /(\d+) files? left out.*/)?.1 }
      .compactMap { Int($0) }.first ?? 0
  }

  private func draw(_ view: GraphView) throws {
    let process = Process()
    // libclang, which other tests run in this process, changes the folder of the process.
    process.currentDirectoryURL = URL(filePath: "/")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["timeout", "20", "dot", "-Tsvg", "-o", "/dev/null"]
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(DotReport.render(view).utf8))
    try pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// Without reduction nothing is lost: nodes, edges, counts, kinds and every place.
  @Test(arguments: shapes.indices, [GraphLevel.file, .module, .boundary])
  func completeViewsKeepAllEvidence(shape: Int, level: GraphLevel) throws {
    let document = Self.shapes[shape].make()
    let view = try GraphViewBuilder(document: document).view(.complete(level))
    #expect(view.notes.isEmpty)
    let all = document.edges.reduce(0) { $0 + $1.count }
    let inside = view.nodes.reduce(0) { $0 + $1.inside }
    #expect(view.edges.reduce(inside) { $0 + $1.count } == all)
    #expect(view.edges.allSatisfy { $0.kinds.values.reduce(0, +) == $0.count })
    #expect(view.edges.allSatisfy { $0.evidence.count == $0.count })
    #expect(view.nodes.reduce(0) { $0 + $1.lines } == document.files.reduce(0) { $0 + $1.lines })
    if level == .file { #expect(view.nodes.map(\.paths) == document.files.map { [$0.path] }) }
    for edge in view.edges {
      let paths = Set(view.nodes[edge.from].paths)
      #expect(edge.evidence.allSatisfy { paths.contains($0.file) })
      #expect(edge.isConditional == edge.evidence.allSatisfy { $0.conditional == true })
    }
  }

  /// Folding moves references inside and loses none.
  @Test(arguments: shapes.indices)
  func foldingKeepsCounts(shape: Int) throws {
    let document = Self.shapes[shape].make()
    var options = GraphViewOptions.picture(.file)
    options.maxEdgesPerNode = 1_000
    options.maxDensity = 1
    let view = try GraphViewBuilder(document: document).view(options)
    let all = document.edges.reduce(0) { $0 + $1.count }
    let inside = view.nodes.reduce(0) { $0 + $1.inside }
    #expect(view.edges.reduce(inside) { $0 + $1.count } == all)
    #expect(view.nodes.reduce(0) { $0 + $1.folded } == document.files.count)
  }

  /// Edges implied by longer paths go, what is reached stays; without back edges there is no cycle.
  @Test(arguments: UInt64(1)...12)
  func reductionKeepsReachability(seed: UInt64) throws {
    let document = MadeUpDocument(folders: 25, filesInFolder: 2, edges: 220, seed: seed).make()
    var options = GraphViewOptions.complete(.module)
    let whole = try GraphViewBuilder(document: document).view(options)
    options.reduces = true
    options.roles = .all
    options.maxEdgesPerNode = 8
    options.maxDensity = 0.05
    let reduced = try GraphViewBuilder(document: document).view(options)
    try #require(reduced.nodes.map(\.id) == whole.nodes.map(\.id))
    #expect(reduced.edges.count < whole.edges.count)
    #expect(reduced.reach == whole.reach)
    var forward = whole
    forward.edges.removeAll(where: \.isBack)
    let reach = forward.reach
    #expect(forward.edges.allSatisfy { !reach[$0.to].contains($0.from) })
    let hidden = whole.edges.count - reduced.edges.count
    #expect(
      reduced.notes.contains { $0.hasPrefix("\(hidden) of \(whole.edges.count) edges hidden") })
  }

  @Test func theHeaviestEdgeOfANodeStays() throws {
    let document = MadeUpDocument(folders: 30, filesInFolder: 2, edges: 800, seed: 7).make()
    let whole = try GraphViewBuilder(document: document).view(.complete(.module))
    var options = GraphViewOptions.picture(.module)
    options.roles = .all
    let picture = try GraphViewBuilder(document: document).view(options)
    for node in whole.nodes.indices {
      let out = whole.edges.filter { $0.from == node }
      guard let most = out.map(\.count).max() else { continue }
      #expect(picture.edges.filter { $0.from == node }.map(\.count).max() == most)
    }
  }

  /// Sets and dictionaries are seeded anew in every process, and differ within one by capacity.
  @Test func equalInputGivesEqualBytes() throws {
    for shape in Self.shapes {
      let document = shape.make()
      for level in [GraphLevel.file, .module, .boundary] {
        let first = DotReport.render(
          try GraphViewBuilder(document: document).view(.picture(level)))
        for _ in 0..<3 {
          let again = try GraphViewBuilder(document: shape.make()).view(.picture(level))
          #expect(DotReport.render(again) == first)
        }
      }
    }
  }

  /// Dictionaries are seeded anew in every process: the kept pictures are those of another one.
  @Test(arguments: [GraphLevel.file, .module, .boundary])
  func picturesAreAsKept(level: GraphLevel) throws {
    let document = Self.shapes[2].make()
    let text = DotReport.render(try GraphViewBuilder(document: document).view(.picture(level)))
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Goldens/Views/made-up-\(level).dot").standardizedFileURL
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(text == kept, "UPDATE_GOLDEN=1 accepts the new picture")
  }

  @Test func testsAreLeftOutOfPicturesOnly() throws {
    let document = MadeUpDocument().make()
    let builder = GraphViewBuilder(document: document)
    let picture = try builder.view(.picture(.module))
    #expect(picture.nodes.count == 11)
    #expect(picture.notes.first == "6 files left out (6 test); --no-reduce shows them")
    #expect(try builder.view(.complete(.module)).nodes.count == 12)
    #expect(try builder.view(.picture(.file)).nodes.flatMap(\.paths).count == 72)
    var options = GraphViewOptions.complete(.file)
    options.roles = .productionOnly
    #expect(try builder.view(options).nodes.count == 66)
    var tests = document
    for index in tests.files.indices { tests.files[index].role = "test" }
    #expect(try GraphViewBuilder(document: tests).view(.picture(.module)).nodes.count == 12)
  }

  @Test func clustersGroupModulesByBoundary() throws {
    let document = MadeUpDocument().make()
    let view = try GraphViewBuilder(document: document).view(.complete(.module))
    #expect(view.clusters.map(\.label) == (0..<4).map { "name \($0)" })
    for node in view.nodes {
      #expect(node.cluster.map { view.clusters[$0].id } == "boundary:" + node.boundaries[0])
    }
    let files = try GraphViewBuilder(document: document).view(.complete(.file))
    #expect(files.clusters.map(\.id) == document.modules.map(\.id))
    #expect(try GraphViewBuilder(document: document).view(.complete(.boundary)).clusters.isEmpty)
  }

  @Test func emptyDocumentsGiveEmptyViews() throws {
    let builder = GraphViewBuilder(document: Document(tool: "1", name: "x"))
    for level in [GraphLevel.file, .module, .boundary] {
      let view = try builder.view(.picture(level))
      #expect(view.nodes.isEmpty && view.edges.isEmpty && view.notes.isEmpty)
    }
    #expect(throws: GraphViewError.noSymbols) { try builder.view(.picture(.symbol)) }
  }
}

extension String {
  fileprivate func precedes(_ other: String) -> Bool {
    utf8.lexicographicallyPrecedes(other.utf8)
  }
}
