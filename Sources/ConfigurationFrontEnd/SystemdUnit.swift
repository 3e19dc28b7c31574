/// The sections and settings of a systemd unit file (systemd.syntax(7)).
struct SystemdUnit {
  struct Setting {
    var section: String
    var key: String
    var value: String
    /// One-based.
    var line: Int
  }

  /// In source order.
  private(set) var settings: [Setting] = []

  init(bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    var section = ""
    var number = 0
    while number < lines.count {
      let start = number
      var text = lines[number].drop(while: \.isWhitespace)
      number += 1
      if text.hasPrefix("#") || text.hasPrefix(";") { continue }
      while text.hasSuffix("\\"), number < lines.count {
        text = text.dropLast() + " " + lines[number].drop(while: \.isWhitespace)
        number += 1
      }
      if text.hasPrefix("[") {
        section = String(text.dropFirst().prefix { $0 != "]" })
      } else if let equals = text.firstIndex(of: "=") {
        add(section, text[..<equals], text[text.index(after: equals)...], line: start + 1)
      }
    }
  }

  /// An empty value takes back what was set before.
  private mutating func add(_ section: String, _ key: Substring, _ value: Substring, line: Int) {
    let key = String(key.filter { !$0.isWhitespace })
    let value = value.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if value.isEmpty {
      settings.removeAll { $0.section == section && $0.key == key }
    } else {
      settings.append(Setting(section: section, key: key, value: value, line: line))
    }
  }

  func all(_ section: String, _ keys: String...) -> [Setting] {
    settings.filter { $0.section == section && keys.contains($0.key) }
  }

  /// The value that counts, which is the last one.
  func value(_ section: String, _ key: String) -> String? { all(section, key).last?.value }

  /// The words of the commands that the service runs, without systemd's prefixes.
  var commands: [[String]] {
    all("Service", "ExecStart").compactMap { setting in
      var words = SystemdWords.split(setting.value)
      guard let first = words.first else { return nil }
      words[0] = String(first.drop { "-@:+!|".contains($0) })
      return words
    }
  }

  var isOneshot: Bool { value("Service", "Type") == "oneshot" }
}

/// Words of a command in a unit file: quotes and escapes, no shell.
enum SystemdWords {
  static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word?.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let done = word { words.append(done) }
    return words
  }
}
