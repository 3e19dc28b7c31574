package import ReportModel
package import Review

extension ReviewScope {
  /// The files and boundaries of a document.
  package init(_ document: Document, history: [FormerName] = []) {
    self.init(
      files: document.files.map(\.path),
      boundaries: document.boundaries.boundaries.map {
        KnownBoundary(
          id: $0.id, name: $0.name, members: $0.members.map(\.file), anchors: Self.anchors($0))
      }, former: history)
    tables = Set(document.tables.map(\.name))
  }
  /// More than any decision keeps, since those that move themselves are none.
  private static let anchorLimit = 20

  /// The members with most references inside.
  private static func anchors(_ boundary: BoundaryEntry) -> [Int] {
    boundary.members.sorted { a, b in
      a.inside != b.inside ? a.inside > b.inside : a.file < b.file
    }.prefix(anchorLimit).map(\.file)
  }
}
