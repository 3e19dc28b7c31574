internal import Facts

/// Which packages belong to a library although the project adds to them: those of which files import
/// more that is not here than that is.
struct PackageBalance {
  private var balance: [String: Int] = [:]
  /// Imports that lead nowhere, with their packages.
  private var missing: [(file: Int, index: Int, package: String)] = []

  /// `isFound` says of an import, by its file and number, whether it leads to a declaration, or
  /// nowhere; nil for any other.
  init(_ project: ProjectIndex, isFound: (Int, Int) -> Bool?) {
    for (number, file) in project.files.enumerated() {
      for (index, item) in file.outline.imports.enumerated() {
        let path = file.outline.names[Int(item.path)]
        guard !item.marks.contains(.wildcard), let dot = path.lastIndex(of: "."),
          let isFound = isFound(number, index)
        else { continue }
        let package = String(path[..<dot])
        balance[package, default: 0] += isFound ? 1 : -1
        if !isFound { missing.append((number, index, package)) }
      }
    }
  }

  func isOutside(_ package: String) -> Bool { balance[package] ?? 0 < 0 }

  /// The imports of what lacks in packages that belong to a library.
  var outside: [(file: Int, index: Int)] {
    missing.filter { isOutside($0.package) }.map { ($0.file, $0.index) }
  }
}
