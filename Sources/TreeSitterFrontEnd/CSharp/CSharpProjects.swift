internal import Basics
internal import FrontEnd

/// The projects of a repository, which say what files see each other.
struct CSharpProjects: Sendable {
  /// A `using` that a build file adds to all files of a project.
  struct Using: Sendable {
    var name: String
    var isStatic: Bool
  }

  /// For each file its project; nil where no project file is above it.
  let projectOf: [Int?]
  /// For each project its steps along references to the others; nil for those that it cannot see.
  private let steps: [[Int?]]
  let usings: [[Using]]
  private let isImplicit: [Bool]

  init(_ paths: [String], _ inventory: Inventory) {
    let files = inventory.files.map(\.path)
    let projectFiles = files.filter { $0.hasSuffix(".csproj") }
    // Project files of one folder share its sources.
    let folders = Set(projectFiles.map(Self.folder)).sorted { $0.precedesBytewise($1) }
    let numbers = Dictionary(
      uniqueKeysWithValues: folders.enumerated().map { ($0.element, $0.offset) })
    projectOf = paths.map { Self.project(above: $0, numbers) }
    var references = Array(repeating: [Int](), count: folders.count)
    var isOpen = Array(repeating: false, count: folders.count)
    var found = Array(repeating: [Using](), count: folders.count)
    var isImplicit = Array(repeating: false, count: folders.count)
    let byName = Self.byName(projectFiles, numbers)
    var texts = CSharpBuildFiles(inventory)
    for file in projectFiles {
      let number = numbers[Self.folder(file)]!
      let builds = texts.all(of: file)
      isImplicit[number] =
        isImplicit[number] || builds.lazy.compactMap(\.isImplicit).first ?? false
      for build in builds {
        found[number] += build.usings
        isOpen[number] = isOpen[number] || build.isOpen
        references[number] += build.references.compactMap { numbers[Self.folder($0)] }
        references[number] += build.sources.compactMap { Self.project(above: $0, numbers) }
        references[number] += build.assemblies.compactMap { byName[$0] }
      }
    }
    usings = found
    self.isImplicit = isImplicit
    steps = folders.indices.map {
      isOpen[$0]
        ? Array(repeating: 1, count: folders.count)
        : Self.steps(from: $0, references)
    }
  }

  /// Whether a file sees namespaces of the platform that it does not name; so it may where there is no
  /// project file to say so.
  func hasImplicitUsings(_ file: Int) -> Bool { projectOf[file].map { isImplicit[$0] } ?? true }

  /// How far what one file declares is from another; nil if it cannot be seen there.
  func distance(from file: Int, to other: Int) -> Int? {
    guard let own = projectOf[file], let far = projectOf[other] else { return 0 }
    return own == far ? 0 : steps[own][far]
  }

  private static func steps(from start: Int, _ references: [[Int]]) -> [Int?] {
    var found = [Int?](repeating: nil, count: references.count)
    found[start] = 0
    var queue = [start]
    var next = 0
    while next < queue.count {
      let project = queue[next]
      next += 1
      for other in references[project] where found[other] == nil {
        found[other] = found[project]! + 1
        queue.append(other)
      }
    }
    return found
  }

  // MARK: Paths

  static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func project(above path: String, _ numbers: [String: Int]) -> Int? {
    var next = folder(path)
    while true {
      if let number = numbers[next] { return number }
      if next.isEmpty { return nil }
      next = folder(next)
    }
  }

  /// Assemblies are called like the project files, unless these say otherwise.
  private static func byName(_ files: [String], _ numbers: [String: Int]) -> [String: Int] {
    var table: [String: Int] = [:]
    for file in files {
      let name = file.split(separator: "/").last.map { String($0.dropLast(".csproj".count)) } ?? ""
      table[name] = numbers[folder(file)]
    }
    return table
  }
}

/// Build files of a repository, each read once.
private struct CSharpBuildFiles {
  /// Build files are small, and take in few others.
  private static let limit = 64

  private let inventory: Inventory
  private var rawPaths: [String: [UInt8]] = [:]
  private var known: [String: CSharpBuildFile] = [:]

  init(_ inventory: Inventory) {
    self.inventory = inventory
    for file in inventory.files { rawPaths[file.path] = file.rawPath }
  }

  /// A project file and all that it takes in, that which is said last first.
  mutating func all(of project: String) -> [CSharpBuildFile] {
    var found: [CSharpBuildFile] = []
    var seen: Set<String> = []
    var queue = [project]
    for name in ["Directory.Build.props", "Directory.Build.targets"] {
      queue += above(CSharpProjects.folder(project), name)
    }
    while !queue.isEmpty, seen.count < Self.limit {
      let path = queue.removeFirst()
      guard seen.insert(path).inserted, let file = read(path) else { continue }
      found.append(file)
      queue += file.imports
    }
    return found
  }

  /// The nearest file of common properties, and those further up that it takes in.
  private mutating func above(_ folder: String, _ name: String) -> [String] {
    var found: [String] = []
    var next = folder
    while true {
      let path = next.isEmpty ? name : next + "/" + name
      if let file = read(path) {
        found.append(path)
        if !file.isContinued { return found }
      }
      if next.isEmpty { return found }
      next = CSharpProjects.folder(next)
    }
  }

  private mutating func read(_ path: String) -> CSharpBuildFile? {
    if let file = known[path] { return file }
    guard let raw = rawPaths[path] else { return nil }
    let full = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + raw
    let bytes = (try? FileSystem.read(full, limit: 4 << 20)) ?? []
    let file = CSharpBuildFile(bytes, path: path)
    known[path] = file
    return file
  }
}
