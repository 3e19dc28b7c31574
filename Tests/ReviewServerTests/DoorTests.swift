import Foundation
import ReportModel
import Testing

/// Who may ask for what.
struct DoorTests {
  @Test func `the page and its files need no key and hold nothing of the repository`() async throws
  {
    let served = try await Served.start()
    for path in ["/", "/page.css", "/main.js", "/map.js", "/icon.svg"] {
      let answer = try await served.ask("GET", path, change: ["Authorization": nil])
      #expect(answer.status == 200 && !answer.body.isEmpty, "\(path)")
      #expect(!answer.text.contains("sketch") && !answer.text.contains(served.token))
    }
  }

  @Test func `every answer tells the browser to be strict`() async throws {
    let served = try await Served.start()
    for path in ["/", "/api/map", "/nowhere"] {
      let headers = try await served.ask("GET", path).headers
      let policy = try #require(headers["content-security-policy"])
      for part in [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'",
        "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
      ] { #expect(policy.contains(part)) }
      #expect(!policy.contains("unsafe"))
      #expect(headers["x-content-type-options"] == "nosniff")
      #expect(headers["referrer-policy"] == "no-referrer")
      #expect(headers["cache-control"] == "no-store")
      #expect(headers["cross-origin-opener-policy"] == "same-origin")
      #expect(headers["cross-origin-resource-policy"] == "same-origin")
      #expect(headers["access-control-allow-origin"] == nil)
    }
  }

  @Test(arguments: [
    nil, "", "Bearer ", "Bearer 0", "Basic abc",
    "Bearer " + String(repeating: "0", count: 64), "bearer",
  ])
  func `without the key there is no answer`(_ key: String?) async throws {
    let served = try await Served.start()
    for (method, path) in [("GET", "/api/map"), ("POST", "/api/act"), ("GET", "/api/none")] {
      let answer = try await served.ask(method, path, "{}", change: ["Authorization": key])
      #expect(answer.status == 401, "\(method) \(path)")
      #expect(!answer.text.contains("sketch"))
    }
    #expect(served.decisions == nil)
  }

  @Test func `two servers have different keys of 256 bits`() async throws {
    let (one, two) = (try await Served.start(), try await Served.start())
    #expect(one.token != two.token && one.token.count == 64)
    let answer = try await one.ask(
      "GET", "/api/map", change: ["Authorization": "Bearer \(two.token)"])
    #expect(answer.status == 401)
  }

  @Test(arguments: [
    "evil.example", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example:PORT", "[::1]:PORT", "",
    "0.0.0.0:PORT",
  ])
  func `another name of the host is refused, key or not`(_ host: String) async throws {
    let served = try await Served.start()
    let name = host.replacingOccurrences(of: "PORT", with: "\(served.port)")
    for path in ["/", "/api/map"] {
      #expect(try await served.ask("GET", path, change: ["Host": name]).status == 403)
    }
  }

  @Test func `no host at all is refused, this machine's names are not`() async throws {
    let served = try await Served.start()
    #expect(try await served.ask("GET", "/", change: ["Host": nil]).status == 403)
    let local = ["Host": "localhost:\(served.port)"]
    #expect(try await served.ask("GET", "/api/map", change: local).status == 200)
  }

  @Test(arguments: [
    ["Origin": "http://evil.example"], ["Origin": "null"], ["Origin": "http://127.0.0.1:1"],
    ["Origin": "https://127.0.0.1:PORT"], ["Sec-Fetch-Site": "cross-site"],
    ["Sec-Fetch-Site": "same-site"],
  ])
  func `a page of somebody else is refused`(_ headers: [String: String]) async throws {
    let served = try await Served.start()
    let change = headers.mapValues {
      Optional($0.replacingOccurrences(of: "PORT", with: "\(served.port)"))
    }
    let body = #"{"act":"move","files":["cart/a.c"],"to":"bills","revision":1}"#
    #expect(try await served.ask("POST", "/api/act", body, change: change).status == 403)
    #expect(served.decisions == nil)
    let own = ["Origin": "http://127.0.0.1:\(served.port)", "Sec-Fetch-Site": "same-origin"]
    #expect(try await served.ask("POST", "/api/act", body, change: own).status == 200)
  }

  @Test func `only JSON is read, so no form of another page can act`() async throws {
    let served = try await Served.start()
    let body = #"{"act":"move","files":["cart/a.c"],"to":"bills","revision":1}"#
    for type in ["text/plain", "application/x-www-form-urlencoded", nil] {
      let answer = try await served.ask("POST", "/api/act", body, change: ["Content-Type": type])
      #expect(answer.status == 415)
    }
    #expect(served.decisions == nil)
  }

  @Test(arguments: [
    "/../../etc/passwd", "/..%2f..%2fetc%2fpasswd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd",
    "/cart/a.c", "/cleave.decisions.yml", "/api/../cart/a.c", "/main.js/../../x", "/index.html",
    "/.%00/etc/passwd", "/api/", "/Resources/main.js",
  ])
  func `no path leads to a file`(_ path: String) async throws {
    let served = try await Served.start()
    let answer = try await served.ask("GET", path)
    #expect(answer.status == 404, "\(path): \(answer.text.prefix(80))")
    #expect(!answer.text.contains("root:") && !answer.text.contains("line 1 of"))
  }

  @Test func `a huge body is refused, whether it says its length or not`() async throws {
    let served = try await Served.start()
    let large = String(repeating: "x", count: 3 << 20)
    #expect(try await served.ask("POST", "/api/search", large).status == 413)
    let chunk = "100000\r\n" + String(repeating: "y", count: 1 << 20) + "\r\n"
    let chunked = chunk + chunk + chunk + "0\r\n\r\n"
    let change = ["Content-Length": nil, "Transfer-Encoding": "chunked"]
    #expect(try await served.ask("POST", "/api/search", chunked, change: change).status == 413)
    #expect(try await served.ask("GET", "/api/map").status == 200)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{\"revision\":\"x\"}", #"{"act":"fly","revision":1}"#,
    #"{"act":"move","pieces":[{"module":"nope","boundary":"cart"}],"to":"bills","revision":1}"#,
    #"{"act":"move","files":["../../etc/passwd"],"to":"bills","revision":1}"#,
    #"{"act":"merge","boundaries":["cart"],"revision":1}"#,
    #"{"act":"rename","boundaries":["cart"],"to":"@shared","revision":1}"#,
    #"{"words":["dead"],"revision":1}"#,
  ])
  func `what makes no sense is refused and changes nothing`(_ body: String) async throws {
    let served = try await Served.start()
    let answer = try await served.ask("POST", "/api/act", body)
    #expect((400..<500).contains(answer.status), "\(answer.text)")
    #expect(try answer.json()["error"] is String)
    #expect(served.decisions == nil)
  }

  @Test func `bytes that are no request do no harm`() async throws {
    let served = try await Served.start()
    for bytes in [[0xff, 0x00, 0x0d, 0x0a], Array("GET\r\n\r\n".utf8), Array("\r\n".utf8)]
      as [[UInt8]]
    {
      _ = try? await Exchange.send(bytes + Array("\r\n\r\n".utf8), port: served.port)
    }
    #expect(try await served.ask("GET", "/api/map").status == 200)
  }
}
