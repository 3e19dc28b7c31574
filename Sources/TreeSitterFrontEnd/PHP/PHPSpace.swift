internal import Facts
internal import TreeSitterBinding

/// A namespace and what its imports bind.
struct PHPSpace {
  /// As written, without a backslash at its ends; empty for the global one.
  var name = ""
  var scope: UInt32 = 0
  var isOpen = false
  /// Names in full by what they are bound to, in lower case; constants as they are.
  var classes: [String: String] = [:]
  var functions: [String: String] = [:]
  var constants: [String: String] = [:]

  /// A name that is declared here, in full.
  func declared(_ name: String) -> String { this(name) }

  private func this(_ name: String) -> String {
    self.name.isEmpty ? name : self.name + "\\" + name
  }

  /// The full name of a class as it is written here.
  func className(_ written: String) -> String {
    if written.hasPrefix("\\") { return String(written.dropFirst()) }
    let first = written.prefix { $0 != "\\" }
    let rest = written.dropFirst(first.count)
    if !rest.isEmpty, PHPName.lower(String(first)) == "namespace" {
      return this(String(rest.dropFirst()))
    }
    if let known = classes[PHPName.lower(String(first))] { return known + rest }
    return this(written)
  }

  /// The name under which a function is filed.
  func functionName(_ written: String) -> String {
    if written.contains("\\") { return PHPName.file(className(written)) }
    if let known = functions[PHPName.lower(written)] { return PHPName.file(known) }
    return name.isEmpty ? PHPName.file(written) : PHPName.fileOrGlobal(this(written))
  }

  /// The name under which a constant is filed.
  func constantName(_ written: String) -> String {
    if written.contains("\\") { return PHPName.file(constant: className(written)) }
    if let known = constants[written] { return PHPName.file(constant: known) }
    return name.isEmpty
      ? PHPName.file(constant: written)
      : "?" + PHPName.file(constant: this(written)).dropFirst()
  }
}

/// The forms in which names are filed in an outline.
///
/// - `\app\order`: a class, function or constant with its full name, in lower case but for the last
///   name of a constant
/// - `?app\count`: the same, or the global one with its last name
/// - `$total`: a property or global variable; other members have no mark
/// - `@…`: a text that names a class or function
enum PHPName {
  static func lower(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x41...0x5a).contains($0) }) else { return text }
    return String(
      decoding: text.utf8.map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  static func file(_ name: String) -> String { "\\" + lower(name) }

  static func fileOrGlobal(_ name: String) -> String { "?" + lower(name) }

  static func file(constant name: String) -> String {
    guard let split = name.lastIndex(of: "\\") else { return "\\" + name }
    return "\\" + lower(String(name[..<split])) + name[split...]
  }

  /// Without white space and backslashes at the ends.
  static func trimmed(_ name: String) -> String {
    let text = name.filter { !$0.isWhitespace }
    return String(text.drop { $0 == "\\" })
  }

  /// A namespace as outlines have it.
  static func dotted(_ name: String) -> String {
    String(decoding: lower(name).utf8.map { $0 == 0x5c ? 0x2e : $0 }, as: UTF8.self)
  }

  static func last(_ name: String) -> String {
    name.lastIndex(of: "\\").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// Whether a text consists of identifiers with backslashes between, at least one of them.
  static func isQualified(_ text: String) -> Bool {
    guard text.utf8.count <= 200, text.utf8.contains(0x5c) else { return false }
    let parts = text.utf8.split(separator: 0x5c, omittingEmptySubsequences: false)
    guard let last = parts.last, !last.isEmpty else { return false }
    return parts.enumerated().allSatisfy { number, part in
      part.isEmpty ? number == 0 : isIdentifier(part)
    }
  }

  static func isIdentifier(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, !(0x30...0x39).contains(first) else { return false }
    return text.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
      default: byte >= 0x80
      }
    }
  }
}

// MARK: - Imports

extension PHPWalk {
  private enum ImportKind { case type, function, constant }

  /// `use A\B, C as D;`, `use function A\f;`, `use A\{B, C as D, function f};`.
  mutating func readUse(_ index: Int) {
    let kind = importKind(index) ?? .type
    guard let group = first(index, .useGroup) else {
      for clause in children(index) where self.kind(clause) == .useClause {
        readClause(clause, prefix: "", kind)
      }
      return
    }
    let prefix = first(index, .namespaceName).map { draft.text(of: $0) } ?? ""
    for clause in children(group) where self.kind(clause) == .useGroupClause {
      readClause(clause, prefix: PHPName.trimmed(prefix) + "\\", importKind(clause) ?? kind)
    }
  }

  private func importKind(_ index: Int) -> ImportKind? {
    for part in children(index) where kind(part) == nil {
      if draft.isText(part, "function") { return .function }
      if draft.isText(part, "const") { return .constant }
    }
    return nil
  }

  private mutating func readClause(_ index: Int, prefix: String, _ kind: ImportKind) {
    var written = ""
    var alias: String?
    for part in parts(index) {
      if self.kind(part) == .useAlias {
        alias = first(part, .name).map { draft.text(of: $0) }
      } else {
        written += draft.text(of: part)
      }
    }
    let name = prefix + PHPName.trimmed(written)
    guard !name.isEmpty else { return }
    let bound = alias ?? PHPName.last(name)
    var item = Outline.Import(
      path: draft.name(name), alias: draft.name(bound), scope: draft.scope,
      line: draft.line(index))
    switch kind {
    case .type: space.classes[PHPName.lower(bound)] = name
    case .function:
      space.functions[PHPName.lower(bound)] = name
      item.marks.insert(.member)
    case .constant:
      space.constants[bound] = name
      item.marks.insert(.member)
    }
    draft.add(item)
  }
}
