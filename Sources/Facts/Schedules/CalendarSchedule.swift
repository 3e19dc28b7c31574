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
  package var period: Int? {
    let times = times
    guard let first = times.first, let last = times.last else { return nil }
    var gaps = zip(times, times.dropFirst()).map { $1 - $0 }
    let days = days(count: Self.cycle)
    if days.isEmpty { return nil }
    if let step = zip(days, days.dropFirst()).map({ $1 - $0 }).min() {
      gaps.append(step * 86400 - last + first)
    }
    return gaps.min()
  }

  /// Firings of the first week of the cycle, in seconds from its start.
  var firstWeek: [Int] { days(count: 8).flatMap { day in times.map { day * 86400 + $0 } } }

  /// Days of the 28 years from 2024, after which the Gregorian calendar repeats until 2100.
  private static let cycle = 28 * 365 + 7

  /// Numbers of the days that match, counted from 1 January 2024, a Monday.
  private func days(count: Int) -> [Int] {
    var found: [Int] = []
    var (year, month, day) = (2024, 1, 1)
    var length = 31
    for number in 0..<count {
      if matches(year: year, month: month, day: day, length: length, weekday: (number + 1) % 7) {
        found.append(number)
      }
      day += 1
      if day > length {
        (month, day) = (month + 1, 1)
        if month > 12 { (year, month) = (year + 1, 1) }
        length = Self.length(of: month, in: year)
      }
    }
    return found
  }

  private static func length(of month: Int, in year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  private func matches(year: Int, month: Int, day: Int, length: Int, weekday: Int) -> Bool {
    guard months.contains(month), years?.contains(year) ?? true else { return false }
    let isDate =
      daysFromEnd.isEmpty ? daysOfMonth.contains(day) : daysFromEnd.contains(length - day + 1)
    let isWeekday = weekdays.contains(weekday)
    return takesEitherDay ? isDate || isWeekday : isDate && isWeekday
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
