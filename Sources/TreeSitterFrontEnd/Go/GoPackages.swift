internal import Facts

/// The packages of a project: which files make each, and for which build.
struct GoPackages: Sendable {
  struct Package: Sendable {
    var name: String
    /// The key of the namespace that its files share.
    var key: NameKey
    /// Bytewise by path.
    var files: [Int32]
  }

  /// What one file says of itself.
  struct File: Sendable {
    var folder = ""
    var package = ""
    /// Whether it takes part in tests only.
    var isTest = false
    /// Systems and processors, from the name and the directives; empty for all builds.
    var constraint = ""
    /// Left out of every build, and run by hand.
    var isIgnored = false
  }

  let files: [File]
  private(set) var packages: [NameKey: Package] = [:]
  private var byFolder: [String: [Package]] = [:]

  init(_ project: ProjectIndex) {
    files = project.files.map(Self.describe)
    var order: [NameKey] = []
    for (number, file) in project.files.enumerated() {
      let key = file.namespace(of: 0)
      if packages[key] == nil {
        packages[key] = Package(name: files[number].package, key: key, files: [])
        order.append(key)
      }
      packages[key]!.files.append(Int32(number))
    }
    for key in order {
      let package = packages[key]!
      byFolder[files[Int(package.files[0])].folder, default: []].append(package)
    }
  }

  var folders: Set<String> { Set(byFolder.keys) }

  /// The package that an import of a folder means: not its tests, nor programs that stand beside it.
  func package(in folder: String) -> Package? {
    let all = byFolder[folder] ?? []
    func score(_ package: Package) -> (Int, Int, Int) {
      let built = package.files.count { !files[Int($0)].isTest && !files[Int($0)].isIgnored }
      let isMain = package.name == "main" || package.name == "documentation"
      return (built > 0 ? 1 : 0, isMain ? 0 : 1, built)
    }
    let own = all.filter { !$0.name.hasSuffix("_test") }
    return own.max { score($0) < score($1) }
  }

  /// The files of a package that are built: first those with what runs when it is imported, then the
  /// one that is called like the package.
  func files(of namespace: NameKey, _ project: ProjectIndex) -> [Int32] {
    guard let package = packages[namespace] else { return [] }
    let built = package.files.filter { !files[Int($0)].isTest && !files[Int($0)].isIgnored }
    func score(_ number: Int32) -> Int {
      let facts = project.files[Int(number)].facts
      if facts.symbols.contains(where: { $0.name == "init" && $0.kind == .function }) { return 0 }
      return facts.path.hasSuffix("/" + package.name + ".go") ? 1 : 2
    }
    return built.map { (score($0), $0) }.sorted { $0 < $1 }.map(\.1)
  }

  /// What an import means that only makes a package run: its first file.
  func starting(_ target: Finding, _ project: ProjectIndex) -> Finding {
    guard case .namespace(let key) = target, let file = files(of: key, project).first else {
      return target
    }
    return .module(file)
  }

  // MARK: Files

  private static func describe(_ file: FileIndex) -> File {
    var found = File()
    let scope = file.outline.scopes[0]
    if scope.name != Outline.none {
      let name = file.outline.names[Int(scope.name)]
      let colon = name.lastIndex(of: ":") ?? name.startIndex
      found.folder = String(name[..<colon])
      found.package = String(name[colon...].dropFirst())
    }
    let base = file.facts.path.split(separator: "/").last ?? ""
    var stem = base.hasSuffix(".go") ? base.dropLast(3) : base
    if stem.hasSuffix("_test") {
      found.isTest = true
      stem = stem.dropLast(5)
    }
    let builds = file.facts.annotations.filter { $0.name == "go:build" }.compactMap { $0[""] }
    found.isIgnored = builds.contains { $0.split(separator: " ").contains("ignore") }
    found.constraint = (platform(of: stem) + builds).joined(separator: ";")
    return found
  }

  /// `linux`, `amd64` of `poll_linux_amd64.go`.
  private static func platform(of stem: Substring) -> [String] {
    let parts = stem.split(separator: "_", omittingEmptySubsequences: false).dropFirst()
    guard let last = parts.last.map(String.init) else { return [] }
    if GoNames.systems.contains(last) { return [last] }
    guard GoNames.processors.contains(last) else { return [] }
    let before = parts.dropLast().last.map(String.init) ?? ""
    return GoNames.systems.contains(before) ? [before, last] : [last]
  }
}
