internal import FlyingFox
internal import FlyingSocks
internal import Foundation
internal import Synchronization

/// Serves the review page to the browsers of this machine.
///
/// Listens on 127.0.0.1 and nowhere else, opens nothing and asks no other server.
package struct ReviewServer: Sendable {
  private let session: ReviewSession
  private let token: String
  private let port: UInt16

  /// The port could not be taken; lower case, without a full stop.
  package struct Unavailable: Error, CustomStringConvertible {
    package var description: String
  }

  /// `port` 0 takes a free one. The token is made by the system's generator unless given.
  package init(_ session: ReviewSession, port: UInt16 = 0, token: String? = nil) {
    self.session = session
    self.port = port
    self.token = token ?? RequestGuard.makeToken()
  }

  /// Longer than a window waits for news; in seconds.
  private static let timeout = 60.0

  /// Serves until the task is cancelled. `ready` is told the address to open once it can be.
  ///
  /// Throws ``Unavailable`` where the port is taken.
  package func run(ready: @escaping @Sendable (String) -> Void) async throws {
    // A request that comes before the port is known is refused.
    let desk = FrontDesk(session: session, token: token)
    let configuration = HTTPServer.Configuration(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: Self.timeout,
      logger: .disabled)
    let server = HTTPServer(config: configuration, handler: ClosureHTTPHandler(desk.answer))
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        do { try await server.run() } catch {
          if Task.isCancelled { return }
          throw Unavailable(
            description: "cannot listen on 127.0.0.1:\(port): "
              + "\(Self.reason(error)); choose another --port, or none")
        }
      }
      group.addTask {
        try await server.waitUntilListening()
        guard case .ip4(_, let port)? = await server.listeningAddress else { return }
        desk.port.withLock { $0 = port }
        ready("http://127.0.0.1:\(port)/#\(token)")
      }
      defer { group.cancelAll() }
      // The second one ends at once; the first ends with the server.
      while try await group.next() != nil {}
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard case .failed(_, let code, _)? = error as? SocketError else { return "\(error)" }
    return String(cString: strerror(code))
  }
}

/// Lets in whom it may, and sends each request where it is answered.
private final class FrontDesk: Sendable {
  let port = Mutex<UInt16>(0)
  private let endpoints: Endpoints
  private let token: String

  private struct Refusal: Encodable {
    var error: String
    var conflicts: [String]
  }

  init(session: ReviewSession, token: String) {
    endpoints = Endpoints(session: session)
    self.token = token
  }

  @Sendable func answer(_ request: HTTPRequest) async -> HTTPResponse {
    let guardian = RequestGuard(token: token, port: port.withLock { $0 })
    guard guardian.isOwn(request) else {
      return refusal(.forbidden, "this server answers its own page alone")
    }
    if request.method == .GET, let file = PageFiles.file(request.path) {
      return response(.ok, file.type, Data(file.bytes))
    }
    guard request.path.hasPrefix("/api/") else {
      return refusal(.notFound, "there is no such thing here")
    }
    guard guardian.isTrusted(request) else {
      return refusal(.unauthorized, "open the address that \"cleave serve\" has printed")
    }
    do {
      guard let data = try await endpoints.answer(request) else {
        return refusal(.notFound, "there is no such thing here")
      }
      return response(.ok, "application/json", data)
    } catch let problem as ActProblem {
      return refusal(
        HTTPStatusCode(problem.status, phrase: "Refused"), problem.message, problem.conflicts)
    } catch {
      return refusal(.internalServerError, "\(error)")
    }
  }

  private func refusal(
    _ status: HTTPStatusCode, _ message: String, _ conflicts: [String] = []
  ) -> HTTPResponse {
    let data = try? JSONEncoder().encode(Refusal(error: message, conflicts: conflicts))
    return response(status, "application/json", data ?? Data())
  }

  private func response(_ status: HTTPStatusCode, _ type: String, _ data: Data) -> HTTPResponse {
    var headers: HTTPHeaders = [.contentType: type]
    for (name, value) in RequestGuard.headers { headers[HTTPHeader(name)] = value }
    return HTTPResponse(statusCode: status, headers: headers, body: data)
  }
}
