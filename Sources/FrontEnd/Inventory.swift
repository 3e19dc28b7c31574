package import Basics
package import Facts

/// What a file is for, which decides where it counts.
package enum FileRole: String, Sendable, Hashable, CaseIterable {
  case production, test, generated, vendored
  /// Run once by a tool, such as a migration of the database: no service is made of it.
  case tool
}

/// A file of the repository that some front end may read.
package struct SourceFile: Sendable, Hashable {
  /// Relative to the root, `/`-separated; bytes that are not UTF-8 as `\xHH`.
  package var path: String
  /// The path's bytes as the file system has them, relative to the root.
  package var rawPath: [UInt8]
  /// Nil for files that no front end reads but that say something (compile databases, owners).
  package var language: Language?
  package var role: FileRole
  /// Size in bytes.
  package var size: Int

  package init(
    path: String, rawPath: [UInt8], language: Language?, role: FileRole, size: Int
  ) {
    self.path = path
    self.rawPath = rawPath
    self.language = language
    self.role = role
    self.size = size
  }

  /// Whether a file of this name sets variables of the environment: `.env.example`, `web.env`.
  package static func setsEnvironment(_ name: String) -> Bool {
    name == ".env" || name.hasPrefix(".env.") || name.hasSuffix(".env")
  }
}

/// The files of a repository, found once, before anything is parsed.
package struct Inventory: Sendable {
  /// Absolute path of the analysed root, symbolic links resolved.
  package var root: String
  /// Sorted bytewise by path.
  package var files: [SourceFile]
  /// Headers on the disk that ignore rules leave out, relative to the root, sorted bytewise: sources
  /// may include them.
  package var ignoredHeaders: [String] = []
  /// Languages that are not supported, with their number of files and bytes, sorted by name.
  package var unsupported: [UnsupportedLanguage]
  package var diagnostics: [Diagnostic]
  /// Files of any kind below the root, whether they are of interest, left out or ignored.
  package var filesSeen = 0
  /// The build description, if one was found or given: absolute path of `compile_commands.json`.
  package var compileCommands: String?

  package struct UnsupportedLanguage: Sendable, Hashable {
    package var name: String
    package var files: Int
    package var bytes: Int

    package init(name: String, files: Int, bytes: Int) {
      self.name = name
      self.files = files
      self.bytes = bytes
    }
  }

  package init(
    root: String, files: [SourceFile] = [], unsupported: [UnsupportedLanguage] = [],
    diagnostics: [Diagnostic] = [], compileCommands: String? = nil
  ) {
    self.root = root
    self.files = files
    self.unsupported = unsupported
    self.diagnostics = diagnostics
    self.compileCommands = compileCommands
  }
}
