/// Amounts as people write them.
enum Amount {
  /// USD with cents, of small amounts two digits that say something.
  static func money(_ amount: Double) -> String {
    if amount > 0, amount < 0.005 { return "under 0.01 USD" }
    guard amount < 1e12 else { return "∞ USD" }
    let cents = Int((amount * 100).rounded())
    let rest = String(cents % 100)
    return "\((cents / 100).grouped).\(rest.count < 2 ? "0" + rest : rest) USD"
  }

  /// Two digits that say something below one, else one after the point.
  static func rate(_ rate: Double) -> String {
    guard rate < 1e9 else { return "∞" }
    if rate >= 1 || rate <= 0 {
      let tenths = Int((rate * 10).rounded())
      return "\((tenths / 10).grouped)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)")
    }
    // From the second digit that is not 0 on, nothing is said.
    let parts = Int((rate * 10_000).rounded())
    var text = String(parts)
    let zeros = max(0, 4 - text.count)
    text = String(text.prefix(2))
    while text.last == "0", text.count > 1 { text.removeLast() }
    return parts == 0
      ? "0" : text.count + zeros > 4 ? "1" : "0." + String(repeating: "0", count: zeros) + text
  }

  /// How often something happens that does so each so many seconds: `every day`, `every 10 minutes`; a
  /// mean where that is no whole number of the largest unit.
  static func every(_ seconds: Double) -> String {
    let units = [(86_400.0, "day"), (3600, "hour"), (60, "minute")]
    let (unit, name) = units.first { seconds >= $0.0 } ?? (1, "second")
    let count = seconds < 1 ? rate(seconds) : rate(seconds / unit)
    return count == "1" ? "every \(name)" : "every \(count) \(name)s"
  }

  static func percent(_ share: Double) -> String {
    let percent = share * 100
    return percent > 0 && percent < 1 ? "under 1 %" : "\(Int(percent.rounded())) %"
  }
}
