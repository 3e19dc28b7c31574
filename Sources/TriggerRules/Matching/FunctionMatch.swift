internal import Basics
internal import Configuration
internal import Facts

/// Functions by their names, and by what stands in front of their bodies.
extension SurveyReader {
  /// Functions of a certain name, in certain files. Linear in the functions, for each rule.
  mutating func matchFunctions() {
    var shapes = FunctionShapes()
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
          if shapes.isEmpty { shapes = FunctionShapes(index.symbols, survey.found, tokens) }
          guard let said = self.kind(ofFunction: symbol, rule, shapes) else { continue }
          shapes.known.insert(symbol.identity)
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
  private func kind(
    ofFunction symbol: KnownSymbol, _ rule: TriggerRule, _ shapes: FunctionShapes
  ) -> String? {
    guard shapes.free.contains(symbol.identity), !shapes.known.contains(symbol.identity),
      !ModulePath.isBrowserSide(survey.path)
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
      tokens.lexis.isPython || tokens.lexis.isRuby || shapes.exported.contains(symbol.name)
        || (start..<name).contains(where: { FunctionShapes.isExport($0, tokens) })
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

/// What there is to know of the functions of a file before each is looked at. Linear in its size.
private struct FunctionShapes {
  /// Functions that stand in no other function, and in no type but those of Ruby.
  private(set) var free: Set<SymbolIdentity> = []
  /// Names behind the words that export something from a module of JavaScript.
  private(set) var exported: Set<String> = []
  /// What something starts already.
  var known: Set<SymbolIdentity> = []
  private(set) var isEmpty = true

  init() {}

  /// `symbols` are sorted by line, outer ones first.
  init(_ symbols: [KnownSymbol], _ found: [FoundTrigger], _ tokens: SourceTokens) {
    isEmpty = false
    for one in found {
      if case .symbol(let symbol) = one.handler { known.insert(symbol.identity) }
    }
    var end: UInt32 = 0
    for symbol in symbols {
      if symbol.isFunction, symbol.endLine > end || end == 0 { free.insert(symbol.identity) }
      if symbol.isFunction || !tokens.lexis.isRuby { end = max(end, symbol.endLine) }
    }
    guard !tokens.lexis.isPython, !tokens.lexis.isRuby else { return }
    for place in 0..<tokens.count where Self.isExport(place, tokens) { readExported(place, tokens) }
  }

  /// `module.exports = { a, b }`, `export { a }`, `exports.a = a`.
  private mutating func readExported(_ place: Int, _ tokens: SourceTokens) {
    var isList = false
    for next in place + 1..<min(tokens.count, place + 80) {
      if [";", "(", "}"].contains(where: { tokens.isMark(next, $0) }) { return }
      if !isList, tokens.line(next) > tokens.line(place) { return }
      isList = isList || tokens.isMark(next, "{")
      if tokens.isWord(next) { exported.insert(tokens.text(next)) }
    }
  }

  static func isExport(_ place: Int, _ tokens: SourceTokens) -> Bool {
    tokens.isWord(place, "export") || tokens.isWord(place, "exports")
      || tokens.isWord(place, "module")
  }
}
