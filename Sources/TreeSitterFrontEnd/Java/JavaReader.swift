internal import Facts
internal import TreeSitterBinding

/// Reads a Java file: declarations, types, bodies.
struct JavaReader: OutlineReader {
  let kinds: NodeKinds<JavaNode>
  let fields: JavaFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = JavaFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = JavaWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct JavaWalk: SyntaxWalk {
  var draft: OutlineDraft
  let kinds: NodeKinds<JavaNode>
  let fields: JavaFields
  /// Full names of the imported types by their last name, for annotations.
  var importedNames: [String: String] = [:]
  /// Whether the arguments of a query over objects are read: it names types, not tables.
  var isInObjectQuery = false
  /// What the switches are about that are being read, innermost last.
  var switchSubjects: [UInt32] = []
  /// Number of open anonymous bodies: their members are no symbols, what they use is used by the
  /// symbol around them.
  var anonymousDepth = 0
  /// Number of anonymous and local types so far, which makes their keys unique.
  var innerTypes = 0

  mutating func readFile() {
    // The package first: it is part of every name.
    for index in children(0) where kind(index) == .package { readPackage(index) }
    for index in children(0) {
      switch kind(index) {
      case .package: break
      case .importDeclaration: readImport(index)
      default: readMember(index)
      }
    }
  }

  private mutating func readPackage(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .identifier, .scopedIdentifier:
        let name = dotted(part)
        draft.setNamespace(name)
        draft.openPrefix(name)
      case .annotation, .markerAnnotation: readAnnotation(part, of: Reference.fileLevel)
      default: break
      }
    }
  }

  private mutating func readImport(_ index: Int) {
    var marks: Outline.Import.Marks = []
    var path: Int?
    for part in children(index) {
      switch kind(part) {
      case .identifier, .scopedIdentifier: path = part
      case .asterisk: marks.insert(.wildcard)
      default: if draft.isText(part, "static") { marks.insert(.member) }
      }
    }
    guard let path else { return }
    let name = dotted(path)
    let last = name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
    var item = Outline.Import(path: draft.name(name), line: draft.line(index), marks: marks)
    if !marks.contains(.wildcard) {
      item.alias = draft.name(last)
      if marks.contains(.member) {
        item.name = item.alias
        item.path = draft.name(String(name.dropLast(last.count + 1)))
      } else {
        importedNames[last] = name
      }
    }
    draft.add(item)
  }

  /// The text of a qualified name, without white space and comments within it.
  func dotted(_ index: Int) -> String {
    let text = draft.tree.text(of: index)
    if text.allSatisfy({ $0 > 0x20 && $0 != 0x2f }) { return String(decoding: text, as: UTF8.self) }
    var parts: [String] = []
    var next = index
    while next < Int(draft.node(index).end) {
      if kind(next) == .identifier { parts.append(draft.text(of: next)) }
      next += 1
    }
    return parts.joined(separator: ".")
  }
}

extension OutlineDraft {
  /// Stands where a draft was while somebody else changes it.
  static var empty: OutlineDraft {
    OutlineDraft(path: "", language: .c, tree: SyntaxTree(source: []))
  }
}
