internal import Basics
internal import Configuration
internal import Facts
internal import FrontEnd

/// What a reader finds in one file.
struct ConfigurationFindings {
  var facts: FileFacts
  var diagnostics: [Diagnostic] = []

  mutating func note(
    _ severity: Diagnostic.Severity, _ code: String, _ message: String, line: Int
  ) {
    diagnostics.append(Diagnostic(severity, code, message, path: facts.path, line: line))
  }
}

final class ConfigurationExtractor: Extractor {
  /// Larger files hold data, not declarations.
  static let largestSize = 64 << 20

  private let root: String
  private let packs: [DeclarationPack]
  private let folders: FolderReadings

  init(root: String, packs: [DeclarationPack], folders: FolderReadings) {
    self.root = root
    self.packs = packs
    self.folders = folders
  }

  func extract(_ unit: ExtractionUnit) -> UnitFacts {
    var result = UnitFacts(path: unit.path, mode: .direct)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try read(unit.path, unit)
    } catch {
      result.diagnostics.append(
        Diagnostic(.error, "unreadable-file", error.description, path: unit.path))
      result.errorCount = 1
      return result
    }
    let digest = Digest(of: bytes)
    result.dependencies.append(UnitFacts.Dependency(path: unit.path, digest: digest))
    let source = ConfigurationSource(unit: unit, bytes: Self.decoded(bytes))
    var siblings: [String: [UInt8]] = [:]
    for path in source.siblings {
      guard let content = try? read(path, unit) else { continue }
      siblings[path] = content
      result.dependencies.append(UnitFacts.Dependency(path: path, digest: Digest(of: content)))
    }
    var findings = source.read(siblings: siblings)
    readDeclarations(unit, source.bytes, &result, &findings)
    var context = ByteWriter()
    context.write(digest)
    for argument in unit.arguments { context.write(argument) }
    for dependency in result.dependencies.dropFirst() { context.write(dependency.digest) }
    result.parts = [
      UnitFacts.Part(
        path: unit.path, fingerprint: Digest(of: context.bytes), facts: findings.facts)
    ]
    result.diagnostics = findings.diagnostics
    return result
  }

  /// What the packs find; files that it takes in become dependencies of the unit, those that are not
  /// there ones that may come.
  private func readDeclarations(
    _ unit: ExtractionUnit, _ bytes: [UInt8], _ result: inout UnitFacts,
    _ findings: inout ConfigurationFindings
  ) {
    guard let format = Self.format(of: unit) else { return }
    let fitting = DeclarationReader.packs(packs, for: unit.path, format, bytes)
    guard !fitting.isEmpty else { return }
    var taken: [UnitFacts.Dependency] = []
    var known: Set<String> = []
    var absent: Set<String> = []
    let reader = DeclarationReader(
      packs: fitting, path: unit.path, format: format, text: String(decoding: bytes, as: UTF8.self),
      siblings: unit.arguments.filter { $0.hasPrefix(FolderJoin.sibling) }
        .map { String($0.dropFirst(FolderJoin.sibling.count)) }, folders: folders
    ) { path in
      guard let content = self.contained(path) else {
        absent.insert(path)
        return nil
      }
      if known.insert(path).inserted {
        taken.append(UnitFacts.Dependency(path: path, digest: Digest(of: content)))
      }
      return String(decoding: Self.decoded(content), as: UTF8.self)
    }
    reader.read(into: &findings)
    result.dependencies += taken
    if !absent.isEmpty {
      result.missingIncludes = absent.sorted { $0.precedesBytewise($1) }
      result.searchFolders = [root]
    }
  }

  private static func format(of unit: ExtractionUnit) -> DeclarationPack.Format? {
    let isModule = ["ts", "js", "mjs", "cjs", "mts", "cts"].contains {
      unit.path.hasSuffix("." + $0)
    }
    return isModule ? .ecma : DeclarationPack.Format(rawValue: unit.language.rawValue)
  }

  /// The bytes of a file that lies in the repository, links followed.
  private func contained(_ path: String) -> [UInt8]? {
    guard let home = try? FileSystem.realPath(Array(root.utf8)),
      let file = try? FileSystem.realPath(Array("\(root)/\(path)".utf8)),
      file.starts(with: home + [UInt8(ascii: "/")])
    else { return nil }
    return try? FileSystem.read(file, limit: DeclarationReader.largestSize)
  }

  private func read(_ path: String, _ unit: ExtractionUnit) throws(FileError) -> [UInt8] {
    if let overlay = unit.overlays.first(where: { $0.path == path }) { return overlay.content }
    return try FileSystem.read(Array("\(root)/\(path)".utf8), limit: Self.largestSize)
  }

  /// Bytes of text in UTF-16, as some database tools save it, as UTF-8; others as they are.
  private static func decoded(_ bytes: [UInt8]) -> [UInt8] {
    let encoding = TextEncoding(head: bytes.prefix(4096))
    let isLittle = encoding == .utf16LittleEndian
    guard isLittle || encoding == .utf16BigEndian else {
      return bytes.starts(with: [0xef, 0xbb, 0xbf]) ? Array(bytes.dropFirst(3)) : bytes
    }
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      let pair = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return isLittle ? pair.1 << 8 | pair.0 : pair.0 << 8 | pair.1
    }
    let text = String(
      decoding: units.first == 0xfeff ? units.dropFirst() : units[...], as: UTF16.self)
    return Array(text.utf8)
  }
}

/// One file with its bytes as text, and the reader for its language.
struct ConfigurationSource {
  let unit: ExtractionUnit
  let bytes: [UInt8]

  /// Other files that the facts depend on.
  var siblings: [String] {
    unit.arguments.compactMap {
      $0.hasPrefix(UnitJoin.service) ? String($0.dropFirst(UnitJoin.service.count)) : nil
    }
  }

  func read(siblings contents: [String: [UInt8]]) -> ConfigurationFindings {
    var findings = ConfigurationFindings(facts: FileFacts(path: unit.path, language: unit.language))
    findings.facts.lineCount = UInt32(clamping: lineCount)
    switch unit.language {
    case .sql: readSQL(&findings)
    case .crontab:
      let reader = CrontabReader(path: unit.path, text: String(decoding: bytes, as: UTF8.self))
      reader.read(into: &findings)
    case .systemd:
      let service = siblings.first.flatMap { contents[$0] }.map(SystemdUnit.init(bytes:))
      let reader = SystemdReader(
        unit: SystemdUnit(bytes: bytes), path: unit.path, service: service,
        isStarted: unit.arguments.contains(UnitJoin.started))
      reader.read(into: &findings)
    case .xml: MarkupReader(bytes: bytes).read(into: &findings)
    case .yaml: KubernetesReader(bytes: bytes).read(into: &findings)
    default: break
    }
    return findings
  }

  private var lineCount: Int {
    bytes.count { $0 == 0x0a } + (bytes.last == 0x0a || bytes.isEmpty ? 0 : 1)
  }

  private func readSQL(_ findings: inout ConfigurationFindings) {
    let script = SQLScanner.scan(script: bytes)
    findings.facts.dataAccesses = script.accesses.map {
      DataAccess(
        store: $0.store, name: $0.name, access: $0.access, line: $0.line,
        symbol: Reference.fileLevel)
    }
    findings.facts.derivations = script.derivations
    findings.facts.foreignKeys = script.foreignKeys
  }
}
