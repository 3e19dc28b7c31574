internal import Basics
internal import Facts
internal import FrontEnd

/// The modules of a project: which file a dotted name means, seen from another.
///
/// Python looks through the folders of its path. Which these are stands nowhere in the source, so a
/// folder counts as one if it is the top, has a build file or `manage.py`, or holds packages or
/// modules that are in no package themselves. Folders around the importing file come first, the
/// nearest before the others.
struct PythonModules: Sendable {
  /// What a dotted name leads to.
  enum Place: Sendable, Hashable {
    case module(Int32)
    /// A folder without `__init__.py`.
    case folder(String)
  }

  /// Files by their path without ending; packages by their folder.
  private var files: [String: Int32] = [:]
  private var folders: Set<String> = []
  /// Roots in which a module, package or folder of this name lies, by path.
  private var rootsOf: [String: [String]] = [:]
  private var packages: Set<Int32> = []

  init(paths: [String], inventory: Inventory) {
    for (number, path) in paths.enumerated() { add(path, Int32(number)) }
    addChildren()
    addEndings(paths)
    var roots = Set(files.keys.map(root))
    roots.insert("")
    for file in inventory.files where Self.isBuildFile(file.path) {
      let folder = Self.folder(of: file.path)
      roots.formUnion([folder, Self.join(folder, "src"), Self.join(folder, "lib")])
    }
    for root in roots.sorted() { addNames(in: root) }
  }

  private mutating func add(_ path: String, _ number: Int32) {
    let folder = Self.folder(of: path)
    let file = path.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "." }
    // A stub stands for its module only where that has no source.
    let key = stem == "__init__" ? folder : Self.join(folder, String(stem))
    if stem == "__init__" {
      if !path.hasSuffix(".pyi") || files[key] == nil { files[key] = number }
      packages.insert(number)
    } else if files[key] == nil || (!packages.contains(files[key]!) && !path.hasSuffix(".pyi")) {
      files[key] = number
    }
    var above = folder
    while !above.isEmpty, folders.insert(above).inserted { above = Self.folder(of: above) }
  }

  /// The folder that holds the outermost package around a module.
  private func root(_ key: String) -> String {
    var above = Self.folder(of: key)
    while !above.isEmpty, let package = files[above], packages.contains(package) {
      above = Self.folder(of: above)
    }
    return above
  }

  private mutating func addNames(in root: String) {
    for name in Set((children[root] ?? [:]).values) { rootsOf[name, default: []].append(root) }
  }

  /// Modules, packages and folders by their names, for each folder.
  private mutating func addChildren() {
    for key in files.keys { addChild(key) }
    for key in folders { addChild(key) }
  }

  private mutating func addChild(_ key: String) {
    let folder = Self.folder(of: key)
    let name = folder.isEmpty ? key : String(key.dropFirst(folder.count + 1))
    guard !name.isEmpty else { return }
    children[folder, default: [:]][NameKey(name)] = name
    folderOfKey[NameKey(folder)] = folder
    folderOfKey[NameKey(key)] = key
  }

  /// The module, package or folder of a folder.
  func child(_ name: NameKey, of folder: String) -> Place? {
    guard let text = children[folder]?[name] else { return nil }
    return place(Self.join(folder, text))
  }

  /// The same for a folder by the key of its path.
  func child(_ name: NameKey, ofKey folder: NameKey) -> Place? {
    folderOfKey[folder].flatMap { child(name, of: $0) }
  }

  private var children: [String: [NameKey: String]] = [:]
  private var folderOfKey: [NameKey: String] = [:]

  // MARK: Lookup

  /// Where a dotted name leads, seen from the file at `path`; nil if not into the project.
  func find(_ names: [Substring], from path: String) -> Place? {
    guard let top = names.first else { return nil }
    var folder: Place?
    for root in roots(of: String(top), from: path) {
      guard let place = walk(names[...], from: root) else { continue }
      if case .module = place { return place }
      folder = folder ?? place
    }
    return folder ?? nearby(names, from: path)
  }

  /// Whether the first name of a dotted one is a package or module of the project.
  func holds(_ top: Substring, from path: String) -> Bool {
    roots(of: String(top), from: path).contains { files[Self.join($0, String(top))] != nil }
  }

  /// Folders around the file first, from the nearest; then the only other one.
  private func roots(of top: String, from path: String) -> [String] {
    guard let all = rootsOf[top] else { return [] }
    let isLibrary = PythonNames.libraryModules.contains(top)
    // A package with a build file in it is no place to look for what the library has.
    let around = all.filter {
      ($0.isEmpty || path.hasPrefix($0 + "/")) && !(isLibrary && isPackage(folder: $0))
    }
    .sorted { $0.utf8.count > $1.utf8.count }
    if !around.isEmpty || isLibrary { return around }
    return all.count == 1 ? all : []
  }

  /// A dotted name from any folder around the file that is no package, where that alone explains it.
  private func nearby(_ names: [Substring], from path: String) -> Place? {
    guard names.count > 1 else { return nil }
    var folder = Self.folder(of: path)
    while !folder.isEmpty {
      folder = Self.folder(of: folder)
      guard files[folder] == nil, folders.contains(Self.join(folder, String(names[0]))) else {
        continue
      }
      if let place = walk(names[...], from: folder), case .module = place { return place }
    }
    return nil
  }

  private func walk(_ names: ArraySlice<Substring>, from folder: String) -> Place? {
    place(names.reduce(folder) { Self.join($0, String($1)) })
  }

  /// The module or folder with this path.
  func place(_ key: String) -> Place? {
    if let file = files[key] { return .module(file) }
    return folders.contains(key) ? .folder(key) : nil
  }

  /// The folder that names of a relative import are looked up in; nil if it lies outside.
  func base(of path: String, level: Int) -> String? {
    var folder = Self.folder(of: path)
    for _ in 1..<max(level, 1) {
      guard !folder.isEmpty else { return nil }
      folder = Self.folder(of: folder)
    }
    return folder
  }

  func isPackage(_ file: Int32) -> Bool { packages.contains(file) }

  private func isPackage(folder: String) -> Bool { files[folder].map(isPackage) ?? false }

  /// All modules whose path ends with that of a dotted name, by number.
  func ending(with names: [Substring]) -> [Int32] {
    endings[names.last.map(String.init) ?? ""]?.filter { number in
      let parts = partsOf[Int(number)]
      return parts.count >= names.count
        && zip(parts.suffix(names.count), names).allSatisfy { $0 == $1 }
    } ?? []
  }

  private mutating func addEndings(_ paths: [String]) {
    for (number, path) in paths.enumerated() {
      var parts = path.split(separator: "/")
      let stem = parts.popLast()?.prefix { $0 != "." } ?? ""
      if stem != "__init__" { parts.append(stem) }
      if let last = parts.last { endings[String(last), default: []].append(Int32(number)) }
      partsOf.append(parts)
    }
  }

  private var endings: [String: [Int32]] = [:]
  private var partsOf: [[Substring]] = []

  // MARK: Paths

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : name.isEmpty ? folder : folder + "/" + name
  }

  private static func isBuildFile(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return ["pyproject.toml", "setup.py", "setup.cfg", "manage.py"].contains(name)
  }
}
