import Boundaries
import DependencyGraph
import Testing

/// Programs in one folder, each with files of its own, over a library that all use.
///
/// Programs call one another's library far more than their own files, so that by references alone
/// all is one part.
private struct Family {
  var sketch = Sketch()
  let library = (0..<4).map { "all/lib_\($0).c" }

  static func main(_ program: Int) -> String { "all/main_\(program).c" }
  static func own(_ program: Int, _ part: Int) -> String { "all/own_\(program)_\(part).c" }

  init(programs: Int, parts: Int = 3) {
    for path in library { sketch.files.append(.init(path)) }
    for (index, path) in library.enumerated() {
      sketch.call(path, library[(index + 1) % library.count], times: 3)
    }
    for program in 0..<programs { add(program, parts: parts) }
  }

  private mutating func add(_ program: Int, parts: Int) {
    let main = Self.main(program)
    sketch.files.append(.init(main))
    sketch[main].isProgram = true
    for part in 0..<parts {
      let own = Self.own(program, part)
      sketch.files.append(.init(own))
      sketch.call(part == 0 ? main : Self.own(program, part - 1), own)
      for path in library { sketch.call(own, path, times: 2) }
    }
  }

  func files(_ program: Int, parts: Int = 3) -> [String] {
    [Self.main(program)] + (0..<parts).map { Self.own(program, $0) }
  }
}

@Test(arguments: [2, 3, 7]) func `what one program alone reaches is its own part`(count: Int) {
  let family = Family(programs: count)
  let outcome = Outcome(family.sketch)
  let places = (0..<count).map { program in
    Set(family.files(program).map { outcome.place($0) })
  }
  #expect(places.allSatisfy { $0.count == 1 })
  #expect(Set(places).count == count)
  #expect(outcome.figure("programs") == Double(count))
}

@Test func `a file says which program owns it`() {
  let family = Family(programs: 3)
  let outcome = Outcome(family.sketch)
  let own = Family.own(1, 2)
  let reason = outcome.boundary(of: own).members
    .first { outcome.graph.files[$0.file].path == own }!.reason
  #expect(reason.hasSuffix("of all programs only that of \"\(Family.main(1))\" reaches it"))
}

@Test func `a monolith with tools beside it is no family of programs`() {
  var sketch = PlantedServices(.flat).sketch
  let main = "main.c"
  sketch.files.append(.init(main))
  sketch[main].isProgram = true
  for path in sketch.paths where path != main { sketch.call(main, path) }
  for tool in ["dump.c", "load.c"] {
    sketch.files.append(.init(tool))
    sketch[tool].isProgram = true
    sketch.files.append(.init("of_" + tool))
    sketch.call(tool, "of_" + tool)
  }
  #expect(Outcome(sketch).figure("programs") == 0)
}

@Test func `decisions part a program's files and bind what programs own`() {
  let family = Family(programs: 3)
  let outcome = Outcome(family.sketch) { graph in
    func files(_ paths: String...) -> [Int] { paths.map { graph.file(at: $0)! }.sorted() }
    var constraints = BoundaryConstraints()
    constraints.together = [files(Family.own(0, 2), Family.own(1, 2))]
    constraints.apart = [[files(Family.own(2, 0)), files(Family.own(2, 1))]]
    return constraints
  }
  #expect(outcome.place(Family.own(0, 2)) == outcome.place(Family.own(1, 2)))
  #expect(outcome.place(Family.own(2, 0)) != outcome.place(Family.own(2, 1)))
}
