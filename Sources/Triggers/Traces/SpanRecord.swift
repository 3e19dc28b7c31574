internal import Foundation

/// One span of OpenTelemetry, Jaeger or Zipkin.
struct SpanRecord {
  var operation: TraceSummary.Operation
  /// Seconds since 1970, and seconds.
  var time: Double
  var length: Double?
  /// Whether it is the side that serves: what calls another service is not.
  var isServed: Bool

  /// Nil for what is no span in any of the forms.
  init?(_ bytes: [UInt8]) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)),
      let span = object as? [String: Any]
    else { return nil }
    let tags = Self.tags(span)
    if let start = Self.number(span["startTimeUnixNano"]) {
      time = start / 1e9
      length = Self.number(span["endTimeUnixNano"]).map { max(0, $0 - start) / 1e9 }
    } else if let start = Self.number(span["startTime"]) ?? Self.number(span["timestamp"]) {
      time = start / 1e6
      length = Self.number(span["duration"]).map { $0 / 1e6 }
    } else {
      return nil
    }
    guard time.isFinite, let name = span["operationName"] as? String ?? span["name"] as? String
    else { return nil }
    operation = Self.operation(name, tags)
    isServed = Self.isServed(span, tags)
  }

  private static func number(_ value: Any?) -> Double? {
    if let text = value as? String { return Double(text) }
    return (value as? NSNumber)?.doubleValue
  }

  /// Attributes, tags as lists of Jaeger, tags as a table of Zipkin.
  private static func tags(_ span: [String: Any]) -> [String: String] {
    var tags: [String: String] = [:]
    if let table = span["tags"] as? [String: Any] {
      for (key, value) in table { tags[key] = text(value) }
    }
    for list in [span["attributes"], span["tags"]] {
      for case let entry as [String: Any] in list as? [Any] ?? [] {
        guard let key = entry["key"] as? String else { continue }
        let value = entry["value"]
        tags[key] = text((value as? [String: Any])?.values.first ?? value)
      }
    }
    return tags
  }

  private static func text(_ value: Any?) -> String? {
    if let text = value as? String { return text }
    return (value as? NSNumber)?.stringValue
  }

  private static func operation(
    _ name: String, _ tags: [String: String]
  ) -> TraceSummary.Operation {
    let method = tags["http.request.method"] ?? tags["http.method"]
    if let method {
      let target = ["http.route", "url.path", "http.path", "http.target", "http.url", "url.full"]
        .lazy.compactMap { tags[$0] }.first
      if let target {
        return .init(method: method.uppercased(), name: RequestPath.plain(target))
      }
      let words = name.split(separator: " ")
      if words.count == 2, words[1].hasPrefix("/") {
        return .init(method: method.uppercased(), name: RequestPath.plain(String(words[1])))
      }
    }
    let place = ["messaging.destination.name", "messaging.destination", "code.function"]
      .lazy.compactMap { tags[$0] }.first
    return .init(method: "", name: String((place ?? name).prefix(200)))
  }

  private static func isServed(_ span: [String: Any], _ tags: [String: String]) -> Bool {
    let kind = (text(span["kind"]) ?? tags["span.kind"] ?? "").lowercased()
    // 3 and 4 are the numbers of OpenTelemetry for client and producer.
    return !["3", "4", "client", "producer", "span_kind_client", "span_kind_producer"]
      .contains(kind)
  }
}

/// Paths of requests, without what is different in each.
enum RequestPath {
  /// Without host, query and fragment, with `{}` for parts that look like identifiers.
  static func plain(_ target: String) -> String {
    var path = Substring(target.prefix(2048))
    if let scheme = path.range(of: "://") {
      let rest = path[scheme.upperBound...]
      path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
    }
    path = path.prefix { $0 != "?" && $0 != "#" }
    let parts = path.split(separator: "/").map { part -> String in
      isIdentifier(part) ? "{}" : String(part)
    }
    return "/" + parts.joined(separator: "/")
  }

  /// Templates, numbers, and long words with digits: of UUIDs, hashes, tokens.
  private static func isIdentifier(_ part: Substring) -> Bool {
    if part.hasPrefix("{") || part.hasPrefix(":") || part.hasPrefix("<") || part == "*" {
      return true
    }
    let digits = part.utf8.count { (0x30...0x39).contains($0) }
    if digits == part.utf8.count { return true }
    return digits >= 2 && part.utf8.count >= 16 || digits >= 1 && part.utf8.count >= 32
  }
}
