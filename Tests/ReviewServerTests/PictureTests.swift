import Foundation
import ReportModel
import Testing

@testable import ReviewServer

/// What views are told.
struct PictureTests {
  @Test func `who uses others stands first, who is used last`() {
    let order = MapOrder.order(
      ["a", "b", "c", "d"],
      ["c": ["b": 5], "b": ["a": 3, "d": 1], "a": ["d": 2], "d": ["c": 1]])
    #expect(order == ["c", "b", "a", "d"])
    #expect(MapOrder.order(["x", "y"], [:]) == ["x", "y"])
    #expect(MapOrder.order([], [:]) == [])
  }

  @Test func `the map has every module of production code once for each boundary`() async throws {
    let served = try await Served.start()
    let map = try await served.get("/api/map")
    let pieces = try #require(map["pieces"] as? [[Int]])
    #expect(pieces.count == 5 && pieces.allSatisfy { $0.count == 6 })
    #expect(pieces.reduce(0) { $0 + $1[2] } == 6)
    let boxes = try #require(map["boundaries"] as? [[String: Any]])
    #expect(boxes.last?["id"] as? String == "@shared")
    let crossings = try #require(map["crossings"] as? [[Int]])
    #expect(crossings.map { $0[2] }.sorted() == [1, 1, 2])
    #expect(try await served.ask("GET", "/api/map").text == served.ask("GET", "/api/map").text)
  }

  @Test func `dependencies of modules add up and leave imports out`() async throws {
    let served = try await Served.start()
    let edges = try #require(try await served.get("/api/edges")["edges"] as? [Int])
    #expect(edges.count == 25)
    #expect(stride(from: 4, to: edges.count, by: 5).reduce(0) { $0 + edges[$1] } == 6)
  }

  @Test func `what one boundary uses of another has its places`() async throws {
    let served = try await Served.start()
    let uses = try await served.post(
      "/api/uses", ["from": ["boundary": "cart"], "to": ["boundary": "bills"]]
    ).json()
    #expect(uses["references"] as? Int == 2)
    let places = try #require(uses["places"] as? [[String: Any]])
    #expect(places.map { $0["line"] as? Int } == [4, 5, 1])
    #expect(places[0]["file"] as? String == "cart/price/price.c")
  }

  @Test func `details of boundaries and modules say why`() async throws {
    let served = try await Served.start()
    let boundary = try await served.post("/api/boundary", ["text": "cart"]).json()
    #expect(boundary["files"] as? Int == 2)
    let uses = boundary["uses"] as? [[String: Any]]
    #expect(uses?.first?["id"] as? String == "bills" && uses?.first?["references"] as? Int == 2)
    let piece = try await served.post(
      "/api/piece", ["module": "module:cart/price", "boundary": "cart"]
    ).json()
    let files = try #require(piece["files"] as? [[String: Any]])
    #expect(files.first?["reason"] as? String == "by its folder")
    _ = try await served.post("/api/boundary", ["text": "nothing"], status: 404)
    _ = try await served.post("/api/piece", ["module": "x", "boundary": "cart"], status: 404)
  }

  @Test func `search finds files whatever the case, and bounds what it finds`() async throws {
    let served = try await Served.start(
      Sketch.make((0..<100).map { ("all/File\($0).c", "all") }, []))
    let found = try await served.post("/api/search", ["text": "fILE"]).json()
    #expect((found["files"] as? [Any])?.count == 30)
    let none = try await served.post("/api/search", ["text": ""]).json()
    #expect((none["files"] as? [Any])?.isEmpty == true)
  }

  @Test func `metrics, tables, triggers and history answer for an empty document`() async throws {
    let served = try await Served.start(Sketch.make([], []))
    for path in ["/api/map", "/api/edges", "/api/metrics", "/api/serverless", "/api/history"] {
      _ = try await served.get(path)
    }
    for path in ["/api/tables", "/api/questions"] {
      #expect(try await served.ask("GET", path).text == "[]")
    }
  }
}
