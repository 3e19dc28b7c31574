internal import Basics
internal import ClangBinding

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Which file a name means: one of the project's, or one outside.
struct FileIdentity: Hashable {
  /// Relative to the root for a project file, else absolute; invalid bytes as `\xHH`.
  var path: String
  var isProject: Bool
  /// Absolute, symbolic links resolved, as the file system's bytes.
  var realPath: [UInt8]
}

/// Tells project files from others, and remembers what it has learned of the file system.
final class ProjectFiles {
  /// Real path of the root, without a slash at the end.
  let root: [UInt8]
  private var byName: [[UInt8]: FileIdentity] = [:]
  private var existing: [[UInt8]: FileIdentity?] = [:]

  init(root: String) {
    var real = Self.realPath(Array(root.utf8)) ?? Array(root.utf8)
    while real.count > 1, real.last == UInt8(ascii: "/") { real.removeLast() }
    self.root = real
  }

  /// The identity of a name as the parser found it, relative to `directory` if not absolute.
  func identity(ofName name: [UInt8], directory: [UInt8]) -> FileIdentity {
    let absolute = Self.absolute(name, directory)
    if let known = byName[absolute] { return known }
    let identity = identify(Self.realPath(absolute) ?? absolute)
    byName[absolute] = identity
    return identity
  }

  /// The identity of the regular file at `absolute`, nil if there is none.
  func existingFile(_ absolute: [UInt8]) -> FileIdentity? {
    if let known = existing[absolute] { return known }
    var status = stat()
    let isFile =
      Self.withPath(absolute) { stat($0, &status) } == 0
      && status.st_mode & S_IFMT == S_IFREG
    let identity = isFile ? identity(ofName: absolute, directory: root) : nil
    existing[absolute] = .some(identity)
    return identity
  }

  private func identify(_ real: [UInt8]) -> FileIdentity {
    let isInside =
      root == [UInt8(ascii: "/")]
      || (real.starts(with: root) && real.count > root.count + 1
        && real[root.count] == UInt8(ascii: "/"))
    let start = root.count == 1 ? 1 : root.count + 1
    let path = String(escapingInvalid: isInside ? real[start...] : real[...])
    return FileIdentity(path: path, isProject: isInside, realPath: real)
  }

  /// The absolute name of a path relative to the root, whose `\xHH` stand for bytes unless a file
  /// has that very name.
  ///
  /// What is made for the parser alone has an absolute path already.
  func absoluteName(ofPath path: String) -> [UInt8] {
    if path.hasPrefix("/") { return Array(path.utf8) }
    let literal = root + [UInt8(ascii: "/")] + Array(path.utf8)
    if !path.utf8.contains(0x5c) || Self.withPath(literal, { access($0, F_OK) }) == 0 {
      return literal
    }
    return root + [UInt8(ascii: "/")] + Self.unescaped(Array(path.utf8))
  }

  /// The bytes on disk, nil if the file cannot be read.
  static func contents(of path: [UInt8]) -> [UInt8]? {
    let descriptor = withPath(path) { open($0, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 { return nil }
      bytes += chunk[..<count]
    }
  }

  static func absolute(_ name: [UInt8], _ directory: [UInt8]) -> [UInt8] {
    name.first == UInt8(ascii: "/") ? name : directory + [UInt8(ascii: "/")] + name
  }

  private static func realPath(_ path: [UInt8]) -> [UInt8]? {
    guard let resolved = withPath(path, { realpath($0, nil) }) else { return nil }
    defer { free(resolved) }
    let count = strlen(resolved)
    return UnsafeRawBufferPointer(start: resolved, count: count).map { $0 }
  }

  private static func withPath<R>(_ path: [UInt8], _ body: (UnsafePointer<CChar>) -> R) -> R {
    let terminated = path + [0]
    return terminated.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { body($0.baseAddress!) }
    }
  }

  private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if bytes[at...].starts(with: [0x5c, UInt8(ascii: "x")]), at + 3 < bytes.count,
        let value = UInt8(String(decoding: bytes[(at + 2)...(at + 3)], as: UTF8.self), radix: 16)
      {
        out.append(value)
        at += 4
      } else {
        out.append(bytes[at])
        at += 1
      }
    }
    return out
  }
}
