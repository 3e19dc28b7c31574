internal import Facts

/// The paths under which routers hang, over files.
///
/// Routers are known by a file and a variable; a mount puts one under a path of another. A router that
/// is mounted several times has the path of the first.
struct RouterPaths {
  private struct Place: Hashable {
    var file: Int
    /// Index of the binding; -1 for whatever the file has.
    var binding: Int
  }

  private let surveys: [FileSurvey]
  private let fileOf: [String: Int]
  /// For each target the mounts that put it somewhere.
  private var mounts: [Place: [(file: Int, mount: Int)]] = [:]
  /// The same by the lines of functions that make routers.
  private var functions: [(file: Int, lines: ClosedRange<UInt32>, by: (file: Int, mount: Int))] = []

  init(_ surveys: [FileSurvey]) {
    self.surveys = surveys
    var fileOf: [String: Int] = [:]
    for (index, survey) in surveys.enumerated() { fileOf[survey.path] = index }
    self.fileOf = fileOf
    for (file, survey) in surveys.enumerated() {
      for (number, mount) in survey.mounts.enumerated() {
        add(mount.target, (file, number))
      }
    }
  }

  private mutating func add(_ target: RouterMount.Target, _ by: (file: Int, mount: Int)) {
    switch target {
    case .variable(let name, let line):
      guard let binding = binding(named: name, in: by.file, at: line) else { return }
      mounts[Place(file: by.file, binding: binding), default: []].append(by)
    case .file(let path, let name):
      guard let file = fileOf[path] else { return }
      let binding = name.isEmpty ? nil : binding(named: name, in: file, at: nil)
      mounts[Place(file: file, binding: binding ?? -1), default: []].append(by)
    case .module(let module):
      guard let file = file(ofModule: module) else { return }
      mounts[Place(file: file, binding: -1), default: []].append(by)
    case .function(let symbol):
      guard let file = fileOf[symbol.path],
        let own = surveys[file].symbols.first(where: { $0.key == symbol.key })
      else { return }
      functions.append((file, own.line...max(own.line, own.endLine), by))
    }
  }

  /// The file of `shop.urls`, by the end of its path.
  private func file(ofModule module: String) -> Int? {
    let end = module.split(separator: ".").joined(separator: "/")
    let found = surveys.indices.filter { index in
      let path = surveys[index].path
      return path == end + ".py" || path.hasSuffix("/" + end + ".py")
        || path.hasSuffix(end + "/__init__.py")
    }
    return found.count == 1 ? found[0] : nil
  }

  private func binding(named name: String, in file: Int, at line: UInt32?) -> Int? {
    let bindings = surveys[file].bindings
    if let line {
      return bindings.indices.last {
        bindings[$0].name == name && bindings[$0].first <= line && line <= bindings[$0].last
          && bindings[$0].line <= line
      }
        ?? bindings.indices.first {
          bindings[$0].name == name && bindings[$0].first <= line
            && line <= bindings[$0].last
        }
    }
    return bindings.indices.first { bindings[$0].name == name }
  }

  /// The segments before the paths of a router, from the outside in.
  func segments(of router: RouterReference, in file: Int, depth: Int = 0) -> [String] {
    guard depth < 12 else { return [] }
    if let number = binding(named: router.name, in: file, at: router.line) {
      let binding = surveys[file].bindings[number]
      var outer: [String]
      if !binding.parent.name.isEmpty {
        outer = segments(of: binding.parent, in: file, depth: depth + 1)
      } else {
        outer = mounted(Place(file: file, binding: number), depth)
        if outer.isEmpty { outer = around(file, router.line, depth) }
      }
      return outer + binding.segments
    }
    return around(file, router.line, depth)
  }

  /// What the whole file, or the function around, is mounted under.
  private func around(_ file: Int, _ line: UInt32, _ depth: Int) -> [String] {
    if let found = functions.first(where: { $0.file == file && $0.lines.contains(line) }) {
      return path(of: found.by, depth)
    }
    return mounted(Place(file: file, binding: -1), depth)
  }

  private func mounted(_ place: Place, _ depth: Int) -> [String] {
    if let by = mounts[place]?.first { return path(of: by, depth) }
    guard place.binding >= 0, let by = mounts[Place(file: place.file, binding: -1)]?.first else {
      return []
    }
    return path(of: by, depth)
  }

  private func path(of by: (file: Int, mount: Int), _ depth: Int) -> [String] {
    let mount = surveys[by.file].mounts[by.mount]
    return segments(of: mount.parent, in: by.file, depth: depth + 1) + mount.segments
  }

  /// One path of many parts.
  static func joined(_ segments: [String]) -> String {
    let parts = segments.flatMap { $0.split(separator: "/") }.filter { $0 != "^" && $0 != "$" }
    return "/" + parts.joined(separator: "/")
  }
}
