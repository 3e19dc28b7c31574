internal import Configuration
internal import Facts

/// Functions of platforms that programs declare: `new lambda.Function(this, "F", { handler: … })`.
extension SurveyReader {
  /// The functions that a call starts: those that its values lead to, or the one that it declares itself.
  func constructed(
    _ rule: TriggerRule, _ view: CallView, _ site: CallSite
  ) -> [HandlerReference] {
    guard let assignments else { return [.none] }
    let search = ConstructSearch(rules: rules, path: survey.path, assignments: assignments)
    let start = view.chain.start
    var found: [HandlerReference] = []
    if rule.handlers.isEmpty {
      // One whose code stands there is worth telling only with what starts it.
      found = search.function(view.chain.links[view.link], bound: site.bound, before: start)
        .filter { $0 != .elsewhere }
    } else if !rule.inside.isEmpty {
      found = given(rule.inside, site, search)
    } else {
      for place in rule.handlers where found.isEmpty {
        if place == .receiver {
          found = search.functions(before: view.link, of: view.chain)
        } else if let value = view.value(at: place) ?? search.value(at: place, view, before: start)
        {
          found = search.functions(of: value, before: start)
        }
      }
    }
    var seen: Set<HandlerReference> = []
    found = found.filter { seen.insert($0).inserted }
    return found.isEmpty ? [.none] : found
  }

  /// The functions that a source of events is given to: by a call around it, in the construction of the
  /// function, or by the variable that it is assigned to.
  private func given(
    _ names: [String], _ site: CallSite, _ search: ConstructSearch
  ) -> [HandlerReference] {
    var parent = site.parent
    while parent >= 0 {
      let outer = sites.sites[parent]
      let links = outer.chain.links
      if let link = links.lastIndex(where: { names.contains($0.name) && $0.arguments != nil }) {
        return search.functions(before: link, of: outer.chain)
      }
      if let link = links.last(where: { rules.constructs[$0.name] != nil && $0.arguments != nil }) {
        return search.function(link, bound: outer.bound, before: outer.chain.start)
      }
      parent = outer.parent
    }
    guard !site.bound.isEmpty else { return [] }
    return sites.sites.lazy.flatMap { other -> [HandlerReference] in
      let link = other.chain.links.lastIndex { link in
        names.contains(link.name)
          && link.plain.contains { argument in
            if case .word(let name) = argument.value {
              Self.bare(name) == site.bound
            } else {
              false
            }
          }
      }
      return link.map { search.functions(before: $0, of: other.chain) } ?? []
    }.prefix(1).map { $0 }
  }

  /// The function that a text names, that a construction declares, or a variable that was assigned one:
  /// `"src/report.handler"`, `{ handler: … }`, `new sst.aws.Function("F", { … })`.
  func platformFunction(
    _ rule: TriggerRule, _ view: CallView, _ site: CallSite
  ) -> [HandlerReference] {
    let name =
      view.chain.links[view.link].plain.lazy.compactMap(\.value.literal).first ?? site.bound
    for place in rule.handlers {
      guard let value = view.value(at: place), let function = platformFunction(value, name) else {
        continue
      }
      return [function]
    }
    return [.none]
  }

  private func platformFunction(_ value: SourceValue, _ name: String) -> HandlerReference? {
    switch value {
    case .text(let text):
      guard text.contains("."), !text.contains(" "), !text.contains(":") else { return nil }
      var function = DeclaredFunction(name: name)
      function.handler = text
      function.home = ConstructSearch.folder(of: survey.path)
      return .platform(function)
    case .table(let entries):
      for key in ["handler", "function", "job"] {
        guard let entry = entries.first(where: { $0.key == key }) else { continue }
        return platformFunction(entry.value, name)
      }
      return nil
    case .chain(let chain):
      return chain.links.last { $0.arguments != nil }.flatMap { plainFunction($0, name, chain) }
    case .word(let variable):
      let bare = String(variable.prefix { $0 != "." })
      guard let site = sites.sites.last(where: { $0.bound == bare }) else { return nil }
      return site.chain.links.lazy.compactMap { plainFunction($0, bare, site.chain) }.first
    case .list(let values): return values.lazy.compactMap { platformFunction($0, name) }.first
    case .function, .other: return nil
    }
  }

  private func plainFunction(
    _ link: SourceLink, _ name: String, _ chain: SourceChain
  ) -> HandlerReference? {
    guard let assignments else { return nil }
    let search = ConstructSearch(rules: rules, path: survey.path, assignments: assignments)
    return search.function(link, by: .plain, bound: name, before: chain.start).first
  }
}

extension ConstructRule {
  /// For constructions that only their place tells.
  fileprivate static let plain: ConstructRule = {
    var rule = ConstructRule()
    (rule.handler, rule.file, rule.code) = (["handler"], ["entry"], ["code", "codeUri"])
    return rule
  }()
}
