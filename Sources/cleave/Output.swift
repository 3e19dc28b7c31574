internal import Basics
internal import Foundation

/// The reader of standard output went away: a quiet end, not a failure.
struct ClosedOutput: Error {}

/// A wrong use that the argument parser cannot see.
struct UsageError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}

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
        } else if errno == EPIPE {
          throw ClosedOutput()
        } else if errno != EINTR {
          throw UnwritableOutput(reason: String(cString: strerror(errno)))
        }
      }
    }
  }

  /// A line for people.
  static func talk(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static var isTerminal: Bool { isatty(1) == 1 }
  static var talksToTerminal: Bool { isatty(2) == 1 }
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
