import Boundaries
import DependencyGraph
import Facts
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

@Test func `what only the build lists belongs to its program`() {
  var family = Family(programs: 3)
  let plugin = "all/plugin.c"
  family.sketch.files.append(.init(plugin))
  for path in family.library { family.sketch.call(plugin, path, times: 2) }
  family.sketch.builds = (0..<3).map { program in
    BuildTarget(
      name: "p\(program)", kind: .program,
      sources: family.files(program) + (program == 1 ? [plugin] : []), path: "CMakeLists.txt",
      line: program + 1)
  }
  let outcome = Outcome(family.sketch)
  #expect(outcome.place(plugin) == outcome.place(Family.main(1)))
}

/// Services whose files lie in one folder, with names that say nothing.
private struct Libraries {
  var sketch = Sketch()
  let count: Int

  static func path(_ part: Int, _ file: Int) -> String { "all/f\((part * 7 + file * 5) % 97).c" }

  init(_ count: Int, files: Int = 8) {
    self.count = count
    for part in 0..<count {
      for file in 0..<files { sketch.files.append(.init(Self.path(part, file))) }
    }
    for part in 0..<count {
      for file in 0..<files {
        sketch.call(Self.path(part, file), Self.path(part, (file + 1) % files), times: 2)
        sketch.call(Self.path(part, file), Self.path(part, (file + 3) % files))
      }
      sketch.call(Self.path(part, 0), Self.path((part + 1) % count, 0))
      sketch.builds.append(
        BuildTarget(
          name: "lib\(part)", kind: .library, sources: (0..<files).map { Self.path(part, $0) },
          path: "CMakeLists.txt", line: part + 1))
    }
  }
}

@Test func `what the build links together is a part`() {
  let libraries = Libraries(5)
  let outcome = Outcome(libraries.sketch)
  #expect(outcome.figure("build-trust") > 0.75)
  let places = (0..<5).map { part in
    Set((0..<8).map { outcome.place(Libraries.path(part, $0)) })
  }
  #expect(places.allSatisfy { $0.count == 1 } && Set(places).count == 5)
  #expect(outcome.proposal.levels[0].reason.hasPrefix("the lists of the build reach"))
}

@Test func `lists that the dependencies deny say nothing`() {
  var libraries = Libraries(5)
  for part in 0..<5 {
    libraries.sketch.builds[part].sources = (0..<8).map { Libraries.path(($0 + part) % 5, $0) }
  }
  #expect(!Outcome(libraries.sketch).proposal.method.contains { $0.name == "build-trust" })
}

@Test func `variants of one target are one`() {
  var libraries = Libraries(4)
  for part in 0..<4 {
    var variant = libraries.sketch.builds[part]
    variant.name += "_static"
    libraries.sketch.builds.append(variant)
  }
  #expect(Outcome(libraries.sketch).figure("build-trust") > 0.75)
}
