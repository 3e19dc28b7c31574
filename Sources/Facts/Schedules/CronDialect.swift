/// Cron expressions in the notations of schedulers, brought into the five or six fields that
/// ``Schedule`` reads. What only moves the day (`L`, `W`, `#`, numbers of weekdays) keeps its period.
package enum CronDialect {
  /// `text` in plain fields; nil where it is no cron expression at all.
  ///
  /// Understood are `cron(…)` of AWS with a year, seven fields of Quartz, `TZ=` and `CRON_TZ=` before
  /// the fields, `L`, `15W`, `6#3`, `5L`, and `H` of Jenkins.
  package static func plain(_ text: String) -> String? {
    var inner = text.trimmed
    var isAWS = false
    if inner.hasPrefix("cron("), inner.hasSuffix(")") {
      inner = String(inner.dropFirst(5).dropLast())
      isAWS = true
    }
    var words = inner.split(whereSeparator: \.isWhitespace).map(String.init)
    if let first = words.first, first.hasPrefix("TZ=") || first.hasPrefix("CRON_TZ=") {
      words.removeFirst()
    }
    if words.count == 1, words[0].hasPrefix("@") { return words[0] }
    if words.count == 7 || isAWS && words.count == 6 { words.removeLast() }
    guard words.count == 5 || words.count == 6 else { return nil }
    let first = words.count - 5
    plainDays(&words, first + 2, first + 4)
    for place in words.indices where words[place] == "H" || words[place].hasPrefix("H/") {
      words[place] = words[place] == "H" ? "0" : "*" + words[place].dropFirst()
    }
    return words.joined(separator: " ")
  }

  /// The time zone that stands before the fields.
  package static func zone(_ text: String) -> String? {
    let first = text.split(whereSeparator: \.isWhitespace).first ?? ""
    for prefix in ["TZ=", "CRON_TZ="] where first.hasPrefix(prefix) {
      return String(first.dropFirst(prefix.count))
    }
    return nil
  }

  private static func plainDays(_ words: inout [String], _ date: Int, _ weekday: Int) {
    let day = words[date].uppercased()
    if day.hasPrefix("L") {
      words[date] = "28"
    } else if day.hasSuffix("W") {
      words[date] = String(day.dropLast())
    }
    let week = words[weekday].uppercased()
    if let mark = week.firstIndex(of: "#"), let number = Int(week[week.index(after: mark)...]) {
      (words[weekday], words[date]) = ("*", String((max(1, min(4, number)) - 1) * 7 + 1))
    } else if week.count > 1, week.hasSuffix("L") {
      (words[weekday], words[date]) = ("*", "22")
    } else if week == "L" {
      words[weekday] = "6"
    }
  }
}

extension String {
  fileprivate var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(text.reversed().drop(while: \.isWhitespace).reversed())
  }
}
