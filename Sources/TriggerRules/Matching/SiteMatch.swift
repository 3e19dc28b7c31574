internal import Basics
internal import Configuration
internal import Facts

/// Calls and annotations.
extension SurveyReader {
  mutating func match(_ place: Int) {
    let site = sites.sites[place]
    for (number, link) in site.chain.links.enumerated() {
      let known =
        site.isAnnotation ? rules.annotations[link.name] ?? [] : rules.rules(ofCall: link.name)
      let isOwn = !known.isEmpty && !site.isAnnotation && leadsToProject(site.chain, number)
      for rule in known {
        if site.isAnnotation, number != site.chain.links.count - 1 { continue }
        if !site.isAnnotation, link.arguments == nil, link.block == nil { continue }
        if isOwn, !rules.rules[rule].isOwn { continue }
        if matches(rules.rules[rule], rule, site, number) { break }
      }
    }
  }

  /// Whether a call is one of a function or a type of the project, or the declaration of one.
  private func leadsToProject(_ chain: SourceChain, _ number: Int) -> Bool {
    // What a library's header in the project declares is the library's.
    guard !tokens.lexis.isCFamily else { return false }
    let link = chain.links[number]
    if number == 0, index.declares(link.name, at: link.line) { return true }
    guard index.calls(link.name, at: link.line, in: production) else { return false }
    // Of several calls of one name in a line nobody knows which it is.
    var calls = 0
    for place in chain.start..<tokens.count {
      if tokens.line(place) > link.line { break }
      if tokens.line(place) == link.line, tokens.isWord(place, link.name) { calls += 1 }
    }
    return calls < 2 || number == 0
  }

  /// Whether a rule holds; adds what it finds.
  private mutating func matches(
    _ rule: TriggerRule, _ number: Int, _ site: CallSite, _ link: Int
  ) -> Bool {
    if !rule.receivers.isEmpty, !accepts(rule.receivers, site.chain, link) { return false }
    if !rule.notReceivers.isEmpty {
      let name = receiver(site.chain, link)
      if rule.notReceivers.contains(where: { $0.matches(name) }) { return false }
    }
    if !rule.files.isEmpty, !rule.files.contains(where: { $0.matches(survey.path) }) {
      return false
    }
    if !rule.imported.isEmpty, !names(oneOf: rule.imported) { return false }
    var view = CallView(site.chain, link: link)
    if rule.asksReceiver, var made = maker(of: site.chain, link) {
      made.name = TriggerRule.receiverName
      view.siblings.append(made)
    }
    let owner: KnownSymbol?
    if site.isAnnotation {
      owner = marked(rule, site, link)
      guard let owner, isTarget(owner, rule.target) else { return false }
      view.siblings = siblings(of: owner, site)
    } else {
      owner = index.function(at: site.chain.line)
      // The library itself, whose functions hand on to others of their name.
      let called = site.chain.links[link].name
      if tokens.lexis.isCFamily, owner?.name == called, called.contains(where: \.isLowercase) {
        return false
      }
    }
    if !rule.inside.isEmpty, !rule.isConstruct {
      guard let outer = outer(of: site, rule.inside, link) else { return false }
      view.siblings.append(outer)
    } else if let outer = every(around: site, rule) {
      view.siblings.append(outer)
    }
    guard let path = path(rule, view), !isSilenced(rule, owner, site) else { return false }
    var found = FoundTrigger(
      rule: number, kind: rule.kind, handler: .none, line: site.chain.links[link].line,
      evidence: (site.isAnnotation ? "@" : "") + site.chain.spelling)
    found.path = path.isEmpty ? nil : Self.withoutVerb(path)
    found.verb = verb(rule, view)
    found.attributes = attributes(rule, view, site)
    if let own = kind(rule, view, found) { found.kind = own }
    if found.kind == "duplex" { found.verb = nil }
    if found.kind.isEmpty || !has(rule.must, found.attributes) { return false }
    if let owner { found.wrapper = wrapper(rule, view, owner, found) }
    place(&found, site, link, owner)
    mark(&found, rule, site, owner)
    namespace = rules.language == .php ? namespace(around: site) : ""
    let handlers = handlers(rule, view, site, owner, found)
    if rule.must.contains("handler"), handlers == [.none] { return false }
    for handler in handlers {
      found.handler = handler
      if let kind = kind(byParametersOf: handler, rule) { found.kind = kind }
      add(found, site, owner)
    }
    return true
  }

  /// An annotation of a type that is an annotation itself stands for the rule elsewhere.
  private mutating func add(_ found: FoundTrigger, _ site: CallSite, _ owner: KnownSymbol?) {
    if site.isAnnotation, let owner, owner.kind == .type,
      sites.headers.contains(where: { $0.isAnnotation && $0.name == owner.name })
    {
      survey.composed[owner.name] = found
      return
    }
    survey.found.append(found)
  }

  private func siblings(of owner: KnownSymbol, _ site: CallSite) -> [SourceLink] {
    sites.sites.compactMap { other in
      guard other.isAnnotation, other.chain.start != site.chain.start,
        abs(Int(other.chain.line) - Int(site.chain.line)) <= 30, let last = other.chain.links.last,
        index.marked(by: last.name, at: other.chain.line)?.key == owner.key
      else { return nil }
      return last
    }
  }

  private func has(_ keys: [String], _ attributes: [TriggerDeclaration.Attribute]) -> Bool {
    keys.isEmpty || keys == ["handler"]
      || attributes.contains { attribute in
        keys.contains(attribute.key)
          || ["cron", "rate", "at"].contains(attribute.key) && keys.contains("schedule")
      }
  }

  /// The call of a chain around, or before in the chain, under the name `outer`.
  private func outer(of site: CallSite, _ names: [String], _ link: Int) -> SourceLink? {
    var found = site.chain.links[..<link].last { names.contains($0.name) }
    var parent = site.parent
    while found == nil, parent >= 0 {
      found = outer(of: site, in: sites.sites[parent].chain, names)
      parent = sites.sites[parent].parent
    }
    found?.name = "outer"
    return found
  }

  /// The call in whose arguments a site stands; where it has no others, the one before that has a text:
  /// `resource("/x").route(get().to(f))`.
  private func outer(of site: CallSite, in chain: SourceChain, _ names: [String]) -> SourceLink? {
    let place = chain.links.lastIndex { link in
      names.contains(link.name) && link.line <= site.chain.line
        && link.plain.contains { Self.has($0.value, site.chain.spelling) }
    }
    guard let place else { return nil }
    if chain.links[place].plain.count > 1 { return chain.links[place] }
    let before = chain.links[..<place].filter { names.contains($0.name) }
    return before.last { $0.plain.first?.value.literal != nil }
      ?? before.last { if case .word? = $0.plain.first?.value { true } else { false } }
  }

  private static func has(_ value: SourceValue, _ spelling: String) -> Bool {
    if case .chain(let chain) = value {
      return chain.spelling.contains(spelling) || spelling.hasPrefix(chain.spelling)
    }
    return false
  }

  /// A call around whose arguments a rule asks for by its name.
  private func every(around site: CallSite, _ rule: TriggerRule) -> SourceLink? {
    let names = rule.captures.flatMap(\.places).compactMap { place -> String? in
      if case .other(let name, _) = place { name } else { nil }
    }
    guard !names.isEmpty, !site.isAnnotation else { return nil }
    var parent = site.parent
    while parent >= 0 {
      if let link = sites.sites[parent].chain.links.last(where: { names.contains($0.name) }) {
        return link
      }
      parent = sites.sites[parent].parent
    }
    return nil
  }

  /// `Route::group(['namespace' => 'Api'], …)`: the innermost that is said.
  private func namespace(around site: CallSite) -> String {
    var parent = site.parent
    while parent >= 0 {
      for link in sites.sites[parent].chain.links.reversed() {
        if let text = CallView.named("namespace", of: link)?.value.literal { return text }
        if link.name == "namespace", let text = link.plain.first?.value.literal { return text }
      }
      parent = sites.sites[parent].parent
    }
    return ""
  }

  private func isTarget(_ owner: KnownSymbol, _ target: TriggerRule.Target) -> Bool {
    switch target {
    case .method, .parameter:
      owner.isFunction
        || sites.headers.contains { $0.isAnnotation && $0.name == owner.name }
    case .type: owner.kind == .type
    case .any: true
    }
  }

  private func marked(_ rule: TriggerRule, _ site: CallSite, _ link: Int) -> KnownSymbol? {
    let line = site.chain.line
    if rule.target == .parameter { return index.function(at: line) }
    let name = site.chain.links[link].name
    return index.marked(by: name, at: line) ?? index.marked(by: site.chain.dotted, at: line)
  }

  /// The literal path that a rule asks for; empty where it asks for none, nil where there is none.
  private func path(_ rule: TriggerRule, _ view: CallView) -> String? {
    guard let capture = rule.captures.first(where: { $0.key == "path" }) else { return "" }
    var text: String?
    for place in capture.places {
      guard let value = view.value(at: place) else { continue }
      text = value.all.first?.literal ?? constant(value.all.first)
      if text == nil, !rule.isLiteral { text = value.shown }
      if text != nil { break }
    }
    guard let text else {
      let isOptional = rule.begins == [""] || !rule.isLiteral || hasMount(before: view)
      return isOptional ? "" : nil
    }
    if rule.begins.isEmpty || rule.begins == [""] { return text }
    return rule.begins.contains { $0.isEmpty ? text.isEmpty : text.hasPrefix($0) } ? text : nil
  }

  /// Whether a call before in the chain says the path: `router.route("/x").get(f)`.
  private func hasMount(before view: CallView) -> Bool {
    view.chain.links[..<view.link].contains { link in
      link.arguments != nil && !(rules.mounts[link.name] ?? []).isEmpty
    }
  }

  private func constant(_ value: SourceValue?) -> String? {
    guard case .word(let name)? = value else { return nil }
    return survey.constants[FileFactsIndex.simple(name)]
  }

  private static let verbs = [
    "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "CONNECT",
  ]

  /// `GET /orders`, as some libraries write it, without the verb.
  private static func withoutVerb(_ path: String) -> String {
    let words = path.split(separator: " ", maxSplits: 1)
    guard words.count == 2, verbs.contains(String(words[0])) || words[0] == "ANY" else {
      return path
    }
    return String(words[1])
  }

  /// The methods of HTTP in what the rule's places say; nil where the rule has none.
  private func verb(_ rule: TriggerRule, _ view: CallView) -> String? {
    guard !rule.verb.isEmpty else { return nil }
    for place in rule.verb {
      guard let text = view.value(at: place)?.shown?.uppercased() else { continue }
      let found = Self.verbs.filter { Self.has($0, in: text) }
      if !found.isEmpty { return found.joined(separator: ",") }
    }
    return "ANY"
  }

  /// Whether a verb stands at the start, at the end or between marks.
  private static func has(_ verb: String, in text: String) -> Bool {
    if text.hasPrefix(verb) || text.hasSuffix(verb) { return true }
    return text.split { !$0.isLetter }.contains { $0 == verb }
  }

  /// The kind that the scheme of the source says, where it has one.
  private func kind(_ rule: TriggerRule, _ view: CallView, _ found: FoundTrigger) -> String? {
    guard !rule.schemes.isEmpty else { return nil }
    if rule.isPlatform {
      return maker(of: view.chain, view.link).flatMap { rule.schemes[$0.name] } ?? ""
    }
    let capture = rule.captures.first { $0.key == "source" || $0.key == "filter" }
    let text = capture.flatMap { view.value($0.places) }?.shown ?? ""
    let scheme = text.prefix { $0 != ":" && $0 != "?" && $0 != "(" }
    if let kind = rule.schemes[String(scheme)] { return kind }
    for (start, kind) in rule.schemes.sorted(by: { $0.key.count > $1.key.count })
    where text.hasPrefix(start) || text.hasSuffix("." + start) {
      return kind
    }
    return rule.schemes["*"] ?? ""
  }

  /// The kind that a type among the parameters of the handler says, where both stand in this file.
  private func kind(byParametersOf handler: HandlerReference, _ rule: TriggerRule) -> String? {
    guard !rule.kindsOfParameters.isEmpty, case .symbol(let target) = handler,
      target.path == survey.path
    else { return nil }
    // What a name refers to has no lines.
    let symbol =
      target.line > 0 ? target : index.symbols.first { $0.key == target.key } ?? target
    var place = tokens.first(at: symbol.line)
    let limit = min(tokens.count, place + 200)
    while place < limit, !tokens.isMark(place, "{") {
      if tokens.isWord(place), let kind = rule.kindsOfParameters[tokens.text(place)] { return kind }
      place += 1
    }
    return nil
  }

  private mutating func place(
    _ found: inout FoundTrigger, _ site: CallSite, _ link: Int, _ owner: KnownSymbol?
  ) {
    found.router = RouterReference(name: receiver(site.chain, link), line: site.chain.line)
    found.segments = around(site)
    for number in 0..<link {
      for mount in rules.mounts[site.chain.links[number].name] ?? [] where mount.routers.isEmpty {
        found.segments += segments(of: mount, CallView(site.chain, link: number))
      }
    }
    guard site.isAnnotation, let owner else { return }
    found.owner = owner.kind == .type ? owner : index.type(of: owner)
    let rule = rules.rules[found.rule]
    guard !rule.prefixes.isEmpty, let type = found.owner else { return }
    if let path = found.path, path.hasPrefix("~/") || path.hasPrefix("/") && rule.isAbsolute {
      found.path = path.replacing("~", with: "")
    } else if owner.kind != .type, let prefix = prefix(of: type, rule.prefixes) {
      found.segments.insert(prefix, at: 0)
    }
    let name = type.name.hasSuffix("Controller") ? String(type.name.dropLast(10)) : type.name
    func filled(_ text: String) -> String {
      text.replacing("[controller]", with: name.lowercased())
        .replacing("[action]", with: owner.name.lowercased())
    }
    found.segments = found.segments.map(filled)
    found.path = found.path.map(filled)
  }

  /// The path that an annotation of a type says.
  private func prefix(of type: KnownSymbol, _ names: [String]) -> String? {
    for site in sites.sites where site.isAnnotation {
      guard let last = site.chain.links.last, names.contains(last.name),
        index.marked(by: last.name, at: site.chain.line)?.key == type.key
      else { continue }
      let view = CallView(site.chain, link: site.chain.links.count - 1)
      let places: [TriggerRule.Place] = [
        .argument(0), .key("value"), .key("path"), .key("uri"), .key("template"),
      ]
      for value in places.compactMap({ view.value(at: $0) }) {
        if let text = value.all.first?.literal ?? constant(value.all.first) { return text }
        if let text = value["path"]?.literal { return text }
      }
    }
    return nil
  }

  /// Conditions under which it is on, and marks that let one run at a time.
  private func mark(
    _ found: inout FoundTrigger, _ rule: TriggerRule, _ site: CallSite, _ owner: KnownSymbol?
  ) {
    let names = Set(site.chain.links.map(\.name)).union(marks(of: owner))
    if rule.exclusive.contains(where: names.contains) {
      found.attributes.append(.init(key: "exclusive", value: "true"))
    }
    if rule.conditions.contains(where: names.contains) { found.isUnknown = true }
  }

  /// Names of the annotations of a symbol and of the type around it.
  func marks(of owner: KnownSymbol?) -> Set<String> {
    guard let owner else { return [] }
    let keys = [owner.key, index.type(of: owner)?.key].compactMap { $0 }
    return Set(
      index.facts.annotations.lazy.filter { annotation in
        annotation.symbol != Reference.fileLevel
          && keys.contains(index.facts.symbols[Int(annotation.symbol)].key)
      }.map { FileFactsIndex.simple($0.name) })
  }

  private func isSilenced(_ rule: TriggerRule, _ owner: KnownSymbol?, _ site: CallSite) -> Bool {
    guard !rule.unless.isEmpty else { return false }
    if rule.unless.contains(where: marks(of: owner).contains) { return true }
    var parent = site.parent
    while parent >= 0 {
      let outer = sites.sites[parent]
      if outer.chain.links.contains(where: { rule.unless.contains($0.name) }) { return true }
      parent = outer.parent
    }
    return site.chain.links.contains { link in
      rule.unless.contains(link.name)
        || (link.arguments ?? []).contains { argument in
          if case .chain(let chain) = argument.value {
            return chain.links.contains { rule.unless.contains($0.name) }
          }
          return false
        }
    }
  }
}
