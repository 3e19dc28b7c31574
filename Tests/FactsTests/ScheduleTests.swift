import Testing

@testable import Facts

@Suite struct ScheduleTests {
  @Test(
    arguments: [
      ("0 3 * * *", 86400), ("*/5 * * * *", 300), ("0 0 * * 0", 604_800), ("0 0 1 * *", 28 * 86400),
      ("0 0 1 1 *", 365 * 86400), ("0 0 29 2 *", 1461 * 86400), ("@hourly", 3600),
      ("@daily", 86400), ("@weekly", 604_800), ("@yearly", 365 * 86400), ("@every 1h30m", 5400),
      ("0 9,17 * * mon-fri", 8 * 3600), ("0 9 * * Mon,Tue", 86400), ("*/7 * * * *", 240),
      ("0 0/10 * ? * ?", 600), ("*/10 * * * * *", 10), ("0 0 13 * 5", 86400),
      ("0 0 * * 5-7", 86400), ("0 0 * * fri-mon", 86400), ("59 23 31 12 *", 365 * 86400),
      ("50,10 * * * *", 1200), ("5~20 4 * * *", 86400), ("* * * * *", 60),
      ("0 22-23,0-2 * * *", 3600), ("0 0 * * 7-1", 86400), ("0 0 * * 7-0", 604_800),
      // Friday, Sunday, Tuesday.
      ("0 0 * * 5-2/2", 2 * 86400), ("0 0 * * 7-4/3", 3 * 86400),
    ] as [(String, Int)])
  func findsTheSmallestGapOfCron(_ text: String, _ seconds: Int) throws {
    #expect(try Schedule(cron: text).period == Double(seconds))
  }

  @Test(arguments: ["@reboot", "-", "off"]) func neverFiresAgain(_ text: String) throws {
    #expect(try Schedule(cron: text).period == nil)
  }

  @Test func firesNeverOnTheThirtiethOfFebruary() throws {
    #expect(try Schedule(cron: "0 0 30 2 *").period == nil)
  }

  @Test(arguments: [
    "", "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 8", "a * * * *",
    "*/0 * * * *", "5-3 * * * *", "@sometimes", "1,,2 * * * *", "* * * foo *", "@every",
    "1- * * * *",
    "*/x * * * *", "* * L * *", "99999999999999999999 * * * *", "-1 * * * *",
  ])
  func rejectsCron(_ text: String) {
    #expect(throws: ScheduleError.self) { try Schedule(cron: text) }
  }

  @Test(
    arguments: [
      ("daily", 86400), ("minutely", 60), ("Weekly", 604_800), ("quarterly", 90 * 86400),
      ("*:0/15", 900), ("*-*-* 03:00:00", 86400), ("Mon..Fri 09:00", 86400),
      ("Mon *-*-* 00:00", 604_800),
      ("Sat,Sun 20:15:00", 86400), ("*-*-01 04:00:00 UTC", 28 * 86400), ("*-*~01", 28 * 86400),
      ("00/2:00", 7200), ("*-*-* *:*:00/20", 20), ("Mon-Fri 10:00 Europe/Berlin", 86400),
      ("hourly", 3600), ("*-01,07-01", 181 * 86400), ("08..17:30", 3600), ("Monday", 604_800),
      ("*:*", 60), ("2025-*-* 12:00", 86400), ("daily Europe/Berlin", 86400),
      ("Mon..Fri *-*-* 02:00:00", 86400), ("weekly UTC", 604_800),
    ] as [(String, Int)])
  func findsTheSmallestGapOfCalendar(_ text: String, _ seconds: Int) throws {
    #expect(try Schedule(onCalendar: text).period == Double(seconds))
  }

  @Test(arguments: [
    "", "Funday", "25:00", "*-13-01", "1:2:3:4", "Mon 10:00 UTC extra", "soon 1:00",
  ])
  func rejectsCalendar(_ text: String) {
    #expect(throws: ScheduleError.self) { try Schedule(onCalendar: text) }
  }

  @Test(
    arguments: [
      ("5 minutes", 300), ("rate(1 day)", 86400), ("1h 30m", 5400), ("90", 90),
      ("2weeks", 1_209_600),
      ("500ms", 0.5), ("1.5 h", 5400),
    ] as [(String, Double)])
  func readsRates(_ text: String, _ seconds: Double) throws {
    #expect(try Schedule(rate: text).period == seconds)
  }

  @Test(arguments: ["", "soon", "5 parsecs", "0s", "minutes", "-5m", "1..2s"])
  func rejectsRates(_ text: String) {
    #expect(throws: ScheduleError.self) { try Schedule(rate: text) }
  }

  /// Days and times one after the other, which the period itself does not look at.
  private func naivePeriod(_ calendar: CalendarSchedule) -> Int? {
    let times = calendar.hours.flatMap { hour in
      calendar.minutes.flatMap { minute in
        calendar.seconds.map { hour * 3600 + minute * 60 + $0 }
      }
    }
    var gaps = zip(times, times.dropFirst()).map { $1 - $0 }
    var before: Int?
    var (year, month, day, number) = (2024, 1, 1, 0)
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    while year < 2052 {
      let isDate = calendar.daysOfMonth.contains(day)
      let isWeekday = calendar.weekdays.contains((number + 1) % 7)
      if calendar.months.contains(month),
        calendar.takesEitherDay ? isDate || isWeekday : isDate && isWeekday
      {
        if let before { gaps.append((number - before) * 86400 - times.last! + times[0]) }
        before = number
      }
      number += 1
      day += 1
      if day > lengths[month - 1] + (month == 2 && year % 4 == 0 ? 1 : 0) {
        (month, day) = (month + 1, 1)
      }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    return before == nil ? nil : gaps.min()
  }

  @Test(
    arguments: [
      "0 3 * * *", "*/7 1-5 * * *", "0 0 1 */3 *", "0 0 31 * *", "15 2,14 1,15 * *", "0 0 29 2 1",
      "0 0 * 2 *", "10,40 * * * 1,4", "*/20 10 3 22 * *", "59 23 28-31 * *", "0 0 31 4 *",
      "5 4 1 1 0", "0 12 * 6-8 2-4",
    ])
  func findsWhatAWalkOverAllDaysFinds(_ text: String) throws {
    guard case .calendars(let all) = try Schedule(cron: text).form else { return }
    #expect(all[0].period == naivePeriod(all[0]))
  }

  @Test func addsCalendarsUp() throws {
    let forms = try ["0 3 * * *", "30 3 * * *"].map { try Schedule(cron: $0).form }
    let calendars = forms.flatMap { form -> [CalendarSchedule] in
      if case .calendars(let list) = form { list } else { [] }
    }
    #expect(Schedule(.calendars(calendars)).period == 1800)
  }
}
