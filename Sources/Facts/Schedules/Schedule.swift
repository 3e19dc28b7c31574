/// When a scheduled trigger fires, from the notations that people write.
package struct Schedule: Sendable, Hashable {
  package enum Form: Sendable, Hashable {
    /// At the times of calendars; several add up.
    case calendars([CalendarSchedule])
    /// Every so many seconds, counted from some start.
    case interval(Double)
    /// Once, when the machine or the process starts.
    case startup
    /// Once, at a time that the notation gives.
    case once
    /// Written down and switched off (`-`).
    case disabled
  }

  package var form: Form

  package init(_ form: Form) { self.form = form }

  /// The smallest number of seconds between two firings; nil where it fires at most once.
  ///
  /// A calendar is looked at over the 28 years after which weekdays and leap years repeat, so that a
  /// yearly schedule has a period too.
  package var period: Double? {
    switch form {
    case .interval(let seconds): seconds
    case .calendars(let calendars): Self.period(of: calendars).map(Double.init)
    case .startup, .once, .disabled: nil
    }
  }

  private static func period(of calendars: [CalendarSchedule]) -> Int? {
    let alone = calendars.compactMap(\.period).min()
    guard calendars.count > 1, alone ?? .max > 60 else { return alone }
    let week = Set(calendars.flatMap(\.firstWeek)).sorted()
    let gap = zip(week, week.dropFirst()).map { $1 - $0 }.min()
    return [alone, gap].compactMap { $0 }.min()
  }
}

/// A notation that does not say when; `message` says what is wrong with it.
package struct ScheduleError: Error, Sendable, Hashable {
  package var message: String

  package init(_ message: String) { self.message = message }
}

extension Schedule {
  /// Five fields as crontab has them, six with seconds first, or a nickname such as `@daily`.
  ///
  /// Names of months and weekdays, lists, ranges, steps, `?`, and the random `a~b` of some crons are
  /// understood; `L`, `W` and `#` are not.
  package init(cron text: String) throws(ScheduleError) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    if words == ["-"] || words == ["off"] || words == ["disabled"] {
      self.init(.disabled)
      return
    }
    if let first = words.first, first.hasPrefix("@") {
      self = try Self.nickname(first, words.dropFirst().joined(separator: " "))
      return
    }
    guard words.count == 5 || words.count == 6 else {
      throw ScheduleError(
        "'\(text)' has \(words.count) of the 5 fields of a cron expression, quote it as a whole")
    }
    self.init(.calendars([try CalendarSchedule(cronFields: words)]))
  }

  private static func nickname(
    _ name: String, _ argument: String
  ) throws(ScheduleError) -> Schedule {
    if name == "@every" { return Schedule(.interval(try TimeSpan.seconds(argument))) }
    if name == "@reboot" { return Schedule(.startup) }
    guard let fields = nicknames[name] else {
      throw ScheduleError("'\(name)' is not a nickname of a schedule, such as '@daily'")
    }
    return try Schedule(cron: fields)
  }

  private static let nicknames = [
    "@yearly": "0 0 1 1 *", "@annually": "0 0 1 1 *", "@monthly": "0 0 1 * *",
    "@weekly": "0 0 * * 0", "@daily": "0 0 * * *", "@midnight": "0 0 * * *",
    "@hourly": "0 * * * *",
  ]

  /// `5 minutes`, `1h30m`, `rate(1 day)`.
  package init(rate text: String) throws(ScheduleError) {
    var inner = text
    if text.hasPrefix("rate("), text.hasSuffix(")") { inner = String(text.dropFirst(5).dropLast()) }
    let seconds = try TimeSpan.seconds(inner)
    guard seconds > 0 else { throw ScheduleError("'\(text)' is no time between two firings") }
    self.init(.interval(seconds))
  }
}

/// Lengths of time in words, as systemd, Go and people write them.
package enum TimeSpan {
  /// Seconds of `90`, `15min`, `1h 30m`, `2 days`, `250ms`. A number alone counts seconds.
  package static func seconds(_ text: String) throws(ScheduleError) -> Double {
    var rest = Substring(text).drop(while: \.isWhitespace)
    guard !rest.isEmpty else { throw ScheduleError("the length of time is empty") }
    var total = 0.0
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      rest = rest.dropFirst(number.count).drop(while: \.isWhitespace)
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count).drop(while: \.isWhitespace)
      guard let value = Double(String(number)), let factor = factor(of: unit) else {
        throw ScheduleError("'\(text)' is not a length of time, such as '15min'")
      }
      total += value * factor
    }
    return total
  }

  private static func factor(of unit: Substring) -> Double? {
    switch unit {
    case "M", "month", "months": 2_629_800
    default: factors[unit.lowercased()]
    }
  }

  private static let factors: [String: Double] = [
    "": 1, "us": 1e-6, "usec": 1e-6, "ms": 1e-3, "msec": 1e-3, "s": 1, "sec": 1, "second": 1,
    "seconds": 1, "m": 60, "min": 60, "minute": 60, "minutes": 60, "h": 3600, "hr": 3600,
    "hour": 3600, "hours": 3600, "d": 86400, "day": 86400, "days": 86400, "w": 604_800,
    "week": 604_800, "weeks": 604_800, "y": 31_557_600, "year": 31_557_600, "years": 31_557_600,
  ]
}
