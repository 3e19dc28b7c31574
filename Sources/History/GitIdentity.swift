internal import Basics

/// Who works in a repository, as its own configuration says.
///
/// The configuration is read as text and nothing of it is followed: no includes, no programs, no
/// other files.
package enum GitIdentity {
  private static let largest = 1 << 18
  private static let longest = 100

  /// `user.name`, or else `user.email`, of the repository that `root`, an absolute path without
  /// symbolic links, lies in; nil where there is none.
  package static func name(at root: [UInt8]) -> String? {
    var top = root
    while !GitRepository.isEntry(top + Array("/.git".utf8)) {
      guard let slash = top.lastIndex(of: UInt8(ascii: "/")), slash > 0 else { return nil }
      top = Array(top[..<slash])
    }
    guard let folders = try? GitFolders(of: top) else { return nil }
    let file = folders.common + Array("/config".utf8)
    guard GitRepository.isEntry(file, .file),
      let bytes = try? FileSystem.read(file, limit: largest),
      let text = String(validating: bytes, as: UTF8.self)
    else { return nil }
    return name(in: text)
  }

  /// The last value of each key counts, as git has it.
  package static func name(in text: String) -> String? {
    var isUser = false
    var values: [String: String] = [:]
    for raw in text.split(whereSeparator: \.isNewline) {
      let line = trimmed(raw)
      if line.hasPrefix("[") {
        isUser = line.lowercased().hasPrefix("[user]")
      } else if isUser, let equals = line.firstIndex(of: "=") {
        let key = trimmed(line[..<equals]).lowercased()
        if let value = value(line[line.index(after: equals)...]) { values[key] = value }
      }
    }
    return values["name"] ?? values["email"]
  }

  /// Without quotes and comment; nil for what is empty, too long or no plain text.
  private static func value(_ raw: Substring) -> String? {
    var out = ""
    var isQuoted = false
    var isEscaped = false
    for character in trimmed(raw) {
      if isEscaped {
        out.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character == "#" || character == ";" {
        break
      } else {
        out.append(character)
      }
    }
    let value = String(trimmed(out[...]))
    let isPlain = value.unicodeScalars.allSatisfy {
      $0.properties.generalCategory != .control && $0.properties.generalCategory != .format
    }
    return value.isEmpty || value.count > longest || !isPlain ? nil : value
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = text.last, last == " " || last == "\t" || last == "\r" { text.removeLast() }
    return text
  }

  private static func trimmed(_ text: String) -> Substring { trimmed(text[...]) }
}
