internal import Basics
internal import Facts
internal import FrontEnd

/// Finds the service that a timer, path or socket unit starts.
struct UnitJoin {
  /// Prefix of the argument that names the service's file.
  static let service = "service="
  /// Argument of a service that another unit starts.
  static let started = "started"

  private var serviceOf: [String: String] = [:]
  private var startedServices: Set<String> = []

  init(_ root: String, _ files: [SourceFile]) {
    let units = files.filter { $0.language == .systemd }.map(\.path)
    let known = Set(units)
    var byName: [String: [String]] = [:]
    for path in units { byName[Self.name(path), default: []].append(path) }
    for path in units where !path.hasSuffix(".service") {
      let name = Self.serviceName(path, in: root)
      let candidates = byName[name, default: []]
      let sibling = Self.folder(path) + name
      guard let service = known.contains(sibling) ? sibling : candidates.first,
        known.contains(sibling) || candidates.count == 1
      else { continue }
      serviceOf[path] = service
      startedServices.insert(service)
    }
  }

  func arguments(for path: String) -> [String] {
    if let service = serviceOf[path] { return [Self.service + service] }
    return startedServices.contains(path) ? [Self.started] : []
  }

  /// What `Unit=` or `Service=` says, else the unit's own name.
  private static func serviceName(_ path: String, in root: String) -> String {
    let bytes = try? FileSystem.read(Array("\(root)/\(path)".utf8), limit: 1 << 20)
    let unit = bytes.map(SystemdUnit.init(bytes:))
    let named =
      unit?.value("Timer", "Unit") ?? unit?.value("Path", "Unit")
      ?? unit?.value("Socket", "Service")
    let stem = name(path).split(separator: ".").dropLast().joined(separator: ".")
    return named ?? stem + ".service"
  }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}
