/// Finds keys that may be aliases or collections, in text that has many aliases.
///
/// The YAML parser compares the keys of a mapping by walking them, and nested aliases make a walk
/// exponentially long. The scan sees bytes and no grammar, so it takes every place for a key that
/// could be one: `{*a}` is a mapping with a key, within flow collections `?` and `:` need no blank
/// after them, and a line end may be one of Unicode's. What looks like an alias is none where no
/// anchor has its name: the parser refuses it, or it stands within a text, as `"s3:*Object"` does.
/// Quotes are not followed, since text that is made for it could make the scan lose its place.
/// Aliases up to ``allowance`` can do no harm, so that common text is not refused. Linear in the text.
enum AliasedKeys {
  /// So many aliases make a text at most nine times as long.
  static let allowance = 6

  /// The one-based line of the first such key; nil where there is none, or few aliases.
  static func line(in bytes: [UInt8]) -> Int? {
    let anchors = anchors(bytes)
    if anchors.isEmpty { return nil }
    var aliases = 0
    for index in bytes.indices where isAlias(bytes, index) {
      guard anchors.contains(name(bytes, after: index)) else { continue }
      aliases += 1
      if aliases > allowance { break }
    }
    guard aliases > allowance else { return nil }
    return bytes.indices.first { mayBeginOrEndKey(bytes, $0) }
      .map { place in bytes[..<place].count { $0 == 0x0a } + 1 }
  }

  /// All names that stand behind a `&`, wherever it is.
  private static func anchors(_ bytes: [UInt8]) -> Set<ArraySlice<UInt8>> {
    var names: Set<ArraySlice<UInt8>> = []
    for index in bytes.indices where bytes[index] == UInt8(ascii: "&") {
      let name = name(bytes, after: index)
      if !name.isEmpty { names.insert(name) }
    }
    return names
  }

  private static func name(_ bytes: [UInt8], after index: Int) -> ArraySlice<UInt8> {
    bytes[(index + 1)...].prefix(while: isNamePart)
  }

  /// Whether a token can begin at `index`: anywhere else the byte is part of a longer one.
  private static func beginsToken(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return before <= 0x20 || before >= 0x80 || "[]{},:?-".utf8.contains(before)
  }

  private static func isAlias(_ bytes: [UInt8], _ index: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "*"), index + 1 < bytes.count else { return false }
    return isNamePart(bytes[index + 1]) && beginsToken(bytes, index)
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "_"), UInt8(ascii: "-"): true
    default: false
    }
  }

  private static func mayBeginOrEndKey(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "?"): beginsToken(bytes, index)
    case UInt8(ascii: "{"): beginsToken(bytes, index) && !isEmptyMapping(bytes, index)
    case UInt8(ascii: ":"): endsCompound(bytes, before: index)
    default: false
    }
  }

  private static func isEmptyMapping(_ bytes: [UInt8], _ brace: Int) -> Bool {
    brace + 1 < bytes.count && bytes[brace + 1] == UInt8(ascii: "}")
  }

  /// Whether a collection or an alias ends before the colon at `index`.
  private static func endsCompound(_ bytes: [UInt8], before index: Int) -> Bool {
    var place = index - 1
    while place >= 0, bytes[place] <= 0x20 { place -= 1 }
    guard place >= 0 else { return false }
    if bytes[place] == UInt8(ascii: "]") { return true }
    if bytes[place] == UInt8(ascii: "}") { return !closesVariable(bytes, place) }
    while place > 0, isNamePart(bytes[place]) { place -= 1 }
    return isAlias(bytes, place)
  }

  /// Whether the brace ends a `${NAME}`, which is text: no mapping can follow a dollar sign.
  private static func closesVariable(_ bytes: [UInt8], _ brace: Int) -> Bool {
    var place = brace - 1
    while place > 0, isNamePart(bytes[place]) { place -= 1 }
    return place > 0 && bytes[place] == UInt8(ascii: "{") && bytes[place - 1] == UInt8(ascii: "$")
  }
}
