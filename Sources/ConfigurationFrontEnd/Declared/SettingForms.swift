internal import Basics
internal import Configuration
internal import Facts

/// Texts of settings in the forms that the grammar of triggers has.
enum SettingForms {
  /// The attribute that a text becomes; the key may be another, as `rate` for `cron`. Nil where the
  /// text says nothing of it.
  static func attribute(
    _ key: String, _ text: String, _ form: DeclarationPack.Form
  ) -> TriggerDeclaration.Attribute? {
    func made(_ value: String?) -> TriggerDeclaration.Attribute? {
      value.map { .init(key: key, value: $0) }
    }
    switch form {
    case .text, .all: return made(key == "method" ? method(text) : text)
    case .routeMethod:
      let words = text.split(separator: " ")
      if words.count > 1 || text == "*" { return made(method(String(words.first ?? "*"))) }
      return made(method(text).flatMap { verbs.contains($0) ? $0 : nil })
    case .routePath:
      let words = text.split(separator: " ")
      if ["true", "false"].contains(text) { return nil }
      return made(words.count > 1 ? String(words[1]) : text == "*" ? "/*" : text)
    case .awsSchedule: return awsSchedule(text)
    case .azureSchedule: return azureSchedule(text)
    case .everySchedule:
      let rate = String(text.dropFirst(6))
      return text.hasPrefix("every ") && (try? Schedule(rate: rate)) != nil
        ? .init(key: "rate", value: rate) : nil
    case .cron: return made(text)
    case .words: return words(text)
    case .milliseconds: return made(number(text).map { Evidence.duration($0 / 1000) })
    case .seconds: return made(seconds(text))
    case .megabytes:
      let whole = number(text).flatMap { Int(finite: $0) }
      return made(whole.map { "\($0)MB" } ?? ByteSize.megabytes(text))
    case .flag: return made(flag(text).map { String($0) })
    case .negated: return made(flag(text).map { String(!$0) })
    case .serverlessName: return made(serverlessName(text))
    }
  }

  private static func number(_ text: String) -> Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  private static let verbs: Set<String> = [
    "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "ANY",
  ]

  /// The name that the Serverless Framework gives the resource of a function.
  static func serverlessName(_ text: String) -> String {
    let plain = text.replacing("-", with: "Dash").replacing("_", with: "Underscore")
    return plain.prefix(1).uppercased() + plain.dropFirst() + "LambdaFunction"
  }

  private static func method(_ text: String) -> String? {
    let upper = text.uppercased()
    if upper == "*" || upper == "X-AMAZON-APIGATEWAY-ANY-METHOD" { return "ANY" }
    return upper.utf8.allSatisfy { $0 >= 0x41 && $0 <= 0x5a } && !upper.isEmpty ? upper : nil
  }

  private static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "enabled", "yes", "on": true
    case "false", "disabled", "no", "off": false
    default: nil
    }
  }

  /// `every day at 3am` is told by its period alone.
  private static func words(_ text: String) -> TriggerDeclaration.Attribute {
    guard text.lowercased().hasPrefix("every ") else { return .init(key: "cron", value: text) }
    let words = text.lowercased().split(separator: " ").dropFirst().prefix {
      $0 != "at" && $0 != "on"
    }
    let rate = (words.first?.first?.isNumber ?? false ? [] : ["1"]) + words.map(String.init)
    return .init(key: "rate", value: rate.joined(separator: " "))
  }

  /// A number of seconds, or a time with units.
  private static func seconds(_ text: String) -> String? {
    if let number = number(text), number > 0, number < 1e9 { return Evidence.duration(number) }
    let parts = text.split(separator: ":").compactMap { number(String($0)) }
    if parts.count == 3, text.filter({ $0 == ":" }).count == 2 {
      return Evidence.duration(parts[0] * 3600 + parts[1] * 60 + parts[2])
    }
    guard let span = try? TimeSpan.seconds(text), span > 0 else { return nil }
    return Evidence.duration(span)
  }

  // MARK: Schedules

  /// `rate(5 minutes)`, `at(2026-01-01T00:00:00)`, `cron(0 18 ? * MON-FRI *)`: minutes, hours, days,
  /// months, weekdays that begin with 1 on Sunday, years.
  private static func awsSchedule(_ text: String) -> TriggerDeclaration.Attribute {
    let plain = text.trimmed
    func inner(_ name: String) -> String? {
      guard plain.hasPrefix(name + "("), plain.hasSuffix(")") else { return nil }
      return String(plain.dropFirst(name.utf8.count + 1).dropLast())
    }
    if let rate = inner("rate") { return .init(key: "rate", value: rate) }
    if let time = inner("at") { return .init(key: "at", value: time) }
    guard let cron = inner("cron") else { return .init(key: "cron", value: plain) }
    var fields = cron.split(whereSeparator: \.isWhitespace).map(String.init)
    guard fields.count == 6 else { return .init(key: "cron", value: cron) }
    fields.removeLast()
    fields[4] = weekdays(fields[4])
    return .init(key: "cron", value: fields.joined(separator: " "))
  }

  /// Numbers of weekdays from 1 for Sunday as numbers from 0; steps and names stay.
  private static func weekdays(_ field: String) -> String {
    var result = ""
    var number = ""
    var isStep = false
    for character in field + "," {
      if character.isASCII, character.isNumber {
        number.append(character)
        continue
      }
      if let value = Int(number) { result += String(isStep ? value : max(0, value - 1)) }
      number = ""
      isStep = character == "/" || character == "#"
      result.append(character)
    }
    return String(result.dropLast())
  }

  /// A cron expression with seconds, or a time span `hh:mm:ss`.
  private static func azureSchedule(_ text: String) -> TriggerDeclaration.Attribute {
    if !text.contains(" "), text.contains(":"), let span = seconds(text) {
      return .init(key: "rate", value: span)
    }
    return .init(key: "cron", value: text)
  }
}
