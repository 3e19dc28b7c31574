/// What only Ruby and PHP write.
extension TokenCutter {
  mutating func cutSymbol() {
    let isNext = Self.isLetter(byte(1))
    let before = position > 0 ? source[position - 1] : 0x20
    guard isNext, before != 0x3a, !isWordByte(before), before != 0x29 else {
      if byte(1) == 0x22, before != 0x3a, !isWordByte(before) {
        position += 1
        return cutText(0x22)
      }
      return mark()
    }
    position += 1
    let start = position
    while position < source.count, isWordByte(source[position]) { position += 1 }
    add(.text, 0x3a, start, position, line)
    if byte() == 0x3f || byte() == 0x21, byte(1) != 0x3d { position += 1 }
  }

  mutating func cutVariable() {
    let start = position
    while byte() == 0x40 || byte() == 0x24 { position += 1 }
    while position < source.count, isWordByte(source[position]) { position += 1 }
    add(.word, 0, start, position, line)
  }

  /// `%w[a b]`, `%i[a b]`, `%q(text)`.
  mutating func cutPercent() {
    let kind = byte(1) | 0x20
    let hasKind = [0x77, 0x69, 0x71].contains(kind)
    let opener = byte(hasKind ? 2 : 1)
    let closers: [UInt8: UInt8] = [0x5b: 0x5d, 0x28: 0x29, 0x7b: 0x7d, 0x3c: 0x3e, 0x7c: 0x7c]
    guard hasKind || !tokensEndInValue, let closer = closers[opener] else { return mark() }
    let first = line
    var end = position + (hasKind ? 3 : 2)
    let start = end
    var depth = 1
    while end < source.count {
      if source[end] == closer { depth -= 1 } else if source[end] == opener { depth += 1 }
      if depth == 0 { break }
      if source[end] == 0x0a { line += 1 }
      end += 1
    }
    if hasKind, kind != 0x71 {
      cutWords(start, end, first)
    } else {
      add(.text, 0x22, start, min(end, source.count), first)
    }
    position = end + 1
  }

  mutating func cutWords(_ start: Int, _ end: Int, _ line: UInt32) {
    add(.mark, 0x5b, start - 1, start, line)
    var isFirst = true
    for word in source[start..<min(end, source.count)].split(whereSeparator: { $0 <= 0x20 }) {
      if !isFirst { add(.mark, 0x2c, word.startIndex, word.startIndex, line) }
      isFirst = false
      add(.text, 0x22, word.startIndex, word.endIndex, line)
    }
    add(.mark, 0x5d, min(end, source.count), min(end + 1, source.count), line)
  }

  var tokensEndInValue: Bool {
    guard let last = tokens.last else { return false }
    return last.kind != .mark || [0x29, 0x5d, 0x7d].contains(last.byte)
  }

  mutating func cutLess() {
    let isDoc = byte(1) == 0x3c && (lexis.isRuby || lexis.isPHP && byte(2) == 0x3c)
    guard isDoc else { return mark() }
    var next = position + (lexis.isPHP ? 3 : 2)
    while next < source.count, [0x7e, 0x2d, 0x20, 0x22, 0x27].contains(source[next]) { next += 1 }
    let start = next
    while next < source.count, isWordByte(source[next]) { next += 1 }
    let hasSpace = source[position..<start].contains(0x20)
    guard next > start, !(lexis.isRuby && hasSpace), !Self.isDigit(source[start]) else {
      return mark()
    }
    heredocs.append(Array(source[start..<next]))
    add(.text, 0x22, start, next, line)
    position = next
    if byte() == 0x22 || byte() == 0x27 { position += 1 }
  }

  mutating func skipHeredocs() {
    let ends = heredocs
    heredocs = []
    for end in ends {
      while position < source.count {
        var first = position
        while first < source.count, source[first] == 0x20 || source[first] == 0x09 { first += 1 }
        var last = first
        while last < source.count, source[last] != 0x0a { last += 1 }
        let isEnd =
          source[first..<last].starts(with: end)
          && (first + end.count == last || !isWordByte(source[first + end.count]))
        if isEnd {
          position = first + end.count
          break
        }
        position = min(source.count, last + 1)
        if last < source.count { line += 1 }
      }
    }
  }

  /// Moves to what stands behind the next `<?php`.
  mutating func skipPage() {
    while position < source.count {
      if byte() == 0x3c, byte(1) == 0x3f {
        position += 2
        if source[position...].starts(with: "php".utf8) { position += 3 }
        if byte() == 0x3d { position += 1 }
        return
      }
      if byte() == 0x0a { line += 1 }
      position += 1
    }
  }
}
