internal import Facts
internal import TreeSitterBinding

/// Reads a Kotlin file: declarations, types, bodies.
struct KotlinReader: OutlineReader {
  let kinds: NodeKinds<KotlinNode>
  let fields: KotlinFields

  init(_ grammar: Grammar) {
    kinds = NodeKinds(grammar)
    fields = KotlinFields(grammar)
  }

  func read(into draft: inout OutlineDraft) {
    guard !draft.tree.nodes.isEmpty else { return }
    var walk = KotlinWalk(draft: draft, kinds: kinds, fields: fields)
    draft = OutlineDraft.empty
    walk.readFile()
    draft = walk.draft
  }
}

/// The state of reading one file.
struct KotlinWalk: QuotedNameWalk {
  /// What a name without anything before it may be a member of.
  struct Receiver {
    var term: UInt32
    /// The name by which `this@name` means it.
    var label: UInt32
    /// Whether there is one for sure.
    var isCertain: Bool
  }

  /// What a condition says of types: names that are of a type where it holds, or where it does not.
  struct Casts {
    var holding: [(name: UInt32, type: UInt32)] = []
    var failing: [(name: UInt32, type: UInt32)] = []
  }

  var draft: OutlineDraft
  let kinds: NodeKinds<KotlinNode>
  let fields: KotlinFields
  /// Full names of what is imported by its last name, for annotations.
  var importedNames: [String: String] = [:]
  /// Open functions with a receiver, innermost last.
  var receivers: [Receiver] = []
  /// How many of them lie outside of the innermost type.
  var receiverFloor = 0
  var casts = Casts()
  /// Terms of nodes that belong to an expression which the grammar takes for another.
  var given: [Int: UInt32] = [:]
  /// Whether the arguments of a query over objects are read: it names types, not tables.
  var isInObjectQuery = false
  /// Number of open anonymous bodies: their members are no symbols.
  var anonymousDepth = 0
  /// Number of anonymous and local types so far, which makes their keys unique.
  var innerTypes = 0
  /// Bindings that Java sees as members of the file's class.
  var facade: [UInt32] = []
  var facadeName: String?
  /// Scopes of objects and companions: what they hold belongs to no instance.
  var objectScopes: Set<UInt32> = []

  /// The children that are rules of the grammar, without comments.
  func parts(_ index: Int) -> [Int] {
    children(index).filter {
      guard let kind = kind($0) else { return false }
      return kind != .lineComment && kind != .blockComment
    }
  }

  mutating func readFile() {
    // The package first: it is part of every name.
    if let header = first(0, .package), let path = first(header, .qualifiedIdentifier) {
      let name = dotted(path)
      draft.setNamespace(name)
      draft.openPrefix(name)
    }
    for index in children(0) {
      switch kind(index) {
      case .package, .lineComment, .blockComment: break
      case .fileAnnotation: readFileAnnotation(index)
      case .importHeader: readImport(index)
      default: readMember(index)
      }
    }
    addFacade()
  }

  private mutating func readFileAnnotation(_ index: Int) {
    readAnnotation(index, of: Reference.fileLevel)
    guard let annotation = draft.facts.annotations.last, annotation.name == "JvmName" else {
      return
    }
    facadeName = annotation.arguments.first?.value
  }

  private mutating func readImport(_ index: Int) {
    guard let path = first(index, .qualifiedIdentifier) else { return }
    let text = dotted(path)
    guard !text.isEmpty else { return }
    var item = Outline.Import(path: draft.name(text), line: draft.line(index))
    if first(index, .asterisk) != nil {
      item.marks.insert(.wildcard)
    } else {
      let last = String(
        text[(text.lastIndex(of: ".").map { text.index(after: $0) } ?? text.startIndex)...])
      let alias = first(index, .identifier).map { nameText($0) }
      item.alias = draft.name(alias ?? last)
      importedNames[alias ?? last] = text
    }
    draft.add(item)
  }

  /// The text of a qualified name, without white space and quotes.
  func dotted(_ index: Int) -> String {
    children(index).filter { kind($0) == .identifier }.map { nameText($0) }.joined(separator: ".")
  }

  /// The class as whose static members Java sees what the file declares.
  private mutating func addFacade() {
    guard !facade.isEmpty else { return }
    let path = draft.facts.path
    let file = path.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "." }
    guard path.hasSuffix(".kt"), let first = stem.first else { return }
    let name = facadeName ?? first.uppercased() + stem.dropFirst() + "Kt"
    // A scope of its own: nothing in Kotlin knows the name.
    draft.open(.namespace)
    defer { draft.close() }
    let owner = draft.add(
      Outline.Binding(name: draft.name(name), kind: .type, marks: .isStatic, scope: draft.scope))
    draft.open(.type, owner: owner)
    for binding in facade { addFacadeMember(draft.outline.bindings[Int(binding)]) }
    draft.close()
  }

  private mutating func addFacadeMember(_ binding: Outline.Binding) {
    guard !binding.marks.contains(.isPrivate) else { return }
    var copy = binding
    copy.scope = draft.scope
    copy.inner = Outline.none
    if copy.marks.contains(.isExtension) {
      copy.marks.remove(.isExtension)
      copy.least = copy.least &+ 1
      if copy.most < 255 { copy.most += 1 }
    }
    draft.add(copy)
  }
}
