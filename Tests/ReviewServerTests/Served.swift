import Foundation
import ReportModel
import ReviewServer
import Synchronization
import Testing

/// A folder with sources, a document about them, and a server for both.
final class Served: Sendable {
  let folder: URL
  let port: UInt16
  let token: String
  private let task: Task<Void, any Error>

  private init(_ folder: URL, _ address: String, _ task: Task<Void, any Error>) throws {
    self.folder = folder
    self.task = task
    let parts = address.split(separator: "#")
    port = try #require(UInt16(parts[0].split(separator: ":")[2].dropLast()))
    token = String(parts[1])
  }

  deinit {
    task.cancel()
    try? FileManager.default.removeItem(at: folder)
  }

  static func start(
    _ document: Document = Sketch.shop, analyse: (@Sendable () async throws -> Document)? = nil
  ) async throws -> Served {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("cleave-serve-\(UUID().uuidString)")
    for file in document.files where !file.path.contains("..") {
      let url = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data((1...20).map { "line \($0) of \(file.path)\n" }.joined().utf8).write(to: url)
    }
    var settings = ReviewSession.Settings(root: folder.path) { "2026-01-31" }
    settings.author = "ada"
    settings.analyse = analyse
    let server = ReviewServer(try ReviewSession(document, settings))
    let (addresses, sender) = AsyncStream.makeStream(of: String.self)
    let task = Task.detached { try await server.run { sender.yield($0) } }
    for await address in addresses { return try Served(folder, address, task) }
    throw CancellationError()
  }

  // MARK: Asking

  /// A request with all that it needs; `change` may spoil it, `nil` takes a header away.
  func ask(
    _ method: String, _ path: String, _ body: String = "", change: [String: String?] = [:]
  ) async throws -> Exchange {
    var headers: [String: String?] = [
      "Host": "127.0.0.1:\(port)", "Authorization": "Bearer \(token)", "Connection": "close",
      "Content-Type": method == "POST" ? "application/json" : nil,
      "Content-Length": method == "POST" ? "\(body.utf8.count)" : nil,
    ]
    for (name, value) in change { headers[name] = value }
    var text = "\(method) \(path) HTTP/1.1\r\n"
    for (name, value) in headers { if let value { text += "\(name): \(value)\r\n" } }
    return try await Exchange.send(Array((text + "\r\n" + body).utf8), port: port)
  }

  func get(_ path: String) async throws -> [String: Any] {
    let answer = try await ask("GET", path)
    try #require(answer.status == 200, "\(answer.text)")
    return try answer.json()
  }

  func post(_ path: String, _ body: [String: Any], status: Int = 200) async throws -> Exchange {
    let data = try JSONSerialization.data(withJSONObject: body)
    let answer = try await ask("POST", path, String(decoding: data, as: UTF8.self))
    #expect(answer.status == status, "\(path): \(answer.text)")
    return answer
  }

  var decisions: String? {
    try? String(contentsOf: folder.appendingPathComponent("cleave.decisions.yml"), encoding: .utf8)
  }

  func write(decisions text: String) throws {
    try text.write(
      to: folder.appendingPathComponent("cleave.decisions.yml"), atomically: true, encoding: .utf8)
  }

  /// What the map says of a boundary: its modules.
  func modules(of boundary: String) async throws -> [String] {
    let map = try await get("/api/map")
    let boxes = try #require(map["boundaries"] as? [[String: Any]])
    let names = try #require(map["modules"] as? [String])
    let pieces = try #require(map["pieces"] as? [[Int]])
    guard let index = boxes.firstIndex(where: { $0["id"] as? String == boundary }) else {
      return []
    }
    return pieces.filter { $0[1] == index }.map { names[$0[0]] }.sorted()
  }
}

/// A document from a few words.
enum Sketch {
  static var shop: Document {
    make(
      [
        ("cart/a.c", "cart"), ("cart/price/price.c", "cart"), ("bills/x.c", "bills"),
        ("bills/y.c", "bills"), ("stock/s.c", "stock"), ("util/u.c", "@shared"),
      ],
      [
        ("cart/price/price.c", "bills/x.c", "call", [4, 5]),
        ("bills/x.c", "cart/price/price.c", "call", [6]),
        ("cart/a.c", "cart/price/price.c", "type", [9]), ("cart/a.c", "util/u.c", "call", [7]),
        ("bills/y.c", "stock/s.c", "call", [3]), ("cart/a.c", "bills/y.c", "import", [1]),
      ])
  }

  /// Each folder is a module.
  static func make(
    _ files: [(path: String, boundary: String)],
    _ edges: [(from: String, to: String, kind: String, lines: [Int])]
  ) -> Document {
    var document = Document(tool: "0", name: "sketch")
    let folders = files.map { $0.path.split(separator: "/").dropLast().joined(separator: "/") }
    let labels = Set(folders).sorted()
    for label in labels {
      let count = folders.count { $0 == label }
      document.modules.append(
        ModuleEntry(
          id: "module:\(label)", label: label, kind: "folder", files: count, lines: 20 * count))
    }
    for (index, file) in files.enumerated() {
      var entry = FileEntry(path: file.path, language: "c", role: "production")
      entry.boundary = file.boundary
      entry.lines = 20
      entry.module = labels.firstIndex(of: folders[index])!
      document.files.append(entry)
    }
    for id in Set(files.map(\.boundary)).sorted() where !id.hasPrefix("@") {
      let members = document.files.indices.filter { document.files[$0].boundary == id }
      document.boundaries.boundaries.append(
        BoundaryEntry(
          id: id, name: id, vocabulary: [id], lines: 20 * members.count,
          members: members.map {
            BoundaryEntry.MemberEntry(
              file: $0, reason: "by its folder", confidence: "open", stability: 0.4, inside: 1,
              alternative: "bills", alternativeReferences: 2,
              evidence: [Place(file: document.files[$0].path, line: 4)])
          }, exposes: [], tables: .init(owns: [], shares: [], reads: []), entryPoints: [],
          stability: 0.9))
    }
    let number = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1.path, $0) })
    document.edges = edges.map {
      EdgeEntry(
        from: number[$0.from]!, to: number[$0.to]!,
        evidence: [EdgeEntry.Evidence(kind: $0.kind, lines: $0.lines)])
    }.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    return document
  }
}
