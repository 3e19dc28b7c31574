internal import Basics
internal import Facts

/// Finds functions of JavaScript and TypeScript by the modules that stand before their names.
enum ModulePath {
  static let languages: Set<Language> = [.javascript, .typescript, .tsx]

  private static let browserFolders: Set<String> = [
    "public", "client", "static", "assets", "frontend", "browser", "www",
  ]

  /// Whether a file lies where programs keep what runs in browsers.
  static func isBrowserSide(_ path: String) -> Bool {
    path.split(separator: "/").dropLast().contains { browserFolders.contains($0.lowercased()) }
  }

  /// The only function whose place ends with most of the modules: `controllers.write.admin.plugins` is
  /// `Admin.plugins.install` in `src/controllers/write/admin.js`. Nil where none fits, or several do.
  static func nearest(_ found: [KnownSymbol], to modules: [String]) -> KnownSymbol? {
    let wanted = modules.map(plain)
    let fits = found.map { fit(place(of: $0), wanted) }
    guard let best = fits.max(), best > 0 else { return nil }
    let nearest = zip(found, fits).filter { $0.1 == best }.map(\.0)
    if nearest.count == 1 { return nearest[0] }
    // Of several in a file, the one that is assigned to a member of the module.
    let assigned = nearest.filter { $0.name.contains(".") }
    return Set(nearest.map(\.path)).count == 1 && assigned.count == 1 ? assigned[0] : nil
  }

  private static func fit(_ place: [String], _ wanted: [String]) -> Int {
    zip(place.reversed(), wanted.reversed()).prefix { $0 == $1 }.count
  }

  /// The folders and the name of the file, and what stands between the name that the module gives itself
  /// and that of the function.
  private static func place(of symbol: KnownSymbol) -> [String] {
    var parts = symbol.path.split(separator: "/").map { plain(String($0.prefix { $0 != "." })) }
    if parts.last == "index" { parts.removeLast() }
    let own = symbol.name.split(separator: ".").dropFirst().dropLast()
    return parts + own.map { plain(String($0)) }
  }

  /// `globalMods` and `global-mods` are the same name.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0 != "-" && $0 != "_" }
  }
}
