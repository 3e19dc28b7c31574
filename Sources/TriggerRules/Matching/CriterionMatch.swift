internal import Configuration
internal import Facts

/// What code shows of the criteria of functions.
extension SurveyReader {
  mutating func matchCriteria() {
    for place in sites.shown {
      for rule in rules.criteria[tokens.text(place)] ?? [] where holds(rule, at: place) {
        add(rule, place)
        break
      }
    }
  }

  private mutating func add(_ rule: CriterionRule, _ place: Int) {
    if !rule.returns.isEmpty { return addMethods(rule, place) }
    let line = tokens.line(place)
    var symbol = Reference.fileLevel
    if rule.form != .import {
      let name = tokens.text(place)
      let owner =
        rule.form == .annotation
        ? index.marked(by: name, at: line) ?? index.function(at: line) : index.function(at: line)
      // What stands in a type outside of its functions is for all of them; elsewhere nobody knows
      // who uses it.
      guard let owner = owner ?? index.type(at: line),
        let found = index.facts.symbols.firstIndex(where: { $0.key == owner.key })
      else { return }
      symbol = UInt32(found)
    }
    suitability.append(
      SuitabilityFact(
        criterion: rule.criterion, line: line, symbol: symbol, detail: spelling(place),
        size: rule.form == .import ? max(1, rule.size) : 0))
  }

  /// What an annotation of a type says of the methods that give back certain types.
  private mutating func addMethods(_ rule: CriterionRule, _ place: Int) {
    guard let type = index.marked(by: tokens.text(place), at: tokens.line(place)),
      type.kind == .type
    else { return }
    for method in index.symbols
    where method.isFunction && index.type(of: method)?.key == type.key {
      guard !rule.unless.contains(where: marks(of: method).contains),
        let name = (0..<tokens.count).first(where: {
          tokens.line($0) >= method.line && tokens.isWord($0, method.name)
            && tokens.isMark($0 + 1, "(")
        }), tokens.line(name) <= method.endLine, rule.returns.contains(tokens.text(name - 1)),
        let symbol = index.facts.symbols.firstIndex(where: { $0.key == method.key })
      else { continue }
      suitability.append(
        SuitabilityFact(
          criterion: rule.criterion, line: tokens.line(name), symbol: UInt32(symbol),
          detail: "@" + tokens.text(place), size: 0))
    }
  }

  /// The word with what stands before its dot.
  private func spelling(_ place: Int) -> String {
    let receiver = receiver(before: place)
    let name = tokens.text(place)
    return receiver.isEmpty ? name : receiver + "." + name
  }

  /// The name before the dot, the arrow or the colons of a word; empty for none.
  private func receiver(before place: Int) -> String {
    var mark = place - 1
    if tokens.isPair(mark - 1, ":", ":") || tokens.isPair(mark - 1, "-", ">")
      || tokens.isPair(mark - 1, "?", ".")
    {
      mark -= 1
    } else if !tokens.isMark(mark, ".") {
      return ""
    }
    return tokens.isWord(mark - 1) ? tokens.text(mark - 1) : "…"
  }

  private func holds(_ rule: CriterionRule, at place: Int) -> Bool {
    let isText = tokens[place].kind == .text
    let isImport = isText ? isImportedText(place) : isImportLine(place)
    guard isImport == (rule.form == .import) else { return false }
    switch rule.form {
    case .import: return true
    case .type: return !isText
    case .annotation:
      return tokens.isMark(place - 1, "@") || tokens.isMark(place - 1, "[")
        || tokens.isMark(place - 1, ",") && tokens.isMark(place + 1, "]")
    case .member: return accepts(rule, place) && !receiver(before: place).isEmpty
    case .call:
      var open = place + 1
      if tokens.isMark(open, "!") { open += 1 }
      guard tokens.isMark(open, "("), accepts(rule, place), !isDeclared(place) else { return false }
      guard !rule.without.isEmpty else { return true }
      let end = tokens.close(open)
      return !(open..<end).contains { rule.without.contains(tokens.text($0)) }
    }
  }

  /// The receiver that a rule asks for; the empty one is for calls without.
  private func accepts(_ rule: CriterionRule, _ place: Int) -> Bool {
    rule.receivers.isEmpty || rule.receivers.contains(receiver(before: place))
  }

  private func isDeclared(_ place: Int) -> Bool {
    ["func", "def", "fn", "fun", "function"].contains(tokens.text(place - 1))
  }

  private static let importWords: Set<String> = [
    "import", "from", "using", "use", "require", "require_relative", "require_once", "include",
  ]

  /// Whether a text names a library: in a line of imports, in `require("x")`, in a list of Go's.
  private func isImportedText(_ place: Int) -> Bool {
    if isImportLine(place) || tokens.isWord(place - 1, "from") { return true }
    if tokens.isMark(place - 1, "("), tokens.isWord(place - 2) {
      return ["require", "import"].contains(tokens.text(place - 2))
    }
    let line = tokens.line(place)
    return rules.language == .go && tokens.line(place + 1) != line
      && (tokens.line(place - 1) != line || tokens.line(place - 2) != line)
  }

  /// Whether the line begins with a word of imports.
  private func isImportLine(_ place: Int) -> Bool {
    let line = tokens.line(place)
    var first = place
    while first > 0, tokens.line(first - 1) == line { first -= 1 }
    if tokens.isMark(first, "#") { first += 1 }
    return Self.importWords.contains(tokens.text(first))
  }
}
