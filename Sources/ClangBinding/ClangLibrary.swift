#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why libclang cannot be used.
package enum ClangLibraryError: Error, Sendable, Equatable, CustomStringConvertible {
  case notFound(searched: [String])
  case cannotOpen(path: String, reason: String)
  /// The library is older than LLVM 14, or is something else.
  case lacksFunction(path: String, name: String)

  package var description: String {
    switch self {
    case .notFound(let searched):
      "libclang is not installed (looked in \(searched.map { "'\($0)'" }.joined(separator: ", "))); "
        + "install 'libclang-dev' 14 or newer, or name the library in 'CLEAVE_LIBCLANG'"
    case .cannotOpen(let path, let reason):
      "cannot load '\(path)': \(reason); reinstall 'libclang-dev'"
    case .lacksFunction(let path, let name):
      "'\(path)' lacks '\(name)'; install 'libclang-dev' 14 or newer"
    }
  }
}

/// libclang, loaded at run time: one build of the tool works with every version from 14 on.
package final class ClangLibrary: Sendable {
  /// Absolute path of the shared library.
  package let path: String
  /// What the library says of itself, such as `Debian clang version 14.0.6`.
  package let version: String
  /// The first number of the version, 0 if there is none.
  package let majorVersion: Int
  /// The compiler's own headers (`stddef.h`), found beside the library.
  package let resourceDirectory: String?
  let table: FunctionTable

  /// Loads the library at `path`, which may be a symbolic link.
  package init(path: String) throws(ClangLibraryError) {
    let library = try DynamicLibrary(opening: path)
    table = try FunctionTable(of: library)
    self.path = path
    version = unsafe table.text(table.getClangVersion())
    majorVersion = Self.firstNumber(of: version)
    resourceDirectory = Self.resources(besideLibrary: path, majorVersion: majorVersion)
  }

  /// Loads `override` if given, else the newest installed library.
  ///
  /// An override that cannot be loaded is an error: another version would change the result.
  package static func load(override: String? = nil) throws(ClangLibraryError) -> ClangLibrary {
    if let override { return try ClangLibrary(path: override) }
    var failure: ClangLibraryError?
    for path in installed() {
      do { return try ClangLibrary(path: path) } catch { failure = failure ?? error }
    }
    throw failure ?? .notFound(searched: searchPlaces)
  }

  /// What a process that parses should find in its environment when it starts.
  ///
  /// - `LIBCLANG_NOTHREADS`: without it libclang parses on threads of its own with 8 MB of stack,
  ///   which deeply nested source overflows; with it, on the caller's thread, whose stack is the
  ///   caller's choice.
  /// - `LIBCLANG_DISABLE_CRASH_RECOVERY`: after a crash libclang would jump out of whatever it was
  ///   in, with its locks held, and go on. A process that ends is clearer than one that may hang.
  /// - `CLANG_NO_DEFAULT_CONFIG`: no configuration file of the user or the system adds arguments
  ///   (clang 16 and newer; older ones read none).
  package static let workerEnvironment = [
    "LIBCLANG_NOTHREADS": "1", "LIBCLANG_DISABLE_CRASH_RECOVERY": "1",
    "CLANG_NO_DEFAULT_CONFIG": "1",
  ]

  /// Paths of the installed libraries, newest first, one a version. Touches the file system.
  package static func installed() -> [String] {
    let versions = directoryEntries("/usr/lib").compactMap { name -> Int? in
      name.hasPrefix("llvm-") ? Int(name.dropFirst(5)) : nil
    }
    let versioned = versions.sorted(by: >).flatMap { version in
      ["libclang.so.1", "libclang-\(version).so.\(version)", "libclang-\(version).so.1"]
        .map { "/usr/lib/llvm-\(version)/lib/\($0)" }.first(where: exists).map { [$0] } ?? []
    }
    return versioned + otherPlaces.filter(exists)
  }

  private static let searchPlaces = ["/usr/lib/llvm-*/lib"] + otherPlaces
  private static let otherPlaces = [
    "/usr/lib64/libclang.so",
    "/usr/lib/libclang.so",
    "/usr/local/lib/libclang.so",
    "/opt/homebrew/opt/llvm/lib/libclang.dylib",
    "/Library/Developer/CommandLineTools/usr/lib/libclang.dylib",
  ]

  private static func firstNumber(of version: String) -> Int {
    let digits = version.drop { !$0.isASCII || !$0.isNumber }.prefix { $0.isASCII && $0.isNumber }
    return Int(digits) ?? 0
  }

  /// `…/lib/clang/<version>`; with several, the one of the library's own version.
  private static func resources(besideLibrary path: String, majorVersion: Int) -> String? {
    // Debian links `llvm-N/lib/libclang.so.1` to a folder of the architecture: look beside both.
    let beside = [path, realPath(path) ?? path].compactMap { library in
      library.lastIndex(of: "/").map { library[..<$0] }
    }
    for folder in beside {
      let root = String(folder) + "/clang"
      let found = directoryEntries(root).filter { firstNumber(of: $0) == majorVersion }
        .filter { exists("\(root)/\($0)/include") }
      if let name = found.last { return "\(root)/\(name)" }
    }
    return nil
  }

  private static func exists(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func directoryEntries(_ path: String) -> [String] {
    guard let directory = unsafe opendir(path) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) {
        unsafe $0.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }
}
