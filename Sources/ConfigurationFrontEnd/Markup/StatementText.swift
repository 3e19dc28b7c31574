/// The text of a statement that is put together from places of one file, and the line of each.
struct StatementText {
  private(set) var bytes: [UInt8] = []
  /// For each line of the text the one that it comes from.
  private var lines: [UInt32] = []

  /// A statement that stands for more is no statement.
  static let largest = 1 << 20

  /// Adds a text that begins on `line`; placeholders of values become `?`.
  mutating func add(_ text: String, _ line: UInt32) {
    guard bytes.count < Self.largest else { return }
    bytes.append(0x0a)
    if lines.isEmpty { lines.append(line) }
    var next = line
    lines.append(next)
    for byte in Self.plain(Array(text.utf8)) {
      bytes.append(byte)
      if byte == 0x0a {
        next += 1
        lines.append(next)
      }
    }
  }

  /// The line in the file for one of the text, counted from one.
  func line(_ number: UInt32) -> UInt32 {
    let index = Int(number) - 1
    return lines.indices.contains(index) ? lines[index] : lines.last ?? 1
  }

  /// `#{id}` and iBATIS' `#id#` as `?`; `${schema}.` and `${prefix}` before a name as nothing, since
  /// the name tells more than nothing; any other `${…}` or `$…$` as `?`.
  static func plain(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < text.count {
      let mark = text[index]
      guard mark == 0x23 || mark == 0x24, let end = placeholderEnd(text, index) else {
        result.append(mark)
        index += 1
        continue
      }
      var next = end
      let joins = mark == 0x24 && next < text.count && (isName(text[next]) || text[next] == 0x2e)
      if joins {
        if text[next] == 0x2e { next += 1 }
      } else if mark == 0x23 || !(result.last.map(isName) ?? false) {
        result.append(0x3f)
      }
      index = next
    }
    return result
  }

  /// The index behind a placeholder that begins at `start`; nil if there is none.
  private static func placeholderEnd(_ text: [UInt8], _ start: Int) -> Int? {
    let mark = text[start]
    var index = start + 1
    guard index < text.count else { return nil }
    let isBraced = text[index] == 0x7b
    if isBraced { index += 1 }
    let first = index
    while index < text.count, index - start < 256 {
      let byte = text[index]
      if isBraced ? byte == 0x7d : byte == mark { return index > first ? index + 1 : nil }
      if byte == 0x0a || !isBraced && !isInside(byte) { return nil }
      index += 1
    }
    return nil
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == 0x5f
  }

  private static func isInside(_ byte: UInt8) -> Bool {
    isName(byte) || [0x2e, 0x3a, 0x5b, 0x5d, 0x2d].contains(byte)
  }
}
