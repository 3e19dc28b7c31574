/// Constructions and what they are set by, as languages write them that have no names for arguments.
extension SourceChain {
  /// `Rule.Builder.create(scope, "r").schedule(s).build()` as `Rule(scope, "r", schedule: s)`, and
  /// `RuleProps.builder().schedule(s).build()`, `new RuleProps { Schedule = s }` and
  /// `&RuleProps{Schedule: s}` as tables, at any depth.
  var withoutBuilders: SourceChain {
    var chain = self
    chain.links = []
    var index = links.startIndex
    while index < links.endIndex {
      var link = links[index]
      link.arguments = link.arguments?.map(\.withoutBuilders)
      let creates = index + 2 < links.count && links[index + 1].name == "Builder"
      if creates, links[index + 2].name == "create", let own = links[index + 2].arguments {
        link.arguments = own.map(\.withoutBuilders) + Self.set(links[(index + 3)...])
        chain.links.append(link)
        return chain
      }
      chain.links.append(link)
      index += 1
    }
    return chain
  }

  /// What the calls of a builder set.
  fileprivate static func set(_ links: ArraySlice<SourceLink>) -> [SourceArgument] {
    links.compactMap { link in
      guard let arguments = link.arguments, let first = arguments.first, link.name != "build" else {
        return nil
      }
      var value = first.withoutBuilders.value
      if arguments.count > 1 { value = .list(arguments.map(\.withoutBuilders.value)) }
      return SourceArgument(key: link.name, value: value, line: link.line, endLine: first.endLine)
    }
  }

  /// The table that a value of properties stands for.
  fileprivate var properties: [SourceArgument]? {
    for (index, link) in links.enumerated()
    where link.name.hasSuffix("Props") || link.name.hasSuffix("Options") {
      if index + 1 < links.count, links[index + 1].name == "builder" {
        return Self.set(links[(index + 2)...])
      }
      guard index == links.count - 1, let own = link.arguments,
        own.contains(where: { !$0.key.isEmpty })
      else { continue }
      return own.map(\.withoutBuilders)
    }
    return nil
  }
}

extension SourceArgument {
  fileprivate var withoutBuilders: SourceArgument {
    var argument = self
    argument.value = value.withoutBuilders
    return argument
  }
}

extension SourceValue {
  var withoutBuilders: SourceValue {
    switch self {
    case .chain(let chain): chain.properties.map(SourceValue.table) ?? .chain(chain.withoutBuilders)
    case .list(let values): .list(values.map(\.withoutBuilders))
    case .table(let entries): .table(entries.map(\.withoutBuilders))
    case .text, .word, .function, .other: self
    }
  }
}
