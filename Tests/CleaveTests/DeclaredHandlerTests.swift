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

  @Test func `a configuration that names one export of a file says nothing of the others`() throws {
    let folder = try Folder([
      "firebase.json":
        "{\"hosting\": {\"rewrites\": [{\"source\": \"/go\", \"function\": \"go\"}]}}\n",
      "functions/index.js": """
      const functions = require("firebase-functions");
      const target = "/go";
      exports.go = functions.https.onRequest((request, response) => {
        response.redirect(target);
      });
      exports.note = functions.database.ref("/notes").onWrite((change) => {
        return change.after;
      });

      """,
    ])
    let rows = try rows(folder.path)
    #expect(rows.contains("functions/index.js\t3\tgo\thttp"), "\(rows)")
    #expect(rows.contains("\tdbchange"), "\(rows)")
    #expect(!rows.contains("firebase.json"), "\(rows)")
  }

  @Test func `the type of a parameter says nothing beside what is configured, nor of helpers`()
    throws
  {
    let folder = try Folder([
      "template.yaml": """
      Resources:
        Notes:
          Type: AWS::Serverless::Function
          Properties:
            Handler: shop.Notes::handle
            Runtime: java21
            Events:
              Paid: {Type: EventBridgeRule, Properties: {Pattern: {source: [shop]}}}

      """,
      "src/main/java/shop/Notes.java": """
      package shop;
      import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
      public class Notes {
        public void handle(ScheduledEvent event) { keep(event); }
        void keep(ScheduledEvent event) {}
      }
      class Parcels {
        public void weigh(com.amazonaws.services.lambda.runtime.events.SQSEvent event) {}
      }

      """,
    ])
    let rows = try rows(folder.path)
    #expect(rows.contains("\thandle\teventbus"), "\(rows)")
    #expect(!rows.contains("\tschedule"), "\(rows)")
    #expect(rows.contains("\tweigh\tqueue"), "\(rows)")
  }

  @Test func `the build of an image says what its function runs`() throws {
    let folder = try Folder([
      "template.yaml": """
      Resources:
        Weigh:
          Type: AWS::Serverless::Function
          Metadata: {DockerContext: ./weigh, Dockerfile: Dockerfile}
          Properties:
            PackageType: Image
            Events:
              Parcels: {Type: SQS, Properties: {Queue: arn}}

      """,
      "weigh/Dockerfile": "FROM python\nCOPY app.py .\nCMD [\"app.run\"]\n",
      "weigh/app.py": "def other(event):\n    return 1\n\ndef run(event, context):\n    return 2\n",
    ])
    #expect(try rows(folder.path).contains("weigh/app.py\t4\trun\tqueue"))
  }

  @Test func `a handler that several triggers start counts once`() throws {
    let folder = try Folder([
      "cleave.yml": """
      version: 1
      triggers:
        - {handler: sweep, kind: schedule, cron: "0 3 * * *"}
        - {handler: sweep, kind: queue, source: parcels}

      """,
      "work.py": "def sweep(event):\n    return event\n",
    ])
    let result = try Program.run(["serverless", folder.path, "--no-cache", "--no-history"])
    #expect(result.output.contains("2 declared triggers of 1 handler,"), "\(result.output)")
    #expect(result.output.contains("started by schedule as well"), "\(result.output)")
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
