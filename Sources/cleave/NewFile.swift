internal import Basics

/// A file that must not be there yet.
enum NewFile {
  /// Writes `text` unless something is at `path`; whether it did.
  static func write(_ text: String, to path: String) throws -> Bool {
    try FileSystem.writeOnce(Array(text.utf8), to: Array(path.utf8), isShared: true)
  }
}
