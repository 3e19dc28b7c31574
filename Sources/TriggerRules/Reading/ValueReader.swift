/// Values: arguments, tables, lists, functions.
extension ChainReader {
  /// The arguments in a range, split at its commas.
  mutating func arguments(_ range: Range<Int>) -> [SourceArgument] {
    parts(of: range).compactMap { part in
      part.isEmpty ? nil : argument(part)
    }
  }

  /// Ranges between the commas that stand in no bracket.
  func parts(of range: Range<Int>) -> [Range<Int>] {
    guard range.lowerBound < range.upperBound else { return [] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      let token = tokens[place]
      if token.kind == .mark {
        if [0x28, 0x5b, 0x7b].contains(token.byte) {
          place = max(place, min(tokens.close(place), range.upperBound - 1))
        } else if token.byte == 0x7c, place == start || tokens.isWord(place - 1, "move"),
          let end = closureEnd(place)
        {
          place = end
        } else if token.byte == 0x3c, let end = resultEnd(place) {
          place = end
        } else if token.byte == 0x2c || token.byte == 0x3b {
          parts.append(start..<place)
          start = place + 1
        }
      } else if tokens.lexis.isRuby, token.kind == .word, token.partner > UInt32(place) {
        place = min(tokens.close(place), range.upperBound - 1)
      }
      place += 1
    }
    if start < range.upperBound { parts.append(start..<range.upperBound) }
    return parts
  }

  /// The mark that closes the type which a function without a name gives back:
  /// `async Task<Results<Ok, NotFound>> (id) => …`.
  private func resultEnd(_ open: Int) -> Int? {
    guard tokens.lexis.hasTypeArguments, tokens.isWord(open - 1), let close = typeClose(open),
      tokens.isMark(close + 1, "("), tokens.isPair(tokens.close(close + 1) + 1, "=", ">")
    else { return nil }
    return close
  }

  /// The mark that ends the parameters of `|a, b| …`.
  private func closureEnd(_ start: Int) -> Int? {
    guard !tokens.lexis.isRuby else { return nil }
    return (start + 1..<start + 40).first { tokens.isMark($0, "|") }
  }

  private mutating func argument(_ range: Range<Int>) -> SourceArgument {
    let (key, rest) = keyed(range)
    return SourceArgument(
      key: key, value: value(in: rest), line: tokens.line(range.lowerBound),
      endLine: tokens.line(range.upperBound - 1))
  }

  /// The name of an argument or an entry, and where its value stands.
  private func keyed(_ range: Range<Int>) -> (String, Range<Int>) {
    let first = range.lowerBound
    guard range.count > 2 else { return ("", range) }
    if let arrow = keyArrow(range) {
      let key = arrow == first + 1 ? tokens.text(first) : tokens.spelling(first..<arrow, limit: 80)
      return (key, arrow + 2..<range.upperBound)
    }
    guard tokens[first].kind != .mark, tokens[first].kind != .number else {
      // `[key]: value` and `.Case: value`.
      if tokens.isMark(first, "."), tokens.isMark(first + 2, ":") {
        return (tokens.text(first + 1), first + 3..<range.upperBound)
      }
      return ("", range)
    }
    let isColon = tokens.isMark(first + 1, ":") && !tokens.isPair(first + 1, ":", ":")
    let isEqual =
      tokens.isMark(first + 1, "=") && !tokens.isMark(first + 2, "=")
      && !tokens.isPair(first + 1, "=", ">") && tokens[first].kind == .word
    if isColon || isEqual { return (tokens.text(first), first + 2..<range.upperBound) }
    return ("", range)
  }

  /// The place of `=>` behind a key, in languages where it is no function.
  private func keyArrow(_ range: Range<Int>) -> Int? {
    guard tokens.lexis.isRuby || tokens.lexis.isPHP else { return nil }
    if tokens.isWord(range.lowerBound, "fn") || tokens.isWord(range.lowerBound, "static") {
      return nil
    }
    var place = range.lowerBound
    while place < range.upperBound - 1 {
      if tokens.isPair(place, "=", ">") { return place > range.lowerBound ? place : nil }
      let token = tokens[place]
      if token.kind == .mark, [0x28, 0x5b, 0x7b].contains(token.byte) {
        place = max(place, tokens.close(place))
      }
      place += 1
    }
    return nil
  }

  /// Levels of values within values that are read.
  private static var valueLimit: Int { 64 }

  /// The value in a range of tokens.
  mutating func value(in range: Range<Int>) -> SourceValue {
    guard valueDepth < Self.valueLimit else { return .other("") }
    valueDepth += 1
    defer { valueDepth -= 1 }
    var range = range
    while let first = range.first, range.count > 1, isPrefix(first, range) {
      range = first + 1..<range.upperBound
    }
    guard let first = range.first else { return .other("") }
    if isFunction(range) { return .function(function(range)) }
    let token = tokens[first]
    if token.kind == .text, let text = texts(range) { return .text(text) }
    if token.kind == .number, let number = number(range) { return .word(number) }
    if let elements = elements(range) {
      return .list(arguments(elements).map(\.value))
    }
    if token.kind == .mark {
      if let value = bracketed(range) { return value }
    } else if let chain = chain(at: first, inValue: true, limit: range.upperBound) {
      if chain.end >= range.upperBound { return meaning(of: chain) }
    }
    return .other(tokens.spelling(range, limit: 120))
  }

  /// The elements of a list that is made: `new[] { a, b }`, `new String[] {"a"}`.
  private func elements(_ range: Range<Int>) -> Range<Int>? {
    guard tokens.lexis.writesTypesFirst, range.count > 3,
      tokens.isMark(range.upperBound - 1, "}"), let open = tokens.open(range.upperBound - 1),
      open > range.lowerBound, tokens.isMark(open - 1, "]"),
      let bracket = tokens.open(open - 1), bracket >= range.lowerBound,
      (range.lowerBound..<bracket).allSatisfy({ tokens.isWord($0) || tokens.isMark($0, ".") })
    else { return nil }
    return open + 1..<range.upperBound - 1
  }

  private func meaning(of chain: SourceChain) -> SourceValue {
    if chain.isPlain { return .word(chain.dotted) }
    if tokens.lexis.hasPointedValues, chain.links.count == 2, let last = chain.links.last,
      last.name == "String" || last.name == "Number", let value = last.plain.first?.value
    {
      if case .text = value { return value }
      if case .word(let number) = value, Double(number) != nil { return value }
    }
    // PHP's and the library's ways to write lists.
    if chain.links.count == 1,
      ["array", "listOf", "arrayOf", "setOf", "vec"].contains(chain.links[0].name),
      let arguments = chain.links[0].arguments
    {
      return Self.collection(arguments)
    }
    return .chain(chain)
  }

  private static func collection(_ arguments: [SourceArgument]) -> SourceValue {
    arguments.contains { !$0.key.isEmpty } ? .table(arguments) : .list(arguments.map(\.value))
  }

  private func isPrefix(_ index: Int, _ range: Range<Int>) -> Bool {
    if tokens[index].kind == .mark {
      if [0x26, 0x2a, 0x21, 0x40].contains(tokens[index].byte) { return true }
      // `...rest`, `-1` stays, `\Name`.
      return tokens[index].byte == 0x2e && tokens.isMark(index + 1, ".")
        || tokens[index].byte == 0x2e && tokens.isMark(index - 1, ".")
    }
    guard tokens[index].kind == .word, range.count > 1 else { return false }
    let word = tokens.text(index)
    return ["await", "new", "try", "ref", "out", "inout", "mut", "as", "move"].contains(word)
      && !tokens.isMark(index + 1, "(") && !tokens.isMark(index + 1, ".")
      && !tokens.isMark(index + 1, "|")
  }

  /// Literals one after another, with `+` or nothing between them; what is no literal is kept as
  /// written.
  private func texts(_ range: Range<Int>) -> String? {
    var text = ""
    for place in range {
      switch tokens[place].kind {
      case .text: text += unescaped(place)
      case .mark where tokens[place].byte == 0x2b: continue
      case .mark where tokens[place].byte == 0x2e && tokens.lexis.isPHP: continue
      case .word where place > range.lowerBound && place + 1 == range.upperBound:
        // A suffix of C++ (`"GET"_method`), else a name that is added.
        if tokens[place].start == tokens[place - 1].end { continue }
        text += "{\(tokens.text(place))}"
      default:
        return place > range.lowerBound && tokens.isMark(range.lowerBound + 1, "+")
          ? text + "{…}" : nil
      }
    }
    return text
  }

  private func unescaped(_ place: Int) -> String {
    let bytes = tokens.bytes(place)
    guard bytes.contains(0x5c), tokens[place].byte != 0x2f else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var out: [UInt8] = []
    var isEscape = false
    for byte in bytes {
      if byte == 0x5c, !isEscape {
        isEscape = true
        continue
      }
      if isEscape, ![0x2f, 0x22, 0x27, 0x5c].contains(byte) { out.append(0x5c) }
      out.append(byte)
      isEscape = false
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// `60 * 60 * 1000`, worked out.
  private func number(_ range: Range<Int>) -> String? {
    var product = 1.0
    for (offset, place) in range.enumerated() {
      if offset % 2 == 1 {
        guard tokens.isMark(place, "*") else { return nil }
        continue
      }
      let text = tokens.text(place).filter { $0 != "_" && $0 != "'" }
      if range.count == 1 { return text }
      guard tokens[place].kind == .number, let value = Double(text) else { return nil }
      product *= value
    }
    return product == product.rounded() && abs(product) < 1e15
      ? String(Int(product)) : String(product)
  }

  /// A list, a table, or a value in brackets; nil where more follows.
  private mutating func bracketed(_ range: Range<Int>) -> SourceValue? {
    let first = range.lowerBound
    guard [0x28, 0x5b, 0x7b].contains(tokens[first].byte) else {
      return tokens[first].byte == 0x2d || tokens[first].byte == 0x2e
        ? .other(tokens.spelling(range, limit: 120)) : nil
    }
    let close = tokens.close(first)
    if tokens[first].byte == 0x5b, close + 1 < range.upperBound, tokens.isWord(close + 1) {
      // Go's `[]Type{…}`.
      let rest = value(in: close + 1..<range.upperBound)
      if case .chain(let chain) = rest, let fields = chain.links.last?.arguments {
        return Self.collection(fields)
      }
      return rest
    }
    guard close + 1 >= range.upperBound else {
      if let chain = chain(at: first, inValue: true, limit: range.upperBound),
        chain.end >= range.upperBound
      {
        return meaning(of: chain)
      }
      return nil
    }
    let inner = arguments(first + 1..<min(close, range.upperBound))
    if tokens[first].byte == 0x28 {
      return inner.count == 1 && inner[0].key.isEmpty ? inner[0].value : Self.collection(inner)
    }
    return Self.collection(inner)
  }

  // MARK: Functions

  private func isFunction(_ range: Range<Int>) -> Bool {
    let first = range.lowerBound
    // A name that is such a word elsewhere stands alone.
    if tokens[first].kind == .word, range.count > 1 {
      let word = tokens.text(first)
      switch word {
      case "function", "func", "lambda", "proc", "fun":
        return word != "proc" && word != "lambda" || tokens.lexis.isPython || tokens.lexis.isRuby
      case "fn", "static", "async", "move", "delegate":
        if word == "fn" { return tokens.lexis.isPHP }
        if word == "static", tokens.lexis.isPHP { return true }
        if word == "move" { return true }
        if tokens.isWord(first + 1, "function") || tokens.isWord(first + 1, "move") { return true }
        if word == "delegate" {
          return tokens.isMark(first + 1, "{") || tokens.isMark(first + 1, "(")
        }
        if tokens.isMark(first + 1, "{"), tokens.lexis.isCFamily == false, word == "async" {
          return true
        }
      default: break
      }
    }
    if tokens.isMark(first, "{"), tokens.lexis.bracesAreFunctions || isRubyBlock(first) {
      return tokens.close(first) + 1 >= range.upperBound
    }
    if tokens.isMark(first, "|"), !tokens.lexis.isRuby { return true }
    if tokens.lexis.isRuby, tokens.isPair(first, "-", ">") { return true }
    if tokens.lexis.isCFamily, tokens.isMark(first, "[") { return isLambdaC(range) }
    return hasArrow(range)
  }

  private func isRubyBlock(_ first: Int) -> Bool {
    tokens.lexis.isRuby && tokens.isMark(first + 1, "|")
  }

  private func isLambdaC(_ range: Range<Int>) -> Bool {
    let close = tokens.close(range.lowerBound)
    guard close + 1 < range.upperBound else { return false }
    return tokens.isMark(close + 1, "(") || tokens.isMark(close + 1, "{")
  }

  /// `(a, b) => …`, `x -> …`: right behind names or brackets.
  private func hasArrow(_ range: Range<Int>) -> Bool {
    if tokens.lexis.isRuby || tokens.lexis.isPHP || tokens.lexis.isPython { return false }
    var place = range.lowerBound
    for _ in 0..<8 {
      guard place < range.upperBound - 1 else { return false }
      if tokens.isPair(place, "=", ">") { return true }
      if tokens.isPair(place, "-", ">") { return !tokens.lexis.isCFamily }
      if tokens.isMark(place, "(") || tokens.isMark(place, "<") {
        let close = tokens.isMark(place, "(") ? tokens.close(place) : typeClose(place) ?? place
        place = close + 1
        // A declared result: `(a): Promise<void> => …`.
        if tokens.isMark(place, ":") {
          while place < range.upperBound - 1, !tokens.isPair(place, "=", ">"),
            !tokens.isMark(place, ",")
          {
            place += 1
          }
        }
      } else if tokens.isWord(place) {
        place += 1
      } else {
        return false
      }
    }
    return false
  }

  func function(_ range: Range<Int>) -> SourceFunction {
    SourceFunction(
      line: tokens.line(range.lowerBound), endLine: endLine(range),
      parameters: parameters(range), start: range.lowerBound, end: range.upperBound)
  }

  private func endLine(_ range: Range<Int>) -> UInt32 {
    guard let last = range.last else { return 1 }
    let token = tokens[last]
    guard token.kind == .text else { return token.line }
    return token.line + UInt32(tokens.bytes(last).count { $0 == 0x0a })
  }

  /// The names of the parameters, as far as they stand plainly at the start.
  private func parameters(_ range: Range<Int>) -> [String] {
    var place = range.lowerBound
    var names: [String] = []
    let end = min(range.upperBound, place + 40)
    if tokens.isMark(place, "{") || tokens.isWord(place, "do") { place += 1 }
    while place < end {
      if tokens.isPair(place, "=", ">") || tokens.isPair(place, "-", ">")
        || tokens.isMark(place, "{") || tokens.isWord(place, "in")
      {
        break
      }
      if tokens.isWord(place) {
        let word = tokens.text(place)
        if !["async", "function", "func", "fn", "static", "move", "lambda", "fun"].contains(word) {
          names.append(word)
        }
      } else if tokens.isMark(place, ")") || tokens.isMark(place, "|") && !names.isEmpty {
        break
      }
      place += 1
    }
    return names
  }
}
