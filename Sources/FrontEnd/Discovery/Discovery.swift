package import Basics
internal import Facts

/// Files whose role a person has set, by pattern.
package struct RoleRule: Sendable, Hashable {
  package var role: FileRole
  package var glob: FolderGlob

  package init(role: FileRole, glob: FolderGlob) {
    self.role = role
    self.glob = glob
  }
}

/// What a person may say about which files count.
package struct DiscoveryOptions: Sendable {
  /// If there are any, only files that one of them matches are analysed.
  package var includeOnly: [FolderGlob] = []
  package var exclude: [FolderGlob] = []
  /// The first that matches decides, before anything that is recognised.
  package var roles: [RoleRule] = []
  /// Leaves out files with the role ``FileRole/test``.
  package var excludesTests = false
  /// A database, or a folder with one; absolute, or relative to the root.
  package var compileCommands: String?
  /// Bytes; a larger source is data that somebody has written as code, and would take minutes.
  package var largestSource = 32 << 20

  package init() {}

  /// What leaves files out, in the words of the command line.
  package var filters: [String] {
    includeOnly.map { "--include-only '\($0.pattern)'" }
      + exclude.map { "--exclude '\($0.pattern)'" }
      + (excludesTests ? ["--exclude-tests"] : [])
  }
}

/// Why there is nothing to analyse.
package enum DiscoveryError: Error, Sendable, Equatable, CustomStringConvertible {
  case unusableRoot(FileError)
  case notAFolder(String)
  /// The root's own path is not UTF-8, which the document could not hold.
  case rootIsNotText(String)
  case noCompileCommands(String)

  package var description: String {
    switch self {
    case .unusableRoot(let error): error.description
    case .notAFolder(let path): "\"\(path)\" is not a folder; name the folder of the repository"
    case .rootIsNotText(let path):
      "the path \"\(path)\" is not UTF-8; rename the folder"
    case .noCompileCommands(let path):
      "no compile commands at \"\(path)\"; name a compile_commands.json or the folder it is in"
    }
  }
}

/// Finds the files of a repository, once, before anything is parsed.
///
/// `.gitignore` files inside the root and `.git/info/exclude` are respected; those above the root
/// and the user's own are not read, so that equal trees give equal inventories. About 10 µs a file.
package func discover(
  _ path: String, options: DiscoveryOptions = DiscoveryOptions()
) throws(DiscoveryError) -> Inventory {
  let root: [UInt8]
  do throws(FileError) {
    root = try FileSystem.realPath(Array(path.utf8))
    guard try FileSystem.status(root).kind == .folder else {
      throw FileError("list", path: Array(path.utf8), reason: .notAFolder)
    }
  } catch {
    if error.reason == .notAFolder { throw .notAFolder(path.escapedForTerminal) }
    throw .unusableRoot(error)
  }
  guard String(validating: root, as: UTF8.self) != nil else {
    throw .rootIsNotText(String(escapingInvalid: root))
  }
  var walk = TreeWalk(root: root, includeOnly: options.includeOnly, exclude: options.exclude)
  do throws(FileError) { try walk.run() } catch { throw .unusableRoot(error) }
  return try Classification(walk: walk, options: options).inventory()
}

/// Turns what a walk found into an inventory: language, role, what is left out and why.
struct Classification {
  /// Sources above this size were written by programs.
  private static let generatedSize = 5_000_000

  private let walk: TreeWalk
  private let options: DiscoveryOptions
  private let vendored: [Bool]
  private let heads: [SourceHead?]
  private let headerLanguages: HeaderLanguages
  private var diagnostics: GroupedDiagnostics
  private var unsupported: [String: (files: Int, bytes: Int)] = [:]

  init(walk: TreeWalk, options: DiscoveryOptions) {
    self.walk = walk
    self.options = options
    diagnostics = walk.diagnostics
    vendored = VendoredFolders.find(in: walk.folders, root: walk.root)
    let reading = HeadReading.read(walk.files, root: walk.root)
    heads = reading.heads
    for problem in reading.problems { diagnostics.add(problem) }
    headerLanguages = HeaderLanguages(files: walk.files, folders: walk.folders)
  }

  func inventory() throws(DiscoveryError) -> Inventory {
    var copy = self
    var files: [SourceFile] = []
    files.reserveCapacity(walk.files.count)
    for index in walk.files.indices {
      if let file = copy.sourceFile(index) { files.append(file) }
    }
    files.sort { $0.path.precedesBytewise($1.path) }
    files = copy.withoutCollisions(files)
    var inventory = Inventory(root: String(decoding: walk.root, as: UTF8.self), files: files)
    inventory.ignoredHeaders = walk.ignoredHeaders.compactMap {
      String(validating: $0, as: UTF8.self)
    }.sorted { $0.precedesBytewise($1) }
    inventory.filesSeen = walk.filesSeen
    inventory.compileCommands = try copy.compileCommands()
    inventory.unsupported = copy.unsupported.map {
      Inventory.UnsupportedLanguage(name: $0.key, files: $0.value.files, bytes: $0.value.bytes)
    }.sorted { $0.name.precedesBytewise($1.name) }
    inventory.diagnostics = copy.diagnostics.all
    return inventory
  }

  private mutating func sourceFile(_ index: Int) -> SourceFile? {
    let found = walk.files[index]
    if case .unsupported(let name) = found.naming {
      unsupported[name, default: (0, 0)].files += 1
      unsupported[name, default: (0, 0)].bytes += found.size
      return nil
    }
    let path = String(escapingInvalid: found.rawPath)
    let role = role(of: found, path, heads[index])
    if options.excludesTests, role == .test { return nil }
    return SourceFile(
      path: path, rawPath: found.rawPath, language: language(of: index, path), role: role,
      size: found.size)
  }

  /// Nil for what cannot be read as text, with the reason among the diagnostics.
  private mutating func language(of index: Int, _ path: String) -> Language? {
    let found = walk.files[index]
    guard found.naming != .companion, let head = heads[index] else { return nil }
    if let size = head.largeFileSize {
      diagnostics.add(
        .error, "lfs-pointer",
        "a Git LFS pointer stands for \(size) bytes; fetch them with git lfs pull", path: path)
      return nil
    }
    if head.encoding == .binary {
      diagnostics.add(.warning, "binary-file", "the file is not text and is left out", path: path)
      return nil
    }
    if found.size > options.largestSource {
      diagnostics.add(
        .error, "too-large",
        "the file has \(found.size >> 20) MB, more than the \(options.largestSource >> 20) that are "
          + "read; leave it out with --exclude", path: path)
      return nil
    }
    if case .known(let language) = found.naming {
      return language == .typescript && head.isMarkup ? nil : language
    }
    return headerLanguages.language(folder: found.folder, isPlusPlus: head.isPlusPlus)
  }

  private func role(of found: FoundFile, _ path: String, _ head: SourceHead?) -> FileRole {
    if !options.roles.isEmpty {
      for rule in options.roles where rule.glob.matches(found.rawPath) { return rule.role }
    }
    if vendored[found.folder] { return .vendored }
    let name = Array(found.name)
    let folder = walk.folders[found.folder]
    if found.naming.isCode {
      if head?.isGenerated ?? false || found.size > Self.generatedSize { return .generated }
      if FileNames.isGenerated(name) { return .generated }
      if FileNames.isVendored(name, in: folder.path) { return .vendored }
      if FileNames.isTest(name) { return .test }
    }
    if folder.isTest { return .test }
    return found.naming.isCode && FileNames.isMigration(name, in: folder.path) ? .tool : .production
  }

  /// A name may hold the escape of another's invalid byte, or the same letters composed in another
  /// way, which strings take for equal: the second is left out.
  private mutating func withoutCollisions(_ files: [SourceFile]) -> [SourceFile] {
    var seen: Set<String> = []
    return files.filter { file in
      if seen.insert(file.path).inserted { return true }
      diagnostics.add(
        .error, "name-collision",
        "the name looks like that of another file; rename one of them", path: file.path)
      return false
    }
  }

  private mutating func compileCommands() throws(DiscoveryError) -> String? {
    if let given = options.compileCommands {
      let bytes = Array(given.utf8)
      let path = given.hasPrefix("/") ? bytes : walk.root + [UInt8(ascii: "/")] + bytes
      guard let found = CompileCommandsSearch.resolve(given: path) else {
        throw .noCompileCommands(given.escapedForTerminal)
      }
      return String(validating: found, as: UTF8.self)
    }
    let found = CompileCommandsSearch.find(in: walk.root).compactMap {
      String(validating: $0, as: UTF8.self)
    }
    if let first = found.first, found.count > 1 {
      diagnostics.add(
        .note, "several-compile-commands",
        "\(found.count) compile databases found; \"\(first)\" is used, name another with "
          + "--compile-commands")
    }
    return found.first
  }
}
