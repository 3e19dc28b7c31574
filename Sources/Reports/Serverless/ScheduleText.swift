import ReportModel

/// When a schedule fires, in the notations of platforms.
struct ScheduleText {
  private let cron: String?
  private let period: Double?
  /// Whether numbers of weekdays begin with 1 for Sunday, as Quartz has them.
  private let countsFromOne: Bool

  init(_ function: DeployedFunction) {
    cron = function["cron"]
    period = function.finding.settings.period
    countsFromOne = !function.finding.declaration.contains("@Scheduled")
  }

  /// `rate(…)` or `cron(…)` of EventBridge; nil where neither says the same.
  var aws: String? {
    if let cron, cron.hasPrefix("rate(") || cron.hasPrefix("cron(") { return cron }
    if let fields, let days = Self.awsDays(fields[2], fields[4]) {
      return "cron(\(fields[0]) \(fields[1]) \(days.0) \(fields[3]) \(days.1) *)"
    }
    guard let period, period >= 60, period < 1e9 else { return nil }
    let minutes = Int((period / 60).rounded())
    if minutes % 1440 == 0 { return "rate(\(minutes / 1440) day\(minutes == 1440 ? "" : "s"))" }
    if minutes % 60 == 0 { return "rate(\(minutes / 60) hour\(minutes == 60 ? "" : "s"))" }
    return "rate(\(minutes) minute\(minutes == 1 ? "" : "s"))"
  }

  /// Five fields of crontab; nil where they cannot say it.
  var unix: String? {
    if let fields { return fields.joined(separator: " ") }
    guard let period, period >= 60 else { return nil }
    let minutes = Int((period / 60).rounded())
    if minutes < 60, 60 % minutes == 0 { return "*/\(minutes) * * * *" }
    if minutes % 60 == 0, minutes < 1440, 1440 % minutes == 0 { return "0 */\(minutes / 60) * * *" }
    return minutes == 1440 ? "0 0 * * *" : nil
  }

  private static let nicknames = [
    "@hourly": "0 * * * *", "@daily": "0 0 * * *", "@midnight": "0 0 * * *",
    "@weekly": "0 0 * * 0", "@monthly": "0 0 1 * *", "@yearly": "0 0 1 1 *",
    "@annually": "0 0 1 1 *",
  ]

  /// Minute, hour, day, month, weekday, the last by names; nil for what is no such cron.
  private var fields: [String]? {
    guard let cron else { return nil }
    var fields = (Self.nicknames[cron] ?? cron).split(separator: " ").map(String.init)
    let hasSeconds = fields.count >= 6
    if hasSeconds { fields.removeFirst() }
    fields = Array(fields.prefix(5)).map { $0 == "?" ? "*" : $0 }
    let allowed = Set("0123456789*,-/LW#ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    guard fields.count == 5, fields.allSatisfy({ $0.allSatisfy(allowed.contains) }) else {
      return nil
    }
    fields[4] = days(fields[4], first: hasSeconds && countsFromOne ? 1 : 0)
    return fields
  }

  private func days(_ field: String, first: Int) -> String {
    let names = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]
    guard !field.contains("/"), !field.contains("#"), !field.contains("L") else { return field }
    return field.split(separator: ",").map { part in
      part.split(separator: "-").map { day in
        Int(day).map { names[($0 - first + 7) % 7] } ?? day.uppercased()
      }.joined(separator: "-")
    }.joined(separator: ",")
  }

  /// One of day and weekday must be `?`.
  private static func awsDays(_ day: String, _ weekday: String) -> (String, String)? {
    if weekday == "*" { return (day, "?") }
    return day == "*" ? ("?", weekday) : nil
  }
}
