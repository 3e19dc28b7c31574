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
        "{\"hosting\": {\"rewrites\": [{\"source\": \"/go\", \"function\": \"go\"}, "
        + "{\"source\": \"/shop\", \"function\": \"shop\"}]}}\n",
      "functions/index.js": """
      const functions = require("firebase-functions");
      const target = "/go";
      exports.go = functions.https.onRequest((request, response) => {
        response.redirect(target);
      });
      const app = express();
      exports.shop = functions.https.onRequest(app);
      exports.note = functions.database.ref("/notes").onWrite((change) => {
        return change.after;
      });

      """,
    ])
    let rows = try rows(folder.path)
    #expect(rows.contains("functions/index.js\t3\tgo\thttp"), "\(rows)")
    #expect(rows.split(separator: "\n").count { $0.contains("\thttp\t") } == 2, "\(rows)")
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

  @Test func `an archive may be of a folder beside that of the configuration`() throws {
    let folder = try Folder([
      "shop/tf/main.tf": """
      locals { archive = "${path.module}/out.zip" }
      data "archive_file" "notes" {
        type        = "zip"
        source_file = "${path.module}/../src/notes.py"
        output_path = local.archive
      }
      resource "aws_lambda_function" "notes" {
        handler  = "notes.keep"
        runtime  = "python3.13"
        filename = local.archive
      }

      """,
      "shop/src/notes.py": "def keep(event, context):\n    return event\n",
    ])
    #expect(try rows(folder.path).contains("shop/src/notes.py\t1\tkeep\tdirect"))
  }

  @Test func `a program of NET hands its handler to the runtime`() throws {
    let program = """
      using Amazon.Lambda.RuntimeSupport;
      public class Program {
        static async System.Threading.Tasks.Task Main() {
          System.Func<object, object> handler = Function.Weigh;
          await LambdaBootstrapBuilder.Create(handler, null).Build().RunAsync();
        }
      }

      """
    let function = """
      public class Function {
        public static object Weigh(object parcel) { return parcel; }
      }

      """
    let folder = try Folder([
      "template.yaml": """
      Resources:
        Parcels:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: ./b
            Handler: Parcels
            Runtime: dotnet8
            Events:
              Queue: {Type: SQS, Properties: {Queue: arn}}

      """,
      "a/Program.cs": program, "a/Function.cs": function,
      "b/Program.cs": program, "b/Function.cs": function,
    ])
    let rows = try rows(folder.path)
    #expect(rows.contains("b/Function.cs\t2\tWeigh\tqueue"), "\(rows)")
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

  @Test func `a message that fires by the clock starts what listens to it`() throws {
    let folder = try Folder([
      "composer.json": "{\"require\": {\"symfony/scheduler\": \"7.0\"}}\n",
      "src/Tasks.php": """
      <?php
      namespace App;
      use Symfony\\Component\\Scheduler\\RecurringMessage;
      use Symfony\\Component\\Scheduler\\Schedule;

      class Tasks
      {
          public function getSchedule(): Schedule
          {
              return (new Schedule())->add(RecurringMessage::every('1 day', new Prune()));
          }
      }

      """,
      "src/Prune.php": "<?php\nnamespace App;\n\nclass Prune\n{\n}\n",
      "src/PruneHandler.php": """
      <?php
      namespace App;
      use Symfony\\Component\\Messenger\\Attribute\\AsMessageHandler;

      #[AsMessageHandler]
      class PruneHandler
      {
          public function __invoke(Prune $message): void
          {
          }
      }

      """,
    ])
    let rows = try rows(folder.path)
    #expect(rows.contains("src/PruneHandler.php\t8\t__invoke\tschedule"), "\(rows)")
    #expect(!rows.contains("src/Prune.php"), "\(rows)")
  }

  @Test func `the platform of most declared functions is whose limits decide`() throws {
    let handler = "def pack(event, context):\n    return 1\n"
    let folder = try Folder([
      "orders/function.json": """
      {"scriptFile": "work.py", "entryPoint": "pack",
       "bindings": [{"type": "queueTrigger", "direction": "in", "name": "m", "queueName": "q"}]}

      """,
      "orders/work.py": handler,
    ])
    func page() throws -> String {
      try Program.run([
        "serverless", folder.path, "--no-cache", "--no-history", "--quiet", "--explain", "pack",
      ]).output
    }
    let ofAzure = try page()
    #expect(ofAzure.contains("Azure Functions Flex Consumption: "), "\(ofAzure)")
    try folder.write("version: 1\nprovider: aws-lambda\n", to: "cleave.yml")
    let ofAWS = try page()
    #expect(ofAWS.contains("AWS Lambda: "), "\(ofAWS)")
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
