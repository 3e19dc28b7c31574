/// A program or library that a build makes of sources that it lists.
package struct BuildTarget: Sendable, Hashable {
  package enum Kind: String, Sendable { case program, library }

  package var name: String
  package var kind: Kind
  /// Sources of the repository, in the order of the list, each once.
  package var sources: [String]
  /// Libraries that are linked to it, as the build calls them; some may be none of the repository.
  package var links: [String]
  /// The build file, and the line that declares the target.
  package var path: String
  package var line: Int

  package init(
    name: String, kind: Kind, sources: [String], links: [String] = [], path: String, line: Int
  ) {
    self.name = name
    self.kind = kind
    self.sources = sources
    self.links = links
    self.path = path
    self.line = line
  }
}
