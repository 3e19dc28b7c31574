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

/// Triggers by rules, from the sources of a repository to the rows of its table.
struct CodeTriggerTests {
  private func rows(_ project: Folder) throws -> [String] {
    let result = try Program.run("serverless", project.path, "--format", "tsv")
    try #require(result.status == 0, "\(result.talk)")
    return result.output.split(separator: "\n").map { line in
      let fields = line.split(separator: "\t").map(String.init)
      return "\(fields[0]):\(fields[1]) \(fields[2]) \(fields[3])"
    }
  }

  @Test func `a comment silences, corrects and comes before what code says`() throws {
    let project = try Folder([
      "app.py": """
      from flask import Flask
      app = Flask(__name__)

      @app.route("/a")
      def first():
          return ""

      # @trigger none
      @app.route("/b")
      def second():
          return ""

      # @trigger queue source="orders"
      @app.route("/c")
      def third():
          return ""

      """
    ])
    #expect(try rows(project) == ["app.py:15 third queue", "app.py:5 first http"])
  }

  @Test func `a comment inside a function without a name silences that one`() throws {
    let project = try Folder([
      "main.cpp": """
      #include "crow.h"
      int main() {
        crow::SimpleApp app;
        CROW_ROUTE(app, "/a")([] {
          // @trigger none
          return "a";
        });
        CROW_ROUTE(app, "/b")([] {
          return "b";
        });
      }

      """
    ])
    #expect(try rows(project) == ["main.cpp:8 GET /b http"])
  }

  @Test func `tests and vendored code declare nothing, and timers only imply`() throws {
    let route = "const app = require('express')()\napp.get('/a', list)\nfunction list() {}\n"
    let project = try Folder([
      "test/app.test.js": route, "node_modules/x/index.js": route, "vendor/x/index.js": route,
      "src/timer.js": "const x = require('express')\nsetInterval(beat, 1000)\nfunction beat() {}\n",
    ])
    #expect(try rows(project) == [])
  }

  @Test func `rules in the folder of the repository are read without being named`() throws {
    let project = try Folder(["jobs.py": "@acme.every(\"5m\")\ndef clean():\n    pass\n"])
    #expect(try rows(project) == [])
    try project.write(
      "pack: acme\nlanguages: [python]\ntriggers:\n"
        + "  - {id: acme.every, kind: schedule, annotation: [every], rate: [0]}\n",
      to: ".cleave/rules/acme.yml")
    #expect(try rows(project) == ["jobs.py:2 clean schedule"])
    try project.write(
      "pack: acme\nlanguages: [python]\ntriggers: 3\n", to: ".cleave/rules/acme.yml")
    let result = try Program.run("serverless", project.path)
    #expect(result.status == 2)
    #expect(result.talk.contains(".cleave/rules/acme.yml:3: 'triggers' must be a list"))
  }

  @Test func `the packs are listed with their counts`() throws {
    let info = try Program.run("info", "triggers").output
    #expect(info.contains("    go-cron (go): 3 rules, checked 2026-11-22\n"))
  }
}
