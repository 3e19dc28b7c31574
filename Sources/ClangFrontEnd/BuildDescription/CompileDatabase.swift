internal import Basics

/// One entry of a compile database, as it was recorded.
struct CompileEntry: Sendable, Hashable {
  var directory: String
  var file: String
  /// The compiler's name first.
  var arguments: [String]
}

/// The entries of a `compile_commands.json`.
enum CompileDatabase {
  /// Why a database cannot be used.
  enum Unusable: Error, Equatable, CustomStringConvertible {
    case unreadable(FileError)
    case malformed(JSONScanner.Malformed)
    case empty

    var description: String {
      switch self {
      case .unreadable(let error): error.description
      case .malformed(let place): "malformed at line \(place.line): expected \(place.expected)"
      case .empty: "it has no entries"
      }
    }

    var code: String {
      switch self {
      case .unreadable: "compile-commands-unreadable"
      case .malformed: "compile-commands-malformed"
      case .empty: "compile-commands-empty"
      }
    }
  }

  private static let sizeLimit = 2_000_000_000

  static func read(_ path: String) throws(Unusable) -> [CompileEntry] {
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try FileSystem.read(Array(path.utf8), limit: sizeLimit)
    } catch {
      throw .unreadable(error)
    }
    let entries = try parse(bytes)
    if entries.isEmpty { throw .empty }
    return entries
  }

  /// Entries that lack a file or a command are left out.
  static func parse(_ bytes: [UInt8]) throws(Unusable) -> [CompileEntry] {
    var entries: [CompileEntry] = []
    do throws(JSONScanner.Malformed) {
      var scanner = JSONScanner(bytes)
      if scanner.peek() == nil { return [] }
      try scanner.array { (scanner) throws(JSONScanner.Malformed) in
        if let entry = try Self.entry(&scanner) { entries.append(entry) }
      }
      if scanner.peek() != nil { throw scanner.malformed("the end of the file") }
    } catch {
      throw .malformed(error)
    }
    return entries
  }

  private static func entry(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Malformed) -> CompileEntry? {
    guard scanner.peek() == UInt8(ascii: "{") else {
      try scanner.skip()
      return nil
    }
    var entry = CompileEntry(directory: "", file: "", arguments: [])
    var command: String?
    try scanner.object { (scanner, key) throws(JSONScanner.Malformed) in
      switch (key, scanner.peek()) {
      case ("directory", UInt8(ascii: "\"")): entry.directory = try scanner.string()
      case ("file", UInt8(ascii: "\"")): entry.file = try scanner.string()
      case ("command", UInt8(ascii: "\"")): command = try scanner.string()
      case ("arguments", UInt8(ascii: "[")): entry.arguments = try Self.strings(&scanner)
      default: try scanner.skip()
      }
    }
    if entry.arguments.isEmpty, let command { entry.arguments = CommandLine.split(command) }
    return entry.file.isEmpty || entry.arguments.isEmpty ? nil : entry
  }

  private static func strings(
    _ scanner: inout JSONScanner
  ) throws(JSONScanner.Malformed) -> [String] {
    var strings: [String] = []
    try scanner.array { (scanner) throws(JSONScanner.Malformed) in
      if scanner.peek() == UInt8(ascii: "\"") {
        strings.append(try scanner.string())
      } else {
        try scanner.skip()
      }
    }
    return strings
  }
}
