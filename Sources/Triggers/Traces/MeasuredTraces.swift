/// A summary of traces, and what it was made from.
package struct MeasuredTraces: Sendable, Hashable {
  package var summary: TraceSummary
  /// Names of the files, for the reader.
  package var source: String

  package init(summary: TraceSummary, source: String) {
    self.summary = summary
    self.source = source
  }
}
