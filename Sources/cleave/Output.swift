internal import Basics
internal import Foundation

/// The reader of standard output went away: a quiet end, not a failure.
struct ClosedOutput: Error {}

/// A check found something: the report has been written, the status says it once more.
struct Findings: Error {}

/// A wrong use that the argument parser cannot see.
struct UsageError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

/// Ctrl-C ended what goes on until then.
struct Interrupted: Error {}

/// `--fail-incomplete` was given and files were lost.
struct IncompleteAnalysis: Error, CustomStringConvertible {
  var count: Int
  var description: String {
    "the analysis is incomplete: \(count) problem\(count == 1 ? "" : "s") lost facts; see the diagnostics"
  }
}

/// Data goes to standard output or a file, talk to standard error.
enum Output {
  /// Writes all of `text`; a closed pipe throws ``ClosedOutput``, a full disk ``FileError``.
  static func write(_ text: String, to file: String? = nil) throws {
    if let file, file != "-" { return try FileSystem.write(Array(text.utf8), to: Array(file.utf8)) }
    var text = text
    try text.withUTF8 { bytes in
      var sent = 0
      while sent < bytes.count {
        let count = Foundation.write(1, bytes.baseAddress! + sent, bytes.count - sent)
        if count > 0 {
          sent += count
        } else {
          try goOn(after: errno)
        }
      }
    }
  }

  /// Returns where a write that was refused with `code` may be tried again.
  private static func goOn(after code: Int32) throws {
    switch code {
    case EINTR: break
    case EAGAIN:
      // Whoever shares the pipe has made it one that does not block.
      var request = pollfd(fd: 1, events: Int16(POLLOUT), revents: 0)
      poll(&request, 1, -1)
    case EPIPE: throw ClosedOutput()
    default: throw UnwritableOutput(reason: String(cString: strerror(code)))
    }
  }

  /// A line for people.
  static func talk(_ text: String) { say(text + "\n") }

  /// Text for people as it is. What standard error does not take is lost: nobody is listening.
  static func say(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(2, $0.baseAddress! + sent, bytes.count - sent)
      }
      if count > 0 { sent += count } else if errno != EINTR { return }
    }
  }

  static var isTerminal: Bool { isatty(1) == 1 }
  static var talksToTerminal: Bool { isatty(2) == 1 }
}

/// Standard input.
enum Input {
  /// All of it. Throws ``UsageError`` where it cannot be read, such as when it is closed or a folder.
  static func read() throws -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Foundation.read(0, &piece, piece.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += piece[..<count]
      } else if errno != EINTR {
        throw UsageError("cannot read standard input: \(String(cString: strerror(errno)))")
      }
    }
  }
}

/// Standard output took no more, such as on a full disk.
struct UnwritableOutput: Error, CustomStringConvertible {
  var reason: String
  var description: String { "cannot write the result: \(reason)" }
}

extension String {
  /// Safe for a terminal, with its line ends kept.
  var escapedLines: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).escapedForTerminal }.joined(separator: "\n")
  }
}
