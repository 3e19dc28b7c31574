internal import Basics
internal import Configuration
internal import Facts
internal import MarkupBinding

/// Reads what a file declares by the packs that are for it.
struct DeclarationReader {
  let packs: [DeclarationPack]
  let path: String
  let format: DeclarationPack.Format
  let text: String
  /// Paths of the files that are read together with this one.
  let siblings: [String]
  let folders: FolderReadings
  /// The text of a file of the repository, by its path; nil where there is none.
  let load: (String) -> String?

  /// Larger files are written by programs.
  static let largestSize = 8 << 20

  /// The packs that a file is for, by its name and the words in it.
  static func packs(
    _ packs: [DeclarationPack], for path: String, _ format: DeclarationPack.Format, _ bytes: [UInt8]
  ) -> [DeclarationPack] {
    packs.filter { pack in
      pack.formats.contains(format)
        && (pack.files.isEmpty || pack.files.contains { $0.matches(path) })
        && !pack.excludes.contains { $0.matches(path) }
        && (pack.contains.isEmpty || pack.contains.contains { bytes.contains(bytesOf: $0) })
        && !pack.containsNot.contains { bytes.contains(bytesOf: $0) }
    }
  }

  func read(into findings: inout ConfigurationFindings) {
    guard text.utf8.count <= Self.largestSize else {
      return findings.note(
        .warning, "too-large",
        "a configuration of \(text.utf8.count >> 20) MB is not read, \(Self.largestSize >> 20) are",
        line: 1)
    }
    guard let documents = documents(&findings) else { return }
    for pack in packs {
      if pack.joinsFolder, !siblings.isEmpty {
        runInFolder(pack, &findings)
      } else if pack.joinsFolder {
        run(pack, documents, &findings)
      } else {
        for document in documents { run(pack, [document], &findings) }
      }
    }
  }

  /// Takes what is said of this file where all files of the folder are read as one.
  private func runInFolder(_ pack: DeclarationPack, _ findings: inout ConfigurationFindings) {
    var texts = [path: text]
    for sibling in siblings {
      if let text = load(sibling), text.utf8.count <= Self.largestSize { texts[sibling] = text }
    }
    let paths = texts.keys.sorted { $0.precedesBytewise($1) }
    let files = paths.map { FolderReadings.File(path: $0, digest: Digest(of: texts[$0] ?? "")) }
    let all = folders.findings(of: files, pack) {
      let documents = paths.map { path in
        var reader = HCLReader(texts[path] ?? "")
        return reader.read()
      }
      var findings = paths.map {
        ConfigurationFindings(facts: FileFacts(path: $0, language: .hcl))
      }
      run(pack, documents, into: &findings)
      return findings
    }
    guard let own = paths.firstIndex(of: path) else { return }
    findings.facts.triggers += all[own].facts.triggers
    findings.diagnostics += all[own].diagnostics
  }

  private func run(
    _ pack: DeclarationPack, _ documents: [Setting], _ findings: inout ConfigurationFindings
  ) {
    resolveVariables(pack, documents, &findings)
    var all = [findings]
    run(pack, documents, into: &all)
    findings = all[0]
  }

  private func resolveVariables(
    _ pack: DeclarationPack, _ documents: [Setting], _ findings: inout ConfigurationFindings
  ) {
    for document in documents where pack.variables == .serverless {
      var variables = ServerlessVariables(folder: RepositoryPath.folder(of: path), load: load)
      variables.resolve(document)
      var told: Set<String> = []
      for (line, path) in variables.missing.prefix(100) where told.insert(path).inserted {
        findings.note(
          .note, "missing-file", "'\(path.escapedForTerminal)' is not there and is not read",
          line: line)
      }
    }
  }

  /// One entry of findings for each document, or one for all.
  private func run(
    _ pack: DeclarationPack, _ documents: [Setting], into findings: inout [ConfigurationFindings]
  ) {
    let scope = SettingScope(documents, pack)
    let fits = documents.contains { document in
      (pack.needs.isEmpty || pack.needs.contains { !scope.settings($0, from: document).isEmpty })
        && pack.conditions.allSatisfy { scope.holds($0, at: document) }
    }
    guard fits else { return }
    var reading = PackReading(pack: pack, path: path, scope: scope)
    reading.read(into: &findings)
    for index in findings.indices where scope.isExhausted {
      findings[index].note(
        .warning, "too-large", "the file refers to itself too often and is read in part", line: 1)
    }
  }

  // MARK: Documents

  private func documents(_ findings: inout ConfigurationFindings) -> [Setting]? {
    switch format {
    case .yaml, .json: return yaml(&findings)
    case .toml:
      var reader = TOMLReader(text)
      let setting = reader.read()
      note(reader.problems, "malformed-toml", &findings)
      return [setting]
    case .hcl:
      var reader = HCLReader(text)
      let setting = reader.read()
      note(reader.problems, "malformed-hcl", &findings)
      noteExcess(reader.isExceeded, &findings)
      return [setting]
    case .procfile:
      let (setting, problems) = LineSettings.procfile(text)
      note(problems, "malformed-procfile", &findings)
      return [setting]
    case .bicep:
      var reader = BicepReader(text)
      let setting = reader.read()
      note(reader.problems, "malformed-bicep", &findings)
      noteExcess(reader.isExceeded, &findings)
      return [setting]
    case .ecma:
      var modules = ECMAModules(home: RepositoryPath.folder(of: path), load: load)
      let document = modules.document(path, text)
      noteExcess(modules.isExceeded, &findings)
      return document.map { [$0] }
    case .xml: return xml(&findings)
    case .proto:
      let (setting, problems) = LineSettings.proto(text)
      note(problems, "malformed-proto", &findings)
      return [setting]
    }
  }

  private func xml(_ findings: inout ConfigurationFindings) -> [Setting]? {
    guard let tree = MarkupParser.tree(of: Array(text.utf8), accepts: { _ in true }) else {
      return nil
    }
    // The reader of dialects has said it.
    let isTold = findings.diagnostics.contains { $0.code == "malformed-xml" }
    if let problem = tree.problem, !isTold {
      note([(Int(problem.line), problem.message)], "malformed-xml", &findings)
    }
    var budget = SettingBudget()
    let document = Setting.document(of: tree, budget: &budget)
    noteExcess(budget.isExceeded, &findings)
    return [document]
  }

  private func yaml(_ findings: inout ConfigurationFindings) -> [Setting]? {
    let plain = format == .json ? LooseJSON.asYAML(text) : text
    var budget = SettingBudget()
    do throws(YAMLFailure) {
      let documents = try Setting.documents(yaml: plain, budget: &budget)
      noteExcess(budget.isExceeded, &findings)
      return documents
    } catch {
      let codes = ["malformed-yaml", "yaml-template"]
      guard !findings.diagnostics.contains(where: { codes.contains($0.code) }) else { return nil }
      let isTemplate = text.contains("{{") || text.contains("{%")
      let name = packs.map(\.name).joined(separator: ", ")
      findings.note(
        isTemplate ? .note : .warning,
        isTemplate ? "yaml-template" : "malformed-\(format.rawValue)",
        isTemplate
          ? "a template (\(name)) is not read, declare its triggers in cleave.yml"
          : "the file (\(name)) is not read: \(error.message)", line: error.line)
      return nil
    }
  }

  private func note(
    _ problems: [(line: Int, message: String)], _ code: String,
    _ findings: inout ConfigurationFindings
  ) {
    for (line, message) in problems {
      findings.note(.warning, code, message + ", the rest is read", line: line)
    }
  }

  private func noteExcess(_ isExceeded: Bool, _ findings: inout ConfigurationFindings) {
    guard isExceeded else { return }
    findings.note(
      .warning, "too-large",
      "more than \(SettingBudget.most) settings or \(SettingBudget.deepest) levels, the rest is not "
        + "read", line: 1)
  }
}
