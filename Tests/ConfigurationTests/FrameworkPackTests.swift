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
}
