import Facts
import Testing

@testable import TriggerRules

@Suite struct ClockTests {
  private func period(
    _ value: SourceValue, unit: String = "s", key: String = "schedule"
  ) -> Double? {
    let attributes = ClockReader(unit: unit, key: key).attributes(value)
    return TriggerDeclaration(
      kind: .schedule, origin: .code, rule: "x", handler: .nothing, attributes: attributes, line: 1,
      evidence: ""
    ).schedule?.period
  }

  @Test(
    "every notation has its period",
    arguments: [
      ("0 0/10 * ? * ?", 600.0), ("0 0 3 * * ? 2030", 86_400), ("cron(0 10 * * ? *)", 86_400),
      ("rate(5 minutes)", 300), ("@every 1h30m", 5400), ("@daily", 86_400), ("0 */5 * * * *", 300),
      ("00:05:00", 300), ("1.00:00:00", 86_400), ("PT5M", 300), ("P1D", 86_400), ("10m", 600),
      ("${lag:30}", 30), ("every 5 minutes", 300), ("every day 00:00", 86_400),
      ("TZ=Europe/Berlin 0 3 * * *", 86_400), ("0 0 0 L * ?", 2_419_200), ("5 minutes", 300),
      ("0 0 12 ? * 6#3", 2_419_200), ("H 3 * * *", 86_400),
    ])
  func texts(text: String, seconds: Double) { #expect(period(.text(text)) == seconds) }

  @Test(
    "names and numbers of libraries have theirs",
    arguments: [
      ("CronExpression.EVERY_5_MINUTES", "s", 300.0), ("EVERY_DAY_AT_1AM", "s", 86_400),
      ("Cron.Daily", "s", 86_400), ("60000", "ms", 60), ("time.Hour", "s", 3600),
      ("EVERY_30_SECONDS", "s", 30), ("3.hours", "s", 10_800),
      ("CronExpression.EVERY_WEEK", "s", 604_800),
    ])
  func words(word: String, unit: String, seconds: Double) {
    #expect(period(.word(word), unit: unit) == seconds)
  }

  @Test(
    "lengths of time in code have their numbers",
    arguments: [
      ("Duration.ofSeconds(30)", 30.0), ("10 * time.Second", 10), ("time.Second * 10", 10),
      ("time.Duration(30) * time.Second", 30), ("Duration.ofMillis(60 * 1000)", 60),
      ("Every(5, TimeUnit.MINUTES)", 300), ("Every(2).Minutes()", 120), ("Cron.Daily()", 86_400),
      ("x.WithIntervalInSeconds(15).RepeatForever()", 15), ("Duration.ofHours(1).toMillis()", 3600),
    ])
  func code(text: String, seconds: Double) { #expect(period(.other(text)) == seconds) }

  @Test(
    "a number that only the running program knows gives no time",
    arguments: [
      "Duration.ofSeconds(x)", "Duration.ofSeconds(task.getInterval())", "refreshSeconds",
      "time.Duration(settings.Wait) * time.Second", "n * time.Second", "REFRESH_SECONDS",
      "time.Second * time.Duration(n)", "wait.toMillis()", "every(n).minutes",
      "Duration.between(now(), next()).plus(1, ChronoUnit.DAYS)",
    ])
  func unknown(text: String) { #expect(period(.other(text)) == nil, "\(text)") }

  @Test("what says no time gives none, and what is off is off")
  func nothing() {
    for text in ["", "date", "x", "now", "a b c", "99 99 99 99 99", "%SETTING%"] {
      #expect(period(.text(text)) == nil, "\(text)")
    }
    for word in ["1e30", "inf", "nan"] {
      #expect(period(.word(word)) == nil, "\(word)")
      #expect(period(.other(word)) == nil, "\(word)")
    }
    let off = ClockReader(unit: "s", key: "cron").attributes(.text("-"))
    #expect(off.map(\.value) == ["false"])
  }
}
