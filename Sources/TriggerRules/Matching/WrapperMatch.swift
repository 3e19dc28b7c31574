internal import Configuration
internal import Facts

/// Functions of the project that hand a time on to a library, and the calls of them.
extension SurveyReader {
  /// What the callers of the function around say of the time; nil where the call says it itself.
  func wrapper(
    _ rule: TriggerRule, _ view: CallView, _ owner: KnownSymbol, _ found: FoundTrigger
  ) -> FoundTrigger.Wrapper? {
    let clocks: Set<String> = ["cron", "rate", "delay", "at", "schedule"]
    guard rule.form == .call, rule.kind == "schedule",
      !found.attributes.contains(where: { ["rate", "at"].contains($0.key) })
    else { return nil }
    let places = rule.captures.filter { clocks.contains($0.key) }.flatMap(\.places)
    for place in places {
      guard case .word(let name)? = view.value(at: place) else { continue }
      let key = FileFactsIndex.simple(name)
      guard survey.constants[key] == nil else { continue }
      return .init(function: owner, key: key, position: position(of: name, in: owner))
    }
    return nil
  }

  /// The place of a name among the parameters of a function.
  private func position(of name: String, in function: KnownSymbol) -> Int? {
    guard
      var open = (0..<tokens.count).first(where: {
        tokens.line($0) >= function.line && tokens.isMark($0, "(")
      }), tokens.line(open) <= function.line + 4
    else { return nil }
    // A receiver before the name: `func (s *Jobs) add(`.
    let behind = tokens.close(open) + 1
    if tokens.isWord(open - 1, "func"), tokens.isWord(behind), tokens.isMark(behind + 1, "(") {
      open = behind + 1
    }
    var position = 0
    var place = open + 1
    while place < tokens.close(open) {
      if tokens.isMark(place, ",") { position += 1 }
      if tokens.isWord(place, name) { return position }
      let close = tokens.close(place)
      let isOpen = tokens[place].kind == .mark && Int(tokens[place].partner) > place
      place = isOpen && close < tokens.count ? close + 1 : place + 1
    }
    return nil
  }

  /// Calls of functions of the project with an expression of cron among their arguments.
  mutating func matchClockCalls() {
    guard let rule = rules.clockRule else { return }
    for (chain, token) in sites.clocked {
      let clock = tokens.text(token)
      guard
        let link = chain.links.last(where: { link in
          (link.arguments ?? []).contains { Self.has($0, clock) }
        }), let argument = link.arguments?.first(where: { Self.has($0, clock) })
      else { continue }
      let lines = chain.line...max(chain.line, chain.endLine)
      let target = index.target(of: link.name, in: link.line...link.line)
      let receiver = chain.links.first?.name ?? link.name
      let imported = target == nil ? importedFile(receiver, near: lines) : nil
      guard target?.isFunction ?? (imported != nil) else { continue }
      var found = FoundTrigger(
        rule: rule, kind: "schedule", handler: .none, line: link.line, evidence: chain.spelling)
      found.attributes = ClockReader(unit: "s", key: "cron").attributes(.text(clock))
      var call = ClockCall(
        function: target, imported: imported, name: link.name, key: argument.key, clock: clock,
        found: found)
      var others = (link.arguments ?? []).filter { !Self.has($0, clock) }
      if case .table(let entries) = argument.value {
        call.key = entries.first { $0.value.literal == clock }?.key ?? ""
        others = entries.filter { $0.value.literal != clock } + others
        if let name = entries.first(where: { $0.key == "name" })?.value.literal {
          call.found.attributes.append(.init(key: "name", value: name))
        }
      } else if argument.key.isEmpty {
        call.position = link.plain.firstIndex { $0.value.literal == clock }
      }
      call.found.handler = work(among: others, rules.rules[rule], call.found)
      survey.clockCalls.append(call)
    }
  }

  private static func has(_ argument: SourceArgument, _ clock: String) -> Bool {
    if case .table(let entries) = argument.value {
      return entries.contains { $0.value.literal == clock }
    }
    return argument.value.literal == clock
  }

  private static let workKeys: Set<String> = [
    "onTick", "handler", "handle", "job", "run", "task", "callback", "fn", "func", "work",
    "process",
    "execute", "action", "method",
  ]

  /// The function among the arguments of a call.
  private mutating func work(
    among arguments: [SourceArgument], _ rule: TriggerRule, _ found: FoundTrigger
  ) -> HandlerReference {
    for argument in arguments {
      let lines = argument.line...max(argument.line, argument.endLine)
      switch argument.value {
      case .function:
        if let handler = handler(argument, rule, found) { return handler }
      case .word(let name):
        if let symbol = symbol(named: Self.bare(name), lines), symbol.isFunction {
          return .symbol(symbol)
        }
        if Self.workKeys.contains(argument.key) { return .name(name, methods: rule.methods) }
      case .chain where Self.workKeys.contains(argument.key):
        if let handler = handler(argument, rule, found) { return handler }
      default: continue
      }
    }
    return .none
  }
}
