internal import ClangBinding
internal import Facts

/// SQL in string literals.
extension TreeWalk {
  func addLiteral(_ frame: Frame) {
    guard mayBeSQL(frame.cursor) else { return }
    let text = LiteralText.content(of: unit.spelling(of: frame.cursor))
    guard LiteralText.startsWithVerb(text.utf8) else { return }
    let position = unit.position(of: frame.cursor)
    guard let draft = draft(symbols.number(of: position.file)) else { return }
    for access in readers.sql(text) {
      let number = drafts[draft].number(of: frame.symbol)
      drafts[draft].facts.dataAccesses.append(
        DataAccess(
          store: access.store, name: access.name, access: access.access, line: position.line,
          symbol: number))
    }
  }

  /// A look at the source text, which is cheaper than asking for the literal. True where the text is
  /// elsewhere, in a macro.
  private func mayBeSQL(_ literal: Cursor) -> Bool {
    let start = unit.writtenStart(of: literal)
    guard let draft = draft(symbols.number(of: start.file)) else { return true }
    let rest = drafts[draft].bytes[min(Int(start.offset), drafts[draft].bytes.count)...]
    let prefix = rest.prefix(4).prefix { $0 != UInt8(ascii: "\"") }
    guard prefix.count < 4, prefix.allSatisfy({ "LuU8R".utf8.contains($0) }),
      rest.dropFirst(prefix.count).first == UInt8(ascii: "\"")
    else { return true }
    if prefix.last == UInt8(ascii: "R") { return true }
    return LiteralText.startsWithVerb(rest.dropFirst(prefix.count + 1).prefix(256))
  }
}

enum LiteralText {
  private static let verbs: [[UInt8]] = [
    "select", "insert", "update", "delete", "merge", "replace", "create", "alter", "drop",
    "truncate", "with", "copy", "lock", "explain", "declare", "call", "exec",
    "execute", "perform",
  ].map { Array($0.utf8) }

  /// Whether the first word is one that an SQL statement can begin with, whatever its case. An empty
  /// literal part (`"" "SELECT"`) and escaped white space before it are passed over.
  static func startsWithVerb(_ text: some Collection<UInt8>) -> Bool {
    var rest = text[...]
    while let first = rest.first {
      if first.isBlank || first == UInt8(ascii: "(") || first == UInt8(ascii: "\"") {
        rest = rest.dropFirst()
      } else if first == 0x5c, let next = rest.dropFirst().first, "nrt".utf8.contains(next) {
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    let word = rest.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a }.map { $0 | 0x20 }
    return verbs.contains(word)
  }

  /// The characters of a literal as libclang spells it: without prefix and quotes, the common
  /// escapes undone.
  static func content(of spelling: String) -> String {
    let bytes = Array(spelling.utf8)
    guard let open = bytes.firstIndex(of: UInt8(ascii: "\"")),
      let close = bytes.lastIndex(of: 0x22),
      close > open
    else { return spelling }
    var out: [UInt8] = []
    var at = open + 1
    while at < close {
      if bytes[at] == 0x5c, at + 1 < close {
        at += 1
        switch bytes[at] {
        case UInt8(ascii: "n"): out.append(0x0a)
        case UInt8(ascii: "t"): out.append(0x09)
        case UInt8(ascii: "r"): out.append(0x0d)
        default: out.append(bytes[at])
        }
      } else {
        out.append(bytes[at])
      }
      at += 1
    }
    return String(decoding: out, as: UTF8.self)
  }
}
