internal import Facts
internal import TreeSitterBinding

/// Attributes: annotations with their arguments, derived traits, names that they use.
enum RustAttribute {
  /// The file that `#[path = "…"]` names.
  static func path(_ attributes: [Int], _ walk: RustWalk) -> String? {
    for item in attributes where walk.attributeName(item) == "path" {
      guard let attribute = walk.first(item, .attribute),
        let value = walk.child(attribute, walk.fields.value)
      else { continue }
      return walk.literal(value)
    }
    return nil
  }
}

extension RustWalk {
  /// The path of an attribute as it is written.
  func attributeName(_ item: Int) -> String {
    first(item, .attribute).flatMap { parts($0).first }.map { pathText($0) } ?? ""
  }

  /// The words of an attribute's arguments: of `derive(Clone, serde::Serialize)` the last of each path.
  func attributeWords(_ item: Int) -> [String] {
    attributePaths(item).compactMap(\.last).map { draft.text(of: $0) }
  }

  /// The paths of an attribute's arguments.
  private func attributePaths(_ item: Int) -> [[Int]] {
    guard let tree = first(item, .attribute).flatMap({ child($0, fields.arguments) }) else {
      return []
    }
    return paths(in: tree)
  }

  private func paths(in tree: Int) -> [[Int]] {
    var found: [[Int]] = []
    var isContinued = false
    for part in children(tree) {
      if kind(part) == .identifier {
        if isContinued { found[found.count - 1].append(part) } else { found.append([part]) }
        isContinued = false
      } else {
        isContinued = draft.isText(part, "::") && !found.isEmpty
      }
    }
    return found
  }

  // MARK: Annotations

  mutating func readAttributes(_ attributes: [Int], of symbol: UInt32) {
    for item in attributes { readAttribute(item, of: symbol) }
  }

  mutating func readInnerAttribute(_ index: Int) { readAttribute(index, of: draft.symbol) }

  private mutating func readAttribute(_ item: Int, of symbol: UInt32) {
    guard let attribute = first(item, .attribute) else { return }
    let name = attributeName(item)
    let tree = child(attribute, fields.arguments)
    var arguments = tree.map { attributeArguments($0) } ?? []
    if let value = child(attribute, fields.value) {
      arguments = [.init(key: "", value: argumentText(value))]
    }
    draft.facts.annotations.append(
      Annotation(
        name: name, qualifiedName: name, arguments: arguments, symbol: symbol,
        line: draft.line(item)))
    for derived in derives(item) {
      draft.facts.annotations.append(
        Annotation(
          name: draft.text(of: derived[derived.count - 1]),
          qualifiedName: derived.map { draft.text(of: $0) }.joined(separator: "::"),
          symbol: symbol, line: draft.line(item)))
    }
    useAttribute(attribute, name, tree, of: symbol)
  }

  /// `key = value`, `key(value)`, `value`.
  private func attributeArguments(_ tree: Int) -> [TriggerDeclaration.Attribute] {
    let nodes = tokens(of: tree).nodes
    var found: [TriggerDeclaration.Attribute] = []
    var next = 0
    while next < nodes.count {
      let index = nodes[next]
      var text = draft.text(of: index)
      while next + 2 < nodes.count, draft.isText(nodes[next + 1], "::") {
        text += "::" + draft.text(of: nodes[next + 2])
        next += 2
      }
      if next + 2 < nodes.count, draft.isText(nodes[next + 1], "=") {
        found.append(.init(key: text, value: argumentText(nodes[next + 2])))
        next += 2
      } else if next + 1 < nodes.count, kind(nodes[next + 1]) == .tokenTree {
        found.append(.init(key: text, value: argumentText(nodes[next + 1])))
        next += 1
      } else if kind(index) != nil {
        found.append(.init(key: "", value: argumentText(index, or: text)))
      }
      next += 1
    }
    return found
  }

  private func argumentText(_ index: Int, or text: String? = nil) -> String {
    switch kind(index) {
    case .string, .rawString: return literal(index)
    case .tokenTree:
      return String(draft.text(of: index).dropFirst().dropLast())
    default: return text ?? draft.text(of: index)
    }
  }

  // MARK: Uses

  /// Attributes of other crates may be macros of the project, and name what it declares.
  private mutating func useAttribute(
    _ attribute: Int, _ name: String, _ tree: Int?, of symbol: UInt32
  ) {
    guard !RustNames.attributes.contains(name), let path = parts(attribute).first else { return }
    draft.open(.function, symbol: symbol)
    if let last = child(path, fields.name), let prefix = child(path, fields.path) {
      let base = readPrefix(prefix, isSilent: true)
      nameCrate(pathText(path), at: path)
      _ = draft.add(
        .member, .call, name: draft.name(draft.text(of: last) + "!"), base: base, at: last)
    } else if !RustNames.helperAttributes.contains(name) {
      _ = draft.add(.name, .call, name: draft.name(name + "!"), at: path)
    }
    if let tree {
      if name == "serde" { useTexts(tree) } else { readTokens(tree) }
    }
    draft.close()
  }

  /// `#[serde(with = "crate::dates")]`: texts that are paths.
  private mutating func useTexts(_ tree: Int) {
    let nodes = tokens(of: tree).nodes
    for (number, index) in nodes.enumerated() {
      guard number + 2 < nodes.count, draft.isText(nodes[number + 1], "="),
        kind(nodes[number + 2]) == .string,
        RustNames.pathKeys.contains(draft.text(of: index))
      else { continue }
      usePath(literal(nodes[number + 2]), at: nodes[number + 2])
    }
  }

  private mutating func usePath(_ text: String, at index: Int) {
    let names = text.split(separator: ":").map(String.init)
    guard !names.isEmpty, names.allSatisfy({ !$0.contains { "<> &(".contains($0) } }) else {
      return
    }
    var term = Outline.none
    for (number, name) in names.enumerated() {
      let use: Term.Use = number == names.count - 1 ? .wiring : .silentType
      term = draft.add(
        number == 0 ? .name : .member, use, name: draft.name(name), base: term, at: index)
    }
  }

  // MARK: Derived traits

  private func derives(_ item: Int) -> [[Int]] {
    switch attributeName(item) {
    case "derive": return attributePaths(item)
    case "cfg_attr":
      guard let tree = first(item, .attribute).flatMap({ child($0, fields.arguments) }) else {
        return []
      }
      let nodes = tokens(of: tree).nodes
      guard let word = nodes.firstIndex(where: { draft.isText($0, "derive") }),
        word + 1 < nodes.count
      else { return [] }
      return paths(in: nodes[word + 1])
    default: return []
    }
  }

  /// What is derived is a trait that the open type has, and perhaps a macro of the project.
  mutating func readDerives(_ attributes: [Int], of symbol: UInt32) {
    for path in attributes.flatMap({ derives($0) }) {
      guard let last = path.last else { continue }
      signature { walk in
        walk.draft.addSupertype(walk.segmentTerm(path, .implement, []))
      }
      let name = draft.text(of: last)
      if RustNames.derivable.contains(name) { continue }
      signature { walk in
        var base = Outline.none
        for (number, part) in path.dropLast().enumerated() {
          base =
            number == 0
            ? walk.readPrefix(part, isSilent: true)
            : walk.draft.add(
              .member, .silentType, name: walk.draft.name(of: part), base: base, at: part)
        }
        _ = walk.draft.add(
          path.count == 1 ? .name : .member, .call, name: walk.draft.name(name + "!"), base: base,
          at: last)
      }
    }
  }
}
