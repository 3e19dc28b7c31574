internal import Basics
package import Configuration
package import Facts
package import FrontEnd

/// Reads what stands beside the code and declares things about it: schemas in SQL, mappings and wirings in
/// XML, crontabs, systemd units and Kubernetes objects.
package struct ConfigurationFrontEnd: FrontEnd {
  package let name = "configuration"
  package let languages: [Language] = [
    .sql, .xml, .yaml, .json, .toml, .hcl, .bicep, .proto, .procfile, .crontab, .systemd,
  ]
  package let revision: String
  /// The readers are our own and YAML's parser limits itself.
  package let isIsolated = false
  package let unavailability: String? = nil

  /// Nil for those of the tool alone, which are not read before a file asks for them: a worker of
  /// another front end has no use for them.
  private let own: [DeclarationPack]?
  private let folders = FolderReadings()
  private var packs: [DeclarationPack] { own ?? DeclarationPack.merged([]) }
  private var modulePacks: [DeclarationPack] {
    own.map(Self.modules) ?? Self.standardModules
  }

  private static let standardModules = modules(DeclarationPack.merged([]))
  private static func modules(_ packs: [DeclarationPack]) -> [DeclarationPack] {
    packs.filter { $0.formats.contains(.ecma) }
  }

  /// `packs` are those of the repository; they come on top of those of the tool.
  package init(packs: [DeclarationPack] = []) {
    own = packs.isEmpty ? nil : DeclarationPack.merged(packs)
    let digest = packs.isEmpty ? "" : " \(Digest(of: Array(String(describing: packs).utf8)))"
    revision = "7 \(SQLScanner.revision)\(digest)"
  }

  package func reader(of language: Language) -> String { "built in" }

  /// Modules of JavaScript and TypeScript are also read where a pack is for them.
  package func concerns(_ inventory: Inventory) -> Bool {
    inventory.files.contains { $0.language.map(languages.contains) ?? false || isModule($0) }
  }

  private func isModule(_ file: SourceFile) -> Bool {
    guard file.language == .typescript || file.language == .javascript else { return false }
    return modulePacks.contains { pack in pack.files.contains { $0.matches(file.path) } }
  }

  package func plan(_ inventory: Inventory) -> ExtractionPlan {
    var plan = ExtractionPlan()
    let files = inventory.files.filter { $0.language.map(languages.contains) ?? false }
    let units = UnitJoin(inventory.root, files)
    let folders = FolderJoin(files.filter { $0.language == .hcl }.map(\.path))
    for file in inventory.files where isModule(file) {
      plan.units.append(
        ExtractionUnit(frontEnd: name, path: file.path, language: .json, mode: .direct))
    }
    for file in files {
      guard let language = file.language else { continue }
      var unit = ExtractionUnit(
        frontEnd: name, path: file.path, language: language, mode: .direct)
      if language == .systemd { unit.arguments = units.arguments(for: file.path) }
      if language == .hcl { unit.arguments = folders.arguments(for: file.path) }
      if Array(file.path.utf8) != file.rawPath { overlay(file, inventory.root, &unit) }
      plan.units.append(unit)
    }
    plan.units.sort { $0.path.precedesBytewise($1.path) }
    return plan
  }

  /// A name that is not UTF-8 cannot be found again by its text, so its content travels along.
  private func overlay(_ file: SourceFile, _ root: String, _ unit: inout ExtractionUnit) {
    let path = Array(root.utf8) + [UInt8(ascii: "/")] + file.rawPath
    if let content = try? FileSystem.read(path, limit: ConfigurationExtractor.largestSize) {
      unit.overlays = [ExtractionUnit.Overlay(path: file.path, content: content)]
    }
  }

  package func makeExtractor(root: String) -> any Extractor {
    ConfigurationExtractor(root: root, packs: packs, folders: folders)
  }
}
