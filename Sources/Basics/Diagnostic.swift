/// Something imperfect in the input that did not stop the analysis.
///
/// A diagnostic is a value and a part of the result; an error that cannot be gone on from is thrown.
/// `message` is lower case, without a full stop, quotes the thing and says what to do about it.
package struct Diagnostic: Sendable, Hashable {
  package enum Severity: UInt8, Sendable, Hashable, Comparable, CaseIterable {
    /// Worth knowing; nothing is missing from the result.
    case note
    /// Part of the input was read in a poorer way than it could have been.
    case warning
    /// Facts are missing from the result: the run is incomplete.
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }
  }

  package var severity: Severity
  /// A stable, hyphenated name of the cause, such as `missing-header`; counts are grouped by it.
  package var code: String
  package var message: String
  /// Path relative to the analysed root, if the matter belongs to one file.
  package var path: String?
  /// One-based line, if known.
  package var line: Int?

  package init(
    _ severity: Severity, _ code: String, _ message: String, path: String? = nil, line: Int? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.path = path
    self.line = line
  }
}

extension Diagnostic: Comparable {
  /// Order for output: by path, line, code, message; worse matters first within one place.
  package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.path != b.path { return (a.path ?? "").precedesBytewise(b.path ?? "") }
    if a.line != b.line { return (a.line ?? 0) < (b.line ?? 0) }
    if a.severity != b.severity { return b.severity < a.severity }
    if a.code != b.code { return a.code.precedesBytewise(b.code) }
    return a.message.precedesBytewise(b.message)
  }
}
