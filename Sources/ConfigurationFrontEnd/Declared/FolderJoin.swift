/// Finds the files that are read as one with another: those of its folder.
struct FolderJoin {
  /// Prefix of the argument that names such a file.
  static let sibling = "sibling="
  /// A folder with more files is no module.
  private static let mostSiblings = 100

  private var files: [String: [String]] = [:]

  init(_ paths: [String]) {
    for path in paths { files[RepositoryPath.folder(of: path), default: []].append(path) }
  }

  func arguments(for path: String) -> [String] {
    let all = files[RepositoryPath.folder(of: path)] ?? []
    return all.filter { $0 != path }.prefix(Self.mostSiblings).map { Self.sibling + $0 }
  }
}
