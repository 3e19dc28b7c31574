/// Reads what a module of JavaScript or TypeScript exports and assigns to constants, as far as objects,
/// lists and texts are written out. What is computed stays text; a name becomes a setting that
/// ``ECMAModules`` looks up. Nothing is run.
struct ECMAReader {
  /// Where a name comes from that another module has.
  struct Import {
    var module: String
    /// What that module calls it; empty for all that it exports.
    var name: String
  }

  /// Marks a setting whose text is a name.
  static let reference = "name"
  /// Marks an object that goes into the one around.
  static let spread = "spread"

  private var cursor: SourceCursor
  private var budget = SettingBudget()
  private(set) var constants: [String: Setting] = [:]
  private(set) var imports: [String: Import] = [:]
  /// What it exports; `default` is also what `module.exports` has.
  private(set) var exports: [String: Setting] = [:]
  /// What it exports of others, by its own name.
  private(set) var passed: [String: Import] = [:]

  init(_ text: String) { cursor = SourceCursor(text) }

  var isExceeded: Bool { budget.isExceeded }

  /// Linear in the source.
  mutating func read() {
    cursor.skipBlank()
    while !cursor.isAtEnd {
      statement()
      cursor.skipBlank()
    }
  }

  // MARK: Statements

  private mutating func statement() {
    let start = cursor
    let word = cursor.word()
    cursor.skipSpaces()
    switch word {
    case "import": readImport()
    case "export": readExport()
    case "const", "let", "var": declaration(isExported: false)
    case "module", "exports": assignment(start)
    default: break
    }
    skipStatement()
  }

  private mutating func skipStatement() {
    _ = cursor.expression(endsWithLine: true)
    cursor.advance()
  }

  /// `import a, { b as c } from "m"`, `import * as d from "m"`.
  private mutating func readImport() {
    var names = clause()
    guard cursor.isAtQuote else { return }
    let module = cursor.quoted()
    names.removeValue(forKey: "type")
    for (own, name) in names { imports[own] = Import(module: module, name: name) }
  }

  /// Own names with those of the module, up to its text.
  private mutating func clause() -> [String: String] {
    var names: [String: String] = [:]
    var last: String?
    var isListed = false
    while true {
      cursor.skipBlank()
      guard let byte = cursor.peek(), !cursor.isAtQuote, byte != UInt8(ascii: ";") else {
        return names
      }
      if let word = cursor.word() {
        if word == "from" { continue }
        if word == "as" {
          cursor.skipBlank()
          guard let own = cursor.word() else { return names }
          if let last { names[last] = nil }
          names[own] = last ?? ""
        } else {
          names[word] = isListed ? word : "default"
          last = word
        }
        continue
      }
      if byte == UInt8(ascii: "{") { isListed = true }
      if byte == UInt8(ascii: "*") { last = nil }
      guard "{},*".utf8.contains(byte) else { return names }
      cursor.advance()
    }
  }

  private mutating func readExport() {
    let start = cursor
    switch cursor.word() {
    case "default":
      exports["default"] = value(key: "", depth: 0, isExported: true)
    case "const", "let", "var": declaration(isExported: true)
    default:
      cursor = start
      guard cursor.peek() == UInt8(ascii: "{") else { return }
      // `{ a as b, default as c } from "m"`: what stands behind `as` is exported.
      let names = clause()
      let module = cursor.isAtQuote ? cursor.quoted() : nil
      for (own, name) in names {
        if let module {
          passed[own] = Import(module: module, name: name)
        } else {
          exports[own] = Setting(line: cursor.line, tag: Self.reference, .text(name))
        }
      }
    }
  }

  /// `name: Type = value`, `{ a, b: c } = require("m")`.
  private mutating func declaration(isExported: Bool) {
    cursor.skipBlank()
    if cursor.peek() == UInt8(ascii: "{") {
      let pattern = object(1)
      guard assigns(), let module = required() else { return }
      for entry in pattern {
        imports[entry.text ?? entry.key] = Import(module: module, name: entry.key)
      }
      return
    }
    guard let name = cursor.word(), assigns() else { return }
    if let module = required() {
      imports[name] = Import(module: module, name: "default")
      return
    }
    let value = value(key: "", depth: 0, isExported: true)
    constants[name] = value
    if isExported { exports[name] = value }
  }

  /// Over `: Type =`; false where nothing is assigned.
  private mutating func assigns() -> Bool {
    // A type goes on in the next line behind these.
    var goesOn = false
    while let byte = cursor.peek(), byte != UInt8(ascii: ";") {
      if byte == UInt8(ascii: "="), cursor.peek(1) != UInt8(ascii: ">") {
        cursor.advance()
        cursor.skipBlank()
        return true
      }
      if byte == 0x0a, !goesOn { return false }
      if byte > 0x20 { goesOn = ":|&<{,".utf8.contains(byte) }
      cursor.advance()
    }
    return false
  }

  /// The module of `require("m")`; nil, with nothing read, where there is none.
  private mutating func required() -> String? {
    let start = cursor
    if cursor.word() == "require", cursor.peek() == UInt8(ascii: "(") {
      cursor.advance()
      cursor.skipBlank()
      if cursor.isAtQuote {
        let module = cursor.quoted()
        cursor.skipBlank()
        cursor.advance()
        cursor.skipSpaces()
        if cursor.peek() != UInt8(ascii: ".") { return module }
      }
    }
    cursor = start
    return nil
  }

  /// `module.exports = value`, `exports.name = value`.
  private mutating func assignment(_ start: SourceCursor) {
    cursor = start
    var parts: [String] = []
    while let word = cursor.word() {
      parts.append(word)
      if cursor.peek() == UInt8(ascii: ".") { cursor.advance() }
    }
    cursor.skipSpaces()
    guard cursor.peek() == UInt8(ascii: "="), cursor.peek(1) != UInt8(ascii: "=") else { return }
    cursor.advance()
    if parts.first == "module" { parts.removeFirst() }
    guard parts.first == "exports", parts.count <= 2 else { return }
    exports[parts.count == 2 ? parts[1] : "default"] = value(key: "", depth: 0, isExported: true)
  }

  // MARK: Values

  /// A call that is exported or assigned stands for the object that it is given.
  private mutating func value(key: String, depth: Int, isExported: Bool = false) -> Setting {
    cursor.skipBlank()
    let line = cursor.line
    guard budget.take(depth: depth) else {
      cursor.position = cursor.bytes.count
      return Setting(key: key, line: line, .nothing)
    }
    let start = cursor
    if let content = literal(depth), ends() { return Setting(key: key, line: line, content) }
    cursor = start
    if isExported, let content = argument(depth) { return Setting(key: key, line: line, content) }
    cursor = start
    let text = cursor.expression(endsWithLine: depth == 0)
    let isName = text.utf8.allSatisfy { SourceCursor.isWord($0) || $0 == UInt8(ascii: ".") }
    if isName, let first = text.utf8.first, !(0x30...0x39).contains(first),
      !["true", "false", "null", "undefined"].contains(text)
    {
      return Setting(key: key, line: line, tag: Self.reference, .text(text))
    }
    return Setting(
      key: key, line: line, text == "null" || text == "undefined" ? .nothing : .text(text))
  }

  private mutating func literal(_ depth: Int) -> Setting.Content? {
    switch cursor.peek() {
    case UInt8(ascii: "{"): return .mapping(object(depth))
    case UInt8(ascii: "["): return .list(list(depth))
    case UInt8(ascii: "("):
      guard depth < SettingBudget.deepest else { return nil }
      cursor.advance()
      cursor.skipBlank()
      guard let content = literal(depth + 1) else { return nil }
      cursor.skipBlank()
      guard cursor.peek() == UInt8(ascii: ")") else { return nil }
      cursor.advance()
      return content
    default: return cursor.isAtQuote ? .text(cursor.quoted()) : nil
    }
  }

  /// Over `as const` and `satisfies Type`; whether the value ends there.
  private mutating func ends() -> Bool {
    cursor.skipBlank()
    let start = cursor
    if let word = cursor.word() {
      guard word == "as" || word == "satisfies" else {
        // The next statement.
        cursor = start
        return true
      }
      _ = cursor.expression(endsWithLine: true)
    }
    return cursor.peek().map { ",;}])".utf8.contains($0) } ?? true
  }

  /// The object in `defineConfig({ … })`.
  private mutating func argument(_ depth: Int) -> Setting.Content? {
    guard cursor.word() != nil, cursor.peek() == UInt8(ascii: "(") else { return nil }
    cursor.advance()
    cursor.skipBlank()
    guard cursor.peek() == UInt8(ascii: "{") else { return nil }
    let entries = object(depth + 1)
    _ = cursor.expression(endsWithLine: false)
    return .mapping(entries)
  }

  private mutating func object(_ depth: Int) -> [Setting] {
    cursor.advance()
    var entries: [Setting] = []
    while true {
      cursor.skipBlank()
      guard let byte = cursor.peek() else { return entries }
      if byte == UInt8(ascii: "}") {
        cursor.advance()
        return entries
      }
      let before = cursor.position
      if byte == UInt8(ascii: ",") {
        cursor.advance()
      } else if cursor.isAt("...") {
        cursor.advance(3)
        entries.append(spread(depth))
      } else if let entry = entry(depth) {
        entries.append(entry)
      } else {
        _ = cursor.expression(endsWithLine: false)
      }
      if cursor.position == before { cursor.advance() }
    }
  }

  private mutating func spread(_ depth: Int) -> Setting {
    let inner = value(key: "", depth: depth + 1)
    return Setting(key: "", line: inner.line, tag: Self.spread, .list([inner]))
  }

  /// `key: value`, or `key` alone; nil for methods and computed keys.
  private mutating func entry(_ depth: Int) -> Setting? {
    let line = cursor.line
    guard let name = cursor.isAtQuote ? cursor.quoted() : cursor.word() else { return nil }
    cursor.skipBlank()
    switch cursor.peek() {
    case UInt8(ascii: ":"):
      cursor.advance()
      let found = value(key: name, depth: depth + 1)
      return Setting(key: name, line: line, tag: found.tag, found.content)
    case UInt8(ascii: ","), UInt8(ascii: "}"), nil:
      return Setting(key: name, line: line, tag: Self.reference, .text(name))
    default: return nil
    }
  }

  private mutating func list(_ depth: Int) -> [Setting] {
    cursor.advance()
    var items: [Setting] = []
    while true {
      cursor.skipBlank()
      guard let byte = cursor.peek() else { return items }
      if byte == UInt8(ascii: "]") {
        cursor.advance()
        return items
      }
      let before = cursor.position
      if byte == UInt8(ascii: ",") {
        cursor.advance()
      } else if cursor.isAt("...") {
        cursor.advance(3)
        items.append(spread(depth))
      } else {
        items.append(value(key: String(items.count), depth: depth + 1))
      }
      if cursor.position == before { cursor.advance() }
    }
  }
}
