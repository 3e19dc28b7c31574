import Consequences
import Foundation
import ReportModel
import Review
import Testing

/// What acts do to the file and to the map.
struct ActTests {
  private let price = ["module": "module:cart/price", "boundary": "cart"]

  private func points(_ served: Served, _ id: String = "calls") async throws -> [Double] {
    let figures = try #require(try await served.get("/api/map")["figures"] as? [[String: Any]])
    let figure = try #require(figures.first { $0["id"] as? String == id })
    return [figure["before"] as? Double ?? .nan, figure["now"] as? Double ?? .nan]
  }

  @Test func `a move is in the file before it is answered, and on the map after it`() async throws {
    let served = try await Served.start()
    #expect(try await served.modules(of: "cart") == ["cart", "cart/price"])
    let answer = try await served.post(
      "/api/act", ["act": "move", "pieces": [price], "to": "bills", "revision": 1])
    #expect(try answer.json()["title"] as? String == "move cart/price/** → bills")
    let decision = try #require(try DecisionFile(served.decisions).decisions.first?.decision)
    #expect(decision.act == .move && decision.subject == "cart/price/**" && decision.to == "bills")
    #expect(decision.author == "ada" && decision.date == "2026-01-31")
    #expect(try await served.modules(of: "bills") == ["bills", "cart/price"])
    #expect(try await served.modules(of: "cart") == ["cart"])
    #expect(try await points(served) == [4, 1])
  }

  @Test func `what is shown before is what comes after`() async throws {
    let served = try await Served.start()
    let request: [String: Any] = ["act": "move", "pieces": [price], "to": "bills", "revision": 1]
    let before = try await served.post("/api/what-if", request).json()["report"] as? [String: Any]
    #expect(served.decisions == nil)
    let after = try await served.post("/api/act", request).json()["report"] as? [String: Any]
    #expect(NSDictionary(dictionary: before ?? [:]) == NSDictionary(dictionary: after ?? [:]))
    let parts = try #require(after?["parts"] as? [[String: Any]])
    let calls = try #require(parts.first { $0["part"] as? String == "calls" })
    #expect(calls["before"] as? Int == 4 && calls["after"] as? Int == 1)
  }

  @Test func `undo and redo give back every byte`() async throws {
    let served = try await Served.start()
    let text = "# ours\nversion: 1\n\ndecisions:\n  - accept: stock   # sure\n"
    try served.write(decisions: text)
    _ = try await served.post(
      "/api/act", ["act": "move", "pieces": [price], "to": "bills", "revision": 2])
    let moved = try #require(served.decisions)
    #expect(moved != text)
    let undone = try await served.post("/api/undo", ["title": "move cart/price/** → bills"])
    #expect(try undone.json()["title"] as? String == "move cart/price/** → bills")
    #expect(served.decisions == text)
    #expect(try await served.modules(of: "cart") == ["cart", "cart/price"])
    _ = try await served.post("/api/redo", [:])
    #expect(served.decisions == moved)
    #expect(try await served.post("/api/redo", [:]).json()["title"] as? String == nil)
  }

  @Test func `an act over several modules is one step, and one write`() async throws {
    let served = try await Served.start()
    let pieces = [price, ["module": "module:stock", "boundary": "stock"]]
    _ = try await served.post(
      "/api/act", ["act": "move", "pieces": pieces, "to": "bills", "revision": 1])
    #expect(try DecisionFile(served.decisions).decisions.count == 2)
    #expect(try await served.modules(of: "bills") == ["bills", "cart/price", "stock"])
    _ = try await served.post("/api/undo", [:])
    #expect(try DecisionFile(served.decisions).decisions.isEmpty)
  }

  @Test func `a folder goes where it is put though a file of it was decided on before`()
    async throws
  {
    let served = try await Served.start()
    _ = try await served.post(
      "/api/act", ["act": "pin", "files": ["cart/price/price.c"], "to": "cart", "revision": 1])
    _ = try await served.post(
      "/api/act", ["act": "move", "pieces": [price], "to": "bills", "revision": 2])
    #expect(try await served.modules(of: "bills") == ["bills", "cart/price"])
  }

  @Test func `merge, split, rename, accept and reject do what they say`() async throws {
    let served = try await Served.start()
    _ = try await served.post(
      "/api/act", ["act": "merge", "boundaries": ["bills", "stock"], "revision": 1])
    #expect(try await served.modules(of: "bills") == ["bills", "stock"])
    #expect(try await served.modules(of: "stock") == [])
    let parts: [[String: Any]] = [
      ["name": "cart", "pieces": [["module": "module:cart", "boundary": "cart"]]],
      ["name": "pricing", "pieces": [price]],
    ]
    _ = try await served.post(
      "/api/act", ["act": "split", "boundaries": ["cart"], "parts": parts, "revision": 2])
    #expect(try await served.modules(of: "pricing") == ["cart/price"])
    _ = try await served.post(
      "/api/act", ["act": "rename", "boundaries": ["bills"], "to": "invoices", "revision": 3])
    let boxes = try await served.get("/api/map")["boundaries"] as? [[String: Any]]
    #expect(boxes?.first { $0["id"] as? String == "bills" }?["name"] as? String == "invoices")
    _ = try await served.post(
      "/api/act", ["act": "reject", "boundaries": ["bills"], "revision": 4], status: 422)
    _ = try await served.post(
      "/api/act", ["act": "accept", "boundaries": ["pricing"], "revision": 4])
    #expect(try DecisionFile(served.decisions).decisions.count == 4)
  }

  @Test func `a question is answered in its own words and does not come back`() async throws {
    let served = try await Served.start()
    let answer = try await served.ask("GET", "/api/questions")
    let all = try #require(
      try JSONSerialization.jsonObject(with: answer.body) as? [[String: Any]])
    let id = "place cart/price/price.c"
    #expect(all.contains { $0["id"] as? String == id && $0["isOpen"] as? Bool == true })
    let question = try await served.post("/api/question", ["text": id]).json()
    let effects = try #require(question["effects"] as? [String: [String: Any]])
    #expect(effects["m"]?["files"] as? Int == 1)
    let piece = try #require(question["piece"] as? [String: String])
    #expect(piece == price)
    _ = try await served.post(
      "/api/act", ["words": ["move", "cart/price/price.c", "bills"], "revision": 1])
    let answered = try await served.post("/api/question", ["text": id]).json()
    #expect(answered["question"] == nil)
  }

  @Test func `another window's decision on the same is told, and gives way if asked to`()
    async throws
  {
    let served = try await Served.start()
    _ = try await served.post(
      "/api/act", ["act": "move", "pieces": [price], "to": "bills", "revision": 1])
    // The second window still sees the first state.
    let words: [String: Any] = ["words": ["move", "cart/price", "stock"], "revision": 1]
    let refused = try await served.post("/api/act", words, status: 409)
    #expect(try refused.json()["conflicts"] as? [String] == ["move cart/price/** → bills"])
    #expect(try await served.modules(of: "bills") == ["bills", "cart/price"])
    _ = try await served.post("/api/act", words.merging(["replace": true]) { $1 })
    #expect(try await served.modules(of: "stock") == ["cart/price", "stock"])
    // What is not about the same needs no question.
    _ = try await served.post("/api/act", ["act": "accept", "boundaries": ["cart"], "revision": 1])
  }

  @Test func `undo of what another window has on top is refused`() async throws {
    let served = try await Served.start()
    _ = try await served.post("/api/act", ["act": "accept", "boundaries": ["cart"], "revision": 1])
    _ = try await served.post(
      "/api/act", ["act": "accept", "boundaries": ["bills"], "revision": 2])
    _ = try await served.post("/api/undo", ["title": "accept cart"], status: 409)
    #expect(try DecisionFile(served.decisions).decisions.count == 2)
  }

  @Test func `the file may change under the server, and may break`() async throws {
    let served = try await Served.start()
    try served.write(decisions: "version: 1\ndecisions:\n  - move: cart/price/**\n    to: bills\n")
    #expect(try await served.modules(of: "bills") == ["bills", "cart/price"])
    try served.write(decisions: "version: 1\ndecisions:\n  - mve: cart/price/**\n")
    let status = try #require(try await served.get("/api/map")["status"] as? [String: Any])
    #expect((status["problem"] as? String)?.contains("mve") == true)
    _ = try await served.post(
      "/api/act", ["act": "accept", "boundaries": ["cart"], "revision": 9], status: 409)
    #expect(served.decisions?.contains("mve") == true)
    try served.write(decisions: "version: 1\ndecisions: []\n")
    #expect(try await served.modules(of: "cart") == ["cart", "cart/price"])
  }

  @Test func `a window that waits hears of what another does`() async throws {
    let served = try await Served.start()
    async let news = served.get("/api/changes?after=1")
    try await Task.sleep(for: .milliseconds(300))
    _ = try await served.post("/api/act", ["act": "accept", "boundaries": ["cart"], "revision": 1])
    #expect(try await news["revision"] as? Int == 2)
  }

  @Test func `a decision is taken out of the file, and that can be undone`() async throws {
    let served = try await Served.start()
    _ = try await served.post("/api/act", ["act": "accept", "boundaries": ["cart"], "revision": 1])
    let text = served.decisions
    _ = try await served.post("/api/withdraw", ["text": "verdict cart"])
    #expect(try DecisionFile(served.decisions).decisions.isEmpty)
    _ = try await served.post("/api/undo", [:])
    #expect(served.decisions == text)
    _ = try await served.post("/api/withdraw", ["text": "verdict nothing"], status: 409)
  }

  @Test func `an analysis with the new decisions takes the place of the old one`() async throws {
    var after = Sketch.shop
    after.name = "anew"
    let served = try await Served.start(analyse: { [after] in after })
    _ = try await served.post(
      "/api/act", ["act": "move", "pieces": [price], "to": "bills", "revision": 1])
    var status = try await served.get("/api/map")["status"] as? [String: Any]
    #expect(status?["pending"] as? Int == 1 && status?["canAnalyse"] as? Bool == true)
    _ = try await served.post("/api/analyse", [:])
    for _ in 0..<100 {
      if try await served.get("/api/map")["name"] as? String == "anew" { break }
      try await Task.sleep(for: .milliseconds(50))
    }
    status = try await served.get("/api/map")["status"] as? [String: Any]
    #expect(status?["pending"] as? Int == 0)
    #expect(try await served.modules(of: "bills") == ["bills", "cart/price"])
  }

  @Test func `a saved document cannot be analysed again`() async throws {
    let served = try await Served.start()
    _ = try await served.post("/api/analyse", [:], status: 409)
  }

  @Test func `alternatives stand side by side, those with most references first`() async throws {
    let served = try await Served.start()
    let answer = try await served.post("/api/alternatives", ["pieces": [price], "revision": 1])
    let rows = try #require(try answer.json()["rows"] as? [[String: Any]])
    #expect(rows.map { $0["to"] as? String } == ["bills", "@shared"])
    #expect(rows[0]["references"] as? Int == 3 && rows[0]["crossing"] as? Int == -2)
    #expect(try answer.json()["inside"] as? Int == 1)
  }
}
