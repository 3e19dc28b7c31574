/// A line of an access log in the common or the combined format, with the time that the request took
/// where it stands at the end: `… "GET /x HTTP/1.1" 200 512 "-" "agent" 0.123`.
struct AccessLine {
  var operation: TraceSummary.Operation
  /// Seconds since 1970, and seconds.
  var time: Double
  var length: Double?

  init?(_ bytes: [UInt8]) {
    let line = String(decoding: bytes, as: UTF8.self)
    guard let open = line.firstIndex(of: "["), let close = line[open...].firstIndex(of: "]"),
      let time = Self.time(line[line.index(after: open)..<close]),
      let quote = line[close...].firstIndex(of: "\"")
    else { return nil }
    let rest = line[line.index(after: quote)...]
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    let words = rest[..<end].split(separator: " ")
    guard words.count >= 2, words[0].utf8.allSatisfy({ (0x41...0x5a).contains($0) }),
      words[1].hasPrefix("/") || words[1].contains("://")
    else { return nil }
    operation = .init(method: String(words[0]), name: RequestPath.plain(String(words[1])))
    self.time = time
    length = Self.length(rest[rest.index(after: end)...])
  }

  /// The last word, where it is a number with a point behind two others: seconds.
  private static func length(_ rest: Substring) -> Double? {
    let words = rest.split(separator: " ")
    guard words.count > 2, let last = words.last else { return nil }
    let number = last.split(separator: "=").last ?? last
    guard number.contains("."), let seconds = Double(number.filter { $0 != "\"" && $0 != "s" }),
      seconds >= 0, seconds < 1e6
    else { return nil }
    return seconds
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// `10/Oct/2000:13:55:36 -0700`.
  private static func time(_ text: Substring) -> Double? {
    let words = text.split(separator: " ")
    let parts = (words.first ?? "").split { $0 == "/" || $0 == ":" }
    guard parts.count == 6, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = months.firstIndex(of: String(parts[1])), let hour = Int(parts[3]),
      let minute = Int(parts[4]), let second = Int(parts[5]), (1970...9999).contains(year),
      (1...31).contains(day), (0...23).contains(hour), (0...59).contains(minute),
      (0...60).contains(second)
    else { return nil }
    var seconds = days(year, month + 1, day) * 86_400 + hour * 3_600 + minute * 60 + second
    if words.count > 1, let zone = Int(words[1]), abs(zone) < 2400 {
      seconds -= (zone / 100) * 3_600 + (zone % 100) * 60
    }
    return Double(seconds)
  }

  /// Days since 1970 by the Gregorian calendar; years begin in March, so that leap days end them.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let ofEra = shifted - era * 400
    let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
  }
}
