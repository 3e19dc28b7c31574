internal import Facts
internal import TreeSitterBinding

/// Texts: what they hold, and the tables, classes and files that they name.
extension PHPWalk {
  /// Whether a node is a text without anything put in.
  func isPlainText(_ index: Int) -> Bool {
    switch kind(index) {
    case .string, .nowdoc: true
    case .encapsed: children(index).allSatisfy { [.stringContent, .escape].contains(kind($0)) }
    default: false
    }
  }

  func isText(_ index: Int) -> Bool {
    [.string, .encapsed, .heredoc, .nowdoc].contains(kind(index))
  }

  /// The characters of a text; a parameter's mark for what is put in.
  func literal(_ index: Int) -> String {
    var text: [UInt8] = []
    addLiteral(index, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private func addLiteral(_ index: Int, to text: inout [UInt8]) {
    if kind(index) == .string { return addQuoted(draft.tree.text(of: index), to: &text) }
    for part in children(index) {
      switch kind(part) {
      case .heredocBody, .nowdocBody: addLiteral(part, to: &text)
      case .stringContent, .nowdocString: text += draft.tree.text(of: part)
      case .escape: addEscape(draft.tree.text(of: part), to: &text)
      case .comment, nil: break
      default:
        // Tables of WordPress are properties of its database: `$wpdb->posts`.
        if let table = tableProperty(part) {
          text += draft.tree.text(of: table)
        } else if draft.node(part).field == 0 {
          text += " ? ".utf8
        }
      }
    }
  }

  private func tableProperty(_ index: Int) -> Int? {
    guard kind(index) == .memberAccess, let object = child(index, fields.object),
      let name = child(index, fields.name), kind(name) == .name
    else { return nil }
    let isDatabase = draft.isText(object, "$wpdb") || draft.isText(object, "$this->wpdb")
    return isDatabase && !draft.isText(name, "prefix") ? name : nil
  }

  /// Between single quotes only quotes and backslashes are escaped.
  private func addQuoted(_ quoted: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard let quote = quoted.firstIndex(where: { $0 == 0x27 || $0 == 0x22 }) else { return }
    var rest = quoted[(quote + 1)...]
    if rest.last == quoted[quote] { rest = rest.dropLast() }
    guard rest.contains(0x5c) else { return text += rest }
    var isEscape = false
    for byte in rest {
      if isEscape, byte != 0x5c, byte != 0x27 { text.append(0x5c) }
      if byte == 0x5c, !isEscape {
        isEscape = true
      } else {
        text.append(byte)
        isEscape = false
      }
    }
  }

  private func addEscape(_ escape: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard let last = escape.dropFirst().first, escape.count == 2 else { return text += escape }
    let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
    text.append(plain[last] ?? last)
  }

  /// Tables and classes that a text names.
  mutating func readText(_ index: Int) {
    let length = draft.tree.text(of: index).count
    guard length > 4 else { return }
    let text = literal(index)
    addSQL(text, at: index)
    guard length < 240, text.utf8.contains(0x5c), isPlainText(index) else { return }
    let name = text.prefix { $0 != ":" && $0 != "@" }
    guard PHPName.isQualified(String(name)) else { return }
    let filed = draft.name(PHPNames.classMark + PHPName.lower(PHPName.trimmed(String(name))))
    let base = draft.add(.name, .wiring, name: filed, at: index)
    let member = text.dropFirst(name.count).drop { $0 == ":" || $0 == "@" }
    guard PHPName.isIdentifier(member.utf8) else { return }
    _ = draft.add(
      .member, .wiring, name: draft.name(PHPName.lower(String(member))), base: base, at: index)
  }

  /// The expressions that are put into a text.
  mutating func visitTextParts(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .stringContent, .escape, nil: break
      case .heredocBody: visitTextParts(part)
      default: visit(part)
      }
    }
  }

  /// Texts joined by dots, with a parameter's mark for what is not known.
  mutating func visitConcatenation(_ operands: [Int], at index: Int) -> UInt32 {
    var text = ""
    for operand in operands {
      if isText(operand) {
        text += literal(operand)
        visitTextParts(operand)
      } else {
        text += tableProperty(operand).map { draft.text(of: $0) } ?? " ? "
        visit(operand)
      }
    }
    if operands.contains(where: isText) { addSQL(text, at: index) }
    return draft.builtIn(draft.name("string"))
  }

  mutating func addSQL(_ text: String, at index: Int) { draft.addSQL(text, at: index) }

  // MARK: Inclusions

  /// `require __DIR__ . '/x.php'`: the path as far as constants say it.
  mutating func readInclude(_ index: Int) {
    if !isInFunction { hasStatements = true }
    let values = parts(index)
    guard let value = values.first else { return }
    if let pattern = path(value).flatMap(Self.pattern) {
      if pattern.hasSuffix("autoload.php") || pattern.hasSuffix("autoload_runtime.php") {
        loadsAutoloader = loadsAutoloader || !isInFunction
      }
      draft.add(
        Outline.Import(
          path: draft.name(pattern), scope: draft.scope, line: draft.line(index), marks: .dynamic))
    }
    visit(value)
  }

  /// What an expression says of a path, `*` for what it does not say.
  private func path(_ index: Int) -> String? {
    switch kind(index) {
    case .string, .encapsed, .heredoc, .nowdoc:
      return isPlainText(index) ? literal(index) : pathOfParts(index)
    case .parenthesized, .argument: return parts(index).last.flatMap(path)
    case .name:
      if draft.isText(index, "__DIR__") { return "." }
      if draft.isText(index, "__FILE__") {
        return "./" + (draft.facts.path.split(separator: "/").last ?? "")
      }
      return draft.isText(index, "DIRECTORY_SEPARATOR") ? "/" : "*"
    case .functionCall: return pathOfCall(index)
    case .binary: return pathOfConcatenation(index)
    default: return "*"
    }
  }

  private func pathOfParts(_ index: Int) -> String {
    children(index).reduce("") { text, part in
      kind(part) == .stringContent ? text + draft.text(of: part) : text + "*"
    }
  }

  private func pathOfConcatenation(_ index: Int) -> String {
    var texts: [String] = []
    var next = index
    while kind(next) == .binary, let left = child(next, fields.left),
      let right = child(next, fields.right)
    {
      texts.append(path(right) ?? "*")
      next = left
    }
    texts.append(path(next) ?? "*")
    return texts.reversed().joined()
  }

  /// `dirname(__FILE__)`, `dirname(__DIR__, 2)`, `realpath(…)`.
  private func pathOfCall(_ index: Int) -> String {
    guard let function = child(index, fields.function),
      let list = child(index, fields.arguments)
    else { return "*" }
    let values = children(list).filter { kind($0) == .argument }
    let name = PHPName.lower(PHPName.last(draft.text(of: function)))
    guard let first = values.first, let inner = path(first) else { return "*" }
    if name == "realpath" { return inner }
    guard name == "dirname", !inner.hasPrefix("*") else { return "*" }
    let levels = values.dropFirst().first.flatMap { Int(draft.text(of: $0)) } ?? 1
    return (0..<max(1, min(levels, 16))).reduce(inner) { path, _ in Self.folder(of: path) }
  }

  /// The folder that a path lies in: `..` of `.`.
  private static func folder(of path: String) -> String {
    if path == "." { return ".." }
    if path.hasSuffix("..") { return path + "/.." }
    return path.lastIndex(of: "/").map { String(path[..<$0]) } ?? path + "/.."
  }

  /// A path with at most its beginning unknown; nil for any other.
  private static func pattern(_ path: String) -> String? {
    var text = path
    // The ending of PHP's files, which some keep in a variable.
    if text.hasSuffix(".*") { text = text.dropLast() + "php" }
    guard text.utf8.contains(UInt8(ascii: ".")), !text.contains("\n") else { return nil }
    while text.hasPrefix("**") { text.removeFirst() }
    guard text.hasPrefix("*") else { return text.contains("*") ? nil : text }
    let rest = text.dropFirst().drop { $0 == "/" }
    let file = rest.split(separator: "/").last ?? ""
    guard !rest.contains("*"), !file.hasPrefix("."), rest.count > 4 else { return nil }
    return "*/" + rest
  }
}
