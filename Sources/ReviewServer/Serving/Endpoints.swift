internal import FlyingFox
internal import Foundation
internal import ReportModel
internal import Review

/// What the page can ask for, by path.
struct Endpoints: Sendable {
  let session: ReviewSession

  /// Bytes of a request; a split of five thousand modules fits.
  private static let largestBody = 1 << 20
  /// How long a window waits for news at once, in seconds.
  private static let patience = 10.0

  private struct Changes: Encodable { var revision: Int }
  private struct UsesRequest: Decodable { var from: End, to: End }
  private struct PlacesRequest: Decodable { var places: [Place] }
  private struct TextRequest: Decodable { var text: String }
  private struct Step: Decodable { var title: String? }

  /// Nil for a path that is none. Throws ``ActProblem`` for what a person should read.
  func answer(_ request: HTTPRequest) async throws -> Data? {
    switch (request.method, request.path) {
    case (.GET, "/api/map"):
      await session.refresh()
      return try encoded(await session.picture())
    case (.GET, "/api/edges"): return Data(await session.edgeList().utf8)
    case (.GET, "/api/questions"): return try encoded(await session.questionLines())
    case (.GET, "/api/tables"): return try encoded(await session.tables())
    case (.GET, "/api/serverless"): return try encoded(await session.serverless())
    case (.GET, "/api/metrics"): return try encoded(await session.metrics())
    case (.GET, "/api/history"): return try encoded(await session.history())
    case (.GET, "/api/changes"):
      let after = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? 0
      return try encoded(
        Changes(revision: await session.wait(after: after, seconds: Self.patience)))
    case (.POST, _): return try await posted(request)
    default: return nil
    }
  }

  private func posted(_ request: HTTPRequest) async throws -> Data? {
    guard let type = request.headers[.contentType], type.hasPrefix("application/json") else {
      throw ActProblem(status: 415, message: "the body must be JSON")
    }
    let body = try await body(request)
    switch request.path {
    case "/api/act": return try encoded(await session.act(try decoded(body)))
    case "/api/what-if":
      return try encoded(await session.weigh(try decoded(body)))
    case "/api/alternatives": return try encoded(await session.alternatives(try decoded(body)))
    case "/api/undo": return try encoded(await session.undo((try decoded(body) as Step).title))
    case "/api/redo": return try encoded(await session.redo((try decoded(body) as Step).title))
    case "/api/withdraw":
      return try encoded(await session.withdraw((try decoded(body) as TextRequest).text))
    case "/api/analyse": return try encoded(await session.analyse())
    case "/api/question":
      return try encoded(await session.question((try decoded(body) as TextRequest).text))
    case "/api/boundary":
      return try encoded(await session.boundary((try decoded(body) as TextRequest).text))
    case "/api/piece": return try encoded(await session.piece(try decoded(body)))
    case "/api/uses":
      let ends: UsesRequest = try decoded(body)
      return try encoded(await session.uses(ends.from, ends.to))
    case "/api/source":
      return try encoded(await session.sources((try decoded(body) as PlacesRequest).places))
    case "/api/search":
      return try encoded(await session.search((try decoded(body) as TextRequest).text))
    default: return nil
    }
  }

  /// Refuses what is too large before it is in memory.
  private func body(_ request: HTTPRequest) async throws -> Data {
    let tooLarge = ActProblem(status: 413, message: "the request is too large")
    if let length = request.headers[.contentLength].flatMap(Int.init), length > Self.largestBody {
      throw tooLarge
    }
    var data = Data()
    for try await piece in request.bodySequence {
      data.append(piece)
      if data.count > Self.largestBody { throw tooLarge }
    }
    return data
  }

  private func decoded<Value: Decodable>(_ data: Data) throws -> Value {
    do { return try JSONDecoder().decode(Value.self, from: data) } catch {
      throw ActProblem(status: 400, message: "the request cannot be read")
    }
  }

  private func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(value)
  }
}
