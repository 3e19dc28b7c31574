/// The tree of packages where a build has several source roots: a module per layer or per contract puts
/// one package into several folders (`core/src/main/java/org/shop/order` and
/// `order/src/main/java/org/shop/order`).
enum PackageTree {
  /// Names of the last folder of a source root, below `src/<set>`.
  private static let languages: Set<Substring> = ["groovy", "java", "kotlin", "scala"]

  /// Nil unless several source roots have a package in common.
  static func tree(_ paths: [String]) -> FolderTree? {
    var roots: [Substring: Set<Substring>] = [:]
    var folded: [String] = []
    for path in paths {
      guard let start = package(path) else {
        folded.append(path)
        continue
      }
      let package = path[start...]
      folded.append(String(package))
      let end = package.utf8.lastIndex(of: UInt8(ascii: "/")) ?? package.startIndex
      roots[package[..<end], default: []].insert(path[..<start])
    }
    guard roots.values.contains(where: { $0.count > 1 }) else { return nil }
    return FolderTree(folded)
  }

  /// Where the package of a file begins, behind `src/main/java/`; nil outside of source roots.
  private static func package(_ path: String) -> String.Index? {
    let names = path.split(separator: "/")
    guard names.count > 3 else { return nil }
    for index in 0..<(names.count - 3)
    where names[index] == "src" && languages.contains(names[index + 2]) {
      return names[index + 3].startIndex
    }
    return nil
  }
}
