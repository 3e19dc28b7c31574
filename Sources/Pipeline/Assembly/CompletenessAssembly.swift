internal import Basics
internal import DependencyGraph
internal import Facts
internal import ReportModel

/// How complete the facts are, by language.
struct CompletenessAssembly {
  let graph: CodeGraph
  let diagnostics: [Diagnostic]

  private static let causeLimit = 8

  /// Code of others says what it lacks as well, but nobody is going to mend it here.
  private static func isApart(_ file: FileNode) -> Bool {
    file.role == "generated" || file.role == "vendored"
  }

  var languages: [LanguageCompleteness] {
    var byLanguage: [Language: LanguageCompleteness] = [:]
    var languageOf: [String: Language] = [:]
    for file in graph.files {
      languageOf[file.path] = file.language
      var entry =
        byLanguage[file.language] ?? LanguageCompleteness(language: file.language.rawValue)
      entry.files += 1
      entry.lines += file.lines
      entry.codeLines += file.codeLines
      if Self.isApart(file) {
        entry.apart = (entry.apart ?? 0) + 1
      } else {
        entry.resolved += file.resolvedReferences
        entry.external += file.externalReferences
        entry.unresolved += file.unresolvedReferences
      }
      entry.modes[file.mode?.name ?? "none", default: 0] += 1
      byLanguage[file.language] = entry
    }
    var causes: [Language: [String: Int]] = [:]
    for file in graph.files where !Self.isApart(file) {
      for name in file.missingIncludes {
        let cause = "missing \(file.language.importNoun) \"\(name)\""
        causes[file.language, default: [:]][cause, default: 0] += 1
      }
    }
    for file in graph.files where !Self.isApart(file) {
      for cause in OpenReferences.Cause.allCases where file.openReferences[cause] > 0 {
        causes[file.language, default: [:]][cause.words, default: 0] +=
          Int(file.openReferences[cause])
      }
    }
    for diagnostic in diagnostics where diagnostic.severity == .error {
      guard let language = diagnostic.path.flatMap({ languageOf[$0] }) else { continue }
      causes[language, default: [:]][diagnostic.code, default: 0] += 1
    }
    return byLanguage.keys.sorted().map { language in
      var entry = byLanguage[language]!
      entry.causes = (causes[language] ?? [:]).sorted {
        $0.value != $1.value ? $0.value > $1.value : $0.key.precedesBytewise($1.key)
      }.prefix(Self.causeLimit).map { LanguageCompleteness.Cause(cause: $0.key, count: $0.value) }
      return entry
    }
  }
}
