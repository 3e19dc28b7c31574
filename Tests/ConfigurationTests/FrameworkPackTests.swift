import Configuration
import Testing

@Suite struct FrameworkPackTests {
  @Test("the packs of the tool are read, and each is for something")
  func standard() {
    let packs = FrameworkPack.standard
    #expect(packs.count >= 9)
    #expect(Set(packs.map(\.name)).count == packs.count)
    for pack in packs {
      #expect(!pack.version.isEmpty, "\(pack.name)")
      #expect(!(pack.entities.isEmpty && pack.uses.isEmpty && pack.components.isEmpty))
    }
  }

  @Test("a number that is too large is as large as can be")
  func sizes() throws {
    let packs = try FrameworkPack.packs(
      text: """
        pack: one
        languages: [python]
        criteria:
          - {id: \(Criterion.identifiers[0]), import: [torch], size: 1e30}
        """, path: "p.yml")
    #expect(packs.first?.criteria.first?.size == .max)
  }

  @Test("a rule says where names stand")
  func places() throws {
    let packs = try FrameworkPack.packs(
      text: """
        pack: one
        languages: [java]
        entities:
          - {annotation: Entity, name: [Table.name, .Meta.db_table, Entity], otherwise: plural-snake}
        uses:
          - {on: [A, B], call: ["save*"], entity: parameter 1, access: write, gives: row}
          - {annotation: Listen, store: topic, name: "topics,", access: read}
        """, path: "p.yml")
    let pack = try #require(packs.first)
    #expect(
      pack.entities[0].names == [
        .annotation("Table", argument: "name"), .member(["Meta", "db_table"]),
        .annotation("Entity", argument: ""),
      ])
    #expect(pack.entities[0].otherwise == .pluralSnake)
    #expect(pack.uses[0].entity == .parameter(1))
    #expect(pack.uses[0].names.map { $0.matches("saveAll") } == [true])
    #expect(pack.uses[0].names.map { $0.matches("unsaved") } == [false])
    #expect(pack.uses[1].name == .key(["topics", ""]))
  }

  @Test(
    "what is wrong has its line",
    arguments: [
      ("pack: a\nlanguages: [go]\nuses:\n  - {on: [A]}", 4, "a use needs"),
      ("pack: a\nlanguages: [go]\nuses:\n  - {call: f, entity: argument x}", 4, "no place"),
      ("pack: a\nlanguages: [go]\nentities:\n  - {otherwise: tall}", 4, "must be one of"),
      ("pack: a\nlanguages: [go]\nuse: []", 3, "did you mean 'uses'"),
      ("pack: a\nlanguages: [go]\ntriggers:\n  - {id: x, kind: http}", 4, "exactly one of"),
      (
        "pack: a\nlanguages: [go]\ntriggers:\n  - {id: x, kind: htpp, call: f}", 4,
        "did you mean 'http'"
      ),
      (
        "pack: a\nlanguages: [go]\ntriggers:\n\n  - {id: x, kind: http, call: f, path: '@no'}", 5,
        "no place of a call"
      ),
      ("pack: a\nlanguages: [go]\ntriggers:\n  - {kind: http, call: f}", 4, "'id' is missing"),
      ("pack: a\nlanguages: [go]\ntriggers:\n  - {id: x, kind: http, call: []}", 4, "needs a name"),
      ("pack: a\nlanguages: [go]\nmounts:\n  - {path: 0}", 4, "a mount needs 'call'"),
      ("pack: a", 1, "'languages' is missing"), ("languages: [go]", 1, "'pack' is missing"),
      ("pack: a\nlanguages: [go]\nuses: 3", 3, "must be a list"),
    ])
  func problems(text: String, line: Int, message: String) {
    #expect {
      try FrameworkPack.packs(text: text, path: "p.yml")
    } throws: { error in
      guard let error = error as? ConfigurationError else { return false }
      return error.problems.contains { $0.line == line && $0.message.contains(message) }
    }
  }

  @Test("the packs of triggers are read, and each is for something")
  func triggers() {
    let packs = FrameworkPack.standardTriggers()
    #expect(packs.count >= 70)
    #expect(Set(packs.map(\.name)).count == packs.count)
    let rules = packs.flatMap(\.triggers)
    #expect(Set(rules.map(\.id)).count == rules.count)
    for pack in packs {
      #expect(pack.speaksOfTriggers && !pack.version.isEmpty, "\(pack.name)")
    }
    #expect(FrameworkPack.standardTriggers(of: ["go"]).allSatisfy { $0.languages == ["go"] })
  }

  @Test("a pack of the repository replaces the one of its name")
  func replaced() throws {
    let own = try FrameworkPack.packs(
      text: "pack: go-cron\nlanguages: [go]\ntriggers:\n  - {id: x, kind: schedule, call: f}",
      path: "p.yml")
    let packs = FrameworkPack.withTriggers(of: ["go"], and: own)
    #expect(packs.filter { $0.name == "go-cron" }.flatMap(\.triggers).map(\.id) == ["x"])
  }
}
