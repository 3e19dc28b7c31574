internal import Foundation

/// Messages over pipes: eight bytes of length, little-endian, then as many bytes.
enum Frame {
  /// Longer messages are damage: no file has facts of this size.
  static let sizeLimit = 1 << 30
  static let headerSize = 8

  enum Failure: Error { case closed, timedOut, damaged }

  /// The message as it travels.
  static func enclose(_ bytes: [UInt8]) -> [UInt8] {
    var message = withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) }
    message.reserveCapacity(message.count + bytes.count)
    message.append(contentsOf: bytes)
    return message
  }

  /// Waits for a whole message, however long it takes.
  static func read(from descriptor: Int32) throws(Failure) -> [UInt8] {
    var frame = IncomingFrame()
    while frame.missing > 0 {
      guard try frame.take(from: descriptor) > 0 else { throw .closed }
    }
    return frame.content
  }

  /// Writes a whole message, however long it takes.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var frame = OutgoingFrame(bytes)
    while frame.isUnsent { try frame.give(to: descriptor) }
  }
}

/// A message that arrives in pieces. Takes memory for what has come, not for what is announced.
struct IncomingFrame {
  private static let step = 1 << 16

  private var bytes: [UInt8] = []
  private var size = Frame.headerSize

  /// Bytes that are still to come, as far as is known; zero when the message is whole.
  var missing: Int { size - bytes.count }

  var content: [UInt8] { Array(bytes.dropFirst(Frame.headerSize)) }

  /// Reads once, never beyond the message. Gives the number of bytes, zero at the end of the stream,
  /// or -1 where a descriptor that does not block has nothing.
  mutating func take(from descriptor: Int32) throws(Frame.Failure) -> Int {
    let count = min(missing, Self.step)
    var got = 0
    var code: Int32 = 0
    let piece = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      repeat {
        got = Foundation.read(descriptor, buffer.baseAddress!, count)
        code = errno
      } while got < 0 && code == EINTR
      filled = max(got, 0)
    }
    if got < 0 {
      guard code == EAGAIN || code == EWOULDBLOCK else { throw .closed }
      return -1
    }
    bytes += piece
    if bytes.count == Frame.headerSize, size == Frame.headerSize { try readHeader() }
    return got
  }

  private mutating func readHeader() throws(Frame.Failure) {
    let length = bytes.enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << ($1.offset * 8) }
    guard length <= UInt64(Frame.sizeLimit) else { throw .damaged }
    size += Int(length)
  }
}

/// A message that leaves in pieces.
struct OutgoingFrame {
  private var bytes: [UInt8] = []
  private var sent = 0

  init(_ content: [UInt8]) { bytes = Frame.enclose(content) }

  var isUnsent: Bool { sent < bytes.count }

  /// Writes once, as much as the descriptor takes: nothing where it does not block and is full.
  mutating func give(to descriptor: Int32) throws(Frame.Failure) {
    var code: Int32 = 0
    let count = bytes.withUnsafeBytes { buffer in
      let count = Foundation.write(descriptor, buffer.baseAddress! + sent, buffer.count - sent)
      code = errno
      return count
    }
    if count > 0 {
      sent += count
    } else if code != EINTR, code != EAGAIN, code != EWOULDBLOCK {
      throw .closed
    }
  }
}
