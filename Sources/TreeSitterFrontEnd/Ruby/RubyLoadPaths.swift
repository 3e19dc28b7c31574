internal import Basics
internal import Facts

/// The files of a project by what `require` calls them.
struct RubyLoadPaths: Sendable {
  enum Target: Sendable {
    case file(Int32)
    case external, missing
  }

  private let paths: [String]
  private var byPath: [String: Int32] = [:]
  /// By the path from a folder that may be a load path.
  private var byName: [String: [Int32]] = [:]
  /// First folders or names below such folders.
  private var tops: Set<Substring> = []

  private static let roots: Set<Substring> = [
    "lib", "test", "spec", "features", "models", "controllers", "helpers", "app", "ext", "src",
  ]

  init(_ project: ProjectIndex) {
    paths = project.files.map(\.facts.path)
    for (number, path) in paths.enumerated() {
      let plain = Self.withoutEnding(path)
      byPath[plain] = Int32(number)
      byName[plain, default: []].append(Int32(number))
      let parts = plain.split(separator: "/")
      for (position, part) in parts.enumerated().dropLast() where Self.roots.contains(part) {
        let rest = parts[(position + 1)...]
        byName[rest.joined(separator: "/"), default: []].append(Int32(number))
        if part == "lib" { tops.insert(rest[rest.startIndex]) }
      }
    }
  }

  func target(_ name: String, isRelative: Bool, from file: Int) -> Target {
    let plain = Self.withoutEnding(name)
    if isRelative {
      let folder = paths[file].split(separator: "/").dropLast().map(String.init)
      guard let path = Self.joined(folder, plain), let found = byPath[path] else { return .missing }
      return .file(found)
    }
    guard let found = byName[plain]?.filter({ Int($0) != file }), !found.isEmpty else {
      // What begins like a library of the project but is none of its files.
      let parts = plain.split(separator: "/")
      return parts.count > 1 && tops.contains(parts[0]) ? .missing : .external
    }
    return .file(nearest(found, to: paths[file]))
  }

  private func nearest(_ found: [Int32], to path: String) -> Int32 {
    let own = path.split(separator: "/").dropLast()
    func shared(_ number: Int32) -> Int {
      zip(own, paths[Int(number)].split(separator: "/")).prefix { $0 == $1 }.count
    }
    return found.max { (shared($0), -$0) < (shared($1), -$1) } ?? found[0]
  }

  private static func joined(_ folder: [String], _ path: String) -> String? {
    var parts = folder
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }

  private static func withoutEnding(_ path: String) -> String {
    path.hasSuffix(".rb") ? String(path.dropLast(3)) : path
  }
}
