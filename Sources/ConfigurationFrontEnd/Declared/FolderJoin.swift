/// Finds the files that are read as one with another: those of its folder.
struct FolderJoin {
  /// Prefix of the argument that names such a file.
  static let sibling = "sibling="
  /// A folder with more files is no module; so many in a row are read as one there.
  static let mostFiles = 128

  private var files: [String: [String]] = [:]
  private var positions: [String: Int] = [:]

  /// Linear in the paths.
  init(_ paths: [String]) {
    for path in paths {
      let folder = RepositoryPath.folder(of: path)
      positions[path] = files[folder]?.count ?? 0
      files[folder, default: []].append(path)
    }
  }

  func arguments(for path: String) -> [String] {
    let all = files[RepositoryPath.folder(of: path)] ?? []
    guard let position = positions[path] else { return [] }
    let start = position / Self.mostFiles * Self.mostFiles
    return all[start..<min(all.count, start + Self.mostFiles)].filter { $0 != path }
      .map { Self.sibling + $0 }
  }
}
