internal import Basics
internal import Facts
internal import FrontEnd

/// Which module each file belongs to, and what the modules are called.
///
/// Modules are the targets of packages. Files of Xcode's projects that are in no package see each
/// other, and the nearest of several declarations is meant, since a project file may put any file into
/// any target; the folders below the project's are the names of its modules.
struct SwiftModules: Sendable {
  private(set) var names: [String] = []
  /// For each file of the project its module.
  private(set) var moduleOf: [Int] = []
  /// Modules by name; several packages of a repository may have one of the same.
  private(set) var byName: [NameKey: [Int]] = [:]
  private static let sizeLimit = 4 << 20
  private static let conventions = ["Sources", "Source", "src", "srcs", "Tests", "Plugins"]

  init(_ inventory: Inventory, _ project: ProjectIndex) {
    var folders: [(folder: String, name: String)] = []
    for file in inventory.files where file.path.split(separator: "/").last == "Package.swift" {
      let folder = String(file.path.dropLast("Package.swift".count).dropLast())
      let path = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + file.rawPath
      let bytes = (try? FileSystem.read(path, limit: Self.sizeLimit)) ?? []
      folders += Self.folders(
        of: SwiftManifest(String(decoding: bytes, as: UTF8.self)), in: folder, project)
    }
    let roots = Self.projects(inventory)
    // The longest folder that holds a file is that of its module.
    var table: [String: String] = [:]
    for item in folders { table[item.folder] = table[item.folder] ?? item.name }
    var numbers: [String: Int] = [:]
    for file in project.files {
      let place = Self.place(file.facts.path, table, roots)
      if numbers[place.id] == nil {
        numbers[place.id] = names.count
        names.append(place.name)
      }
      moduleOf.append(numbers[place.id]!)
    }
    for (number, name) in names.enumerated() {
      byName[NameKey(name), default: []].append(number)
    }
    addProjectFolders(project, roots)
  }

  /// Names of targets of Xcode's projects, which are folders as a rule.
  private mutating func addProjectFolders(_ project: ProjectIndex, _ roots: Set<String>) {
    for (number, file) in project.files.enumerated() {
      let module = moduleOf[number]
      guard names[module].isEmpty else { continue }
      for folder in file.folders.prefix(4) {
        let key = NameKey(String(folder.map { $0 == " " || $0 == "-" ? "_" : $0 }))
        if !(byName[key] ?? []).contains(module) { byName[key, default: []].append(module) }
      }
    }
  }

  private static func join(_ folder: String, _ path: String) -> String {
    var parts = folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  /// Folders of a package's targets, with those that only stand in the usual places.
  private static func folders(
    of manifest: SwiftManifest, in folder: String, _ project: ProjectIndex
  ) -> [(folder: String, name: String)] {
    var found: [(folder: String, name: String)] = []
    for target in manifest.targets {
      if let path = target.path {
        found.append((join(folder, path), target.name))
      } else {
        found += conventions.map { (join(folder, $0 + "/" + target.name), target.name) }
      }
    }
    // Names may be made by the manifest's code: what lies in the usual folders is a target.
    let prefix = folder.isEmpty ? "" : folder + "/"
    var seen: Set<String> = []
    for file in project.files where file.facts.path.hasPrefix(prefix) {
      let rest = file.facts.path.dropFirst(prefix.count).split(separator: "/")
      guard rest.count > 2, conventions.contains(String(rest[0])) else { continue }
      let place = prefix + rest[0] + "/" + rest[1]
      if seen.insert(place).inserted { found.append((place, String(rest[1]))) }
    }
    return found
  }

  /// Folders that hold a project of Xcode.
  private static func projects(_ inventory: Inventory) -> Set<String> {
    var found: Set<String> = []
    for file in inventory.files where file.path.hasSuffix(".xcodeproj/project.pbxproj") {
      found.insert(
        file.path.split(separator: "/").dropLast(2).joined(separator: "/"))
    }
    return found
  }

  private static func place(
    _ path: String, _ table: [String: String], _ roots: Set<String>
  ) -> (id: String, name: String) {
    var parts = path.split(separator: "/").dropLast()
    while !parts.isEmpty {
      let folder = parts.joined(separator: "/")
      if let name = table[folder] { return ("target " + folder, name) }
      if roots.contains(folder) { return ("project " + folder, "") }
      parts = parts.dropLast()
    }
    if let name = table[""] { return ("target", name) }
    return ("project", "")
  }
}
