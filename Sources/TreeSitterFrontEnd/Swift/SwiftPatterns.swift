internal import Facts
internal import TreeSitterBinding

/// Patterns: what they name, and the locals that they bind.
extension SwiftWalk {
  /// Reads a pattern for a value; `isBinding` where names in it are new ones.
  mutating func bind(_ pattern: Int, to value: UInt32, isBinding: Bool) {
    bind(Array(children(pattern)), to: value, isBinding: isBinding)
  }

  /// The same for the nodes of a pattern, which some statements hold without a node around them.
  mutating func bind(_ nodes: [Int], to value: UInt32, isBinding: Bool) {
    var isBinding = isBinding
    var nodes = nodes.filter { kind($0) != .comment && kind($0) != .multilineComment }
    nodes.removeAll { draft.isText($0, "?") || draft.isText($0, "case") }
    if let first = nodes.first, kind(first) == .valueBinding {
      isBinding = true
      nodes.removeFirst()
    }
    guard let head = nodes.first else { return }
    if draft.isText(head, "is") {
      for part in nodes where isType(part) { _ = readType(part, .type) }
      return
    }
    if let type = nodes.last, nodes.contains(where: { draft.isText($0, "as") }), isType(type) {
      let term = readType(type, .type)
      let known = draft.add(.value, .silent, base: term, at: type)
      bind([head], to: known, isBinding: isBinding)
      return
    }
    bindHead(head, Array(nodes.dropFirst()), value, isBinding)
  }

  private mutating func bindHead(
    _ head: Int, _ rest: [Int], _ value: UInt32, _ isBinding: Bool
  ) {
    switch kind(head) {
    case .pattern where rest.isEmpty: bind(head, to: value, isBinding: isBinding)
    case .pattern: bindTuple([head] + rest, value, isBinding)
    case .simpleIdentifier:
      if isDotted(head) {
        bindCase(head, rest, base: value, isBinding)
      } else if rest.contains(where: { draft.isText($0, ":") }) {
        bindTuple([head] + rest, value, isBinding)
      } else if isBinding {
        draft.addLocal(name(head), value)
      } else {
        visit(head)
      }
    case .userType:
      let base = readType(head, .type)
      if let nameNode = rest.first, kind(nameNode) == .simpleIdentifier {
        bindCase(nameNode, Array(rest.dropFirst()), base: base, isBinding)
      }
    case .wildcard: break
    case .tuple where isBinding:
      for part in parts(head) { visit(part) }
    default: _ = visit(head, wanting: value)
    }
  }

  /// Whether there is a dot before a name.
  private func isDotted(_ index: Int) -> Bool {
    let source = draft.tree.source
    var position = Int(draft.node(index).start) - 1
    while position >= 0, source[position] == 0x20 { position -= 1 }
    return position >= 0 && source[position] == UInt8(ascii: ".")
  }

  /// `.paid(let amount, at: let date)`: the case, and what it holds by position.
  private mutating func bindCase(
    _ nameNode: Int, _ rest: [Int], base: UInt32, _ isBinding: Bool
  ) {
    let name = name(nameNode)
    if base == Outline.none || !isKnownCase(nameNode) {
      if !isKnownCase(nameNode) {
        // A case of an optional or a result holds the value itself.
        for part in rest where kind(part) == .pattern {
          bind(part, to: draft.isText(nameNode, "some") ? base : Outline.none, isBinding: isBinding)
        }
        return
      }
    }
    _ = draft.add(.member, .read, name: name, base: base, at: nameNode)
    let text = nameText(nameNode)
    let patterns = rest.filter { kind($0) == .pattern }
    for (position, part) in patterns.enumerated() {
      let payload =
        base == Outline.none
        ? base
        : draft.add(
          .member, .silent, name: draft.name("\(text)#\(position)"), base: base, at: part)
      bind(part, to: payload, isBinding: isBinding)
    }
  }

  private func isKnownCase(_ index: Int) -> Bool {
    !draft.isText(index, "some") && !draft.isText(index, "none")
  }

  private mutating func bindTuple(_ nodes: [Int], _ value: UInt32, _ isBinding: Bool) {
    var position = 0
    for part in nodes where kind(part) == .pattern {
      bind(part, to: tuplePart(position, of: value, at: part), isBinding: isBinding)
      position += 1
    }
  }
}
