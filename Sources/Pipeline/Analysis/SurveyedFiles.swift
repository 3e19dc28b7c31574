internal import Basics
internal import Configuration
internal import Facts
internal import FrontEnd
internal import TriggerRules

/// Reads the sources that rules of triggers may speak of: production code, and nothing else.
struct SurveyedFiles: Sendable {
  let rules: CodeTriggers
  private let root: [UInt8]
  /// Names on disk of files in production, by their paths.
  private let names: [String: [UInt8]]

  /// Larger files hold data, not code.
  private static let largestSize = 4 << 20

  /// `imports` are of languages that are read file by file; those of the C family say it themselves.
  init(_ inventory: Inventory, packs: [FrameworkPack], imports: CodeTriggers.Imports) {
    var imports = imports
    let languages = Set(inventory.files.compactMap(\.language))
    for language in languages where language.isCFamily { imports[language] = [] }
    root = Array(inventory.root.utf8) + [UInt8(ascii: "/")]
    var names: [String: [UInt8]] = [:]
    for file in inventory.files where file.role == .production {
      // What lies in hidden folders are rules and settings of tools, not the program.
      let isHidden = file.path.hasPrefix(".") || file.path.contains("/.")
      if !isHidden { names[file.path] = file.rawPath }
    }
    self.names = names
    rules = CodeTriggers(
      packs: FrameworkPack.withTriggers(of: Set(languages.map(\.rawValue)), and: packs),
      imports: imports, production: Set(names.keys), settings: { Self.settings(inventory) })
  }

  /// Texts of the files that set variables of the environment: those for the shell, and descriptions of
  /// what runs where; those of tests and of tools in hidden folders say nothing of the program.
  private static func settings(_ inventory: Inventory) -> [String] {
    let root = Array(inventory.root.utf8) + [UInt8(ascii: "/")]
    return inventory.files.filter { file in
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      let isOfShell = SourceFile.setsEnvironment(name) || name == "Dockerfile"
      let isHidden = file.path.dropLast(name.count).split(separator: "/").contains {
        $0.hasPrefix(".")
      }
      return file.size <= largestSetting && !isHidden
        && !name.contains("test") && file.role != .test
        && (isOfShell || [.yaml, .toml, .json].contains(file.language))
    }.compactMap { file in
      guard let bytes = try? FileSystem.read(root + file.rawPath, limit: largestSetting) else {
        return nil
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private static let largestSetting = 256 << 10

  /// The facts of a file, with what the rules say of it; nil for files that they do not concern.
  func surveyed(_ facts: FileFacts?) -> (FileFacts?, CodeTriggers.Survey?) {
    guard var facts, let name = names[facts.path], rules.concerns(facts),
      let source = try? FileSystem.read(root + name, limit: Self.largestSize)
    else { return (facts, nil) }
    let survey = rules.survey(&facts, source: source)
    return (facts, survey)
  }
}
