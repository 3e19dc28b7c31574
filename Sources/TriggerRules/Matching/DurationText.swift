/// A length of time as code writes it: `10 * time.Second`, `Duration.ofMinutes(5)`, `EVERY_30_SECONDS`.
///
/// A number that only the running program knows gives no length.
struct DurationText {
  private enum Part: Equatable {
    case word(String), number(Double), mark(Character)

    var isWord: Bool { if case .word = self { true } else { false } }
    var number: Double? { if case .number(let value) = self { value } else { nil } }
  }

  private var parts: [Part] = []

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first.isNumber {
        let digits = rest.prefix { $0.isNumber || $0 == "_" }
        rest = rest.dropFirst(digits.count)
        var number = digits.filter { $0 != "_" }
        if rest.first == ".", rest.dropFirst().first?.isNumber ?? false {
          let fraction = rest.dropFirst().prefix { $0.isNumber }
          rest = rest.dropFirst(fraction.count + 1)
          number += "." + fraction
        }
        // The letter behind a number that says its type.
        if let last = rest.first, "lLfFdD".contains(last),
          !(rest.dropFirst().first?.isLetter ?? false)
        {
          rest = rest.dropFirst()
        }
        parts.append(.number(Double(number) ?? 0))
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter || $0.isNumber }
        rest = rest.dropFirst(word.count)
        // `EVERY_5_MINUTES` is three, `interval1` one.
        parts.append(.word(String(word)))
      } else {
        if !first.isWhitespace, first != "_" { parts.append(.mark(first)) }
        rest = rest.dropFirst()
      }
    }
  }

  var seconds: Double? {
    var number: Double?
    for (place, part) in parts.enumerated() {
      switch part {
      case .number(let value):
        let isFactor = place > 1 && parts[place - 1] == .mark("*") && parts[place - 2].number != nil
        if value > 0 { number = isFactor ? (number ?? 1) * value : value }
      case .word(let word):
        if word.lowercased() == "between" { return nil }
        guard let unit = Unit(word) else { continue }
        return self.number(of: unit, at: place, before: number).map { $0 * unit.seconds }
      case .mark: continue
      }
    }
    return nil
  }

  /// How many of a unit are meant: what it is called with or multiplied by, else what stands before.
  private func number(of unit: Unit, at place: Int, before: Double?) -> Double? {
    if unit.isAsked { return nil }
    let next = place + 1 < parts.count ? parts[place + 1] : .mark(" ")
    if next == .mark("("), !isEmptyCall(place + 1) {
      if unit.isEach { return 1 }
      return product(from: place + 2)
    }
    if next == .mark("*") { return product(from: place + 2) }
    // The other factor stands before the name that the unit is a member of.
    var first = place
    while first > 1, [.mark("."), .mark(":")].contains(parts[first - 1]) { first -= 2 }
    if first > 1, parts[first - 1] == .mark("*") {
      return parts[first - 2].isWord ? nil : before
    }
    return before ?? (unit.isPlural ? nil : 1)
  }

  private func isEmptyCall(_ open: Int) -> Bool {
    open + 1 < parts.count && parts[open + 1] == .mark(")")
  }

  /// The product of numbers from a place on, up to what ends it; nil where something else stands there.
  private func product(from start: Int) -> Double? {
    var place = start
    var product: Double?
    while place < parts.count, let value = parts[place].number {
      product = (product ?? 1) * value
      guard place + 1 < parts.count, parts[place + 1] == .mark("*") else {
        place += 1
        break
      }
      place += 2
    }
    guard place < parts.count else { return product }
    return [.mark(")"), .mark(","), .mark(";")].contains(parts[place]) ? product : nil
  }
}

extension DurationText {
  /// A name that says a length of time: `Second`, `ofMinutes`, `Daily`.
  private struct Unit {
    var seconds: Double
    var isPlural = false
    /// One for each: `Daily`, `HourlyAt`.
    var isEach = false
    /// It asks a value that is known elsewhere: `toMillis`, `getSeconds`.
    var isAsked = false

    private static let names: [(String, Double)] = [
      ("millisecond", 0.001), ("milli", 0.001), ("second", 1), ("minute", 60), ("hour", 3600),
      ("sec", 1), ("min", 60), ("midnight", 86_400), ("noon", 86_400), ("weekday", 86_400),
      ("weekend", 86_400), ("week", 604_800), ("month", 2_629_800), ("quarter", 7_889_400),
      ("year", 31_557_600), ("dai", 86_400), ("day", 86_400),
    ]

    init?(_ word: String) {
      let lower = word.lowercased()
      for (name, seconds) in Self.names {
        guard let (isPlural, isEach) = Self.fit(name, lower, word) else { continue }
        self.seconds = seconds
        (self.isPlural, self.isEach) = (isPlural, isEach)
        if lower.hasPrefix("every"), !isPlural { self.isEach = true }
        isAsked = ["to", "get", "as"].contains { lower.hasPrefix($0) && lower != name }
        return
      }
      return nil
    }

    private static func fit(_ name: String, _ lower: String, _ word: String) -> (Bool, Bool)? {
      let isShort = name.count < 4 && name != "day" && name != "dai"
      if isShort {
        // `mins`, `from_secs`, and not `admin`.
        return lower == name + "s" || lower == name && name == "sec" ? (lower != name, false) : nil
      }
      if name != "dai", lower.hasSuffix(name) { return (false, false) }
      if name != "dai", lower.hasSuffix(name + "s") { return (true, false) }
      guard lower.hasPrefix(name) else { return nil }
      let rest = word.dropFirst(name.count)
      if rest.lowercased().hasPrefix("ly") { return (false, true) }
      let behind = rest.first == "s" ? rest.dropFirst() : rest
      guard behind.first?.isUppercase ?? false, word.contains(where: \.isLowercase) else {
        return nil
      }
      return (rest.first == "s", false)
    }
  }
}
