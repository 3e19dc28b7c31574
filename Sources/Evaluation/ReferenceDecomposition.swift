internal import Basics
package import ReportModel

/// Which file belongs to which service, as people say: rows `path<TAB>service`.
///
/// A service that starts with `@` is no service: `@shared` is scored as shared code, all others are
/// not scored. Files that have no row are not scored, wherever they are put.
package struct ReferenceDecomposition: Sendable, Equatable {
  /// By path, bytewise.
  package private(set) var rows: [(path: String, service: String)] = []

  package static let shared = "@shared"

  /// Reads the rows of a table. Empty lines and lines that start with `#` are passed over. Throws
  /// ``ReferenceError`` for a line without a tab and for a path that stands in two rows.
  package init(_ text: String) throws(ReferenceError) {
    var lineOf: [String: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if line.isEmpty || line.first == "#" { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 2, !cells[0].isEmpty, !cells[1].isEmpty else {
        throw ReferenceError(line: index + 1, message: "no row of two cells \"path<TAB>service\"")
      }
      let path = String(cells[0].hasPrefix("./") ? cells[0].dropFirst(2) : cells[0])
      if let first = lineOf[path] {
        throw ReferenceError(
          line: index + 1, message: "\"\(path)\" stands in line \(first) already")
      }
      lineOf[path] = index + 1
      rows.append((path, String(cells[1])))
    }
    rows.sort { $0.path.precedesBytewise($1.path) }
  }

  /// The boundaries of a document, every file of it in a row; the first of two of one path.
  package init(_ document: Document) {
    var seen: Set<String> = []
    rows = document.files.filter { seen.insert($0.path).inserted }.map { ($0.path, $0.boundary) }
    rows.sort { $0.path.precedesBytewise($1.path) }
  }

  /// The rows of the paths that `keeps` holds for.
  package func filtered(_ keeps: (String) -> Bool) -> ReferenceDecomposition {
    var result = self
    result.rows = rows.filter { keeps($0.path) }
    return result
  }

  /// Rows of services, which the clustering is scored on.
  package var scored: [(path: String, service: String)] {
    rows.filter { !$0.service.hasPrefix("@") }
  }

  package static func == (a: ReferenceDecomposition, b: ReferenceDecomposition) -> Bool {
    a.rows.elementsEqual(b.rows) { $0 == $1 }
  }
}

/// What is wrong with a table of a reference.
package struct ReferenceError: Error, CustomStringConvertible, Equatable {
  /// One-based.
  package var line: Int
  package var message: String

  package var description: String { "line \(line): \(message)" }
}
