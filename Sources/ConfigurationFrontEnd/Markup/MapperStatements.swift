internal import Configuration
internal import Facts
internal import MarkupBinding

/// Statements of MyBatis and iBATIS: SQL with elements in it that a condition or a list decides on.
extension MarkupWalk {
  /// Fragments that include fragments, and so on.
  private static let mostIncludes = 16
  /// Elements of one statement, those of its fragments counted as often as they are included.
  private static let mostParts = 10_000
  /// The same, of all statements of a file.
  private static let mostPartsOfFile = 1_000_000

  /// Adds the accesses of all statements: by the method of the interface that runs each, and by the
  /// name that it can be run by.
  mutating func addStatements() {
    let namespace = values(dialect.namespace, 0).first?.text
    var fragments: [String: Int] = [:]
    for (index, element) in tree.elements.enumerated() {
      guard dialect.fragments.contains(element.name), let id = element["id"] else { continue }
      if fragments[id] == nil { fragments[id] = index }
    }
    var budget = Self.mostPartsOfFile
    for (index, element) in tree.elements.enumerated() where budget > 0 {
      guard dialect.statements.contains(element.name), let id = element["id"] else { continue }
      let most = min(budget, Self.mostParts)
      var expansion = Expansion(
        tree: tree, fragments: fragments, namespace: namespace, left: most)
      expansion.append(index, Self.mostIncludes)
      budget -= most - max(0, expansion.left)
      let names = [namespace.map { $0 + "." + id }, id].compactMap { $0 }.prefix(1)
      var ends = names.map { End(.statement, $0) }
      if let namespace { ends.append(End(.member, namespace + "#" + id)) }
      for text in expansion.texts { addAccesses(text, from: ends) }
    }
  }
}

/// The SQL of one statement, with all of its conditional parts.
private struct Expansion {
  let tree: MarkupTree
  let fragments: [String: Int]
  let namespace: String?
  private(set) var texts: [StatementText] = [StatementText()]
  /// Parts that may still be added.
  private(set) var left: Int

  init(tree: MarkupTree, fragments: [String: Int], namespace: String?, left: Int) {
    self.tree = tree
    self.fragments = fragments
    self.namespace = namespace
    self.left = left
  }

  /// Adds what an element holds; fragments may include others `includes` levels deep.
  mutating func append(_ index: Int, _ includes: Int) {
    for content in tree.elements[index].content {
      left -= 1
      guard left > 0 else { return }
      switch content {
      case .text(let text, let line): texts[0].add(text, line)
      case .element(let child): append(element: child, includes)
      }
    }
  }

  private mutating func append(element child: Int, _ includes: Int) {
    let element = tree.elements[child]
    let line = element.line
    switch element.name {
    case "include":
      guard let target = fragment(element["refid"] ?? ""), includes > 0 else { return }
      append(target, includes - 1)
    case "selectKey":
      // It is a statement of its own.
      let before = texts[0]
      texts[0] = StatementText()
      append(child, includes)
      texts.append(texts[0])
      texts[0] = before
    case "where": wrap(child, includes, before: "where")
    case "set": wrap(child, includes, before: "set")
    case "property", "bind": break
    default:
      for name in ["prefix", "prepend", "open"] {
        if let text = element[name] { texts[0].add(text, line) }
      }
      append(child, includes)
      for name in ["suffix", "close"] { if let text = element[name] { texts[0].add(text, line) } }
    }
  }

  private mutating func wrap(_ child: Int, _ includes: Int, before: String) {
    texts[0].add(before, tree.elements[child].line)
    append(child, includes)
  }

  /// A fragment of this file, by its name alone or with the namespace before it.
  private func fragment(_ name: String) -> Int? {
    if let known = fragments[name] { return known }
    guard let namespace, name.hasPrefix(namespace + ".") else { return nil }
    return fragments[String(name.dropFirst(namespace.utf8.count + 1))]
  }
}
