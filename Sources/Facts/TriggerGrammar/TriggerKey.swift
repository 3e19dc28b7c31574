/// The keys of a trigger declaration, each with the form of its value.
package enum TriggerKey: String, Sendable, Hashable, CaseIterable {
  case name, method, path, cron, rate, at, tz, source, filter, batch, ordered, exclusive
  case concurrency, timeout, memory, rps
  case peakRPS = "peak_rps"
  case latency = "latency_ms"
  case duration = "duration_ms"
  case state, enabled

  /// What is wrong with a value, nil where it has the key's form.
  package func problem(with value: String) -> String? {
    switch self {
    case .name, .path, .source, .filter, .at, .tz, .state:
      value.isEmpty ? "'\(rawValue)' is empty" : nil
    case .method:
      value.utf8.allSatisfy { $0.isASCIIUpper || $0 == UInt8(ascii: ",") } && !value.isEmpty
        ? nil : "'\(value)' is not a method, such as 'POST'"
    case .batch, .concurrency:
      Self.count(value) == nil ? "'\(value)' is not a whole number, for '\(rawValue)'" : nil
    case .ordered, .exclusive, .enabled:
      Self.flag(value) == nil ? "'\(value)' is neither 'true' nor 'false'" : nil
    case .timeout, .duration:
      Self.seconds(value) == nil
        ? "'\(value)' is not a duration for '\(rawValue)', such as '30s' or '800'" : nil
    case .latency: Self.count(value) == nil ? "'\(value)' is not a number of milliseconds" : nil
    case .memory: Self.megabytes(value) == nil ? "'\(value)' is not a size, such as '512MB'" : nil
    case .rps, .peakRPS: Self.rate(value) == nil ? "'\(value)' is not a rate, such as '0.2'" : nil
    case .cron: Self.problem { () throws(ScheduleError) in try Schedule(cron: value) }
    case .rate: Self.problem { () throws(ScheduleError) in try Schedule(rate: value) }
    }
  }

  private static func problem(
    _ schedule: () throws(ScheduleError) -> Schedule
  ) -> String? {
    do {
      _ = try schedule()
      return nil
    } catch {
      return error.message
    }
  }

  // MARK: Values

  static func count(_ text: String) -> Int? {
    text.utf8.allSatisfy(\.isASCIIDigit) ? Int(text) : nil
  }

  static func flag(_ text: String) -> Bool? { Bool(text) }

  /// Seconds of digits with `ms`, `s`, `m` or `h`; digits alone are milliseconds.
  static func seconds(_ text: String) -> Double? {
    let units = [("ms", 0.001), ("s", 1), ("m", 60), ("h", 3600), ("", 0.001)]
    guard let (unit, factor) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
    return count(String(text.dropLast(unit.count))).map { Double($0) * factor }
  }

  static func megabytes(_ text: String) -> Double? {
    let units = [("KB", 1.0 / 1024), ("MB", 1), ("GB", 1024)]
    guard let (_, factor) = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
    return count(String(text.dropLast(2))).map { Double($0) * factor }
  }

  static func rate(_ text: String) -> Double? {
    guard text.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }) else { return nil }
    return Double(text)
  }
}

extension TriggerDeclaration {
  package subscript(key: TriggerKey) -> String? { self[key.rawValue] }

  /// The longest a run may take, as declared.
  package var timeoutSeconds: Double? { self[.timeout].flatMap(TriggerKey.seconds) }
  /// How long a run takes, as declared.
  package var durationSeconds: Double? { self[.duration].flatMap(TriggerKey.seconds) }
  package var memoryMegabytes: Double? { self[.memory].flatMap(TriggerKey.megabytes) }
  package var latencySeconds: Double? {
    self[.latency].flatMap(TriggerKey.count).map { Double($0) / 1000 }
  }
  /// Events a second, on average and at the peak.
  package var rate: Double? { self[.rps].flatMap(TriggerKey.rate) }
  package var peakRate: Double? { self[.peakRPS].flatMap(TriggerKey.rate) }
  package var batch: Int? { self[.batch].flatMap(TriggerKey.count) }
  package var concurrency: Int? { self[.concurrency].flatMap(TriggerKey.count) }
  package var isExclusive: Bool { self[.exclusive].flatMap(TriggerKey.flag) ?? false }
  package var isOrdered: Bool { self[.ordered].flatMap(TriggerKey.flag) ?? false }

  /// Whether it fires at all: not switched off, and no schedule that says so.
  package var isEnabled: Bool {
    (self[.enabled].flatMap(TriggerKey.flag) ?? true) && schedule?.form != .disabled
  }

  /// When it fires, for kinds that fire by the clock; nil where nothing readable is declared.
  ///
  /// `cron` is in the notation of the declaration's carrier: cron, or `OnCalendar=` for systemd.
  package var schedule: Schedule? {
    if let cron = self[.cron] {
      if rule.hasPrefix("systemd.") { return try? Schedule(onCalendar: cron) }
      return (try? Schedule(cron: cron))
        ?? CronDialect.plain(cron).flatMap { try? Schedule(cron: $0) }
    }
    if let rate = self[.rate] { return try? Schedule(rate: rate) }
    return self[.at] == nil ? nil : Schedule(.once)
  }
}
