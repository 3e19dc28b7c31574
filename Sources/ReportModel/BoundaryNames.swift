/// What boundaries are called where people read: by identifier the names that differ from it.
///
/// A name that could be taken for another boundary is left out, so that every name shown can also be
/// typed.
package struct BoundaryNames: Codable, Sendable, Equatable {
  private var names: [String: String] = [:]

  /// Pairs of identifier and name, of all boundaries.
  package init(_ boundaries: some Sequence<(id: String, name: String)>) {
    var uses: [String: Set<String>] = [:]
    for boundary in boundaries {
      uses[boundary.id, default: []].insert(boundary.id)
      uses[boundary.name, default: []].insert(boundary.id)
    }
    for boundary in boundaries where boundary.name != boundary.id && !boundary.name.isEmpty {
      if uses[boundary.name]?.count == 1 { names[boundary.id] = boundary.name }
    }
  }

  package init(_ document: Document) {
    self.init(document.boundaries.boundaries.map { (id: $0.id, name: $0.name) })
  }

  package init(from decoder: any Decoder) throws {
    names = try decoder.singleValueContainer().decode([String: String].self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(names)
  }

  /// Nil where every boundary is called as it is identified: reports then hold no names.
  package var ifAny: BoundaryNames? { names.isEmpty ? nil : self }

  /// The name; labels and unknown identifiers are their own.
  package subscript(id: String) -> String { names[id] ?? id }

  package func callAsFunction(_ ids: [String]) -> [String] { ids.map { self[$0] } }
}
