internal import FlyingFox
internal import Foundation

/// Who may ask: a page that this server sent, in a browser of whoever read the address on the
/// terminal.
///
/// The name in `Host` keeps out pages whose own name is made to lead here; `Origin` and
/// `Sec-Fetch-Site` keep out pages of others; the token keeps out other users of the machine.
struct RequestGuard: Sendable {
  /// Hexadecimal, of 256 bits.
  let token: String
  let port: UInt16

  /// Of the system's own generator.
  static func makeToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<4).map { _ in
      let digits = String(generator.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)"] }

  /// Whether the request is for this server and comes from none of another's pages.
  func isOwn(_ request: HTTPRequest) -> Bool {
    let lines = request.headers.values(for: HTTPHeader("Host"))
    guard lines.count == 1, let host = lines.first, hosts.contains(host.lowercased()) else {
      return false
    }
    if let origin = request.headers[HTTPHeader("Origin")],
      !hosts.contains(where: { origin.lowercased() == "http://\($0)" })
    {
      return false
    }
    let site = request.headers[HTTPHeader("Sec-Fetch-Site")] ?? "none"
    return ["none", "same-origin"].contains(site)
  }

  /// Whether the request carries the token. Takes the same time for every wrong one of its length.
  func isTrusted(_ request: HTTPRequest) -> Bool {
    let given = Array((request.headers[HTTPHeader("Authorization")] ?? "").utf8)
    let wanted = Array("Bearer \(token)".utf8)
    guard given.count == wanted.count else { return false }
    var difference: UInt8 = 0
    for index in wanted.indices { difference |= given[index] ^ wanted[index] }
    return difference == 0
  }

  /// What every answer says to the browser.
  static let headers: [(String, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        + "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cache-Control", "no-store"),
  ]
}
