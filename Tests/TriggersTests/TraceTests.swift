import Testing

@testable import Triggers

/// Traces and access logs, in all their forms.
@Suite struct TraceTests {
  private func summary(_ text: String, by piece: Int = 7) -> (TraceSummary, Int) {
    var reader = TraceReader()
    let bytes = Array(text.utf8)
    for start in stride(from: 0, to: bytes.count, by: piece) {
      reader.read(bytes[start..<min(bytes.count, start + piece)])
    }
    reader.finish()
    return (reader.summary, reader.unreadable)
  }

  private static let start = 1_700_000_000

  private static let openTelemetry = """
    {"resourceSpans":[{"resource":{},"scopeSpans":[{"scope":{"name":"x"},"spans":[
    {"name":"GET /orders/{id}","kind":2,"startTimeUnixNano":"1700000000000000000",
     "endTimeUnixNano":"1700000000250000000","attributes":[
     {"key":"http.request.method","value":{"stringValue":"GET"}},
     {"key":"http.route","value":{"stringValue":"/orders/{id}"}}]},
    {"name":"GET","kind":3,"startTimeUnixNano":"1700000000000000000",
     "endTimeUnixNano":"1700000000250000000","attributes":[
     {"key":"http.request.method","value":{"stringValue":"GET"}},
     {"key":"url.path","value":{"stringValue":"/elsewhere"}}]}]}]}]}
    {"resourceSpans":[{"scopeSpans":[{"spans":[
    {"name":"mails process","kind":5,"startTimeUnixNano":"1700000600000000000",
     "endTimeUnixNano":"1700000601000000000","attributes":[
     {"key":"messaging.destination.name","value":{"stringValue":"mails"}}]}]}]}]}
    """

  private static let jaeger = """
    {"data":[{"traceID":"1","spans":[{"operationName":"GET /orders/{id}","startTime":1700000000000000,
    "duration":250000,"tags":[{"key":"http.method","value":"GET"},{"key":"span.kind","value":"server"},
    {"key":"http.url","value":"http://shop/orders/17?x=1"}],"logs":[{"fields":[]}]}],"processes":{}}]}
    """

  private static let zipkin = """
    [[{"traceId":"1","name":"get /orders/{id}","kind":"SERVER","timestamp":1700000000000000,
    "duration":250000,"tags":{"http.method":"GET","http.path":"/orders/17","note":"a \\"[{\\" b"}}]]
    """

  private static let log = """
    10.0.0.1 - - [14/Nov/2023:22:13:20 +0000] "GET /orders/17 HTTP/1.1" 200 512
    this is no line of a log
    10.0.0.1 - bob [14/Nov/2023:23:13:20 +0100] "GET /orders/18?a=b HTTP/1.1" 200 512 "-" "x y" 0.250

    """

  @Test(arguments: [openTelemetry, jaeger, zipkin, log])
  func readsRequests(_ text: String) throws {
    for piece in [1, 64, 1 << 20] {
      let (summary, _) = summary(text, by: piece)
      let load = try #require(summary.loads[.init(method: "GET", name: "/orders/{}")])
      let length = try #require(load.length)
      #expect(length >= 0.25 && length < 0.31, "\(length)")
      #expect(summary.loads[.init(method: "GET", name: "/elsewhere")] == nil)
    }
  }

  @Test func readsMessages() {
    let (summary, _) = summary(Self.openTelemetry)
    #expect(summary.loads[.init(method: "", name: "mails")]?.count == 1)
    #expect(summary.watched == 600)
  }

  @Test func countsWhatItCannotRead() {
    let (summary, unreadable) = summary(Self.log)
    #expect(unreadable == 1 && summary.loads.values.reduce(0) { $0 + $1.count } == 2)
    #expect(summary.watched == 60)
  }

  @Test(arguments: [
    "", "[", "{\"spans\":[{\"a\":", "}]}]", "[[[[{}]]]]", "{\"spans\": [{}]}", "\"x",
  ])
  func saysNothingOfNothing(_ text: String) {
    #expect(summary(text).0.isEmpty)
  }

  @Test func deepNestingEnds() {
    let deep = String(repeating: "[", count: 100_000) + String(repeating: "{\"a\":", count: 10_000)
    #expect(summary(deep, by: 1 << 20).0.isEmpty)
  }

  @Test func knowsPeaksAndForgetsNothing() throws {
    var summary = TraceSummary()
    let operation = TraceSummary.Operation(method: "GET", name: "/x")
    // A request an hour for 90 days, and 6,000 within one minute.
    for hour in 0..<2160 {
      summary.add(operation, time: Double(Self.start + hour * 3600), length: 0.1)
    }
    for number in 0..<6000 {
      summary.add(operation, time: Double(Self.start + 40) + Double(number) / 200, length: 0.1)
    }
    let load = try #require(summary.loads[operation])
    #expect(load.count == 8160 && load.peak > 0.3)
    #expect(summary.watched == 2159 * 3600)
  }

  @Test func manyOperationsStayBounded() {
    var reader = TraceReader()
    for number in 0..<21_000 {
      let line = "h - - [14/Nov/2023:22:13:20 +0000] \"GET /p\(number)x HTTP/1.1\" 200 1\n"
      reader.read(line.utf8)
    }
    #expect(reader.summary.loads.count == 20_000 && reader.summary.dropped == 1000)
  }

  @Test(arguments: [
    ("/orders/17", "/orders/{}"), ("http://h:8/a?b#c", "/a"), ("/v1/users", "/v1/users"),
    ("/x/3f2504e0-4f89-11d3-9a0c-0305e82c3301", "/x/{}"), ("/", "/"), ("/:id/x", "/{}/x"),
  ])
  func takesIdentifiersOut(_ path: String, _ want: String) {
    #expect(RequestPath.plain(path) == want)
  }
}
