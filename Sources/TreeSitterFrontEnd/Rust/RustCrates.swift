internal import Basics
internal import FrontEnd

/// The crates of a repository: a file that the compiler is given, and the names of the others that
/// its code may use.
struct RustCrates: Sendable {
  struct Crate: Sendable {
    /// Number of the file that it begins with.
    var root: Int32
    /// The package that it belongs to; -1 for a file that no manifest tells of.
    var package: Int
    /// Other crates by their name in code; nil for those of other repositories.
    var names: [NameKey: Int?] = [:]
  }

  private(set) var crates: [Crate] = []
  private(set) var packages: [RustManifests.Package]
  /// The library of a package.
  private var libraries: [Int: Int] = [:]
  private let files: [String: Int32]

  /// Libraries come first: a file that several crates hold counts as the library's.
  init(_ manifests: RustManifests, paths: [String]) {
    packages = manifests.packages
    var files: [String: Int32] = [:]
    for (number, path) in paths.enumerated() { files[path] = Int32(number) }
    self.files = files
    for (number, package) in packages.enumerated() {
      guard let root = files[package.libraryPath ?? Self.join(package.folder, "src/lib.rs")] else {
        continue
      }
      libraries[number] = crates.count
      crates.append(Crate(root: root, package: number))
    }
    for number in packages.indices { addTargets(of: number, paths) }
    for index in crates.indices { crates[index].names = names(of: crates[index]) }
  }

  private static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty ? path : folder + "/" + path
  }

  private mutating func addTargets(of number: Int, _ paths: [String]) {
    let package = packages[number]
    var roots = package.targets.compactMap { files[$0] }
    for path in [package.build ?? Self.join(package.folder, "build.rs")] {
      if let file = files[path] { roots.append(file) }
    }
    if let main = files[Self.join(package.folder, "src/main.rs")] { roots.insert(main, at: 0) }
    for folder in ["src/bin", "examples", "tests", "benches"] {
      roots += automatic(in: Self.join(package.folder, folder), paths)
    }
    for root in roots where !crates.contains(where: { $0.root == root }) {
      crates.append(Crate(root: root, package: number))
    }
  }

  /// Files of a folder, and `main.rs` of the folders in it.
  private func automatic(in folder: String, _ paths: [String]) -> [Int32] {
    paths.enumerated().compactMap { number, path in
      guard path.hasPrefix(folder + "/") else { return nil }
      let rest = path.dropFirst(folder.utf8.count + 1).split(separator: "/")
      return rest.count == 1 || (rest.count == 2 && rest[1] == "main.rs") ? Int32(number) : nil
    }
  }

  /// Adds a crate for a file that no other reaches; it sees what its package sees.
  mutating func addLoose(_ file: Int32, path: String) -> Int {
    let package = packages.indices.filter {
      packages[$0].folder.isEmpty || path.hasPrefix(packages[$0].folder + "/")
    }.max { packages[$0].folder.utf8.count < packages[$1].folder.utf8.count }
    var crate = Crate(root: file, package: package ?? -1)
    crate.names = names(of: crate)
    crates.append(crate)
    return crates.count - 1
  }

  /// Whether anything is known of what a crate may use.
  func hasManifest(_ crate: Int) -> Bool { crates[crate].package >= 0 }

  private func names(of crate: Crate) -> [NameKey: Int?] {
    guard crate.package >= 0 else { return [:] }
    let package = packages[crate.package]
    var names: [NameKey: Int?] = [:]
    // The other targets of a package, and its library's own tests, see the library by its name.
    if let library = libraries[crate.package] { names[NameKey(package.library)] = .some(library) }
    let byFolder = Dictionary(
      packages.indices.map { (packages[$0].folder, $0) }, uniquingKeysWith: { first, _ in first })
    for (name, folder) in package.dependencies {
      let other = folder.flatMap { byFolder[$0] }
      let library = other.flatMap { libraries[$0] }
      names[NameKey(name)] = .some(library)
      // Without a name of its own, a dependency is known by the name of its library.
      if let other, let library, RustManifests.code(packages[other].name) == name {
        names[NameKey(packages[other].library)] = .some(library)
      }
    }
    return names
  }
}
