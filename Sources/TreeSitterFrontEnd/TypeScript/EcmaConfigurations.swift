internal import Basics
internal import FrontEnd

/// What `tsconfig.json` and `jsconfig.json` say of where imports lead.
struct EcmaConfigurations: Sendable {
  /// Paths for imports that are not relative.
  struct Mapping: Sendable, Hashable {
    /// What patterns are looked up in; nil without a base URL.
    var base: String?
    /// Patterns with their targets, the longest text before `*` first.
    var patterns: [Pattern] = []

    struct Pattern: Sendable, Hashable {
      var text: String
      /// Inside the root, with the `*` of the pattern.
      var targets: [String]
    }
  }

  /// The mappings of a folder's files, in the order in which they are tried.
  private var folders: [String: [Mapping]] = [:]

  init() {}

  /// The mappings that may hold for a file, the nearest first.
  func mappings(for path: String) -> [Mapping] {
    if folders.isEmpty { return [] }
    return EcmaPaths.upwards(EcmaPaths.folder(path)).flatMap { folders[$0] ?? [] }
  }

  /// Reads the configurations of an inventory; broken ones say nothing.
  init(_ texts: EcmaCompanions, packages: EcmaPackages) {
    for path in texts.paths {
      let name = EcmaPaths.name(path)
      guard EcmaCompanions.isConfiguration(name) else { continue }
      guard let mapping = Self.mapping(path, texts, packages, depth: 0),
        mapping.base != nil || !mapping.patterns.isEmpty
      else { continue }
      let isMain = name == "tsconfig.json" || name == "jsconfig.json"
      let folder = EcmaPaths.folder(path)
      let known = folders[folder] ?? []
      if known.contains(mapping) { continue }
      folders[folder] = isMain ? [mapping] + known : known + [mapping]
    }
  }

  /// A file's own settings over those of what it extends.
  private static func mapping(
    _ path: String, _ texts: EcmaCompanions, _ packages: EcmaPackages, depth: Int
  ) -> Mapping? {
    guard depth < 16, let text = texts[path] else { return nil }
    let folder = EcmaPaths.folder(path)
    var mapping = Mapping()
    let bases = text["extends"].map { $0.string.map { [$0] } ?? $0.elements.compactMap(\.string) }
    for base in bases ?? [] {
      guard let above = target(ofExtends: base, folder, texts, packages),
        let inherited = self.mapping(above, texts, packages, depth: depth + 1)
      else { continue }
      if inherited.base != nil { mapping.base = inherited.base }
      if !inherited.patterns.isEmpty { mapping.patterns = inherited.patterns }
    }
    guard let options = text["compilerOptions"] else { return mapping }
    if let base = options["baseUrl"]?.string {
      mapping.base = EcmaPaths.join(folder, own(base))
    }
    if let paths = options["paths"]?.members {
      let root = options["baseUrl"] == nil ? mapping.base ?? folder : mapping.base ?? folder
      mapping.patterns = patterns(paths, root)
    }
    return mapping
  }

  private static func own(_ path: String) -> String {
    path.hasPrefix("${configDir}/") ? String(path.dropFirst(13)) : path
  }

  private static func patterns(
    _ paths: [JSONText.Member], _ folder: String
  ) -> [Mapping.Pattern] {
    let found = paths.map { member in
      Mapping.Pattern(
        text: member.key,
        targets: member.value.elements.compactMap(\.string).compactMap {
          EcmaPaths.join(folder, own($0))
        })
    }
    func rank(_ pattern: Mapping.Pattern) -> Int {
      pattern.text.utf8.firstIndex(of: UInt8(ascii: "*")).map {
        pattern.text.utf8.distance(from: pattern.text.utf8.startIndex, to: $0)
      } ?? .max
    }
    return found.enumerated().sorted { a, b in
      let (x, y) = (rank(a.element), rank(b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
  }

  private static func target(
    ofExtends base: String, _ folder: String, _ texts: EcmaCompanions, _ packages: EcmaPackages
  ) -> String? {
    var start: String?
    if base.hasPrefix(".") {
      start = EcmaPaths.join(folder, base)
    } else if let package = packages.package(named: base, from: folder) {
      start = EcmaPaths.join(package.package.folder, package.rest)
    }
    guard let start else { return nil }
    return [start, start + ".json", EcmaPaths.join(start, "tsconfig.json") ?? start].first {
      texts[$0] != nil
    }
  }
}

/// The JSON files of the inventory that say how modules are found.
struct EcmaCompanions: Sendable {
  /// In the order of the inventory.
  private(set) var paths: [String] = []
  private var texts: [String: JSONText] = [:]
  private static let largestSize = 4 << 20

  init(_ inventory: Inventory) {
    for file in inventory.files where file.language == nil && file.role != .vendored {
      let name = EcmaPaths.name(file.path)
      guard name == "package.json" || Self.isConfiguration(name) else { continue }
      let full = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + file.rawPath
      guard let bytes = try? FileSystem.read(full, limit: Self.largestSize),
        let text = JSONText(bytes)
      else { continue }
      paths.append(file.path)
      texts[file.path] = text
    }
  }

  subscript(path: String) -> JSONText? { texts[path] }

  /// `tsconfig.json`, `tsconfig.base.json`, `jsconfig.json`.
  static func isConfiguration(_ name: String) -> Bool {
    (name.hasPrefix("tsconfig") || name.hasPrefix("jsconfig")) && name.hasSuffix(".json")
  }
}
