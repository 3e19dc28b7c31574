internal import Basics

/// The packages of a repository, by their `package.json`.
struct EcmaPackages: Sendable {
  struct Package: Sendable {
    var name: String
    var folder: String
    /// What other packages may import, and where it leads; `.` for the package itself.
    var exports: JSONText?
    /// Private names of its own files: `#db`.
    var imports: JSONText?
    /// Its entry, as far as it says one: source before what is built from it.
    var entries: [String]
    /// The names of the packages that it says it needs.
    var needs: Set<String> = []
  }

  private var byName: [String: [Package]] = [:]
  private var byFolder: [String: Package] = [:]

  init(_ texts: EcmaCompanions) {
    for path in texts.paths where EcmaPaths.name(path) == "package.json" {
      guard let text = texts[path] else { continue }
      let entries = ["source", "types", "typings", "module", "main", "browser"].compactMap {
        text[$0]?.string
      }
      var package = Package(
        name: text["name"]?.string ?? "", folder: EcmaPaths.folder(path), exports: text["exports"],
        imports: text["imports"], entries: entries)
      for group in Self.groups {
        package.needs.formUnion(text[group]?.members.map(\.key) ?? [])
      }
      byFolder[package.folder] = package
      if !package.name.isEmpty { byName[package.name, default: []].append(package) }
    }
  }

  private static let groups = [
    "dependencies", "devDependencies", "peerDependencies", "optionalDependencies",
  ]

  /// Packages of one repository are linked to each other; a package inside of another one knows that
  /// only if it says so.
  func isKnown(_ package: Package, to path: String) -> Bool {
    guard let own = self.package(around: path), own.folder != package.folder else { return true }
    let isAround = package.folder.isEmpty || own.folder.hasPrefix(package.folder + "/")
    return !isAround || own.needs.contains(package.name)
  }

  subscript(folder: String) -> Package? { byFolder[folder] }

  /// The package around a file.
  func package(around path: String) -> Package? {
    for folder in EcmaPaths.upwards(EcmaPaths.folder(path)) {
      if let package = byFolder[folder] { return package }
    }
    return nil
  }

  /// The package that a specifier names, and what it names inside; of several the nearest.
  func package(
    named specifier: String, from folder: String
  ) -> (package: Package, rest: String)? {
    let parts = specifier.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
    let count = specifier.hasPrefix("@") ? 2 : 1
    guard parts.count >= count else { return nil }
    let name = parts[..<count].joined(separator: "/")
    guard let known = byName[name] else { return nil }
    let rest = String(specifier.dropFirst(name.count + 1))
    let own = folder.split(separator: "/")
    let nearest = known.max { a, b in
      shared(own, a.folder) < shared(own, b.folder)
    }
    return nearest.map { ($0, rest) }
  }

  private func shared(_ own: [Substring], _ folder: String) -> Int {
    zip(own, folder.split(separator: "/")).prefix { $0 == $1 }.count
  }
}

extension EcmaPackages.Package {
  /// Files, as paths inside the root, that a name inside the package may lead to, the likeliest first.
  func candidates(_ rest: String) -> [String] {
    let key = rest.isEmpty ? "." : "./" + rest
    var found: [String] = []
    if let exports { found += Self.targets(exports, key) }
    if rest.isEmpty { found += entries }
    var paths = found.flatMap(Self.sources)
    if rest.isEmpty {
      paths += ["src/index", "index", "src/main", "lib/index", "src"]
    } else {
      paths += [rest, "src/" + rest, "lib/" + rest]
    }
    return paths.compactMap { EcmaPaths.join(folder, $0) }
  }

  /// What a private name leads to.
  func privateCandidates(_ name: String) -> [String] {
    guard let imports else { return [] }
    return Self.targets(imports, name).flatMap(Self.sources).compactMap {
      EcmaPaths.join(folder, $0)
    }
  }

  /// A file as it is, and the source that it is likely built from.
  private static func sources(_ path: String) -> [String] {
    let plain = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    let parts = plain.split(separator: "/")
    guard parts.count > 1, built.contains(parts[0]) else { return [plain] }
    var rest = parts.dropFirst()
    if let first = rest.first, formats.contains(first), rest.count > 1 { rest = rest.dropFirst() }
    let inner = rest.joined(separator: "/")
    let stem = inner.hasSuffix(".d.ts") ? String(inner.dropLast(5)) : inner
    return [plain, "src/" + stem, stem]
  }

  private static let built: Set<Substring> = ["dist", "build", "lib", "out", "output", "es", "esm"]
  private static let formats: Set<Substring> = ["cjs", "esm", "es", "types", "src", "commonjs"]

  /// The texts that a key of `exports` or `imports` leads to, for every condition, in order.
  private static func targets(_ map: JSONText, _ key: String) -> [String] {
    guard map.members.contains(where: { $0.key.hasPrefix(".") || $0.key.hasPrefix("#") }) else {
      return key == "." ? leaves(map, depth: 0) : []
    }
    if let exact = map[key] { return leaves(exact, depth: 0) }
    var best: (length: Int, part: String, value: JSONText)?
    for member in map.members where member.key.contains("*") {
      guard let part = EcmaPaths.match(key, member.key) else { continue }
      let length = member.key.utf8.prefix { $0 != UInt8(ascii: "*") }.count
      if best == nil || length > best!.length { best = (length, part, member.value) }
    }
    guard let best else { return [] }
    return leaves(best.value, depth: 0).map { EcmaPaths.fill($0, best.part) }
  }

  private static func leaves(_ value: JSONText, depth: Int) -> [String] {
    guard depth < 16 else { return [] }
    switch value {
    case .text(let text): return [text]
    case .list(let elements): return elements.flatMap { leaves($0, depth: depth + 1) }
    case .members(let members): return members.flatMap { leaves($0.value, depth: depth + 1) }
    case .null, .flag, .number: return []
    }
  }
}
