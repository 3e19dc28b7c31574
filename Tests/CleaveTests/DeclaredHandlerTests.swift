import Foundation
import Testing

/// Functions that configurations declare, joined to code in every language that has a rule for it.
@Suite struct DeclaredHandlerTests {
  private func rows(_ path: String) throws -> String {
    let result = try Program.run([
      "serverless", path, "--format", "tsv", "--no-cache", "--no-history",
    ])
    try #require(result.status == 0, "\(result.talk)")
    return result.output
  }

  @Test func `declared functions lead to their code`() throws {
    let fixture = Repository.root.appending(path: "Tests/Fixtures/handlers").path
    // Fixtures lie in a folder of tests; as a repository of their own they do not.
    let folder = try Folder()
    try FileManager.default.copyItem(atPath: fixture, toPath: folder.path + "/shop")
    try Golden.expect(rows(folder.path + "/shop"), is: "serverless.tsv", in: "Handlers")
  }

  @Test func `what an image is built of has its program in it`() throws {
    let program = "def work():\n    return 1\n\nif __name__ == \"__main__\":\n    work()\n"
    let folder = try Folder([
      "docker-compose.yml": "services:\n  orders:\n    build: {context: services/api}\n",
      "services/api/app/start.py": program, "services/stock/begin.py": program,
      "services/api/pyproject.toml": "", "services/api/tool/pyproject.toml": "",
      "services/api/tool/tool.py": program,
    ])
    let rows = try rows(folder.path)
    #expect(rows.contains("services/api/app/start.py\t"), "\(rows)")
    #expect(!rows.contains("tool.py\t"), "\(rows)")
    #expect(!rows.contains("services/stock/begin.py\t"), "\(rows)")
    #expect(!rows.contains("docker-compose.yml\t"), "\(rows)")
  }

  @Test func `handlers that only their names tell are those of folders without a configuration`()
    throws
  {
    let handlers =
      "def pack(event, context):\n    return 1\n\n\ndef other(event, context):\n    return 2\n"
    let folder = try Folder([
      "orders/serverless.yml":
        "functions:\n  f: {handler: work.pack, events: [{sqs: 'arn:aws:sqs:x:1:q'}]}\n",
      "orders/work.py": handlers, "mails/work.py": handlers,
    ])
    let rows = try rows(folder.path).split(separator: "\n").map { row in
      row.split(separator: "\t").prefix(4).joined(separator: " ")
    }
    #expect(rows.contains("orders/work.py 1 pack queue"), "\(rows)")
    #expect(rows.contains("mails/work.py 5 other direct"), "\(rows)")
    #expect(!rows.contains("orders/work.py 1 pack direct"), "\(rows)")
    #expect(!rows.contains { $0.hasPrefix("orders/work.py 5") }, "\(rows)")
  }

  private static let pack = """
    declarations: acme
    version: 2026-01-01
    formats: [yaml]
    files: ["**/acme.yml"]
    functions:
      - {at: jobs.*, handler: [run], runtime: [language]}
    triggers:
      - {rule: acme.job, at: jobs.*, function: "=", kind: queue, take: {source: on}}

    """

  @Test func `packs of the repository are read, and replace those of the tool`() throws {
    let folder = try Folder([
      "acme.yml": "jobs:\n  pack: {run: work.pack, language: python, on: parcels}\n",
      "work.py": "def pack(item):\n    return item\n",
      "serverless.yml": "functions:\n  f: {handler: work.pack}\n",
    ])
    #expect(try rows(folder.path).contains("work.py\t1\tpack\tdirect"))
    try folder.write(Self.pack, to: ".cleave/rules/acme.yml")
    #expect(try rows(folder.path).contains("work.py\t1\tpack\tqueue"))
    try folder.write(
      Self.pack + "---\ndeclarations: serverless\nversion: 2026-01-01\nformats: [yaml]\n"
        + "files: [\"serverless.yml\"]\n", to: ".cleave/rules/acme.yml")
    #expect(try !rows(folder.path).contains("direct"))
  }

  @Test(
    "what is wrong with a pack is told with its place",
    arguments: [
      ("declarations: a\nformats: [yml]\n", ".cleave/rules/a.yml:2: 'yml' is not one of"),
      (
        "declarations: a\nformats: [yaml]\nevents: []\n",
        ".cleave/rules/a.yml:3: 'events' is not a key"
      ),
      (
        "declarations: a\nformats: [yaml]\ntriggers:\n  - {rule: r, at: a, kind: cron}\n",
        ".cleave/rules/a.yml:4: 'cron' is not a kind of trigger"
      ),
      (
        "declarations: a\nformats: [yaml]\ntriggers:\n  - {rule: r, at: 'a..b', kind: http}\n",
        ".cleave/rules/a.yml:4: 'a..b' in 'at' is no path of settings"
      ),
    ])
  func problems(pack: String, message: String) throws {
    let folder = try Folder(["a.py": "x = 1\n", ".cleave/rules/a.yml": pack])
    let result = try Program.run("serverless", folder.path)
    #expect(result.status == 2)
    #expect(result.talk.contains(message), "\(result.talk)")
  }
}
