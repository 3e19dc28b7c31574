internal import Configuration
internal import Yams

extension Setting {
  /// The documents of YAML or JSON; JSON goes through ``LooseJSON`` beforehand.
  static func documents(
    yaml text: String, budget: inout SettingBudget
  ) throws(YAMLFailure) -> [Setting] {
    try YAMLText.documents(text).map { make($0, key: "", line: 1, depth: 0, &budget) }
  }

  private static func make(
    _ node: Node, key: String, line: Int, depth: Int, _ budget: inout SettingBudget
  ) -> Setting {
    guard budget.take(depth: depth) else { return Setting(key: key, line: line, .nothing) }
    let line = key.isEmpty ? node.line : line
    switch node {
    case .scalar(let scalar):
      let content = node.isNull ? Content.nothing : .text(scalar.string)
      return Setting(key: key, line: line, tag: tag(node), content)
    case .sequence(let sequence):
      let children = sequence.enumerated().map { index, item in
        make(item, key: String(index), line: item.line, depth: depth + 1, &budget)
      }
      return Setting(key: key, line: line, tag: tag(node), .list(children))
    case .mapping(let mapping):
      return Setting(
        key: key, line: line, tag: tag(node), .mapping(children(mapping, depth, &budget)))
    case .alias: return Setting(key: key, line: line, .nothing)
    }
  }

  /// The pairs of a mapping, those that `<<` takes in from others before its own. Its own replace
  /// others, and those of the first in a list the later ones.
  private static func children(
    _ mapping: Node.Mapping, _ depth: Int, _ budget: inout SettingBudget
  ) -> [Setting] {
    var children: [Setting] = []
    var sources: [Setting] = []
    for (keyNode, value) in mapping {
      guard let name = keyNode.text else { continue }
      let child = make(value, key: name, line: keyNode.line, depth: depth + 1, &budget)
      if name == "<<" {
        if case .list(let list) = child.content { sources += list } else { sources.append(child) }
      } else {
        children.append(child)
      }
    }
    if sources.isEmpty { return children }
    var names = Set(children.map(\.key))
    let merged = sources.flatMap(\.children).filter { names.insert($0.key).inserted }
    return merged + children
  }

  /// The tags that a file writes itself begin with one mark.
  private static func tag(_ node: Node) -> String {
    let name = node.tag.description
    return name.hasPrefix("!") && name.utf8.count > 1 ? name : ""
  }
}
