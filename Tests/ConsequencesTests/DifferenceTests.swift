import Consequences
import ReportModel
import Testing

/// Two documents side by side.
struct DifferenceTests {
  private func sketch(_ files: [String: String]) -> DocumentSketch {
    var sketch = DocumentSketch(files)
    for index in sketch.document.files.indices {
      let path = sketch.document.files[index].path
      let folder = String(path.prefix { $0 != "/" })
      let labels = sketch.document.modules.map(\.label)
      if let module = labels.firstIndex(of: folder) {
        sketch.document.files[index].module = module
      } else {
        sketch.document.files[index].module = labels.count
        sketch.document.modules.append(
          ModuleEntry(id: "module:" + folder, label: folder, kind: "folder", files: 1, lines: 1))
      }
    }
    return sketch
  }

  private let files = ["a/1.c": "a", "a/2.c": "a", "b/1.c": "b", "b/2.c": "b"]

  private func report(_ old: Document, _ new: Document) -> DifferenceReport {
    DocumentDifference(old, new).report(old: "old", new: "new")
  }

  @Test func `the same document has no difference, however it is read`() {
    var sketch = sketch(files)
    sketch.edge("a/1.c", "b/1.c")
    #expect(report(sketch.document, sketch.document).isEmpty)
    var moved = sketch.document
    moved.edges[0].evidence[0].lines = [99]
    moved.tool = "2"
    #expect(report(sketch.document, moved).isEmpty, "lines move without meaning")
  }

  @Test func `new and gone dependencies of modules are told with places`() {
    var old = sketch(files)
    old.edge("b/2.c", "a/2.c", "call", lines: [5])
    var new = sketch(files)
    new.edge("a/1.c", "b/1.c", "call", lines: [7])
    new.edge("a/1.c", "b/2.c", "probable-call", lines: [8])
    let report = report(old.document, new.document)
    #expect(
      report.dependencies.map { "\($0.change) \($0.from) \($0.to) \($0.count)" } == [
        "added a b 1", "removed b a 1",
      ])
    #expect(report.dependencies[0].places == [Place(file: "a/1.c", line: 7)])
  }

  @Test func `a boundary with another name is the same boundary`() {
    let old = sketch(files)
    let new = sketch(files.mapValues { $0 == "a" ? "z" : $0 })
    let report = report(old.document, new.document)
    #expect(
      report.boundaries.map { "\($0.change) \($0.old ?? "") \($0.new ?? "")" } == ["renamed a z"])
    #expect(report.boundaries[0].arrived.isEmpty && report.boundaries[0].left.isEmpty)
  }

  @Test func `files that moved are told on both sides`() {
    var files = self.files
    files["a/3.c"] = "a"
    let old = sketch(files)
    files["a/3.c"] = "b"
    let report = report(old.document, sketch(files).document)
    #expect(report.boundaries.map(\.change) == ["changed", "changed"])
    #expect(report.boundaries[0].left == [.init(file: "a/3.c", other: "b")])
    #expect(report.boundaries[1].arrived == [.init(file: "a/3.c", other: "a")])
  }

  @Test func `renamed files take their boundaries along`() {
    let old = sketch(files)
    var renamed = files
    renamed["a/9.c"] = renamed.removeValue(forKey: "a/1.c")
    let new = sketch(renamed)
    let plain = report(old.document, new.document)
    #expect(plain.files.added == ["a/9.c"] && plain.files.removed == ["a/1.c"])
    let difference = DocumentDifference(
      old.document, new.document, renames: [.init(old: "a/1.c", new: "a/9.c", likeness: 0.9)])
    let known = difference.report(old: "", new: "")
    #expect(known.files.added.isEmpty && known.files.renamed.count == 1)
    #expect(known.boundaries.isEmpty)
  }

  @Test func `owners, writers and verdicts that change are told`() {
    func document(_ owner: String, _ writers: [String], _ verdict: String) -> Document {
      var sketch = sketch(files)
      sketch.table("t", writers: ["a/1.c": [1]])
      sketch.document.tables[0].writingBoundaries = writers
      sketch.document.tables[0].ownership = OwnershipEntry(
        owner: owner, reason: "", parties: [], purity: nil, finding: nil, ways: [],
        transactions: [])
      sketch.document.serverless.findings = [
        ServerlessEntry(
          id: "1", place: Place(file: "a/1.c", line: 3), symbol: "f", kind: "http",
          verdict: verdict, declaredAt: [], declaration: "")
      ]
      return sketch.document
    }
    let report = report(
      document("a", ["a"], "function"), document("b", ["a", "b"], "keep"))
    #expect(report.tables.map(\.change) == ["changed"])
    #expect(report.tables[0].ownerOld == "a" && report.tables[0].ownerNew == "b")
    #expect(report.tables[0].writersNew == ["a", "b"])
    #expect(report.serverless.map { "\($0.old ?? "") \($0.new ?? "")" } == ["function keep"])
  }

  @Test func `circles grow, shrink, come and go`() {
    func document(_ circles: [[Int]]) -> Document {
      var sketch = sketch(["a/1.c": "a", "b/1.c": "b", "c/1.c": "c", "d/1.c": "d"])
      sketch.document.cycles.modules = circles.map {
        CycleEntry(members: $0, edges: 2, references: 2, breakers: [])
      }
      return sketch.document
    }
    func changes(_ old: [[Int]], _ new: [[Int]]) -> [String] {
      report(document(old), document(new)).cycles.map {
        ([$0.change] + $0.difference).joined(separator: " ")
      }
    }
    #expect(changes([[0, 1]], [[0, 1, 2]]) == ["grown c"])
    #expect(changes([[0, 1, 2]], [[0, 1]]) == ["shrunk c"])
    #expect(changes([[0, 1]], [[2, 3]]) == ["added", "removed"])
    #expect(changes([[0, 1]], [[0, 1]]).isEmpty)
  }
}
