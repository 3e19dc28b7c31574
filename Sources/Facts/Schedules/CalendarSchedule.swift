/// Times of day on days of a calendar.
package struct CalendarSchedule: Sendable, Hashable {
  /// Each sorted and unique.
  var seconds = [0]
  var minutes = [0]
  var hours = [0]
  var daysOfMonth = Array(1...31)
  /// Days counted from the end of the month, 1 is the last; empty where none are.
  var daysFromEnd: [Int] = []
  var months = Array(1...12)
  /// 0 is Sunday.
  var weekdays = Array(0...6)
  /// Nil for every year.
  var years: [Int]?
  /// A day needs the weekday or the date, as cron has it where both are restricted; else both.
  var takesEitherDay = false

  /// Seconds of the day, sorted. At most 86,400.
  private var times: [Int] {
    hours.flatMap { hour in
      minutes.flatMap { minute in seconds.map { hour * 3600 + minute * 60 + $0 } }
    }
  }

  /// The smallest gap in seconds; nil where there are no two firings.
  ///
  /// Looks at days until two that follow each other match, at all of a cycle at most.
  package var period: Int? {
    guard let first = times(hours.first, minutes.first, seconds.first),
      let last = times(hours.last, minutes.last, seconds.last)
    else { return nil }
    var step: Int?
    var before: Int?
    visit(isWeekly ? 15 : Self.cycle) { day in
      if let before { step = min(step ?? .max, day - before) }
      before = day
      return step != 1
    }
    guard before != nil else { return nil }
    let across = step.map { $0 * 86400 - last + first }
    return [across, gapOfDay].compactMap { $0 }.min()
  }

  /// Whether the days depend on the weekday alone.
  private var isWeekly: Bool {
    years == nil && months.count == 12 && daysFromEnd.isEmpty && daysOfMonth.count == 31
  }

  private func times(_ hour: Int?, _ minute: Int?, _ second: Int?) -> Int? {
    guard let hour, let minute, let second else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// The smallest gap within one day: of seconds, over the end of a minute, over the end of an hour.
  private var gapOfDay: Int? {
    func least(_ values: [Int]) -> Int? { zip(values, values.dropFirst()).map { $1 - $0 }.min() }
    let inMinute = (seconds.last ?? 0) - (seconds.first ?? 0)
    let inHour = ((minutes.last ?? 0) - (minutes.first ?? 0)) * 60 + inMinute
    return [
      least(seconds), least(minutes).map { $0 * 60 - inMinute },
      least(hours).map { $0 * 3600 - inHour },
    ].compactMap { $0 }.min()
  }

  /// Firings of the first week of the cycle, in seconds from its start.
  var firstWeek: [Int] {
    var days: [Int] = []
    visit(8) { day in
      days.append(day)
      return true
    }
    let times = times
    return days.flatMap { day in times.map { day * 86400 + $0 } }
  }

  /// Days of the 28 years from 2024, after which the Gregorian calendar repeats until 2100.
  private static let cycle = 28 * 365 + 7

  /// Shows the numbers of the days that match, counted from 1 January 2024, a Monday, until it is told
  /// that no more are needed.
  private func visit(_ count: Int, _ goesOn: (Int) -> Bool) {
    let days = Days(self)
    var (year, month, day) = (2024, 1, 1)
    var length = 31
    for number in 0..<count {
      if days.matches(year, month, day, length, weekday: (number + 1) % 7), !goesOn(number) {
        return
      }
      day += 1
      if day > length {
        (month, day) = (month + 1, 1)
        if month > 12 { (year, month) = (year + 1, 1) }
        length = Self.length(of: month, in: year)
      }
    }
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// The days of a calendar as sets of bits.
  private struct Days {
    var dates: UInt64
    var fromEnd: UInt64
    var months: UInt64
    var weekdays: UInt64
    var years: Set<Int>?
    var takesEither: Bool

    init(_ calendar: CalendarSchedule) {
      func bits(_ values: [Int]) -> UInt64 { values.reduce(0) { $0 | 1 << UInt64($1 & 63) } }
      dates = bits(calendar.daysOfMonth)
      fromEnd = bits(calendar.daysFromEnd)
      months = bits(calendar.months)
      weekdays = bits(calendar.weekdays)
      years = calendar.years.map(Set.init)
      takesEither = calendar.takesEitherDay
    }

    func matches(_ year: Int, _ month: Int, _ day: Int, _ length: Int, weekday: Int) -> Bool {
      func has(_ set: UInt64, _ value: Int) -> Bool { set >> UInt64(value) & 1 == 1 }
      guard has(months, month), years?.contains(year) ?? true else { return false }
      let isDate = fromEnd == 0 ? has(dates, day) : has(fromEnd, length - day + 1)
      let isWeekday = has(weekdays, weekday)
      return takesEither ? isDate || isWeekday : isDate && isWeekday
    }
  }
}

/// One field of a calendar expression: its range of numbers and the names for them.
struct CalendarField {
  var name: String
  var range: ClosedRange<Int>
  var names: [String] = []

  static let second = CalendarField(name: "second", range: 0...59)
  static let minute = CalendarField(name: "minute", range: 0...59)
  static let hour = CalendarField(name: "hour", range: 0...23)
  static let day = CalendarField(name: "day of month", range: 1...31)
  static let month = CalendarField(
    name: "month", range: 1...12,
    names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])
  /// Sunday is 0 and 7.
  static let weekday = CalendarField(
    name: "day of week", range: 0...7, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"])
  static let year = CalendarField(name: "year", range: 1970...2199)

  /// The numbers that a list of values, ranges and steps stands for, sorted; `separator` stands
  /// between the ends of a range.
  func values(_ text: Substring, separator: String = "-") throws(ScheduleError) -> [Int] {
    var found: Set<Int> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      found.formUnion(try item(part, separator: separator))
    }
    return found.sorted()
  }

  private func item(_ text: Substring, separator: String) throws(ScheduleError) -> [Int] {
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    var step: Int?
    if halves.count == 2 {
      guard let value = Int(halves[1]), value > 0 else { throw invalid(text) }
      step = value
    }
    let bounds = try bounds(halves.first ?? "", separator: separator, isOpen: step != nil)
    guard bounds.lower <= bounds.upper else {
      guard let wrapped = wrapped(bounds, step: step ?? 1) else { throw invalid(text) }
      return wrapped
    }
    return Array(stride(from: bounds.lower, through: bounds.upper, by: step ?? 1))
  }

  private func bounds(
    _ text: Substring, separator: String, isOpen: Bool
  ) throws(ScheduleError) -> (lower: Int, upper: Int) {
    let top = names.count == 7 ? 6 : range.upperBound
    if text == "*" || text == "?" { return (range.lowerBound, top) }
    if let tilde = text.firstIndex(of: "~"), separator == "-" {
      let lower = try number(text[..<tilde])
      return (lower, lower)
    }
    guard let middle = text.firstRange(of: separator) else {
      let value = try number(text)
      return (value, isOpen ? top : value)
    }
    return (try number(text[..<middle.lowerBound]), try number(text[middle.upperBound...]))
  }

  /// `fri-mon` goes over the end of the week, and `7-2` begins on its first day.
  private func wrapped(_ bounds: (lower: Int, upper: Int), step: Int) -> [Int]? {
    guard names.count == 7 else { return nil }
    return stride(from: bounds.lower, through: bounds.upper + 7, by: step).map { $0 % 7 }
  }

  private func number(_ text: Substring) throws(ScheduleError) -> Int {
    if let value = Int(text), range.contains(value) { return value }
    let lower = text.lowercased()
    let place = names.firstIndex { lower.count >= 3 && Self.isName(lower, $0) }
    guard let place else { throw invalid(text) }
    return place + (names.count == 12 ? 1 : 0)
  }

  private static func isName(_ text: String, _ short: String) -> Bool {
    guard text.hasPrefix(short) else { return false }
    let long = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december", "sunday", "monday", "tuesday", "wednesday", "thursday",
      "friday", "saturday",
    ]
    return long.contains { $0.hasPrefix(text) }
  }

  private func invalid(_ text: Substring) -> ScheduleError {
    ScheduleError(
      "'\(text)' is not a \(name), which goes from \(range.lowerBound) to \(range.upperBound)")
  }
}

extension CalendarSchedule {
  /// Five fields, or six with seconds first.
  init(cronFields fields: [String]) throws(ScheduleError) {
    let parts = fields.count == 6 ? fields : ["0"] + fields
    seconds = try CalendarField.second.values(parts[0][...])
    minutes = try CalendarField.minute.values(parts[1][...])
    hours = try CalendarField.hour.values(parts[2][...])
    daysOfMonth = try CalendarField.day.values(parts[3][...])
    months = try CalendarField.month.values(parts[4][...])
    weekdays = Self.week(try CalendarField.weekday.values(parts[5][...]))
    let isOpen = { (field: String) in field.hasPrefix("*") || field.hasPrefix("?") }
    takesEitherDay = !isOpen(parts[3]) && !isOpen(parts[5])
  }

  /// Weekdays with Sunday as 0.
  static func week(_ days: [Int]) -> [Int] { Set(days.map { $0 % 7 }).sorted() }
}

/// Names that fields of calendars have for their numbers.
package enum CalendarNames {
  /// Whether a text is the name of a month or a weekday: `Monday`, `MON`, `august`.
  package static func has(_ text: String) -> Bool {
    [CalendarField.month, .weekday].contains { (try? $0.values(text[...])) != nil }
      && Int(text) == nil
  }
}
