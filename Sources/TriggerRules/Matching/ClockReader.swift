internal import Basics
internal import Facts

/// Reads when something fires, from the values that libraries take for it.
struct ClockReader {
  /// What a number alone counts.
  let unit: String
  /// `cron`, `rate`, `delay` (an interval that begins when a run ends), `at`, or `schedule` for any.
  let key: String
  /// Fields of a calendar that have a value where none is given.
  var fields: [String: String] = [:]

  typealias Attribute = TriggerDeclaration.Attribute

  /// Empty where the value says no time.
  func attributes(_ value: SourceValue) -> [Attribute] {
    switch value {
    case .text(let text): return read(text)
    case .word(let name): return word(name)
    case .list(let values): return values.lazy.map(attributes).first { !$0.isEmpty } ?? []
    case .chain(let chain): return read(chain)
    case .table(let entries): return table(entries)
    case .other(let text): return duration(of: text).map(interval) ?? []
    case .function: return []
    }
  }

  private func interval(_ seconds: Double) -> [Attribute] {
    guard seconds > 0 else { return [] }
    guard let whole = Int(finite: seconds) else { return [] }
    let text = seconds == seconds.rounded() ? "\(whole)s" : "\(seconds)s"
    let rate = Attribute(key: "rate", value: text)
    return key == "delay" ? [rate, Attribute(key: "exclusive", value: "true")] : [rate]
  }

  // MARK: Texts

  private func read(_ text: String) -> [Attribute] {
    let plain = Self.withDefault(text)
    if ["-", "off", "disabled", "never"].contains(plain) {
      return [Attribute(key: "enabled", value: "false")]
    }
    if plain.hasPrefix("at(") { return [Attribute(key: "at", value: plain)] }
    if plain.hasPrefix("@every ") {
      return (try? TimeSpan.seconds(String(plain.dropFirst(7)))).map(interval) ?? []
    }
    if let cron = CronDialect.plain(plain) {
      let zone = CronDialect.zone(plain).map { [Attribute(key: "tz", value: $0)] } ?? []
      if (try? Schedule(cron: cron)) != nil || key == "cron" {
        return [Attribute(key: "cron", value: plain)] + zone
      }
    }
    if let seconds = Self.span(plain) ?? duration(of: plain) { return interval(seconds) }
    if let number = Double(plain) { return interval(number * factor) }
    return key == "cron" || plain.contains("%") || plain.contains("$")
      ? [Attribute(key: "cron", value: plain)] : []
  }

  /// The default of `${name:default}`.
  static func withDefault(_ text: String) -> String {
    guard text.hasPrefix("${") || text.hasPrefix("#{"), text.hasSuffix("}"),
      let colon = text.firstIndex(of: ":")
    else { return text }
    let rest = text[text.index(after: colon)...].dropLast()
    return rest.isEmpty
      ? text : String(rest.hasPrefix("-") && rest.count > 1 ? rest.dropFirst() : rest)
  }

  /// `00:05:00` and `1.00:00:00` of .NET, `PT5M` and `P1D` of ISO 8601.
  static func span(_ text: String) -> Double? {
    if text.hasPrefix("P"), text.count > 2 {
      let parts = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
      let date = parts.first.map(String.init) ?? ""
      let time = parts.count > 1 ? String(parts[1]) : ""
      let whole = date.lowercased() + " " + time.lowercased()
      return try? TimeSpan.seconds(whole)
    }
    let parts = text.split(separator: ":")
    guard parts.count == 3, text.utf8.allSatisfy({ $0 < 0x3b && $0 >= 0x2e }) else { return nil }
    let days = parts[0].split(separator: ".")
    guard let hours = Double(days.last ?? ""), let minutes = Double(parts[1]),
      let seconds = Double(parts[2])
    else { return nil }
    let first = days.count > 1 ? Double(days[0]) ?? 0 : 0
    return first * 86_400 + hours * 3600 + minutes * 60 + seconds
  }

  private var factor: Double {
    switch unit {
    case "ms": 0.001
    case "min": 60
    case "h": 3600
    default: 1
    }
  }

  // MARK: Names

  /// `60000`, `CronExpression.EVERY_5_MINUTES`, `Cron.Daily`, `time.Hour`.
  private func word(_ name: String) -> [Attribute] {
    if let number = Double(name.filter { !"_lLfFdD".contains($0) || $0 == "." }) {
      return interval(number * factor)
    }
    // `EVERY_30_MINUTES_BETWEEN_9AM_AND_5PM`, `EVERY_1ST_DAY_OF_MONTH_AT_NOON`.
    let upper = name.uppercased()
    if upper.contains("DAY_OF_MONTH") || upper.contains("DAY_OF_THE_MONTH") {
      let hour = upper.hasSuffix("_NOON") ? "12" : "0"
      return [Attribute(key: "cron", value: "0 \(hour) 1 * *")]
    }
    var every = name[...]
    if let between = upper.firstRange(of: "_BETWEEN_"), upper.contains("EVERY_") {
      every = name[..<between.lowerBound]
    }
    return duration(of: String(every)).map(interval) ?? []
  }

  /// Seconds of a length of time in words, whatever stands between number and unit; nil for none.
  func duration(of text: String) -> Double? {
    var lower = text.lowercased()
    if lower.hasPrefix("every ") || lower.hasPrefix("every_") { lower = String(lower.dropFirst(6)) }
    if lower.contains(where: \.isLetter), let seconds = try? TimeSpan.seconds(lower) {
      return seconds
    }
    return DurationText(text).seconds
  }

  // MARK: Calls and tables

  /// `crontab(minute=0, hour="*/3")`, `timedelta(hours=1)`, `TimeSpan.FromMinutes(5)`,
  /// `{pattern: "0 * * * *"}`.
  private func read(_ chain: SourceChain) -> [Attribute] {
    let last = chain.links.last { $0.arguments != nil } ?? chain.links.last!
    let name = last.name.lowercased()
    var entries = last.arguments ?? []
    // Fields that a stack of functions does not give are all, however small they are.
    let isOpen = chain.links.contains { $0.name.hasPrefix("Schedule") }
    if isOpen, name.hasSuffix("cron"), case .table(let fields)? = entries.first?.value {
      entries = fields
    }
    if isOpen, name.hasSuffix("cron"), entries.contains(where: { !$0.key.isEmpty }) {
      return [Attribute(key: "cron", value: Self.fields(entries, isSparse: false))] + zone(entries)
    }
    if name == "crontab" || name == "crontrigger" || name == "cron",
      entries.contains(where: { !$0.key.isEmpty }) || entries.isEmpty
    {
      return [Attribute(key: "cron", value: Self.fields(entries, isSparse: name != "crontab"))]
    }
    let lengths = entries.filter { !$0.key.isEmpty }
    if !lengths.isEmpty, let seconds = Self.sum(lengths) { return interval(seconds) }
    if let first = entries.first(where: { $0.key.isEmpty })?.value {
      if name.contains("cron") || name.contains("schedule") || name.contains("expression") {
        return attributes(first)
      }
      if name.hasSuffix("rate"), case .chain(let length) = first { return read(length) }
      if let number = Double(first.shown ?? ""),
        let seconds = DurationText("\(last.name)(\(number))").seconds
      {
        return interval(seconds)
      }
      if let number = Double(first.shown ?? ""),
        let each = ClockReader(unit: "s", key: key).duration(of: last.name)
      {
        return interval(name.contains("daily") || name.contains("hourly") ? each : number * each)
      }
    }
    return duration(of: chain.spelling).map(interval) ?? []
  }

  private func table(_ entries: [SourceArgument]) -> [Attribute] {
    for name in ["cron", "pattern", "cronTime", "cronExpression", "schedule", "rule", "expression"]
    {
      guard let value = entries.first(where: { $0.key == name })?.value else { continue }
      let found = ClockReader(unit: "ms", key: "cron").attributes(value)
      if !found.isEmpty { return found + zone(entries) }
    }
    for name in ["every", "interval", "rate"] {
      guard let value = entries.first(where: { $0.key == name })?.value else { continue }
      return ClockReader(unit: "ms", key: "rate").attributes(value)
    }
    if let seconds = Self.sum(entries) { return interval(seconds) }
    let names = Set(Self.fieldNames.joined()).union(fields.keys)
    guard entries.contains(where: { names.contains(Self.plain($0.key)) }) else {
      return []
    }
    let cron = fields.isEmpty ? Self.fields(entries, isSparse: true) : withUsual(entries)
    return [Attribute(key: "cron", value: cron)] + zone(entries)
  }

  /// Six fields, where those that are not given are what the library takes for them.
  private func withUsual(_ entries: [SourceArgument]) -> String {
    let all = ([["second"]] + Self.fieldNames).map { names in
      let given = entries.first { names.contains(Self.plain($0.key)) }?.value.shown
      let text = given?.filter { $0 != " " } ?? ""
      return text.isEmpty ? names.lazy.compactMap { fields[$0] }.first ?? "*" : text
    }
    return all.dropFirst(all[0] == "0" ? 1 : 0).joined(separator: " ")
  }

  private func zone(_ entries: [SourceArgument]) -> [Attribute] {
    let names: Set<String> = ["tz", "timezone", "timeZone"]
    let value = entries.first { names.contains($0.key) }?.value.literal
    return value.map { [Attribute(key: "tz", value: $0)] } ?? []
  }

  private static let lengths: [String: Double] = [
    "milliseconds": 0.001, "seconds": 1, "minutes": 60, "hours": 3600, "days": 86_400,
    "weeks": 604_800, "months": 2_629_800,
  ]

  /// Lengths of time that add up; nil where there are none.
  static func sum(_ entries: [SourceArgument]) -> Double? {
    var total = 0.0
    for entry in entries {
      guard let factor = lengths[entry.key], let text = entry.value.shown, let number = Double(text)
      else { continue }
      total += number * factor
    }
    return total > 0 ? total : nil
  }

  private static let fieldNames: [[String]] = [
    ["minute"], ["hour"], ["dayofmonth", "day"], ["monthofyear", "month"],
    ["dayofweek", "weekday"],
  ]

  /// A key without what tells the habits of languages apart.
  private static func plain(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" }
  }

  /// Fields by their names, in the order of cron. Where they are sparse, those that are smaller than
  /// the smallest that is given are 0; else each that is not given is all.
  static func fields(_ entries: [SourceArgument], isSparse: Bool) -> String {
    let texts = fieldNames.map { names in
      entries.first { names.contains(plain($0.key)) }?.value.shown?.filter { $0 != " " }
    }
    let first = texts.firstIndex { $0 != nil } ?? texts.count
    return texts.enumerated().map { place, text in
      if let text, !text.isEmpty { return text }
      return isSparse && place < min(2, first) ? "0" : "*"
    }.joined(separator: " ")
  }
}
