internal import Foundation
internal import FrontEnd

/// A terminal that gives single keys, and is as it was afterwards.
final class Terminal {
  private let original: termios

  /// Nil where standard input or output is none.
  init?() {
    var state = termios()
    guard isatty(0) == 1, isatty(1) == 1, tcgetattr(0, &state) == 0 else { return nil }
    original = state
  }

  deinit { restore() }

  func restore() {
    var state = original
    tcsetattr(0, TCSADRAIN, &state)
  }

  /// Columns, as far as they are known.
  var width: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  enum Key: Equatable {
    case letter(Character)
    case next, previous
    /// Ctrl-L.
    case redraw
    /// A key that says nothing here.
    case other
    /// Ctrl-C, a signal, or the end of the input.
    case end
  }

  /// Waits for a key. Signals come as ``Key/end``, so that nothing is left half done.
  func key() -> Key {
    var state = original
    state.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
    tcsetattr(0, TCSADRAIN, &state)
    defer { restore() }
    guard let byte = byte(timeout: nil) else { return .end }
    switch byte {
    case 3, 4: return .end
    case 0x0c: return .redraw
    case 0x1b: return sequence()
    case ..<0x20, 0x7f: return .other
    default:
      // The rest of a character of several bytes is no key of its own.
      guard byte >= 0x80 else { return .letter(Character(UnicodeScalar(byte))) }
      while self.byte(timeout: 10) != nil {}
      return .other
    }
  }

  /// What follows an escape: arrows come as `[A` or `OA`, other keys with numbers before a last
  /// letter; nothing follows the key itself.
  private func sequence() -> Key {
    guard let first = byte(timeout: 50) else { return .other }
    if first == 0x1b { return sequence() }
    guard first == UInt8(ascii: "[") || first == UInt8(ascii: "O") else { return .other }
    while let next = byte(timeout: 50) {
      switch next {
      case UInt8(ascii: "A"), UInt8(ascii: "D"): return .previous
      case UInt8(ascii: "B"), UInt8(ascii: "C"): return .next
      case 0x40...0x7e: return .other
      default: continue
      }
    }
    return .other
  }

  /// A line, edited as the terminal does it; nil at the end of the input.
  func line(_ prompt: String) -> String? {
    restore()
    try? Output.write(prompt)
    var bytes: [UInt8] = []
    while let byte = byte(timeout: nil) {
      if byte == UInt8(ascii: "\n") {
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespaces)
      }
      bytes.append(byte)
    }
    return nil
  }

  private func byte(timeout: Int32?) -> UInt8? {
    while true {
      if Interruption.cancellation.isRequested { return nil }
      var request = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
      let ready = poll(&request, 1, timeout ?? 200)
      if ready == 0, timeout != nil { return nil }
      guard ready > 0 else { continue }
      var byte: UInt8 = 0
      let count = read(0, &byte, 1)
      if count == 1 { return byte }
      if count == 0 || errno != EINTR { return nil }
    }
  }
}
