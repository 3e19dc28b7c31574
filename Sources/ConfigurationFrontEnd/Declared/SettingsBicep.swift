/// Reads Bicep to settings: the resources of a file, each under its symbol, as `resources.SYMBOL` with
/// its `type`, without the version, and what stands in its body. Expressions that are no text, list or
/// object stay as written; of a loop there is the body, once.
struct BicepReader {
  private var cursor: SourceCursor
  private var budget = SettingBudget()
  private var resources: [Setting] = []
  /// One-based lines with what is wrong there.
  private(set) var problems: [(line: Int, message: String)] = []

  init(_ text: String) { cursor = SourceCursor(text) }

  var isExceeded: Bool { budget.isExceeded }

  /// The settings of a file. Linear in it.
  mutating func read() -> Setting {
    cursor.skipBlank()
    while !cursor.isAtEnd {
      if !resource(depth: 0) {
        _ = cursor.expression(endsWithLine: true)
        if !cursor.isAtEnd { cursor.advance() }
      }
      cursor.skipBlank()
    }
    return Setting(line: 1, .mapping([Setting(key: "resources", line: 1, .mapping(resources))]))
  }

  /// `resource symbol 'type@version' = …`; false, with nothing read, where there is none.
  private mutating func resource(depth: Int) -> Bool {
    let start = cursor
    guard cursor.word() == "resource" else {
      cursor = start
      return false
    }
    cursor.skipSpaces()
    guard let symbol = cursor.word() else {
      cursor = start
      return false
    }
    cursor.skipSpaces()
    guard cursor.peek() == UInt8(ascii: "'") else {
      cursor = start
      return false
    }
    let type = cursor.quoted()
    cursor.skipSpaces()
    let isElsewhere = cursor.word() == "existing"
    cursor.skipSpaces()
    guard cursor.peek() == UInt8(ascii: "=") else {
      note("a resource without a body", start.line)
      return true
    }
    cursor.advance()
    let body = value(key: symbol, line: start.line, depth: depth + 1)
    guard !isElsewhere else { return true }
    let kind = Setting(key: "type", line: start.line, .text(String(type.prefix { $0 != "@" })))
    resources.append(
      Setting(key: symbol, line: start.line, .mapping([kind] + Self.body(of: body))))
    return true
  }

  /// What stands in an object, or in the object of a loop.
  private static func body(of setting: Setting) -> [Setting] {
    if case .list(let items) = setting.content { return items.first?.children ?? [] }
    return setting.children
  }

  private mutating func value(key: String, line: Int, depth: Int) -> Setting {
    cursor.skipSpaces()
    guard budget.take(depth: depth) else {
      cursor.position = cursor.bytes.count
      return Setting(key: key, line: line, .nothing)
    }
    condition()
    switch cursor.peek() {
    case UInt8(ascii: "{"): return Setting(key: key, line: line, .mapping(object(depth)))
    case UInt8(ascii: "["): return Setting(key: key, line: line, .list(list(depth)))
    case UInt8(ascii: "'") where !cursor.isAt("'''"):
      let start = cursor
      let text = cursor.quoted()
      cursor.skipSpaces()
      let ends = cursor.peek().map { "\n\r,]})/".utf8.contains($0) } ?? true
      if ends { return Setting(key: key, line: line, .text(text)) }
      cursor = start
    default: break
    }
    return Setting(key: key, line: line, .text(cursor.expression(endsWithLine: true)))
  }

  /// `if (…)` before an object.
  private mutating func condition() {
    let start = cursor
    guard cursor.word() == "if" else {
      cursor = start
      return
    }
    cursor.skipSpaces()
    guard cursor.peek() == UInt8(ascii: "(") else {
      cursor = start
      return
    }
    cursor.advance()
    while !cursor.isAtEnd, cursor.peek() != UInt8(ascii: ")") {
      _ = cursor.expression(endsWithLine: false)
      if cursor.peek() != UInt8(ascii: ")") { cursor.advance() }
    }
    cursor.advance()
    cursor.skipSpaces()
  }

  private mutating func object(_ depth: Int) -> [Setting] {
    let start = cursor.line
    cursor.advance()
    var entries: [Setting] = []
    while true {
      cursor.skipBlank()
      guard let byte = cursor.peek() else {
        note("an object is not closed", start)
        return entries
      }
      if byte == UInt8(ascii: "}") {
        cursor.advance()
        return entries
      }
      if byte == UInt8(ascii: ",") || resource(depth: depth) {
        if byte == UInt8(ascii: ",") { cursor.advance() }
        continue
      }
      let line = cursor.line
      guard let name = byte == UInt8(ascii: "'") ? cursor.quoted() : cursor.word() else {
        cursor.skipLine()
        continue
      }
      cursor.skipSpaces()
      guard cursor.peek() == UInt8(ascii: ":") else {
        cursor.skipLine()
        continue
      }
      cursor.advance()
      entries.append(value(key: name, line: line, depth: depth + 1))
    }
  }

  private mutating func list(_ depth: Int) -> [Setting] {
    let start = cursor.line
    cursor.advance()
    cursor.skipBlank()
    loop()
    var items: [Setting] = []
    while true {
      cursor.skipBlank()
      guard let byte = cursor.peek() else {
        note("a list is not closed", start)
        return items
      }
      if byte == UInt8(ascii: "]") {
        cursor.advance()
        return items
      }
      let before = cursor.position
      if byte == UInt8(ascii: ",") {
        cursor.advance()
      } else {
        items.append(value(key: String(items.count), line: cursor.line, depth: depth + 1))
      }
      if cursor.position == before { cursor.advance() }
    }
  }

  /// `for x in xs:` and `for (x, i) in xs:` at the start of a list.
  private mutating func loop() {
    let start = cursor
    guard cursor.word() == "for" else {
      cursor = start
      return
    }
    while let byte = cursor.peek(), byte != UInt8(ascii: ":"), byte != 0x0a { cursor.advance() }
    cursor.advance()
  }

  private mutating func note(_ message: String, _ line: Int) {
    if problems.count < 20 { problems.append((line, message)) }
  }
}
