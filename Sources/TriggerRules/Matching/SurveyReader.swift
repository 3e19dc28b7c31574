internal import Configuration
internal import Facts

/// Matches the rules of a language against one file.
struct SurveyReader {
  let rules: RuleSet
  var index: FileFactsIndex
  let tokens: SourceTokens
  var sites: SiteReader
  var survey: FileSurvey
  /// Functions without names that became symbols of their own.
  var closures: [Closure] = []
  /// What speaks for or against running code as a function.
  var suitability: [SuitabilityFact] = []
  /// Names that stand for routers, with the lines where they do.
  var made: [(name: String, first: UInt32, last: UInt32)] = []
  /// The namespace that handlers are named in, from calls around.
  var namespace = ""
  /// Files that people of the project write.
  var production: Set<String> = []
  /// Libraries, and whether the file names them.
  private var isNamed: [String: Bool] = [:]
  private var isOpenName: [String: Bool] = [:]
  /// What names are assigned, where rules ask for constructions.
  private(set) var assignments: Assignments?

  /// A function without a name that something starts.
  struct Closure: Sendable {
    var function: SourceFunction
    var symbol: KnownSymbol
  }

  init(_ source: [UInt8], _ facts: FileFacts, _ rules: RuleSet) {
    self.rules = rules
    index = FileFactsIndex(facts)
    tokens = SourceTokens(source, Lexis.of(facts.language))
    sites = SiteReader(tokens, rules)
    survey = FileSurvey(path: facts.path, language: facts.language)
    survey.rules = rules.rules
  }

  /// Whether the file itself says the name of one of these libraries, dotted or not.
  mutating func names(oneOf libraries: [String]) -> Bool {
    libraries.contains { library in
      if let known = isNamed[library] { return known }
      let parts = library.split { ".:".contains($0) }.map(String.init)
      let known = (0..<tokens.count).contains { place in
        tokens.text(place, begins: library) || tokens.isPath(place, parts)
      }
      isNamed[library] = known
      return known
    }
  }

  /// Reads all that the file says; functions without names are in ``closures``.
  mutating func read() {
    sites.read()
    markOverrides()
    survey.symbols = index.symbols
    survey.guards = sites.guards
    survey.constants = sites.constants
    survey.fallbacks = SettingDefaults.fallbacks(in: tokens, of: rules.variables)
    readTypes()
    guard mayMatch else { return }
    if rules.readsConstructs, !sites.sites.isEmpty { assignments = Assignments(tokens) }
    index.indexLines()
    index.aliases = aliases
    for place in sites.sites.indices { readRouters(place) }
    for place in sites.sites.indices { match(place) }
    matchTypes()
    matchAssigned()
    matchFunctions()
    matchParameters()
    matchWired()
    matchClockCalls()
    matchCriteria()
  }

  private var mayMatch: Bool {
    !sites.sites.isEmpty || !sites.shown.isEmpty || !sites.assigned.isEmpty
      || !sites.clocked.isEmpty
      || !rules.functions.isEmpty
      || !rules.parameters.isEmpty || !rules.wired.isEmpty || !sites.headers.isEmpty
  }

  /// Methods that stand in for one of a type above, by the words before their names.
  private mutating func markOverrides() {
    guard [.csharp, .java, .kotlin].contains(survey.language) else { return }
    var lines: Set<UInt32> = []
    for place in 0..<tokens.count
    where tokens.isWord(place, "override") || tokens.isWord(place, "Override") {
      lines.insert(tokens.line(place))
    }
    if !lines.isEmpty { index.markOverrides(at: lines) }
  }

  /// Types that the file knows by other names, by those: `use Api\Song as ApiSong`.
  private var aliases: [String: String] {
    guard tokens.lexis.isPHP else { return [:] }
    var aliases: [String: String] = [:]
    for place in 0..<tokens.count
    where tokens.isWord(place, "as") && tokens.isWord(place - 1) && tokens.isWord(place + 1) {
      // Behind `foreach ($rows as $row)` stands a variable.
      let name = tokens.text(place + 1)
      if name.hasPrefix("$") { continue }
      aliases[name] = FileFactsIndex.simple(tokens.text(place - 1))
    }
    return aliases
  }

  // MARK: Routers

  func isMade(_ name: String, at line: UInt32) -> Bool {
    !name.isEmpty
      && (made.contains { $0.name == name && $0.first <= line && line <= $0.last }
        || sites.typed.contains(name))
  }

  /// The same, and names that usually stand for one where nothing says otherwise.
  mutating func isRouter(_ name: String, at line: UInt32) -> Bool {
    if isMade(name, at: line) { return true }
    guard rules.makerNames.contains(name) else { return false }
    if let known = isOpenName[name] { return known }
    let isOpen = sites.isOpen(name) { self.isMaker($0) }
    isOpenName[name] = isOpen
    return isOpen
  }

  private func isMaker(_ chain: SourceChain) -> Bool {
    guard let last = chain.links.last(where: { $0.arguments != nil }) ?? chain.links.last else {
      return false
    }
    let dotted = chain.dotted
    return chain.links.contains { link in
      link.arguments != nil
        && rules.makers.contains { !$0.text.contains(".") && $0.matches(link.name) }
    } || rules.makers.contains { $0.text.contains(".") && dotted.hasPrefix($0.text) }
      || rules.makers.contains { $0.matches(last.name) && !$0.text.contains(".") }
  }

  /// The last plain name before a link of a chain: the variable that it is called on.
  func receiver(_ chain: SourceChain, _ link: Int) -> String {
    var place = link - 1
    while place >= 0 {
      if chain.links[place].arguments == nil, chain.links[place].block == nil {
        return chain.links[place].name
      }
      place -= 1
    }
    return ""
  }

  private mutating func readRouters(_ place: Int) {
    let site = sites.sites[place]
    guard !site.isAnnotation else { return }
    let (first, last) = scope(of: site)
    if !site.bound.isEmpty, isMaker(site.chain) {
      made.append((site.bound, first, last))
      survey.bindings.append(
        RouterBinding(
          name: site.bound, first: first, last: last, line: site.chain.line,
          segments: prefix(ofMaker: site.chain), parent: RouterReference(name: "", line: 0)))
    }
    for (number, link) in site.chain.links.enumerated() {
      for mount in rules.mounts[link.name] ?? [] where fits(mount, site, number) {
        add(mount, site, number, (first, last))
      }
    }
  }

  /// Lines in which what is assigned here has its name.
  private func scope(of site: CallSite) -> (UInt32, UInt32) {
    guard let function = index.function(at: site.chain.line), function.name != site.bound else {
      return (1, .max)
    }
    return (function.line, function.endLine)
  }

  /// `APIRouter(prefix="/x")`, `Blueprint("b", url_prefix="/x")`.
  private func prefix(ofMaker chain: SourceChain) -> [String] {
    for link in chain.links {
      for argument in link.arguments ?? [] where ["prefix", "url_prefix"].contains(argument.key) {
        if let text = argument.value.literal { return [text] }
      }
      if case .table(let entries)? = link.arguments?.first?.value,
        let text = entries.first(where: { $0.key == "prefix" })?.value.literal
      {
        return [text]
      }
    }
    return []
  }

  mutating func fits(_ mount: MountRule, _ site: CallSite, _ link: Int) -> Bool {
    guard !site.isAnnotation else { return false }
    return mount.receivers.isEmpty || accepts(mount.receivers, site.chain, link)
  }

  /// Whether what stands before a link is one of the receivers of a rule.
  mutating func accepts(
    _ patterns: [FrameworkPack.Pattern], _ chain: SourceChain, _ link: Int
  ) -> Bool {
    let name = receiver(chain, link)
    for pattern in patterns {
      if pattern.text == FrameworkPack.makerReceiver, !pattern.isPrefix {
        if isRouter(name, at: chain.line) { return true }
        if link > 0,
          isMaker(
            SourceChain(
              links: Array(chain.links[..<link]), line: chain.line, endLine: chain.endLine,
              spelling: "", start: 0, end: 0))
        {
          return true
        }
      } else if pattern.text.isEmpty, !pattern.isPrefix {
        if link == 0 { return true }
      } else if link > 0, pattern.matches(name) || pattern.matches(chain.links[link - 1].name) {
        return true
      }
    }
    return false
  }

  private mutating func add(
    _ mount: MountRule, _ site: CallSite, _ link: Int, _ scope: (UInt32, UInt32)
  ) {
    let view = CallView(site.chain, link: link)
    let parent = RouterReference(name: receiver(site.chain, link), line: site.chain.line)
    let own = segments(of: mount, view)
    guard !mount.routers.isEmpty else {
      if !site.bound.isEmpty {
        made.append((site.bound, scope.0, scope.1))
        survey.bindings.append(
          RouterBinding(
            name: site.bound, first: scope.0, last: scope.1, line: site.chain.line,
            segments: own, parent: parent))
      }
      // What a function is handed that stands behind the path.
      if case .function(let function)? = view.argument(at: .block)?.value {
        for name in function.parameters.prefix(2) {
          made.append((name, function.line, function.endLine))
        }
      }
      return
    }
    for place in mount.routers {
      guard let argument = view.argument(at: place), let target = target(of: argument) else {
        continue
      }
      survey.mounts.append(
        RouterMount(
          target: target, segments: around(site) + own, parent: parent, line: site.chain.line))
      return
    }
  }

  func segments(of mount: MountRule, _ view: CallView) -> [String] {
    for place in mount.paths {
      if let text = view.value(at: place)?.literal {
        return mount.isMember ? [text, ":id"] : [text]
      }
    }
    return []
  }

  private func target(of argument: SourceArgument) -> RouterMount.Target? {
    let lines = argument.line...max(argument.line, argument.endLine)
    switch argument.value {
    case .word(let name):
      let parts = name.split(separator: ".").map(String.init)
      if let path = importedFile(parts[0], near: lines) {
        return .file(path, name: parts.count > 1 ? parts[1] : "")
      }
      if let symbol = index.target(of: parts.last ?? name, in: lines), symbol.isFunction {
        return .function(symbol)
      }
      return .variable(parts.last ?? name, line: argument.line)
    case .text(let module): return .module(module)
    case .list(let values):
      guard let first = values.first else { return nil }
      return target(
        of: SourceArgument(
          key: "", value: first, line: argument.line, endLine: argument.endLine))
    case .chain(let chain): return target(of: chain, lines)
    default: return nil
    }
  }

  private func target(of chain: SourceChain, _ lines: ClosedRange<UInt32>) -> RouterMount.Target? {
    if let last = chain.links.first(where: { ["include", "require", "import"].contains($0.name) }) {
      guard let value = last.arguments?.first?.value else { return nil }
      if let path = index.imported(at: lines) { return .file(path, name: "") }
      if case .text(let module) = value { return .module(module) }
      return target(
        of: SourceArgument(key: "", value: value, line: chain.line, endLine: chain.endLine))
    }
    for link in chain.links.reversed() {
      if let symbol = index.target(of: link.name, in: lines), symbol.isFunction {
        return .function(symbol)
      }
    }
    if let own = index.symbols.first(where: { $0.isFunction && $0.name == chain.links.last?.name })
    {
      return .function(own)
    }
    return nil
  }

  /// The project file that a name of this file was imported from.
  func importedFile(_ name: String, near lines: ClosedRange<UInt32>) -> String? {
    for place in 0..<tokens.count where tokens.isWord(place, name) {
      let line = tokens.line(place)
      if line > lines.upperBound { break }
      if let path = index.imported(at: line...line, name: name), path != survey.path { return path }
      // The end of an import over several lines.
      if place > 0,
        tokens.isMark(place - 1, "{") || tokens.isMark(place - 1, ",")
          || tokens.isMark(place - 1, "("), let path = index.imported(at: line...line + 12),
        isInImport(place), path != survey.path
      {
        return path
      }
    }
    return nil
  }

  private func isInImport(_ place: Int) -> Bool {
    var back = place
    while back > 0, back > place - 60 {
      if tokens.isWord(back, "import") || tokens.isWord(back, "require") { return true }
      if tokens.isMark(back, ";") || tokens.isMark(back, ")") { return false }
      back -= 1
    }
    return false
  }

  /// What stands around a site, from the outside in.
  func around(_ site: CallSite) -> [String] {
    var segments: [String] = []
    var parent = site.parent
    while parent >= 0 {
      let outer = sites.sites[parent]
      var own: [String] = []
      for (number, link) in outer.chain.links.enumerated() {
        for mount in rules.mounts[link.name] ?? [] where mount.routers.isEmpty {
          own += self.segments(of: mount, CallView(outer.chain, link: number))
        }
      }
      segments = own + segments
      parent = outer.parent
    }
    return segments
  }
}
