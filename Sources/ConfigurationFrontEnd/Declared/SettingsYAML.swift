internal import Configuration
internal import Yams

extension Setting {
  /// The documents of YAML or JSON; comments of JSON are blanked out beforehand.
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

  /// The pairs of a mapping, those that `<<` takes in from others before its own.
  private static func children(
    _ mapping: Node.Mapping, _ depth: Int, _ budget: inout SettingBudget
  ) -> [Setting] {
    var children: [Setting] = []
    var merged: [Setting] = []
    for (keyNode, value) in mapping {
      guard let name = keyNode.text else { continue }
      let child = make(value, key: name, line: keyNode.line, depth: depth + 1, &budget)
      if name == "<<" {
        let sources = if case .list(let list) = child.content { list } else { [child] }
        merged += sources.flatMap(\.children)
      } else {
        children.append(child)
      }
    }
    return merged + children
  }

  /// The tags that a file writes itself begin with one mark.
  private static func tag(_ node: Node) -> String {
    let name = node.tag.description
    return name.hasPrefix("!") && name.utf8.count > 1 ? name : ""
  }
}

/// JSON as people write it: with comments and commas too many, which YAML does not know.
enum LooseJSON {
  /// The text with `//` and `/* */` blanked out; lines stay.
  static func withoutComments(_ text: String) -> String {
    var bytes = Array(text.utf8)
    var index = 0
    var isQuoted = false
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted {
        if byte == UInt8(ascii: "\\") { index += 1 }
        if byte == UInt8(ascii: "\"") { isQuoted = false }
      } else if byte == UInt8(ascii: "\"") {
        isQuoted = true
      } else if byte == UInt8(ascii: "/"), index + 1 < bytes.count {
        index = blank(&bytes, index)
        continue
      } else if byte == 0x09 {
        bytes[index] = 0x20
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Blanks the comment at `start`, if one begins there; gives the place after it.
  private static func blank(_ bytes: inout [UInt8], _ start: Int) -> Int {
    let isLine = bytes[start + 1] == UInt8(ascii: "/")
    guard isLine || bytes[start + 1] == UInt8(ascii: "*") else { return start + 1 }
    var end = start + 2
    while end < bytes.count {
      if isLine, bytes[end] == 0x0a { break }
      let closes = bytes[end] == UInt8(ascii: "/") && bytes[end - 1] == UInt8(ascii: "*")
      end += 1
      if !isLine, closes, end > start + 3 { break }
    }
    for index in start..<end where bytes[index] != 0x0a { bytes[index] = 0x20 }
    return end
  }
}
