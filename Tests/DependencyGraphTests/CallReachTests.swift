import Facts
import Testing

@testable import DependencyGraph

/// Types with their methods and what they are derived from, as a linked graph.
private struct TypeSketch {
  private(set) var graph = CodeGraph()
  private var places: [String: Int32] = [:]

  /// A file that holds types after one another, each as `Name: method method`.
  mutating func file(_ path: String, _ language: Language = .java, _ types: String...) {
    let file = Int32(graph.files.count)
    graph.files.append(FileNode(path: path, language: language, role: "production"))
    var line: UInt32 = 1
    for type in types {
      let parts = type.split(separator: ":")
      let methods = parts.count > 1 ? parts[1].split(separator: " ") : []
      let end = line + UInt32(methods.count) + 1
      add(path, "com.x." + parts[0], .type, file, line...end)
      for (index, method) in methods.enumerated() {
        let place = line + 1 + UInt32(index)
        add(path, "com.x.\(parts[0]).\(method)", .method, file, place...place)
      }
      line = end + 1
    }
  }

  private mutating func add(
    _ path: String, _ name: String, _ kind: SymbolKind, _ file: Int32, _ lines: ClosedRange<UInt32>
  ) {
    places["\(path) \(name)"] = Int32(graph.symbols.count)
    graph.symbols.append(
      SymbolNode(
        name: name.split(separator: ".").last.map(String.init) ?? "", qualifiedName: name,
        kind: kind, file: file, line: lines.lowerBound, endLine: lines.upperBound,
        traits: .definition))
  }

  mutating func derive(_ path: String, _ name: String, _ base: String, in other: String? = nil) {
    let (from, to) = (places["\(path) com.x.\(name)"]!, places["\(other ?? path) com.x.\(base)"]!)
    graph.symbolEdges.append(
      SymbolEdge(
        fromFile: graph.symbols[Int(from)].file, from: from, to: to, kind: .inherit,
        isProbable: false, count: 1, line: 1, lines: CompactRange(0, 0)))
  }

  var overrides: [String] {
    CallReach.overrides(graph).map { "\(name($0.from)) < \(name($0.to))" }.sorted()
  }

  private func name(_ symbol: Int32) -> String {
    let node = graph.symbols[Int(symbol)]
    return graph.files[Int(node.file)].path + " " + node.qualifiedName.dropFirst(6)
  }

  func members(_ path: String, _ type: String) -> [String] {
    let reach = CallReach(graph)
    return reach.functions(of: Int(places["\(path) com.x.\(type)"]!), in: graph).map {
      name(Int32($0))
    }
  }
}

@Suite struct CallReachTests {
  @Test func `what stands between need not declare the method`() {
    var sketch = TypeSketch()
    sketch.file("a.java", .java, "Base:work", "Mid:", "Low:", "Leaf:work other", "Last:work")
    for (name, base) in [("Mid", "Base"), ("Low", "Mid"), ("Leaf", "Low"), ("Last", "Leaf")] {
      sketch.derive("a.java", name, base)
    }
    // The next one above alone: Last is an override of Leaf's.
    #expect(
      sketch.overrides == [
        "a.java Base.work < a.java Leaf.work", "a.java Leaf.work < a.java Last.work",
      ])
  }

  @Test func `diamonds give a pair once, and circles end`() {
    var sketch = TypeSketch()
    sketch.file("a.java", .java, "Top:work", "Left:", "Right:", "Leaf:work")
    for (name, base) in [
      ("Left", "Top"), ("Right", "Top"), ("Leaf", "Left"), ("Leaf", "Right"), ("Left", "Right"),
      ("Right", "Left"), ("Top", "Leaf"),
    ] {
      sketch.derive("a.java", name, base)
    }
    #expect(
      sketch.overrides == [
        "a.java Leaf.work < a.java Top.work", "a.java Top.work < a.java Leaf.work",
      ])
  }

  @Test func `equal names of two programs are two types`() {
    var sketch = TypeSketch()
    for path in ["one/A.java", "two/A.java"] {
      sketch.file(path, .java, "Base:work", "Impl:work")
      sketch.derive(path, "Impl", "Base")
    }
    #expect(
      sketch.overrides == [
        "one/A.java Base.work < one/A.java Impl.work",
        "two/A.java Base.work < two/A.java Impl.work",
      ])
    #expect(sketch.members("two/A.java", "Base") == ["two/A.java Base.work"])
  }

  @Test func `parts of one type in several files are one`() {
    var sketch = TypeSketch()
    sketch.file("Base.cs", .csharp, "Base:work")
    sketch.file("Impl.One.cs", .csharp, "Impl:other")
    sketch.file("Impl.Two.cs", .csharp, "Impl:work")
    sketch.derive("Impl.One.cs", "Impl", "Base", in: "Base.cs")
    #expect(sketch.overrides == ["Base.cs Base.work < Impl.Two.cs Impl.work"])
    #expect(sketch.members("Impl.Two.cs", "Impl").count == 2)
  }
}
