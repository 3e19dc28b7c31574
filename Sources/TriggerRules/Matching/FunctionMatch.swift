internal import Basics
internal import Configuration
internal import Facts

/// Functions by their names, and by what stands in front of their bodies.
extension SurveyReader {
  /// Functions of a certain name, in certain files. Linear in the functions, for each rule.
  mutating func matchFunctions() {
    for number in rules.functions {
      let rule = rules.rules[number]
      if !rule.files.isEmpty, !rule.files.contains(where: { $0.matches(survey.path) }) { continue }
      for symbol in index.symbols
      where symbol.isFunction && rule.names.contains(where: { $0.matches(symbol.name) }) {
        if !rule.receivers.isEmpty {
          guard let type = index.type(of: symbol),
            rule.receivers.contains(where: { $0.matches(type.name) })
          else { continue }
        }
        var kind = rule.kind
        if !rule.parameters.isEmpty {
          guard !survey.found.contains(where: { $0.handler == .symbol(symbol) }),
            let said = self.kind(ofFunction: symbol, rule)
          else { continue }
          kind = said
        }
        match(symbol, rule, number, kind)
      }
    }
  }

  private mutating func match(
    _ symbol: KnownSymbol, _ rule: TriggerRule, _ number: Int, _ kind: String
  ) {
    var found = FoundTrigger(
      rule: number, kind: kind, handler: .symbol(symbol), line: symbol.line,
      evidence: symbol.qualifiedName)
    if !rule.verb.isEmpty { found.verb = symbol.name.uppercased() }
    for capture in rule.captures {
      if capture.key == "path" { found.path = Self.route(of: survey.path) }
      if case .constant(let text)? = capture.places.first {
        found.attributes.append(.init(key: capture.key, value: text))
      }
    }
    survey.found.append(found)
  }

  /// The kind of a function whose parameters have the names that a rule asks for, by the types in front
  /// of its body where they say one; nil for any other function, and for one that stays in its file.
  private func kind(ofFunction symbol: KnownSymbol, _ rule: TriggerRule) -> String? {
    guard !ModulePath.isBrowserSide(survey.path), index.function(around: symbol) == nil,
      tokens.lexis.isRuby || index.type(of: symbol) == nil
    else { return nil }
    let start = tokens.first(at: symbol.line)
    guard
      let name = (start..<min(tokens.count, start + 8)).first(where: {
        tokens.isWord($0, symbol.name)
      })
    else { return nil }
    let limit = min(tokens.count, name + 80)
    guard let open = (name..<limit).first(where: { tokens.isMark($0, "(") }),
      isParameterList(open, rule.parameters),
      tokens.lexis.isPython || tokens.lexis.isRuby || isExported(symbol.name, start..<name)
    else { return nil }
    for place in name..<min(limit, tokens.close(open)) where tokens.isWord(place) {
      let word = tokens.text(place)
      guard word.first?.isUppercase ?? false else { continue }
      let stem = rule.schemes.keys.filter { word.lowercased().hasPrefix($0.lowercased()) }
        .max { ($0.count, $1) < ($1.count, $0) }
      if let stem { return rule.schemes[stem] }
    }
    return rule.kind
  }

  /// Whether a bracket opens parameters of these names, each of them one of several (`event|evt`), with or
  /// without a line below before it.
  private func isParameterList(_ open: Int, _ names: [String]) -> Bool {
    let close = tokens.close(open)
    var place = open + 1
    var parameters: [String] = []
    var isName = true
    while place < min(close, tokens.count), parameters.count < 8 {
      if tokens.isMark(place, ",") {
        isName = true
      } else if isName {
        guard tokens.isWord(place) else { return false }
        let name = tokens.text(place).drop { $0 == "_" }.lowercased()
        // An argument by its name: `event:`.
        let isKeyword = tokens.lexis.isRuby && tokens.isMark(place + 1, ":")
        parameters.append(name.isEmpty ? "_" : name + (isKeyword ? ":" : ""))
        isName = false
      } else if let inner = tokens.closed(from: place) {
        place = inner
      }
      place += 1
    }
    guard parameters.count >= names.count, parameters.count <= names.count + 1 else { return false }
    return zip(parameters, names).allSatisfy { parameter, allowed in
      allowed.split(separator: "|").contains { parameter == $0 }
    }
  }

  /// Whether the line says so, or another one of a module of JavaScript.
  private func isExported(_ name: String, _ before: Range<Int>) -> Bool {
    let words = ["export", "exports", "module"]
    if before.contains(where: { place in words.contains { tokens.isWord(place, $0) } }) {
      return true
    }
    for place in 0..<tokens.count where words.contains(where: { tokens.isWord(place, $0) }) {
      for next in place + 1..<min(tokens.count, place + 40) {
        if tokens.isMark(next, ";") || tokens.line(next) > tokens.line(place) + 12 { break }
        if tokens.isMark(next, "(") { break }
        if tokens.isWord(next, name) { return true }
      }
    }
    return false
  }

  /// The route that a file stands for by where it lies: `app/api/users/[id]/route.ts`.
  private static func route(of path: String) -> String {
    var parts = path.split(separator: "/").map(String.init)
    if let start = parts.lastIndex(where: { ["app", "pages", "routes", "server"].contains($0) }) {
      parts.removeFirst(start + 1)
    }
    if let last = parts.popLast() {
      let stem = String(last.prefix { $0 != "." })
      if !["route", "index", "+server", "+page"].contains(stem) { parts.append(stem) }
    }
    let kept = parts.filter { !($0.hasPrefix("(") && $0.hasSuffix(")")) }
    return "/" + kept.joined(separator: "/")
  }
}
