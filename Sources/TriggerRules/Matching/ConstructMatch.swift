internal import Configuration
internal import Facts

/// Functions of platforms that programs declare: `new lambda.Function(this, "F", { handler: … })`.
extension SurveyReader {
  /// The functions that a call starts: what its variables were assigned, or what it constructs itself.
  func constructed(
    _ rule: TriggerRule, _ view: CallView, _ site: CallSite
  ) -> [HandlerReference] {
    if rule.handlers.isEmpty {
      guard let function = function(view.chain.links[view.link], bound: site.bound) else {
        return [.none]
      }
      return [.platform(function)]
    }
    var names: [String] = []
    if !rule.inside.isEmpty { names += receivers(of: rule.inside, around: site) }
    for place in rule.handlers where rule.inside.isEmpty {
      guard let value = view.value(at: place) else { continue }
      names += Self.words(value)
    }
    for name in names {
      let bare = FileFactsIndex.simple(name)
      for other in sites.sites where other.bound == bare {
        guard
          let link = other.chain.links.last(where: {
            rule.constructs.contains($0.name) && $0.arguments != nil
          }), let function = function(link, bound: bare)
        else { continue }
        return [.platform(function)]
      }
    }
    return [.none]
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
      return [.platform(function)]
    }
    return [.none]
  }

  private func platformFunction(_ value: SourceValue, _ name: String) -> DeclaredFunction? {
    switch value {
    case .text(let text):
      guard text.contains("."), !text.contains(" "), !text.contains(":") else { return nil }
      var function = DeclaredFunction(name: name)
      function.handler = text
      function.home = folder
      return function
    case .table(let entries):
      for key in ["handler", "function", "job"] {
        guard let entry = entries.first(where: { $0.key == key }) else { continue }
        return platformFunction(entry.value, name)
      }
      return nil
    case .chain(let chain):
      return chain.links.last { $0.arguments != nil }.flatMap { function($0, bound: name) }
    case .word(let variable):
      let bare = String(variable.prefix { $0 != "." })
      return sites.sites.last { $0.bound == bare }?.chain.links.lazy
        .compactMap { function($0, bound: bare) }.first
    case .list(let values): return values.lazy.compactMap { platformFunction($0, name) }.first
    case .function, .other: return nil
    }
  }

  /// The folder of the file, with `/` at its end unless it is the root.
  private var folder: String {
    survey.path.lastIndex(of: "/").map { String(survey.path[...$0]) } ?? ""
  }

  /// The variables that calls around a site are made on: `f` of `f.addEventSource(new …)`.
  func receivers(of names: [String], around site: CallSite) -> [String] {
    var parent = site.parent
    while parent >= 0 {
      let chain = sites.sites[parent].chain
      if let link = chain.links.lastIndex(where: { names.contains($0.name) }) {
        return [receiver(chain, link)]
      }
      parent = sites.sites[parent].parent
    }
    return []
  }

  /// What the arguments of a construction say; nil where they name no handler.
  private func function(_ link: SourceLink, bound: String) -> DeclaredFunction? {
    func text(_ keys: String...) -> String? {
      keys.lazy.compactMap { CallView.named($0, of: link)?.value }.compactMap(Self.literal).first
    }
    let entry = text("entry")
    guard let handler = text("handler") ?? (entry == nil ? nil : "handler") else { return nil }
    let id = link.plain.lazy.compactMap(\.value.literal).first
    var function = DeclaredFunction(name: id ?? bound)
    function.handler = handler
    function.file = entry.map(Self.relative) ?? ""
    function.code = text("code", "codeUri").map(Self.relative) ?? ""
    let runtime = CallView.named("runtime", of: link)?.value.shown ?? ""
    function.runtime =
      runtime.split(separator: ".").last.map { $0.lowercased().replacing("_", with: "") } ?? ""
    // Paths of assets are relative to where the tool runs, which is in the folder or above.
    function.home = folder
    return function
  }

  /// A text, or the last in the calls that make one: `Code.fromAsset(path.join(dir, "x"))`.
  private static func literal(_ value: SourceValue) -> String? {
    if let text = value.literal { return text }
    guard case .chain(let chain) = value else { return nil }
    return chain.links.lazy.flatMap { $0.arguments ?? [] }.reversed().lazy
      .compactMap { literal($0.value) }.first
  }

  /// Without leading steps up: they lead from the file to where the tool runs.
  private static func relative(_ path: String) -> String {
    path.split(separator: "/").drop { $0 == "." || $0 == ".." }.joined(separator: "/")
  }

  /// Names in a value, those of arguments and lists included.
  private static func words(_ value: SourceValue) -> [String] {
    switch value {
    case .word(let name): [name]
    case .list(let values): values.flatMap(words)
    case .table(let entries): entries.flatMap { words($0.value) }
    case .chain(let chain):
      chain.links.filter { $0.arguments == nil }.map(\.name)
        + chain.links.flatMap { ($0.arguments ?? []).flatMap { words($0.value) } }
    case .text, .function, .other: []
    }
  }
}
