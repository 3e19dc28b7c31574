/// Reads calls, members and values out of tokens, in the forms that the languages share.
struct ChainReader {
  let tokens: SourceTokens
  /// Levels of calls within calls that are read.
  private static let depthLimit = 24
  private var depth = 0
  /// Levels of values within values that are open.
  var valueDepth = 0

  init(_ tokens: SourceTokens) { self.tokens = tokens }

  private var lexis: Lexis { tokens.lexis }

  // MARK: Back to the start

  /// The first token of the chain that has the word at `index`.
  func start(of index: Int) -> Int {
    var place = index
    while place > 0 {
      guard let separator = separator(endingAt: place - 1) else { break }
      var before = separator - 1
      if tokens.isMark(before, "!") || tokens.isMark(before, "?") { before -= 1 }
      guard let value = valueStart(before) else { break }
      place = value
    }
    return place
  }

  /// The first token of a `.`, `?.`, `->`, `::`, `&.` that ends at `index`.
  private func separator(endingAt index: Int) -> Int? {
    if tokens.isMark(index, ".") {
      let hasMark = tokens.isMark(index - 1, "?") || tokens.isMark(index - 1, "&")
      return hasMark && !tokens.isMark(index - 1, ".") ? index - 1 : index
    }
    if index > 0, tokens.isPair(index - 1, ":", ":") || tokens.isPair(index - 1, "-", ">") {
      return tokens.isMark(index - 2, "?") ? index - 2 : index - 1
    }
    return nil
  }

  /// The start of the name, call or bracket that ends at `index`; nil where none does.
  private func valueStart(_ index: Int) -> Int? {
    var place = index
    while place >= 0 {
      if tokens.isWord(place) { return place }
      if tokens[place].kind == .text || tokens[place].kind == .number { return place }
      if tokens.isMark(place, ">"), let open = typeOpen(place) {
        place = open - 1
        continue
      }
      guard let open = tokens.open(place) else { return nil }
      let before = open - 1
      let isCall =
        before >= 0
        && (tokens.isWord(before) || tokens.open(before) != nil || tokens.isMark(before, ">")
          || tokens.isMark(before, "!"))
        && !Self.isKeyword(tokens.text(before))
      guard isCall else { return tokens.isMark(open, "(") || tokens.isMark(open, "[") ? open : nil }
      place = tokens.isMark(before, "!") ? before - 1 : before
    }
    return nil
  }

  func typeOpen(_ close: Int) -> Int? {
    var depth = 0
    for place in stride(from: close, through: max(0, close - 40), by: -1) {
      if tokens.isMark(place, ">") { depth += 1 }
      if tokens.isMark(place, "<") {
        depth -= 1
        if depth == 0 { return place }
      }
    }
    return nil
  }

  static func isKeyword(_ word: String) -> Bool {
    [
      "return", "await", "new", "yield", "if", "in", "not", "and", "or", "throw", "else", "do",
      "then", "unless", "while", "case", "when", "try", "async", "export", "default", "const",
      "let", "var", "val", "go", "defer", "echo",
    ].contains(word)
  }

  // MARK: Chains

  /// The chain at `index`, which is a word or a bracket; nil where none begins.
  mutating func chain(at index: Int, inValue: Bool = false, limit: Int = .max) -> SourceChain? {
    guard depth < Self.depthLimit else { return nil }
    depth += 1
    defer { depth -= 1 }
    var links: [SourceLink] = []
    var next = index
    let limit = min(limit, tokens.count)
    if tokens.isMark(index, "(") || tokens.isMark(index, "[") {
      next = tokens.close(index) + 1
      links.append(inner(index))
    } else if tokens.isWord(index) {
      guard let after = appendLink(at: index, &links, inValue, limit) else { return nil }
      next = after
    } else if tokens[index].kind == .number || tokens[index].kind == .text {
      links.append(SourceLink(name: tokens.text(index), line: tokens.line(index)))
      next = index + 1
    } else {
      return nil
    }
    while next < limit {
      guard let after = continuation(next, &links, inValue, limit) else { break }
      next = after
    }
    next = min(next, limit)
    return SourceChain(
      links: links, line: tokens.line(index), endLine: tokens.line(next - 1),
      spelling: tokens.spelling(index..<next), start: index, end: next)
  }

  /// What stands in brackets before a chain goes on: `(new Cron()).x`, `(await app).get`.
  private mutating func inner(_ index: Int) -> SourceLink {
    let close = tokens.close(index)
    guard tokens.isMark(index, "("), index + 1 < close else {
      return SourceLink(name: "", line: tokens.line(index))
    }
    let value = value(in: index + 1..<close)
    if case .chain(let chain) = value, let last = chain.links.last { return last }
    return SourceLink(name: value.shown ?? "", line: tokens.line(index))
  }

  private mutating func continuation(
    _ next: Int, _ links: inout [SourceLink], _ inValue: Bool, _ limit: Int
  ) -> Int? {
    if tokens.isMark(next, "("), isCalledAgain(next), !tokens.isWord(next - 1) {
      let close = tokens.close(next)
      links.append(
        SourceLink(name: "()", arguments: arguments(next + 1..<close), line: tokens.line(next)))
      return close + 1
    }
    if tokens.isMark(next, "["), tokens[next].start == tokens[next - 1].end {
      return tokens.close(next) + 1
    }
    var place = next
    if tokens.isMark(place, "!"), tokens.isMark(place + 1, ".") { place += 1 }
    if tokens.isMark(place, "!"), tokens.isMark(place + 1, "!") { place += 2 }
    if tokens.isMark(place, "?") || tokens.isMark(place, "&"),
      tokens.isMark(place + 1, ".") || tokens.isPair(place + 1, "-", ">")
    {
      place += 1
    }
    if tokens.isMark(place, ".") {
      place += 1
    } else if tokens.isPair(place, ":", ":") || tokens.isPair(place, "-", ">") {
      place += 2
      if tokens.isMark(place, "<"), let close = typeClose(place) {
        links[links.count - 1].types = typeNames(place + 1..<close)
        place = close + 1
        if tokens.isPair(place, ":", ":") { place += 2 }
        if tokens.isMark(place, "("), links[links.count - 1].arguments == nil {
          return appendCall(place, &links)
        }
      }
    } else {
      return nil
    }
    guard place < limit, tokens.isWord(place) else { return nil }
    return appendLink(at: place, &links, inValue, limit)
  }

  /// Whether the bracket calls what a call gave: on its line, or on the next one with a lambda of C++,
  /// as in `CROW_ROUTE(app, "/")` and `([] { … })` below it.
  private func isCalledAgain(_ open: Int) -> Bool {
    tokens.line(open) == tokens.line(open - 1)
      || lexis.isCFamily && tokens.isMark(open - 1, ")") && tokens.isMark(open + 1, "[")
  }

  private mutating func appendCall(_ open: Int, _ links: inout [SourceLink]) -> Int {
    let close = tokens.close(open)
    links[links.count - 1].arguments = arguments(open + 1..<close)
    return close + 1
  }

  private mutating func appendLink(
    at index: Int, _ links: inout [SourceLink], _ inValue: Bool, _ limit: Int
  ) -> Int? {
    var link = SourceLink(name: tokens.text(index), line: tokens.line(index))
    if lexis.isPHP { link.name = FileFactsIndex.simple(link.name) }
    var next = index + 1
    if lexis.hasTypeArguments, tokens.isMark(next, "<"), tokens[next].start == tokens[index].end,
      let close = typeClose(next)
    {
      link.types = typeNames(next + 1..<close)
      next = close + 1
    }
    if tokens.isMark(next, "!"), tokens[next].start == tokens[next - 1].end,
      tokens.isMark(next + 1, "(") || tokens.isMark(next + 1, "[") || tokens.isMark(next + 1, "{"),
      !lexis.bracesAreFunctions
    {
      next += 1
    }
    if tokens.isMark(next, "("), canCall(next, index) {
      let close = tokens.close(next)
      link.arguments = arguments(next + 1..<min(close, tokens.count))
      next = close + 1
    } else if lexis.hasBareArguments, let end = bareEnd(after: index, limit) {
      link.arguments = arguments(next..<end)
      next = end
    }
    if let close = block(at: next, link, inValue) {
      let function = function(next..<min(close + 1, tokens.count))
      // The fields of a value, where they have names.
      if !lexis.bracesAreFunctions, !lexis.isRuby, !lexis.isCFamily || !isMacro(link) {
        link.arguments = (link.arguments ?? []) + arguments(next + 1..<min(close, tokens.count))
      } else {
        link.block = function
      }
      next = close + 1
    }
    links.append(link)
    return next
  }

  /// Arguments go with the name on the same line, in languages where a line can end a statement.
  private func canCall(_ open: Int, _ name: Int) -> Bool {
    if lexis.isRuby { return tokens[open].start == tokens[open - 1].end }
    return tokens.line(open) == tokens.line(open - 1) || lexis.isCFamily
  }

  /// The end of the function or of the fields that stand behind a call or a name.
  private func block(at next: Int, _ link: SourceLink, _ inValue: Bool) -> Int? {
    guard next < tokens.count, tokens.line(next) == tokens.line(next - 1) || !lexis.isRuby else {
      return nil
    }
    if lexis.isRuby {
      if tokens.isWord(next, "do") { return tokens.close(next) }
      return tokens.isMark(next, "{") && (link.arguments != nil || inValue)
        ? tokens.close(next) : nil
    }
    guard tokens.isMark(next, "{") else { return nil }
    if lexis.bracesAreFunctions {
      return tokens.line(next) == tokens.line(next - 1) ? tokens.close(next) : nil
    }
    if lexis.isCFamily, isMacro(link) { return tokens.close(next) }
    let isType = link.name.first?.isUppercase ?? false
    guard inValue, isType, !lexis.isPHP, !lexis.isPython, !lexis.hasRegexes else { return nil }
    return tokens.close(next)
  }

  /// A macro that declares the function behind it: `ENDPOINT("GET", "/", root) { … }`.
  private func isMacro(_ link: SourceLink) -> Bool {
    link.arguments != nil && !link.name.contains(where: \.isLowercase)
      && link.name.contains(where: \.isUppercase)
  }

  /// The end of arguments without brackets behind the word at `index`; nil where there are none.
  private func bareEnd(after index: Int, _ limit: Int) -> Int? {
    let next = index + 1
    guard next < limit, tokens.line(next) == tokens.line(index),
      tokens[next].start > tokens[index].end, beginsValue(next)
    else { return nil }
    var place = next
    while place < limit {
      let token = tokens[place]
      if place > next, token.line != tokens[place - 1].line, !goesOn(place - 1, place) { break }
      if token.kind == .word {
        let word = tokens.text(place)
        if ["do", "if", "unless", "end", "and", "or", "then", "rescue", "while"].contains(word),
          !tokens.isMark(place + 1, ":")
        {
          break
        }
      }
      if token.kind == .mark {
        if [0x29, 0x5d, 0x7d, 0x3b].contains(token.byte) { break }
        if [0x28, 0x5b, 0x7b].contains(token.byte) { place = tokens.close(place) }
      }
      place += 1
    }
    return place > next ? place : nil
  }

  private func goesOn(_ last: Int, _ next: Int) -> Bool {
    if tokens.isMark(next, ".") || tokens.isMark(next, "&") && tokens.isMark(next + 1, ".") {
      return true
    }
    guard tokens[last].kind == .mark else { return false }
    return [0x2c, 0x2b, 0x2e, 0x5c, 0x7c, 0x26, 0x3a, 0x3e, 0x3d].contains(tokens[last].byte)
      && !(tokens[last].byte == 0x3e && !tokens.isMark(last - 1, "="))
  }

  private func beginsValue(_ index: Int) -> Bool {
    let token = tokens[index]
    switch token.kind {
    case .text, .number: return true
    case .word:
      return ![
        "do", "if", "unless", "end", "and", "or", "then", "rescue", "while", "in", "is",
      ].contains(tokens.text(index))
    case .mark:
      let isTight = index + 1 < tokens.count && tokens[index + 1].start == token.end
      switch token.byte {
      case 0x5b: return true
      case 0x3a, 0x2a, 0x26: return isTight && !tokens.isMark(index + 1, "&")
      case 0x2d: return tokens.isPair(index, "-", ">")
      default: return false
      }
    }
  }

  // MARK: Types

  /// The bracket that closes arguments which are types; nil where `<` compares.
  func typeClose(_ open: Int) -> Int? {
    var depth = 0
    for place in open..<min(tokens.count, open + 48) {
      let token = tokens[place]
      if token.kind == .word { continue }
      guard token.kind == .mark else { return nil }
      switch token.byte {
      case 0x3c: depth += 1
      case 0x3e:
        depth -= 1
        if depth == 0 { return place }
      case 0x2c, 0x2e, 0x3f, 0x5b, 0x5d, 0x26, 0x3a, 0x2a, 0x40, 0x28, 0x29, 0x7c: continue
      default: return nil
      }
    }
    return nil
  }

  /// The last names of the types between commas.
  func typeNames(_ range: Range<Int>) -> [String] {
    var names: [String] = []
    var name = ""
    var depth = 0
    for place in range {
      if tokens.isMark(place, "<") { depth += 1 }
      if tokens.isMark(place, ">") { depth -= 1 }
      if depth == 0, tokens.isWord(place) { name = tokens.text(place) }
      if depth == 0, tokens.isMark(place, ",") {
        names.append(name)
        name = ""
      }
    }
    return name.isEmpty ? names : names + [name]
  }
}
