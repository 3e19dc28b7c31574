/// Reads HCL, as Terraform has it, to settings: blocks and attributes by structure, expressions only as
/// far as they are texts, lists and objects. Everything else of an expression stays text.
///
/// `resource "aws_lambda_function" "f" { … }` is found as `resource.aws_lambda_function.f`. Blocks of
/// the same name become a list. What cannot be read is noted and passed over, up to the next line.
struct HCLReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var budget = SettingBudget()
  /// One-based lines with what is wrong there.
  private(set) var problems: [(line: Int, message: String)] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The settings of a file. Linear in it.
  mutating func read() -> Setting {
    Setting(line: 1, .mapping(body(isTop: true, depth: 0)))
  }

  var isExceeded: Bool { budget.isExceeded }

  // MARK: Bodies

  private mutating func body(isTop: Bool, depth: Int) -> [Setting] {
    var entries: [Setting] = []
    while true {
      skipBlank()
      guard let byte = peek() else {
        if !isTop { note("a block is not closed") }
        break
      }
      if byte == UInt8(ascii: "}") {
        position += 1
        if !isTop { break }
        note("a '}' closes nothing")
      } else if !entry(&entries, depth) {
        note("neither a block nor an attribute")
        skipLine()
      }
    }
    return Self.grouped(entries)
  }

  private mutating func entry(_ entries: inout [Setting], _ depth: Int) -> Bool {
    let start = line
    guard budget.take(depth: depth) else {
      position = bytes.count
      return true
    }
    guard let name = name() else { return false }
    skipSpaces()
    if peek() == UInt8(ascii: "="), peek(1) != UInt8(ascii: "=") {
      position += 1
      entries.append(value(key: name, line: start, depth: depth + 1))
      return true
    }
    var labels: [String] = []
    while peek() != UInt8(ascii: "{") {
      guard let label = self.name() else { return false }
      labels.append(label)
      skipSpaces()
    }
    position += 1
    guard depth < SettingBudget.deepest else {
      position = bytes.count
      return true
    }
    var block = Setting(
      key: labels.last ?? name, line: start, .mapping(body(isTop: false, depth: depth + 1)))
    for label in labels.dropLast().reversed() {
      block = Setting(key: label, line: start, tag: Self.labelled, .mapping([block]))
    }
    entries.append(
      labels.isEmpty
        ? block : Setting(key: name, line: start, tag: Self.labelled, .mapping([block])))
    return true
  }

  /// Marks what stands for a label of a block.
  private static let labelled = "label"

  /// Blocks of one name as one: those with labels below each other, the others as a list.
  private static func grouped(_ entries: [Setting]) -> [Setting] {
    var order: [String] = []
    var groups: [String: [Setting]] = [:]
    for entry in entries {
      if groups[entry.key] == nil { order.append(entry.key) }
      groups[entry.key, default: []].append(entry)
    }
    return order.map { name in
      let group = groups[name] ?? []
      guard group.count > 1 else { return group[0] }
      if group.allSatisfy({ $0.tag == labelled }) {
        let inner = grouped(group.flatMap(\.children))
        return Setting(key: name, line: group[0].line, .mapping(inner))
      }
      let items = group.enumerated().map { index, item in
        Setting(key: String(index), line: item.line, item.content)
      }
      return Setting(key: name, line: group[0].line, .list(items))
    }
  }

  // MARK: Expressions

  private mutating func value(key: String, line start: Int, depth: Int) -> Setting {
    skipSpaces()
    guard budget.take(depth: depth) else { return Setting(key: key, line: start, .nothing) }
    switch peek() {
    case UInt8(ascii: "["):
      if let list = list(depth: depth) { return Setting(key: key, line: start, .list(list)) }
    case UInt8(ascii: "{"):
      if let object = object(depth: depth) {
        return Setting(key: key, line: start, .mapping(object))
      }
    case UInt8(ascii: "\""):
      let place = (position, line)
      let text = quoted()
      if endsExpression() { return Setting(key: key, line: start, .text(text)) }
      (position, line) = place
    case UInt8(ascii: "<") where peek(1) == UInt8(ascii: "<"):
      return Setting(key: key, line: start, .text(heredoc()))
    default: break
    }
    let text = raw()
    return Setting(key: key, line: start, text == "null" ? .nothing : .text(text))
  }

  private mutating func endsExpression() -> Bool {
    skipSpaces()
    guard let byte = peek() else { return true }
    return byte == 0x0a || byte == 0x0d || ",]}#)".utf8.contains(byte)
      || byte == UInt8(ascii: "/") && (peek(1) == UInt8(ascii: "/") || peek(1) == UInt8(ascii: "*"))
  }

  /// Nil, with nothing read, where it is no plain list.
  private mutating func list(depth: Int) -> [Setting]? {
    let place = (position, line)
    position += 1
    var items: [Setting] = []
    while true {
      skipBlank()
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: "]") {
        position += 1
        return items
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let before = position
      items.append(value(key: String(items.count), line: line, depth: depth + 1))
      if items[items.count - 1].text?.hasPrefix("for ") ?? false || position == before { break }
    }
    (position, line) = place
    return nil
  }

  /// Nil, with nothing read, where it is no plain object.
  private mutating func object(depth: Int) -> [Setting]? {
    let place = (position, line)
    position += 1
    var entries: [Setting] = []
    while true {
      skipBlank()
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: "}") {
        position += 1
        return entries
      }
      if byte == UInt8(ascii: ",") {
        position += 1
        continue
      }
      let start = line
      guard let name = name() else { break }
      skipSpaces()
      guard let sign = peek(), sign == UInt8(ascii: "=") || sign == UInt8(ascii: ":") else { break }
      position += 1
      entries.append(value(key: name, line: start, depth: depth + 1))
    }
    (position, line) = place
    return nil
  }

  /// The text of an expression up to its end: a line end, comma or closing mark outside of brackets.
  private mutating func raw() -> String {
    let start = position
    var depth = 0
    while let byte = peek() {
      if byte == UInt8(ascii: "\"") {
        _ = quoted()
        continue
      }
      if "([{".utf8.contains(byte) { depth += 1 }
      if ")]}".utf8.contains(byte) {
        if depth == 0 { break }
        depth -= 1
      }
      if depth == 0, byte == UInt8(ascii: ",") || byte == 0x0a { break }
      if byte == UInt8(ascii: "#") {
        if depth == 0 { break }
        skipLine()
        continue
      }
      if byte == 0x0a { line += 1 }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Tokens

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  /// A word or a quoted label.
  private mutating func name() -> String? {
    if peek() == UInt8(ascii: "\"") { return quoted() }
    let start = position
    while let byte = peek(), Self.isWord(byte) { position += 1 }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// A text with its quotes; `${…}` within may hold quotes of its own. It ends with its line at the
  /// latest.
  private mutating func quoted() -> String {
    position += 1
    var text: [UInt8] = []
    var depth = 0
    while let byte = peek() {
      if byte == 0x0a {
        note("a text is not closed")
        break
      }
      position += 1
      if byte == UInt8(ascii: "\\"), let next = peek(), next != 0x0a {
        text.append(Self.escapes[next] ?? next)
        position += 1
        continue
      }
      if byte == UInt8(ascii: "\""), depth == 0 { break }
      if byte == UInt8(ascii: "{"), depth > 0 || text.last == UInt8(ascii: "$") { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      text.append(byte)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0a, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0d,
  ]

  /// `<<EOT` or `<<-EOT` up to a line that holds the word alone.
  private mutating func heredoc() -> String {
    position += 2
    if peek() == UInt8(ascii: "-") { position += 1 }
    guard let mark = name() else { return raw() }
    let start = line
    skipLine()
    var lines: [String] = []
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 0x0a) ?? bytes.count
      let text = String(decoding: bytes[position..<end], as: UTF8.self)
      position = end
      if text.trimmed == mark { return lines.joined(separator: "\n") }
      skipLine()
      lines.append(text)
    }
    problems.append((start, "the text that '\(mark)' ends is not closed"))
    return lines.joined(separator: "\n")
  }

  private mutating func skipSpaces() {
    while let byte = peek(), byte == 0x20 || byte == 0x09 || byte == 0x0d { position += 1 }
  }

  private mutating func skipLine() {
    while let byte = peek(), byte != 0x0a { position += 1 }
    if peek() != nil {
      position += 1
      line += 1
    }
  }

  /// Over blanks, line ends and comments.
  private mutating func skipBlank() {
    while let byte = peek() {
      if byte == 0x0a {
        line += 1
        position += 1
      } else if byte <= 0x20 {
        position += 1
      } else if byte == UInt8(ascii: "#") || byte == UInt8(ascii: "/") && peek(1) == byte {
        skipLine()
      } else if byte == UInt8(ascii: "/"), peek(1) == UInt8(ascii: "*") {
        skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() {
    position += 2
    while let byte = peek() {
      if byte == UInt8(ascii: "*"), peek(1) == UInt8(ascii: "/") {
        position += 2
        return
      }
      if byte == 0x0a { line += 1 }
      position += 1
    }
  }

  private mutating func note(_ message: String) {
    if problems.count < 20 { problems.append((line, message)) }
  }
}
