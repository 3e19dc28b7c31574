internal import Configuration
internal import Facts

/// A call or an annotation that some rule may speak of, with what is around it.
struct CallSite: Sendable {
  var chain: SourceChain
  var isAnnotation: Bool
  /// The variable that it is assigned to; empty for none.
  var bound = ""
  /// Index of the innermost site around; -1 for none.
  var parent = -1
}

/// Values at the places of one link of a chain.
struct CallView {
  let chain: SourceChain
  let link: Int
  /// The key of the entry of a table, where it is one.
  var entry = ""
  /// Other annotations of what an annotation marks.
  var siblings: [SourceLink] = []

  init(_ chain: SourceChain, link: Int, entry: String = "") {
    self.chain = chain
    self.link = link
    self.entry = entry
  }

  private var called: SourceLink { chain.links[link] }

  func argument(at place: TriggerRule.Place) -> SourceArgument? {
    switch place {
    case .argument(let number): Self.plain(number, of: called)
    case .key(let key): Self.named(key, of: called)
    case .other(let name, let number): other(name).flatMap { Self.plain(number, of: $0) }
    case .otherKey(let name, let key): other(name).flatMap { Self.named(key, of: $0) }
    case .block:
      block.map {
        SourceArgument(key: "", value: .function($0), line: $0.line, endLine: $0.endLine)
      }
    case .constant, .callee, .receiver, .typeArgument, .owner, .entry, .type, .call: nil
    }
  }

  func value(at place: TriggerRule.Place) -> SourceValue? {
    switch place {
    case .constant(let text): .text(text)
    case .callee: .word(called.name)
    case .receiver: link > 0 ? .word(chain.links[link - 1].name) : nil
    case .typeArgument(let number):
      number < called.types.count ? .word(called.types[number]) : nil
    case .entry: entry.isEmpty ? nil : .text(entry)
    case .call: .table((called.arguments ?? []).filter { !$0.key.isEmpty })
    case .owner, .type: nil
    default: argument(at: place)?.value
    }
  }

  func value(_ places: [TriggerRule.Place]) -> SourceValue? {
    places.lazy.compactMap { value(at: $0) }.first
  }

  /// The function behind the call, or written as its last argument.
  private var block: SourceFunction? {
    if let block = called.block { return block }
    for argument in (called.arguments ?? []).reversed() {
      if case .function(let function) = argument.value { return function }
    }
    // `CROW_ROUTE(app, "/x")([] { … })`: what is called is what the call gave.
    for next in chain.links[(link + 1)...] {
      if let block = next.block { return block }
      for argument in next.arguments ?? [] {
        if case .function(let function) = argument.value { return function }
      }
    }
    return nil
  }

  private func other(_ name: String) -> SourceLink? {
    chain.links.first { $0.name == name } ?? siblings.first { $0.name == name }
  }

  private static func plain(_ number: Int, of link: SourceLink) -> SourceArgument? {
    let plain = link.plain
    let place = number < 0 ? plain.count + number : number
    return plain.indices.contains(place) ? plain[place] : nil
  }

  /// By name, or in a table that is an argument.
  static func named(_ key: String, of link: SourceLink) -> SourceArgument? {
    for argument in link.arguments ?? [] {
      if argument.key == key { return argument }
    }
    for argument in link.arguments ?? [] where argument.key.isEmpty {
      if case .table(let entries) = argument.value,
        let found = entries.first(where: {
          $0.key == key || $0.key.isEmpty && $0.value == .word(key)
        })
      {
        return found
      }
    }
    return nil
  }
}
