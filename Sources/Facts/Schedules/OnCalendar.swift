extension Schedule {
  /// systemd's `OnCalendar=` (systemd.time(7)): a word such as `daily`, or
  /// `[weekdays] [year-month-day] [hour:minute[:second]] [time zone]`; several add up between `;`.
  package init(onCalendar text: String) throws(ScheduleError) {
    var calendars: [CalendarSchedule] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: false) {
      calendars.append(try Self.calendar(part))
    }
    self.init(.calendars(calendars))
  }

  private static func calendar(_ text: Substring) throws(ScheduleError) -> CalendarSchedule {
    var words = text.split(whereSeparator: \.isWhitespace)
    // A word may have a time zone behind it.
    if let first = words.first, let whole = calendarWords[first.lowercased()] {
      words.replaceSubrange(0...0, with: whole.split(separator: " "))
    }
    guard !words.isEmpty else { throw ScheduleError("the calendar expression is empty") }
    var calendar = CalendarSchedule()
    if let first = words.first, first.first?.isLetter ?? false,
      words.count > 1 || !first.contains(":")
    {
      calendar.weekdays = try weekdays(first)
      words.removeFirst()
    }
    if let first = words.first, !first.contains(":"), first.contains("-") || first.contains("~") {
      try readDate(first, into: &calendar)
      words.removeFirst()
    }
    if let first = words.first, first.contains(":") {
      try readTime(first, into: &calendar)
      words.removeFirst()
    }
    guard words.count <= 1, words.first?.first?.isLetter ?? true else {
      throw ScheduleError("'\(text)' is not a calendar expression, such as 'Mon *-*-* 03:00:00'")
    }
    return calendar
  }

  private static let calendarWords = [
    "minutely": "*-*-* *:*:00", "hourly": "*-*-* *:00:00", "daily": "*-*-* 00:00:00",
    "weekly": "Mon *-*-* 00:00:00", "monthly": "*-*-01 00:00:00", "yearly": "*-01-01 00:00:00",
    "annually": "*-01-01 00:00:00", "quarterly": "*-01,04,07,10-01 00:00:00",
    "semiannually": "*-01,07-01 00:00:00",
  ]

  private static func weekdays(_ text: Substring) throws(ScheduleError) -> [Int] {
    let separator = text.contains("..") ? ".." : "-"
    let list = text.hasSuffix(",") ? text.dropLast() : text
    return CalendarSchedule.week(try CalendarField.weekday.values(list, separator: separator))
  }

  private static func readDate(
    _ text: Substring, into calendar: inout CalendarSchedule
  ) throws(ScheduleError) {
    var rest = text
    if let tilde = rest.lastIndex(of: "~") {
      calendar.daysFromEnd = try values(rest[rest.index(after: tilde)...], of: .day)
      rest = rest[..<tilde]
    }
    var parts = rest.split(separator: "-", omittingEmptySubsequences: false)
    if calendar.daysFromEnd.isEmpty, let day = parts.popLast() {
      calendar.daysOfMonth = try values(day, of: .day)
    }
    guard let month = parts.popLast() else {
      throw ScheduleError("'\(text)' is not a date, such as '*-*-01'")
    }
    calendar.months = try values(month, of: .month)
    if let year = parts.popLast(), year != "*" {
      calendar.years = try values(year, of: .year)
    }
    guard parts.isEmpty else { throw ScheduleError("'\(text)' is not a date, such as '*-*-01'") }
  }

  private static func readTime(
    _ text: Substring, into calendar: inout CalendarSchedule
  ) throws(ScheduleError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3 else {
      throw ScheduleError("'\(text)' is not a time of day, such as '03:00:00'")
    }
    calendar.hours = try values(parts[0], of: .hour)
    calendar.minutes = try values(parts[1], of: .minute)
    guard parts.count == 3 else { return }
    let whole = parts[2].split(separator: ".", maxSplits: 1).first ?? parts[2]
    calendar.seconds = try values(parts[2].contains("..") ? parts[2] : whole, of: .second)
  }

  private static func values(
    _ text: Substring, of field: CalendarField
  ) throws(ScheduleError) -> [Int] {
    try field.values(text, separator: "..")
  }
}
