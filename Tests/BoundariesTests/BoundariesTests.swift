import Basics
import Boundaries
import DependencyGraph
import Facts
import Testing

@Test(arguments: Layout.allCases) func `planted services are found`(layout: Layout) {
  let planted = PlantedServices(layout)
  let outcome = Outcome(planted.sketch)
  let expected = Set(PlantedServices.names.map(planted.members))
  #expect(Set(outcome.members.values) == expected)
}

@Test(arguments: Layout.allCases) func `hubs are shared and say why`(layout: Layout) {
  let outcome = Outcome(PlantedServices(layout).sketch)
  for hub in layout.hubs { #expect(outcome.place(hub) == "@shared") }
  let shared = outcome.proposal.shared
  #expect(shared.map { outcome.graph.files[$0.file].path } == layout.hubs.sorted())
  for file in shared {
    #expect(file.reason.contains("parts"))
    #expect(!file.reason.contains("part 1"))
    #expect(file.users == Array(0..<5))
  }
}

/// Neither what is shared already nor what stands alone is a part that could have used a file.
@Test(arguments: Layout.allCases) func `reasons count the parts there are`(layout: Layout) throws {
  var sketch = PlantedServices(layout).sketch
  for number in 0..<30 { sketch.files.append(.init("alone\(number)/alone_\(number).c")) }
  // Used through the hubs at first, and by all services once the hubs are out of the way.
  sketch.files.append(.init("src/deep.c"))
  for hub in layout.hubs { sketch.call(hub, "src/deep.c", times: 9) }
  for service in PlantedServices.names { sketch.call(layout.path(service, 1), "src/deep.c") }
  let outcome = Outcome(sketch)
  #expect(outcome.place("src/deep.c") == "@shared")
  for file in outcome.proposal.shared {
    let counts = file.reason.matches(of: #/(\d+) of (?:the )?(\d+) /#)
    let count = try #require(counts.first)
    let (users, parts) = (Int(count.1)!, Int(count.2)!)
    #expect(users >= 3 && users <= parts && parts <= 7, "\(file.reason)")
  }
}

@Test(arguments: Layout.allCases) func `every file is placed once`(layout: Layout) {
  var sketch = PlantedServices(layout).sketch
  for role in ["test", "generated", "vendored"] {
    sketch.files.append(.init("src/extra/\(role).c"))
    sketch["src/extra/\(role).c"].role = role
  }
  sketch.files.append(.init("zz/alone.c"))
  let outcome = Outcome(sketch)
  #expect(outcome.proposal.placements.count == sketch.files.count)
  for role in ["test", "generated", "vendored"] {
    #expect(outcome.place("src/extra/\(role).c") == "@" + role)
  }
  var seen: [String] = outcome.proposal.boundaries.flatMap(outcome.paths)
  seen += outcome.proposal.shared.map { outcome.graph.files[$0.file].path }
  #expect(seen.sorted() == sketch.files.filter { $0.role == "production" }.map(\.path).sorted())
  for (index, boundary) in outcome.proposal.boundaries.enumerated() {
    #expect(boundary.members.map(\.file) == boundary.members.map(\.file).sorted())
    for member in boundary.members {
      #expect(outcome.proposal.placements[member.file] == .boundary(index))
    }
  }
}

@Test func `folders are trusted where the code follows them and only there`() {
  #expect(Outcome(PlantedServices(.tree).sketch).figure("folder-trust") > 0.8)
  for layout in [Layout.layered, .bands, .flat] {
    #expect(Outcome(PlantedServices(layout).sketch).figure("folder-trust") < 0.2)
  }
}

@Test func `a small application stays whole, a larger one of equal shape is split`() {
  let small = Outcome(PlantedServices(.tree, codeLines: 50).sketch).proposal.verdict
  #expect(!small.isSplit)
  #expect(small.reason.hasPrefix("2100 lines of code and 0 entry points"))
  #expect(small.rule == "small")
  var large = PlantedServices(.tree, codeLines: 500).sketch
  let library = Outcome(large).proposal.verdict
  #expect(!library.isSplit && library.rule == "library")
  large[large.paths[0]].isProgram = true
  #expect(Outcome(large).proposal.verdict.isSplit)
}

@Test func `where most is one process, the part beside it could stand alone`() {
  let planted = PlantedServices(.tree, codeLines: 500)
  var sketch = planted.sketch
  let alone = planted.members("billing")
  sketch[alone[0]].isProgram = true
  let tied = sketch.paths.filter { !alone.contains($0) }
  for path in tied.dropFirst() {
    sketch[path].state = [(tied[0], true, 2), (tied[0], false, 4)]
  }
  let outcome = Outcome(sketch)
  let verdict = outcome.proposal.verdict
  #expect(!verdict.isSplit && verdict.rule == "one-process")
  #expect(verdict.parts.map { outcome.paths(outcome.proposal.boundaries[$0]) } == [alone])
}

@Test func `parts that write the same variable are one process`() {
  func verdict(writes: Int, reads: Int, arePrograms: Bool = false) -> SplitJudgement {
    var sketch = PlantedServices(.tree, codeLines: 500).sketch
    let state = sketch.paths[0]
    sketch[state].isProgram = true
    for path in sketch.paths.dropFirst() {
      sketch[path].isProgram = arePrograms
      sketch[path].state = [(state, true, writes), (state, false, reads)].filter { $0.2 > 0 }
    }
    return Outcome(sketch).proposal.verdict
  }
  let tied = verdict(writes: 2, reads: 4)
  #expect(!tied.isSplit)
  #expect(tied.reason.contains("write the same variables: \"state_"))
  #expect(tied.figures.first { $0.name == "state-tied-share" }?.value == 1)
  // A process has variables of its own: programs are apart already.
  let programs = verdict(writes: 2, reads: 4, arePrograms: true)
  #expect(programs.isSplit)
  let read = verdict(writes: 0, reads: 6)
  #expect(read.isSplit)
  #expect(read.figures.first { $0.name == "state-tied-share" }?.value == 0)
}

@Test func `one knot of files is nothing to split`() {
  var sketch = Sketch()
  let paths = (0..<12).map { "src/f\($0).c" }
  sketch.files = paths.map { path in
    var file = Sketch.File(path)
    file.codeLines = 2000
    file.calls = paths.filter { $0 != path }.map { ($0, 2) }
    return file
  }
  #expect(!Outcome(sketch).proposal.verdict.isSplit)
}

@Test func `nothing gives nothing, one file gives one boundary`() {
  let nothing = Outcome(Sketch()).proposal
  #expect(nothing.boundaries.isEmpty && nothing.placements.isEmpty && !nothing.verdict.isSplit)
  var sketch = Sketch()
  sketch.files = [.init("main.c")]
  let one = Outcome(sketch)
  #expect(one.members == ["main": ["main.c"]])
}

@Test(arguments: Layout.allCases, 0..<3) func `the order of the input does not matter`(
  layout: Layout, seed: Int
) {
  var sketch = PlantedServices(layout).sketch
  sketch["\(layout.path("orders", 2))"].tables = [("orders", .write)]
  let expected = Outcome(sketch).text
  #expect(Outcome(sketch).text == expected)
  var generator = SeededGenerator(seed: UInt64(seed))
  sketch.files.shuffle(using: &generator)
  #expect(Outcome(sketch).text == expected)
}

@Test(arguments: Layout.allCases) func `an added file leaves the other identities`(layout: Layout) {
  var sketch = PlantedServices(layout).sketch
  let before = Outcome(sketch).members
  let added = layout.path("orders", 8)
  sketch.files.append(.init(added))
  for part in 0..<3 { sketch.call(added, layout.path("orders", part), times: 2) }
  var after = Outcome(sketch).members
  let home = after.first { $0.value.contains(added) }!.key
  after[home]!.removeAll { $0 == added }
  #expect(after == before)
}

@Test(arguments: 0..<6) func `only what is isolated is smaller than the least size`(seed: Int) {
  var generator = SeededGenerator(seed: UInt64(seed))
  var sketch = Sketch()
  let paths = (0..<320).map { "src/f\($0).c" }
  sketch.files = paths.map(Sketch.File.init)
  for index in 0..<300 {
    let near = index / 12 * 12 + Int.random(in: 0..<12, using: &generator)
    if near != index, near < 300 { sketch.call(paths[index], paths[near], times: 2) }
    if index % 9 == 0 {
      let far = Int.random(in: 0..<300, using: &generator)
      if far != index { sketch.call(paths[index], paths[far]) }
    }
  }
  let outcome = Outcome(sketch)
  let small = outcome.proposal.boundaries.filter { $0.members.count < 3 }
  for boundary in small {
    for member in boundary.members { #expect(member.alternative == nil) }
  }
  #expect(outcome.proposal.boundaries.count - small.count > 5)
}

@Test(arguments: Layout.allCases, [1, 2, 3, 5, 7, 9])
func `the number asked for is reached`(layout: Layout, count: Int) {
  var options = BoundaryOptions()
  options.count = count
  let proposal = Outcome(PlantedServices(layout).sketch, options).proposal
  #expect(proposal.boundaries.count == count)
  #expect(Set(proposal.boundaries.map(\.id)).count == count)
}

@Test func `parts without a tie are joined where fewer are asked for`() {
  var sketch = Sketch()
  for group in 0..<6 {
    for part in 0..<4 { sketch.files.append(.init("g\(group)x\(part).c")) }
    for part in 0..<4 {
      sketch.call("g\(group)x\(part).c", "g\(group)x\((part + 1) % 4).c", times: 4)
    }
  }
  var options = BoundaryOptions()
  options.count = 3
  #expect(Outcome(sketch, options).proposal.boundaries.count == 3)
}
