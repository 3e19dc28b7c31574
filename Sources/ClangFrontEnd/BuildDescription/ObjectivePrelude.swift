internal import Basics
internal import Facts
internal import FrontEnd

/// Declarations of what sources in Objective-C use of Apple's frameworks, whose headers are not here.
///
/// Without them no class is derived from one that the parser knows, and methods that take a framework's
/// type are lost. Names are all that is taken from the sources: what stands before a `*` or behind a
/// `[` is a class, what stands in angle brackets behind `id` is a protocol, any other a number.
struct ObjectivePrelude {
  /// No file of a project has this path.
  static let path = "/cleave/objective-c.h"
  static let arguments = [
    "-fblocks", "-fobjc-runtime=macosx-10.15", "-fobjc-weak", "-include", path,
  ]

  private var used: Set<String> = []
  private var classes: Set<String> = []
  private var protocols: Set<String> = []
  private var functions: Set<String> = []
  private var types: Set<String> = []
  private var declared: Set<String> = []

  private static let declaring: Set<String> = [
    "interface", "protocol", "struct", "enum",
  ]

  /// Nil for a project without Objective-C. Linear in its text.
  static func overlay(_ index: HeaderIndex, root: [UInt8]) -> ExtractionUnit.Overlay? {
    let files = index.files.filter { $0.source.language?.isCFamily ?? $0.isHeader }
    guard files.contains(where: { $0.source.language?.isObjective ?? false }) else { return nil }
    var prelude = ObjectivePrelude()
    for file in files where file.source.language?.isObjective ?? true || file.isHeader {
      let path = root + [UInt8(ascii: "/")] + file.source.rawPath
      guard let bytes = try? FileSystem.read(path, limit: ScannedSource.sizeLimit) else { continue }
      prelude.read(bytes)
    }
    return ExtractionUnit.Overlay(path: path, content: Array(prelude.text.utf8))
  }

  // MARK: Names

  /// Beginnings of the names of frameworks.
  private static let prefixes = [
    "NS", "UI", "CG", "CA", "CI", "CF", "AV", "WK", "MK", "CL", "PH", "SK", "MTL", "MTK", "UN",
    "CN",
    "EK", "HK", "AB", "MP", "MF", "QL", "GK", "SC", "SL", "CT", "CM", "CV",
  ]

  private mutating func read(_ source: [UInt8]) {
    var tokens = Tokens(source)
    var (before, second) = ("", "")
    var isList = false
    while let token = tokens.next() {
      defer { (before, second) = (token.text, before) }
      if Self.declaring.contains(before), token.follower != UInt8(ascii: "(") {
        declared.insert(token.text)
      }
      if token.text == "<" { isList = ["id", ">"].contains(before) || tokens.isHeading }
      if token.text == ">" { isList = false }
      // The name of a typedef is the last, that of a block or function stands behind its sign.
      if tokens.isDefining, token.text == ";" || token.text == ")" && ["^", "*"].contains(second) {
        declared.insert(before)
      }
      if token.text == ")", second == ",", tokens.isEnumeration { declared.insert(before) }
      if tokens.isEnumerating, before == "{" || before == "," { declared.insert(token.text) }
      guard Self.isFrameworkName(token.text) else { continue }
      used.insert(token.text)
      if token.follower == UInt8(ascii: "("), before != "interface", before != "implementation" {
        functions.insert(token.text)
      }
      if token.isBeforeName || before == "(" && token.follower == UInt8(ascii: ")") {
        types.insert(token.text)
      }
      if isList { protocols.insert(token.text) }
      if token.follower == UInt8(ascii: "*") || token.follower == UInt8(ascii: "<")
        || before == "[" || before == ":" && tokens.isHeading
      {
        classes.insert(token.text)
      }
    }
  }

  private static func isFrameworkName(_ text: String) -> Bool {
    prefixes.contains { prefix in
      guard text.hasPrefix(prefix) else { return false }
      let rest = text.utf8.dropFirst(prefix.utf8.count)
      guard let first = rest.first, (0x41...0x5a).contains(first) else { return false }
      return rest.contains { (0x61...0x7a).contains($0) } && !text.utf8.contains(0x5f)
    }
  }

  // MARK: Text

  private static let objectEndings = ["Ref", "Name", "Key", "Mode", "Identifier", "Domain", "UTI"]
  private static let oneParameter = [
    "NSArray", "NSMutableArray", "NSSet", "NSMutableSet", "NSOrderedSet", "NSMutableOrderedSet",
    "NSEnumerator", "NSHashTable", "NSCountedSet",
  ]
  private static let twoParameters = [
    "NSDictionary", "NSMutableDictionary", "NSMapTable", "NSCache",
  ]
  private static let numbers = [
    "NSInteger": "long", "NSUInteger": "unsigned long", "CGFloat": "double",
    "NSTimeInterval": "double",
  ]

  private var text: String {
    var lines = [Self.start]
    let known = Set(["NSObject"]).union(Self.oneParameter).union(Self.twoParameters)
      .union(Self.numbers.keys)
    let protocols = protocols.subtracting(classes).subtracting(declared).subtracting(known)
    let classes = classes.subtracting(declared).subtracting(known)
    let others = used.subtracting(classes).subtracting(protocols).subtracting(declared)
      .subtracting(known).subtracting(functions)
    func add(_ names: Set<String>, _ line: (String) -> String) {
      lines += names.sorted { $0.precedesBytewise($1) }.map(line)
    }
    add(protocols) { "@protocol \($0) @end" }
    add(classes) { "@interface \($0) : NSObject @end" }
    add(others.intersection(types)) { name in
      // References and the kinds of strings that are names are objects.
      let isObject = Self.objectEndings.contains { name.hasSuffix($0) }
      return "typedef \(isObject ? "id" : "long") \(name);"
    }
    add(others.subtracting(types)) { "enum { \($0) };" }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let start: String = {
    let empty = [
      "NS_ASSUME_NONNULL_BEGIN", "NS_ASSUME_NONNULL_END", "NS_DESIGNATED_INITIALIZER",
      "NS_UNAVAILABLE", "NS_SWIFT_NAME(...)", "NS_REQUIRES_SUPER", "NS_STRING_ENUM",
      "NS_TYPED_ENUM", "NS_TYPED_EXTENSIBLE_ENUM", "NS_EXTENSIBLE_STRING_ENUM", "NS_NOESCAPE",
      "NS_RETURNS_RETAINED", "NS_SWIFT_UNAVAILABLE(...)", "NS_REFINED_FOR_SWIFT",
      "NS_AVAILABLE_IOS(...)", "NS_CLASS_AVAILABLE_IOS(...)", "NS_DEPRECATED_IOS(...)",
      "NS_EXTENSION_UNAVAILABLE_IOS(...)", "NS_FORMAT_FUNCTION(...)", "NS_SWIFT_SENDABLE",
      "API_AVAILABLE(...)", "API_UNAVAILABLE(...)", "API_DEPRECATED(...)", "IBOutlet",
      "API_DEPRECATED_WITH_REPLACEMENT(...)", "IBInspectable", "IB_DESIGNABLE", "NS_SWIFT_UI_ACTOR",
    ]
    var lines = empty.map { "#define \($0)" }
    lines += [
      "#define NS_ENUM(t, n) enum n : t n; enum n : t",
      "#define NS_OPTIONS(t, n) enum n : t n; enum n : t",
      "#define NS_CLOSED_ENUM(t, n) enum n : t n; enum n : t",
      "#define NS_ERROR_ENUM(d, n) enum n : long n; enum n : long",
      "#define IBAction void", "#define NULL ((void *)0)", "#define YES ((BOOL)1)",
      "#define NO ((BOOL)0)", "#define nil ((id)0)", "#define Nil ((Class)0)",
      "typedef signed char BOOL;", "typedef unsigned short unichar;",
      "typedef unsigned long size_t;", "typedef unsigned char uint8_t;",
      "typedef unsigned int uint32_t;", "typedef unsigned long long uint64_t;",
      "typedef int int32_t;", "typedef long long int64_t;", "typedef unsigned short uint16_t;",
    ]
    for word in ["FOUNDATION_EXPORT", "FOUNDATION_EXTERN", "UIKIT_EXTERN", "OBJC_EXTERN"] {
      lines.append("#define \(word) extern")
    }
    for (name, type) in numbers.sorted(by: { $0.key < $1.key }) {
      lines.append("typedef \(type) \(name);")
    }
    lines += [
      "@protocol NSObject @end",
      """
      @interface NSObject <NSObject> + (instancetype)alloc; + (instancetype)new; \
      + (Class)class; - (instancetype)init; - (instancetype)self; - (Class)class; - (id)copy; @end
      """,
    ]
    for name in oneParameter {
      lines.append(
        "@interface \(name)<__covariant T> : NSObject - (T)objectAtIndexedSubscript:(long)i; @end")
    }
    for name in twoParameters {
      lines.append(
        "@interface \(name)<K, V> : NSObject - (V)objectForKeyedSubscript:(K)k; @end")
    }
    return lines.joined(separator: "\n")
  }()
}

/// The words and signs of a source, without comments and texts.
private struct Tokens {
  struct Token {
    var text: String
    /// The byte behind it, white space left out.
    var follower: UInt8

    var isBeforeName: Bool {
      follower == 0x5f || (0x41...0x7a).contains(follower) && follower != 0x5b
    }
  }

  private let source: [UInt8]
  private var position = 0
  /// Whether the statement is the heading of a class or protocol, a typedef, an enumeration.
  private(set) var isHeading = false
  private(set) var isDefining = false
  private(set) var isEnumeration = false
  /// Whether the constants of an enumeration are read.
  private(set) var isEnumerating = false

  init(_ source: [UInt8]) { self.source = source }

  mutating func next() -> Token? {
    while position < source.count {
      let byte = source[position]
      if byte == UInt8(ascii: "/"), at(1) == byte {
        skip(to: 0x0a)
      } else if byte == UInt8(ascii: "/"), at(1) == UInt8(ascii: "*") {
        position += 2
        while position < source.count, !(at(0) == UInt8(ascii: "*") && at(1) == byte) {
          position += 1
        }
        position += 2
      } else if byte == UInt8(ascii: "\"") {
        position += 1
        while position < source.count, source[position] != byte, source[position] != 0x0a {
          position += source[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
      } else if Self.isName(byte) {
        return word()
      } else if byte > 0x20 {
        position += 1
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "+")
        {
          isHeading = false
        }
        defer {
          if byte == UInt8(ascii: ";") { isDefining = false }
          if byte == UInt8(ascii: "{") {
            isEnumerating = isEnumeration
            isEnumeration = false
          }
          if byte == UInt8(ascii: "}") { isEnumerating = false }
        }
        return Token(text: String(UnicodeScalar(byte)), follower: follower())
      } else {
        position += 1
      }
    }
    return nil
  }

  private mutating func word() -> Token {
    let start = position
    while position < source.count, Self.isName(source[position]) { position += 1 }
    let text = String(decoding: source[start..<position], as: UTF8.self)
    if text == "interface" || text == "protocol" { isHeading = true }
    if text == "typedef" || text == "extern" || text.hasSuffix("_EXPORT")
      || text.hasSuffix("_EXTERN")
    {
      isDefining = true
    }
    let isMacro = text.hasPrefix("NS_") && (text.hasSuffix("ENUM") || text.hasSuffix("OPTIONS"))
    if isMacro || text == "enum" {
      isEnumeration = true
    }
    return Token(text: text, follower: follower())
  }

  private func at(_ offset: Int) -> UInt8 {
    position + offset < source.count ? source[position + offset] : 0
  }

  private mutating func skip(to byte: UInt8) {
    position = source[position...].firstIndex(of: byte) ?? source.count
  }

  private func follower() -> UInt8 {
    var next = position
    while next < source.count, source[next] <= 0x20 { next += 1 }
    return next < source.count ? source[next] : 0
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
    default: false
    }
  }
}

extension Language {
  /// The name of the language for the parser's `-x`.
  var parserName: String {
    switch self {
    case .cpp: "c++"
    case .objc: "objective-c"
    case .objcpp: "objective-c++"
    default: "c"
    }
  }
}
