internal import Basics
internal import FrontEnd

/// The packages of a repository, as their `Cargo.toml` say.
struct RustManifests: Sendable {
  struct Package: Sendable {
    /// Folder of its manifest, relative to the root; empty for the root.
    var folder: String
    var name: String
    /// Name by which other crates know its library.
    var library: String
    /// Paths that the manifest gives for its targets, relative to the root.
    var libraryPath: String?
    var targets: [String] = []
    var build: String?
    /// By the name in code: the folder of a package of this repository, or nil for another.
    var dependencies: [String: String?] = [:]
  }

  private(set) var packages: [Package] = []
  private static let sizeLimit = 4 << 20

  init(_ inventory: Inventory) {
    var tables: [(folder: String, table: TOMLText.Value)] = []
    for file in inventory.files where file.path.split(separator: "/").last == "Cargo.toml" {
      let path = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + file.rawPath
      guard let bytes = try? FileSystem.read(path, limit: Self.sizeLimit) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      tables.append((RustPaths.folder(of: file.path), .table(TOMLText.parse(text))))
    }
    tables.sort { $0.folder.precedesBytewise($1.folder) }
    for (folder, table) in tables {
      guard let package = table["package"] ?? table["project"], let name = package["name"]?.text
      else { continue }
      let workspace = Self.workspace(around: folder, table, tables)
      packages.append(Self.package(name, folder, table, workspace))
    }
    connect()
  }

  /// The nearest manifest at or above a folder that says what a workspace has.
  private static func workspace(
    around folder: String, _ table: TOMLText.Value,
    _ tables: [(folder: String, table: TOMLText.Value)]
  ) -> (folder: String, table: TOMLText.Value)? {
    tables.filter {
      $0.table["workspace"] != nil
        && ($0.folder.isEmpty || folder == $0.folder || folder.hasPrefix($0.folder + "/"))
    }.max { $0.folder.utf8.count < $1.folder.utf8.count }
  }

  // MARK: One package

  private static func package(
    _ name: String, _ folder: String, _ table: TOMLText.Value,
    _ workspace: (folder: String, table: TOMLText.Value)?
  ) -> Package {
    let own = table["lib"]?["name"]?.text ?? name
    var package = Package(folder: folder, name: name, library: code(own))
    package.libraryPath = table["lib"]?["path"]?.text.flatMap { RustPaths.join(folder, $0) }
    package.build = table["package"]?["build"]?.text.flatMap { RustPaths.join(folder, $0) }
    for kind in ["bin", "example", "test", "bench"] {
      for target in table[kind]?.list ?? [] {
        guard let path = target["path"]?.text, let place = RustPaths.join(folder, path) else {
          continue
        }
        package.targets.append(place)
      }
    }
    var sections = [table]
    sections += (table["target"]?.table ?? [:]).sorted { $0.key.precedesBytewise($1.key) }
      .map(\.value)
    for section in sections {
      for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
        for (name, value) in section[kind]?.table ?? [:] {
          let place = place(of: name, value, folder, workspace)
          if case .some(.some) = package.dependencies[code(name)] { continue }
          package.dependencies[code(name)] = .some(place)
        }
      }
    }
    return package
  }

  /// The name of a package as code spells it.
  static func code(_ name: String) -> String { String(name.map { $0 == "-" ? "_" : $0 }) }

  /// The folder of a dependency, or `=` and its package's name where no path says it.
  private static func place(
    of name: String, _ value: TOMLText.Value, _ folder: String,
    _ workspace: (folder: String, table: TOMLText.Value)?
  ) -> String? {
    if let path = value["path"]?.text { return RustPaths.join(folder, path) }
    if value["workspace"] != nil, let workspace {
      let shared = workspace.table["workspace"]?["dependencies"]?[name]
      if let path = shared?["path"]?.text { return RustPaths.join(workspace.folder, path) }
      return patched(shared?["package"]?.text ?? name, workspace)
    }
    return workspace.flatMap { patched(value["package"]?.text ?? name, $0) }
  }

  /// A folder of the repository that stands for a published package.
  private static func patched(
    _ name: String, _ workspace: (folder: String, table: TOMLText.Value)
  ) -> String? {
    for (_, table) in (workspace.table["patch"]?.table ?? [:]).sorted(by: {
      $0.key.precedesBytewise($1.key)
    }) {
      if let path = table[name]?["path"]?.text { return RustPaths.join(workspace.folder, path) }
    }
    return nil
  }

  /// Folders without a package are no dependencies that can be followed.
  private mutating func connect() {
    let folders = Set(packages.map(\.folder))
    for index in packages.indices {
      packages[index].dependencies = packages[index].dependencies.mapValues { folder in
        folder.flatMap { folders.contains($0) ? $0 : nil }
      }
    }
  }
}

/// Paths inside the repository.
enum RustPaths {
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// A path relative to a folder; nil if it leads outside.
  static func join(_ folder: String, _ path: String) -> String? {
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        if parts.popLast() == nil { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}
