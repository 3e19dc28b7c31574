internal import Configuration
internal import Facts

/// The types of variables that handlers are handed over by.
extension SurveyReader {
  /// The chain that a variable was assigned last before a line, where some rule looks at it.
  func assigned(_ name: String, before line: UInt32) -> SourceChain? {
    sites.sites.last { $0.bound == name && $0.chain.line <= line && !name.isEmpty }?.chain
  }

  /// The function without a name that a variable of the function around was assigned last:
  /// `handler := func(w, r) { … }`. Looks at no more than 4,000 tokens.
  func assignedFunction(_ name: String, before line: UInt32) -> SourceFunction? {
    guard tokens.lexis.isCFamily || [.go, .rust].contains(rules.language) else { return nil }
    let end = tokens.first(at: line + 1)
    let around = index.function(at: line).map { tokens.first(at: $0.line) } ?? 0
    for place in (max(around, end - 4000)..<end).reversed() where tokens.isWord(place, name) {
      let isShort = tokens.isPair(place + 1, ":", "=")
      guard isShort || tokens.isMark(place + 1, "="), !tokens.isPair(place + 1, "=", "="),
        !tokens.isMark(place - 1, ".")
      else { continue }
      return function(at: place + (isShort ? 3 : 2))
    }
    return nil
  }

  private func function(at start: Int) -> SourceFunction? {
    var place = start
    while place < min(tokens.count, start + 80), !tokens.isMark(place, ";") {
      let close = tokens.closed(from: place)
      if let close, tokens.isMark(place, "{") {
        var reader = ChainReader(tokens)
        let value = reader.value(in: start..<min(close + 1, tokens.count))
        if case .function(let function) = value { return function }
        return nil
      }
      place = (close ?? place) + 1
    }
    return nil
  }

  /// The call that made what a link is called on: before it in the chain, or where the variable was
  /// assigned.
  func maker(of chain: SourceChain, _ link: Int) -> SourceLink? {
    if let own = chain.links[..<link].last(where: { $0.arguments != nil }) { return own }
    return assigned(receiver(chain, link), before: chain.line)?.links.last { $0.arguments != nil }
  }

  /// The type whose value a variable stands for: `JobBuilder.Create<Mails>()`, `newJob(Mails.class)`,
  /// `&server{}`, a parameter `s *server`.
  func type(of name: String, before line: UInt32, _ rule: TriggerRule) -> HandlerReference? {
    if let chain = assigned(name, before: line), let type = Self.type(in: chain) {
      // Several types may have the name; the reference there leads to the one that is meant.
      let lines = chain.line...max(chain.line, chain.endLine)
      if let symbol = index.target(of: type, in: lines), symbol.kind == .type {
        return .type(symbol, methods: rule.methods)
      }
      return .name(type, methods: rule.methods)
    }
    guard rules.language == .go else { return nil }
    return typeInGo(of: name, before: line).map { .name($0, methods: rule.methods) }
  }

  /// The type that a call is given, as an argument of types or by its own name.
  private static func type(in chain: SourceChain) -> String? {
    for link in chain.links {
      if let type = link.types.first { return type }
      for case .word(let word) in (link.arguments ?? []).map(\.value) where word.hasSuffix(".class")
      {
        return FileFactsIndex.simple(String(word.dropLast(6)))
      }
    }
    return nil
  }

  /// The type that stands before the name of a field or a parameter: `private final Sweep sweep;`.
  func declaredType(of name: String) -> String? {
    for place in 1..<max(1, tokens.count) where tokens.isWord(place, name) {
      guard tokens.isWord(place - 1),
        ";=,)".contains(where: { tokens.isMark(place + 1, $0) })
      else { continue }
      let type = tokens.text(place - 1)
      if type.first?.isUppercase ?? false { return type }
    }
    return nil
  }

  private func typeInGo(of name: String, before line: UInt32) -> String? {
    var found: String?
    for place in 0..<tokens.count where tokens.isWord(place, name) {
      if tokens.line(place) > line { break }
      if let type = typeInGo(behind: place) { found = type }
    }
    return found
  }

  /// The type behind the name at `place`: `name *Type`, `name := &pkg.Type{`, `name := NewType(`.
  private func typeInGo(behind place: Int) -> String? {
    var next = place + 1
    let isAssigned = tokens.isMark(next, "=") || tokens.isPair(next, ":", "=")
    if isAssigned { next += tokens.isMark(next, ":") ? 2 : 1 }
    while tokens.isMark(next, "&") || tokens.isMark(next, "*") { next += 1 }
    while tokens.isWord(next), tokens.isMark(next + 1, ".") { next += 2 }
    guard tokens.isWord(next) else { return nil }
    let word = tokens.text(next)
    if isAssigned {
      if tokens.isMark(next + 1, "{") { return word }
      return tokens.isMark(next + 1, "(") ? Self.made(by: word) : nil
    }
    // A parameter, or a receiver of a method.
    return tokens.isMark(next + 1, ",") || tokens.isMark(next + 1, ")") ? word : nil
  }

  /// `NewServer` makes a `Server`, by habit.
  static func made(by function: String) -> String? {
    for start in ["New", "new"] where function.hasPrefix(start) && function.count > start.count {
      return String(function.dropFirst(start.count))
    }
    return nil
  }
}
