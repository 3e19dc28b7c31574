internal import Basics
internal import Foundation
internal import Triggers

/// Reads files with traces and access logs, whatever their size.
enum TraceFiles {
  private static let piece = 1 << 20

  /// Nil for no files. Throws ``UsageError`` for what cannot be read, or says nothing.
  static func read(_ paths: [String]) throws -> MeasuredTraces? {
    guard !paths.isEmpty else { return nil }
    var summary = TraceSummary()
    for path in paths { summary.add(try read(path)) }
    let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
    return MeasuredTraces(summary: summary, source: names.joined(separator: ", "))
  }

  private static func read(_ path: String) throws -> TraceSummary {
    let shown = path.escapedForTerminal
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw UsageError("cannot read \"\(shown)\"; name a file with traces or an access log")
    }
    defer { try? file.close() }
    var reader = TraceReader()
    do {
      while let bytes = try file.read(upToCount: piece), !bytes.isEmpty { reader.read(bytes) }
    } catch {
      throw UsageError("cannot read \"\(shown)\"; name a file with traces or an access log")
    }
    reader.finish()
    guard !reader.summary.isEmpty else {
      throw UsageError(
        "\"\(shown)\" has no spans of OpenTelemetry, Jaeger or Zipkin and no lines of an access log"
      )
    }
    if reader.unreadable > 0 {
      Output.talk(
        "\(shown):\(reader.firstUnreadable): not readable, and left out with"
          + " \(reader.unreadable - 1) more like it")
    }
    return reader.summary
  }
}
