internal import Basics
internal import Configuration
internal import Facts

/// What a declaration says beside the code that it starts.
extension SurveyReader {
  private static let clockKeys: Set<String> = ["cron", "rate", "delay", "at", "schedule"]

  mutating func attributes(
    _ rule: TriggerRule, _ view: CallView, _ site: CallSite
  ) -> [TriggerDeclaration.Attribute] {
    var attributes: [TriggerDeclaration.Attribute] = []
    for capture in rule.captures where capture.key != "path" && capture.key != "task" {
      if Self.clockKeys.contains(capture.key) {
        guard !attributes.contains(where: { ["cron", "rate", "at"].contains($0.key) }) else {
          continue
        }
        attributes += clock(capture, rule, view)
      } else if let text = text(capture, view) {
        attributes.append(.init(key: capture.key, value: String(text.prefix(300))))
      }
    }
    if !rule.clock.isEmpty {
      attributes += FluentClock(rule.clock, view, all: hasClock(attributes)).attributes
      // What fires it may have been made before: `ScheduleJob(job, trigger)`.
      for value in view.chain.links[view.link].plain.map(\.value) {
        guard let chain = made(value, before: view.chain.line) else { continue }
        let clock = FluentClock(rule.clock, CallView(chain, link: 0), all: hasClock(attributes))
        attributes += clock.attributes
      }
    }
    if rule.kind == "http" || rule.kind == "duplex", !rule.verb.isEmpty { return attributes }
    return attributes
  }

  /// The calls that made a value.
  private func made(_ value: SourceValue, before line: UInt32) -> SourceChain? {
    switch value {
    case .word(let name): assigned(name, before: line)
    case .chain(let chain): chain
    default: nil
    }
  }

  private func hasClock(_ attributes: [TriggerDeclaration.Attribute]) -> Bool {
    attributes.contains { ["cron", "rate", "at"].contains($0.key) }
  }

  private func text(_ capture: TriggerRule.Capture, _ view: CallView) -> String? {
    for place in capture.places {
      guard let value = view.value(at: place) else { continue }
      if let text = shown(value), !text.isEmpty { return text }
    }
    return nil
  }

  /// A value in words, constants of the file with what they stand for.
  private func shown(_ value: SourceValue) -> String? {
    let texts = value.all.compactMap { item -> String? in
      if case .word(let name) = item {
        return survey.constants[FileFactsIndex.simple(name)] ?? name
      }
      return item.shown
    }
    return texts.isEmpty ? nil : texts.joined(separator: ",")
  }

  private func clock(
    _ capture: TriggerRule.Capture, _ rule: TriggerRule, _ view: CallView
  ) -> [TriggerDeclaration.Attribute] {
    for place in capture.places {
      guard var value = view.value(at: place) else { continue }
      if case .word(let name) = value, let text = survey.constants[FileFactsIndex.simple(name)] {
        value = .text(text)
      }
      var found = FluentClock.attributes(rule.clock, of: value)
      if found.isEmpty {
        found = ClockReader(unit: rule.unit, key: capture.key, fields: rule.fields).attributes(
          value)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  // MARK: Types

  /// Types that are derived from one of a library's.
  mutating func matchTypes() {
    for header in sites.headers where !header.isInterface && !header.isAnnotation {
      for name in header.supertypes where !name.hasPrefix("<") {
        for number in rules.rules(ofSupertype: name) {
          matchType(rules.rules[number], number, header)
        }
      }
    }
  }

  private mutating func matchType(
    _ rule: TriggerRule, _ number: Int, _ header: SiteReader.TypeHeader
  ) {
    guard
      let type = index.symbols.first(where: {
        $0.kind == .type && $0.name == header.name && abs(Int($0.line) - Int(header.line)) <= 40
      }), rule.files.isEmpty || rule.files.contains(where: { $0.matches(survey.path) })
    else { return }
    if rule.unless.contains(where: marks(of: type).contains) { return }
    if rule.unless.contains(where: header.supertypes.contains) { return }
    if type.isAbstract { return }
    if !rule.inside.isEmpty, !rule.inside.contains(where: header.supertypes.contains) { return }
    if !rule.imported.isEmpty, !names(oneOf: rule.imported) { return }
    if rule.isAction { return matchActions(of: type, rule, number) }
    var found = FoundTrigger(
      rule: number, kind: rule.kind, handler: .type(type, methods: rule.methods),
      line: header.line,
      evidence:
        "\(header.name): \(header.supertypes.filter { !$0.hasPrefix("<") }.joined(separator: ", "))"
    )
    for capture in rule.captures {
      for place in capture.places {
        switch place {
        case .constant(let text): found.attributes.append(.init(key: capture.key, value: text))
        case .typeArgument(let position):
          let rows = header.supertypes.filter { $0.hasPrefix("<") }.map { String($0.dropFirst()) }
          // Nobody starts one for any message: what is derived from it says which.
          if position < rows.count, header.parameters.contains(rows[position]) { return }
          if position < rows.count {
            found.attributes.append(.init(key: capture.key, value: rows[position]))
          }
        case .other(let name, let position): inside(type, name, position, capture, &found, rule)
        case .otherKey(let name, let key): inside(type, name, key, capture, &found, rule)
        case .key(let key):
          // The text of a member of the type.
          if let text = member(key, of: type) {
            if capture.key == "task" {
              found.task = String(text.prefix { !$0.isWhitespace && $0 != "{" })
            } else {
              found.attributes.append(.init(key: capture.key, value: text))
            }
          }
        default: break
        }
        if found.attributes.contains(where: { $0.key == capture.key }) { break }
      }
    }
    let marks = marks(of: type)
    if rule.exclusive.contains(where: marks.contains)
      || rule.exclusive.contains(where: header.supertypes.contains)
    {
      found.attributes.append(.init(key: "exclusive", value: "true"))
    }
    survey.found.append(found)
  }

  /// An argument of a call inside a type: `queue_as :mails`, `sidekiq_options queue: "x"`.
  private mutating func inside(
    _ type: KnownSymbol, _ name: String, _ position: Int, _ capture: TriggerRule.Capture,
    _ found: inout FoundTrigger, _ rule: TriggerRule
  ) {
    guard let view = call(name, in: type), let value = view.value(at: .argument(position)) else {
      return
    }
    take(value, capture, &found, rule)
  }

  private mutating func inside(
    _ type: KnownSymbol, _ name: String, _ key: String, _ capture: TriggerRule.Capture,
    _ found: inout FoundTrigger, _ rule: TriggerRule
  ) {
    guard let view = call(name, in: type), let value = view.value(at: .key(key)) else { return }
    take(value, capture, &found, rule)
  }

  private func take(
    _ value: SourceValue, _ capture: TriggerRule.Capture, _ found: inout FoundTrigger,
    _ rule: TriggerRule
  ) {
    if Self.clockKeys.contains(capture.key) {
      found.attributes += ClockReader(unit: rule.unit, key: capture.key).attributes(value)
    } else if let text = shown(value) {
      found.attributes.append(.init(key: capture.key, value: text))
    }
  }

  private func call(_ name: String, in type: KnownSymbol) -> CallView? {
    var reader = ChainReader(tokens)
    for place in 0..<tokens.count
    where tokens.isWord(place, name) && tokens.line(place) >= type.line
      && tokens.line(place) <= type.endLine
    {
      if let chain = reader.chain(at: place), chain.links[0].arguments != nil {
        return CallView(chain, link: 0)
      }
    }
    return nil
  }

  /// The text that a member of a type is given where it is declared.
  private func member(_ name: String, of type: KnownSymbol) -> String? {
    for place in 0..<tokens.count
    where tokens.line(place) >= type.line && tokens.line(place) <= type.endLine {
      guard
        tokens.isWord(place, name) || tokens.isWord(place, "$" + name)
          || tokens.isWord(place, "@" + name)
      else { continue }
      guard tokens.isMark(place + 1, "="), place + 2 < tokens.count else { continue }
      if tokens[place + 2].kind == .text { return tokens.text(place + 2) }
    }
    return nil
  }

  // MARK: Assigned tables

  /// `beat_schedule = {"name": {"task": …, "schedule": …}}`: an entry each.
  mutating func matchAssigned() {
    for item in sites.assigned {
      for number in rules.assigns[item.name] ?? [] {
        let rule = rules.rules[number]
        if !rule.files.isEmpty, !rule.files.contains(where: { $0.matches(survey.path) }) {
          continue
        }
        guard case .table(let entries) = item.value else { continue }
        for entry in entries { matchEntry(entry, rule, number) }
      }
    }
  }

  private mutating func matchEntry(_ entry: SourceArgument, _ rule: TriggerRule, _ number: Int) {
    let link = SourceLink(
      name: entry.key,
      arguments: [
        SourceArgument(key: "", value: entry.value, line: entry.line, endLine: entry.endLine)
      ], line: entry.line)
    let chain = SourceChain(
      links: [link], line: entry.line, endLine: entry.endLine,
      spelling: "\(entry.key): \(entry.value.shown ?? "…")", start: 0, end: 0)
    let view = CallView(chain, link: 0, entry: entry.key)
    let site = CallSite(chain: chain, isAnnotation: false)
    var found = FoundTrigger(
      rule: number, kind: rule.kind, handler: .none, line: entry.line, evidence: chain.spelling)
    found.attributes = attributes(rule, view, site)
    for handler in handlers(rule, view, site, nil, found) {
      found.handler = handler
      survey.found.append(found)
    }
  }

  // MARK: Functions

  /// Functions with a parameter of a type of a provider.
  mutating func matchParameters() {
    guard !rules.parameters.isEmpty else { return }
    for place in 0..<tokens.count where tokens.isWord(place) {
      guard let first = tokens.bytes(place).first, first >= 0x41, first <= 0x5a else { continue }
      let name = tokens.text(place)
      let lowered = name.lowercased()
      for number in rules.parameters
      where rules.rules[number].names.contains(where: { $0.matches(name) }) {
        let rule = rules.rules[number]
        guard !rule.schemes.isEmpty else {
          matchParameter(name, place, rule.kind, number)
          continue
        }
        // `KinesisEventRecord` is a part of what a handler gets.
        let stem = rules.stems[number]?.first { lowered.hasPrefix($0.start) }
        guard let stem, !name.hasSuffix("Record") else { continue }
        matchParameter(name, place, stem.kind, number)
      }
    }
  }

  private mutating func matchParameter(
    _ name: String, _ place: Int, _ kind: String, _ number: Int
  ) {
    guard let open = enclosing(place), open > 0 else { return }
    // `SQSEvent.SQSMessage` is a part of what a handler gets.
    if tokens.lexis.writesTypesFirst, tokens.isMark(place + 1, "."), tokens.isWord(place + 2),
      !tokens.isMark(place + 3, "[")
    {
      return
    }
    var before = open - 1
    if tokens.isMark(before, ">") {
      while before > 0, !tokens.isMark(before, "<") { before -= 1 }
      before -= 1
    }
    let line = tokens.line(place)
    guard tokens.isWord(before) else { return }
    let called = tokens.text(before)
    guard
      let symbol = index.function(
        named: called, at: line, from: max(tokens.line(before), 11) - 11)
    else { return }
    let found = FoundTrigger(
      rule: number, kind: kind, handler: .symbol(symbol), line: symbol.line,
      evidence: "\(called)(\(name))")
    if survey.found.contains(where: { $0.handler == found.handler && $0.kind == found.kind }) {
      return
    }
    survey.found.append(found)
  }

  private func enclosing(_ place: Int) -> Int? {
    var back = place - 1
    let limit = max(0, place - 80)
    while back >= limit {
      if let open = tokens.open(back) {
        back = open - 1
        continue
      }
      if tokens.isMark(back, "(") { return back }
      if tokens.isMark(back, "{") || tokens.isMark(back, ";") { return nil }
      back -= 1
    }
    return nil
  }

  // MARK: Routes that the reader knows

  /// Routes whose handlers the language's reader has found already.
  mutating func matchWired() {
    for number in rules.wired {
      let rule = rules.rules[number]
      guard rule.files.contains(where: { $0.matches(survey.path) }) else { continue }
      let last = max(index.facts.lineCount, 1)
      for symbol in index.wired(in: 1...last) { matchWired(symbol, number) }
    }
  }

  private mutating func matchWired(_ symbol: KnownSymbol, _ number: Int) {
    let site = sites.sites.last {
      $0.chain.line <= symbol.line && symbol.line <= $0.chain.endLine
    }
    var found = FoundTrigger(
      rule: number, kind: rules.rules[number].kind, handler: .symbol(symbol), line: symbol.line,
      evidence: symbol.qualifiedName)
    if symbol.kind == .type {
      // A route to a whole controller: its actions.
      guard let site, let link = site.chain.links.last else { return }
      found.handler = .type(symbol, methods: Self.actions(link))
    }
    if let site, let link = site.chain.links.last {
      found.evidence = String(site.chain.spelling.prefix(100))
      found.path = link.plain.first?.value.literal
      found.segments = around(site)
      let verb = link.name.uppercased()
      found.verb = ["GET", "POST", "PUT", "PATCH", "DELETE"].contains(verb) ? verb : "ANY"
    }
    survey.found.append(found)
  }

  /// The actions of `resources`, without those that `only` and `except` leave out.
  private static func actions(_ link: SourceLink) -> [String] {
    func names(_ key: String) -> [String]? {
      CallView.named(key, of: link).map { $0.value.all.compactMap(\.shown) }
    }
    var actions = ["index", "new", "create", "show", "edit", "update", "destroy"]
    if link.name == "resource" { actions.removeFirst() }
    if let only = names("only") { actions = actions.filter(only.contains) }
    if let except = names("except") { actions = actions.filter { !except.contains($0) } }
    return actions
  }
}
