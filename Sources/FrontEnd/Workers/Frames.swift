internal import Foundation

/// Messages over pipes: eight bytes of length, little-endian, then as many bytes.
enum Frame {
  /// Longer messages are damage: no file has facts of this size.
  static let sizeLimit = 1 << 30

  enum Failure: Error { case closed, timedOut, damaged, cancelled }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(Failure) {
    var message = withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { Array($0) }
    message.append(contentsOf: bytes)
    var sent = 0
    while sent < message.count {
      let count = message.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress! + sent, message.count - sent)
      }
      if count > 0 { sent += count } else if errno != EINTR { throw .closed }
    }
  }

  /// How long a read waits: until a time of the monotonic clock in seconds, or until cancelled.
  struct Patience {
    var deadline = Double.infinity
    var cancellation: Cancellation?
  }

  /// Waits for a whole message, as long as `patience` lasts.
  static func read(
    from descriptor: Int32, patience: Patience = Patience()
  ) throws(Failure) -> [UInt8] {
    let header = try read(8, from: descriptor, patience)
    var length: UInt64 = 0
    for (index, byte) in header.enumerated() { length |= UInt64(byte) << UInt64(index * 8) }
    guard length <= UInt64(sizeLimit) else { throw .damaged }
    return try read(Int(length), from: descriptor, patience)
  }

  private static func read(
    _ count: Int, from descriptor: Int32, _ patience: Patience
  ) throws(Failure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var received = 0
    while received < count {
      try wait(for: descriptor, patience)
      let step = bytes.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress! + received, count - received)
      }
      if step > 0 { received += step } else if step == 0 || errno != EINTR { throw .closed }
    }
    return bytes
  }

  private static func wait(for descriptor: Int32, _ patience: Patience) throws(Failure) {
    if patience.deadline == .infinity, patience.cancellation == nil { return }
    while true {
      let left = patience.deadline - monotonicSeconds()
      if left <= 0 { throw .timedOut }
      if patience.cancellation?.isRequested == true { throw .cancelled }
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let answer = poll(&request, 1, Int32(min(left * 1000 + 1, 100)))
      if answer > 0 { return }
      if answer < 0 && errno != EINTR { throw .closed }
    }
  }
}

/// Seconds of a clock that no one sets.
func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
