/// Texts of the repository that the join of declarations to code looks into.
package struct RepositoryTexts {
  /// Name of the repository's folder, which a single program often bears.
  package var name: String
  /// Paths of manifests that name commands (`pyproject.toml`), sorted.
  package var manifests: [String]
  /// The text of a file by its path relative to the root; nil where it cannot be read.
  package var text: (String) -> String?

  package init(
    name: String = "", manifests: [String] = [], text: @escaping (String) -> String? = { _ in nil }
  ) {
    self.name = name
    self.manifests = manifests
    self.text = text
  }
}
