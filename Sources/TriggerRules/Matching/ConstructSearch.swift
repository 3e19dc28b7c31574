internal import Configuration
internal import Facts

/// Follows variables and what is handed on to the constructions that declare functions, and reads those.
struct ConstructSearch {
  let rules: RuleSet
  let path: String
  let assignments: Assignments

  /// Variables in a row that are followed, and values within values.
  private static let depthLimit = 16

  // MARK: Following

  /// The functions that what stands before a link of a chain leads to: `f` of `f.addEventSource(…)`.
  func functions(before link: Int, of chain: SourceChain) -> [HandlerReference] {
    for place in (0..<link).reversed() {
      let before = chain.links[place]
      if before.arguments != nil {
        let own = function(before, bound: "", before: chain.start)
        if !own.isEmpty { return own }
      } else {
        let found = functions(of: .word(before.name), before: chain.start)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// The functions that a value leads to, those of each element of a list.
  func functions(
    of value: SourceValue, before place: Int, bound: String = "", depth: Int = 0
  ) -> [HandlerReference] {
    guard depth < Self.depthLimit else { return [] }
    func inner(_ value: SourceValue) -> [HandlerReference] {
      functions(of: value, before: place, bound: bound, depth: depth + 1)
    }
    switch value {
    case .word(let name): return functions(named: name, before: place, depth)
    case .list(let values): return values.flatMap(inner)
    case .table(let entries): return entries.flatMap { inner($0.value) }
    case .chain(let chain):
      if let link = chain.links.last(where: {
        rules.constructs[$0.name] != nil && $0.arguments != nil
      }) {
        return function(link, bound: bound, before: place)
      }
      let arguments = chain.links.flatMap { ($0.arguments ?? []).map(\.value) }
      if let last = chain.links.last, Self.lists.contains(last.name) {
        return arguments.flatMap(inner)
      }
      for argument in arguments {
        // The first that a call is handed is what it is about; what it is set by comes behind it.
        let found = inner(argument)
        if !found.isEmpty { return found }
      }
      // `f.addAlias("live")`.
      guard let first = chain.links.last(where: { $0.arguments == nil }) else { return [] }
      return functions(named: first.name, before: place, depth)
    case .text, .function, .other: return []
    }
  }

  /// Calls that make lists of what they are handed.
  private static let lists: Set<String> = ["of", "asList", "list", "tuple", "List"]

  /// By the last word of a name that is assigned a function: `this.f`, `this.f.currentVersion`.
  private func functions(named name: String, before place: Int, _ depth: Int) -> [HandlerReference]
  {
    for word in name.split(separator: ".").suffix(4).reversed().map(String.init) {
      for (value, start) in assignments.values(of: word, before: place) {
        guard leadsOn(value) else { continue }
        let found = functions(of: value, before: start, bound: word, depth: depth + 1)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Whether what a variable was assigned stands for a function: a construction, another name of it, or
  /// what carries it.
  private func leadsOn(_ value: SourceValue) -> Bool {
    switch value {
    case .word, .list, .table: true
    case .chain(let chain):
      chain.links.contains { link in
        rules.constructs[link.name] != nil && link.arguments != nil
          || Self.lists.contains(link.name)
          || rules.carriers.contains { $0.matches(link.name) }
      }
    case .text, .function, .other: false
    }
  }

  /// What a key is set to in a variable that a call is handed: `onBuilt("x", options)`.
  func value(
    at place: TriggerRule.Place, _ view: CallView, before start: Int
  ) -> SourceValue? {
    guard case .key(let key) = place else { return nil }
    let plain = Self.plain(key)
    return entries(of: view.chain.links[view.link].arguments ?? [], before: start)
      .first { Self.plain($0.key) == plain }?.value
  }

  // MARK: Constructions

  /// The function that a construction declares; none where it says too little.
  func function(_ link: SourceLink, bound: String, before place: Int) -> [HandlerReference] {
    guard let rule = rules.constructs[link.name] else { return [] }
    return function(link, by: rule, bound: bound, before: place)
  }

  func function(
    _ link: SourceLink, by rule: ConstructRule, bound: String, before place: Int
  ) -> [HandlerReference] {
    let entries = entries(of: link.arguments ?? [], before: place)
    func value(_ keys: [String]) -> SourceValue? {
      keys.lazy.compactMap { key in
        let plain = Self.plain(key)
        return entries.first { Self.plain($0.key) == plain }?.value
      }.first
    }
    if let code = value(rule.code) {
      if case .chain(let chain) = code,
        chain.links.contains(where: { rule.unless.contains($0.name) })
      {
        return []
      }
      if Self.isInline(code) { return [.elsewhere] }
    }
    let id = link.plain.lazy.compactMap(\.value.literal).first ?? bound
    var function = DeclaredFunction(name: id)
    function.handler = value(rule.handler).flatMap { text($0, before: place) } ?? rule.usual
    function.file = value(rule.file).flatMap { path($0, before: place) } ?? ""
    function.code = value(rule.code).flatMap { path($0, before: place) } ?? ""
    if function.handler.isEmpty && function.file.isEmpty,
      rule.runtime.isEmpty || function.code.isEmpty,
      !rule.isImage
    {
      return []
    }
    if rule.isImage { readImage(&function, value(rule.code), before: place) }
    let main = value(rule.main).flatMap { path($0, before: place) } ?? rule.usualMain
    if !main.isEmpty { function.file = function.code.isEmpty ? main : function.code + "/" + main }
    if function.file.isEmpty, rule.isBeside { function.file = sourceBeside(id) }
    function.runtime = rule.runtime.isEmpty ? Self.runtime(value(["runtime"])) : rule.runtime
    // Paths of assets are relative to where the tool runs, which is in the folder or above.
    function.home = Self.folder(of: path)
    return [.platform(function)]
  }

  /// The folder of a file, with `/` at its end unless it is the root.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Keys with what they are set to, also in variables that stand for several: `{...common, code}`.
  private func entries(
    of arguments: [SourceArgument], before place: Int, depth: Int = 0
  ) -> [SourceArgument] {
    guard depth < 4 else { return [] }
    var own = arguments.filter { !$0.key.isEmpty }
    for argument in arguments where argument.key.isEmpty {
      switch argument.value {
      case .table(let inner): own += entries(of: inner, before: place, depth: depth + 1)
      case .chain(let chain):
        own += (chain.links.last?.arguments ?? []).filter { !$0.key.isEmpty }
      case .word(let name):
        // `{handler}` says both.
        own.append(
          SourceArgument(
            key: name, value: argument.value, line: argument.line, endLine: argument.endLine))
        for (value, start) in assignments.values(of: Self.last(name), before: place).prefix(1) {
          let whole = SourceArgument(
            key: "", value: value, line: argument.line, endLine: argument.endLine)
          if case .word = value { continue }
          own += entries(of: [whole], before: start, depth: depth + 1)
        }
      default: continue
      }
    }
    return own
  }

  private static func last(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private static func plain(_ key: String) -> String {
    key.lowercased().filter { $0 != "_" }
  }

  // MARK: Texts

  /// A text, that of a variable, or the first in the calls that make one.
  private func text(_ value: SourceValue, before place: Int, depth: Int = 0) -> String? {
    guard depth < 4 else { return nil }
    switch value {
    case .text(let text): return text
    case .word(let name):
      for (value, start) in assignments.values(of: Self.last(name), before: place) {
        if let text = text(value, before: start, depth: depth + 1) { return text }
      }
      return nil
    case .list(let values):
      return values.lazy.compactMap { text($0, before: place, depth: depth + 1) }.first
    case .chain(let chain):
      return chain.links.lazy.flatMap { $0.plain }.compactMap {
        text($0.value, before: place, depth: depth + 1)
      }.first
    case .table, .function, .other: return nil
    }
  }

  /// Calls that put a path together.
  private static let joins: Set<String> = ["join", "resolve", "combine", "joinpath", "get", "path"]

  /// A path without its leading steps up: they lead from the file, or from where the tool runs.
  private func path(_ value: SourceValue, before place: Int, depth: Int = 0) -> String? {
    guard depth < 6 else { return nil }
    switch value {
    case .text(let text): return Self.relative(text)
    case .word(let name):
      for (value, start) in assignments.values(of: Self.last(name), before: place) {
        if let path = path(value, before: start, depth: depth + 1) { return path }
      }
      return nil
    case .chain(let chain):
      for link in chain.links.reversed() {
        let named = (link.arguments ?? []).filter { $0.key.isEmpty || Self.plain($0.key) == "path" }
        let parts = named.lazy.map(\.value).compactMap {
          path($0, before: place, depth: depth + 1)
        }
        if Self.joins.contains(link.name.lowercased()) {
          let joined = parts.filter { !$0.isEmpty }.joined(separator: "/")
          if !joined.isEmpty { return Self.relative(joined) }
        } else if let first = parts.first {
          return first
        }
      }
      return nil
    case .list(let values):
      return values.lazy.compactMap { path($0, before: place, depth: depth + 1) }.first
    case .other(let text):
      // `__dirname + "/../src"`.
      let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
      return parts.count == 3 ? Self.relative(String(parts[1])) : nil
    case .table, .function: return nil
    }
  }

  private static func relative(_ path: String) -> String {
    path.split(separator: "/").drop { $0 == "." || $0 == ".." || $0.contains("{") }
      .joined(separator: "/")
  }

  /// Code that stands in the declaration itself.
  private static func isInline(_ value: SourceValue) -> Bool {
    guard case .chain(let chain) = value else { return false }
    return chain.links.contains { plain($0.name).hasSuffix("inline") || $0.name == "InlineCode" }
  }

  /// `Runtime.PYTHON_3_12` as `python312`.
  private static func runtime(_ value: SourceValue?) -> String {
    let text = plain(value?.shown ?? "").split(separator: ".").last ?? ""
    let name = text.prefix { $0.isLetter || $0.isNumber }
    return String(name.hasPrefix("runtime") ? name.dropFirst(7) : name)
  }

  /// An image starts what it is told to, else what its build says.
  private func readImage(
    _ function: inout DeclaredFunction, _ code: SourceValue?, before place: Int
  ) {
    guard let code, let chain = calls(code, before: place) else { return }
    var file = "Dockerfile"
    for link in chain.links where link.arguments != nil {
      for entry in entries(of: link.arguments ?? [], before: place) {
        switch Self.plain(entry.key) {
        case "cmd": function.handler = text(entry.value, before: place) ?? function.handler
        case "file": file = text(entry.value, before: place) ?? file
        default: continue
        }
      }
    }
    guard function.handler.isEmpty else { return }
    function.file = function.code.isEmpty ? file : function.code + "/" + file
  }

  /// The calls that make a value, or what its variable was assigned.
  private func calls(_ value: SourceValue, before place: Int) -> SourceChain? {
    switch value {
    case .chain(let chain): return chain
    case .word(let name):
      for case (.chain(let chain), _) in assignments.values(of: Self.last(name), before: place) {
        return chain
      }
      return nil
    default: return nil
    }
  }

  /// `shop-stack.mails.ts` for the function `mails` in `shop-stack.ts`.
  private func sourceBeside(_ id: String) -> String {
    let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[..<dot] + "." + id + name[dot...]
  }
}
