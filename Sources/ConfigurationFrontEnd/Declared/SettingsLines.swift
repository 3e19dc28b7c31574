internal import Facts

/// Small formats of their own, as settings.
enum LineSettings {
  /// A Procfile: `name: command`, one a line.
  static func procfile(_ text: String) -> (Setting, [(line: Int, message: String)]) {
    var entries: [Setting] = []
    var problems: [(line: Int, message: String)] = []
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    for (index, line) in lines.enumerated() {
      let plain = String(line).trimmed
      if plain.isEmpty || plain.hasPrefix("#") { continue }
      let sides = plain.split(separator: ":", maxSplits: 1).map { side -> String in
        String(side).trimmed
      }
      let isName = (sides.first ?? ":").allSatisfy {
        $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-"
      }
      if sides.count == 2, isName, !sides[1].isEmpty {
        entries.append(Setting(key: sides[0], line: index + 1, .text(sides[1])))
      } else if problems.count < 20 {
        problems.append((index + 1, "a line is no 'name: command'"))
      }
    }
    return (Setting(line: 1, .mapping(entries)), problems)
  }

  /// The services of Protocol Buffers: `services.NAME.METHOD` with `stream` where one side is one.
  static func proto(_ text: String) -> (Setting, [(line: Int, message: String)]) {
    var reader = ProtoReader(text)
    return (reader.read(), reader.problems)
  }
}

/// Reads `service` blocks; everything else of Protocol Buffers is passed over by its brackets.
struct ProtoReader {
  private struct Token {
    var text: Substring
    var line: Int
  }

  private var tokens: [Token] = []
  private var position = 0
  private(set) var problems: [(line: Int, message: String)] = []

  init(_ text: String) {
    var line = 1
    var index = text.utf8.startIndex
    let bytes = text.utf8
    func after(_ place: String.Index) -> UInt8? {
      let next = bytes.index(after: place)
      return next < bytes.endIndex ? bytes[next] : nil
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      let start = index
      if byte == 0x0a { line += 1 }
      if byte <= 0x20 {
        index = bytes.index(after: index)
      } else if byte == UInt8(ascii: "/"), after(index) == UInt8(ascii: "/") {
        index = bytes[index...].firstIndex(of: 0x0a) ?? bytes.endIndex
      } else if byte == UInt8(ascii: "/"), after(index) == UInt8(ascii: "*") {
        let rest = text[bytes.index(index, offsetBy: 2)...]
        let end = rest.firstRange(of: "*/")?.upperBound ?? bytes.endIndex
        line += bytes[start..<end].count { $0 == 0x0a }
        index = end
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        index = bytes.index(after: index)
        while index < bytes.endIndex, bytes[index] != byte, bytes[index] != 0x0a {
          if bytes[index] == UInt8(ascii: "\\"), after(index) != nil {
            index = bytes.index(after: index)
          }
          index = bytes.index(after: index)
        }
        if index < bytes.endIndex, bytes[index] == byte { index = bytes.index(after: index) }
        tokens.append(Token(text: text[start..<index], line: line))
      } else if Self.isWord(byte) {
        while index < bytes.endIndex, Self.isWord(bytes[index]) {
          index = bytes.index(after: index)
        }
        tokens.append(Token(text: text[start..<index], line: line))
      } else {
        index = bytes.index(after: index)
        tokens.append(Token(text: text[start..<index], line: line))
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "."): true
    default: false
    }
  }

  mutating func read() -> Setting {
    var services: [Setting] = []
    var depth = 0
    while position < tokens.count {
      let token = tokens[position]
      if depth == 0, token.text == "service", position + 2 < tokens.count,
        tokens[position + 2].text == "{"
      {
        let name = String(tokens[position + 1].text)
        position += 3
        services.append(Setting(key: name, line: token.line, .mapping(methods(of: name))))
        continue
      }
      if token.text == "{" { depth += 1 }
      if token.text == "}" { depth = max(0, depth - 1) }
      position += 1
    }
    return Setting(
      line: 1, .mapping([Setting(key: "services", line: 1, .mapping(services))]))
  }

  /// `rpc NAME (stream? TYPE) returns (stream? TYPE)`.
  private mutating func methods(of service: String) -> [Setting] {
    var methods: [Setting] = []
    var depth = 0
    let start = position
    while position < tokens.count {
      let token = tokens[position]
      position += 1
      if token.text == "{" { depth += 1 }
      if token.text == "}" {
        if depth == 0 { return methods }
        depth -= 1
      }
      guard depth == 0, token.text == "rpc", position < tokens.count else { continue }
      let name = tokens[position]
      var isStream = false
      var hasRoute = false
      position += 1
      while position < tokens.count, ![";", "{", "}"].contains(tokens[position].text) {
        if tokens[position].text == "stream" { isStream = true }
        position += 1
      }
      let options = tokens[position...].prefix { $0.text != "}" && $0.text != ";" }
      hasRoute = options.contains { $0.text == "google.api.http" }
      methods.append(
        Setting(
          key: String(name.text), line: name.line,
          .mapping([
            Setting(key: "mode", line: name.line, .text(isStream ? "stream" : "unary")),
            Setting(key: "front", line: name.line, .text(hasRoute ? "http" : "none")),
          ])))
    }
    if let last = tokens.last {
      let line = start > 0 ? tokens[start - 1].line : last.line
      problems.append((line, "the service '\(service)' is not closed"))
    }
    return methods
  }
}
