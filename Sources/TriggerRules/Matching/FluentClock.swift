internal import Basics
internal import Facts

/// Names behind a call that say when: `->dailyAt("1:30")`, `.every(hours: 6)`, `.EveryMinute()`.
///
/// A name stands for a length of time or for the five fields of cron, in which `_` leaves what others
/// have said: `->weekdays()->at("8:00")`. `{0}` is an argument, `{0:1}` the same with what counts where
/// there is none, `{h}` and `{m}` are the hour and the minute of the last argument that is a time of day.
struct FluentClock {
  private let table: [String: String]
  private let view: CallView
  private let hasClock: Bool

  init(_ table: [String: String], _ view: CallView, all hasClock: Bool) {
    self.table = table
    self.view = view
    self.hasClock = hasClock
  }

  typealias Attribute = TriggerDeclaration.Attribute

  var attributes: [Attribute] {
    var found: [Attribute] = []
    var fields: [String] = []
    var length: [Attribute] = []
    for link in view.chain.links {
      guard let pattern = table[link.name] else { continue }
      switch pattern {
      case "exclusive": found.append(.init(key: "exclusive", value: "true"))
      case "tz", "environments":
        guard let text = link.plain.first?.value.shown else { continue }
        found.append(
          .init(key: pattern == "tz" ? "tz" : "enabled", value: pattern == "tz" ? text : "unknown"))
      case "conditional": found.append(.init(key: "enabled", value: "unknown"))
      case "@arg", "@args": if length.isEmpty { length = Self.argument(link, table) }
      default:
        guard let text = Self.filled(pattern, link) else { continue }
        let words = text.split(separator: " ").map(String.init)
        if words.count == 5 {
          fields = Self.spliced(words, into: fields)
        } else if length.isEmpty {
          length = [.init(key: "rate", value: text)]
        }
      }
    }
    guard !hasClock else { return found }
    if length.isEmpty, !fields.isEmpty {
      length = [.init(key: "cron", value: fields.joined(separator: " "))]
    }
    return found + length
  }

  /// What a value that is a call of one of the names says: `Cron.Daily(3, 30)`, and `Cron.Daily`.
  static func attributes(_ table: [String: String], of value: SourceValue) -> [Attribute] {
    switch value {
    case .chain(let chain):
      return FluentClock(table, CallView(chain, link: 0), all: false).attributes
    case .word(let name):
      let last = FileFactsIndex.simple(name)
      guard last != name, let pattern = table[last],
        let text = filled(pattern, SourceLink(name: last, line: 1)),
        text.split(separator: " ").count == 5
      else { return [] }
      return [.init(key: "cron", value: text)]
    default: return []
    }
  }

  /// Fields that a name says, over those that others before it have said.
  private static func spliced(_ words: [String], into fields: [String]) -> [String] {
    words.enumerated().map { place, word in
      word == "_" ? (fields.isEmpty ? "*" : fields[place]) : word
    }
  }

  /// An expression or a length of time that is the argument.
  private static func argument(_ link: SourceLink, _ table: [String: String]) -> [Attribute] {
    guard let first = link.plain.first else {
      return ClockReader.sum(link.arguments ?? []).flatMap { Int(finite: $0) }.map {
        [.init(key: "rate", value: "\($0)s")]
      } ?? []
    }
    let own = attributes(table, of: first.value)
    return own.isEmpty ? ClockReader(unit: "s", key: "schedule").attributes(first.value) : own
  }

  // MARK: Arguments

  /// A pattern with its arguments; nil where one is missing, or only the running program knows it.
  private static func filled(_ pattern: String, _ link: SourceLink) -> String? {
    guard pattern.contains("{") else { return pattern }
    var result = ""
    var rest = pattern[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      guard let value = value(rest[rest.index(after: open)..<close], link) else { return nil }
      result += rest[..<open] + value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private static func value(_ place: Substring, _ link: SourceLink) -> String? {
    if place == "h" || place == "m" {
      let last = (link.arguments ?? []).reversed().lazy.compactMap { Self.time($0.value) }.first
      return String((place == "h" ? last?.hour : last?.minute) ?? 0)
    }
    let parts = place.split(separator: ":", maxSplits: 1).map(String.init)
    guard let number = parts.first.flatMap({ Int($0) }) else { return nil }
    guard let arguments = link.arguments, arguments.indices.contains(number) else {
      return parts.count > 1 ? parts[1] : nil
    }
    let texts = arguments[number].value.all.map(field)
    return texts.contains(nil) || texts.isEmpty
      ? nil : texts.compactMap { $0 }.joined(separator: ",")
  }

  /// A number, or the name of a month or a day: `DayOfWeek.Monday`, `Schedule::MONDAY`.
  private static func field(_ value: SourceValue) -> String? {
    guard let shown = value.shown else { return nil }
    let name = FileFactsIndex.simple(shown)
    if Int(name) != nil { return name }
    let isField =
      CalendarNames.has(name)
      || shown.allSatisfy { $0.isNumber || ",-*/".contains($0) }
    return isField ? name : nil
  }

  /// `"13:30"`, `"7"`.
  private static func time(_ value: SourceValue) -> (hour: Int, minute: Int)? {
    guard let text = value.literal else { return nil }
    let parts = text.split(separator: ":")
    guard let hour = parts.first.flatMap({ Int($0) }), hour < 24 else { return nil }
    return (hour, parts.count > 1 ? Int(parts[1].prefix(2)) ?? 0 : 0)
  }
}
