/// Reads TOML to settings with their lines. A line that cannot be read is noted and passed over.
struct TOMLReader {
  /// A table while its parts come in.
  private final class Table {
    let line: Int
    var keys: [String] = []
    var values: [String: Value] = [:]

    init(line: Int) { self.line = line }

    func set(_ key: String, _ value: Value) {
      if values[key] == nil { keys.append(key) }
      values[key] = value
    }
  }

  /// A list while its items come in; tables of one name are added one by one.
  private final class List {
    let line: Int
    var items: [Value] = []

    init(line: Int) { self.line = line }
  }

  private enum Value {
    case text(String, line: Int)
    case list(List)
    case table(Table)
  }

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private(set) var problems: [(line: Int, message: String)] = []

  init(_ text: String) { bytes = Array(text.utf8) }

  /// The settings of a file. Linear in it.
  mutating func read() -> Setting {
    let root = Table(line: 1)
    var current = root
    while true {
      skipBlank()
      guard let byte = peek() else { break }
      if byte == UInt8(ascii: "[") {
        current = header(root) ?? current
      } else if let path = keys(), take("="), let value = value(depth: 0) {
        if let table = table(path.dropLast(), in: current) {
          table.set(path[path.count - 1], value)
        }
      } else {
        note("neither a table nor a key with a value")
      }
      skipLine()
    }
    return Setting(line: 1, .mapping(Self.settings(root)))
  }

  private static func settings(_ table: Table) -> [Setting] {
    table.keys.compactMap { key in table.values[key].map { setting(key, $0) } }
  }

  private static func setting(_ key: String, _ value: Value) -> Setting {
    switch value {
    case .text(let text, let line): Setting(key: key, line: line, .text(text))
    case .table(let table): Setting(key: key, line: table.line, .mapping(settings(table)))
    case .list(let list):
      Setting(
        key: key, line: list.line,
        .list(list.items.enumerated().map { setting(String($0.offset), $0.element) }))
    }
  }

  // MARK: Tables

  private mutating func header(_ root: Table) -> Table? {
    let start = line
    position += 1
    let isList = take("[")
    guard let path = keys(), take("]"), let parent = table(path.dropLast(), in: root) else {
      note("a table has no name")
      return nil
    }
    let name = path[path.count - 1]
    let table = Table(line: start)
    if isList {
      if case .list(let known)? = parent.values[name] {
        known.items.append(.table(table))
      } else {
        let list = List(line: start)
        list.items.append(.table(table))
        parent.set(name, .list(list))
      }
      return table
    }
    if case .table(let known)? = parent.values[name] { return known }
    parent.set(name, .table(table))
    return table
  }

  /// The table at a path, made where it is not there; the last of several.
  private mutating func table(_ path: ArraySlice<String>, in start: Table) -> Table? {
    var table = start
    for name in path {
      switch table.values[name] {
      case .table(let inner): table = inner
      case .list(let list):
        guard case .table(let inner)? = list.items.last else { return nil }
        table = inner
      case .text: return nil
      case nil:
        let inner = Table(line: line)
        table.set(name, .table(inner))
        table = inner
      }
    }
    return table
  }

  // MARK: Values

  private mutating func value(depth: Int) -> Value? {
    skipSpaces()
    let start = line
    guard let byte = peek(), depth < SettingBudget.deepest else { return nil }
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return .text(quoted(byte), line: start)
    case UInt8(ascii: "["):
      position += 1
      let list = List(line: start)
      while true {
        skipBlank()
        if take(",") { continue }
        if take("]") { return .list(list) }
        guard let item = value(depth: depth + 1) else { return nil }
        list.items.append(item)
      }
    case UInt8(ascii: "{"):
      position += 1
      let table = Table(line: start)
      while true {
        skipBlank()
        if take(",") { continue }
        if take("}") { return .table(table) }
        guard let path = keys(), take("="), let item = value(depth: depth + 1) else { return nil }
        self.table(path.dropLast(), in: table)?.set(path[path.count - 1], item)
      }
    default:
      let begin = position
      while let byte = peek(), byte > 0x20, !",]}#".utf8.contains(byte) { position += 1 }
      guard position > begin else { return nil }
      return .text(String(decoding: bytes[begin..<position], as: UTF8.self), line: start)
    }
  }

  private mutating func quoted(_ quote: UInt8) -> String {
    let isLong = peek(1) == quote && peek(2) == quote
    position += isLong ? 3 : 1
    var text: [UInt8] = []
    while let byte = peek() {
      if isLong ? byte == quote && peek(1) == quote && peek(2) == quote : byte == quote { break }
      if byte == 0x0a {
        if !isLong { return String(decoding: text, as: UTF8.self) }
        line += 1
      }
      if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), let next = peek(1), next != 0x0a {
        text.append(next)
        position += 2
        continue
      }
      text.append(byte)
      position += 1
    }
    position = min(bytes.count, position + (isLong ? 3 : 1))
    return String(decoding: text, as: UTF8.self)
  }

  // MARK: Tokens

  private func peek(_ offset: Int = 0) -> UInt8? {
    position + offset < bytes.count ? bytes[position + offset] : nil
  }

  private mutating func take(_ mark: Character) -> Bool {
    skipSpaces()
    guard peek() == mark.asciiValue else { return false }
    position += 1
    return true
  }

  private mutating func keys() -> [String]? {
    var names: [String] = []
    repeat {
      skipSpaces()
      guard let name = name() else { return nil }
      names.append(name)
    } while take(".") && names.count < 32
    return names
  }

  private mutating func name() -> String? {
    if let byte = peek(), byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
      return quoted(byte)
    }
    let start = position
    while let byte = peek(), Self.isWord(byte) { position += 1 }
    return position > start ? String(decoding: bytes[start..<position], as: UTF8.self) : nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
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

  private mutating func skipBlank() {
    while let byte = peek() {
      if byte == 0x0a || byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte <= 0x20 {
        position += 1
      } else {
        return
      }
    }
  }

  private mutating func note(_ message: String) {
    if problems.count < 20 { problems.append((line, message)) }
  }
}
