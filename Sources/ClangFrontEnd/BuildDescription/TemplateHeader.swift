internal import Basics

/// The header that a configuration step would make from a template of Autoconf, CMake or Meson, as
/// well as it can be known without running one.
///
/// A macro that says that a header is there is defined if this machine has the header. Sizes are
/// those of 64-bit Unix. Names of other systems, of faults and of missing things stay undefined;
/// what else is a feature counts as switched on, so that the code behind it is seen.
struct TemplateHeader {
  let system: SystemHeaders

  private static let sizeLimit = 4 << 20

  /// The header's text, line for line, or nil if the file at `path` is no such template.
  func text(path: [UInt8]) -> [UInt8]? {
    guard let bytes = try? FileSystem.read(path, limit: Self.sizeLimit) else { return nil }
    return text(template: bytes)
  }

  func text(template: [UInt8]) -> [UInt8]? {
    var isTemplate = false
    var result: [UInt8] = []
    result.reserveCapacity(template.count)
    for line in template.split(separator: 0x0a, omittingEmptySubsequences: false) {
      if let made = made(from: line) {
        isTemplate = true
        result += made
      } else {
        result += line
      }
      result.append(0x0a)
    }
    result.removeLast()
    return isTemplate ? result : nil
  }

  /// The line that is made from a directive of the template; nil for a line that stays.
  private func made(from line: ArraySlice<UInt8>) -> [UInt8]? {
    guard line.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "#") else { return nil }
    let text = String(decoding: line, as: UTF8.self)
    let words = text.drop { $0 == " " || $0 == "\t" }.dropFirst().split {
      $0 == " " || $0 == "\t" || $0 == "\r"
    }
    guard let keyword = words.first else { return nil }
    let name = words.count > 1 ? String(words[1]) : ""
    switch keyword {
    case "undef" where words.count == 2, "mesondefine" where words.count == 2,
      "cmakedefine" where words.count == 2:
      return Array(definition(of: name).utf8)
    case "cmakedefine":
      let value = value(of: name) == nil ? nil : words.dropFirst(2).joined(separator: " ")
      return Array((value.map { "#define \(name) " + filled($0) } ?? "").utf8)
    case "cmakedefine01": return Array("#define \(name) \(value(of: name) == nil ? 0 : 1)".utf8)
    default:
      let made = filled(text)
      return made == text ? nil : Array(made.utf8)
    }
  }

  private func definition(of name: String) -> String {
    value(of: name).map { $0.isEmpty ? "#define \(name)" : "#define \(name) \($0)" } ?? ""
  }

  /// With `@NAME@` and `${NAME}` replaced by a value: they stand for what only the build knows.
  private func filled(_ text: String) -> String {
    guard text.contains("@") || text.contains("${") else { return text }
    return text.replacing(/@([A-Za-z_][A-Za-z0-9_]*)@|\$\{([A-Za-z_][A-Za-z0-9_]*)\}/) { match in
      let value = value(of: String(match.output.1 ?? match.output.2 ?? "")) ?? "0"
      return value.isEmpty ? "1" : value
    }
  }

  /// What the macro is defined as; nil if it is not defined.
  func value(of name: String) -> String? {
    // Substitutes for keywords and types are needed where a compiler lacks them.
    if name.contains(where: \.isLowercase) { return name.hasSuffix("_restrict") ? "" : nil }
    if name == "_FILE_OFFSET_BITS" { return "64" }
    if name.hasPrefix("_") { return Self.reserved.contains(name) ? "1" : nil }
    for prefix in ["SIZEOF_", "ALIGNOF_"] where name.hasPrefix(prefix) {
      return Self.sizes[name.dropFirst(prefix.count)]
    }
    if name.hasSuffix("_ALIGNOF") { return "8" }
    if name.hasSuffix("INT64_TYPE") { return "long int" }
    if name.hasSuffix("_TYPE") { return nil }
    let words = name.split(separator: "_")
    if words.contains(where: Self.negative.contains) { return nil }
    if words.contains(where: { word in Self.systems.contains { word.hasPrefix($0) } }) {
      return nil
    }
    if name.hasPrefix("HAVE_"), name.hasSuffix("_H") { return isHeader(words) ? "1" : nil }
    let isText = words.first == "PACKAGE" || words.last == "VERSION" || words.last == "STRING"
    return isText ? "\"\"" : "1"
  }

  /// Whether `HAVE_A_B_H` holds here: `a/b.h`, `a_b.h` or `a-b.h`.
  private func isHeader(_ words: [Substring]) -> Bool {
    let parts = words.dropFirst().dropLast().map { $0.lowercased() }
    guard let first = parts.first else { return false }
    let rest = parts.dropFirst().joined(separator: "_")
    let names = [
      parts.joined(separator: "/"), parts.joined(separator: "_"), parts.joined(separator: "-"),
      rest.isEmpty ? first : first + "/" + rest,
    ]
    return names.contains { system.exists($0 + ".h") }
  }

  private static let reserved: Set<String> = [
    "_GNU_SOURCE", "_DEFAULT_SOURCE", "__EXTENSIONS__", "__PROTOTYPES",
  ]

  private static let sizes: [Substring: String] = [
    "CHAR": "1", "BOOL": "1", "SHORT": "2", "INT": "4", "UNSIGNED_INT": "4", "FLOAT": "4",
    "WCHAR_T": "4", "LONG": "8", "UNSIGNED_LONG": "8", "LONG_LONG": "8", "LONG_LONG_INT": "8",
    "INT64_T": "8", "DOUBLE": "8", "VOID_P": "8", "CHAR_P": "8", "INT_P": "8", "INTMAX_T": "8",
    "SIZE_T": "8", "SSIZE_T": "8", "OFF_T": "8", "TIME_T": "8", "PTRDIFF_T": "8",
  ]

  /// Words of faults, of what is missing, and of what is off unless somebody asks for it.
  private static let negative: Set<Substring> = [
    "NO", "NOT", "NON", "BROKEN", "BUG", "BUGGY", "MISSING", "NEED", "NEEDS", "MUST", "CANT",
    "CANNOT", "LACKS", "WITHOUT", "DISABLE", "DISABLED", "BIGENDIAN", "DEBUG", "DEBUGGING",
    "ASSERT", "VALGRIND", "STATIC", "REINSTALL", "UNUSABLE", "DEPRECATED", "OBSOLETE",
  ]

  /// How words begin that name systems other than the one that is analysed on.
  private static let systems = [
    "WIN32", "WIN64", "WINDOWS", "MSVC", "CYGWIN", "MINGW", "DARWIN", "MACOS", "OSX", "APPLE",
    "SOLARIS", "SUNOS", "HPUX", "AIX", "IRIX", "ULTRIX", "XENIX", "USG", "SVR4", "SYSV", "ISC",
    "BEOS", "HAIKU", "VMS", "MSDOS", "OS2", "QNX", "FREEBSD", "NETBSD", "OPENBSD", "BSD",
    "MINIX", "TANDEM",
  ]
}
