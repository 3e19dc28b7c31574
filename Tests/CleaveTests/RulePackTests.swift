import Foundation
import Testing

/// Frameworks that a repository describes itself.
struct RulePackTests {
  private static let sources = [
    "src/shop/Order.java":
      "package shop;\nimport com.acme.orm.Record;\n@Record(table = \"orders\") class Order { }\n",
    "src/shop/Desk.java":
      "package shop;\nimport com.acme.orm.Store;\nclass Desk {\n  Store store;\n"
      + "  void close(Order order) {\n    store.save(order);\n  }\n}\n",
  ]

  private static let pack = """
    pack: acme-orm
    languages: [java]
    imports: [com.acme.orm]
    entities:
      - annotation: Record
        name: Record.table
    uses:
      - {on: [Store], call: [save], entity: argument 0, access: write}

    """

  private func tables(_ project: Folder) throws -> [String] {
    let result = try Program.run("analyze", project.path, "--format", "json")
    try #require(result.status == 0, "\(result.talk)")
    let document = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let tables = (document as? [String: Any])?["tables"] as? [[String: Any]] ?? []
    return tables.compactMap { $0["name"] as? String }
  }

  @Test func `a pack of the repository makes its tables known`() throws {
    let project = try Folder(Self.sources)
    #expect(try tables(project).isEmpty)
    try project.write("version: 1\nrules: [tools/rules]\n", to: "cleave.yml")
    try project.write(Self.pack, to: "tools/rules/acme.yml")
    #expect(try tables(project) == ["orders"])
    let result = try Program.run("analyze", project.path, "--format", "json")
    #expect(result.output.contains("Desk.java"))
    // A pack that changes is read again, whatever the cache holds.
    try project.write(
      Self.pack.replacing("name: Record.table", with: "otherwise: plural-snake"),
      to: "tools/rules/acme.yml")
    try project.write(
      "package shop;\nimport com.acme.orm.Record;\n@Record class Parcel { }\n",
      to: "src/shop/Parcel.java")
    #expect(try tables(project).contains("parcels"))
  }

  @Test(
    "what is wrong with a pack is told with its place",
    arguments: [
      ("rules: [none]", "", "cleave.yml:2: 'none' in 'rules' is no folder that can be read"),
      ("rules: [src]", "", "cleave.yml:2: 'src' in 'rules' holds no '.yml' with rules"),
      (
        "rules:\n  - rules", "pack: a\nlanguages: [java]\nentites: []\n", "rules/a.yml:3: 'entites'"
      ),
      ("rules: rules", "pack: a\n", "rules/a.yml:1: 'languages' is missing"),
      ("rules: rules", "pack: [\n", "rules/a.yml:"),
    ])
  func problems(rules: String, pack: String, message: String) throws {
    let project = try Folder(Self.sources)
    try project.write("version: 1\n\(rules)\n", to: "cleave.yml")
    if !pack.isEmpty { try project.write(pack, to: "rules/a.yml") }
    let result = try Program.run("analyze", project.path)
    #expect(result.status == 2)
    #expect(result.talk.contains(message), "\(result.talk)")
  }

  @Test func `rules that lie outside of the repository are refused`() throws {
    let outside = try Folder(["a.yml": Self.pack])
    let project = try Folder(Self.sources)
    try project.write("version: 1\nrules: [rules]\n", to: "cleave.yml")
    symlink(outside.path, project.path + "/rules")
    let folder = try Program.run("analyze", project.path)
    #expect(folder.status == 2)
    #expect(folder.talk.contains("leaves the repository"), "\(folder.talk)")
    unlink(project.path + "/rules")
    try project.write(Self.pack, to: "rules/b.yml")
    symlink(outside.path + "/a.yml", project.path + "/rules/a.yml")
    let file = try Program.run("analyze", project.path)
    #expect(file.status == 2)
    #expect(file.talk.contains("leaves the repository"), "\(file.talk)")
  }
}
