package import ReportModel
package import Review

extension ReviewScope {
  /// The files and boundaries of a document.
  package init(_ document: Document, history: [FormerName] = []) {
    self.init(
      files: document.files.map(\.path),
      boundaries: document.boundaries.boundaries.map {
        KnownBoundary(id: $0.id, name: $0.name, members: $0.members.map(\.file))
      }, former: history)
  }
}
