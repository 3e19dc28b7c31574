internal import Basics
package import ClangBinding
package import Facts
package import FrontEnd

/// Extracts the facts of C and C++ units by libclang. One thread at a time.
///
/// Remembers the fingerprints of the headers that it has delivered and does not visit those again.
package final class ClangExtractor: Extractor {
  private let library: ClangLibrary
  private let readers: FactReaders
  private let index: ClangIndex
  private let project: ProjectFiles
  private let sources = SourceCache()
  private let systemFolders = SystemHeaders().folders
  private var delivered: Set<Digest> = []

  /// `root` is the absolute path of the analysed folder.
  package init(root: String, library: ClangLibrary, readers: FactReaders) {
    self.library = library
    self.readers = readers
    index = ClangIndex(library: library)
    project = ProjectFiles(root: root)
  }

  /// Parses and visits one unit on a thread with a large stack. Never fails: what cannot be parsed
  /// gives a diagnostic and no parts.
  package func extract(_ unit: ExtractionUnit) -> UnitFacts {
    runOnLargeStack { self.extractHere(unit) }
  }

  private func extractHere(_ unit: ExtractionUnit) -> UnitFacts {
    var result = UnitFacts(path: unit.path, mode: unit.mode)
    do throws(ParseFailure) {
      let parsed = try index.parse(request(for: unit))
      var extraction = UnitExtraction(unit, parsed, project: project, sources: sources)
      extraction.run(readers) { self.delivered.insert($0).inserted }
      result = extraction.result
      result.searchFolders = searchFolders(unit, result)
    } catch {
      result.diagnostics = [
        Diagnostic(
          .error, "parse-failed", "'\(unit.path)' was not parsed: \(error.description)",
          path: unit.path)
      ]
    }
    return result
  }

  /// The folders of the arguments, of the project's own files, and of the system.
  private func searchFolders(_ unit: ExtractionUnit, _ facts: UnitFacts) -> [String] {
    let directory = Array(unit.workingDirectory(or: project).utf8)
    let named = IncludeSearch(arguments: unit.arguments, directory: directory).folders
    let own = facts.parts.map { part in
      let path = project.absoluteName(ofPath: part.path)
      return Array(path[..<(path.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
    }
    let folders = (named + own).compactMap { String(validating: $0, as: UTF8.self) }
    var seen: Set<String> = []
    return (folders + systemFolders).filter { seen.insert($0).inserted }
  }

  private func request(for unit: ExtractionUnit) -> ParseRequest {
    var arguments = ["-working-directory=" + unit.workingDirectory(or: project)]
    if let resources = library.resourceDirectory { arguments += ["-resource-dir", resources] }
    if !unit.arguments.contains(where: { $0.hasPrefix("-x") }) {
      arguments += ["-x", unit.language.parserName]
    }
    arguments += unit.arguments + Self.quiet
    return ParseRequest(
      path: project.absoluteName(ofPath: unit.path), arguments: arguments,
      overlays: unit.overlays.map { (project.absoluteName(ofPath: $0.path), $0.content) })
  }

  /// Warnings are not wanted, and what old C allows and new compilers refuse is no error here.
  private static let quiet = [
    "-w", "-ferror-limit=0", "-fno-spell-checking", "-Wno-error=implicit-function-declaration",
    "-Wno-error=implicit-int", "-Wno-error=int-conversion",
    "-Wno-error=incompatible-function-pointer-types",
  ]
}

extension ExtractionUnit {
  /// The folder for relative arguments; the root where the unit names none.
  func workingDirectory(or project: ProjectFiles) -> String {
    directory.isEmpty ? String(decoding: project.root, as: UTF8.self) : directory
  }
}
