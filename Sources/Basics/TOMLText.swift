/// What a build file in TOML says, as far as it is read: tables, texts, lists, truth values.
///
/// Anything that cannot be read is passed over: a broken line loses itself, not the file.
package struct TOMLText {
  package indirect enum Value: Equatable, Sendable {
    case text(String)
    case list([Value])
    case table([String: Value])
    /// Numbers, dates, truth values, as they are written.
    case word(String)
  }

  private var bytes: ArraySlice<UInt8>

  /// The tables of a text; arrays of tables are lists. Linear in the text.
  package static func parse(_ text: String) -> [String: Value] {
    var reader = TOMLText(bytes: Array(text.utf8)[...])
    var root = Value.table([:])
    var path: [String] = []
    while true {
      reader.skipBlank()
      guard let first = reader.bytes.first else { break }
      if first == UInt8(ascii: "[") {
        path = reader.header(into: &root)
      } else if let key = reader.keys(), reader.take("=") {
        if let value = reader.value(depth: 0) { root.set(path + key, value) }
        reader.skipLine()
      } else {
        reader.skipLine()
      }
    }
    guard case .table(let table) = root else { return [:] }
    return table
  }

  // MARK: Lines

  private mutating func header(into root: inout Value) -> [String] {
    bytes = bytes.dropFirst()
    let isList = take("[")
    let path = keys() ?? []
    skipLine()
    if isList { root.append(path) } else { root.set(path, nil) }
    return path
  }

  private mutating func skipLine() {
    bytes = bytes.drop { $0 != 0x0a }.dropFirst()
  }

  /// White space, line ends and comments.
  private mutating func skipBlank() {
    while let byte = bytes.first {
      if byte == UInt8(ascii: "#") {
        skipLine()
      } else if byte <= 0x20 {
        bytes = bytes.dropFirst()
      } else {
        return
      }
    }
  }

  private mutating func skipSpace() { bytes = bytes.drop { $0 == 0x20 || $0 == 0x09 } }

  private mutating func take(_ mark: Character) -> Bool {
    skipSpace()
    guard bytes.first == mark.asciiValue else { return false }
    bytes = bytes.dropFirst()
    return true
  }

  // MARK: Keys and values

  /// A key, whose parts dots separate; nil where none stands, or one of more parts than ``depthLimit``.
  private mutating func keys() -> [String]? {
    var names: [String] = []
    repeat {
      skipSpace()
      guard let name = name() else { break }
      names.append(name)
    } while take(".")
    return names.isEmpty || names.count > Self.depthLimit ? nil : names
  }

  /// Tables in tables beyond this are no build file.
  private static let depthLimit = 64

  private mutating func name() -> String? {
    if bytes.first == UInt8(ascii: "\"") || bytes.first == UInt8(ascii: "'") { return string() }
    let word = bytes.prefix {
      $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-") || ($0 >= 0x30 && $0 <= 0x39)
        || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a)
    }
    bytes = bytes.dropFirst(word.count)
    return word.isEmpty ? nil : String(decoding: word, as: UTF8.self)
  }

  private mutating func value(depth: Int) -> Value? {
    guard depth < Self.depthLimit else { return nil }
    skipSpace()
    switch bytes.first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"): return string().map { .text($0) }
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "{"): return table(depth: depth)
    default:
      let word = bytes.prefix { $0 > 0x20 && !"],}#".utf8.contains($0) }
      bytes = bytes.dropFirst(word.count)
      return word.isEmpty ? nil : .word(String(decoding: word, as: UTF8.self))
    }
  }

  private mutating func list(depth: Int) -> Value {
    bytes = bytes.dropFirst()
    var items: [Value] = []
    while true {
      skipBlank()
      if bytes.isEmpty || take("]") { return .list(items) }
      guard let item = value(depth: depth + 1) else {
        bytes = bytes.dropFirst()
        continue
      }
      items.append(item)
      skipBlank()
      _ = take(",")
    }
  }

  private mutating func table(depth: Int) -> Value {
    bytes = bytes.dropFirst()
    var items = Value.table([:])
    while true {
      skipBlank()
      if bytes.isEmpty || take("}") { return items }
      guard let key = keys(), take("="), let item = value(depth: depth + 1) else {
        bytes = bytes.drop { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "}") }
        _ = take(",")
        continue
      }
      items.set(key, item)
      skipBlank()
      _ = take(",")
    }
  }

  private mutating func string() -> String? {
    guard let quote = bytes.first else { return nil }
    if bytes.starts(with: [quote, quote, quote]) { return longString(quote) }
    bytes = bytes.dropFirst()
    var text: [UInt8] = []
    while let byte = bytes.first, byte != 0x0a {
      bytes = bytes.dropFirst()
      if byte == quote { break }
      if byte == 0x5c, quote == UInt8(ascii: "\""), let next = bytes.first {
        text.append(next)
        bytes = bytes.dropFirst()
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func longString(_ quote: UInt8) -> String {
    bytes = bytes.dropFirst(3)
    var text: [UInt8] = []
    while let byte = bytes.first, !bytes.starts(with: [quote, quote, quote]) {
      text.append(byte)
      bytes = bytes.dropFirst()
    }
    bytes = bytes.dropFirst(3)
    return String(decoding: text, as: UTF8.self)
  }
}

extension TOMLText.Value {
  /// Sets what stands at a path; tables that are missing are made. Nil only makes the tables.
  fileprivate mutating func set(_ path: [String], _ value: TOMLText.Value?) {
    guard let name = path.first else {
      if let value {
        self = value
      } else if isScalar {
        self = .table([:])
      }
      return
    }
    switch self {
    case .table(var items):
      var inner = items[name] ?? .table([:])
      inner.set(Array(path.dropFirst()), value)
      items[name] = inner
      self = .table(items)
    case .list(var items):
      // The last of several tables is meant.
      guard var last = items.popLast() else { return }
      last.set(path, value)
      self = .list(items + [last])
    case .text, .word: return
    }
  }

  /// Adds a table to the list at a path.
  fileprivate mutating func append(_ path: [String]) {
    guard let name = path.first else { return }
    guard case .table(var items) = self else {
      if case .list(var items) = self, var last = items.popLast() {
        last.append(path)
        self = .list(items + [last])
      }
      return
    }
    if path.count > 1 {
      var inner = items[name] ?? .table([:])
      inner.append(Array(path.dropFirst()))
      items[name] = inner
    } else if case .list(let known) = items[name] {
      items[name] = .list(known + [.table([:])])
    } else {
      items[name] = .list([.table([:])])
    }
    self = .table(items)
  }

  private var isScalar: Bool {
    switch self {
    case .text, .word: true
    case .list, .table: false
    }
  }

  package subscript(name: String) -> TOMLText.Value? {
    if case .table(let items) = self { return items[name] }
    return nil
  }

  package var text: String? {
    if case .text(let text) = self { return text }
    return nil
  }

  package var list: [TOMLText.Value] {
    if case .list(let items) = self { return items }
    return []
  }

  package var table: [String: TOMLText.Value] {
    if case .table(let items) = self { return items }
    return [:]
  }
}
