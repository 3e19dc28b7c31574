internal import Basics
internal import Facts
internal import FrontEnd

/// How the build compiles one file.
struct BuildConfiguration: Sendable, Hashable {
  var arguments: FilteredArguments
  /// Absolute.
  var directory: String
}

/// What a compile database says of the project's files.
struct BuildConfigurations: Sendable {
  /// By path relative to the root; equal ones are kept once, in the order of the database.
  var byFile: [String: [BuildConfiguration]] = [:]
  var diagnostics = GroupedDiagnostics(limit: 20)
  /// Paths that the build names and that are not there, sorted.
  var absent: [String] = []

  /// More configurations of one file are left out.
  static let limit = 8

  /// `isKnown` tells the files of the inventory, `language` their language.
  static func read(_ path: String, _ index: HeaderIndex, root: String) -> BuildConfigurations {
    var result = BuildConfigurations()
    do throws(CompileDatabase.Unusable) {
      let entries = try CompileDatabase.read(path)
      result.take(entries, index, root)
    } catch {
      result.diagnostics.add(
        .warning, error.code,
        "compile commands at \"\(path)\" are not used: \(error); the includes are inferred")
    }
    return result
  }

  mutating func take(_ entries: [CompileEntry], _ index: HeaderIndex, _ root: String) {
    let paths = BuildPaths(root: root, entries: entries) { index.file(at: $0) != nil }
    if let relocation = paths.relocation {
      diagnostics.add(
        .note, "compile-commands-relocated",
        "compile commands of \"\(relocation.from)\" are taken for this folder")
    }
    var reader = EntryReader(paths: paths, root: root)
    var outside = 0
    for entry in entries {
      let directory = paths.absolute(entry.directory.isEmpty ? root : entry.directory, in: root)
      let absolute = paths.absolute(entry.file, in: directory)
      guard let file = PathText.relative(absolute, to: root) else {
        outside += 1
        continue
      }
      let indexed = index.file(at: file).map { index.files[$0].source.language } ?? nil
      guard let language = indexed ?? Self.unlistedLanguage(absolute, root, reader.places) else {
        continue
      }
      if let configuration = reader.read(entry, directory, language) { add(configuration, file) }
    }
    absent = reader.places.absent
    report(outside: outside, of: entries.count, reader)
  }

  /// Of a file that the inventory leaves out, such as one that the build makes, or a link by which
  /// it compiles a source once more: nil if it is not there, not inside the root, or no source.
  private static func unlistedLanguage(
    _ path: String, _ root: String, _ places: FileTests
  ) -> Language? {
    guard places.isFile(path), let real = try? FileSystem.realPath(Array(path.utf8)),
      real.starts(with: Array((root + "/").utf8)),
      (try? FileSystem.status(real))?.kind == .file
    else { return nil }
    let name = PathText.name(path)
    guard let dot = name.lastIndex(of: ".") else { return nil }
    switch name[name.index(after: dot)...] {
    case "c": return .c
    case "cc", "cpp", "cxx", "c++", "C": return .cpp
    case "m": return .objc
    case "mm": return .objcpp
    default: return nil
    }
  }

  private mutating func add(_ configuration: BuildConfiguration, _ file: String) {
    var known = byFile[file, default: []]
    if known.contains(where: { $0.arguments == configuration.arguments }) { return }
    if known.count == Self.limit {
      diagnostics.add(
        .warning, "too-many-configurations",
        "only the first \(Self.limit) configurations are read", path: file)
      return
    }
    known.append(configuration)
    byFile[file] = known
  }

  private mutating func report(outside: Int, of count: Int, _ reader: EntryReader) {
    if outside > 0 {
      diagnostics.add(
        .note, "compile-commands-outside",
        "\(outside) of \(count) compile commands are of files outside the analysed path")
    }
    for (flag, count) in reader.refused.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      diagnostics.add(
        .note, "compile-flag-refused",
        "\"\(flag)\" would load or run something and was left out of \(count) commands")
    }
    for (name, count) in reader.missing.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      diagnostics.add(
        .warning, "forced-include-missing",
        "\"\(name)\", which \(count) commands include first, does not exist; build the project once"
      )
    }
    for name in reader.responses.sorted(by: { $0.precedesBytewise($1) }) {
      diagnostics.add(
        .warning, "response-file-refused",
        "the arguments in \"\(name)\" are not used: it is outside the analysed path, too large, or "
          + "unreadable")
    }
  }
}

/// Turns entries into configurations and remembers what was refused.
private struct EntryReader {
  let paths: BuildPaths
  private var responseFiles: ResponseFiles
  private(set) var refused: [String: Int] = [:]
  private(set) var missing: [String: Int] = [:]
  let places = FileTests()

  init(paths: BuildPaths, root: String) {
    self.paths = paths
    responseFiles = ResponseFiles(root: root)
  }

  var responses: Set<String> { Set(responseFiles.refused) }

  mutating func read(
    _ entry: CompileEntry, _ directory: String, _ language: Language
  ) -> BuildConfiguration? {
    guard let compiler = CompilerInvocation(entry.arguments) else { return nil }
    let quoting: CommandLine.Quoting = compiler.isMicrosoft ? .windows : .posix
    var words = responseFiles.expand(compiler.arguments, directory: directory, quoting)
    if compiler.isMicrosoft { words = MicrosoftArguments.translate(words) }
    let (paths, tests) = (paths, places)
    let arguments = ArgumentFilter.filter(
      words, language: compiler.isPlusPlus ? .cpp : language,
      places: ArgumentFilter.Places(
        absolute: { paths.absolute($0, in: directory) }, isFile: { tests.isFile($0) },
        isFolder: { tests.isFolder($0) }))
    for flag in Set(arguments.refused) { refused[flag, default: 0] += 1 }
    for name in Set(arguments.missingFiles) { missing[name, default: 0] += 1 }
    var kept = arguments
    kept.refused = []
    kept.missingFiles = []
    return BuildConfiguration(arguments: kept, directory: directory)
  }
}
