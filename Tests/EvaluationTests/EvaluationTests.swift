import Basics
import Boundaries
import DependencyGraph
@testable import Evaluation
import Facts
import ReportModel
import Testing

/// Three parts of six files each and a file that all of them use.
private enum Shop {
  static let parts = ["orders", "payments", "stock"]

  static var paths: [String] {
    parts.flatMap { part in (0..<6).map { "src/\(part)/\(part)\($0).c" } } + ["src/base/log.c"]
  }

  static var graph: CodeGraph {
    var linker = Linker(
      files: paths.map { LinkedFile(path: $0, language: .c, role: "production") })
    for path in paths { linker.add(facts(path), mode: .direct) }
    var graph = linker.link()
    ModuleAssignment().assign(to: &graph)
    return graph
  }

  private static func facts(_ path: String) -> FileFacts {
    let folder = path.split(separator: "/")[1]
    let others = paths.filter { $0.split(separator: "/")[1] == folder && $0 != path }
    var facts = FileFacts(path: path, language: .c)
    facts.paths = [path] + others + (folder == "base" ? [] : ["src/base/log.c"])
    facts.lineCount = 400
    facts.codeLineCount = 300
    facts.symbols = facts.paths.enumerated().map { index, path in
      Symbol(
        key: "c:@F@" + path, name: "f_" + path, qualifiedName: "shop::f_" + path,
        kind: .function, home: .defined(UInt32(index)))
    }
    facts.declarations = [Declaration(symbol: 0, line: 1, endLine: 99, traits: .definition)]
    facts.references = facts.paths.indices.dropFirst().map {
      Reference(from: 0, to: UInt32($0), kind: .call, line: UInt32(10 + $0))
    }
    facts.dataAccesses = [
      DataAccess(store: .table, name: String(folder), access: .write, line: 3, symbol: 0)
    ]
    return facts
  }

  static var reference: ReferenceDecomposition {
    get throws {
      let rows = paths.map { path in
        let folder = path.split(separator: "/")[1]
        return "\(path)\t\(folder == "base" ? "@shared" : folder)"
      }
      return try ReferenceDecomposition(rows.joined(separator: "\n"))
    }
  }
}

@Suite struct DisguiseTests {
  @Test(arguments: [Set<Disguise.Part>([.folders]), [.names]])
  func `no part of a path or namespace is left`(_ hidden: Set<Disguise.Part>) {
    let result = Disguise(hiding: hidden).apply(Shop.graph)
    let texts =
      result.graph.files.map(\.path) + result.graph.symbols.map(\.qualifiedName)
      + result.graph.dataUses.map(\.path)
    #expect(!texts.contains { $0.contains("/") && !$0.hasPrefix("f_") || $0.contains("::") })
    guard hidden == [.names] else { return }
    let words = Shop.parts + ["log", "f_"]
    #expect(!texts.contains { text in words.contains { text.contains($0) } })
    #expect(result.graph.stores.map(\.name) == ["t0", "t1", "t2", "t3"])
  }

  @Test(arguments: [Disguise.Part.folders, .names], [1, 2, 3])
  func `what depends on what stays`(_ part: Disguise.Part, _ seed: UInt64) {
    let graph = Shop.graph
    let result = Disguise(hiding: [part], seed: seed).apply(graph)
    let origins = result.origins
    #expect(origins.sorted() == Array(graph.files.indices))
    #expect(
      result.graph.files.map(\.path)
        == result.graph.files.map(\.path).sorted {
          $0.precedesBytewise($1)
        })
    func edges(_ graph: CodeGraph, _ file: (Int32) -> Int) -> Set<[Int]> {
      Set(graph.fileEdges.map { [file($0.from), file($0.to), graph.count(of: $0)] })
    }
    #expect(edges(graph) { Int($0) } == edges(result.graph) { origins[Int($0)] })
    for (symbol, _) in zip(result.graph.symbols, graph.symbols) {
      #expect(graph.symbols.contains { Int($0.file) == origins[Int(symbol.file)] })
    }
    let uses = Set(result.graph.dataUses.map { origins[Int($0.file)] })
    #expect(uses == Set(graph.dataUses.map { Int($0.file) }))
    for edge in result.graph.symbolEdges {
      #expect(result.graph.symbols[Int(edge.from)].file == edge.fromFile)
    }
  }

  @Test func `seeds give other orders, nothing hidden gives the graph`() {
    let graph = Shop.graph
    let first = Disguise(hiding: [.names], seed: 1).apply(graph).origins
    #expect(first == Disguise(hiding: [.names], seed: 1).apply(graph).origins)
    #expect(first != Disguise(hiding: [.names], seed: 2).apply(graph).origins)
    #expect(Disguise(hiding: []).apply(graph).graph.files.map(\.path) == graph.files.map(\.path))
  }
}

@Suite struct ScoringTests {
  @Test func `the reference itself has every highest score`() throws {
    let reference = try Shop.reference
    let row = Scoring(reference).row("x") { path in
      reference.rows.first { $0.path == path }?.service
    }
    #expect(row.adjustedRandIndex == 1 && row.low == 1 && row.high == 1)
    #expect(row.moJoFM == 100 && row.architectureSimilarity == 100 && row.placed == 1)
    #expect(row.coverage.allSatisfy { $0.services == 1 && $0.clusters == 1 })
    #expect(row.sizes == [6, 6, 6])
  }

  @Test func `files outside of boundaries are one cluster and count as not placed`() throws {
    let scoring = Scoring(try Shop.reference)
    let row = scoring.row("x") { path in
      path.hasSuffix("0.c") ? "@shared" : path.hasSuffix("1.c") ? nil : String(path.prefix(8))
    }
    #expect(row.sizes == [6, 4, 4, 4])
    #expect(row.placed == 12.0 / 18)
    #expect(row.adjustedRandIndex < 0.6)
    #expect(scoring.summary { !$0.hasSuffix("1.c") }.missing == 3)
  }

  @Test func `shared code is scored apart`() throws {
    let reference = try ReferenceDecomposition(
      "a\t@shared\nb\t@shared\nc\tx\nd\tx\ne\ty\nf\t@infra\n")
    let score = try #require(Scoring(reference).shared { ["a", "c", "f"].contains($0) })
    #expect(score.truePositives == 1 && score.falsePositives == 1)
    #expect(score.falseNegatives == 1 && score.trueNegatives == 2)
    #expect(score.f1 == 0.5)
    #expect(abs(score.balancedAccuracy - (0.5 + 2.0 / 3) / 2) < 1e-12)
    #expect(abs(score.f1OfAll - 4.0 / 7) < 1e-12)
    #expect(Scoring(try ReferenceDecomposition("a\tx\n")).shared { _ in true } == nil)
  }
}

@Suite struct BoundaryEvaluationTests {
  @Test func `parts that hold together stay when little is left out`() throws {
    var evaluation = BoundaryEvaluation(options: BoundaryOptions())
    evaluation.deletions = 4
    let report = evaluation.run(Shop.graph, try Shop.reference)
    #expect(report.deletions.count == 5)
    #expect(report.deletions.allSatisfy { $0 > 0.9 && $0 <= 1 })
  }

  @Test func `two hundredths of the dependencies go, of files and of symbols`() {
    let graph = Shop.graph
    let thinned = Deletions.thinned(graph, seed: 7)
    let lost = graph.fileEdges.count - thinned.fileEdges.count
    #expect(lost == Int((Double(graph.fileEdges.count) * 0.02).rounded(.up)))
    #expect(thinned.symbolEdges.count < graph.symbolEdges.count)
    let pairs = Set(thinned.fileEdges.map { [$0.from, $0.to] })
    let other = Deletions.thinned(graph, seed: 8).fileEdges.map { [$0.from, $0.to] }
    #expect(pairs != Set(other))
    #expect(Deletions.thinned(graph, seed: 7).fileEdges.map(\.to) == thinned.fileEdges.map(\.to))
  }

  @Test(arguments: [Set<Disguise.Part>(), [.folders], [.names]])
  func `parts that hold together are found, folders or not`(_ hidden: Set<Disguise.Part>) throws {
    let evaluation = BoundaryEvaluation(options: BoundaryOptions(), hidden: hidden, seeds: 3)
    let report = evaluation.run(Shop.graph, try Shop.reference)
    #expect(report.rows[0].method == "cleave" && report.rows[0].adjustedRandIndex == 1)
    #expect(report.seeds == [1, 1, 1])
    #expect(report.hidden == hidden.flatMap { $0 == .names ? ["names"] : ["folders"] }.sorted())
    #expect(report.rows.contains { $0.method == "folders, depth 2 (best)" } == hidden.isEmpty)
    let one = try #require(report.rows.first { $0.method == "one cluster" })
    #expect(one.adjustedRandIndex == 0 && one.clusters == 1)
    let random = try #require(report.rows.first { $0.method == "random" })
    #expect(abs(random.adjustedRandIndex) < 0.2)
    #expect(report.shared?.falsePositives == 0)
    #expect(report.deletions.isEmpty)
    // Three parts are too few to tell by their uses; the folder's name says it.
    #expect(report.shared?.truePositives == (hidden.isEmpty ? 1 : 0))
  }
}

@Suite struct BoundsTests {
  /// Samples of files from a population whose score is known: the bounds hold it as often as they say.
  @Test func `bounds hold the score of the population`() throws {
    // Five services; a file is placed right in seven of ten cases, else anywhere.
    func place(_ service: Int, _ random: inout SeededGenerator) -> Int {
      random.next(below: 10) < 7 ? service : random.next(below: 5)
    }
    // Together in both, in one, by chance: Σ of squared shares of the table of 5 × 5.
    let same = 5 * (0.2 * 0.76) * (0.2 * 0.76) + 20 * (0.2 * 0.06) * (0.2 * 0.06)
    let truth = (same - 0.04) / (0.2 - 0.04)
    var random = SeededGenerator(seed: 5)
    var held = 0
    for _ in 0..<150 {
      let services = (0..<80).map { _ in random.next(below: 5) }
      let rows = services.enumerated().map { "f\($0.offset)\ts\($0.element)" }
      let labels = Dictionary(
        uniqueKeysWithValues: services.enumerated().map {
          ("f\($0.offset)", "p\(place($0.element, &random))")
        })
      let scoring = Scoring(try ReferenceDecomposition(rows.joined(separator: "\n")))
      let row = scoring.row("x") { labels[$0] }
      if row.low <= truth, truth <= row.high { held += 1 }
    }
    #expect(held >= 136, "\(held) of 150")
  }

  @Test func `what is drawn at random is given by its means`() throws {
    let reference = try Shop.reference
    let graph = Shop.graph
    let files = Dictionary(uniqueKeysWithValues: graph.files.enumerated().map { ($1.path, $0) })
    let rows = Baselines(graph, Scoring(reference), fileOf: files).rows(withFolders: false)
    let random = try #require(rows.first { $0.method == "random" })
    #expect(random.sizes == random.sizes.sorted(by: >))
    #expect(abs(random.sizes.reduce(0, +) - 18) <= 2)
    // Tenths of thirds: one draw alone would give thirds.
    let shares = random.coverage.flatMap { [$0.clusters, $0.services] }
    #expect(shares.contains { abs($0 * 3 - ($0 * 3).rounded()) > 1e-6 })
  }
}
