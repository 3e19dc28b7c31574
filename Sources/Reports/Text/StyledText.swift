import Basics

/// Text in pieces of one style each: `"\(count) files of \(name, .strong)"`.
///
/// Control characters leave as `\xHH`, in every piece; there is no other way onto a page.
struct StyledText: ExpressibleByStringInterpolation, Sendable {
  struct Piece: Sendable {
    var text: String
    var style: TextStyle
  }

  var pieces: [Piece] = []

  init(_ text: String, _ style: TextStyle = .plain) {
    if !text.isEmpty { pieces = [Piece(text: text.escapedForTerminal, style: style)] }
  }

  init(stringLiteral value: String) { self.init(value) }

  init(stringInterpolation: Interpolation) { pieces = stringInterpolation.pieces }

  static func + (a: StyledText, b: StyledText) -> StyledText {
    var sum = a
    sum.pieces += b.pieces
    return sum
  }

  /// Number of columns, one a character.
  var width: Int { pieces.reduce(0) { $0 + $1.text.count } }

  struct Interpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) { appendInterpolation(literal) }

    mutating func appendInterpolation(_ text: String, _ style: TextStyle = .plain) {
      pieces += StyledText(text, style).pieces
    }

    mutating func appendInterpolation(_ number: Int, _ style: TextStyle = .plain) {
      pieces += StyledText(number.grouped, style).pieces
    }

    mutating func appendInterpolation(_ text: StyledText) { pieces += text.pieces }
  }

  /// At most `width` columns, with an ellipsis in the place of what is cut from the end.
  func cut(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    var result: StyledText = ""
    var left = width - 1
    for piece in pieces where left > 0 {
      result.pieces.append(Piece(text: String(piece.text.prefix(left)), style: piece.style))
      left -= piece.text.count
    }
    result.pieces.append(Piece(text: "…", style: .plain))
    return result
  }

  /// The pieces broken at spaces into lines of `first` columns, then of `rest`; with `breaksWords`
  /// inside of words as well that are longer than a line, behind a slash where there is one.
  func wrapped(first: Int, rest: Int, breaksWords: Bool = false) -> [StyledText] {
    var lines: [StyledText] = [""]
    var left = first
    let words = breaksWords ? words.flatMap { $0.broken(to: min(first, rest)) } : words
    for word in words {
      let isStart = lines[lines.count - 1].pieces.isEmpty
      if !isStart, word.width + 1 > left {
        lines.append(word)
        left = rest - word.width
      } else {
        if !isStart { lines[lines.count - 1].pieces.append(Piece(text: " ", style: .plain)) }
        lines[lines.count - 1].pieces += word.pieces
        left -= word.width + (isStart ? 0 : 1)
      }
    }
    return lines
  }

  /// A word in parts of at most `width` columns.
  private func broken(to width: Int) -> [StyledText] {
    var parts: [StyledText] = []
    var rest = self
    while rest.width > width {
      let head = String(rest.pieces.map(\.text).joined().prefix(width))
      let slash = head.lastIndex(of: "/").map { head.distance(from: head.startIndex, to: $0) + 1 }
      let (part, left) = rest.split(at: slash.flatMap { $0 > width / 3 ? $0 : nil } ?? width)
      parts.append(part)
      rest = left
    }
    return parts + [rest]
  }

  private func split(at column: Int) -> (StyledText, StyledText) {
    var (head, tail): (StyledText, StyledText) = ("", "")
    var left = column
    for piece in pieces {
      let text = piece.text
      if left > 0 {
        head.pieces.append(Piece(text: String(text.prefix(left)), style: piece.style))
      }
      if text.count > left {
        tail.pieces.append(Piece(text: String(text.dropFirst(left)), style: piece.style))
      }
      left = max(0, left - text.count)
    }
    return (head, tail)
  }

  private var words: [StyledText] {
    var words: [StyledText] = []
    var isOpen = false
    for piece in pieces {
      let parts = piece.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { isOpen = false }
        if part.isEmpty { continue }
        let word = Piece(text: String(part), style: piece.style)
        if isOpen { words[words.count - 1].pieces.append(word) } else { words.append("") }
        if !isOpen { words[words.count - 1].pieces = [word] }
        isOpen = true
      }
    }
    return words
  }

  func rendered(_ palette: Palette) -> String {
    pieces.reduce(into: "") { text, piece in
      let begin = palette.begin(piece.style)
      text += begin.isEmpty ? piece.text : begin + piece.text + palette.end
    }
  }
}

extension Int {
  /// Decimal digits with a comma between thousands.
  var grouped: String {
    let digits = String(magnitude)
    var out = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { out += "," }
      out.append(digit)
    }
    return (self < 0 ? "-" : "") + out
  }

  /// The number and the noun, in the plural unless it is one.
  func counted(_ noun: String, _ plural: String? = nil) -> String {
    "\(grouped) \(self == 1 ? noun : plural ?? noun + "s")"
  }
}

extension Double {
  /// With `digits` decimals, rounded half away from zero.
  func fixed(_ digits: Int) -> String {
    guard isFinite, magnitude < 1e15 else { return "–" }
    let scale = (0..<digits).reduce(1) { scale, _ in scale * 10 }
    let scaled = Int((magnitude * Double(scale)).rounded())
    let fraction = String(scaled % scale)
    let zeros = String(repeating: "0", count: Swift.max(0, digits - fraction.count))
    let sign = self < 0 && scaled != 0 ? "-" : ""
    return sign + (scaled / scale).grouped + (digits == 0 ? "" : "." + zeros + fraction)
  }
}
