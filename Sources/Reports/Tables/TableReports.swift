package import ReportModel

/// `path<TAB>boundary`, one row for every source file.
package enum BoundaryTable {
  package static func render(_ document: Document) -> String {
    TableText.render(document.files.map { [$0.path, $0.boundary] })
  }
}

/// `path<TAB>line<TAB>symbol<TAB>kind<TAB>verdict`, one row for each (handler, kind).
package enum ServerlessTable {
  package static func render(_ document: Document) -> String {
    TableText.render(
      document.serverless.findings.map {
        [$0.place.file, String($0.place.line), $0.symbol, $0.kind, $0.verdict]
      })
  }
}
