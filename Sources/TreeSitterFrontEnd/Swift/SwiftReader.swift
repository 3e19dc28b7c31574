internal import Facts
internal import TreeSitterBinding

/// Reads a Swift file: declarations, types, bodies.
struct SwiftReader: OutlineReader {
  let kinds: NodeKinds<SwiftNode>

  init(_ grammar: Grammar) { kinds = NodeKinds(grammar) }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = SwiftWalk(draft: draft, kinds: kinds)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct SwiftWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<SwiftNode>
  /// What the expression that is read next is taken for, so that `.name` can be looked up in it.
  var wanted = Outline.none
  /// What the function around gives.
  var result = Outline.none
  /// What `\.name` starts from.
  var keyPathRoot = Outline.none
  /// The terms that functions and closures without a declared result give, innermost last.
  var given: [UInt32] = []
  /// Whether the extension around is private, and so what it holds.
  var isPrivateAround = false
  /// Number of types inside functions so far, which makes their keys unique.
  var innerTypes = 0
  /// Keys of symbols that were declared: branches for several systems declare one name twice.
  var keys: [String: Int] = [:]

  /// The children that are rules of the grammar, without comments.
  func parts(_ index: Int) -> [Int] {
    children(index).filter {
      guard let kind = kind($0) else { return false }
      return kind != .comment && kind != .multilineComment && kind != .directive
    }
  }

  /// The first byte of a node: brackets have no nodes of their own.
  func startsWith(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    draft.tree.text(of: index).first == UInt8(ascii: mark)
  }

  /// The name that an identifier stands for: without the quotes that allow any word, and without the
  /// mark that takes what is around a wrapped property.
  mutating func name(_ index: Int) -> UInt32 {
    let text = draft.tree.text(of: index)
    let isOther = text.first == 0x60 || text.first == 0x24 || (text.last ?? 0) < 0x60
    return isOther ? draft.name(nameText(index)) : draft.name(of: index)
  }

  func nameText(_ index: Int) -> String {
    let text = draft.tree.text(of: index)
    if text.first == 0x60, text.count >= 2 {
      return String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
    }
    if text.first == 0x24, text.count > 1, !(0x30...0x39).contains(text[text.startIndex + 1]) {
      return String(decoding: text.dropFirst(), as: UTF8.self)
    }
    let name = String(decoding: text, as: UTF8.self)
    return (text.last ?? 0) < 0x60 ? SwiftSource.disguised[name] ?? name : name
  }

  mutating func readFile() {
    if draft.facts.path.hasSuffix("/main.swift") || draft.facts.path == "main.swift" {
      _ = draft.declare("main", .function, key: key("main"), at: 0, traits: .entryPoint)
    }
    for index in children(0) { readMember(index) }
  }

  /// The key of a symbol. Names are unique in a module only, and no file says which it belongs to.
  mutating func key(_ name: String) -> String {
    let key = draft.facts.path + "#" + draft.qualified(name)
    let count = keys[key, default: 0]
    keys[key] = count + 1
    return count == 0 ? key : key + "$\(count)"
  }

  mutating func readImport(_ index: Int) {
    guard let path = first(index, .identifier) else { return }
    let names = children(path).filter { kind($0) == .simpleIdentifier }.map { nameText($0) }
    guard let module = names.first else { return }
    var item = Outline.Import(path: draft.name(module), line: draft.line(index))
    let isSingle = children(index).contains { node in
      ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"].contains {
        draft.isText(node, $0)
      }
    }
    if isSingle, names.count > 1 {
      item.name = draft.name(names[names.count - 1])
    } else {
      item.marks.insert(.wildcard)
    }
    let attributes = modifiers(index).attributes.map { attributeName($0) }
    if attributes.contains("_exported") || modifiers(index).words.contains("public") {
      item.marks.insert(.exported)
    }
    draft.add(item)
  }
}
