internal import MarkupBinding

extension Setting {
  /// XML as settings. What stands in an element are lists of elements by their names; an element of a
  /// list is found by its attribute `name` or `id`, else by its number. Attributes are settings beside
  /// them. An element with text alone is that text, and has it under `text` where it has attributes.
  static func document(of tree: MarkupTree, budget: inout SettingBudget) -> Setting {
    guard let root = tree.elements.first else { return Setting(line: 1, .nothing) }
    let top = make(0, key: root.name, tree, depth: 1, &budget)
    return Setting(line: 1, .mapping([top]))
  }

  private static func make(
    _ index: Int, key: String, _ tree: MarkupTree, depth: Int, _ budget: inout SettingBudget
  ) -> Setting {
    let element = tree.elements[index]
    let line = Int(element.line)
    guard budget.take(depth: depth) else { return Setting(key: key, line: line, .nothing) }
    let children = tree.children(index)
    let text = tree.text(index).text.trimmed
    if children.isEmpty, element.attributes.isEmpty {
      return Setting(key: key, line: line, text.isEmpty ? .nothing : .text(text))
    }
    var entries = element.attributes.map { Setting(key: $0.name, line: line, .text($0.value)) }
    if !text.isEmpty { entries.append(Setting(key: "text", line: line, .text(text))) }
    var names: [String] = []
    var groups: [String: [Setting]] = [:]
    for child in children {
      let inner = tree.elements[child]
      if groups[inner.name] == nil { names.append(inner.name) }
      let place = String(groups[inner.name]?.count ?? 0)
      groups[inner.name, default: []].append(
        make(child, key: inner["name"] ?? inner["id"] ?? place, tree, depth: depth + 1, &budget))
    }
    for name in names {
      let group = groups[name] ?? []
      entries.append(Setting(key: name, line: group[0].line, .list(group)))
    }
    return Setting(key: key, line: line, .mapping(entries))
  }
}
